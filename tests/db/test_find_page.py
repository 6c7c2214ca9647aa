"""What Find reads: questions and visits that hold some words; no search ever fails."""

import pytest

from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import find_page
from mbc_journal.records import PartialDate, Question, Visit

MANY = 1_000


def questions(journal: Journal, words: str, most: int = MANY) -> list[str]:
    return [one.text for one in journal.ask(find_page.questions, words, most)]


def visits(journal: Journal, words: str, most: int = MANY) -> list[str]:
    return [one.said for one in journal.ask(find_page.visits, words, most)]


@pytest.mark.parametrize(
    "words", ["swim", "SWIMMING", "skin whole", "whole swim", '"swimming"', "swím", "swim*", "(skin"]
)
def test_questions_are_found_in_text_and_answer_begun_and_in_any_order(journal: Journal, words: str) -> None:
    journal.save(Question(text="Can I go swimming?", answer="Yes, if the skin is whole."), Question(text="And flying?"))
    assert questions(journal, words) == ["Can I go swimming?"]


def test_open_questions_come_before_those_that_were_asked(journal: Journal) -> None:
    journal.save(Question(text="swim asked", asked=True))
    journal.save(Question(text="swim open"))
    assert questions(journal, "swim") == ["swim open", "swim asked"]
    assert questions(journal, "swim", most=1) == ["swim open"]


@pytest.mark.parametrize("words", ["rivera", "day clin", "redder", "cream", "rivera cream"])
def test_visits_are_found_by_who_where_said_and_changes(journal: Journal, words: str) -> None:
    journal.save(Visit(who="Dr Rivera", where="day clinic", said="Hands redder", changes="cream"), Visit(said="else"))
    assert visits(journal, words) == ["Hands redder"]


def test_visits_come_newest_first_and_those_without_a_day_last(journal: Journal) -> None:
    days = {"undated scan": None, "old scan": "2025-01-03", "new scan": "2026-02-01"}
    journal.save(*(Visit(said=said, day=PartialDate(day) if day else None) for said, day in days.items()))
    assert visits(journal, "scan") == ["new scan", "old scan", "undated scan"]
    assert visits(journal, "scan", most=2) == ["new scan", "old scan"]


def test_nothing_comes_from_the_bin_or_from_before_a_change(journal: Journal) -> None:
    question, visit = Question(text="swim"), Visit(said="swim")
    journal.save(question, visit)
    question.text = "fly"
    journal.save(question)
    journal.bin(visit)
    assert questions(journal, "swim") == visits(journal, "swim") == []
    assert questions(journal, "fly") == ["fly"]


@pytest.mark.parametrize(
    "words",
    ['"', '""', "'", "*", "^a", "a NEAR b", "AND", "NOT", "text:", "-", "(", "a\0b", "\ud800",
     "a" * 5_000, "a " * 5_000, "<b>", "\u202eא", "\U0001f642", "%", "; DROP TABLE note"],
)  # fmt: skip
def test_no_words_can_make_a_search_fail(journal: Journal, words: str) -> None:
    journal.save(Question(text="May I?"), Visit(said="Yes."))
    assert set(questions(journal, words)) <= {"May I?"}
    assert set(visits(journal, words)) <= {"Yes."}


def test_signs_that_are_no_words_are_found_as_they_stand(journal: Journal) -> None:
    journal.save(Question(text="Why \U0001f642??"), Question(text="Why?"), Visit(said="100 %"))
    assert questions(journal, "??") == ["Why \U0001f642??"]
    assert questions(journal, "\U0001f642") == ["Why \U0001f642??"]
    assert visits(journal, "%") == ["100 %"]

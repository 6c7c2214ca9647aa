"""Answers and past visits: written without being interrupted, read without being in the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import PartialDate, Question, Visit
from mbc_journal.ui.visits_page import VisitsPage
from mbc_journal.ui.visits_page.visit_card import VisitCard
from tests.ui.kit import part

Open = Callable[..., VisitsPage]
LONG = "<b>Can</b> I fly? \u05e9\u05dc\u05d5\u05dd \u202e " + "w" * 9_900


def visits() -> list[Visit]:
    return [Visit(day=PartialDate("2026-03-02"), said="dose stays"), Visit(day=PartialDate("2026-01-12"), said="rest")]


def asked(visit: Visit, answer: str = "") -> Question:
    return Question(text="Can I fly?", order=1, asked=True, visit_id=visit.id, answer=answer)


def active(page: VisitsPage, qtbot: QtBot) -> VisitsPage:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def cards(page: VisitsPage) -> list[VisitCard]:
    QApplication.processEvents()
    return sorted((card for card in page.findChildren(VisitCard) if card.isVisible()), key=_height_on_page)


def _height_on_page(card: VisitCard) -> int:
    return card.y()


def words(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def click(page: QWidget, name: str) -> None:
    QApplication.processEvents()  # what a refresh made is shown then
    part(page, QAbstractButton, name).click()


def answers(journal: Journal) -> list[str]:
    return [question.answer for question in journal.ask(questions.all_questions)]


def test_saving_an_answer_does_not_interrupt_whoever_writes_it(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    last, _before = visits()
    page = active(open_page(VisitsPage, last, asked(last)), qtbot)
    answer = part(page, QPlainTextEdit, "answer")
    answer.setFocus()
    QTest.keyClicks(answer, "yes, ")
    qtbot.waitUntil(lambda: answers(journal) == ["yes,"], timeout=3_000)
    assert QApplication.focusWidget() is answer
    QTest.keyClicks(answer, "from Monday")
    qtbot.waitUntil(lambda: answers(journal) == ["yes, from Monday"], timeout=3_000)
    assert answer.toPlainText() == "yes, from Monday"


def test_an_answer_is_read_as_text_once_its_field_is_left(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    last, _before = visits()
    page = active(open_page(VisitsPage, last, asked(last)), qtbot)
    answer = part(page, QPlainTextEdit, "answer")
    answer.setFocus()
    QTest.keyClicks(answer, "yes")
    page.questions.field.setFocus()
    qtbot.waitUntil(lambda: "yes" in words(cards(page)[0]))
    assert not part(cards(page)[0], QPlainTextEdit, "answer").isVisible()


def test_an_answer_can_be_changed(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    last, _before = visits()
    page = active(open_page(VisitsPage, last, asked(last, "yes")), qtbot)
    click(page, "answer_change")
    answer = part(page, QPlainTextEdit, "answer")
    assert QApplication.focusWidget() is answer
    answer.moveCursor(answer.textCursor().MoveOperation.End)
    QTest.keyClicks(answer, " but not alone")
    page.questions.field.setFocus()
    assert answers(journal) == ["yes but not alone"]


def test_a_question_that_was_not_asked_after_all_keeps_its_answer(open_page: Open, journal: Journal) -> None:
    last, _before = visits()
    page = open_page(VisitsPage, last, asked(last, "perhaps"))
    click(page, "answer_reopen")
    question = journal.ask(questions.all_questions)[0]
    assert (question.asked, question.visit_id, question.answer) == (False, None, "perhaps")
    journal.undo()
    assert journal.ask(questions.all_questions)[0].asked


def test_the_last_visit_stands_open_and_older_ones_fold(open_page: Open) -> None:
    page = open_page(VisitsPage, *visits())
    last, before = cards(page)
    assert "dose stays" in words(last)
    assert "rest" not in words(before)
    before.more.click()
    assert "rest" in words(before)
    assert before.more.accessibleName() == "Less: Monday 12 January, oncologist"


def test_what_was_unfolded_stays_so_while_other_things_are_saved(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage, *visits())
    for card in cards(page):
        card.more.click()
    journal.save(Question(text="new", order=1), name="question")
    last, before = cards(page)
    assert "dose stays" not in words(last)
    assert "rest" in words(before)


def test_a_visit_whose_question_waits_for_its_answer_stands_open(open_page: Open) -> None:
    last, before = visits()
    page = open_page(VisitsPage, last, before, asked(before))
    assert "Can I fly?" in words(cards(page)[1])


def test_a_visit_without_words_has_nothing_to_unfold(open_page: Open) -> None:
    page = open_page(VisitsPage, Visit(day=PartialDate("2026-03-02")))
    assert not cards(page)[0].more.isVisible()
    assert cards(page)[0].change.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_leaving_the_field_of_a_question_keeps_what_was_typed(open_page: Open, journal: Journal, key: Qt.Key) -> None:
    page = open_page(VisitsPage, Question(text="first", order=1))
    click(page, "question_1_change")
    field = part(page, QLineEdit, "question_1_text")
    QTest.keyClicks(field, ", asked better")
    QTest.keyClick(field, key)
    assert [question.text for question in journal.ask(questions.all_questions)] == ["first, asked better"]


def test_an_emptied_question_keeps_its_words(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage, Question(text="first", order=1))
    click(page, "question_1_change")
    part(page, QLineEdit, "question_1_text").clear()
    click(page, "question_1_done")
    assert [question.text for question in journal.ask(questions.all_questions)] == ["first"]


def test_a_question_is_binned_where_it_is_changed_and_comes_back(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage, Question(text="first", order=1), Question(text="second", order=2))
    click(page, "question_1_change")
    click(page, "question_1_bin")
    assert [question.text for question in journal.ask(questions.all_questions)] == ["second"]
    journal.undo()
    assert [question.text for question in journal.ask(questions.all_questions)] == ["first", "second"]


def test_ten_thousand_letters_without_a_space_do_not_widen_the_page(open_page: Open, journal: Journal) -> None:
    last, _before = visits()
    page = open_page(VisitsPage, last, Question(text=LONG, order=1), asked(last, LONG))
    assert page.body.width() <= page.viewport().width()
    assert part(page, QWidget, "question_1").width() <= page.viewport().width()
    assert LONG in [question.text for question in journal.ask(questions.all_questions)]


def test_a_journal_that_can_only_be_read_takes_no_question(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage, Question(text="first", order=1))
    journal.read_only = "This journal can only be read."
    page.mark_stale()
    for name in ("add_question", "question_1_asked", "question_1_change", "add_visit"):
        assert not part(page, QAbstractButton, name).isEnabled(), name
    assert part(page, QAbstractButton, "print_for_visit").isEnabled()

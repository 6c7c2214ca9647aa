"""Visits and questions are sorted, moved and ticked off by plain rules."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from mbc_journal import visits
from mbc_journal.problems import NotAllowed
from mbc_journal.records import VISIT_KINDS, PartialDate, Question, Visit

TODAY = dt.date(2026, 3, 9)


def visit(day: str | None, **more: Any) -> Visit:
    return Visit(day=PartialDate(day) if day else None, **more)


def question(text: str, order: int, **more: Any) -> Question:
    return Question(text=text, order=order, **more)


def test_every_kind_of_visit_has_words() -> None:
    assert tuple(visits.KINDS) == VISIT_KINDS


def test_coming_visits_are_soonest_first_and_past_ones_newest_first() -> None:
    rows = [visit("2026-04-01"), visit("2026-03-09"), visit("2026-03-02"), visit("2025"), visit(None), visit("2026-03")]
    board = visits.board(rows, [], TODAY)
    assert [one.day.text for one in board.coming if one.day] == ["2026-03-09", "2026-03", "2026-04-01"]
    assert [one.day.text if one.day else None for one in board.past] == ["2026-03-02", "2025", None]


def test_open_questions_keep_her_order_and_asked_ones_stay_with_their_visit() -> None:
    past = visit("2026-03-02")
    rows = [question("third", 3), question("first", 1), question("done", 2, asked=True, visit_id=past.id)]
    board = visits.board([past], rows, TODAY)
    assert [one.text for one in board.open] == ["first", "third"]
    assert [one.text for one in board.asked[past.id]] == ["done"]


def test_a_move_changes_only_the_places_it_must() -> None:
    rows = [question("a", 1), question("b", 2), question("c", 3)]
    assert [(one.text, one.order) for one in visits.moved(rows, 2, -1)] == [("c", 2), ("b", 3)]
    assert visits.moved(rows, 0, -1) == []
    assert visits.moved(rows, 2, 1) == []


def test_questions_of_equal_order_can_be_moved() -> None:
    rows = [question("a", 0), question("b", 0)]
    assert sorted((one.order, one.text) for one in visits.moved(rows, 1, -1)) == [(1, "b"), (2, "a")]


def test_a_new_question_stands_behind_all_others() -> None:
    assert visits.new_question([question("a", 7)], "Can I fly?").order == 8
    with pytest.raises(NotAllowed, match="Write the question first"):
        visits.new_question([], " \n ")


@pytest.mark.parametrize(
    ("days", "belongs"),
    [
        (["2026-03-09", "2026-03-02"], "2026-03-09"),
        (["2026-03-18", "2026-03-02"], "2026-03-02"),
        (["2026-03-18", "2026-01-02"], "2026-03-18"),
        ([], None),
    ],
    ids=["today's", "the last of two weeks", "the next", "none"],
)
def test_a_question_ticked_off_belongs_to_a_visit(days: list[str], belongs: str | None) -> None:
    rows = {day: visit(day) for day in days}
    ticked = visits.ticked(question("a", 1), visits.board(list(rows.values()), [], TODAY))
    assert ticked.asked
    assert ticked.visit_id == (rows[belongs].id if belongs else None)
    assert visits.reopened(ticked).visit_id is None


def test_a_visit_needs_a_date_and_ends_after_it_starts() -> None:
    with pytest.raises(NotAllowed, match="needs a date"):
        visits.checked(visit(None))
    with pytest.raises(NotAllowed, match="ends before it starts"):
        visits.checked(visit("2026-03-18", time=dt.time(10), end_time=dt.time(9)))
    kept = visit("2026-03~", hours_away=Decimal("2.5"))
    assert visits.checked(kept) is kept


@pytest.mark.parametrize(
    ("day", "title", "distance"),
    [
        ("2026-03-18", "Wednesday 18 March, oncologist", "in 9 days"),
        ("2026-03-10", "Tuesday 10 March, oncologist", "tomorrow"),
        ("2026-03-09", "Monday 9 March, oncologist", "today"),
        ("2026-03-08", "Sunday 8 March, oncologist", "1 day ago"),
        ("2025-12-24", "Wednesday 24 December 2025, oncologist", "75 days ago"),
        ("2026-04~", "about April 2026, oncologist", ""),
    ],
)
def test_a_visit_is_said_as_people_say_it(day: str, title: str, distance: str) -> None:
    assert visits.title(visit(day), TODAY) == title
    assert visits.details(visit(day), TODAY) == distance


def test_details_name_time_person_and_place() -> None:
    row = visit("2026-03-18", time=dt.time(10, 30), who="Dr Rivera", where="day clinic")
    assert visits.details(row, TODAY) == "in 9 days, 10:30, Dr Rivera, day clinic"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Blood counts before each dose.", "blood_test"),
        ("Liver tests: before the start, then every 3 weeks.", "blood_test"),
        ("Calcium, before the start and in the first weeks.", "blood_test"),
        ("How well your heart pumps (echo or MUGA): before and during treatment.", "scan"),
        ("A scan of how dense your bones are (DXA).", "scan"),
        ("An MRI or CT scan later on.", "scan"),
        ("An eye exam, if your sight changes.", "other"),
        ("A heart tracing (ECG) and blood salts.", "other"),
        ("Blood pressure: after 1 week, then once a month.", "other"),
        ("A check for blood in the urine.", "other"),
        ("A visit to the dentist before the start.", "other"),
        ("", "other"),
    ],
)
def test_a_check_is_a_visit_of_the_kind_that_fits(words: str, kind: str) -> None:
    found = visits.of_check(words)
    assert (found.kind, found.said, found.day) == (kind, f"Planned: {words}", None)
    with pytest.raises(NotAllowed, match="A visit needs a date"):
        visits.checked(found)

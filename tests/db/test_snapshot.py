"""A snapshot: what a page tells, about which days, and what never stands in it."""

import datetime as dt

import pytest

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Day, Note, PartialDate, Profile, Question, Row, Snapshot, Span, Step, Therapy, Visit
from tests.conftest import FrozenClock
from tests.db.rows import fatigue, treatments

TODAY = dt.date(2026, 3, 4)
DAY = dt.timedelta(days=1)


def _visit(day: str, kind: str = "oncologist") -> Visit:
    return Visit(day=PartialDate(day), kind=kind, who=day)


@pytest.mark.parametrize(
    ("visits", "since", "meant", "last"),
    [
        ([], "2026-02-05", None, None),
        ([("2026-02-10", "nurse")], "2026-02-11", None, "2026-02-10"),
        ([("2026-02-10", "nurse"), ("2026-03-09", "oncologist")], "2026-02-05", "2026-03-09", None),
        ([("2026-01-10", "oncologist"), ("2026-02-10", "nurse"), ("2026-03-09", "oncologist")], "2026-01-11",
         "2026-03-09", "2026-01-10"),
        ([("2026-02-10", "oncologist"), ("2026-03-04", "oncologist")], "2026-02-11", "2026-03-04", "2026-02-10"),
        ([("2026-03-03", "oncologist")], "2026-03-04", None, "2026-03-03"),
    ],
)  # fmt: skip
def test_the_period_begins_after_the_last_visit_of_the_next_ones_kind_else_it_is_four_weeks(
    journal: Journal, visits: list[tuple[str, str]], since: str, meant: str | None, last: str | None
) -> None:
    journal.save(*(_visit(day, kind) for day, kind in visits))
    shot = journal.ask(questions.snapshot, TODAY)
    assert shot.span == Span(dt.date.fromisoformat(since), TODAY)
    assert (shot.visit.who if shot.visit else None, shot.last_visit.who if shot.last_visit else None) == (meant, last)


def test_a_period_and_a_visit_may_be_chosen(journal: Journal) -> None:
    later, soon = _visit("2026-04-20", "nurse"), _visit("2026-03-09")
    journal.save(later, soon)
    shot = journal.ask(questions.snapshot, TODAY, since=TODAY - 9 * DAY, until=TODAY - DAY, visit_id=later.id)
    assert (shot.span, shot.today) == (Span(TODAY - 9 * DAY, TODAY - DAY), TODAY)
    assert shot.visit is not None
    assert shot.visit.id == later.id


def test_a_snapshot_covers_its_period_and_as_many_days_before(journal: Journal) -> None:
    span = Span(TODAY - 6 * DAY, TODAY)
    days = [TODAY - back * DAY for back in range(-1, 20)]
    journal.save(*(fatigue(day, 1) for day in days), *(Day(day=day) for day in days))
    shot = journal.ask(questions.snapshot, TODAY, since=span.since)
    covered = [span.before.since + back * DAY for back in range(14)]
    assert [reading.day for reading in shot.readings] == covered
    assert [day.day for day in shot.days] == covered
    assert shot.first_answered == {"fatigue": days[-1]}


def test_a_snapshot_holds_what_a_page_needs_and_never_a_private_or_unstarred_note(journal: Journal) -> None:
    today = PartialDate.of(TODAY)
    therapy, *of_it = treatments()
    rows: list[Row] = [
        Profile(name="Ada"), therapy, *of_it, _visit("2026-03-03", "nurse"), _visit("2026-03"), Question(text="Why?"),
        Note(text="star", day=today, for_doctor=True), Note(text="plain", day=today),
        Note(text="private", day=today, for_doctor=True, private=True), Note(text="no day", for_doctor=True),
        Note(text="the month", day=PartialDate("2026-03"), for_doctor=True),
    ]  # fmt: skip
    journal.save(*rows)
    shot = journal.ask(questions.snapshot, TODAY, since=TODAY - 6 * DAY)
    assert shot.profile.name == "Ada"
    assert [note.text for note in shot.notes] == ["star"]
    assert [visit.who for visit in shot.visits] == ["2026-03-03"]
    assert [question.text for question in shot.questions] == ["Why?"]
    assert (len(shot.therapies), len(shot.steps), len(shot.doses), shot.damaged) == (1, 1, 1, 0)


def test_what_is_in_the_bin_is_in_no_snapshot(journal: Journal) -> None:
    journal.save(*treatments(), fatigue(TODAY, 1), Day(day=TODAY), Question(text="Why?"), Profile(name="Ada"))
    journal.bin(*journal.ask(questions.everything))
    shot = journal.ask(questions.snapshot, TODAY)
    assert (shot.profile.name, shot.readings, shot.days, shot.therapies, shot.steps) == ("", (), (), (), ())
    assert (shot.doses, shot.questions, shot.first_answered) == ((), (), {})


def test_a_snapshot_says_nothing_else_when_the_clock_goes_on(journal: Journal, clock: FrozenClock) -> None:
    journal.save(Therapy(name="A"), fatigue(TODAY, 1))
    before = _plain(journal.ask(questions.snapshot, TODAY))
    clock.tick(days=300)
    assert _plain(journal.ask(questions.snapshot, TODAY)) == before


def _plain(shot: Snapshot) -> tuple[Span, list[str], list[str]]:
    return shot.span, [str(row) for row in shot.readings], [str(row) for row in (*shot.therapies, *_steps(shot))]


def _steps(shot: Snapshot) -> tuple[Step, ...]:
    return shot.steps

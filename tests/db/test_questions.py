"""Every question: what it finds, in which order, and nothing from the bin."""

import datetime as dt
import inspect
import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import (
    Answer,
    Biopsy,
    Contact,
    Day,
    Dose,
    DoseState,
    Moment,
    Note,
    PartialDate,
    PlanRule,
    Profile,
    Question,
    Reading,
    Row,
    Scan,
    Span,
    Step,
    StepKind,
    Supply,
    SupplyKind,
    Therapy,
    Visit,
)
from tests.conftest import FrozenClock
from tests.db.rows import MONDAY, TUESDAY, WEDNESDAY, fatigue, one_of_each

DAY = dt.timedelta(days=1)
OF_THE_BIN = {"binned", "everything", "counts", "identity", "thumbnails"}
ARGUMENTS: dict[str, Any] = {
    "scale": "ca15-3", "since": MONDAY, "until": WEDNESDAY, "day": MONDAY, "today": MONDAY, "before": MONDAY + 30 * DAY,
}  # fmt: skip


def _ask(journal: Journal, name: str, rows: list[Row]) -> Any:
    """Ask a question by its name, about what the sample rows hold."""
    therapy = next(row for row in rows if isinstance(row, Therapy))
    given = {**ARGUMENTS, "therapy_id": therapy.id, "therapies": [therapy], "span": Span(MONDAY, WEDNESDAY)}
    question: Callable[..., Any] = getattr(questions, name)
    needed = list(inspect.signature(question).parameters.values())[1:]
    return journal.ask(question, *(given[one.name] for one in needed if one.default is one.empty))


@pytest.mark.parametrize("name", sorted(set(questions.__all__) - OF_THE_BIN - {"profile", "snapshot", "preview"}))
def test_each_question_finds_what_is_there_and_nothing_from_the_bin(journal: Journal, name: str) -> None:
    rows = [row for row in one_of_each() if not isinstance(row, Note)]
    journal.save(*rows, Note(day=PartialDate.of(MONDAY), text="A word", for_doctor=True), Question(text="Why?"))
    assert _ask(journal, name, rows)
    journal.bin(*journal.ask(questions.everything))
    assert not _ask(journal, name, rows)


def test_readings_are_of_one_scale_and_both_ends_of_the_period_are_in(journal: Journal) -> None:
    journal.save(
        *(fatigue(MONDAY + back * DAY, back + 1) for back in range(-1, 3)), Reading(scale="pain", day=MONDAY, level=4)
    )
    found = journal.ask(questions.readings, "fatigue", MONDAY, TUESDAY)
    assert [(row.day, row.level) for row in found] == [(MONDAY, 1), (TUESDAY, 2)]


def test_readings_of_a_day_come_in_the_order_of_the_clock_those_without_time_first(journal: Journal) -> None:
    times = [dt.time(20), None, dt.time(7, 5), dt.time(7, 5, 30)]
    journal.save(*(fatigue(MONDAY, level, time=time) for level, time in enumerate(times)))
    assert [row.level for row in journal.ask(questions.readings_on, MONDAY)] == [1, 2, 3, 0]


def test_the_profile_of_a_new_journal_is_an_empty_one(journal: Journal) -> None:
    assert journal.ask(questions.profile).name == ""
    journal.save(Profile(name="Ada"))
    assert journal.ask(questions.profile).name == "Ada"


def test_the_first_answer_passes_over_what_was_not_answered(journal: Journal) -> None:
    skipped = fatigue(MONDAY, None, state=Answer.SKIPPED)
    journal.save(
        skipped, fatigue(WEDNESDAY, 0), fatigue(TUESDAY, 3), Reading(scale="pain", day=MONDAY, state=Answer.SKIPPED)
    )
    assert journal.ask(questions.first_answered) == {"fatigue": TUESDAY}


def test_the_newest_number_of_a_scale_is_that_of_its_last_day_and_time(journal: Journal) -> None:
    def marker(day: dt.date, value: str | None, time: dt.time | None = None) -> Reading:
        state = Answer.ANSWERED if value else Answer.SKIPPED
        return Reading(scale="ca15-3", day=day, time=time, value=Decimal(value) if value else None, state=state)

    journal.save(
        marker(MONDAY, "31"), marker(TUESDAY, "48", dt.time(9)), marker(TUESDAY, "47"), marker(WEDNESDAY, None),
        fatigue(WEDNESDAY, 3),
    )  # fmt: skip
    assert [str(row.value) for row in journal.ask(questions.latest_numbers, WEDNESDAY)] == ["48"]
    assert [str(row.value) for row in journal.ask(questions.latest_numbers, MONDAY)] == ["31"]


def test_the_last_day_is_that_of_a_reading_or_of_a_days_answer(journal: Journal) -> None:
    assert journal.ask(questions.last_day) is None
    journal.save(fatigue(MONDAY, 1))
    assert journal.ask(questions.last_day) == MONDAY
    journal.save(Day(day=TUESDAY, too_unwell=True))
    assert journal.ask(questions.last_day) == TUESDAY


def test_notes_of_a_day_are_those_of_exactly_that_day(journal: Journal) -> None:
    journal.save(
        Note(text="month", day=PartialDate("2026-03")), Note(text="about", day=PartialDate("2026-03-02~")),
        Note(text="late", day=PartialDate("2026-03-02"), time=dt.time(22)), Note(text="never"),
        Note(text="day", day=PartialDate("2026-03-02")),
    )  # fmt: skip
    assert [note.text for note in journal.ask(questions.notes_on, MONDAY)] == ["day", "late"]
    assert [note.text for note in journal.ask(questions.notes)] == ["never", "month", "day", "late", "about"]


def test_the_doctor_is_shown_starred_notes_and_never_a_private_one(journal: Journal) -> None:
    journal.save(
        Note(text="plain"), Note(text="star", for_doctor=True), Note(text="both", for_doctor=True, private=True)
    )
    assert [note.text for note in journal.ask(questions.notes_for_doctor)] == ["star"]


def test_steps_come_by_day_and_in_a_day_as_the_schedules_say(journal: Journal) -> None:
    therapy, other = Therapy(name="A"), Therapy(name="B")

    def step(kind: StepKind, on: str | None, time: dt.time | None = None) -> Step:
        return Step(therapy_id=therapy.id, kind=kind, on=PartialDate(on) if on else None, time=time)

    journal.save(
        therapy, other, step(StepKind.STOP, "2026-03-02"), step(StepKind.HOLD, "2026-03-02"),
        step(StepKind.START, "2026-03"), step(StepKind.DOSE_CHANGE, "2026-03-02", dt.time(20)),
        step(StepKind.DOSE_CHANGE, "2026-03-02"), step(StepKind.START, None),
        Step(therapy_id=other.id, kind=StepKind.START, on=PartialDate("2025")),
    )  # fmt: skip
    found = journal.ask(questions.steps, therapy.id)
    assert [(row.kind.value, row.on and row.on.text, row.time) for row in found] == [
        ("start", None, None), ("start", "2026-03", None), ("dose_change", "2026-03-02", None),
        ("dose_change", "2026-03-02", dt.time(20)), ("hold", "2026-03-02", None), ("stop", "2026-03-02", None),
    ]  # fmt: skip
    assert len(journal.ask(questions.steps)) == 7
    journal.bin(therapy)
    assert [row.therapy_id for row in journal.ask(questions.steps)] == [other.id]


def test_doses_come_by_the_day_they_were_planned_or_taken(journal: Journal) -> None:
    therapy = Therapy(name="A")

    def dose(day: dt.date | None, slot: int | None, at: dt.date | None = None) -> Dose:
        return Dose(therapy_id=therapy.id, planned_day=day, planned_slot=slot, at=Moment(at) if at else None)

    journal.save(
        therapy, dose(TUESDAY, 2), dose(None, None, WEDNESDAY), dose(TUESDAY, 1), dose(MONDAY, 1), dose(None, None)
    )
    found = journal.ask(questions.doses, therapy.id)
    assert [(row.planned_day, row.planned_slot) for row in found] == [
        (None, None), (MONDAY, 1), (TUESDAY, 1), (TUESDAY, 2), (None, None),
    ]  # fmt: skip


def test_doses_for_a_period_bring_the_last_one_taken_before_it(journal: Journal) -> None:
    therapy, none = Therapy(name="A"), Therapy(name="B")

    def dose(day: dt.date, state: DoseState = DoseState.TAKEN, planned: bool = True) -> Dose:
        return Dose(
            therapy_id=therapy.id, state=state, planned_day=day if planned else None,
            planned_slot=1 if planned else None, at=Moment(day, dt.time(23, 59), "+01:00"), note=day.isoformat(),
        )  # fmt: skip

    journal.save(
        therapy, none, dose(MONDAY - 9 * DAY), dose(MONDAY - 8 * DAY, planned=False),
        dose(MONDAY - DAY, DoseState.MISSED), dose(MONDAY, DoseState.SKIPPED), dose(TUESDAY),
        dose(TUESDAY, planned=False), dose(WEDNESDAY),
    )  # fmt: skip
    found = journal.ask(questions.doses_for, [therapy, none], Span(MONDAY, TUESDAY))
    assert [row.note for row in found] == ["2026-02-22", "2026-03-02", "2026-03-03", "2026-03-03"]


def test_supplies_are_of_one_therapy_oldest_first(journal: Journal) -> None:
    therapy, other = Therapy(name="A"), Therapy(name="B")
    journal.save(
        therapy, other,
        *(
            Supply(therapy_id=owner.id, kind=SupplyKind.COUNTED, at=Moment(day), pieces=Decimal(pieces))
            for owner, day, pieces in ((therapy, TUESDAY, 20), (therapy, MONDAY, 21), (other, MONDAY, 9))
        ),
    )  # fmt: skip
    assert [int(row.pieces) for row in journal.ask(questions.supplies, therapy.id)] == [21, 20]


def test_the_next_visit_is_today_or_later_and_the_last_one_earlier(journal: Journal) -> None:
    journal.save(
        *(
            Visit(day=PartialDate(day), kind=kind, who=day)
            for day, kind in (
                ("2026-02-20", "oncologist"), ("2026-03-01", "nurse"), ("2026-03-04", "oncologist"),
                ("2026-03", "oncologist"), ("2026-04-01", "nurse"),
            )
        ),
        Visit(who="some day"),
    )  # fmt: skip

    def next_on(day: dt.date) -> str:
        found = journal.ask(questions.next_visit, day)
        return found.who if found else ""

    def last_before(day: dt.date, kind: str = "") -> str:
        found = journal.ask(questions.last_visit, day, kind)
        return found.who if found else ""

    assert [next_on(day) for day in (WEDNESDAY, WEDNESDAY + DAY, dt.date(2026, 4, 2))] == [
        "2026-03-04", "2026-04-01", "",
    ]  # fmt: skip
    assert last_before(WEDNESDAY) == "2026-03-01"
    assert last_before(WEDNESDAY, "oncologist") == "2026-02-20"
    assert last_before(WEDNESDAY, "surgeon") == ""
    assert [visit.who for visit in journal.ask(questions.visits)][:2] == ["some day", "2026-02-20"]


def test_open_questions_wait_for_any_visit_and_those_of_a_visit_come_with_it(journal: Journal) -> None:
    visit, other = Visit(day=PartialDate("2026-03-04")), Visit(day=PartialDate("2026-04-01"))
    journal.save(
        visit, other, Question(text="second", order=2), Question(text="first", order=1),
        Question(text="asked long ago", asked=True),
        Question(text="answered here", order=3, visit_id=visit.id, asked=True),
        Question(text="for April", visit_id=other.id),
    )  # fmt: skip
    assert [row.text for row in journal.ask(questions.open_questions)] == ["first", "second"]
    assert [row.text for row in journal.ask(questions.open_questions, visit.id)] == ["first", "second", "answered here"]
    assert len(journal.ask(questions.all_questions)) == 5
    journal.bin(other)
    assert {row.text for row in journal.ask(questions.open_questions)} == {"first", "second", "for April"}


def test_the_one_to_call_first_comes_first(journal: Journal, clock: FrozenClock) -> None:
    journal.save(Contact(name="line"))
    clock.tick(minutes=1)
    journal.save(Contact(name="nurse", call_first=True))
    assert [row.name for row in journal.ask(questions.contacts)] == ["nurse", "line"]


def test_rules_scans_and_samples_come_in_their_order(journal: Journal, clock: FrozenClock) -> None:
    rule = one_of_each()
    journal.save(*(row for row in rule if isinstance(row, Contact)))
    for words in ("first", "second"):
        clock.tick(minutes=1)
        journal.save(*(_worded(row, words) for row in one_of_each() if isinstance(row, PlanRule)))
    journal.save(
        Scan(kind="CT", day=PartialDate("2026-02")), Scan(kind="PET", day=PartialDate("2025")), Scan(kind="MRI")
    )
    journal.save(Biopsy(site="liver", day=PartialDate("2024")), Biopsy(site="breast", day=PartialDate("2019-05")))
    assert [row.words for row in journal.ask(questions.plan_rules)] == ["first", "second"]
    assert [row.kind for row in journal.ask(questions.scans)] == ["MRI", "PET", "CT"]
    assert [row.site for row in journal.ask(questions.biopsies)] == ["breast", "liver"]


def _worded(rule: PlanRule, words: str) -> PlanRule:
    return PlanRule(scale=rule.scale, comparison=rule.comparison, value=rule.value, words=words)


def test_everything_brings_each_kind_in_turn_by_id_the_bin_too(journal: Journal) -> None:
    rows = [*one_of_each(), *(fatigue(MONDAY, 1) for _row in range(5))]
    journal.save(*rows)
    journal.bin(rows[-1])
    found = journal.ask(questions.everything)
    assert {row.id for row in found} == {row.id for row in rows}
    readings = [str(row.id) for row in found if isinstance(row, Reading)]
    assert readings == sorted(readings)
    counted = journal.ask(questions.counts)
    assert (sum(counted.values()), counted["Reading"], counted["Profile"]) == (len(rows), 6, 1)


def test_a_journal_has_a_name_of_its_own_that_no_act_changes(journal: Journal) -> None:
    journal_id, acts = journal.ask(questions.identity)
    journal.save(fatigue(MONDAY, 1))
    assert journal.ask(questions.identity) == (journal_id, acts + 1)
    assert uuid.UUID(journal_id).version == 4

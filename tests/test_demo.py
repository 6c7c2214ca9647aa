"""The made-up journal: the same for the same seed and day, whole in all its parts, and close to a real life."""

import datetime as dt
import json
import os
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import TypeVar

import pytest

from mbc_journal import demo
from mbc_journal.demo.chance import Chance
from mbc_journal.demo.course import draw
from mbc_journal.paths import resources
from mbc_journal.records import (
    ME,
    Answer,
    Contact,
    Day,
    Dose,
    Note,
    NoteKind,
    PlanRule,
    Profile,
    Question,
    Reading,
    Recall,
    Row,
    Scan,
    ScanState,
    Step,
    StepKind,
    Therapy,
    Visit,
)
from mbc_journal.scales import Kind, Scales

R = TypeVar("R", bound=Row)
TODAY = dt.date(2026, 11, 23)
SEEDS = range(1, 1 + int(os.environ.get("JOURNAL_SEEDS", "5")))
SCALES = Scales.load(resources() / "scales")
each_seed = pytest.mark.parametrize("seed", SEEDS)


@cache
def life(seed: int, years: int = 1) -> list[Row]:
    """The made-up journal of a seed; no test changes it."""
    return demo.make(seed, TODAY, years)


def of(rows: Sequence[Row], kind: type[R]) -> list[R]:
    """The rows of one kind."""
    return [row for row in rows if isinstance(row, kind)]


def answered(rows: Sequence[Row], scale: str) -> list[Reading]:
    """Answered readings of `scale`, oldest first."""
    found = [row for row in of(rows, Reading) if row.scale == scale and row.state is Answer.ANSWERED]
    return sorted(found, key=lambda reading: (reading.day, reading.time or dt.time()))


def visits(rows: Sequence[Row]) -> list[dt.date]:
    """The days of all visits with the oncologist, oldest first."""
    return sorted(one.day.latest for one in of(rows, Visit) if one.kind == "oncologist" and one.day)


def text_of(rows: Sequence[Row]) -> str:
    """Everything in the rows, in one text."""
    return "\n".join(map(repr, rows))


def test_the_same_seed_and_day_make_the_same_journal() -> None:
    assert text_of(demo.make(3, TODAY)) == text_of(life(3))


def test_another_seed_another_day_or_another_length_is_another_journal() -> None:
    texts = {text_of(life(1)), text_of(life(2)), text_of(demo.make(1, TODAY + dt.timedelta(days=1)))}
    assert len(texts) == 3
    ids = [{row.id for row in rows if not isinstance(row, Profile)} for rows in (demo.make(7, TODAY), life(7, 3))]
    assert not ids[0] & ids[1]


@each_seed
def test_it_says_that_it_is_made_up_and_has_one_person(seed: int) -> None:
    (profile,) = of(life(seed), Profile)
    assert profile.made_up
    assert profile.allergies
    assert profile.matters
    assert "bone" in profile.sites
    assert len(profile.helpers) == 1


@each_seed
def test_ids_are_unique_and_parents_stand_before_children(seed: int) -> None:
    rows = life(seed)
    assert len({row.id for row in rows}) == len(rows)
    places = {row.id: place for place, row in enumerate(rows)}
    parents = [
        (place, getattr(row, name, None))
        for place, row in enumerate(rows)
        for name in ("therapy_id", "visit_id", "contact_id")
    ]
    assert not [parent for place, parent in parents if parent is not None and places[parent] > place]
    assert len({day.day for day in of(rows, Day)}) == len(of(rows, Day))


@each_seed
def test_nothing_is_written_before_it_happens_or_after_this_morning(seed: int) -> None:
    now = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
    assert not [row for row in life(seed) if not row.written_at <= row.changed_at < now]
    assert not [row for row in life(seed) if isinstance(row, Reading | Day) and row.day > row.written_at.date()]


@each_seed
def test_the_next_visit_is_within_two_weeks_and_the_last_about_three_weeks_ago(seed: int) -> None:
    *past, next_visit = visits(life(seed))
    assert 0 < (next_visit - TODAY).days <= 14
    assert 18 <= (TODAY - past[-1]).days <= 26
    assert all(day.weekday() < 5 for day in (*past, next_visit))


@each_seed
def test_questions_wait_for_the_next_visit_and_old_ones_have_answers(seed: int) -> None:
    questions = of(life(seed), Question)
    waiting = [question for question in questions if question.visit_id is None]
    assert sorted(question.order for question in waiting) == [1, 2, 3, 4]
    assert len({question.text for question in waiting}) == 4
    assert all(not question.asked and not question.answer for question in waiting)
    assert all(question.asked and question.answer for question in questions if question.visit_id)


@each_seed
def test_today_is_partly_filled(seed: int) -> None:
    today = {reading.scale for reading in of(life(seed), Reading) if reading.day == TODAY}
    profile = of(life(seed), Profile)[0]
    assert 2 <= len(today) < len(profile.rows)
    assert today <= set(profile.rows)
    assert not [day for day in of(life(seed), Day) if day.day == TODAY]
    assert [dose.planned_slot for dose in of(life(seed), Dose) if dose.planned_day == TODAY] == [1]


@each_seed
def test_since_the_last_visit_there_are_gaps_late_entries_and_days_too_unwell(seed: int) -> None:
    since = visits(life(seed))[-2] + dt.timedelta(days=1)
    days = [day for day in of(life(seed), Day) if day.day >= since]
    logged = {reading.day for reading in of(life(seed), Reading) if reading.day >= since}
    unwell = {day.day for day in days if day.too_unwell}
    period = {since + dt.timedelta(days=number) for number in range((TODAY - since).days + 1)}
    later = {row.day for row in of(life(seed), Reading) if row.day >= since and row.written_at.date() > row.day}
    assert len(unwell) == 2
    assert len(period - logged - unwell) == 2
    assert 2 <= len(later) <= 3
    assert not logged & unwell


@each_seed
def test_the_hands_got_worse_and_the_tablets_were_held_then_lowered(seed: int) -> None:
    last = visits(life(seed))[-2]
    worst = max(one.level or 0 for one in answered(life(seed), "hand-foot") if one.day > last)
    before = [
        one.level or 0 for one in answered(life(seed), "hand-foot") if last - dt.timedelta(days=21) < one.day <= last
    ]
    assert worst >= 3
    assert worst >= max(before)
    (therapy,) = [one for one in of(life(seed), Therapy) if one.reference_id == "capecitabine"]
    steps = [step for step in of(life(seed), Step) if step.therapy_id == therapy.id]
    kinds = [step.kind for step in steps]
    assert kinds == [StepKind.START, StepKind.HOLD, StepKind.RESUME, StepKind.DOSE_CHANGE]
    assert steps[1].reason == "side_effects"
    assert steps[3].dose is not None
    assert steps[0].dose is not None
    assert steps[3].dose < steps[0].dose
    held = [step.on.earliest for step in steps[1:3] if step.on]
    doses = [dose for dose in of(life(seed), Dose) if dose.therapy_id == therapy.id and dose.planned_day]
    assert not [dose for dose in doses if dose.planned_day and held[0] <= dose.planned_day < held[1]]
    assert {dose.state for dose in doses} >= {"taken", "late"}


@each_seed
def test_the_line_before_was_stopped_in_the_doctors_words(seed: int) -> None:
    lines = {one.id: one for one in of(life(seed), Therapy) if one.line}
    assert {one.line for one in lines.values()} == {1, 2}
    stops = [step for step in of(life(seed), Step) if step.kind is StepKind.STOP and step.therapy_id in lines]
    assert {step.reason for step in stops} == {"stopped_working"}
    assert any(step.best_response for step in stops)
    assert any(one.told and one.state is ScanState.RESULT for one in of(life(seed), Scan))
    assert [one for one in of(life(seed), Scan) if one.state is ScanState.WAITING]


@each_seed
def test_one_fever_meets_the_teams_own_rule_and_a_call_was_made(seed: int) -> None:
    (rule,) = of(life(seed), PlanRule)
    fevers = [one for one in answered(life(seed), "temperature") if one.value is not None and one.value >= rule.value]
    assert len(fevers) == 1
    assert rule.met == (f"{fevers[0].day}T{fevers[0].time:%H:%M}{fevers[0].utc_offset} called",)
    assert [one.call_first for one in of(life(seed), Contact) if one.id == rule.contact_id] == [True]


def fits(reading: Reading) -> bool:
    """Whether the scale takes what was typed, without a doubt, as what is stored."""
    scale = SCALES.get(reading.scale)
    if scale.id != reading.scale or scale.group == "other":
        return False
    if reading.state is not Answer.ANSWERED:
        return reading.level is None and reading.value is None
    if scale.kind is Kind.LEVEL:
        return reading.level in range(5) and reading.value is None
    entry = scale.check(reading.value_as_entered, reading.unit_as_entered)
    stored = (reading.value, reading.unit, reading.comparator, "")
    return (entry.value, entry.unit, entry.comparator, entry.doubt) == stored


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_every_answer_is_one_its_scale_can_have(seed: int) -> None:
    assert not [reading for reading in of(life(seed), Reading) if not fits(reading)]


@each_seed
def test_all_kinds_of_entries_are_there(seed: int) -> None:
    readings, notes = of(life(seed), Reading), of(life(seed), Note)
    assert {reading.state for reading in readings} >= {Answer.ANSWERED, Answer.SKIPPED}
    assert {reading.scale for reading in readings} >= {"fatigue-impact", "ca-15-3", "weight", "nosebleed"}
    assert any(reading.range_low is not None and reading.range_high is not None for reading in readings)
    assert {note.kind for note in notes} == set(NoteKind)
    starred = [note for note in notes if note.for_doctor]
    assert len(starred) >= 3
    assert any(note.private for note in notes)
    assert not any(note.private and note.for_doctor for note in notes)
    assert any(note.strategy and note.helped is not None and note.linked_symptom for note in notes)
    assert any(note.binned_at for note in notes)
    assert {row.written_by for row in life(seed)} == {ME, of(life(seed), Profile)[0].helpers[0]}


def test_symptoms_follow_the_cycle() -> None:
    levels: dict[bool, list[int]] = defaultdict(list)
    for rows in map(life, SEEDS):
        (tablets,) = [one.id for one in of(rows, Therapy) if one.reference_id == "capecitabine"]
        steps = [step for step in of(rows, Step) if step.therapy_id == tablets and step.kind is StepKind.START]
        start = steps[0].on.earliest if steps[0].on else TODAY
        for one in answered(rows, "diarrhea"):
            number = (one.day - start).days
            if number >= 0 and one.level is not None:
                levels[7 <= number % 21 <= 14].append(one.level)
    assert sum(levels[True]) / len(levels[True]) > sum(levels[False]) / len(levels[False]) + 0.4


def test_a_week_away_is_answered_as_a_week() -> None:
    weeks = [one for rows in map(life, SEEDS) for one in of(rows, Reading) if one.period is Recall.WEEK]
    assert weeks


def test_longer_journals_know_more_lines_of_treatment() -> None:
    lines = sorted({one.line for one in of(life(7, 3), Therapy) if one.line})
    assert lines == [1, 2, 3]


def test_there_are_about_7300_readings_a_year() -> None:
    counts = [len(of(life(seed), Reading)) for seed in SEEDS]
    assert 6_900 < sum(counts) / len(counts) < 7_600
    assert 20_700 < len(of(life(7, 3), Reading)) < 23_000


@pytest.mark.parametrize(
    "today", ["2024-02-29", "2026-01-01", "2025-12-31", "2026-11-21", "2026-11-22", "1960-01-01", "2190-12-31"]
)
def test_any_day_can_be_today(today: str) -> None:
    day = dt.date.fromisoformat(today)
    rows = demo.make(2, day)
    *past, next_visit = visits(rows)
    assert 0 < (next_visit - day).days <= 14
    assert 18 <= (day - past[-1]).days <= 26
    assert of(rows, PlanRule)[0].met


def test_the_longest_journal_has_a_whole_course() -> None:
    course = draw(Chance(5, TODAY), TODAY, demo.MOST_YEARS)
    assert course.since.year == 1996
    assert course.lines[0].since < course.since + dt.timedelta(days=60)
    assert [line.until for line in course.lines].count(None) == 1


def test_its_sentences_use_none_of_the_words_we_do_not_use() -> None:
    sentences = (resources() / "demo" / "en.json").read_text(encoding="utf-8").casefold()
    banned = (
        "battle",
        "fight",
        "survivor",
        "loser",
        "failed treatment",
        "streak",
        "missed",
        "pink",
        "ribbon",
        "pro-ctcae",
    )
    assert not [word for word in banned if word in sentences]
    assert json.loads(sentences)["people"]

"""Any history of a treatment: what is refused, said, drawn and removed holds together, whatever the dates."""

import datetime as dt
import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from mbc_journal import schedule, treatments
from mbc_journal.records import PartialDate, Step, StepKind
from mbc_journal.schedule import State
from mbc_journal.treatments import Course
from tests.treatment_steps import cycle_days, every, on_off, step, therapy

TODAY = dt.date(2026, 11, 26)
DRUG = therapy("Capecitabine", kind="chemotherapy", intent="cancer", line=2)
KINDS = [kind.value for kind in StepKind if kind is not StepKind.CYCLE_START]
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31))
PLANS = st.sampled_from([None, on_off(14, 7, 2), every(28), cycle_days([1, 8], 21)])


def _partial(day: dt.date, digits: int, about: bool) -> str:
    return day.isoformat()[:digits] + ("~" if about else "")


PARTIAL = st.builds(_partial, DAYS, st.sampled_from([4, 7, 10, 10, 10]), st.booleans())
DATES = st.none() | PARTIAL
WORDS = st.sampled_from(["", "sore hands", "<b>x</b>", "\u202e \U0001f642", "a" * 90])


@st.composite
def any_step(draw: st.DrawFn) -> Step:
    """One step of any kind on any day, known or not."""
    return step(
        DRUG, draw(st.sampled_from(KINDS)), draw(DATES), draw(st.sampled_from(["", "1500 mg", "0.5 g"])),
        schedule=draw(PLANS), reason_words=draw(WORDS), note=draw(WORDS),
    )  # fmt: skip


STEPS = st.lists(any_step(), max_size=9)


def accepted(steps: Sequence[Step]) -> list[Step]:
    """The steps that the form would have taken, one after the other."""
    kept: list[Step] = []
    for one in steps:
        if treatments.refusal(kept, [one]) is None:
            kept.append(one)
    return kept


def course(steps: Sequence[Step]) -> Course:
    return treatments.courses([DRUG], steps, TODAY)[0]


@given(steps=STEPS)
def test_what_the_form_takes_is_a_history_that_can_be(steps: list[Step]) -> None:
    ordered = schedule.in_order(accepted(steps))
    held = False
    for before, one in zip([None, *ordered], ordered, strict=False):
        if one.kind is StepKind.HOLD:
            assert not held
            held = True
        elif one.kind is StepKind.RESUME:
            assert held
            held = False
        elif one.kind in (StepKind.START, StepKind.STOP):
            held = False
        if before is not None and before.kind is StepKind.STOP:
            assert one.kind is StepKind.START


@given(steps=STEPS)
def test_nothing_taken_lies_surely_before_the_first_start(steps: list[Step]) -> None:
    kept = accepted(steps)
    starts = [one for one in schedule.in_order(kept) if one.kind is StepKind.START and one.on]
    if starts and starts[0].on is not None:
        after_it = kept[kept.index(starts[0]) + 1 :]
        assert all(one.on is None or one.on.latest >= starts[0].on.earliest for one in after_it)


@given(steps=STEPS)
def test_every_history_can_be_said_and_nothing_is_said_twice_over(steps: list[Step]) -> None:
    known = course(steps)
    if known.is_over:
        (past,) = treatments.taken_before([known])
        words = treatments.past_words(past)
        assert treatments.taken_now([known]) == ()
    else:
        words = treatments.now_words(known)
        assert treatments.taken_before([known]) == ()
    assert words
    assert ".." not in words
    assert not re.search(r"\{\w+\}", words)
    for one in known.steps:
        assert treatments.step_words(known, one).strip()
        assert treatments.act_words(known, one).strip()


@given(steps=STEPS)
def test_bars_stay_on_the_axis_and_the_axis_begins_with_the_first_known_day(steps: list[Step]) -> None:
    line = treatments.timeline([course(steps)], TODAY)
    begun = [one.on.earliest for one in steps if one.on is not None and one.on.earliest <= TODAY]
    assert line.span.until == TODAY
    assert line.span.since == min(begun, default=TODAY).replace(day=1)
    for bar in line.bars:
        assert all(line.span.since <= one.since <= one.until <= TODAY for one in bar.segments)
        assert all(line.span.since <= day <= TODAY for day in bar.ticks)


@given(since=DAYS, days=st.integers(0, 20_000), most=st.integers(-1, 30))
def test_the_words_under_the_axis_fit_and_stand_in_order(since: dt.date, days: int, most: int) -> None:
    span = treatments.Timeline((), treatments.timeline([], since).span).span
    span = type(span)(since, min(since + dt.timedelta(days=days), dt.date(2099, 12, 31)))
    marks = treatments.marks(span, most)
    assert len(marks) <= max(1, most)
    assert [mark.day for mark in marks] == sorted({mark.day for mark in marks})
    assert all(span.since <= mark.day <= span.until for mark in marks)


@given(steps=STEPS, place=st.integers(0, 8))
def test_removing_a_step_leaves_no_end_of_a_hold_behind(steps: list[Step], place: int) -> None:
    kept = accepted(steps)
    if not kept:
        return
    wanted = kept[place % len(kept)]
    gone = treatments.belonging(kept, wanted)
    assert gone[0] is wanted
    if wanted.kind is StepKind.HOLD:
        left = [one for one in kept if one not in gone]
        resumes = [one for one in left if one.kind is StepKind.RESUME]
        ends = [hold.resume for hold in schedule.holds(left)]
        assert all(one in ends for one in resumes)


@given(steps=STEPS, day=DAYS)
def test_a_hold_of_a_week_is_taken_wherever_the_treatment_surely_runs(steps: list[Step], day: dt.date) -> None:
    kept = [one for one in accepted(steps) if one.on is not None and one.on.exact]
    week = [day + dt.timedelta(days=number) for number in range(9)]
    begun = any(one.kind is StepKind.START and one.on and one.on.earliest < day for one in kept)
    quiet = not any(one.on and week[0] <= one.on.earliest <= week[-1] for one in kept)
    if begun and quiet and all(schedule.state(kept, one) is State.RUNNING for one in week):
        hold = step(DRUG, "hold", day.isoformat())
        resume = step(DRUG, "resume", week[7].isoformat())
        assert treatments.refusal(kept, [hold, resume]) is None


@given(words=st.text(max_size=400))
def test_no_words_break_the_reader_of_plans(words: str) -> None:
    found = treatments.counted_as(words)
    if found is not None:
        kept = treatments.kept_plan(found, PartialDate("2026-01-05"))
        assert kept["words"] == words.strip()
        assert schedule.plan_words({**kept, "words": ""})


@given(
    on=st.integers(1, 60),
    off=st.integers(1, 60),
    times=st.sampled_from(["once a day, ", "twice a day, ", "3 times a day, "]),
)
def test_a_pattern_said_in_our_words_is_read_as_the_same_pattern(on: int, off: int, times: str) -> None:
    words = f"{times}days 1 to {on} of {on + off}"
    found = treatments.counted_as(words)
    assert found is not None
    assert treatments.pattern_words(found) == words


@given(text=st.text(max_size=300))
def test_places_to_break_a_line_change_no_letter(text: str) -> None:
    shown = treatments.breakable(text)
    assert shown.replace("\u200b", "") == text.replace("\u200b", "")
    assert all(len(word) <= 24 for part in shown.split("\u200b") for word in part.split())

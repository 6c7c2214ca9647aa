"""What a therapy is doing, what is taken, and the days of its plan."""

import datetime as dt
from typing import Any

import pytest

from mbc_journal import schedule
from mbc_journal.records import Step
from mbc_journal.schedule import State
from tests.treatment_steps import cycle_days, day, every, on_off, step, therapy

CAPE = therapy("Capecitabine", kind="chemotherapy", intent="cancer")
STEPS = [
    step(CAPE, "start", "2026-02-02", "1800 mg", schedule=on_off(14, 7, per_day=2), route="mouth"),
    step(CAPE, "hold", "2026-11-08", reason="side_effects", reason_words="sore hands"),
    step(CAPE, "dose_change", "2026-11-15", "1500 mg"),
    step(CAPE, "resume", "2026-11-15"),
    step(CAPE, "stop", "2026-12-01", reason="stopped_working", best_response="grew on the scan"),
]


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-02-01", State.PLANNED), ("2026-02-02", State.RUNNING), ("2026-11-07", State.RUNNING),
     ("2026-11-08", State.ON_HOLD), ("2026-11-14", State.ON_HOLD), ("2026-11-15", State.RUNNING),
     ("2026-11-30", State.RUNNING), ("2026-12-01", State.STOPPED)],
)  # fmt: skip
def test_every_step_acts_from_its_day_on(on: str, expected: State) -> None:
    assert schedule.state(reversed(STEPS), day(on)) is expected


def test_steps_of_one_day_act_in_their_order_whatever_the_order_they_were_written_in() -> None:
    same_day = [step(CAPE, "hold", "2026-03-01"), step(CAPE, "start", "2026-03-01")]
    assert schedule.state(same_day, day("2026-03-01")) is State.ON_HOLD


def test_a_therapy_without_any_step_is_running() -> None:
    assert schedule.state([], day("2026-03-01")) is State.RUNNING


@pytest.mark.parametrize(("on", "expected"), [("2026-02-28", State.RUNNING), ("2026-03-01", State.STOPPED)])
def test_a_stop_with_a_partial_date_acts_from_the_first_day_it_can_mean(on: str, expected: State) -> None:
    assert schedule.state([step(CAPE, "start", "2025"), step(CAPE, "stop", "2026-03~")], day(on)) is expected


def test_a_resume_with_a_partial_date_acts_after_the_last_day_it_can_mean() -> None:
    steps = [step(CAPE, "start", "2026-01-05"), step(CAPE, "hold", "2026-02-01"), step(CAPE, "resume", "2026-03")]
    assert schedule.state(steps, day("2026-03-31")) is State.ON_HOLD
    assert schedule.state(steps, day("2026-04-01")) is State.RUNNING


def test_a_stop_without_a_day_stops() -> None:
    assert schedule.state([step(CAPE, "stop", None), step(CAPE, "start", "2025")], day("2026-01-01")) is State.STOPPED


def test_a_course_finishes_by_itself() -> None:
    parts: list[dict[str, Any]] = [{"days": days, "every": 1, "per_day": 1, "dose": "4"} for days in (3, 3, 4, 6)]
    plan = {"kind": "course", "words": "", "log_from": None, "first": None, "parts": parts}
    steps = [step(CAPE, "start", "2026-09-07", schedule=plan)]
    assert schedule.state(steps, day("2026-09-22")) is State.RUNNING
    assert schedule.state(steps, day("2026-09-23")) is State.FINISHED


def radiation(*holds: Step) -> list[Step]:
    plan: dict[str, Any] = {
        "kind": "treatments", "words": "", "log_from": None, "times": [], "first": None, "count": 10,
        "weekdays": [1, 2, 3, 4, 5], "skip": ["2026-12-24", "2026-12-25", "2027-01-01"],
    }  # fmt: skip
    return [step(CAPE, "start", "2026-12-17", schedule=plan), *holds]


def test_radiation_ends_after_its_count_of_treatment_days_and_moves_behind_a_hold() -> None:
    assert schedule.finish(radiation()) == day("2027-01-04")
    held = radiation(step(CAPE, "hold", "2026-12-28"), step(CAPE, "resume", "2026-12-30"))
    assert schedule.finish(held) == day("2027-01-06")


def test_now_says_what_is_taken_and_what_it_was_before_the_last_change() -> None:
    now = schedule.now(STEPS, day("2026-11-20"))
    assert (now.state, now.dosage.dose_words, now.dosage.route) == (State.RUNNING, "1500 mg", "mouth")
    assert now.dosage.words == "1500 mg, twice a day, days 1 to 14 of 21"
    assert now.since is not None
    assert now.since.text == "2026-02-02"
    assert now.changed is not None
    assert schedule.change_words(now.changed) == "From 15 Nov 2026 1500 mg, before 1800 mg"


def test_now_before_the_change_is_the_old_dose() -> None:
    now = schedule.now(STEPS, day("2026-11-10"))
    assert (now.state, now.dosage.dose_words, now.changed) == (State.ON_HOLD, "1800 mg", None)


def test_now_of_a_planned_therapy_says_what_it_begins_with() -> None:
    now = schedule.now(STEPS, day("2026-01-01"))
    assert (now.state, now.dosage.dose_words) == (State.PLANNED, "1800 mg")


def test_what_a_change_leaves_open_stays_as_it_was() -> None:
    steps = [*STEPS[:1], step(CAPE, "dose_change", "2026-05-01", brand="Xeloda")]
    after = schedule.dosage_on(steps, day("2026-05-01"))
    assert (after.dose_words, after.brand, after.route) == ("1800 mg", "Xeloda", "mouth")


def test_the_prescription_as_given_is_said_before_our_own_words() -> None:
    assert schedule.plan_words(on_off(21, 7) | {"words": "one in the evening"}) == "one in the evening"


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (None, ""),
        ({"kind": "daily", "per_day": 1}, "once a day"),
        ({"kind": "daily", "per_day": 4}, "4 times a day"),
        ({"kind": "weekdays", "per_day": 1, "days": [1, 4]}, "Monday and Thursday"),
        (on_off(21, 7), "days 1 to 21 of 28"),
        (cycle_days([1], 21), "day 1 of 21"),
        (cycle_days([1, 8, 15], 28), "days 1, 8 and 15 of 28"),
        (every(28), "every 28 days"),
        (every(12, "week"), "every 12 weeks"),
        ({"kind": "course", "parts": [{"days": 3}, {"days": 4}]}, "for 7 days"),
        ({"kind": "treatments", "count": 10}, "10 treatments"),
        ({"kind": "as_needed"}, "as needed"),
    ],
)
def test_each_kind_of_plan_has_words(plan: dict[str, Any] | None, words: str) -> None:
    assert schedule.plan_words(plan) == words


def starts(plan: dict[str, Any], first: str, until: str, **more: Any) -> list[str]:
    return [f"{one:%d %b}" for _number, one in schedule.starts(plan, day(first), day(until), **more)]


def test_cycles_start_after_on_and_off_days() -> None:
    assert starts(on_off(21, 7), "2026-01-05", "2026-03-01") == ["05 Jan", "02 Feb"]


def test_loading_doses_come_before_the_even_distance() -> None:
    plan = every(4, "week", [1, 15, 29])
    assert starts(plan, "2026-01-07", "2026-04-30") == ["07 Jan", "21 Jan", "04 Feb", "04 Mar", "01 Apr", "29 Apr"]


def test_a_leap_day_moves_nothing() -> None:
    assert starts(every(84), "2027-12-20", "2028-07-01") == ["20 Dec", "13 Mar", "05 Jun"]


def test_a_cycle_start_the_person_set_moves_what_follows() -> None:
    plan = cycle_days([1, 8, 15], 28)
    assert starts(plan, "2026-06-01", "2026-08-10", rows={2: day("2026-07-06")}) == ["01 Jun", "06 Jul", "03 Aug"]


def test_a_start_inside_a_hold_moves_to_the_day_it_is_resumed() -> None:
    held: list[tuple[dt.date, dt.date | None]] = [(day("2026-01-20"), day("2026-02-09"))]
    assert starts(on_off(21, 7), "2026-01-05", "2026-02-28", held=held) == ["05 Jan", "09 Feb"]
    held = [(day("2026-01-20"), None)]
    assert starts(on_off(21, 7), "2026-01-05", "2026-02-28", held=held) == ["05 Jan"]


def test_holds_and_changes_are_said_with_their_reason() -> None:
    (hold,) = schedule.holds(STEPS)
    assert schedule.hold_words(hold) == 'held 8 to 14 Nov (side effects: "sore hands")'
    assert schedule.hold_words(schedule.holds(STEPS[:2])[0]) == 'on hold since 8 Nov 2026 (side effects: "sore hands")'

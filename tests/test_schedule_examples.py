"""Worked examples of plans: the days cycles start and doses are due, bars with their holds, and partial dates."""

import datetime as dt
from typing import Any

import pytest

from mbc_journal import schedule
from mbc_journal.records import Span, Step
from mbc_journal.schedule import Mode, State
from mbc_journal.schedule.plan import due_days, end_of, same_clock
from tests.treatment_steps import cycle_days, day, every, on_off, step, therapy

DRUG = therapy("Palbociclib", kind="targeted", intent="cancer")
YEAR = Span(day("2026-01-01"), day("2026-12-31"))


def short(when: dt.date) -> str:
    return f"{when.day} {when:%b}"


def starts(plan: dict[str, Any], first: str, until: str, **more: Any) -> list[str]:
    return [short(found) for _number, found in schedule.starts(plan, day(first), day(until), **more)]


def due(plan: dict[str, Any], first: str, until: str, **more: Any) -> list[str]:
    """Every day a plan is due, cycle by cycle."""
    found = [start for _number, start in schedule.starts(plan, day(first), day(until), **more)]
    ends = [*found[1:], dt.date.max]
    return [
        short(one)
        for start, end in zip(found, ends, strict=True)
        for one in due_days(plan, start, end)
        if one <= day(until)
    ]


def ticks(steps: list[Step], span: Span = YEAR) -> list[str]:
    return [short(one) for one in schedule.bar(DRUG, steps, span).ticks]


def stretches(steps: list[Step], span: Span = YEAR) -> list[tuple[str, str, Mode]]:
    return [(short(one.since), short(one.until), one.mode) for one in schedule.bar(DRUG, steps, span).segments]


def test_palbociclib_21_days_on_7_off_is_due_to_the_25th_and_again_from_2_february() -> None:
    found = due(on_off(21, 7), "2026-01-05", "2026-02-28")
    assert (found[0], found[20], found[21], found[-1]) == ("5 Jan", "25 Jan", "2 Feb", "22 Feb")
    assert len(found) == 42


def test_capecitabine_14_days_on_7_off() -> None:
    found = due(on_off(14, 7, per_day=2), "2026-02-02", "2026-03-10")
    assert (found[0], found[13], found[14], found[-1]) == ("2 Feb", "15 Feb", "23 Feb", "8 Mar")


def test_capivasertib_4_days_on_3_off() -> None:
    assert due(on_off(4, 3), "2026-04-02", "2026-04-12") == [
        "2 Apr", "3 Apr", "4 Apr", "5 Apr", "9 Apr", "10 Apr", "11 Apr", "12 Apr",
    ]  # fmt: skip


def test_sacituzumab_on_days_1_and_8_of_21() -> None:
    assert due(cycle_days([1, 8], 21), "2026-05-04", "2026-06-22") == [
        "4 May", "11 May", "25 May", "1 Jun", "15 Jun", "22 Jun",
    ]  # fmt: skip


def test_fulvestrant_has_its_loading_doses_then_every_4_weeks() -> None:
    plan = every(4, "week", loading=[1, 15, 29])
    assert starts(plan, "2026-01-07", "2026-04-29") == ["7 Jan", "21 Jan", "4 Feb", "4 Mar", "1 Apr", "29 Apr"]


def test_an_infusion_every_21_days_does_not_mind_that_clocks_go_back() -> None:
    assert starts(cycle_days([1], 21), "2026-10-05", "2026-11-16") == ["5 Oct", "26 Oct", "16 Nov"]


def test_every_84_days_over_a_leap_day() -> None:
    assert starts(every(84), "2027-12-20", "2028-06-05") == ["20 Dec", "13 Mar", "5 Jun"]


def test_a_cycle_start_moved_by_the_person_moves_the_later_ones() -> None:
    plan = cycle_days([1, 8, 15], 28)
    assert due(plan, "2026-06-01", "2026-08-03", rows={2: day("2026-07-06")}) == [
        "1 Jun", "8 Jun", "15 Jun", "6 Jul", "13 Jul", "20 Jul", "3 Aug",
    ]  # fmt: skip


def test_a_cycle_that_starts_early_cuts_the_one_before() -> None:
    plan = on_off(21, 7)
    found = due(plan, "2026-01-05", "2026-01-31", rows={2: day("2026-01-20")})
    assert len(found) == len(set(found)) == 27
    assert starts(plan, "2026-01-05", "2026-02-20", rows={2: day("2026-01-20")}) == ["5 Jan", "20 Jan", "17 Feb"]


def test_a_start_that_falls_into_a_hold_waits_for_the_day_it_is_resumed() -> None:
    held = [(day("2026-01-20"), day("2026-02-09"))]
    assert starts(on_off(21, 7), "2026-01-05", "2026-03-31", held=held) == ["5 Jan", "9 Feb", "9 Mar"]


def test_a_hold_inside_a_cycle_makes_nothing_up() -> None:
    held = [(day("2026-01-12"), day("2026-01-16"))]
    assert starts(on_off(21, 7), "2026-01-05", "2026-02-28", held=held) == ["5 Jan", "2 Feb"]


def test_a_hold_that_lasts_lets_no_cycle_start() -> None:
    assert starts(on_off(21, 7), "2026-01-05", "2026-12-31", held=[(day("2026-01-20"), None)]) == ["5 Jan"]


def test_a_row_of_the_person_wins_over_a_hold() -> None:
    held = [(day("2026-01-20"), day("2026-02-09"))]
    found = starts(on_off(21, 7), "2026-01-05", "2026-02-28", held=held, rows={2: day("2026-02-12")})
    assert found == ["5 Jan", "12 Feb"]


@pytest.mark.parametrize(("number", "expected"), [(1, [1, 2]), (4, [4, 5]), (None, [1, 2])])
def test_cycles_are_counted_from_the_number_of_the_first(number: int | None, expected: list[int]) -> None:
    plan = on_off(21, 7) | {"number": number}
    found = [count for count, _day in schedule.starts(plan, day("2026-01-05"), day("2026-02-10"))]
    assert found == expected


def test_a_course_of_dexamethasone_ends_by_itself() -> None:
    parts: list[dict[str, Any]] = [
        {"days": days, "every": apart, "per_day": count, "times": [], "dose": dose}
        for days, apart, count, dose in ((3, 1, 2, "4"), (3, 1, 1, "4"), (4, 1, 1, "2"), (6, 2, 1, "1"))
    ]
    plan: dict[str, Any] = {"kind": "course", "words": "", "log_from": None, "first": None, "parts": parts}
    assert end_of(plan, day("2026-09-07"), ()) == day("2026-09-22")
    steps = [step(DRUG, "start", "2026-09-07", schedule=plan)]
    assert schedule.state(steps, day("2026-09-22")) is State.RUNNING
    assert schedule.state(steps, day("2026-09-23")) is State.FINISHED


RADIATION: dict[str, Any] = {
    "kind": "treatments", "words": "", "log_from": None, "first": None, "times": [], "count": 10,
    "weekdays": [1, 2, 3, 4, 5], "skip": ["2026-12-24", "2026-12-25", "2027-01-01"],
}  # fmt: skip


def test_ten_treatments_skip_weekends_and_holidays() -> None:
    assert end_of(RADIATION, day("2026-12-17"), ()) == day("2027-01-04")


def test_treatments_move_behind_a_hold() -> None:
    held = [(day("2026-12-21"), day("2026-12-23"))]
    assert end_of(RADIATION, day("2026-12-17"), held) == day("2027-01-06")


def test_treatments_whose_first_day_is_not_known_end_on_no_day() -> None:
    assert end_of(RADIATION, None, ()) is None
    assert end_of(on_off(21, 7), day("2026-01-05"), ()) is None


def test_a_hold_and_a_lower_dose_make_three_stretches() -> None:
    plan: dict[str, Any] = {"kind": "daily", "words": "", "log_from": None, "per_day": 2, "times": []}
    steps = [
        step(DRUG, "start", "2026-03-02", "150 mg", schedule=plan), step(DRUG, "hold", "2026-03-10"),
        step(DRUG, "dose_change", "2026-03-17", "100 mg"), step(DRUG, "resume", "2026-03-17"),
    ]  # fmt: skip
    span = Span(day("2026-03-01"), day("2026-03-22"))
    assert stretches(steps, span) == [
        ("2 Mar", "9 Mar", Mode.ON), ("10 Mar", "16 Mar", Mode.HELD), ("17 Mar", "22 Mar", Mode.ON),
    ]  # fmt: skip
    hold = schedule.holds(steps)[0]
    assert (hold.since, hold.last) == (day("2026-03-10"), day("2026-03-16"))
    assert [hold.covers(day(f"2026-03-{number:02d}")) for number in (9, 10, 16, 17)] == [False, True, True, False]


def test_a_new_interval_with_a_first_day_waits_for_it() -> None:
    steps = [
        step(DRUG, "start", "2026-01-12", schedule=every(28)),
        step(DRUG, "dose_change", "2026-03-20", schedule=every(12, "week", first="2026-06-01")),
    ]
    assert ticks(steps) == ["12 Jan", "9 Feb", "9 Mar", "1 Jun", "24 Aug", "16 Nov"]


def test_leuprolide_every_84_days_is_ticks() -> None:
    assert ticks([step(DRUG, "start", "2026-02-03", schedule=every(84))]) == ["3 Feb", "28 Apr", "21 Jul", "13 Oct"]


def test_a_month_of_a_start_is_soft_and_nothing_is_invented() -> None:
    letrozole = [step(DRUG, "start", "2021-03", "2.5 mg")]
    found = stretches(letrozole, Span(day("2021-01-01"), day("2021-12-31")))
    assert found == [("1 Mar", "31 Mar", Mode.SOFT), ("1 Apr", "31 Dec", Mode.ON)]


@pytest.mark.parametrize(
    ("kind", "on", "acts"),
    [
        ("start", "2026-03", "2026-03-01"), ("hold", "2026-03", "2026-03-01"), ("stop", "2026-03", "2026-03-01"),
        ("resume", "2026-03", "2026-04-01"), ("dose_change", "2026-03", "2026-04-01"), ("stop", "2026", "2026-01-01"),
        ("resume", "2026", "2027-01-01"), ("hold", "2026-03-14~", "2026-03-01"),
        ("resume", "2026-03-14~", "2026-04-01"), ("resume", "2026-03-14", "2026-03-14"),
        ("start", "2026-03-14", "2026-03-14"),
    ],
)  # fmt: skip
def test_a_partial_date_acts_so_that_nothing_is_invented(kind: str, on: str, acts: str) -> None:
    assert schedule.acts_on(step(DRUG, kind, on)) == day(acts)


def test_the_steps_of_one_day_have_an_order_of_their_own() -> None:
    kinds = ["stop", "hold", "cycle_start", "resume", "dose_change", "start"]
    found = schedule.in_order([step(DRUG, kind, "2026-03-04") for kind in kinds])
    assert [one.kind.value for one in found] == list(reversed(kinds))


def test_after_a_stop_a_new_start_runs_again() -> None:
    steps = [
        step(DRUG, "start", "2026-01-05"), step(DRUG, "stop", "2026-02-01"), step(DRUG, "start", "2026-03-01"),
    ]  # fmt: skip
    assert [schedule.state(steps, day(on)) for on in ("2026-01-31", "2026-02-01", "2026-03-01")] == [
        State.RUNNING, State.STOPPED, State.RUNNING,
    ]  # fmt: skip
    assert stretches(steps) == [("5 Jan", "31 Jan", Mode.ON), ("1 Mar", "31 Dec", Mode.ON)]


def test_a_new_start_begins_from_no_dose() -> None:
    steps = [
        step(DRUG, "start", "2026-01-05", "125 mg"), step(DRUG, "stop", "2026-02-01"),
        step(DRUG, "start", "2026-03-01"),
    ]  # fmt: skip
    assert schedule.dosage_on(steps, day("2026-03-05")).dose is None


def test_before_its_first_day_nothing_is_known_of_a_dose() -> None:
    steps = [step(DRUG, "start", "2026-01-05", "125 mg")]
    assert schedule.dosage_on(steps, day("2026-01-04")).dose_words == ""
    assert schedule.dosage_on(steps, day("2026-01-05")).dose_words == "125 mg"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (on_off(21, 7), on_off(14, 14), True), (on_off(21, 7), on_off(14, 7), False),
        (on_off(21, 7), cycle_days([1], 28), False), (on_off(21, 7), on_off(21, 7, first="2026-03-01"), False),
        (every(4, "week"), every(28), True), (every(28, loading=[1, 15]), every(28), False),
        (cycle_days([1, 8], 21), cycle_days([1], 21), True),
    ],
)  # fmt: skip
def test_a_plan_of_the_same_kind_and_length_goes_on_with_the_same_clock(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    assert same_clock(one, other) is same


@pytest.mark.parametrize(
    ("plan", "wide"),
    [
        (every(21), True), (every(7), True), (every(6), False), (every(1, "week"), True),
        (cycle_days([1], 21), True), (cycle_days([1, 8], 21), True), (cycle_days([1, 8, 15], 28), True),
        (cycle_days([1, 4], 21), False), (cycle_days([1, 16], 21), False), (on_off(21, 7), False),
        (every(28, loading=[1, 15, 29]), True), (every(28, loading=[1, 4]), False), (None, False),
    ],
)  # fmt: skip
def test_doses_a_week_or_more_apart_are_events_of_their_own(plan: dict[str, Any] | None, wide: bool) -> None:
    assert schedule.is_wide(plan) is wide

"""What the Visit Brief says of treatments, doses and results."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from mbc_journal import schedule
from mbc_journal.records import (
    Comparison,
    Dose,
    DoseState,
    Moment,
    Note,
    PlanRule,
    Profile,
    Snapshot,
    Span,
    StepKind,
    Therapy,
    Visit,
)
from tests.report_journals import SPAN, TODAY, day, every, number, on_off, step
from tests.report_said import logged, said


def therapy_with(*steps: tuple[Any, ...], doses: tuple[Dose, ...] = ()) -> list[str]:
    therapy = Therapy(name="Olaparib", intent="cancer")
    made = tuple(step(therapy, *one) for one in steps)
    for dose in doses:
        dose.therapy_id = therapy.id
    return said(logged(therapies=(therapy,), steps=made, doses=doses))


def test_a_hold_that_lasts_is_said_with_the_treatment() -> None:
    lines = therapy_with(
        (StepKind.START, "2026-01-05", "300", on_off(21, 7)), (StepKind.HOLD, "2026-11-10", "", None, "infection")
    )
    assert "1. Olaparib 300 mg, twice a day, days 1 to 21 of 28. On hold since 10 Nov." in lines
    assert "Olaparib: on hold since 10 Nov (an infection)." in lines


@pytest.mark.parametrize(
    ("start", "plan", "words"),
    [
        ("2026-11-15", on_off(14, 7), "Day 9 of 21, cycle 1."),
        ("2026-10-08", on_off(14, 7), "Day 5 of 21, cycle 3."),
        ("2026-10-05", on_off(21, 7), "Day 22 of 28, cycle 2, week off."),
        ("2026-11-10", on_off(10, 4), "Day 14 of 14, cycle 1, days off."),
        ("2026-10-05", on_off(21, 7) | {"number": None}, "Day 22 of 28, week off."),
        ("2026-10-05", on_off(21, 7) | {"number": 5}, "Day 22 of 28, cycle 6, week off."),
    ],
)
def test_the_day_of_the_cycle_is_said(start: str, plan: dict[str, Any], words: str) -> None:
    line = next(line for line in therapy_with((StepKind.START, start, "300", plan)) if line.startswith("1. Olaparib"))
    assert line.endswith(words)


def test_a_hold_over_a_start_moves_the_cycle_to_its_end() -> None:
    lines = therapy_with(
        (StepKind.START, "2026-09-28", "300", on_off(21, 7)),
        (StepKind.HOLD, "2026-10-20"),
        (StepKind.RESUME, "2026-11-16"),
    )
    assert [line for line in lines if line.startswith("1. Olaparib") and line.endswith("Day 8 of 28, cycle 2.")]


def test_a_stopped_treatment_is_news_not_now() -> None:
    lines = therapy_with(
        (StepKind.START, "2026-01-05", "300"), (StepKind.STOP, "2026-11-10", "", None, "side_effects", "tired")
    )
    assert 'Olaparib: stopped 10 Nov (side effects: "tired").' in lines
    assert not [line for line in lines if line.startswith("1. Olaparib")]


def test_over_several_years_every_day_says_its_year() -> None:
    therapy = Therapy(name="Olaparib", intent="cancer")
    steps = (
        step(therapy, StepKind.START, "2024-03-15", "300"),
        step(therapy, StepKind.HOLD, "2025-01-03"),
        step(therapy, StepKind.RESUME, "2025-01-10"),
    )
    shot = Snapshot(
        profile=Profile(), span=Span(dt.date(2024, 1, 1), TODAY), today=TODAY, therapies=(therapy,), steps=steps,
        notes=(Note(day=day("2025-02-01"), text="Snow", for_doctor=True),),
    )  # fmt: skip
    lines = said(shot)
    assert "Olaparib: started 15 Mar 2024. Held 3 to 9 Jan 2025." in lines
    assert "“Snow” (1 Feb 2025)" in lines


def test_older_changes_are_counted_not_printed() -> None:
    steps = [(StepKind.DOSE_CHANGE, f"2026-11-{on:02d}", str(on)) for on in range(4, 12)]
    lines = therapy_with((StepKind.START, "2026-01-05", "300"), *steps)
    line = next(line for line in lines if line.startswith("Olaparib: "))
    assert line == (
        "Olaparib: from 8 Nov 8 mg, before 7 mg. From 9 Nov 9 mg, before 8 mg. From 10 Nov 10 mg, before 9 mg."
        " From 11 Nov 11 mg, before 10 mg."
    )
    assert "This leaves out: older changes (4). All of it is in my journal." in lines


def test_a_partial_start_stays_partial() -> None:
    lines = therapy_with((StepKind.START, "2026-11", "300"))
    assert "1. Olaparib 300 mg." in lines


def test_an_infusion_says_when_it_was_and_when_it_is_next() -> None:
    given = Dose(therapy_id=Therapy(name="x").id, planned_day=dt.date(2026, 11, 2), planned_slot=1)
    given.at = Moment(dt.date(2026, 11, 3))
    lines = therapy_with((StepKind.START, "2026-11-02", "600", every(21)), doses=(given,))
    assert "1. Olaparib 600 mg, every 21 days. Last: Tue 3 Nov. Next: Mon 23 Nov." in lines


def test_reasons_for_skipped_doses_are_said_once_and_two_at_most() -> None:
    doses = tuple(
        Dose(
            therapy_id=Therapy(name="x").id, planned_day=SPAN.since + dt.timedelta(days=n), planned_slot=1,
            state=DoseState.SKIPPED, reason=reason,
        )
        for n, reason in enumerate(("felt_unwell", "felt_unwell", "away", "not_at_hand"))
    )  # fmt: skip
    lines = therapy_with((StepKind.START, "2026-01-05", "300", on_off(21, 7)), doses=doses)
    assert "Olaparib doses: taken 0 of 4, 4 skipped (felt unwell, away from home, other reasons)." in lines


def test_a_result_below_a_limit_is_said_as_entered() -> None:
    reading = number("cea", SPAN.until, "0.5", "ng/mL", comparator="<", value_as_entered="<0.5", range_text="< 3.8")
    assert "CEA: below 0.5 ng/mL on 23 Nov (lab's range < 3.8)." in said(logged(reading))


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("4", None, "(lab's range from 4)"),
        (None, "31.0", "(lab's range to 31.0)"),
        ("0", "31", "(lab's range 0 to 31)"),
    ],
)
def test_a_printed_range_is_said_as_far_as_it_was_printed(low: str | None, high: str | None, words: str) -> None:
    reading = number("ca-15-3", SPAN.until, "48", "U/mL")
    reading.range_low, reading.range_high = Decimal(low) if low else None, Decimal(high) if high else None
    assert f"CA 15-3: 48 U/mL on 23 Nov {words}." in said(logged(reading))


def test_the_lowest_is_said_where_lower_is_worse() -> None:
    readings = [
        number("oxygen", SPAN.since + dt.timedelta(days=n), value, "%") for n, value in enumerate(("97", "91", "95"))
    ]
    assert "Oxygen (SpO2): lowest 91 % on 4 Nov (3 readings)." in said(logged(*readings))


def test_a_rule_that_was_not_met_in_the_period_is_not_said() -> None:
    rule = PlanRule(
        scale="temperature", comparison=Comparison.ABOVE, value=Decimal(38), met=("2026-01-01 called", "not a moment")
    )
    lines = said(logged(number("temperature", SPAN.until, "37", "Cel"), plan_rules=(rule,)))
    assert "Temperature: highest 37 °C on 23 Nov (1 reading)." in lines


def test_a_rule_of_a_symptom_has_its_own_line() -> None:
    rule = PlanRule(
        scale="diarrhea", comparison=Comparison.AT_OR_ABOVE, value=Decimal(3), words="call us",
        met=("2026-11-14T08:05+01:00 not called", "2026-11-16 not said"),
    )  # fmt: skip
    assert "Diarrhea: Team's rule “3 or above: call us”: met 14 Nov, not called; 16 Nov." in said(
        logged(plan_rules=(rule,))
    )


def test_hours_at_the_clinic_are_said_only_as_far_as_known() -> None:
    visits = tuple(
        Visit(day=day(f"2026-11-{on:02d}"), kind="nurse", hours_away=hours)
        for on, hours in ((4, None), (4, Decimal("1.5")), (9, Decimal("0.5")))
    )
    assert "At a clinic on 2 of 21 days (2 hours for 2 of 3 visits)." in said(logged(visits=visits))
    unknown = (Visit(day=day("2026-11-04"), kind="nurse"),)
    assert "At a clinic on 1 of 21 days." in said(logged(visits=unknown))


def test_the_visit_this_is_for_is_no_clinic_day_yet() -> None:
    coming = Visit(day=day("2026-11-23"), kind="oncologist", hours_away=Decimal(3))
    assert not [line for line in said(logged(visit=coming, visits=(coming,))) if line.startswith("At a clinic")]


def test_a_plan_in_words_that_no_pattern_counts_is_printed() -> None:
    therapy = Therapy(name="Calcium", intent="bones")
    start = replace(step(therapy, StepKind.START, "2026-01-05"), note="1 tablet after supper")
    assert schedule.told_plan([start], dt.date(2026, 1, 1)) == ""
    assert schedule.told_plan([start], TODAY) == "1 tablet after supper"
    assert "1. Calcium, 1 tablet after supper." in said(logged(therapies=(therapy,), steps=(start,)))

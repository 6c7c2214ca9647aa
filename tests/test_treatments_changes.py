"""Recording a change: what fits, what is refused and why."""

import pytest

from mbc_journal import treatments
from mbc_journal.records import Step, StepKind
from tests.test_treatments import TODAY, course
from tests.treatment_steps import on_off, step, therapy

DRUG = therapy("Capecitabine")
STARTED = [step(DRUG, "start", "2026-01-05", "1800 mg")]
HELD = [*STARTED, step(DRUG, "hold", "2026-03-01")]
RESUMED = [*HELD, step(DRUG, "resume", "2026-03-15")]
STOPPED = [*STARTED, step(DRUG, "stop", "2026-06-01")]


def why(steps: list[Step], *new: Step) -> str:
    """Why new steps are refused, "" if they are not."""
    found = treatments.refusal(steps, new)
    return found.why if found is not None else ""


@pytest.mark.parametrize(
    ("steps", "kind", "on", "said"),
    [
        (STARTED, "stop", "2025-12-31", "This ends before it starts."),
        (STARTED, "stop", "2025", "This ends before it starts."),
        (STARTED, "hold", "2025-12", "This is before its start, 5 Jan 2026."),
        (STARTED, "dose_change", "2025-12-31", "This is before its start, 5 Jan 2026."),
        (STARTED, "start", "2026-05-01", "It is running then. Record the day it stopped first."),
        (STARTED, "start", "2025-05-01", "It began 5 Jan 2026 already."),
        (STARTED, "resume", "2026-05-01", "It was not on hold then."),
        (HELD, "resume", "2026-03-01", "It was not on hold then."),
        (HELD, "hold", "2026-05-01", "It is on hold already since 1 Mar 2026."),
        (RESUMED, "resume", "2026-05-01", "It was not on hold then."),
        (STOPPED, "stop", "2026-07-01", "It was stopped already."),
        (STOPPED, "stop", None, "It was stopped already."),
        (STOPPED, "hold", "2026-07-01", "It was stopped then. Record a new start first."),
        (STOPPED, "resume", "2026-07-01", "It was stopped then. Record a new start first."),
        (STOPPED, "dose_change", "2026-07-01", "It was stopped then. Record a new start first."),
        (STARTED, "hold", None, "Since when? A month or a year is enough."),
        (STARTED, "dose_change", None, "Since when? A month or a year is enough."),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_is_refused_with_the_reason(
    steps: list[Step], kind: str, on: str | None, said: str
) -> None:
    assert why(steps, step(DRUG, kind, on)) == said


@pytest.mark.parametrize(
    ("steps", "kind", "on"),
    [
        (STARTED, "stop", "2026-01-05"), (STARTED, "stop", "2026"), (STARTED, "stop", "2026-01~"),
        (STARTED, "stop", None), (STARTED, "hold", "2026-02-01"), (STARTED, "dose_change", "2026-01-05"),
        (HELD, "resume", "2026-03-02"), (HELD, "resume", "2026-03"), (HELD, "stop", "2026-04-01"),
        (HELD, "dose_change", "2026-04-01"), (RESUMED, "hold", "2026-03-15"), (RESUMED, "hold", "2026-05-01"),
        (STOPPED, "start", "2026-08-01"), (STOPPED, "dose_change", "2026-02-01"), ([], "start", None),
        ([], "stop", "2024"), ([], "hold", "2024"),
    ],
)  # fmt: skip
def test_a_partial_or_unknown_date_is_never_refused_for_being_so(steps: list[Step], kind: str, on: str | None) -> None:
    assert why(steps, step(DRUG, kind, on)) == ""


def test_a_hold_in_the_past_is_recorded_with_the_day_it_was_taken_up_again() -> None:
    hold, resume = step(DRUG, "hold", "2026-02-01"), step(DRUG, "resume", "2026-02-08")
    assert why(RESUMED, hold, resume) == ""
    assert why(STOPPED, hold, resume) == ""


def test_a_hold_before_another_one_needs_its_end() -> None:
    said = why(RESUMED, step(DRUG, "hold", "2026-02-01"))
    assert said == "Then this no longer fits: 1 Mar 2026, put on hold. Remove that first, or choose another day."


def test_taken_up_before_the_hold_is_said_of_the_second_day() -> None:
    hold, resume = step(DRUG, "hold", "2026-02-08"), step(DRUG, "resume", "2026-02-01")
    found = treatments.refusal(STARTED, (hold, resume))
    assert found is not None
    assert (found.step, found.why) == (resume, "It was not on hold then.")


def test_a_stop_before_what_was_recorded_later_is_refused() -> None:
    said = why(RESUMED, step(DRUG, "stop", "2026-02-01"))
    assert said == "Something was recorded after this day. Remove that first, or choose a later day."


def test_a_stop_may_come_before_a_later_new_start() -> None:
    again = [*STARTED, step(DRUG, "stop", "2026-06-01"), step(DRUG, "start", "2026-08-01")]
    assert why(again, step(DRUG, "stop", "2026-09-01")) == ""


def test_what_an_import_left_odd_does_not_stand_in_the_way() -> None:
    odd = [*STARTED, step(DRUG, "resume", "2026-02-01")]
    assert why(odd, step(DRUG, "dose_change", "2026-05-01", "1500 mg")) == ""


@pytest.mark.parametrize(
    ("steps", "kinds"),
    [
        (STARTED, ["dose_change", "hold", "resume", "stop"]),
        (HELD, ["dose_change", "hold", "resume", "stop"]),
        (STOPPED, ["start", "dose_change", "hold", "resume"]),
        ([], ["start", "dose_change", "hold", "resume", "stop"]),
    ],
)
def test_the_changes_offered_fit_what_the_treatment_is_doing(steps: list[Step], kinds: list[str]) -> None:
    assert [kind.value for kind in treatments.choices(course(DRUG, *steps))] == kinds


def test_what_stopped_is_started_again() -> None:
    assert treatments.choices(course(DRUG, *STOPPED))[StepKind.START] == "Started again"
    assert treatments.choices(course(DRUG))[StepKind.START] == "Started"


def test_a_wrong_hold_takes_its_end_along_when_it_is_removed() -> None:
    assert treatments.belonging(RESUMED, RESUMED[1]) == (RESUMED[1], RESUMED[2])
    assert treatments.belonging(RESUMED, RESUMED[2]) == (RESUMED[2],)
    assert treatments.belonging(STOPPED, STOPPED[1]) == (STOPPED[1],)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (step(DRUG, "dose_change", "2026-11-15", "1500 mg"), "1500 mg, before 1800 mg."),
        (step(DRUG, "dose_change", "2026-11-15", "1500 mg", reason_words="sore hands"),
         '1500 mg, before 1800 mg ("sore hands").'),
        (step(DRUG, "dose_change", "2026-11-15", brand="Xeloda"), "Xeloda."),
        (step(DRUG, "dose_change", "2026-11-15", schedule=on_off(7, 7, 2)), "twice a day, days 1 to 7 of 14."),
        (step(DRUG, "hold", "2026-11-15", reason="infection"), "Put on hold: an infection."),
        (step(DRUG, "resume", "2026-11-15", note="feels fine"), "Taken up again. Feels fine."),
        (step(DRUG, "stop", "2026-11-15", reason="stopped_working", best_response="stable"),
         "Stopped: it stopped working. As the doctor put it: stable."),
        (step(DRUG, "cycle_start", "2026-11-15", cycle=3), "Cycle 3 started."),
    ],
)  # fmt: skip
def test_a_step_says_what_it_changed_and_only_that(new: Step, said: str) -> None:
    known = course(DRUG, STARTED[0], new)
    assert treatments.step_words(known, new) == said


def test_a_start_says_dose_plan_and_brand() -> None:
    start = step(DRUG, "start", "2026-01-05", "1800 mg", schedule=on_off(14, 7, 2), brand="Xeloda")
    assert treatments.step_words(course(DRUG, start), start) == (
        "Started: 1800 mg, twice a day, days 1 to 14 of 21, Xeloda."
    )


@pytest.mark.parametrize(
    ("kind", "on", "said"),
    [
        ("dose_change", "2026-11-15", "dose from 15 Nov"),
        ("dose_change", "2025-11-15", "dose from 15 Nov 2025"),
        ("stop", "2024-02~", "stopped about February 2024"),
        ("stop", None, "stopped"),
        ("hold", "2026-11-15", "on hold from 15 Nov"),
    ],
)
def test_a_change_has_a_name_for_the_info_bar(kind: str, on: str | None, said: str) -> None:
    assert treatments.act_words(course(DRUG, today=TODAY), step(DRUG, kind, on)) == said
    assert treatments.step_day(step(DRUG, kind, None)) == "Day not known"

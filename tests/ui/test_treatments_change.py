"""Record a change: each is a new dated step, and what cannot be is said beside its day."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from mbc_journal import schedule
from mbc_journal.db.journal import Journal
from mbc_journal.records import PartialDate, StepKind, Therapy
from mbc_journal.schedule import State
from mbc_journal.ui.page import Desk
from mbc_journal.ui.treatments_page import TreatmentsPage
from tests.conftest import FrozenClock
from tests.treatment_steps import step
from tests.ui.treatment_pages import (
    button,
    change,
    click,
    field,
    running,
    said,
    steps_of,
    write,
)

Open = Callable[..., TreatmentsPage]


def test_a_new_dose_is_a_new_step_and_the_past_stays(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    change(page, "dose_change")
    write(page, "on", "15 Feb 2026")
    write(page, "dose", "1500 mg")
    click(page, "change_record")
    start, lower = steps_of(journal)
    assert (start.on, start.dose) == (PartialDate("2025-11-03"), Decimal(1800))
    assert (lower.kind, lower.on, lower.dose, lower.unit) == (
        StepKind.DOSE_CHANGE, PartialDate("2026-02-15"), Decimal(1500), "mg",
    )  # fmt: skip
    assert "since 3 Nov 2025. 1500 mg, twice a day, days 1 to 14 of 21. Before 15 Feb: 1800 mg." in said(page)


def test_a_change_is_from_today_on_unless_another_day_is_typed(
    open_page: Open, journal: Journal, clock: FrozenClock
) -> None:
    page = open_page(TreatmentsPage, *running())
    change(page, "hold")
    click(page, "change_record")
    assert steps_of(journal)[-1].on == PartialDate.of(clock.today())


def test_a_change_of_dose_must_name_something_new(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    change(page, "dose_change")
    click(page, "change_record")
    assert "Write what is new: the dose, how often, or the brand." in said(page)
    assert len(steps_of(journal)) == 1


def test_a_new_plan_in_words_must_end_the_one_that_is_counted(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    change(page, "dose_change")
    write(page, "schedule", "days 1 to 7 of 14")
    click(page, "change_record")
    assert "Choose the pattern it counts as" in said(page)
    click(page, "schedule_offer_0")
    click(page, "change_record")
    kept = steps_of(journal)[-1].schedule
    assert kept is not None
    assert (kept["on"], kept["off"], kept["number"]) == (7, 7, None)


def test_a_hold_is_kept_with_its_reason_and_taken_up_again(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    change(page, "hold")
    click(page, "reason_side_effects")
    write(page, "reason_words", "sore hands")
    click(page, "change_record")
    held = steps_of(journal)[-1]
    assert (held.kind, held.reason, held.reason_words) == (StepKind.HOLD, "side_effects", "sore hands")
    assert 'On hold since 4 Mar 2026: side effects ("sore hands").' in said(page)
    change(page, "resume")
    write(page, "on", "11 March 2026")
    click(page, "change_record")
    assert [one.kind for one in steps_of(journal)] == [StepKind.START, StepKind.HOLD, StepKind.RESUME]


def test_a_hold_that_is_over_is_one_act(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    change(page, "hold")
    write(page, "on", "1 Feb 2026")
    write(page, "resumed", "8 Feb 2026")
    click(page, "change_record")
    assert [one.kind for one in steps_of(journal)] == [StepKind.START, StepKind.HOLD, StepKind.RESUME]
    journal.undo()
    assert [one.kind for one in steps_of(journal)] == [StepKind.START]


def test_a_stop_keeps_the_reason_and_the_doctors_words(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    change(page, "stop")
    click(page, "reason_stopped_working")
    click(page, "best_response_offer_3")
    click(page, "change_record")
    stop = steps_of(journal)[-1]
    assert (stop.reason, stop.best_response) == ("stopped_working", "grew")
    assert "Stopped: it stopped working. As the doctor put it: grew." in said(page)
    assert page.focusWidget() is button(page, "past_1_more")


def test_what_was_stopped_can_be_started_again(open_page: Open, journal: Journal, clock: FrozenClock) -> None:
    drug, start = running()
    assert isinstance(drug, Therapy)
    page = open_page(TreatmentsPage, drug, start, step(drug, "stop", "2026-02-01"))
    click(page, "past_1_more")
    click(page, "past_1_change")
    click(page, "change_kind_start")
    write(page, "on", "1 March 2026")
    write(page, "dose", "1250 mg")
    click(page, "change_record")
    assert schedule.state(steps_of(journal), clock.today()) is State.RUNNING
    assert "1250 mg" in said(page)


@pytest.mark.parametrize(
    ("kind", "on", "problem"),
    [
        ("stop", "2 Nov 2025", "This ends before it starts."),
        ("resume", "1 Feb 2026", "It was not on hold then."),
        ("hold", "2024", "This is before its start, 3 Nov 2025."),
        ("hold", "", "Since when? A month or a year is enough."),
        ("stop", "32 Nov 2025", "There is no such day"),
    ],
)
def test_a_change_that_cannot_be_is_refused_beside_its_day(
    open_page: Open, journal: Journal, kind: str, on: str, problem: str
) -> None:
    page = open_page(TreatmentsPage, *running())
    change(page, kind)
    field(page, "on").setText(on)
    click(page, "change_record")
    assert problem in said(page)
    assert page.focusWidget() is field(page, "on")
    assert field(page, "on").text() == on
    assert len(steps_of(journal)) == 1


def test_a_change_that_is_not_saved_stays_and_another_try_ends_it_once(
    open_page: Open, journal: Journal, desk: Desk, qtbot: QtBot
) -> None:
    page = open_page(TreatmentsPage, *running())
    panel = change(page, "hold")
    write(page, "reason_words", "fever")
    journal.read_only = "the disk is full"
    with qtbot.waitSignal(desk.announcer.not_saved) as failed:
        click(page, "change_record")
    assert field(page, "reason_words").text() == "fever"
    journal.read_only = ""
    failed.args[0].again()
    assert [one.reason_words for one in steps_of(journal)] == ["", "fever"]
    assert not panel.isVisible()
    assert page.focusWidget() is button(page, "therapy_1_change")

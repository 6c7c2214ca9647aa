"""Treatments: a name is enough, a change is a new step, and nothing is added or rewritten by the program."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal import schedule
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import PartialDate, Profile, Row, Step, StepKind, Therapy
from mbc_journal.schedule import State
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.treatments_page import TreatmentsPage
from mbc_journal.ui.treatments_page.change_panel import ChangePanel
from mbc_journal.ui.treatments_page.details_panel import DetailsPanel
from mbc_journal.ui.treatments_page.side_effects_panel import SideEffectsPanel
from tests.conftest import FrozenClock
from tests.treatment_steps import on_off, step, therapy

Open = Callable[..., TreatmentsPage]
P = TypeVar("P", bound=QWidget)
NASTY = "<b>Tea</b> \U0001f642 \u05e9\u05dc\u05d5\u05dd $x$ #import \u202e"


def button(page: QWidget, name: str) -> QAbstractButton:
    found = [one for one in page.findChildren(QAbstractButton, name) if one.isVisibleTo(page)]
    assert found, name
    return found[0]


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def field(page: QWidget, name: str) -> QLineEdit:
    found = [one for one in page.findChildren(QLineEdit, name) if one.isVisibleTo(page)]
    assert found, name
    return found[0]


def write(page: QWidget, name: str, text: str) -> None:
    into = field(page, name)
    into.selectAll()
    QTest.keyClicks(into, text)


def part(page: QWidget, kind: type[P]) -> P:
    """The one part of that kind."""
    found = page.findChild(kind)
    assert found is not None, kind
    return found


def said(page: QWidget) -> str:
    """Every word that can be seen."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def drugs(journal: Journal) -> list[str]:
    return [one.name for one in journal.ask(questions.therapies)]


def steps_of(journal: Journal) -> list[Step]:
    return journal.ask(questions.steps)


def capecitabine(**fields: object) -> Therapy:
    known: dict[str, object] = {"reference_id": "capecitabine", "kind": "chemotherapy", "intent": "cancer", "line": 2}
    return therapy("Capecitabine", **{**known, **fields})


def running() -> tuple[Row, ...]:
    """One treatment that goes on."""
    drug = capecitabine()
    return drug, step(drug, "start", "2025-11-03", "1800 mg", schedule=on_off(14, 7, 2), route="mouth")


def added(page: TreatmentsPage, name: str, **more: str) -> None:
    """Add a treatment by typing."""
    click(page, "add_treatment")
    write(page, "name", name)
    for where, text in more.items():
        write(page, where, text)
    click(page, "add_it")


def change(page: TreatmentsPage, kind: str) -> ChangePanel:
    """Open Record a change of the first treatment, and choose a kind."""
    if not any(panel.isVisible() for panel in page.findChildren(ChangePanel)):
        click(page, "therapy_1_change")
    panel = next(panel for panel in page.findChildren(ChangePanel) if panel.isVisible())
    click(panel, f"change_kind_{kind}")
    return panel


def test_an_empty_page_says_what_adding_brings(open_page: Open) -> None:
    page = open_page(TreatmentsPage)
    assert "No treatments yet. Adding one offers its side effects on Today." in said(page)
    assert not page.timeline.isVisible()


def test_only_the_name_is_needed(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    added(page, "Letrozole")
    (made,), (start,) = journal.ask(questions.therapies), steps_of(journal)
    assert (made.name, made.reference_id, made.kind, made.intent, made.line) == (
        "Letrozole", "letrozole", "hormone", "", None,
    )  # fmt: skip
    assert (start.kind, start.on, start.dose, start.unit, start.schedule) == (StepKind.START, None, None, "", None)


def test_a_name_is_asked_for_and_nothing_is_written_without_one(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    added(page, "   ")
    assert "A name is needed here. Any words will do." in said(page)
    assert drugs(journal) == []


def test_a_brand_becomes_the_treatment_and_its_brand(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    added(page, "xeloda")
    assert (drugs(journal), steps_of(journal)[0].brand) == (["Capecitabine"], "Xeloda")


def test_a_misspelt_name_is_offered_and_taken_with_the_keyboard(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "capecitibine")
    QTest.keyClick(page.add_card.name.field, Qt.Key.Key_Down)
    QTest.keyClick(page.add_card.name.offers, Qt.Key.Key_Return)
    assert field(page, "name").text() == "Capecitabine"
    click(page, "add_it")
    assert [one.reference_id for one in journal.ask(questions.therapies)] == ["capecitabine"]


def test_a_drug_without_a_page_is_fine(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "zzqq tea")
    assert "No page for this drug. That is fine." in said(page)
    click(page, "add_it")
    assert drugs(journal) == ["zzqq tea"]
    assert page.focusWidget() is button(page, "therapy_1_more")


def test_partial_dates_dose_and_plan_are_kept_as_said(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    added(
        page, "Capecitabine", on="about march 2024", dose="1500 mg", schedule="morning and evening, days 1 to 14 of 21"
    )
    start = steps_of(journal)[0]
    assert (start.on, start.dose, start.unit) == (PartialDate("2024-03~"), Decimal(1500), "mg")
    assert (start.schedule, start.note) == (None, "morning and evening, days 1 to 14 of 21")
    assert "since about March 2024. 1500 mg, morning and evening, days 1 to 14 of 21." in said(page)


def test_a_plan_is_only_counted_when_the_person_takes_the_pattern(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "Capecitabine")
    write(page, "schedule", "twice daily, one week on, one week off")
    assert button(page, "schedule_offer_0").text() == "Counts as: twice a day, days 1 to 7 of 14"
    click(page, "schedule_offer_0")
    click(page, "add_it")
    kept = steps_of(journal)[0].schedule
    assert kept is not None
    assert (kept["kind"], kept["on"], kept["off"], kept["words"]) == (
        "on_off", 7, 7, "twice daily, one week on, one week off",
    )  # fmt: skip


def test_the_usual_plan_is_offered_and_never_a_dose(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "Capecitabine")
    assert field(page, "schedule").text() == ""
    assert field(page, "dose").text() == ""
    click(page, "schedule_offer_0")
    assert field(page, "schedule").text() == "Twice a day for 14 days, then 7 days off"
    write(page, "schedule", "as my doctor said")
    click(page, "add_it")
    assert steps_of(journal)[0].schedule is None


@pytest.mark.parametrize(
    ("where", "text", "problem"),
    [
        ("on", "31.2.2024", "There is no such day"),
        ("on", "some day", "is not a date we know"),
        ("dose", "much", "is not a number we know"),
        ("dose", "0", "A dose is more than zero."),
        ("dose", "99999999", "at most seven digits"),
        ("schedule", "x" * 501, "too long by 1 letters"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_the_field_and_stays(
    open_page: Open, journal: Journal, where: str, text: str, problem: str
) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "Letrozole")
    field(page, where).setText(text)
    click(page, "add_it")
    assert problem in said(page)
    assert field(page, where).text() == text
    assert drugs(journal) == []


@pytest.mark.parametrize(
    ("typed", "dose"), [("2,5 mg", "2.5"), ("2.5", "2.5"), ("75mg/m2", "75"), ("1 500 mg", "1500")]
)
def test_a_dose_is_read_with_comma_or_point_and_its_unit(
    open_page: Open, journal: Journal, typed: str, dose: str
) -> None:
    page = open_page(TreatmentsPage)
    added(page, "Letrozole", dose=typed)
    assert steps_of(journal)[0].dose == Decimal(dose)


def test_hostile_words_are_kept_and_shown_as_words(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    page.add_card.name.field.setText(NASTY + "\0")
    click(page, "add_it")
    assert drugs(journal) == [NASTY]
    assert NASTY in said(page)


def test_ten_thousand_letters_are_refused_with_a_sentence_and_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    page.add_card.name.field.setText("x" * 10_000)
    click(page, "add_it")
    assert "too long by 9800 letters" in said(page)
    assert len(page.add_card.name.field.text()) == 10_000
    assert drugs(journal) == []


def test_a_line_goes_with_treatments_of_the_cancer_only(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "Letrozole")
    click(page, "add_more")
    page.add_card.more.fill({**page.add_card.more.values(), "line": "1"})
    click(page, "add_it")
    assert "Choose first what it is for." in said(page)
    page.add_card.more.fill({**page.add_card.more.values(), "intent": "cancer"})
    click(page, "add_it")
    assert [(one.intent, one.line) for one in journal.ask(questions.therapies)] == [("cancer", 1)]


def test_escape_closes_the_card_and_keeps_what_was_typed(open_page: Open) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "Somethi")
    QTest.keyClick(page.add_card.start.on.field, Qt.Key.Key_Escape)
    assert not page.add_card.isVisible()
    assert page.focusWidget() is page.add_button
    click(page, "add_treatment")
    assert field(page, "name").text() == "Somethi"


def test_today_can_send_the_person_here_to_add(open_page: Open) -> None:
    page = open_page(TreatmentsPage)
    page.go_to(Place("treatments", verb="add"))
    assert page.add_card.isVisible()
    assert page.focusWidget() is page.add_card.name.field


def test_adding_is_one_act_that_undo_takes_back(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    added(page, "Letrozole")
    journal.undo()
    assert (drugs(journal), steps_of(journal)) == ([], [])
    assert page.cards() == []


def test_side_effects_are_offered_after_adding_and_never_added(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    added(page, "Capecitabine")
    assert "Side effects people have with Capecitabine" in said(page)
    assert journal.ask(questions.profile).rows == ()
    click(page, "offer_hand_foot")
    rows = journal.ask(questions.profile).rows
    assert rows[-1] == "hand-foot"
    assert "fatigue" in rows
    journal.undo()
    assert journal.ask(questions.profile).rows == ()
    assert not button(page, "offer_hand_foot").isChecked()


def test_a_second_click_takes_the_row_off_today_again(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, Profile(rows=("fatigue",)), *running())
    click(page, "therapy_1_log")
    click(page, "offer_diarrhea")
    click(page, "offer_diarrhea")
    assert journal.ask(questions.profile).rows == ("fatigue",)


def test_private_side_effects_are_shown_on_request(open_page: Open) -> None:
    drug = therapy("Letrozole", reference_id="letrozole")
    page = open_page(TreatmentsPage, drug, step(drug, "start", "2025"))
    click(page, "therapy_1_log")
    assert page.findChild(QAbstractButton, "offer_vaginal_dryness") is None
    click(page, "side_effects_private")
    assert button(page, "offer_vaginal_dryness").isVisible()


def test_log_a_side_effect_leads_to_its_row_on_today(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    page = open_page(TreatmentsPage, Profile(rows=("fatigue", "diarrhea")), *running())
    click(page, "therapy_1_log")
    with qtbot.waitSignal(desk.announcer.wanted) as wanted:
        click(page, "side_effects_today")
    assert wanted.args == [Place("today", scale="diarrhea")]


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


def test_a_wrong_step_is_removed_and_undo_brings_it_back(open_page: Open, journal: Journal) -> None:
    drug, start = running()
    assert isinstance(drug, Therapy)
    page = open_page(TreatmentsPage, drug, start, step(drug, "hold", "2026-02-01"), step(drug, "resume", "2026-02-08"))
    click(page, "therapy_1_details")
    click(page, "step_2_remove")
    assert [one.kind for one in steps_of(journal)] == [StepKind.START]
    assert page.focusWidget() is button(page, "step_1_remove")
    journal.undo()
    assert len(steps_of(journal)) == 3


def test_a_treatment_goes_to_the_bin_whole_and_undo_brings_it_back(open_page: Open, journal: Journal) -> None:
    other = therapy("Zoledronic acid")
    page = open_page(TreatmentsPage, *running(), other, step(other, "start", "2025"))
    click(page, "therapy_1_details")
    click(page, "details_remove")
    assert (drugs(journal), len(steps_of(journal))) == (["Zoledronic acid"], 1)
    assert page.focusWidget() is button(page, "therapy_1_more")
    journal.undo()
    assert len(drugs(journal)) == 2
    assert len(steps_of(journal)) == 2


def test_the_keys_of_lists_move_open_and_bin(open_page: Open, journal: Journal) -> None:
    other = therapy("Zoledronic acid")
    page = open_page(TreatmentsPage, *running(), other, step(other, "start", "2025"))
    button(page, "therapy_1_more").setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.focusWidget() is button(page, "therapy_2_more")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert button(page, "therapy_2_change").isVisible()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Delete)
    assert drugs(journal) == ["Capecitabine"]
    assert page.focusWidget() is button(page, "therapy_1_more")


def test_details_are_saved_as_they_are_typed_and_undone_by_name(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    click(page, "therapy_1_details")
    panel = part(page, DetailsPanel)
    write(panel, "why", "it grew")
    QTest.keyClick(panel.form.rows["why"].target, Qt.Key.Key_Escape)
    assert journal.ask(questions.therapies)[0].why == "it grew"
    assert not panel.isVisible()
    assert page.focusWidget() is button(page, "therapy_1_details")
    journal.undo()
    assert journal.ask(questions.therapies)[0].why == ""


def test_a_choice_is_saved_at_once_and_a_wrong_one_is_said(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    click(page, "therapy_1_details")
    panel = part(page, DetailsPanel)
    intent = panel.form.rows["intent"].widget
    intent.setFocus()
    QTest.keyClick(intent, Qt.Key.Key_Down)
    assert journal.ask(questions.therapies)[0].intent == "maintenance"
    QTest.keyClick(intent, Qt.Key.Key_End)
    assert "Lines are counted for treatments of the cancer." in said(page)
    assert journal.ask(questions.therapies)[0].intent == "maintenance"


def test_a_name_cannot_be_emptied(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    click(page, "therapy_1_details")
    panel = part(page, DetailsPanel)
    field(panel, "name").selectAll()
    QTest.keyClick(field(panel, "name"), Qt.Key.Key_Delete)
    flush_all(page)
    assert "A name is needed here. Any words will do." in said(page)
    assert drugs(journal) == ["Capecitabine"]


def test_a_line_that_is_over_is_one_card_with_its_treatments(open_page: Open) -> None:
    pair = therapy("Palbociclib", line=1, intent="cancer"), therapy("Letrozole", line=1, intent="cancer")
    steps = [made for one in pair for made in (step(one, "start", "2022"), step(one, "stop", "2024-02"))]
    page = open_page(TreatmentsPage, *pair, *steps)
    assert "Letrozole + Palbociclib" in said(page)
    assert "first line, 2022 to February 2024. Stopped." in said(page)
    click(page, "past_1_more")
    assert button(page, "past_1_1_change").accessibleName() == "Record a change of Letrozole"
    assert button(page, "past_1_2_details").isVisible()


def test_bars_and_table_say_the_same(open_page: Open) -> None:
    page = open_page(TreatmentsPage, *running())
    words = "Capecitabine, second line, from 3 Nov 2025, now, 1800 mg, twice a day, days 1 to 14 of 21."
    assert page.timeline.bars.accessibleDescription() == words
    click(page, "timeline_view_table")
    assert page.timeline.table.isVisible()
    assert not page.timeline.bars.isVisible()
    cells = [page.timeline.table.model().index(0, place).data() for place in range(4)]
    assert cells == ["Capecitabine", "3 Nov 2025", "now", "1800 mg, twice a day, days 1 to 14 of 21"]


def test_a_journal_that_is_only_read_shows_everything_and_takes_nothing(open_page: Open, journal: Journal) -> None:
    journal.save(*running(), name="")
    journal.read_only = "This journal can only be read here."
    page = open_page(TreatmentsPage)
    assert not button(page, "add_treatment").isEnabled()
    assert not button(page, "therapy_1_change").isEnabled()
    click(page, "therapy_1_details")
    panel = part(page, DetailsPanel)
    assert panel.isVisible()
    assert not panel.form.isEnabled()
    assert not button(panel, "step_1_remove").isEnabled()
    click(page, "about_my_cancer")
    assert not page.about.form.isEnabled()


def test_panels_stay_open_with_what_was_typed_when_something_else_is_written(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    change(page, "stop")
    write(page, "reason_words", "half a sen")
    journal.save(therapy("Calcium"), name="")
    assert field(page, "reason_words").text() == "half a sen"


def test_a_panel_opens_alone_and_a_second_press_closes_it(open_page: Open) -> None:
    page = open_page(TreatmentsPage, *running())
    click(page, "therapy_1_log")
    click(page, "therapy_1_change")
    assert not part(page, SideEffectsPanel).isVisible()
    click(page, "therapy_1_change")
    assert not part(page, ChangePanel).isVisible()

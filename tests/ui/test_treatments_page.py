"""Treatments: now and before, side effects offered, history and details, bars and table."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Profile, StepKind, Therapy
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.treatments_page import TreatmentsPage
from mbc_journal.ui.treatments_page.change_panel import ChangePanel
from mbc_journal.ui.treatments_page.details_panel import DetailsPanel
from mbc_journal.ui.treatments_page.side_effects_panel import SideEffectsPanel
from tests.treatment_steps import step, therapy
from tests.ui.treatment_pages import (
    added,
    button,
    change,
    click,
    drugs,
    field,
    part,
    running,
    said,
    steps_of,
    write,
)

Open = Callable[..., TreatmentsPage]


def test_an_empty_page_says_what_adding_brings(open_page: Open) -> None:
    page = open_page(TreatmentsPage)
    assert "No treatments yet. Adding one offers its side effects on Today." in said(page)
    assert not page.timeline.isVisible()


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
    assert button(page, "past_1_1_change").accessibleName() == "Record a change: Letrozole"
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


def test_where_no_side_effects_are_known_log_leads_straight_to_today(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    tea = therapy("Herbal tea")
    page = open_page(TreatmentsPage, tea, step(tea, "start", "2025"))
    with qtbot.waitSignal(desk.announcer.wanted) as wanted:
        click(page, "therapy_1_log")
    assert wanted.args == [Place("today")]
    assert page.findChild(SideEffectsPanel) is None

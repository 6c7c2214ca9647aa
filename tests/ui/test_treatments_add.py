"""Add a treatment: a name is enough, and nothing is filled in that the person did not say."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import PartialDate, StepKind
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.ui.treatments_page import TreatmentsPage
from tests.ui.treatment_pages import (
    added,
    button,
    click,
    drugs,
    field,
    said,
    steps_of,
    write,
)

Open = Callable[..., TreatmentsPage]
NASTY = "<b>Tea</b> \U0001f642 \u05e9\u05dc\u05d5\u05dd $x$ #import \u202e"


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


def test_a_name_that_goes_on_lets_go_of_what_was_filled_in(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "xeloda")
    QTest.keyClicks(field(page, "name"), " of my aunt zz")
    click(page, "add_it")
    (made,), (start,) = journal.ask(questions.therapies), steps_of(journal)
    assert (made.reference_id, made.kind, start.route, start.brand) == ("", "", "", "")


def test_what_is_not_saved_stays_and_another_try_ends_it_once(
    open_page: Open, journal: Journal, desk: Desk, qtbot: QtBot
) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "Letrozole")
    journal.read_only = "the disk is full"
    with qtbot.waitSignal(desk.announcer.not_saved) as failed:
        click(page, "add_it")
    assert field(page, "name").text() == "Letrozole"
    journal.read_only = ""
    failed.args[0].again()
    assert drugs(journal) == ["Letrozole"]
    assert not page.add_card.isVisible()
    click(page, "add_treatment")
    assert field(page, "name").text() == ""

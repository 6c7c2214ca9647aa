"""Settings, tracking: which rows Today asks, how often, pauses, and what she does not want to see."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Profile
from mbc_journal.scales import Scales
from mbc_journal.ui.settings_page import SettingsPage
from mbc_journal.ui.text_saver import flush_all
from tests.ui.today_hands import click, type_in

Open = Callable[..., SettingsPage]
STARTERS = ("fatigue", "pain", "nausea", "insomnia", "numbness")


def profile(journal: Journal) -> Profile:
    return journal.ask(questions.profile)


def field(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def named(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def rows(page: SettingsPage) -> list[str]:
    return [row.line.key for row in page.today_rows.list.rows]


def focus_name(page: QWidget) -> str:
    focus = page.window().focusWidget()
    return focus.objectName() if focus is not None else ""


def test_the_rows_of_today_stand_in_their_order(open_page: Open) -> None:
    assert rows(open_page(SettingsPage)) == list(STARTERS)


def test_a_row_moves_by_button_and_by_key_and_keeps_the_focus(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(SettingsPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    down = named(page, "today_row_1_down")
    down.setFocus()
    QTest.keyClick(down, Qt.Key.Key_Space)
    assert profile(journal).rows[:2] == ("pain", "fatigue")
    assert focus_name(page) == "today_row_2_down"
    focus = page.window().focusWidget()
    assert focus is not None
    qtbot.waitUntil(focus.isVisible)
    QTest.keyClick(focus, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert profile(journal).rows[:3] == ("pain", "nausea", "fatigue")
    journal.undo()
    assert rows(page)[:3] == ["pain", "fatigue", "nausea"]


def test_the_first_row_cannot_go_up_and_the_last_not_down(open_page: Open) -> None:
    page = open_page(SettingsPage)
    names = ("today_row_1_up", "today_row_1_down", "today_row_5_up", "today_row_5_down")
    assert [named(page, name).isEnabled() for name in names] == [False, True, True, False]


def test_a_row_taken_off_leaves_the_focus_on_the_next_and_undo_brings_it_back(
    open_page: Open, journal: Journal, qtbot: QtBot
) -> None:
    page = open_page(SettingsPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    remove = named(page, "today_row_2_remove")
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Delete)
    assert profile(journal).rows == ("fatigue", "nausea", "insomnia", "numbness")
    assert focus_name(page) == "today_row_2_remove"
    change = journal.undo()
    assert change is not None
    assert change.name == "Pain: taken off Today"
    assert rows(page) == list(STARTERS)


def test_a_row_is_found_by_name_and_added_behind_the_others(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    found = field(page, "find_row")
    QTest.keyClicks(found, "cough")
    QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(page.today_rows.pick.offers, Qt.Key.Key_Return)
    assert profile(journal).rows == (*STARTERS, "cough")
    assert found.text() == ""
    assert rows(page)[-1] == "cough"


def test_a_row_in_own_words_is_offered_when_nothing_fits(open_page: Open, journal: Journal, scales: Scales) -> None:
    page = open_page(SettingsPage)
    found = field(page, "find_row")
    QTest.keyClicks(found, "Itchy scalp")
    offers = page.today_rows.pick.offers
    assert offers.item(offers.count() - 1).text() == 'Add "Itchy scalp" in my own words'
    offers.itemClicked.emit(offers.item(offers.count() - 1))
    assert scales.get(profile(journal).rows[-1]).label == "Itchy scalp"


def test_rows_that_are_asked_already_are_not_offered(open_page: Open) -> None:
    page = open_page(SettingsPage)
    QTest.keyClicks(field(page, "find_row"), "tired")
    offers = page.today_rows.pick.offers
    words = [offers.item(place).text() for place in range(offers.count())]
    assert "Tiredness" not in words


@pytest.mark.parametrize("typed", ["x" * 10_000, "\0", "   ", "<b>\U0001f642</b> שלום \u202e"])
def test_odd_words_in_the_search_change_nothing(open_page: Open, journal: Journal, typed: str) -> None:
    page = open_page(SettingsPage)
    found = field(page, "find_row")
    found.setText(typed)
    found.textEdited.emit(typed)
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert profile(journal).rows == ()


def test_the_rhythm_is_chosen_and_undone(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    assert page.rhythm.rhythm.value() == "daily"
    click(page, "rhythm_weekly")
    assert profile(journal).rhythm == "weekly"
    change = journal.undo()
    assert change is not None
    assert change.name == "How often you write: Once a week"
    assert page.rhythm.rhythm.value() == "daily"


def test_a_pause_is_typed_in_words_and_ends_with_an_empty_field(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    type_in(page, "paused_until", "18 March 2026")
    flush_all(page)
    assert profile(journal).paused_until == dt.date(2026, 3, 18)
    assert page.rhythm.pause.hint.text().startswith("Paused.")
    until = field(page, "paused_until")
    until.selectAll()
    QTest.keyClick(until, Qt.Key.Key_Delete)
    flush_all(page)
    assert profile(journal).paused_until is None


def test_a_pause_can_be_chosen_in_the_calendar(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    click(page, "paused_until_calendar")
    page.rhythm.until._on_day_chosen(dt.date(2026, 3, 20))
    assert profile(journal).paused_until == dt.date(2026, 3, 20)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3 March 2026", "That day is past."),
        ("31 February 2026", "There is no such day"),
        ("March 2027", "The whole date is needed"),
        ("soon", "not a date we know"),
    ],
)
def test_a_pause_that_cannot_be_is_said_beside_the_field_and_kept(
    open_page: Open, journal: Journal, typed: str, said: str
) -> None:
    page = open_page(SettingsPage)
    type_in(page, "paused_until", typed)
    assert not flush_all(page)
    assert said in page.rhythm.pause.problem.text()
    click(page, "paper_letter")  # something else is saved, and what was typed stays
    assert field(page, "paused_until").text() == typed
    assert profile(journal).paused_until is None
    assert profile(journal).paper == "letter"


def test_topics_are_hidden_and_shown_again(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    click(page, "hide_markers")
    click(page, "hide_weight")
    assert profile(journal).hidden == ("markers", "weight")
    click(page, "hide_markers")
    assert profile(journal).hidden == ("weight",)
    journal.undo()
    assert [box.isChecked() for box in page.hidden.topics] == [True, True]


def test_a_symptom_is_hidden_and_shown_again(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    found = field(page, "find_hidden")
    QTest.keyClicks(found, "nausea")
    QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(page.hidden.pick.offers, Qt.Key.Key_Return)
    assert profile(journal).hidden == ("nausea",)
    assert "nausea" not in rows(page)
    click(page, "hidden_1_show")
    assert profile(journal).hidden == ()
    assert rows(page) == list(STARTERS)


def test_closed_cards_are_offered_again(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage, Profile(hidden=("add_treatments", "markers")))
    assert page.hidden.cards.isVisible()
    click(page, "show_cards")
    assert profile(journal).hidden == ("markers",)
    assert not page.hidden.cards.isVisible()

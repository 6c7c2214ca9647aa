"""Settings, people: who I am is optional, helpers come and go, and what they signed stays signed."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Profile, Reading
from mbc_journal.ui.settings_page import SettingsPage
from mbc_journal.ui.text_saver import flush_all
from tests.ui.today_hands import TODAY, click, readings, type_in

Open = Callable[..., SettingsPage]
NASTY = "<b>Zo\u00eb</b> \U0001f642 \u05e9\u05dc\u05d5\u05dd \u202e $x$"


def profile(journal: Journal) -> Profile:
    return journal.ask(questions.profile)


def field(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def test_name_and_birth_year_are_saved_after_a_pause(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(SettingsPage)
    type_in(page, "name", "Dolores")
    type_in(page, "birth_year", "1953")
    qtbot.waitUntil(lambda: profile(journal).birth_year == 1953)
    assert profile(journal).name == "Dolores"


def test_both_may_be_empty_again(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage, Profile(name="Dolores", birth_year=1953))
    for name in ("name", "birth_year"):
        field(page, name).selectAll()
        QTest.keyClick(field(page, name), Qt.Key.Key_Delete)
    assert flush_all(page)
    assert (profile(journal).name, profile(journal).birth_year) == ("", None)
    journal.undo()
    assert field(page, "birth_year").text() == "1953"


def test_what_is_typed_in_one_stay_is_one_step_of_undo(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage, Profile(name="Ada"))
    for part in ("Adalyn", "Adalyn Example"):
        type_in(page, "name", part)
        flush_all(page)
    journal.undo()
    assert profile(journal).name == "Ada"
    assert field(page, "name").text() == "Ada"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1899", "1900 or more is expected"),
        ("2027", "2026 at most is expected"),
        ("1953,5", "steps of 1"),
        ("53 or so", "not a number we know"),
        ("9" * 10_000, "not a number we know"),
    ],
)
def test_a_year_that_cannot_be_is_said_beside_the_field_and_kept(
    open_page: Open, journal: Journal, typed: str, said: str
) -> None:
    page = open_page(SettingsPage, Profile(birth_year=1953))
    year = field(page, "birth_year")
    year.setText(typed)
    year.textEdited.emit(typed)
    assert not flush_all(page)
    assert said in page.me.year_row.problem.text()
    assert year.accessibleDescription()
    click(page, "paper_letter")
    assert year.text() == typed
    assert profile(journal).birth_year == 1953


def test_a_name_of_ten_thousand_letters_is_refused_and_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    name = field(page, "name")
    name.setText("x" * 10_000)
    name.textEdited.emit(name.text())
    assert not flush_all(page)
    assert "too long" in page.me.name_row.problem.text()
    assert len(name.text()) == 10_000
    assert profile(journal).name == ""


def test_an_odd_name_is_kept_as_typed(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    name = field(page, "name")
    name.setText(NASTY)
    name.textEdited.emit(NASTY)
    assert flush_all(page)
    assert profile(journal).name == NASTY


def test_a_helper_is_added_with_enter(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    assert not page.helpers.list.isVisible()
    type_in(page, "helper_name", "my sister")
    QTest.keyClick(field(page, "helper_name"), Qt.Key.Key_Return)
    assert profile(journal).helpers == ("my sister",)
    assert field(page, "helper_name").text() == ""
    assert page.helpers.list.isVisible()
    change = journal.undo()
    assert change is not None
    assert change.name == "my sister: helper added"
    assert not page.helpers.list.isVisible()


@pytest.mark.parametrize(("typed", "said"), [("", "Write the name first."), ("JO", "there already"), ("Me", "for you")])
def test_a_name_that_cannot_be_is_said_beside_the_field(
    open_page: Open, journal: Journal, typed: str, said: str
) -> None:
    page = open_page(SettingsPage, Profile(helpers=("Jo",)))
    type_in(page, "helper_name", typed)
    click(page, "helper_keep")
    assert said in page.helpers.row.problem.text()
    assert field(page, "helper_name").text() == typed
    assert profile(journal).helpers == ("Jo",)


def test_an_odd_name_of_a_helper_is_shown_as_text(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    field(page, "helper_name").setText(NASTY)
    click(page, "helper_keep")
    assert profile(journal).helpers == (NASTY,)
    assert page.helpers.list.rows[0].line.text == NASTY


def test_a_helper_gets_another_name_in_her_place(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage, Profile(helpers=("my sister", "Jo")))
    click(page, "helper_1_rename")
    assert field(page, "helper_name").text() == "my sister"
    assert field(page, "helper_name").accessibleName() == "Another name for my sister"
    type_in(page, "helper_name", "Ines")
    click(page, "helper_keep")
    assert profile(journal).helpers == ("Ines", "Jo")
    assert field(page, "helper_name").accessibleName() == "Name of a helper"


def test_escape_ends_renaming_and_keeps_the_text(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage, Profile(helpers=("my sister",)))
    click(page, "helper_1_rename")
    type_in(page, "helper_name", "Ines")
    QTest.keyClick(field(page, "helper_name"), Qt.Key.Key_Escape)
    assert page.helpers.keep.text() == "Add this hel&per"
    assert field(page, "helper_name").text() == "Ines"
    assert profile(journal).helpers == ("my sister",)


def test_a_helper_that_is_gone_is_not_renamed_any_more(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage, Profile(helpers=("my sister",)))
    click(page, "helper_1_rename")
    click(page, "helper_1_remove")
    assert page.helpers.keep.text() == "Add this hel&per"
    click(page, "helper_keep")
    assert profile(journal).helpers == ("my sister",)


def test_what_a_removed_helper_wrote_stays_signed(open_page: Open, journal: Journal) -> None:
    signed = Reading(scale="fatigue", day=TODAY, level=2, written_by="my sister")
    page = open_page(SettingsPage, Profile(helpers=("my sister", "Jo")), signed)
    click(page, "helper_1_remove")
    assert profile(journal).helpers == ("Jo",)
    assert readings(journal)["fatigue"].written_by == "my sister"
    journal.undo()
    assert profile(journal).helpers == ("my sister", "Jo")


def test_the_last_helper_removed_leaves_the_focus_in_the_field(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(SettingsPage, Profile(helpers=("Jo",)))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    remove = page.helpers.list.rows[0].buttons["remove"]
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Delete)
    assert profile(journal).helpers == ()
    focus = page.window().focusWidget()
    assert focus is not None
    assert focus.objectName() == "helper_name"


def test_a_pause_that_ran_out_is_not_said_to_last(open_page: Open) -> None:
    page = open_page(SettingsPage, Profile(paused_until=TODAY - dt.timedelta(days=1)))
    assert not page.rhythm.pause.hint.text().startswith("Paused.")

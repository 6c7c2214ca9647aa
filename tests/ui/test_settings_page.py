"""Settings: applied at once, each of the person's own with Undo, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Note, PartialDate, Profile
from mbc_journal.ui.page import Desk
from mbc_journal.ui.settings_page import SettingsPage
from mbc_journal.ui.signals import Place
from tests.ui.today_hands import click

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


@pytest.mark.parametrize(
    ("button", "setting", "value"),
    [
        ("text_size_150", "text_size", 150),
        ("colours_dark", "colours", "dark"),
        ("colours_contrast", "colours", "contrast"),
        ("less_motion", "less_motion", True),
    ],
)
def test_the_look_changes_at_once_and_is_kept(
    open_page: Open, desk: Desk, button: str, setting: str, value: object
) -> None:
    page = open_page(SettingsPage)
    click(page, button)
    assert getattr(desk.preferences.values, setting) == value


def test_the_first_day_of_the_week_is_kept(open_page: Open, desk: Desk) -> None:
    page = open_page(SettingsPage)
    days = page.findChild(QComboBox, "week_starts")
    assert days is not None
    days.setFocus()
    QTest.keyClicks(days, "Sun")
    assert desk.preferences.values.week_starts == 7


def test_the_look_shows_what_the_view_menu_chose(open_page: Open, desk: Desk) -> None:
    page = open_page(SettingsPage)
    desk.preferences.change(text_size=200, colours="light", less_motion=True)
    assert (page.look.text_size.value(), page.look.colours.value()) == ("200", "light")
    assert page.look.less_motion.value()


def test_settings_that_cannot_be_kept_are_said_and_used_all_the_same(open_page: Open, desk: Desk) -> None:
    page = open_page(SettingsPage)
    assert page.look.problem.isHidden()
    desk.preferences.problem = "settings.json could not be written: the disk is full."
    click(page, "text_size_115")
    assert desk.preferences.values.text_size == 115
    desk.preferences.problem = "settings.json could not be written: the disk is full."
    desk.preferences.changed.emit(desk.preferences.values)
    assert page.look.problem.text() == "settings.json could not be written: the disk is full."


def test_units_and_paper_are_chosen_with_undo(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage)
    click(page, "temperature_unit_1")
    click(page, "weight_unit_2")
    click(page, "paper_letter")
    kept = profile(journal)
    assert (set(kept.units), kept.paper) == ({"[degF]", "[stone_av]"}, "letter")
    for _step in range(3):
        journal.undo()
    assert (page.units.temperature.value(), page.units.weight.value()) == ("Cel", "kg")
    assert page.units.paper.value() == "a4"


def test_a_journal_that_can_only_be_read_takes_no_change_but_lets_itself_be_copied(
    open_page: Open, journal: Journal
) -> None:
    journal.read_only = "This journal can only be read."
    page = open_page(SettingsPage)
    off = ("rhythm_daily", "today_row_1_remove", "hide_markers", "paper_a4", "helper_keep", "import_file")
    assert not any(named(page, name).isEnabled() for name in off)
    on = ("back_up_now", "export", "copy_path", "text_size_100")
    assert all(named(page, name).isEnabled() for name in on)


def test_the_focus_opens_on_the_main_action(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(SettingsPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus()
    assert focus_name(page) == "back_up_now"


@pytest.mark.parametrize(
    ("verb", "name"),
    [
        ("back_up", "back_up_now"), ("rows", "find_row"), ("helpers", "helper_name"), ("bin", "binned_1_bring_back"),
        ("export", "export"), ("import", "import_file"),
    ],
)  # fmt: skip
def test_other_parts_of_the_window_can_lead_here(
    open_page: Open, journal: Journal, qtbot: QtBot, verb: str, name: str
) -> None:
    page = open_page(SettingsPage, Note(text="x", day=PartialDate("2026-03-02")))
    journal.bin(*journal.ask(questions.notes), name="Note")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus()
    page.go_to(Place("settings"))
    assert focus_name(page) == "back_up_now"
    page.go_to(Place("settings", verb=verb))
    assert focus_name(page) == name
    focus = page.window().focusWidget()
    assert focus is not None
    qtbot.waitUntil(lambda: not focus.visibleRegion().isEmpty())


def test_everything_is_reached_with_tab_alone_and_has_a_name_and_a_role(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(SettingsPage, Profile(helpers=("my sister",), hidden=("nausea",)))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus()
    reached: list[str] = []
    while focus_name(page) not in reached:
        reached.append(focus_name(page))
        focus = page.window().focusWidget()
        assert focus is not None
        spoken = QAccessible.queryAccessibleInterface(focus)
        assert spoken.text(QAccessible.Text.Name), focus_name(page)
        assert spoken.role() != QAccessible.Role.NoRole
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = {
        "text_size_100", "colours_system", "less_motion", "week_starts", "rhythm_daily", "paused_until",
        "today_row_1_down", "find_row", "hide_markers", "hidden_1_show", "find_hidden", "temperature_unit_0",
        "weight_unit_0", "paper_a4", "name", "birth_year", "helper_1_rename", "helper_name", "copy_path",
        "with_private_notes", "export", "import_file",
    }  # fmt: skip
    assert wanted <= set(reached)


def small(page: QWidget) -> list[str]:
    buttons = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    return [button.objectName() for button in buttons if min(button.width(), button.height()) < 44]


def test_buttons_are_large_and_their_mnemonics_are_their_own(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(SettingsPage, Profile(helpers=("my sister",)))
    qtbot.waitUntil(lambda: not small(page))
    letters = [
        button.text().replace("&&", "").partition("&")[2][:1].casefold()
        for button in page.findChildren(QAbstractButton)
        if "&" in button.text().replace("&&", "")
    ]
    assert len(letters) == len(set(letters))
    assert not set(letters) & set("fegvh")


def test_rows_and_their_buttons_say_what_they_are_about(open_page: Open) -> None:
    page = open_page(SettingsPage)
    row = page.findChild(QGroupBox, "today_row_2")
    assert row is not None
    assert row.accessibleName() == "Pain"
    assert named(page, "today_row_2_remove").accessibleName() == "Take off: Pain"

"""The calendar: days to come look unlike days that can be chosen, in every theme."""

import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QToolButton
from pytestqt.qtbot import QtBot

from mbc_journal.ui.forms import Calendar
from tests.ui.kit import STEPS, THEMES, dressed, opened, part

TODAY = dt.date(2026, 3, 4)


def cell_colours(calendar: Calendar, row: int, column: int) -> set[str]:
    table = part(calendar, QTableView, "qt_calendar_calendarview")
    rect = table.visualRect(table.model().index(row, column))
    image = table.viewport().grab(rect).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("colours", THEMES)
def test_days_to_come_are_grey_and_the_day_shown_is_filled(qtbot: QtBot, colours: str) -> None:
    theme = dressed(colours)
    calendar = Calendar(theme, TODAY)
    calendar.show_day(dt.date(2026, 3, 3))
    opened(qtbot, calendar, 420, 400)
    tokens = theme.tokens
    assert tokens.accent.lower() in cell_colours(calendar, 2, 1)
    assert tokens.text.lower() in cell_colours(calendar, 2, 2)
    coming = cell_colours(calendar, 2, 4)
    assert tokens.disabled.lower() in coming
    assert tokens.accent.lower() not in coming


@pytest.mark.parametrize("step", STEPS)
def test_day_names_and_days_are_whole_at_any_text_size(qtbot: QtBot, step: int) -> None:
    calendar = Calendar(dressed(text_size=step), TODAY)
    opened(qtbot, calendar, 60 + 9 * dressed(text_size=step).target, 900)
    table = part(calendar, QTableView, "qt_calendar_calendarview")
    for column in range(7):
        index = table.model().index(0, column)
        needed = table.fontMetrics().horizontalAdvance(str(index.data()))
        assert table.visualRect(index).width() >= needed


def test_a_day_is_chosen_by_click_and_by_key(qtbot: QtBot) -> None:
    calendar = Calendar(dressed(), TODAY)
    calendar.show_day(TODAY)
    opened(qtbot, calendar, 420, 400)
    table = part(calendar, QTableView, "qt_calendar_calendarview")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Left)
    with qtbot.waitSignal(calendar.chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [dt.date(2026, 3, 3)]


def test_no_day_after_the_latest_can_be_chosen(qtbot: QtBot) -> None:
    calendar = Calendar(dressed(), TODAY)
    calendar.setSelectedDate(QDate(2026, 3, 20))
    assert calendar.selectedDate() == QDate(2026, 3, 4)


def test_each_button_of_the_calendar_has_a_name(qtbot: QtBot) -> None:
    calendar = Calendar(dressed(), TODAY)
    names = {button.accessibleName() for button in calendar.findChildren(QToolButton)}
    assert {"Earlier month", "Later month", "Month", "Year"} <= names

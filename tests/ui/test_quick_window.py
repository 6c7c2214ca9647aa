"""The quick window: a bad day in one touch, and never more than it needs."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Reading
from mbc_journal.ui.page import Desk
from mbc_journal.ui.quick_window import QuickWindow

TODAY = dt.date(2026, 3, 4)


@pytest.fixture
def window(qtbot: QtBot, journal: Journal, desk: Desk) -> Iterator[QuickWindow]:
    journal.save(Reading(scale="fatigue", day=TODAY - dt.timedelta(days=1), level=2), name="yesterday")
    made = QuickWindow(journal, desk)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def click(window: QuickWindow, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_not_modal(window: QuickWindow) -> None:
    assert not window.isModal()
    assert window.windowModality() is Qt.WindowModality.NonModal


def test_a_bad_day_is_one_click(window: QuickWindow, journal: Journal) -> None:
    click(window, "how_hard_4")
    day = journal.ask(questions.day, TODAY)
    assert day is not None
    assert day.how_hard == 4
    assert window.saved_line.text() == "Saved 09:30 - How hard: The hardest"


def test_a_bad_day_is_one_key(window: QuickWindow, journal: Journal) -> None:
    row = window.how_hard.row.focusProxy()
    assert row is not None
    QTest.keyClick(row, Qt.Key.Key_3)
    day = journal.ask(questions.day, TODAY)
    assert day is not None
    assert day.how_hard == 3


def test_undo_stands_in_the_window_and_names_its_target(window: QuickWindow, journal: Journal) -> None:
    click(window, "too_unwell")
    undo = window.findChild(QAbstractButton, "undo")
    assert undo is not None
    assert undo.text() == "Undo Too unwell to log"
    click(window, "undo")
    assert journal.ask(questions.day, TODAY) is None
    assert not window.how_hard.too_unwell.isChecked()


def test_same_as_yesterday_is_one_click(window: QuickWindow, journal: Journal) -> None:
    click(window, "same_as_yesterday")
    assert [(one.scale, one.level) for one in journal.ask(questions.readings_on, TODAY)] == [("fatigue", 2)]


def test_only_one_thing_opens_one_row(window: QuickWindow, journal: Journal, qtbot: QtBot) -> None:
    window.only.setCurrentIndex(window.only.findData("pain"))
    window.only.changed.emit()
    click(window, "pain_3")
    assert [(one.scale, one.level) for one in journal.ask(questions.readings_on, TODAY)] == [("pain", 3)]


def test_escape_saves_the_note_and_closes(window: QuickWindow, journal: Journal) -> None:
    QTest.keyClicks(window.note.note, "in bed all day")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert [note.text for note in journal.ask(questions.notes_on, TODAY)] == ["in bed all day"]

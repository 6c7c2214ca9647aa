"""Hands and eyes for tests of the Journal page: notes to begin with, click, type, and read what the journal holds."""

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Note, NoteKind, PartialDate
from mbc_journal.ui.journal_page import JournalPage

TODAY = dt.date(2026, 3, 4)


def note(text: str, day: int = 2, **more: object) -> Note:
    """A note of March 2026."""
    made = Note(text=text, day=PartialDate.of(dt.date(2026, 3, day)))
    for name, value in more.items():
        setattr(made, name, value)
    return made


def some_notes() -> list[Note]:
    """Four notes, one of each kind, newest first by their days."""
    return [
        note("Cold gloves during the drip.", 4, kind=NoteKind.HELPED, tags=("hands",)),
        note("Slept badly, walked in the rain.", 3, kind=NoteKind.HARD, private=True),
        note("Could not button my coat.", 2, for_doctor=True),
        note("The crocuses are out.", 1, kind=NoteKind.GOOD),
    ]


def button(page: QWidget, name: str) -> QAbstractButton:
    """The visible button of this name."""
    QApplication.processEvents()  # what was just added is shown
    found = [one for one in page.findChildren(QAbstractButton, name) if one.isVisible()]
    assert len(found) == 1, (name, len(found))
    return found[0]


def click(page: QWidget, name: str) -> None:
    """Click in the middle of a button."""
    pressed = button(page, name)
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton, pos=QPoint(pressed.width() // 2, pressed.height() // 2))


def field(page: QWidget, name: str) -> QLineEdit:
    """The line of this name, a visible one if there is one."""
    found = sorted(page.findChildren(QLineEdit, name), key=QLineEdit.isVisible)
    assert found, name
    return found[-1]


def type_in(page: QWidget, name: str, text: str) -> None:
    """Type over what a line holds."""
    line = field(page, name)
    line.selectAll()
    QTest.keyClicks(line, text)


def words(page: QWidget) -> QPlainTextEdit:
    """The field for the words of the note that is open."""
    found = [one for one in page.findChildren(QPlainTextEdit, "text") if one.isVisible()]
    assert len(found) == 1
    return found[0]


def saved(journal: Journal) -> list[Note]:
    """The notes of the journal, oldest first."""
    return journal.ask(questions.notes)


def only(journal: Journal) -> Note:
    """The one note there is."""
    notes = saved(journal)
    assert len(notes) == 1
    return notes[0]


def listed(page: JournalPage) -> list[str]:
    """The words of the notes in the list."""
    return [row.note.text for row in page.notes.rows]


def said(page: QWidget) -> list[str]:
    """Every word that can be read now."""
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def focus_name(page: QWidget) -> str:
    """The object name of what has the focus."""
    focus = page.focusWidget()
    return "" if focus is None else focus.objectName()


def come_forward(page: QWidget, qtbot: QtBot) -> None:
    """Let the page have the keyboard."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def opened(page: JournalPage) -> JournalPage:
    """The page with its first note open, all fields shown."""
    click(page, "note_1_change")
    row = page.notes.open_row
    assert row is not None
    assert row.panel is not None
    if row.panel.more.isVisible():
        click(page, "note_more")
    return page

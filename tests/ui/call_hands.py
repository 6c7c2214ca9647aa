"""Hands and eyes for tests of Who to call."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal import call
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Contact

NASTY = "<b>line</b> \U0001f642 \u05e9\u05dc\u05d5\u05dd & $x$ \u202e %s"


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def field(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def type_in(page: QWidget, name: str, text: str) -> None:
    """Type over what stands in the field, and leave it."""
    found = field(page, name)
    found.selectAll()
    QTest.keyClicks(found, text)


def write(page: QWidget, name: str, text: str) -> None:
    """Type into a field of several lines."""
    found = page.findChild(QPlainTextEdit, name)
    assert found is not None, name
    QTest.keyClicks(found, text)


def choose(page: QWidget, name: str, words: str) -> None:
    """Choose from a closed list as with the mouse."""
    found = page.findChild(QComboBox, name)
    assert found is not None, name
    place = found.findText(words)
    assert place >= 0, [found.itemText(one) for one in range(found.count())]
    found.setCurrentIndex(place)
    found.activated.emit(place)


def texts(below: QWidget) -> list[str]:
    """Every text that is not hidden, in the order of the widgets."""
    return [label.text() for label in below.findChildren(QLabel) if label.isVisibleTo(below)]


def numbers(journal: Journal) -> list[Contact]:
    return call.numbers(journal.ask(questions.contacts))


def phones(journal: Journal) -> list[str]:
    return [contact.phone for contact in numbers(journal)]


def line() -> Contact:
    return Contact(role="24-hour line", phone="555 0100", hours="day and night", call_first=True)


def nurse() -> Contact:
    return Contact(role="nurse", name="Bea", phone="555 0123")


def pharmacy() -> Contact:
    return Contact(role="pharmacy", phone="555 0177")


def active(page: QWidget, qtbot: QtBot) -> None:
    """Bring the page to the front, so that the focus is real."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def focus_name(page: QWidget) -> str:
    """The object name of what has the focus."""
    focus = page.focusWidget()
    return focus.objectName() if focus is not None else ""

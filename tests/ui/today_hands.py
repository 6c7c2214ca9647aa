"""Hands and eyes for tests of Today: click, type, and read what the journal holds."""

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Reading

TODAY = dt.date(2026, 3, 4)
YESTERDAY = dt.date(2026, 3, 3)


def click(page: QWidget, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))


def type_in(page: QWidget, name: str, text: str) -> None:
    field = page.findChild(QLineEdit, name)
    assert field is not None, name
    field.selectAll()
    QTest.keyClicks(field, text)


def readings(journal: Journal, day: dt.date = TODAY) -> dict[str, Reading]:
    return {reading.scale: reading for reading in journal.ask(questions.readings_on, day)}


def level(scale: str, number: int, day: dt.date = YESTERDAY) -> Reading:
    return Reading(scale=scale, day=day, level=number)

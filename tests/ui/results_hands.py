"""Hands and eyes for tests of Results."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from mbc_journal import results
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Reading
from mbc_journal.scales import Scales
from mbc_journal.ui.chart_view import prepare_charts
from mbc_journal.ui.forms import ChoiceInput

prepare_charts()

TODAY = dt.date(2026, 3, 4)
EARLIER = dt.date(2026, 2, 8)
NASTY = "<b>iron</b> \U0001f642 \u05e9\u05dc\u05d5\u05dd & $x$ \u202e %s"


def settle() -> None:
    """Let layouts come to rest."""
    for _round in range(6):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def click(page: QWidget, name: str) -> None:
    settle()
    found = button(page, name)
    assert found.isEnabled(), name
    assert found.isVisibleTo(page), name
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def field(page: QWidget, name: str) -> QLineEdit:
    found = [one for one in page.findChildren(QLineEdit, name) if one.isVisibleTo(page)]
    assert found, name
    return found[0]


def type_in(page: QWidget, name: str, text: str) -> None:
    """Type over what stands in the field."""
    found = field(page, name)
    found.selectAll()
    QTest.keyClicks(found, text)


def write(page: QWidget, name: str, text: str) -> None:
    """Type into a field of several lines."""
    found = next(one for one in page.findChildren(QPlainTextEdit, name) if one.isVisibleTo(page))
    found.insertPlainText(text)


def choose(below: QWidget, name: str, words: str) -> None:
    """Choose from a closed list as with the mouse."""
    found = next(one for one in below.findChildren(ChoiceInput, name) if one.isVisibleTo(below))
    place = found.findText(words)
    assert place >= 0, [found.itemText(one) for one in range(found.count())]
    found.setCurrentIndex(place)
    found.activated.emit(place)


def add(page: QWidget, **fields: str) -> None:
    """Type one result and keep it; the unit is chosen by its words."""
    unit = fields.pop("unit", "")
    for name, text in fields.items():
        type_in(page, name, text)
    if unit:
        choose(page, "unit_choice", unit)
    click(page, "result_keep")


def texts(below: QWidget) -> list[str]:
    """Every text that is not hidden."""
    return [label.text() for label in below.findChildren(QLabel) if label.isVisibleTo(below) and label.text()]


def stored(journal: Journal) -> list[Reading]:
    """Every reading, oldest first."""
    return journal.ask(questions.readings_between, dt.date.min, dt.date.max)


def said(journal: Journal) -> list[tuple[str, str, str]]:
    """Scale, number as typed and unit as typed of every reading, sorted."""
    return sorted((one.scale, one.value_as_entered, one.unit_as_entered) for one in stored(journal))


def result(scales: Scales, scale_id: str, text: str, unit: str = "", printed: str = "", **more: Any) -> Reading:
    """A result as it is stored."""
    scale = scales.get(scale_id)
    fields = results.value_fields(scale, scale.check(text, unit)) | results.range_fields(printed)
    return Reading(**{"day": TODAY, **fields, **more})

"""Rows for counts, measures, yes and no: typed text is kept, what is wrong is said under it."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.records import Reading
from mbc_journal.scales import Entry, Scales
from mbc_journal.ui.scale_input import NumberRow, make_input
from mbc_journal.ui.theme import Theme
from tests.ui.kit import Heard, Stage, dressed, press

MONDAY = dt.date(2026, 3, 9)
WIDE = 900


def level(scale: str, value: int) -> Reading:
    return Reading(scale=scale, day=MONDAY, level=value)


def number(scale: str, value: str) -> Reading:
    return Reading(scale=scale, day=MONDAY, value=Decimal(value), value_as_entered=value)


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return Stage(qtbot).show


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


@pytest.fixture
def fever(show: Show, look: Theme, scales: Scales) -> NumberRow:
    row = make_input(scales.get("temperature"), look)
    assert isinstance(row, NumberRow)
    show(row, QPushButton("After"))
    row.setFocus()
    return row


def test_a_number_is_told_when_the_field_is_left(fever: NumberRow) -> None:
    heard = Heard(fever)
    press(fever, "38,2")
    assert heard.told == []
    press(fever, Qt.Key.Key_Tab)
    assert heard.told == [("chosen", "temperature")]
    entry = fever.entry()
    assert entry is not None
    assert (entry.value, entry.unit, entry.value_as_entered) == (Decimal("38.2"), "Cel", "38,2")


def test_a_wrong_number_is_kept_with_the_reason_beside_it(fever: NumberRow) -> None:
    heard = Heard(fever)
    press(fever, "hot", Qt.Key.Key_Tab)
    assert heard.told == []
    assert fever.field.text() == "hot"
    assert fever.measure.problem.text() == "A temperature reads like 38.2. What you typed is kept here."
    assert fever.measure.problem.isVisible()
    fever.show_reading(None)
    assert fever.field.text() == "hot"


def test_an_unusual_number_is_asked_about_and_still_told(fever: NumberRow) -> None:
    heard = Heard(fever)
    press(fever, "382", Qt.Key.Key_Tab)
    assert heard.told == [("chosen", "temperature")]
    assert fever.measure.doubt.text() == "Is 382 right?"


def test_a_unit_is_chosen_and_changing_it_tells_again(fever: NumberRow) -> None:
    heard = Heard(fever)
    press(fever, "100.4", Qt.Key.Key_Tab)
    fever.units.setCurrentIndex(1)
    fever.units.activated.emit(1)
    entry = fever.entry()
    assert entry is not None
    assert (entry.value, entry.unit_as_entered) == (Decimal("38"), "[degF]")
    assert heard.told == [("chosen", "temperature")] * 2


def test_an_emptied_field_takes_the_answer_back(fever: NumberRow) -> None:
    fever.show_reading(number("temperature", "37.5"))
    heard = Heard(fever)
    fever.field.selectAll()
    press(fever, Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
    assert heard.told == [("cleared", "temperature")]


def test_a_reading_never_writes_over_what_is_being_typed(fever: NumberRow) -> None:
    press(fever, "38")
    fever.show_reading(number("temperature", "36.6"))
    assert fever.field.text() == "38"


def test_the_words_of_a_count_stand_beside_its_field(show: Show, look: Theme, scales: Scales) -> None:
    row = make_input(scales.get("loose-stools"), look)
    show(row)
    row.show_before(Reading(scale="loose-stools", day=MONDAY, value=Decimal(3)))
    assert row.hint.text() == "yesterday: 3 times a day"
    heard = Heard(row)
    row.setFocus()
    press(row, "=")
    entry = row.entry()
    assert entry is not None
    assert (entry.value, heard.told) == (Decimal(3), [("same", "loose-stools")])


def test_yes_and_no_are_numbers_one_and_nought(show: Show, look: Theme, scales: Scales) -> None:
    row = make_input(scales.get("other:Slept at noon [yes_no]"), look)
    show(row)
    row.setFocus()
    press(row, "1")
    assert row.entry() == Entry(value=Decimal(1))
    row.show_reading(Reading(scale=row.scale.id, day=MONDAY, value=Decimal(0)))
    assert row.entry() == Entry(value=Decimal(0))

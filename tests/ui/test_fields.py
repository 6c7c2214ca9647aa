"""The fields of forms, one by one: words, numbers, dates, times, closed lists."""

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.problems import NotAllowed
from mbc_journal.records import PartialDate, Visit
from mbc_journal.ui.forms import Calendar, ChoiceInput, DateInput, Form, LongText, NumberInput, TextInput, TimeInput
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Choice
from tests.ui.kit import dressed

TODAY = dt.date(2026, 3, 4)


def today() -> dt.date:
    return TODAY


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


@pytest.mark.parametrize("text", ["<b>x</b>", "\u05e9\u05dc\u05d5\u05dd", "\U0001f642 ok", "#import x", "'; DROP"])
def test_any_letters_are_kept_as_typed(qtbot: QtBot, text: str) -> None:
    line, lines = TextInput(), LongText()
    line.setText(text)
    lines.setPlainText(text)
    assert (line.value(), lines.value()) == (text, text)


def test_nul_never_gets_into_a_record(qtbot: QtBot) -> None:
    line = TextInput()
    line.setText("a\0b ")
    assert line.value() == "ab"


def test_ten_thousand_letters_are_refused_with_their_number_and_stay(qtbot: QtBot) -> None:
    line = TextInput(longest=200)
    line.setText("x" * 10_000)
    with pytest.raises(NotAllowed, match="too long by 9800 letters"):
        line.value()
    assert len(line.text()) == 10_000


@pytest.mark.parametrize(("typed", "meant"), [("38.2", "38.2"), ("38,2", "38.2"), (" 7 ", "7"), ("", None)])
def test_a_number_has_a_comma_or_a_point(qtbot: QtBot, typed: str, meant: str | None) -> None:
    line = NumberInput()
    line.setText(typed)
    assert line.value() == (None if meant is None else Decimal(meant))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1,2,3", "1,2,3 is not a number we know"),
        ("<5", "<5 is not a number we know"),
        ("-1", "0 or more is expected"),
        ("24.5", "24 at most is expected"),
        ("2.3", "goes in steps of 0.5"),
        ("9" * 400, "is not a number we know"),
    ],
)
def test_what_is_no_number_here_is_refused_with_a_sentence(qtbot: QtBot, typed: str, why: str) -> None:
    line = NumberInput(least="0", most="24", step="0.5")
    line.setText(typed)
    with pytest.raises(NotAllowed, match=why):
        line.value()


def test_the_wheel_changes_a_choice_only_where_the_focus_is(qtbot: QtBot, look: Theme) -> None:
    window = QWidget()
    other, choice = TextInput(), ChoiceInput({"a": "A", "b": "B"})
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(choice)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    nowhere, down = QPointF(5, 5), QPoint(0, -120)
    buttons, keys, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(nowhere, nowhere, down, down, buttons, keys, phase, False)
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == "a"
    choice.setFocus()
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == "b"


def test_a_stored_value_that_is_not_in_the_list_is_not_lost(qtbot: QtBot) -> None:
    choice = ChoiceInput({"": "Not said", "scan": "Scan"})
    choice.set_value("herbalist")
    assert choice.value() == "herbalist"
    choice.set_value(None)
    assert choice.value() == ""


def test_a_form_takes_one_of_few_as_well(qtbot: QtBot, look: Theme) -> None:
    form = Form(Visit, look)
    kinds = Choice("Kind", {"scan": "Scan", "nurse": "Nurse"}, look)
    form.row("kind", "Kind", kinds)
    assert form.values() == {"kind": None}
    form.fill({"kind": "nurse"})
    assert form.values() == {"kind": "nurse"}


def test_a_date_says_how_it_was_understood(qtbot: QtBot, look: Theme) -> None:
    date = DateInput(look, today)
    qtbot.addWidget(date)
    date.show()
    QTest.keyClicks(date.field, "yesterday")
    assert (date.understood.text(), date.value()) == ("Tuesday 3 March 2026", PartialDate("2026-03-03"))
    date.field.clear()
    QTest.keyClicks(date.field, "ca. 3/2024")
    assert date.understood.text() == "about March 2024"
    date.field.clear()
    QTest.keyClicks(date.field, "March 2024")
    assert not date.understood.isVisible()


def test_a_partial_date_is_refused_only_where_a_whole_day_is_needed(qtbot: QtBot, look: Theme) -> None:
    partial, exact = DateInput(look, today), DateInput(look, today, exact=True)
    for date in (partial, exact):
        date.field.setText("March 2024")
    assert partial.value() == PartialDate("2024-03")
    with pytest.raises(NotAllowed, match="The whole date is needed here"):
        exact.value()


def test_a_date_of_no_kind_is_refused_and_kept(qtbot: QtBot, look: Theme) -> None:
    date = DateInput(look, today)
    date.field.setText("soon")
    with pytest.raises(NotAllowed, match="soon is not a date we know"):
        date.value()
    assert date.field.text() == "soon"


def test_a_day_can_be_taken_from_a_calendar(qtbot: QtBot, look: Theme) -> None:
    date = DateInput(look, today)
    qtbot.addWidget(date)
    date.show()
    date.calendar_button.click()
    calendar = date.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    with qtbot.waitSignal(date.changed):
        calendar.chosen.emit(dt.date(2026, 3, 18))
    assert date.value() == PartialDate("2026-03-18")
    assert not calendar.isVisible()


def test_every_button_of_the_calendar_has_a_name(qtbot: QtBot, look: Theme) -> None:
    calendar = Calendar(look)
    qtbot.addWidget(calendar)
    names = {button.accessibleName() for button in calendar.findChildren(QToolButton)}
    assert names == {"Earlier month", "Later month", "Month", "Year"}


def test_a_time_of_no_kind_is_refused(qtbot: QtBot) -> None:
    time = TimeInput()
    time.setText("25:00")
    with pytest.raises(NotAllowed, match="25:00 is not a time we know"):
        time.value()

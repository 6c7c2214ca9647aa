"""Rows of Today: a level, a count, yes or no, a measure; by touch and by keys; and how they fit the width."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.records import Answer, Reading
from mbc_journal.scales import Entry, Scales
from mbc_journal.ui.scale_input import CountRow, LevelRow, NumberRow, ScaleRow, YesNoRow, make_input, name_of
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Track
from tests.ui.kit import THEMES, Heard, Stage, colours_of, dressed, press

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


def focused(row: ScaleRow) -> int:
    track = row.control
    assert isinstance(track, Track)
    return next((n for n, segment in enumerate(track.segments) if segment.hasFocus()), -1)


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


@pytest.fixture
def tired(show: Show, look: Theme, scales: Scales) -> LevelRow:
    row = make_input(scales.get("fatigue"), look)
    assert isinstance(row, LevelRow)
    show(row, QPushButton("After"))
    row.setFocus()
    return row


def test_every_kind_of_scale_has_its_row(look: Theme, scales: Scales) -> None:
    kinds = {"fatigue": LevelRow, "loose-stools": CountRow, "temperature": NumberRow, "how-hard": LevelRow}
    assert {scale: type(make_input(scales.get(scale), look)) for scale in kinds} == kinds
    assert isinstance(make_input(scales.get("other:Slept at noon [yes_no]"), look), YesNoRow)


def test_every_scale_of_the_program_can_be_drawn(look: Theme, scales: Scales) -> None:
    rows = [make_input(scale, look) for scale in scales]
    assert len(rows) > 100
    assert all(row.sizeHint().height() >= look.target for row in rows)


def test_an_untouched_row_says_nothing(tired: LevelRow) -> None:
    assert (tired.level, tired.entry()) == (None, None)
    assert (tired.property("state"), tired.property("level")) == ("not_asked", None)
    assert tired.accessibleDescription() == "Not answered."


def test_a_click_anywhere_on_a_segment_answers(tired: LevelRow) -> None:
    heard = Heard(tired)
    segment = tired.track.segments[2]
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton, pos=QPoint(segment.width() - 2, segment.height() - 2))
    assert (tired.level, tired.entry()) == (2, Entry(level=2))
    assert heard.told == [("chosen", "fatigue")]
    assert (tired.property("state"), tired.property("level")) == ("answered", 2)


def test_level_none_is_an_answer_not_an_empty_row(tired: LevelRow) -> None:
    press(tired, "0")
    assert (tired.level, tired.property("state")) == (0, "answered")
    assert tired.entry() == Entry(level=0)


@pytest.mark.parametrize("keypad", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier])
def test_digits_answer_from_any_keyboard(tired: LevelRow, keypad: Qt.KeyboardModifier) -> None:
    heard = Heard(tired)
    QTest.keyClick(tired.track.segments[0], Qt.Key.Key_3, keypad)
    assert tired.level == 3
    assert focused(tired) == 3
    QTest.keyClick(tired.track.segments[3], Qt.Key.Key_7, keypad)
    assert tired.level == 3
    assert heard.told == [("chosen", "fatigue")]


def test_arrows_only_move_the_focus_while_nothing_is_given(tired: LevelRow) -> None:
    heard = Heard(tired)
    press(tired, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert (focused(tired), tired.level, heard.told) == (1, None, [])
    press(tired, Qt.Key.Key_Space)
    assert (tired.level, heard.told) == (1, [("chosen", "fatigue")])


def test_arrows_change_an_answer_that_was_given(tired: LevelRow) -> None:
    press(tired, "1", Qt.Key.Key_Right)
    assert (tired.level, focused(tired)) == (2, 2)
    press(tired, *[Qt.Key.Key_Left] * 5)
    assert (tired.level, focused(tired)) == (0, 0)


def test_backspace_takes_the_answer_back(tired: LevelRow) -> None:
    heard = Heard(tired)
    press(tired, Qt.Key.Key_Backspace, "4", Qt.Key.Key_Backspace)
    assert heard.told == [("chosen", "fatigue"), ("cleared", "fatigue")]
    assert (tired.level, tired.property("state")) == (None, "not_asked")
    press(tired, "2")
    assert tired.level == 2


def test_enter_and_more_ask_for_the_details(tired: LevelRow) -> None:
    heard = Heard(tired)
    press(tired, Qt.Key.Key_Return)
    tired.more.click()
    assert heard.told == [("details", "fatigue")] * 2


def test_equals_takes_yesterdays_answer_once(tired: LevelRow) -> None:
    heard = Heard(tired)
    press(tired, "=")
    assert heard.told == []
    tired.show_before(level("fatigue", 2))
    press(tired, "=", "=")
    assert (tired.level, heard.told) == (2, [("same", "fatigue")])


def test_equals_never_writes_over_an_answer(tired: LevelRow) -> None:
    tired.show_before(level("fatigue", 2))
    press(tired, "4", "=")
    assert tired.level == 4


def test_yesterday_is_shown_dashed_and_in_words_and_is_no_answer(tired: LevelRow) -> None:
    tired.show_before(level("fatigue", 2))
    assert tired.hint.text() == "yesterday: Moderate"
    assert [segment.dashed for segment in tired.track.segments] == [False, False, True, False, False]
    assert tired.accessibleDescription() == "Not answered. Yesterday: Moderate."
    assert tired.entry() is None
    tired.show_before(None)
    assert (tired.hint.text(), any(segment.dashed for segment in tired.track.segments)) == ("", False)


def test_a_weekly_row_says_last_week(tired: LevelRow) -> None:
    tired.show_before(level("fatigue", 1), "last week: {answer}")
    assert tired.hint.text() == "last week: Mild"


def test_showing_readings_signals_nothing(tired: LevelRow) -> None:
    heard = Heard(tired)
    for reading in (level("fatigue", 4), None, level("fatigue", 0), level("fatigue", 0)):
        tired.show_reading(reading)
    assert (tired.level, heard.told) == (0, [])


@pytest.mark.parametrize("state", [Answer.SKIPPED, Answer.PREFER_NOT, Answer.NOT_APPLICABLE])
def test_a_skipped_row_says_so_and_shows_no_answer(tired: LevelRow, state: Answer) -> None:
    tired.show_reading(level("fatigue", 3))
    tired.show_reading(Reading(scale="fatigue", day=MONDAY, state=state))
    assert (tired.level, tired.property("state"), tired.property("level")) == (None, state, None)
    assert tired.accessibleDescription()
    assert "Not answered" not in tired.accessibleDescription()


def test_choosing_moves_nothing(tired: LevelRow) -> None:
    before = [segment.geometry() for segment in tired.track.segments]
    press(tired, "4")
    assert [segment.geometry() for segment in tired.track.segments] == before
    words = [segment.natural_width() for segment in tired.track.segments]
    assert all(segment.width() >= word for segment, word in zip(tired.track.segments, words, strict=True))


def test_a_row_is_one_stop_of_the_tab_key(tired: LevelRow) -> None:
    press(tired, Qt.Key.Key_Tab)
    after = tired.window().focusWidget()
    assert isinstance(after, QPushButton)
    assert after.text() == "After"
    tired.show_reading(level("fatigue", 3))
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert focused(tired) == 3


def test_up_and_down_go_to_the_other_rows_and_stop_at_the_ends(show: Show, look: Theme, scales: Scales) -> None:
    rows = [make_input(scales.get(scale), look) for scale in ("fatigue", "temperature", "pain")]
    window = show(*rows)
    rows[2].show_reading(level("pain", 2))
    rows[0].setFocus()
    press(rows[0], Qt.Key.Key_Up)
    assert focused(rows[0]) == 0
    press(rows[0], Qt.Key.Key_Down)
    field = window.focusWidget()
    assert isinstance(field, QLineEdit)
    press(rows[1], Qt.Key.Key_Down)
    assert focused(rows[2]) == 2
    press(rows[2], Qt.Key.Key_Down)
    assert focused(rows[2]) == 2
    press(rows[2], Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert focused(rows[0]) == 0


def test_screen_readers_hear_a_group_of_radio_buttons_with_their_words(tired: LevelRow) -> None:
    group = QAccessible.queryAccessibleInterface(tired)
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Tiredness")
    heard = [QAccessible.queryAccessibleInterface(segment) for segment in tired.track.segments]
    assert {each.role() for each in heard} == {QAccessible.Role.RadioButton}
    names = [each.text(QAccessible.Text.Name) for each in heard]
    assert names == ["None", "Mild", "Moderate", "Severe", "Very severe"]


def test_names_are_those_of_the_scale(look: Theme, scales: Scales) -> None:
    row = make_input(scales.get("loose-stools"), look)
    assert row.findChild(QLineEdit, "loose_stools_value") is not None
    hard = make_input(scales.get("how-hard"), look)
    assert isinstance(hard, LevelRow)
    assert [segment.objectName() for segment in hard.track.segments] == [f"how_hard_{n}" for n in range(5)]
    assert name_of("other:Itchy scalp [level]") == "other_Itchy_scalp_level"


@pytest.mark.parametrize("name", THEMES)
def test_the_painted_answer_has_the_fill_of_its_level(show: Show, scales: Scales, name: str) -> None:
    theme = dressed(name)
    row = make_input(scales.get("fatigue"), theme)
    show(row)
    assert isinstance(row, LevelRow)
    for chosen in range(5):
        row.show_reading(level("fatigue", chosen))
        segment = row.track.segments[chosen]
        assert {theme.chosen(chosen).fill.lower(), theme.tokens.text.lower()} <= colours_of(segment)


def test_a_very_severe_day_is_painted_blue_not_red(qtbot: QtBot, tired: LevelRow) -> None:
    tired.show_reading(level("fatigue", 4))
    red, green, blue = (int(tired.theme.chosen(4).fill[at : at + 2], 16) for at in (1, 3, 5))
    assert red < green < blue

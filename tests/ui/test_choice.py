"""One of few, and on or off: by touch and keys, alike on every page."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import CheckBox, Chip, Choice, Track
from mbc_journal.ui.widgets.reflow import equal
from tests.ui.kit import THEMES, Stage, colours_of, dressed

PERIODS = {"visit": "Since visit", "4w": "4 weeks", "8w": "8 weeks", "6m": "6 months", "all": "All"}
DOSE = {"taken": "Taken", "skipped": "Not taken", "held": "On hold"}


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return Stage(qtbot).show


def focus_in(window: QWidget) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def test_a_choice_begins_with_nothing_chosen(look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    assert choice.value() is None
    assert choice.track.index is None


def test_the_person_chooses_and_is_heard_once(qtbot: QtBot, show: Show, look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    show(choice)
    heard: list[object] = []
    choice.chosen.connect(heard.append)
    QTest.mouseClick(choice.track.segments[1], Qt.MouseButton.LeftButton)
    assert (choice.value(), heard) == ("skipped", [choice])


def test_the_first_of_few_counts_as_well_as_the_others(show: Show, look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    window = show(choice)
    choice.setFocus()
    QTest.keyClick(focus_in(window), Qt.Key.Key_Space)
    assert (choice.value(), choice.track.index) == ("taken", 0)


def by_ear(button: QWidget) -> None:
    """Do what a screen reader does when its user presses the button: no click, no key."""
    action = QAccessible.queryAccessibleInterface(button).actionInterface()
    assert action.actionNames()[0] == action.toggleAction()
    action.doAction(action.toggleAction())


def test_what_a_screen_reader_chooses_counts_as_a_click_and_is_heard_once(show: Show, look: Theme) -> None:
    first, choice = Choice("Letrozole", DOSE, look), Choice("Capecitabine", DOSE, look)
    window = show(first, choice)
    first.setFocus()
    heard: list[str | None] = []
    choice.changed.connect(lambda: heard.append(choice.value()))
    by_ear(choice.track.segments[1])
    assert (choice.value(), heard) == ("skipped", ["skipped"])
    assert focus_in(window) is choice.track.segments[1]
    by_ear(choice.track.segments[2])
    by_ear(choice.track.segments[2])  # it stays chosen: one of few is never none
    assert (choice.value(), heard) == ("held", ["skipped", "held"])


@pytest.mark.parametrize("kind", [Chip, CheckBox])
def test_what_a_screen_reader_switches_counts_as_a_click(show: Show, look: Theme, kind: type[Chip | CheckBox]) -> None:
    chip = kind("Too unwell to log today", look)
    show(chip)
    heard: list[bool] = []
    chip.changed.connect(lambda: heard.append(chip.isChecked()))
    for _time in range(2):
        by_ear(chip)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    chip.setChecked(False)
    assert heard == [True, False, True]


def test_setting_a_value_is_not_heard(look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    heard: list[object] = []
    choice.chosen.connect(heard.append)
    for value in ("held", None, "taken", "taken", None, None):
        choice.set_value(value)
        assert choice.value() == value
    assert heard == []


def test_a_value_that_is_not_offered_is_shown_as_nothing_chosen(look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    choice.set_value("taken")
    choice.set_value("late")
    assert choice.value() is None


def test_segments_are_named_after_their_choice(look: Theme) -> None:
    choice = Choice("Capecitabine 1500 mg, morning", DOSE, look)
    choice.setObjectName("dose_1")
    assert [segment.objectName() for segment in choice.track.segments] == [
        "dose_1_taken",
        "dose_1_skipped",
        "dose_1_held",
    ]


def test_a_choice_is_a_named_group_of_radio_buttons(look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    heard = QAccessible.queryAccessibleInterface(choice)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Capecitabine")
    roles = {QAccessible.queryAccessibleInterface(one).role() for one in choice.track.segments}
    assert roles == {QAccessible.Role.RadioButton}


def test_a_choice_is_one_stop_and_the_stop_is_what_was_chosen(show: Show, look: Theme) -> None:
    before, after = QLineEdit(), QLineEdit()
    choice = Choice("Period", PERIODS, look)
    window = show(before, choice, after)
    choice.set_value("8w")
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert focus_in(window) is choice.track.segments[2]
    QTest.keyClick(focus_in(window), Qt.Key.Key_Tab)
    assert focus_in(window) is after


def test_arrows_go_no_further_than_the_ends(show: Show, look: Theme) -> None:
    choice = Choice("Period", PERIODS, look)
    window = show(choice)
    choice.set_value("visit")
    choice.setFocus()
    QTest.keyClick(focus_in(window), Qt.Key.Key_Left)
    assert choice.value() == "visit"
    for _press in range(8):
        QTest.keyClick(focus_in(window), Qt.Key.Key_Right)
    assert choice.value() == "all"


@pytest.mark.parametrize("width", [160, 300, 420, 640])
@pytest.mark.parametrize("step", [100, 200])
def test_a_choice_wraps_into_lines_and_then_into_a_column(show: Show, width: int, step: int) -> None:
    choice = Choice("Period", PERIODS, dressed(text_size=step))
    least = choice.minimumSizeHint().width()
    show(choice, width=max(width, least), height=900)
    places = [segment.geometry() for segment in choice.track.segments]
    assert all(choice.track.rect().contains(place) for place in places)
    assert choice.height() == choice.heightForWidth(choice.width())
    for one, other in pairwise(places):
        assert not one.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1))


def test_segments_of_a_line_touch_and_fill_it(show: Show, look: Theme) -> None:
    choice = Choice("Dose", DOSE, look)
    show(choice, width=501)
    places = [segment.geometry() for segment in choice.track.segments]
    assert places[0].left() == 0
    assert places[-1].right() == choice.track.width() - 1
    assert all(one.right() >= other.left() - 1 for one, other in pairwise(places))


def test_a_choice_that_is_off_takes_no_answer(show: Show, look: Theme) -> None:
    choice = Choice("Dose", DOSE, look)
    show(choice)
    choice.setEnabled(False)
    QTest.mouseClick(choice.track.segments[0], Qt.MouseButton.LeftButton)
    assert choice.value() is None


def test_words_with_an_ampersand_are_shown_and_said_whole(look: Theme) -> None:
    track = Track({"a": "Eat & drink"}, look)
    heard = QAccessible.queryAccessibleInterface(track.segments[0])
    assert heard.text(QAccessible.Text.Name) == "Eat & drink"
    assert track.segments[0].shortcut().isEmpty()


@pytest.mark.parametrize("colours", THEMES)
def test_a_dashed_segment_is_neither_filled_nor_chosen(show: Show, colours: str) -> None:
    theme = dressed(colours)
    track = Track(PERIODS, theme, levels=True)
    show(track)
    track.show_dashed(3)
    assert track.index is None
    seen = colours_of(track.segments[3])
    assert theme.tokens.muted.lower() in seen
    assert theme.chosen(3).fill.lower() not in seen or theme.chosen(3).fill.lower() == theme.tokens.muted.lower()


@given(st.integers(0, 5000), st.integers(1, 9))
def test_equal_parts_differ_by_a_pixel_at_most_and_leave_none_over(width: int, count: int) -> None:
    parts = equal(width, count)
    assert sum(parts) == width
    assert max(parts) - min(parts) <= 1


@pytest.mark.parametrize("kind", [Chip, CheckBox])
def test_a_chip_or_box_is_a_check_box_to_click_anywhere(
    qtbot: QtBot, show: Show, look: Theme, kind: type[Chip | CheckBox]
) -> None:
    chip = kind("Too unwell to log today", look)
    show(chip)
    heard = QAccessible.queryAccessibleInterface(chip)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.CheckBox, "Too unwell to log today")
    with qtbot.waitSignal(chip.changed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 2, chip.height() // 2))
    assert chip.value()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.value()


@pytest.mark.parametrize("kind", [Chip, CheckBox])
def test_setting_a_chip_is_not_the_persons_act(qtbot: QtBot, look: Theme, kind: type[Chip | CheckBox]) -> None:
    chip = kind("Private", look)
    with qtbot.assertNotEmitted(chip.changed):
        chip.set_value(True)
        chip.set_value(None)
    assert chip.value() is False


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("kind", [Chip, CheckBox])
def test_on_and_off_differ_by_more_than_colour(show: Show, colours: str, kind: type[Chip | CheckBox]) -> None:
    theme = dressed(colours)
    chip = kind("Pain", theme)
    show(chip)
    off = chip.grab().toImage()
    chip.setChecked(True)
    on = chip.grab().toImage()
    assert theme.chosen().ink.lower() in colours_of(chip)
    assert on != off
    assert on.size() == off.size()


def test_a_chip_that_is_off_reads_as_off(show: Show, look: Theme) -> None:
    chip = Chip("Pain", look)
    show(chip)
    chip.setEnabled(False)
    assert look.tokens.disabled.lower() in colours_of(chip)
    assert look.tokens.text.lower() not in colours_of(chip)

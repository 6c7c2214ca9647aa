"""The frame: pages in a list, or behind a button where the window is narrow; who to call is always one press away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mbc_journal.ui.frame import Frame
from mbc_journal.ui.info_bar import InfoBar
from mbc_journal.ui.side_bar import SideBar
from mbc_journal.ui.signals import Announcer
from mbc_journal.ui.theme import Theme
from tests.conftest import FrozenClock
from tests.ui.kit import STEPS, Wish, dressed, opened

PAGES = [("today", "Today", "sun"), ("treatments", "Treatments", "pill"), ("visits", "Visits", "calendar-days")]


@pytest.fixture
def frame(qtbot: QtBot, theme: Theme, clock: FrozenClock) -> Frame:
    made = Frame(theme, InfoBar(theme, clock, Announcer()))
    made.side_bar.fill(PAGES)
    made.stack.addWidget(QLabel("the page"))
    opened(qtbot, made, 1200, 700)
    return made


def test_a_wide_window_has_the_pages_beside_the_page(frame: Frame) -> None:
    assert frame.side_bar.isVisible()
    assert not frame.top_bar.isVisible()
    assert frame.stack.isVisible()


def test_a_narrow_window_shows_the_list_in_place_of_the_page(frame: Frame) -> None:
    frame.resize(500, 560)
    assert frame.top_bar.isVisible()
    assert not frame.side_bar.isVisible()
    frame.menu_button.click()
    assert frame.side_bar.isVisible()
    assert not frame.stack.isVisible()
    assert QApplication.focusWidget() is frame.side_bar


def test_escape_closes_the_list_and_the_focus_goes_back_to_its_button(frame: Frame) -> None:
    frame.resize(500, 560)
    frame.menu_button.click()
    QTest.keyClick(frame.side_bar, Qt.Key.Key_Escape)
    assert frame.stack.isVisible()
    assert not frame.side_bar.isVisible()
    assert QApplication.focusWidget() is frame.menu_button


def test_escape_in_a_wide_window_leaves_the_list_alone(frame: Frame) -> None:
    frame.side_bar.setFocus()
    QTest.keyClick(frame.side_bar, Qt.Key.Key_Escape)
    assert frame.side_bar.isVisible()


def test_choosing_a_page_closes_the_list(frame: Frame, qtbot: QtBot) -> None:
    frame.resize(500, 560)
    frame.menu_button.click()
    with qtbot.waitSignal(frame.page_wanted) as wanted:
        frame.side_bar.itemActivated.emit(frame.side_bar.item(2))
    assert wanted.args == ["visits"]
    assert frame.stack.isVisible()


def test_a_window_that_grows_gets_its_list_back(frame: Frame) -> None:
    frame.resize(500, 560)
    frame.menu_button.click()
    frame.resize(1200, 700)
    assert frame.side_bar.isVisible()
    assert frame.stack.isVisible()
    assert frame.side_bar.width() < frame.width() / 3


def test_who_to_call_is_one_press_in_a_wide_and_in_a_narrow_window(frame: Frame, qtbot: QtBot) -> None:
    for width, button in ((1200, frame.who_to_call), (500, frame.who_on_top)):
        frame.resize(width, 700)
        assert button.isVisible()
        with qtbot.waitSignal(frame.page_wanted) as wanted:
            button.click()
        assert wanted.args == ["call"]


def test_a_line_on_top_says_why_a_journal_can_only_be_read(frame: Frame) -> None:
    assert not frame.top_line.isVisible()
    frame.show_top_line("This journal can only be read.")
    assert frame.top_line.isVisible()
    frame.show_top_line("")
    assert not frame.top_line.isVisible()


@pytest.mark.parametrize("step", STEPS)
def test_eleven_pages_fit_into_660_pixels_at_any_text_size(qtbot: QtBot, step: int) -> None:
    bar = SideBar(dressed(text_size=step))
    bar.fill([(f"page{number}", f"Page {number}", "sun") for number in range(11)])
    opened(qtbot, bar, 300, 800)
    heights = {bar.sizeHintForRow(row) for row in range(bar.count())}
    assert len(heights) == 1
    assert 44 <= heights.pop() <= 60


@pytest.mark.parametrize("step", STEPS)
def test_the_list_is_as_wide_as_its_longest_word_in_bold(qtbot: QtBot, step: int) -> None:
    theme = dressed(text_size=step)
    bar = SideBar(theme)
    bar.fill([*PAGES, ("long", "Behandlungsgeschichten", "pill")])
    opened(qtbot, bar, bar.sizeHint().width(), 600)
    words = QFontMetrics(theme.font("body", True)).horizontalAdvance("Behandlungsgeschichten")
    assert bar.sizeHint().width() > words + theme.scaled(theme.sizes.icon)
    assert bar.sizeHintForColumn(0) <= bar.viewport().width()


def test_another_text_size_reaches_the_list_at_once(frame: Frame, theme: Theme, qtbot: QtBot) -> None:
    before = frame.side_bar.width()
    theme.use(Wish(150))
    qtbot.waitUntil(lambda: frame.side_bar.width() > before)


@pytest.mark.parametrize("step", STEPS)
def test_nine_pages_are_seen_at_once_on_a_small_screen(qtbot: QtBot, step: int) -> None:
    bar = SideBar(dressed(text_size=step))
    bar.fill([(f"page{number}", f"Page {number}", "sun") for number in range(9)])
    opened(qtbot, bar, 300, 414)
    qtbot.waitUntil(lambda: bar.verticalScrollBar().maximum() == 0)
    assert bar.sizeHintForRow(0) >= 44


def test_a_page_that_the_list_does_not_name_marks_none(frame: Frame) -> None:
    frame.side_bar.show_chosen("visits")
    assert [item.text() for item in frame.side_bar.selectedItems()] == ["Visits"]
    frame.side_bar.show_chosen("call")
    assert frame.side_bar.selectedItems() == []

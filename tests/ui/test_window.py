"""The window: there at once, where it was left, and never in the way."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal import demo
from mbc_journal.app import build
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.paths import Paths
from mbc_journal.records import Profile
from mbc_journal.ui.home import Home
from mbc_journal.ui.page_list import PAGES
from mbc_journal.ui.page_names import PAGE_NAMES
from mbc_journal.ui.trouble_page import TroublePage
from mbc_journal.ui.window import Window
from tests.conftest import FrozenClock

TODAY = dt.date(2026, 3, 4)


class Starter:
    """Starts windows on the test's folders and closes them after."""

    def __init__(self, qtbot: QtBot, paths: Paths, clock: FrozenClock) -> None:
        self.qtbot, self.paths, self.clock = qtbot, paths, clock
        self.windows: list[Window] = []

    def __call__(self, path: Path | None = None) -> Window:
        window = build(self.paths, self.clock).window
        self.windows.append(window)
        self.qtbot.addWidget(window)
        with self.qtbot.waitSignal(window.complete, timeout=20_000):
            window.begin(path)
        return window

    def close(self) -> None:
        for window in self.windows:
            window.close()


@pytest.fixture
def start(qtbot: QtBot, paths: Paths, clock: FrozenClock) -> Iterator[Starter]:
    starter = Starter(qtbot, paths, clock)
    yield starter
    starter.close()


def home(window: Window) -> Home:
    assert isinstance(window.home, Home)
    return window.home


def shown(window: Window) -> QWidget:
    page = window.tools.frame.stack.currentWidget()
    assert page is not None
    return page


def click(window: QWidget, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def journal_of(window: Window) -> Journal:
    journal = home(window).journal
    assert journal is not None
    return journal


def test_the_first_start_asks_nothing_and_opens_today(start: Starter) -> None:
    window = start()
    assert shown(window).objectName() == "today_page"
    assert window.tools.paths.journal.stat().st_mode & 0o777 == 0o600
    assert window.windowTitle() == "Care Journal"


def test_the_frame_paints_before_the_journal_opens(start: Starter, qtbot: QtBot) -> None:
    window = build(start.paths, start.clock).window
    start.windows.append(window)
    qtbot.addWidget(window)
    with qtbot.waitSignals([window.painted, window.usable, window.complete], order="strict", timeout=20_000):
        window.begin()


def test_a_click_is_said_in_the_info_bar_and_undone_by_name(start: Starter) -> None:
    window = start()
    click(shown(window), "fatigue_2")
    bar = window.tools.frame.info_bar
    assert bar.saved_line.text() == "Saved 09:30 - Tiredness: Moderate"
    assert bar.undo.text() == "Undo Tiredness"
    assert window.tools.menus["undo"].text() == "&Undo Tiredness"
    click(window, "undo")
    assert journal_of(window).ask(questions.readings_on, TODAY) == []
    assert window.tools.menus["redo"].isEnabled()
    window.tools.menus["redo"].trigger()
    assert [one.level for one in journal_of(window).ask(questions.readings_on, TODAY)] == [2]


def test_a_lost_journal_is_a_page_and_never_an_empty_one(start: Starter, tmp_path: Path) -> None:
    gone = tmp_path / "stick" / "journal.mbcj"
    window = start(gone)
    page = shown(window)
    assert isinstance(page, TroublePage)
    assert not gone.exists()
    create_here = tmp_path / "stick"
    create_here.mkdir()
    create(gone, start.clock, Profile(name="found again"))
    page.try_again.click()
    assert shown(window).objectName() == "today_page"
    assert journal_of(window).ask(questions.profile).name == "found again"


def test_a_file_that_is_no_journal_keeps_its_bytes(start: Starter, tmp_path: Path) -> None:
    strange = tmp_path / "holiday.mbcj"
    strange.write_bytes(b"\x89PNG\r\n" + b"x" * 5000)
    before = (strange.read_bytes(), strange.stat().st_mtime_ns)
    window = start(strange)
    assert isinstance(shown(window), TroublePage)
    assert (strange.read_bytes(), strange.stat().st_mtime_ns) == before


def test_after_a_first_start_a_missing_journal_is_not_made_anew(start: Starter) -> None:
    window = start()
    window.close()
    start.paths.journal.rename(start.paths.journal.with_suffix(".moved"))
    again = start()
    assert isinstance(shown(again), TroublePage)
    assert not start.paths.journal.exists()


def test_text_size_and_colours_take_effect_at_once_and_are_remembered(start: Starter) -> None:
    window = start()
    page = shown(window)
    window.tools.menus["size_200"].trigger()
    window.tools.menus["colours_dark"].trigger()
    assert (window.tools.theme.name, window.tools.preferences.values.text_size) == ("dark", 200)
    assert shown(window) is page
    window.close()
    again = start()
    assert (again.tools.theme.name, again.tools.preferences.values.text_size) == ("dark", 200)


def test_bigger_and_smaller_stop_at_the_ends(start: Starter) -> None:
    window = start()
    for _step in range(6):
        window.tools.menus["bigger"].trigger()
    assert window.tools.preferences.values.text_size == 200
    assert not window.tools.menus["bigger"].isEnabled()
    window.tools.menus["usual_size"].trigger()
    assert window.tools.preferences.values.text_size == 100


def test_a_narrow_window_folds_the_side_bar_into_a_menu(start: Starter, qtbot: QtBot) -> None:
    window = start()
    window.tools.menus["size_200"].trigger()
    window.resize(800, 560)
    qtbot.waitUntil(lambda: window.tools.frame.top_bar.isVisible())
    assert not window.tools.frame.side_bar.isVisible()
    click(window, "menu")
    assert window.tools.frame.side_bar.isVisible()


def test_every_page_opens_by_name_and_by_number(start: Starter, qtbot: QtBot) -> None:
    window = start()
    for kind in PAGES:
        window.show_page(kind.NAME)
        assert shown(window).objectName() == f"{kind.NAME}_page"
        action = window.tools.menus[f"go_{kind.NAME}"]
        assert action.shortcuts() == [QKeySequence(f"Ctrl+{kind.NUMBER}")]


def test_back_and_forward_go_where_the_person_was(start: Starter) -> None:
    window = start()
    for kind in PAGES:
        window.show_page(kind.NAME)
    for kind in reversed(PAGES[:-1]):
        window.tools.menus["back"].trigger()
        assert shown(window).objectName() == f"{kind.NAME}_page"


def test_no_shortcut_means_two_things(start: Starter) -> None:
    window = start()
    for kind in PAGES:
        window.show_page(kind.NAME)
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_typing_is_undone_before_the_journal(start: Starter, qtbot: QtBot) -> None:
    window = start()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    click(shown(window), "fatigue_2")
    note = shown(window).findChild(QWidget, "note")
    assert note is not None
    note.setFocus()
    QTest.keyClicks(note, "tea")
    QTest.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.scale for one in journal_of(window).ask(questions.readings_on, TODAY)] == ["fatigue"]


def test_saves_undo_and_errors_are_announced_to_screen_readers(start: Starter) -> None:
    window = start()
    bar = window.tools.frame.info_bar
    heard: list[str] = []
    bar.announced.connect(heard.append)
    click(shown(window), "pain_1")
    click(window, "undo")
    assert heard == ["Saved 09:30 - Pain: Mild", "Undone 09:30 - Pain: Mild"]
    assert QAccessible.queryAccessibleInterface(bar.saved_line).text(QAccessible.Text.Name) == bar.saved_line.text()


def test_a_made_up_journal_says_so_all_the_time(start: Starter, tmp_path: Path) -> None:
    path = tmp_path / "demo.mbcj"
    create(path, start.clock, *demo.make(5, TODAY))
    window = start(path)
    assert "made-up data" in window.windowTitle()
    assert window.tools.frame.info_bar.made_up.isVisible()


def test_a_helper_signs_what_she_writes(start: Starter) -> None:
    window = start()
    journal_of(window).save(Profile(helpers=("my sister",)), name="helpers")
    bar = window.tools.frame.info_bar
    assert bar.writing_as.isVisible()
    bar.writing_as.set_value("my sister")
    bar.writing_as.changed.emit()
    click(shown(window), "pain_1")
    assert journal_of(window).ask(questions.readings_on, TODAY)[0].written_by == "my sister"


def test_the_journal_is_closed_with_the_window(start: Starter, tmp_path: Path) -> None:
    window = start()
    path = journal_of(window).path
    note = shown(window).findChild(QWidget, "note")
    assert note is not None
    QTest.keyClicks(note, "typed and not left")
    window.close()
    opened = Journal(path, start.clock)
    assert [one.text for one in opened.ask(questions.notes_on, TODAY)] == ["typed and not left"]
    opened.close()


def test_next_area_goes_round_side_bar_page_and_info_bar(start: Starter, qtbot: QtBot) -> None:
    window = start()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    click(shown(window), "pain_1")
    areas = []
    for _step in range(3):
        window.tools.menus["next_area"].trigger()
        focus = QApplication.focusWidget()
        frame = window.tools.frame
        areas.append(
            next(
                name
                for name, area in (("bar", frame.side_bar), ("page", frame.stack), ("info", frame.info_bar))
                if focus is not None and (focus is area or area.isAncestorOf(focus))
            )
        )
    assert sorted(areas) == ["bar", "info", "page"]


def test_the_names_of_the_side_bar_are_those_of_the_pages() -> None:
    said = [(page.name, page.title, page.icon, page.number) for page in PAGE_NAMES]
    assert said == [(kind.NAME, kind.TITLE, kind.ICON, kind.NUMBER) for kind in PAGES]


def test_a_page_asked_for_before_it_has_arrived_is_shown_when_it_has(start: Starter, qtbot: QtBot) -> None:
    window = build(start.paths, start.clock).window
    start.windows.append(window)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.usable, timeout=20_000):
        window.begin()
    with qtbot.waitSignal(window.complete, timeout=20_000):
        window.show_page("visits")
    assert shown(window).objectName() == "visits_page"


def test_about_is_reached_from_the_menu(start: Starter) -> None:
    window = start()
    window.tools.menus["about"].trigger()
    assert shown(window).objectName() == "about_page"
    window.tools.menus["next_page"].trigger()
    assert shown(window).objectName() == "today_page"


@pytest.mark.parametrize(("verb", "page"), [("call", "call_page"), ("help", "help_page")])
def test_who_to_call_and_help_are_one_key_away(start: Starter, verb: str, page: str) -> None:
    window = start()
    window.tools.menus[verb].trigger()
    assert shown(window).objectName() == page


def test_who_to_call_stands_below_the_pages_and_on_the_page_of_trouble(start: Starter, tmp_path: Path) -> None:
    window = start()
    click(window, "who_to_call")
    assert shown(window).objectName() == "call_page"
    window.close()
    again = start(tmp_path / "gone.mbcj")
    assert isinstance(shown(again), TroublePage)
    assert shown(again).findChild(QWidget, "call_lists") is not None

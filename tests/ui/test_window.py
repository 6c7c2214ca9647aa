"""The window: there at once, where it was left, and never in the way."""

import datetime as dt
import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.records import Profile
from mbc_journal.ui.trouble_page import TroublePage
from tests.ui.windows import Starter, click, journal_of, shown

TODAY = dt.date(2026, 3, 4)


def test_the_first_start_asks_nothing_and_opens_today(start: Starter) -> None:
    window = start()
    assert shown(window).objectName() == "today_page"
    assert window.tools.paths.journal.stat().st_mode & 0o777 == 0o600
    assert window.windowTitle() == "Care Journal"


def test_the_frame_paints_before_the_journal_opens(start: Starter, qtbot: QtBot) -> None:
    window = start.build()
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


def test_a_made_up_journal_says_so_all_the_time(start: Starter, tmp_path: Path, made_up_year: Path) -> None:
    window = start(Path(shutil.copy(made_up_year, tmp_path)))
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

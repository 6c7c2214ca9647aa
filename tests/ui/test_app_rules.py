"""The start: folders, settings, language and looks of a window that is built once, twice, and after trouble."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mbc_journal import app
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Note, PartialDate, Profile
from mbc_journal.settings import Settings, SettingsFile
from mbc_journal.ui.page_names import PAGE_NAMES
from mbc_journal.ui.signals import Place
from mbc_journal.ui.trouble_page import TroublePage
from tests.ui.windows import Starter, home, journal_of, shown


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_building_a_window_writes_nothing_and_opens_nothing(start: Starter, tmp_path: Path) -> None:
    before = files_below(tmp_path)
    window = start.build()
    assert files_below(tmp_path) == before
    assert window.home is None
    assert not window.isVisible()


def test_a_program_is_built_twice_in_one_application(start: Starter) -> None:
    first = start.build()
    second = start.build()
    assert first is not second
    assert app.application() is QApplication.instance()


def test_the_first_start_leaves_only_what_it_must_each_for_its_owner_alone(start: Starter) -> None:
    window = start()
    where = start.paths
    assert where.journal.is_file()
    assert where.settings.is_file()
    for path in (where.journal, where.settings):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for folder in (where.data, where.state, where.config):
        assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0
    assert window.tools.preferences.values.last_journal == str(where.journal)
    window.close()
    assert {name for name in os.listdir(where.data) if name != "backups"} == {"journal.mbcj"}


def test_qt_keeps_what_it_remembers_in_our_own_folder(start: Starter) -> None:
    start.build()
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        assert QSettings(kind, QSettings.Scope.UserScope, "a", "b").fileName().startswith(str(start.paths.state))


def test_settings_are_in_use_before_anything_is_shown(start: Starter) -> None:
    SettingsFile(start.paths.settings).save(Settings(text_size=150, colours="contrast", less_motion=True))
    window = start.build()
    assert (window.tools.theme.name, window.tools.theme.less_motion) == ("contrast", True)
    assert window.tools.menus["size_150"].isChecked()
    assert window.tools.menus["colours_contrast"].isChecked()


@pytest.mark.parametrize("language", ["xx_XX", "de_DE.UTF-8", "C", ""])
def test_a_language_without_words_is_said_in_english(
    start: Starter, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, language)
    window = start.build()
    assert window.windowTitle() == "Care Journal"
    assert window.tools.menus["undo"].text() == "&Undo"


def test_an_unexpected_problem_is_said_in_one_line_and_a_known_one_in_its_own_words(start: Starter) -> None:
    window = start.build()
    said = window.tools.frame.info_bar.saved_line
    app._Teller(window)(RuntimeError("CANARY"))
    assert said.text() == "Something went wrong inside the program. What you entered before is saved."
    app._Teller(window)(NotAllowed(why="A visit needs a date."))
    assert said.text() == "A visit needs a date. What you typed is kept here."


def test_a_journal_given_by_its_path_is_opened_and_the_usual_one_is_not_made(start: Starter, tmp_path: Path) -> None:
    path = tmp_path / "other place" / "Größe #1.mbcj"
    path.parent.mkdir()
    create(path, start.clock, Profile(name="Bo"))
    window = start(path)
    assert journal_of(window).ask(questions.profile).name == "Bo"
    assert not start.paths.journal.exists()
    window.close()
    again = start()
    assert journal_of(again).path == path


def test_a_page_is_made_once_and_only_when_it_is_shown(start: Starter) -> None:
    window = start()
    pages = home(window)
    stack = window.tools.frame.stack
    assert stack.count() == 1
    visits = pages.page("visits")
    assert visits is pages.page("visits")
    assert pages.page("no such page") is None
    window.tools.announcer.wanted.emit(Place("no such page"))
    assert shown(window).objectName() == "today_page"
    assert window.tools.frame.side_bar.names() == [page.name for page in PAGE_NAMES]


def test_another_journal_takes_the_pages_of_the_first_along(start: Starter, tmp_path: Path) -> None:
    window = start()
    first = journal_of(window)
    old = shown(window)
    other = tmp_path / "other.mbcj"
    create(other, start.clock, Note(day=PartialDate("2026-03-04"), text="hers"))
    home(window).open(other)
    assert shown(window) is not old
    assert journal_of(window).path == other
    reopened = Journal(first.path, start.clock)
    assert reopened.ask(questions.notes) == []
    reopened.close()


def test_text_typed_before_another_journal_is_opened_is_kept_in_its_own(start: Starter, tmp_path: Path) -> None:
    window = start()
    first = journal_of(window).path
    note = shown(window).findChild(QWidget, "note")
    assert note is not None
    QTest.keyClicks(note, "typed in the first")
    other = tmp_path / "other.mbcj"
    create(other, start.clock)
    home(window).open(other)
    assert journal_of(window).ask(questions.notes) == []
    reopened = Journal(first, start.clock)
    assert [one.text for one in reopened.ask(questions.notes)] == ["typed in the first"]
    reopened.close()


def test_trouble_names_the_file_it_speaks_of(start: Starter, tmp_path: Path) -> None:
    path = tmp_path / "strange.mbcj"
    path.write_bytes(b"SQLite format 3\x00" + bytes(100))
    window = start(path)
    assert isinstance(shown(window), TroublePage)
    assert any(str(path) in label.text() for label in shown(window).findChildren(QLabel))
    assert home(window).page("today") is None

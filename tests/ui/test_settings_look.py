"""Settings with everything open: at any text size and width all of it is whole, large enough and said once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.questions import imports
from mbc_journal.exchange import format_of, read
from mbc_journal.records import Note, PartialDate, Profile, Reading, Row
from mbc_journal.ui.page import Desk
from mbc_journal.ui.settings_page import SettingsPage
from mbc_journal.ui.settings_page.preview_panel import PreviewPanel
from mbc_journal.ui.text_saver import flush_all
from tests.look import eyes
from tests.look.test_speech import mute
from tests.ui.today_hands import TODAY, click

Open = Callable[..., SettingsPage]
_NARROW_EM = 40
_SIDE_BAR = 212


@pytest.fixture(autouse=True)
def data_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A data folder of the test's own: backups are kept there."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


def rows() -> tuple[Row, ...]:
    hidden = ("markers", "nausea", "other:Itchy scalp [level]", "add_treatments")
    return (
        Profile(name="Ada", helpers=("my sister", "the nurse who comes on Tuesdays"), hidden=hidden),
        Note(text="Slept badly, woke at four. Tea in the kitchen and watched it get light.", day=PartialDate("2026")),
    )


def type_in(page: QWidget, name: str, text: str) -> None:
    field = page.findChild(QLineEdit, name)
    assert field is not None, name
    field.setText(text)
    field.textEdited.emit(text)


def another(folder: Path, clock: Clock) -> Path:
    """The export of another journal."""
    create(folder / "another.mbcj", clock, Reading(scale="fatigue", day=TODAY, level=3), Note(text="hers"))
    other = Journal(folder / "another.mbcj", clock)
    kind = format_of("json")
    assert kind is not None
    assert kind.write is not None
    path = folder / "a-file-with-quite-a-long-name-as-portals-give-them-2026-03-04.json"
    path.write_bytes(kind.write(other.ask(questions.everything), True)[0])
    other.close()
    return path


def open_everything(page: SettingsPage, journal: Journal, tmp_path: Path, clock: Clock) -> None:
    """A list of backups, a preview, a calendar, offers, and a sentence beside each field that can be wrong."""
    journal.bin(*journal.ask(questions.notes), name="Note")
    page.backup.back_up()
    page.refresh()
    click(page, "check_backup")
    page.importing._path = another(tmp_path, clock)
    page.importing._on_read(read(page.importing._path))
    page.exporting.export_to(journal.path)
    click(page, "helper_1_rename")
    click(page, "paused_until_calendar")
    for name, text in (("paused_until", "3 March 2026"), ("birth_year", "1899"), ("helper_name", "me")):
        type_in(page, name, text)
    click(page, "helper_keep")
    flush_all(page)
    type_in(page, "find_row", "tir")


def at_rest(page: QWidget, qtbot: QtBot) -> None:
    """Wait until nothing moves any more."""
    seen: list[object] = []

    def still() -> bool:
        seen.append([child.geometry().getRect() for child in page.findChildren(QWidget)])
        return len(seen) > 2 and seen[-1] == seen[-2]

    qtbot.waitUntil(still)


@pytest.mark.parametrize("step", [100, 200])
def test_everything_open_is_whole_and_large_at_any_width(
    open_page: Open, journal: Journal, desk: Desk, qtbot: QtBot, tmp_path: Path, clock: Clock, step: int
) -> None:
    desk.preferences.changed.connect(desk.theme.use)
    page = open_page(SettingsPage, *rows())
    open_everything(page, journal, tmp_path, clock)
    assert isinstance(page.importing.panel, PreviewPanel)
    desk.preferences.change(text_size=step)
    faults = []
    for window in (1366, 1024, 800):
        narrow = window < _NARROW_EM * desk.theme.em
        page.resize(window if narrow else window - _SIDE_BAR * step // 100, 500)
        at_rest(page, qtbot)
        found = eyes.cut(page) + eyes.too_small(page) + eyes.too_near(page)
        faults += [f"{window}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def test_everything_open_has_a_role_and_a_name_of_its_own(
    open_page: Open, journal: Journal, tmp_path: Path, clock: Clock
) -> None:
    page = open_page(SettingsPage, *rows())
    open_everything(page, journal, tmp_path, clock)
    assert not mute(page)


def test_a_preview_stands_beside_the_journal_without_touching_it(
    open_page: Open, journal: Journal, tmp_path: Path, clock: Clock
) -> None:
    page = open_page(SettingsPage, *rows())
    path = another(tmp_path, clock)
    before = os.stat(path).st_mtime_ns, journal.ask(questions.identity)
    page.importing._on_read(read(path))
    assert (os.stat(path).st_mtime_ns, journal.ask(questions.identity)) == before
    assert journal.ask(imports.preview, read(path), clock.utc()).new

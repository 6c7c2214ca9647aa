"""The real window on a real journal, in any look, size and language; one window serves many states."""

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.clock import Clock
from mbc_journal.paths import Paths
from mbc_journal.settings import SettingsFile
from mbc_journal.ui.home import Home
from mbc_journal.ui.page import Page
from mbc_journal.ui.page_list import BESIDE, PAGES
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.print_page.print_desk import PrintDesk
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import FocusRing
from mbc_journal.ui.window import Window

TODAY = dt.date(2026, 3, 4)
THEMES = ("light", "dark", "contrast")
STEPS = (100, 115, 130, 150, 200)
SWEEP = bool(os.environ.get("JOURNAL_SWEEP"))
"""Whether everything is looked at; else the hardest of each."""
SIZES = ((1366, 768), (1024, 768), (800, 560))
NAMES = tuple(kind.NAME for kind in (*PAGES, *BESIDE))
_PATIENCE = 20_000


@dataclass
class Stage:
    """The window, and what a test does to it."""

    window: Window
    ring: FocusRing
    qtbot: QtBot

    @property
    def theme(self) -> Theme:
        """The look in use."""
        return self.window.tools.theme

    @property
    def home(self) -> Home:
        """What lives in the window."""
        assert isinstance(self.window.home, Home)
        return self.window.home

    @property
    def page(self) -> QWidget:
        """The page in front."""
        page = self.window.tools.frame.stack.currentWidget()
        assert page is not None
        return page

    def look(self, colours: str = "light", step: int = 100) -> None:
        """Take another look, as the View menu does."""
        self.window.tools.preferences.change(colours=colours, text_size=step)
        self.settle()

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window that large."""
        self.window.resize(*size)
        self.settle()

    def show(self, name: str) -> QWidget:
        """Bring a page to the front and wait until it is whole."""
        self.window.show_page(name)
        self.settle()
        if name == "print":
            self.qtbot.waitUntil(self._printed, timeout=_PATIENCE)
            self.settle()
        return self.page

    def settle(self, rounds: int = 4) -> None:
        """Let layouts come to rest."""
        for _round in range(rounds):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def wait(self, milliseconds: int) -> None:
        """Let timers and answers of threads come."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def close(self) -> None:
        """Take the window down."""
        self.window.close()
        self.ring.deleteLater()
        self.window.deleteLater()
        self.settle(1)

    def _printed(self) -> bool:
        part = getattr(self.page, "part", None)
        return isinstance(part, PrintDesk) and part.printout is not None


def open_stage(qtbot: QtBot, paths: Paths, clock: Clock, path: Path | None = None) -> Stage:
    """The program's window, as app.py builds it, on the journal at `path` (None: a new, empty one)."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    preferences = Preferences(SettingsFile(paths.settings))
    theme = Theme(preferences.values, QGuiApplication.styleHints())
    theme.apply(app)
    stage = Stage(Window(theme, preferences, clock, paths), FocusRing(app, theme), qtbot)
    with qtbot.waitSignal(stage.window.complete, timeout=_PATIENCE):
        stage.window.begin(path)
    stage.window.activateWindow()
    stage.settle()
    return stage


def looks() -> Iterator[tuple[str, int]]:
    """Every theme at every step."""
    for colours in THEMES:
        for step in STEPS:
            yield colours, step


def pages(stage: Stage) -> Iterator[Page]:
    """Each page in turn, whole."""
    for name in NAMES:
        page = stage.show(name)
        assert isinstance(page, Page)
        yield page

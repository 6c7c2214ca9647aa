"""Wiring, once: paths, language, clock, theme, window (which opens the journal after its first paint)."""

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mbc_journal import paths
from mbc_journal.clock import Clock
from mbc_journal.paths import Paths
from mbc_journal.problems import UserProblem
from mbc_journal.settings import SettingsFile
from mbc_journal.ui import jobs
from mbc_journal.ui.crash import CrashNet
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import FocusRing
from mbc_journal.ui.window import Window
from mbc_journal.wording import _, use_translations

_PATIENCE = 30_000  # milliseconds a start may take before its pictures are given up
_CALM = 300  # milliseconds for a page to finish drawing, once no job of it runs
_TURNS = 30  # so often at most it is waited for


def system_clock() -> Clock:
    """The clock of this computer, in its own time zone."""
    return Clock(_now)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).astimezone()


def application() -> QApplication:
    """The one QApplication, with our names and without a trace of the folders visited."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    made = QApplication(sys.argv[:1])
    made.setApplicationName("mbc-journal")
    made.setApplicationDisplayName(_("Care Journal"))
    made.setDesktopFileName("mbc-journal")
    return made


@dataclass(frozen=True)
class Program:
    """Everything a start makes, in the order it is made."""

    app: QApplication
    window: Window
    paths: Paths


def build(where: Paths, clock: Clock) -> Program:
    """Application, settings, theme and window for these folders; nothing is shown or opened yet."""
    use_translations(paths.resources() / "locale")
    where.keep_font_lists_here()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(where.state))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(where.state))
    app = application()
    preferences = Preferences(SettingsFile(where.settings))
    theme = Theme(preferences.values, QGuiApplication.styleHints())
    theme.apply(app)
    FocusRing(app, theme)
    return Program(app, Window(theme, preferences, clock, where), where)


def run(path: Path | None = None, quick: bool = False) -> int:
    """Open the window on the journal at `path` (None: the last one) and stay until it is closed."""
    where = Paths.of_this_system()
    program = build(where, system_clock())
    where.made(where.state)
    net = CrashNet(where.log, system_clock(), _Teller(program.window))
    net.install()
    program.window.begin(path, quick)
    return program.app.exec()


def demo_pictures(folder: Path, journal: Path, clock: Clock) -> list[Path]:
    """One PNG of each page of the journal at `journal` in `folder`, drawn without a screen; their paths in order.

    The environment must name the offscreen platform before Qt is first used.
    """
    where = Paths.below(folder / "home")
    where.made(where.state)
    window = build(where, clock).window
    _begin_and_wait(window, journal)
    pictures = []
    for name in window.page_names():
        window.show_page(name)
        _settle(window)
        pictures.append(folder / f"{name}.png")
        window.grab().save(str(pictures[-1]))
    window.close()
    return pictures


def _begin_and_wait(window: Window, journal: Path) -> None:
    loop = QEventLoop()
    window.complete.connect(loop.quit)
    window.failed.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop.quit)
    window.begin(journal)
    loop.exec()


def _settle(window: Window) -> None:
    """Let everything that waits for the event loop happen: layouts, drawings, answers of jobs."""
    for _turn in range(_TURNS):
        loop = QEventLoop()
        busy = jobs.is_busy(window)
        QTimer.singleShot(_CALM, loop.quit)
        loop.exec()
        if not busy:
            break
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@dataclass(frozen=True)
class _Teller:
    """Says in the info bar that something unexpected happened."""

    window: Window

    def __call__(self, problem: BaseException) -> None:
        if isinstance(problem, UserProblem):
            text = str(problem)
        else:
            text = _("Something went wrong inside the program. What you entered before is saved.")
        self.window.tools.announcer.said.emit(text)

"""Whole windows on the folders of a test, and what tests ask of them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.app import build
from mbc_journal.db.journal import Journal
from mbc_journal.paths import Paths
from mbc_journal.ui.home import Home
from mbc_journal.ui.widgets import FocusRing
from mbc_journal.ui.window import Window
from tests.conftest import FrozenClock
from tests.ui.kit import application


class Starter:
    """Starts windows on the test's folders and closes them after."""

    def __init__(self, qtbot: QtBot, paths: Paths, clock: FrozenClock) -> None:
        self.qtbot, self.paths, self.clock = qtbot, paths, clock
        self.windows: list[Window] = []

    def __call__(self, path: Path | None = None) -> Window:
        window = self.build()
        with self.qtbot.waitSignal(window.complete, timeout=30_000):
            window.begin(path)
        return window

    def build(self) -> Window:
        """A window that has not begun: nothing is shown or opened yet."""
        window = build(self.paths, self.clock).window
        self.windows.append(window)
        self.qtbot.addWidget(window)
        return window

    def close(self) -> None:
        """Close the windows, and take the focus rings that a program has for as long as it runs."""
        for window in self.windows:
            window.close()
        for ring in application().findChildren(FocusRing):
            ring.deleteLater()


def home(window: Window) -> Home:
    """The pages of an open journal."""
    assert isinstance(window.home, Home)
    return window.home


def shown(window: Window) -> QWidget:
    """The page that is in front."""
    page = window.tools.frame.stack.currentWidget()
    assert page is not None
    return page


def click(parent: QWidget, name: str) -> None:
    """Click the button of that object name."""
    button = parent.findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def journal_of(window: Window) -> Journal:
    """The journal that is open in the window."""
    journal = home(window).journal
    assert journal is not None
    return journal

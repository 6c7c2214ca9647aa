"""A desk with real parts, and pages opened on a real journal."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mbc_journal.catalogue import Catalogue
from mbc_journal.db.journal import Journal
from mbc_journal.paths import Paths
from mbc_journal.records import Row
from mbc_journal.scales import Scales
from mbc_journal.settings import SettingsFile
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.signals import Announcer
from mbc_journal.ui.theme import Theme
from tests.conftest import FrozenClock, Listeners
from tests.ui.windows import Starter

P = TypeVar("P", bound=Page)
_SIZE = (1100, 720)
"""What a window of 1366x768 leaves to a page."""


@pytest.fixture
def preferences(qapp: QApplication, paths: Paths) -> Preferences:
    """The settings of a first start; a change is written below the test's folder."""
    return Preferences(SettingsFile(paths.settings))


@pytest.fixture
def theme(qapp: QApplication, preferences: Preferences) -> Theme:
    """The theme of these settings, on the whole application."""
    theme = Theme(preferences.values, QGuiApplication.styleHints())
    theme.apply(qapp)
    return theme


@pytest.fixture
def desk(
    theme: Theme,
    preferences: Preferences,
    clock: FrozenClock,
    scales: Scales,
    catalogue: Catalogue,
    listeners: Listeners,
    paths: Paths,
) -> Desk:
    """What every page is handed; its announcer hears of each change of `journal`."""
    announcer = Announcer()
    listeners.ears.append(announcer.tell)
    return Desk(theme, preferences, clock, scales, catalogue, announcer, paths)


@pytest.fixture
def open_page(qtbot: QtBot, journal: Journal, desk: Desk) -> Callable[..., Page]:
    """Opens a page on `journal`, after saving some rows: `page = open_page(TodayPage, fatigue(MONDAY, 3))`."""

    def opened(kind: type[P], *records: Row) -> P:
        if records:
            journal.save(*records, name="")
        page = kind(journal, desk)
        qtbot.addWidget(page)
        page.resize(*_SIZE)
        page.show()
        qtbot.waitExposed(page)
        return page

    return opened


@pytest.fixture
def start(qtbot: QtBot, paths: Paths, clock: FrozenClock) -> Iterator[Starter]:
    """Opens whole windows: `window = start(path)`."""
    starter = Starter(qtbot, paths, clock)
    yield starter
    starter.close()

"""The parts of the window that exist before the journal does, handed on in one piece."""

from dataclasses import dataclass

from mbc_journal.clock import Clock
from mbc_journal.paths import Paths
from mbc_journal.ui.frame import Frame
from mbc_journal.ui.menus import Menus
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.signals import Announcer
from mbc_journal.ui.theme import Theme


@dataclass(frozen=True)
class Tools:
    """Made by the window before the first paint."""

    theme: Theme
    preferences: Preferences
    clock: Clock
    paths: Paths
    announcer: Announcer
    menus: Menus
    frame: Frame

"""What every page is: built in __init__, read in refresh, written through its writer."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from mbc_journal.catalogue import Catalogue
from mbc_journal.clock import Clock
from mbc_journal.db.journal import Journal
from mbc_journal.paths import Paths
from mbc_journal.records import Change
from mbc_journal.scales import Scales
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.signals import Announcer, Place
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import PageColumn
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _


@dataclass(frozen=True)
class Desk:
    """What every page is handed, beside the journal."""

    theme: Theme
    preferences: Preferences
    clock: Clock
    scales: Scales
    catalogue: Catalogue
    announcer: Announcer
    paths: Paths


class Page(PageColumn):
    """A column of cards that scrolls up and down.

    Subclasses set the class variables, build their widgets in `__init__`, read in `refresh` and write with `writer`.
    A page is refreshed when it is shown and something it watches has changed, never while it is hidden.
    """

    NAME: ClassVar[str]  # "today"; the object name is "today_page"
    TITLE: ClassVar[str]  # marked with N_
    ICON: ClassVar[str]
    NUMBER: ClassVar[int]  # Ctrl+NUMBER shows it, for ever
    WATCHES: ClassVar[frozenset[str]]  # record kinds in lower case

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.journal = journal
        self.desk = desk
        self.writer = Writer(journal, desk.announcer)
        self._stale = True
        self.setObjectName(f"{self.NAME}_page")
        self.setAccessibleName(_(self.TITLE))
        desk.announcer.changed.connect(self._on_announcer_changed)

    def refresh(self) -> None:
        """Read what is shown anew."""
        raise NotImplementedError

    def go_to(self, place: Place) -> None:
        """Show what `place` names; pages that can be sent somewhere override this."""

    def first_focus(self) -> None:
        """Put the focus on the page's main action; called when the page is shown by the person."""
        self.focusNextChild()

    def mark_stale(self) -> None:
        """Read anew now, or when shown next."""
        self._stale = True
        if self.isVisible():
            self._refresh_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew what changed while the page was hidden."""
        super().showEvent(event)
        self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()

    @Slot(object)
    def _on_announcer_changed(self, change: Change) -> None:
        if self.WATCHES & change.kinds:
            self.mark_stale()

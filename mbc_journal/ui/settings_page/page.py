"""Settings: look, tracking, units, people, the file, backups, bin, files in and out, reference; applied at once."""

from typing import Protocol

from PySide6.QtWidgets import QWidget

from mbc_journal.db.journal import Journal
from mbc_journal.records import STORED
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.settings_page.backup_card import BackupCard
from mbc_journal.ui.settings_page.bin_card import BinCard
from mbc_journal.ui.settings_page.export_card import ExportCard
from mbc_journal.ui.settings_page.file_card import FileCard
from mbc_journal.ui.settings_page.helpers_card import HelpersCard
from mbc_journal.ui.settings_page.hidden_card import HiddenCard
from mbc_journal.ui.settings_page.import_card import ImportCard
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.look_card import LookCard
from mbc_journal.ui.settings_page.me_card import MeCard
from mbc_journal.ui.settings_page.reference_card import ReferenceCard
from mbc_journal.ui.settings_page.rhythm_card import RhythmCard
from mbc_journal.ui.settings_page.today_rows_card import TodayRowsCard
from mbc_journal.ui.settings_page.units_card import UnitsCard
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Card, LeadStrong
from mbc_journal.wording import N_, _


class _Reading(Protocol):
    """A card that shows what the journal holds."""

    def refresh(self) -> None:
        """Show it anew."""


class SettingsPage(Page):
    """One page, no tabs. What is the person's own stands in her journal, with Undo; the look is the program's."""

    NAME, TITLE, ICON, NUMBER = "settings", N_("Settings"), "settings", 9
    WATCHES = frozenset(kind.__name__.lower() for kind in STORED)

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        self._keeper = keeper = Keeper(journal, desk, self.writer)
        self.add_header(_(self.TITLE))
        self.backup, self.look = BackupCard(keeper), LookCard(desk)
        self.today_rows, self.rhythm, self.hidden = TodayRowsCard(keeper), RhythmCard(keeper), HiddenCard(keeper)
        self.units, self.me, self.helpers = UnitsCard(keeper), MeCard(keeper), HelpersCard(keeper)
        self.file, self.bin = FileCard(keeper), BinCard(keeper)
        self.exporting, self.importing = ExportCard(keeper), ImportCard(keeper)
        self.reference = ReferenceCard(desk)
        self._section(_("Backup"), self.backup)
        self._section(_("Look"), self.look)
        self._section(_("How often, and pauses"), self.rhythm)
        self._section(_("Rows of Today"), self.today_rows)
        self._section(_("Not to be shown"), self.hidden)
        self._section(_("Units and paper"), self.units)
        self._section(_("Me"), self.me)
        self._section(_("People who write here"), self.helpers)
        self._section(_("Where your journal is"), self.file)
        self._section(_("Bin"), self.bin)
        self._section(_("Export"), self.exporting)
        self._section(_("Bring in a file"), self.importing)
        self._section(_("Reference"), self.reference)
        self._reading: tuple[_Reading, ...] = (
            self.backup, self.rhythm, self.today_rows, self.hidden, self.units, self.me, self.helpers, self.file,
            self.bin, self.importing, self.reference,
        )  # fmt: skip

    def refresh(self) -> None:
        """Read everything anew."""
        self._keeper.read()
        for card in self._reading:
            card.refresh()

    def go_to(self, place: Place) -> None:
        """Put the focus where `place` asks: on backups, rows of Today, helpers, bin, export, import or reference."""
        wanted: QWidget | None = {
            "back_up": self.backup.button,
            "rows": self.today_rows.finder.target,
            "helpers": self.helpers.field,
            "bin": self.bin.first(),
            "export": self.exporting.button,
            "import": self.importing.button,
            "reference": self.reference.load,
        }.get(place.verb)
        if wanted is not None:
            wanted.setFocus()
            self.ensureWidgetVisible(wanted)

    def first_focus(self) -> None:
        """Back up now is the main action."""
        self.backup.button.setFocus()

    def _section(self, title: str, card: Card) -> None:
        card.setAccessibleName(title)
        self.add(LeadStrong(title), card)

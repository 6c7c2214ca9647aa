"""Scans and tissue samples; the newest sample becomes the person's own receptors only when she says so."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import results, wording
from mbc_journal.records import Biopsy, Scan, ScanState
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.results_page.scan_cards import BiopsiesCard, ScansCard
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Button, FlowRow, Hint, LeadStrong, LinkButton
from mbc_journal.wording import _

_FIRST = 10
"""So many scans are shown before "Show all scans"."""


class ScansView(QWidget):
    """Two lists; `add_scan` stands in the header of the page."""

    def __init__(self, add_scan: Button, keeper: ResultKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        theme = keeper.desk.theme
        self._scans: Sequence[Scan] = ()
        self._biopsies: Sequence[Biopsy] = ()
        self._all = False
        self.scans = ScansCard(
            _("No scan yet. The kind and about when are enough; what you were told can follow."),
            add_scan, keeper.writer, keeper.desk,
        )  # fmt: skip
        add_biopsy = Button(_("Add a &biopsy"), theme, icon="plus")
        add_biopsy.setObjectName("add_biopsy")
        self.biopsies = BiopsiesCard(
            _("No biopsy yet. Copy the receptors from the report."), add_biopsy, keeper.writer, keeper.desk
        )
        self.take = Button(_("&Use these as mine"), theme)
        self.take.setObjectName("use_as_mine")
        self._take_words = Hint(_("Receptors and biomarkers of the newest biopsy, for About my cancer and paper."))
        buttons = FlowRow(theme)
        buttons.add(self.take, add_biopsy)
        self.more = LinkButton(_("Show all scans"), theme)
        self.more.setObjectName("all_scans")
        more = FlowRow(theme)
        self.helped = LinkButton(_("While I wait: what helped before"), theme)
        self.helped.setObjectName("what_helped")
        more.add(self.more, self.helped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        for widget in (self.scans, more, LeadStrong(_("Biopsies")), self.biopsies, self._take_words, buttons):
            column.addWidget(widget)
        self._add_biopsy = add_biopsy
        self.more.clicked.connect(self._on_more_clicked)
        self.helped.clicked.connect(self._on_helped_clicked)
        self.take.clicked.connect(self._on_take_clicked)

    def show_all(self, scans: Sequence[Scan], biopsies: Sequence[Biopsy]) -> None:
        """Show these, oldest first as they are read."""
        self._scans, self._biopsies = scans, biopsies
        newest = list(reversed(scans))
        self.scans.show_records(newest if self._all else newest[:_FIRST])
        self.helped.setVisible(any(scan.state is ScanState.WAITING for scan in scans))
        self.more.setVisible(not self._all and len(newest) > _FIRST)
        self.biopsies.show_records(list(reversed(biopsies)))
        new = results.as_mine(self._keeper.profile, biopsies) is not None
        self.take.setVisible(new)
        self._take_words.setVisible(new)
        for part in (self.scans, self.biopsies, self.take, self._add_biopsy):
            part.setEnabled(not self._keeper.is_read_only)

    def go_to(self, row_id: UUID) -> None:
        """Put the focus on a scan or sample."""
        if row_id in {scan.id for scan in self._scans}:
            self._on_more_clicked()
        for card in (self.scans, self.biopsies):
            for row in card.rows:
                if row.record.id == row_id:
                    row.change.setFocus()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        self.show_all(self._scans, self._biopsies)
        if len(self.scans.rows) > _FIRST:
            self.scans.rows[_FIRST].change.setFocus()

    @Slot()
    def _on_helped_clicked(self) -> None:
        self._keeper.desk.announcer.wanted.emit(Place("journal"))

    @Slot()
    def _on_take_clicked(self) -> None:
        profile = results.as_mine(self._keeper.profile, self._biopsies)
        if profile is not None:
            name = wording.act(_("About my cancer"), _("as in the newest biopsy"))
            if self._keeper.writer.save(profile, name=name):
                self._add_biopsy.setFocus()

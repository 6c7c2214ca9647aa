"""The bin: what was thrown away in the last 30 days, and the way back. Nothing is erased here."""

import datetime as dt

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mbc_journal import own_settings, wording
from mbc_journal.db.questions import settings_page
from mbc_journal.own_settings import BinLine
from mbc_journal.problems import NotAllowed
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.row_list import Line, RowList, Verb
from mbc_journal.ui.widgets import Button, Card, Muted, Problem
from mbc_journal.wording import _

_SHOWN = 10


class BinCard(Card):
    """Bring back puts a thing where it was, with all that went into the bin with it; Undo takes that back."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        self._lines: dict[str, BinLine] = {}
        self._all = False
        self.empty = Muted(_("The bin is empty. What you delete waits here for 30 days."))
        self.problem = Problem()
        self.problem.hide()
        self.list = RowList("binned", {"bring_back": Verb(_("Bring back"))}, theme)
        self.more = Button(_("Show everything in the bin"), theme)
        self.more.setObjectName("more_binned")
        self.add(self.empty, self.list, self.problem, self.more)
        self.list.wanted.connect(self._on_row_wanted)
        self.more.clicked.connect(self._on_more_clicked)

    def refresh(self) -> None:
        """Read the bin anew."""
        desk = self._keeper.desk
        since = desk.clock.utc() - dt.timedelta(days=own_settings.BIN_DAYS)
        rows = self._keeper.journal.ask(settings_page.binned_since, since)
        found = own_settings.bin_lines(rows, desk.scales, desk.clock.now())
        self._lines = {str(line.row.id): line for line in found}
        shown = found if self._all else found[:_SHOWN]
        off = frozenset[str]() if self._keeper.can_write else frozenset({"bring_back"})
        self.list.show_lines([Line(str(line.row.id), line.what, line.since, off) for line in shown])
        self.empty.setVisible(not found)
        self.more.setVisible(len(shown) < len(found))
        self.problem.setVisible(bool(self.problem.text()) and bool(found))

    def first(self) -> QWidget:
        """Where the focus goes when the bin is asked for: its first row, or the card itself."""
        return self.list.rows[0].buttons["bring_back"] if self.list.rows else self

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    @Slot(str, str)
    def _on_row_wanted(self, key: str, _verb: str) -> None:
        line = self._lines[key]
        try:
            name = wording.act(wording.act_subject(line.what), _("brought back"))
            if self._keeper.writer.save(*own_settings.brought_back(line), name=name):
                self._say("")
        except NotAllowed:
            self._say(_("Another entry stands in its place now. This one stays in the bin, and nothing is lost."))

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        self.refresh()
        if len(self.list.rows) > _SHOWN:
            self.list.rows[_SHOWN].buttons["bring_back"].setFocus()

"""How hard was today? One tap, or "Too unwell to log today", is a whole entry."""

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from mbc_journal import wording
from mbc_journal.records import Reading
from mbc_journal.scales import Scales
from mbc_journal.ui.scale_input import ScaleRow, make_input
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.today_page.day_keeper import HOW_HARD, DayKeeper
from mbc_journal.ui.widgets import Card, Chip, FlowRow
from mbc_journal.wording import _


class HowHardCard(Card):
    """The five words of the day, and the chip beside them."""

    def __init__(self, keeper: DayKeeper, scales: Scales, theme: Theme) -> None:
        super().__init__(theme)
        self._keeper = keeper
        self.row: ScaleRow = make_input(scales.get(HOW_HARD), theme)
        self.row.more.hide()
        self.too_unwell = Chip(_("Too unwell to log today"), theme)
        self.too_unwell.setObjectName("too_unwell")
        self._chips = FlowRow(theme)
        self._chips.add(self.too_unwell)
        self.add(self.row, self._chips)
        self.row.control.installEventFilter(self)
        self.row.chosen.connect(self._on_row_chosen)
        self.row.cleared.connect(self._on_row_cleared)
        self.too_unwell.clicked.connect(self._on_too_unwell_clicked)

    def add_beside(self, *widgets: QWidget) -> None:
        """Put `widgets` beside the chip."""
        self._chips.add(*widgets)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells: the chip stands under the first of the five words."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._chips.setContentsMargins(self.row.control.x(), 0, 0, 0)
        return False

    def show_day(self, today: dt.date) -> None:
        """Show the keeper's sheet; a past day is asked about by its name."""
        sheet = self._keeper.sheet
        if sheet.day == today:
            self.row.set_label(_("How hard was today?"))
            self.too_unwell.setText(_("Too unwell to log today"))
        else:
            name = wording.heading_day_short(sheet.day)
            self.row.set_label(_("How hard was {day}?").format(day=name))
            self.too_unwell.setText(_("Too unwell to log that day"))
        level = sheet.mark.how_hard if sheet.mark is not None else None
        self.row.show_reading(None if level is None else Reading(scale=HOW_HARD, day=sheet.day, level=level))
        self.row.show_hint(_("one tap is a whole entry") if level is None else "")
        self.too_unwell.setChecked(sheet.mark is not None and sheet.mark.too_unwell)

    @Slot(object)
    def _on_row_chosen(self, row: ScaleRow) -> None:
        entry = row.entry()
        if entry is not None:
            self._keeper.how_hard(entry.level)

    @Slot(object)
    def _on_row_cleared(self, _row: ScaleRow) -> None:
        self._keeper.how_hard(None)

    @Slot(bool)
    def _on_too_unwell_clicked(self, on: bool) -> None:
        self._keeper.too_unwell(on)

"""Which symptoms to show: a chip each, as on Today; more on a button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import wording
from mbc_journal.scales import Scale
from mbc_journal.ui.scale_input import name_of
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Chip, FlowRow, LinkButton
from mbc_journal.wording import _

FIRST_SHOWN = 3
"""So many symptoms are shown until the person chooses."""
_CHIPS = 6


class Chooser(QWidget):
    """`changed` after each choice; what was chosen stays chosen when the list grows."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scales: tuple[Scale, ...] = ()
        self._chips: dict[str, Chip] = {}
        self._chosen: list[str] | None = None
        self._all = False
        self._row = FlowRow(theme)
        self.more = LinkButton(_("More symptoms"), theme)
        self.more.setObjectName("more_symptoms")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)
        self.more.clicked.connect(self._on_more_clicked)

    @property
    def chosen(self) -> tuple[Scale, ...]:
        """The scales to show, in the order of the list."""
        wanted = self._wanted()
        return tuple(scale for scale in self._scales if scale.id in wanted)

    def show_scales(self, scales: Sequence[Scale]) -> None:
        """Offer these scales."""
        if tuple(scales) != self._scales:
            self._scales = tuple(scales)
            self._make_chips()

    def choose(self, scale_id: str) -> None:
        """Show this scale alone, as another page asked for."""
        self._chosen = [scale_id]
        self._make_chips()

    def _wanted(self) -> list[str]:
        if self._chosen is None:
            return [scale.id for scale in self._scales[:FIRST_SHOWN]]
        return self._chosen

    def _make_chips(self) -> None:
        for widget in self._row.take_all():
            widget.hide()
            if widget is not self.more:
                widget.deleteLater()
        wanted = self._wanted()
        offered = [one for number, one in enumerate(self._scales) if self._all or number < _CHIPS or one.id in wanted]
        self._chips = {}
        for scale in offered:
            chip = Chip(wording.say(scale.short).replace("&", "&&"), self._theme)
            chip.setObjectName(f"show_{name_of(scale.id)}")
            chip.setChecked(scale.id in wanted)
            chip.clicked.connect(self._on_chip_clicked)
            self._chips[scale.id] = chip
            self._row.add(chip)
        self._row.add(self.more)
        self.more.setVisible(len(offered) < len(self._scales))

    @Slot()
    def _on_chip_clicked(self) -> None:
        self._chosen = [scale_id for scale_id, chip in self._chips.items() if chip.isChecked()]
        self.changed.emit()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        self._make_chips()
        last = list(self._chips.values())
        if len(last) > _CHIPS:
            last[_CHIPS].setFocus()

"""Cards of the help page: one answer, and the list of keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mbc_journal import wording
from mbc_journal.help_texts import KeyRow, Part
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Card, Heading, Label, LeadStrong, Strong
from mbc_journal.wording import _


class PartCard(Card):
    """One answer: its title, and a few sentences."""

    def __init__(self, part: Part, theme: Theme) -> None:
        super().__init__(theme)
        self.part = part
        self.setObjectName(f"help_{part.id}")
        self.add(LeadStrong(wording.say(part.title)))
        for sentence in part.sentences:
            self.add(Label(wording.say(sentence)))


class KeysCard(Card):
    """What each key does; rows are made anew when what is shown changes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("help_keys")
        self.rows: tuple[KeyRow, ...] = ()
        self._table: QWidget | None = None
        self.add(Heading(_("Keys")))

    def show_rows(self, rows: Sequence[KeyRow]) -> None:
        """Show these keys, in this order."""
        if self._table is not None and self.rows == tuple(rows):
            return
        self.rows = tuple(rows)
        if self._table is not None:
            self._table.hide()
            self.column.removeWidget(self._table)
            self._table.deleteLater()
        self._table = self._made()
        self.add(self._table)
        self._table.show()

    def _made(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(6))
        grid.setVerticalSpacing(self._theme.px(1))
        grid.setColumnStretch(1, 1)
        for place, row in enumerate(self.rows):
            keys = Strong(row.keys)
            keys.setAccessibleName(_("{keys}: {words}").format(keys=row.keys, words=row.words))
            grid.addWidget(keys, place, 0, alignment=Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Label(row.words), place, 1)
        return table

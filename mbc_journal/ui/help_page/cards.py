"""Cards of the help page: one answer, and the list of keys."""

from collections.abc import Collection, Sequence

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
    """What each key does; a search hides rows, and only other keys make them anew."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("help_keys")
        self._rows: dict[KeyRow, tuple[Label, Label]] = {}
        self._table = QWidget()
        self.add(Heading(_("Keys")), self._table)

    def take(self, rows: Sequence[KeyRow]) -> None:
        """Hold these keys, in this order."""
        self.column.removeWidget(self._table)
        self._table.hide()
        self._table.deleteLater()
        self._table = self._made(rows)
        self.add(self._table)
        self._table.show()

    def show_rows(self, wanted: Collection[KeyRow]) -> None:
        """Show these of the keys, and hide the others."""
        for row, labels in self._rows.items():
            for label in labels:
                label.setVisible(row in wanted)

    def _made(self, rows: Sequence[KeyRow]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(6))
        grid.setVerticalSpacing(self._theme.px(1))
        grid.setColumnStretch(1, 1)
        self._rows = {row: (Strong(row.keys), Label(row.words)) for row in rows}
        for place, (row, (keys, words)) in enumerate(self._rows.items()):
            keys.setAccessibleName(_("{keys}: {words}").format(keys=row.keys, words=row.words))
            grid.addWidget(keys, place, 0, alignment=Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, place, 1)
        return table

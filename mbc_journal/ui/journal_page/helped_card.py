"""What helped you before: her own counts, and the notes behind them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mbc_journal.journaling import Before
from mbc_journal.ui.journal_page.beside import Beside
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Card, Muted, Rule, SmallLink, Strong
from mbc_journal.wording import _

_NAMES_EM = 20
_BESIDE_EM = 30


class HelpedCard(Card):
    """`notes_wanted` carries the thing whose notes are asked for."""

    notes_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: tuple[Before, ...] = ()
        self._rows: list[QWidget] = []
        self.empty = Muted(_("What you mark with What helped is counted here."))
        self.add(self.empty)

    def show_before(self, before: Sequence[Before]) -> None:
        """Show what helped, most often first."""
        self.empty.setVisible(not before)
        if tuple(before) == self._shown:
            return
        self._shown = tuple(before)
        for row in self._rows:
            row.hide()
            self.column.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for place, one in enumerate(before, start=1):
            self._rows += [self._row(place, one)] if place == 1 else [Rule(), self._row(place, one)]
        self.add(*self._rows)

    def _row(self, place: int, before: Before) -> QWidget:
        see = _See(before, self._theme)
        see.setObjectName(f"helped_{place}_notes")
        see.wanted.connect(self.notes_wanted)
        words = Beside(Strong(before.name), Muted(before.words), self._theme, _NAMES_EM)
        return Beside(words, see, self._theme, _BESIDE_EM)


class _See(SmallLink):
    """Leads to the notes about one thing; it sends that thing itself."""

    wanted = Signal(object)

    def __init__(self, before: Before, theme: Theme) -> None:
        super().__init__(_("See the notes"), theme)
        self._before = before
        self.setAccessibleName(_("See the notes about {name}").format(name=before.name))
        self.clicked.connect(self._on_self_clicked)

    @Slot()
    def _on_self_clicked(self) -> None:
        self.wanted.emit(self._before)

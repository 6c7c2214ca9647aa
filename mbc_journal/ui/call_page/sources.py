"""Where the lists come from: one line a source with its date, the day we checked it, and its address to copy."""

import datetime as dt
from functools import cached_property

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import call, wording
from mbc_journal.call import Guide
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, Muted, announce
from mbc_journal.wording import _


class SourcesCard(QWidget):
    """Closed until it is opened; the lines are made on first use. The program opens no address."""

    def __init__(self, guide: Guide, today: dt.date, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._guide = guide
        self._today = today
        checked = call.checked_last(guide)
        self.toggle = Button(_("&Sources"), theme, icon="list")
        self.checked = Muted("" if checked is None else _("Checked on {day}").format(day=wording.day(checked)))
        self.toggle.setObjectName("sources")
        self._shown: Card | None = None
        row = FlowRow(theme)
        row.add(self.toggle, self.checked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(3))
        self._column.addWidget(row)
        self.toggle.clicked.connect(self._on_toggle_clicked)

    @cached_property
    def lines(self) -> list[str]:
        """Every source the page names, in the order of its number."""
        by_id = {source.id: source for source in self._guide.sources}
        numbered = self._guide.numbered().items()
        return [call.source_words(by_id[name], number, self._today) for name, number in numbered]

    def _made(self) -> Card:
        card = Card(self._theme)
        card.setObjectName("sources_shown")
        for line in self.lines:
            card.add(Hint(line))
        self.copy = Button(_("Copy all sources"), self._theme)
        self.copy.setObjectName("sources_copy")
        self.copied = Hint(_("Copied."))
        self.copied.hide()
        row = FlowRow(self._theme)
        row.add(self.copy)
        card.add(row, self.copied)
        self.copy.clicked.connect(self._on_copy_clicked)
        self._column.addWidget(card)
        card.show()
        return card

    @Slot()
    def _on_toggle_clicked(self) -> None:
        if self._shown is None:
            self._shown = self._made()
        else:
            self._shown.setVisible(self._shown.isHidden())

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.lines))
        self.copied.show()
        announce(self.copied, self.copied.text())

"""The end of a page: its questions for the team, its sources, and when it was checked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from mbc_journal.ui.journal_page.beside import Beside
from mbc_journal.ui.reference_page.keeper import Keeper
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, Label, announce
from mbc_journal.wording import _

_BESIDE_EM = 28


class AskRow(QGroupBox):
    """One question of our own, and the button that puts it among hers."""

    def __init__(self, place: int, text: str, keeper: Keeper) -> None:
        super().__init__()
        self._text = text
        self._keeper = keeper
        theme = keeper.desk.theme
        self.setObjectName(f"ask_{place}")
        self.setAccessibleName(text)
        self.add_button = Button(_("Add to my questions"), theme)
        self.add_button.setObjectName(f"ask_{place}_add")
        self.add_button.setAccessibleName(_("Add to my questions: {question}").format(question=text))
        self.add_button.setEnabled(not keeper.journal.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Beside(Label(text), self.add_button, theme, _BESIDE_EM))
        self.add_button.clicked.connect(self._on_add_clicked)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._keeper.ask(self._text)


class SourcesFold(QWidget):
    """Closed until it is opened; addresses are text to copy, the program opens none."""

    toggled = Signal()

    def __init__(self, lines: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = tuple(lines)
        self._shown: Card | None = None
        self.toggle = Button(_("&Sources"), theme, icon="list")
        self.toggle.setObjectName("sources")
        row = FlowRow(theme)
        row.add(self.toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(row)
        self.toggle.clicked.connect(self._on_toggle_clicked)

    def _made(self) -> Card:
        card = Card(self._theme)
        card.setObjectName("sources_shown")
        card.add(*(Hint(line) for line in self._lines))
        self.copy = Button(_("Copy all sources"), self._theme)
        self.copy.setObjectName("sources_copy")
        self.copied = Hint(_("Copied."))
        self.copied.hide()
        row = FlowRow(self._theme)
        row.add(self.copy)
        card.add(row, self.copied)
        self.copy.clicked.connect(self._on_copy_clicked)
        self._column.addWidget(card)
        return card

    @Slot()
    def _on_toggle_clicked(self) -> None:
        if self._shown is None:
            self._shown = self._made()
            self._shown.show()
        else:
            self._shown.setVisible(self._shown.isHidden())

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
        self.copied.show()
        announce(self.copied, self.copied.text())

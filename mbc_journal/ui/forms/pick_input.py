"""A field that offers what fits while one types; what is typed counts, whether or not it is in the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mbc_journal.ui.forms.text_inputs import TextInput
from mbc_journal.ui.widgets import add_row
from mbc_journal.wording import _, ngettext

_MOST_ROWS = 8


@dataclass(frozen=True)
class Suggestion:
    """One offer: what it stands for, its words, and a few more words behind them."""

    id: str
    text: str
    detail: str = ""


class PickInput(QWidget):
    """`suggest` gives the offers for a text. Down goes into the list, Enter takes, Esc closes it; Tab passes by.

    `picked` carries the Suggestion taken; `suggestion` is it until the text is changed.
    """

    changed = Signal()
    picked = Signal(object)

    def __init__(self, suggest: Callable[[str], Sequence[Suggestion]], longest: int = 200) -> None:
        super().__init__()
        self._suggest = suggest
        self.suggestion: Suggestion | None = None
        self.field = TextInput(longest)
        self.offers = QListWidget()
        self.offers.setAccessibleName(_("What fits"))
        self.offers.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.offers.setWordWrap(True)
        self.offers.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.offers)
        self.setFocusProxy(self.field)
        self.field.installEventFilter(self)
        self.offers.installEventFilter(self)
        self.field.changed.connect(self._on_typed)
        self.offers.itemActivated.connect(self._on_item_taken)
        self.offers.itemClicked.connect(self._on_item_taken)

    def value(self) -> str:
        """The text in the field. Raises NotAllowed if it is too long."""
        return self.field.value()

    def set_value(self, value: object) -> None:
        """Show a text; the list closes."""
        self.suggestion = None
        self.field.set_value(value)
        self.offers.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells: Down from the field into the list, Up from its first row back, Esc closes it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or not self.offers.isVisible():
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._close()
            return True
        if watched is self.field and key == Qt.Key.Key_Down:
            self.offers.setFocus()
            self.offers.setCurrentRow(0)
            return True
        if watched is self.offers and key == Qt.Key.Key_Up and self.offers.currentRow() <= 0:
            self.field.setFocus()
            return True
        if watched is self.offers and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.offers.currentRow())
            return True
        return False

    def _offer(self, found: Sequence[Suggestion]) -> None:
        self.offers.clear()
        for suggestion in found[:_MOST_ROWS]:
            words = f"{suggestion.text}, {suggestion.detail}" if suggestion.detail else suggestion.text
            item = add_row(self.offers, words)
            item.setData(Qt.ItemDataRole.UserRole, suggestion)
        count = self.offers.count()
        self.offers.setVisible(count > 0)
        edges = 2 * self.offers.frameWidth()
        self.offers.setFixedHeight(sum(self.offers.sizeHintForRow(row) for row in range(count)) + edges)
        said = ngettext("{count} fits, Down goes to it", "{count} fit, Down goes to them", count).format(count=count)
        self.field.setAccessibleDescription(said if count else "")

    def _close(self) -> None:
        self.field.setFocus()  # first: a hidden list would hand its focus on as Tab does, and select all
        self.offers.hide()

    def _take(self, row: int) -> None:
        if row < 0:
            return
        self.suggestion = self.offers.item(row).data(Qt.ItemDataRole.UserRole)
        if self.suggestion is not None:
            self.field.set_value(self.suggestion.text)
            self._close()
            self.picked.emit(self.suggestion)
            self.changed.emit()

    @Slot()
    def _on_typed(self) -> None:
        self.suggestion = None
        text = self.field.text().strip()
        self._offer(self._suggest(text) if text else ())
        self.changed.emit()

    @Slot(QListWidgetItem)
    def _on_item_taken(self, item: QListWidgetItem) -> None:
        self._take(self.offers.row(item))

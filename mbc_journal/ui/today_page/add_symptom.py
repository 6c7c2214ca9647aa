"""Add a symptom: a search field over everything that can be logged, and one's own words when nothing fits."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from mbc_journal import wording
from mbc_journal.scales import Group, Kind, Scale, Scales, other_id
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, Strong, add_row
from mbc_journal.wording import _

_ID = Qt.ItemDataRole.UserRole
_MOST = 60
_SHOWN = 6
_OFFERED = (Group.SYMPTOM, Group.VITAL, Group.SCORE)


class AddSymptom(Card):
    """Opens in place. `scale_chosen` carries the id of the row to add; Esc closes and keeps what was typed."""

    scale_chosen = Signal(str)
    closed = Signal()

    def __init__(self, scales: Scales, theme: Theme) -> None:
        super().__init__(theme)
        self._scales = scales
        self._asked: frozenset[str] = frozenset()
        self.setObjectName("add_symptom_panel")
        label = Strong(_("Find a symptom"))
        self.find_field = QLineEdit()
        self.find_field.setObjectName("find_symptom")
        self.find_field.setAccessibleName(label.text())
        self.find_field.setPlaceholderText(_("for example: cough, weight, loose stools"))
        self.find_field.setMaxLength(200)
        label.setBuddy(self.find_field)
        self.found = QListWidget()
        self.found.setObjectName("found_symptoms")
        self.found.setAccessibleName(_("Symptoms found"))
        self.found.setMinimumHeight(_SHOWN * theme.target)
        self.close_button = Button(_("Close"), theme)
        self.close_button.setObjectName("add_symptom_close")
        row = FlowRow(theme)
        row.add(self.close_button)
        self.add(label, self.find_field, self.found, Hint(_("A new row is empty until you answer it.")), row)
        self.find_field.textChanged.connect(self._on_find_changed)
        self.find_field.returnPressed.connect(self._on_return_pressed)
        self.found.itemActivated.connect(self._on_item_activated)
        self.found.itemClicked.connect(self._on_item_activated)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.find_field.installEventFilter(self)

    def open(self, asked: Collection[str]) -> None:
        """Show the panel; rows already asked are not offered."""
        self._asked = frozenset(asked)
        self._fill()
        self.show()
        self.find_field.setFocus()
        self.find_field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the field into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.found.setFocus(Qt.FocusReason.TabFocusReason)
            self.found.setCurrentRow(0)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _offers(self) -> list[Scale]:
        words = self.find_field.text().strip()
        if words:
            known = self._scales.find(words)
        else:
            open_ones = [scale for scale in self._scales if not scale.private]
            known = sorted(open_ones, key=_core_first)
        return [scale for scale in known if scale.group in _OFFERED and scale.id not in self._asked][:_MOST]

    def _fill(self) -> None:
        self.found.clear()
        for scale in self._offers():
            self._add_item(wording.say(scale.label), scale.id)
        own = " ".join(self.find_field.text().split())
        if own and self._scales.named(own) is None:
            self._add_item(_('Add "{name}" in my own words').format(name=own), other_id(own, Kind.LEVEL))
        self.found.setCurrentRow(0)

    def _add_item(self, words: str, scale_id: str) -> None:
        item = add_row(self.found, words)
        item.setData(_ID, scale_id)

    @Slot(str)
    def _on_find_changed(self, _text: str) -> None:
        self._fill()

    @Slot()
    def _on_return_pressed(self) -> None:
        item = self.found.currentItem()
        if item is not None and self.find_field.text().strip():
            self._on_item_activated(item)

    @Slot(QListWidgetItem)
    def _on_item_activated(self, item: QListWidgetItem) -> None:
        scale_id = str(item.data(_ID))
        self.find_field.clear()
        self.scale_chosen.emit(scale_id)

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()


def _core_first(scale: Scale) -> bool:
    return not scale.core

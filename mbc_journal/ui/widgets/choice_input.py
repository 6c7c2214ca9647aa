"""A closed list of few words: one is chosen, the wheel leaves it alone unless it has the focus."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate

_HEAD = (0.32, 0.16)  # half a chevron's width, and half its height, in heights of the text
_LINE = 0.09


class ChoiceInput(QComboBox):
    """`words` by value; "" may be one of the values, for "not said"."""

    changed = Signal()

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for value, word in words.items():
            self.addItem(word, value)
        self.activated.connect(self._on_activated)

    def value(self) -> str:
        """The value chosen."""
        return str(self.currentData())

    def set_value(self, value: object) -> None:
        """Choose `value`; one that is not in the list is added, so that nothing stored is lost."""
        text = "" if value is None else str(value)
        if self.findData(text) < 0:
            self.addItem(text, text)
        self.setCurrentIndex(self.findData(text))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt tells: the wheel scrolls the page, unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt tells: paint the field, and a chevron, which the style sheet cannot draw."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letter = self.fontMetrics().height()
        pen = QPen(self.palette().color(QPalette.ColorRole.Text), letter * _LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QPointF(self.width() - letter, self.height() / 2)
        wide, high = letter * _HEAD[0], letter * _HEAD[1]
        head = [QPointF(-wide, -high), QPointF(0, high), QPointF(wide, -high)]
        painter.drawPolyline(QPolygonF([middle + corner for corner in head]))

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        self.changed.emit()

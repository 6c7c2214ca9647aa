"""Where the parts of a row stand: label beside its control, or above it; rows with the same words alike."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

from mbc_journal.ui.theme import Theme


@dataclass(frozen=True)
class Parts:
    """The parts of a row. `least` says the width its control needs to stand beside the label."""

    name: QLabel
    hint: QLabel
    control: QWidget
    more: QWidget
    least: Callable[[], int]

    def widgets(self) -> tuple[QWidget, ...]:
        """The parts in reading order."""
        return self.name, self.hint, self.control, self.more


@dataclass(frozen=True)
class Places:
    """A rectangle for each of name, hint, control and More, and the height of the row."""

    rects: tuple[QRect, QRect, QRect, QRect]
    height: int


class RowLayout(QLayout):
    """Beside each other where the control has room for that, else the label above."""

    def __init__(self, parent: QWidget, parts: Parts, theme: Theme) -> None:
        super().__init__(parent)
        self._parts, self._theme = parts, theme
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts.widgets():
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt tells: one of the parts."""
        self._items.append(item)

    def count(self) -> int:
        """Qt asks: how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt asks: the part at `index`, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Qt asks: the part at `index`, taken out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Qt asks: narrow rows are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt asks: the height of the arrangement that fits."""
        return self._places(width).height

    def sizeHint(self) -> QSize:
        """Qt asks: label beside the control."""
        width = self._label_width() + self._parts.control.sizeHint().width() + self._side()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """Qt asks: label above the narrowest control."""
        least = self._parts.name.minimumSizeHint().width() + self._side()
        return QSize(max(least, self._parts.control.minimumSizeHint().width()), self._theme.target)

    def setGeometry(self, rect: QRect) -> None:
        """Qt tells: place the parts."""
        super().setGeometry(rect)
        found = self._places(rect.width())
        for part, place in zip(self._parts.widgets(), found.rects, strict=True):
            part.setGeometry(place.translated(rect.topLeft()))

    def _label_width(self) -> int:
        return round(self._theme.sizes.label_em * self._theme.em)

    def _side(self) -> int:
        """The room of More, kept whether it is shown or not."""
        return self._parts.more.sizeHint().width() + self._theme.px(2)

    def _places(self, width: int) -> Places:
        label, parts = self._label_width(), self._parts
        longest_word = parts.name.minimumSizeHint().width()
        if width - label - self._side() >= parts.least() and longest_word <= label - self._theme.px(2):
            return self._beside(width)
        return self._above(width)

    def _beside(self, width: int) -> Places:
        parts, label = self._parts, self._label_width()
        room = width - label - self._side()
        name, hint = self._heights(label - self._theme.px(2))
        lines = parts.name.fontMetrics().height() + parts.hint.fontMetrics().height()
        top = max(0, (self._theme.target - lines) // 2)
        control, more = height_of(parts.control, room), parts.more.sizeHint()
        rects = (
            QRect(0, top, label - self._theme.px(2), name),
            QRect(0, top + name, label - self._theme.px(2), hint),
            QRect(label, 0, room, control),
            QRect(width - more.width(), (self._theme.target - more.height()) // 2, more.width(), more.height()),
        )
        return Places(rects, max(control, top + name + hint))

    def _above(self, width: int) -> Places:
        parts, words = self._parts, width - self._side()
        name, hint = self._heights(words)
        more = parts.more.sizeHint()
        top = max(0, (more.height() - name - hint) // 2)
        head = max(more.height() + self._theme.px(2), name + hint + self._theme.px(1))
        control = height_of(parts.control, width)
        rects = (
            QRect(0, top, words, name),
            QRect(0, top + name, words, hint),
            QRect(0, head, width, control),
            QRect(width - more.width(), 0, more.width(), more.height()),
        )
        return Places(rects, head + control)

    def _heights(self, words: int) -> tuple[int, int]:
        """Of the name and of the hint, `words` pixels wide; no hint takes no room."""
        name, hint = self._parts.name, self._parts.hint
        return name.heightForWidth(words), hint.heightForWidth(words) if hint.text() else 0


def height_of(widget: QWidget, width: int) -> int:
    """The height `widget` wants at `width`."""
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()

"""Rows of controls that wrap when the line is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from mbc_journal.ui.theme import Theme

_Line = list[tuple[QLayoutItem, QSize]]


class FlowLayout(QLayout):
    """Left to right, then the next line; with `apart` the first item keeps left and the others the right edge."""

    def __init__(self, parent: QWidget, gap: int, apart: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._apart = apart
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt tells: `item` comes behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """Qt asks: how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, taken out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Qt asks: it takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Qt asks: it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt asks: all lines and the gaps between them."""
        return sum(self._height(line) for line in self._lines(width)) + self._gaps(width)

    def sizeHint(self) -> QSize:
        """Qt asks: everything on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Qt asks: the widest item alone on its line."""
        least = [item.minimumSize() for item in self._shown()]
        return QSize(max((size.width() for size in least), default=0), max((s.height() for s in least), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Qt tells: place the items."""
        super().setGeometry(rect)
        lines = self._lines(rect.width())
        top = rect.y()
        for line in lines:
            self._place(line, QRect(rect.x(), top, rect.width(), self._height(line)), len(lines) == 1)
            top += self._height(line) + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[_Line]:
        lines = self._packed(self._shown(), width)
        if self._apart and len(lines) > 1 and len(lines[0]) > 1:  # a title keeps its line to itself
            return [lines[0][:1], *self._packed(self._shown()[1:], width)]
        return lines

    def _packed(self, items: list[QLayoutItem], width: int) -> list[_Line]:
        lines: list[_Line] = []
        used = 0
        for item in items:
            size = self._size(item, width)
            if lines and used + self.spacing() + size.width() <= width:
                lines[-1].append((item, size))
                used += self.spacing() + size.width()
            else:
                lines.append([(item, size)])
                used = size.width()
        return lines

    def _gaps(self, width: int) -> int:
        return self.spacing() * max(0, len(self._lines(width)) - 1)

    def _place(self, line: _Line, where: QRect, only: bool) -> None:
        left = where.x()
        spare = where.width() - sum(size.width() for _item, size in line) - self.spacing() * (len(line) - 1)
        for index, (item, size) in enumerate(line):
            if index == 1 and self._apart and only:
                left += spare
            item.setGeometry(QRect(QPoint(left, where.y() + (where.height() - size.height()) // 2), size))
            left += size.width() + self.spacing()

    @staticmethod
    def _height(line: _Line) -> int:
        return max(size.height() for _item, size in line)

    @staticmethod
    def _size(item: QLayoutItem, width: int) -> QSize:
        hint = item.sizeHint().expandedTo(item.minimumSize())
        if hint.width() > width:
            hint.setWidth(max(width, item.minimumSize().width()))
            if item.hasHeightForWidth():
                hint.setHeight(item.heightForWidth(hint.width()))
        return hint


class FlowRow(QWidget):
    """A group of controls, 8 px apart, that wraps; `apart` is for a title with its buttons at the right edge."""

    def __init__(self, theme: Theme, apart: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._flow = FlowLayout(self, theme.px(2), apart)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def add(self, *widgets: QWidget) -> None:
        """Put `widgets` behind the others."""
        for widget in widgets:
            self._flow.addWidget(widget)

    def take_all(self) -> list[QWidget]:
        """The widgets, in order; the row is empty then."""
        taken = []
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                taken.append(widget)
        return taken

    @Slot()
    def _on_theme_changed(self) -> None:
        self._flow.setSpacing(self._theme.px(2))
        self._flow.invalidate()

"""The side bar: one list of pages, one stop of the Tab key, never wider than its longest word needs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import add_row
from mbc_journal.wording import _

_NAME = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1
_LEFT, _BETWEEN, _RIGHT = 6, 3.5, 6  # units before the icon, between it and the word, behind the word
_TOP = 1  # units over the first row
_Index = QModelIndex | QPersistentModelIndex


class _Row(QStyledItemDelegate):
    """Paints a page's row: stripe and bold word for the page shown, a ring for the focus."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Qt asks: room for icon and bold word; high enough to press, low enough that all pages fit on a screen."""
        words = QFontMetrics(self._theme.font("body", True)).horizontalAdvance(str(index.data()))
        return QSize(self._words_at() + words + self._theme.px(_RIGHT), self._height())

    def _height(self) -> int:
        """As high as is usual, but lower where that shows every page at once; never too low to press or to read."""
        sizes, rows = self._theme.sizes, self._rows.count()
        usual = min(self._theme.scaled(sizes.side_row), sizes.side_row_limit)
        least = max(sizes.target, QFontMetrics(self._theme.font("body", True)).height())
        room = self._rows.viewport().height() // rows if rows else usual
        return room if least <= room < usual else usual

    def _words_at(self) -> int:
        return self._theme.px(_LEFT + _BETWEEN) + self._theme.scaled(self._theme.sizes.icon)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, rect = self._theme, option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, theme.color("surface"))
            painter.fillRect(QRect(rect.left(), rect.top(), theme.px(1), rect.height()), theme.color("accent"))
        token = "accent" if chosen else "text"
        size = theme.scaled(theme.sizes.icon)
        icon = theme.icon(str(index.data(_ICON)), token)
        top = rect.top() + (rect.height() - size) // 2
        icon.paint(painter, QRect(rect.left() + theme.px(_LEFT), top, size, size))
        painter.setFont(theme.font("body", chosen))
        painter.setPen(theme.color(token))
        words = rect.adjusted(self._words_at(), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), theme.sizes.ring))
            inset = theme.sizes.ring
            painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))
        painter.restore()


class SideBar(QListWidget):
    """The pages by name; `chosen` carries a page's object name without "_page"."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("side_bar")
        self.setAccessibleName(_("Pages"))
        self.setItemDelegate(_Row(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)
        theme.changed.connect(self._on_theme_changed)
        self._measure()

    def fill(self, pages: list[tuple[str, str, str]]) -> None:
        """Show these pages: (object name without "_page", words, icon)."""
        self.clear()
        for name, words, icon in pages:
            item = add_row(self, words)
            item.setData(_NAME, name)
            item.setData(_ICON, icon)
        self.updateGeometry()

    def names(self) -> list[str]:
        """The object names of the pages, in order."""
        return [str(self.item(row).data(_NAME)) for row in range(self.count())]

    def show_chosen(self, name: str) -> None:
        """Mark the page that is shown; none while it is one that the list does not name, as Who to call."""
        names = self.names()
        self.setCurrentRow(names.index(name) if name in names else -1)

    def sizeHint(self) -> QSize:
        """As wide as its longest word, with room for the scroll bar of a low window."""
        width = max(
            (self.sizeHintForIndex(self.model().index(row, 0)).width() for row in range(self.count())), default=0
        )
        width += self.verticalScrollBar().sizeHint().width()
        return QSize(max(width, self._theme.px(53)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its longest word."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: the rows take the room there is."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_NAME)))

    def _measure(self) -> None:
        self.setViewportMargins(0, self._theme.px(_TOP), 0, 0)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

"""The one list of the page: everything there is, or what was found; headings stand between and are no stop."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from mbc_journal.reference.search import Key
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import add_row

_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Line:
    """A row of the list: a page, or with no key the heading of those below it."""

    words: str
    key: Key | None = None


class _Row(QStyledItemDelegate):
    """Room above and below the words of a row, also where they take two lines."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt asks: never under the least target."""
        at = QStyleOptionViewItem(option)
        self.initStyleOption(at, index)
        theme = self._theme
        wide = self._list.viewport().width() - 2 * theme.px(4)
        words = at.fontMetrics.boundingRect(0, 0, wide, 0, int(Qt.TextFlag.TextWordWrap), at.text)
        return QSize(super().sizeHint(option, index).width(), max(theme.target, words.height() + theme.px(4)))


class Contents(QListWidget):
    """`wanted` carries the key of a row that was clicked, or chosen with Enter."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, name: str, spoken: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setItemDelegate(_Row(theme, self))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)
        theme.changed.connect(self._on_theme_changed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these rows; the row of the same page stays chosen."""
        if tuple(lines) == self._lines:
            return
        chosen = self.chosen
        self._lines = tuple(lines)
        self._fill()
        self.show_chosen(chosen)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows that are shown."""
        return self._lines

    @property
    def chosen(self) -> Key | None:
        """The page of the row the person is on."""
        return _key(self.currentItem())

    @property
    def first(self) -> Key | None:
        """The first page of the list."""
        return next((line.key for line in self._lines if line.key is not None), None)

    def show_chosen(self, key: Key | None) -> None:
        """Mark the row of a page that is shown; none if it is not in the list."""
        for row, line in enumerate(self._lines):
            if key is not None and line.key == key:
                self.setCurrentRow(row)
                return
        self.setCurrentRow(-1)

    def go_in(self) -> None:
        """Take the focus; the first page is chosen where none is."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if self.chosen is None:
            self.show_chosen(self.first)

    def _fill(self) -> None:
        self.clear()
        for line in self._lines:
            item = add_row(self, line.words)
            item.setData(_KEY, line.key)
            if line.key is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setFont(self._theme.font("small", True))
                item.setForeground(self._theme.color("muted"))

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        key = _key(item)
        if key is not None:
            self.wanted.emit(key)

    @Slot()
    def _on_theme_changed(self) -> None:
        chosen = self.chosen
        self._fill()
        self.show_chosen(chosen)


class WholeContents(Contents):
    """A list as high as its rows, that scrolls with the page."""

    def __init__(self, theme: Theme, name: str, spoken: str) -> None:
        super().__init__(theme, name, spoken)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: rows that wrap are higher where the line is short."""
        super().resizeEvent(event)
        self._fit()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these rows, and be as high as they are."""
        super().show_lines(lines)
        self._fit()

    def _fit(self) -> None:
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth())

    @Slot()
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._fit()


def _key(item: QListWidgetItem | None) -> Key | None:
    found = item.data(_KEY) if item is not None else None
    return found if isinstance(found, Key) else None

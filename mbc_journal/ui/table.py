"""Tables of records: text for eyes, keys for sorting, the record itself by a role."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from mbc_journal.ui.theme import Theme
from mbc_journal.wording import _

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The role that gives the record of a line."""


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its heading (marked with N_), its text, and its key for sorting; None sorts last, whatever the order.

    An `optional` column is left out where there is no room for it.
    """

    heading: str
    text: Callable[[T], str]
    key: Callable[[T], Any] | None = None
    optional: bool = False


class RowModel(QAbstractTableModel, Generic[T]):
    """Records as lines. It sorts in Python, so that Decimals and dates are sorted as such."""

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows: list[T] = []

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show `rows` in their own order."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, line: int) -> T | None:
        """The record of a line, None beyond the last."""
        return self._rows[line] if 0 <= line < len(self._rows) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Qt asks: lines; a cell has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Qt asks: columns; a cell has none below it."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt asks: the text of a cell, the record by `ROW_ROLE`."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[index.column()].text(row)
        return row if role == ROW_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt asks: the heading of a column, translated."""
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if shown and 0 <= section < len(self._columns):
            return _(self._columns[section].heading)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt tells: sort by the key of a column; what has no key stays last, equals keep their order."""
        if not 0 <= column < len(self._columns):
            return
        key = self._columns[column].key or self._columns[column].text
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self._rows[index.row()], index.column()) for index in before]
        known = [row for row in self._rows if key(row) is not None]
        known.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        self._rows = known + [row for row in self._rows if key(row) is None]
        places = {id(row): line for line, row in enumerate(self._rows)}
        self.changePersistentIndexList(before, [self.index(places[id(row)], place) for row, place in kept])
        self.layoutChanged.emit()


class RowTable(QTableView, Generic[T]):
    """A table as high as its lines, so that only the page scrolls; Tab leaves it, arrows move in it.

    `opened` carries the record of a line after Enter or a double click.
    """

    opened = Signal(object)

    def __init__(self, columns: Sequence[Column[T]], name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._columns = tuple(columns)
        self._model: RowModel[T] = RowModel(columns)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self._on_theme_changed)
        self._fit()

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show `rows`, sorted as before; the selected record stays selected if it is still there."""
        chosen = self.chosen()
        self._model.set_rows(rows)
        header = self.horizontalHeader()
        if header.sortIndicatorSection() >= 0:
            self._model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        lines = [line for line in range(self._model.rowCount()) if self._model.row(line) is chosen]
        if chosen is not None and lines:
            self.selectRow(lines[0])
        self._fit()

    def chosen(self) -> T | None:
        """The record of the selected line."""
        return self._model.row(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give columns their widths, dropping optional ones where there is no room, and show every line whole."""
        wanted = [self.sizeHintForColumn(place) + self._theme.px(6) for place in range(len(self._columns))]
        heads = [self.horizontalHeader().sectionSizeHint(place) for place in range(len(self._columns))]
        wanted = [max(pair) for pair in zip(wanted, heads, strict=True)]
        shown = set(range(len(self._columns)))
        for place in reversed(range(len(self._columns))):
            if self._columns[place].optional and sum(wanted[kept] for kept in shown) > self.viewport().width():
                shown.discard(place)
        for place in range(len(self._columns)):
            self.setColumnHidden(place, place not in shown)
        self._share(wanted, shown)
        self.resizeRowsToContents()
        edges = 2 * self.frameWidth() + self.horizontalHeader().sizeHint().height()
        lines = sum(self._line_height(line) for line in range(self._model.rowCount()))
        self.setFixedHeight(edges + lines)

    def _share(self, wanted: list[int], shown: set[int]) -> None:
        """What is over goes to the last column; what is missing is taken from the widest, whose words wrap."""
        room = self.viewport().width() - sum(wanted[place] for place in shown)
        widest = max(shown, key=lambda place: wanted[place])
        for place in shown:
            more = room if place == (max(shown) if room > 0 else widest) else 0
            self.setColumnWidth(place, max(self._theme.target, wanted[place] + more))

    def _line_height(self, line: int) -> int:
        height = max(self.rowHeight(line), self._theme.target)
        self.setRowHeight(line, height)
        return height

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row(index.row()))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._fit()

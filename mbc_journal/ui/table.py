"""Tables of records: text for eyes, keys for sorting, the record itself by a role."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets.labels import take_class_font
from mbc_journal.wording import _

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
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


class _Cells(QStyledItemDelegate):
    """Words that wrap and are never cut; the current line is tinted, and ringed while the table has the focus."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def least_width(self, text: str) -> int:
        """What the longest word needs."""
        metrics = QFontMetrics(self._theme.font())
        return max((metrics.horizontalAdvance(word) for word in text.split()), default=0) + 2 * self._edge() + 1

    def wanted_width(self, text: str) -> int:
        """What the text needs on one line."""
        return QFontMetrics(self._theme.font()).horizontalAdvance(text) + 2 * self._edge() + 1

    def height(self, text: str, width: int) -> int:
        """What the text needs when it is wrapped to `width`; never under the least target."""
        inside = QRect(0, 0, max(1, width - 2 * self._edge()), self._table.maximumHeight())
        words = QFontMetrics(self._theme.font()).boundingRect(inside, int(_WRAPPED), text)
        return max(self._theme.target, words.height() + self._theme.px(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        current = self._table.selectionModel().isRowSelected(index.row(), QModelIndex())
        painter.save()
        if current:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color("text"))
        painter.drawText(rect.adjusted(self._edge(), 0, -self._edge(), 0), int(_WRAPPED), str(index.data()))
        painter.setPen(QPen(self._theme.color("hairline"), self._theme.sizes.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _edge(self) -> int:
        return self._theme.px(2)


class _Header(QHeaderView):
    """The headings, small and bold."""

    def wanted_width(self, place: int) -> int:
        """What the heading of a column needs, hidden or not; Qt says 0 for a hidden one."""
        return self.sectionSizeFromContents(place).width()


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
        self._cells = _Cells(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self._set_up_headers()
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

    def showEvent(self, event: QShowEvent) -> None:
        """Qt tells: now the headings have the font they are shown in."""
        super().showEvent(event)
        self._fit()

    def _set_up_headers(self) -> None:
        self._header = header = _Header(Qt.Orientation.Horizontal, self)
        take_class_font(header)
        self.setHorizontalHeader(header)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(self._theme.target)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()

    def _fit(self) -> None:
        """Give columns their widths, dropping optional ones where there is no room, and show every line whole."""
        places = range(len(self._columns))
        texts = [
            [str(self._model.index(line, place).data()) for line in range(self._model.rowCount())] for place in places
        ]
        heads = [max(self._header.wanted_width(place), self._theme.target) for place in places]
        least = [max([heads[place], *map(self._cells.least_width, texts[place])]) for place in places]
        wanted = [max([heads[place], *map(self._cells.wanted_width, texts[place])]) for place in places]
        width = self.viewport().width()
        shown = _fitting([column.optional for column in self._columns], least, width)
        widths = _shared(wanted, least, shown, width)
        for place in places:
            self.setColumnHidden(place, place not in shown)
            self.setColumnWidth(place, widths[place])
        height = self.horizontalHeader().sizeHint().height()
        for line in range(self._model.rowCount()):
            self.setRowHeight(line, max(self._cells.height(texts[place][line], widths[place]) for place in shown))
            height += self.rowHeight(line)
        self.setFixedHeight(height + 2 * self.frameWidth())

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row(index.row()))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.horizontalHeader().setMinimumSectionSize(self._theme.target)
        self._fit()


def _fitting(optional: Sequence[bool], least: Sequence[int], width: int) -> list[int]:
    """The columns shown: optional ones are left out from the right until the others fit."""
    shown = list(range(len(least)))
    for place in reversed(range(len(least))):
        if optional[place] and sum(least[kept] for kept in shown) > width:
            shown.remove(place)
    return shown


def _shared(wanted: Sequence[int], least: Sequence[int], shown: Sequence[int], width: int) -> list[int]:
    """Widths of all columns: what is over goes to the last, what is missing is taken where most can wrap."""
    widths = list(wanted)
    missing = sum(widths[place] for place in shown) - width
    for place in sorted(shown, key=lambda place: wanted[place] - least[place], reverse=True):
        taken = min(max(0, missing), widths[place] - least[place])
        widths[place] -= taken
        missing -= taken
    if shown and missing < 0:
        widths[shown[-1]] -= missing
    return widths

"""The list of what was found: headings that are no stop, results with the words around the match, and Show all."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from mbc_journal.finding import KINDS, Group, Kind, Result
from mbc_journal.ui.find_page.row_painter import LINE, Line, RowPainter
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import OWN_RING, add_row
from mbc_journal.wording import _


class ResultsList(QListWidget):
    """As high as its rows: the page scrolls. Enter or a click on a row sends `opened` or `all_wanted`."""

    opened = Signal(object)  # Result
    all_wanted = Signal(object)  # Kind
    moved = Signal()  # the person is on another row
    left = Signal()  # Up from the first row, or Esc

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self.setObjectName("results")
        self.setAccessibleName(_("What was found"))
        self.setProperty(OWN_RING, True)
        self.setItemDelegate(RowPainter(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.itemClicked.connect(self._on_item_chosen)
        self.itemActivated.connect(self._on_item_chosen)
        self.currentRowChanged.connect(self._on_current_row_changed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows that are shown, headings and Show all among them."""
        return self._lines

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these groups; the person stays on the row she was on, if it is still there."""
        chosen, lines = self._chosen, tuple(line for group in groups for line in _lines(group))
        if lines == self._lines:
            return
        self._lines = lines
        self.clear()
        for line in lines:
            item = add_row(self, line.spoken)
            item.setData(LINE, line)
            if line.is_heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        if chosen is not None and chosen in lines:
            self.setCurrentRow(lines.index(chosen))
        self._fit()

    def go_in(self) -> None:
        """Take the focus, on the row where the person was, else on the first."""
        if self._chosen is None:
            self.setCurrentRow(next((row for row, line in enumerate(self._lines) if not line.is_heading), -1))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def go_to_row(self, row: int) -> None:
        """Be on a row, as behind a Show all that is gone."""
        self.setCurrentRow(row)
        self.go_in()

    def open_chosen(self) -> None:
        """Open the row the person is on, else the first."""
        line = self._chosen or next((line for line in self._lines if line.result is not None), None)
        if line is not None:
            self._choose(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Up from the first row and Esc lead back to the box."""
        first = next((row for row, line in enumerate(self._lines) if not line.is_heading), 0)
        at_top = event.key() == Qt.Key.Key_Up and self.currentRow() <= first
        if at_top or event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def current_rect(self) -> QRect:
        """Where the row stands that the person is on."""
        return self.visualRect(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt tells: the person comes to the row where she was; a click says itself where it goes."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.currentRow() >= 0:
            self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: rows that wrap are higher where the line is short."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    @property
    def _chosen(self) -> Line | None:
        row = self.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _fit(self) -> None:
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth())

    def _choose(self, line: Line) -> None:
        if line.result is not None:
            self.opened.emit(line.result)
        elif not line.is_heading:
            self.all_wanted.emit(line.kind)

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self._choose(self._lines[self.row(item)])

    @Slot(int)
    def _on_current_row_changed(self, row: int) -> None:
        if row >= 0 and self.hasFocus():
            self.moved.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()


def _lines(group: Group) -> list[Line]:
    name = _(KINDS[group.kind])
    shown = [Line(group.kind, name, is_heading=True), *(_line(group.kind, result) for result in group.results)]
    return [*shown, Line(group.kind, _("Show all: {group}").format(group=name))] if group.more else shown


def _line(kind: Kind, result: Result) -> Line:
    title, detail = result.title.text, result.detail.text
    between = " " if title.endswith((".", "!", "?")) else ". "
    return Line(kind, between.join(part for part in (title, detail) if part), result)

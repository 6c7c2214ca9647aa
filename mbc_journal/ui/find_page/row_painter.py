"""Paints a row of what was found: a bold line, the words around the match, and the match underlined."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mbc_journal.finding import Excerpt, Kind, Result
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets.lines import lay_out, size_of
from mbc_journal.ui.widgets.marks import inner

LINE = Qt.ItemDataRole.UserRole
_SIDE, _TOP = 3, 2  # units beside and over the words
_OVER_HEADING = 4
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """A row: a result, the heading of those below it, or with neither the way to all of a group."""

    kind: Kind
    spoken: str
    result: Result | None = None
    is_heading: bool = False


class RowPainter(QStyledItemDelegate):
    """Rows are as high as their words need in the width of the list, and never under the least target."""

    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Qt asks: every line of the row, and room around them."""
        line, px = index.data(LINE), self._theme.px
        width = self._list.viewport().width()
        high = sum(size_of(laid).height() for laid, _token, _marks in self._parts(line, width))
        if line.is_heading:
            return QSize(width, high + px(_OVER_HEADING) + px(_TOP))
        return QSize(width, max(self._theme.target, high + 2 * px(_TOP)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt asks: the ground of the row, its words, and the ring of the focus."""
        line, theme = index.data(LINE), self._theme
        painter.save()
        self._paint_ground(painter, option)
        parts = list(self._parts(line, option.rect.width()))
        high = sum(size_of(laid).height() for laid, _token, _marks in parts)
        top = option.rect.top() + (option.rect.height() - high) / 2
        if line.is_heading:
            top = option.rect.bottom() + 1 - high - theme.px(_TOP)
        for laid, token, marks in parts:
            painter.setPen(theme.color(token))
            laid.draw(painter, QPointF(option.rect.left() + theme.px(_SIDE), top), _underlined(marks))
            top += size_of(laid).height()
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, rect = self._theme, QRect(option.rect)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, theme.color("accent_soft"))
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._list.hasFocus()
            width = theme.sizes.ring if focused else theme.sizes.line
            painter.setPen(QPen(theme.color("focus" if focused else "border"), width))
            painter.drawRect(inner(rect.toRectF(), width))

    def _parts(self, line: Line, width: int) -> Iterator[tuple[QTextLayout, str, tuple[tuple[int, int], ...]]]:
        """The lines of a row: their layout, the token of their colour, and what is marked."""
        theme, room = self._theme, width - 2 * self._theme.px(_SIDE)
        if line.result is None:
            token = "muted" if line.is_heading else "link"
            yield (
                lay_out(line.spoken, theme.font("small" if line.is_heading else "body", line.is_heading), room),
                token,
                (),
            )
            return
        for part, font, token in _told(line.result, theme):
            yield lay_out(part.text, font, room), token, part.marks


def _told(result: Result, theme: Theme) -> Iterator[tuple[Excerpt, QFont, str]]:
    """Title and detail; where there is one alone, it is a title."""
    if result.title.text:
        yield result.title, theme.font("body", True), "text"
    if result.detail.text:
        yield result.detail, theme.font("body"), "muted" if result.title.text else "text"


def _underlined(marks: tuple[tuple[int, int], ...]) -> list[QTextLayout.FormatRange]:
    found = []
    for begin, end in marks:
        marked, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setFontUnderline(True)
        marked.start, marked.length, marked.format = begin, end - begin, look
        found.append(marked)
    return found

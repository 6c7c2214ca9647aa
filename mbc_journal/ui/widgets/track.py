"""The track: segments in one calm frame, one stop of the Tab key, moved through by arrows."""

from collections.abc import Mapping

from PySide6.QtCore import QLine, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import reflow
from mbc_journal.ui.widgets.marks import inner
from mbc_journal.ui.widgets.rows import ROW_STOP, go_to_row
from mbc_journal.ui.widgets.segments import Segment

_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NOTHING = -1  # what a button group calls "no button"


class Track(QWidget):
    """`words` by their value; with `levels` a chosen segment has the colour of its level.

    `picked` carries the index the person chose; `show_chosen` sets it without a signal.
    """

    picked = Signal(int)

    def __init__(self, words: Mapping[str, str], theme: Theme, levels: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.values = tuple(words)
        self.segments = [Segment(word, theme, n if levels else None) for n, word in enumerate(words.values())]
        self._showing = False
        self._group = QButtonGroup(self)
        for index, segment in enumerate(self.segments):
            segment.setParent(self)
            segment.setProperty(ROW_STOP, True)
            self._group.addButton(segment, index)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._keep_one_stop()
        self._group.idClicked.connect(self._on_id_clicked)
        self._group.idToggled.connect(self._on_id_toggled)
        theme.changed.connect(self._on_theme_changed)

    @property
    def index(self) -> int | None:
        """The chosen segment, None while nothing is chosen."""
        found = self._group.checkedId()
        return None if found == _NOTHING else found

    def show_chosen(self, index: int | None) -> None:
        """Show segment `index` as chosen, or none; nothing is signalled."""
        if index == self.index:
            return
        if index is None:
            self._group.setExclusive(False)
            for segment in self.segments:
                segment.setChecked(False)
            self._group.setExclusive(True)
        else:
            self._showing = True
            self.segments[index].setChecked(True)
            self._showing = False
        self._keep_one_stop()
        self.update()

    def show_dashed(self, index: int | None) -> None:
        """Dash the segment of the answer before, or none."""
        for number, segment in enumerate(self.segments):
            segment.dashed = number == index
            segment.update()

    def pick(self, index: int) -> None:
        """Choose segment `index` as the person does, and put the focus on it."""
        self.segments[index].setFocus(Qt.FocusReason.OtherFocusReason)
        self.segments[index].click()

    def focus_segment(self) -> Segment:
        """The segment the Tab key comes to."""
        return self.segments[self.index or 0]

    def equal_width(self) -> int:
        """The width at which all segments are equal, on one line."""
        return len(self.segments) * max(segment.natural_width() for segment in self.segments)

    def heightForWidth(self, width: int) -> int:
        """Qt asks: one line of segments, two, or a column."""
        lines = self._rows(width)
        gaps = 0 if len(lines) == len(self.segments) else (len(lines) - 1) * self._theme.px(2)
        return len(lines) * self._theme.target + gaps

    def sizeHint(self) -> QSize:
        """Qt asks: all equal on one line."""
        return QSize(self.equal_width(), self._theme.target)

    def minimumSizeHint(self) -> QSize:
        """Qt asks: a column of the widest."""
        return QSize(max(segment.natural_width() for segment in self.segments), self._theme.target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: arrange the segments anew."""
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: arrows move, and change an answer only where one was given."""
        key = Qt.Key(event.key())
        if key in _ALONG:
            self._move(_ALONG[key])
        elif key in _ACROSS:
            go_to_row(self.focus_segment(), _ACROSS[key])
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt tells: paint frames and the hairlines between segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, radius = self._theme.sizes.line, self._theme.sizes.radius
        painter.setBrush(self._theme.color("surface"))
        painter.setPen(QPen(self._theme.color("border"), line))
        for frame in self._frames():
            painter.drawRoundedRect(inner(frame.toRectF(), line), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._theme.color("hairline"), line))
        for parting in self._partings():
            painter.drawLine(parting)

    def _rows(self, width: int) -> tuple[tuple[int, ...], ...]:
        return reflow.rows(width, [segment.natural_width() for segment in self.segments])

    def _arrange(self) -> None:
        lines, line = self._rows(self.width()), self._theme.sizes.line
        column = len(lines) == len(self.segments)
        waiting, top, height = iter(self.segments), 0, self._theme.target
        for widths in lines:
            left = 0
            for width in widths:
                last = left + width >= self.width()
                below = column and top + height < self.height()
                next(waiting).setGeometry(left, top, width if last else width + line, height + line * below)
                left += width
            top += height + (0 if column else self._theme.px(2))
        self.update()

    def _frames(self) -> list[QRect]:
        frames: dict[int, QRect] = {}
        column = len({segment.x() for segment in self.segments}) == 1
        for segment in self.segments:
            line = 0 if column else segment.y()
            frames[line] = frames.get(line, segment.geometry()).united(segment.geometry())
        return list(frames.values())

    def _partings(self) -> list[QLine]:
        """Hairlines at the left of each segment that has one beside it, and above each that has one over it."""
        line, partings = self._theme.sizes.line, []
        for segment in self.segments:
            where = segment.geometry()
            if where.left() > 0:
                partings.append(QLine(where.left(), where.top() + line, where.left(), where.bottom() - line))
            elif where.top() > 0 and where.width() == self.width():
                partings.append(QLine(where.left() + line, where.top(), where.right() - line, where.top()))
        return partings

    def _move(self, step: int) -> None:
        here = next((n for n, segment in enumerate(self.segments) if segment.hasFocus()), 0)
        there = here + step
        if not 0 <= there < len(self.segments):
            return
        if self.index is None:
            self.segments[there].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.pick(there)

    def _keep_one_stop(self) -> None:
        stop = self.focus_segment()
        for segment in self.segments:
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus)

    @Slot(int)
    def _on_id_clicked(self, index: int) -> None:
        self._keep_one_stop()
        self.update()
        self.picked.emit(index)

    @Slot(int, bool)
    def _on_id_toggled(self, index: int, on: bool) -> None:
        """A screen reader chooses without a click: it counts as one, and the focus comes as with a click."""
        if on and not self._showing and not self.segments[index].in_click:
            self.segments[index].setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_id_clicked(index)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._arrange()

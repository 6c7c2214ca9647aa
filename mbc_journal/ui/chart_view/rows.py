"""Rows of a chart: words at the left, a picture at the right, or below where the line is short."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mbc_journal import schedule, series
from mbc_journal.records import Span
from mbc_journal.schedule import Bar
from mbc_journal.ui.chart_view.accessible import CHART
from mbc_journal.ui.chart_view.canvas import Canvas
from mbc_journal.ui.chart_view.drawing import Easel, Picture, Room
from mbc_journal.ui.chart_view.panel_canvas import PanelCanvas, PanelFacts
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Hint, SmallLink, Strong
from mbc_journal.wording import _

_NAMES_EM = 12
_SHORT_LINE_EM = 36
_PANEL_EM = 9
_BAR_EM = 1.6


@dataclass(frozen=True)
class Bars:
    """Treatment bars of a period, and days, as ordinals, of visits and scans."""

    bars: tuple[Bar, ...]
    span: Span
    events: tuple[int, ...] = ()


class Row(QWidget):
    """Words beside a picture; `words` is the column at the left."""

    def __init__(self, theme: Theme, canvas: Canvas) -> None:
        super().__init__()
        self.theme = theme
        self._canvas = canvas
        self._names = QWidget(self)
        self.words = QVBoxLayout(self._names)
        self.words.setContentsMargins(0, 0, 0, 0)
        self.words.setSpacing(0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.addWidget(self._names, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(canvas, 1, Qt.AlignmentFlag.AlignTop)
        self.measure()

    def measure(self) -> None:
        """Take the sizes of the theme; the words stand above where the line is short."""
        px = self.theme.px
        self._line.setContentsMargins(0, self.margin(), 0, self.margin())
        short = self.is_short
        self._line.setSpacing(self.gap() if short else px(2))
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if short else directions.LeftToRight)
        self._names.setMinimumWidth(0 if short else self.names_width)
        self._names.setMaximumWidth(self.maximumWidth() if short else self.names_width)

    def margin(self) -> int:
        """Room above and below the row, in pixels."""
        return self.theme.px(2)

    def gap(self) -> int:
        """Room between the words and the picture below them, in pixels."""
        return 0

    @property
    def is_short(self) -> bool:
        """Whether there is no room for words beside the picture."""
        return 0 < self.width() < _SHORT_LINE_EM * self.theme.em

    @property
    def names_width(self) -> int:
        """The width of the words at the left."""
        return round(_NAMES_EM * self.theme.em)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the better of the two ways."""
        super().resizeEvent(event)
        self.measure()


class PanelRow(Row):
    """A symptom: its name, its worst and latest, its line; `page_wanted` carries its scale's id."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        self.canvas = PanelCanvas(theme)
        super().__init__(theme, self.canvas)
        self.title, self.headline = Strong(""), Hint("")
        self.words.addWidget(self.title)
        self.words.addWidget(self.headline)
        self.read = SmallLink(_("Read about it"), theme)
        self.words.addWidget(self.read, alignment=Qt.AlignmentFlag.AlignLeft)
        self.read.clicked.connect(self._on_page_wanted)
        self.canvas.page_wanted.connect(self._on_page_wanted)
        self._easel: Easel | None = None
        self._facts: PanelFacts | None = None
        self._events: tuple[int, ...] = ()

    def show_facts(self, facts: PanelFacts, easel: Easel, left: float, events: Sequence[int]) -> None:
        """Show a series; it is drawn when the row comes into view."""
        self._facts, self._easel, self._events = facts, easel, tuple(events)
        self.title.setText(facts.name)
        self.headline.setText(series.headline(facts.drawn))
        self.canvas.set_facts(facts)
        self.read.setVisible(facts.has_page)
        self.read.setAccessibleName(_("Read about it: {name}").format(name=facts.name))
        self.canvas.setObjectName("chart_" + facts.drawn.series.scale.id.replace("-", "_"))
        self.canvas.show_picture(self._drawn, _PANEL_EM * self.theme.em, left)

    def gap(self) -> int:
        """The button stands apart from the picture, which can be pressed too."""
        return self.theme.px(2)

    @Slot()
    def _on_page_wanted(self) -> None:
        if self._facts is not None:
            self.page_wanted.emit(self._facts.drawn.series.scale.id)

    def _drawn(self, room: Room) -> Picture:
        if self._easel is None or self._facts is None:
            raise RuntimeError("nothing to draw yet")
        return self._easel.panel(self._facts.drawn, room, self._events)


class BarRow(Row):
    """One treatment: its name and its bar."""

    def __init__(self, theme: Theme) -> None:
        self.canvas = Canvas(theme)
        self.name = Hint("")
        super().__init__(theme, self.canvas)
        self.canvas.setProperty(CHART, True)
        self.words.addWidget(self.name)
        self._easel: Easel | None = None
        self._bars: Bars | None = None
        self._bar: Bar | None = None
        self._high = 0.0

    def show_bar(self, bar: Bar, bars: Bars, easel: Easel, left: float) -> None:
        """Show one bar of `bars`."""
        self._bar, self._bars, self._easel = bar, bars, easel
        self.name.setText(bar.therapy.name)
        self._high = max(_BAR_EM * self.theme.em, 0 if self.is_short else self.name.heightForWidth(self.names_width))
        self.canvas.setAccessibleName(_("Treatment: {name}").format(name=bar.therapy.name))
        self.canvas.setAccessibleDescription(schedule.bar_words(bar))
        self.canvas.show_picture(self._drawn, self._high, left)

    def measure(self) -> None:
        """Beside the bar the name is as high as the bar's row."""
        super().measure()
        self.name.setMinimumHeight(0 if self.is_short else round(_BAR_EM * self.theme.em))

    def margin(self) -> int:
        """Nothing between bars: lines of visits go through all."""
        return 0

    def _drawn(self, room: Room) -> Picture:
        if self._easel is None or self._bars is None or self._bar is None:
            raise RuntimeError("nothing to draw yet")
        return self._easel.bars((self._bar,), self._bars.span, (self._high,), room, self._bars.events)


class BarRows(QWidget):
    """Treatment bars below each other, each beside its name."""

    failed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[BarRow] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)

    def show_bars(self, bars: Bars, easel: Easel, left: float) -> None:
        """Show the bars of a period over the same days as panels with this room at the `left`."""
        self._column.setContentsMargins(0, self._theme.px(2), 0, self._theme.px(2))
        while len(self._rows) < len(bars.bars):
            self._rows.append(BarRow(self._theme))
            self._rows[-1].canvas.failed.connect(self.failed)
            self._column.addWidget(self._rows[-1])
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(bars.bars))
        for row, bar in zip(self._rows, bars.bars, strict=False):
            row.measure()
            row.show_bar(bar, bars, easel, left)
        self.setVisible(bool(bars.bars))

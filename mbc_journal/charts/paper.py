"""Charts for paper: one SVG a panel at its final size, black and greys, no user text, the same bytes every time."""

import io
from collections.abc import Sequence

from matplotlib.figure import Figure

from mbc_journal.charts.axes import value_axis
from mbc_journal.charts.bar_chart import BarChart
from mbc_journal.charts.look import Look, paper_look
from mbc_journal.charts.panel import Panel
from mbc_journal.charts.place import Box, box
from mbc_journal.records import Span
from mbc_journal.schedule import Bar
from mbc_journal.series import Drawn

_MM = 72 / 25.4
_PANEL = (58.0, 25.0)
_LARGE_PANEL = (88.0, 40.0)
_ROW = 3.4
_LARGE_ROW = 5.6
MOST_BARS = 4
"""Bars that fit above a panel on paper."""


class Paper:
    """The prepared Figures of one print job; they belong to the thread that made them.

    `left` is the room for the words of the axes: the same for all panels, so that bars and panels share their days.
    """

    def __init__(self, shown: Sequence[Drawn], large: bool = False) -> None:
        self.look: Look = paper_look(large)
        width, height = (side * _MM for side in (_LARGE_PANEL if large else _PANEL))
        self._row = (_LARGE_ROW if large else _ROW) * _MM
        self.place: Box = box(self.look, width, height, [value_axis(drawn.series) for drawn in shown])
        self._panel = Panel(self.look, self.place)

    def panel(self, drawn: Drawn) -> bytes:
        """One panel as SVG, 58 x 25 mm, in large print 88 x 40 mm."""
        self._panel.show(drawn)
        return _svg(self._panel.figure)

    def bars(self, bars: Sequence[Bar], span: Span) -> bytes:
        """The first bars as SVG, numbered, as wide as a panel, 3.4 mm each."""
        shown = list(bars)[:MOST_BARS]
        rows = [self._row] * len(shown)
        place = Box(self.place.width, max(sum(rows), self._row), self.place.left, self.place.right, 0, 0)
        chart = BarChart(self.look, place)
        chart.show(shown, span, rows, numbered=True)
        return _svg(chart.figure)


def _svg(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return buffer.getvalue()

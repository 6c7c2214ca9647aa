"""The pictures of one view: a panel a series and the bars above them, all over the same days."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from mbc_journal.charts.axes import value_axis
from mbc_journal.charts.bar_chart import BarChart
from mbc_journal.charts.look import Look
from mbc_journal.charts.panel import Panel
from mbc_journal.charts.picture import Picture
from mbc_journal.charts.place import Box, box
from mbc_journal.records import Span
from mbc_journal.schedule import Bar
from mbc_journal.series import Drawn


@dataclass(frozen=True)
class Size:
    """The room for one picture on the screen: dots, pixels a dot, and the dots left free for words at the left."""

    width: float
    height: float
    ratio: float = 1
    left: float = 0


@dataclass(frozen=True)
class BarRows:
    """Treatment bars of a period, the heights of their rows in dots, and days of visits and scans."""

    bars: tuple[Bar, ...]
    span: Span
    heights: tuple[float, ...]
    events: tuple[int, ...] = ()


class Sheet:
    """Two prepared Figures, one for panels and one for bars, each filled for one picture after the other."""

    def __init__(self, look: Look) -> None:
        self.look = look
        start = box(look, 20 * look.text_size, 10 * look.text_size)
        self._panel = Panel(look, start)
        self._bars = BarChart(look, start)

    @property
    def figures(self) -> tuple[Figure, Figure]:
        """The two Figures everything is drawn in: of panels and of bars."""
        return self._panel.figure, self._bars.figure

    def left(self, shown: Sequence[Drawn]) -> float:
        """The room that the words beside these panels need: one time axis for all."""
        return box(self.look, 1, 1, [value_axis(one.series) for one in shown]).left

    def panel(self, drawn: Drawn, size: Size, events: Sequence[int] = ()) -> Picture:
        """A series as a picture."""
        axis = value_axis(drawn.series)
        self._panel.move_to(box(self.look, size.width, size.height, [axis], size.left))
        self._panel.show(drawn, axis, events)
        return self._panel.picture(size.ratio)

    def bars(self, rows: BarRows, size: Size) -> Picture:
        """Treatment bars as a picture, their days where those of the panels are."""
        self._bars.move_to(Box(size.width, size.height, size.left, self.look.right, 0, 0))
        self._bars.show(rows.bars, rows.span, rows.heights, rows.events)
        return self._bars.picture(size.ratio)

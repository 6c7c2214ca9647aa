"""Where the plot lies inside a Figure: one box for every panel, so that their days stand below each other."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from mbc_journal.charts.axes import ValueAxis
from mbc_journal.charts.fonts import text_width
from mbc_journal.charts.look import Look
from mbc_journal.records import Span

_LINE_HEIGHT = 1.35


@dataclass(frozen=True)
class Box:
    """Size of a Figure and the edges of the plot in it, in dots."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def plot_width(self) -> float:
        """Width of the plot."""
        return self.width - self.left - self.right

    @property
    def plot_height(self) -> float:
        """Height of the plot."""
        return self.height - self.top - self.bottom

    @property
    def fractions(self) -> tuple[float, float, float, float]:
        """The rectangle of the plot as matplotlib takes it."""
        width, height = self.width, self.height
        return self.left / width, self.bottom / height, self.plot_width / width, self.plot_height / height


@dataclass(frozen=True)
class Days:
    """The days of a period across a box: the ends of the period, with room for half a marker."""

    span: Span
    box: Box
    room: float  # dots at either end

    @property
    def limits(self) -> tuple[float, float]:
        """The ends of the axis, in days as ordinals."""
        since, until = self.span.since.toordinal(), self.span.until.toordinal()
        spare = max(until - since, 1) * self.room / (self.box.plot_width - 2 * self.room)
        return since - spare, until + spare

    def x(self, day: float) -> float:
        """Where a day stands, in dots from the left."""
        first, last = self.limits
        return self.box.left + (day - first) / (last - first) * self.box.plot_width

    def day(self, x: float) -> int:
        """The day, as an ordinal, nearest to a place in dots from the left; always one of the period."""
        first, last = self.limits
        day = round(first + (x - self.box.left) / self.box.plot_width * (last - first))
        return min(max(day, self.span.since.toordinal()), self.span.until.toordinal())


def box(look: Look, width: float, height: float, axes: Iterable[ValueAxis] = (), left: float = 0) -> Box:
    """The box of a panel with these axes, from the widths of their words; `left` is the least room for them."""
    words = [label for axis in axes for _value, label in axis.ticks]
    widest = max((text_width(word, look.text_size) for word in words), default=0)
    return Box(
        width=width,
        height=height,
        left=max(left, math.ceil(widest + look.gap + look.tick)),
        right=look.right,
        top=look.text_size / 2 + look.marker / 2,
        bottom=look.text_size * _LINE_HEIGHT + look.gap,
    )

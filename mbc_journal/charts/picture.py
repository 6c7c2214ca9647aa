"""A drawn Figure as plain pixels, and where things stand in it."""

from dataclasses import dataclass
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from mbc_journal.charts.axes import ValueAxis
from mbc_journal.charts.place import Days


@dataclass(frozen=True)
class Picture:
    """Red, green, blue, alpha of each pixel, row after row from the top; places are in dots from the top left."""

    data: bytes
    width: int
    height: int
    days: Days | None = None
    axis: ValueAxis | None = None

    def spot(self, day: int, value: float | None = None) -> tuple[float, float]:
        """Where a day, an ordinal, and a value stand; without a value the bottom of the plot."""
        if self.days is None:
            return 0, 0
        place, axis = self.days.box, self.axis
        share = 0.0 if value is None or axis is None else (value - axis.low) / (axis.high - axis.low)
        return self.days.x(day), place.height - place.bottom - share * place.plot_height

    def day_at(self, x: float) -> int:
        """The day, an ordinal, nearest to a distance from the left."""
        return 0 if self.days is None else self.days.day(x)


def picture(figure: Figure, dpi: float, days: Days | None = None, axis: ValueAxis | None = None) -> Picture:
    """Draw `figure` at `dpi`."""
    if figure.dpi != dpi:
        figure.set_dpi(dpi)
    canvas: Any = FigureCanvasAgg(figure)  # its own types stop here
    figure.draw(canvas.get_renderer())
    width, height = canvas.get_width_height()
    return Picture(bytes(canvas.buffer_rgba()), width, height, days, axis)

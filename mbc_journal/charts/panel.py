"""One panel: a prepared Figure that is filled again and again with `set_data`."""

import math
from collections.abc import Sequence

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from mbc_journal.charts.axes import ValueAxis, printed_range, value_axis
from mbc_journal.charts.day_labels import day_labels
from mbc_journal.charts.fonts import font
from mbc_journal.charts.look import Look
from mbc_journal.charts.picture import Picture, picture
from mbc_journal.charts.place import Box, Days
from mbc_journal.series import Drawn, Mark

_NOWHERE = math.nan
_SMALLEST_MARKER = 0.55
_MARKER_SPACING = 0.7
_HALF_DAY = 0.5
_DESCENT = 0.3  # of the text size, free below its baseline


class Panel:
    """A line over days. Build it once, `show` a series in it as often as you like; its `figure` stays the same."""

    def __init__(self, look: Look, place: Box) -> None:
        self.look = look
        self.figure = Figure(figsize=(look.inches(place.width), look.inches(place.height)), dpi=look.dpi)
        self.figure.set_facecolor(look.ground)
        FigureCanvasAgg(self.figure)
        self._axes = self.figure.add_axes(place.fractions)
        self._axes.set_axis_off()
        self._box = place
        self._texts: list[Text] = []
        self._make_artists()
        self._shown: Drawn | None = None
        self._days: Days | None = None
        self._axis: ValueAxis | None = None

    def show(self, drawn: Drawn, axis: ValueAxis | None = None, events: Sequence[int] = ()) -> None:
        """Put a series into the Figure; `events` are days of visits and scans, thin lines."""
        axis = axis or value_axis(drawn.series)
        self._shown, self._axis = drawn, axis
        self._days = Days(drawn.series.span, self._box, self.look.marker)
        self._set_limits(drawn, axis)
        self._draw_ground(drawn, axis, events)
        self._draw_marks(drawn, axis)
        self._draw_words(drawn, axis)

    def move_to(self, place: Box) -> None:
        """Lay the Figure out anew; `show` must follow."""
        self._box = place
        self.figure.set_size_inches(self.look.inches(place.width), self.look.inches(place.height), forward=False)
        self._axes.set_position(place.fractions)

    def picture(self, ratio: float = 1) -> Picture:
        """What is shown as a picture for the screen, `ratio` pixels a dot."""
        return picture(self.figure, self.look.dpi * ratio, self._days, self._axis)

    @property
    def days(self) -> Days | None:
        """Where the days of what is shown stand; None before the first `show`."""
        return self._days

    @property
    def points_drawn(self) -> int:
        """How many points the line of what is shown has."""
        return 0 if self._shown is None else len(self._shown.marks)

    def _make_artists(self) -> None:
        look, points = self.look, self.look.points
        thin = points(look.edge)
        self._grid = LineCollection([], colors=look.hairline, linewidths=thin, zorder=1)
        self._grid.set_linestyle((0, (1, 4)) if look.dotted else "-")
        self._events = LineCollection([], colors=look.event, linewidths=thin, zorder=1.5)
        self._ranges = PolyCollection([], facecolors="none", edgecolors=look.muted, linewidths=thin, zorder=1.6)
        self._spines = LineCollection([], colors=look.ink, linewidths=points(look.edge), zorder=2, clip_on=False)
        for collection in (self._grid, self._events, self._ranges, self._spines):
            self._axes.add_collection(collection, autolim=False)
        dash = look.dash / look.severe
        self._severe = self._line(color=look.muted, linewidth=points(look.severe), dashes=(dash, dash), zorder=2)
        self._weeks = self._line(color=look.muted, linewidth=points(2 * look.line), solid_capstyle="butt", zorder=2.5)
        self._path = self._line(color=look.ink, linewidth=points(look.line), zorder=3)
        self._full = self._marker("o", look.ink)
        self._hollow = self._marker("o", look.ground)
        self._below = self._marker("v", look.ground)
        self._above = self._marker("^", look.ground)
        self._unwell = self._marker("^", look.ground)

    def _line(self, **style: object) -> Line2D:
        line = Line2D([], [])
        line.set(**style)
        self._axes.add_line(line)
        return line

    def _marker(self, shape: str, fill: str) -> Line2D:
        look = self.look
        return self._line(
            linestyle="none", marker=shape, color=look.ink, markerfacecolor=fill, markeredgecolor=look.ink,
            markeredgewidth=look.points(look.line / 2), clip_on=False, zorder=4,
        )  # fmt: skip

    def _set_limits(self, drawn: Drawn, axis: ValueAxis) -> None:
        self._axes.set_xlim(Days(drawn.series.span, self._box, self.look.marker).limits)
        self._axes.set_ylim(axis.low, axis.high)
        spacing = self._box.plot_width / max(len(drawn.marks), 1) * _MARKER_SPACING
        size = self.look.points(min(self.look.marker, max(spacing, self.look.marker * _SMALLEST_MARKER)))
        for markers in (self._full, self._hollow, self._unwell, self._below, self._above):
            markers.set_markersize(size)

    def _draw_ground(self, drawn: Drawn, axis: ValueAxis, events: Sequence[int]) -> None:
        first, last = self._axes.get_xlim()
        values = [value for value, _label in axis.ticks if value != axis.severe]
        self._grid.set_segments([[(first, value), (last, value)] for value in values] if self.look.grid else [])
        self._severe.set_data([first, last], [_NOWHERE if axis.severe is None else axis.severe] * 2)
        self._events.set_segments([[(day, axis.low), (day, axis.high)] for day in events])
        half = (last - first) * self.look.marker / self._box.plot_width
        self._ranges.set_verts(_range_boxes(drawn, half, axis))
        self._weeks.set_data(*_week_bars(drawn))
        if not self.look.grid:
            self._spines.set_segments(self._paper_axes(axis))

    def _paper_axes(self, axis: ValueAxis) -> list[list[tuple[float, float]]]:
        """The two axes and their small ticks, as paper has them instead of a grid."""
        first, last = self._axes.get_xlim()
        tick = (last - first) * self.look.tick / self._box.plot_width
        marks = [[(first - tick, value), (first, value)] for value, _label in axis.ticks]
        return [[(first, axis.high), (first, axis.low), (last, axis.low)], *marks]

    def _draw_marks(self, drawn: Drawn, axis: ValueAxis) -> None:
        xs: list[float] = []
        ys: list[float] = []
        for run in drawn.runs:
            xs += [*(mark.x for mark in run), _NOWHERE]
            ys += [*(float(mark.point.value) for mark in run), _NOWHERE]
        self._path.set_data(xs, ys)
        kinds = {"full": self._full, "hollow": self._hollow, "<": self._below, ">": self._above}
        for kind, line in kinds.items():
            marks = [mark for mark in drawn.marks if _kind(mark) == kind]
            line.set_data([mark.x for mark in marks], [float(mark.point.value) for mark in marks])
        self._unwell.set_data(drawn.too_unwell, [axis.high] * len(drawn.too_unwell))

    def _draw_words(self, drawn: Drawn, axis: ValueAxis) -> None:
        """Place the words of both axes; each stays wholly inside the Figure."""
        place, size = self._box, self.look.text_size
        height = place.plot_height
        words = [
            (
                place.left - self.look.gap - self.look.tick,
                place.bottom + (value - axis.low) / (axis.high - axis.low) * height,
                label,
            )
            for value, label in axis.ticks
        ]
        labels = day_labels(Days(drawn.series.span, place, self.look.marker), self.look)
        texts = [(*word, "right", "center_baseline") for word in words]
        texts += [(one.middle, size * _DESCENT, one.label, "center", "baseline") for one in labels]
        for number, (x, y, label, across, along) in enumerate(texts):
            text = self._text(number)
            text.set(x=x / place.width, y=y / place.height, text=label, ha=across, va=along, visible=True)
        for text in self._texts[len(texts) :]:
            text.set_visible(False)

    def _text(self, number: int) -> Text:
        """The text of that number, made when it is first needed."""
        while len(self._texts) <= number:
            look = self.look
            made = self.figure.text(0, 0, "", color=look.muted, fontproperties=font(look.points(look.text_size)))
            self._texts.append(made)
        return self._texts[number]


def _kind(mark: Mark) -> str:
    return mark.point.comparator or ("hollow" if mark.hollow else "full")


def _range_boxes(drawn: Drawn, half: float, axis: ValueAxis) -> list[list[tuple[float, float]]]:
    """The printed range of each result as a box around it; an end that is not printed is the end of the axis."""
    found = []
    for mark in drawn.marks:
        low, high = printed_range(mark.point.reading, drawn.series.scale)
        if (low, high) != (None, None):
            bottom, top = axis.low if low is None else float(low), axis.high if high is None else float(high)
            left, right = mark.x - half, mark.x + half
            found.append([(left, bottom), (right, bottom), (right, top), (left, top)])
    return found


def _week_bars(drawn: Drawn) -> tuple[list[float], list[float]]:
    """The flat bars of answers about a week."""
    xs: list[float] = []
    ys: list[float] = []
    for mark in drawn.weekly:
        value = float(mark.point.value)
        xs += [mark.x - _HALF_DAY, mark.until + _HALF_DAY, _NOWHERE]
        ys += [value, value, _NOWHERE]
    return xs, ys

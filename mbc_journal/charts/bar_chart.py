"""Treatment bars over the same days as the panels below them."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Rectangle
from matplotlib.text import Text

from mbc_journal.charts.fonts import font, text_width
from mbc_journal.charts.look import HATCHES, Look
from mbc_journal.charts.picture import Picture, picture
from mbc_journal.charts.place import Box, Days
from mbc_journal.records import Span
from mbc_journal.schedule import Bar, Mode, Segment
from mbc_journal.wording.printable import printable

_HALF_DAY = 0.4
_ROUNDING = 0.2  # of a bar's height
_TALLEST = 1.6  # of the text size
_FADE = 12  # steps of a soft edge
_LONGEST_DOSE = 24
_HALF_CAPITAL = 0.34  # of the text size: half the height of a digit
_BELOW_OUTLINE = 2.5
_SPARE = 1.5  # dots a bar reaches at least


class BarChart:
    """A row a therapy, from top to bottom; every place in it is counted in dots."""

    def __init__(self, look: Look, place: Box) -> None:
        self.look = look
        self.figure = Figure(dpi=look.dpi)
        self.figure.set_facecolor(look.ground)
        FigureCanvasAgg(self.figure)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._artists: list[Artist] = []
        self._days: Days | None = None
        self.move_to(place)

    def move_to(self, place: Box) -> None:
        """Lay the Figure out anew; `show` must follow."""
        self._box = place
        self.figure.set_size_inches(self.look.inches(place.width), self.look.inches(place.height), forward=False)
        self._axes.set_xlim(0, place.width)
        self._axes.set_ylim(0, place.height)

    def show(
        self, bars: Sequence[Bar], span: Span, rows: Sequence[float], events: Sequence[int] = (), numbered: bool = False
    ) -> None:
        """Draw `bars` into rows of these heights; `events` are days of visits and scans, `numbered` counts the rows."""
        for artist in self._artists:
            artist.remove()
        self._artists = []
        self._days = Days(span, self._box, self.look.marker)
        self._draw_events(self._days, events)
        top = self._box.height - self._box.top
        for number, (bar, height) in enumerate(zip(bars, rows, strict=False), 1):
            middle, tall = top - height / 2, min(height * self.look.bar_share, self.look.text_size * _TALLEST)
            self._draw_bar(bar, middle, tall, self._days)
            if numbered:
                self._write(str(number), self._box.left - self.look.gap - self.look.tick, middle, "right")
            top -= height

    def picture(self, ratio: float = 1) -> Picture:
        """What is shown as a picture for the screen, `ratio` pixels a dot."""
        return picture(self.figure, self.look.dpi * ratio, self._days)

    @property
    def days(self) -> Days | None:
        """Where the days of what is shown stand; None before the first `show`."""
        return self._days

    def _draw_bar(self, bar: Bar, middle: float, tall: float, days: Days) -> None:
        hatch = HATCHES.get(bar.therapy.kind, "")
        for number, segment in enumerate(bar.segments):
            parts = [Span(segment.since, segment.until)] if segment.parts is None else segment.parts
            for count, part in enumerate(parts):
                place = self._place(part, middle, tall, days)
                if segment.mode is Mode.SOFT:
                    self._draw_soft(place, _fades_in(bar.segments, number))
                else:
                    self._draw_firm(place, segment.mode is Mode.HELD, hatch)
                    self._write_dose("" if count else segment.dose, place)
        if bar.ticks:
            lines = [[(days.x(day.toordinal()), middle - tall / 2), (days.x(day.toordinal()), middle + tall / 2)]
                     for day in bar.ticks]  # fmt: skip
            width = self.look.points(1.5 * self.look.line)
            self._keep(LineCollection(lines, colors=self.look.bar_edge, linewidths=width, zorder=3))

    def _place(self, part: Span, middle: float, tall: float, days: Days) -> tuple[float, float, float, float]:
        """Left, low, width and height of some days of a bar, inside the plot."""
        left = max(days.x(part.since.toordinal() - _HALF_DAY), self._box.left)
        right = min(days.x(part.until.toordinal() + _HALF_DAY), self._box.width - self._box.right)
        return left, middle - tall / 2, max(right - left, _SPARE), tall

    def _draw_firm(self, place: tuple[float, float, float, float], held: bool, hatch: str) -> None:
        """A stretch on treatment, filled and hatched by kind; on hold its dashed outline only."""
        look = self.look
        left, low, wide, tall = place
        radius = min(tall * _ROUNDING, wide / 2)
        shape = f"round,pad=0,rounding_size={radius}"
        if not held:
            fill = FancyBboxPatch((left, low), wide, tall, boxstyle=shape, linewidth=0, zorder=2)
            fill.set(facecolor=look.bar, edgecolor=look.hatch, hatch=hatch)
            self._keep(fill)
        outline = FancyBboxPatch((left, low), wide, tall, boxstyle=shape, facecolor="none", zorder=3)
        outline.set(edgecolor=look.bar_edge, linewidth=look.points(look.edge), linestyle=(0, (4, 3)) if held else "-")
        self._keep(outline)

    def _draw_soft(self, place: tuple[float, float, float, float], fades_in: bool) -> None:
        """The days a partial date can mean, in steps from nothing to the bar, or back."""
        left, low, wide, tall = place
        for step in range(_FADE):
            share = (step + 0.5) / _FADE
            part = Rectangle((left + wide * step / _FADE, low), wide / _FADE, tall, linewidth=0, zorder=2)
            part.set(facecolor=self.look.bar, alpha=share if fades_in else 1 - share)
            self._keep(part)

    def _write_dose(self, dose: str, place: tuple[float, float, float, float]) -> None:
        """The dose inside its bar, if it is given and has room."""
        left, low, wide, tall = place
        label = printable(dose, _LONGEST_DOSE, one_line=True) if dose else ""
        size = self.look.text_size
        long = text_width(label, size)
        if label and tall >= size and long + 2 * self.look.gap <= wide:
            plain = Rectangle((left + self.look.gap / 2, low), long + self.look.gap, tall, linewidth=0)
            plain.set(facecolor=self.look.bar, zorder=_BELOW_OUTLINE)
            self._keep(plain)
            self._write(label, left + self.look.gap, low + tall / 2, "left").set_color(self.look.ink)

    def _draw_events(self, days: Days, events: Sequence[int]) -> None:
        low, high = self._box.bottom, self._box.height
        lines = [[(days.x(day), low), (days.x(day), high)] for day in events]
        width = self.look.points(self.look.edge)
        self._keep(LineCollection(lines, colors=self.look.event, linewidths=width, zorder=1))

    def _write(self, label: str, x: float, y: float, across: str) -> Text:
        below = self.look.text_size * _HALF_CAPITAL
        text = Text(
            x, y - below, label, color=self.look.muted, fontproperties=font(self.look.points(self.look.text_size))
        )
        text.set(ha=across, va="baseline", zorder=4)
        self._keep(text)
        return text

    def _keep(self, artist: Artist) -> None:
        self._axes.add_artist(artist)
        self._artists.append(artist)


def _fades_in(segments: Sequence[Segment], number: int) -> bool:
    """Whether a soft stretch comes before the first firm one: then it may have begun, else ended, in it."""
    return all(segment.mode is Mode.SOFT for segment in segments[:number])

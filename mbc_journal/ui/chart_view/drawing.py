"""The late import of charts, and an easel to draw on in the colours and sizes of the theme."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from mbc_journal.paths import resources
from mbc_journal.records import Span
from mbc_journal.schedule import Bar
from mbc_journal.series import Drawn
from mbc_journal.ui.theme import Theme

PROBLEMS = (ArithmeticError, LookupError, OSError, RuntimeError, TypeError, ValueError)
"""What a drawing may fail with; the view then says so, and the table is shown."""

_ONE_AT_A_TIME = threading.Lock()
_DPI = 100
_LINE, _MARKER, _GAP, _RIGHT = 2.0, 7.0, 10.0, 20.0  # lengths of lines at 100 %, in dots


class Picture(Protocol):
    """A drawn picture, and where days and values stand in it, in widget pixels."""

    @property
    def data(self) -> bytes:
        """Red, green, blue, alpha of each pixel."""

    @property
    def width(self) -> int:
        """Pixels in a row."""

    @property
    def height(self) -> int:
        """Rows."""

    def spot(self, day: int, value: float | None = None) -> tuple[float, float]:
        """Where a day, an ordinal, and a value stand."""

    def day_at(self, x: float) -> int:
        """The day at a distance from the left."""


@dataclass(frozen=True)
class Room:
    """The room for one picture, in widget pixels; `left` is free for the words beside the plot."""

    width: float
    height: float
    ratio: float
    left: float


def prepare_charts() -> None:
    """Import charts and matplotlib and load the fonts; for a thread, for it takes a while the first time."""
    with _ONE_AT_A_TIME:
        _prepared()


def charts_prepared() -> bool:
    """Whether charts can be drawn without waiting."""
    return _prepared.cache_info().currsize > 0


@cache
def _prepared() -> None:
    from mbc_journal import charts

    charts.prepare(resources() / "fonts")


class Easel:
    """Draws panels and bars in the look of the theme; made only when charts are prepared."""

    def __init__(self, theme: Theme) -> None:
        from mbc_journal import charts

        tokens, scale = theme.tokens, min(theme.scale, theme.sizes.unit_limit)
        alike = tokens.accent_soft == tokens.surface
        look = charts.Look(
            dpi=_DPI,
            text_size=theme.font("small").pixelSize(),
            ground=tokens.surface,
            ink=tokens.text,
            muted=tokens.muted,
            hairline=tokens.hairline,
            bar=tokens.accent_soft,
            bar_edge=tokens.accent,
            hatch=tokens.accent if alike else tokens.surface,
            event=tokens.border,
            line=_LINE * scale,
            marker=_MARKER * scale,
            gap=_GAP,
            right=_RIGHT,
            dotted=alike,
        )
        self._sheet = charts.Sheet(look)

    def left(self, shown: Sequence[Drawn]) -> float:
        """The room that the words beside these panels need."""
        return self._sheet.left(shown)

    def panel(self, drawn: Drawn, room: Room, events: Sequence[int]) -> Picture:
        """A series as a picture."""
        from mbc_journal import charts

        return self._sheet.panel(drawn, charts.Size(room.width, room.height, room.ratio, room.left), events)

    def bars(
        self, bars: Sequence[Bar], span: Span, heights: Sequence[float], room: Room, events: Sequence[int]
    ) -> Picture:
        """Bars as a picture, over the same days as panels with this room."""
        from mbc_journal import charts

        rows = charts.BarRows(tuple(bars), span, tuple(heights), tuple(events))
        return self._sheet.bars(rows, charts.Size(room.width, room.height, room.ratio, room.left))

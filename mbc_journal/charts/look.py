"""How charts look: every colour, size and hatch is handed in, for screen by the theme, for paper from here."""

from dataclasses import dataclass

from mbc_journal.charts.fonts import POINTS

HATCHES = {"chemotherapy": "//", "targeted": "\\\\", "immunotherapy": "xx", "bone": "..", "radiation": "||"}
"""Hatch of a treatment bar by its kind; hormone medicines and all other kinds have none."""


@dataclass(frozen=True)
class Look:
    """Colours as matplotlib takes them; lengths in dots, `dpi` of which make an inch."""

    dpi: float
    text_size: float
    ground: str
    ink: str
    muted: str
    hairline: str
    bar: str
    bar_edge: str
    hatch: str
    event: str
    line: float = 2.0
    marker: float = 7.0
    edge: float = 1.0
    severe: float = 1.5
    dash: float = 4.0
    gap: float = 8.0
    bar_share: float = 0.72  # of the height of a row
    tick: float = 0.0  # length of the small ticks of an axis
    right: float = 20.0  # free at the right of a plot
    grid: bool = True  # thin lines at the levels; else axes with small ticks
    dotted: bool = False  # the grid, where its colour is as strong as the line's
    most_days: int = 7  # labels of days under a panel

    def points(self, dots: float) -> float:
        """A length in points, as matplotlib's line widths and font sizes are."""
        return dots * POINTS / self.dpi

    def inches(self, dots: float) -> float:
        """A length in inches."""
        return dots / self.dpi


def paper_look(large: bool = False) -> Look:
    """Black and greys, in points: 8.5 pt text, in large print 14 pt."""
    size = 14.0 if large else 8.5
    return Look(
        dpi=POINTS,
        text_size=size,
        ground="white",
        ink="black",
        muted="black",
        hairline="0.75",
        bar="0.8",
        bar_edge="black",
        hatch="black",
        event="0.5",
        line=1.4 if large else 1.0,
        marker=4.6 if large else 3.2,
        edge=0.6,
        severe=0.8,
        dash=4.0,
        gap=2.0,
        tick=2.0,
        right=size * (1.6 if large else 2.9),
        grid=False,
        most_days=3,
    )

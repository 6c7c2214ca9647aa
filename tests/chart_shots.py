"""Series drawn into panels, for the tests of charts."""

import datetime as dt

from mbc_journal import charts, series
from mbc_journal.paths import resources
from mbc_journal.records import Reading
from mbc_journal.scales import Scale
from tests.diary_pages import FATIGUE, SINCE, span

charts.prepare(resources() / "fonts")
SCREEN = charts.Look(
    dpi=100, text_size=14, ground="white", ink="black", muted="0.3", hairline="0.8", bar="0.9", bar_edge="0.2",
    hatch="white", event="0.5",
)  # fmt: skip


def drawn(rows: list[Reading], days: int = 56, scale: Scale = FATIGUE, since: dt.date = SINCE) -> series.Drawn:
    return series.drawn(series.by_day(rows, [], scale, span(days, since)))


def shown(picture: series.Drawn, look: charts.Look = SCREEN, width: float = 700, height: float = 144) -> charts.Panel:
    panel = charts.Panel(look, charts.box(look, width, height, [charts.value_axis(picture.series)]))
    panel.show(picture)
    return panel

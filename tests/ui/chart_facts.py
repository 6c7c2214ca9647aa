"""What the tests of charts on the screen show."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from mbc_journal import schedule, series
from mbc_journal.ui.chart_view import ChartView, PanelFacts, prepare_charts
from tests.diary_pages import SCALES, on, span, unwell, written
from tests.treatment_steps import every, step, therapy
from tests.ui.kit import dressed

prepare_charts()
CAPE = therapy("Capecitabine", kind="chemotherapy", intent="cancer")
DENO = therapy("Denosumab", kind="bone", intent="bones")
PERIOD = span(21)
BARS = schedule.bars(
    [CAPE, DENO],
    [step(CAPE, "start", "2026-11-05", "1500 mg"), step(DENO, "start", "2026-11-06", "120 mg", schedule=every(28))],
    PERIOD,
)


def facts(
    text: str, scale: str = "fatigue", treatment_days: Mapping[dt.date, str] = MappingProxyType({})
) -> PanelFacts:
    one = SCALES.get(scale)
    drawn = series.drawn(series.by_day(written(text, one), unwell(4), one, PERIOD))
    return PanelFacts(drawn, series.words(drawn.series), treatment_days=treatment_days)


def two_panels() -> ChartView:
    """Two panels under two bars."""
    view = ChartView(dressed())
    view.show_panels([facts("013  2"), facts("2", "nausea")], BARS, PERIOD, [on(3)])
    view.resize(900, 700)
    return view

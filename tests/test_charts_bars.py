"""Treatment bars over the days of the panels."""

import pytest

from mbc_journal import charts, schedule
from mbc_journal.records import Span
from tests.chart_shots import SCREEN, drawn, shown
from tests.diary_pages import on, written
from tests.treatment_steps import cycle_days, day, every, step, therapy

CAPE = therapy("Capecitabine", kind="chemotherapy", intent="cancer")
DENO = therapy("Denosumab", kind="bone", intent="bones")


def bar_chart(steps: list[schedule.Bar] | tuple[schedule.Bar, ...], period: Span) -> charts.BarChart:
    chart = charts.BarChart(SCREEN, charts.Box(700, 30 * len(steps), 90, 20, 0, 0))
    chart.show(steps, period, [30] * len(steps))
    return chart


def test_bars_stand_over_the_days_of_the_panels_below() -> None:
    picture = drawn(written("0123"))
    panel = shown(picture)
    bars = schedule.bars([CAPE], [step(CAPE, "start", "2026-11-10")], picture.series.span)
    chart = charts.BarChart(SCREEN, charts.Box(700, 30, panel.figure.axes[0].bbox.x0, 20, 0, 0))
    chart.show(bars, picture.series.span, [30])
    assert panel.days is not None
    assert chart.days is not None
    assert chart.days.x(on(7).toordinal()) == pytest.approx(panel.days.x(on(7).toordinal()))


def test_a_hold_is_empty_with_a_dashed_outline_and_the_dose_is_written_where_it_changes() -> None:
    period = Span(day("2026-09-01"), day("2026-12-01"))
    steps = [step(CAPE, "start", "2026-09-05", "1800 mg"), step(CAPE, "hold", "2026-10-08"),
             step(CAPE, "dose_change", "2026-10-25", "1500 mg"), step(CAPE, "resume", "2026-10-25")]  # fmt: skip
    axes = bar_chart(schedule.bars([CAPE], steps, period), period).figure.axes[0]
    filled = [patch for patch in axes.patches if patch.get_hatch()]
    outlines = [patch for patch in axes.patches if patch.get_linewidth()]
    assert (len(filled), len(outlines)) == (2, 3)
    assert {patch.get_hatch() for patch in filled} == {"//"}
    assert [text.get_text() for text in axes.texts] == ["1800 mg", "1500 mg"]


def test_single_days_are_ticks() -> None:
    period = Span(day("2026-01-01"), day("2026-12-31"))
    steps = [
        step(DENO, "start", "2026-01-12", schedule=every(28)),
        step(CAPE, "start", "2026-02", schedule=cycle_days([1], 21)),
    ]
    axes = bar_chart(schedule.bars([CAPE, DENO], steps, period), period).figure.axes[0]
    assert [len(one.get_paths()) for one in axes.collections if one.get_zorder() == 3] == [13]


def test_odd_letters_in_a_unit_reach_the_picture_as_printable_text() -> None:
    period = Span(day("2026-01-01"), day("2026-12-31"))
    bars = schedule.bars([CAPE], [step(CAPE, "start", "2026-01-05", "2 \u202e\ud800$mg")], period)
    chart = bar_chart(bars, period)
    chart.figure.draw_without_rendering()
    assert "\ud800" not in chart.figure.axes[0].texts[0].get_text()

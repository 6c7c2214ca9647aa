"""What is drawn: the axes, the line and its breaks, the bars, the settings."""

import datetime as dt
import random
from decimal import Decimal

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from mbc_journal import charts, schedule, series
from mbc_journal.paths import resources
from mbc_journal.records import Reading, Span
from mbc_journal.scales import Scale
from tests.diary_pages import FATIGUE, SCALES, SINCE, about_week, level, measured, on, span, unwell, written
from tests.treatment_steps import cycle_days, day, every, step, therapy

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


def lines(panel: charts.Panel) -> list[Line2D]:
    return [line for line in panel.figure.axes[0].lines if len(np.atleast_1d(line.get_xdata()))]


def path(panel: charts.Panel) -> list[tuple[float, float]]:
    (line,) = [line for line in panel.figure.axes[0].lines if line.get_zorder() == 3]
    return list(zip(np.asarray(line.get_xdata()), np.asarray(line.get_ydata()), strict=True))


def test_the_line_breaks_exactly_where_a_day_has_no_entry() -> None:
    points = path(shown(drawn(written("012  34"))))
    assert [None if np.isnan(x) else int(y) for x, y in points] == [0, 1, 2, None, 3, 4, None]


def test_a_point_stands_at_its_day() -> None:
    (point, _end) = path(shown(drawn([level(on(3), 2)])))
    assert point == (on(3).toordinal(), 2)


def test_a_figure_is_used_again_and_keeps_nothing_of_what_it_showed() -> None:
    panel = shown(drawn(written("01234")))
    figure = panel.figure
    panel.show(drawn([level(on(1), 4)]))
    assert panel.figure is figure
    assert len(path(panel)) == 2


def test_days_too_unwell_are_hollow_triangles_on_the_top_edge() -> None:
    picture = series.drawn(series.by_day(written("0"), unwell(1, 2), FATIGUE, span(5)))
    panel = shown(picture)
    (triangles,) = [line for line in lines(panel) if line.get_marker() == "^"]
    assert list(np.asarray(triangles.get_ydata())) == [panel.figure.axes[0].get_ylim()[1]] * 2
    assert triangles.get_markerfacecolor() == SCREEN.ground


def test_a_week_with_few_days_has_a_hollow_marker() -> None:
    first = dt.date(2026, 1, 5)
    picture = drawn([level(on(number, first), 2) for number in (0, 1, 2, 7)], 200, since=first)
    fills = {
        line.get_markerfacecolor(): len(np.atleast_1d(line.get_xdata()))
        for line in lines(shown(picture))
        if line.get_marker() == "o"
    }
    assert fills[SCREEN.ink] == 1
    assert fills[SCREEN.ground] == 1


def test_an_answer_about_a_week_is_a_flat_bar_over_its_seven_days() -> None:
    panel = shown(drawn([about_week(on(10), 3)]))
    (bar,) = [line for line in lines(panel) if line.get_linewidth() > SCREEN.points(3)]
    left, right = np.asarray(bar.get_xdata())[:2]
    assert (left, right) == (on(10).toordinal() - 6.5, on(10).toordinal() + 0.5)
    assert path(panel) == []


@pytest.mark.parametrize("comparator", ["<", ">"])
def test_a_result_beyond_a_limit_is_an_open_triangle(comparator: str) -> None:
    marker = SCALES.get("ca-15-3")
    panel = shown(
        drawn([measured(SINCE, "0.5", marker, comparator=comparator), measured(on(9), "3", marker)], scale=marker)
    )
    (triangle,) = [line for line in lines(panel) if line.get_marker() == {"<": "v", ">": "^"}[comparator]]
    assert list(np.asarray(triangle.get_ydata())) == [0.5]
    assert triangle.get_markerfacecolor() == SCREEN.ground


def test_the_axis_of_levels_is_the_five_words_and_never_scales() -> None:
    for rows in ([], written("0"), written("01234")):
        axis = charts.value_axis(drawn(rows).series)
        assert (axis.low, axis.high, axis.severe) == (-0.4, 4.4, 3)
        assert [label for _value, label in axis.ticks] == ["None", "Mild", "Moderate", "Severe", "Very severe"]


def test_how_hard_the_day_was_has_its_own_words_and_no_line_at_severe() -> None:
    axis = charts.value_axis(drawn([], scale=SCALES.get("how-hard")).series)
    assert axis.severe is None
    assert [label for _value, label in axis.ticks] == [SCALES.get("how-hard").say_level(one) for one in range(5)]


@pytest.mark.parametrize(
    ("scale", "texts", "low", "high"),
    [
        ("temperature", ("36.6", "38.4"), 35, 41), ("temperature", ("33.2", "38.4"), 33, 41),
        ("pain-0-10", ("1", "2"), 0, 10), ("weight", ("72.5", "69.8"), 66, 76), ("weight", ("72.5", "50"), 50, 73),
        ("vomit-times", ("1", "0"), 0, 5), ("vomit-times", ("12",), 0, 15), ("neutrophils", ("1.2", "3.1"), 1, 3.5),
        ("ca-15-3", ("48", "31"), 30, 50), ("pulse", ("70", "112"), 70, 120), ("glucose", ("5",), 5, 6),
    ],
)  # fmt: skip
def test_each_measure_has_its_own_axis(scale: str, texts: tuple[str, ...], low: float, high: float) -> None:
    one = SCALES.get(scale)
    axis = charts.value_axis(drawn([measured(on(n), text, one) for n, text in enumerate(texts)], scale=one).series)
    room = 0.06 * (high - low)
    assert [axis.low, axis.high] == pytest.approx([low - room, high + room])
    assert 2 <= len(axis.ticks) <= 7
    assert all(axis.low <= value <= axis.high for value, _label in axis.ticks)


def test_yes_or_no_has_two_ticks() -> None:
    fever = SCALES.get("fever")
    axis = charts.value_axis(drawn([measured(SINCE, "1", fever)], scale=fever).series)
    assert axis.ticks == ((0, "No"), (1, "Yes"))


def test_the_range_printed_on_a_result_is_a_box_around_it_and_widens_the_axis() -> None:
    marker = SCALES.get("ca-15-3")
    row = measured(SINCE, "48", marker)
    row.range_low, row.range_high = Decimal(0), Decimal(31)
    picture = drawn([row, measured(on(9), "50", marker)], scale=marker)
    panel = shown(picture)
    (boxes,) = [one for one in panel.figure.axes[0].collections if one.get_zorder() == 1.6]
    (corners,) = [np.asarray(one.vertices) for one in boxes.get_paths()]
    assert set(corners[:, 1].tolist()) == {0, 31}
    assert charts.value_axis(picture.series).low < 0


@pytest.mark.parametrize(("days", "labels"), [(21, 4), (56, 7), (400, 7), (3653, 7)])
def test_labels_of_days_begin_and_end_with_the_period_and_say_its_year(days: int, labels: int) -> None:
    place = charts.box(SCREEN, 700 if labels > 4 else 300, 144)
    found = charts.day_labels(charts.Days(span(days), place, SCREEN.marker), SCREEN)
    assert 2 <= len(found) <= labels
    assert found[0].label == "3 Nov 2026"
    assert found[-1].label.endswith(str(on(days - 1).year))


def test_each_january_says_its_year() -> None:
    place = charts.box(SCREEN, 700, 144)
    period = Span(day("2022-03-01"), day("2026-11-23"))
    found = charts.day_labels(charts.Days(period, place, SCREEN.marker), SCREEN)
    assert [one.label for one in found] == ["1 Mar 2022", "2023", "2024", "2025", "2026", "23 Nov 2026"]


def test_one_day_has_one_label() -> None:
    place = charts.box(SCREEN, 700, 144)
    assert [one.label for one in charts.day_labels(charts.Days(span(1), place, 7), SCREEN)] == ["3 Nov 2026"]


@pytest.mark.parametrize("size", [14, 16, 18, 21, 28])
@pytest.mark.parametrize("days", [1, 21, 56, 120, 365, 3653])
@pytest.mark.parametrize("width", [380, 700])
def test_every_word_stays_inside_the_figure_and_off_the_others(size: float, days: int, width: float) -> None:
    look = charts.Look(**{**vars(SCREEN), "text_size": size})
    panel = shown(drawn(written("0123"), days), look, width, 10.3 * size)
    panel.figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in panel.figure.texts if text.get_visible()]
    for one in boxes:
        assert one.x0 >= -0.5
        assert one.x1 <= width + 0.5
        assert one.y0 >= -0.5
        assert one.y1 <= 10.3 * size + 0.5
    for number, one in enumerate(boxes):
        assert not any(one.overlaps(other) for other in boxes[number + 1 :])


def test_the_longest_words_of_another_language_get_their_room() -> None:
    wide = charts.ValueAxis(
        -0.4,
        4.4,
        tuple((float(n), word * 3) for n, word in enumerate(("Ninguno", "Leve", "Moderado", "Intenso", "Muy intenso"))),
    )
    place = charts.box(SCREEN, 700, 144, [wide])
    panel = charts.Panel(SCREEN, place)
    panel.show(drawn(written("01")), wide)
    panel.figure.draw_without_rendering()
    assert all(text.get_window_extent().x0 >= -0.5 for text in panel.figure.texts)


def test_ten_years_have_no_more_points_than_one_screen_can_show() -> None:
    first = dt.date(2016, 11, 1)
    rows = [level(on(number, first), number % 5) for number in range(3653)]
    counts = [shown(drawn(rows, days, since=first)).points_drawn for days in (120, 365, 1095, 3653)]
    assert counts[0] == 120
    assert max(counts) <= 160


def test_a_name_that_looks_like_a_formula_is_drawn_as_it_stands() -> None:
    odd = Scale(**{**vars(FATIGUE), "words": ("$\\frac{$", "$x^2", "a_b", "{}", "\\")})
    rows = [Reading(scale=odd.id, day=SINCE, level=3)]
    panel = shown(series.drawn(series.by_day(rows, [], odd, span(7))))
    panel.figure.draw_without_rendering()
    assert "$\\frac{$" in [text.get_text() for text in panel.figure.texts]


def test_settings_are_fixed_once_and_our_fonts_come_first() -> None:
    assert mpl.rcParams["text.parse_math"] is False
    assert mpl.rcParams["svg.fonttype"] == "path"
    assert mpl.rcParams["svg.hashsalt"] == "care-journal"
    assert mpl.rcParams["font.family"][0] == "Atkinson Hyperlegible"
    known = len(mpl.font_manager.fontManager.ttflist)
    charts.prepare(resources() / "fonts")
    assert len(mpl.font_manager.fontManager.ttflist) == known


CAPE = therapy("Capecitabine", kind="chemotherapy", intent="cancer")
DENO = therapy("Denosumab", kind="bone", intent="bones")


def bar_chart(steps: list[schedule.Bar] | tuple[schedule.Bar, ...], period: Span, bottom: float = 0) -> charts.BarChart:
    chart = charts.BarChart(SCREEN, charts.Box(700, 30 * len(steps) + bottom, 90, 20, 0, bottom))
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


def test_single_days_are_ticks_and_dates_stand_below_where_there_is_room() -> None:
    period = Span(day("2026-01-01"), day("2026-12-31"))
    steps = [
        step(DENO, "start", "2026-01-12", schedule=every(28)),
        step(CAPE, "start", "2026-02", schedule=cycle_days([1], 21)),
    ]
    axes = bar_chart(schedule.bars([CAPE, DENO], steps, period), period, bottom=30).figure.axes[0]
    assert [len(one.get_paths()) for one in axes.collections if one.get_zorder() == 3] == [13]
    assert axes.texts[0].get_text() == "1 Jan 2026"


def test_odd_letters_in_a_unit_reach_the_picture_as_printable_text() -> None:
    period = Span(day("2026-01-01"), day("2026-12-31"))
    bars = schedule.bars([CAPE], [step(CAPE, "start", "2026-01-05", "2 \u202e\ud800$mg")], period)
    chart = bar_chart(bars, period)
    chart.figure.draw_without_rendering()
    assert "\ud800" not in chart.figure.axes[0].texts[0].get_text()


def test_a_picture_knows_where_a_day_and_a_value_stand_at_any_pixel_ratio() -> None:
    shot = drawn(written("013"))
    for ratio in (1, 2):
        picture = charts.Sheet(SCREEN).panel(shot, charts.Size(700, 144, ratio, left=90))
        assert (picture.width, picture.height) == (700 * ratio, 144 * ratio)
        assert len(picture.data) == 4 * picture.width * picture.height
        x, y = picture.spot(on(2).toordinal(), 3)
        assert picture.day_at(x) == on(2).toordinal()
        at = 4 * (round(y * ratio) * picture.width + round(x * ratio))
        assert picture.data[at : at + 3] == bytes(3)


def test_one_sheet_draws_all_panels_and_the_bars_of_a_view_over_the_same_days() -> None:
    shots = [drawn(written("0123")), drawn([], scale=SCALES.get("pain-0-10"))]
    sheet = charts.Sheet(SCREEN)
    left = sheet.left(shots)
    pictures = [sheet.panel(shot, charts.Size(700, 144, left=left), [on(1).toordinal()]) for shot in shots]
    bars = schedule.bars([CAPE], [step(CAPE, "start", "2026-11-10")], shots[0].series.span)
    rows = charts.BarRows(bars, shots[0].series.span, (30,), with_days=True)
    pictures.append(sheet.bars(rows, charts.Size(700, 60, left=left)))
    assert len({picture.spot(on(9).toordinal())[0] for picture in pictures}) == 1


def test_six_panels_of_a_year_are_drawn_in_little_more_than_a_bare_figure_with_the_same_lines() -> None:
    first, chance = dt.date(2025, 11, 24), random.Random(7)
    picture = drawn([level(on(n, first), chance.randrange(5)) for n in range(365)], 365, since=first)
    panel = shown(picture)
    bare = Figure(figsize=(7, 1.44), dpi=100)
    FigureCanvasAgg(bare)
    axes = bare.add_subplot()
    axes.plot([mark.x for mark in picture.marks], [float(mark.point.value) for mark in picture.marks], "o-")
    bare.draw_without_rendering()
    panel.figure.draw_without_rendering()
    assert len(panel.figure.findobj()) <= 1.5 * len(bare.findobj())

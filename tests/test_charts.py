"""What is drawn: the axes, the line and its breaks, the bars, the settings."""

import datetime as dt
import random
from decimal import Decimal
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from mbc_journal import charts, schedule, series
from mbc_journal.paths import resources
from mbc_journal.records import Reading
from mbc_journal.scales import Scale
from tests.chart_shots import SCREEN, drawn, shown
from tests.diary_pages import FATIGUE, SCALES, SINCE, about_week, level, measured, on, span, unwell, written
from tests.treatment_steps import step, therapy

CAPE = therapy("Capecitabine", kind="chemotherapy", intent="cancer")


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
    rows = charts.BarRows(bars, shots[0].series.span, (30,))
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


def test_a_figure_that_is_drawn_again_and_again_does_not_grow() -> None:
    shots = [drawn(written("0123")), drawn(written("4 4")), drawn([])]
    bars = schedule.bars([CAPE], [step(CAPE, "start", "2026-11-10", "7 mg")], shots[0].series.span)
    sheet = charts.Sheet(SCREEN)
    rows = charts.BarRows(bars, shots[0].series.span, (30,))
    sizes = set()
    for number in range(60):
        sheet.panel(shots[number % 3], charts.Size(700, 144))
        sheet.bars(rows, charts.Size(700, 30))
        if number % 3 == 2 and number > 3:
            sizes.add(len(sheet.figures[0].findobj()) + len(sheet.figures[1].findobj()))
    assert len(sizes) == 1


def test_without_our_fonts_words_are_still_drawn(tmp_path: Path) -> None:
    charts.prepare(tmp_path)
    assert mpl.rcParams["font.family"] == ["DejaVu Sans"]
    shown(drawn(written("01"))).figure.draw_without_rendering()
    charts.prepare(resources() / "fonts")
    assert mpl.rcParams["font.family"][0] == "Atkinson Hyperlegible"

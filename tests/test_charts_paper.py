"""Charts for paper: size, bytes, blackness, no words of the person."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from mbc_journal import charts, schedule, series
from mbc_journal.paths import resources
from mbc_journal.records import Span
from tests.diary_pages import FATIGUE, SCALES, on, span, unwell, written
from tests.treatment_steps import day, step, therapy

charts.prepare(resources() / "fonts")
PERIOD = Span(day("2026-11-03"), day("2026-11-23"))
HER = therapy("Name Of My Own $\\frac{", kind="chemotherapy", intent="cancer")
BARS = schedule.bars([HER], [step(HER, "start", "2026-11-05", "7 secret")], PERIOD)


def picture() -> series.Drawn:
    return series.drawn(series.by_day(written("0123  4s"), unwell(9), FATIGUE, span(21)))


def both() -> bytes:
    """A panel and its bars."""
    paper = charts.Paper([picture()])
    return paper.panel(picture()) + paper.bars(BARS, PERIOD)


def size(svg: bytes) -> tuple[float, float]:
    """Width and height in millimetres."""
    root = ET.fromstring(svg)
    width, height = (float(str(root.get(side)).removesuffix("pt")) * 25.4 / 72 for side in ("width", "height"))
    return round(width, 1), round(height, 1)


def test_a_panel_is_58_by_25_mm_and_in_large_print_88_by_40() -> None:
    assert size(charts.Paper([picture()]).panel(picture())) == (58.0, 25.0)
    assert size(charts.Paper([picture()], large=True).panel(picture())) == (88.0, 40.0)


def test_bars_are_as_wide_as_a_panel_and_at_most_four() -> None:
    many = [bar for bar in BARS for _copy in range(6)]
    assert size(charts.Paper([picture()]).bars(BARS, PERIOD)) == (58.0, 3.4)
    assert size(charts.Paper([picture()]).bars(many, PERIOD)) == (58.0, 13.6)


def test_a_picture_for_paper_is_black_and_grey() -> None:
    for svg in (charts.Paper([picture()]).panel(picture()), charts.Paper([picture()]).bars(BARS, PERIOD)):
        colours = re.findall(rb"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b(?![0-9a-f])", svg)
        assert colours
        assert all(red == green == blue for red, green, blue in colours)


def test_no_text_and_no_word_of_the_person_is_inside() -> None:
    svg = charts.Paper([picture()]).bars(BARS, PERIOD)
    assert b"<text" not in svg
    assert b"secret" not in svg
    assert b"Name Of" not in svg


def test_the_same_picture_is_the_same_bytes_in_this_process_and_in_another() -> None:
    program = "import sys; from tests.test_charts_paper import both; sys.stdout.buffer.write(both())"
    command = [sys.executable, "-c", program]
    runs = {subprocess.run(command, capture_output=True, check=True, timeout=60).stdout for _run in "ab"}
    assert len(runs) == 1
    assert runs == {both()}


def test_a_print_job_draws_each_symptom_into_the_same_prepared_figure() -> None:
    paper = charts.Paper([picture()])
    other = series.drawn(series.by_day(written("44", SCALES.get("nausea")), [], SCALES.get("nausea"), span(21)))
    first = paper.panel(picture())
    assert paper.panel(other) != first
    assert paper.panel(picture()) == first


@pytest.mark.parametrize("large", [False, True])
def test_no_two_words_of_a_panel_touch_and_none_is_cut(large: bool) -> None:
    paper = charts.Paper([picture()], large)
    panel = charts.Panel(paper.look, paper.place)
    panel.show(picture())
    panel.figure.draw_without_rendering()
    boxes = [text.get_window_extent() for text in panel.figure.texts if text.get_visible()]
    assert all(one.x0 >= -0.2 and one.x1 <= paper.place.width + 0.2 and one.y0 >= -0.2 for one in boxes)
    narrow = [one.padded(-0.75) for one in boxes]
    assert not any(one.overlaps(other) for number, one in enumerate(narrow) for other in narrow[number + 1 :])
    words = [one.get_text() for one in panel.figure.texts if one.get_visible()]
    assert words[5:] == ["3 Nov 2026", "13 Nov", "23 Nov" if large else "23 Nov 2026"]


def test_neighbouring_greys_are_told_apart_in_print() -> None:
    greys = sorted({100 * float(grey) for grey in ("0", charts.paper_look().bar, "1")})
    assert all(lighter - darker >= 6 for darker, lighter in pairwise(greys))


def test_the_words_of_the_axes_are_no_smaller_than_print_allows() -> None:
    assert charts.paper_look().text_size >= 8.5
    assert charts.paper_look(large=True).text_size >= 14


def test_a_panel_of_nothing_is_still_a_picture() -> None:
    empty = series.drawn(series.by_day([], [], FATIGUE, Span(on(0), on(0))))
    assert charts.Paper([empty]).panel(empty).startswith(b"<?xml")

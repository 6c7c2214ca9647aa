"""The words beside the axes: values, days, and that none is cut or covered."""

from decimal import Decimal

import pytest

from mbc_journal import charts
from mbc_journal.records import Span
from tests.chart_shots import SCREEN, drawn, shown
from tests.diary_pages import SCALES, SINCE, measured, on, span, written
from tests.treatment_steps import day


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


@pytest.mark.parametrize(
    "texts", [("9" * 30, "0"), ("0.000001", "0.000002"), ("-5", "5"), ("1E+25",), ("0",), ("7", "7")]
)
def test_odd_numbers_have_an_axis_that_holds_them(texts: tuple[str, ...]) -> None:
    marker = SCALES.get("ca-15-3")
    picture = drawn([measured(on(n), text, marker) for n, text in enumerate(texts)], scale=marker)
    axis = charts.value_axis(picture.series)
    assert 2 <= len(axis.ticks) <= 7
    assert all(axis.low <= float(mark.point.value) <= axis.high for mark in picture.marks)
    shown(picture, height=200).figure.draw_without_rendering()
    assert charts.Paper([picture]).panel(picture)


@pytest.mark.parametrize(
    ("entered", "low", "high", "expected"),
    [
        ("g/dL", "11.7", "15.7", ("11.7", "15.7")),
        ("", "11.7", None, ("11.7", None)),
        ("g/L", "117", "157", ("11.7", "15.7")),
        ("g/L", None, "157", (None, "15.7")),
        ("pounds", "117", "157", (None, None)),
    ],
)
def test_a_printed_range_stands_in_the_unit_of_the_line(
    entered: str, low: str | None, high: str | None, expected: tuple[str | None, str | None]
) -> None:
    hemoglobin = SCALES.get("hemoglobin")
    result = measured(SINCE, "12.0", hemoglobin)
    result.unit_as_entered = entered
    result.range_low, result.range_high = (None if end is None else Decimal(end) for end in (low, high))
    found = charts.printed_range(result, hemoglobin)
    assert tuple(None if end is None else str(end) for end in found) == expected
    axis = charts.value_axis(drawn([result], scale=hemoglobin).series)
    assert axis.high < 20

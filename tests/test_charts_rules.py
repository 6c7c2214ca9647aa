"""Axes and places of charts, rule by rule: ends, steps, ticks, boxes and days; nothing is drawn for it."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mbc_journal import charts, series
from mbc_journal.charts.axes import ValueAxis, printed_range, value_axis
from mbc_journal.records import Reading, Span
from mbc_journal.scales import Kind, other_id
from tests.chart_shots import SCREEN
from tests.diary_pages import FATIGUE, SCALES, SINCE, measured, on, span, written

LEVELS = [one for one in SCALES if one.kind is Kind.LEVEL]
NUMBERS = [one for one in SCALES if one.kind is Kind.NUMBER]
COUNTS = [one for one in SCALES if one.kind is Kind.COUNT]


def axis(scale_id: str, *values: str, unit: str = "") -> ValueAxis:
    """The axis of these results, one a day."""
    scale = SCALES.get(scale_id)
    rows = [measured(on(number), value, scale, unit) for number, value in enumerate(values)]
    return value_axis(series.by_day(rows, [], scale, span(56), unit=unit or None))


def ends(found: ValueAxis) -> tuple[float, float]:
    """The first and the last number that stands at a tick."""
    return found.ticks[0][0], found.ticks[-1][0]


def days(count: int, width: float = 700) -> charts.Days:
    return charts.Days(span(count), charts.box(SCREEN, width, 144), SCREEN.marker)


def test_every_level_scale_has_five_ticks_with_its_own_words_whatever_was_logged() -> None:
    for scale in LEVELS:
        for rows in ([], written("4", scale), written("01", scale)):
            found = value_axis(series.by_day(rows, [], scale, span(7)))
            assert (found.low, found.high) == (-0.4, 4.4)
            assert [words for _value, words in found.ticks] == [scale.say_level(level) for level in range(5)]


def test_the_dashed_line_stands_at_severe_and_only_where_that_is_a_word() -> None:
    assert value_axis(series.by_day([], [], FATIGUE, span(7))).severe == 3
    for scale_id in ("how-hard", "fatigue-impact"):
        assert value_axis(series.by_day([], [], SCALES.get(scale_id), span(7))).severe is None


@pytest.mark.parametrize(
    ("scale", "values", "low", "high"),
    [
        ("temperature", ("36.6",), 35, 41), ("temperature", ("42.3",), 35, 40), ("temperature", ("34.2",), 34, 40),
        ("pain-0-10", ("0", "10"), 0, 10), ("pain-0-10", (), 0, 10), ("loose-stools", (), 0, 5),
        ("loose-stools", ("3",), 0, 5), ("loose-stools", ("6",), 0, 6), ("loose-stools", ("0",), 0, 5),
    ],
)  # fmt: skip
def test_usual_ends_are_kept_and_widen_only_for_a_value_outside(
    scale: str, values: tuple[str, ...], low: float, high: float
) -> None:
    first, last = ends(axis(scale, *values))
    assert first <= low + 1
    assert last >= high - 2
    assert all(axis(scale, *values).low <= float(value) <= axis(scale, *values).high for value in values)


def test_a_temperature_in_fahrenheit_has_its_own_ends() -> None:
    found = axis("temperature", "98.6", unit="[degF]")
    assert found.low < 95 < 106 < found.high


@pytest.mark.parametrize("values", [("60", "60.4"), ("60",), ("45", "95"), ("60.9", "61.1")])
def test_weight_is_never_drawn_so_close_that_a_usual_day_looks_large(values: tuple[str, ...]) -> None:
    found = axis("weight", *values)
    assert found.high - found.low >= 10
    assert all(found.low < float(value) < found.high for value in values)


@settings(max_examples=80, deadline=None)
@given(
    some.sampled_from(["ca-15-3", "neutrophils", "pulse", "weight", "temperature"]),
    some.lists(some.decimals(0, 5000, places=2), min_size=1, max_size=6),
)
def test_any_results_stand_inside_their_axis_at_even_round_steps(scale: str, values: list[Decimal]) -> None:
    found = axis(scale, *map(str, values))
    assert all(found.low <= float(value) <= found.high for value in values)
    assert 2 <= len(found.ticks) <= 8
    steps = {round(later[0] - earlier[0], 9) for earlier, later in pairwise(found.ticks)}
    assert len(steps) == 1
    step = Decimal(str(steps.pop())).normalize()
    assert step.as_tuple().digits in {(1,), (2,), (5,)}


def test_every_measure_and_count_has_an_axis_also_for_nothing_and_for_one_value() -> None:
    for scale in [*NUMBERS, *COUNTS]:
        for values in ((), ("1",), ("0",), ("1", "1")):
            found = axis(scale.id, *values)
            assert found.low < found.high, scale.id
            assert len(found.ticks) >= 2, scale.id
            assert all(words for _value, words in found.ticks), scale.id


def test_a_number_that_no_person_has_still_has_a_short_tick() -> None:
    found = axis("ca-15-3", "123456789012345", "1")
    assert all(len(words) <= 8 for _value, words in found.ticks)


def test_a_scale_of_ones_own_is_drawn_like_any_other() -> None:
    own = SCALES.get(other_id("Zinc", "umol/L"))
    found = value_axis(series.by_day([measured(on(0), "12", own), measured(on(1), "18", own)], [], own, span(7)))
    assert found.low < 12 < 18 < found.high


def ranged(unit: str, low: str | None, high: str | None, own: str = "g/dL") -> tuple[Decimal | None, Decimal | None]:
    reading = Reading(
        scale="hemoglobin", day=SINCE, value=Decimal(12), unit=own, unit_as_entered=unit,
        range_low=Decimal(low) if low else None, range_high=Decimal(high) if high else None,
    )  # fmt: skip
    return printed_range(reading, SCALES.get("hemoglobin"))


def test_a_printed_range_is_converted_as_its_result_was_and_never_guessed() -> None:
    assert ranged("g/dL", "11.7", "15.7") == (Decimal("11.7"), Decimal("15.7"))
    assert ranged("g/L", "117", "157") == (Decimal("11.7"), Decimal("15.7"))
    assert ranged("g/L", None, "157") == (None, Decimal("15.7"))
    assert ranged("furlong", "1", "2") == (None, None)
    assert ranged("", "11.7", None) == (Decimal("11.7"), None)


@pytest.mark.parametrize("count", [1, 2, 7, 28, 56, 365, 3653])
def test_a_day_is_found_again_at_the_place_where_it_stands(count: int) -> None:
    place = days(count)
    for number in {0, count // 2, count - 1}:
        ordinal = on(number).toordinal()
        assert place.day(place.x(ordinal)) == ordinal
    assert place.day(-1_000) == SINCE.toordinal()
    assert place.day(1_000_000) == on(count - 1).toordinal()


def test_the_first_and_the_last_day_stand_inside_the_plot_with_room_for_a_marker() -> None:
    place = days(28)
    first, last = place.x(SINCE.toordinal()), place.x(on(27).toordinal())
    assert first - place.box.left >= SCREEN.marker - 1
    assert place.box.width - place.box.right - last >= SCREEN.marker - 1
    xs = [place.x(on(number).toordinal()) for number in range(28)]
    assert max(later - earlier for earlier, later in pairwise(xs)) == pytest.approx(xs[1] - xs[0])


def test_panels_below_each_other_have_one_box_whatever_their_words() -> None:
    axes = [axis("temperature", "37"), value_axis(series.by_day([], [], FATIGUE, span(7)))]
    boxes = [charts.box(SCREEN, 700, 144, axes) for _panel in axes]
    assert boxes[0] == boxes[1]
    left, bottom, width, height = boxes[0].fractions
    assert 0 < left < left + width <= 1
    assert 0 < bottom < bottom + height <= 1
    assert charts.box(SCREEN, 700, 144, axes, left=300).left == 300


@pytest.mark.parametrize("count", [1, 2, 5, 21, 56, 120, 121, 400, 1100, 3653])
@pytest.mark.parametrize("width", [240, 700, 1600])
def test_labels_of_days_never_touch_and_lie_inside_whatever_the_period(count: int, width: float) -> None:
    place = days(count, width)
    found = charts.day_labels(place, SCREEN)
    assert found
    for earlier, later in pairwise(found):
        assert earlier.middle + earlier.width / 2 < later.middle - later.width / 2
    assert found[0].middle - found[0].width / 2 >= 0
    assert found[-1].middle + found[-1].width / 2 <= width
    assert len(found) <= SCREEN.most_days
    assert len({label.label for label in found}) == len(found)


def test_a_period_over_new_year_says_the_year_at_both_ends() -> None:
    period = Span(dt.date(2025, 12, 20), dt.date(2026, 1, 20))
    found = charts.day_labels(charts.Days(period, charts.box(SCREEN, 700, 144), SCREEN.marker), SCREEN)
    assert (found[0].label, found[-1].label) == ("20 Dec 2025", "20 Jan 2026")

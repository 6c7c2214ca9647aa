"""From readings to days, gaps, weeks and what counts."""

import datetime as dt
from decimal import Decimal

import pytest

from mbc_journal import series
from mbc_journal.records import Answer, Day
from mbc_journal.series import Missing
from tests.diary_pages import (
    FATIGUE,
    SCALES,
    SINCE,
    about_week,
    level,
    measured,
    on,
    span,
    unanswered,
    unwell,
    written,
)

MONDAY = dt.date(2026, 11, 2)


def values(found: series.Series) -> list[int]:
    return [int(point.value) for point in found.points]


def test_the_worst_answer_of_a_day_is_its_value_and_a_skipped_one_takes_nothing_away() -> None:
    rows = [level(SINCE, 1, hour=8), level(SINCE, 3, hour=20), unanswered(SINCE, Answer.SKIPPED, hour=21)]
    found = series.by_day(rows, [], FATIGUE, span(1))
    assert values(found) == [3]
    assert found.why_missing(SINCE) is None


def test_a_day_without_an_answer_gives_the_strongest_reason() -> None:
    rows = [unanswered(SINCE, Answer.SKIPPED), unanswered(SINCE, Answer.PREFER_NOT)]
    found = series.by_day(rows, [], FATIGUE, span(1))
    assert found.points == ()
    assert series.state(found.missing[SINCE]) == "prefer not to say"


def test_too_unwell_with_an_answer_is_the_answer_and_no_triangle() -> None:
    found = series.by_day([level(SINCE, 2, hour=9)], unwell(0), FATIGUE, span(1))
    assert values(found) == [2]
    assert found.too_unwell == ()


def test_the_five_states_of_a_day_stay_apart() -> None:
    found = series.by_day(written("2snp  "), unwell(4), FATIGUE, span(6))
    assert [found.why_missing(on(number)) for number in range(6)] == [
        None, Missing.SKIPPED, Missing.NOT_APPLICABLE, Missing.PREFER_NOT, Missing.TOO_UNWELL, Missing.NOT_ASKED,
    ]  # fmt: skip


def test_days_one_day_apart_are_joined_and_a_day_without_entry_breaks_the_line() -> None:
    rows = written("1 3", since=MONDAY)
    found = series.by_day(rows, [], FATIGUE, span(3, MONDAY))
    assert [len(run) for run in series.drawn(found).runs] == [1, 1]
    (week,) = series.weeks(found)
    assert series.block_words(found, week) == "worst this week: Severe (2 of 3 days)"
    assert week.thin


@pytest.mark.parametrize(("rhythm", "joined", "broken"), [(1, 1, 2), (3, 4, 5), (7, 10, 11)])
def test_the_gap_that_breaks_a_line_grows_with_the_rhythm(rhythm: int, joined: int, broken: int) -> None:
    for apart, runs in ((joined, 1), (broken, 2)):
        rows = [level(SINCE, 1), level(on(apart), 1)]
        found = series.by_day(rows, [], FATIGUE, span(14), rhythm)
        assert len(series.drawn(found).runs) == runs


def test_results_of_a_lab_are_joined_over_a_quarter_of_a_year_whatever_the_rhythm_of_the_person() -> None:
    marker = SCALES.get("ca-15-3")
    rows = [measured(SINCE, "40", marker), measured(on(84), "41", marker)]
    assert len(series.drawn(series.by_day(rows, [], marker, span(100))).runs) == 1


def test_none_on_seven_days_is_a_line_on_none() -> None:
    found = series.by_day(written("0000000"), [], FATIGUE, span(7))
    (run,) = series.drawn(found).runs
    assert [mark.point.value for mark in run] == [0] * 7
    assert (found.affected, found.logged) == (0, 7)


def test_n_and_m_count_days_with_a_value_and_all_civil_days() -> None:
    found = series.by_day(written("12 3s"), unwell(2), FATIGUE, span(21))
    assert (found.logged, found.days, found.affected, found.moderate, found.severe) == (3, 21, 3, 2, 1)
    assert found.too_unwell == (on(2),)


def test_worst_is_its_last_day() -> None:
    found = series.by_day(written("3130"), [], FATIGUE, span(4))
    assert found.worst is not None
    assert found.worst.day == on(2)
    assert found.latest is not None
    assert found.latest.value == 0


def test_entries_about_a_week_are_a_series_of_their_own() -> None:
    found = series.by_day([*written("1"), about_week(on(6), 4)], [], FATIGUE, span(7))
    assert values(found) == [1]
    assert [point.value for point in found.weekly] == [4]
    assert found.logged == 1
    assert found.why_missing(on(6)) is Missing.NOT_ASKED


@pytest.mark.parametrize(
    ("scale", "texts", "expected"),
    [("temperature", ("36.6", "38.4", "37"), "38.4"), ("weight", ("70", "71", "69.5"), "69.5")],
)
def test_the_scale_says_which_value_stands_for_the_day(scale: str, texts: tuple[str, ...], expected: str) -> None:
    rows = [measured(SINCE, text, SCALES.get(scale)) for text in texts]
    for hour, row in enumerate(rows):
        row.time = dt.time(8 + hour)
    found = series.by_day(rows[::-1], [], SCALES.get(scale), span(1))
    assert [point.value for point in found.points] == [Decimal(expected)]


def test_every_result_of_a_lab_is_a_point() -> None:
    marker = SCALES.get("ca-15-3")
    morning, evening = measured(SINCE, "40", marker), measured(SINCE, "44", marker)
    morning.time, evening.time = dt.time(8), dt.time(20)
    found = series.by_day([evening, morning], [], marker, span(1))
    assert [point.value for point in found.points] == [40, 44]
    assert found.logged == 1


def test_a_result_below_a_limit_is_in_no_minimum_or_maximum() -> None:
    marker = SCALES.get("ca-15-3")
    rows = [
        measured(SINCE, "0.5", marker, comparator="<"),
        measured(on(1), "40", marker),
        measured(on(2), "38", marker),
    ]
    found = series.by_day(rows, [], marker, span(3))
    assert found.lowest is not None
    assert found.lowest.value == 38
    assert len(found.points) == 3
    assert series.value(found, found.points[0]).startswith("below 0.5")


def test_a_unit_without_a_known_factor_is_a_series_of_its_own() -> None:
    marker = SCALES.get("ca-15-3")
    rows = [measured(SINCE, "40", marker), measured(on(1), "4", marker, unit="furlong")]
    own, other = series.all_units(rows, [], marker, span(2))
    assert [[point.value for point in one.points] for one in (own, other)] == [[40], [4]]
    assert series.name(other).endswith("(furlong)")


def test_how_hard_the_day_was_comes_from_the_day_itself() -> None:
    days = [Day(day=SINCE, how_hard=3), Day(day=on(1), too_unwell=True), Day(day=on(2), how_hard=0)]
    found = series.by_day([], days, SCALES.get("how-hard"), span(3))
    assert values(found) == [3, 0]
    assert found.too_unwell == (on(1),)


def test_a_week_cut_by_the_period_says_of_how_many_days() -> None:
    found = series.by_day(written("0123"), [], FATIGUE, span(4))
    (week,) = series.weeks(found)
    assert series.block_words(found, week) == "worst this week: Severe (4 of 4 days)"
    assert not week.thin


def test_weeks_start_on_the_day_of_the_setting() -> None:
    found = series.by_day(written("4" * 14, since=MONDAY), [], FATIGUE, span(14, MONDAY))
    assert [week.span.days for week in series.weeks(found)] == [7, 7]
    assert [week.span.days for week in series.weeks(found, week_starts=6)] == [6, 7, 1]


def test_months_take_the_worst_day_like_weeks() -> None:
    found = series.by_day(
        [level(dt.date(2026, 1, 31), 4), level(dt.date(2026, 2, 1), 1)], [], FATIGUE, span(60, dt.date(2026, 1, 1))
    )
    assert [month.worst.value if month.worst else None for month in series.months(found)] == [4, 1, None]


@pytest.mark.parametrize(("days", "grain"), [(120, "day"), (121, "week"), (1095, "week"), (1100, "month")])
def test_long_ranges_are_drawn_by_week_then_by_month(days: int, grain: str) -> None:
    assert series.grain(span(days)) == grain


@pytest.mark.parametrize("days", [120, 1098, 3653])
def test_a_line_has_about_160_points_at_most(days: int) -> None:
    first = dt.date(2017, 1, 1)
    found = series.by_day(
        [level(on(number, first), number % 5) for number in range(days)], [], FATIGUE, span(days, first)
    )
    assert 100 < len(series.drawn(found).marks) <= 160


def test_a_week_without_entry_breaks_a_line_drawn_by_week() -> None:
    first = dt.date(2026, 1, 5)
    rows = [level(on(7 * week, first), 1) for week in range(20) if week != 9]
    runs = series.drawn(series.by_day(rows, [], FATIGUE, span(140, first))).runs
    assert [len(run) for run in runs] == [9, 10]
    assert all(mark.hollow for run in runs for mark in run)


def test_a_month_without_entry_breaks_a_line_drawn_by_month() -> None:
    first = dt.date(2020, 1, 1)
    rows = [level(dt.date(2020 + number // 12, number % 12 + 1, 28), 1) for number in range(60) if number != 30]
    runs = series.drawn(series.by_day(rows, [], FATIGUE, span(1826, first))).runs
    assert [len(run) for run in runs] == [30, 29]

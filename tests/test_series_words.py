"""The sentences, the table and the walk along a line."""

import datetime as dt

import pytest

from mbc_journal import series
from mbc_journal.records import Answer, Day, Reading
from tests.diary_pages import FATIGUE, SCALES, SINCE, about_week, level, measured, on, span, unanswered, unwell, written


def test_the_sentence_of_a_symptom_says_all_of_it() -> None:
    period = span(21)
    found = series.by_day(written("1111333210  11 21121"), unwell(10, 11), FATIGUE, period)
    before = written("101010100000000", since=period.before.since)
    assert series.words(found, series.by_day(before, [], FATIGUE, period.before), "Numb hands") == (
        "Numb hands, 3 to 23 Nov 2026. Worst: Severe, 9 Nov. Latest: Mild, 22 Nov. Severe or worse on 3 of 17 logged"
        " days. Logged on 17 of 21 days; 2 more days too unwell. Before (13 Oct to 2 Nov): worst Mild, 4 of 15 days"
        " affected."
    )


def test_the_headline_of_a_panel_says_worst_and_latest() -> None:
    found = series.by_day(written("0131"), [], FATIGUE, span(4))
    assert series.headline(series.drawn(found)) == "worst Severe 5 Nov, latest Mild"


def test_the_headline_says_when_a_point_is_a_week() -> None:
    found = series.by_day(written("0131"), [], FATIGUE, span(200))
    assert series.headline(series.drawn(found)) == "worst Severe 5 Nov 2026, latest Mild, by week"


def test_counts_yes_or_no_and_numbers_have_their_own_words() -> None:
    count, fever, heat = SCALES.get("vomit-times"), SCALES.get("fever"), SCALES.get("temperature")
    counted = series.by_day([measured(SINCE, "5", count), measured(on(1), "0", count)], [], count, span(2))
    assert "Any on 1 of 2 logged days." in series.words(counted)
    yes = series.by_day([measured(SINCE, "1", fever), measured(on(1), "0", fever)], [], fever, span(2))
    assert "Latest: No, 4 Nov. Yes on 1 of 2 logged days." in series.words(yes)
    assert series.headline(series.drawn(yes)) == "yes on 1 day, latest No"
    warm = series.by_day([measured(SINCE, "38.4", heat), measured(on(1), "36.6", heat)], [], heat, span(2))
    assert "Highest: 38.4 °C, 3 Nov. Latest: 36.6 °C, 4 Nov." in series.words(warm)


def test_nothing_logged_and_only_too_unwell_are_said() -> None:
    assert series.words(series.by_day([], [], FATIGUE, span(21)), title="Cough").endswith("Logged on 0 of 21 days.")
    found = series.by_day([], unwell(2, 3), FATIGUE, span(21))
    assert series.words(found).endswith("Logged on 0 of 21 days; 2 more days too unwell.")
    assert series.headline(series.drawn(found)) == "no entry"


def test_answers_about_a_week_have_their_own_sentence() -> None:
    found = series.by_day([about_week(on(6), 3)], [], FATIGUE, span(7))
    assert "Answers about a whole week: 1, worst Severe, the week to 9 Nov." in series.words(found)


def test_the_headline_says_whole_weeks_where_there_are_only_those() -> None:
    found = series.by_day([about_week(on(6), 3), about_week(on(13), 1)], [], FATIGUE, span(14))
    assert series.headline(series.drawn(found)) == "whole weeks: worst Severe, latest Mild"


def test_an_answer_in_words_alone_is_no_value() -> None:
    words_only = Reading(scale="fatigue", day=SINCE, value_as_entered="so-so")
    assert series.by_day([words_only], [], FATIGUE, span(1)).points == ()


def test_the_walk_says_points_and_gaps_and_why_days_are_missing() -> None:
    found = series.by_day(written("13  2s1"), unwell(7), FATIGUE, span(9))
    assert [stop.words for stop in series.stops(series.drawn(found))] == [
        "3 Nov, Tiredness: Mild", "4 Nov, Tiredness: Severe", "no entry 5 to 6 Nov", "7 Nov, Tiredness: Moderate",
        "skipped 8 Nov", "9 Nov, Tiredness: Mild", "too unwell to log 10 Nov", "no entry 11 Nov",
    ]  # fmt: skip


def test_the_walk_over_nothing_is_one_gap() -> None:
    (stop,) = series.stops(series.drawn(series.by_day([], [], FATIGUE, span(5))))
    assert (stop.words, stop.mark, stop.day) == ("no entry 3 to 7 Nov", None, SINCE)


def test_the_table_shows_every_entry_newest_first() -> None:
    late = level(on(1), 3)
    late.written_at, late.utc_offset = dt.datetime(2026, 11, 9, 12, tzinfo=dt.UTC), "+01:00"
    late.written_by, late.note = "my sister", "could not button the coat"
    impact = Reading(scale="fatigue-impact", day=on(1), level=2)
    rows = [level(SINCE, 1), late, about_week(on(2), 4), unanswered(on(2), Answer.PREFER_NOT, hour=9)]
    found = series.by_day(rows, unwell(3), FATIGUE, span(5))
    shown = series.table(found, [impact], SCALES.get("fatigue-impact"), {on(1): "day 9 of 21"})
    assert [(row.day, row.word) for row in shown] == [
        (on(3), "too unwell to log"), (on(2), "prefer not to say"), (on(2), "Very severe"), (on(1), "Severe"),
        (SINCE, "Mild"),
    ]  # fmt: skip
    row = shown[3]
    assert (row.note, row.treatment_day, row.written_by) == ("could not button the coat", "day 9 of 21", "my sister")
    assert row.added_later
    assert row.in_the_way == SCALES.get("fatigue-impact").say(impact)
    assert shown[2].about_week


def test_logged_counts_days_with_any_answer_or_how_hard_and_days_too_unwell_apart() -> None:
    days = [Day(day=on(4), how_hard=0), *unwell(5, 0)]
    rows = [*written("1s"), *written("  2", SCALES.get("nausea"))]
    found = series.logged(rows, days, span(21))
    assert (found.logged, found.too_unwell, found.days) == (3, 1, 21)
    assert found.words == "Logged on 3 of 21 days; 1 more day too unwell to log."
    assert found.words_on_paper == "Logged on 3 of 21 days; 1 more day I was too unwell to log."


def later(day: dt.date, hour: int, offset: str, days: int = 1) -> Reading:
    """An answer first written at that UTC hour, so many days after its day."""
    row = level(day, 1)
    row.written_at = dt.datetime.combine(day, dt.time(hour), dt.UTC) + dt.timedelta(days=days)
    row.utc_offset = offset
    return row


@pytest.mark.parametrize(
    ("hour", "offset", "expected"),
    [(2, "+01:00", False), (4, "+01:00", True), (3, "+01:00", False), (8, "-05:00", False), (10, "-05:00", True),
     (5, "", False), (17, "", True)],
)  # fmt: skip
def test_added_later_means_after_four_in_the_night_where_she_was(hour: int, offset: str, expected: bool) -> None:
    assert series.added_later(later(SINCE, hour, offset)) is expected


def test_a_day_counts_as_added_later_when_nothing_of_it_was_written_in_time() -> None:
    in_time = later(SINCE, 12, "+01:00", days=0)
    rows = [in_time, later(SINCE, 12, "+01:00"), later(on(1), 12, "+01:00")]
    day = Day(day=on(1), how_hard=2, written_at=rows[2].written_at)
    found = series.logged(rows, [day], span(3))
    assert found.added_later == 1
    assert found.words == "Logged on 2 of 3 days; 1 day added later."


def test_entries_of_helpers_are_counted_by_name() -> None:
    rows = written("123")
    rows[0].written_by = rows[1].written_by = "my sister"
    assert series.logged(rows, [], span(3)).by_others == {"my sister": 2}


def test_results_are_counted_and_days_too_unwell_say_nothing_of_them() -> None:
    marker = SCALES.get("ca-15-3")
    found = series.by_day([measured(SINCE, "40", marker), measured(on(9), "44", marker)], unwell(3), marker, span(21))
    assert series.words(found).endswith(
        "Highest: 44 U/mL, 12 Nov. Lowest: 40 U/mL, 3 Nov. Latest: 44 U/mL, 12 Nov. 2 results."
    )
    assert found.too_unwell == ()

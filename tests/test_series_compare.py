"""Comparing two periods: every row of the table, every worked example."""

import datetime as dt
from decimal import Decimal

import pytest

from mbc_journal import series
from mbc_journal.records import Span
from mbc_journal.series import Outcome, Side
from tests.diary_pages import FATIGUE, SCALES, SINCE, on, span, written


def side(logged: int, worst: int | None, affected: int) -> Side:
    return Side(logged, None if worst is None else Decimal(worst), affected)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (side(15, 0, 0), side(17, 2, 4), Outcome.NEW),
        (side(15, 1, 5), side(17, 3, 11), Outcome.WORSE),
        (side(20, 2, 5), side(20, 2, 10), Outcome.WORSE),
        (side(20, 2, 6), side(20, 2, 10), Outcome.SAME),
        (side(20, 2, 10), side(20, 2, 5), Outcome.BETTER),
        (side(15, 3, 9), side(17, 1, 3), Outcome.BETTER),
        (side(16, 1, 4), side(16, 0, 0), Outcome.GONE),
        (side(15, 2, 12), side(16, 3, 2), Outcome.WORSE),
        (side(2, 1, 1), side(9, 3, 9), Outcome.NO_COMPARISON),
        (side(0, None, 0), side(3, 3, 3), Outcome.NO_COMPARISON),
        (side(15, 2, 3), side(0, None, 0), Outcome.NOT_LOGGED),
        (side(2, 1, 1), side(9, 1, 9), Outcome.NOT_LISTED),
        (side(9, 0, 0), side(9, 0, 0), Outcome.NOT_LISTED),
    ],
)
def test_the_first_row_of_the_table_that_fits_decides(before: Side, now: Side, expected: Outcome) -> None:
    assert series.outcome(before, now, days=21) is expected


def test_a_period_under_seven_days_is_not_compared() -> None:
    assert series.outcome(side(6, 1, 1), side(6, 3, 6), days=6) is Outcome.NO_COMPARISON
    assert series.outcome(side(7, 1, 1), side(7, 3, 6), days=7) is Outcome.WORSE


def test_what_was_never_answered_before_is_new_and_says_first_logged() -> None:
    now = series.by_day(written("012"), [], FATIGUE, span(21))
    before = series.by_day([], [], FATIGUE, span(21).before)
    assert series.compare(before, now, first_answered=SINCE).words == "New (first logged)"
    assert series.compare(before, now, first_answered=dt.date(2025, 1, 1)).outcome is Outcome.NO_COMPARISON


def test_what_was_never_answered_before_and_stays_none_is_not_listed() -> None:
    now = series.by_day(written("000"), [], FATIGUE, span(21))
    before = series.by_day([], [], FATIGUE, span(21).before)
    assert series.in_order([series.compare(before, now, first_answered=SINCE)]) == []


def compared(scale: str, before: str, now: str) -> series.Compared:
    one, period = SCALES.get(scale), Span(SINCE, on(9))
    rows = written(before, one, period.before.since) + written(now, one)
    first = min(row.day for row in rows)
    return series.compare(series.by_day(rows, [], one, period.before), series.by_day(rows, [], one, period), first)


def test_the_list_goes_by_outcome_then_worst_then_severe_days_then_days() -> None:
    listed = series.in_order(
        [
            compared("pain", "1111111111", "1111111111"),
            compared("nausea", "3333333333", "1111111111"),
            compared("cough", "1111111111", "0000000000"),
            compared("fatigue", "1111111111", "2222222222"),
            compared("insomnia", "0000000000", "1100000000"),
            compared("numbness", "1111111111", "3322222222"),
            compared("anxiety", "1111111111", "3332222222"),
            compared("rash", "1         ", "22        "),
        ]
    )
    assert [one.now.scale.id for one in listed] == [
        "insomnia", "anxiety", "numbness", "fatigue", "rash", "nausea", "cough", "pain",
    ]  # fmt: skip
    assert [one.word for one in listed] == [
        "New", "Worse", "Worse", "Worse", "No comparison", "Better", "Gone", "Same",
    ]  # fmt: skip


def test_equals_stay_in_the_order_of_today() -> None:
    for order in (["nausea", "cough", "pain"], ["pain", "nausea", "cough"]):
        same = [compared(scale, "1111111111", "1111111111") for scale in order]
        assert [one.now.scale.id for one in series.in_order(same)] == order


def test_highest_first_uses_the_same_keys_over_the_range() -> None:
    some = [series.by_day(written(text, SCALES.get(scale)), [], SCALES.get(scale), span(5))
            for scale, text in (("pain", "11111"), ("nausea", "30000"), ("cough", "33000"), ("rash", ""))]  # fmt: skip
    assert [one.scale.id for one in series.highest_first(some)] == ["cough", "nausea", "pain", "rash"]


def test_counts_and_yes_or_no_are_compared_and_measurements_are_not() -> None:
    kinds = ("fatigue", "vomit-times", "fever", "temperature", "ca-15-3", "fatigue-impact")
    assert [series.comparable(SCALES.get(one)) for one in kinds] == [True, True, True, False, False, False]

"""The level of a symptom when a therapy began."""

import datetime as dt

import pytest

from mbc_journal import series
from tests.diary_pages import FATIGUE, on, span, written

START = on(14)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4           111222", "Very severe"),
        ("           0 1 2222", "Moderate (first week)"),
        ("           012 3333", "Moderate"),
        ("           01 123    4", "Severe (first week)"),
        ("           01 12     4", "no start level"),
        ("", "no start level"),
    ],
)
def test_the_start_level_is_the_worst_of_two_weeks_before_or_of_the_first_week(text: str, words: str) -> None:
    found = series.by_day(written(text), [], FATIGUE, span(40))
    assert series.start_level(found, START).words == words


def test_the_day_of_the_start_belongs_to_the_first_week() -> None:
    rows = written("333", since=START - dt.timedelta(days=1))
    found = series.start_level(series.by_day(rows, [], FATIGUE, span(40)), START)
    assert found.point is None
    assert not found.first_week

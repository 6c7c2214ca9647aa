"""Dates and times as people type them."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbc_journal import wording
from mbc_journal.records import PartialDate
from mbc_journal.wording.parse_days import NotADate, parse_partial, parse_time

TODAY = dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024", "2024"),
        ("March 2024", "2024-03"),
        ("mar 2024", "2024-03"),
        ("Mar. 2024", "2024-03"),
        ("2024 march", "2024-03"),
        ("Sept 2023", "2023-09"),
        ("May 2023", "2023-05"),
        ("3/2024", "2024-03"),
        ("03.2024", "2024-03"),
        ("2024-03", "2024-03"),
        ("2024/3", "2024-03"),
        ("14 March 2024", "2024-03-14"),
        ("14. March 2024", "2024-03-14"),
        ("14th of March, 2024", "2024-03-14"),
        ("March 14, 2024", "2024-03-14"),
        ("14-mar-2024", "2024-03-14"),
        ("2024-03-14", "2024-03-14"),
        ("14.3.2024", "2024-03-14"),
        ("14. 3. 2024", "2024-03-14"),
        ("14/3/2024", "2024-03-14"),
        ("3/14/2024", "2024-03-14"),
        ("4/4/2024", "2024-04-04"),
        ("  in   March 2024 ", "2024-03"),
        ("since 2021", "2021"),
        ("about 2021", "2021~"),
        ("about March 2024", "2024-03~"),
        ("About the 14th of March 2024", "2024-03-14~"),
        ("around 3/2024", "2024-03~"),
        ("ca. 2019", "2019~"),
        ("~2019", "2019~"),
        ("2019~", "2019~"),
        ("early 2024", "2024~"),
        ("about the end of March 2024", "2024-03~"),
        ("end of March 2024", "2024-03~"),
        ("summer 2023", "2023~"),
        ("mid-2022", "2022~"),
        ("today", "2026-03-04"),
        ("Yesterday", "2026-03-03"),
        ("tomorrow", "2026-03-05"),
        ("3 days ago", "2026-03-01"),
        ("last month", "2026-02"),
        ("this year", "2026"),
        ("last year", "2025"),
        ("14 March", "2026-03-14"),
        ("28 December", "2025-12-28"),
        ("January", "2026-01"),
    ],
)
def test_a_date_is_as_precise_as_it_was_typed(typed: str, meant: str) -> None:
    assert parse_partial(typed, TODAY) == PartialDate(meant)


@pytest.mark.parametrize("typed", ["", "soon", "31 February 2024", "31.2.2024", "2024-13", "1,2,3", "14 14 2024"])
def test_what_is_no_date_is_refused_with_a_sentence_and_kept(typed: str) -> None:
    with pytest.raises(NotADate, match=r"not a date we know|There is no such day"):
        parse_partial(typed, TODAY)


def test_a_date_that_reads_two_ways_is_asked_about_not_guessed() -> None:
    with pytest.raises(NotADate, match="This can be 3 Apr 2024 or 4 Mar 2024"):
        parse_partial("3/4/2024", TODAY)


def test_a_year_out_of_reach_is_asked_about() -> None:
    with pytest.raises(NotADate, match="Is the year 1066 right"):
        parse_partial("14 October 1066", TODAY)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 12, 31)), st.sampled_from(["day", "month", "year"]), st.booleans())
def test_what_the_program_says_it_also_understands(day: dt.date, precision: str, about: bool) -> None:
    text = {"day": day.isoformat(), "month": day.isoformat()[:7], "year": day.isoformat()[:4]}[precision]
    date = PartialDate(text + "~" * about)
    assert parse_partial(wording.partial(date), TODAY) == date


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_is_refused_with_words(text: str) -> None:
    with suppress(NotADate):
        assert isinstance(parse_partial(text, TODAY), PartialDate)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8:05", dt.time(8, 5)),
        ("8.05", dt.time(8, 5)),
        ("0805", dt.time(8, 5)),
        ("8", dt.time(8)),
        ("8 am", dt.time(8)),
        ("12 am", dt.time(0)),
        ("12:30 p.m.", dt.time(12, 30)),
        ("2pm", dt.time(14)),
        ("14h30", dt.time(14, 30)),
        ("14 h", dt.time(14)),
        ("23:59", dt.time(23, 59)),
    ],
)
def test_a_time_is_read_as_it_is_said(typed: str, meant: dt.time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "24:00", "8:60", "soon", "8:05:01", "123456"])
def test_what_is_no_time_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(NotADate, match="8:05 or 14:30"):
        parse_time(typed)

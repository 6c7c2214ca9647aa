"""How days, numbers and names are said, and how what people type is read back; plain words, in every odd case."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mbc_journal import wording
from mbc_journal.records import PartialDate
from mbc_journal.wording.parse_days import NotADate, parse_partial, parse_time
from mbc_journal.wording.printable import cleaned, cut, printable

TODAY = dt.date(2026, 3, 4)
LEAP = dt.date(2024, 2, 29)


def read(text: str, today: dt.date = TODAY) -> str:
    return parse_partial(text, today).text


def refused(text: str) -> str:
    with pytest.raises(NotADate) as problem:
        parse_partial(text, TODAY)
    return str(problem.value)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("29 February 2024", "2024-02-29"), ("feb 29, 2024", "2024-02-29"), ("29.2.2024", "2024-02-29"),
        ("2024-2-9", "2024-02-09"), ("1/2024", "2024-01"), ("2024.12", "2024-12"), ("DEC 2024", "2024-12"),
        ("1st of May 2024", "2024-05-01"), ("2nd May 2024", "2024-05-02"), ("3rd may, 2024", "2024-05-03"),
        ("22nd June 2024", "2024-06-22"), ("on 4 May 2024", "2024-05-04"), ("25/12/2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"), ("7/7/2024", "2024-07-07"), ("~March 2024", "2024-03~"),
        ("circa 2010", "2010~"), ("maybe May 2024", "2024-05~"), ("late 2024", "2024~"), ("winter 2023", "2023~"),
        ("about 14.3.2024", "2024-03-14~"), ("about about 2020", "2020~"), ("1 day ago", "2026-03-03"),
        ("0 days ago", "2026-03-04"), ("365 days ago", "2025-03-04"), ("next month", "2026-04"), ("next year", "2027"),
        ("1900", "1900"), ("2100", "2100"), ("\uff12\uff10\uff12\uff14", "2024"),
    ],
)  # fmt: skip
def test_more_ways_to_write_a_date(text: str, day: str) -> None:
    assert read(text) == day


@pytest.mark.parametrize(
    "text",
    ["", " ", "\x00", "soon", "2024-13", "13/2024", "31 April 2024", "29 February 2025", "0/0/2024", "32.1.2024", "24",
     "14.3.24", "March March 2024", "2024 2025", "12 13 March", "March 14 15 2024", "-2024", "20244", "1e3", "<b>2024",
     "tomorrow yesterday", "1000000 days ago", "\u05de\u05e8\u05e5", "\U0001f600", "2024" * 3_000],
)  # fmt: skip
def test_what_is_no_date_is_never_guessed_and_said_in_one_short_sentence(text: str) -> None:
    said = refused(text)
    assert said.endswith(".")
    assert len(said) < 140
    assert "\x00" not in said


def test_a_date_of_two_meanings_is_asked_about_with_both() -> None:
    assert refused("3/4/2024") == "This can be 3 Apr 2024 or 4 Mar 2024. Write the month as a word."


@pytest.mark.parametrize("year", ["1899", "2101", "0001", "9999"])
def test_a_year_that_cannot_be_is_asked_about(year: str) -> None:
    assert refused(year) == f"Is the year {year} right? We know 1900 to 2100."


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        (dt.date(2026, 1, 5), "28 December", "2025-12-28"), (dt.date(2026, 12, 28), "5 January", "2027-01-05"),
        (dt.date(2026, 1, 5), "last month", "2025-12"), (dt.date(2026, 12, 5), "next month", "2027-01"),
        (dt.date(2026, 3, 1), "yesterday", "2026-02-28"), (LEAP, "tomorrow", "2024-03-01"),
        (dt.date(2026, 12, 31), "tomorrow", "2027-01-01"), (LEAP, "last year", "2023"),
    ],
)  # fmt: skip
def test_a_date_without_a_year_is_the_one_nearest_to_today(today: dt.date, text: str, day: str) -> None:
    assert read(text, today) == day


@settings(max_examples=60, deadline=None)
@given(some.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_way_we_say_a_day_is_read_as_that_day(day: dt.date) -> None:
    for said in (wording.day(day), day.isoformat(), f"{day.day}.{day.month}.{day.year}",
                 f"{wording.month(day.month)} {day.day}, {day.year}"):  # fmt: skip
        assert read(said) == day.isoformat()
    assert read(wording.partial(PartialDate(f"{day:%Y-%m}~"))) == f"{day:%Y-%m}~"


@pytest.mark.parametrize(
    ("text", "time"),
    [("8", "08:00"), ("0:00", "00:00"), ("23:59", "23:59"), ("12 am", "00:00"), ("12 pm", "12:00"), ("1 p.m.", "13:00"),
     ("11:59pm", "23:59"), ("0805", "08:05"), ("14h30", "14:30"), ("8h", "08:00"), (" 7.05 ", "07:05"),
     ("9 AM", "09:00")],
)  # fmt: skip
def test_a_time_is_read_as_it_is_written(text: str, time: str) -> None:
    assert f"{parse_time(text):%H:%M}" == time


@pytest.mark.parametrize(
    "text", ["", "24:00", "25", "8:60", "8:5", "noon", "-1", "8:05:09", "99999", "\x00", "8 o'clock"]
)
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(NotADate, match=r"Write it like 8:05 or 14:30\."):
        parse_time(text)


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2026-11-03", "2026-11-23", "3 to 23 Nov 2026"), ("2026-10-13", "2026-11-02", "13 Oct to 2 Nov 2026"),
        ("2025-12-03", "2026-01-02", "3 Dec 2025 to 2 Jan 2026"), ("2026-11-03", "2026-11-03", "3 Nov 2026"),
        ("2025-11-03", "2026-11-03", "3 Nov 2025 to 3 Nov 2026"), ("2026-05-01", "2026-05-31", "1 to 31 May 2026"),
    ],
)  # fmt: skip
def test_a_period_says_a_year_once(since: str, until: str, said: str) -> None:
    first, last = dt.date.fromisoformat(since), dt.date.fromisoformat(until)
    assert wording.period(first, last) == said
    if first.year == last.year:
        assert wording.period(first, last, year=False) == said.removesuffix(" 2026")


def test_months_and_weekdays_have_their_names() -> None:
    assert [wording.month(number) for number in (1, 5, 12)] == ["January", "May", "December"]
    assert [wording.month_short(number) for number in (1, 5, 9)] == ["Jan", "May", "Sep"]
    week = [TODAY + dt.timedelta(days=number) for number in range(7)]
    assert [wording.weekday(day)[:3] for day in week] == ["Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue"]
    assert wording.heading_day(LEAP) == "Thursday 29 February 2024"
    assert wording.weekday_day(LEAP) == "Thu 29 Feb 2024"


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [("38.20", "Cel", "38.20 °C"), ("1E+3", "mg", "1000 mg"), ("0.000001", "g", "0.000001 g"), ("7", "{score}", "7"),
     ("120", "mm[Hg]", "120 mmHg"), ("-0.5", "", "-0.5"), ("5", "furlong", "5 furlong")],
)  # fmt: skip
def test_an_amount_is_said_digit_for_digit_with_a_unit_people_know(value: str, unit: str, said: str) -> None:
    assert wording.amount(Decimal(value), unit) == said


def test_no_number_is_no_words() -> None:
    assert wording.amount(None, "mg") == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (["{a}", "%s"], "{a} and %s")],
)
def test_lists_are_said_with_one_and(words: list[str], said: str) -> None:
    assert wording.listed(words) == said


@pytest.mark.parametrize(
    ("subject", "value", "name"),
    [("Tiredness", "Moderate", "Tiredness: Moderate"), ("Note", "", "Note"), ("a: b", "c", "a: b: c")],
)
def test_an_act_is_named_by_subject_and_value(subject: str, value: str, name: str) -> None:
    assert wording.act(subject, value) == name
    assert wording.act_subject(name) == name.split(": ")[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\u00a0b", "a b"), ("a\u200bb", "ab"), ("a\u202eb", "a[U+202E]b"), ("a\x00b\x07", "ab"), ("\ud800x", "x"),
        ("e\u0301", "\u00e9"), ("  a   b  ", "a b"), ("a\r\nb\rc", "a b c"),
        ("\U0001f44d\U0001f3fd", "[thumbs up sign]"),
        ("\u2192 \u2713", "-> [x]"), ("", "(no text)"), ("\u200b", "(no text)"),
        ("<b>$x$ #a *b* =1+1", "<b>$x$ #a *b* =1+1"),
    ],
)  # fmt: skip
def test_odd_letters_become_something_that_can_be_printed(text: str, said: str) -> None:
    assert re.sub(r"^->|→", "->", cleaned(text, one_line=True)) in (said, said.replace("[x]", "\u2713"))


@settings(max_examples=60, deadline=None)
@given(some.text(max_size=200), some.integers(2, 60))
def test_what_is_printed_never_outgrows_its_room_and_cleaning_twice_changes_nothing(text: str, room: int) -> None:
    line = printable(text, room, one_line=True)
    assert 0 < len(line) <= max(room, 1)
    assert "\n" not in line
    once = cleaned(text, one_line=False)
    assert cut(once, len(once)) == once


def test_a_cut_word_says_that_it_was_cut() -> None:
    assert cut("a word too long", 8) == "a word…"
    assert cut("short", 5) == "short"

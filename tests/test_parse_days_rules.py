"""Dates and times as tired people write them: odd spaces and digits, doubtful words, edges of months and years."""

import datetime as dt
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbc_journal.records import PartialDate
from mbc_journal.wording.parse_days import EARLIEST_YEAR, LATEST_YEAR, NotADate, parse_partial, parse_time

TODAY = dt.date(2026, 3, 4)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
DAYS = some.dates(dt.date(EARLIEST_YEAR, 1, 1), dt.date(LATEST_YEAR, 12, 31))


def read(text: str, today: dt.date = TODAY) -> str:
    return parse_partial(text, today).text


def refused(text: str) -> str:
    with pytest.raises(NotADate) as found:
        parse_partial(text, TODAY)
    return str(found.value)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0 days ago", "2026-03-04"), ("1 day ago", "2026-03-03"), ("64 days ago", "2025-12-30"),
        ("March 24", "2026-03-24"), ("March 2024 14", "2024-03-14"), ("2024 14 march", "2024-03-14"),
        ("2024,", "2024"), ("the 14th of the March 2024", "2024-03-14"), ("1st May 2023", "2023-05-01"),
        ("2nd of May, 2023", "2023-05-02"), ("3rd.May.2023", "2023-05-03"), ("SEPT. 2", "2026-09-02"),
        ("2024-3-4", "2024-03-04"), ("4-4-2024", "2024-04-04"), ("31/12/2024", "2024-12-31"),
        ("12/31/2024", "2024-12-31"), ("12.2024", "2024-12"), ("2024.12", "2024-12"), ("29 Feb 2024", "2024-02-29"),
        ("\u0662\u0660\u0662\u0664", "2024"), ("\uff12\uff10\uff12\uff14", "2024"), ("20\x0024", "2024"),
        ("14\u00a0March\u20032024", "2024-03-14"), ("\n14\nMarch\n2024\n", "2024-03-14"),
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_put(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("about yesterday", "2026-03-03~"), ("about last month", "2026-02~"), ("tomorrow~", "2026-03-05~"),
        ("about about 2020", "2020~"), ("~ ~2024", "2024~"), ("circa summer of 2023", "2023~"), ("c. 2019", "2019~"),
        ("early march", "2026-03~"), ("mid march 2024", "2024-03~"), ("start of 2021", "2021~"), ("FALL 2024", "2024~"),
        ("maybe 14 March 2024", "2024-03-14~"), ("perhaps in 2018", "2018~"), ("the end of May 2023", "2023-05~"),
        ("late-2022", "2022~"), ("approx. 3/2024", "2024-03~"),
    ],
)  # fmt: skip
def test_any_word_of_doubt_makes_the_date_an_about(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize("typed", ["about", "late", "~", "maybe about", "spring", "end of", "c", "the"])
def test_doubt_alone_is_no_date(typed: str) -> None:
    assert "is not a date we know" in refused(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "12/11/10", "march 2024 2025", "march april 2024", "14 15 March", "2024~~", "14. 3.", "s 2024", "ma 2024",
        "2024-03-14T10:00", "last week", "20244", "1000 days ago", "-2024", "2024-", "March -5 2024 7", "M\u00e4rz",
        "\u05de\u05e8\u05e5 2024", "\U0001f4c5 2024", "<b>2024</b>", "two thousand", "\u00bd 2024", "\u2461 March",
    ],
)  # fmt: skip
def test_what_may_be_anything_is_not_guessed(typed: str) -> None:
    assert refused(typed).endswith("is not a date we know. Write it like 2024, March 2024 or 14 March 2024.")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("29 Feb 2023", "2023-02-29"), ("31 April 2024", "2024-04-31"), ("30 Feb", "2026-02-30"),
        ("13/2024", "2024-13"), ("00/2024", "2024-00"), ("2024-00-10", "2024-00-10"), ("0.1.2024", "2024-01-00"),
        ("32 May 2024", "2024-05-32"), ("13/13/2024", "2024-13-13"), ("0000", "0000"),
    ],
)  # fmt: skip
def test_a_day_that_never_was_is_named(typed: str, said: str) -> None:
    assert refused(typed) == f"There is no such day: {said}."


@pytest.mark.parametrize(("first", "second"), [(3, 4), (1, 12), (11, 12)])
def test_two_numbers_that_could_both_be_months_are_asked_about_in_either_order(first: int, second: int) -> None:
    for one, other in ((first, second), (second, first)):
        said = refused(f"{one}/{other}/2024")
        assert said == refused(f"{one}-{other}-2024")
        assert MONTHS[first - 1][:3] in said
        assert MONTHS[second - 1][:3] in said


def test_every_month_is_known_by_its_name_and_by_each_beginning_of_three_letters() -> None:
    for number, name in enumerate(MONTHS, start=1):
        for length in range(3, len(name) + 1):
            assert read(f"{name[:length]} 2024") == f"2024-{number:02d}", name[:length]


@given(day=DAYS)
def test_day_month_and_year_in_any_order_and_with_any_sign_are_one_day(day: dt.date) -> None:
    words = (str(day.day), MONTHS[day.month - 1], f"{day.year:04d}")
    orders = ((0, 1, 2), (1, 0, 2), (2, 1, 0), (2, 0, 1))
    for order, sign in product(orders, (" ", "  ", "-", "/", ". ")):
        assert read(sign.join(words[place] for place in order)) == day.isoformat()


@given(day=DAYS, today=some.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)))
def test_a_month_alone_is_never_more_than_seven_months_away(day: dt.date, today: dt.date) -> None:
    found = parse_partial(MONTHS[day.month - 1], today)
    assert abs((found.earliest.year - today.year) * 12 + day.month - today.month) <= 7
    assert found.exact is None


@given(today=DAYS)
def test_yesterday_and_one_day_ago_are_the_same_day(today: dt.date) -> None:
    assert read("yesterday", today) == read("1 day ago", today) == (today - dt.timedelta(days=1)).isoformat()
    assert PartialDate(read("last month", today)).latest == today.replace(day=1) - dt.timedelta(days=1)


def test_ten_thousand_letters_are_refused_in_one_short_sentence() -> None:
    for typed in ("x" * 10_000, "about " * 300 + "x", "9" * 10_000, "/" * 10_000):
        assert len(refused(typed)) < 130


@pytest.mark.parametrize("typed", ["\u202e4202", "a\nb\tc", "\x1b[31m2024", "\ud800", "<script>alert(1)</script>"])
def test_what_was_typed_is_said_back_on_one_line_of_letters_that_can_be_seen(typed: str) -> None:
    said = refused(typed)
    assert said.isprintable()
    assert said == " ".join(said.split()) or said.startswith(" is not")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0", "00:00"), ("00:00", "00:00"), ("830", "08:30"), ("1430", "14:30"), ("8.30 p.m.", "20:30"),
        ("7PM", "19:00"),
        ("13 pm", "13:00"), ("0 am", "00:00"), ("14 h", "14:00"), ("8.05h", "08:05"), ("\uff18:05", "08:05"),
        (" 12\u00a0pm ", "12:00"), ("12:59 a.m", "00:59"),
    ],
)  # fmt: skip
def test_a_time_of_day_is_read_as_it_is_written(typed: str, meant: str) -> None:
    assert f"{parse_time(typed):%H:%M}" == meant


@pytest.mark.parametrize(
    "typed",
    ["24", "999", "8 : 05", "8:", ":05", "8 am pm", "8 o'clock", "1e1", "-8", "8:05\0", "\U0001f557", "8" * 5_000],
)
def test_no_other_time_is_guessed(typed: str) -> None:
    with pytest.raises(NotADate, match=r"is not a time we know\. Write it like 8:05 or 14:30\.$"):
        parse_time(typed)


@given(time=some.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_every_minute_of_the_day_is_read_back(time: dt.time) -> None:
    assert parse_time(f"{time:%H:%M}") == parse_time(f"{time:%H.%M}") == parse_time(f"{time:%H%M}") == time
    assert parse_time(f"{time.hour % 12 or 12}:{time:%M} {'pm' if time.hour >= 12 else 'am'}") == time

"""A period means the same days on every screen."""

import datetime as dt

import pytest

from mbc_journal.periods import WORDS, Known, Period, offered, span_of
from mbc_journal.records import Span

TODAY = dt.date(2026, 3, 4)
ALL_KNOWN = Known(
    today=TODAY,
    first_entry=dt.date(2024, 5, 1),
    last_visit=dt.date(2026, 2, 10),
    line_since=dt.date(2025, 9, 1),
    own=Span(dt.date(2026, 1, 1), dt.date(2026, 1, 31)),
)


@pytest.mark.parametrize(
    ("period", "since", "until"),
    [
        (Period.SINCE_VISIT, "2026-02-11", "2026-03-04"),
        (Period.FOUR_WEEKS, "2026-02-05", "2026-03-04"),
        (Period.EIGHT_WEEKS, "2026-01-08", "2026-03-04"),
        (Period.SIX_MONTHS, "2025-09-03", "2026-03-04"),
        (Period.THIS_LINE, "2025-09-01", "2026-03-04"),
        (Period.ALL, "2024-05-01", "2026-03-04"),
        (Period.FROM_TO, "2026-01-01", "2026-01-31"),
    ],
)
def test_each_period_has_its_days(period: Period, since: str, until: str) -> None:
    span = span_of(period, ALL_KNOWN)
    assert (span.since.isoformat(), span.until.isoformat()) == (since, until)


@pytest.mark.parametrize("period", list(Period))
def test_without_anything_known_a_period_is_four_weeks_or_its_own_length(period: Period) -> None:
    days = {Period.EIGHT_WEEKS: 56, Period.SIX_MONTHS: 183}
    assert span_of(period, Known(TODAY)).days == days.get(period, 28)


def test_a_period_without_meaning_is_not_offered() -> None:
    assert Period.SINCE_VISIT not in offered(Known(TODAY))
    assert Period.THIS_LINE not in offered(Known(TODAY, line_since=TODAY + dt.timedelta(days=3)))
    assert offered(ALL_KNOWN) == tuple(Period)


def test_a_visit_today_still_leaves_one_day() -> None:
    assert span_of(Period.SINCE_VISIT, Known(TODAY, last_visit=TODAY)).days == 1


def test_every_period_has_words() -> None:
    assert set(WORDS) == set(Period)

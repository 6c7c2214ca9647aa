"""The periods a person can look back over, and which days each of them means."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from mbc_journal.records import Span
from mbc_journal.wording import N_


class Period(StrEnum):
    """What can be chosen on the Symptoms page, in its order."""

    SINCE_VISIT = "since_visit"
    FOUR_WEEKS = "four_weeks"
    EIGHT_WEEKS = "eight_weeks"
    SIX_MONTHS = "six_months"
    THIS_LINE = "this_line"
    ALL = "all"
    FROM_TO = "from_to"


WORDS = {
    Period.SINCE_VISIT: N_("Since visit"),
    Period.FOUR_WEEKS: N_("4 weeks"),
    Period.EIGHT_WEEKS: N_("8 weeks"),
    Period.SIX_MONTHS: N_("6 months"),
    Period.THIS_LINE: N_("This line"),
    Period.ALL: N_("All"),
    Period.FROM_TO: N_("From - to"),
}

_DAYS = {Period.FOUR_WEEKS: 28, Period.EIGHT_WEEKS: 56, Period.SIX_MONTHS: 183}


@dataclass(frozen=True)
class Known:
    """What the periods rest on; None where there is no such day."""

    today: dt.date
    first_entry: dt.date | None = None
    last_visit: dt.date | None = None
    line_since: dt.date | None = None  # the first day of the line of treatment that runs now
    own: Span | None = None  # as typed for FROM_TO


def offered(known: Known) -> tuple[Period, ...]:
    """The periods that mean something for this journal."""
    missing = set()
    if known.last_visit is None:
        missing.add(Period.SINCE_VISIT)
    if known.line_since is None or known.line_since > known.today:
        missing.add(Period.THIS_LINE)
    return tuple(period for period in Period if period not in missing)


def span_of(period: Period, known: Known) -> Span:
    """The days of a period, today at the latest; one that means nothing is the last four weeks."""
    if period is Period.FROM_TO and known.own is not None:
        return known.own
    starts = {
        Period.SINCE_VISIT: known.last_visit and known.last_visit + dt.timedelta(days=1),
        Period.THIS_LINE: known.line_since,
        Period.ALL: known.first_entry,
    }
    since = starts.get(period) or known.today - dt.timedelta(days=_DAYS.get(period, 28) - 1)
    return Span(min(since, known.today), known.today)

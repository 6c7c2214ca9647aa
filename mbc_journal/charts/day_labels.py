"""The labels under the time axis: the ends of the period, and as many days between them as have room."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mbc_journal import wording
from mbc_journal.charts.fonts import text_width
from mbc_journal.charts.look import Look
from mbc_journal.charts.place import Days
from mbc_journal.records import Span

_LONG = 120
_FEW = 2
_SPACE = 0.4  # of the text size, between two labels
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True)
class DayTick:
    """A day that is named under the axis."""

    x: int  # date.toordinal()
    label: str


@dataclass(frozen=True)
class DayLabel:
    """A label and its middle, in dots from the left; it lies wholly inside the Figure."""

    middle: float
    label: str
    width: float


def day_labels(days: Days, look: Look) -> tuple[DayLabel, ...]:
    """The labels of a time axis, none over another; the ends say their year, and so does each January.

    Where only the ends have room, the last leaves out a year that the first says, if that makes room for a third.
    """
    span = days.span
    first = DayTick(span.since.toordinal(), wording.day(span.since))
    last = DayTick(span.until.toordinal(), wording.day(span.until))
    if first == last:
        return _placed(days, look, (first,))
    found = _between(days, look, first, last)
    if len(found) > _FEW or span.since.year != span.until.year:
        return found
    shorter = _between(days, look, first, DayTick(last.x, wording.day_short(span.until)))
    return shorter if len(shorter) > len(found) else found


def _between(days: Days, look: Look, first: DayTick, last: DayTick) -> tuple[DayLabel, ...]:
    """The ends and as many labels between them as stand apart; only the last end if both are too much."""
    between = _month_days if days.span.days > _LONG else _even_days
    (left, right), space = _placed(days, look, (first, last)), look.text_size * _SPACE
    for wanted in range(look.most_days - 2, -1, -1):
        inner = [
            one
            for one in _placed(days, look, between(days.span, wanted))
            if _apart(left, one, space) and _apart(one, right, space)
        ]
        labels = (left, *inner, right)
        if all(_apart(earlier, later, space) for earlier, later in pairwise(labels)):
            return labels
    return (right,)


def _placed(days: Days, look: Look, ticks: Sequence[DayTick]) -> tuple[DayLabel, ...]:
    return tuple(_label(days, tick, text_width(tick.label, look.text_size)) for tick in ticks)


def _label(days: Days, tick: DayTick, width: float) -> DayLabel:
    """A label below its day, pushed inside the Figure."""
    middle = min(max(days.x(tick.x), width / 2), days.box.width - width / 2)
    return DayLabel(middle, tick.label, width)


def _apart(left: DayLabel, right: DayLabel, space: float) -> bool:
    return right.middle - left.middle >= (left.width + right.width) / 2 + space


def _even_days(span: Span, wanted: int) -> tuple[DayTick, ...]:
    """Evenly spread days between the ends, each once."""
    reach = span.days - 1
    days = {span.since.toordinal() + round(reach * number / (wanted + 1)) for number in range(1, wanted + 1)}
    inside = sorted(days - {span.since.toordinal(), span.until.toordinal()})
    return tuple(DayTick(day, _short(dt.date.fromordinal(day))) for day in inside)


def _month_days(span: Span, wanted: int) -> tuple[DayTick, ...]:
    """First days of months between the ends, as many as are wanted or fewer; each January says its year."""
    firsts = list(_firsts(span))
    for step in _MONTH_STEPS:
        days = [day for day in firsts if (day.year * 12 + day.month - 1) % step == 0]
        if len(days) <= wanted:
            return tuple(DayTick(day.toordinal(), _short(day)) for day in days)
    return ()


def _firsts(span: Span) -> Iterator[dt.date]:
    month = span.since.year * 12 + span.since.month
    while (day := dt.date(month // 12, month % 12 + 1, 1)) < span.until:
        yield day
        month += 1


def _short(day: dt.date) -> str:
    """A day without its year; 1 January is the year."""
    return str(day.year) if (day.month, day.day) == (1, 1) else wording.day_short(day)

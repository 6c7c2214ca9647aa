"""Walking through a drawn series: point after point, with the gaps said aloud."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from mbc_journal import wording
from mbc_journal.series.blocks import Drawn, Mark
from mbc_journal.series.facts import Missing, joined
from mbc_journal.series.sentences import day_of, name, state, value
from mbc_journal.wording import _


@dataclass(frozen=True)
class Stop:
    """One stop of the walk: a mark, or a gap (`mark` None), the day that opens there and what is said."""

    day: dt.date
    words: str
    mark: Mark | None = None


def stops(drawn: Drawn) -> tuple[Stop, ...]:
    """All marks and gaps of a drawn series, oldest first."""
    span, rhythm = drawn.series.span, drawn.series.rhythm
    found: list[Stop] = []
    last = span.since.toordinal() - 1
    for number, run in enumerate(drawn.runs):
        if number or not joined(last, run[0].x, rhythm):
            found.extend(_gap(drawn, last + 1, run[0].x - 1))
        found.extend(_mark(drawn, mark) for mark in run)
        last = run[-1].until
    end = span.until.toordinal() + 1
    if not drawn.runs or not joined(last, end, rhythm):
        found.extend(_gap(drawn, last + 1, end - 1))
    return tuple(found)


def _mark(drawn: Drawn, mark: Mark) -> Stop:
    point = mark.point
    said = _("{day}, {name}: {value}").format(
        day=day_of(drawn.series, point.day), name=name(drawn.series), value=value(drawn.series, point)
    )
    return Stop(point.day, said, mark)


def _gap(drawn: Drawn, first: int, last: int) -> Iterator[Stop]:
    """One stop for each stretch of days that miss a value for the same reason."""
    reasons = [(day, drawn.series.why_missing(dt.date.fromordinal(day))) for day in range(first, last + 1)]
    for why, stretch in groupby(reasons, key=_reason):
        days = [dt.date.fromordinal(day) for day, _why in stretch]
        yield Stop(days[0], _said(why or Missing.NOT_ASKED, days[0], days[-1]))


def _reason(day: tuple[int, Missing | None]) -> Missing | None:
    return day[1]


def _said(why: Missing, since: dt.date, until: dt.date) -> str:
    period = wording.period(since, until, year=False)
    return _("{state} {period}").format(state=state(why), period=period)

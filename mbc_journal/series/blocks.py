"""Days grouped into weeks and months by their worst, and what is drawn of a long period."""

import calendar
import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from mbc_journal.records import Reading, Span
from mbc_journal.series.facts import FEW_DAYS, Point, Series, joined, worst_of

_ONE = dt.timedelta(days=1)
_BY_DAY_TO = 120
_BY_WEEK_TO = 3 * 366
_MOST_RESULTS = 160
_WEEK, _MONTH = 7, 31
_Dated = TypeVar("_Dated", Point, Reading)


class Grain(StrEnum):
    """What one drawn point of a period stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Block:
    """One week or month of a series, as far as the period reaches; `first` is its first day on the calendar."""

    first: dt.date
    span: Span
    logged: int
    too_unwell: int
    worst: Point | None
    latest: Point | None

    @property
    def thin(self) -> bool:
        """Whether so few days were logged that its marker stays hollow."""
        return self.logged < FEW_DAYS


@dataclass(frozen=True)
class Mark:
    """One drawn point: where it stands on the time axis and which value it shows."""

    x: int  # date.toordinal() of its first day
    until: int  # of the last day it stands for
    point: Point
    hollow: bool = False


@dataclass(frozen=True)
class Drawn:
    """What is drawn of a series: unbroken runs of marks, triangles of days too unwell, flat bars of weeks."""

    series: Series
    grain: Grain
    runs: tuple[tuple[Mark, ...], ...]
    too_unwell: tuple[int, ...] = ()
    weekly: tuple[Mark, ...] = ()  # answers about the seven days they reach over; by month the worst of each

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, oldest first."""
        return tuple(mark for run in self.runs for mark in run)


def grain(span: Span) -> Grain:
    """By day to 120 days, by week to 3 years, beyond that by month."""
    if span.days <= _BY_DAY_TO:
        return Grain.DAY
    return Grain.WEEK if span.days <= _BY_WEEK_TO else Grain.MONTH


def weeks(series: Series, week_starts: int = 0) -> tuple[Block, ...]:
    """The weeks of a series; `week_starts` 0 is Monday. The first and last may be cut by the period."""
    return _blocks(series, _weeks_of(series.span, week_starts))


def months(series: Series) -> tuple[Block, ...]:
    """The months of a series; the first and last may be cut by the period."""
    return _blocks(series, _months_of(series.span))


def drawn(series: Series, week_starts: int = 0) -> Drawn:
    """The marks of a series at the grain of its period, broken into runs exactly at the gaps."""
    how = grain(series.span)
    if how is Grain.DAY or (series.scale.day == "each" and len(series.points) <= _MOST_RESULTS):
        marks = tuple(Mark(point.day.toordinal(), point.day.toordinal(), point) for point in series.points)
        runs = _runs(marks, tuple(mark.x for mark in marks), series.rhythm)
        return Drawn(series, Grain.DAY, runs, tuple(day.toordinal() for day in series.too_unwell), _weekly(series))
    blocks = weeks(series, week_starts) if how is Grain.WEEK else months(series)
    kept = [(block, point) for block in blocks if (point := _shown(block, series.scale.day)) is not None]
    thin = series.scale.day != "each"
    marks = tuple(
        Mark(block.span.since.toordinal(), block.span.until.toordinal(), point, thin and block.thin)
        for block, point in kept
    )
    starts = tuple(block.first.toordinal() for block, _point in kept)
    unwell = tuple(block.span.since.toordinal() for block in blocks if block.too_unwell and not block.logged)
    apart = max(series.rhythm, _WEEK if how is Grain.WEEK else _MONTH)
    weekly = _weekly(series) if how is Grain.WEEK else _weekly_by_month(series, blocks)
    return Drawn(series, how, _runs(marks, starts, apart), unwell, weekly)


def _weekly(series: Series) -> tuple[Mark, ...]:
    first = series.span.since.toordinal()
    ends = ((point.day.toordinal(), point) for point in series.weekly)
    return tuple(Mark(max(end - _WEEK + 1, first), end, point) for end, point in ends)


def _weekly_by_month(series: Series, blocks: tuple[Block, ...]) -> tuple[Mark, ...]:
    worst = ((block.span, worst_of(_within(series.weekly, block.span))) for block in blocks)
    return tuple(Mark(span.since.toordinal(), span.until.toordinal(), point) for span, point in worst if point)


def _shown(block: Block, rule: str) -> Point | None:
    return block.worst or block.latest if rule in ("max", "min") else block.latest


def _runs(marks: tuple[Mark, ...], starts: tuple[int, ...], rhythm: int) -> tuple[tuple[Mark, ...], ...]:
    """`marks` cut where two neighbours' `starts` are too far apart to be joined."""
    cuts = [at for at in range(1, len(marks)) if not joined(starts[at - 1], starts[at], rhythm)]
    edges = [0, *cuts, len(marks)]
    return tuple(marks[since:until] for since, until in pairwise(edges) if marks)


def _weeks_of(span: Span, week_starts: int) -> Iterator[tuple[dt.date, dt.date]]:
    first = span.since - dt.timedelta(days=(span.since.weekday() - week_starts) % 7)
    while first <= span.until:
        yield first, first + dt.timedelta(days=6)
        first += dt.timedelta(days=7)


def _months_of(span: Span) -> Iterator[tuple[dt.date, dt.date]]:
    first = span.since.replace(day=1)
    while first <= span.until:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        yield first, last
        first = last + _ONE


def _blocks(series: Series, edges: Iterator[tuple[dt.date, dt.date]]) -> tuple[Block, ...]:
    found = []
    for first, last in edges:
        span = Span(max(first, series.span.since), min(last, series.span.until))
        found.append(_block(part(series, span), first))
    return tuple(found)


def _block(series: Series, first: dt.date) -> Block:
    return Block(first, series.span, series.logged, len(series.too_unwell), series.worst, series.latest)


def part(series: Series, span: Span) -> Series:
    """The days of a series that fall into `span`."""
    days = (span.since + _ONE * number for number in range(span.days))
    return Series(
        scale=series.scale,
        span=span,
        unit=series.unit,
        rhythm=series.rhythm,
        points=_within(series.points, span),
        weekly=_within(series.weekly, span),
        missing={day: series.missing[day] for day in days if day in series.missing},
        entries=_within(series.entries, span),
    )


def _within(things: tuple[_Dated, ...], span: Span) -> tuple[_Dated, ...]:
    """The part of `things`, oldest first, that lies in `span`."""
    return things[bisect_left(things, span.since, key=_day_of) : bisect_right(things, span.until, key=_day_of)]


def _day_of(thing: Point | Reading) -> dt.date:
    return thing.day

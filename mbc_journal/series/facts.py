"""One scale over one period: its days, its points, its gaps; all that is said or drawn of it comes from here."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from mbc_journal.records import Reading, Span
from mbc_journal.scales import Scale

MODERATE = 2
SEVERE = 3
FEW_DAYS = 3
"""Under this many logged days a week or month is marked as thin."""


class Missing(StrEnum):
    """Why a day has no value, the strongest reason first."""

    TOO_UNWELL = "too_unwell"
    PREFER_NOT = "prefer_not"
    NOT_APPLICABLE = "not_applicable"
    SKIPPED = "skipped"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class Point:
    """The value of one day, or one result of it: the reading that gave it."""

    reading: Reading

    @property
    def day(self) -> dt.date:
        """The civil day it speaks of."""
        return self.reading.day

    @property
    def value(self) -> Decimal:
        """The level or number."""
        return number(self.reading)

    @property
    def comparator(self) -> str:
        """The sign of a result given as a limit, "<" or ">"; else ""."""
        return self.reading.comparator


@dataclass(frozen=True)
class Series:
    """One scale in one unit over `span`; answers about "today" are `points`, answers about a week stand apart.

    `missing` holds the days without a value that have a reason; every other day without one was not asked.
    """

    scale: Scale
    span: Span
    unit: str = ""
    rhythm: int = 1  # days between two entries of a person who keeps to it
    points: tuple[Point, ...] = ()  # oldest first; one a day unless every result of the scale counts
    weekly: tuple[Point, ...] = ()  # answers about the seven days that end on their day
    missing: Mapping[dt.date, Missing] = field(default_factory=dict)
    entries: tuple[Reading, ...] = ()  # every reading behind it, answered or not

    @cached_property
    def logged(self) -> int:
        """Days with a value."""
        return len(self._valued)

    @cached_property
    def _valued(self) -> frozenset[dt.date]:
        return frozenset(point.day for point in self.points)

    @property
    def days(self) -> int:
        """Civil days of the period, first and last in."""
        return self.span.days

    @cached_property
    def too_unwell(self) -> tuple[dt.date, ...]:
        """Days without a value on which she was too unwell to log."""
        return tuple(day for day, why in self.missing.items() if why is Missing.TOO_UNWELL)

    def why_missing(self, day: dt.date) -> Missing | None:
        """The state of a day without a value; None if it has one."""
        return None if day in self._valued else self.missing.get(day, Missing.NOT_ASKED)

    @property
    def plain(self) -> tuple[Point, ...]:
        """The points that count in a minimum or maximum: a result "below 0.5" does not."""
        return tuple(point for point in self.points if not point.comparator)

    @cached_property
    def worst(self) -> Point | None:
        """The last day of the highest value; of the lowest where lower is worse."""
        return self.lowest if self.scale.day == "min" else self.highest

    @cached_property
    def highest(self) -> Point | None:
        """The last day of the highest value."""
        return worst_of(self.plain)

    @cached_property
    def lowest(self) -> Point | None:
        """The last day of the lowest value."""
        return max(self.plain, key=_low_value_then_day, default=None)

    @property
    def latest(self) -> Point | None:
        """The newest value."""
        return self.points[-1] if self.points else None

    @cached_property
    def affected(self) -> int:
        """Logged days with a level or count of 1 or more, or a yes."""
        return self._days_from(1)

    @cached_property
    def moderate(self) -> int:
        """Logged days that were Moderate or worse; 0 for what has no levels."""
        return self._days_from(MODERATE) if self.scale.kind == "level" else 0

    @cached_property
    def severe(self) -> int:
        """Logged days that were Severe or worse; 0 for what has no levels."""
        return self._days_from(SEVERE) if self.scale.kind == "level" else 0

    def _days_from(self, least: int) -> int:
        return len({point.day for point in self.plain if point.value >= least})


def number(reading: Reading) -> Decimal:
    """The value of an answered reading, whatever its kind."""
    return Decimal(reading.level) if reading.level is not None else reading.value or Decimal(0)


def worst_of(points: Iterable[Point]) -> Point | None:
    """The last of the points with the highest value; None of none."""
    return max(points, key=_value_then_day, default=None)


def worst_week(series: Series) -> Point | None:
    """The last of the highest answers about a whole week; None where there are none."""
    return worst_of(series.weekly)


def joined(earlier: int, later: int, rhythm: int) -> bool:
    """Whether a line may go from one day to the next value's day at this rhythm; else it breaks."""
    return later - earlier <= (3 * rhythm) // 2


def _value_then_day(point: Point) -> tuple[Decimal, dt.date]:
    return point.value, point.day


def _low_value_then_day(point: Point) -> tuple[Decimal, dt.date]:
    return -point.value, point.day

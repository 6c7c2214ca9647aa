"""From readings to the values of days."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from mbc_journal.records import Answer, Day, Reading, Recall, Span
from mbc_journal.scales import Scale
from mbc_journal.series.facts import Missing, Point, Series, number

HOW_HARD = "how-hard"
"""The scale of the day itself; its values stand in the Day rows."""

_RHYTHMS = {"some_days": 3, "weekly": 7}
WHY_MISSING = {
    Answer.PREFER_NOT: Missing.PREFER_NOT, Answer.NOT_APPLICABLE: Missing.NOT_APPLICABLE,
    Answer.SKIPPED: Missing.SKIPPED,
}  # fmt: skip
_STRENGTH = tuple(Missing)


def rhythm_days(rhythm: str) -> int:
    """Days between two entries for the profile's rhythm: "" or "daily" 1, "some_days" 3, "weekly" 7."""
    return _RHYTHMS.get(rhythm, 1)


def by_day(
    readings: Iterable[Reading], days: Iterable[Day], scale: Scale, span: Span, rhythm: int = 1, unit: str | None = None
) -> Series:
    """The series of `scale` over `span`; readings of other scales, days or units are left out.

    `unit` None means the scale's own unit. A scale may have a slower rhythm than the person's `rhythm`. A day too
    unwell to log says nothing of results that a laboratory gives.
    """
    kept_days = [day for day in days if span.since <= day.day <= span.until]
    unit = scale.unit if unit is None else unit
    own = [_how_hard(day) for day in kept_days if day.how_hard is not None] if scale.id == HOW_HARD else []
    mine = _in_time_order(
        reading
        for reading in [*readings, *own]
        if reading.scale == scale.id and span.since <= reading.day <= span.until and _unit_of(reading, scale) == unit
    )
    today = [reading for reading in mine if reading.period is Recall.TODAY]
    points = _points(today, scale)
    return Series(
        scale=scale,
        span=span,
        unit=unit,
        rhythm=max(scale.rhythm_days, rhythm),
        points=points,
        weekly=_points([reading for reading in mine if reading.period is Recall.WEEK], scale),
        missing=_missing(today, kept_days if scale.day != "each" else (), {point.day for point in points}),
        entries=tuple(mine),
    )


def units(readings: Iterable[Reading], scale: Scale) -> tuple[str, ...]:
    """The units the answered readings of a scale are in: its own first, the others by name."""
    found = {_unit_of(reading, scale) for reading in readings if reading.scale == scale.id}
    return (scale.unit, *sorted(found - {scale.unit}))


def all_units(
    readings: Sequence[Reading], days: Sequence[Day], scale: Scale, span: Span, rhythm: int = 1
) -> tuple[Series, ...]:
    """A series for each unit of a scale: what no factor is known for is never put on one line."""
    return tuple(by_day(readings, days, scale, span, rhythm, unit) for unit in units(readings, scale))


def _unit_of(reading: Reading, scale: Scale) -> str:
    if scale.kind != "number" or reading.state is not Answer.ANSWERED:
        return scale.unit
    return reading.unit or scale.unit


def _how_hard(day: Day) -> Reading:
    """The answer to "how hard was today" as a reading, so that it goes the same way as every other."""
    return Reading(
        id=day.id,
        written_at=day.written_at,
        changed_at=day.changed_at,
        written_by=day.written_by,
        import_batch=day.import_batch,
        scale=HOW_HARD,
        day=day.day,
        level=day.how_hard,
    )


def _in_time_order(readings: Iterable[Reading]) -> list[Reading]:
    return sorted(readings, key=_when)


def _when(reading: Reading) -> tuple[dt.date, dt.time, dt.datetime, str]:
    return reading.day, reading.time or dt.time.min, reading.written_at, str(reading.id)


def _points(readings: Iterable[Reading], scale: Scale) -> tuple[Point, ...]:
    answered = [reading for reading in readings if _has_value(reading)]
    if scale.day == "each":
        return tuple(map(Point, answered))
    of_days: defaultdict[dt.date, list[Reading]] = defaultdict(list)
    for reading in answered:
        of_days[reading.day].append(reading)
    return tuple(Point(_chosen(of_day, scale.day)) for of_day in of_days.values())


def _has_value(reading: Reading) -> bool:
    """Whether it is answered with a level or a number: words alone are no None."""
    return reading.state is Answer.ANSWERED and (reading.level is not None or reading.value is not None)


def _chosen(of_day: Sequence[Reading], rule: str) -> Reading:
    """The reading that stands for its day; one with a comparator only if there is no other."""
    if rule == "last":
        return of_day[-1]
    plain = [reading for reading in of_day if not reading.comparator] or of_day
    return min(plain, key=number) if rule == "min" else max(plain, key=number)


def _missing(today: Iterable[Reading], days: Iterable[Day], valued: set[dt.date]) -> Mapping[dt.date, Missing]:
    found = {reading.day: Missing.NOT_ASKED for reading in today}
    for reading in today:
        why = WHY_MISSING.get(reading.state, Missing.NOT_ASKED)
        found[reading.day] = min(found[reading.day], why, key=_STRENGTH.index)
    found |= {day.day: Missing.TOO_UNWELL for day in days if day.too_unwell}
    return {day: found[day] for day in sorted(found) if day not in valued}

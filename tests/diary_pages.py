"""Entries for tests of series, charts and sentences: a level a day, written down as a string."""

import datetime as dt
from decimal import Decimal

from mbc_journal.paths import resources
from mbc_journal.records import Answer, Day, Reading, Recall, Span
from mbc_journal.scales import Scale, Scales

SINCE = dt.date(2026, 11, 3)
SCALES = Scales.load(resources() / "scales")
FATIGUE = SCALES.get("fatigue")


def on(number: int, since: dt.date = SINCE) -> dt.date:
    """Day `number` of the diary, from 0."""
    return since + dt.timedelta(days=number)


def span(days: int, since: dt.date = SINCE) -> Span:
    """So many days from `since`."""
    return Span(since, since + dt.timedelta(days=days - 1))


def level(day: dt.date, answer: int, scale: Scale = FATIGUE, hour: int | None = None) -> Reading:
    """An answered level, at an hour of the day or at none."""
    return Reading(scale=scale.id, day=day, level=answer, time=dt.time(hour) if hour is not None else None)


def measured(day: dt.date, value: str, scale: Scale, unit: str = "", comparator: str = "") -> Reading:
    """A number as it was typed."""
    return Reading(scale=scale.id, day=day, value=Decimal(value), unit=unit or scale.unit, comparator=comparator)


def unanswered(day: dt.date, state: Answer, scale: Scale = FATIGUE, hour: int | None = None) -> Reading:
    """A row that was seen and not answered."""
    return Reading(scale=scale.id, day=day, state=state, time=dt.time(hour) if hour is not None else None)


def about_week(day: dt.date, answer: int, scale: Scale = FATIGUE) -> Reading:
    """An answer about the seven days that end on `day`."""
    return Reading(scale=scale.id, day=day, level=answer, period=Recall.WEEK)


def written(text: str, scale: Scale = FATIGUE, since: dt.date = SINCE) -> list[Reading]:
    """One character a day: "0" to "4" a level, "s" skipped, "p" prefer not, "n" not applicable, else nothing."""
    states = {"s": Answer.SKIPPED, "p": Answer.PREFER_NOT, "n": Answer.NOT_APPLICABLE}
    found = []
    for number, letter in enumerate(text):
        if letter.isdigit():
            found.append(level(on(number, since), int(letter), scale))
        elif letter in states:
            found.append(unanswered(on(number, since), states[letter], scale))
    return found


def unwell(*numbers: int) -> list[Day]:
    """Days too unwell to log."""
    return [Day(day=on(number), too_unwell=True) for number in numbers]

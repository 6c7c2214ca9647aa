"""Doses as they were answered: tablets twice a day, injections, tablets as needed; and the packs that were fetched."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from mbc_journal.demo.chance import Chance
from mbc_journal.demo.course import CYCLE
from mbc_journal.demo.drugs import BONES, FULL, LOWER, ON, SICK
from mbc_journal.demo.plot import Plot, moment
from mbc_journal.records import Dose, DoseState, Row, Supply, SupplyKind, Therapy

_SLOTS = (dt.time(8, 0), dt.time(20, 0))
_WRITTEN = (None, dt.time(20, 45))  # the morning's with everything else, the evening's when taken


def tablets(plot: Plot, therapy: Therapy) -> Iterator[Row]:
    """Every tablet of capecitabine that was answered, and two packs from the pharmacy."""
    course, since, chance = plot.course, plot.course.lines[-1].since, plot.chance("tablets")
    for number in range((course.today - since).days + 1):
        day = since + dt.timedelta(days=number)
        if number % CYCLE < ON and not course.hold <= day < course.resume:
            yield from _both(plot, therapy, day, chance)
    for start in (since, since + dt.timedelta(days=3 * CYCLE)):
        at = moment(start, dt.time(16, 5))
        stamp = plot.stamp("supply", start, start)
        yield Supply(**stamp, therapy_id=therapy.id, kind=SupplyKind.RECEIVED, at=at, pieces=Decimal(420))


def injections(plot: Plot, therapy: Therapy, start: dt.date) -> Iterator[Dose]:
    """The injections since the journal began; each on its day."""
    for day in plot.course.bones:
        if day >= start:
            yield Dose(
                **plot.stamp("dose", f"denosumab/{day}", day),
                therapy_id=therapy.id,
                planned_day=day,
                planned_slot=1,
                at=moment(day, dt.time(11, 20)),
                dose=Decimal(BONES.dose),
                unit=BONES.unit,
            )


def as_needed(plot: Plot, therapy: Therapy) -> Iterator[Dose]:
    """Tablets against sickness, on some of the days that bring it."""
    since, chance = plot.course.lines[-1].since, plot.chance("as needed")
    for number in range((plot.course.today - since).days):
        day = since + dt.timedelta(days=number)
        if 2 <= number % CYCLE <= 9 and chance.often(0.35):
            at = moment(day, dt.time(9, chance.whole(0, 50)))
            stamp = plot.stamp("dose", f"ondansetron/{day}", day)
            yield Dose(
                **stamp, therapy_id=therapy.id, at=at, dose=Decimal(SICK.dose), unit=SICK.unit, pieces=Decimal(1)
            )


def _both(plot: Plot, therapy: Therapy, day: dt.date, chance: Chance) -> Iterator[Dose]:
    """Morning and evening of `day`; a few are never answered, and today's evening is still to come."""
    lower = day >= plot.course.resume
    for slot, time in enumerate(_SLOTS, start=1):
        if slot == 2 and day == plot.course.today:
            continue
        answer = _answer(plot, day, time, chance)
        if day not in plot.course.unwell and day < plot.course.today and chance.often(0.03):
            continue
        yield Dose(
            **plot.stamp("dose", f"capecitabine/{day}/{slot}", day, _WRITTEN[slot - 1]),
            therapy_id=therapy.id,
            planned_day=day,
            planned_slot=slot,
            dose=LOWER if lower else FULL,
            unit="mg",
            pieces=Decimal(3 if lower else 5),
            **answer,
        )


def _answer(plot: Plot, day: dt.date, time: dt.time, chance: Chance) -> dict[str, Any]:
    """Mostly taken; now and then late, skipped for a reason, or missed as she calls it herself."""
    words, roll = plot.words["doses"], chance.roll()
    if day == plot.course.today:
        return {"state": DoseState.TAKEN, "at": moment(day, dt.time(7, 5))}
    skipped = 0.45 if day in plot.course.unwell else 0.012
    if roll < skipped:
        return {"state": DoseState.SKIPPED, "reason": "felt_unwell", "reason_words": words["felt_unwell"]}
    if roll < skipped + 0.015:
        return {"state": DoseState.MISSED, "reason": "not_at_hand", "reason_words": words["not_at_hand"]}
    if roll < skipped + 0.05:
        late = moment(day, dt.time(time.hour + 3, chance.whole(0, 40)))
        return {"state": DoseState.LATE, "at": late, "note": words["late"] if time.hour < 12 else ""}
    return {"state": DoseState.TAKEN, "at": moment(day, dt.time(time.hour - 1, chance.whole(5, 59)))}

"""Which day of which cycle a treatment is on, as far as its plan tells."""

import datetime as dt
from collections.abc import Sequence

from mbc_journal import schedule
from mbc_journal.records import Step, StepKind
from mbc_journal.schedule import Clock, clock_on, gap
from mbc_journal.wording import _

_WEEK = 7


def cycle_day(steps: Sequence[Step], today: dt.date) -> str:
    """As "Day 9 of 21, cycle 6", "Day 24 of 28, cycle 2, week off"; "" for a plan without cycles."""
    ordered = schedule.in_order(steps)
    clock = clock_on(ordered, today, today)
    if clock is None or clock.plan.get("kind") not in ("on_off", "cycle_days"):
        return ""
    begun = list(schedule.starts(clock.plan, clock.first, today, _held(ordered), _set_by_hand(ordered, clock)))
    if not begun:
        return ""
    number, start = begun[-1]
    return _label(clock, number, (today - start).days + 1)


def _label(clock: Clock, number: int, day: int) -> str:
    length = gap(clock.plan)
    known = clock.plan.get("number") is not None
    if day > length:
        waiting = _("Day {day}, cycle {next} not started") if known else _("Day {day}, next cycle not started")
        return waiting.format(day=day, next=number + 1)
    words = _("Day {day} of {length}").format(day=day, length=length)
    if known:
        words = _("{words}, cycle {number}").format(words=words, number=number)
    off = clock.plan.get("kind") == "on_off" and day > int(clock.plan["on"])
    resting = _("week off") if clock.plan.get("off") == _WEEK else _("days off")
    return _("{words}, {resting}").format(words=words, resting=resting) if off else words


def _held(ordered: Sequence[Step]) -> list[tuple[dt.date, dt.date | None]]:
    return [(hold.since, hold.resumed) for hold in schedule.holds(ordered)]


def _set_by_hand(ordered: Sequence[Step], clock: Clock) -> dict[int, dt.date]:
    """The cycle starts the person wrote down, by their number."""
    rows = [step for step in ordered if step.kind is StepKind.CYCLE_START and schedule.acts_on(step) >= clock.first]
    return {step.cycle: schedule.acts_on(step) for step in rows if step.cycle is not None}

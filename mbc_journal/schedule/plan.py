"""One plan (`Step.schedule`): its words, its clock of cycle starts, the days it is due, its end."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from mbc_journal import wording
from mbc_journal.wording import N_, _, ngettext

Plan = Mapping[str, Any]
Held = Sequence[tuple[dt.date, dt.date | None]]
"""Times on hold: first day without, first day with again or None."""

WIDE = 7
"""Doses this many days apart, or more, are events of their own."""

_ONE = dt.timedelta(days=1)
_NUMBERED = ("on_off", "cycle_days", "every")
_WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
_LONGEST_COURSE = 1000


def plan_words(plan: Plan | None) -> str:
    """The prescription as given, else the plan in our words, as "twice a day, days 1 to 14 of 21"; "" for no plan."""
    if plan is None:
        return ""
    if plan.get("words"):
        return str(plan["words"])
    kind = plan.get("kind", "")
    says = {
        "daily": _daily, "weekdays": _weekdays, "on_off": _on_off, "cycle_days": _cycle_days, "every": _every,
        "course": _course, "treatments": _treatments, "as_needed": _as_needed,
    }.get(kind)  # fmt: skip
    return says(plan) if says else ""


def first_day(plan: Plan, step_day: dt.date | None) -> dt.date | None:
    """Day 1 of the plan's clock: its own, else the step's day; None if neither is known."""
    return dt.date.fromisoformat(plan["first"]) if plan.get("first") else step_day


def gap(plan: Plan, number: int = 0) -> int:
    """Days from cycle start `number` (counted from 0) to the next; 0 for plans that have no cycles."""
    kind = plan.get("kind")
    if kind == "on_off":
        return int(plan["on"]) + int(plan["off"])
    if kind == "cycle_days":
        return int(plan["length"])
    if kind == "every":
        loading = plan.get("loading") or []
        if number + 1 < len(loading):
            return int(loading[number + 1]) - int(loading[number])
        return int(plan["n"]) * (7 if plan.get("unit") == "week" else 1)
    return 0


def same_clock(one: Plan | None, other: Plan | None) -> bool:
    """Whether a new plan goes on with the clock of the old one."""
    if one is None or other is None or other.get("first"):
        return False
    same = one.get("kind") == other.get("kind") and one.get("kind") in _NUMBERED
    return (
        same and gap(one, _LONGEST_COURSE) == gap(other, _LONGEST_COURSE) and one.get("loading") == other.get("loading")
    )


def starts(
    plan: Plan, first: dt.date, until: dt.date, held: Held = (), rows: Mapping[int, dt.date] | None = None
) -> Iterator[tuple[int, dt.date]]:
    """The cycle starts of a plan up to `until`, with their numbers.

    `rows` are starts the person set. A start that falls into a hold moves to the day it is taken up again; while
    the hold lasts no start follows.
    """
    known = rows or {}
    number = int(plan.get("number") or 1)
    day: dt.date | None = known.get(number, first)
    count = 0
    while day is not None and day <= until and gap(plan, count) > 0:
        yield number, day
        number += 1
        day = known.get(number) or _moved(day + dt.timedelta(days=gap(plan, count)), held)
        count += 1


def due_days(plan: Plan, start: dt.date, next_start: dt.date) -> Iterator[dt.date]:
    """The days a cycle from `start` is due on; the next start cuts it."""
    for offset in _offsets(plan):
        day = start + dt.timedelta(days=offset)
        if day < next_start:
            yield day


def is_wide(plan: Plan | None) -> bool:
    """Whether each dose is an event of its own: a week or more apart, or a single one."""
    if plan is None:
        return False
    if plan.get("kind") == "treatments":
        return bool(plan.get("count") == 1)
    if plan.get("kind") not in ("every", "cycle_days"):
        return False
    loading = plan.get("loading") or [1]
    days = [*_offsets(plan), gap(plan, _LONGEST_COURSE)]
    return all(later - earlier >= WIDE for earlier, later in [*pairwise(days), *pairwise(loading)])


def end_of(plan: Plan, step_day: dt.date | None, held: Held) -> dt.date | None:
    """The last day of a course or of a number of treatments; None for other plans or an unknown first day."""
    first = first_day(plan, step_day)
    if first is None:
        return None
    if plan.get("kind") == "course":
        return first + dt.timedelta(days=sum(int(part["days"]) for part in plan["parts"]) - 1)
    if plan.get("kind") == "treatments":
        return next(
            (day for count, day in enumerate(_treatment_days(plan, first, held), 1) if count == plan["count"]), None
        )
    return None


def _treatment_days(plan: Plan, first: dt.date, held: Held) -> Iterator[dt.date]:
    weekdays = plan.get("weekdays") or range(1, 8)
    skipped = plan.get("skip") or ()
    for number in range(_LONGEST_COURSE):
        day = first + number * _ONE
        if day.isoweekday() in weekdays and day.isoformat() not in skipped and not _in_hold(day, held):
            yield day


def _in_hold(day: dt.date, held: Held) -> bool:
    return any(since <= day and (resumed is None or day < resumed) for since, resumed in held)


def _moved(day: dt.date, held: Held) -> dt.date | None:
    return next((resumed for since, resumed in held if since <= day and (resumed is None or day < resumed)), day)


def _offsets(plan: Plan) -> list[int]:
    """The due days of one cycle, counted from its start as 0."""
    if plan.get("kind") == "on_off":
        return list(range(int(plan["on"])))
    return [int(day) - 1 for day in plan["days"]] if plan.get("kind") == "cycle_days" else [0]


def _times(plan: Plan) -> str:
    count = int(plan.get("per_day") or 1)
    if count == 1:
        return ""
    return (
        _("twice a day")
        if count == 2
        else ngettext("{count} time a day", "{count} times a day", count).format(count=count)
    )


def _with_times(plan: Plan, words: str) -> str:
    return ", ".join(part for part in (_times(plan), words) if part)


def _daily(plan: Plan) -> str:
    return _times(plan) or _("once a day")


def _weekdays(plan: Plan) -> str:
    return _with_times(plan, wording.listed([_(_WEEKDAYS[int(day) - 1]) for day in plan["days"]]))


def _on_off(plan: Plan) -> str:
    return _with_times(plan, _("days 1 to {on} of {length}").format(on=plan["on"], length=gap(plan)))


def _cycle_days(plan: Plan) -> str:
    days = wording.listed([str(day) for day in plan["days"]])
    pattern = _("day {days} of {length}") if len(plan["days"]) == 1 else _("days {days} of {length}")
    return _with_times(plan, pattern.format(days=days, length=plan["length"]))


def _every(plan: Plan) -> str:
    count = int(plan["n"])
    if plan.get("unit") == "week":
        return _with_times(plan, ngettext("every week", "every {count} weeks", count).format(count=count))
    return _with_times(plan, ngettext("every day", "every {count} days", count).format(count=count))


def _course(plan: Plan) -> str:
    count = sum(int(part["days"]) for part in plan["parts"])
    return ngettext("for {count} day", "for {count} days", count).format(count=count)


def _treatments(plan: Plan) -> str:
    count = int(plan["count"])
    return ngettext("{count} treatment", "{count} treatments", count).format(count=count)


def _as_needed(_plan: Plan) -> str:
    return _("as needed")

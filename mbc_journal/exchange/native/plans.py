"""Whether the plan of a step is one this program can count with: exactly the keys of its kind, each in its bounds."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from mbc_journal.records import Row, Step, Therapy

Check = Callable[[Any], bool]

_LONGEST_WORDS = 500
_YEARS = range(1900, 2200)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_DOSE = re.compile(r"\d{1,7}(\.\d{1,4})?", re.ASCII)


def problem(rows: Sequence[Row]) -> tuple[str, str] | None:
    """The name of the first therapy with a plan nobody can count with, and the key that is wrong."""
    names = {row.id: row.name for row in rows if isinstance(row, Therapy)}
    for row in rows:
        if isinstance(row, Step) and row.schedule is not None and (key := wrong_key(row.schedule)):
            return names.get(row.therapy_id, ""), key
    return None


def wrong_key(plan: Mapping[str, Any]) -> str:
    """The first key of a plan that is missing, not known, or out of its bounds; "": all is well."""
    kind = plan.get("kind")
    checks = _KINDS.get(kind) if isinstance(kind, str) else None
    if checks is None:
        return "kind"
    for name in (*sorted(set(plan) - set(checks)), *(name for name in checks if name not in plan)):
        return name
    found = next((name for name, check in checks.items() if not check(plan[name])), "")
    return found or _unfit(plan)


def _unfit(plan: Mapping[str, Any]) -> str:
    """The key that does not fit the others."""
    per_day = plan.get("per_day")
    if per_day is not None and len(plan["times"]) not in (0, per_day):
        return "times"
    if plan["kind"] == "on_off" and (plan["first_slot"] > plan["per_day"] or (plan["first_slot"] > 1 > plan["off"])):
        return "first_slot"
    if plan["kind"] == "cycle_days" and plan["days"][-1] > plan["length"]:
        return "days"
    return ""


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _between(least: int, most: int) -> Check:
    def check(value: Any) -> bool:
        return _is_whole(value, least, most)

    return check


def _ascending(least: int, most: int) -> Check:
    """One or more whole numbers, each above the one before it."""

    def check(value: Any) -> bool:
        numbers = isinstance(value, list) and all(_is_whole(one, least, most) for one in value)
        return numbers and bool(value) and all(one < other for one, other in pairwise(value))

    return check


def _or_none(check: Check) -> Check:
    def either(value: Any) -> bool:
        return value is None or check(value)

    return either


def _text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_WORDS


def _day(value: Any) -> bool:
    if not isinstance(value, str) or not _DAY.fullmatch(value) or int(value[:4]) not in _YEARS:
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _days(value: Any) -> bool:
    return isinstance(value, list) and all(map(_day, value)) and all(one < other for one, other in pairwise(value))


def _times(value: Any) -> bool:
    texts = isinstance(value, list) and all(isinstance(one, str) and _TIME.fullmatch(one) for one in value)
    return texts and all(one < other for one, other in pairwise(value))


def _one_time(value: Any) -> bool:
    return _times(value) and len(value) <= 1


def _unit(value: Any) -> bool:
    return value in ("day", "week")


def _loading(value: Any) -> bool:
    return value == [] or (_ascending(1, 366)(value) and len(value) > 1 and value[0] == 1)


def _dose(value: Any) -> bool:
    return isinstance(value, str) and _DOSE.fullmatch(value) is not None


def _parts(value: Any) -> bool:
    return isinstance(value, list) and 1 <= len(value) <= 40 and all(map(_part, value))


def _part(value: Any) -> bool:
    keys = isinstance(value, dict) and set(value) == set(_PART)
    return keys and all(check(value[name]) for name, check in _PART.items()) and not _unfit({"kind": "", **value})


_ALL: Mapping[str, Check] = {"kind": _text, "words": _text, "log_from": _or_none(_day)}
_T: Mapping[str, Check] = {"per_day": _between(1, 12), "times": _times}
_F: Mapping[str, Check] = {"first": _or_none(_day)}
_N: Mapping[str, Check] = {"number": _or_none(_between(1, 999))}
_PART: Mapping[str, Check] = {"days": _between(1, 366), "every": _between(1, 31), **_T, "dose": _or_none(_dose)}

_KINDS: Mapping[str, Mapping[str, Check]] = {
    "daily": {**_ALL, **_T},
    "weekdays": {**_ALL, **_T, "days": _ascending(1, 7)},
    "on_off": {
        **_ALL, **_T, **_F, **_N, "on": _between(1, 365), "off": _between(0, 365), "first_slot": _between(1, 12),
    },
    "cycle_days": {**_ALL, **_T, **_F, **_N, "length": _between(1, 366), "days": _ascending(1, 366)},
    "every": {**_ALL, **_T, **_F, **_N, "n": _between(1, 366), "unit": _unit, "loading": _loading},
    "course": {**_ALL, **_F, "parts": _parts},
    "treatments": {
        **_ALL, **_F, "times": _one_time, "count": _between(1, 60), "weekdays": _ascending(1, 7), "skip": _days,
    },
    "as_needed": _ALL,
}  # fmt: skip

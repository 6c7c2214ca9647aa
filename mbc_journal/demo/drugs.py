"""The medicines of the made-up journal, named and grouped as in the reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mbc_journal.demo.course import CYCLE

FULL, LOWER = Decimal(1800), Decimal(1500)
"""Milligrams of capecitabine before and after the hold."""
ON = 14
"""Days with tablets in a cycle of capecitabine."""


@dataclass(frozen=True)
class Drug:
    """A medicine as the reference names it, with how it is taken here."""

    id: str
    kind: str
    route: str
    dose: str
    unit: str
    plan: Mapping[str, Any]
    pieces: str = ""


def _blocks(on: int, off: int, *times: str, per_day: int = 2) -> Mapping[str, Any]:
    """Days on and days off."""
    shape = {"kind": "on_off", "per_day": per_day, "times": list(times), "on": on, "off": off}
    return {**shape, "first_slot": 1, "first": None, "number": 1}


def _every_28(*loading: int) -> Mapping[str, Any]:
    """Every 28 days, after the days of a beginning."""
    shape = {"kind": "every", "per_day": 1, "times": [], "n": 28, "unit": "day", "loading": list(loading)}
    return {**shape, "first": None, "number": 1}


_DAILY: Mapping[str, Any] = {"kind": "daily", "per_day": 1, "times": []}
_TABLETS = _blocks(ON, CYCLE - ON, "08:00", "20:00")

REGIMENS: Mapping[str, tuple[Drug, ...]] = {
    "letrozole": (
        Drug("letrozole", "hormone", "mouth", "2.5", "mg", _DAILY, "1"),
        Drug("palbociclib", "targeted", "mouth", "125", "mg", _blocks(21, 7, per_day=1), "1"),
    ),
    "fulvestrant": (
        Drug("fulvestrant", "hormone", "muscle", "500", "mg", _every_28(1, 15, 29)),
        Drug("capivasertib", "targeted", "mouth", "400", "mg", _blocks(4, 3), "2"),
    ),
    "exemestane": (
        Drug("exemestane", "hormone", "mouth", "25", "mg", _DAILY, "1"),
        Drug("everolimus", "targeted", "mouth", "10", "mg", _DAILY, "1"),
    ),
    "capecitabine": (Drug("capecitabine", "chemotherapy", "mouth", str(FULL), "mg", _TABLETS, "5"),),
}
"""Regimen of course.py -> its medicines."""

BONES = Drug("denosumab", "bone", "under-skin", "120", "mg", _every_28())
SICK = Drug("ondansetron", "supportive", "mouth", "8", "mg", {"kind": "as_needed"}, "1")
CALCIUM = Drug("calcium-vitamin-d", "supportive", "mouth", "1", "tablet", _DAILY, "1")
_FIVE_DAYS = {"days": 5, "every": 1, "per_day": 2, "times": [], "dose": "1"}
ANTIBIOTIC = Drug("", "supportive", "mouth", "1", "tablet", {"kind": "course", "first": None, "parts": [_FIVE_DAYS]})

"""Therapies and steps for tests, written short."""

import datetime as dt
from decimal import Decimal
from typing import Any

from mbc_journal.records import PartialDate, Step, StepKind, Therapy

KINDS = {kind.value: kind for kind in StepKind}


def therapy(name: str, **fields: Any) -> Therapy:
    """A therapy of that name."""
    return Therapy(name=name, **fields)


def step(of: Therapy, kind: str, on: str | None, dose: str = "", **fields: Any) -> Step:
    """One step, its day written as it is stored; `dose` as "1500 mg"."""
    amount, _space, unit = dose.partition(" ")
    return Step(
        therapy_id=of.id,
        kind=KINDS[kind],
        on=PartialDate(on) if on else None,
        dose=Decimal(amount) if amount else None,
        unit=unit,
        **fields,
    )


def day(text: str) -> dt.date:
    """As "2026-11-05"."""
    return dt.date.fromisoformat(text)


def on_off(on: int, off: int, per_day: int = 1, first: str | None = None) -> dict[str, Any]:
    """A plan of days on and days off."""
    return {"kind": "on_off", "words": "", "log_from": None, "per_day": per_day, "times": [], "on": on, "off": off,
            "first_slot": 1, "first": first, "number": 1}  # fmt: skip


def cycle_days(days: list[int], length: int) -> dict[str, Any]:
    """A plan of single days of a cycle."""
    return {"kind": "cycle_days", "words": "", "log_from": None, "per_day": 1, "times": [], "length": length,
            "days": days, "first": None, "number": 1}  # fmt: skip


def every(number: int, unit: str = "day", loading: list[int] | None = None, first: str | None = None) -> dict[str, Any]:
    """A plan of a dose every so many days or weeks."""
    return {"kind": "every", "words": "", "log_from": None, "per_day": 1, "times": [], "n": number, "unit": unit,
            "loading": loading or [], "first": first, "number": 1}  # fmt: skip

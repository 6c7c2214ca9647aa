"""Dosage: how much of a medicine, how it is taken, and the prescription in words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mbc_journal.exchange.fhir.values import Amount, amount, child, children, text, words
from mbc_journal.wording import _, decimal_text, ngettext

_DOSE = re.compile(r"\d{1,7}(\.\d{1,4})?", re.ASCII)
_PIECES = frozenset({"tablet", "tablets", "tab", "tabs", "tbl", "capsule", "capsules", "cap", "caps", "pill", "pills"})


@dataclass(frozen=True)
class Dosage:
    """How much, how, and the prescription in words."""

    dose: Decimal | None = None
    unit: str = ""
    pieces: Decimal | None = None
    route: str = ""
    words: str = ""

    @property
    def text(self) -> str:
        """For comparing."""
        numbers = ("" if number is None else f"{number.normalize():f}" for number in (self.dose, self.pieces))
        return "\x1f".join((*numbers, self.unit, self.route, self.words))


def read(resource: dict[str, Any]) -> Dosage:
    """The first dosage; a number that does not fit a dose field stays in the words alone. Raises Skip: bad-value."""
    first = next(
        iter([*children(resource, "dosage"), *children(resource, "dosageInstruction")]), child(resource, "dosage")
    )
    rate = next(iter(children(first, "doseAndRate")), {})
    found = amount(rate.get("doseQuantity", first.get("dose")))
    route, told = words(child(first, "route")), text(first, "text")
    timing = told or _timing(child(first, "timing"))
    if found is None:
        return Dosage(route=route, words=told or _joined(_range(child(rate, "doseRange")), timing))
    if not (found.unit or found.code) or found.comparator or not _DOSE.fullmatch(f"{found.value:f}"):
        return Dosage(route=route, words=told or _joined(found.text, timing))
    if found.unit.casefold().strip("{}[]().") in _PIECES:
        return Dosage(pieces=found.value, route=route, words=timing)
    return Dosage(dose=found.value, unit=found.unit or found.code, route=route, words=timing)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _range(limits: Mapping[str, Any]) -> str:
    """As "1 tablet - 2 tablet"."""
    ends: list[Amount | None] = [amount(limits.get(end)) for end in ("low", "high")]
    return " - ".join(end.text for end in ends if end)


def _timing(timing: dict[str, Any]) -> str:
    """When it is taken, as far as the file says it without words of its own: "2 times every day"."""
    repeat = child(timing, "repeat")
    times, period = _number(repeat.get("frequency")), _number(repeat.get("period"))
    every = _every(period, text(repeat, "periodUnit")) if period is not None else ""
    if every and times is not None and times > 1:
        return _("{count} times {every}").format(count=decimal_text(times), every=every)
    return every or words(child(timing, "code"))


def _number(value: object) -> Decimal | None:
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _every(period: Decimal, unit: str) -> str:
    """As "every day" or "every 3 weeks"; "" for a unit that is none."""
    form = 1 if period == 1 else 2
    said = {
        "min": ngettext("every minute", "every {count} minutes", form),
        "h": ngettext("every hour", "every {count} hours", form),
        "d": ngettext("every day", "every {count} days", form),
        "wk": ngettext("every week", "every {count} weeks", form),
        "mo": ngettext("every month", "every {count} months", form),
        "a": ngettext("every year", "every {count} years", form),
    }
    return said.get(unit, "").format(count=decimal_text(period.normalize()))

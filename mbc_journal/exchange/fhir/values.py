"""The small values of FHIR resources, read from anything: what is missing or of another shape is empty."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mbc_journal.exchange.json_text import HugeNumber
from mbc_journal.records import PartialDate

_DATE = re.compile(
    r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?", re.ASCII
)
_YEARS = range(1850, 2201)
_OIDS: Mapping[str, str] = {
    "urn:oid:2.16.840.1.113883.6.1": "http://loinc.org",
    "urn:oid:2.16.840.1.113883.6.96": "http://snomed.info/sct",
    "urn:oid:2.16.840.1.113883.6.88": "http://www.nlm.nih.gov/research/umls/rxnorm",
    "urn:oid:2.16.840.1.113883.6.73": "http://www.whocc.no/atc",
    "urn:oid:2.16.840.1.113883.6.90": "http://hl7.org/fhir/sid/icd-10-cm",
    "urn:oid:2.16.840.1.113883.6.3": "http://hl7.org/fhir/sid/icd-10",
}


class Skip(Exception):
    """An item that is left out; `reason` is one of exchange.md's words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class When:
    """A date as precise as the file gives it, with the wall time and offset written there."""

    day: PartialDate | None = None
    time: dt.time | None = None
    utc_offset: str = ""

    @property
    def exact(self) -> dt.date | None:
        """The civil day, if one is given."""
        return self.day.exact if self.day else None

    @property
    def text(self) -> str:
        """For comparing."""
        return f"{self.day.text if self.day else ''} {self.time or ''} {self.utc_offset}".strip()


@dataclass(frozen=True)
class Amount:
    """A number with its unit as written and as a code."""

    value: Decimal
    comparator: str = ""
    unit: str = ""
    code: str = ""

    @property
    def units(self) -> tuple[str, ...]:
        """The code first, then the words."""
        return self.code, self.unit

    @property
    def text(self) -> str:
        """As a person reads it: "<= 5 mg/dL"."""
        return f"{self.comparator} {self.value:f} {self.unit or self.code}".strip()


def child(value: Any, *path: str) -> dict[str, Any]:
    """The object at `path` inside `value`; {} if there is none."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def children(value: Any, name: str) -> list[dict[str, Any]]:
    """The objects of the list `name` in `value`."""
    found = value.get(name) if isinstance(value, dict) else None
    return [part for part in found if isinstance(part, dict)] if isinstance(found, list) else []


def text(value: Any, name: str) -> str:
    """The text `name` of `value` without spaces at its ends; "" if it is none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found.strip() if isinstance(found, str) and not isinstance(found, HugeNumber) else ""


def codings(concept: Any) -> Iterator[tuple[str, str]]:
    """System and code of each coding of a CodeableConcept."""
    for coding in children(concept, "coding"):
        if text(coding, "code"):
            system = text(coding, "system")
            yield _OIDS.get(system, system), text(coding, "code")


def codes(concept: Any) -> tuple[str, ...]:
    """Each coding as "system|code"."""
    return tuple(f"{system}|{code}" for system, code in codings(concept))


def codes_of(concept: Any, system: str) -> tuple[str, ...]:
    """The codes of one system."""
    return tuple(code for of, code in codings(concept) if of == system)


def words(concept: Any) -> str:
    """What a CodeableConcept says to a person: its text, else the first display; "": nothing."""
    displays = (text(coding, "display") for coding in children(concept, "coding"))
    return text(concept, "text") or next(filter(None, displays), "")


def every_text(concept: Any) -> tuple[str, ...]:
    """The text and all displays of a CodeableConcept."""
    found = (text(concept, "text"), *(text(coding, "display") for coding in children(concept, "coding")))
    return tuple(filter(None, found))


def parsed(value: Any) -> When:
    """A FHIR date, dateTime or instant; nothing if it is None. Raises Skip: bad-date."""
    if value is None:
        return When()
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[1][:4]) not in _YEARS or (found[2] and len(found[1]) != 10):
        raise Skip("bad-date")
    try:
        day = PartialDate(found[1])
        time = dt.time.fromisoformat(found[2]) if found[2] else None
    except ValueError as why:
        raise Skip("bad-date") from why
    return When(day, time, (found[3] or "").replace("Z", "+00:00") if time else "")


def when(resource: dict[str, Any], *names: str) -> When:
    """The first date given under `names` ("onsetDateTime", or "onsetPeriod" for its start). Raises Skip: bad-date."""
    for name in names:
        value = resource.get(name)
        found = parsed(child(value).get("start") if name.endswith("Period") else value)
        if found.day:
            return found
    return When()


def number(value: Any) -> Decimal | None:
    """A JSON number, digit for digit; None if there is none. Raises Skip: bad-value for anything else."""
    if value is None:
        return None
    if isinstance(value, bool | HugeNumber) or not isinstance(value, int | Decimal):
        raise Skip("bad-value")
    return Decimal(value)


def amount(quantity: Any) -> Amount | None:
    """A Quantity with a number; None without one. Raises Skip: bad-value."""
    if quantity is not None and not isinstance(quantity, dict):
        raise Skip("bad-value")
    value = number(child(quantity).get("value"))
    if value is None:
        return None
    comparator = text(quantity, "comparator")
    if comparator not in ("", "<", "<=", ">", ">="):
        raise Skip("bad-value")
    return Amount(value, comparator, text(quantity, "unit"), text(quantity, "code"))


def annotations(resource: dict[str, Any]) -> str:
    """What is written in the notes of a resource."""
    return "\n".join(filter(None, (text(note, "text") for note in children(resource, "note"))))


def lines(*parts: str) -> str:
    """The parts that say something, one below the other."""
    return "\n".join(filter(None, parts))

"""Observation: each number a reading, words a result; receptors and genes are read before (receptors.py)."""

from decimal import Decimal
from typing import Any

from mbc_journal.exchange import units
from mbc_journal.exchange.code_tables import LOINC
from mbc_journal.exchange.fhir import receptors, statuses
from mbc_journal.exchange.fhir.parts import Part, parts
from mbc_journal.exchange.fhir.receptors import Receptor
from mbc_journal.exchange.fhir.record import Found, Record, note
from mbc_journal.exchange.fhir.values import (
    Skip,
    When,
    annotations,
    child,
    children,
    codes,
    codes_of,
    lines,
    text,
    when,
    words,
)
from mbc_journal.records import Note, Reading, Row
from mbc_journal.scales import other_id

_BODY_MASS_INDEX = "39156-5"
_EFFECTIVE = ("effectiveDateTime", "effectiveInstant", "effectivePeriod")


def read(record: Record) -> Found | Receptor:
    """The item of an Observation. Raises Skip."""
    resource = record.resource
    statuses.status(resource)
    concept = child(resource, "code")
    if _BODY_MASS_INDEX in codes_of(concept, LOINC):
        raise Skip("computed")
    receptor = receptors.read(record, when(resource, *_EFFECTIVE))
    if receptor is not None:
        return receptor
    found = parts(record)
    at = when(resource, *_EFFECTIVE)
    numbers = [part for part in found if _can_chart(part)]
    if numbers:
        return _readings(record, numbers, [part for part in found if not _can_chart(part)], at)
    said = "\n".join(part.said for part in found)
    return note("result", lines(said, annotations(resource)), at, codes(concept))


def _can_chart(part: Part) -> bool:
    """Whether a reading can say its value; "<= 5" it cannot, so that stays words."""
    return part.amount is not None and part.amount.comparator in ("", "<", ">")


def _readings(record: Record, numbers: list[Part], beside: list[Part], at: When) -> Found:
    """One reading a number; words beside them are one note of the same item."""
    day = at.exact
    if day is None:
        raise Skip("no-date")
    rows: list[Row] = []
    for part in numbers:
        reading = Reading(
            day=day,
            time=at.time,
            utc_offset=at.utc_offset,
            body_site=words(child(record.resource, "bodySite")),
            note=annotations(record.resource),
            **_value(record, part),
            **_range(part.element),
        )
        rows.append(reading)
    content = [_content(row) for row in rows if isinstance(row, Reading)]
    if beside:
        said = "\n".join(part.said for part in beside)
        rows.append(Note(day=at.day, time=at.time, text=said, tags=("imported", "result")))
        content.append(said)
    return Found("reading", tuple(content), tuple(rows), codes=codes(child(record.resource, "code")))


def _content(reading: Reading) -> str:
    """Scale, day, time, value, unit, comparator and note; 7.0 and 7 are the same."""
    value = "" if reading.value is None else f"{reading.value.normalize():f}"
    parts = (reading.scale, reading.day, reading.time, value, reading.unit, reading.comparator, reading.note)
    return "\x1f".join(str(part) for part in parts)


def _value(record: Record, part: Part) -> dict[str, Any]:
    """The fields of a reading that say its number; on a scale of its own unless LOINC code and unit fit one of ours."""
    found = part.amount
    if found is None:
        raise Skip("no-value")
    entered = f"{found.comparator}{found.value:f}"
    measured = (
        units.measured(record.knowledge.tables.units, found.value, found.units, part.scale) if part.scale else None
    )
    if part.scale and measured:
        return {
            "scale": part.scale.id, "value": measured.value, "unit": measured.unit, "comparator": found.comparator,
            "value_as_entered": entered, "unit_as_entered": measured.unit_as_entered,
        }  # fmt: skip
    unit = units.cleaned(found.code or found.unit)
    return {
        "scale": other_id(part.name, unit), "value": found.value, "unit": unit, "comparator": found.comparator,
        "value_as_entered": entered, "unit_as_entered": units.cleaned(found.unit or found.code),
    }  # fmt: skip


def _range(element: dict[str, Any]) -> dict[str, Any]:
    """The fields of a reading for the first range printed with its result, as printed."""
    printed = next(iter(children(element, "referenceRange")), {})
    return {
        "range_low": _number(child(printed, "low").get("value")),
        "range_high": _number(child(printed, "high").get("value")),
        "range_text": text(printed, "text"),
    }


def _number(value: object) -> Decimal | None:
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None

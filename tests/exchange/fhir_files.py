"""Small FHIR files: resources with what every one of them needs, and the file they stand in."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, TypeVar

from mbc_journal import exchange
from mbc_journal.records import Incoming, Row

Resource = dict[str, Any]
R = TypeVar("R", bound=Row)

PATIENT: Resource = {
    "resourceType": "Patient", "id": "p1", "name": [{"given": ["Ada", "B."], "family": "Lind"}],
    "birthDate": "1961-04-05",
}  # fmt: skip
SUBJECT = {"reference": "Patient/p1"}
UCUM = "http://unitsofmeasure.org"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"


def concept(text: str = "", *codings: tuple[str, str, str]) -> Resource:
    """A CodeableConcept: its text, and codings as (system, code, display)."""
    found: Resource = {"text": text} if text else {}
    parts = [{"system": system, "code": code, "display": display} for system, code, display in codings]
    parts = [{name: value for name, value in part.items() if value} for part in parts]
    return found | ({"coding": parts} if parts else {})


def loinc(code: str, text: str = "") -> Resource:
    """A concept of one LOINC code."""
    return concept(text, (LOINC, code, ""))


def statement(text: str = "Letrozole 2.5 MG Oral Tablet", **more: Any) -> Resource:
    """A MedicationStatement, active since 2 March 2021."""
    base = {
        "resourceType": "MedicationStatement", "status": "active", "subject": SUBJECT,
        "medicationCodeableConcept": concept(text), "effectiveDateTime": "2021-03-02",
    }  # fmt: skip
    return _without_none(base | more)


def observation(code: Resource, **more: Any) -> Resource:
    """A final Observation of 4 May 2022."""
    base = {
        "resourceType": "Observation", "status": "final", "subject": SUBJECT, "code": code,
        "effectiveDateTime": "2022-05-04",
    }  # fmt: skip
    return _without_none(base | more)


def quantity(value: Any, unit: str = "", code: str = "", comparator: str = "") -> Resource:
    """A Quantity with what is given."""
    given = {"value": value, "unit": unit, "code": code, "comparator": comparator}
    return {name: part for name, part in given.items() if part != ""} | ({"system": UCUM} if code else {})


def condition(code: Resource, **more: Any) -> Resource:
    """A Condition."""
    return _without_none({"resourceType": "Condition", "subject": SUBJECT, "code": code} | more)


def _without_none(resource: Resource) -> Resource:
    return {name: value for name, value in resource.items() if value is not None}


def bundle(*resources: Resource) -> Resource:
    """A Bundle of the collection kind."""
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"fullUrl": f"urn:uuid:{number}", "resource": part} for number, part in enumerate(resources)],
    }


def write(folder: Path, value: Any, name: str = "in.json") -> Path:
    """A file of `value` as JSON, or of bytes as they are."""
    path = folder / name
    path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
    return path


def read(folder: Path, *resources: Resource) -> Incoming:
    """What a Bundle of `resources` brings."""
    return exchange.read(write(folder, bundle(*resources)))


def rows(incoming: Incoming, kind: type[R]) -> list[R]:
    """The rows of one kind over all items, each once."""
    found = {row.id: row for item in incoming.items for row in item.rows if isinstance(row, kind)}
    return list(found.values())


def kinds(incoming: Incoming) -> dict[str, int]:
    """Items by kind."""
    return dict(Counter(item.kind for item in incoming.items))


def reasons(incoming: Incoming) -> dict[str, int]:
    """Items left out by reason."""
    found: Counter[str] = Counter()
    for skip in incoming.skipped:
        found[skip.reason] += skip.count
    return dict(found)

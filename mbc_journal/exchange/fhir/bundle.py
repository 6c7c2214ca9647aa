"""The resources of a file: of a Bundle, a Bundle in a Bundle, a bare list, one resource, or one a line (NDJSON)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mbc_journal.exchange import json_text
from mbc_journal.exchange.fhir.values import child, children, text
from mbc_journal.exchange.refusals import refused
from mbc_journal.problems import ImportRefused
from mbc_journal.wording import N_, _

FORMAT_ID = "fhir"
_DEEPEST_BUNDLE = 5
_MOST_ITEMS = 500_000
_MARK = b"\xef\xbb\xbf"
_A_LINE = re.compile(rb"\s*\{.*\}\s*")
_ENTRY = N_("entry {number}")
_LINE = N_("line {number}")
_ONLY_ACTS = frozenset({"request", "response"})  # entries that speak of an act need bring no resource
_HAS_LIST_CATEGORY = ("Observation", "Condition")
_ONLY_IN_DSTU2: Mapping[str, frozenset[str]] = {
    "Condition": frozenset({"patient"}),
    "MedicationStatement": frozenset({"wasNotTaken"}),
    "MedicationAdministration": frozenset({"wasNotGiven"}),
    "AllergyIntolerance": frozenset({"substance"}),
    "Procedure": frozenset({"notPerformed"}),
}
_ONLY_IN_STU3: Mapping[str, frozenset[str]] = {
    "MedicationStatement": frozenset({"taken"}),
    "MedicationAdministration": frozenset({"notGiven"}),
    "Condition": frozenset({"assertedDate"}),
    "AllergyIntolerance": frozenset({"assertedDate"}),
    "Procedure": frozenset({"notDone"}),
}
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Entry:
    """One resource and where it stands. `resource` is {} for what is none: a bad line, an entry of another shape."""

    resource: dict[str, Any]
    place: tuple[str, int]
    url: str = ""

    @property
    def type(self) -> str:
        """Resource type; "" if it has none."""
        return text(self.resource, "resourceType")

    @property
    def id(self) -> str:
        """The id within its system; "" if it has none."""
        return text(self.resource, "id")

    @property
    def is_line(self) -> bool:
        """Whether it is a line of a file with one resource a line."""
        return self.place[0] == _LINE

    @property
    def where(self) -> str:
        """As a person finds it: "entry 12", "line 12"."""
        said, number = self.place
        return _(said).format(number=number)


@dataclass(frozen=True)
class Whole:
    """Everything in a file, and how many characters had to be replaced in it."""

    entries: list[Entry]
    bad_characters: int


def whole(data: bytes) -> Whole:
    """The resources of a file in its order; neither Bundles nor contained resources are among them.

    Raises ImportRefused: broken, too-big, unknown (JSON of another kind), fhir-version.
    """
    data = data.removeprefix(_MARK)
    entries, bad = _of_lines(data) if _is_lines(data) else _of_one(data)
    if len(entries) > _MOST_ITEMS:
        raise refused("too-big", FORMAT_ID)
    for entry in entries:
        _refuse_other_versions(entry.resource)
    return Whole(entries, bad)


def _of_one(data: bytes) -> tuple[list[Entry], int]:
    value, bad = json_text.cleaned(json_text.parse(data, FORMAT_ID), data)
    resources = value if isinstance(value, list) else [value]
    if not any(text(resource, "resourceType") for resource in resources):
        raise refused("unknown")
    found: list[Entry] = []
    for resource in resources:
        _gather(resource, "", 1, found)
    return found, bad


def _is_lines(data: bytes) -> bool:
    """Whether there is one resource a line: most lines are whole objects, and a bad one does not change that."""
    first = re.match(rb"\s*\{[^\r\n]+\r?\n", data)
    if first is None:
        return False
    lines = [line for line in data.splitlines() if line.strip()]
    whole_ones = sum(_A_LINE.fullmatch(line) is not None for line in lines)
    return len(lines) > 1 and 2 * whole_ones > len(lines)


def _of_lines(data: bytes) -> tuple[list[Entry], int]:
    found: list[Entry] = []
    bad_characters = 0
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            value, bad = _line(line)
            bad_characters += bad
            found.append(Entry(value if isinstance(value, dict) else {}, (_LINE, number)))
    if not any(entry.type for entry in found):
        raise refused("broken", FORMAT_ID, line=1)
    return found, bad_characters


def _line(line: bytes) -> tuple[Any, int]:
    try:
        return json_text.cleaned(json_text.parse(line, FORMAT_ID), line)
    except ImportRefused:
        return None, 0


def _gather(resource: Any, url: str, depth: int, found: list[Entry]) -> None:
    """Add `resource` to `found`, or, if it is a Bundle, what is in it."""
    if text(resource, "resourceType") != "Bundle":
        found.append(Entry(resource if isinstance(resource, dict) else {}, (_ENTRY, len(found) + 1), url))
        return
    if depth > _DEEPEST_BUNDLE:
        raise refused("too-big", FORMAT_ID)
    entries = resource.get("entry", [])
    for entry in entries if isinstance(entries, list) else [entries]:
        inside = entry.get("resource") if isinstance(entry, dict) else None
        if inside is not None or not _ONLY_ACTS & set(child(entry)):
            _gather(inside, text(entry, "fullUrl"), depth + 1, found)


def _refuse_other_versions(resource: dict[str, Any]) -> None:
    found = _other_version(text(resource, "resourceType"), resource)
    if found:
        raise refused("fhir-version", FORMAT_ID, found=found)


def _other_version(kind: str, resource: dict[str, Any]) -> str:
    """The version of FHIR that a resource must be of, by what only that version has; "": it may be R4."""
    if kind == "MedicationOrder" or _ONLY_IN_DSTU2.get(kind, _NOTHING) & set(resource):
        return "DSTU2"
    if kind in _HAS_LIST_CATEGORY and child(resource, "category"):
        return "DSTU2"
    if _ONLY_IN_STU3.get(kind, _NOTHING) & set(resource):
        return "STU3"
    if kind.startswith("Medication") and kind != "Medication" and child(resource, "medication"):
        return "R5"
    return ""


def contained(resource: dict[str, Any], reference: str) -> dict[str, Any]:
    """The contained resource "#id"; {} if there is none."""
    inside = children(resource, "contained")
    return next((part for part in inside if text(part, "id") == reference.removeprefix("#")), {})

"""What a reader of one resource type gets (the resource, whom it is about, what it refers to) and gives back."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mbc_journal.exchange.fhir.bundle import FORMAT_ID, Entry, contained
from mbc_journal.exchange.fhir.values import Skip, When, child, children, text
from mbc_journal.exchange.knowledge import Knowledge
from mbc_journal.records import Item, Note, Row

_LONGEST_TEXT = 1024 * 1024
_ABOUT = ("subject", "patient", "individual")
_NONE_SYSTEM = "absent-unknown-uv-ips"
_NONE_CODES = frozenset({"716186003", "409137002", "428607008", "429625007"})
_NONE_WORDS = ("no known ", "no information ")


@dataclass(frozen=True)
class Found:
    """What a resource becomes: a kind of item, its rows, the profile fields it fills.

    `content` holds everything that makes two items alike.
    """

    kind: str
    content: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    profile: Mapping[str, object] = field(default_factory=dict)
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record:
    """One resource to read. `patient` is the id of the person it is about, "" if the file does not say."""

    entry: Entry
    patient: str
    knowledge: Knowledge
    by_reference: Mapping[str, dict[str, Any]]

    @property
    def resource(self) -> dict[str, Any]:
        """The resource as parsed."""
        return self.entry.resource

    def referred(self, reference: Any) -> dict[str, Any]:
        """The resource a Reference points to, inside this one or in the file; {} if it is not there."""
        target = text(reference, "reference")
        if target.startswith("#"):
            return contained(self.resource, target)
        return self.by_reference.get(target) or self.by_reference.get(short(target)) or {}

    def item(self, found: Found) -> Item:
        """The item for the preview. Raises Skip: too-long."""
        if any(_too_long(row) for row in found.rows):
            raise Skip("too-long")
        return Item(
            kind=found.kind,
            key="|".join((FORMAT_ID, self.patient, self.entry.type, self.entry.id or _hash(self.resource))),
            content=_hash([found.kind, *found.content]),
            rows=found.rows,
            profile=found.profile,
            codes=found.codes,
            where=self.entry.where,
        )


def short(reference: str) -> str:
    """The end of a reference, "Patient/12" of "https://host/base/Patient/12"; a URN as its last part.

    "" for what names nothing outside: a search ("Patient?identifier=1") or a contained resource ("#1").
    """
    if "?" in reference or reference.startswith("#"):
        return ""
    if reference.startswith("urn:"):
        return reference.rpartition(":")[2]
    return "/".join(reference.split("/_history/")[0].split("/")[-2:])


def subject(resource: dict[str, Any]) -> str:
    """The reference to the patient a resource is about; "" if it has none."""
    if text(resource, "resourceType") == "Appointment":
        actors = [child(part, "actor") for part in children(resource, "participant")]
        about = [text(actor, "reference") for actor in actors if _is_patient(actor)]
        return about[0] if about else ""
    return next((found for name in _ABOUT if (found := text(child(resource, name), "reference"))), "")


def _is_patient(reference: dict[str, Any]) -> bool:
    return text(reference, "type") == "Patient" or "Patient/" in text(reference, "reference")


def says_none(codes: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether codes or words say that there is nothing: "No known allergies"."""
    parts = [code.rpartition("|") for code in codes]
    if any(system.endswith(_NONE_SYSTEM) or code in _NONE_CODES for system, _, code in parts):
        return True
    return any(said.casefold().startswith(_NONE_WORDS) for said in texts)


def note(kind: str, said: str, when: When, codes: tuple[str, ...] = ()) -> Found:
    """An item that becomes a Note with the tags "imported" and its kind."""
    said = said.replace("\r\n", "\n").replace("\r", "\n")
    row = Note(day=when.day, time=when.time, text=said, tags=("imported", kind))
    return Found(kind, (said, when.text), (row,), codes=codes)


def _hash(value: object) -> str:
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


def _too_long(row: Row) -> bool:
    return any(len(value) > _LONGEST_TEXT for value in vars(row).values() if isinstance(value, str))

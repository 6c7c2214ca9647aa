"""MedicationStatement, -Request and -Administration: what one of them says of a medicine."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from mbc_journal.catalogue import Drug
from mbc_journal.exchange.fhir import dosages, statuses
from mbc_journal.exchange.fhir.dosages import Dosage
from mbc_journal.exchange.fhir.record import Record, says_none
from mbc_journal.exchange.fhir.values import (
    Skip,
    When,
    annotations,
    child,
    children,
    codes,
    every_text,
    lines,
    parsed,
    text,
    when,
    words,
)
from mbc_journal.exchange.medicine_names import spoken

_GOES_ON = frozenset({"", "active", "on-hold", "unknown"})
_DONE = "completed"
_GIVEN_BY_TEAM = frozenset({"vein", "under-skin", "muscle"})
_INJECTED = re.compile(
    r"\b(inje\w*|infus\w*|intraven\w*|intramusc\w*|subcut\w*|parenteral|iv|im|sc|prefilled syringe)\b", re.IGNORECASE
)
_WHEN = ("effectiveDateTime", "effectivePeriod", "authoredOn")


@dataclass(frozen=True)
class MedicineItem:
    """One item: `reference_id` "" if the reference has no such medicine; `end` is None while it goes on."""

    record: Record
    name: str
    reference_id: str
    doubt: bool
    status: str
    start: When
    end: When
    dosage: Dosage
    one_time: bool  # given once, so it is a dose too
    codes: tuple[str, ...]
    brand: str = ""
    reason: str = ""
    reason_words: str = ""
    note: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether its status says that the medicine is or may be taken; one that is only meant to be is not."""
        return self.status in _GOES_ON

    @property
    def content(self) -> tuple[str, ...]:
        """Name, dates, status, dosage: what makes two items alike."""
        return (self.name, self.start.text, self.end.text, self.status, self.dosage.text)


def read(record: Record) -> MedicineItem:
    """What a resource says of a medicine. Raises Skip."""
    resource = record.resource
    status = statuses.status(resource)
    texts, all_codes = _named(record)
    match = record.knowledge.names.match(texts, all_codes)
    drug = record.knowledge.drugs.get(match.id)
    dosage = dosages.read(resource)
    start, end = when(resource, *_WHEN), parsed(child(resource, "effectivePeriod").get("end"))
    once = "effectivePeriod" not in resource or end.exact == start.exact
    injected = _is_injected(drug, (*texts, dosage.route))
    administered = record.entry.type == "MedicationAdministration"
    one_time = start.exact is not None and (administered or (once and injected and status == _DONE))
    reason, reason_words = _reason(record)
    return MedicineItem(
        record=record,
        name=drug.title if drug else texts[0],
        reference_id=match.id,
        doubt=match.doubt,
        status=status,
        start=start,
        end=When() if one_time else end,
        dosage=dosage,
        one_time=one_time,
        codes=all_codes,
        brand=_brand(drug, texts),
        reason=reason,
        reason_words=reason_words,
        note=lines(texts[0] if drug and texts[0].casefold() != drug.name.casefold() else "", annotations(resource)),
    )


def _named(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every text and code that names the medicine. Raises Skip: says-none, no-name."""
    concepts = _concepts(record)
    all_codes = tuple(dict.fromkeys(code for concept in concepts for code in codes(concept)))
    texts = tuple(dict.fromkeys(said for concept in concepts for said in every_text(concept)))
    if says_none(all_codes, texts):
        raise Skip("says-none")
    if not texts:
        raise Skip("no-name")
    return texts, all_codes


def _is_injected(drug: Drug | None, texts: Collection[str]) -> bool:
    """Whether the team gives it by needle: the reference's route, or the words of the file."""
    return bool(drug and drug.route in _GIVEN_BY_TEAM) or any(_INJECTED.search(said) for said in texts)


def _brand(drug: Drug | None, texts: Collection[str]) -> str:
    """The brand that the texts name, as the reference writes it; "": none."""
    brands = drug.brands if drug else ()
    return next((brand for brand in brands if any(spoken(brand) <= spoken(said) for said in texts)), "")


def _concepts(record: Record) -> list[dict[str, Any]]:
    """Everything that names the medicine: its own concept, the Medication it refers to, the words of that reference."""
    resource = record.resource
    reference = child(resource, "medicationReference")
    medication = record.referred(reference)
    ingredients = [child(part, "itemCodeableConcept") for part in children(medication, "ingredient")]
    own = [child(resource, "medicationCodeableConcept"), child(medication, "code")]
    shown = {"text": text(reference, "display")}
    named = [concept for concept in (*own, shown) if every_text(concept) or codes(concept)]
    if len(ingredients) == 1:
        return [*named, *ingredients]
    return named or [{"text": " / ".join(filter(None, map(words, ingredients)))}]


def _reason(record: Record) -> tuple[str, str]:
    """Why it was stopped: an id of ours where the code says so, and the words of the file."""
    resource = record.resource
    given = [*children(resource, "statusReason"), child(resource, "statusReason")]
    known = record.knowledge.tables.reasons
    found = next((known[code] for concept in given for code in codes(concept) if code in known), "")
    return found, next(filter(None, (words(concept) for concept in given)), "")

"""Receptors and genes of the cancer: the latest of each fills the profile, older ones become notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mbc_journal.exchange.code_tables import HGNC, LOINC
from mbc_journal.exchange.fhir.parts import value
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
    words,
)

_GENE_STUDIED = "48018-6"
_VARIANT = "69548-6"
_GENES = {"HGNC:3467": "ESR1", "HGNC:8975": "PIK3CA"}
_QUALIFIER = "(qualifier value)"


@dataclass(frozen=True)
class Receptor:
    """One finding: `of` is er, pr, her2 or a gene, `said` the answer as the profile keeps it."""

    record: Record
    of: str
    name: str
    said: str
    at: When

    @property
    def profile(self) -> dict[str, object]:
        """The profile field it fills."""
        return {"biomarkers": (f"{self.of}: {self.said}",)} if self.of in _GENES.values() else {self.of: self.said}


def read(record: Record, at: When) -> Receptor | None:
    """The finding of an Observation; None if it is about something else, or a number.

    Raises Skip: no-value, no-name.
    """
    resource = record.resource
    concept = child(resource, "code")
    known = record.knowledge.tables.receptors
    of = next((known[code] for code in codes_of(concept, LOINC) if code in known), "") or _gene(resource)
    answer = child(resource, "valueCodeableConcept")
    coded = next((said for code in codes(answer) if (said := record.knowledge.tables.answers.get(code))), "")
    found, said = (None, coded) if coded else value(resource) if of else (None, "")
    if not of or found:
        return None
    if not said:
        raise Skip("no-value")
    name = words(concept) or record.knowledge.tables.receptor_names.get(of, of)
    return Receptor(record, of, name, _plain(said), at)


def settled(receptors: Sequence[Receptor]) -> list[tuple[Receptor, Found]]:
    """Each finding as an item: the latest of a receptor, and what equals it, fills the profile; others are notes."""
    latest: dict[tuple[str, str], Receptor] = {}
    for receptor in receptors:
        key = (receptor.record.patient, receptor.of)
        if key not in latest or _day(receptor) >= _day(latest[key]):
            latest[key] = receptor
    return [(receptor, _found(receptor, latest[receptor.record.patient, receptor.of])) for receptor in receptors]


def _found(receptor: Receptor, latest: Receptor) -> Found:
    its_codes = codes(child(receptor.record.resource, "code"))
    content = (receptor.of, receptor.said, receptor.at.text)
    if content == (latest.of, latest.said, latest.at.text):
        return Found("receptor", content, profile=receptor.profile, codes=its_codes)
    said = lines(f"{receptor.name}: {receptor.said}", annotations(receptor.record.resource))
    return Found("receptor", content, note("receptor", said, receptor.at).rows, codes=its_codes)


def _day(receptor: Receptor) -> str:
    return receptor.at.day.text if receptor.at.day else ""


def _gene(resource: dict[str, Any]) -> str:
    """The gene a variant was looked for in, if the profile keeps it."""
    if _VARIANT not in codes_of(child(resource, "code"), LOINC):
        return ""
    studied = [
        code
        for component in children(resource, "component")
        if _GENE_STUDIED in codes_of(child(component, "code"), LOINC)
        for system in HGNC
        for code in codes_of(child(component, "valueCodeableConcept"), system)
    ]
    return next((_GENES[code] for code in studied if code in _GENES), "")


def _plain(said: str) -> str:
    """The answer without what a terminology adds: of "Positive (qualifier value)" "positive"; other words as told."""
    bare = said.removesuffix(_QUALIFIER).strip()
    return bare.casefold() if bare.casefold() in ("positive", "negative") else bare

"""Condition and AllergyIntolerance: a site of spread, an allergy, or a note about an illness."""

from mbc_journal.exchange.fhir import statuses
from mbc_journal.exchange.fhir.record import Found, Record, note, says_none
from mbc_journal.exchange.fhir.values import (
    Skip,
    annotations,
    child,
    children,
    codes,
    every_text,
    lines,
    text,
    when,
    words,
)

_ONSET = ("onsetDateTime", "onsetPeriod", "recordedDate")
_OVER = frozenset({"inactive", "remission", "resolved"})


def condition(record: Record) -> Found:
    """The item of a Condition. Raises Skip."""
    resource = record.resource
    statuses.status(resource)
    concept = child(resource, "code")
    if says_none(codes(concept), every_text(concept)):
        raise Skip("says-none")
    known = record.knowledge.tables.sites
    site = next((known[code] for code in codes(concept) if code in known), "")
    if site:
        return Found("site", (site,), profile={"sites": (site,)}, codes=codes(concept))
    name = words(concept)
    if not name:
        raise Skip("no-name")
    state = next(iter(children(child(resource, "clinicalStatus"), "coding")), {})
    over = (text(state, "display") or text(state, "code")) if text(state, "code") in _OVER else ""
    said = lines(f"{name} ({over})" if over else name, annotations(resource))
    return note("condition", said, when(resource, *_ONSET), codes(concept))


def allergy(record: Record) -> Found:
    """The item of an AllergyIntolerance. Raises Skip."""
    resource = record.resource
    statuses.status(resource)
    concept = child(resource, "code")
    if says_none(codes(concept), every_text(concept)):
        raise Skip("says-none")
    reactions = children(resource, "reaction")
    name = words(concept) or next(filter(None, (words(child(one, "substance")) for one in reactions)), "")
    if not name:
        raise Skip("no-name")
    return Found("allergy", (name,), profile={"allergies": (name,)}, codes=codes(concept))

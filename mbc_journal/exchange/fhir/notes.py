"""Patient, Procedure, Appointment, answers, goals, documents: the profile, a visit, or a note in the file's words."""

import base64
import binascii
from collections.abc import Iterator
from typing import Any

from mbc_journal.exchange.fhir import statuses
from mbc_journal.exchange.fhir.parts import value
from mbc_journal.exchange.fhir.record import Found, Record, note, says_none
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
from mbc_journal.records import Step, StepKind, Therapy, Visit

_PERFORMED = ("performedDateTime", "performedPeriod")
_NAME_ORDER = ("official", "usual", "", "nickname", "anonymous", "temp")
_LONGEST_DATA = 14 * 1024 * 1024
_RADIOTHERAPY = "http://snomed.info/sct|1217123003"
_RADIOTHERAPY_WORDS = ("radiotherapy", "radiation therapy", "brachytherapy", "irradiation of", "radiosurgery")


def patient(record: Record) -> Found:
    """The profile of a Patient: name and birth year. Raises Skip: no-name, bad-date."""
    name = _name(children(record.resource, "name"))
    born = parsed(record.resource.get("birthDate")).day
    year = born.parts[0] if born else None
    if not name and year is None:
        raise Skip("no-name")
    fields: dict[str, object] = {"name": name} if name else {}
    return Found("profile", (name, str(year or "")), profile=fields | ({"birth_year": year} if year else {}))


def _name(names: list[dict[str, Any]]) -> str:
    """The name in use: the official one before the usual; former names are not taken."""
    current = [name for name in names if text(name, "use") in _NAME_ORDER and "end" not in child(name, "period")]
    for name in sorted(current, key=lambda name: _NAME_ORDER.index(text(name, "use"))):
        given = [part for part in name.get("given", []) if isinstance(part, str)] if _has_list(name, "given") else []
        said = text(name, "text") or " ".join(filter(None, (*(part.strip() for part in given), text(name, "family"))))
        if said:
            return said
    return ""


def _has_list(element: dict[str, Any], name: str) -> bool:
    return isinstance(element.get(name), list)


def procedure(record: Record) -> Found:
    """A note, or for radiotherapy a therapy. Raises Skip."""
    resource = record.resource
    state = statuses.status(resource)
    concept = child(resource, "code")
    name = words(concept)
    if says_none(codes(concept), every_text(concept)):
        raise Skip("says-none")
    if not name:
        raise Skip("no-name")
    at = when(resource, *_PERFORMED)
    if _RADIOTHERAPY in codes(concept) or any(word in name.casefold() for word in _RADIOTHERAPY_WORDS):
        return _radiotherapy(record, name, at, state)
    return note("procedure", lines(name, annotations(resource)), at, codes(concept))


def _radiotherapy(record: Record, name: str, at: When, state: str) -> Found:
    resource = record.resource
    therapy = Therapy(name=name, kind="radiation", note=annotations(resource))
    end = parsed(child(resource, "performedPeriod").get("end")).day
    steps = [Step(therapy_id=therapy.id, kind=StepKind.START, on=at.day)]
    if end or state in ("completed", "stopped"):
        reason = "finished" if state == "completed" else ""
        steps.append(Step(therapy_id=therapy.id, kind=StepKind.STOP, on=end, reason=reason))
    content = (name, at.text, end.text if end else "", state)
    return Found("procedure", content, (therapy, *steps), codes=codes(child(resource, "code")))


def appointment(record: Record) -> Found:
    """A visit. Raises Skip."""
    resource = record.resource
    statuses.status(resource)
    start, end = parsed(resource.get("start")), parsed(resource.get("end"))
    actors = [child(part, "actor") for part in children(resource, "participant")]
    places = [actor for actor in actors if "Location/" in text(actor, "reference")]
    people = [actor for actor in actors if actor not in places and "Patient" not in _kind(actor)]
    reasons = [words(reason) for reason in children(resource, "reasonCode")]
    visit = Visit(
        day=start.day,
        time=start.time,
        end_time=end.time if start.exact == end.exact else None,
        utc_offset=start.utc_offset,
        kind="other",
        who=", ".join(filter(None, (text(actor, "display") for actor in people))),
        where=", ".join(filter(None, (text(actor, "display") for actor in places))),
        said=lines(text(resource, "description"), *reasons, text(resource, "comment")),
    )
    content = (start.text, end.text, visit.who, visit.where, visit.said)
    return Found("visit", content, (visit,), codes=codes(child(resource, "appointmentType")))


def _kind(reference: dict[str, Any]) -> str:
    return text(reference, "type") or text(reference, "reference").split("/")[0]


def answers(record: Record) -> Found:
    """The questions and answers of a QuestionnaireResponse, word for word. Raises Skip."""
    statuses.status(record.resource)
    said = "\n".join(_answers(record.resource, 0))
    if not said:
        raise Skip("no-value")
    return note("answers", said, when(record.resource, "authored"))


def _answers(element: dict[str, Any], depth: int) -> Iterator[str]:
    for item in children(element, "item"):
        question = text(item, "text") or text(item, "linkId")
        given = [said for answer in children(item, "answer") if (said := _answer(answer))]
        if given:
            yield f"{question}: {', '.join(given)}"
        yield from _answers(item, depth + 1)
        for answer in children(item, "answer"):
            yield from _answers(answer, depth + 1)


def _answer(answer: dict[str, Any]) -> str:
    coding = child(answer, "valueCoding")
    if coding:
        return text(coding, "display") or text(coding, "code")
    plain = answer.get("valueDecimal")
    found, said = value(answer | ({"valueQuantity": {"value": plain}} if plain is not None else {}))
    return found.text if found else said or text(answer, "valueDate")


def goal(record: Record) -> Found:
    """A goal as a note. Raises Skip."""
    resource = record.resource
    statuses.status(resource)
    said = words(child(resource, "description"))
    if not said:
        raise Skip("no-name")
    return note("goal", lines(said, annotations(resource)), when(resource, "startDate", "statusDate"))


def document(record: Record) -> Found:
    """The text of a DocumentReference as a note; links are not opened. Raises Skip."""
    resource = record.resource
    statuses.status(resource)
    attachments = [child(part, "attachment") for part in children(resource, "content")]
    said = lines(*(_text_of(attachment) for attachment in attachments))
    if not said:
        raise Skip("no-value")
    return note("note", said, when(resource, "date"), codes(child(resource, "type")))


def _text_of(attachment: dict[str, Any]) -> str:
    """What a text attachment holds; "" for pictures, links and what cannot be decoded."""
    data = text(attachment, "data")
    if len(data) > _LONGEST_DATA:
        raise Skip("too-long")
    if not text(attachment, "contentType").startswith("text/") or not data:
        return ""
    try:
        found = base64.b64decode(data, validate=True).decode("utf-8-sig")
    except (binascii.Error, UnicodeDecodeError) as why:
        raise Skip("bad-value") from why
    return found.replace("\x00", "\ufffd").strip()

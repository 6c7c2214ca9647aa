"""Records for the tests of the file: one of each kind, with every field filled."""

import datetime as dt
import uuid
from dataclasses import fields
from decimal import Decimal
from typing import Any

from mbc_journal.records import (
    Answer,
    Attachment,
    AttachmentData,
    Biopsy,
    Comparison,
    Contact,
    Day,
    Dose,
    DoseState,
    ImportBatch,
    ImportSource,
    Moment,
    Note,
    NoteKind,
    PartialDate,
    PlanRule,
    Profile,
    Question,
    Reading,
    Recall,
    Row,
    Scan,
    ScanState,
    Step,
    StepKind,
    Supply,
    SupplyKind,
    Therapy,
    Visit,
)

MONDAY = dt.date(2026, 3, 2)
TUESDAY = dt.date(2026, 3, 3)
WEDNESDAY = dt.date(2026, 3, 4)
THEN = dt.datetime(2026, 3, 1, 7, 5, 9, tzinfo=dt.UTC)
SCHEDULE = {
    "kind": "on_off",
    "words": "2 - 0 - 2 \u00e9\u202b",
    "log_from": None,
    "per_day": 1,
    "times": ["08:00"],
    "on": 21,
}


def fatigue(day: dt.date, level: int | None, **more: Any) -> Reading:
    """One level of tiredness."""
    return Reading(scale="fatigue", day=day, level=level, **more)


def values(row: Row) -> dict[str, Any]:
    """Every field of a record."""
    return {field.name: getattr(row, field.name) for field in fields(row)}


def kept(row: Row) -> dict[str, Any]:
    """Every field of a record but the times that a save sets."""
    return {name: value for name, value in values(row).items() if name not in ("written_at", "changed_at")}


def treatments() -> list[Row]:
    """A therapy with a step, a dose and a supply."""
    therapy = Therapy(
        reference_id="capecitabine", name="Xeloda", kind="chemotherapy", intent="cancer", line=3, regimen="alone",
        why="the last one stopped working", note="with food",
    )  # fmt: skip
    step = Step(
        therapy_id=therapy.id, kind=StepKind.DOSE_CHANGE, on=PartialDate("2026-03~"), time=dt.time(8, 5),
        dose=Decimal("1500.0"), unit="mg", pieces=Decimal("3"), brand="Xeloda", route="mouth", schedule=SCHEDULE,
        cycle=4, reason="side_effects", reason_words="sore hands", best_response="stable, she said", note="from Monday",
    )  # fmt: skip
    dose = Dose(
        therapy_id=therapy.id, planned_day=MONDAY, planned_slot=2, state=DoseState.LATE,
        at=Moment(MONDAY, dt.time(21, 40), "+01:00"), dose=Decimal("1500"), unit="mg", pieces=Decimal("3"),
        reason="away", reason_words="at my sister's", note="with soup",
    )  # fmt: skip
    supply = Supply(
        therapy_id=therapy.id, kind=SupplyKind.COUNTED, at=Moment(TUESDAY), pieces=Decimal("41"), note="new box"
    )
    return [therapy, step, dose, supply]


def days() -> list[Row]:
    """A reading, a day and a note."""
    reading = Reading(
        scale="ca15-3", day=MONDAY, time=dt.time(9, 15), utc_offset="-03:30", period=Recall.WEEK,
        value=Decimal("0.10"), unit="U/mL", comparator="<", state=Answer.ANSWERED, value_as_entered="<0,10",
        unit_as_entered="kU/l", range_low=Decimal("0"), range_high=Decimal("31.0"), range_text="up to 31",
        body_site="breast", body_side="left", note="fasting",
    )  # fmt: skip
    note = Note(
        day=PartialDate("2026"), time=dt.time(23, 59, 30), kind=NoteKind.HELPED, text="Ginger tea 🍵\nand a walk",
        tags=("nausea", "a|b"), strategy="ginger", helped=4, linked_symptom="nausea", for_doctor=True, private=True,
        written_by="Anna", binned_at=THEN,
    )  # fmt: skip
    return [reading, Day(day=MONDAY, how_hard=0, too_unwell=True), note]


def clinic() -> list[Row]:
    """What belongs to visits, and an attachment with its bytes."""
    visit = Visit(
        day=PartialDate("2026-03-09"), time=dt.time(10), end_time=dt.time(10, 40), utc_offset="+01:00", kind="nurse",
        who="Dr. Okafor", where="Room 5", said="all as before", changes="none", hours_away=Decimal("2.5"),
    )  # fmt: skip
    contact = Contact(
        role="nurse line", name="Day unit", phone="+49 30 555", hours="8-16", call_first=True, emergency=True
    )
    photo = Attachment(of="visit", of_id=visit.id, name="plan.png", media_type="image/png", bytes=3, sha256="ab")
    return [
        visit,
        Question(order=2, topic="pain", text="Why at night?", visit_id=visit.id, asked=True, answer="lying flat"),
        contact,
        Scan(day=PartialDate("2026-02"), kind="CT", state=ScanState.RESULT, worry=10, told="smaller"),
        Biopsy(
            day=PartialDate("2021~"), site="liver", er="positive", pr="40 %", her2="low",
            biomarkers=("PIK3CA H1047R", "ESR1"), note="second sample",
        ),
        PlanRule(
            scale="temperature", comparison=Comparison.AT_OR_ABOVE, value=Decimal("38.0"), unit="Cel",
            words="call at once", contact_id=contact.id, met=("2026-03-01T07:05+01:00 called",),
        ),
        photo,
        AttachmentData(id=photo.id, data=b"\x89PNG\x00\xff", thumbnail=b"\x00"),
    ]  # fmt: skip


def one_of_each() -> list[Row]:
    """One record of every stored kind; no field has its default, but where that is all it can be."""
    profile = Profile(
        name="Ada", birth_year=1961, er="positive", pr="negative", her2="ultralow", biomarkers=("ESR1",),
        sites=("bone", "liver"), allergies=("penicillin (rash)",), port="left", matters="to dance in May",
        units=("[degF]",), paper="letter", made_up=True, rows=("fatigue", "nausea"), rhythm="some_days",
        helpers=("Anna",), hidden=("weight",), paused_until=WEDNESDAY,
    )  # fmt: skip
    batch = ImportBatch(
        file="Maryam.json", sha256="cd" * 32, format="fhir", at=THEN, counts={"new": {"medicine": 3}},
        before={"name": "", "sites": ["bone"]},
    )  # fmt: skip
    source = ImportSource(
        item="medicine", key="fhir|1", content="ef" * 32, of="therapy", of_id=uuid.uuid4(), codes=("rx|1",),
        import_batch=batch.id,
    )  # fmt: skip
    return [profile, *treatments(), *days(), *clinic(), batch, source]

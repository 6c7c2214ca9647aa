"""Rows of every kind, with a value in every field, for files that must come back whole."""

import datetime as dt
import uuid
from decimal import Decimal

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

WRITTEN = dt.datetime(2026, 3, 4, 8, 30, tzinfo=dt.UTC)
CHANGED = dt.datetime(2026, 3, 5, 9, 0, 7, tzinfo=dt.UTC)
PLAN = {"kind": "daily", "words": "one, with food", "log_from": None, "per_day": 1, "times": ["08:00"]}


def stamped(*rows: Row) -> list[Row]:
    """`rows` as a journal has written them."""
    for row in rows:
        row.written_at, row.changed_at = WRITTEN, CHANGED
    return list(rows)


def _medicines() -> list[Row]:
    therapy = Therapy(
        reference_id="letrozole", name="Letrozole", kind="hormone", intent="cancer", line=1, regimen="R", why="w",
        note="n",
    )  # fmt: skip
    start = Step(
        therapy_id=therapy.id, kind=StepKind.START, on=PartialDate("2021-03~"), time=dt.time(8, 0),
        dose=Decimal("2.50"), unit="mg", pieces=Decimal(1), brand="Femara", route="by mouth", schedule=PLAN,
    )  # fmt: skip
    cycle = Step(therapy_id=therapy.id, kind=StepKind.CYCLE_START, on=PartialDate("2026-03-01"), cycle=2, note="n")
    stop = Step(
        therapy_id=therapy.id, kind=StepKind.STOP, reason="side_effects", reason_words="knees", best_response="stable"
    )
    dose = Dose(
        therapy_id=therapy.id, planned_day=dt.date(2026, 3, 1), planned_slot=1, state=DoseState.SKIPPED,
        at=Moment.parse("2026-03-01T08:05+01:00"), dose=Decimal("2.5"), unit="mg", pieces=Decimal("0.5"),
        reason="away", reason_words="train", note="n",
    )  # fmt: skip
    supply = Supply(
        therapy_id=therapy.id, kind=SupplyKind.COUNTED, at=Moment.parse("2026-03-01"), pieces=Decimal(12), note="n"
    )
    return [therapy, start, cycle, stop, dose, supply]


def _daily() -> list[Row]:
    reading = Reading(
        scale="ca-15-3", day=dt.date(2026, 3, 4), time=dt.time(7, 5), utc_offset="+01:00", period=Recall.WEEK,
        value=Decimal("0.10"), unit="U/mL", comparator="<", value_as_entered="<0.10", unit_as_entered="kU/L",
        range_low=Decimal(0), range_high=Decimal("31.3"), range_text="0-31.3", body_site="arm", body_side="left",
        note="café \U0001f600 \u05e9\u05dc\u05d5\u05dd <b> $x$ \u2028 =1+1",
    )  # fmt: skip
    refused = Reading(scale="hot-flashes", day=dt.date(2026, 3, 4), state=Answer.PREFER_NOT)
    level = Reading(scale="fatigue", day=dt.date(2026, 3, 4), level=0)
    note = Note(
        day=PartialDate("2026-03"), time=dt.time(21, 0), kind=NoteKind.HELPED, text='a "b"\\\n\tc', tags=("x", "y|z"),
        strategy="walk", helped=3, linked_symptom="fatigue", for_doctor=True,
    )  # fmt: skip
    private = Note(day=PartialDate("2026-03-04"), text="mine alone", private=True)
    day = Day(day=dt.date(2026, 3, 4), how_hard=4, too_unwell=True)
    binned = Note(text="thrown away", binned_at=CHANGED, written_by="Ada")
    return [reading, refused, level, note, private, day, binned]


def _clinic() -> list[Row]:
    contact = Contact(role="nurse", name="N", phone="1", hours="9-5", call_first=True, emergency=True)
    visit = Visit(
        day=PartialDate("2026-03-10"), time=dt.time(10, 0), end_time=dt.time(11, 0), utc_offset="+01:00", kind="nurse",
        who="w", where="x", said="s", changes="c", hours_away=Decimal("3.5"),
    )  # fmt: skip
    question = Question(order=2, topic="t", text="why?", visit_id=visit.id, asked=True, answer="so")
    scan = Scan(day=PartialDate("2026"), kind="CT", state=ScanState.RESULT, worry=7, told="smaller")
    biopsy = Biopsy(
        day=PartialDate("2020-01-02"), site="liver", er="positive", pr="low", her2="ultralow",
        biomarkers=("ESR1: present",), note="n",
    )  # fmt: skip
    rule = PlanRule(
        scale="temperature", comparison=Comparison.AT_OR_ABOVE, value=Decimal("38.0"), unit="Cel", words="call",
        contact_id=contact.id, met=("2026-03-01T08:05|called",),
    )  # fmt: skip
    return [contact, visit, question, scan, biopsy, rule, *_attached(visit.id)]


def _attached(visit_id: uuid.UUID) -> list[Row]:
    attachment = Attachment(of="visit", of_id=visit_id, name="a.png", media_type="image/png", bytes=4, sha256="ab")
    return [attachment, AttachmentData(id=attachment.id, data=b"\x00\xff\x10z", thumbnail=b"\x89PNG")]


def everything() -> list[Row]:
    """At least one row of every stored kind, as a journal would have written them."""
    profile = Profile(
        name="A B", birth_year=1961, er="positive", pr="negative", her2="low", biomarkers=("PIK3CA: present",),
        sites=("bone", "left arm"), allergies=("latex",), port="right", matters="the garden", units=("[degF]",),
        paper="a4", made_up=True, rows=("fatigue",), rhythm="daily", helpers=("Ada",), hidden=("weight",),
        paused_until=dt.date(2026, 4, 1),
    )  # fmt: skip
    batch = ImportBatch(
        file="f.json", sha256="00", format="fhir", at=WRITTEN, counts={"new": {"note": 1}}, before={"name": None}
    )
    source = ImportSource(
        item="note", key="fhir|p|Goal|1", content="11", of="Note", of_id=uuid.uuid4(), codes=("a|b",),
        import_batch=batch.id,
    )  # fmt: skip
    return stamped(profile, *_medicines(), *_daily(), *_clinic(), batch, source)

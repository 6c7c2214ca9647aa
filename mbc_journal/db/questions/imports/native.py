"""A file of this program against the journal: into an empty one it is a restore, else it is merged by UUID."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mbc_journal.db.questions import treatments
from mbc_journal.db.questions.imports.batches import batch_of, previewed, refuse_another_person
from mbc_journal.db.questions.imports.likeness import same_fields
from mbc_journal.db.questions.imports.profiles import Verdict
from mbc_journal.records import (
    STORED,
    Attachment,
    AttachmentData,
    Day,
    ImportBatch,
    ImportSource,
    Incoming,
    Preview,
    Profile,
    Row,
)

Key = tuple[type[Row], UUID]
Sorted = list[tuple[Row, Verdict]]


def native_preview(session: Session, incoming: Incoming, at: dt.datetime, patient: str) -> Preview:
    """Every record as it is for an empty journal; else those whose UUID is not known, in a batch."""
    mine = _rows(session)
    if _is_empty(mine.values()):
        return Preview(incoming, _counted(incoming.records), {}, {}, incoming.records, restored=True)
    born = (row.birth_year for row in incoming.records if isinstance(row, Profile))
    refuse_another_person(treatments.profile(session), born, incoming, patient)
    found = _sorted(incoming.records, mine)
    counts = {verdict.value: _counted(row for row, its in found if its is verdict) for verdict in Verdict}
    new = [row for row, its in found if its is Verdict.NEW]
    if not new:
        return previewed(incoming, counts)
    batch = batch_of(incoming, at, counts, None)
    return previewed(incoming, counts, _merged(new, batch), batch)


def _rows(session: Session) -> dict[Key, Row]:
    """Every row, the bin included, but not the bytes of attachments: they never change."""
    kinds = [kind for kind in STORED if kind is not AttachmentData]
    return {(kind, row.id): row for kind in kinds for row in session.scalars(select(kind))}


def _is_empty(rows: Iterable[Row]) -> bool:
    """Whether nothing was ever written, but perhaps a profile that says nothing."""
    blank = Profile()
    return all(isinstance(row, Profile) and same_fields(row, blank) for row in rows)


def _counted(rows: Iterable[Row]) -> dict[str, int]:
    """Records by kind; the bytes of an attachment are part of it."""
    return dict(Counter(type(row).__name__ for row in rows if not isinstance(row, AttachmentData)))


def _sorted(records: Iterable[Row], mine: Mapping[Key, Row]) -> Sorted:
    """The verdict on each record; bytes go with their attachment.

    A civil day has one row, so another row of a day that is there is a conflict.
    """
    days = {row.day for row in mine.values() if isinstance(row, Day) and row.binned_at is None}
    found: Sorted = []
    for row in records:
        known = mine.get((Attachment if isinstance(row, AttachmentData) else type(row), row.id))
        if isinstance(row, AttachmentData):
            found.append((row, Verdict.SAME if known else Verdict.NEW))
        elif known is not None:
            found.append((row, Verdict.SAME if same_fields(row, known) else Verdict.CONFLICT))
        elif isinstance(row, Day) and row.binned_at is None and row.day in days:
            found.append((row, Verdict.CONFLICT))
        else:
            found.append((row, Verdict.NEW))
    return found


def _merged(new: list[Row], batch: ImportBatch) -> list[Row]:
    """The new records with their batch and the source of each; what came from a file before keeps that batch."""
    for row in new:
        row.import_batch = row.import_batch or batch.id
    sources = [
        ImportSource(
            item=type(row).__name__,
            key=f"json|{type(row).__name__}|{row.id}",
            content=_content(row),
            of=type(row).__name__,
            of_id=row.id,
            import_batch=batch.id,
        )
        for row in new
        if not isinstance(row, AttachmentData)
    ]
    return [*new, batch, *sources]


def _content(row: Row) -> str:
    values = [f"{field.name}={getattr(row, field.name)!r}" for field in fields(row)]
    return hashlib.sha256("\x1f".join(values).encode("utf-8", "replace")).hexdigest()

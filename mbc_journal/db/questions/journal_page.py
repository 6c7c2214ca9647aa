"""What the Journal page reads: notes by kind, writer and words, those about what helped, and files kept with them."""

import uuid
from collections.abc import Collection

from sqlalchemy import ColumnElement, Text, func, literal_column, or_, select, table, type_coerce
from sqlalchemy.orm import Session

from mbc_journal.db import tables
from mbc_journal.db.columns import clean
from mbc_journal.journaling import Wanted
from mbc_journal.records import Attachment, AttachmentData, Note

_note = tables.note.c
_attachment = tables.attachment.c
_MOST_WORDS = 24
_JSON_SIGNS = frozenset('[]",\\')  # stand between tags, not in them


def notes(session: Session, wanted: Wanted, most: int) -> list[Note]:
    """The newest `most` notes that are wanted, newest first; those without a day come last."""
    newest = (_note.day.desc().nulls_last(), _note.time.desc().nulls_last(), _note.written_at.desc(), _note.id)
    return list(session.scalars(select(Note).where(*_where(wanted)).order_by(*newest).limit(most)))


def how_many(session: Session, wanted: Wanted) -> int:
    """How many notes are wanted in all."""
    return session.scalar(select(func.count()).select_from(tables.note).where(*_where(wanted))) or 0


def note(session: Session, note_id: uuid.UUID) -> Note | None:
    """One note; None if there is none, or it is in the bin."""
    return session.scalars(select(Note).where(_note.id == note_id, _note.binned_at.is_(None))).first()


def about_what_helped(session: Session) -> list[Note]:
    """Every note of what helped, and every one that says whether it did; newest first."""
    told = or_(_note.kind == "helped", _note.helped.is_not(None))
    found = select(Note).where(told, _note.binned_at.is_(None))
    return list(session.scalars(found.order_by(_note.day.desc(), _note.id)))


def files_of(session: Session, notes: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    """How many photos and files each of these notes has; notes without one are left out."""
    kept = select(_attachment.of_id, func.count()).where(_attachment.of_id.in_(notes), _attachment.binned_at.is_(None))
    return {row[0]: row[1] for row in session.execute(kept.group_by(_attachment.of_id))}


def bytes_kept(session: Session) -> int:
    """Bytes of all photos and files in the journal, the bin included: they still take room."""
    return session.scalar(select(func.coalesce(func.sum(_attachment.bytes), 0))) or 0


def file_data(session: Session, attachment: Attachment) -> bytes:
    """The bytes of one photo or file; b"" if they are gone."""
    found = session.get(AttachmentData, attachment.id)
    return b"" if found is None else found.data


def _where(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_note.binned_at.is_(None)]
    if wanted.kind is not None:
        found.append(_note.kind == wanted.kind)
    if wanted.for_doctor:
        found += [_note.for_doctor.is_(True), _note.private.is_(False)]
    if wanted.writer:
        found.append(_note.written_by == wanted.writer)
    if wanted.only is not None:
        found.append(_note.id.in_(wanted.only))
    words = clean(wanted.words).replace("\ufffd", "").strip()
    return [*found, _says(words)] if words else found


def _says(words: str) -> ColumnElement[bool]:
    """Notes with all of these words, each begun or whole; signs that are no words are looked for as they stand."""
    chunks = [chunk for chunk in words.split() if any(letter.isalnum() for letter in chunk)][:_MOST_WORDS]
    if not chunks:
        in_text, in_tags = (func.instr(column, words) > 0 for column in (_note.text, type_coerce(_note.tags, Text)))
        return in_text if set(words) & _JSON_SIGNS else or_(in_text, in_tags)
    quoted = " ".join('"' + chunk.replace('"', '""') + '"*' for chunk in chunks)
    index: ColumnElement[str] = literal_column("note_words")
    rowid: ColumnElement[int] = literal_column("rowid")
    found = select(rowid).select_from(table("note_words")).where(index.op("MATCH")(quoted))
    return literal_column("note.rowid").in_(found)

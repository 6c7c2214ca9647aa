"""The bytes of the native file to records."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from mbc_journal.exchange import json_text
from mbc_journal.exchange.native import plans
from mbc_journal.exchange.native.fields import FIELDS, KINDS
from mbc_journal.exchange.native.limits import problem
from mbc_journal.exchange.native.writing import FORMAT_ID, SCHEMA_VERSION
from mbc_journal.exchange.refusals import line_of, refused
from mbc_journal.exchange.source import Source, load
from mbc_journal.records import Attachment, AttachmentData, Incoming, Profile, Row

_MOST_RECORDS = 2_000_000
_TOP = ("format", "schema_version", "left_out", "records")
_ID = "json"
_OF_ATTACHMENTS = frozenset({"data", "thumbnail"})


def read(path: Path, patient: str = "") -> Incoming:
    """Every record of the file, bin included. It speaks of one person, so `patient` chooses nothing.

    Raises ImportRefused: unreadable, too-big, broken (a record that is not as the schema says) or newer.
    """
    source = load(path)
    value, found_bad = json_text.cleaned(json_text.parse(source.data, _ID), source.data)
    if found_bad:
        raise refused("broken", _ID, line=1)
    records = _known_version(value, source)
    if sum(len(rows) for rows in records.values()) > _MOST_RECORDS:
        raise refused("too-big", _ID)
    rows = tuple(_rows(records, source))
    wrong = problem(rows)
    if wrong is not None:
        raise refused("broken", _ID, line=_line(source, wrong.id))
    unplanned = plans.problem(rows)
    if unplanned is not None:
        therapy, key = unplanned
        raise refused("plan", _ID, therapy=therapy, key=key)
    people = tuple(str(row.id) for row in rows if isinstance(row, Profile))
    return Incoming(format=_ID, file=source.name, sha256=source.sha256, records=rows, patients=people)


def _known_version(value: Any, source: Source) -> Mapping[str, list[Any]]:
    """The lists of records by kind, once the frame around them is one that this version writes."""
    if not isinstance(value, dict) or value.get("format") != FORMAT_ID:
        raise refused("unknown")
    version = value.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise refused("broken", _ID, line=1)
    if version > SCHEMA_VERSION or set(value) - set(_TOP):
        raise refused("newer", _ID)
    records = value.get("records")
    if not isinstance(records, dict) or not all(isinstance(rows, list) for rows in records.values()):
        raise refused("broken", _ID, line=1)
    if set(records) - set(KINDS):
        raise refused("newer", _ID)
    if set(_TOP) - set(value) or set(KINDS) - set(records):
        raise refused("broken", _ID, line=line_of(source.data, len(source.data) - 1))
    return records


def _rows(records: Mapping[str, list[Any]], source: Source) -> Iterator[Row]:
    for name in KINDS:
        for record in records[name]:
            try:
                yield from _row(name, record)
            except (ValueError, TypeError, binascii.Error) as why:
                raise refused("broken", _ID, line=_line_of_record(source, record)) from why


def _row(name: str, record: Any) -> Iterator[Row]:
    if not isinstance(record, dict):
        raise ValueError(f"not a record: {record!r}")
    keys = {field.name for field in FIELDS[name]} | (_OF_ATTACHMENTS if name == "Attachment" else set())
    if set(record) - keys:
        raise refused("newer", _ID)
    if keys - set(record):
        raise ValueError(f"without {sorted(keys - set(record))}")
    row = KINDS[name](**{field.name: field.decode(record[field.name]) for field in FIELDS[name]})
    yield row
    if isinstance(row, Attachment) and record["data"] is not None:
        yield _data(row, _bytes(record["data"]), _bytes(record["thumbnail"] or ""))


def _bytes(text: object) -> bytes:
    if not isinstance(text, str):
        raise ValueError(f"not base64: {text!r}")
    return base64.b64decode(text, validate=True)


def _data(row: Attachment, data: bytes, thumbnail: bytes) -> AttachmentData:
    """The bytes of an attachment; the same stamps, since they were written with it."""
    return AttachmentData(
        id=row.id, written_at=row.written_at, changed_at=row.changed_at, written_by=row.written_by,
        binned_at=row.binned_at, import_batch=row.import_batch, data=data, thumbnail=thumbnail,
    )  # fmt: skip


def _line_of_record(source: Source, record: Any) -> int:
    wanted = record.get("id") if isinstance(record, dict) else None
    return _line(source, wanted) if isinstance(wanted, str) else 1


def _line(source: Source, wanted: UUID | str) -> int:
    return line_of(source.data, source.data.find(f'"id": "{wanted}"'.encode()))

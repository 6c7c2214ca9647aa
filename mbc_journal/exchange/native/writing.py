"""Records to the bytes of the native file."""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from mbc_journal.exchange.native.fields import FIELDS, KINDS
from mbc_journal.records import Attachment, AttachmentData, Note, Row

FORMAT_ID = "mbc-journal"
SCHEMA_VERSION = 1


def write(records: Sequence[Row], with_private_notes: bool = False) -> tuple[bytes, dict[str, int]]:
    """The file, and what was left out of it by count.

    Without `with_private_notes` private notes stay behind, and what is attached to them. The same records, in any
    order, give the same bytes.
    """
    private = set() if with_private_notes else {row.id for row in records if isinstance(row, Note) and row.private}
    attached = {row.id for row in records if isinstance(row, Attachment) and row.of_id in private}
    left_out = {"private_notes": len(private)} | ({"attachments": len(attached)} if attached else {})
    kept = [row for row in records if row.id not in private and row.id not in attached]
    return "\n".join(_lines(kept, left_out)).encode("utf-8"), left_out


def record_text(row: Row, data: AttachmentData | None = None) -> str:
    """One record as its line of the file; an attachment with its bytes and its small picture, if there are any."""
    record = {field.name: field.encode(getattr(row, field.name)) for field in FIELDS[type(row).__name__]}
    if isinstance(row, Attachment):
        record["data"] = None if data is None else _base64(data.data)
        record["thumbnail"] = _base64(data.thumbnail) if data and data.thumbnail else None
    return _json(record)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _lines(records: Sequence[Row], left_out: Mapping[str, int]) -> Iterable[str]:
    data = {row.id: row for row in records if isinstance(row, AttachmentData)}
    head = {"format": FORMAT_ID, "schema_version": SCHEMA_VERSION, "left_out": dict(left_out)}
    yield f'{_json(head)[:-1]}, "records": {{'
    last = list(KINDS)[-1]
    for name, kind in KINDS.items():
        rows = sorted((row for row in records if type(row) is kind), key=_by_id)
        yield f'"{name}": ['
        for row in rows:
            yield record_text(row, data.get(row.id)) + ("" if row is rows[-1] else ",")
        yield "]" if name == last else "],"
    yield "}}\n"


def _by_id(row: Row) -> UUID:
    return row.id

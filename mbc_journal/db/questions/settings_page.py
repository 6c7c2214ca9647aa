"""What the Settings page says of the file, and the check of a copy beside it."""

import datetime as dt
import hashlib
from pathlib import Path

from sqlalchemy import column, func, select
from sqlalchemy import table as sql_table
from sqlalchemy.orm import Session

from mbc_journal.db import integrity
from mbc_journal.db.tables import TABLES
from mbc_journal.records import AttachmentData, ImportBatch, ImportSource, Profile, Row

_BLOCK = 1 << 20
_TALLY = sql_table("tally", column("name"), column("rows"))
_NOT_WRITTEN = (Profile, AttachmentData, ImportBatch, ImportSource)


def entries(session: Session) -> int:
    """How many entries the person or her helpers wrote; nothing from the bin. From the tally: no row is read."""
    tables = [table for record, table in TABLES.items() if record not in _NOT_WRITTEN]
    kept = select(func.sum(_TALLY.c.rows)).where(_TALLY.c.name.in_([table.name for table in tables]))
    binned = (select(func.count()).select_from(table).where(table.c.binned_at.is_not(None)) for table in tables)
    return (session.scalar(kept) or 0) - sum(session.scalar(count) or 0 for count in binned)


def binned_since(session: Session, since: dt.datetime) -> list[Row]:
    """What was put into the bin at `since` (UTC) or later, last thrown away first."""
    found: list[Row] = []
    for record, table in TABLES.items():
        found.extend(session.scalars(select(record).where(table.c.binned_at >= since)))
    return sorted(found, key=lambda row: (row.binned_at, str(row.id)), reverse=True)


def rows_of_whole_copy(path: Path, sha256: str) -> int | None:
    """How many rows a backup holds, each as it was written; None if it is not the file it was, or damaged.

    For a thread: it needs no session, for the copy is not the journal. Raises the UserProblem family, and OSError.
    """
    found = hashlib.sha256()
    with path.open("rb") as copy:
        while block := copy.read(_BLOCK):
            found.update(block)
    if found.hexdigest() != sha256:
        return None
    result = integrity.check_file(path)
    return result.rows if result.sound else None

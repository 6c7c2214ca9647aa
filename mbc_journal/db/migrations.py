"""From one version of the file to the next: a step is one short function and one transaction."""

import hashlib
import uuid
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, MetaData, Table, select, update

from mbc_journal.db import schema_1
from mbc_journal.db.sums import is_right, sum_of

APPLICATION_ID = 0x4D42434A
"""`MBCJ`: what makes a SQLite file one of ours."""

Step = Callable[[Connection], None]


def _first(db: Connection) -> None:
    """Version 1: every record, the tally, the words to search, and who this journal is."""
    for statement in schema_1.statements():
        db.exec_driver_sql(statement)
    db.exec_driver_sql("INSERT INTO meta VALUES (1, ?, 0)", (str(uuid.uuid4()),))
    db.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


STEPS: tuple[Step, ...] = (_first,)
"""STEPS[n - 1] makes version n."""

DIGESTS = ("38c17cbd6840aca8772d2906f5951c5f50187b0322c6d11f763d89489e97d6f2",)
"""What `digest` says of a file of version n, at DIGESTS[n - 1]."""


def digest(db: Connection) -> str:
    """SHA-256 of the schema as it stands in the file; of FTS5's own tables, whose text is SQLite's, only the names."""
    found = hashlib.sha256()
    for kind, name, table, sql in db.exec_driver_sql(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    ):
        own = "" if "_words_" in name and kind == "table" else sql
        found.update(f"{kind}\x1f{name}\x1f{table}\x1f{own}\x1e".encode())
    return found.hexdigest()


def has_known_schema(db: Connection) -> bool:
    """Whether the schema is, to the letter, the one this version of the file was made with."""
    known = version(db)
    return 0 < known <= len(DIGESTS) and digest(db) == DIGESTS[known - 1]


def version(db: Connection) -> int:
    """The schema version of the file."""
    return int(db.exec_driver_sql("PRAGMA user_version").scalar_one())


def _tables(db: Connection) -> list[Table]:
    """The tables with a sum, as they are in this version."""
    if version(db) == 0:
        return []
    names = [row[0] for row in db.exec_driver_sql("SELECT name FROM tally ORDER BY name")]
    found = MetaData()
    found.reflect(db, only=names)
    return [found.tables[name] for name in names]


def _wrong(db: Connection) -> dict[str, list[str]]:
    """Ids of rows whose sum is wrong, by table."""
    return {
        table.name: list(db.scalars(select(table.c.id).where(is_right(table).is_not(True)))) for table in _tables(db)
    }


def _seal(db: Connection, wrong: dict[str, list[str]]) -> None:
    """Give every row the sum of its new shape; a row that was wrong before stays so, with sum -1."""
    for table in _tables(db):
        db.execute(update(table).values(sum=sum_of(table)))
        bad = wrong.get(table.name, [])
        db.execute(update(table).where(table.c.id.in_(bad)).values(sum=-1))


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring the open file to version len(steps), one step and one transaction at a time.

    `connection` has the option `act`, so that each transaction writes from its start.
    """
    for number in range(version(connection) + 1, len(steps) + 1):
        connection.rollback()
        with connection.begin():
            wrong = _wrong(connection)
            steps[number - 1](connection)
            _seal(connection, wrong)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    connection.rollback()

"""From one version of the file to the next: a step is one short function and one transaction."""

import hashlib
import uuid
from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from mbc_journal.db import schema_1

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


def version(db: Connection) -> int:
    """The schema version of the file."""
    return int(db.exec_driver_sql("PRAGMA user_version").scalar_one())


def _columns(db: Connection, table: str) -> str:
    """The columns of `table` that its sum covers, as arguments."""
    names = [row[1] for row in db.exec_driver_sql(f'PRAGMA table_info("{table}")')]
    return ", ".join(f'"{name}"' for name in names if name != "sum")


def _summed(db: Connection) -> list[str]:
    """The tables with a sum in this version."""
    tables = db.exec_driver_sql("SELECT name FROM tally ORDER BY name") if version(db) else ()
    return [row[0] for row in tables]


def _wrong(db: Connection) -> dict[str, list[str]]:
    """Ids of rows whose sum is wrong, by table."""
    return {
        table: [
            row[0]
            for row in db.exec_driver_sql(f'SELECT id FROM "{table}" WHERE sum <> row_sum({_columns(db, table)})')
        ]
        for table in _summed(db)
    }


def _seal(db: Connection, wrong: dict[str, list[str]]) -> None:
    """Give every row the sum of its new shape; a row that was wrong before stays so, with sum -1."""
    for table in _summed(db):
        db.exec_driver_sql(f'UPDATE "{table}" SET sum = row_sum({_columns(db, table)})')
        for row_id in wrong.get(table, ()):
            db.exec_driver_sql(f'UPDATE "{table}" SET sum = -1 WHERE id = ?', (row_id,))


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

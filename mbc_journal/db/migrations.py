"""From one version of the file to the next: a step is one short function and one transaction."""

import hashlib
import uuid
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection

from mbc_journal.db import schema_1
from mbc_journal.db.sums import sum_of

APPLICATION_ID = 0x4D42434A
"""`MBCJ`: what makes a SQLite file one of ours."""

Step = Callable[[Connection], None]
Keep = Callable[[Connection, int], None]


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


def _sums(db: Connection) -> dict[str, str]:
    """For each table with a sum in this version, SQL for the sum its rows should have."""
    tables = db.exec_driver_sql("SELECT name FROM tally ORDER BY name").all() if version(db) else []
    return {name: sum_of(name, _columns(db, name)) for (name,) in tables}


def _columns(db: Connection, table: str) -> list[tuple[str, str]]:
    found = db.exec_driver_sql(f'PRAGMA table_info("{table}")')
    return [(name, kind) for _number, name, kind, *_rest in found if name != "sum"]


def _wrong(db: Connection) -> dict[str, list[tuple[str]]]:
    """Ids of rows whose sum is wrong, by table."""
    return {
        table: [(row[0],) for row in db.exec_driver_sql(f'SELECT id FROM "{table}" WHERE sum IS NOT {right}')]
        for table, right in _sums(db).items()
    }


def _seal(db: Connection, wrong: dict[str, list[tuple[str]]]) -> None:
    """Give every row the sum of its new shape; a row that was wrong before stays so, with sum -1."""
    for table, right in _sums(db).items():
        db.exec_driver_sql(f'UPDATE "{table}" SET sum = {right}')
        if wrong.get(table):
            db.exec_driver_sql(f'UPDATE "{table}" SET sum = -1 WHERE id = ?', wrong[table])


def is_newest(connection: Any) -> bool:
    """Whether the file of a connection of the driver needs no migration."""
    found: bool = connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    return found


def migrate(connection: Connection, steps: Sequence[Step] = STEPS, keep: Keep | None = None) -> bool:
    """Bring the open file to version len(steps), one step and one transaction at a time; says whether there was any.

    `keep` is told the connection and the version of an older file before anything of it changes. `connection` has the
    option `act`, so that each transaction writes from its start.
    """
    stands = version(connection)
    connection.rollback()
    if keep is not None and 0 < stands < len(steps):
        keep(connection, stands)
    for number in range(stands + 1, len(steps) + 1):
        with connection.begin():
            wrong = _wrong(connection)
            steps[number - 1](connection)
            _seal(connection, wrong)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    return stands < len(steps)

"""Changing a journal's file behind its back, and what it shows afterwards."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.sums import row_sum
from mbc_journal.records import CheckResult
from tests.db.rows import values


def change(path: Path, *statements: str) -> None:
    """Change the file in a way that leaves its triggers out."""
    own = driver.connect(str(path), isolation_level=None)
    own.execute("PRAGMA synchronous = OFF")
    own.create_function("row_sum", -1, row_sum, deterministic=True)
    triggers = own.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        own.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        own.execute(statement)
    for _name, sql in triggers:
        own.execute(sql)
    own.close()


def shown(path: Path, clock: Clock, key: str = "") -> dict[Any, dict[str, Any]]:
    """Every row that the journal shows, without a full check before."""
    journal = Journal(path, clock, key)
    try:
        return {(type(row), row.id): values(row) for row in journal.ask(questions.everything)}
    finally:
        journal.close()


def checked(journal: Journal) -> CheckResult:
    """What the journal's full check finds."""
    while journal.check.step():
        continue
    return journal.check.result()

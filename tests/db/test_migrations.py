"""From one version to the next: whole or not at all, no wrong row is made right, and every step is frozen."""

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from mbc_journal.db import migrations, schema_1
from mbc_journal.db.engine import make_engine
from mbc_journal.db.integrity import check_file
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.migrations import STEPS, digest, migrate, version
from mbc_journal.db.sums import sum_of
from mbc_journal.problems import JournalDamaged, JournalTooNew
from tests.conftest import FrozenClock
from tests.db.damage import change
from tests.db.rows import one_of_each


def _says_where(db: Connection) -> None:
    """A step as a later version may have one: a new column, and an old one filled anew."""
    db.exec_driver_sql("ALTER TABLE scan ADD COLUMN place TEXT NOT NULL DEFAULT ''")
    db.exec_driver_sql("UPDATE scan SET place = 'here'")


def _stumbles(db: Connection) -> None:
    db.exec_driver_sql("ALTER TABLE scan ADD COLUMN more TEXT NOT NULL DEFAULT ''")
    db.exec_driver_sql("DELETE FROM note")
    db.exec_driver_sql("UPDATE nowhere SET a = 1")


@pytest.fixture
def path(tmp_path: Path, clock: FrozenClock) -> Path:
    """A journal of version 1 with one row of each kind, closed."""
    made = tmp_path / "mine.mbcj"
    create(made, clock, *one_of_each())
    return made


def _migrated(path: Path, *steps: migrations.Step) -> bool:
    engine = make_engine(path)
    try:
        with engine.execution_options(act=True).connect() as connection:
            return migrate(connection, (*STEPS, *steps))
    finally:
        engine.dispose()


def _rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    engine = make_engine(path, mode="ro")
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]
    finally:
        engine.dispose()


def _wrong_sums(path: Path, table: str) -> list[tuple[Any, ...]]:
    columns = [(name, kind) for _n, name, kind, *_r in _rows(path, f"PRAGMA table_info({table})") if name != "sum"]
    return _rows(path, f"SELECT sum FROM {table} WHERE sum <> {sum_of(table, columns)}")


def test_a_file_of_the_newest_version_is_left_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    assert not _migrated(path)
    assert path.read_bytes() == before


def test_a_step_brings_every_row_along_with_its_sum_and_the_tally(path: Path) -> None:
    assert _migrated(path, _says_where)
    assert _rows(path, "PRAGMA user_version") == [(2,)]
    assert _rows(path, "SELECT kind, place FROM scan") == [("CT", "here")]
    for table in ("scan", "note", "attachment_data"):
        assert _wrong_sums(path, table) == []
    stands = _rows(path, "SELECT count(*), sum(sum) FROM scan")
    assert _rows(path, "SELECT rows, total FROM tally WHERE name = 'scan'") == stands


def test_an_older_file_is_copied_whole_before_anything_of_it_changes(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    journal._file.trust()
    with journal._file._acting.connect() as connection:
        migrate(connection, (*STEPS, _says_where), keep=journal._file._keep)
    journal.close()
    kept = path.with_name("mine-version-1.mbcj")
    assert _rows(path, "PRAGMA user_version") == [(2,)]
    assert _rows(kept, "PRAGMA user_version") == [(1,)]
    assert check_file(kept).sound


def test_a_damaged_older_file_is_not_brought_to_a_newer_version(path: Path, clock: FrozenClock) -> None:
    ((page,),) = _rows(path, "SELECT rootpage FROM sqlite_schema WHERE name = 'contact'")
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    journal = Journal(path, clock)
    journal._file.trust()
    with pytest.raises(JournalDamaged), journal._file._acting.connect() as connection:
        migrate(connection, (*STEPS, _says_where), keep=journal._file._keep)
    journal.close()
    assert _rows(path, "PRAGMA user_version") == [(1,)]
    assert os.listdir(path.parent) == [path.name]


def test_a_row_that_was_wrong_before_is_not_made_right_by_a_step(path: Path) -> None:
    change(path, "UPDATE scan SET told = 'all is well'")
    assert _migrated(path, _says_where)
    assert _rows(path, "SELECT sum FROM scan") == [(-1,)]
    assert _wrong_sums(path, "scan") == [(-1,)]


def test_a_step_that_fails_leaves_the_version_before_whole_and_steps_before_it_stay(path: Path) -> None:
    with pytest.raises(DatabaseError):
        _migrated(path, _says_where, _stumbles)
    assert _rows(path, "PRAGMA user_version") == [(2,)]
    assert _rows(path, "SELECT count(*) FROM note") == [(1,)]
    assert "more" not in [name for _number, name, *_rest in _rows(path, "PRAGMA table_info(scan)")]


def test_a_file_of_a_later_version_is_not_opened_by_this_one(path: Path, clock: FrozenClock) -> None:
    _migrated(path, _says_where)
    with pytest.raises(JournalTooNew):
        Journal(path, clock)


def test_each_version_has_a_digest_and_the_newest_is_what_its_steps_make(path: Path) -> None:
    assert len(migrations.DIGESTS) == len(STEPS)
    engine = make_engine(path, mode="ro")
    with engine.connect() as connection:
        assert (digest(connection), version(connection)) == (migrations.DIGESTS[-1], len(STEPS))
        assert migrations.has_known_schema(connection)
    engine.dispose()


def test_the_first_step_is_frozen() -> None:
    whole = "\n".join(schema_1.statements()).encode()
    assert STEPS[0].__name__ == "_first"
    assert hashlib.sha256(whole).hexdigest() == "ffff1efd35cfe7521364b6f7ba8b05efb7d3e7d7c9ec352cb0d65407610ec379"

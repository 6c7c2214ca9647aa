"""What a record holds stands in the file, field by field, and comes back the same."""

import re
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from mbc_journal.db import integrity, questions, tables
from mbc_journal.db.engine import make_engine
from mbc_journal.db.journal import Journal, create
from mbc_journal.records import STORED, Row
from tests.conftest import FrozenClock
from tests.db.rows import MONDAY, fatigue, kept, one_of_each


def _plain(sql: str) -> str:
    """SQL without what is only layout."""
    return re.sub(r'[\s"]+', " ", sql).replace("( ", "(").replace(" )", ")").strip()


def test_every_stored_record_has_a_table_with_a_column_for_each_field_and_the_sum_last() -> None:
    assert tuple(tables.TABLES) == STORED
    for record, table in tables.TABLES.items():
        assert [*(field.name for field in fields(record)), "sum"] == [column.name for column in table.columns]


@pytest.mark.parametrize("record", one_of_each(), ids=lambda row: type(row).__name__)
def test_each_record_comes_back_as_it_was(record: Row, tmp_path: Path, clock: FrozenClock) -> None:
    rows = one_of_each()
    path = tmp_path / "each.mbcj"
    create(path, clock, *rows)
    journal = Journal(path, clock)
    found = {type(row): row for row in journal.ask(questions.everything)}
    journal.close()
    written = next(row for row in rows if type(row) is type(record))
    assert kept(found[type(record)]) == kept(written)


def test_no_field_of_the_sample_is_left_at_nothing() -> None:
    usual = {"binned_at", "import_batch", "written_by", "level", "time", "written_at", "changed_at"}
    for row in one_of_each():
        empty = {name for name, value in kept(row).items() if value in (None, "", ()) and name not in usual}
        assert not empty, type(row).__name__


def test_numbers_keep_their_digits(journal: Journal) -> None:
    journal.save(*one_of_each())
    (reading,) = journal.ask(questions.readings_on, MONDAY)
    assert str(reading.value) == "0.10"
    assert isinstance(reading.value, Decimal)


def test_the_file_holds_the_tables_that_the_program_knows(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    engine = make_engine(tmp_path / "journal.mbcj", mode="ro")
    with engine.connect() as connection:
        stands: dict[str, str] = {
            name: _plain(sql)
            for name, sql in connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        }
    engine.dispose()
    dialect = sqlite.dialect()
    for table in tables.TABLES.values():
        assert stands[table.name] == _plain(str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            assert stands[str(index.name)] == _plain(str(CreateIndex(index).compile(dialect=dialect)))


def test_a_new_file_needs_no_migration_to_be_what_the_tables_say(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    engine = make_engine(tmp_path / "journal.mbcj", mode="ro")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_record_table})
        found = compare_metadata(context, tables.metadata)
    engine.dispose()
    assert found == []


def _is_record_table(_item: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    return kind != "table" or name in tables.metadata.tables


def test_equal_journals_have_equal_fingerprints_and_others_do_not(
    journal: Journal, tmp_path: Path, clock: FrozenClock
) -> None:
    journal.save(*one_of_each())
    before = journal.ask(integrity.fingerprint)
    journal.copy_to(tmp_path / "copy.mbcj")
    copy = Journal(tmp_path / "copy.mbcj", clock)
    assert copy.ask(integrity.fingerprint) == before
    copy.save(fatigue(MONDAY, 1))
    assert copy.ask(integrity.fingerprint) != before
    copy.close()

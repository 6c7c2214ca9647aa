"""Every field of every stored record has its column, and every column its field."""

import dataclasses

import pytest

from mbc_journal import records
from mbc_journal.db.tables import TABLES
from mbc_journal.records import Row


def _kinds(kind: type[Row] = Row) -> set[type[Row]]:
    return {kind} | {below for child in kind.__subclasses__() for below in _kinds(child)}


def test_every_record_has_a_table() -> None:
    ours = {kind for kind in _kinds() - {Row} if kind.__module__.startswith(records.__name__)}
    assert ours == set(TABLES)


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_every_field_has_a_column_and_every_column_a_field(kind: type[Row]) -> None:
    fields = [field.name for field in dataclasses.fields(kind)]
    columns = [column.name for column in TABLES[kind].columns]
    assert [name for name in columns if name != "sum"] == fields

"""A checksum a row, and the questions that leave out every row whose checksum is wrong."""

import zlib
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Integer, LargeBinary, Table, case, cast, func, literal_column, null
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import ORMExecuteState, with_loader_criteria
from sqlalchemy.orm.interfaces import ORMOption
from sqlalchemy.sql import ClauseElement, visitors

from mbc_journal.db.tables import TABLES

Stored = str | bytes | int | None
"""A value as it stands in the file."""


def row_sum(*values: Stored) -> int:
    """CRC-32 over the values of a row in their order, each with its type and length: NULL, "", 0 and "0" differ.

    Text may come as its UTF-8 bytes; in a STRICT table a column never mixes the two.
    """
    whole = bytearray()
    for value in values:
        if value is None:
            whole += b"-"
        elif isinstance(value, int):
            whole += b"i%d;" % value
        else:
            raw = value.encode() if isinstance(value, str) else value
            whole += b"t%d:" % len(raw)
            whole += raw
    return zlib.crc32(whole)


def summed(table: Table) -> list[Column[Any]]:
    """The columns that the sum of `table` covers, in their order."""
    return [column for column in table.columns if column.name != "sum"]


def _as_it_stands(column: Column[Any]) -> ColumnElement[Any]:
    """`column` for row_sum: text as bytes, so that letters a flipped bit has broken cannot stop the query."""
    kind = column.type.compile(dialect=sqlite.dialect())
    stands = func.typeof(column)
    if kind == "TEXT":
        return case(
            (stands == "text", cast(column, LargeBinary)), (stands == "null", null()), else_=literal_column("0")
        )
    return case((stands.in_((kind.lower(), "null")), column), else_=literal_column("''" if kind == "INTEGER" else "0"))


def sum_of(table: Table) -> ColumnElement[int]:
    """The sum that a row of `table` should have."""
    return func.row_sum(*map(_as_it_stands, summed(table)), type_=Integer)


def is_right(table: Table) -> ColumnElement[bool]:
    """True of the rows of `table` that are as they were written."""
    right: ColumnElement[bool] = table.c.sum == sum_of(table)
    return right


@cache
def _criterion(table: Table) -> ORMOption:
    record = next(record for record, its_table in TABLES.items() if its_table is table)
    return with_loader_criteria(record, is_right(table), include_aliases=True)


def only_right_rows(asked: ORMExecuteState) -> None:
    """Leave every row out of a question that is not as it was written: an event of a session, `do_orm_execute`."""
    if isinstance(asked.statement, ClauseElement) and asked.is_select:
        tables = {part for part in visitors.iterate(asked.statement) if isinstance(part, Table)}
        asked.statement = asked.statement.options(*map(_criterion, tables))

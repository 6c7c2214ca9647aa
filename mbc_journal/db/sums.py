"""A checksum a row, and the views that leave out every row whose checksum is wrong."""

import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, Table

from mbc_journal.db.columns import Flag
from mbc_journal.db.tables import TABLES

Stored = str | bytes | int | None
"""A value as it stands in the file."""


def row_sum(*values: Stored) -> int:
    """CRC-32 over the values of a row in their order, each with its type and length: NULL, "", 0 and "0" differ.

    Text may come as its UTF-8 bytes; in a STRICT table a column never mixes the two.
    """
    parts: list[bytes] = []
    for value in values:
        if value is None:
            parts.append(b"-")
        elif isinstance(value, int):
            parts.append(b"i%d;" % value)
        else:
            raw = value.encode() if isinstance(value, str) else value
            parts += (b"t%d:" % len(raw), raw)
    return zlib.crc32(b"".join(parts))


_AS_IT_STANDS = {
    "TEXT": "CASE typeof({cell}) WHEN 'text' THEN CAST({cell} AS BLOB) WHEN 'null' THEN NULL ELSE 0 END",
    "INTEGER": "CASE typeof({cell}) WHEN 'integer' THEN {cell} WHEN 'null' THEN NULL ELSE '' END",
    "BLOB": "CASE typeof({cell}) WHEN 'blob' THEN {cell} ELSE 0 END",
}
"""A column for row_sum, by its type: text as bytes, so that letters a flipped bit has broken cannot stop a query."""


def sum_of(table: str, columns: Iterable[tuple[str, str]]) -> str:
    """SQL for the sum that a row of `table` should have; `columns` are names and types, without the sum."""
    cells = (_AS_IT_STANDS[kind].format(cell=f'"{table}"."{name}"') for name, kind in columns)
    return f"row_sum({', '.join(cells)})"


@cache
def is_right(table: Table) -> str:
    """SQL that is true of the rows of `table` that are as they were written.

    SQLite looks at a term with a SELECT in it last: rows that a question does not want are never summed.
    """
    columns = [(column.name, _stored_as(column)) for column in table.columns if column.name != "sum"]
    return f'"{table.name}".sum = (SELECT {sum_of(table.name, columns)})'


def _stored_as(column: Column[Any]) -> str:
    if isinstance(column.type, LargeBinary):
        return "BLOB"
    return "INTEGER" if isinstance(column.type, Integer | Flag) else "TEXT"


def only_right_rows() -> Iterator[str]:
    """SQL that lays a view over each table of a connection: questions then see no row that is not as it was written.

    The views stand in the connection's own memory and hide the tables of the same names; whoever needs all rows, or
    writes, says `main.`
    """
    for table in TABLES.values():
        yield f'CREATE TEMP VIEW "{table.name}" AS SELECT rowid, * FROM main."{table.name}" WHERE {is_right(table)}'


def all_rows() -> Iterator[str]:
    """SQL that takes the views of `only_right_rows` away."""
    for table in TABLES.values():
        yield f'DROP VIEW temp."{table.name}"'

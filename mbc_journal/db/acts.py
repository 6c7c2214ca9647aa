"""Writing: rows as images of themselves, written whole, and the acts that Undo and Redo walk along."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Table, bindparam, delete, func, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine

from mbc_journal.db import columns
from mbc_journal.db.sums import is_right
from mbc_journal.db.tables import TABLES
from mbc_journal.records import Row

Image = Mapping[str, Any]
"""A row as it stands: a value for each field of its record."""

Key = tuple[type[Row], uuid.UUID]
Images = dict[Key, Image | None]
"""Rows before or after an act; None: there was none."""

LONGEST = 100  # acts that can be taken back
_CHUNK = 5_000  # ids in one query


def kind(record: type[Row]) -> str:
    """What a Change calls this kind of record: "reading", "plan_rule"."""
    return TABLES[record].name


@cache
def _fields(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.name != "sum")


@cache
def _kinds(table: Table) -> tuple[tuple[str, TypeEngine[Any]], ...]:
    return tuple((name, table.c[name].type) for name in _fields(table))


@cache
def _upsert(table: Table) -> Insert:
    """One row written whole, with its sum, whether or not it was there."""
    values: dict[str, Any] = {name: bindparam(f"the_{name}", type_=table.c[name].type) for name in _fields(table)}
    made = sqlite.insert(table).values(**values, sum=func.row_sum(*values.values()))
    new = {column.name: made.excluded[column.name] for column in table.columns if column.name != "id"}
    return made.on_conflict_do_update(index_elements=["id"], set_=new)


@cache
def _removal(table: Table) -> Delete:
    return delete(table).where(table.c.id == bindparam("the_id"))


@cache
def _wanted(table: Table) -> Select[Any]:
    columns = [table.c[name] for name in _fields(table)]
    return select(*columns).where(table.c.id.in_(bindparam("ids", expanding=True)), text(is_right(table)))


def image(row: Row) -> Image:
    """The image of a record, as it will be read back. Raises ValueError or TypeError for what no column can hold."""
    return {name: columns.settled(kind, getattr(row, name)) for name, kind in _kinds(TABLES[type(row)])}


def record(key: Key, its_image: Image) -> Row:
    """A fresh record from an image."""
    return key[0](**its_image)


def _by_kind(keys: Iterable[Key]) -> dict[type[Row], list[uuid.UUID]]:
    found: dict[type[Row], list[uuid.UUID]] = {}
    for which, row_id in keys:
        found.setdefault(which, []).append(row_id)
    return found


def _chunks(ids: Sequence[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    rest = iter(ids)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


def current(connection: Connection, keys: Iterable[Key]) -> Images:
    """The rows of `keys` as they stand in the file; one that is not as it was written counts as not there."""
    found: Images = dict.fromkeys(keys)
    for which, ids in _by_kind(list(found)).items():
        for chunk in _chunks(ids):
            for row in connection.execute(_wanted(TABLES[which]), {"ids": chunk}).mappings():
                found[which, row["id"]] = dict(row)
    return found


def write(connection: Connection, images: Images) -> None:
    """Make the rows of `images` stand so in the file; what is None goes, before the others come."""
    gone = _by_kind(key for key, its_image in images.items() if its_image is None)
    for which, ids in gone.items():
        connection.execute(_removal(TABLES[which]), [{"the_id": row_id} for row_id in ids])
    kept: dict[type[Row], list[dict[str, Any]]] = {}
    for (which, _id), its_image in images.items():
        if its_image is not None:
            kept.setdefault(which, []).append({f"the_{name}": value for name, value in its_image.items()})
    for which, values in kept.items():
        connection.execute(_upsert(TABLES[which]), values)


@dataclass(frozen=True)
class Act:
    """One step of Undo: the rows it touched, before and after."""

    name: str
    before: Images
    after: Images
    stay: object = None

    def joined(self, later: "Act") -> "Act":
        """This act and a later one as one step, called as the later one."""
        return replace(later, before={**later.before, **self.before}, after={**self.after, **later.after})


@dataclass
class History:
    """The acts of this opening, newest last; gone on lock and close."""

    done: list[Act] = field(default_factory=list)
    undone: list[Act] = field(default_factory=list)

    def add(self, act: Act) -> None:
        """Remember a new act; one with the same `stay` as the last joins it. Nothing can be redone any more."""
        if self.done and not self.undone and act.stay is not None and self.done[-1].stay == act.stay:
            act = self.done.pop().joined(act)
        self.undone.clear()
        self.done.append(act)
        del self.done[:-LONGEST]

    def step_back(self) -> None:
        """The last act is taken back."""
        self.undone.append(self.done.pop())

    def step_on(self) -> None:
        """The act taken back last is done again."""
        self.done.append(self.undone.pop())

    def forget(self) -> None:
        """No act can be taken back or done again."""
        self.done.clear()
        self.undone.clear()

    @property
    def names(self) -> tuple[str, str]:
        """The names of the acts that Undo and Redo would act on, "" for none."""
        return (self.done[-1].name if self.done else "", self.undone[-1].name if self.undone else "")

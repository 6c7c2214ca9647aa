"""One save through the journal beside the lone insert of the same row into the same file by the driver itself."""

import datetime as dt
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.measured import Work
from mbc_journal.clock import Clock
from mbc_journal.db.engine import connect
from mbc_journal.db.journal import Journal
from mbc_journal.db.tables import TABLES
from mbc_journal.records import Reading

_TABLE = TABLES[Reading]


@contextmanager
def save_and_insert(path: Path, clock: Clock) -> Iterator[tuple[Work, Work]]:
    """`journal.save(reading)` and the raw insert, each on its own copy of the journal, ready to be timed."""
    ours, theirs = path.with_name(f"ours-{path.name}"), path.with_name(f"raw-{path.name}")
    shutil.copyfile(path, ours)
    shutil.copyfile(path, theirs)
    journal, raw = Journal(ours, clock), connect(theirs)
    day = clock.today()

    def save() -> None:
        journal.save(Reading(scale="fatigue", day=day, time=dt.time(9, 30), level=2), name="Tiredness")

    try:
        yield save, _insert(raw)
    finally:
        journal.close()
        raw.close()


def _insert(raw: Any) -> Work:
    """An act of one row, as the driver does it: the same pragmas, the same table, the same triggers, the same sum."""
    names = [column.name for column in _TABLE.columns if column.name != "sum"]
    quoted = ", ".join(f'"{name}"' for name in names)
    places = ", ".join(f":{name}" for name in names)
    wanted = "scale = 'fatigue' AND level IS NOT NULL"
    row = raw.execute(f"SELECT {quoted} FROM {_TABLE.name} WHERE {wanted} LIMIT 1").fetchone()
    values = dict(zip(names, row, strict=True))
    insert = f"INSERT INTO {_TABLE.name} ({quoted}, sum) VALUES ({places}, row_sum({places}))"

    def act() -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(insert, values | {"id": str(uuid.uuid4())})
        raw.execute("COMMIT")

    return act

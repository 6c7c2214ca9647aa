"""The connection to the file: one, with every pragma set and read back, and its transactions our own."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver

from mbc_journal.db.keys import key_lines
from mbc_journal.db.sums import row_sum

PRAGMAS = {
    "locking_mode": "exclusive",
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "fullfsync": 1,
}


class PragmaRefused(Exception):
    """SQLite did not take a pragma that the safety of the file rests on."""


def connect(path: Path, key: str = "", mode: str = "rw") -> Any:
    """An open connection of the driver; in mode "rw" it holds the file's lock until it is closed.

    Raises the driver's errors and PragmaRefused. `path` is absolute.
    """
    with ExitStack() as failed:
        made = driver.connect(
            f"{path.as_uri()}?mode={mode}", uri=True, timeout=2, isolation_level=None, check_same_thread=False
        )
        failed.callback(made.close)
        for line in key_lines(key):
            made.execute(line)
        for name, want in PRAGMAS.items():
            made.execute(f"PRAGMA {name}={want}")
            if made.execute(f"PRAGMA {name}").fetchone() != (want,):
                raise PragmaRefused(name)
        made.create_function("row_sum", -1, row_sum, deterministic=True)
        if mode == "rw":
            made.execute("BEGIN EXCLUSIVE")
            made.execute("COMMIT")
        failed.pop_all()
    return made


def _begin(connection: Connection) -> None:
    """Begin as the act or the question needs it: an act holds the right to write from its first line."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("act") else "BEGIN")


def make_engine(path: Path, key: str = "", mode: str = "rw", prepare: Callable[[Any], None] | None = None) -> Engine:
    """An engine with one connection to `path`, opened when first used; `prepare` is handed each new connection."""

    def open_one() -> Any:
        made = connect(path, key, mode)
        if prepare is not None:
            prepare(made)
        return made

    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=open_one,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=5,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine

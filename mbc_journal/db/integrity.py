"""Whether the whole file is as it was written: its structure, every row, and how many rows there are."""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from mbc_journal.db import migrations, opening
from mbc_journal.db.engine import PragmaRefused, make_engine
from mbc_journal.db.reasons import refusal
from mbc_journal.db.sums import is_right
from mbc_journal.db.tables import TABLES, attachment_data
from mbc_journal.problems import JournalDamaged
from mbc_journal.records import CheckResult, Damage, PartialDate
from mbc_journal.wording import N_

DAMAGED = N_("the journal is damaged")

_SLICE = 1_000  # rows, 8 ms
_SLICE_OF_FILES = 4  # rows of up to 10 MB
_DAYS = ("day", "on", "planned_day", "at", "written_at")
_WHATS = ("scale", "name", "kind", "state", "topic", "role", "site", "file")
_INDEX = re.compile("missing from index|entries in index|non-unique entry|FTS5")
_OF_ROWS = re.compile("value in|CHECK constraint")  # the sum of that row is wrong too


def fingerprint(session: Session) -> str:
    """SHA-256 over every row of every record, by id: equal before and after means equal journals."""
    connection = session.connection()
    found = hashlib.sha256()
    for table in TABLES.values():
        found.update(table.name.encode())
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        for row in connection.exec_driver_sql(f'SELECT {columns} FROM main."{table.name}" ORDER BY id'):
            found.update(repr(tuple(row)).encode())
    return found.hexdigest()


class FullCheck:
    """A check of everything, in slices of some milliseconds, so that the window stays awake.

    `done`, then `damaged` (rows), `broken` (what is wrong with the file itself) and `rows` tell what was found.
    """

    def __init__(self, engine: Callable[[], Engine], settle: Callable[[], None] | None = None) -> None:
        """`engine` gives the engine to ask, each time anew; `settle` mends at the end what only repeats the rows."""
        self._engine = engine
        self._settle = settle
        self._slices = self._walk()
        self.done = False
        self.rows = 0
        self.damaged: list[Damage] = []
        self.broken: list[str] = []
        self.stale = False  # indexes or search words do not fit the rows

    def step(self) -> bool:
        """Do one slice; False when there is nothing left to do."""
        self.done = next(self._slices, None) is None
        return not self.done

    @property
    def sound(self) -> bool:
        """Whether everything was looked at and all is as it was written."""
        return self.done and not self.damaged and not self.broken

    def result(self) -> CheckResult:
        """What was found so far; the file itself counts as one more damage."""
        own = [Damage("File", what=what) for what in dict.fromkeys(self.broken)]
        return CheckResult(self.sound, self.rows, (*self.damaged, *own))

    def _walk(self) -> Iterator[bool]:
        for look in (self._structure, self._links):
            self._try(look)
            yield True
        for record, table in TABLES.items():
            last: int | None = -(2**63)
            while last is not None:
                last = self._try(self._rows, record.__name__, table, last)
                yield True
            self._try(self._tally, table, record.__name__)
        if self._settle is not None:
            self._settle()
        elif self.stale:
            self.broken.append("index")

    def _try(self, look: Callable[..., int | None], *args: object) -> int | None:
        """One look; what SQLite cannot read is a finding."""
        try:
            with self._engine().connect() as connection:
                return look(connection, *args)
        except DatabaseError:
            self.broken.append("structure")
            return None

    def _structure(self, connection: Connection) -> None:
        for (found,) in connection.exec_driver_sql("PRAGMA integrity_check(200)"):
            if _INDEX.search(found):
                self.stale = True
            elif found != "ok" and not _OF_ROWS.search(found):
                self.broken.append("structure")

    def _links(self, connection: Connection) -> None:
        for table, *_rest in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            self.broken.append(f"links of {table}")

    def _rows(self, connection: Connection, record: str, table: Table, after: int) -> int | None:
        """Test the sums of the next slice of rows; the last row number looked at, None at the end."""
        size = _SLICE_OF_FILES if table is attachment_data else _SLICE
        last, count, wrong = connection.exec_driver_sql(
            "SELECT max(number), count(*), total(wrong) FROM "
            f'(SELECT rowid AS number, ({is_right(table)}) IS NOT TRUE AS wrong FROM main."{table.name}" '
            "WHERE rowid > ? ORDER BY rowid LIMIT ?)",
            (after, size),
        ).one()
        self.rows += count
        if wrong:
            self._name_wrong(connection, record, table, (after, last))
        return int(last) if count == size else None

    def _name_wrong(self, connection: Connection, record: str, table: Table, between: tuple[int, int]) -> None:
        names = ["id", *(name for name in (*_DAYS, *_WHATS) if name in table.c)]
        cells = ", ".join(f'CAST("{name}" AS BLOB)' for name in names)
        for row in connection.exec_driver_sql(
            f'SELECT {cells} FROM main."{table.name}" '
            f"WHERE rowid > ? AND rowid <= ? AND ({is_right(table)}) IS NOT TRUE",
            between,
        ):
            said = dict(zip(names, map(_readable, row), strict=True))
            day = next((said[name] for name in _DAYS if said.get(name)), "")
            what = next((said[name] for name in _WHATS if said.get(name)), "")
            self.damaged.append(Damage(record, _day(day), what, said["id"]))

    def _tally(self, connection: Connection, table: Table, record: str) -> None:
        """Rows and total of sums as kept by the triggers; this alone sees a write that was lost."""
        kept = connection.exec_driver_sql("SELECT rows, total FROM tally WHERE name = ?", (table.name,)).first()
        stands = connection.exec_driver_sql(f'SELECT count(*), coalesce(sum(sum), 0) FROM main."{table.name}"').one()
        explained = any(damage.record == record for damage in self.damaged)
        if kept is None or kept[0] != stands[0] or (kept[1] != stands[1] and not explained):
            self.broken.append(f"count of {table.name}")


def _readable(cell: bytes | None) -> str:
    return (cell or b"").decode(errors="replace")


def _day(text: str) -> str:
    """The day in `text`, if there is one that can be."""
    try:
        return PartialDate(text[:10]).text
    except ValueError:
        return ""


def check_file(path: Path, key: str = "") -> CheckResult:
    """Check a whole file that is not open in this program; it is not changed, but for an act that was cut off.

    Raises the UserProblem family for what is no journal that can be opened; damage is a result, never an error.
    """
    path = path.absolute()
    try:
        opening.look(path, key)
    except JournalDamaged:
        return CheckResult(False, 0, (Damage("File", what="structure"),))
    engine = make_engine(path, key, "rw" if opening.is_hot(path) else "ro")
    try:
        with engine.connect() as connection:
            known = migrations.has_known_schema(connection)
        found = FullCheck(lambda: engine)
        while known and found.step():
            continue
        return found.result() if known else CheckResult(False, 0, (Damage("File", what="schema"),))
    except (DatabaseError, PragmaRefused) as error:
        problem = refusal(error, path, key)
        if isinstance(problem, JournalDamaged):
            return CheckResult(False, 0, (Damage("File", what="structure"),))
        raise problem from error
    finally:
        engine.dispose()

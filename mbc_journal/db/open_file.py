"""The open file: its lock, its one connection, and the act that either stands in it whole or not at all."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, IntegrityError

from mbc_journal.clock import Clock
from mbc_journal.db import acts, migrations, opening, sums
from mbc_journal.db.acts import Images
from mbc_journal.db.engine import PragmaRefused, connect, make_engine
from mbc_journal.db.lock import FileLock
from mbc_journal.db.new_file import leave_nothing, new_file
from mbc_journal.db.reasons import CHANGED, GONE, READ_ONLY, is_damage, not_allowed, refusal, why_not_saved
from mbc_journal.problems import JournalDamaged, NotSaved, UserProblem
from mbc_journal.wording import _


@dataclass(frozen=True)
class State:
    """Which journal it is, and how many acts were ever done in it."""

    journal_id: str
    act_seq: int

    @property
    def following(self) -> "State":
        """The same journal after one more act."""
        return State(self.journal_id, self.act_seq + 1)


_UNSEEN = opening.Seen(0, 0, 0, 0)
_STATE = "SELECT journal_id, act_seq FROM meta"

Work = Callable[[Connection], tuple[Images, Images]]
"""What an act does inside its transaction: returns its rows before and after."""


def _is_whole(engine: Engine) -> bool:
    """Whether SQLite finds nothing wrong in a file of whatever version."""
    try:
        with engine.connect() as connection:
            return connection.exec_driver_sql("PRAGMA integrity_check").all() == [("ok",)]
    except DatabaseError:
        return False
    finally:
        engine.dispose()


def _match(connection: Connection, words: str) -> None:
    """Fill the search words anew unless they are those of the rows."""
    try:
        connection.exec_driver_sql(f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        connection.exec_driver_sql(f"INSERT INTO {words} ({words}) VALUES ('rebuild')")


def fill(path: Path, key: str = "") -> None:
    """Make the empty file at `path` a journal without entries."""
    engine = make_engine(path, key)
    try:
        with engine.execution_options(act=True).connect() as connection:
            migrations.migrate(connection)
    finally:
        engine.dispose()


class OpenFile:
    """A journal file held open by this program and by no other."""

    def __init__(self, path: Path, clock: Clock, key: str = "") -> None:
        """Open `path`. Raises the UserProblem family, and then has changed nothing."""
        self.path = Path(os.path.abspath(path))
        self._key = key
        self._careful = True
        opening.look(self.path, key)
        self.read_only = "" if os.access(self.path, os.W_OK) and os.access(self.path.parent, os.W_OK) else READ_ONLY
        self._lock = self._locked(clock)
        try:
            self._open()
        except UserProblem:
            self.close()
            raise

    def _locked(self, clock: Clock) -> FileLock | None:
        try:
            return FileLock(self.path, clock)
        except OSError:  # a folder that cannot be written, or a full disk: SQLite's own lock must do
            return None

    def _open(self) -> None:
        mode = "ro" if self.read_only else "rw"
        self.engine = make_engine(self.path, self._key, mode, self._prepare)
        self._acting = self.engine.execution_options(act=True, schema_translate_map={None: "main"})
        try:
            if mode == "rw":
                self._migrate()
            with self.engine.connect() as connection:
                if not migrations.has_known_schema(connection):
                    raise JournalDamaged(path=self.path)
                self._state = State(*connection.exec_driver_sql(_STATE).one())
            self._seen = opening.seen(self.path)
        except (DatabaseError, PragmaRefused) as error:
            self.engine.dispose()
            raise refusal(error, self.path, self._key) from error
        except UserProblem:
            self.engine.dispose()
            raise

    def _migrate(self) -> None:
        with self._acting.connect() as connection:
            changed = migrations.migrate(connection, keep=self._keep)
        if changed:
            self.engine.dispose()  # the next connection is prepared for the newest version

    def _keep(self, connection: Connection, version: int) -> None:
        """Before it is brought to a newer version: a copy of the file as it is, beside it, read back whole."""
        kept = self.path.with_name(f"{self.path.stem}-version-{version}{self.path.suffix}")
        with new_file(kept) as part:
            self._copy(connection, part)
            if not _is_whole(make_engine(part, self._key, "ro")):
                raise JournalDamaged(path=self.path)

    def _prepare(self, connection: Any) -> None:
        """Hide wrong rows from questions until the full check has found none; an older file is migrated first."""
        if self._careful and migrations.is_newest(connection):
            for line in sums.only_right_rows():
                connection.execute(line)

    def trust(self) -> None:
        """Every row was tested and is right: questions need not test them again."""
        self._careful = False
        with self.engine.begin() as connection:
            for line in sums.all_rows():
                connection.exec_driver_sql(line)

    def act(self, work: Work) -> tuple[Images, Images]:
        """Do `work` in one transaction; when this returns it is on the disk.

        Raises NotSaved, NotAllowed or JournalDamaged, and then the file is as before.
        """
        self._find_unchanged()
        done: tuple[Images, Images] = ({}, {})
        try:
            with self._acting.begin() as connection:
                done = work(connection)
                if done[1]:
                    connection.exec_driver_sql("UPDATE meta SET act_seq = act_seq + 1")
        except IntegrityError as refused:
            raise not_allowed(refused) from refused
        except DatabaseError as error:
            if not self._stands_after_all(done[1]):
                raise self._not_done(error) from error
        self._note(bool(done[1]))
        return done

    def _not_done(self, error: DatabaseError) -> UserProblem:
        if is_damage(error):
            return JournalDamaged(path=self.path)
        return NotSaved(why=why_not_saved(error, self.path))

    def _find_unchanged(self) -> None:
        """Before an act: the file is there, and no other program has written to it since our last."""
        try:
            if opening.seen(self.path) == self._seen:
                return
        except OSError as gone:
            raise NotSaved(why=_(GONE)) from gone
        before = self._state
        self._careful = True  # who knows what was written
        self.engine.dispose()
        try:
            opening.look(self.path, self._key)
            self._open()
        except UserProblem as problem:
            raise NotSaved(why=_(CHANGED)) from problem
        if self._state != before:
            self._expect(before)
            raise NotSaved(why=_(CHANGED))

    def _expect(self, state: State) -> None:
        """Go by `state`, and look at the file anew before the next act."""
        self._state = state
        self._seen = _UNSEEN

    def _stands_after_all(self, after: Images) -> bool:
        """After an error: whether the act reached the disk nevertheless (some failed writes do)."""
        before = self._state
        self.engine.dispose()
        try:
            self._open()
        except UserProblem:
            self._expect(before)
            return False
        with self._acting.connect() as connection:
            stands = bool(after) and self._state == before.following and acts.current(connection, after) == after
        if self._state != before and not stands:
            self._expect(before)
        self._state = before
        return stands

    def _note(self, moved: bool) -> None:
        """After COMMIT: remember how the file looks now; it must still be the one that was opened."""
        try:
            now = opening.seen(self.path)
        except OSError as gone:
            raise NotSaved(why=_(GONE)) from gone
        if now.place != self._seen.place:
            raise NotSaved(why=_(CHANGED))
        self._seen = now
        if moved:
            self._state = self._state.following

    def rebuild(self, indexes: bool) -> None:
        """Make anew what only repeats the rows: the indexes if so wanted, and the words to search where they differ."""

        def work(connection: Connection) -> tuple[Images, Images]:
            if indexes:
                connection.exec_driver_sql("REINDEX")
            for words in ("note_words", "question_words", "visit_words"):
                _match(connection, words)
            return {}, {}

        self.act(work)

    def copy_to(self, path: Path) -> None:
        """Copy the open file into a new one at `path`, through SQLite. Raises CannotWrite."""
        with new_file(path) as part, self.engine.connect() as connection:
            self._copy(connection, part)

    def _copy(self, connection: Connection, part: Path) -> None:
        source: Any = connection.connection.driver_connection
        target = connect(part, self._key)
        try:
            source.backup(target)
        finally:
            target.close()

    def close(self) -> None:
        """Let go of the file and its lock; leave nothing beside it. A second call does nothing."""
        if hasattr(self, "engine"):
            self.engine.dispose()
        if self._lock is not None:
            leave_nothing(self.path)
            self._lock.release()

"""The journal: one open file and its eight doors."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from mbc_journal.clock import Clock
from mbc_journal.db import acts, integrity
from mbc_journal.db.acts import Act, History, Image, Images, Key
from mbc_journal.db.new_file import new_file
from mbc_journal.db.open_file import OpenFile, Work, fill
from mbc_journal.db.reasons import outside
from mbc_journal.problems import CannotWrite, JournalDamaged, JournalExists, NotSaved, UserProblem
from mbc_journal.records import NEVER, Attachment, AttachmentData, Change, Row
from mbc_journal.wording import N_, _

P = ParamSpec("P")
T = TypeVar("T")

_UNNAMED = N_("Change")
_TIMES = ("written_at", "changed_at", "binned_at")


def _silence(_change: Change) -> None:
    """Nobody listens."""


class Journal:
    """An open journal. `ask` reads; every other door but the last two is one transaction and one announcement.

    `path` is the file; `read_only` is "" or the sentence why nothing can be saved here; `check` is the full check,
    which the window drives slice by slice with `check.step()`: until it has ended and all was well, questions leave
    out every row that is not as it was written.
    """

    def __init__(self, path: Path, clock: Clock, key: str = "", told: Callable[[Change], None] | None = None) -> None:
        """Open the file; `told` hears of each change after it is saved. Raises the UserProblem family."""
        self._file = OpenFile(path, clock, key)
        self._clock = clock
        self._told = told or _silence
        self._history = History()
        self.path = self._file.path
        self.read_only = _(self._file.read_only)
        self.check = integrity.FullCheck(lambda: self._file.engine, self._settle)

    def ask(self, question: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer of a question of db/questions. Raises JournalDamaged if the file cannot be read."""
        with Session(self._file.engine, autoflush=False, expire_on_commit=False) as session:
            session.info["damaged"] = len(self.check.damaged)
            try:
                return question(session, *args, **kwargs)
            except DatabaseError as error:
                raise JournalDamaged(path=self.path) from error

    def save(self, *records: Row, stay: object = None, name: str = "") -> Change:
        """Write whole records in one act, called `name` in Undo; the same `stay` as the act before joins them.

        Sets their `written_at` and `changed_at`. A record that is as it was is not written. Raises NotSaved,
        NotAllowed; the file and the records are then as before.
        """
        wanted = _images(records)

        def work(connection: Connection) -> tuple[Images, Images]:
            before = acts.current(connection, wanted)
            after = {key: self._stamped(new, before[key]) for key, new in wanted.items()}
            return _written(connection, before, after)

        return self._done(records, work, stay, name)

    def bin(self, *records: Row, name: str = "") -> Change:
        """Put records into the bin, where questions do not look. Raises NotSaved."""
        keys = [_key(record) for record in records]
        now = self._clock.utc()

        def work(connection: Connection) -> tuple[Images, Images]:
            before = acts.current(connection, keys)
            after = {
                key: {**old, "binned_at": now, "changed_at": now}
                for key, old in before.items()
                if old is not None and old["binned_at"] is None
            }
            return _written(connection, before, after)

        return self._done(records, work, None, name)

    def undo(self) -> Change | None:
        """Take the last act back; None if there is none. Raises NotSaved."""
        if not self._history.done:
            return None
        act = self._history.done[-1]
        self._put(act.before)
        self._history.step_back()
        return self._announce(act, act.before, undone=True)

    def redo(self) -> Change | None:
        """Do the act again that was taken back last; None if there is none. Raises NotSaved."""
        if not self._history.undone:
            return None
        act = self._history.undone[-1]
        self._put(act.after)
        self._history.step_on()
        return self._announce(act, act.after)

    def forget(self, *records: Row) -> Change:
        """Erase records for good, with the bytes of attachments; acts before this cannot be taken back any more.

        Raises NotSaved, and NotAllowed while other rows belong to them.
        """
        keys = [_key(record) for record in records]
        keys += [(AttachmentData, record.id) for record in records if isinstance(record, Attachment)]

        def work(connection: Connection) -> tuple[Images, Images]:
            before = acts.current(connection, keys)
            return _written(connection, before, {key: None for key, old in before.items() if old is not None})

        before, after = self._act(work)
        self._history.forget()
        return self._announce(Act("", before, after), after)

    def copy_to(self, path: Path) -> None:
        """Copy the journal into a new file, locked with the same key. Raises CannotWrite, JournalExists."""
        if path.exists():
            raise JournalExists(path=path)
        self._file.copy_to(path)

    def close(self) -> None:
        """Let go of the file; Undo ends here. A second call does nothing."""
        self._history.forget()
        self._file.close()

    def _stamped(self, new: Image, old: Image | None) -> Image:
        """`new` with its times: the first writing never changes; a restored row keeps the times it came with."""
        now = self._clock.utc()
        if old is None:
            first = now if new["written_at"] == NEVER else new["written_at"]
            last = now if new["changed_at"] == NEVER else new["changed_at"]
            return {**new, "written_at": first, "changed_at": last}
        same = {**new, "written_at": old["written_at"], "changed_at": old["changed_at"]}
        return same if same == old else {**same, "changed_at": now}

    def _done(self, records: Iterable[Row], work: Work, stay: object, name: str) -> Change:
        """Do `work` as an act that can be taken back; tell the records the times they were stored with."""
        before, after = self._act(work)
        for record in records:
            _take_times(record, after.get(_key(record)))
        if not after:
            return Change(frozenset(), tuple(records), name=name, undo=self._history.names[0])
        act = Act(name or _(_UNNAMED), before, after, stay)
        self._history.add(act)
        return self._announce(act, after)

    def _settle(self) -> None:
        """At the end of the full check: what repeats the rows is mended, a damaged file is written to no more."""
        try:
            if not self.check.broken and not self.read_only:
                self._file.rebuild(self.check.stale)
        except NotSaved:
            return  # the next start tries again; until then questions go on testing each row
        except UserProblem:
            self.check.broken.append("index")
        if self.check.broken:
            self.read_only = _(integrity.DAMAGED)
        elif not self.check.damaged:
            self._file.trust()

    def _act(self, work: Work) -> tuple[Images, Images]:
        if self.read_only:
            raise NotSaved(why=self.read_only)
        return self._file.act(work)

    def _put(self, images: Images) -> None:
        def work(connection: Connection) -> tuple[Images, Images]:
            acts.write(connection, images)
            return images, images

        self._act(work)

    def _announce(self, act: Act, now: Images, undone: bool = False) -> Change:
        """Say what stands in the file now."""
        was = act.after if undone else act.before
        undo, redo = self._history.names
        change = Change(
            kinds=frozenset(acts.kind(which) for which, _id in now),
            rows=tuple(acts.record(key, new) for key, new in now.items() if new is not None),
            gone=tuple(acts.record(key, old) for key, new in now.items() if new is None and (old := was[key])),
            undone=undone,
            name=act.name,
            undo=undo,
            redo=redo,
        )
        self._told(change)
        return change


def _key(record: Row) -> Key:
    return type(record), record.id


def _images(records: Iterable[Row]) -> dict[Key, Image]:
    try:
        return {_key(record): acts.image(record) for record in records}
    except (ValueError, TypeError, OverflowError) as refused:
        raise outside() from refused


def _written(connection: Connection, before: Images, after: Mapping[Key, Image | None]) -> tuple[Images, Images]:
    """Write the rows of `after` that differ, and return those, before and after."""
    changed = {key: new for key, new in after.items() if new != before[key]}
    acts.write(connection, changed)
    return {key: before[key] for key in changed}, changed


def _take_times(record: Row, stored: Image | None) -> None:
    if stored is not None:
        for name in _TIMES:
            setattr(record, name, stored[name])


def create(path: Path, clock: Clock, *records: Row, key: str = "") -> None:
    """Make a new journal, mode 0600, holding `records`; `path` has it only when it is whole.

    Raises JournalExists, CannotWrite, NotAllowed.
    """
    path = path.absolute()
    if path.exists():
        raise JournalExists(path=path)
    with new_file(path) as part:
        fill(part, key)
        if records:
            journal = Journal(part, clock, key)
            try:
                journal.save(*records)
            except NotSaved as problem:
                raise CannotWrite(path=path, why=problem.facts["why"]) from problem
            finally:
                journal.close()

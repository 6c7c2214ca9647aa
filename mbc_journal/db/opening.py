"""What stands at a path, told from its first bytes before SQLite touches it."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from mbc_journal.db.migrations import APPLICATION_ID, STEPS
from mbc_journal.problems import (
    JournalDamaged,
    JournalEmpty,
    JournalLocked,
    JournalMissing,
    JournalTooNew,
    JournalUnreadable,
    NotAJournal,
    UserProblem,
)

_MAGIC = b"SQLite format 3\x00"
_HOT = bytes.fromhex("d9d505f920a163d7")  # how a rollback journal begins until its act has ended
_PAGE = 4096
_SHAPE = (
    (16, b"\x10\x00\x01\x01\x00\x40\x20\x20"),  # pages of 4096 bytes, a rollback journal, nothing reserved
    (44, b"\x00\x00\x00\x04"),  # the schema's format
    (52, b"\x00\x00\x00\x00"),  # no vacuum of its own
    (56, b"\x00\x00\x00\x01"),  # UTF-8
    (64, bytes(4)),
    (72, bytes(20)),
)
"""What certain first bytes of every journal are; nothing else of SQLite's would notice a change of some."""


@dataclass(frozen=True)
class Seen:
    """A file as the system describes it; another program's write changes it."""

    device: int
    inode: int
    size: int
    changed: int

    @property
    def place(self) -> tuple[int, int]:
        """Which file it is, whatever its name."""
        return self.device, self.inode


def seen(path: Path) -> Seen:
    """How `path` stands now. Raises OSError."""
    found = os.stat(path)
    return Seen(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def side_journal(path: Path) -> Path:
    """SQLite's own rollback journal of `path`."""
    return path.with_name(f"{path.name}-journal")


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_HOT))
    except OSError:
        return b"?"


def is_hot(path: Path) -> bool:
    """Whether an act was cut off: the next opening takes it back."""
    return _beginning(side_journal(path)) == _HOT


def has_ended(path: Path) -> bool:
    """Whether a rollback journal stands beside `path` whose act has ended: it is of no more use."""
    return _beginning(side_journal(path)) in (b"", bytes(len(_HOT)))


def _number(head: bytes, start: int, length: int = 4) -> int:
    return int.from_bytes(head[start : start + length])


def _check_ours(path: Path, head: bytes, size: int) -> None:
    """Refuse a SQLite file that is not ours, is newer, or whose first bytes cannot be right."""
    if _number(head, 68) != APPLICATION_ID:
        raise NotAJournal(path=path)
    if _number(head, 60) > len(STEPS):
        raise JournalTooNew(found=_number(head, 60), known=len(STEPS))
    if any(head[start : start + len(want)] != want for start, want in _SHAPE) or _number(head, 60) == 0:
        raise JournalDamaged(path=path)
    if _number(head, 28) * _PAGE != size and not is_hot(path):
        raise JournalDamaged(path=path)


def _closed(error: OSError) -> type[UserProblem]:
    """A path that leads nowhere is no journal; what the system keeps shut may be one."""
    return NotAJournal if error.errno in (errno.ELOOP, errno.ENAMETOOLONG) else JournalUnreadable


def look(path: Path, key: str = "") -> None:
    """Refuse what is not a journal this program can open with `key`, without changing a byte.

    Raises JournalMissing, JournalUnreadable, JournalEmpty, NotAJournal, JournalTooNew, JournalDamaged, JournalLocked.
    """
    try:
        found = os.lstat(path)
        if stat.S_ISLNK(found.st_mode):
            found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise NotAJournal(path=path)
        if found.st_size == 0:
            raise JournalEmpty(path=path)
        head = _head(path)
    except (FileNotFoundError, NotADirectoryError) as gone:
        raise JournalMissing(path=path) from gone
    except OSError as closed:
        raise _closed(closed)(path=path) from closed
    if head.startswith(_MAGIC) and len(head) == 100:
        _check_ours(path, head, found.st_size)
    elif len(head) == 100 and found.st_size % _PAGE == 0 and head[15] == 1:
        if not key:
            raise JournalLocked(path=path)
    else:
        raise NotAJournal(path=path)

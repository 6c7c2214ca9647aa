"""Why an act did not reach the file, told from the driver's words and from what the system says of the file."""

import os
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from mbc_journal.problems import JournalDamaged, JournalLocked, JournalOpenElsewhere, NotAllowed, UserProblem
from mbc_journal.wording import N_, _

FULL = N_("the disk is full")
BROKEN = N_("the disk reported an error")
GONE = N_("the journal is no longer where it was")
READ_ONLY = N_("the journal can only be read here")
BUSY = N_("another program holds the journal")
CHANGED = N_("another program changed the journal")

_TAKEN = N_("There is an entry for this day already.")
_BELONGS = N_("Another entry belongs to this one, or what this one belongs to is not in the journal.")
_OUTSIDE = N_("A value is outside what the journal can hold.")

_SOMEONE = N_("another program")
_SOME_TIME = N_("an unknown time")

_ROOM = 1 << 20  # bytes; with less, an error of the disk means that it is full


def is_damage(error: Exception) -> bool:
    """Whether SQLite could not make sense of the file."""
    words = str(getattr(error, "orig", error))
    return "malformed" in words or "not a database" in words or "UTF-8" in words


def refusal(error: Exception, path: Path, key: str) -> UserProblem:
    """Why a file could not be opened."""
    words = str(getattr(error, "orig", error))
    if "locked" in words:
        return JournalOpenElsewhere(computer=_(_SOMEONE), since=_(_SOME_TIME))
    if key and "not a database" in words:
        return JournalLocked(path=path)
    return JournalDamaged(path=path)


def why_not_saved(error: Exception, path: Path) -> str:
    """The sentence for `error`. The driver's codes are primary only, so the system is asked too."""
    words = str(getattr(error, "orig", error))
    if not path.exists():
        return _(GONE)
    if "full" in words or _no_room(path):
        return _(FULL)
    if "readonly" in words:
        return _(READ_ONLY)
    return _(BUSY) if "locked" in words else _(BROKEN)


def _no_room(path: Path) -> bool:
    if not hasattr(os, "statvfs"):  # pragma: no cover - Windows says FULL itself
        return False
    room = os.statvfs(path)
    return room.f_bavail * room.f_frsize < _ROOM


def not_allowed(error: IntegrityError) -> NotAllowed:
    """What to say of values that the tables refuse."""
    words = str(error.orig)
    if "day.day" in words:
        return NotAllowed(why=_(_TAKEN))
    if "FOREIGN KEY" in words:
        return NotAllowed(why=_(_BELONGS))
    return outside()


def outside() -> NotAllowed:
    """What to say of a value that no column can hold."""
    return NotAllowed(why=_(_OUTSIDE))

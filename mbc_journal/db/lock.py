"""The lock beside a journal: one program at a time, harmless after a kill."""

import os
import platform
import sys
from pathlib import Path

from mbc_journal.clock import Clock
from mbc_journal.problems import JournalOpenElsewhere

if sys.platform == "win32":  # pragma: no cover - tried on Linux only
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_still(path: Path, handle: int) -> bool:
    """Whether the file we hold is the one that stands at `path`."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False


def _holder(path: Path) -> tuple[str, str]:
    """Computer and time written by who holds the lock."""
    try:
        computer, since = path.read_text("utf-8", errors="replace").split("\n")[:2]
    except (OSError, ValueError):
        return "?", "?"
    return computer, since


class FileLock:
    """`NAME-lock` beside a journal, held until released or until the process ends, however it ends."""

    def __init__(self, journal: Path, clock: Clock) -> None:
        """Take the lock. Raises JournalOpenElsewhere if it is held, OSError if its file cannot be made."""
        self.path = journal.with_name(f"{journal.name}-lock")
        self._handle = self._taken()
        if os.name != "nt":
            os.fchmod(self._handle, 0o600)
        try:
            os.truncate(self._handle, 0)
            os.write(self._handle, f"{platform.node()}\n{clock.now():%H:%M}\n".encode())
        except OSError:  # a full disk: the lock holds without its words
            return

    def _taken(self) -> int:
        while True:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            try:
                _hold(handle)
            except (BlockingIOError, PermissionError) as held:
                os.close(handle)
                computer, since = _holder(self.path)
                raise JournalOpenElsewhere(computer=computer, since=since) from held
            if _is_still(self.path, handle):
                return handle
            os.close(handle)

    def release(self) -> None:
        """Take the file away while it is still ours, then let go. A second call does nothing."""
        if self._handle < 0:
            return
        if os.name != "nt" and _is_still(self.path, self._handle):
            self.path.unlink()
        os.close(self._handle)
        self._handle = -1

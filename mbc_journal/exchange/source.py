"""The bytes of a file to bring in, read once and whole."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from mbc_journal.exchange.refusals import refused

MOST_BYTES = 512 * 1024 * 1024
"""The largest file of any kind that is read: a native one."""

MOST_FOREIGN_BYTES = 64 * 1024 * 1024
"""The largest file another program wrote."""


@dataclass(frozen=True)
class Source:
    """One file as it was when it was read."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Hash of the bytes, as a batch keeps it."""
        return hashlib.sha256(self.data).hexdigest()


def load(path: Path) -> Source:
    """The file at `path`.

    Raises ImportRefused: unreadable (a folder, a pipe, no rights, changed while it was read) or too-big.
    """
    try:
        before = os.stat(path)
        if not stat.S_ISREG(before.st_mode):
            raise refused("unreadable", path=path.name or path)
        if before.st_size > MOST_BYTES:
            raise refused("too-big")
        data = path.read_bytes()
        after = os.stat(path)
    except (OSError, ValueError) as why:
        raise refused("unreadable", path=path.name or path) from why
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise refused("unreadable", path=path.name or path)
    return Source(path.name, data)

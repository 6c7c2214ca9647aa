"""Files kept inside the journal: how large one may be, and all of them together."""

from mbc_journal.problems import NotAllowed
from mbc_journal.wording import _

_MB = 1024 * 1024

LARGEST = 10 * _MB
"""Bytes of one file at most."""

ROOM = 200 * _MB
"""Bytes of all files of a journal at most."""


def checked_size(size: int, kept: int) -> int:
    """`size` in bytes of a file that fits beside `kept` bytes. Raises NotAllowed with the sentence to show."""
    if size == 0:
        raise NotAllowed(why=_("This file is empty."))
    if size > LARGEST:
        raise NotAllowed(why=_("This file is larger than 10 MB. A smaller copy can be added."))
    if kept + size > ROOM:
        left = size_words(max(0, ROOM - kept))
        raise NotAllowed(why=_("All files together may have 200 MB; {left} are left.").format(left=left))
    return size


def size_words(size: int) -> str:
    """A size for people: "340 kB", "1.2 MB"; never 0 for a file that has something in it."""
    if size < _MB:
        return _("{count} kB").format(count=-(-size // 1024))
    tenths = -(-size * 10 // _MB)
    return _("{count} MB").format(count=f"{tenths // 10}.{tenths % 10}" if tenths % 10 else tenths // 10)

"""Writing a whole file safely: a temporary one beside it, synced, read back, then put in its place."""

import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from mbc_journal.problems import CannotWrite
from mbc_journal.wording import N_, _

_BINARY = getattr(os, "O_BINARY", 0)  # Windows alone has it
_BLOCK = 1 << 20

_FULL = N_("the disk is full")
_READ_ONLY = N_("this folder can only be read")
_NO_FOLDER = N_("the folder is not there")
_DISK_ERROR = N_("the disk reported an error")
_THERE_ALREADY = N_("there is something with this name already")
_NOT_A_FILE = N_("this name belongs to something that is not a file")
_LONG_NAME = N_("the name is too long")
_CHANGED = N_("what is on the disk is not what was written")

_WHY = {
    errno.ENOSPC: _FULL, errno.EDQUOT: _FULL, errno.EFBIG: _FULL,
    errno.EACCES: _READ_ONLY, errno.EPERM: _READ_ONLY, errno.EROFS: _READ_ONLY,
    errno.ENOENT: _NO_FOLDER, errno.ENOTDIR: _NO_FOLDER, errno.EIO: _DISK_ERROR,
    errno.EEXIST: _THERE_ALREADY, errno.EISDIR: _NOT_A_FILE, errno.ELOOP: _NOT_A_FILE, errno.ENAMETOOLONG: _LONG_NAME,
}  # fmt: skip


@dataclass(frozen=True)
class Written:
    """A file that is on the disk: where, how many bytes, and the SHA-256 that was read back."""

    path: Path
    bytes: int
    sha256: str


def write_whole(path: Path, data: bytes, force: bool = True) -> Written:
    """Write `data` as the whole file `path`, mode 0600; at any moment the old or the new file is there, never a half.

    A link is followed, so that it stays a link. Without `force` something at `path` stops it. Raises CannotWrite.
    """
    try:
        return _write(path, data, force)
    except OSError as error:
        raise CannotWrite(path=path, why=why(error)) from error


def as_written(path: Path) -> Written:
    """What stands at `path` now. Raises OSError."""
    found = hashlib.sha256()
    with open(path, "rb") as written:
        while block := written.read(_BLOCK):
            found.update(block)
    return Written(path, path.stat().st_size, found.hexdigest())


def why(error: OSError) -> str:
    """What the system said, in words that follow "could not be written:"; without a path."""
    known = _WHY.get(error.errno or 0)
    return _(known) if known else os.strerror(error.errno or errno.EIO)


def _write(path: Path, data: bytes, force: bool) -> Written:
    _refuse_what_is_there(path, force)
    target = path.resolve()
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)  # left over from a kill
    try:
        _fill(part, data)
        sha256 = _read_back(part, data)
        os.replace(part, target)
    except (OSError, CannotWrite):
        _drop(part)
        raise
    sync_folder(target.parent)
    return Written(path, len(data), sha256)


def _refuse_what_is_there(path: Path, force: bool) -> None:
    """Raise for a name that must not be written over: a folder, a device, or anything at all without `force`."""
    if not path.name:
        raise OSError(errno.EISDIR, _NOT_A_FILE)
    if not os.path.lexists(path):
        return
    if not force:
        raise OSError(errno.EEXIST, _THERE_ALREADY)
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EISDIR, _NOT_A_FILE)


def _fill(part: Path, data: bytes) -> None:
    """Make `part` with mode 0600, and bring every byte to the disk; an error of the sync stops it."""
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def _read_back(part: Path, data: bytes) -> str:
    """The SHA-256 of what `part` holds now. Raises CannotWrite if that is not `data`."""
    found = as_written(part)
    if found.bytes != len(data) or found.sha256 != hashlib.sha256(data).hexdigest():
        raise CannotWrite(path=part, why=_(_CHANGED))
    return found.sha256


def _drop(part: Path) -> None:
    """Take away what was begun; where that fails too, the next write does it."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return


def sync_folder(folder: Path) -> None:
    """Bring the names in `folder` to the disk, where the system can do that for a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""A new file of the journal's kind: made beside its place under another name, and moved there when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2 as driver

from mbc_journal import files
from mbc_journal.db import opening
from mbc_journal.db.reasons import why_not_saved
from mbc_journal.problems import CannotWrite


def leave_nothing(path: Path) -> None:
    """Take away the ended rollback journal that SQLite leaves beside a file it has closed."""
    if opening.has_ended(path):
        opening.side_journal(path).unlink()


def _drop(part: Path) -> None:
    for path in (part, opening.side_journal(part)):
        path.unlink(missing_ok=True)


def _settle(part: Path, path: Path) -> None:
    """Bring `part` to the disk and give it its name; an older rollback journal of that name is moved away."""
    leave_nothing(part)
    with part.open("rb") as whole:
        os.fsync(whole.fileno())
    old = opening.side_journal(path)
    leave_nothing(path)
    if old.exists():
        os.replace(old, old.with_name(f"{old.name}.old"))
    os.replace(part, path)
    files.sync_folder(path.parent)


@contextmanager
def said_of(path: Path) -> Iterator[None]:
    """An error of the disk or of SQLite inside the `with` becomes CannotWrite of `path`."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(path=path, why=files.why(error)) from error
    except (DatabaseError, driver.DatabaseError) as error:
        raise CannotWrite(path=path, why=why_not_saved(error, path.parent)) from error


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty file, mode 0600, to be filled and closed inside the `with`; `path` has it when that ends well.

    Raises CannotWrite for an error of the disk; nothing half-made stays.
    """
    part = path.with_name(f".{path.name}.part")
    with said_of(path):
        _drop(part)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            yield part
            _settle(part, path)
        finally:
            _drop(part)

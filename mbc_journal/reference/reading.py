"""Reading a newer reference that someone chose, a folder or one file that holds them all; nothing is believed yet."""

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mbc_journal import content
from mbc_journal.problems import ReferenceRefused
from mbc_journal.wording import _

LARGEST = 10_000_000
"""Bytes of all files together that are still read; ours are under one million."""

_MOST_FILES = 200
_SUFFIX = ".json"


def read(path: Path) -> Mapping[str, Any]:
    """What stands in each file of the folder at `path`, or in each part of the one file, by name without suffix.

    Raises ReferenceRefused for links, devices, large files, which are not even opened, and for what is no plain text.
    """
    try:
        found = _of_folder(path) if path.is_dir() and not path.is_symlink() else _value(path, path.name)
    except OSError as error:
        raise ReferenceRefused(file=path.name, why=_("it cannot be read")) from error
    if not isinstance(found, dict):
        raise ReferenceRefused(file=path.name, why=_("it is not a reference of this program"))
    return found


def _of_folder(folder: Path) -> dict[str, Any]:
    files = sorted(one for one in folder.iterdir() if one.suffix == _SUFFIX)
    if not files:
        raise ReferenceRefused(file=folder.name, why=_("there is no reference in this folder"))
    if len(files) > _MOST_FILES or sum(one.lstat().st_size for one in files) > LARGEST:
        raise ReferenceRefused(file=folder.name, why=_("it is larger than any reference can be"))
    return {one.stem: _value(one, f"{folder.name}/{one.name}") for one in files}


def _value(file: Path, name: str) -> Any:
    state = file.lstat()
    if stat.S_ISLNK(state.st_mode):
        raise ReferenceRefused(file=name, why=_("it is only a link to another place"))
    if not stat.S_ISREG(state.st_mode):
        raise ReferenceRefused(file=name, why=_("it is not a file"))
    if state.st_size > LARGEST:
        raise ReferenceRefused(file=name, why=_("it is larger than any reference can be"))
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReferenceRefused(file=name, why=_("it is not a file of plain text")) from error
    try:
        return content.parsed(text)
    except (ValueError, RecursionError) as error:
        raise ReferenceRefused(file=name, why=_("it is damaged, or not a reference of this program")) from error

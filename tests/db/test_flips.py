"""One wrong bit anywhere in the file: reported, or without any effect on what is shown."""

import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from mbc_journal.clock import Clock
from mbc_journal.db import keys, questions
from mbc_journal.db.integrity import check_file
from mbc_journal.db.journal import Journal, create
from mbc_journal.problems import UserProblem
from tests.conftest import FrozenClock
from tests.db.damage import shown

FLIPS = int(os.environ.get("JOURNAL_FLIPS", "60"))


def _locked(source: Path, path: Path, clock: Clock, key: str) -> None:
    """The rows of `source` in a new file locked with `key`."""
    shutil.copy(source, path.with_name("plain.mbcj"))
    journal = Journal(path.with_name("plain.mbcj"), clock)
    rows = journal.ask(questions.everything)
    journal.close()
    create(path, clock, *rows, key=key)


@pytest.mark.parametrize("locked", [False, True], ids=["plain", "locked"])
def test_a_flipped_bit_is_reported_or_changes_nothing_that_is_shown(
    original: Path, tmp_path: Path, clock: FrozenClock, locked: bool
) -> None:
    path, key = tmp_path / "mine.mbcj", ""
    if locked:
        key = keys.file_key("pass", b"fifteen bytes..\x01")
        _locked(original, path, clock, key)
    else:
        shutil.copy(original, path)
    whole = path.read_bytes()
    before = shown(path, clock, key)
    chance = random.Random(20261126)
    reported = 0
    for _flip in range(FLIPS // 6 if locked else FLIPS):
        at = chance.randrange(len(whole) * 8)
        path.write_bytes(_flipped(whole, at))
        reported += _is_reported(path, clock, key, before)
    assert reported > 0


def _flipped(whole: bytes, at: int) -> bytes:
    changed = bytearray(whole)
    changed[at // 8] ^= 1 << (at % 8)
    return bytes(changed)


def _is_reported(path: Path, clock: Clock, key: str, before: dict[Any, dict[str, Any]]) -> bool:
    """Whether the change is reported; in either case nothing is shown that was not written so."""
    try:
        sound = check_file(path, key).sound
        after = shown(path, clock, key)
    except UserProblem:
        return True
    assert all(before.get(which) == row for which, row in after.items())
    assert not sound or after == before
    return not sound

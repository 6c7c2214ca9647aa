"""The lock beside a journal: one program at a time, and no trace of it afterwards."""

import os
import resource
import sys
from pathlib import Path

import pytest

from mbc_journal.db.lock import FileLock
from mbc_journal.problems import JournalOpenElsewhere
from tests.conftest import FrozenClock


class _Once:
    """Takes a file away at the moment another process could: just before its lock is asked for."""

    def __init__(self, path: Path) -> None:
        self.path: Path | None = path
        sys.addaudithook(self._hear)

    def _hear(self, event: str, _arguments: tuple[object, ...]) -> None:
        if event == "fcntl.flock" and self.path is not None:
            path, self.path = self.path, None
            path.unlink()


def test_a_held_lock_says_who_holds_it_and_since_when(tmp_path: Path, clock: FrozenClock) -> None:
    held = FileLock(tmp_path / "mine.mbcj", clock)
    clock.tick(hours=3)
    with pytest.raises(JournalOpenElsewhere) as refused:
        FileLock(tmp_path / "mine.mbcj", clock)
    assert refused.value.facts == {"computer": os.uname().nodename, "since": "09:30"}
    held.release()
    held.release()
    assert os.listdir(tmp_path) == []


def test_a_held_lock_that_says_nothing_is_held_all_the_same(tmp_path: Path, clock: FrozenClock) -> None:
    held = FileLock(tmp_path / "mine.mbcj", clock)
    held.path.write_bytes(b"")
    with pytest.raises(JournalOpenElsewhere) as refused:
        FileLock(tmp_path / "mine.mbcj", clock)
    assert refused.value.facts == {"computer": "?", "since": "?"}
    held.release()


def test_a_lock_whose_file_went_away_is_taken_on_the_one_that_stands(tmp_path: Path, clock: FrozenClock) -> None:
    _Once(tmp_path / "mine.mbcj-lock")
    held = FileLock(tmp_path / "mine.mbcj", clock)
    with pytest.raises(JournalOpenElsewhere):
        FileLock(tmp_path / "mine.mbcj", clock)
    held.release()


def test_another_programs_lock_is_not_taken_away(tmp_path: Path, clock: FrozenClock) -> None:
    held = FileLock(tmp_path / "mine.mbcj", clock)
    held.path.unlink()
    held.release()
    again = FileLock(tmp_path / "mine.mbcj", clock)
    again.path.unlink()
    other = FileLock(tmp_path / "mine.mbcj", clock)
    again.release()
    assert other.path.exists()
    other.release()


def test_a_full_disk_does_not_keep_the_lock_from_holding(tmp_path: Path, clock: FrozenClock) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        held = FileLock(tmp_path / "mine.mbcj", clock)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    with pytest.raises(JournalOpenElsewhere):
        FileLock(tmp_path / "mine.mbcj", clock)
    held.release()

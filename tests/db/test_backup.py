"""A backup counts only when it was opened again, checked whole and brought to the disk."""

import hashlib
import json
import os
import re
import stat
from pathlib import Path

import pytest

from mbc_journal.db import backup, integrity, keys, questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.problems import CannotWrite, JournalDamaged
from mbc_journal.records import CheckResult
from tests.conftest import FrozenClock
from tests.db.damage import change
from tests.db.rows import MONDAY, TUESDAY, fatigue, one_of_each


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for backups."""
    made = tmp_path / "backups"
    made.mkdir()
    return made


def test_a_backup_is_the_journal_and_its_manifest_says_what_it_is(
    journal: Journal, folder: Path, clock: FrozenClock
) -> None:
    rows = one_of_each()
    journal.save(*rows)
    made = backup.make(journal, folder, clock, "close")
    assert sorted(os.listdir(folder)) == ["000001-20260304-093000-close.json", "000001-20260304-093000-close.mbcj"]
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    manifest = json.loads(made.path.with_suffix(".json").read_text("utf-8"))
    whole = made.path.read_bytes()
    assert manifest == {
        "counter": 1, "made_at": "2026-03-04T08:30:00Z", "reason": "close", "schema": 1, "app": manifest["app"],
        "act_seq": 1, "bytes": len(whole), "sha256": hashlib.sha256(whole).hexdigest(),
        "verified_at": "2026-03-04T08:30:00Z", "rows": journal.ask(questions.counts),
    }  # fmt: skip
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", manifest["app"])
    copy = Journal(made.path, clock)
    assert copy.ask(integrity.fingerprint) == journal.ask(integrity.fingerprint)
    copy.close()


def test_each_backup_has_a_higher_number_than_any_in_the_folder(
    journal: Journal, folder: Path, clock: FrozenClock
) -> None:
    (folder / "000041-20250101-000000-idle-sick.mbcj").touch()
    (folder / "holiday.png").touch()
    assert [backup.make(journal, folder, clock).counter for _time in range(2)] == [42, 43]


def test_a_backup_of_a_locked_journal_is_locked_and_tells_only_how_many_rows(
    tmp_path: Path, folder: Path, clock: FrozenClock
) -> None:
    key = keys.file_key("pass", b"fifteen bytes..\x01")
    create(tmp_path / "locked.mbcj", clock, fatigue(MONDAY, 1), fatigue(TUESDAY, 2), key=key)
    journal = Journal(tmp_path / "locked.mbcj", clock, key)
    made = backup.make(journal, folder, clock, key=key)
    journal.close()
    assert made.rows == {"all": 2}
    assert integrity.check_file(made.path, key) == CheckResult(True, 2)
    assert b"fatigue" not in made.path.read_bytes()


def test_a_sick_journal_gives_no_backup_but_its_copy_is_kept_apart(
    tmp_path: Path, folder: Path, clock: FrozenClock
) -> None:
    path = tmp_path / "mine.mbcj"
    create(path, clock, fatigue(MONDAY, 1))
    change(path, "UPDATE reading SET level = 4")
    journal = Journal(path, clock)
    with pytest.raises(JournalDamaged):
        backup.make(journal, folder, clock)
    journal.close()
    assert os.listdir(folder) == ["000001-20260304-093000-asked-sick.mbcj"]


def test_a_backup_into_no_folder_is_a_sentence(journal: Journal, tmp_path: Path, clock: FrozenClock) -> None:
    with pytest.raises(CannotWrite, match="could not be written"):
        backup.make(journal, tmp_path / "nowhere", clock)


def test_what_was_left_by_a_backup_that_was_killed_is_in_nobodys_way(
    journal: Journal, folder: Path, clock: FrozenClock
) -> None:
    (folder / ".000001-20260304-093000-asked.mbcj.part").write_bytes(b"half")
    backup.make(journal, folder, clock)
    assert len(os.listdir(folder)) == 2

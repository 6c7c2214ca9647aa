"""What Settings says of the journal's file, and how a copy of it is checked."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from mbc_journal.db import backup, questions
from mbc_journal.db.backup import Backup
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import settings_page
from mbc_journal.own_settings import known_copies
from mbc_journal.problems import NotAJournal
from mbc_journal.records import Day, Note, PartialDate, Profile, Reading
from tests.conftest import FrozenClock

DAY = dt.date(2026, 3, 3)


def note(text: str) -> Note:
    return Note(text=text, day=PartialDate.of(DAY))


@pytest.fixture
def copy(journal: Journal, tmp_path: Path, clock: FrozenClock) -> Backup:
    """A backup of a journal with three entries and a profile."""
    journal.save(note("a"), note("b"), Reading(scale="fatigue", day=DAY, level=2), Profile(name="Ada"), name="")
    (tmp_path / "backups").mkdir()
    return backup.make(journal, tmp_path / "backups", clock)


def test_entries_are_what_was_written_without_the_bin_and_the_profile(journal: Journal) -> None:
    assert journal.ask(settings_page.entries) == 0
    thrown = note("thrown away")
    journal.save(note("kept"), thrown, Day(day=DAY, how_hard=1), Profile(name="Ada"), name="")
    journal.bin(thrown, name="")
    assert journal.ask(settings_page.entries) == 2


def test_the_bin_is_read_from_a_moment_on_newest_first(journal: Journal, clock: FrozenClock) -> None:
    old, middle, new, kept = note("old"), note("middle"), note("new"), note("kept")
    journal.save(old, middle, new, kept, name="")
    journal.bin(old, name="")
    clock.tick(days=1)
    since = clock.utc()
    journal.bin(middle, name="")
    clock.tick(seconds=1)
    journal.bin(new, name="")
    found = [row.text for row in journal.ask(settings_page.binned_since, since) if isinstance(row, Note)]
    assert found == ["new", "middle"]


def test_a_whole_copy_tells_how_many_rows_it_holds(journal: Journal, copy: Backup) -> None:
    rows = sum(journal.ask(questions.counts).values())
    assert settings_page.rows_of_whole_copy(copy.path, copy.sha256) == rows == 4


def test_a_copy_that_is_another_file_now_is_not_whole(copy: Backup) -> None:
    assert settings_page.rows_of_whole_copy(copy.path, "0" * 64) is None


def test_a_copy_that_was_damaged_before_its_hash_was_taken_is_not_whole(copy: Backup) -> None:
    data = bytearray(copy.path.read_bytes())
    middle = data.index(b"fatigue")
    data[middle : middle + 7] = b"fatigux"
    copy.path.write_bytes(data)
    assert settings_page.rows_of_whole_copy(copy.path, hashlib.sha256(data).hexdigest()) is None


def test_a_copy_that_is_no_journal_any_more_is_refused_in_its_own_sentence(copy: Backup) -> None:
    copy.path.write_bytes(b"hello, this is some text\n" * 400)
    with pytest.raises(NotAJournal):
        settings_page.rows_of_whole_copy(copy.path, hashlib.sha256(copy.path.read_bytes()).hexdigest())


def test_a_copy_that_is_gone_is_an_error_of_the_disk(copy: Backup) -> None:
    copy.path.unlink()
    with pytest.raises(FileNotFoundError):
        settings_page.rows_of_whole_copy(copy.path, copy.sha256)


def test_what_a_backup_wrote_is_what_the_list_reads(copy: Backup) -> None:
    (known,) = known_copies(copy.path.parent)
    assert (known.path, known.counter, known.reason) == (copy.path, copy.counter, copy.reason)
    assert (known.bytes, known.sha256, known.rows) == (copy.bytes, copy.sha256, 4)
    assert known.is_checked
    assert known.made_at == dt.datetime(2026, 3, 4, 8, 30, tzinfo=dt.UTC)

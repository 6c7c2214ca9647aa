"""What Settings reads of the file: entries of every kind and writer, the bin of a moment, copies that are not whole."""

import datetime as dt
import hashlib
import uuid
from pathlib import Path

import pytest

from mbc_journal import own_settings
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import settings_page
from mbc_journal.problems import UserProblem
from mbc_journal.records import Attachment, AttachmentData, ImportBatch, ImportSource, Note, Profile, Row
from mbc_journal.scales import Scales
from tests.conftest import FrozenClock
from tests.db.rows import one_of_each, treatments

LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
NOT_WRITTEN = (Profile, AttachmentData, ImportBatch, ImportSource)


def entries(journal: Journal) -> int:
    return journal.ask(settings_page.entries)


def in_bin(journal: Journal, since: dt.datetime = LONG_AGO) -> list[Row]:
    return journal.ask(settings_page.binned_since, since)


def test_every_kind_a_person_writes_is_an_entry_and_nothing_else_is(journal: Journal) -> None:
    rows = one_of_each()
    journal.save(*rows)
    written = [row for row in rows if not isinstance(row, NOT_WRITTEN) and row.binned_at is None]
    assert entries(journal) == len(written) > 10


def test_what_helpers_wrote_and_what_is_private_counts_like_all_else(journal: Journal) -> None:
    journal.save(Note(text="a", written_by="Anna"), Note(text="b", written_by="Ben", private=True), Note(text="c"))
    assert entries(journal) == 3


def test_changing_an_entry_makes_no_second_one_and_undo_takes_it_away(journal: Journal) -> None:
    note = Note(text="a")
    journal.save(note)
    note.text = "b"
    journal.save(note)
    assert entries(journal) == 1
    journal.undo()
    assert entries(journal) == 1
    journal.undo()
    assert entries(journal) == 0


def test_a_file_is_one_entry_however_many_bytes_it_has(journal: Journal) -> None:
    photo = Attachment(of="note", of_id=uuid.uuid4(), name="a.png", bytes=100_000)
    journal.save(photo, AttachmentData(id=photo.id, data=b"x" * 100_000))
    assert entries(journal) == 1


def test_the_moment_asked_for_is_itself_still_in(journal: Journal, clock: FrozenClock) -> None:
    note = Note(text="a")
    journal.save(note)
    journal.bin(note)
    now = clock.utc()
    assert [row.id for row in in_bin(journal, now)] == [note.id]
    assert in_bin(journal, now + dt.timedelta(seconds=1)) == []


def test_out_of_the_bin_is_out_of_the_list(journal: Journal) -> None:
    note = Note(text="a")
    journal.save(note)
    journal.bin(note)
    journal.undo()
    assert in_bin(journal) == []
    journal.redo()
    journal.forget(note)
    assert in_bin(journal) == []


def test_things_thrown_away_together_always_come_in_the_same_order(journal: Journal) -> None:
    rows = treatments()
    journal.save(*rows)
    journal.bin(*rows)
    found = [str(row.id) for row in in_bin(journal)]
    assert found == sorted((str(row.id) for row in rows), reverse=True)


def test_a_treatment_thrown_away_with_all_its_parts_is_one_line_and_comes_back_whole(
    journal: Journal, clock: FrozenClock, scales: Scales
) -> None:
    rows = treatments()
    journal.save(*rows)
    journal.bin(*rows)
    clock.tick(days=29)
    (line,) = own_settings.bin_lines(in_bin(journal), scales, clock.now())
    assert line.what == "Treatment: Xeloda"
    journal.save(*own_settings.brought_back(line))
    assert in_bin(journal) == []
    assert entries(journal) == len(rows)


def test_after_thirty_days_the_row_is_there_but_no_line(journal: Journal, clock: FrozenClock, scales: Scales) -> None:
    note = Note(text="\u202e<b>hands</b> \U0001f9e3")
    journal.save(note)
    journal.bin(note)
    clock.tick(days=30)
    assert len(own_settings.bin_lines(in_bin(journal), scales, clock.now())) == 1
    clock.tick(seconds=1)
    assert own_settings.bin_lines(in_bin(journal), scales, clock.now()) == []


# -- copies -----------------------------------------------------------------------------------------------------------


def copied(journal: Journal, tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "copy.mbcj"
    journal.copy_to(path)
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_copy_counts_all_its_rows_those_of_the_bin_too(journal: Journal, tmp_path: Path) -> None:
    kept, thrown = Note(text="kept"), Note(text="thrown")
    journal.save(kept, thrown, Profile(name="Ada"))
    journal.bin(thrown)
    path, sha256 = copied(journal, tmp_path)
    assert settings_page.rows_of_whole_copy(path, sha256) == 3
    journal.save(Note(text="later"))
    assert settings_page.rows_of_whole_copy(path, sha256) == 3


@pytest.mark.parametrize("end", [b"", b"\0", b"more"])
def test_a_file_that_grew_and_one_of_another_sum_are_not_the_copy(journal: Journal, tmp_path: Path, end: bytes) -> None:
    path, sha256 = copied(journal, tmp_path)
    path.write_bytes(path.read_bytes() + end)
    assert settings_page.rows_of_whole_copy(path, sha256 if end else sha256[:-1]) is None


@pytest.mark.parametrize("content", [b"", b"no journal at all", b"SQLite format 3\0" + b"\0" * 4_080])
def test_the_right_sum_of_a_wrong_file_still_does_not_make_it_a_journal(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "copy.mbcj"
    path.write_bytes(content)
    with pytest.raises(UserProblem):
        settings_page.rows_of_whole_copy(path, hashlib.sha256(content).hexdigest())

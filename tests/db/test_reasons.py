"""Why something did not reach the file, in a sentence: what the driver says is told apart, and the disk is asked."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as driver

from mbc_journal.db import questions, reasons
from mbc_journal.db.acts import Images
from mbc_journal.db.integrity import check_file
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.open_file import OpenFile
from mbc_journal.problems import (
    CannotWrite,
    JournalDamaged,
    JournalLocked,
    JournalOpenElsewhere,
    NotSaved,
    UserProblem,
)
from mbc_journal.records import Note
from tests.conftest import FrozenClock
from tests.db.damage import checked
from tests.db.rows import MONDAY, TUESDAY, fatigue


@contextmanager
def _files_up_to(size: int) -> Iterator[None]:
    """No file of this process can grow beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def path(tmp_path: Path, clock: FrozenClock) -> Path:
    """An empty journal, closed."""
    create(tmp_path / "mine.mbcj", clock)
    return tmp_path / "mine.mbcj"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("database or disk is full", "the disk is full"),
        ("disk I/O error", "the disk reported an error"),
        ("attempt to write a readonly database", "the journal can only be read here"),
        ("database is locked", "another program holds the journal"),
        ("unable to open database file", "the disk reported an error"),
    ],
)
def test_each_word_of_the_driver_has_its_sentence(tmp_path: Path, words: str, sentence: str) -> None:
    assert reasons.why_not_saved(driver.OperationalError(words), tmp_path) == sentence


def test_whatever_the_driver_says_a_file_that_is_gone_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone.mbcj"
    assert reasons.why_not_saved(driver.OperationalError("disk I/O error"), gone) == reasons.GONE


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /proc or /dev/full here")
def test_an_error_on_a_disk_without_room_means_that_it_is_full() -> None:
    assert reasons.why_not_saved(driver.OperationalError("disk I/O error"), Path("/proc/self/status")) == reasons.FULL


@pytest.mark.parametrize(
    ("words", "key", "problem"),
    [
        ("database is locked", "", JournalOpenElsewhere),
        ("file is not a database", "", JournalDamaged),
        ("file is not a database", "a key", JournalLocked),
        ("database disk image is malformed", "a key", JournalDamaged),
    ],
)
def test_what_keeps_a_file_from_opening_is_told_apart(words: str, key: str, problem: type[UserProblem]) -> None:
    assert type(reasons.refusal(driver.DatabaseError(words), Path("mine.mbcj"), key)) is problem


def test_a_file_that_cannot_grow_refuses_and_takes_the_same_record_later(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    assert checked(journal).sound
    note = Note(text="long " * 20_000)
    with _files_up_to(path.stat().st_size), pytest.raises(NotSaved):
        journal.save(note, name="Note")
    assert note.text == "long " * 20_000
    assert journal.ask(questions.notes) == []
    assert journal.undo() is None
    journal.save(note)
    assert [found.id for found in journal.ask(questions.notes)] == [note.id]
    journal.close()
    assert check_file(path).sound


@pytest.mark.parametrize("size", [100_000, 300_000])
def test_a_new_journal_that_finds_no_room_is_not_made(tmp_path: Path, clock: FrozenClock, size: int) -> None:
    with _files_up_to(size), pytest.raises(CannotWrite):
        create(tmp_path / "new.mbcj", clock, Note(text="long " * 20_000))
    assert os.listdir(tmp_path) == []


def test_an_act_whose_file_was_taken_away_meanwhile_is_not_saved(path: Path, clock: FrozenClock) -> None:
    def work(_connection: Connection) -> tuple[Images, Images]:
        os.rename(path, path.with_name("away"))
        return {}, {}

    file = OpenFile(path, clock)
    with pytest.raises(NotSaved, match="no longer where it was"):
        file.act(work)
    os.rename(path.with_name("away"), path)
    file.close()


def test_an_act_whose_file_was_replaced_meanwhile_is_not_saved(path: Path, clock: FrozenClock) -> None:
    def work(_connection: Connection) -> tuple[Images, Images]:
        os.replace(path.with_name("other.mbcj"), path)
        return {}, {}

    file = OpenFile(path, clock)
    create(path.with_name("other.mbcj"), clock)
    with pytest.raises(NotSaved, match="another program changed the journal"):
        file.act(work)
    file.close()


def test_an_error_while_the_file_goes_away_is_not_saved_and_the_file_is_found_again(
    path: Path, clock: FrozenClock
) -> None:
    def work(connection: Connection) -> tuple[Images, Images]:
        os.rename(path, path.with_name("away"))
        connection.exec_driver_sql("UPDATE nowhere SET a = 1")
        return {}, {}

    journal = Journal(path, clock)
    with pytest.raises(NotSaved, match="no longer where it was"):
        journal._file.act(work)
    os.rename(path.with_name("away"), path)
    journal.save(fatigue(MONDAY, 1))
    assert len(journal.ask(questions.readings_on, MONDAY)) == 1
    journal.close()


def test_after_an_error_another_journal_in_the_place_is_never_written_to(path: Path, clock: FrozenClock) -> None:
    other = path.with_name("other.mbcj")
    create(other, clock, fatigue(TUESDAY, 4))

    def work(connection: Connection) -> tuple[Images, Images]:
        os.replace(other, path)
        connection.exec_driver_sql("UPDATE nowhere SET a = 1")
        return {}, {}

    journal = Journal(path, clock)
    with pytest.raises(NotSaved):
        journal._file.act(work)
    before = path.read_bytes()
    with pytest.raises(NotSaved, match="another program changed the journal"):
        journal.save(fatigue(MONDAY, 1))
    assert path.read_bytes() == before
    journal.close()


def test_a_save_into_a_damaged_page_says_that_the_journal_is_damaged(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    other = driver.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    ((page,),) = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'reading'").fetchall()
    other.close()
    with path.open("r+b") as damaged:
        damaged.seek((page - 1) * 4096)
        damaged.write(b"\xff" * 4096)
    with pytest.raises(JournalDamaged):
        journal.save(fatigue(MONDAY, 1))
    journal.close()


def test_a_lock_that_cannot_be_made_leaves_the_files_own_lock(path: Path, clock: FrozenClock) -> None:
    path.with_name("mine.mbcj-lock").mkdir()
    journal = Journal(path, clock)
    journal.save(fatigue(MONDAY, 1))
    with pytest.raises(JournalOpenElsewhere):
        Journal(path, clock)
    journal.close()

"""What is not a journal that can be opened is refused in its own words, and no byte of it changes."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from mbc_journal.clock import Clock
from mbc_journal.db import engine, keys, opening, questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.problems import (
    JournalDamaged,
    JournalEmpty,
    JournalLocked,
    JournalMissing,
    JournalOpenElsewhere,
    JournalTooNew,
    JournalUnreadable,
    NotAJournal,
    UserProblem,
)
from mbc_journal.records import Profile
from tests.conftest import FrozenClock
from tests.db.rows import MONDAY, fatigue

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


@pytest.fixture
def path(tmp_path: Path, clock: FrozenClock) -> Path:
    """A journal with one entry, closed."""
    made = tmp_path / "mine.mbcj"
    create(made, clock, fatigue(MONDAY, 2))
    return made


def _put(at: int, value: bytes) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(at)
            file.write(value)

    return change


def _fill(data: bytes) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.write_bytes(data)

    return change


def _cut(to: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        os.truncate(path, to)

    return change


def _other_database(path: Path) -> None:
    path.unlink()
    other = driver.connect(str(path))
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.commit()
    other.close()


def _with_schema(sql: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        own = driver.connect(str(path), isolation_level=None)
        own.execute(sql)
        own.close()

    return change


REFUSED: list[tuple[str, Callable[[Path], None], type[UserProblem]]] = [
    ("no bytes", _fill(b""), JournalEmpty),
    ("a picture", _fill(PNG), NotAJournal),
    ("a few bytes", _fill(b"SQLite format 3\x00"), NotAJournal),
    ("noise", _fill(bytes(range(1, 256)) * 64), NotAJournal),
    ("another program's database", _other_database, NotAJournal),
    ("a newer version", _put(60, (9).to_bytes(4)), JournalTooNew),
    ("no version", _put(60, bytes(4)), JournalDamaged),
    ("another page size", _put(16, b"\x20\x00"), JournalDamaged),
    ("a write-ahead log", _put(18, b"\x02\x02"), JournalDamaged),
    ("UTF-16", _put(56, (2).to_bytes(4)), JournalDamaged),
    ("cut short", _cut(40_960), JournalDamaged),
    ("cut within a page", _cut(41_000), JournalDamaged),
    ("page 1 overwritten", _put(100, b"\xff" * 3_000), JournalDamaged),
    ("a trigger more", _with_schema("CREATE TRIGGER spy AFTER INSERT ON note BEGIN SELECT 1; END"), JournalDamaged),
    ("a table more", _with_schema("CREATE TABLE more (a)"), JournalDamaged),
    ("an index less", _with_schema("DROP INDEX reading_day"), JournalDamaged),
    ("locked with a password", _fill((b"\x07" * 15 + b"\x01") * 512), JournalLocked),
]


@pytest.mark.parametrize(("change", "problem"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_file_that_cannot_be_opened_is_refused_in_its_own_words_and_left_alone(
    path: Path, clock: FrozenClock, change: Callable[[Path], None], problem: type[UserProblem]
) -> None:
    change(path)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with pytest.raises(problem) as refused:
        Journal(path, clock)
    assert type(refused.value) is problem
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert os.listdir(path.parent) == [path.name]


def test_a_missing_file_is_a_lost_journal_and_never_a_new_one(tmp_path: Path, clock: FrozenClock) -> None:
    with pytest.raises(JournalMissing):
        Journal(tmp_path / "gone.mbcj", clock)
    assert os.listdir(tmp_path) == []


def test_a_path_through_a_file_leads_to_no_journal(path: Path, clock: FrozenClock) -> None:
    with pytest.raises(JournalMissing):
        Journal(path / "mine.mbcj", clock)


def test_a_link_that_leads_to_itself_is_not_a_journal(tmp_path: Path, clock: FrozenClock) -> None:
    os.symlink(tmp_path / "ring.mbcj", tmp_path / "ring.mbcj")
    with pytest.raises(NotAJournal):
        Journal(tmp_path / "ring.mbcj", clock)


def test_a_folder_is_not_a_journal(tmp_path: Path, clock: FrozenClock) -> None:
    with pytest.raises(NotAJournal):
        Journal(tmp_path, clock)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this platform")
def test_a_pipe_is_not_a_journal_and_does_not_hold_the_program_up(tmp_path: Path, clock: FrozenClock) -> None:
    os.mkfifo(tmp_path / "pipe.mbcj")
    with pytest.raises(NotAJournal):
        Journal(tmp_path / "pipe.mbcj", clock)


def test_a_link_to_a_journal_opens_it(path: Path, tmp_path: Path, clock: FrozenClock) -> None:
    os.symlink(path, tmp_path / "link.mbcj")
    journal = Journal(tmp_path / "link.mbcj", clock)
    assert len(journal.ask(questions.readings_on, MONDAY)) == 1
    journal.close()


def test_a_name_with_signs_of_an_address_is_only_a_name(tmp_path: Path, clock: FrozenClock) -> None:
    path = tmp_path / "a?mode=memory&x=%41#1 é.mbcj"
    create(path, clock, Profile(name="Ada"))
    journal = Journal(path, clock)
    assert journal.ask(questions.profile).name == "Ada"
    journal.close()
    assert os.listdir(tmp_path) == [path.name]


def test_a_journal_is_open_in_one_place_and_the_second_is_told_where(path: Path, clock: FrozenClock) -> None:
    first = Journal(path, clock)
    before = path.stat().st_mtime_ns
    with pytest.raises(JournalOpenElsewhere) as refused:
        Journal(path, clock)
    assert refused.value.facts["since"] == "09:30"
    assert path.stat().st_mtime_ns == before
    first.save(fatigue(MONDAY, 1))
    first.close()
    Journal(path, clock).close()


def test_another_program_cannot_write_while_the_journal_is_open(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    other = driver.connect(str(path), timeout=0, isolation_level=None)
    with pytest.raises(driver.OperationalError, match="locked"):
        other.execute("DELETE FROM reading")
    other.close()
    journal.close()


def test_a_file_that_another_program_holds_is_not_opened(path: Path, clock: FrozenClock) -> None:
    other = driver.connect(str(path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(JournalOpenElsewhere):
        Journal(path, clock)
    other.close()


def test_a_lock_file_left_by_a_crash_is_harmless(path: Path, clock: FrozenClock) -> None:
    path.with_name("mine.mbcj-lock").write_text("old computer\n08:00\n")
    Journal(path, clock).close()
    assert os.listdir(path.parent) == ["mine.mbcj"]


def test_an_act_cut_off_by_a_crash_is_taken_back_at_the_next_start(
    path: Path, tmp_path: Path, clock: FrozenClock
) -> None:
    own = engine.connect(path)
    own.execute("PRAGMA cache_size = 1")
    own.execute("BEGIN IMMEDIATE")
    own.execute("UPDATE reading SET note = hex(zeroblob(60000)), sum = 0")
    copies = tmp_path / "copies"
    copies.mkdir()
    for name in ("mine.mbcj", "mine.mbcj-journal"):
        shutil.copy(path.with_name(name), copies / name)
    own.close()
    assert opening.is_hot(copies / "mine.mbcj")
    journal = Journal(copies / "mine.mbcj", clock)
    (found,) = journal.ask(questions.readings_on, MONDAY)
    assert found.note == ""
    journal.close()
    assert os.listdir(copies) == ["mine.mbcj"]


@pytest.fixture
def locked(tmp_path: Path, clock: Clock) -> tuple[Path, str]:
    """A journal locked with a password, and its key."""
    path = tmp_path / "locked.mbcj"
    key = keys.file_key("Ada's pass word", b"fifteen bytes..\x01")
    create(path, clock, fatigue(MONDAY, 2), key=key)
    return path, key


def test_a_locked_journal_opens_with_its_key_and_with_no_other(locked: tuple[Path, str], clock: FrozenClock) -> None:
    path, key = locked
    assert keys.salt_of(path) == b"fifteen bytes..\x01"
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with pytest.raises(JournalLocked):
        Journal(path, clock)
    with pytest.raises(JournalLocked):
        Journal(path, clock, keys.file_key("Ada's password", keys.salt_of(path)))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    journal = Journal(path, clock, key)
    assert [found.level for found in journal.ask(questions.readings_on, MONDAY)] == [2]
    journal.copy_to(path.with_name("copy.mbcj"))
    journal.close()
    assert b"fatigue" not in path.read_bytes()
    assert b"fatigue" not in path.with_name("copy.mbcj").read_bytes()
    copy = Journal(path.with_name("copy.mbcj"), clock, key)
    assert len(copy.ask(questions.readings_on, MONDAY)) == 1
    copy.close()


def test_only_a_key_becomes_part_of_the_line_that_opens_a_file() -> None:
    assert keys.key_lines("") == ()
    for other in ("secret", "x'00'", "0" * 95 + "'", "A" * 96):
        with pytest.raises(ValueError, match="not a file key"):
            keys.key_lines(other)


def test_one_password_has_one_key_however_its_letters_are_written() -> None:
    salt = bytes(15) + b"\x01"
    assert keys.file_key("caf\u00e9", salt) == keys.file_key("cafe\u0301", salt)
    assert keys.file_key("caf\u00e9", salt) != keys.file_key("cafe", salt)


def test_a_pragma_that_is_refused_is_never_passed_over(path: Path) -> None:
    with pytest.raises(engine.PragmaRefused, match="journal_mode"):
        engine.connect(path, mode="memory")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can become another user")
def test_a_journal_that_this_account_may_not_read_is_not_called_a_stranger(tmp_path: Path, clock: FrozenClock) -> None:
    path = tmp_path / "hers.mbcj"
    create(path, clock)
    os.seteuid(65534)
    try:
        with pytest.raises(JournalUnreadable, match="could not be read"):
            opening.look(path)
    finally:
        os.seteuid(0)

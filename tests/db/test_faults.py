"""Killed, full, unplugged, changed by others: what was said to be saved is there, and nothing is ever half."""

import dataclasses
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from mbc_journal.db import integrity, questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.problems import JournalDamaged, NotSaved
from mbc_journal.records import Note, PartialDate
from tests.conftest import FrozenClock
from tests.db.rows import MONDAY, TUESDAY, fatigue

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("JOURNAL_KILLS", "3"))


@pytest.fixture
def path(tmp_path: Path, clock: FrozenClock) -> Path:
    """A journal with one note, closed."""
    made = tmp_path / "mine.mbcj"
    create(made, clock, Note(day=PartialDate.of(MONDAY), text="the first"))
    return made


def _actor(act: str, path: Path, *before: str) -> "subprocess.Popen[str]":
    command = [*before, sys.executable, "-m", "tests.faults.actor", act, str(path)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _killed_after(act: str, path: Path, lines: int, wait: float) -> list[str]:
    """Let an actor work until it has said `lines` lines and a little longer, kill it, and return all it said."""
    actor = _actor(act, path)
    assert actor.stdout is not None
    said = [actor.stdout.readline().strip() for _line in range(lines)]
    time.sleep(wait)
    actor.send_signal(signal.SIGKILL)
    rest = actor.stdout.read()
    actor.wait()
    actor.stdout.close()
    whole = rest[: rest.rfind("\n") + 1]
    return said + whole.split()


@pytest.mark.parametrize("act", ["save", "bin", "undo"])
def test_a_kill_loses_nothing_that_was_saved_and_leaves_no_half(path: Path, clock: FrozenClock, act: str) -> None:
    said: list[str] = []
    for kill in range(KILLS):
        said += _killed_after(act, path, lines=3, wait=0.007 * (kill % 5))
        assert integrity.check_file(path).sound
        journal = Journal(path, clock)
        stands = {
            str(row.id) for row in journal.ask(questions.everything) if (row.binned_at is not None) == (act == "bin")
        }
        assert set(said) <= stands
        journal.close()
        assert os.listdir(path.parent) == [path.name]
    assert len(said) >= 3 * KILLS


def test_a_kill_while_copying_leaves_the_backups_that_were_made_and_the_next_one_works(
    path: Path, clock: FrozenClock
) -> None:
    said = _killed_after("backup", path, lines=2, wait=0.02)
    for name in said:
        assert integrity.check_file(path.with_name(name)).sound
    said += _killed_after("backup", path, lines=1, wait=0)
    assert len({name[:6] for name in said}) == len(said)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size on this platform")
def test_a_full_disk_is_said_keeps_the_record_whole_and_trying_again_saves_it_once(
    path: Path, clock: FrozenClock
) -> None:
    actor = _actor("full", path)
    said, _nothing = actor.communicate(timeout=60)
    *saved, refused, again = said.splitlines()
    assert actor.returncode == 0
    assert refused in ("refused: the disk reported an error", "refused: the disk is full")
    assert integrity.check_file(path).sound
    journal = Journal(path, clock)
    stands = [str(note.id) for note in journal.ask(questions.notes) if note.text != "the first"]
    journal.close()
    assert sorted(stands) == sorted([*saved, again])


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("fsync:error=EIO:when=3+7", "refused: the disk reported an error"),
        ("pwrite64:error=ENOSPC:when=20+97", "refused: the disk is full"),
        ("pwrite64:error=EIO:when=33+89", "refused: the disk reported an error"),
        ("ftruncate:error=EIO:when=2+5", "refused: the disk reported an error"),
    ],
)
def test_a_disk_that_fails_again_and_again_doubles_nothing_and_loses_nothing(
    path: Path, tmp_path: Path, clock: FrozenClock, fault: str, words: str
) -> None:
    log = tmp_path / "strace.log"
    traced = ("strace", "-qq", "-f", "-o", str(log), "-P", str(path), "-P", f"{path}-journal")
    call = fault.partition(":")[0]
    actor = _actor("stubborn", path, *traced, "-e", f"trace={call}", "-e", f"inject={fault}")
    said, _nothing = actor.communicate(timeout=60)
    assert actor.returncode == 0
    assert log.read_text().count("INJECTED") > 3
    lines = said.splitlines()
    assert {line for line in lines if line.startswith("refused")} == {words}
    assert integrity.check_file(path).sound
    journal = Journal(path, clock)
    stands = [str(note.id) for note in journal.ask(questions.notes) if note.text != "the first"]
    journal.close()
    assert sorted(stands) == sorted(line for line in lines if not line.startswith("refused"))
    assert len(stands) == 40


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="needs setpriv (util-linux)")
def test_where_nothing_can_be_written_the_journal_opens_to_be_read(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    without = ("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override")
    actor = _actor("read", path, *without)
    said, _nothing = actor.communicate(timeout=60)
    path.parent.chmod(0o700)
    assert said.splitlines() == [
        "the journal can only be read here", "1", "refused: the journal can only be read here",
    ]  # fmt: skip
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert os.listdir(path.parent) == [path.name]


def test_a_journal_that_is_gone_is_said_and_never_made_anew(path: Path, tmp_path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    away = tmp_path / "away"
    os.rename(path, away)
    reading = fatigue(MONDAY, 2)
    with pytest.raises(NotSaved, match="no longer where it was"):
        journal.save(reading)
    assert not path.exists()
    os.rename(away, path)
    journal.save(reading)
    assert len(journal.ask(questions.readings_on, MONDAY)) == 1
    journal.close()


def test_a_touched_file_is_still_the_same_journal(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    journal.save(fatigue(MONDAY, 1))
    os.utime(path)
    journal.save(fatigue(TUESDAY, 2))
    assert len(journal.ask(questions.readings_between, MONDAY, TUESDAY)) == 2
    journal.close()


def test_a_file_put_in_its_place_with_the_same_acts_is_the_same_journal(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    journal.save(fatigue(MONDAY, 1))
    journal.copy_to(path.with_name("copy.mbcj"))
    os.replace(path.with_name("copy.mbcj"), path)
    journal.save(fatigue(TUESDAY, 2))
    journal.close()
    again = Journal(path, clock)
    assert len(again.ask(questions.readings_between, MONDAY, TUESDAY)) == 2
    again.close()


@pytest.mark.parametrize("other", ["older", "another", "noise"])
def test_a_file_changed_by_another_program_is_never_written_over(path: Path, clock: FrozenClock, other: str) -> None:
    journal = Journal(path, clock)
    journal.copy_to(path.with_name("older.mbcj"))
    create(path.with_name("another.mbcj"), clock)
    path.with_name("noise.mbcj").write_bytes(b"noise" * 9_000)
    journal.save(fatigue(MONDAY, 1))
    os.replace(path.with_name(f"{other}.mbcj"), path)
    before = path.read_bytes()
    for _time in range(2):
        with pytest.raises(NotSaved, match="another program changed the journal"):
            journal.save(fatigue(TUESDAY, 2))
        assert path.read_bytes() == before
    journal.close()


def test_a_row_written_by_another_program_in_between_stops_the_save(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    shutil.copy(path, path.with_name("elsewhere.mbcj"))
    elsewhere = Journal(path.with_name("elsewhere.mbcj"), clock)
    elsewhere.save(fatigue(MONDAY, 4))
    elsewhere.close()
    shutil.copy(path.with_name("elsewhere.mbcj"), path)
    with pytest.raises(NotSaved, match="another program changed the journal"):
        journal.save(fatigue(TUESDAY, 2))
    journal.close()
    again = Journal(path, clock)
    assert [found.level for found in again.ask(questions.readings_between, MONDAY, TUESDAY)] == [4]
    again.close()


def test_a_copy_of_the_open_file_holds_everything_that_was_saved(
    path: Path, tmp_path: Path, clock: FrozenClock
) -> None:
    journal = Journal(path, clock)
    for level in range(5):
        journal.save(dataclasses.replace(fatigue(MONDAY, level)))
        shutil.copy(path, tmp_path / "copy.mbcj")
        copy = Journal(tmp_path / "copy.mbcj", clock)
        assert len(copy.ask(questions.readings_on, MONDAY)) == level + 1
        copy.close()
        os.unlink(tmp_path / "copy.mbcj")
    journal.close()


def test_a_file_overwritten_under_us_is_a_sentence_and_no_traceback(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    os.truncate(path, 8_192)
    with pytest.raises(NotSaved):
        journal.save(fatigue(MONDAY, 1))
    with pytest.raises(JournalDamaged):
        journal.ask(questions.everything)
    journal.close()


def test_what_the_driver_says_of_a_held_file_is_a_sentence(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    os.utime(path)
    journal._file.engine.dispose()
    other = driver.connect(str(path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(NotSaved, match="another program"):
        journal.save(fatigue(MONDAY, 1))
    other.close()
    journal.save(fatigue(MONDAY, 1))
    journal.close()

"""A row that is not as it was written is found, named with its day, and never shown as the person's own."""

import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from mbc_journal.db import keys, questions
from mbc_journal.db.integrity import check_file
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.sums import row_sum
from mbc_journal.problems import JournalLocked, JournalMissing, JournalOpenElsewhere, NotSaved
from mbc_journal.records import CheckResult, Damage, Note, Profile
from tests.conftest import FrozenClock
from tests.db.damage import change, checked, shown
from tests.db.rows import MONDAY, TUESDAY, fatigue

NAUSEA = "UPDATE reading SET level = 3 - level WHERE scale = 'nausea' AND day = '2026-02-27'"


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    """A copy of the original, to be damaged."""
    shutil.copy(original, tmp_path / "mine.mbcj")
    return tmp_path / "mine.mbcj"


def test_nothing_zero_empty_and_the_letter_nought_have_different_sums() -> None:
    sums = {row_sum(None), row_sum(""), row_sum(0), row_sum("0"), row_sum("", ""), row_sum("0", ""), row_sum("", "0")}
    assert len(sums) == 7
    assert row_sum("é") == row_sum("é".encode())
    assert row_sum(-1) != row_sum(1)


def test_a_sound_file_is_sound_and_its_rows_are_counted(path: Path) -> None:
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    result = check_file(path)
    assert result == CheckResult(True, 18 + 180 + 60)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize(
    ("statement", "damage"),
    [
        (NAUSEA, ("Reading", "2026-02-27", "nausea")),
        ("UPDATE note SET text = text || '!' WHERE day = '2026'", ("Note", "2026", "helped")),
        ("UPDATE day SET how_hard = NULL", ("Day", "2026-03-02", "")),
        ("UPDATE step SET dose = '150.0'", ("Step", "2026-03~", "dose_change")),
        ("UPDATE dose SET planned_day = 'yesterday'", ("Dose", "", "late")),
        ("UPDATE therapy SET name = CAST(x'ff41fe' AS TEXT)", ("Therapy", "2026-03-04", "\ufffdA\ufffd")),
        ("UPDATE contact SET sum = sum + 1", ("Contact", "2026-03-04", "Day unit")),
        ("UPDATE attachment_data SET data = x'00'", ("AttachmentData", "2026-03-04", "")),
    ],
)  # fmt: skip
def test_a_changed_row_is_named_with_its_day_left_out_of_questions_and_all_others_stay(
    path: Path, clock: FrozenClock, statement: str, damage: tuple[str, str, str]
) -> None:
    before = shown(path, clock)
    change(path, statement)
    result = check_file(path)
    assert not result.sound
    assert [(found.record, found.day, found.what) for found in result.damaged] == [damage]
    after = shown(path, clock)
    assert {str(row_id) for _kind, row_id in before.keys() - after.keys()} == {result.damaged[0].id}
    assert all(before[key] == row for key, row in after.items())


def test_a_wrong_row_leaves_the_journal_writable_and_stays_left_out_after_the_check(
    path: Path, clock: FrozenClock
) -> None:
    change(path, NAUSEA)
    journal = Journal(path, clock)
    assert len(checked(journal).damaged) == 1
    assert (journal.read_only, journal.check.sound) == ("", False)
    day = dt.date(2026, 2, 27)
    assert {row.scale for row in journal.ask(questions.readings_on, day)} == {"fatigue", "pain"}
    assert journal.ask(questions.snapshot, day).damaged == 1
    journal.save(fatigue(TUESDAY, 1))
    journal.close()


def test_a_wrong_row_can_be_written_anew_and_is_then_right(path: Path, clock: FrozenClock) -> None:
    change(path, "UPDATE profile SET biomarkers = 'not a list', paused_until = 'soon'")
    journal = Journal(path, clock)
    assert journal.ask(questions.profile).name == ""
    journal.save(Profile(name="Grace"))
    journal.close()
    assert check_file(path).sound


def test_the_first_answer_and_the_newest_number_pass_over_wrong_rows(path: Path, clock: FrozenClock) -> None:
    change(path, "UPDATE reading SET note = 'x' WHERE day <= '2026-01-02' OR scale = 'ca15-3'")
    journal = Journal(path, clock)
    assert journal.ask(questions.first_answered) == {
        scale: dt.date(2026, 1, 3) for scale in ("fatigue", "nausea", "pain")
    }
    assert journal.ask(questions.latest_numbers, TUESDAY) == []
    journal.close()


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("DELETE FROM reading WHERE scale = 'pain' AND day = '2026-02-27'", "count of reading"),
        ("UPDATE tally SET rows = rows + 1 WHERE name = 'note'", "count of note"),
        ("UPDATE tally SET total = total + 1 WHERE name = 'visit'", "count of visit"),
        ("DELETE FROM tally WHERE name = 'scan'", "count of scan"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM visit", "count of visit"),
    ],
)
def test_a_row_that_was_lost_shows_in_the_tally_and_the_journal_is_then_only_read(
    path: Path, clock: FrozenClock, statement: str, what: str
) -> None:
    change(path, *statement.split("; "))
    result = check_file(path)
    assert Damage("File", what=what) in result.damaged
    journal = Journal(path, clock)
    assert not checked(journal).sound
    assert journal.read_only == "the journal is damaged"
    with pytest.raises(NotSaved, match="the journal is damaged"):
        journal.save(fatigue(TUESDAY, 1))
    journal.close()


def test_indexes_and_search_words_that_do_not_fit_are_made_anew(path: Path, clock: FrozenClock) -> None:
    change(
        path,
        "INSERT INTO note_words (note_words) VALUES ('delete-all')",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'day)', 'scale)') WHERE name = 'reading_day'",
    )
    change(path, "REINDEX reading_day")
    change(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, '(scale)', '(day)') WHERE name = 'reading_day'",
    )
    assert Damage("File", what="index") in check_file(path).damaged
    journal = Journal(path, clock)
    assert checked(journal).sound
    assert len(journal.ask(questions.readings_on, MONDAY)) == 4
    journal.close()
    assert check_file(path).sound
    own = driver.connect(str(path))
    assert own.execute("SELECT count(*) FROM note_words WHERE note_words MATCH 'ginger'").fetchone() == (1,)
    own.close()


def test_an_index_that_cannot_be_made_anew_makes_the_journal_only_read(path: Path, clock: FrozenClock) -> None:
    change(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE INDEX', 'INDEX') WHERE name = 'day_once'",
    )
    change(path, "INSERT INTO day SELECT 'twin', written_at, changed_at, 'me', NULL, NULL, day, 1, 0, 5 FROM day")
    change(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'INDEX', 'UNIQUE INDEX') WHERE name = 'day_once'",
        "UPDATE tally SET rows = rows + 1 WHERE name = 'day'",
    )
    journal = Journal(path, clock)
    assert Damage("File", what="index") in checked(journal).damaged
    assert journal.read_only == "the journal is damaged"
    journal.close()


def test_a_check_that_ends_while_the_drive_is_out_calls_nothing_damaged(path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    away = path.with_name("away")
    os.rename(path, away)
    assert checked(journal).sound
    assert journal.read_only == ""
    os.rename(away, path)
    journal.save(fatigue(TUESDAY, 1))
    journal.close()


def test_a_file_that_cannot_be_checked_says_why(path: Path, tmp_path: Path, clock: FrozenClock) -> None:
    journal = Journal(path, clock)
    with pytest.raises(JournalOpenElsewhere):
        check_file(path)
    journal.close()
    key = keys.file_key("pass", b"fifteen bytes..\x01")
    create(tmp_path / "locked.mbcj", clock, key=key)
    with pytest.raises(JournalLocked):
        check_file(tmp_path / "locked.mbcj", "0" * 96)
    with pytest.raises(JournalMissing):
        check_file(tmp_path / "gone.mbcj")


@pytest.mark.parametrize(("at", "noise"), [(100, b"\xff" * 900), (24_576, b"\xff" * 4096), (17, b"\x01")])
def test_a_file_with_a_broken_structure_is_a_result_and_no_error(path: Path, at: int, noise: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(noise)
    assert Damage("File", what="structure") in check_file(path).damaged


def test_a_schema_that_was_changed_is_reported(path: Path) -> None:
    change(path, "CREATE TABLE more (a)")
    assert check_file(path).damaged == (Damage("File", what="schema"),)


def test_the_words_of_deleted_notes_cannot_be_found(journal: Journal, tmp_path: Path) -> None:
    note = Note(text="marmalade")
    journal.save(note)
    journal.forget(note)
    journal.close()
    assert b"marmalade" not in (tmp_path / "journal.mbcj").read_bytes()

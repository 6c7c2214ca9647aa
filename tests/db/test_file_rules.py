"""The file itself, sentence by sentence: its pragmas, modes, sums, columns and triggers, and odd values in it."""

import datetime as dt
import itertools
import os
import stat
import uuid
import zlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import LargeBinary
from sqlcipher3 import dbapi2 as driver

from mbc_journal.db import columns, questions
from mbc_journal.db.columns import AsText, clean, settled
from mbc_journal.db.engine import PRAGMAS, connect
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.sums import row_sum
from mbc_journal.db.tables import TABLES
from mbc_journal.problems import JournalExists, NotAllowed
from mbc_journal.records import Day, Moment, Note, PartialDate, Question, Reading, Visit
from tests.conftest import FrozenClock
from tests.db.rows import MONDAY, WEDNESDAY, fatigue

HOUR = dt.timedelta(hours=1)
Values = list[tuple[Any, ...]]


@pytest.fixture
def path(tmp_path: Path, clock: FrozenClock) -> Path:
    """A new journal with one note, closed."""
    made = tmp_path / "mine.mbcj"
    create(made, clock, Note(day=PartialDate("2026-03-04"), text="ginger tea"))
    return made


def asked(path: Path, sql: str) -> Values:
    """What another program reads from the closed file."""
    own = driver.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        found: Values = own.execute(sql).fetchall()
        return found
    finally:
        own.close()


def test_the_pragmas_are_those_of_the_design_and_each_is_read_back(path: Path) -> None:
    assert PRAGMAS == {
        "locking_mode": "exclusive", "journal_mode": "truncate", "synchronous": 3, "foreign_keys": 1,
        "secure_delete": 1, "trusted_schema": 0, "cell_size_check": 1, "temp_store": 2, "mmap_size": 0, "fullfsync": 1,
    }  # fmt: skip
    own = connect(path)
    try:
        assert {name: own.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS} == PRAGMAS
    finally:
        own.close()


def test_the_file_says_that_it_is_ours_and_of_which_version(path: Path) -> None:
    assert asked(path, "PRAGMA application_id") == [(0x4D42434A,)]
    ((version,),) = asked(path, "PRAGMA user_version")
    assert version >= 1
    assert path.read_bytes()[68:72] == b"MBCJ"


def test_every_table_is_strict_and_keeps_its_own_tally(path: Path) -> None:
    strict = {name: strict for _schema, name, _type, _columns, _rowid, strict in asked(path, "PRAGMA table_list")}
    triggers = {name for (name,) in asked(path, "SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    for table in TABLES.values():
        assert strict[table.name] == 1, table.name
        assert {f"{table.name}_{act}" for act in ("added", "changed", "removed")} <= triggers
    assert asked(path, "SELECT rows FROM tally WHERE name = 'note'") == [(1,)]


def test_the_sum_of_a_row_is_over_all_its_other_columns_in_order(path: Path) -> None:
    (row,) = asked(path, "SELECT * FROM note")
    names = [column.name for column in TABLES[Note].columns]
    assert names[-1] == "sum"
    assert row_sum(*row[:-1]) == row[-1]


def test_a_sum_can_be_worked_out_by_hand() -> None:
    assert row_sum() == zlib.crc32(b"")
    assert row_sum("a", None, 7, b"\x00") == zlib.crc32(b"t1:a" + b"-" + b"i7;" + b"t1:\x00")


def test_no_two_different_rows_of_small_values_have_the_same_sum() -> None:
    cells = (None, "", "0", 0, "a", 1, "1", -1)
    rows = list(itertools.product(cells, repeat=2)) + [(cell,) for cell in cells]
    assert len({row_sum(*row) for row in rows}) == len(rows)


def test_moving_a_letter_from_one_column_to_the_next_changes_the_sum() -> None:
    assert row_sum("ab", "c") != row_sum("a", "bc")
    assert row_sum("t1:", "") != row_sum("", "t1:")


def test_a_new_file_is_for_its_owner_alone_and_nothing_is_left_beside_it(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(path.parent) == [path.name]


def test_the_lock_beside_an_open_journal_is_for_its_owner_alone_and_goes_with_it(
    path: Path, clock: FrozenClock
) -> None:
    journal = Journal(path, clock)
    lock = path.with_name("mine.mbcj-lock")
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    assert lock.read_text("utf-8").splitlines()[1] == "09:30"
    journal.close()
    assert not lock.exists()


def test_each_act_counts_one_and_reading_counts_nothing(journal: Journal) -> None:
    _name, before = journal.ask(questions.identity)
    journal.save(fatigue(MONDAY, 2), fatigue(WEDNESDAY, 1), name="two in one act")
    journal.ask(questions.notes)
    assert journal.ask(questions.identity)[1] == before + 1
    journal.undo()
    assert journal.ask(questions.identity)[1] == before + 2


def test_a_copy_is_never_made_over_anything(journal: Journal, tmp_path: Path) -> None:
    taken = tmp_path / "taken.mbcj"
    taken.write_bytes(b"a letter")
    for target in (taken, journal.path):
        with pytest.raises(JournalExists):
            journal.copy_to(target)
    assert taken.read_bytes() == b"a letter"


def test_the_words_of_a_note_that_was_erased_are_nowhere_in_the_file(tmp_path: Path, clock: FrozenClock) -> None:
    path = tmp_path / "journal.mbcj"
    note = Note(text="CANARYWORD about my sister")
    create(path, clock, note)
    assert b"CANARYWORD" in path.read_bytes()
    journal = Journal(path, clock)
    journal.forget(note)
    journal.close()
    assert b"CANARYWORD" not in path.read_bytes()
    assert b"canaryword" not in path.read_bytes()


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "a\tb", "<b>$x$</b>", "=1+1", "'; DROP TABLE note; --", '"', "\\", "%s {0}", "\u202eabc",
     "e\u0301", "\U0001f9d1\u200d\u2695\ufe0f", "\ufeff", "\x7f\x1b[31m", "\u05e9\u05dc\u05d5\u05dd", "x" * 10_000],
)  # fmt: skip
def test_a_text_comes_back_letter_for_letter(journal: Journal, text: str) -> None:
    journal.save(Note(text=text, tags=(text or "t", "a|b")), Question(text=text), name="odd")
    (note,) = journal.ask(questions.notes)
    (question,) = journal.ask(questions.all_questions)
    assert (note.text, note.tags, question.text) == (text, (text or "t", "a|b"), text)


@settings(max_examples=30, deadline=None)
@given(some.text(alphabet=some.characters(), max_size=40))
def test_only_nul_and_lone_surrogates_are_ever_replaced(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert all(
        kept == ("\ufffd" if letter == "\x00" or "\ud800" <= letter <= "\udfff" else letter)
        for letter, kept in zip(text, cleaned, strict=True)
    )


@pytest.mark.parametrize("number", ["0", "0.10", "-0.0", "1E+5", "123456789012345678901234567890.5", "1E-30"])
def test_a_number_is_kept_digit_for_digit_and_without_an_exponent(journal: Journal, number: str) -> None:
    journal.save(Reading(scale="zinc", day=MONDAY, value=Decimal(number)), name="zinc")
    (row,) = journal.ask(questions.readings, "zinc", MONDAY, MONDAY)
    assert row.value == Decimal(number)
    assert "E" not in str(columns.NUMBER.write(Decimal(number)))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (columns.NUMBER, Decimal("NaN")), (columns.NUMBER, Decimal("Infinity")), (columns.NUMBER, Decimal("-sNaN")),
        (columns.DAY, dt.datetime(2026, 3, 4, tzinfo=dt.UTC)), (columns.TIME, dt.time(8, tzinfo=dt.UTC)),
        (columns.INSTANT, dt.datetime.combine(MONDAY, dt.time(8))), (columns.KEYED, {"a": float("nan")}),
        (columns.TEXTS, [object()]), (columns.FLAG, "yes"), (columns.FLAG, 2**63),
    ],
)  # fmt: skip
def test_what_no_column_can_hold_is_refused(kind: Any, value: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        settled(kind, value)


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        (columns.DAY, MONDAY, "2026-03-02"), (columns.TIME, dt.time(8, 5), "08:05"),
        (columns.TIME, dt.time(8, 5, 9), "08:05:09"), (columns.PARTIAL, PartialDate("2026-03~"), "2026-03~"),
        (columns.MOMENT, Moment.parse("2026-03-02T08:05-03:30"), "2026-03-02T08:05-03:30"),
        (columns.INSTANT, dt.datetime(2026, 3, 2, 8, 5, 9, 999_999, tzinfo=dt.UTC), "2026-03-02T08:05:09Z"),
        (columns.INSTANT, dt.datetime(2026, 3, 2, 1, tzinfo=dt.timezone(14 * HOUR)), "2026-03-01T11:00:00Z"),
        (columns.NUMBER, Decimal("0.10"), "0.10"), (columns.TEXTS, ("b", "a"), '["b","a"]'), (columns.TEXTS, (), "[]"),
        (columns.KEYED, {"b": 1, "a": None}, '{"b":1,"a":null}'), (columns.WORDS, "a\x00b", "a\ufffdb"),
        (columns.IDENTITY, uuid.UUID(int=7), "00000000-0000-0000-0000-000000000007"),
    ],
)  # fmt: skip
def test_each_kind_of_value_has_one_text_in_the_file(kind: AsText[Any], value: Any, stored: str) -> None:
    assert kind.write(value) == stored
    assert kind.write(kind.read(stored)) == stored


def test_nothing_stays_nothing_in_every_column() -> None:
    for kind in (columns.NUMBER, columns.DAY, columns.WORDS, columns.FLAG, LargeBinary()):
        assert settled(kind, None) is None
    assert settled(LargeBinary(), bytearray(b"a")) == b"a"


def test_every_day_from_the_first_to_the_last_of_the_calendar_can_be_kept(journal: Journal) -> None:
    for day in (dt.date.min, dt.date(1900, 2, 28), dt.date(2024, 2, 29), dt.date.max):
        journal.save(Day(day=day, how_hard=1), name="day")
        found = journal.ask(questions.day, day)
        assert found is not None
        assert found.how_hard == 1


def test_a_wrong_row_among_many_stops_the_whole_act(journal: Journal) -> None:
    good = [fatigue(MONDAY, 1), Visit(day=PartialDate("2026"))]
    with pytest.raises(NotAllowed):
        journal.save(*good, fatigue(WEDNESDAY, 5), name="three")
    assert journal.ask(questions.readings_on, MONDAY) == []
    journal.save(*good, name="two")
    assert len(journal.ask(questions.readings_on, MONDAY)) == 1

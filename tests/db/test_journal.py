"""The doors of the journal that read, save, copy and close; what is refused, and what is kept as it was typed."""

import dataclasses
import datetime as dt
import os
import stat
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from mbc_journal.db import integrity, questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.problems import CannotWrite, JournalExists, NotAllowed, NotSaved
from mbc_journal.records import (
    NEVER,
    Answer,
    Change,
    Day,
    Note,
    Profile,
    Reading,
    Step,
    StepKind,
    Therapy,
)
from tests.conftest import FrozenClock
from tests.db.rows import MONDAY, THEN, WEDNESDAY, fatigue, kept, one_of_each, values

NOTHING: Any = None


def _levels(journal: Journal) -> list[int | None]:
    return [reading.level for reading in journal.ask(questions.readings, "fatigue", MONDAY, WEDNESDAY)]


def test_what_is_saved_is_read_back_after_the_file_was_closed(
    journal: Journal, tmp_path: Path, clock: FrozenClock
) -> None:
    journal.save(fatigue(MONDAY, 3))
    journal.close()
    again = Journal(tmp_path / "journal.mbcj", clock)
    assert _levels(again) == [3]
    again.close()


def test_a_record_that_was_read_is_free_to_be_used_and_replaced(journal: Journal) -> None:
    journal.save(fatigue(MONDAY, 3))
    (found,) = journal.ask(questions.readings_on, MONDAY)
    found.note = "a word"
    changed = dataclasses.replace(found, level=1)
    assert (found.level, changed.level, changed.note, changed.id) == (3, 1, "a word", found.id)
    journal.save(changed)
    assert _levels(journal) == [1]


def test_a_question_may_take_names_and_the_journal_hands_them_on(journal: Journal) -> None:
    journal.save(fatigue(MONDAY, 3))
    assert len(journal.ask(questions.readings, "fatigue", since=MONDAY, until=MONDAY)) == 1


def test_saving_says_what_kinds_and_rows_it_wrote_and_tells_once(tmp_path: Path, clock: FrozenClock) -> None:
    heard: list[Change] = []
    create(tmp_path / "told.mbcj", clock)
    journal = Journal(tmp_path / "told.mbcj", clock, told=heard.append)
    change = journal.save(fatigue(MONDAY, 3), Day(day=MONDAY, how_hard=2), name="Monday")
    journal.close()
    assert heard == [change]
    assert change.kinds == {"reading", "day"}
    assert [type(row) for row in change.rows] == [Reading, Day]
    assert (change.gone, change.undone, change.name, change.undo, change.redo) == ((), False, "Monday", "Monday", "")


def test_the_first_writing_never_changes_and_the_last_always_does(journal: Journal, clock: FrozenClock) -> None:
    reading = fatigue(MONDAY, 3)
    journal.save(reading)
    first = clock.utc()
    assert (reading.written_at, reading.changed_at) == (first, first)
    clock.tick(hours=2)
    journal.save(dataclasses.replace(reading, level=1, written_at=NEVER, changed_at=NEVER))
    (found,) = journal.ask(questions.readings_on, MONDAY)
    assert (found.written_at, found.changed_at) == (first, first + dt.timedelta(hours=2))


def test_a_row_brought_back_from_a_file_keeps_the_times_it_came_with(journal: Journal) -> None:
    journal.save(fatigue(MONDAY, 3, written_at=THEN, changed_at=THEN + dt.timedelta(days=1)))
    (found,) = journal.ask(questions.readings_on, MONDAY)
    assert (found.written_at, found.changed_at) == (THEN, THEN + dt.timedelta(days=1))


def test_saving_what_is_already_so_writes_nothing_and_tells_nobody(tmp_path: Path, clock: FrozenClock) -> None:
    heard: list[Change] = []
    create(tmp_path / "told.mbcj", clock)
    journal = Journal(tmp_path / "told.mbcj", clock, told=heard.append)
    reading = fatigue(MONDAY, 3)
    journal.save(reading, name="Tiredness")
    clock.tick(hours=1)
    change = journal.save(dataclasses.replace(reading), name="again")
    assert (change.kinds, change.undo, len(heard)) == (frozenset(), "Tiredness", 1)
    assert journal.ask(questions.identity)[1] == 1
    journal.close()


def test_a_row_that_belongs_to_nothing_is_refused_and_nothing_of_the_act_is_written(journal: Journal) -> None:
    stray = Step(therapy_id=Therapy(name="nowhere").id, kind=StepKind.START)
    with pytest.raises(NotAllowed, match="belongs to"):
        journal.save(fatigue(MONDAY, 1), stray)
    assert journal.ask(questions.counts) == {}
    assert journal.undo() is None


def test_a_civil_day_has_one_row_and_the_bin_does_not_count(journal: Journal) -> None:
    first = Day(day=MONDAY, how_hard=1)
    journal.save(first)
    with pytest.raises(NotAllowed, match="entry for this day"):
        journal.save(Day(day=MONDAY, how_hard=2))
    journal.bin(first)
    journal.save(Day(day=MONDAY, how_hard=3))
    found = journal.ask(questions.day, MONDAY)
    assert found is not None
    assert found.how_hard == 3


@pytest.mark.parametrize(
    "wrong",
    [
        fatigue(MONDAY, 5),
        fatigue(MONDAY, -1),
        fatigue(MONDAY, 2, state=Answer.SKIPPED),
        fatigue(MONDAY, None, value=Decimal("NaN")),
        fatigue(MONDAY, None, value=Decimal("Infinity")),
        fatigue(MONDAY, 2**63),
        Profile(birth_year=61),
        Profile(name=NOTHING),
        Reading(scale="fatigue", day=THEN),
        fatigue(MONDAY, 1, time=dt.time(8, tzinfo=dt.UTC)),
        fatigue(MONDAY, 1, binned_at=dt.datetime(2026, 1, 1)),  # noqa: DTZ001 - without a zone is what is wrong
        fatigue(MONDAY, 1, state="perhaps"),
        Step(therapy_id=Profile().id, kind=StepKind.START, schedule={"first": Decimal(1)}),
    ],
    ids=lambda wrong: type(wrong).__name__,
)
def test_a_value_that_cannot_be_is_refused_with_a_sentence_and_the_record_stays_whole(
    journal: Journal, wrong: Reading
) -> None:
    before = values(wrong)
    with pytest.raises(NotAllowed) as refused:
        journal.save(wrong)
    assert refused.value.sentences()[0].endswith(".")
    assert values(wrong) == before
    assert journal.ask(questions.counts) == {}


def test_a_copy_is_a_journal_of_its_own(journal: Journal, tmp_path: Path, clock: FrozenClock) -> None:
    journal.save(*one_of_each())
    journal.copy_to(tmp_path / "copy.mbcj")
    with pytest.raises(JournalExists):
        journal.copy_to(tmp_path / "copy.mbcj")
    with pytest.raises(CannotWrite):
        journal.copy_to(tmp_path / "nowhere" / "copy.mbcj")
    copy = Journal(tmp_path / "copy.mbcj", clock)
    assert copy.ask(integrity.fingerprint) == journal.ask(integrity.fingerprint)
    assert not list(tmp_path.glob("*.part*"))
    copy.close()


def test_closing_twice_is_closing_once_and_leaves_nothing_beside_the_file(journal: Journal, tmp_path: Path) -> None:
    journal.save(fatigue(MONDAY, 1))
    journal.close()
    journal.close()
    assert os.listdir(tmp_path) == ["journal.mbcj"]


def test_a_new_journal_is_for_its_owner_alone_and_is_never_made_over_another(
    tmp_path: Path, clock: FrozenClock
) -> None:
    path = tmp_path / "new.mbcj"
    mask = os.umask(0)
    create(path, clock, Profile(name="Ada"))
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    with pytest.raises(JournalExists):
        create(path, clock)
    assert path.read_bytes() == before
    with pytest.raises(CannotWrite):
        create(tmp_path / "nowhere" / "new.mbcj", clock)


def test_a_new_journal_that_cannot_hold_its_rows_is_not_made(tmp_path: Path, clock: FrozenClock) -> None:
    with pytest.raises(NotAllowed):
        create(tmp_path / "new.mbcj", clock, fatigue(MONDAY, 9))
    assert os.listdir(tmp_path) == []


def test_an_old_rollback_journal_is_moved_away_from_a_new_file(tmp_path: Path, clock: FrozenClock) -> None:
    (tmp_path / "new.mbcj-journal").write_bytes(b"of another file")
    create(tmp_path / "new.mbcj", clock)
    assert sorted(os.listdir(tmp_path)) == ["new.mbcj", "new.mbcj-journal.old"]


def test_a_question_that_goes_wrong_leaves_the_journal_usable(journal: Journal) -> None:
    def stumbles(session: Session) -> int:
        session.scalars(select(Reading)).all()
        raise KeyError("stumbled")

    with pytest.raises(KeyError):
        journal.ask(stumbles)
    journal.save(fatigue(MONDAY, 2))
    assert _levels(journal) == [2]


def test_a_journal_that_can_only_be_read_says_so_and_saves_nothing(journal: Journal) -> None:
    reading = fatigue(MONDAY, 1)
    journal.save(reading)
    journal.read_only = "the journal can only be read here"
    for write in (journal.save, journal.bin, journal.forget):
        with pytest.raises(NotSaved, match="can only be read here"):
            write(reading)
    with pytest.raises(NotSaved, match="can only be read here"):
        journal.undo()
    assert _levels(journal) == [1]


def test_texts_come_back_as_they_were_typed(journal: Journal) -> None:
    texts = [
        "emoji 🍵👩\u200d⚕️ and \u202eright to left\u202c שלום",
        "x" * 10_000,
        '<b>&amp;</b> #import "a" $x^2$ \'; DROP TABLE note; --',
        "line\r\nline\ttab \u2028 \ufeff \x01\x7f",
        "  spaces  ",
        "",
    ]
    for text in texts:
        note = Note(text=text, tags=(text, text))
        journal.save(note)
        found = next(one for one in journal.ask(questions.notes) if one.id == note.id)
        assert kept(found) == kept(note)


def test_what_no_file_can_hold_becomes_a_sign_that_something_stood_there(journal: Journal) -> None:
    therapy = Therapy(name="a\x00b", note="\ud800c\udfff")
    step = Step(therapy_id=therapy.id, kind=StepKind.START, schedule={"words": "d\x00", "times": ["\udc00"]})
    note = Note(text="e\x00", tags=("\x00f",))
    journal.save(therapy, step, note)
    (found,) = journal.ask(questions.therapies)
    assert (found.name, found.note) == ("a\ufffdb", "\ufffdc\ufffd")
    (its_step,) = journal.ask(questions.steps)
    assert its_step.schedule == {"words": "d\ufffd", "times": ["\ufffd"]}
    (its_note,) = journal.ask(questions.notes)
    assert (its_note.text, its_note.tags) == ("e\ufffd", ("\ufffdf",))
    assert therapy.name == "a\x00b"

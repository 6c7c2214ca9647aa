"""Undo and Redo by name, the bin, and erasing for good."""

import dataclasses
from pathlib import Path

import pytest

from mbc_journal.db import integrity, questions
from mbc_journal.db.journal import Journal
from mbc_journal.problems import NotAllowed
from mbc_journal.records import (
    Attachment,
    AttachmentData,
    Note,
    PartialDate,
    Profile,
    Step,
    StepKind,
    Therapy,
)
from tests.conftest import FrozenClock
from tests.db.rows import MONDAY, TUESDAY, WEDNESDAY, fatigue, one_of_each


def _levels(journal: Journal) -> list[int | None]:
    return [reading.level for reading in journal.ask(questions.readings, "fatigue", MONDAY, WEDNESDAY)]


def test_undo_and_redo_walk_along_the_acts_by_name(journal: Journal) -> None:
    reading = fatigue(MONDAY, 1)
    journal.save(reading, name="Mild")
    journal.save(dataclasses.replace(reading, level=3), name="Severe")
    back = journal.undo()
    assert back is not None
    assert (back.name, back.undone, back.undo, back.redo) == ("Severe", True, "Mild", "Severe")
    assert _levels(journal) == [1]
    further = journal.undo()
    assert further is not None
    assert (further.rows, [row.id for row in further.gone], further.undo, further.redo) == (
        (),
        [reading.id],
        "",
        "Mild",
    )
    assert _levels(journal) == []
    again = journal.redo()
    assert again is not None
    assert (again.name, again.undone, again.undo, again.redo) == ("Mild", False, "Mild", "Severe")
    assert _levels(journal) == [1]


def test_with_nothing_to_take_back_or_do_again_nothing_happens(journal: Journal) -> None:
    assert journal.undo() is None
    assert journal.redo() is None


def test_undoing_all_acts_leaves_the_journal_as_it_was_and_redoing_them_as_it_became(
    journal: Journal, clock: FrozenClock
) -> None:
    before = journal.ask(integrity.fingerprint)
    rows = one_of_each()
    for row in rows:
        clock.tick(minutes=1)
        journal.save(row)
    journal.bin(rows[5], name="bin")
    journal.save(Profile(name="Grace"))
    after = journal.ask(integrity.fingerprint)
    acts = 0
    while journal.undo():
        acts += 1
    assert (acts, journal.ask(integrity.fingerprint)) == (len(rows) + 2, before)
    while journal.redo():
        acts -= 1
    assert (acts, journal.ask(integrity.fingerprint)) == (0, after)


def test_saves_of_one_stay_are_one_step_of_undo(journal: Journal) -> None:
    stay = object()
    note = Note(day=PartialDate.of(MONDAY), text="S")
    journal.save(note, stay=stay, name="Note")
    journal.save(dataclasses.replace(note, text="So"), stay=stay, name="Note")
    journal.save(dataclasses.replace(note, text="Soup"), stay=stay, name="Note")
    journal.save(fatigue(MONDAY, 1), stay=object(), name="Tiredness")
    journal.undo()
    assert [found.text for found in journal.ask(questions.notes)] == ["Soup"]
    journal.undo()
    assert journal.ask(questions.notes) == []
    assert journal.undo() is None


def test_a_stay_may_be_any_value_that_is_equal(journal: Journal) -> None:
    for level in (1, 2):
        journal.save(fatigue(MONDAY, level), stay=("row", str(MONDAY)))
    journal.undo()
    assert _levels(journal) == []


def test_a_stay_that_was_taken_back_is_not_joined_again(journal: Journal) -> None:
    stay = object()
    journal.save(fatigue(MONDAY, 1), stay=stay)
    journal.save(fatigue(TUESDAY, 1))
    journal.undo()
    journal.save(fatigue(WEDNESDAY, 2), stay=stay)
    journal.undo()
    assert _levels(journal) == [1]


def test_an_act_without_a_name_can_be_taken_back_too(journal: Journal) -> None:
    assert journal.save(fatigue(MONDAY, 1)).undo == "Change"


def test_a_new_act_ends_what_could_be_done_again(journal: Journal) -> None:
    journal.save(fatigue(MONDAY, 1))
    journal.undo()
    change = journal.save(fatigue(TUESDAY, 2), name="Tuesday")
    assert (change.undo, change.redo) == ("Tuesday", "")
    assert journal.redo() is None


def test_a_hundred_acts_can_be_taken_back_and_no_more(journal: Journal) -> None:
    reading = fatigue(MONDAY, 0)
    for act in range(105):
        journal.save(dataclasses.replace(reading, note=str(act)))
    taken_back = 0
    while journal.undo():
        taken_back += 1
    assert taken_back == 100
    assert [found.note for found in journal.ask(questions.readings_on, MONDAY)] == ["4"]


def test_the_bin_hides_a_row_from_questions_keeps_it_and_gives_it_back(journal: Journal, clock: FrozenClock) -> None:
    reading, other = fatigue(MONDAY, 1), fatigue(TUESDAY, 2)
    journal.save(reading, other)
    clock.tick(days=1)
    change = journal.bin(reading, fatigue(WEDNESDAY, 4), name="Deleted: Tiredness")
    assert (change.kinds, change.undo, len(change.rows)) == (frozenset({"reading"}), "Deleted: Tiredness", 1)
    assert _levels(journal) == [2]
    (binned,) = journal.ask(questions.binned)
    assert (binned.id, binned.binned_at, reading.binned_at) == (reading.id, clock.utc(), clock.utc())
    journal.save(dataclasses.replace(binned, binned_at=None))
    assert _levels(journal) == [1, 2]


def test_binning_twice_is_one_act(journal: Journal) -> None:
    reading = fatigue(MONDAY, 1)
    journal.save(reading, name="Mild")
    journal.bin(reading, name="Deleted")
    assert journal.bin(reading, name="Deleted again").undo == "Deleted"


def test_forgetting_erases_for_good_with_the_bytes_of_a_photo(journal: Journal, tmp_path: Path) -> None:
    photo = Attachment(of="note", of_id=fatigue(MONDAY, 1).id, name="photo.png", bytes=4)
    note = Note(text="the word marmalade and no other")
    journal.save(note, photo, AttachmentData(id=photo.id, data=b"gone" * 2000))
    change = journal.forget(note, photo)
    assert (change.kinds, len(change.gone)) == (frozenset({"note", "attachment", "attachment_data"}), 3)
    assert journal.ask(questions.counts) == {}
    assert journal.undo() is None
    journal.close()
    stands = (tmp_path / "journal.mbcj").read_bytes()
    assert b"marmalade" not in stands
    assert b"gonegone" not in stands


def test_what_others_belong_to_cannot_be_forgotten(journal: Journal) -> None:
    therapy = Therapy(name="Capecitabine")
    step = Step(therapy_id=therapy.id, kind=StepKind.START)
    journal.save(step, therapy)
    with pytest.raises(NotAllowed, match="belongs to"):
        journal.forget(therapy)
    journal.forget(therapy, step)
    assert journal.ask(questions.counts) == {}

"""A native file: into an empty journal it is a restore, else its records are merged by their UUID."""

from collections import Counter
from pathlib import Path

import pytest

from mbc_journal import exchange
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.questions.imports import preview
from mbc_journal.exchange import native
from mbc_journal.exchange.report import import_result
from mbc_journal.problems import ChoiceMissing
from mbc_journal.records import PROFILE_ID, Attachment, AttachmentData, Day, ImportBatch, Note, Preview, Profile, Row
from tests.exchange.fhir_files import write
from tests.exchange.journal_rows import everything


def _seen(folder: Path, journal: Journal, clock: Clock, rows: list[Row], patient: str = "") -> Preview:
    data = native.write(rows, with_private_notes=True)[0]
    incoming = exchange.read(write(folder, data))
    return journal.ask(preview, incoming, clock.utc(), patient)


def test_an_empty_journal_becomes_exactly_what_the_file_holds(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    rows = everything()
    seen = _seen(tmp_path, journal, clock, rows)
    journal.save(*seen.rows)
    assert (seen.restored, seen.batch, dict(seen.same)) == (True, None, {})
    again = native.write(journal.ask(questions.everything), with_private_notes=True)[0]
    assert again == (tmp_path / "in.json").read_bytes()
    result = import_result(seen, Counter(type(row).__name__ for row in seen.rows))
    assert result["items"] == len(rows) - 1
    assert (
        result["records"]
        == result["new"]
        == dict(Counter(type(row).__name__ for row in rows) - Counter({"AttachmentData": 1}))
    )
    assert (result["batch"], result["restored"]) == (None, True)


def test_the_same_file_again_brings_nothing(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    rows = everything()
    journal.save(*_seen(tmp_path, journal, clock, rows).rows)
    again = _seen(tmp_path, journal, clock, rows)
    assert (dict(again.new), dict(again.conflict), again.rows, again.restored) == ({}, {}, (), False)
    assert sum(again.same.values()) == len(rows) - 1


def test_into_a_used_journal_new_records_come_with_a_batch(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    rows = [row for row in everything() if not isinstance(row, Profile)]
    journal.save(Note(text="mine"))
    seen = _seen(tmp_path, journal, clock, rows)
    journal.save(*seen.rows)
    batches = [row for row in seen.rows if isinstance(row, ImportBatch) and row.id == seen.batch]
    assert len(batches) == 1
    assert len(journal.ask(questions.notes)) == 3
    assert any(isinstance(row, AttachmentData) and row.import_batch == seen.batch for row in seen.rows)
    again = _seen(tmp_path, journal, clock, rows)
    assert (dict(again.new), again.rows) == ({}, ())
    assert import_result(seen, {"Note": 3}, dry_run=False)["batch"] == str(seen.batch)


def test_a_record_that_differs_is_a_conflict_and_mine_stays(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    theirs = Note(text="theirs")
    journal.save(Note(id=theirs.id, text="mine"), Day(day=_day().day, how_hard=1))
    seen = _seen(tmp_path, journal, clock, [theirs, _day()])
    assert (dict(seen.new), dict(seen.conflict)) == ({}, {"Note": 1, "Day": 1})
    assert seen.rows == ()


def _day() -> Day:
    return next(row for row in everything() if isinstance(row, Day))


def test_a_journal_with_only_an_empty_profile_is_empty(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    journal.save(Profile())
    assert _seen(tmp_path, journal, clock, everything()).restored


def test_another_persons_journal_is_asked_about(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    journal.save(Profile(birth_year=1950), Note(text="mine"))
    with pytest.raises(ChoiceMissing) as asked:
        _seen(tmp_path, journal, clock, everything())
    assert asked.value.facts["choices"] == [str(PROFILE_ID)]
    assert _seen(tmp_path, journal, clock, everything(), patient=str(PROFILE_ID)).conflict == {"Profile": 1}


def test_without_private_notes_the_rest_still_restores(tmp_path: Path, clock: Clock) -> None:
    data, left_out = native.write(everything())
    create(tmp_path / "new.mbcj", clock)
    fresh = Journal(tmp_path / "new.mbcj", clock)
    seen = fresh.ask(preview, exchange.read(write(tmp_path, data)), clock.utc())
    fresh.save(*seen.rows)
    assert left_out == {"private_notes": 1}
    assert [note.text for note in fresh.ask(questions.notes) if note.private] == []
    assert len([row for row in fresh.ask(questions.everything) if isinstance(row, Attachment)]) == 1
    fresh.close()

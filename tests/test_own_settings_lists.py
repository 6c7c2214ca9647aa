"""The bin, the backups and the files to bring in, as the Settings page says them."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from mbc_journal import own_settings
from mbc_journal.own_settings import KnownCopy
from mbc_journal.records import (
    STORED,
    Attachment,
    AttachmentData,
    Day,
    Dose,
    ImportBatch,
    ImportSource,
    Incoming,
    Note,
    PartialDate,
    Preview,
    Profile,
    Reading,
    Row,
    Skipped,
    Step,
    StepKind,
    Therapy,
    Visit,
)
from mbc_journal.scales import Scales

NOW = dt.datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
BINNED = dt.datetime(2026, 3, 3, 23, 30, tzinfo=dt.UTC)
"""In Berlin this is 00:30 of the 4th."""
DAY = dt.date(2026, 2, 28)


def lines(scales: Scales, *rows: Row) -> list[tuple[str, str]]:
    return [(line.what, line.since) for line in own_settings.bin_lines(rows, scales, NOW)]


def test_what_lies_in_the_bin_is_said_in_her_words(scales: Scales) -> None:
    rows = (
        Reading(scale="fatigue", day=DAY, level=2, binned_at=BINNED),
        Reading(scale="temperature", day=DAY, value=Decimal("38.2"), unit="Cel", binned_at=BINNED),
        Note(text="Cold gloves\n  during the drip", day=PartialDate("2026-02"), binned_at=BINNED),
        Visit(day=PartialDate("2026-03-18"), who="Dr Rivera", binned_at=BINNED),
        Day(day=DAY, how_hard=2, binned_at=BINNED),
    )
    assert lines(scales, *rows) == [
        ("Tiredness: Moderate", "28 Feb 2026, in the bin since 4 Mar 2026"),
        ("Temperature: 38.2 °C", "28 Feb 2026, in the bin since 4 Mar 2026"),
        ("Note: Cold gloves during the drip", "February 2026, in the bin since 4 Mar 2026"),
        ("Visit: Dr Rivera", "18 Mar 2026, in the bin since 4 Mar 2026"),
        ("How hard the day was", "28 Feb 2026, in the bin since 4 Mar 2026"),
    ]


def test_a_long_or_odd_text_is_one_short_line(scales: Scales) -> None:
    odd = "<b>x</b> \U0001f642 שלום " + "y" * 10_000
    ((what, _since),) = lines(scales, Note(text=odd, binned_at=BINNED))
    assert what.startswith("Note: <b>x</b> \U0001f642 שלום yyy")
    assert len(what) < 80
    assert what.endswith("\u2026")


def test_after_thirty_days_a_thing_is_not_offered_any_more(scales: Scales) -> None:
    old = NOW - dt.timedelta(days=own_settings.BIN_DAYS, minutes=1)
    assert lines(scales, Note(text="old", binned_at=old), Note(text="not binned")) == []


def test_a_treatment_comes_back_with_its_changes_and_doses(scales: Scales) -> None:
    therapy = Therapy(name="Capecitabine", binned_at=BINNED)
    start = Step(therapy_id=therapy.id, kind=StepKind.START, binned_at=BINNED)
    dose = Dose(therapy_id=therapy.id, planned_day=DAY, binned_at=BINNED)
    earlier = Step(therapy_id=therapy.id, kind=StepKind.HOLD, binned_at=BINNED - dt.timedelta(days=2))
    found = own_settings.bin_lines((therapy, start, dose, earlier), scales, NOW)
    assert [line.what for line in found] == ["Treatment: Capecitabine", "Change of a treatment"]
    back = own_settings.brought_back(found[0])
    assert {row.id for row in back} == {therapy.id, start.id, dose.id}
    assert all(row.binned_at is None for row in back)
    assert therapy.binned_at == BINNED


def test_a_note_comes_back_with_its_photo(scales: Scales) -> None:
    note = Note(text="my hands", binned_at=BINNED)
    photo = Attachment(of="note", of_id=note.id, name="hands.jpg", binned_at=BINNED)
    data = AttachmentData(id=photo.id, data=b"...", binned_at=BINNED)
    (line,) = own_settings.bin_lines((note, photo, data), scales, NOW)
    assert [type(row).__name__ for row in own_settings.brought_back(line)] == ["Note", "Attachment", "AttachmentData"]


def test_every_record_that_can_be_deleted_has_a_name_in_the_bin() -> None:
    never = {Profile, AttachmentData, ImportBatch, ImportSource}
    assert set(own_settings.KINDS) == set(STORED) - never


def manifest(folder: Path, counter: int, **said: object) -> Path:
    path = folder / f"{counter:06d}-20260303-101500-asked.mbcj"
    path.write_bytes(b"x" * 640)
    told = {
        "counter": counter, "made_at": "2026-03-03T09:15:00Z", "reason": "asked", "bytes": 640, "sha256": "ab",
        "verified_at": "2026-03-03T09:15:01Z", "rows": {"Reading": 200, "Note": 14}, **said,
    }  # fmt: skip
    path.with_suffix(".json").write_text(json.dumps(told))
    return path


def test_backups_are_listed_newest_first(tmp_path: Path) -> None:
    for counter in (2, 10, 1):
        manifest(tmp_path, counter)
    assert [copy.counter for copy in own_settings.known_copies(tmp_path)] == [10, 2, 1]
    assert own_settings.known_copies(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"counter": "x"}', '{"counter": 3}', "[" * 100_000, "\0", '{"counter": NaN}']
)
def test_a_damaged_manifest_is_left_out_and_hides_no_other(tmp_path: Path, text: str) -> None:
    manifest(tmp_path, 1)
    manifest(tmp_path, 2).with_suffix(".json").write_text(text)
    manifest(tmp_path, 3).unlink()
    manifest(tmp_path, 4, made_at="2026-03-03T09:15:00")
    assert [copy.counter for copy in own_settings.known_copies(tmp_path)] == [1]


def known(made_at: str, checked: bool = True) -> KnownCopy:
    return KnownCopy(Path("x.mbcj"), 1, dt.datetime.fromisoformat(made_at), "asked", 1_240_000, "ab", checked, 214)


@pytest.mark.parametrize(
    ("made_at", "said"),
    [
        ("2026-03-04T08:12:00+00:00", "Last backup: today 09:12, checked."),
        ("2026-03-03T23:30:00+00:00", "Last backup: today 00:30, checked."),
        ("2026-03-03T20:40:00+00:00", "Last backup: yesterday 21:40, checked."),
        ("2026-02-25T11:00:00+00:00", "Last backup: Wed 25 Feb 2026 12:00, checked."),
    ],
)
def test_the_last_backup_is_said_as_days_are_lived(made_at: str, said: str) -> None:
    assert own_settings.last_backup([known(made_at), known("2026-01-01T00:00:00+00:00")], NOW) == said


def test_without_a_backup_it_says_where_the_journal_is() -> None:
    assert own_settings.last_backup([], NOW) == "Your journal is only on this computer."
    unchecked = own_settings.last_backup([known("2026-03-04T08:12:00+00:00", checked=False)], NOW)
    assert unchecked == "Last backup: today 09:12, not checked."


def test_a_backup_is_told_with_its_records_size_and_reason() -> None:
    assert own_settings.about_copy(known("2026-03-04T08:12:00+00:00")) == "214 records, 1.2 MB, asked for"


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "1 KB"), (1, "1 KB"), (1_499, "1 KB"), (640_000, "640 KB"), (1_000_000, "1.0 MB"), (12_345_678, "12.3 MB"),
     (512_000_000, "512 MB")],
)  # fmt: skip
def test_sizes_are_said_in_two_units(count: int, said: str) -> None:
    assert own_settings.size(count) == said


def preview(
    new: dict[str, int],
    same: dict[str, int] | None = None,
    conflict: dict[str, int] | None = None,
    restored: bool = False,
    skipped: tuple[Skipped, ...] = (),
) -> Preview:
    rows = (Note(text="x"),) if new else ()
    found = Incoming("fhir", "file.json", "ab", skipped=skipped)
    return Preview(found, new, same or {}, conflict or {}, rows, batch=uuid4(), restored=restored)


def test_a_line_a_kind_says_what_is_new_known_and_stays_hers() -> None:
    seen = preview({"reading": 60, "medicine": 1}, {"reading": 2}, {"reading": 1, "allergy": 2})
    assert own_settings.kind_lines(seen) == [
        ("Numbers and answers", "60 new, 2 known, 1 differs and stays yours"),
        ("Medicines", "1 new"),
        ("Allergies", "2 differ and stay yours"),
    ]


def test_the_summary_says_what_happens_to_her_own_entries() -> None:
    assert own_settings.summary(preview({"reading": 1})) == "1 new entry. What is yours stays as it is."
    assert own_settings.summary(preview({}, {"reading": 4})).startswith("Nothing in this file is new.")
    assert own_settings.summary(preview({"Note": 2}, restored=True)).startswith("2 entries. Your journal is empty")


def test_what_is_left_out_is_named_with_its_reason() -> None:
    skipped = (
        Skipped("Observation", "no-value", 2, ("entry 12", "entry 15")),
        Skipped("Provenance", "part-of-another", 40, tuple(f"entry {n}" for n in range(20))),
        Skipped("line", "a reason of tomorrow", 1),
    )
    assert own_settings.skipped_lines(preview({}, skipped=skipped).incoming) == [
        "2 Observation: has no value (entry 12 and entry 15)",
        "40 Provenance: part of another entry (entry 0, entry 1, entry 2 \u2026)",
        "1 line: a reason of tomorrow",
    ]


@pytest.mark.parametrize("kind", [record.__name__ for record in STORED if record is not AttachmentData])
def test_every_record_a_native_file_holds_has_a_name(kind: str) -> None:
    ((name, _counts),) = own_settings.kind_lines(preview({kind: 1}))
    assert name != kind or kind in ("Doses", "Scans")

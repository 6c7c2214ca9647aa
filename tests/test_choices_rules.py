"""What she chooses for her journal, what lies in the bin, how backups and files are told, and how notes are said."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mbc_journal import journaling, own_settings
from mbc_journal.journaling import notes
from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed
from mbc_journal.records import (
    Incoming,
    Note,
    NoteKind,
    PartialDate,
    Preview,
    Profile,
    Reading,
    Skipped,
    Step,
    StepKind,
    Therapy,
)
from mbc_journal.scales import Scales

SCALES = Scales.load(resources() / "scales")
NOW = dt.datetime(2026, 3, 4, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()
ROWS = ("fatigue", "pain", "nausea")


def moved(rows: tuple[str, ...], scale: str, by: int, *hidden: str) -> tuple[str, ...]:
    return own_settings.moved_row(Profile(rows=rows, hidden=hidden), SCALES, scale, by).rows


@pytest.mark.parametrize(
    ("scale", "by", "hidden", "rows"),
    [
        ("pain", -1, (), ("pain", "fatigue", "nausea")), ("pain", 1, (), ("fatigue", "nausea", "pain")),
        ("fatigue", -1, (), ROWS), ("nausea", 1, (), ROWS), ("nausea", -1, ("pain",), ("nausea", "fatigue", "pain")),
        ("fatigue", 1, ("pain",), ("pain", "nausea", "fatigue")),
    ],
)  # fmt: skip
def test_a_row_moves_past_the_next_one_that_is_shown(
    scale: str, by: int, hidden: tuple[str, ...], rows: tuple[str, ...]
) -> None:
    assert moved(ROWS, scale, by, *hidden) == rows


@settings(max_examples=40, deadline=None)
@given(some.permutations(ROWS), some.sampled_from(ROWS), some.sampled_from((-1, 1)))
def test_moving_a_row_there_and_back_changes_nothing_and_loses_none(rows: list[str], scale: str, by: int) -> None:
    there = moved(tuple(rows), scale, by)
    assert sorted(there) == sorted(rows)
    if there != tuple(rows):
        assert moved(there, scale, -by) == tuple(rows)


def test_a_unit_is_preferred_alone_of_its_kind() -> None:
    profile = Profile(units=("[degF]", "kg"))
    assert own_settings.unit_of(profile, own_settings.TEMPERATURES) == "[degF]"
    changed = own_settings.with_unit(profile, own_settings.TEMPERATURES, "Cel")
    assert set(changed.units) == {"kg", "Cel"}
    assert own_settings.unit_of(Profile(), own_settings.WEIGHTS) == "kg"


@pytest.mark.parametrize(
    ("day", "lasts"), [(None, False), ("2026-03-03", False), ("2026-03-04", True), ("2027-01-01", True)]
)
def test_a_pause_lasts_to_the_end_of_its_day(day: str | None, lasts: bool) -> None:
    until = dt.date.fromisoformat(day) if day else None
    assert own_settings.is_paused(Profile(paused_until=until), TODAY) is lasts


def test_a_pause_that_is_past_cannot_be_chosen_and_none_ends_it() -> None:
    with pytest.raises(NotAllowed, match="That day is past"):
        own_settings.paused(Profile(), TODAY - dt.timedelta(days=1), TODAY)
    assert own_settings.paused(Profile(paused_until=TODAY), None, TODAY).paused_until is None


def test_hiding_twice_hides_once_and_showing_again_leaves_the_rest() -> None:
    profile = Profile()
    for what in ("markers", "weight", "markers", "cough"):
        profile = own_settings.with_hidden(profile, what, hide=True)
    assert profile.hidden == ("weight", "markers", "cough")
    shown = own_settings.with_hidden(profile, "weight", hide=False)
    assert shown.hidden == ("markers", "cough")
    assert [one.id for one in own_settings.hidden_scales(shown, SCALES)] == ["cough"]


def test_closed_cards_come_back_together_and_symptoms_stay_hidden() -> None:
    profile = Profile(hidden=("markers", "cough", "card-of-a-newer-version"))
    assert own_settings.closed_cards(profile, SCALES) == ("card-of-a-newer-version",)
    assert own_settings.with_cards_shown(profile, SCALES).hidden == ("markers", "cough")


def binned(row: Any, days_ago: float) -> Any:
    return replace(row, binned_at=NOW - dt.timedelta(days=days_ago))


@pytest.mark.parametrize(("days", "offered"), [(0, True), (29.9, True), (30, True), (30.1, False), (400, False)])
def test_a_thing_waits_thirty_days_in_the_bin(days: float, offered: bool) -> None:
    lines = own_settings.bin_lines([binned(Note(text="a"), days)], SCALES, NOW)
    assert bool(lines) is offered


def test_what_went_into_the_bin_together_comes_back_together() -> None:
    therapy = Therapy(name="Letrozole")
    steps = [Step(therapy_id=therapy.id, kind=StepKind.START), Step(therapy_id=therapy.id, kind=StepKind.STOP)]
    rows = [binned(therapy, 1), binned(steps[0], 1), binned(steps[1], 2)]
    lines = own_settings.bin_lines(rows, SCALES, NOW)
    assert [line.what for line in lines] == ["Treatment: Letrozole", "Change of a treatment"]
    back = own_settings.brought_back(lines[0])
    assert [row.id for row in back] == [therapy.id, steps[0].id]
    assert all(row.binned_at is None for row in back)


def test_a_thing_in_the_bin_is_named_by_what_it_says_on_one_short_line() -> None:
    rows = [binned(Reading(scale="fatigue", day=TODAY, level=2), 1), binned(Note(text="a\nb " * 90), 1)]
    entry, note = own_settings.bin_lines(rows, SCALES, NOW)
    assert entry.what == "Tiredness: Moderate"
    assert entry.since == "4 Mar 2026, in the bin since 3 Mar 2026"
    assert len(note.what) < 90
    assert "\n" not in note.what


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "1 KB"), (499, "1 KB"), (1500, "2 KB"), (999_499, "999 KB"), (1_000_000, "1.0 MB"), (1_250_000, "1.3 MB"),
     (512_000_000, "512 MB")],
)  # fmt: skip
def test_a_size_is_said_in_kb_or_mb(count: int, said: str) -> None:
    assert own_settings.size(count) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [("2026-03-04T08:12:00+00:00", "today 09:12"), ("2026-03-03T22:59:00+00:00", "yesterday 23:59"),
     ("2026-03-03T23:30:00+00:00", "today 00:30"), ("2026-03-01T20:00:00+00:00", "Sun 1 Mar 2026 21:00")],
)  # fmt: skip
def test_when_a_backup_was_made_is_said_where_she_is(moment: str, said: str) -> None:
    assert own_settings.when(dt.datetime.fromisoformat(moment), NOW) == said


def manifest(folder: Path, number: int, **change: Any) -> None:
    path = folder / f"{number:06d}.json"
    said: dict[str, Any] = {
        "counter": number, "made_at": "2026-03-04T08:12:00+00:00", "reason": "asked", "bytes": 1, "sha256": "00",
        "verified_at": "2026-03-04T08:12:01+00:00", "rows": {"Note": 2, "Reading": 3},
    }  # fmt: skip
    path.write_text(json.dumps(said | change))
    path.with_suffix(".mbcj").touch()


def test_backups_are_listed_by_their_number_and_a_bad_manifest_hides_no_other(tmp_path: Path) -> None:
    manifest(tmp_path, 2)
    manifest(tmp_path, 10, reason="dream")
    wrong: list[dict[str, Any]] = [{"counter": "x"}, {"rows": []}, {"made_at": "2026-03-04T08:12:00"}, {"bytes": None}]
    for number, change in enumerate(wrong, 3):
        manifest(tmp_path, number, **change)
    manifest(tmp_path, 20)
    (tmp_path / "000020.mbcj").unlink()
    found = own_settings.known_copies(tmp_path)
    assert [copy.counter for copy in found] == [10, 2]
    assert [own_settings.about_copy(copy) for copy in found] == ["5 records, 1 KB, dream", "5 records, 1 KB, asked for"]
    assert own_settings.last_backup(found, NOW) == "Last backup: today 09:12, checked."
    assert own_settings.known_copies(tmp_path / "none") == []


def test_a_file_to_bring_in_is_told_by_kinds_and_reasons() -> None:
    incoming = Incoming(format="fhir", file="a", sha256="", skipped=(
        Skipped("Observation", "no-value", 1, ("entry 12",)), Skipped("Claim", "not-kept", 9, tuple("abcdefghi")),
        Skipped("Poem", "rhymes", 1)))  # fmt: skip
    seen = Preview(incoming, {"reading": 60}, {"reading": 2, "site": 1}, {"medicine": 1}, ())
    assert own_settings.kind_lines(seen) == [
        ("Numbers and answers", "60 new, 2 known"), ("Where the cancer is", "1 known"),
        ("Medicines", "1 differs and stays yours"),
    ]  # fmt: skip
    assert own_settings.skipped_lines(incoming) == [
        "1 Observation: has no value (entry 12)", "9 Claim: the journal does not keep this (a, b, c \u2026)",
        "1 Poem: rhymes",
    ]  # fmt: skip
    assert own_settings.summary(seen) == "Nothing in this file is new. Your journal stays as it is."
    assert own_settings.summary(replace(seen, rows=(Note(text="a"),))).startswith("60 new entries. What is yours")


@pytest.mark.parametrize(
    ("helped", "said"),
    [(None, ""), (0, "did not help"), (1, "helped: a bit"), (4, "helped: very well")],
)
def test_whether_it_helped_is_said_only_if_it_was_answered(helped: int | None, said: str) -> None:
    assert notes.helped_words(Note(text="a", helped=helped)) == said


@pytest.mark.parametrize("text", ["word " * 200, "x" * 2_000, "\n".join("abcdefgh"), "", "\U0001f600" * 500])
def test_a_long_note_is_shown_from_its_beginning_and_says_that_more_follows(text: str) -> None:
    shown = notes.excerpt(text)
    assert len(shown) <= notes.EXCERPT + 4
    assert shown.endswith("...") is (len(text.strip()) > len(shown))
    assert len(notes.title(Note(text=text))) <= 44


@pytest.mark.parametrize(
    ("written", "late"),
    [("2026-03-05T03:00", False), ("2026-03-05T15:59", False), ("2026-03-05T16:01", True), ("2026-04-01T00:00", True)],
)
def test_a_note_is_called_late_only_where_it_was_late_everywhere_on_earth(written: str, late: bool) -> None:
    moment = dt.datetime.fromisoformat(f"{written}:00+00:00")
    note = Note(text="a", day=PartialDate("2026-03-04"), written_at=moment)
    assert notes.added_later(note) is late
    assert not notes.added_later(replace(note, day=PartialDate("2026-03")))


def test_every_filter_means_some_notes_and_all_means_all() -> None:
    assert journaling.wanted("all").everything
    assert journaling.wanted("helped").kind is NoteKind.HELPED
    assert journaling.wanted("doctor").for_doctor
    assert journaling.wanted("no such filter", "  tea ").words == "tea"

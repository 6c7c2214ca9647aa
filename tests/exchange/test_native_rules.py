"""The journal's own file, rule by rule: keys in their order, null for unknown, dates and numbers as they were given."""

import datetime as dt
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mbc_journal.exchange import native
from mbc_journal.exchange.native.fields import KINDS
from mbc_journal.problems import ImportRefused
from mbc_journal.records import (
    Contact,
    Day,
    Moment,
    Note,
    PartialDate,
    Profile,
    Reading,
    Row,
    Scan,
    Step,
    StepKind,
    Supply,
    SupplyKind,
    Therapy,
    Visit,
)
from tests.exchange.journal_rows import everything, stamped

FIRST = ["id", "written_at", "changed_at", "written_by", "binned_at", "import_batch"]
KEYS = {
    "Therapy": "reference_id name kind intent line regimen why note",
    "Step": "therapy_id kind on time dose unit pieces brand route schedule cycle reason reason_words best_response "
    "note",
    "Dose": "therapy_id planned_day planned_slot state at dose unit pieces reason reason_words note",
    "Supply": "therapy_id kind at pieces note",
    "Reading": "day time utc_offset period scale value unit comparator level state value_as_entered unit_as_entered "
    "range_low range_high range_text body_site body_side note",
    "Day": "day how_hard too_unwell",
    "Note": "day time kind text tags strategy helped linked_symptom for_doctor private",
    "Visit": "day time end_time utc_offset kind who where said changes hours_away",
    "Question": "order topic text visit_id asked answer",
    "Scan": "day kind state worry told",
    "Biopsy": "day site er pr her2 biomarkers note",
    "Contact": "role name phone hours call_first emergency",
    "PlanRule": "scale comparison value unit words contact_id met",
    "Attachment": "of of_id name media_type bytes sha256 data",
    "Profile": "name birth_year er pr her2 biomarkers sites allergies port matters units paper made_up rows rhythm "
    "helpers hidden paused_until",
}


def exported(*rows: Row) -> dict[str, Any]:
    """The file of `rows`, with private notes, as any JSON reader sees it."""
    found: dict[str, Any] = json.loads(native.write(stamped(*rows), with_private_notes=True)[0])
    return found


def only(row: Row, *others: Row) -> dict[str, Any]:
    """The record of one row."""
    found: dict[str, Any] = exported(row, *others)["records"][type(row).__name__][0]
    return found


def changed(kind: str, fields: dict[str, Any]) -> bytes:
    """A sound file in which the first record of a kind has other values."""
    value = json.loads(native.write(everything(), with_private_notes=True)[0])
    value["records"][kind][0].update(fields)
    return json.dumps(value, indent=1).encode()


def refusal(folder: Path, data: bytes) -> str:
    path = folder / "in.json"
    path.write_bytes(data)
    try:
        native.read(path)
    except ImportRefused as problem:
        return str(problem.facts["word"])
    return ""


@pytest.mark.parametrize("kind", KEYS)
def test_the_keys_of_a_record_stand_in_their_order(kind: str) -> None:
    record = json.loads(native.write(everything(), with_private_notes=True)[0])["records"][kind][0]
    expected = [*FIRST, *KEYS[kind].split()]
    assert [key for key in record if key in expected] == expected
    assert set(record) - set(expected) <= {"thumbnail"}


def test_the_frame_of_the_file_has_its_four_keys_and_every_kind_even_when_empty() -> None:
    value = exported()
    assert list(value) == ["format", "schema_version", "left_out", "records"]
    assert (value["format"], value["schema_version"], value["left_out"]) == ("mbc-journal", 1, {"private_notes": 0})
    assert list(value["records"]) == list(KINDS)
    assert set(KEYS) < set(KINDS)
    assert all(rows == [] for rows in value["records"].values())


def test_parents_stand_before_their_children_in_the_file() -> None:
    kinds = list(KINDS)
    for parent, child in (("Therapy", "Step"), ("Therapy", "Dose"), ("Visit", "Question"), ("Contact", "PlanRule")):
        assert kinds.index(parent) < kinds.index(child)


@pytest.mark.parametrize("number", ["0.10", "0.1", "38", "38.0", "0", "-1.50", "1200000", "0.000001"])
def test_a_number_is_text_and_keeps_its_digits(number: str) -> None:
    reading = Reading(scale="ca-15-3", day=dt.date(2026, 3, 4), value=Decimal(number), unit="U/mL")
    assert only(reading)["value"] == number


def test_no_number_is_ever_written_with_an_exponent() -> None:
    for value in (Decimal("1E+3"), Decimal("1E-7"), Decimal("0E-3")):
        text = only(Reading(scale="zinc", day=dt.date(2026, 3, 4), value=value))["value"]
        assert "E" not in text.upper()
        assert Decimal(text) == value


@pytest.mark.parametrize("date", ["2021", "2021-03", "2021-03-14", "2021~", "2021-03~", "2021-03-14~", None])
def test_a_date_is_as_precise_as_it_was_given(date: str | None) -> None:
    day = PartialDate(date) if date else None
    therapy = Therapy(name="Letrozole")
    assert only(Visit(day=day))["day"] == date
    assert only(Note(day=day, text="a"))["day"] == date
    assert only(Scan(day=day))["day"] == date
    assert only(Step(therapy_id=therapy.id, kind=StepKind.START, on=day), therapy)["on"] == date


@pytest.mark.parametrize("moment", ["2026-03-14", "2026-03-14T08:05", "2026-03-14T08:05+01:00"])
def test_a_moment_is_as_precise_as_it_was_given(moment: str) -> None:
    therapy = Therapy(name="Letrozole")
    supply = Supply(therapy_id=therapy.id, kind=SupplyKind.COUNTED, at=Moment.parse(moment), pieces=Decimal("12.5"))
    assert only(supply, therapy)["at"] == moment


@pytest.mark.parametrize(
    ("row", "empty"),
    [
        (Contact(), "role name phone hours"), (Scan(), "day worry told"),
        (Profile(), "name birth_year er paused_until"),
        (Note(text="a"), "day time strategy helped linked_symptom"), (Day(day=dt.date(2026, 3, 4)), "how_hard"),
        (Visit(), "day time end_time utc_offset who where said changes hours_away"),
        (Reading(scale="fatigue", day=dt.date(2026, 3, 4)), "time value unit comparator level range_low note"),
        (Therapy(name="x"), "reference_id kind intent line regimen why note"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_null_and_never_an_empty_text(row: Row, empty: str) -> None:
    record = only(row)
    assert {key: record[key] for key in empty.split()} == dict.fromkeys(empty.split())
    assert "" not in record.values()


def test_none_and_nothing_are_told_apart() -> None:
    none = only(Reading(scale="fatigue", day=dt.date(2026, 3, 4), level=0))
    nothing = only(Reading(scale="fatigue", day=dt.date(2026, 3, 4)))
    assert (none["level"], nothing["level"]) == (0, None)
    assert only(Day(day=dt.date(2026, 3, 4), how_hard=0))["how_hard"] == 0


def test_lists_stay_lists_and_an_empty_one_is_empty() -> None:
    assert only(Note(text="a", tags=("x", "y|z")))["tags"] == ["x", "y|z"]
    assert only(Note(text="a"))["tags"] == []
    assert only(Profile(sites=("bone", "liver")))["sites"] == ["bone", "liver"]


def test_stamps_are_utc_to_the_second_with_a_z() -> None:
    record = only(Note(text="a"))
    for key in ("written_at", "changed_at"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", record[key])
    assert (record["written_by"], record["binned_at"], record["import_batch"]) == ("me", None, None)


def test_letters_of_every_script_stand_as_they_are() -> None:
    text = "Größe שלום 日本 \U0001f600 <b> $x$ =1+1 \u202e"
    data = native.write(stamped(Note(text=text)))[0]
    assert text.encode() in data
    assert b"\\u" not in data


def test_line_ends_and_quotes_inside_a_text_keep_one_record_on_one_line() -> None:
    data = native.write(stamped(Note(text='a\nb\r\n"c"\\\t')))[0].decode()
    (line,) = [line for line in data.split("\n") if line.startswith('{"id"')]
    assert json.loads(line.rstrip(","))["text"] == 'a\nb\r\n"c"\\\t'


def test_the_bin_is_in_the_file_and_says_since_when(tmp_path: Path) -> None:
    binned = Note(text="thrown away", binned_at=dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC))
    assert only(binned)["binned_at"] == "2026-03-04T08:00:00Z"
    path = tmp_path / "in.json"
    path.write_bytes(native.write(stamped(binned))[0])
    (again,) = native.read(path).records
    assert again.binned_at == binned.binned_at


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("Reading", {"level": -1}), ("Reading", {"level": "2"}), ("Reading", {"level": 2.0}),
        ("Reading", {"period": "month"}), ("Reading", {"period": None}), ("Reading", {"scale": ""}),
        ("Reading", {"value": 38}), ("Reading", {"value": "38,2"}),
        ("Reading", {"value": "NaN"}), ("Reading", {"value": "Infinity"}), ("Reading", {"value": "1_000"}),
        ("Reading", {"value": " 1"}), ("Reading", {"value": "+1"}), ("Reading", {"value": ".5"}),
        ("Reading", {"day": None}), ("Reading", {"day": "2026-03"}), ("Reading", {"day": "2026-W10-3"}),
        ("Reading", {"time": "24:00"}), ("Reading", {"time": "08:05:00.5"}),
        ("Note", {"kind": "poem"}), ("Note", {"tags": [1]}), ("Note", {"tags": None}), ("Note", {"helped": 5}),
        ("Note", {"written_at": "2026-03-04T08:00:00+00:00"}), ("Note", {"written_at": None}),
        ("Note", {"for_doctor": "yes"}), ("Note", {"private": 0}), ("Note", {"day": "2026-3"}),
        ("Note", {"day": "2026-02-30"}), ("Therapy", {"line": 0}), ("Therapy", {"line": 21}),
        ("Therapy", {"intent": "hope"}), ("Step", {"kind": "pause"}),
        ("Step", {"cycle": 0}), ("Step", {"on": "March 2026"}), ("Step", {"dose": 2.5}), ("Step", {"reason": "bored"}),
        ("Dose", {"state": "forgotten"}), ("Dose", {"planned_day": "2026-03"}), ("Dose", {"at": "2026-03-01 08:05"}),
        ("Supply", {"at": None}), ("Supply", {"pieces": None}), ("Supply", {"kind": "found"}),
        ("Day", {"how_hard": -1}), ("Day", {"too_unwell": None}), ("Scan", {"worry": 11}), ("Scan", {"state": "done"}),
        ("Visit", {"kind": None}), ("PlanRule", {"comparison": "near"}), ("PlanRule", {"value": None}),
        ("Attachment", {"of": "dream"}), ("Attachment", {"bytes": 10 * 1024 * 1024 + 1}),
        ("Profile", {"birth_year": 1066}), ("Profile", {"sites": "bone"}),
    ],
)  # fmt: skip
def test_a_record_that_cannot_be_refuses_the_file_whole(tmp_path: Path, kind: str, fields: dict[str, Any]) -> None:
    assert refusal(tmp_path, changed(kind, fields)) == "broken"


def test_an_unanswered_reading_holds_no_value(tmp_path: Path) -> None:
    data = changed("Reading", {"state": "skipped", "level": 2, "value": None})
    assert refusal(tmp_path, data) == "broken"


@pytest.mark.parametrize("version", [0, -1, True, "1", None, 1.0])
def test_a_version_that_is_no_version_is_damage(tmp_path: Path, version: object) -> None:
    value = exported() | {"schema_version": version}
    assert refusal(tmp_path, json.dumps(value).encode()) == "broken"


@pytest.mark.parametrize("version", [2, 999, 2**70])
def test_a_version_to_come_asks_for_an_update(tmp_path: Path, version: int) -> None:
    assert refusal(tmp_path, json.dumps(exported() | {"schema_version": version}).encode()) == "newer"

"""The journal's own file: what is written reads back the same, and what is not ours is refused."""

import dataclasses
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mbc_journal.exchange import native
from mbc_journal.exchange.native.fields import FIELDS, KINDS
from mbc_journal.paths import resources
from mbc_journal.problems import ImportRefused
from mbc_journal.records import STORED, Attachment, Note, Row
from tests.exchange.journal_rows import everything, stamped
from tests.exchange.judges import schema_judge

OTHER_ID = "00000000-0000-4000-8000-000000000000"
SCHEMA = json.loads((resources() / "schemas" / "journal-1.schema.json").read_text("utf-8"))


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "in.json"
    path.write_bytes(data)
    return path


def _refusal(path: Path) -> dict[str, object]:
    with pytest.raises(ImportRefused) as refusal:
        native.read(path)
    return refusal.value.facts


def _changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    value = json.loads(native.write(everything(), with_private_notes=True)[0])
    change(value)
    return json.dumps(value, indent=1).encode()


def test_every_kind_and_field_reads_back_and_writes_the_same_bytes(tmp_path: Path) -> None:
    rows = everything()
    assert {type(row) for row in rows} == set(STORED)
    data, left_out = native.write(rows, with_private_notes=True)
    again = native.read(_file(tmp_path, data)).records
    assert sorted(_plain(row) for row in again) == sorted(_plain(row) for row in rows)
    assert native.write(again, with_private_notes=True) == (data, left_out) == (data, {"private_notes": 0})


def _plain(row: Row) -> str:
    values = {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}
    return f"{type(row).__name__} {values!r}"


def test_the_order_of_the_rows_does_not_change_the_bytes() -> None:
    rows = everything()
    shuffled = random.Random(7).sample(rows, len(rows))
    assert native.write(shuffled) == native.write(rows)


def test_the_file_fits_its_schema_and_the_schema_names_every_field() -> None:
    judge = schema_judge(SCHEMA)
    for private in (True, False):
        judge.validate(json.loads(native.write(everything(), private)[0]))
    judge.validate(json.loads(native.write([])[0]))
    for name in KINDS:
        more = {"data", "thumbnail"} if name == "Attachment" else set()
        assert set(SCHEMA["$defs"][name]["properties"]) == {field.name for field in FIELDS[name]} | more


@pytest.mark.parametrize("path", ["Profile", "Reading", "Note", "left_out", "records", ""])
def test_the_schema_takes_no_key_it_does_not_know(path: str) -> None:
    value = json.loads(native.write(everything())[0])
    place = {"": value, "left_out": value["left_out"], "records": value["records"]}
    (place.get(path) or value["records"][path][0])["more"] = 1
    assert not schema_judge(SCHEMA).is_valid(value)


def test_one_record_stands_on_one_line_sorted_by_id_with_numbers_as_text() -> None:
    text = native.write(everything())[0].decode()
    lines = [line for line in text.split("\n") if line.startswith('{"id": ')]
    assert len(lines) == sum(len(rows) for rows in json.loads(text)["records"].values())
    notes = [record["id"] for record in json.loads(text)["records"]["Note"]]
    assert notes == sorted(notes)
    assert '"value": "0.10"' in text
    assert '"on": "2021-03~"' in text
    assert text.endswith("}\n")
    assert "\r" not in text


def test_private_notes_and_what_hangs_on_them_stay_behind_and_are_counted() -> None:
    secret = Note(text="CANARY", private=True)
    photo = Attachment(of="note", of_id=secret.id, name="CANARY.png")
    data, left_out = native.write(stamped(secret, photo, Note(text="open")))
    assert b"CANARY" not in data
    assert left_out == json.loads(data)["left_out"] == {"private_notes": 1, "attachments": 1}
    assert native.write([secret, photo], with_private_notes=True)[1] == {"private_notes": 0}


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value.update(schema_version=2),
        lambda value: value.update(more=1),
        lambda value: value["records"].update(Poem=[]),
        lambda value: value["records"]["Note"][0].update(mood="blue"),
    ],
)
def test_a_newer_version_or_an_unknown_field_is_refused_as_newer(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    assert _refusal(_file(tmp_path, _changed(change)))["word"] == "newer"


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("Reading", "level", 5), ("Reading", "level", True), ("Reading", "value", 1.5), ("Reading", "value", "1e5"),
        ("Reading", "day", "20260304"), ("Reading", "day", "2026-02-30"), ("Reading", "time", "8:05"),
        ("Reading", "state", "maybe"), ("Reading", "comparator", "~"), ("Reading", "scale", 7),
        ("Note", "tags", "a"), ("Note", "day", "March"), ("Note", "id", "1"), ("Note", "private", None),
        ("Note", "written_at", "2026-03-04"), ("Step", "therapy_id", "00000000-0000-0000-0000-000000000000"),
        ("Step", "schedule", [1]), ("Step", "schedule", {"per_day": 1.5}), ("Dose", "planned_slot", 0),
        ("Dose", "at", "now"), ("Day", "how_hard", 9), ("Visit", "kind", "party"), ("Attachment", "data", "%%"),
        ("Attachment", "thumbnail", 7),
        ("Profile", "id", "00000000-0000-0000-0000-000000000000"), ("Contact", "call_first", 1),
        ("Question", "order", 2**63),
    ],
)  # fmt: skip
def test_a_value_no_journal_can_hold_is_refused_with_its_line(
    tmp_path: Path, kind: str, field: str, value: object
) -> None:
    data = _changed(lambda whole: whole["records"][kind][0].update({field: value}))
    facts = _refusal(_file(tmp_path, data))
    assert (facts["word"], facts["format"]) == ("broken", "json")
    line = int(str(facts["say"]).partition("line ")[2].partition(".")[0])
    assert field == "id" or f'"{kind}": [' in "\n".join(data.decode().split("\n")[line - 3 : line])


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value["records"].pop("Note"),
        lambda value: value["records"]["Note"][0].pop("text"),
        lambda value: value["records"]["Note"].append(value["records"]["Note"][0]),
        lambda value: value["records"]["Day"].append(value["records"]["Day"][0] | {"id": OTHER_ID}),
        lambda value: value["records"]["Note"].append("text"),
        lambda value: value.update(records=[]),
        lambda value: value.update(schema_version="1"),
    ],
)
def test_a_file_that_lacks_or_doubles_something_is_broken(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    assert _refusal(_file(tmp_path, _changed(change)))["word"] == "broken"


def test_a_file_cut_anywhere_is_refused_and_never_half_read(tmp_path: Path) -> None:
    data = native.write(everything(), with_private_notes=True)[0]
    dice = random.Random(11)
    for _ in range(60):
        assert _refusal(_file(tmp_path, data[: dice.randrange(len(data) - 3)]))["word"] in {"broken", "unknown"}


def test_a_file_with_bytes_changed_reads_or_is_refused_but_never_crashes(tmp_path: Path) -> None:
    data = native.write(everything(), with_private_notes=True)[0]
    dice = random.Random(13)
    for _ in range(200):
        bad = bytearray(data)
        bad[dice.randrange(len(bad))] = dice.randrange(256)
        path = _file(tmp_path, bytes(bad))
        assert _outcome(path) in {"broken", "unknown", "newer", f"{len(everything())} rows"}


def _outcome(path: Path) -> object:
    try:
        return f"{len(native.read(path).records)} rows"
    except ImportRefused as refusal:
        return refusal.facts["word"]


_T: dict[str, Any] = {"per_day": 2, "times": ["08:00", "20:00"]}
_F: dict[str, Any] = {"first": None}
_N: dict[str, Any] = {"number": 3}
_PART = {"days": 3, "every": 1, "per_day": 1, "times": [], "dose": "4.5"}
PLANS: dict[str, dict[str, Any]] = {
    "daily": _T,
    "weekdays": _T | {"days": [1, 4]},
    "on_off": _T | _F | _N | {"on": 14, "off": 7, "first_slot": 2},
    "cycle_days": _T | {"first": "2026-03-01", "number": None, "length": 21, "days": [1, 8]},
    "every": {"per_day": 1, "times": []} | _F | _N | {"n": 4, "unit": "week", "loading": [1, 15, 29]},
    "course": _F | {"parts": [_PART]},
    "treatments": _F | {"times": ["09:30"], "count": 10, "weekdays": [1, 2, 3, 4, 5], "skip": ["2026-12-24"]},
    "as_needed": {},
}


def _planned(of: str, **change: Any) -> bytes:
    plan = {"kind": of, "words": "", "log_from": "2026-03-04", **PLANS[of], **change}
    kept = {key: value for key, value in plan.items() if value != "gone"}

    def put(value: dict[str, Any]) -> None:
        next(step for step in value["records"]["Step"] if step["schedule"])["schedule"] = kept

    return _changed(put)


@pytest.mark.parametrize("kind", PLANS)
def test_each_kind_of_plan_comes_in_and_fits_the_schema(tmp_path: Path, kind: str) -> None:
    data = _planned(kind)
    schema_judge(SCHEMA).validate(json.loads(data))
    assert native.read(_file(tmp_path, data)).records


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("daily", "per_day", 0), ("daily", "per_day", True), ("daily", "per_day", "2"),
        ("daily", "times", ["20:00", "08:00"]), ("daily", "times", ["08:00"]), ("daily", "times", ["24:00"]),
        ("daily", "log_from", "2026-02-30"), ("daily", "log_from", "1899-12-31"), ("daily", "log_from", "gone"),
        ("daily", "words", None), ("daily", "words", "x" * 501), ("daily", "times", ["\uff108:00", "20:00"]),
        ("daily", "log_from", "\uff12\uff1026-03-04"),
        ("daily", "dose", "5"), ("weekdays", "days", []), ("weekdays", "days", [4, 1]),
        ("weekdays", "days", [8]), ("on_off", "on", 0), ("on_off", "off", 366), ("on_off", "first_slot", 3),
        ("on_off", "off", "gone"), ("on_off", "number", 1000), ("on_off", "first", "March"),
        ("cycle_days", "length", 0), ("cycle_days", "days", [1, 22]), ("every", "unit", "month"),
        ("every", "n", 10**12), ("every", "loading", [1]), ("every", "loading", [2, 3]), ("course", "parts", []),
        ("course", "parts", [_PART | {"dose": 4}]), ("course", "parts", [_PART | {"times": ["08:00", "09:00"]}]),
        ("course", "parts", [{"days": 3}]), ("treatments", "count", 61), ("treatments", "times", ["08:00", "09:00"]),
        ("treatments", "skip", ["2026-12-25", "2026-12-24"]), ("as_needed", "per_day", 1), ("daily", "kind", "moon"),
        ("daily", "kind", ["daily"]), ("daily", "kind", None),
    ],
)  # fmt: skip
def test_a_plan_nobody_can_count_with_refuses_the_file_by_therapy_and_key(
    tmp_path: Path, kind: str, key: str, value: Any
) -> None:
    facts = _refusal(_file(tmp_path, _planned(kind, **{key: value})))
    assert facts["word"] == "broken"
    assert f"the plan of Letrozole is wrong at {key}." in str(facts["say"])


def test_a_dose_taken_at_no_time_is_refused(tmp_path: Path) -> None:
    data = _changed(lambda value: value["records"]["Dose"][0].update(state="taken", at=None))
    assert _refusal(_file(tmp_path, data))["word"] == "broken"


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("Reading", "value", "\uff11\uff12"),
        ("Reading", "day", "\uff12\uff10\uff12\uff16-03-04"),
        ("Dose", "dose", "\u0662.\u0665"),
        ("Visit", "time", "\uff109:00"),
    ],
)
def test_digits_of_another_script_are_no_number_of_ours(tmp_path: Path, kind: str, field: str, value: str) -> None:
    data = _changed(lambda found: found["records"][kind][0].update({field: value}))
    assert _refusal(_file(tmp_path, data))["word"] == "broken"

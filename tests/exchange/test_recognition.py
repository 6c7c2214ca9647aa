"""A file is known by its content, never by its name; what cannot be read is refused with its own word."""

import json
import os
import struct
from pathlib import Path

import pytest

from mbc_journal import exchange
from mbc_journal.exchange import json_text, native
from mbc_journal.exchange.report import refusal
from mbc_journal.problems import ImportRefused
from tests.exchange.fhir_files import PATIENT, bundle, write

SQLITE = b"SQLite format 3\x00"
DTD = '<?xml version="1.0"?>\n<!DOCTYPE {root} [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<{root}>&x;</{root}>'
CCDA = '<?xml-stylesheet href="http://x/y.xsl"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>'


def _refused(path: Path) -> ImportRefused:
    with pytest.raises(ImportRefused) as found:
        exchange.read(path)
    return found.value


@pytest.mark.parametrize(
    ("data", "word", "format_id"),
    [
        (b"", "unknown", None),
        (b" \n\t ", "unknown", None),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown", None),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01", "unknown", None),
        (b"GIF89a\x01\x00\x01\x00", "unknown", None),
        (b"\x1f\x8b\x08\x00\x00\x00", "unknown", None),
        (SQLITE + bytes(200), "unknown", None),
        (SQLITE.ljust(68, b"\x00") + b"MBCJ" + bytes(100), "unknown", None),
        (b"Dear doctor\nthank you.", "unknown", None),
        (b"{}", "unknown", None),
        (b"[1, 2]", "unknown", None),
        (b'{"a": {"resourceType": "Patient"}}', "unknown", None),
        (b"<html><body/></html>", "unknown", None),
        (b"<", "unknown", None),
        (b"PK\x03\x04\x14\x00../../evil", "zip", None),
        (b"PK\x05\x06" + bytes(18), "zip", None),
        ('{"resourceType": "Patient", "a": 1}'.encode("utf-16"), "broken", None),
        (b"Date,Value\r\n2026-01-01,3\r\n", "not-yet", "csv"),
        ("Tag;Wert\n1;2\n".encode("utf-16"), "not-yet", "csv"),
        (b"Tag\tGr\xf6\xdfe\n1\t2\n", "not-yet", "csv"),
        (b"\xef\xbb\xbffull_date,date,weekday,time,mood,activities,note_title,note\n", "not-yet", "csv"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "not-yet", "ics"),
        (b"BEGIN:VEVENT\nEND:VEVENT", "not-yet", "ics"),
        (CCDA.encode(), "not-yet", "ccda"),
        (DTD.format(root="HealthData").encode(), "not-yet", "apple"),
        (b'<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple"><plist/>', "not-yet", "dayone"),
        (b'{"metadata": {"version": "1.0"}, "entries": []}', "not-yet", "dayone"),
        (DTD.format(root="ClinicalDocument").encode(), "unsafe", "ccda"),
        (DTD.format(root="Bundle").encode(), "unsafe", None),
        (b'<Bundle xmlns="http://hl7.org/fhir"><id value="1"/></Bundle>', "fhir-xml", "fhir"),
        (b'<f:Patient xmlns:f="http://hl7.org/fhir"/>', "fhir-xml", "fhir"),
        (b'{"resourceType": "Patient"', "broken", "fhir"),
        (b'{"resourceType": "Patient", "id": "a", "id": "b"}', "broken", "fhir"),
        (b'{"resourceType": "Observation", "valueQuantity": {"value": NaN}}', "broken", "fhir"),
        (b'{"resourceType": "Observation", "valueInteger": -Infinity}', "broken", "fhir"),
        (b'{"resourceType": "Patient", "id": "\xff\xfe"}', "broken", "fhir"),
        (b'{"resourceType": "Patient", "id": "a\x00b"}', "broken", "fhir"),
        (b'{"resourceType": "Patient", "id": 01}', "broken", "fhir"),
        (b'{"form', "broken", None),
        (b'{"resourceType": "Bundle", "entry": ' + b"[" * 64 + b"]" * 64 + b"}", "too-big", "fhir"),
        (b'{"resourceType": "Bundle", "x": ' + b"[" * 100_000, "too-big", "fhir"),
        (b"[" * 1_000_000, "too-big", None),
    ],
)
def test_the_content_decides_and_the_refusal_has_its_word(
    tmp_path: Path, data: bytes, word: str, format_id: str | None
) -> None:
    printed = refusal(_refused(write(tmp_path, data, "file.json")))
    assert (printed["refused"], printed["format"], printed["choices"]) == (word, format_id, [])
    assert printed["say"].endswith(" Nothing was changed.")
    assert list(printed) == ["format", "refused", "say", "choices"]


def test_a_journal_is_not_imported_but_opened(tmp_path: Path) -> None:
    noise = os.urandom(8192)
    for data in (noise, SQLITE + bytes(5000)):
        assert "open it instead" in str(_refused(write(tmp_path, data, "mine.mbcj")))


def test_a_folder_a_pipe_and_a_missing_file_are_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path, tmp_path / "pipe.json", tmp_path / "none.json"):
        found = _refused(path)
        assert found.facts["word"] == "unreadable"
        assert path.name in str(found)


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    assert exchange.recognise(write(tmp_path, PATIENT, "photo.png")).id == "fhir"
    assert exchange.recognise(write(tmp_path, native.write([])[0], "table.csv")).id == "json"
    reordered = dict(reversed(json.loads(native.write([])[0]).items()))
    assert exchange.recognise(write(tmp_path, reordered | {"padding": "x" * 9000})).id == "json"


def test_a_file_of_another_format_than_asked_for_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, PATIENT)
    assert exchange.read(path, "fhir").format == "fhir"
    with pytest.raises(ImportRefused) as refused:
        exchange.read(path, "json")
    assert refused.value.facts["word"] == "unknown"


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + json.dumps(bundle(PATIENT)).encode()
    assert len(exchange.read(write(tmp_path, data)).items) == 1


def test_a_file_above_64_mb_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    with path.open("wb") as big:
        big.write(b'{"resourceType": "Bundle", "entry": [')
        big.truncate(64 * 1024 * 1024 + 1)
    assert _refused(path).facts["word"] == "too-big"
    with path.open("wb") as big:
        big.truncate(512 * 1024 * 1024 + 1)
    assert _refused(path).facts["word"] == "too-big"


def test_a_line_is_named_where_a_file_is_damaged(tmp_path: Path) -> None:
    lines = json.dumps(bundle(PATIENT), indent=1).split("\n")
    lines[5] = lines[5].replace(": ", "  ")
    assert "damaged at line 6." in str(_refused(write(tmp_path, "\n".join(lines).encode())))
    twice = b'{"resourceType": "Patient",\n"id": "1",\n"zz": 1, "zz": 2}'
    assert "damaged at line 3." in str(_refused(write(tmp_path, twice)))


@pytest.mark.parametrize(
    ("data", "deep"),
    [
        (b"[]", 1), (b"[[1], [2, {}]]", 3), (b'["[[[["]', 1), (b'["\\"[[["]', 1), (b'["\\\\", []]', 2), (b'"[[[[', 0),
        (b'{"a": "' + b"\\\\" * 9 + b'", "b": [[]]}', 3),
    ],
)  # fmt: skip
def test_depth_counts_brackets_outside_of_texts(data: bytes, deep: int) -> None:
    assert json_text.depth(data) == deep


def test_depth_stops_where_it_is_enough() -> None:
    assert json_text.depth(b"[" * 60_000_000, 65) == 65


def test_depth_is_counted_in_a_moment_for_hostile_quotes() -> None:
    assert json_text.depth(b'"\\' * 2_000_000) == 0
    assert json_text.depth(b'\\"' * 2_000_000) == 0


def test_numbers_keep_their_digits_and_huge_ones_are_never_computed() -> None:
    found = json_text.parse(b'{"a": 0.10, "b": 7, "c": 1e2, "d": 1e99999999999, "e": ' + b"9" * 5000 + b"}")
    assert (str(found["a"]), found["b"], found["c"]) == ("0.10", 7, 100)
    assert all(isinstance(found[name], json_text.HugeNumber) for name in "de")


def test_a_refusal_of_noise_costs_no_more_than_a_moment(tmp_path: Path) -> None:
    noise = struct.pack(">Q", 0x7B22) + os.urandom(300_000)
    assert _refused(write(tmp_path, noise)).facts["word"] in {"unknown", "broken"}


@pytest.mark.parametrize(
    ("path", "named"), [(Path("."), "."), (Path("/"), "/"), (Path("nowhere.json"), "nowhere.json")]
)
def test_what_cannot_be_read_is_named(path: Path, named: str) -> None:
    assert str(_refused(path)) == f"{named} cannot be read. Nothing was changed."

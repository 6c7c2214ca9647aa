"""Files from strangers: limits, damage, units and names; a refusal or exactly what stands there, never a guess."""

import json
import os
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from mbc_journal import exchange
from mbc_journal.exchange import json_text, refusals, source
from mbc_journal.exchange.fhir import statuses, values
from mbc_journal.exchange.fhir.dosages import read as dosage
from mbc_journal.exchange.fhir.record import short
from mbc_journal.exchange.medicine_names import spoken
from mbc_journal.exchange.report import refusal
from mbc_journal.exchange.units import cleaned
from mbc_journal.problems import ImportRefused
from tests.exchange.fhir_files import PATIENT, write

WORDS = ("unknown", "journal", "zip", "broken", "plan", "too-big", "unsafe", "fhir-xml", "fhir-version", "newer",
         "unreadable", "not-yet")  # fmt: skip
FACTS: dict[str, Any] = {"line": 812, "path": "a.json", "found": "DSTU2", "therapy": "Letrozole", "key": "times"}


def word(data: bytes) -> str:
    """The word with which JSON is refused, "" if it is not."""
    try:
        json_text.parse(data, "fhir")
    except ImportRefused as problem:
        return str(problem.facts["word"])
    return ""


@pytest.mark.parametrize("refused", WORDS)
def test_each_refusal_is_a_sentence_that_ends_with_nothing_was_changed(refused: str) -> None:
    problem = refusals.refused(refused, "fhir", **FACTS)
    printed = refusal(problem)
    assert printed["say"].endswith(". Nothing was changed.")
    assert "{" not in printed["say"]
    assert list(printed) == ["format", "refused", "say", "choices"]
    assert printed["refused"] in WORDS
    assert problem.exit_code == 4


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        ("unknown", "This is not a file the journal can read."), ("zip", "Open the zip and choose one file in it."),
        ("broken", "The file is damaged at line 812. Download it again."), ("too-big", "Ask for a shorter period."),
        ("unsafe", "The file asks for things we do not do."), ("fhir-xml", "Ask for the JSON version."),
        ("fhir-version", "Ask for FHIR R4."), ("newer", "ade by a newer version: update first."),
        ("unreadable", "a.json"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_the_design_says(refused: str, said: str) -> None:
    assert said in str(refusals.refused(refused, **FACTS))


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": NaN}', b'{"a": Infinity}', b'{"a": -Infinity}', b'{"a": 1,}', b"{'a': 1}", b'{"a": 01}', b'{"a": +1}',
        b'{"a": .5}', b'{"a": 1.}', b'{"a": "\n"}', b'{"a": "\\x41"}', b'{"a": 1} {"b": 2}', b'{"a": 1, "a": 2}',
        b'{"a": {"b": 1, "b": 1}}', b'{"a": "\xff"}', b"// x\n{}", b'{"a": undefined}', b'{"a": 0x10}', b"",
        b'{"a": tru', b'\xef\xbb\xbf\xef\xbb\xbf{}',
    ],
)  # fmt: skip
def test_what_is_not_json_to_the_letter_is_broken(data: bytes) -> None:
    assert word(data) == "broken"


@pytest.mark.parametrize(("levels", "refused"), [(1, ""), (64, ""), (65, "too-big"), (100_000, "too-big")])
def test_brackets_go_64_deep_and_are_counted_before_parsing(levels: int, refused: str) -> None:
    assert word(b"[" * levels + b"]" * levels) == refused
    assert word(b'{"a":' * levels + b"1" + b"}" * levels) == refused


@pytest.mark.parametrize("data", [b'["[[[[[["]' * 1, b'["\\"[[["]', b'["' + b"{" * 500 + b'"]'])
def test_brackets_inside_texts_are_only_letters(data: bytes) -> None:
    assert json_text.depth(data) == 1
    assert word(data) == ""


@pytest.mark.parametrize(
    ("number", "kept"),
    [("9" * 30, True), ("9" * 31, False), ("1e30", True), ("1e31", False), ("1E-30", True), ("1e-31", False),
     ("0." + "1" * 29, True), ("0." + "1" * 30, False), ("-0.0", True), ("1e99999", False)],
)  # fmt: skip
def test_a_number_has_30_digits_and_an_exponent_of_30_at_most(number: str, kept: bool) -> None:
    found = json_text.parse(f'{{"a": {number}}}'.encode())["a"]
    assert isinstance(found, json_text.HugeNumber) is not kept
    assert not kept or Decimal(found) == Decimal(number)


def test_nul_and_lone_surrogates_are_replaced_in_keys_too_and_counted() -> None:
    data = b'{"a\\u0000": ["\\ud800x", "ok", "\\u0000\\u0000", {"b": "\\udfff"}], "pair": "\\ud83d\\ude00"}'
    value, count = json_text.cleaned(json_text.parse(data), data)
    assert value == {"a\ufffd": ["\ufffdx", "ok", "\ufffd\ufffd", {"b": "\ufffd"}], "pair": "\U0001f600"}
    assert count == 5


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.recursive(
    some.none() | some.booleans() | some.integers(-(10**12), 10**12) | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=4), inner, max_size=3),
    max_leaves=8,
))  # fmt: skip
def test_sound_json_is_read_as_every_reader_reads_it(value: Any) -> None:
    assert json_text.parse(json.dumps(value).encode()) == json.loads(json.dumps(value))


@settings(max_examples=60, deadline=None)
@given(some.binary(max_size=60))
def test_any_bytes_are_read_or_refused_with_a_word(data: bytes) -> None:
    assert word(data) in {"", "broken", "too-big"}


def test_a_file_that_is_one_long_bracket_is_refused_in_a_moment(tmp_path: Path) -> None:
    begun = time.process_time()
    for data in (b"[" * 300_000, b'{"resourceType":' * 100_000, b'{"a": "' + b"\\" * 3_000_000):
        with pytest.raises(ImportRefused):
            exchange.read(write(tmp_path, data))
    assert time.process_time() - begun < 5


def test_a_file_without_the_right_to_read_it_a_folder_and_a_device_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json", Path(os.devnull), tmp_path / ("x" * 300), tmp_path / "a\0b"):
        with pytest.raises(ImportRefused) as problem:
            source.load(path)
        assert problem.value.facts["word"] == "unreadable"


def test_the_hash_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    found = source.load(write(tmp_path, b"abc"))
    assert found.name == "in.json"
    assert found.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("kind", "status", "reason"),
    [
        ("MedicationStatement", "not-taken", "not-done"), ("MedicationRequest", "cancelled", "not-done"),
        ("MedicationRequest", "draft", "not-done"), ("MedicationAdministration", "not-done", "not-done"),
        ("Appointment", "noshow", "not-done"), ("Observation", "cancelled", "not-done"),
        ("Procedure", "done", "bad-value"),
        ("Observation", "entered-in-error", "entered-in-error"),
        ("DocumentReference", "entered-in-error", "entered-in-error"),
        ("MedicationStatement", "draft", "bad-value"), ("MedicationRequest", "intended", "bad-value"),
    ],
)  # fmt: skip
def test_a_status_says_whether_an_item_counts(kind: str, status: str, reason: str) -> None:
    with pytest.raises(values.Skip) as skip:
        statuses.status({"resourceType": kind, "status": status})
    assert skip.value.reason == reason


def test_what_was_asked_never_to_be_done_is_not_done() -> None:
    with pytest.raises(values.Skip, match="not-done"):
        statuses.status({"resourceType": "MedicationRequest", "status": "active", "doNotPerform": True})


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("Patient/1", "Patient/1"), ("https://a.b/fhir/Patient/1", "Patient/1"), ("urn:uuid:x-y", "x-y"),
        ("Patient/1/_history/3", "Patient/1"), ("#med", ""), ("Patient?identifier=1", ""), ("", ""), ("1", "1"),
    ],
)  # fmt: skip
def test_a_reference_is_its_last_two_parts(reference: str, name: str) -> None:
    assert short(reference) == name


@pytest.mark.parametrize(
    "value",
    ["2022-02-30", "2022-1-1", "2022-01-01T", "2022-01-01T8:00", "2022-01-01T25:00:00Z", "2022-01T08:00", "01.02.2022",
     "1849", "2201", "2022-01-01T08:00:00+15:00", 2022, True, [], {}, ""],
)  # fmt: skip
def test_a_fhir_date_is_exact_or_a_bad_date(value: object) -> None:
    with pytest.raises(values.Skip) as skip:
        values.parsed(value)
    assert skip.value.reason == "bad-date"


@pytest.mark.parametrize(
    ("given_dosage", "dose", "words"),
    [
        ({"text": "one a day"}, None, "one a day"),
        ({"doseAndRate": [{"doseQuantity": {"value": 125, "unit": "mg"}}], "text": "daily"}, Decimal(125), "daily"),
        ({"doseAndRate": [{"doseQuantity": {"value": 125}}]}, None, "125"),
        ({"doseAndRate": [{"doseQuantity": {"value": 5, "unit": "mg", "comparator": "<"}}]}, None, "< 5 mg"),
        ({"timing": {"repeat": {"frequency": 2, "period": 1, "periodUnit": "d"}}}, None, "2 times every day"),
        ({"timing": {"repeat": {"frequency": 1, "period": 3, "periodUnit": "wk"}}}, None, "every 3 weeks"),
        ({"timing": {"repeat": {"frequency": "2", "period": 1, "periodUnit": "d"}}}, None, "every day"),
        ({}, None, ""),
    ],
)  # fmt: skip
def test_a_dosage_is_said_as_far_as_the_file_says_it(
    given_dosage: dict[str, Any], dose: Decimal | None, words: str
) -> None:
    found = dosage({"dosage": [given_dosage]})
    assert (found.dose, found.words) == (dose, words)


@pytest.mark.parametrize(("unit", "plain"), [(" mg ", "mg"), ("\u03bcg/L", "\u00b5g/L"), ("m\u200bg", "mg"), ("", "")])
def test_a_unit_loses_only_what_cannot_be_seen(unit: str, plain: str) -> None:
    assert cleaned(unit) == plain


@pytest.mark.parametrize(
    ("text", "words"),
    [("Tamoxifen Citrate", {"tamoxifen"}), ("FAM-trastuzumab deruxtecan-nxki", {"trastuzumab", "deruxtecan"}),
     ("Létrozole", {"letrozole"}), ("", set())],
)  # fmt: skip
def test_salts_accents_and_suffixes_tell_no_medicine_apart(text: str, words: set[str]) -> None:
    assert spoken(text) == words


def test_a_file_read_twice_is_the_same_twice(tmp_path: Path) -> None:
    path = write(tmp_path, PATIENT)
    assert exchange.read(path) == exchange.read(path)

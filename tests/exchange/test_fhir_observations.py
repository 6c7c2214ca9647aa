"""Observations: numbers become readings on our scales where code and unit fit, words become notes."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import exchange
from mbc_journal.records import Incoming, Note, Reading
from tests.exchange.fhir_files import LOINC, SNOMED, concept, kinds, loinc, observation, quantity, read, reasons, rows


def _one(incoming: Incoming) -> Reading:
    (reading,) = rows(incoming, Reading)
    return reading


@pytest.mark.parametrize(
    ("code", "value", "scale", "canonical", "unit", "entered"),
    [
        ("718-7", quantity(12.0, "g/dL", "g/dL"), "hemoglobin", "12.0", "g/dL", "g/dL"),
        ("718-7", quantity(120, "g/L", "g/L"), "hemoglobin", "12.0000", "g/dL", "g/L"),
        ("59260-0", quantity(7.5, "mmol/L", "mmol/L"), "hemoglobin", "12.0855", "g/dL", "mmol/L"),
        ("777-3", quantity(210, "K/uL"), "platelets", "210", "10*9/L", "10*3/uL"),
        ("777-3", quantity(210, "thousands", "10*3/uL"), "platelets", "210", "10*9/L", "10*3/uL"),
        ("29463-7", quantity(185, "lbs", "[lb_av]"), "weight", "83.9146", "kg", "[lb_av]"),
        ("8310-5", quantity(100.4, "degF", "[degF]"), "temperature", "38", "Cel", "[degF]"),
        ("2708-6", quantity(97, "%O2", "%"), "oxygen", "97", "%", "%"),
        ("72514-3", quantity(4), "pain-0-10", "4", "{score}", "{score}"),
    ],
)
def test_a_number_comes_onto_our_scale_in_its_own_unit(
    tmp_path: Path, code: str, value: dict[str, Any], scale: str, canonical: str, unit: str, entered: str
) -> None:
    reading = _one(read(tmp_path, observation(loinc(code), valueQuantity=value)))
    assert (reading.scale, reading.unit, reading.unit_as_entered) == (scale, unit, entered)
    assert reading.value == Decimal(canonical)
    assert reading.value_as_entered == str(value["value"])


@pytest.mark.parametrize(
    ("code", "value", "scale"),
    [
        (loinc("33914-3", "GFR"), quantity(83.8, "mL/min", "mL/min"), "other:GFR [mL/min]"),
        (loinc("718-7", "Hb"), quantity(12, "g/mol"), "other:Hb [g/mol]"),
        (loinc("8867-4", "Pulse"), quantity(98), "other:Pulse []"),
        (concept("Zinc"), quantity(11, "umol/L"), "other:Zinc [umol/L]"),
        (concept("", (LOINC, "2085-9", "HDL")), quantity(1, "mmol/L"), "other:HDL [mmol/L]"),
    ],
)
def test_a_unit_or_code_we_do_not_know_is_never_converted(
    tmp_path: Path, code: dict[str, Any], value: dict[str, Any], scale: str
) -> None:
    reading = _one(read(tmp_path, observation(code, valueQuantity=value)))
    assert reading.scale == scale
    assert reading.value == Decimal(str(value["value"]))


def test_the_day_and_time_written_in_the_file_stay_and_are_never_shifted(tmp_path: Path) -> None:
    late = observation(
        loinc("8867-4"), valueQuantity=quantity(80, code="/min"), effectiveDateTime="2022-05-04T23:59:59-08:00"
    )
    reading = _one(read(tmp_path, late))
    assert (reading.day, reading.time, reading.utc_offset) == (dt.date(2022, 5, 4), dt.time(23, 59), "-08:00")


def test_digits_comparator_and_printed_range_stay_as_they_are(tmp_path: Path) -> None:
    data = (
        b'{"resourceType": "Observation", "status": "final", "effectiveDateTime": "2022-05-04", "code": {"coding": ['
        b'{"system": "http://loinc.org", "code": "6875-9"}]}, "valueQuantity": {"value": 0.10, "comparator": "<", '
        b'"unit": "U/mL"}, "referenceRange": [{"low": {"value": 0}, "high": {"value": 31.30}, "text": "up to 31.3"}],'
        b'"note": [{"text": "fasting"}], "bodySite": {"text": "left arm"}}'
    )
    path = tmp_path / "one.json"
    path.write_bytes(data)
    reading = _one(exchange.read(path))
    assert (str(reading.value), reading.value_as_entered, reading.comparator) == ("0.10", "<0.10", "<")
    assert (str(reading.range_low), str(reading.range_high), reading.range_text) == ("0", "31.30", "up to 31.3")
    assert (reading.note, reading.body_site) == ("fasting", "left arm")


def test_both_pressures_of_a_panel_are_readings_of_one_item(tmp_path: Path) -> None:
    parts = [
        {"code": loinc("8480-6"), "valueQuantity": quantity(120, code="mm[Hg]")},
        {"code": loinc("8462-4"), "valueQuantity": quantity(80, code="mm[Hg]")},
    ]
    incoming = read(tmp_path, observation(loinc("85354-9", "Blood pressure"), component=parts))
    assert kinds(incoming) == {"reading": 1}
    assert [(row.scale, row.value) for row in rows(incoming, Reading)] == [
        ("bp-systolic", Decimal(120)), ("bp-diastolic", Decimal(80)),
    ]  # fmt: skip


def test_a_part_we_have_no_scale_for_is_named_after_its_parent(tmp_path: Path) -> None:
    parts = [
        {"code": concept("Clarity"), "valueString": "clear"},
        {"code": concept("Glucose"), "valueQuantity": quantity(5, "mg/dL")},
    ]
    incoming = read(tmp_path, observation(concept("Urinalysis"), component=parts))
    assert _one(incoming).scale == "other:Urinalysis: Glucose [mg/dL]"
    (note,) = rows(incoming, Note)
    assert note.text == "Urinalysis: Clarity: clear"


def test_a_part_whose_code_has_no_words_does_not_take_the_number_beside_it_away(tmp_path: Path) -> None:
    wordless = {"coding": [{"system": SNOMED, "code": "1"}]}
    parts = [
        {"code": concept("Position"), "valueCodeableConcept": wordless},
        {"code": loinc("8480-6"), "valueQuantity": quantity(120, code="mm[Hg]")},
    ]
    assert _one(read(tmp_path, observation(loinc("85354-9", "Blood pressure"), component=parts))).value == 120


def test_a_code_system_named_by_its_oid_is_the_same_system(tmp_path: Path) -> None:
    code = concept("", ("urn:oid:2.16.840.1.113883.6.1", "718-7", ""))
    assert _one(read(tmp_path, observation(code, valueQuantity=quantity(12.0, "g/dL")))).scale == "hemoglobin"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"valueString": "12 or so"}, "Test: 12 or so"),
        ({"valueCodeableConcept": concept("", (SNOMED, "1", "Never smoker"))}, "Test: Never smoker"),
        ({"valueBoolean": True}, "Test: Yes"),
        ({"valueDateTime": "2022-05"}, "Test: 2022-05"),
        ({"valueRange": {"low": quantity(1, "mg"), "high": quantity(2, "mg")}}, "Test: 1 mg - 2 mg"),
        ({"valueRatio": {"numerator": quantity(1), "denominator": quantity(128)}}, "Test: 1:128"),
        ({"valueQuantity": quantity(5, "mg", comparator="<=")}, "Test: <= 5 mg"),
    ],
)
def test_words_become_a_note_tagged_result(tmp_path: Path, value: dict[str, Any], said: str) -> None:
    incoming = read(tmp_path, observation(concept("Test"), **value))
    (note,) = rows(incoming, Note)
    assert (kinds(incoming), note.text, note.tags) == ({"result": 1}, said, ("imported", "result"))
    assert (note.private, note.for_doctor) == (False, False)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"code": concept("Group"), "hasMember": [{"reference": "Observation/1"}]}, "no-value"),
        ({"code": concept("X"), "dataAbsentReason": concept("unknown")}, "no-value"),
        ({"code": concept("X"), "valueSampledData": {"data": "1 2"}}, "no-value"),
        ({"code": loinc("21908-9"), "valueString": "IV"}, "no-name"),
        ({"code": loinc("89247-1"), "valueInteger": 1}, "no-name"),
        ({"code": concept("X"), "valueCodeableConcept": {"coding": [{"system": SNOMED, "code": "1"}]}}, "no-name"),
        ({"code": loinc("39156-5", "BMI"), "valueQuantity": quantity(31, "kg/m2")}, "computed"),
        ({"code": concept("X"), "valueQuantity": {"value": "5"}}, "bad-value"),
        ({"code": concept("X"), "valueQuantity": [1]}, "bad-value"),
        ({"code": concept("X"), "valueInteger": True}, "bad-value"),
        ({"code": concept("X"), "valueQuantity": quantity(5), "status": "done"}, "bad-value"),
        ({"code": concept("X"), "valueQuantity": quantity(5), "status": "entered-in-error"}, "entered-in-error"),
        ({"code": concept("X"), "valueQuantity": quantity(5), "status": "cancelled"}, "not-done"),
        ({"code": concept("X"), "valueQuantity": quantity(5), "effectiveDateTime": None}, "no-date"),
        ({"code": concept("X"), "valueQuantity": quantity(5), "effectiveDateTime": "2022-05"}, "no-date"),
        ({"code": concept("X"), "valueQuantity": quantity(5), "effectiveDateTime": "05/04/2022"}, "bad-date"),
        ({"code": concept("X"), "valueQuantity": quantity(5), "effectiveDateTime": "2022-02-30"}, "bad-date"),
        ({"code": concept("X"), "valueQuantity": quantity(5), "effectiveDateTime": 2022}, "bad-date"),
    ],
)
def test_what_cannot_be_kept_is_skipped_with_its_reason(tmp_path: Path, more: dict[str, Any], reason: str) -> None:
    incoming = read(tmp_path, observation(**more))
    assert (kinds(incoming), reasons(incoming)) == ({}, {reason: 1})
    assert incoming.skipped[0].what == "Observation"
    assert incoming.skipped[0].where == ("entry 1",)


def test_the_latest_receptor_fills_the_profile_and_older_ones_are_notes(tmp_path: Path) -> None:
    positive, negative = concept("", (SNOMED, "10828004", "")), concept("Negative (qualifier value)")
    incoming = read(
        tmp_path,
        observation(loinc("16112-5", "ER"), valueCodeableConcept=positive, effectiveDateTime="2021-01-01"),
        observation(loinc("85337-4", "ER"), valueCodeableConcept=negative, effectiveDateTime="2019-01-01"),
        observation(loinc("48676-1"), valueString="ultralow"),
    )
    assert kinds(incoming) == {"receptor": 3}
    assert [dict(item.profile) for item in incoming.items] == [{"er": "positive"}, {}, {"her2": "ultralow"}]
    assert [note.text for note in rows(incoming, Note)] == ["ER: negative"]


def test_two_genes_fill_the_profile_and_others_are_results(tmp_path: Path) -> None:
    def variant(gene: str) -> dict[str, Any]:
        studied = {
            "code": loinc("48018-6"),
            "valueCodeableConcept": concept("", ("http://www.genenames.org/geneId", gene, gene)),
        }
        return observation(loinc("69548-6", "Variant"), valueCodeableConcept=concept("Present"), component=[studied])

    incoming = read(tmp_path, variant("HGNC:3467"), variant("HGNC:8975"), variant("HGNC:1100"))
    assert [dict(item.profile) for item in incoming.items if item.kind == "receptor"] == [
        {"biomarkers": ("ESR1: Present",)}, {"biomarkers": ("PIK3CA: Present",)},
    ]  # fmt: skip
    assert kinds(incoming) == {"receptor": 2, "result": 1}


def test_a_number_that_looks_like_a_slip_is_named_and_kept(tmp_path: Path) -> None:
    incoming = read(tmp_path, observation(loinc("8310-5"), valueQuantity=quantity(382, code="Cel")))
    assert _one(incoming).value == 382
    assert incoming.warnings == ("Temperature: is 382 right?",)

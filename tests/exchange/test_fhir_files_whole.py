"""FHIR files as a whole: every way resources can stand in one, other versions, several people, hostile contents."""

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import exchange
from mbc_journal.problems import ChoiceMissing, ImportRefused
from mbc_journal.records import Note, Reading
from tests.exchange.fhir_files import (
    PATIENT,
    SUBJECT,
    Resource,
    bundle,
    concept,
    condition,
    kinds,
    loinc,
    observation,
    quantity,
    read,
    reasons,
    rows,
    statement,
    write,
)

WHOLE = bundle(
    PATIENT,
    statement(),
    condition(concept("Hay fever")),
    observation(loinc("8867-4", "Pulse"), valueQuantity=quantity(80.5, "bpm", "/min")),
    observation(loinc("85354-9", "BP"), component=[{"code": loinc("8480-6"), "valueQuantity": quantity(120, "mmHg")}]),
)


def _refusal(path: Path) -> str:
    with pytest.raises(ImportRefused) as refused:
        exchange.read(path)
    return str(refused.value.facts["word"])


def test_a_bundle_an_array_one_resource_and_lines_bring_the_same(tmp_path: Path) -> None:
    parts = [entry["resource"] for entry in WHOLE["entry"]]
    as_lines = b"\n".join(json.dumps(part).encode() for part in parts) + b"\n"
    for value in (WHOLE, parts, bundle(bundle(bundle(*parts))), as_lines):
        assert kinds(exchange.read(write(tmp_path, value))) == {
            "profile": 1,
            "medicine": 1,
            "condition": 1,
            "reading": 2,
        }
    assert kinds(exchange.read(write(tmp_path, PATIENT))) == {"profile": 1}


def test_contained_resources_and_bundles_are_no_items(tmp_path: Path) -> None:
    inside = condition(concept("Hay fever"), contained=[PATIENT, condition(concept("Inside"))])
    incoming = read(tmp_path, inside, bundle())
    assert (kinds(incoming), reasons(incoming)) == ({"condition": 1}, {})


def test_a_bundle_deeper_than_five_is_refused(tmp_path: Path) -> None:
    nested = bundle(PATIENT)
    for _ in range(4):
        nested = bundle(nested)
    assert kinds(exchange.read(write(tmp_path, nested))) == {"profile": 1}
    assert _refusal(write(tmp_path, bundle(nested))) == "too-big"


def test_a_bad_line_is_skipped_by_its_number(tmp_path: Path) -> None:
    lines = [json.dumps(PATIENT), '{"resourceType": "Goal", [[[}', "", json.dumps([1]), json.dumps(statement())]
    incoming = exchange.read(write(tmp_path, "\r\n".join(lines).encode()))
    assert kinds(incoming) == {"profile": 1, "medicine": 1}
    (skip,) = incoming.skipped
    assert (skip.reason, skip.count, skip.where) == ("bad-line", 2, ("line 2", "line 4"))


@pytest.mark.parametrize(
    ("place", "bad"),
    [(0, '{"resourceType": "Goal", "id": '), (1, "cut off"), (2, "[1, 2]"), (3, '{"resourceType": "Goal", "id": ')],
)
def test_a_bad_line_anywhere_does_not_take_the_others_away(tmp_path: Path, place: int, bad: str) -> None:
    lines = [json.dumps(PATIENT), json.dumps(statement()), json.dumps(condition(concept("Hay fever")))]
    lines.insert(place, bad)
    incoming = exchange.read(write(tmp_path, "\n".join(lines).encode()))
    assert kinds(incoming) == {"profile": 1, "medicine": 1, "condition": 1}
    assert [skip.where for skip in incoming.skipped] == [(f"line {place + 1}",)]


def test_lines_behind_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + json.dumps(PATIENT).encode() + b"\n" + json.dumps(statement()).encode()
    assert kinds(exchange.read(write(tmp_path, data))) == {"profile": 1, "medicine": 1}


def test_a_list_with_one_resource_a_line_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    lines = ",\n".join(json.dumps(statement(id=str(number))) for number in range(9))
    assert _refusal(write(tmp_path, f"[\n{lines}\n".encode())) == "broken"
    assert _refusal(write(tmp_path, f'{{"resourceType": "Bundle", "entry": [\n{lines}\n'.encode())) == "broken"


@pytest.mark.parametrize(
    ("resource", "found"),
    [
        ({"resourceType": "MedicationOrder", "status": "active"}, "DSTU2"),
        ({"resourceType": "Condition", "patient": SUBJECT, "code": concept("X")}, "DSTU2"),
        ({"resourceType": "Observation", "category": concept("vital"), "code": concept("X")}, "DSTU2"),
        ({"resourceType": "MedicationStatement", "wasNotTaken": True, "status": "active"}, "DSTU2"),
        ({"resourceType": "MedicationAdministration", "wasNotGiven": True, "status": "completed"}, "DSTU2"),
        ({"resourceType": "AllergyIntolerance", "substance": concept("X")}, "DSTU2"),
        ({"resourceType": "Procedure", "notPerformed": True, "code": concept("X")}, "DSTU2"),
        ({"resourceType": "MedicationStatement", "taken": "y", "status": "active"}, "STU3"),
        ({"resourceType": "MedicationAdministration", "notGiven": True, "status": "completed"}, "STU3"),
        ({"resourceType": "AllergyIntolerance", "assertedDate": "2020", "code": concept("X")}, "STU3"),
        ({"resourceType": "Procedure", "notDone": True, "code": concept("X")}, "STU3"),
        ({"resourceType": "Condition", "assertedDate": "2020", "code": concept("X")}, "STU3"),
        ({"resourceType": "MedicationRequest", "medication": {"concept": concept("X")}}, "R5"),
    ],
)
def test_another_version_of_fhir_is_refused_whole(tmp_path: Path, resource: Resource, found: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        read(tmp_path, PATIENT, resource)
    assert refused.value.facts["word"] == "fhir-version"
    assert str(refused.value) == (
        f"This is a FHIR file of another version ({found}). Ask for FHIR R4. Nothing was changed."
    )


def test_a_medication_statement_with_one_category_is_r4(tmp_path: Path) -> None:
    assert kinds(read(tmp_path, statement(category=concept("community")))) == {"medicine": 1}


def test_several_people_are_asked_about_and_one_can_be_chosen(tmp_path: Path) -> None:
    other = PATIENT | {"id": "p2", "name": [{"text": "Eve"}]}
    theirs = condition(concept("Theirs")) | {"subject": {"reference": "https://host/fhir/Patient/p2/_history/3"}}
    path = write(tmp_path, bundle(PATIENT, other, condition(concept("Mine")), theirs))
    with pytest.raises(ChoiceMissing) as asked:
        exchange.read(path)
    assert (asked.value.facts["word"], asked.value.facts["choices"]) == ("patient", ["p1", "p2"])
    incoming = exchange.read(path, patient="p2")
    assert [note.text for note in rows(incoming, Note)] == ["Theirs"]
    assert reasons(incoming) == {"unticked": 2}
    with pytest.raises(ChoiceMissing):
        exchange.read(path, patient="p3")
    with pytest.raises(ChoiceMissing, match="does not speak of the person chosen"):
        exchange.read(write(tmp_path, PATIENT), patient="p3")


def test_people_without_an_id_are_people_all_the_same(tmp_path: Path) -> None:
    nameless = [{"resourceType": "Patient", "birthDate": year} for year in ("1961", "1972")]
    path = write(tmp_path, nameless)
    with pytest.raises(ChoiceMissing) as asked:
        exchange.read(path)
    assert asked.value.facts["choices"] == ["patient-1", "patient-2"]
    (item,) = exchange.read(path, patient="patient-2").items
    assert dict(item.profile) == {"birth_year": 1972}
    assert exchange.read(write(tmp_path, nameless[0])).patients == ("patient-1",)


def test_a_resource_that_is_not_read_speaks_of_nobody(tmp_path: Path) -> None:
    consent = {"resourceType": "Consent", "patient": {"reference": "Patient/other"}}
    assert read(tmp_path, PATIENT, consent).patients == ("p1",)


@pytest.mark.parametrize("reference", ["urn:uuid:0", "Patient/p1", "Patient?identifier=9", "#inside", "Group/4"])
def test_every_way_to_refer_to_the_one_patient_is_understood(tmp_path: Path, reference: str) -> None:
    incoming = read(tmp_path, PATIENT, condition(concept("X"), subject={"reference": reference}))
    assert incoming.patients == ("p1",)
    assert [item.key.split("|")[1] for item in incoming.items] == ["p1", "p1"]


def test_the_key_is_patient_type_and_id_or_else_the_content(tmp_path: Path) -> None:
    with_id, without = read(tmp_path, condition(concept("X"), id="c1"), condition(concept("X"))).items
    assert with_id.key == "fhir|p1|Condition|c1"
    assert len(without.key.rpartition("|")[2]) == 64
    assert with_id.content == without.content


def test_nul_and_lone_surrogates_are_replaced_and_counted(tmp_path: Path) -> None:
    data = json.dumps(bundle(condition(concept("a\x00b\ud800c")))).encode()
    incoming = exchange.read(write(tmp_path, data))
    assert [note.text for note in rows(incoming, Note)] == ["a\ufffdb\ufffdc"]
    assert incoming.warnings == ("2 characters that cannot be kept were replaced.",)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "$x$ #pagebreak()", "=cmd|' /C calc'!A0", "שלום 🌿", "a\n\nb"]
)
def test_markup_and_formulas_stay_plain_text(tmp_path: Path, text: str) -> None:
    assert [note.text for note in rows(read(tmp_path, condition(concept(text))), Note)] == [text]


@pytest.mark.parametrize("number", ["1" * 31, "1e31", "1e-31", "1e999999999", "-0." + "1" * 31, "9" * 5000])
def test_a_number_too_long_is_left_out_and_the_rest_is_kept(tmp_path: Path, number: str) -> None:
    data = json.dumps(WHOLE).replace("80.5", number).encode()
    incoming = exchange.read(write(tmp_path, data))
    assert reasons(incoming) == {"bad-value": 1}
    assert [reading.scale for reading in rows(incoming, Reading)] == ["bp-systolic"]


def test_a_resource_of_any_shape_is_skipped_and_never_crashes(tmp_path: Path) -> None:
    shapes: list[Any] = [None, True, 7, "text", [], [[]], {}, {"coding": 5}, {"reference": {}}, [None, 1, "x"]]
    for entry in WHOLE["entry"]:
        bent = [entry["resource"] | {name: shape} for name in entry["resource"] for shape in shapes]
        incoming = exchange.read(write(tmp_path, bundle(PATIENT, *bent)), patient="p1")
        assert len(incoming.items) + sum(skip.count for skip in incoming.skipped) == 1 + len(bent)


def test_entries_of_any_shape_are_skipped(tmp_path: Path) -> None:
    value = bundle(PATIENT)
    value["entry"] += [None, 5, {"resource": None}, {"resource": []}, {"request": {"method": "DELETE"}}]
    assert reasons(exchange.read(write(tmp_path, value))) == {"bad-value": 4}


def test_a_file_cut_anywhere_is_refused_and_never_half_read(tmp_path: Path) -> None:
    data = json.dumps(WHOLE, indent=1).encode()
    dice = random.Random(5)
    for _ in range(60):
        assert _refusal(write(tmp_path, data[: dice.randrange(1, len(data) - 1)])) == "broken"


def test_200_files_with_bytes_changed_are_read_or_refused_but_never_crash(tmp_path: Path) -> None:
    data = json.dumps(WHOLE, indent=1).encode()
    dice = random.Random(3)
    for _ in range(200):
        bad = bytearray(data)
        for _ in range(dice.randrange(1, 4)):
            bad[dice.randrange(len(bad))] = dice.randrange(256)
        assert _count(write(tmp_path, bytes(bad))) in (0, 5)


def _count(path: Path) -> int:
    """Items found, left out ones too; 0 for a file that is refused or asked about."""
    try:
        incoming = exchange.read(path)
    except (ImportRefused, ChoiceMissing):
        return 0
    return len(incoming.items) + sum(skip.count for skip in incoming.skipped)


def test_a_large_file_is_read_in_seconds(tmp_path: Path) -> None:
    many = [
        observation(loinc("8867-4", "Pulse"), id=str(number), valueQuantity=quantity(number, "bpm", "/min"))
        for number in range(9_000)
    ]
    path = write(tmp_path, bundle(PATIENT, *many))
    assert path.stat().st_size > 3_400_000 * 0.75
    begun = time.process_time()
    assert len(exchange.read(path).items) == 9_001
    assert time.process_time() - begun < 8

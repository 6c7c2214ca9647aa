"""FHIR R4, rule by rule: what each resource becomes, what is left out and why, each in a file of a few lines."""

import base64
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import exchange
from mbc_journal.problems import ChoiceMissing, ImportRefused
from mbc_journal.records import Dose, Note, PartialDate, Reading, Step, StepKind, Therapy, Visit
from tests.exchange.fhir_files import (
    PATIENT,
    SNOMED,
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

HEMOGLOBIN = loinc("718-7", "Hemoglobin")
PROCEDURE: Resource = {
    "resourceType": "Procedure",
    "status": "completed",
    "subject": SUBJECT,
    "code": concept("Biopsy"),
}
GOAL: Resource = {
    "resourceType": "Goal", "lifecycleStatus": "active", "subject": SUBJECT, "description": concept("Walk"),
}  # fmt: skip


def refused(folder: Path, value: Any) -> str:
    with pytest.raises(ImportRefused) as problem:
        exchange.read(write(folder, value))
    assert str(problem.value).endswith(" Nothing was changed.")
    return str(problem.value.facts["word"])


@pytest.mark.parametrize(
    "kind",
    ["Medication", "Organization", "Practitioner", "PractitionerRole", "RelatedPerson", "Location", "Device",
     "Encounter", "Composition", "DiagnosticReport", "CareTeam", "Specimen", "Provenance", "List"],
)  # fmt: skip
def test_parts_of_others_are_counted_and_not_kept(tmp_path: Path, kind: str) -> None:
    found = read(tmp_path, PATIENT, {"resourceType": kind, "id": "x"})
    assert reasons(found) == {"part-of-another": 1}
    assert found.skipped[0].what == kind


@pytest.mark.parametrize("kind", ["Immunization", "Claim", "CarePlan", "ServiceRequest", "Coverage", "Poem"])
def test_what_the_journal_has_no_place_for_is_named_and_counted(tmp_path: Path, kind: str) -> None:
    found = read(tmp_path, PATIENT, *[{"resourceType": kind, "id": str(number)} for number in range(3)])
    assert [(one.what, one.reason, one.count) for one in found.skipped] == [(kind, "not-kept", 3)]


def test_at_most_twenty_places_of_what_was_left_out_are_named(tmp_path: Path) -> None:
    found = read(tmp_path, PATIENT, *[{"resourceType": "Claim", "id": str(number)} for number in range(30)])
    assert (found.skipped[0].count, len(found.skipped[0].where)) == (30, 20)
    assert found.skipped[0].where[0] == "entry 2"


@pytest.mark.parametrize(
    "resource",
    [
        statement(status="entered-in-error"), observation(HEMOGLOBIN, status="entered-in-error"),
        PROCEDURE | {"status": "entered-in-error"},
        condition(concept("Asthma"), verificationStatus=concept("", ("", "entered-in-error", ""))),
    ],
)  # fmt: skip
def test_what_was_entered_in_error_never_comes_in(tmp_path: Path, resource: Resource) -> None:
    assert reasons(read(tmp_path, PATIENT, resource)) == {"entered-in-error": 1}


@pytest.mark.parametrize("status", ["banana", "", "FINAL"])
def test_a_status_that_r4_does_not_know_is_a_bad_value(tmp_path: Path, status: str) -> None:
    found = read(tmp_path, PATIENT, observation(HEMOGLOBIN, status=status, valueQuantity=quantity(11)))
    assert reasons(found) == {"bad-value": 1} or (not status and kinds(found)["profile"] == 1)


@pytest.mark.parametrize("text", ["No known allergies", "no known problems", "No information about medications"])
def test_a_file_that_says_there_is_none_brings_none(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, PATIENT, condition(concept(text)), statement(text))
    assert reasons(found) == {"says-none": 2}


@pytest.mark.parametrize("code", ["716186003", "409137002", "428607008", "429625007"])
def test_the_codes_of_none_are_known(tmp_path: Path, code: str) -> None:
    found = read(tmp_path, PATIENT, condition(concept("Situation", (SNOMED, code, "Situation"))))
    assert reasons(found) == {"says-none": 1}


def test_a_medicine_without_any_words_has_no_name(tmp_path: Path) -> None:
    bare = statement(medicationCodeableConcept=concept("", (SNOMED, "1", "")))
    assert reasons(read(tmp_path, PATIENT, bare)) == {"no-name": 1}


def test_only_a_name_that_is_known_gets_a_place_in_the_reference(tmp_path: Path) -> None:
    found = read(tmp_path, PATIENT, statement("Letrozole 2.5 MG Oral Tablet"), statement("Grandmother's tea"))
    assert {one.reference_id for one in rows(found, Therapy)} == {"letrozole", ""}
    assert [one.name for one in rows(found, Therapy) if not one.reference_id] == ["Grandmother's tea"]


def test_a_medicine_that_is_active_has_a_start_and_no_stop(tmp_path: Path) -> None:
    found = read(tmp_path, PATIENT, statement())
    assert [(one.kind, one.on) for one in rows(found, Step)] == [(StepKind.START, PartialDate("2021-03-02"))]
    assert rows(found, Dose) == []


@pytest.mark.parametrize("date", ["2021", "2021-03", "2021-03-02"])
def test_a_start_is_as_precise_as_the_file_says(tmp_path: Path, date: str) -> None:
    (start,) = rows(read(tmp_path, PATIENT, statement(effectiveDateTime=date)), Step)
    assert start.on == PartialDate(date)


def test_a_period_is_a_start_and_a_stop(tmp_path: Path) -> None:
    period = {"start": "2021-03-02", "end": "2022-01"}
    found = read(tmp_path, PATIENT, statement(status="completed", effectiveDateTime=None, effectivePeriod=period))
    assert [(one.kind, one.on and one.on.text) for one in rows(found, Step)] == [
        (StepKind.START, "2021-03-02"), (StepKind.STOP, "2022-01"),
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["02.03.2021", "2021-13-01", "03/02/2021", "2021-3-2", "yesterday", 20210302, "1500"])
def test_a_date_that_is_none_leaves_the_item_out_and_never_guesses(tmp_path: Path, value: object) -> None:
    found = read(tmp_path, PATIENT, observation(HEMOGLOBIN, effectiveDateTime=value, valueQuantity=quantity(11)))
    assert reasons(found) == {"bad-date": 1}
    assert rows(found, Reading) == []


@pytest.mark.parametrize("date", [None, "2022", "2022-05"])
def test_a_number_without_a_day_is_no_reading(tmp_path: Path, date: str | None) -> None:
    found = read(tmp_path, PATIENT, observation(HEMOGLOBIN, effectiveDateTime=date, valueQuantity=quantity(11)))
    assert reasons(found) == {"no-date": 1}


@pytest.mark.parametrize(
    ("written", "day", "time", "offset"),
    [
        ("2022-05-04", "2022-05-04", None, ""), ("2022-05-04T23:59:59-05:00", "2022-05-04", "23:59", "-05:00"),
        ("2022-05-04T00:30:00Z", "2022-05-04", "00:30", "+00:00"),
        ("2022-05-04T08:05:07.123+14:00", "2022-05-04", "08:05", "+14:00"),
    ],
)  # fmt: skip
def test_a_reading_stays_on_the_day_and_at_the_time_written_in_the_file(
    tmp_path: Path, written: str, day: str, time: str | None, offset: str
) -> None:
    found = read(tmp_path, PATIENT, observation(HEMOGLOBIN, effectiveDateTime=written, valueQuantity=quantity(11)))
    (one,) = rows(found, Reading)
    assert (one.day.isoformat(), one.time and f"{one.time:%H:%M}", one.utc_offset) == (day, time, offset)


@pytest.mark.parametrize("value", [{}, {"valueQuantity": {}}, {"dataAbsentReason": concept("unknown")}])
def test_an_observation_that_says_nothing_has_no_value(tmp_path: Path, value: Resource) -> None:
    assert reasons(read(tmp_path, PATIENT, observation(HEMOGLOBIN, **value))) == {"no-value": 1}


def test_the_body_mass_index_is_computed_and_never_kept(tmp_path: Path) -> None:
    found = read(tmp_path, PATIENT, observation(loinc("39156-5", "BMI"), valueQuantity=quantity(24)))
    assert reasons(found) == {"computed": 1}


def test_120_g_per_litre_and_12_0_g_per_decilitre_stand_on_one_line(tmp_path: Path) -> None:
    found = read(
        tmp_path, PATIENT, observation(HEMOGLOBIN, valueQuantity=quantity(120, "g/L", "g/L")),
        observation(HEMOGLOBIN, effectiveDateTime="2022-06-01", valueQuantity=quantity(12, "g/dL")),
    )  # fmt: skip
    units = {(one.scale, one.unit) for one in rows(found, Reading)}
    assert len(units) == 1


def test_a_number_keeps_the_words_it_was_given_in(tmp_path: Path) -> None:
    raw = json.dumps(bundle(PATIENT, observation(HEMOGLOBIN, valueQuantity=quantity("VALUE", "g/dL", "g/dL", "<"))))
    found = exchange.read(write(tmp_path, raw.replace('"VALUE"', "11.50").encode()))
    (one,) = rows(found, Reading)
    assert (str(one.value), one.comparator, one.value_as_entered, one.unit_as_entered) == (
        "11.50",
        "<",
        "<11.50",
        "g/dL",
    )


def test_words_become_a_note_that_is_neither_private_nor_starred(tmp_path: Path) -> None:
    found = read(tmp_path, PATIENT, observation(concept("Blood film"), valueString="unremarkable"))
    (note,) = rows(found, Note)
    assert note.text.startswith("Blood film: unremarkable")
    assert (note.private, note.for_doctor, note.day) == (False, False, PartialDate("2022-05-04"))
    assert note.tags == ("imported", "result")


@pytest.mark.parametrize(
    ("resource", "tag"),
    [
        (condition(concept("Asthma")), "condition"), (PROCEDURE, "procedure"),
        (GOAL, "goal"),
    ],
)  # fmt: skip
def test_every_note_that_came_from_a_file_says_what_it_was(tmp_path: Path, resource: Resource, tag: str) -> None:
    (note,) = rows(read(tmp_path, PATIENT, resource), Note)
    assert note.tags == ("imported", tag)


@pytest.mark.parametrize("name", ["Radiotherapy", "External beam radiation therapy", "BRACHYTHERAPY of breast"])
def test_radiotherapy_is_a_treatment(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, PATIENT, PROCEDURE | {"code": concept(name), "performedDateTime": "2022-05-04"})
    (therapy,) = rows(found, Therapy)
    assert (therapy.name, therapy.kind) == (name, "radiation")
    assert [one.kind for one in rows(found, Step)] == [StepKind.START, StepKind.STOP]


def test_an_appointment_is_a_visit_whose_end_on_another_day_is_left_open(tmp_path: Path) -> None:
    base = {"resourceType": "Appointment", "status": "booked", "start": "2026-05-04T10:00:00+02:00",
            "participant": [{"actor": SUBJECT, "status": "accepted"}]}  # fmt: skip
    same = read(tmp_path, PATIENT, base | {"end": "2026-05-04T11:30:00+02:00"})
    other = read(tmp_path, PATIENT, base | {"end": "2026-05-05T01:00:00+02:00"})
    assert [one.end_time for one in rows(same, Visit)] == [dt.time(11, 30)]
    assert [one.end_time for one in rows(other, Visit)] == [None]


def test_text_in_a_document_is_a_note_and_a_picture_or_a_link_is_not(tmp_path: Path) -> None:
    def document(**attachment: str) -> Resource:
        return {"resourceType": "DocumentReference", "status": "current", "subject": SUBJECT,
                "date": "2022-05-04T08:00:00Z", "content": [{"attachment": attachment}]}  # fmt: skip

    text = base64.b64encode("Größe & <b>".encode()).decode()
    found = read(
        tmp_path, PATIENT, document(contentType="text/plain", data=text), document(contentType="image/png", data=text),
        document(contentType="text/plain", url="file:///etc/passwd"), document(contentType="text/plain", data="%%"),
    )  # fmt: skip
    assert [one.text for one in rows(found, Note)] == ["Größe & <b>"]
    assert reasons(found) == {"no-value": 2, "bad-value": 1}


def test_two_people_are_asked_about_and_nothing_is_mixed(tmp_path: Path) -> None:
    other = PATIENT | {"id": "p2", "name": [{"text": "Bo"}]}
    theirs = statement("Anastrozole", subject={"reference": "Patient/p2"})
    path = write(tmp_path, bundle(PATIENT, other, statement(), theirs))
    with pytest.raises(ChoiceMissing) as problem:
        exchange.read(path)
    assert problem.value.facts["choices"] == ["p1", "p2"]
    chosen = exchange.read(path, patient="p2")
    assert [one.name for one in rows(chosen, Therapy)] == ["Anastrozole"]
    assert reasons(chosen)["unticked"] == 2


def test_a_bundle_may_lie_in_a_bundle_five_deep_and_no_deeper(tmp_path: Path) -> None:
    value = bundle(PATIENT)
    for _level in range(4):
        value = bundle(value)
    assert kinds(exchange.read(write(tmp_path, value))) == {"profile": 1}
    assert refused(tmp_path, bundle(value)) == "too-big"


@pytest.mark.parametrize("value", [PATIENT, [PATIENT], bundle(PATIENT), [bundle(PATIENT)]])
def test_one_resource_a_list_and_a_bundle_are_the_same_to_us(tmp_path: Path, value: Any) -> None:
    assert kinds(exchange.read(write(tmp_path, value))) == {"profile": 1}


def test_a_bad_line_of_many_is_skipped_by_its_number(tmp_path: Path) -> None:
    lines = [json.dumps(PATIENT), '{"resourceType": "Condition", oops}', json.dumps(statement()), "{}"]
    found = exchange.read(write(tmp_path, "\n".join(lines).encode()))
    assert kinds(found) == {"profile": 1, "medicine": 1}
    assert [(one.reason, one.where) for one in found.skipped] == [("bad-line", ("line 2", "line 4"))]


@pytest.mark.parametrize(
    "resource",
    [
        {"resourceType": "MedicationOrder"}, condition(concept("x"), patient=SUBJECT),
        condition(concept("x"), category=concept("x")), statement(taken="y"),
        condition(concept("x"), assertedDate="2020"),
        statement(medication={"concept": concept("x")}),
    ],
)  # fmt: skip
def test_another_version_of_fhir_is_refused_by_name(tmp_path: Path, resource: Resource) -> None:
    assert refused(tmp_path, bundle(PATIENT, resource)) == "fhir-version"


def test_the_same_item_twice_in_a_file_has_the_same_content(tmp_path: Path) -> None:
    one, other = statement(id="a"), statement(id="b")
    found = [item for item in read(tmp_path, PATIENT, one, other).items if item.kind == "medicine"]
    assert len({item.key for item in found}) == 2
    assert len({item.content for item in found}) == 1

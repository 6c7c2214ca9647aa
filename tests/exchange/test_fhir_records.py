"""Patient, conditions, allergies, procedures, visits, answers, goals and documents, by their rules."""

import base64
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from mbc_journal.records import Note, Step, Therapy, Visit
from tests.exchange.fhir_files import (
    PATIENT,
    SNOMED,
    SUBJECT,
    Resource,
    concept,
    condition,
    kinds,
    read,
    reasons,
    rows,
)

ICD10 = "http://hl7.org/fhir/sid/icd-10-cm"


def _verified(code: str) -> Resource:
    system = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
    return {"coding": [{"system": system, "code": code}]}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([{"given": ["Ada", "B."], "family": "Lind"}], "Ada B. Lind"),
        ([{"use": "usual", "given": ["Addie"]}, {"use": "official", "text": "Ada Lind"}], "Ada Lind"),
        ([{"use": "old", "family": "Shaw"}, {"use": "usual", "family": "Baxter"}], "Baxter"),
        ([{"use": "maiden", "family": "Perea"}], ""),
        ([{"use": "official", "family": "Was", "period": {"end": "2001"}}, {"family": "Is"}], "Is"),
    ],
)
def test_the_profile_gets_the_name_in_use_and_the_birth_year(tmp_path: Path, names: list[Resource], said: str) -> None:
    (item,) = read(tmp_path, PATIENT | {"name": names}).items
    assert item.kind == "profile"
    assert dict(item.profile) == ({"name": said} if said else {}) | {"birth_year": 1961}
    assert item.rows == ()


def test_a_patient_without_name_and_date_is_left_out(tmp_path: Path) -> None:
    assert reasons(read(tmp_path, {"resourceType": "Patient", "id": "p"})) == {"no-name": 1}


@pytest.mark.parametrize(
    ("coding", "site"),
    [
        ((SNOMED, "94222008", ""), "bone"),
        ((SNOMED, "94181007", "Secondary malignant neoplasm of axillary lymph nodes"), "lymph-nodes"),
        ((ICD10, "C78.7", ""), "liver"),
    ],
)
def test_a_secondary_cancer_we_know_is_a_site(tmp_path: Path, coding: tuple[str, str, str], site: str) -> None:
    (item,) = read(tmp_path, condition(concept("", coding))).items
    assert (item.kind, dict(item.profile), item.rows) == ("site", {"sites": (site,)}, ())


def test_another_condition_is_a_note_of_its_first_day(tmp_path: Path) -> None:
    resolved = {"coding": [{"code": "resolved"}]}
    ill = condition(
        concept("Sinusitis"), onsetDateTime="2017-07", clinicalStatus=resolved, note=[{"text": "left\rside"}]
    )
    (note,) = rows(read(tmp_path, ill), Note)
    assert (note.text, note.tags) == ("Sinusitis (resolved)\nleft\nside", ("imported", "condition"))
    assert note.day is not None
    assert note.day.text == "2017-07"


@pytest.mark.parametrize(
    ("resource", "reason"),
    [
        (condition(concept("X"), verificationStatus=_verified("refuted")), "not-done"),
        (condition(concept("X"), verificationStatus=_verified("entered-in-error")), "entered-in-error"),
        (condition(concept("X"), verificationStatus=_verified("maybe")), "bad-value"),
        (condition(concept("X"), verificationStatus={"coding": [{"code": "refuted"}]}), "not-done"),
        (condition(concept("X"), verificationStatus={"coding": [{"code": "entered-in-error"}]}), "entered-in-error"),
        (condition(concept("X"), verificationStatus="entered-in-error"), "entered-in-error"),
        (
            condition(
                concept("X"),
                verificationStatus={
                    "coding": [{"system": "http://other", "code": "entered-in-error"}, {"code": "confirmed"}]
                },
            ),
            "entered-in-error",
        ),
        (
            {"resourceType": "AllergyIntolerance", "status": "entered-in-error", "code": concept("X")},
            "entered-in-error",
        ),
        (
            {
                "resourceType": "DocumentReference",
                "status": "current",
                "docStatus": "entered-in-error",
                "content": [{"attachment": {"contentType": "text/plain", "data": "eA=="}}],
            },
            "entered-in-error",
        ),
        (condition(concept("", (SNOMED, "1", ""))), "no-name"),
        (condition(concept("", (SNOMED, "160245001", "No known problems"))), "says-none"),
        (condition(concept("X"), onsetDateTime="1/2/2020"), "bad-date"),
        ({"resourceType": "AllergyIntolerance", "code": concept("", (SNOMED, "716186003", ""))}, "says-none"),
        ({"resourceType": "AllergyIntolerance", "code": {}}, "no-name"),
        ({"resourceType": "Procedure", "status": "not-done", "code": concept("CT")}, "not-done"),
        ({"resourceType": "Procedure", "status": "completed"}, "no-name"),
        ({"resourceType": "Appointment", "status": "noshow"}, "not-done"),
        ({"resourceType": "Appointment", "status": "moved"}, "bad-value"),
        ({"resourceType": "Goal", "lifecycleStatus": "active"}, "no-name"),
        ({"resourceType": "QuestionnaireResponse", "status": "completed"}, "no-value"),
        ({"resourceType": "Immunization", "status": "completed"}, "not-kept"),
        ({"resourceType": "Encounter", "status": "finished"}, "part-of-another"),
        ({"resourceType": "Medication", "code": concept("Femara")}, "part-of-another"),
        ({"id": "1"}, "bad-value"),
    ],
)
def test_what_is_left_out_has_its_reason(tmp_path: Path, resource: Resource, reason: str) -> None:
    incoming = read(tmp_path, resource, PATIENT)
    assert (kinds(incoming), reasons(incoming)) == ({"profile": 1}, {reason: 1})


def test_an_allergy_goes_into_the_profile_by_its_words(tmp_path: Path) -> None:
    penicillin = {"resourceType": "AllergyIntolerance", "code": concept("Penicillin"), "patient": SUBJECT}
    by_reaction = {"resourceType": "AllergyIntolerance", "reaction": [{"substance": concept("Latex")}]}
    items = read(tmp_path, penicillin, by_reaction).items
    assert [dict(item.profile) for item in items] == [{"allergies": ("Penicillin",)}, {"allergies": ("Latex",)}]


def test_radiotherapy_is_a_therapy_and_other_procedures_are_notes(tmp_path: Path) -> None:
    period = {"start": "2020-01-07T10:00:00+01:00", "end": "2020-01-20"}
    incoming = read(
        tmp_path,
        {"resourceType": "Procedure", "status": "completed", "code": concept("Radiotherapy of spine"),
         "performedPeriod": period},
        {"resourceType": "Procedure", "status": "completed", "code": concept("CT"), "performedDateTime": "2020-02"},
    )  # fmt: skip
    (therapy,) = rows(incoming, Therapy)
    assert (therapy.name, therapy.kind) == ("Radiotherapy of spine", "radiation")
    steps = [(step.kind, step.on.text if step.on else "", step.reason) for step in rows(incoming, Step)]
    assert steps == [("start", "2020-01-07", ""), ("stop", "2020-01-20", "finished")]
    assert [note.text for note in rows(incoming, Note)] == ["CT"]
    assert kinds(incoming) == {"procedure": 2}


def test_an_appointment_is_a_visit_at_the_time_written_there(tmp_path: Path) -> None:
    actors: list[Any] = [
        {"actor": {"reference": "Patient/p1", "display": "Ada"}},
        {"actor": {"reference": "Practitioner/2", "display": "Dr Hill"}},
        {"actor": {"reference": "Location/3", "display": "Room 4"}},
    ]
    booked = {
        "resourceType": "Appointment", "status": "booked", "start": "2026-01-10T09:00:00+02:00",
        "end": "2026-01-10T09:30:00+02:00", "description": "Talk", "participant": actors,
    }  # fmt: skip
    (visit,) = rows(read(tmp_path, booked), Visit)
    assert (visit.time, visit.end_time, visit.utc_offset) == (dt.time(9, 0), dt.time(9, 30), "+02:00")
    assert (visit.who, visit.where, visit.said, visit.kind) == ("Dr Hill", "Room 4", "Talk", "other")


def test_answers_are_kept_word_for_word_and_never_scored(tmp_path: Path) -> None:
    answered = {
        "resourceType": "QuestionnaireResponse", "status": "completed", "authored": "2022-11-29T20:50:32Z",
        "item": [
            {"linkId": "a", "text": "Tired?", "answer": [{"valueCoding": {"code": "2", "display": "Often"}}]},
            {"linkId": "b", "item": [{"linkId": "b1", "answer": [{"valueDecimal": 1.50}, {"valueBoolean": False}]}]},
            {"linkId": "c", "text": "Not answered"},
        ],
    }  # fmt: skip
    (note,) = rows(read(tmp_path, answered), Note)
    assert note.text == "Tired?: Often\nb1: 1.5, No"
    assert note.tags == ("imported", "answers")


def test_the_text_of_a_document_is_a_note_and_its_links_are_not_opened(tmp_path: Path) -> None:
    def of(kind: str, **attachment: str) -> Resource:
        parts = [{"attachment": {"contentType": kind} | attachment}]
        return {
            "resourceType": "DocumentReference",
            "status": "current",
            "content": parts,
            "date": "2026-01-01T00:00:00Z",
        }

    text = base64.b64encode("<b>Größe</b> $x$ \x00".encode()).decode()
    incoming = read(
        tmp_path,
        of("text/plain; charset=utf-8", data=text),
        of("text/plain", url="http://x"),
        of("image/png", data=text),
    )
    assert [note.text for note in rows(incoming, Note)] == ["<b>Größe</b> $x$ \ufffd"]
    assert reasons(incoming) == {"no-value": 2}
    assert reasons(read(tmp_path, of("text/plain", data="%%%"))) == {"bad-value": 1}
    assert reasons(read(tmp_path, of("text/plain", data=base64.b64encode(b"x" * 1_200_000).decode()))) == {
        "too-long": 1
    }


def test_a_goal_is_a_note_with_its_start(tmp_path: Path) -> None:
    goal = {"resourceType": "Goal", "lifecycleStatus": "active", "description": concept("Walk"), "startDate": "2026-01"}
    (note,) = rows(read(tmp_path, goal), Note)
    assert (note.text, note.day.text if note.day else "") == ("Walk", "2026-01")

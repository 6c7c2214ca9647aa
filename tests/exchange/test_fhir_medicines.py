"""Medicines: one therapy each, with starts, changes, stops and the infusions that were given."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mbc_journal.records import Dose, Incoming, Step, StepKind, Therapy
from tests.exchange.fhir_files import RXNORM, SNOMED, concept, kinds, quantity, read, reasons, rows, statement


def _steps(incoming: Incoming) -> list[tuple[str, str]]:
    return [(step.kind.value, step.on.text if step.on else "") for step in rows(incoming, Step)]


def _taken(value: Any, unit: str, words: str = "") -> list[dict[str, Any]]:
    return [{"text": words, "doseAndRate": [{"doseQuantity": quantity(value, unit)}]}]


def test_items_of_one_medicine_are_one_therapy_with_changes_of_dosage(tmp_path: Path) -> None:
    incoming = read(
        tmp_path,
        statement("Ibrance 125 mg", effectiveDateTime="2021-03", dosage=_taken(125, "mg", "21 of 28 days")),
        statement("palbociclib 100 mg", effectiveDateTime="2021-06-01", dosage=_taken(100, "mg")),
        statement("PALBOCICLIB", effectiveDateTime="2021-07-01", dosage=_taken(100, "mg")),
    )
    (therapy,) = rows(incoming, Therapy)
    assert (therapy.reference_id, therapy.name, therapy.kind) == ("palbociclib", "Palbociclib", "targeted")
    assert _steps(incoming) == [("start", "2021-03"), ("dose_change", "2021-06-01")]
    start, change = rows(incoming, Step)
    assert (start.dose, start.unit, start.brand, start.note) == (Decimal(125), "mg", "Ibrance", "21 of 28 days")
    assert (change.dose, change.brand) == (Decimal(100), "")
    assert kinds(incoming) == {"medicine": 3}


def test_a_dosage_that_comes_later_is_a_change_and_on_the_same_day_part_of_the_start(tmp_path: Path) -> None:
    same_day = read(tmp_path, statement(), statement(dosage=_taken(2.5, "mg")))
    assert [(step.kind, step.dose) for step in rows(same_day, Step)] == [("start", Decimal("2.5"))]
    later = read(tmp_path, statement(), statement(effectiveDateTime="2021-05-01", dosage=_taken(2.5, "mg")))
    assert [(step.kind, step.dose) for step in rows(later, Step)] == [("start", None), ("dose_change", Decimal("2.5"))]


def test_after_an_end_the_next_item_begins_a_new_therapy(tmp_path: Path) -> None:
    first = {"start": "2019-01-01", "end": "2020-05-10"}
    incoming = read(
        tmp_path,
        statement(effectiveDateTime=None, effectivePeriod={"start": "2021-02"}),
        statement(
            effectiveDateTime=None, effectivePeriod=first, status="stopped",
            statusReason=[concept("Knees", (SNOMED, "407563006", ""))],
        ),
    )  # fmt: skip
    assert len(rows(incoming, Therapy)) == 2
    assert sorted(_steps(incoming)) == [("start", "2019-01-01"), ("start", "2021-02"), ("stop", "2020-05-10")]
    (stop,) = [step for step in rows(incoming, Step) if step.kind is StepKind.STOP]
    assert (stop.reason, stop.reason_words) == ("side_effects", "Knees")


@pytest.mark.parametrize(
    ("status", "stops"),
    [
        ("completed", True),
        ("stopped", True),
        ("active", False),
        ("on-hold", False),
        ("unknown", False),
        ("intended", True),
    ],
)
def test_what_nothing_says_goes_on_is_stopped_on_a_day_not_known(tmp_path: Path, status: str, stops: bool) -> None:
    incoming = read(tmp_path, statement(status=status))
    assert _steps(incoming) == [("start", "2021-03-02"), *([("stop", "")] if stops else [])]


def test_one_item_that_goes_on_keeps_the_therapy_going(tmp_path: Path) -> None:
    incoming = read(tmp_path, statement(status="completed"), statement(effectiveDateTime="2021-04-01"))
    assert _steps(incoming) == [("start", "2021-03-02")]


def test_the_first_date_is_the_start_wherever_an_item_without_a_date_stands(tmp_path: Path) -> None:
    undated = statement(effectiveDateTime=None)
    incoming = read(tmp_path, undated, statement(effectiveDateTime="2021-06-01"), statement())
    assert _steps(incoming) == [("start", "2021-03-02")]


def test_what_goes_on_without_a_date_is_not_lost_behind_an_ended_period(tmp_path: Path) -> None:
    ended = statement(effectiveDateTime=None, effectivePeriod={"start": "2019-01-01", "end": "2020-01-01"})
    incoming = read(tmp_path, statement(effectiveDateTime=None), ended)
    assert len(rows(incoming, Therapy)) == 2
    assert _steps(incoming) == [("start", ""), ("start", "2019-01-01"), ("stop", "2020-01-01")]


def test_another_dose_of_an_infusion_is_a_change_of_dose_too(tmp_path: Path) -> None:
    def given(day: str, milligrams: int) -> dict[str, Any]:
        return {
            "resourceType": "MedicationAdministration", "status": "completed", "effectiveDateTime": day,
            "medicationCodeableConcept": concept("paclitaxel"), "dosage": {"dose": quantity(milligrams, "mg")},
        }  # fmt: skip

    incoming = read(tmp_path, given("2021-05-01", 140), given("2021-05-08", 140), given("2021-05-15", 120))
    assert _steps(incoming) == [("start", "2021-05-01"), ("dose_change", "2021-05-15"), ("stop", "")]
    assert [dose.dose for dose in rows(incoming, Dose)] == [Decimal(140), Decimal(140), Decimal(120)]


@pytest.mark.parametrize(
    ("dosage", "words"),
    [
        ({"timing": {"repeat": {"frequency": 2, "period": 1, "periodUnit": "d"}}}, "2 times every day"),
        ({"timing": {"repeat": {"frequency": 1, "period": 3.0, "periodUnit": "wk"}}}, "every 3 weeks"),
        ({"timing": {"repeat": {"period": 12, "periodUnit": "h"}}, "text": "as told"}, "as told"),
        ({"timing": {"repeat": {"frequency": "2", "period": 0, "periodUnit": "fortnight"}}}, ""),
        ({"timing": {"code": concept("BID")}}, "BID"),
        ({"doseAndRate": [{"doseRange": {"low": quantity(1), "high": quantity(2, "tablets")}}]}, "1 - 2 tablets"),
    ],
)
def test_a_plan_without_words_is_put_into_words(tmp_path: Path, dosage: dict[str, Any], words: str) -> None:
    (start,) = rows(read(tmp_path, statement(dosage=[dosage])), Step)
    assert start.note == words


def test_without_any_date_the_start_is_not_known(tmp_path: Path) -> None:
    assert _steps(read(tmp_path, statement(effectiveDateTime=None))) == [("start", "")]


def test_an_infusion_completed_on_one_date_and_each_administration_is_a_dose(tmp_path: Path) -> None:
    day = {"start": "2021-05-01T09:00:00+02:00", "end": "2021-05-01T11:00:00+02:00"}
    given = {
        "resourceType": "MedicationAdministration", "status": "completed", "effectivePeriod": day,
        "medicationCodeableConcept": concept("paclitaxel"), "dosage": {"dose": quantity(140, "mg")},
    }  # fmt: skip
    incoming = read(
        tmp_path,
        statement("Paclitaxel 100 MG Injection", status="completed", effectiveDateTime="2021-04-01"),
        given,
        statement("anastrozole", status="completed"),
        statement("Vitamin B12 injection", status="completed", effectiveDateTime="2021-04"),
    )
    assert [(dose.at.text if dose.at else "", dose.dose) for dose in rows(incoming, Dose)] == [
        ("2021-04-01", None), ("2021-05-01T09:00+02:00", Decimal(140)),
    ]  # fmt: skip
    assert len(rows(incoming, Therapy)) == 3


@pytest.mark.parametrize(
    ("amount", "dose", "unit", "pieces"),
    [
        (quantity(2.5, "mg", "mg"), Decimal("2.5"), "mg", None),
        (quantity(2, "tablets"), None, "", Decimal(2)),
        (quantity(1), None, "", None),
        (quantity(0.123456, "mg"), None, "", None),
        (quantity(5, "mg", comparator="<"), None, "", None),
    ],
)
def test_a_dose_that_does_not_fit_its_field_stays_words(
    tmp_path: Path, amount: dict[str, Any], dose: Decimal | None, unit: str, pieces: Decimal | None
) -> None:
    incoming = read(tmp_path, statement(dosage=[{"text": "as told", "doseAndRate": [{"doseQuantity": amount}]}]))
    (start,) = rows(incoming, Step)
    assert (start.dose, start.unit, start.pieces, start.note) == (dose, unit, pieces, "as told")


def test_the_name_comes_from_text_display_reference_or_contained_medication(tmp_path: Path) -> None:
    medication = {"resourceType": "Medication", "id": "m1", "code": concept("Femara")}
    inside = {"resourceType": "Medication", "id": "in", "code": concept("", (RXNORM, "84857", "anastrozole"))}
    incoming = read(
        tmp_path,
        medication,
        statement(medicationCodeableConcept=None, medicationReference={"reference": "Medication/m1"}),
        statement(medicationCodeableConcept=None, medicationReference={"reference": "#in"}, contained=[inside]),
        statement(medicationCodeableConcept=None, medicationReference={"reference": "x/9", "display": "Black tea"}),
        statement(medicationCodeableConcept=None, medicationReference={"reference": "urn:uuid:0"}),
    )
    assert [therapy.name for therapy in rows(incoming, Therapy)] == ["Letrozole", "Anastrozole", "Black tea"]
    assert rows(incoming, Therapy)[0].note == "Femara"
    assert kinds(incoming) == {"medicine": 4}
    assert reasons(incoming) == {"part-of-another": 1}


def test_a_mix_without_a_name_is_named_by_its_parts(tmp_path: Path) -> None:
    parts = [{"itemCodeableConcept": concept("trastuzumab")}, {"itemCodeableConcept": concept("pertuzumab")}]
    inside = {"resourceType": "Medication", "id": "in", "ingredient": parts}
    mix = statement(medicationCodeableConcept=None, medicationReference={"reference": "#in"}, contained=[inside])
    (therapy,) = rows(read(tmp_path, mix), Therapy)
    assert (therapy.reference_id, therapy.name) == ("", "trastuzumab / pertuzumab")


@pytest.mark.parametrize(("text", "note"), [("LETROZOLE", ""), ("letrozole 2.5 mg", "letrozole 2.5 mg")])
def test_the_words_of_the_file_are_kept_where_they_say_more_than_the_name(tmp_path: Path, text: str, note: str) -> None:
    assert rows(read(tmp_path, statement(text)), Therapy)[0].note == note


def test_a_name_and_a_code_that_disagree_choose_no_medicine_and_are_named(tmp_path: Path) -> None:
    mixed = statement(medicationCodeableConcept=concept("letrozole 2.5 mg", (RXNORM, "84857", "")))
    incoming = read(tmp_path, mixed)
    (therapy,) = rows(incoming, Therapy)
    assert (therapy.reference_id, therapy.name) == ("", "letrozole 2.5 mg")
    assert incoming.warnings[0].startswith("letrozole 2.5 mg: its name and its code")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"status": "not-taken"}, "not-done"),
        ({"status": "entered-in-error"}, "entered-in-error"),
        ({"status": "example-status"}, "bad-value"),
        ({"status": 5}, "bad-value"),
        ({"doNotPerform": True}, "not-done"),
        ({"effectiveDateTime": "YYYY-MM-DD"}, "bad-date"),
        ({"medicationCodeableConcept": {"coding": [{"system": "ndc", "code": "1"}]}}, "no-name"),
        ({"medicationCodeableConcept": None}, "no-name"),
        ({"medicationCodeableConcept": concept("No known medications")}, "says-none"),
        ({"medicationCodeableConcept": concept("No information about medications")}, "says-none"),
        ({"medicationCodeableConcept": concept("x", ("http://x/absent-unknown-uv-ips", "no-m", ""))}, "says-none"),
    ],
)
def test_medicines_left_out_have_their_reason(tmp_path: Path, more: dict[str, Any], reason: str) -> None:
    incoming = read(tmp_path, statement(**more))
    assert (kinds(incoming), reasons(incoming)) == ({}, {reason: 1})


@pytest.mark.parametrize("status", ["cancelled", "draft"])
def test_a_request_that_was_never_meant_is_left_out(tmp_path: Path, status: str) -> None:
    request = {"resourceType": "MedicationRequest", "status": status, "medicationCodeableConcept": concept("Femara")}
    assert reasons(read(tmp_path, request)) == {"not-done": 1}

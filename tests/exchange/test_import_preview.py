"""The preview: each thing found is new, the same or in conflict; mine stays; nothing comes twice."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import exchange
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions.imports import preview
from mbc_journal.exchange.report import import_result
from mbc_journal.problems import ChoiceMissing
from mbc_journal.records import (
    Dose,
    ImportBatch,
    ImportSource,
    Note,
    PartialDate,
    Preview,
    Profile,
    Reading,
    Row,
    Step,
    StepKind,
    Therapy,
)
from tests.exchange.fhir_files import (
    PATIENT,
    Resource,
    bundle,
    concept,
    condition,
    loinc,
    observation,
    quantity,
    statement,
    write,
)

LIST: Resource = {"resourceType": "List"}
PULSE = observation(loinc("8867-4", "Pulse"), id="o1", valueQuantity=quantity(80, code="/min"))
WEIGHT = observation(loinc("29463-7"), id="o2", valueQuantity=quantity(61.50, code="kg"))


def _seen(folder: Path, journal: Journal, clock: Clock, *resources: Resource, patient: str = "") -> Preview:
    incoming = exchange.read(write(folder, bundle(*resources)), patient=patient)
    return journal.ask(preview, incoming, clock.utc(), patient)


def _brought(folder: Path, journal: Journal, clock: Clock, *resources: Resource) -> Preview:
    seen = _seen(folder, journal, clock, *resources)
    journal.save(*seen.rows)
    return seen


def _counts(seen: Preview) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    return dict(seen.new), dict(seen.same), dict(seen.conflict)


def _of(kind: type[Row], rows: tuple[Row, ...]) -> list[Any]:
    return [row for row in rows if isinstance(row, kind)]


def test_new_rows_come_with_a_batch_and_the_source_of_each(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    seen = _seen(tmp_path, journal, clock, PATIENT, PULSE, condition(concept("X")), LIST)
    (batch,) = _of(ImportBatch, seen.rows)
    (reading,) = _of(Reading, seen.rows)
    sources = {source.item: source for source in _of(ImportSource, seen.rows)}
    assert seen.batch == batch.id
    assert (batch.file, batch.format, batch.at, len(batch.sha256)) == ("in.json", "fhir", clock.utc(), 64)
    assert batch.counts == {
        "new": {"profile": 1, "reading": 1, "condition": 1}, "same": {}, "conflict": {},
        "skipped": {"part-of-another": 1},
    }  # fmt: skip
    assert all(row.import_batch == batch.id for row in seen.rows)
    assert (sources["reading"].of, sources["reading"].of_id) == ("Reading", reading.id)
    assert sources["reading"].key == "fhir|p1|Observation|o1"
    assert sources["reading"].codes == ("http://loinc.org|8867-4",)
    assert (sources["profile"].of, sources["profile"].of_id) == ("", None)


def test_the_same_file_again_brings_nothing_and_leaves_no_batch(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    given = (PATIENT, PULSE, WEIGHT, statement(), condition(concept("X")))
    first = _brought(tmp_path, journal, clock, *given)
    again = _seen(tmp_path, journal, clock, *given)
    assert _counts(again) == ({}, dict(first.new), {})
    assert (again.rows, again.batch) == ((), None)


def test_a_later_file_brings_only_what_is_new(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    _brought(tmp_path, journal, clock, PATIENT, PULSE)
    later = _brought(tmp_path, journal, clock, PATIENT, PULSE, WEIGHT)
    assert _counts(later) == ({"reading": 1}, {"profile": 1, "reading": 1}, {})
    assert [row.scale for row in _of(Reading, later.rows)] == ["weight"]
    assert _of(Profile, later.rows) == []


def test_a_known_key_with_another_content_is_a_conflict_and_mine_stays(
    tmp_path: Path, journal: Journal, clock: Clock
) -> None:
    _brought(tmp_path, journal, clock, PULSE)
    other = PULSE | {"valueQuantity": quantity(90, code="/min")}
    assert _counts(_brought(tmp_path, journal, clock, other)) == ({}, {}, {"reading": 1})
    assert [reading.value for reading in journal.ask(questions.readings, "pulse", _day(1), _day(9))] == [Decimal(80)]


def _day(number: int) -> dt.date:
    return dt.date(2022, 5, number)


def test_what_is_alike_under_another_id_is_the_same_within_a_file(
    tmp_path: Path, journal: Journal, clock: Clock
) -> None:
    twin = PULSE | {"id": "twin", "valueQuantity": quantity(80.0, code="/min")}
    ill = condition(concept("X"), onsetDateTime="2020")
    seen = _brought(
        tmp_path, journal, clock, PULSE, twin, ill | {"id": "a"}, ill | {"id": "b"}, statement(), statement()
    )
    assert _counts(seen) == (
        {"reading": 1, "condition": 1, "medicine": 1}, {"reading": 1, "condition": 1, "medicine": 1}, {},
    )  # fmt: skip
    assert _counts(_seen(tmp_path, journal, clock, twin, ill | {"id": "b"}))[0] == {}


def test_a_different_reading_at_the_same_time_is_kept_too(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    other = PULSE | {"id": "other", "valueQuantity": quantity(90, code="/min")}
    assert _counts(_seen(tmp_path, journal, clock, PULSE, other))[0] == {"reading": 2}


def test_what_she_typed_herself_is_known_again(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    journal.save(
        Reading(scale="pulse", day=_day(4), value=Decimal("80.0"), unit="/min"),
        Note(day=PartialDate("2020"), text="Hay fever"),
    )
    ill = condition(concept("Hay fever"), onsetDateTime="2020")
    assert _counts(_seen(tmp_path, journal, clock, PULSE, ill)) == ({}, {"reading": 1, "condition": 1}, {})
    undated = condition(concept("Hay fever"))
    assert _counts(_seen(tmp_path, journal, clock, undated))[0] == {"condition": 1}


def _letrozole(journal: Journal, *steps: tuple[StepKind, str]) -> Therapy:
    therapy = Therapy(reference_id="letrozole", name="letrozole")
    rows = [Step(therapy_id=therapy.id, kind=kind, on=PartialDate(on) if on else None) for kind, on in steps]
    journal.save(therapy, *rows)
    return therapy


@pytest.mark.parametrize(
    ("steps", "verdict"),
    [
        ([(StepKind.START, "2021-03-02")], "same"),
        ([(StepKind.START, "2020-01-01")], "conflict"),
        ([(StepKind.START, "2022-01-01")], "conflict"),
        ([(StepKind.START, "2019-01-01"), (StepKind.STOP, "2020-01-01")], "new"),
        ([(StepKind.START, "2019-01-01"), (StepKind.STOP, "2021-03")], "conflict"),
        ([(StepKind.START, ""), (StepKind.STOP, "")], "conflict"),
    ],
)
def test_a_medicine_that_touches_one_in_the_journal_is_a_conflict(
    tmp_path: Path, journal: Journal, clock: Clock, steps: list[tuple[StepKind, str]], verdict: str
) -> None:
    _letrozole(journal, *steps)
    seen = _seen(tmp_path, journal, clock, statement("Femara 2.5 mg"))
    assert [name for name in ("new", "same", "conflict") if getattr(seen, name)] == [verdict]
    assert bool(_of(Therapy, seen.rows)) == (verdict == "new")


def test_all_items_of_one_therapy_write_it_once(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    infusions = [
        statement("Paclitaxel Injection", id=str(day), status="completed", effectiveDateTime=f"2021-03-0{day}")
        for day in (1, 2, 3)
    ]
    seen = _brought(tmp_path, journal, clock, *infusions)
    assert (len(_of(Therapy, seen.rows)), len(_of(Dose, seen.rows)), len(_of(Step, seen.rows))) == (1, 3, 2)
    assert {(source.of, source.of_id) for source in _of(ImportSource, seen.rows)} == {
        ("Dose", dose.id) for dose in _of(Dose, seen.rows)
    }


def test_the_profile_is_filled_where_it_is_empty_and_remembers_how_it_was(
    tmp_path: Path, journal: Journal, clock: Clock
) -> None:
    journal.save(Profile(name="Ada B. Lind", sites=("lung",), allergies=("Latex",), matters="garden"))
    before = journal.ask(questions.profile)
    bone = condition(concept("", ("http://snomed.info/sct", "94222008", "")))
    latex = {"resourceType": "AllergyIntolerance", "code": concept("latex")}
    seen = _brought(tmp_path, journal, clock, PATIENT, bone, latex)
    assert _counts(seen) == ({"profile": 1, "site": 1}, {"allergy": 1}, {})
    mine = journal.ask(questions.profile)
    assert (mine.name, mine.birth_year, mine.sites, mine.matters) == ("Ada B. Lind", 1961, ("lung", "bone"), "garden")
    (batch,) = _of(ImportBatch, seen.rows)
    assert batch.before == {"changed_at": before.changed_at.isoformat(), "birth_year": None, "sites": ["lung"]}
    assert mine.import_batch is None


def test_a_profile_that_was_not_there_belongs_to_the_batch(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    seen = _brought(tmp_path, journal, clock, PATIENT)
    assert journal.ask(questions.profile).import_batch == seen.batch


def test_a_filled_field_that_differs_is_a_conflict(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    journal.save(Profile(name="Someone", er="negative", biomarkers=("ESR1: absent", "BRCA2")))
    positive = observation(loinc("16112-5", "ER"), valueString="positive")
    gene = {
        "code": loinc("48018-6"),
        "valueCodeableConcept": concept("", ("http://www.genenames.org", "HGNC:3467", "")),
    }
    esr1 = observation(loinc("69548-6", "V"), valueString="Present", component=[gene])
    seen = _seen(tmp_path, journal, clock, PATIENT, positive, esr1)
    assert _counts(seen) == ({}, {}, {"profile": 1, "receptor": 2})
    assert seen.rows == ()


def test_a_person_born_in_another_year_is_asked_about_until_chosen(
    tmp_path: Path, journal: Journal, clock: Clock
) -> None:
    journal.save(Profile(birth_year=1950))
    with pytest.raises(ChoiceMissing) as asked:
        _seen(tmp_path, journal, clock, PATIENT, PULSE)
    facts = asked.value.facts
    assert (facts["word"], facts["choices"], facts["format"]) == ("patient", ["p1"], "fhir")
    chosen = _seen(tmp_path, journal, clock, PATIENT, PULSE, patient="p1")
    assert _counts(chosen) == ({"reading": 1}, {}, {"profile": 1})


def test_nothing_in_a_preview_is_written_before_it_is_saved(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    before = journal.ask(questions.counts)
    dry = _seen(tmp_path, journal, clock, PATIENT, PULSE)
    assert journal.ask(questions.counts) == before
    assert _counts(_brought(tmp_path, journal, clock, PATIENT, PULSE)) == _counts(dry)


def test_the_report_has_exactly_its_keys(tmp_path: Path, journal: Journal, clock: Clock) -> None:
    seen = _seen(tmp_path, journal, clock, PATIENT, PULSE, statement(), LIST, LIST)
    written = {"Therapy": 1, "Step": 1, "Reading": 1, "Profile": 1, "ImportBatch": 1, "ImportSource": 3, "Dose": 0}
    result = import_result(seen, written)
    assert result == {
        "format": "fhir", "items": 5, "new": {"profile": 1, "reading": 1, "medicine": 1}, "same": {}, "conflict": {},
        "skipped": [
            {"what": "List", "reason": "part-of-another", "count": 2, "where": ["entry 4", "entry 5"]}
        ],
        "records": {"Therapy": 1, "Reading": 1}, "warnings": [], "batch": str(seen.batch), "restored": False,
    }  # fmt: skip
    assert import_result(seen, written, dry_run=True)["batch"] is None

"""The made-up journal is medically plausible and whole, for seeds that no other test looks at."""

import datetime as dt
import itertools
from collections import Counter, defaultdict
from decimal import Decimal
from functools import cache
from typing import TypeVar

import pytest

from mbc_journal import check_in, demo, schedule, visits
from mbc_journal.catalogue import Catalogue
from mbc_journal.exchange.native import plans
from mbc_journal.paths import resources
from mbc_journal.records import (
    Answer,
    Biopsy,
    Contact,
    Day,
    Dose,
    DoseState,
    Note,
    PlanRule,
    Profile,
    Question,
    Reading,
    Recall,
    Row,
    Scan,
    Step,
    StepKind,
    Supply,
    Therapy,
    Visit,
)
from mbc_journal.scales import Kind, Scales
from mbc_journal.schedule import State

R = TypeVar("R", bound=Row)
TODAY = dt.date(2026, 8, 17)
SCALES = Scales.load(resources() / "scales")
DRUGS = Catalogue.load(resources() / "reference" / "en")
each_seed = pytest.mark.parametrize("seed", [31, 64, 977])


@cache
def life(seed: int) -> list[Row]:
    """The made-up journal of a seed; no test changes it."""
    return demo.make(seed, TODAY)


def of(seed: int, kind: type[R]) -> list[R]:
    return [row for row in life(seed) if isinstance(row, kind)]


def steps_of(seed: int, therapy: Therapy) -> list[Step]:
    return [step for step in of(seed, Step) if step.therapy_id == therapy.id]


def amount(reading: Reading) -> Decimal:
    return reading.value or Decimal(0)


def measured(seed: int, scale: str) -> list[Reading]:
    found = [one for one in of(seed, Reading) if one.scale == scale and one.value is not None]
    return sorted(found, key=lambda one: (one.day, one.time or dt.time.min))


@each_seed
def test_every_medicine_is_one_of_the_reference_under_a_name_of_it(seed: int) -> None:
    for therapy in of(seed, Therapy):
        drug = DRUGS.get(therapy.reference_id)
        names = {"antibiotic tablets"} if drug is None else {name.casefold() for name in (drug.name, *drug.names)}
        assert therapy.name.casefold() in names


@each_seed
def test_a_line_of_treatment_ends_before_or_when_the_next_begins(seed: int) -> None:
    lines = [one for one in schedule.lines(of(seed, Therapy), of(seed, Step), TODAY) if one.number]
    assert [one.number for one in lines] == sorted((one.number or 0 for one in lines), reverse=True)
    for newer, older in itertools.pairwise(lines):
        assert older.until is not None
        assert newer.since is not None
        assert older.until.earliest <= newer.since.earliest
        assert not older.running
    assert lines[0].running


@each_seed
def test_only_a_treatment_of_the_cancer_has_a_line(seed: int) -> None:
    for therapy in of(seed, Therapy):
        assert (therapy.line is None) or therapy.intent in ("cancer", "maintenance")


@each_seed
def test_steps_are_in_an_order_a_life_can_have(seed: int) -> None:
    for therapy in of(seed, Therapy):
        kinds = [step.kind for step in schedule.in_order(steps_of(seed, therapy))]
        assert kinds[0] is StepKind.START
        assert kinds.count(StepKind.RESUME) <= kinds.count(StepKind.HOLD)
        assert StepKind.STOP not in kinds[:-1]


@each_seed
def test_every_plan_is_one_the_journal_can_count_with(seed: int) -> None:
    found = [step.schedule for step in of(seed, Step) if step.schedule is not None]
    assert found
    assert [plan for plan in found if plans.wrong_key(plan)] == []
    assert plans.problem(life(seed)) is None


@each_seed
def test_a_dose_reduction_says_why_and_a_hold_too(seed: int) -> None:
    reduced = [
        change for therapy in of(seed, Therapy) for change in schedule.dose_changes(steps_of(seed, therapy))
        if change.step.kind is StepKind.DOSE_CHANGE and change.before.dose and change.after.dose
        and change.after.dose < change.before.dose
    ]  # fmt: skip
    assert reduced
    holds = [step for step in of(seed, Step) if step.kind is StepKind.HOLD]
    assert [step for step in holds if step.reason and step.reason_words]
    assert all(change.step.on and change.step.on.exact for change in reduced)


@each_seed
def test_no_dose_was_taken_before_the_start_in_a_hold_or_after_the_stop(seed: int) -> None:
    therapies = {one.id: one for one in of(seed, Therapy)}
    for dose in of(seed, Dose):
        steps = steps_of(seed, therapies[dose.therapy_id])
        lived = dose.planned_day or (dose.at.day if dose.at else None)
        assert lived is not None
        assert lived <= TODAY
        if dose.state in (DoseState.TAKEN, DoseState.LATE):
            assert dose.at is not None
            assert schedule.state(steps, lived) in (State.RUNNING, State.FINISHED), therapies[dose.therapy_id].name


@each_seed
def test_a_slot_is_answered_once(seed: int) -> None:
    slots = Counter(
        (dose.therapy_id, dose.planned_day, dose.planned_slot) for dose in of(seed, Dose) if dose.planned_day
    )
    assert [slot for slot, count in slots.items() if count > 1] == []


@each_seed
def test_pills_are_counted_in_whole_numbers_and_belong_to_a_medicine(seed: int) -> None:
    known = {one.id for one in of(seed, Therapy)}
    assert of(seed, Supply)
    for supply in of(seed, Supply):
        assert supply.therapy_id in known
        assert supply.pieces > 0
        assert supply.pieces % 1 == 0


@each_seed
def test_weight_moves_little_by_little(seed: int) -> None:
    found = measured(seed, "weight")
    assert len(found) > 8
    for earlier, later in itertools.pairwise(found):
        assert abs(amount(later) - amount(earlier)) <= Decimal("2.5")
    assert {one.unit for one in found} == {"kg"}
    assert all(40 < amount(one) < 110 for one in found)


@each_seed
def test_temperature_is_that_of_a_living_person(seed: int) -> None:
    found = measured(seed, "temperature")
    assert all(Decimal("35.5") <= amount(one) <= Decimal(40) for one in found)
    assert sum(amount(one) >= Decimal(38) for one in found) == 1


@each_seed
def test_blood_pressure_comes_in_pairs_with_the_upper_one_above(seed: int) -> None:
    upper = {(one.day, one.time): amount(one) for one in measured(seed, "bp-systolic")}
    lower = {(one.day, one.time): amount(one) for one in measured(seed, "bp-diastolic")}
    assert set(upper) == set(lower) != set()
    assert all(upper[moment] > lower[moment] + 20 for moment in upper)


@each_seed
def test_a_printed_range_is_the_same_on_every_result_and_the_right_way_round(seed: int) -> None:
    ranges: dict[str, set[tuple[Decimal | None, Decimal | None]]] = defaultdict(set)
    for one in of(seed, Reading):
        if one.range_low is not None and one.range_high is not None:
            assert one.range_low < one.range_high
            ranges[one.scale].add((one.range_low, one.range_high))
    assert len(ranges) >= 5
    assert all(len(found) == 1 for found in ranges.values())


@each_seed
def test_blood_is_taken_in_the_daytime_of_working_days(seed: int) -> None:
    tests = [one for one in of(seed, Reading) if one.range_high is not None]
    assert tests
    assert all(one.day.weekday() < 5 for one in tests)
    assert all(one.time is None or dt.time(7) <= one.time <= dt.time(18) for one in tests)


@each_seed
def test_an_answer_of_the_week_never_stands_beside_answers_of_its_days(seed: int) -> None:
    weekly = {(one.scale, one.day) for one in of(seed, Reading) if one.period is Recall.WEEK}
    daily = {(one.scale, one.day) for one in of(seed, Reading) if one.period is Recall.TODAY and one.level is not None}
    assert not weekly & daily


@each_seed
def test_a_day_too_unwell_has_no_symptom_answers(seed: int) -> None:
    unwell = {day.day for day in of(seed, Day) if day.too_unwell}
    levels = {one.day for one in of(seed, Reading) if one.level is not None}
    assert unwell
    assert not unwell & levels
    assert all(day.how_hard is None for day in of(seed, Day) if day.too_unwell)


@each_seed
def test_hard_days_are_days_with_hard_symptoms(seed: int) -> None:
    worst: dict[dt.date, int] = defaultdict(int)
    for one in of(seed, Reading):
        if one.level is not None and SCALES.get(one.scale).kind is Kind.LEVEL:
            worst[one.day] = max(worst[one.day], one.level)
    hard = [worst[day.day] for day in of(seed, Day) if day.how_hard is not None and day.how_hard >= 3]
    easy = [worst[day.day] for day in of(seed, Day) if day.how_hard == 0]
    assert not easy or not hard or sum(hard) / len(hard) > sum(easy) / len(easy)


@each_seed
def test_an_unanswered_row_says_why_and_holds_no_number(seed: int) -> None:
    unanswered = [one for one in of(seed, Reading) if one.state is not Answer.ANSWERED]
    assert {one.state for one in unanswered} >= {Answer.SKIPPED}
    assert all((one.level, one.value, one.value_as_entered) == (None, None, "") for one in unanswered)
    assert len(unanswered) < len(of(seed, Reading)) / 20


@each_seed
def test_each_visit_can_be_kept_and_belongs_to_a_person_and_a_place(seed: int) -> None:
    for visit in of(seed, Visit):
        assert visits.checked(visit) is visit
        assert visit.kind in visits.KINDS
        assert visit.day is not None
        assert visit.day.exact is not None
        assert not (visit.day.exact > TODAY and (visit.said or visit.changes))


@each_seed
def test_the_board_of_visits_has_questions_for_the_next_one(seed: int) -> None:
    board = visits.board(of(seed, Visit), of(seed, Question), TODAY)
    assert board.coming
    assert len(board.open) >= visits.BIGGEST
    assert [one.order for one in board.open] == sorted(one.order for one in board.open)
    assert all(one.text.endswith("?") for one in of(seed, Question))


@each_seed
def test_todays_rows_are_known_scales_of_which_some_are_still_open(seed: int) -> None:
    (profile,) = of(seed, Profile)
    rows = check_in.rows(profile, SCALES)
    today = check_in.latest([one for one in of(seed, Reading) if one.day == TODAY], Recall.TODAY)
    sheet = check_in.Sheet(TODAY, rows, Recall.TODAY, today)
    assert sheet.empty_rows
    assert len(sheet.empty_rows) < len(rows)


@each_seed
def test_the_sample_agrees_with_the_profile_and_the_treatments(seed: int) -> None:
    (profile,) = of(seed, Profile)
    samples = of(seed, Biopsy)
    latest = max(samples, key=lambda one: one.day.earliest if one.day else dt.date.min)
    assert (latest.er, latest.pr, latest.her2) == (profile.er, profile.pr, profile.her2)
    hormones = [one for one in of(seed, Therapy) if one.kind == "hormone"]
    assert not hormones or profile.er == "positive"


@each_seed
def test_someone_can_be_called_and_no_number_is_a_real_one(seed: int) -> None:
    contacts = of(seed, Contact)
    assert sum(one.call_first for one in contacts) == 1
    for one in contacts:
        assert "555" in one.phone, one.phone


@each_seed
def test_the_rule_of_the_team_speaks_of_a_scale_and_a_person_it_knows(seed: int) -> None:
    people = {one.id for one in of(seed, Contact)}
    for rule in of(seed, PlanRule):
        scale = SCALES.get(rule.scale)
        assert scale.id == rule.scale
        assert rule.unit in scale.units
        assert rule.contact_id in people
        assert rule.words


@each_seed
def test_notes_and_scans_are_of_the_past_and_say_something(seed: int) -> None:
    assert all(note.text.strip() for note in of(seed, Note))
    assert all(note.day is None or note.day.earliest <= TODAY for note in of(seed, Note))
    assert all(scan.kind and (scan.worry is None or 0 <= scan.worry <= 10) for scan in of(seed, Scan))

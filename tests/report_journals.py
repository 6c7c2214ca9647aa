"""Snapshots for the tests of printed pages: one like a real journal, random ones, hostile ones."""

import datetime as dt
import random
import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from mbc_journal.paths import resources
from mbc_journal.records import (
    Answer,
    Comparison,
    Day,
    Dose,
    DoseState,
    Moment,
    Note,
    PartialDate,
    PlanRule,
    Profile,
    Question,
    Reading,
    Snapshot,
    Span,
    Step,
    StepKind,
    Therapy,
    Visit,
)
from mbc_journal.scales import Scales

SCALES = Scales.load(resources() / "scales")
TODAY = dt.date(2026, 11, 23)
SPAN = Span(dt.date(2026, 11, 3), TODAY)
WRITTEN = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


def day(text: str) -> PartialDate:
    return PartialDate(text)


def levels(scale: str, since: dt.date, values: str) -> list[Reading]:
    """One reading a day: a digit is a level, "." no entry, "-" skipped."""
    found = []
    for number, value in enumerate(values):
        on = since + dt.timedelta(days=number)
        written = dt.datetime.combine(on, dt.time(20), dt.UTC)
        if value.isdigit():
            found.append(Reading(scale=scale, day=on, level=int(value), utc_offset="+00:00", written_at=written))
        elif value == "-":
            found.append(Reading(scale=scale, day=on, state=Answer.SKIPPED, utc_offset="+00:00", written_at=written))
    return found


def number(scale: str, on: dt.date, value: str, unit: str, **more: object) -> Reading:
    reading = Reading(
        scale=scale, day=on, value=Decimal(value), unit=unit, value_as_entered=value, unit_as_entered=unit,
        utc_offset="+00:00", written_at=dt.datetime.combine(on, dt.time(20), dt.UTC),
    )  # fmt: skip
    for name, thing in more.items():
        setattr(reading, name, thing)
    return reading


def example() -> Snapshot:
    """The journal of the design: numb hands worse, a held week, questions for the oncologist."""
    capecitabine = Therapy(name="Capecitabine", kind="chemotherapy", intent="cancer", line=3)
    denosumab = Therapy(name="Denosumab", kind="bone", intent="bones")
    ondansetron = Therapy(name="Ondansetron", kind="supportive", intent="symptom")
    visit = Visit(day=day("2026-11-25"), kind="oncologist", who="Dr Rivera")
    return Snapshot(
        profile=Profile(
            name="Ana Test", birth_year=1961, allergies=("penicillin (rash)",), made_up=True,
            matters="to dance at the wedding in May", rows=("fatigue", "pain", "nausea", "numbness"),
        ),
        span=SPAN,
        today=TODAY,
        visit=visit,
        last_visit=Visit(day=day("2026-11-02"), kind="oncologist"),
        visits=(
            Visit(day=day("2026-11-03"), kind="infusion", hours_away=Decimal("4")),
            Visit(day=day("2026-11-14"), kind="emergency", hours_away=Decimal("3.5")),
            Visit(day=day("2026-11-18"), kind="blood_test", hours_away=Decimal("1.5")),
        ),
        questions=tuple(
            Question(order=place, text=text, visit_id=visit.id)
            for place, text in enumerate(
                [
                    "Numb hands are worse: can the dose change?",
                    "Is the tiredness in week 2 expected?",
                    "Can I fly in January?",
                    "May I have both vaccines on one day?",
                ]
            )
        ),
        readings=_example_readings(),
        days=(
            Day(day=dt.date(2026, 11, 6), too_unwell=True, written_at=WRITTEN),
            Day(day=dt.date(2026, 11, 7), too_unwell=True, written_at=WRITTEN),
            Day(day=dt.date(2026, 11, 14), how_hard=3, written_at=WRITTEN),
        ),
        first_answered={"numbness": dt.date(2026, 3, 1), "mouth-sores": dt.date(2026, 3, 1)},
        therapies=(denosumab, capecitabine, ondansetron),
        steps=(
            step(capecitabine, StepKind.START, "2026-07-20", "1800", on_off(14, 7)),
            step(capecitabine, StepKind.HOLD, "2026-11-08", reason="side_effects", reason_words="sore hands"),
            step(capecitabine, StepKind.RESUME, "2026-11-15"),
            step(capecitabine, StepKind.DOSE_CHANGE, "2026-11-15", "1500", reason="side_effects"),
            step(denosumab, StepKind.START, "2026-01-27", "120", every(28)),
            step(ondansetron, StepKind.START, "2026-07", "8", {"kind": "as_needed", "words": "", "log_from": None}),
        ),
        doses=(
            *(dose(capecitabine, number, state) for number, state in enumerate("tttttltmttmttttts", start=3)),
            Dose(therapy_id=denosumab.id, planned_day=SPAN.since, planned_slot=1, at=Moment(SPAN.since)),
            *(Dose(therapy_id=ondansetron.id, at=Moment(dt.date(2026, 11, on))) for on in (4, 4, 5, 16, 17, 18)),
        ),
        notes=(
            Note(day=day("2026-11-17"), text="Could not button my coat on three mornings.", for_doctor=True),
        ),
        plan_rules=(
            PlanRule(
                scale="temperature", comparison=Comparison.AT_OR_ABOVE, value=Decimal("38.0"), unit="Cel", words="call",
                met=("2026-11-14T08:05+01:00 called", "2026-06-01T08:05+01:00 called"),
            ),
        ),
    )  # fmt: skip


def _example_readings() -> tuple[Reading, ...]:
    before, now = SPAN.before.since, SPAN.since
    blood = dt.date(2026, 11, 18)
    return (
        *levels("numbness", before, "..0011..0110..0110.01"),
        *levels("numbness", now, "001..123322.-0123.012"),
        *levels("mouth-sores", before, "..0000..0000..0000.00"),
        *levels("mouth-sores", now, "000..012110.-0000.000"),
        *levels("shortness-of-breath", before, "..0010..0010..0110.01"),
        *levels("shortness-of-breath", now, "001..02.11..01.01.010"),
        *levels("fatigue", before, "..1122..2210..1122.11"),
        *levels("fatigue", now, "122..222110.-0122.110"),
        *levels("nausea", before, "..0033..2210..1100.11"),
        *levels("nausea", now, "011..000000.-0100.000"),
        *levels("pain", before, "..0110..0101..0110.01"),
        *levels("pain", now, "011..101100.-0101.010"),
        *levels("cough", before, "..0010..0110..0000.00"),
        *levels("cough", now, "000..000000..0000.000"),
        number("temperature", dt.date(2026, 11, 14), "38.4", "Cel"),
        number("temperature", dt.date(2026, 11, 15), "37.6", "Cel"),
        number("weight", dt.date(2026, 11, 3), "72.5", "kg"),
        number("weight", dt.date(2026, 11, 21), "69.8", "kg"),
        number("ca-15-3", blood, "48", "U/mL", range_low=Decimal(0), range_high=Decimal(31)),
        number("neutrophils", blood, "1.4", "10*9/L", range_low=Decimal("1.8"), range_high=Decimal("7.5")),
    )


def step(
    therapy: Therapy,
    kind: StepKind,
    on: str,
    amount: str = "",
    schedule: dict[str, Any] | None = None,
    reason: str = "",
    reason_words: str = "",
) -> Step:
    return Step(
        therapy_id=therapy.id, kind=kind, on=day(on), dose=Decimal(amount) if amount else None,
        unit="mg" if amount else "", schedule=schedule, reason=reason, reason_words=reason_words,
    )  # fmt: skip


def on_off(on: int, off: int) -> dict[str, Any]:
    return {
        "kind": "on_off", "words": "", "log_from": None, "per_day": 2, "times": [], "on": on, "off": off,
        "first_slot": 1, "first": None, "number": 1,
    }  # fmt: skip


def every(days: int) -> dict[str, Any]:
    return {
        "kind": "every", "words": "", "log_from": None, "per_day": 1, "times": [], "n": days, "unit": "day",
        "loading": [], "first": None, "number": 1,
    }  # fmt: skip


def dose(therapy: Therapy, on: int, state: str) -> Dose:
    states = {"t": DoseState.TAKEN, "l": DoseState.LATE, "m": DoseState.MISSED, "s": DoseState.SKIPPED}
    return Dose(
        therapy_id=therapy.id, planned_day=dt.date(2026, 11, on), planned_slot=1, state=states[state],
        reason="felt_unwell" if state == "s" else "",
    )  # fmt: skip


def empty() -> Snapshot:
    """A journal nothing was logged in."""
    return Snapshot(profile=Profile(), span=SPAN, today=TODAY)


def only_too_unwell() -> Snapshot:
    """Days too unwell to log and nothing else."""
    days = tuple(Day(day=SPAN.since + dt.timedelta(days=n), too_unwell=True) for n in range(5))
    return Snapshot(profile=Profile(), span=SPAN, today=TODAY, days=days)


def busy(seed: int = 1) -> Snapshot:
    """Far more of everything than one page holds, in plain long words."""
    chance = random.Random(seed)
    return filled(chance, lambda length: " ".join(chance.choice(_PLAIN) for _n in range(max(1, length // 7))))


_PLAIN = ("tired", "hands", "because", "Wednesday", "chemotherapy", "we", "could", "not", "sleep", "at", "night")


def filled(chance: random.Random, words: Callable[[int], str]) -> Snapshot:
    """A snapshot with everything in it; every text a person could have typed comes from `words(length)`."""
    therapies = [_therapy(chance, words) for _n in range(chance.randint(0, 12))]
    visit = Visit(day=day("2026-11-25"), kind=chance.choice(("oncologist", "other")), who=words(90))
    return Snapshot(
        profile=Profile(
            name=words(60), birth_year=1950, allergies=tuple(words(60) for _n in range(6)), matters=words(300),
            made_up=chance.random() < 0.5, helpers=(words(30),),
        ),
        span=SPAN,
        today=TODAY,
        visit=visit if chance.random() < 0.8 else None,
        last_visit=Visit(day=day("2026-11-02"), kind="oncologist"),
        visits=tuple(
            Visit(day=PartialDate.of(SPAN.since + dt.timedelta(days=n)), kind="nurse", who=words(40), hours_away=hours)
            for n, hours in enumerate((Decimal("1.5"), None, Decimal("40")))
        ),
        questions=tuple(Question(order=n, text=words(400)) for n in range(chance.randint(0, 12))),
        readings=tuple(_readings(chance, words)),
        days=tuple(Day(day=SPAN.since + dt.timedelta(days=n), how_hard=n % 5, written_by=words(30)) for n in range(9)),
        therapies=tuple(therapies),
        steps=tuple(one for therapy in therapies for one in _steps(chance, therapy, words)),
        doses=tuple(one for therapy in therapies for one in _doses(chance, therapy, words)),
        notes=tuple(
            Note(day=day("2026-11-17"), text=words(600), for_doctor=True) for _n in range(chance.randint(0, 6))
        ),
        plan_rules=tuple(
            PlanRule(
                scale=chance.choice(("temperature", "diarrhea", "fatigue")), comparison=chance.choice(list(Comparison)),
                value=Decimal("38.0"), words=words(80), met=("2026-11-14T08:05+01:00 called", "2026-11-15 not said"),
            )
            for _n in range(3)
        ),
        damaged=chance.choice((0, 0, 3)),
    )  # fmt: skip


def _readings(chance: random.Random, words: Callable[[int], str]) -> Iterator[Reading]:
    symptoms = [scale.id for scale in SCALES if scale.kind == "level"]
    own = [f"other:{words(60)} [level]" for _n in range(3)]
    for scale in [*chance.sample(symptoms, 25), *own]:
        since = SPAN.before.since + dt.timedelta(days=chance.randint(0, 9))
        yield from levels(scale, since, "".join(chance.choice("0123444.-") for _n in range(33)))
    numbers = [scale for scale in SCALES if scale.kind == "number"]
    for one in chance.sample(numbers, 15):
        for _n in range(3):
            on = SPAN.since + dt.timedelta(days=chance.randint(0, 20))
            low = Decimal(chance.randint(1, 5))
            yield number(
                one.id, on, str(chance.randint(5, 99)), one.unit, range_low=low, range_high=low + 40, note=words(50)
            )
    for _n in range(2):
        yield number(f"other:{words(60)} [mg]", SPAN.until, "12.50", "mg", range_text=words(40), written_by=words(40))


def _therapy(chance: random.Random, words: Callable[[int], str]) -> Therapy:
    intent = chance.choice(("cancer", "bones", "symptom"))
    key = uuid.UUID(int=chance.getrandbits(128))
    return Therapy(
        id=key, name=words(60), kind=chance.choice(("chemotherapy", "hormone", "")), intent=intent, why=words(90)
    )


def _steps(chance: random.Random, therapy: Therapy, words: Callable[[int], str]) -> Iterator[Step]:
    as_needed = {"kind": "as_needed", "words": words(200), "log_from": None}
    plan: dict[str, Any] | None = chance.choice((on_off(14, 7), every(28), as_needed, None))
    yield step(therapy, StepKind.START, chance.choice(("2026-11-05", "2025", "2026-03~")), "150.25", plan)
    if chance.random() < 0.7:
        yield step(therapy, StepKind.HOLD, "2026-11-06", reason="side_effects", reason_words=words(200))
        yield step(therapy, StepKind.RESUME, "2026-11-09")
    if chance.random() < 0.5:
        yield step(therapy, StepKind.DOSE_CHANGE, "2026-11-10", "100", reason_words=words(200))
    if chance.random() < 0.2:
        yield step(therapy, StepKind.STOP, "2026-11-20", reason="other", reason_words=words(200))


def _doses(chance: random.Random, therapy: Therapy, words: Callable[[int], str]) -> Iterator[Dose]:
    for number_of_day in range(chance.randint(0, 20)):
        on = SPAN.since + dt.timedelta(days=number_of_day)
        yield Dose(
            therapy_id=therapy.id, planned_day=on if chance.random() < 0.9 else None, planned_slot=1,
            state=chance.choice(list(DoseState)), at=Moment(on), reason_words=words(60),
        )  # fmt: skip

"""Random journals with gaps, every state, both recalls, and rows that go to the bin."""

import datetime as dt
import random
from collections.abc import Iterator
from decimal import Decimal

from mbc_journal.clock import Clock
from mbc_journal.records import (
    Answer,
    Day,
    Dose,
    DoseState,
    Moment,
    Profile,
    Reading,
    Recall,
    Row,
    StepKind,
    Therapy,
    Visit,
)
from tests.report_journals import day, number, on_off, step

TODAY = dt.date(2026, 11, 23)
CLOCK = Clock(read=lambda: dt.datetime(2026, 11, 23, 18, 0, tzinfo=dt.UTC))
SYMPTOMS = ("fatigue", "pain", "nausea", "numbness", "mouth-sores", "cough", "hot-flashes", "other:Itchy scalp [level]")


def random_journal(seed: int) -> tuple[list[Row], list[Row]]:
    """A journal with gaps, five states, both recalls, several entries a day; and rows of it that go to the bin."""
    chance = random.Random(seed)
    last_visit = TODAY - dt.timedelta(days=chance.randint(3, 60))
    first = last_visit - dt.timedelta(days=70)
    days = [first + dt.timedelta(days=number) for number in range((TODAY - first).days + 1)]
    therapy = Therapy(name="Capecitabine", intent="cancer")
    rows: list[Row] = [
        Profile(name="Canary", rows=SYMPTOMS[:4]),
        Visit(day=day(last_visit.isoformat()), kind="oncologist"),
        Visit(day=day("2026-11-25"), kind="oncologist"),
        therapy,
        step(therapy, StepKind.START, days[0].isoformat(), "1500", on_off(14, 7)),
    ]
    for scale in SYMPTOMS:
        rows += _entries(chance, scale, days)
    rows += _days(chance, days)
    rows += _measured(chance, days)
    rows += _doses(chance, therapy, days)
    rows += [
        Visit(day=day(on.isoformat()), kind="infusion", hours_away=chance.choice((None, Decimal("2.5"), Decimal(4))))
        for on in chance.sample(days, 9)
    ]
    readings = [row for row in rows if isinstance(row, Reading | Dose)]
    return rows, list(chance.sample(readings, len(readings) // 10))


def _entries(chance: random.Random, scale: str, days: list[dt.date]) -> Iterator[Reading]:
    often, worst = chance.random(), chance.randint(0, 4)
    for on in days:
        for _n in range(chance.choice((0, 1, 1, 1, 2)) if chance.random() < often else 0):
            state = chance.choice((*[Answer.ANSWERED] * 6, Answer.SKIPPED, Answer.PREFER_NOT, Answer.NOT_APPLICABLE))
            yield Reading(
                scale=scale, day=on, time=dt.time(chance.randint(0, 23), 30), state=state,
                level=chance.randint(0, worst) if state is Answer.ANSWERED else None,
                period=chance.choice((*[Recall.TODAY] * 8, Recall.WEEK)),
                written_at=dt.datetime.combine(on, dt.time(23, 45), dt.UTC), utc_offset="+00:00",
            )  # fmt: skip


def _days(chance: random.Random, days: list[dt.date]) -> Iterator[Day]:
    for on in chance.sample(days, len(days) // 3):
        hard = chance.choice((None, 0, 2, 4))
        yield Day(
            day=on, how_hard=hard, too_unwell=hard is None, written_at=dt.datetime.combine(on, dt.time(23), dt.UTC)
        )


def _measured(chance: random.Random, days: list[dt.date]) -> Iterator[Reading]:
    for on in chance.sample(days, 20):
        yield number("temperature", on, f"{chance.randint(360, 399) / 10}", "Cel")
    for on in chance.sample(days, 20):
        yield number("weight", on, f"{chance.randint(600, 720) / 10}", "kg")


def _doses(chance: random.Random, therapy: Therapy, days: list[dt.date]) -> Iterator[Dose]:
    for on in days:
        if chance.random() < 0.8:
            state = chance.choice((*[DoseState.TAKEN] * 4, *DoseState))
            planned = on if chance.random() < 0.9 else None
            yield Dose(
                therapy_id=therapy.id,
                planned_day=planned,
                planned_slot=1 if planned else None,
                state=state,
                at=Moment(on),
            )

"""Therapies, their dated changes, doses and supplies (fields named as they are exported)."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from mbc_journal.records.row import Moment, PartialDate, Row


class StepKind(StrEnum):
    """What changed; every kind means "from this day on"."""

    START = "start"
    DOSE_CHANGE = "dose_change"
    HOLD = "hold"
    RESUME = "resume"
    STOP = "stop"
    CYCLE_START = "cycle_start"


class DoseState(StrEnum):
    """What the person said of a dose; no row means "not logged", which is never "missed"."""

    TAKEN = "taken"
    LATE = "late"
    SKIPPED = "skipped"
    MISSED = "missed"
    HELD = "held"


STOP_REASONS = (
    "finished", "stopped_working", "side_effects", "other_illness", "my_choice", "cost", "not_available",
    "trial_ended", "other",
)  # fmt: skip
HOLD_REASONS = (
    "blood_counts", "side_effects", "infection", "procedure", "felt_unwell", "not_at_hand", "away", "my_choice",
    "other",
)  # fmt: skip
INTENTS = ("cancer", "maintenance", "bones", "symptom", "support", "other")


@dataclass(kw_only=True, eq=False)
class Therapy(Row):
    """One medicine, procedure or other treatment. What happened to it stands in its steps."""

    reference_id: str = ""  # id in the reference; "": only the free name
    name: str
    kind: str = ""  # a category of the reference: hormone, chemotherapy, targeted ...
    intent: str = ""  # one of INTENTS
    line: int | None = None  # line of treatment 1-20
    regimen: str = ""
    why: str = ""
    note: str = ""


@dataclass(kw_only=True, eq=False)
class Step(Row):
    """One dated change of a therapy; the past is never edited in place, a change is a new step.

    `schedule` is None (no plan) or one JSON object of a plan kind; its "words" key is the prescription as given.
    """

    therapy_id: uuid.UUID
    kind: StepKind
    on: PartialDate | None = None  # None: the day is not known
    time: dt.time | None = None
    dose: Decimal | None = None
    unit: str = ""
    pieces: Decimal | None = None  # tablets per dose
    brand: str = ""
    route: str = ""
    schedule: dict[str, Any] | None = None
    cycle: int | None = None
    reason: str = ""  # stop: one of STOP_REASONS, hold: one of HOLD_REASONS
    reason_words: str = ""
    best_response: str = ""  # the doctor's words, on stop
    note: str = ""


@dataclass(kw_only=True, eq=False)
class Dose(Row):
    """One dose or infusion as answered; both `planned_` fields None: as needed, or outside the plan."""

    therapy_id: uuid.UUID
    planned_day: dt.date | None = None
    planned_slot: int | None = None
    state: DoseState = DoseState.TAKEN
    at: Moment | None = None
    dose: Decimal | None = None
    unit: str = ""
    pieces: Decimal | None = None
    reason: str = ""
    reason_words: str = ""
    note: str = ""


class SupplyKind(StrEnum):
    """How the number of pieces came about."""

    COUNTED = "counted"
    RECEIVED = "received"


@dataclass(kw_only=True, eq=False)
class Supply(Row):
    """Pieces of a medicine counted or received."""

    therapy_id: uuid.UUID
    kind: SupplyKind
    at: Moment
    pieces: Decimal
    note: str = ""

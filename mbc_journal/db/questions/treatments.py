"""The person, her therapies, what changed in them, and doses."""

import datetime as dt
import uuid
from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from mbc_journal.db import tables
from mbc_journal.records import (
    Dose,
    DoseState,
    Moment,
    Profile,
    Span,
    Step,
    StepKind,
    Supply,
    Therapy,
)

_therapy = tables.therapy.c
_step = tables.step.c
_dose = tables.dose.c
_supply = tables.supply.c

_DAY = dt.timedelta(days=1)
_KINDS = (
    StepKind.START, StepKind.DOSE_CHANGE, StepKind.RESUME, StepKind.CYCLE_START, StepKind.HOLD, StepKind.STOP,
)  # fmt: skip
"""The order of steps of one day."""


def profile(session: Session) -> Profile:
    """The person of this journal; an empty Profile while nothing was written of her."""
    return session.scalars(select(Profile).where(tables.profile.c.binned_at.is_(None))).first() or Profile()


def therapies(session: Session) -> list[Therapy]:
    """Every therapy, in the order they were written down."""
    wanted = select(Therapy).where(_therapy.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(_therapy.written_at, _therapy.name, _therapy.id)))


def _place(step: Step) -> tuple[str, int, str, str]:
    """Where a step stands among others: unknown days first; a partial day at the first day it can mean."""
    day = "" if step.on is None else step.on.earliest.isoformat()
    return day, _KINDS.index(step.kind), step.time.isoformat() if step.time else "", str(step.id)


def steps(session: Session, therapy_id: uuid.UUID | None = None) -> list[Step]:
    """Steps of one therapy, or of all, oldest first; in a day as the schedules have it; none of a binned therapy."""
    kept = select(_therapy.id).where(_therapy.binned_at.is_(None))
    wanted = select(Step).where(_step.binned_at.is_(None), _step.therapy_id.in_(kept))
    if therapy_id is not None:
        wanted = wanted.where(_step.therapy_id == therapy_id)
    return sorted(session.scalars(wanted), key=_place)


def doses(session: Session, therapy_id: uuid.UUID) -> list[Dose]:
    """Doses of one therapy, by planned day and slot; those outside the plan by the day taken."""
    wanted = select(Dose).where(_dose.therapy_id == therapy_id, _dose.binned_at.is_(None))
    return sorted(session.scalars(wanted), key=_dose_place)


def doses_for(session: Session, therapies: Sequence[Therapy], span: Span) -> list[Dose]:
    """Doses of `therapies` planned in `span`, or taken in it outside the plan, and the last taken before it of each."""
    found: list[Dose] = []
    for therapy in therapies:
        wanted = select(Dose).where(_dose.therapy_id == therapy.id, _dose.binned_at.is_(None))
        planned = wanted.where(_dose.planned_day.between(span.since, span.until))
        own = wanted.where(_dose.planned_day.is_(None))
        during = own.where(_dose.at >= Moment(span.since), _dose.at < Moment(span.until + _DAY))
        earlier = [
            *session.scalars(_last(wanted.where(_dose.planned_day < span.since).order_by(_dose.planned_day.desc()))),
            *session.scalars(_last(own.where(_dose.at < Moment(span.since)).order_by(_dose.at.desc()))),
        ]
        found += sorted(earlier, key=_dose_place)[-1:]
        found += sorted([*session.scalars(planned), *session.scalars(during)], key=_dose_place)
    return found


def _last(wanted: Select[Dose]) -> Select[Dose]:
    """The first of `wanted` that was really taken."""
    return wanted.where(_dose.state.in_((DoseState.TAKEN, DoseState.LATE))).limit(1)


def _dose_place(dose: Dose) -> tuple[str, int, str]:
    day = dose.planned_day or (dose.at.day if dose.at else None)
    return day.isoformat() if day else "", dose.planned_slot or 0, str(dose.id)


def supplies(session: Session, therapy_id: uuid.UUID) -> list[Supply]:
    """Pieces counted or received of one therapy, oldest first."""
    wanted = select(Supply).where(_supply.therapy_id == therapy_id, _supply.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(_supply.at, _supply.id)))

"""The dose, plan and form of a therapy as its steps left them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from mbc_journal import wording
from mbc_journal.records import PartialDate, Step, StepKind
from mbc_journal.schedule.plan import Plan, plan_words
from mbc_journal.schedule.timeline import State, acts_on, in_order, state

_SETS = (StepKind.START, StepKind.DOSE_CHANGE)


@dataclass(frozen=True)
class Dosage:
    """What is taken; a field the steps never gave is None or ""."""

    dose: Decimal | None = None
    unit: str = ""
    pieces: Decimal | None = None
    brand: str = ""
    route: str = ""
    plan: Plan | None = None

    @property
    def dose_words(self) -> str:
        """As "1500 mg"; "" if no dose is known."""
        return wording.amount(self.dose, self.unit)

    @property
    def words(self) -> str:
        """Dose and plan, as "1500 mg, twice a day, days 1 to 14 of 21"."""
        return ", ".join(part for part in (self.dose_words, plan_words(self.plan)) if part)


@dataclass(frozen=True)
class DoseChange:
    """One change of what is taken: the step, and both sides of it."""

    step: Step
    before: Dosage
    after: Dosage


@dataclass(frozen=True)
class Now:
    """A therapy on a day: its state, since when, what is taken, and the latest change of that (None: none yet)."""

    state: State
    since: PartialDate | None
    dosage: Dosage
    changed: DoseChange | None = None


def dose_changes(steps: Iterable[Step]) -> tuple[DoseChange, ...]:
    """The start and every change of what is taken, oldest first; a start begins from nothing."""
    found: list[DoseChange] = []
    current = Dosage()
    for step in in_order(steps):
        if step.kind in _SETS:
            before = Dosage() if step.kind is StepKind.START else current
            current = _after(before, step)
            found.append(DoseChange(step, before, current))
    return tuple(found)


def dosage_on(steps: Iterable[Step], day: dt.date) -> Dosage:
    """What is taken on a day; nothing is known before the first step."""
    done = [change for change in dose_changes(steps) if acts_on(change.step) <= day]
    return done[-1].after if done else Dosage()


def now(steps: Iterable[Step], day: dt.date) -> Now:
    """What there is to say of a therapy on `day`; of a planned one, what it begins with."""
    known = list(steps)
    doing = state(known, day)
    starts = [step for step in in_order(known) if step.kind is StepKind.START]
    begun = [step for step in starts if acts_on(step) <= day] or starts[:1]
    changes = [one for one in dose_changes(known) if acts_on(one.step) <= day] or list(dose_changes(known)[:1])
    latest = changes[-1] if changes else None
    return Now(
        state=doing,
        since=begun[-1].on if begun else None,
        dosage=latest.after if latest else Dosage(),
        changed=latest if latest and latest.step.kind is StepKind.DOSE_CHANGE else None,
    )


def told_plan(steps: Iterable[Step], day: dt.date) -> str:
    """The plan in force on `day` as it was told: its words, or, where none is counted, the note beside the dose."""
    done = [change for change in dose_changes(steps) if acts_on(change.step) <= day]
    plan = done[-1].after.plan if done else None
    if plan is not None:
        return plan_words(plan)
    return next((note for change in reversed(done) if (note := change.step.note.strip())), "")


def _after(before: Dosage, step: Step) -> Dosage:
    """`before` with what the step gives; what it leaves open stays as it was."""
    return replace(
        before,
        dose=before.dose if step.dose is None else step.dose,
        unit=step.unit or before.unit,
        pieces=before.pieces if step.pieces is None else step.pieces,
        brand=step.brand or before.brand,
        route=step.route or before.route,
        plan=before.plan if step.schedule is None else step.schedule,
    )

"""The steps of one therapy in order, and what it is doing on a day."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mbc_journal.records import PartialDate, Step, StepKind
from mbc_journal.schedule.plan import end_of

_ONE = dt.timedelta(days=1)
_ORDER = (
    StepKind.START, StepKind.DOSE_CHANGE, StepKind.RESUME, StepKind.CYCLE_START, StepKind.HOLD, StepKind.STOP,
)  # fmt: skip
_EARLY = (StepKind.START, StepKind.HOLD, StepKind.STOP)


class State(StrEnum):
    """What a therapy is doing on a day."""

    PLANNED = "planned"
    RUNNING = "running"
    ON_HOLD = "on_hold"
    STOPPED = "stopped"
    FINISHED = "finished"  # a course or a number of treatments that came to its end


@dataclass(frozen=True)
class Hold:
    """A time without the therapy: the first day without, and the first day with it again (None: not yet)."""

    since: dt.date
    resumed: dt.date | None
    step: Step
    resume: Step | None = None

    @property
    def last(self) -> dt.date | None:
        """The last day without; None while it lasts."""
        return day_before(self.resumed) if self.resumed else None

    def covers(self, day: dt.date) -> bool:
        """Whether the day is one without."""
        return self.since <= day and (self.resumed is None or day < self.resumed)


def day_before(day: dt.date) -> dt.date:
    """The day before; the calendar's first has none."""
    return day if day == dt.date.min else day - _ONE


def day_after(day: dt.date) -> dt.date:
    """The day after; the calendar's last has none."""
    return day if day == dt.date.max else day + _ONE


def acts_on(step: Step) -> dt.date:
    """The day a step acts from: a start, hold or stop the first day it can mean, the others after the last."""
    if step.on is None:
        return dt.date.min
    if step.on.exact or step.kind in _EARLY:
        return step.on.earliest
    return after(step.on)


def after(date: PartialDate) -> dt.date:
    """The day itself if it is exact, else the day after the last it can mean."""
    return date.exact or day_after(date.latest)


def in_order(steps: Iterable[Step]) -> list[Step]:
    """The steps of one therapy as they act; a stop without a day comes last, nothing comes before the first start."""
    known = list(steps)
    first = min((acts_on(step) for step in known if step.kind is StepKind.START), default=dt.date.min)
    last = max((acts_on(step) for step in known), default=dt.date.min)

    def place(step: Step) -> tuple[dt.date, int, dt.time, dt.datetime, str]:
        day = last if step.on is None and step.kind is StepKind.STOP else max(acts_on(step), first)
        return day, _ORDER.index(step.kind), step.time or dt.time.min, step.written_at, str(step.id)

    return sorted(known, key=place)


def holds(steps: Iterable[Step]) -> tuple[Hold, ...]:
    """The times on hold, oldest first. A stop ends a hold: what follows is no longer "on hold"."""
    found: list[Hold] = []
    held: Step | None = None
    for step in in_order(steps):
        if step.kind is StepKind.HOLD and held is None:
            held = step
        elif held is not None and step.kind in (StepKind.RESUME, StepKind.START, StepKind.STOP):
            resume = step if step.kind is not StepKind.STOP else None
            found.append(Hold(acts_on(held), max(acts_on(step), acts_on(held)), held, resume))
            held = None
    if held is not None:
        found.append(Hold(acts_on(held), None, held))
    return tuple(found)


def state(steps: Iterable[Step], day: dt.date) -> State:
    """What a therapy is doing on `day`; without any step it is running, for that is why it was written down."""
    ordered = in_order(steps)
    done = [step for step in ordered if acts_on(step) <= day]
    if not ordered:
        return State.RUNNING
    if not done:
        return State.PLANNED
    turns = [step.kind for step in done if step.kind not in (StepKind.DOSE_CHANGE, StepKind.CYCLE_START)]
    if turns and turns[-1] is StepKind.STOP:
        return State.STOPPED
    end = finish(done)
    if end is not None and day > end:
        return State.FINISHED
    return State.ON_HOLD if turns and turns[-1] is StepKind.HOLD else State.RUNNING


def finish(steps: Sequence[Step]) -> dt.date | None:
    """The last day of a course or of a number of treatments; None for what goes on, or if the day is not known."""
    planned = [step for step in in_order(steps) if step.schedule is not None]
    if not planned or planned[-1].schedule is None:
        return None
    on = planned[-1].on
    held = [(hold.since, hold.resumed) for hold in holds(steps)]
    return end_of(planned[-1].schedule, on.exact if on else None, held)

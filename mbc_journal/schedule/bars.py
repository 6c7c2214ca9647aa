"""Treatment bars: what is drawn of each therapy on a time axis."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from mbc_journal.records import Span, Step, StepKind, Therapy
from mbc_journal.schedule.dosage import Dosage, dose_changes
from mbc_journal.schedule.plan import Plan, due_days, first_day, gap, is_wide, same_clock, starts
from mbc_journal.schedule.timeline import acts_on, after, day_after, day_before, finish, holds, in_order

_WITH_RESTS_TO = 120
_RUNNING = {StepKind.START: True, StepKind.RESUME: True, StepKind.HOLD: False, StepKind.STOP: False}
_CANCER_INTENTS = ("cancer", "maintenance")
_CANCER_KINDS = ("hormone", "targeted", "chemotherapy", "immunotherapy", "radiation", "surgery", "trial")


class Mode(StrEnum):
    """How a stretch of a bar is drawn."""

    ON = "on"
    HELD = "held"
    SOFT = "soft"  # the days a partial date can mean: it may have begun, changed or ended


@dataclass(frozen=True)
class Segment:
    """A stretch of a bar, both days in; `dose` is written where it begins or changes, else "".

    `parts` are the days it is due on, where its plan has days off and single days can be seen; None: all of it.
    """

    since: dt.date
    until: dt.date
    mode: Mode = Mode.ON
    dose: str = ""
    goes_on: bool = False  # beyond the end of the period
    parts: tuple[Span, ...] | None = None


@dataclass(frozen=True)
class Bar:
    """One therapy within a period: stretches, and ticks for what is given on single days."""

    therapy: Therapy
    segments: tuple[Segment, ...] = ()
    ticks: tuple[dt.date, ...] = ()
    starts: dt.date = dt.date.min  # the first day of the therapy, for the order of the bars


@dataclass(frozen=True)
class Clock:
    """A plan as it counts: its first day, the days it is in force, and the cycle starts the person set."""

    plan: Plan
    first: dt.date
    since: dt.date
    until: dt.date


def bars(therapies: Iterable[Therapy], steps: Iterable[Step], span: Span) -> tuple[Bar, ...]:
    """A bar for every therapy seen in `span`: cancer treatments first, then by start."""
    by_therapy: dict[UUID, list[Step]] = {}
    for step in steps:
        by_therapy.setdefault(step.therapy_id, []).append(step)
    drawn = (bar(therapy, by_therapy.get(therapy.id, ()), span) for therapy in therapies)
    return tuple(sorted((one for one in drawn if one.segments or one.ticks), key=_bar_order))


def bar(therapy: Therapy, steps: Sequence[Step], span: Span) -> Bar:
    """What is drawn of one therapy in `span`; nothing is drawn of days nothing is known of."""
    ordered = in_order(steps)
    if not ordered:
        return Bar(therapy)
    operation = _operation(therapy, ordered[0])
    if operation is not None:
        return Bar(therapy, (), (operation,) if span.since <= operation <= span.until else (), operation)
    solid = list(_on(ordered, span.until))
    ticks: list[dt.date] = []
    whole: list[Segment] = []
    for segment, dosage in solid:
        clock = clock_on(ordered, segment.since, span.until)
        if dosage.plan and is_wide(dosage.plan) and (clock or dosage.plan.get("kind") == "treatments"):
            ticks.extend(_single_days(segment, dosage.plan, clock, ordered))
        elif clock and dosage.plan and dosage.plan.get("kind") == "on_off" and span.days <= _WITH_RESTS_TO:
            whole.append(replace(segment, parts=tuple(_due_parts(segment, clock, ordered))))
        else:
            whole.append(segment)
    firm = [*(segment for segment, _dosage in solid), *_held(ordered, span.until)]
    found = [*whole, *_held(ordered, span.until), *(_beside(one, firm) for one in _soft(ordered, span))]
    kept = [one for segment in found if (one := _cut(segment, span)) is not None]
    shown = tuple(day for day in ticks if span.since <= day <= span.until)
    return Bar(therapy, tuple(sorted(kept, key=_segment_order)), shown, acts_on(ordered[0]))


def _operation(therapy: Therapy, start: Step) -> dt.date | None:
    """The day of an operation that was written down without a plan; None for everything else."""
    return start.on.exact if therapy.kind == "surgery" and start.on and start.schedule is None else None


def is_cancer_treatment(therapy: Therapy) -> bool:
    """Whether a therapy is drawn first: by what it is for, or by its kind where that was not said."""
    return therapy.intent in _CANCER_INTENTS or (not therapy.intent and therapy.kind in _CANCER_KINDS)


def clock_on(ordered: Sequence[Step], day: dt.date, until: dt.date) -> Clock | None:
    """The clock of the plan in force on `day`; None without cycles, or if its first day is not known."""
    current: Clock | None = None
    for change in dose_changes(ordered):
        step = change.step
        if acts_on(step) > day:
            break
        if step.schedule is None or (
            step.kind is StepKind.DOSE_CHANGE and same_clock(change.before.plan, step.schedule)
        ):
            continue
        first = first_day(step.schedule, step.on.exact if step.on else None)
        current = Clock(step.schedule, first, acts_on(step), until) if first and gap(step.schedule) else None
    return current


def _on(ordered: Sequence[Step], until: dt.date) -> Iterator[tuple[Segment, Dosage]]:
    """The stretches the therapy is surely running, one for each dose, with what is taken."""
    dosage, running, said = Dosage(), False, ""
    end = finish(ordered) or until
    changes = {change.step.id: change.after for change in dose_changes(ordered)}
    for number, step in enumerate(ordered):
        running = _RUNNING.get(step.kind, running)
        dosage = changes.get(step.id, dosage)
        following = min((_may_act(other, ordered) for other in ordered[number + 1 :]), default=dt.date.max)
        since, last = _sure(step), min(day_before(following), until, end)
        if running and since <= last:
            dose = dosage.dose_words
            yield Segment(since, last, Mode.ON, "" if dose == said else dose, following > until <= end), dosage
            said = dose


def _sure(step: Step) -> dt.date:
    """The first day on which a step has surely acted."""
    return dt.date.max if step.on is None else after(step.on)


def _may_act(step: Step, ordered: Sequence[Step]) -> dt.date:
    """The first day a step may have acted; a stop without a day at any time after the last step with one."""
    return step.on.earliest if step.on else max(map(acts_on, ordered))


def _held(ordered: Sequence[Step], until: dt.date) -> Iterator[Segment]:
    for hold in holds(ordered):
        last = min(hold.last or until, until)
        exact = hold.step.on is None or hold.step.on.exact
        since = hold.since if exact or hold.step.on is None else day_after(hold.step.on.latest)
        if since <= last:
            yield Segment(since, last, Mode.HELD)


def _soft(ordered: Sequence[Step], span: Span) -> Iterator[Segment]:
    """The days each partial date can mean, and those around a start or stop without a day."""
    dated = [step.on for step in ordered if step.on is not None]
    open_start = ordered[0].on is None and ordered[0].kind is StepKind.START
    open_stop = ordered[-1].on is None and ordered[-1].kind is StepKind.STOP
    for date in dated:
        if date.exact is None:
            yield Segment(date.earliest, date.latest, Mode.SOFT)
    if open_start and not (open_stop and not dated):
        yield Segment(dt.date.min, day_before(min(dated).earliest) if dated else span.until, Mode.SOFT)
    if open_stop and dated:
        yield Segment(max(dated).earliest, span.until, Mode.SOFT)


def _beside(soft: Segment, firm: Iterable[Segment]) -> Segment:
    """The part of a soft stretch on which nothing firm is known."""
    since, until = soft.since, soft.until
    for other in firm:
        if other.since <= since <= other.until:
            since = day_after(other.until)
        elif since < other.since <= until:
            until = day_before(other.since)
    return replace(soft, since=since, until=until)


def _due_parts(segment: Segment, clock: Clock, ordered: Sequence[Step]) -> Iterator[Span]:
    """The parts of a stretch on which the plan is due, without its days off."""
    for start, following in _cycles(clock, ordered, segment.until):
        due = list(due_days(clock.plan, start, following))
        first, last = max(due[0], segment.since), min(due[-1], segment.until)
        if first <= last:
            yield Span(first, last)


def _single_days(segment: Segment, plan: Plan, clock: Clock | None, ordered: Sequence[Step]) -> Iterator[dt.date]:
    if clock is None:
        yield segment.since
        return
    for start, following in _cycles(clock, ordered, segment.until):
        yield from (day for day in due_days(plan, start, following) if segment.since <= day <= segment.until)


def _cycles(clock: Clock, ordered: Sequence[Step], until: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """Each cycle start with the day the next one begins."""
    rows = {
        step.cycle: acts_on(step) for step in ordered
        if step.kind is StepKind.CYCLE_START and step.cycle is not None and acts_on(step) >= clock.first
    }  # fmt: skip
    held = [(hold.since, hold.resumed) for hold in holds(ordered)]
    days = [day for _number, day in starts(clock.plan, clock.first, until, held, rows)]
    yield from pairwise([*days, dt.date.max])


def _cut(segment: Segment, span: Span) -> Segment | None:
    """The part of a stretch inside the period."""
    since, until = max(segment.since, span.since), min(segment.until, span.until)
    if since > until:
        return None
    inside = [Span(max(part.since, since), min(part.until, until)) for part in segment.parts or ()]
    parts = tuple(part for part in inside if part.since <= part.until) if segment.parts is not None else None
    return replace(segment, since=since, until=until, parts=parts)


def _segment_order(segment: Segment) -> tuple[dt.date, dt.date]:
    return segment.since, segment.until


def _bar_order(one: Bar) -> tuple[bool, dt.date, str]:
    return not is_cancer_treatment(one.therapy), one.starts, one.therapy.name.casefold()

"""What happened to therapies, in words: holds, changes, stops, lines of treatment."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from mbc_journal import wording
from mbc_journal.records import PartialDate, Span, Step, StepKind, Therapy
from mbc_journal.schedule.bars import Bar, Mode, Segment
from mbc_journal.schedule.dosage import DoseChange, dose_changes
from mbc_journal.schedule.timeline import Hold, State, acts_on, holds, in_order, state
from mbc_journal.wording import N_, _

_REASONS = {
    "finished": N_("finished as planned"), "stopped_working": N_("it stopped working"),
    "side_effects": N_("side effects"), "other_illness": N_("another illness"), "my_choice": N_("I chose to"),
    "cost": N_("cost or insurance"), "not_available": N_("not available"), "trial_ended": N_("the trial ended"),
    "blood_counts": N_("blood counts"), "infection": N_("an infection"), "procedure": N_("a procedure"),
    "felt_unwell": N_("felt unwell"), "not_at_hand": N_("not at hand"), "away": N_("away from home"),
    "other": N_("another reason"),
}  # fmt: skip

_MANY_TICKS = 4


@dataclass(frozen=True)
class Line:
    """The therapies of one line of treatment, or a therapy without a number by itself."""

    number: int | None
    name: str
    therapies: tuple[Therapy, ...]
    since: PartialDate | None
    until: PartialDate | None  # None: it goes on, or the day is not known
    running: bool
    stops: tuple[Step, ...] = ()  # in order; their reasons and the doctor's words

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it was stopped, each reason once, with her words."""
        return tuple(dict.fromkeys(text for step in self.stops if (text := reason_words(step))))

    @property
    def responses(self) -> tuple[str, ...]:
        """The doctor's words for how it went, each once."""
        return tuple(dict.fromkeys(step.best_response for step in self.stops if step.best_response))


def reason_name(reason: str) -> str:
    """A reason of a stop, hold or dose in words."""
    return _(_REASONS[reason]) if reason in _REASONS else reason


def reason_words(step: Step) -> str:
    """As 'side effects: "sore hands"'; "" if none was given."""
    words = step.reason_words.strip()
    parts = [reason_name(step.reason), _('"{words}"').format(words=words) if words else ""]
    return ": ".join(part for part in parts if part)


def hold_words(hold: Hold) -> str:
    """As 'held 8 to 14 Nov (side effects: "sore hands")' or "on hold since 8 Nov"."""
    if hold.step.on is None or hold.step.on.exact is None or hold.last is None:
        since = wording.partial(hold.step.on) if hold.step.on else ""
        said = (
            _("on hold since {day}").format(day=since)
            if hold.last is None
            else _("on hold from {day}").format(day=since)
        )
    else:
        said = _("held {period}").format(period=wording.period(hold.since, hold.last, year=False))
    reason = reason_words(hold.step)
    return _("{what} ({reason})").format(what=said, reason=reason) if reason else said


def change_words(change: DoseChange) -> str:
    """As "From 15 Nov 2026 1500 mg, before 1800 mg"; only what differs is named."""
    by_dose = change.after.dose_words != change.before.dose_words
    new = change.after.dose_words if by_dose else change.after.words
    old = change.before.dose_words if by_dose else change.before.words
    day = wording.partial(change.step.on) if change.step.on else ""
    said = _("From {day} {new}").format(day=day, new=new)
    said = _("{new}, before {old}").format(new=said, old=old) if old else said
    reason = reason_words(change.step)
    return _("{what} ({reason})").format(what=said, reason=reason) if reason else said


def holds_in(steps: Iterable[Step], span: Span) -> tuple[Hold, ...]:
    """The holds that touch a period, oldest first."""
    return tuple(
        one for one in holds(steps) if one.since <= span.until and (one.last is None or one.last >= span.since)
    )


def changes_in(steps: Iterable[Step], span: Span) -> tuple[DoseChange, ...]:
    """The changes of dose or plan that act in a period, oldest first; starts are not among them."""
    return tuple(
        one for one in dose_changes(steps)
        if one.step.kind is StepKind.DOSE_CHANGE and span.since <= acts_on(one.step) <= span.until
    )  # fmt: skip


def bar_words(bar: Bar) -> str:
    """As "Capecitabine: 18 Oct to 7 Nov; held 8 to 14 Nov; from 15 Nov."; the period ends where the bar's does."""
    days = [*(segment.since for segment in bar.segments), *(segment.until for segment in bar.segments), *bar.ticks]
    one_year = len({day.year for day in days}) < 2
    parts = [_segment_words(segment, one_year) for segment in bar.segments]
    if len(bar.ticks) > _MANY_TICKS:
        period = wording.period(bar.ticks[0], bar.ticks[-1], year=not one_year)
        parts.append(_("{count} times, {period}").format(count=len(bar.ticks), period=period))
    elif bar.ticks:
        parts.append(wording.listed([_day(day, one_year) for day in bar.ticks]))
    return _("{name}: {parts}.").format(name=bar.therapy.name, parts="; ".join(parts))


def _segment_words(segment: Segment, one_year: bool) -> str:
    if segment.goes_on and segment.mode is Mode.ON:
        return _("from {day}").format(day=_day(segment.since, one_year))
    period = wording.period(segment.since, segment.until, year=not one_year)
    patterns = {Mode.ON: "{period}", Mode.HELD: _("held {period}"), Mode.SOFT: _("about {period}")}
    return patterns[segment.mode].format(period=period)


def _day(day: dt.date, one_year: bool) -> str:
    return wording.day_short(day) if one_year else wording.day(day)


def lines(therapies: Iterable[Therapy], steps: Iterable[Step], day: dt.date) -> tuple[Line, ...]:
    """The lines of treatment as of `day`, newest first; a therapy without a number is a row of its own."""
    of_therapy: defaultdict[UUID, list[Step]] = defaultdict(list)
    for step in steps:
        of_therapy[step.therapy_id].append(step)
    groups: defaultdict[int | UUID, list[Therapy]] = defaultdict(list)
    for therapy in therapies:
        groups[therapy.id if therapy.line is None else therapy.line].append(therapy)
    found = [_line(group, of_therapy, day) for group in groups.values()]
    return tuple(sorted(found, key=_newest_first))


def _line(group: Sequence[Therapy], of_therapy: dict[UUID, list[Step]], day: dt.date) -> Line:
    by_start = sorted(group, key=lambda one: (_begin(of_therapy[one.id]), one.name.casefold()))
    running = any(state(of_therapy[one.id], day) not in (State.STOPPED, State.FINISHED) for one in group)
    stops = sorted((step for one in group if (step := _last_stop(of_therapy[one.id]))), key=acts_on)
    regimens = {one.regimen for one in group}
    name = group[0].regimen if len(regimens) == 1 and group[0].regimen else " + ".join(one.name for one in by_start)
    begun = [step.on for one in group for step in of_therapy[one.id] if step.kind is StepKind.START and step.on]
    ended = [step.on for step in stops if step.on]
    return Line(
        number=group[0].line,
        name=name,
        therapies=tuple(by_start),
        since=min(begun, key=_earliest, default=None),
        until=None if running else max(ended, key=_earliest, default=None),
        running=running,
        stops=tuple(stops),
    )


def _last_stop(steps: Sequence[Step]) -> Step | None:
    return next((step for step in reversed(in_order(steps)) if step.kind is StepKind.STOP), None)


def _begin(steps: Sequence[Step]) -> dt.date:
    return min(map(acts_on, steps), default=dt.date.max)


def _earliest(date: PartialDate) -> dt.date:
    return date.earliest


def _newest_first(line: Line) -> tuple[bool, int, int]:
    began = line.since.earliest.toordinal() if line.since else 0
    return not line.running, -(line.number or 0), -began

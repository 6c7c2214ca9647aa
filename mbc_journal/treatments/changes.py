"""Recording a change: which kinds fit, what is refused and why, and how a step is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mbc_journal import schedule, wording
from mbc_journal.records import Step, StepKind
from mbc_journal.schedule import DoseChange, State
from mbc_journal.treatments.courses import Course, reason_words, sentences
from mbc_journal.wording import N_, _, ngettext

_UNDATED = (StepKind.START, StepKind.STOP)
_OVER = (State.STOPPED, State.FINISHED)
_NAMES = {
    StepKind.DOSE_CHANGE: N_("New dose or plan"),
    StepKind.HOLD: N_("Put on hold"),
    StepKind.RESUME: N_("Taken up again"),
    StepKind.STOP: N_("Stopped"),
}


@dataclass(frozen=True)
class Refusal:
    """Why a step cannot be kept; it is said beside its day."""

    step: Step
    why: str


def choices(course: Course) -> dict[StepKind, str]:
    """The kinds of change that can be recorded of a therapy, each in words."""
    begun = any(step.kind is StepKind.START for step in course.steps)
    if course.state in _OVER or not begun:
        start = _("Started again") if begun else _("Started")
        rest = [kind for kind in _NAMES if kind is not StepKind.STOP or not begun]
        return {StepKind.START: start} | {kind: _(_NAMES[kind]) for kind in rest}
    return {kind: _(name) for kind, name in _NAMES.items()}


def refusal(steps: Sequence[Step], new: Sequence[Step]) -> Refusal | None:
    """Why `new` steps cannot join those of a therapy; None if they can. Only the days they can mean are compared."""
    for step in new:
        said = _undated(step) or _too_early(steps, step) or _out_of_turn(steps, new, step)
        if said is not None:
            return said
    return None


def belonging(steps: Sequence[Step], step: Step) -> tuple[Step, ...]:
    """What goes with a step when it is removed: a hold takes the step that ended it along."""
    resumes = [one.resume for one in schedule.holds(steps) if one.step.id == step.id and one.resume]
    return step, *(resume for resume in resumes if resume.kind is StepKind.RESUME)


def step_words(course: Course, step: Step) -> str:
    """What a step said, as "1500 mg, before 1800 mg: side effects"."""
    change = next((one for one in schedule.dose_changes(course.steps) if one.step.id == step.id), None)
    if change is not None:
        lead, what = "" if step.kind is StepKind.DOSE_CHANGE else _("Started"), _change_words(change)
    else:
        lead, what = _kind_words(step), reason_words(step)
    response = _("as the doctor put it: {words}").format(words=step.best_response) if step.best_response else ""
    said = _("{what}: {more}").format(what=lead, more=what) if lead and what else lead or what
    if not (said or step.note):
        said = _(_NAMES[StepKind.DOSE_CHANGE])
    return sentences([said, response, step.note])


def step_day(step: Step) -> str:
    """The day of a step as it was typed."""
    return wording.partial(step.on) if step.on else _("Day not known")


def act_words(course: Course, step: Step) -> str:
    """What a change is called once it is saved, as "dose from 15 Nov"."""
    patterns = {
        StepKind.START: N_("started {day}"), StepKind.DOSE_CHANGE: N_("dose from {day}"),
        StepKind.HOLD: N_("on hold from {day}"), StepKind.RESUME: N_("taken up again {day}"),
        StepKind.STOP: N_("stopped {day}"), StepKind.CYCLE_START: N_("cycle from {day}"),
    }  # fmt: skip
    exact = step.on.exact if step.on else None
    same_year = exact is not None and exact.year == course.today.year
    day = wording.day_short(exact) if exact and same_year else wording.partial(step.on) if step.on else ""
    return _(patterns[step.kind]).format(day=day).strip()


def _change_words(change: DoseChange) -> str:
    """What is taken from then on, and what it was before; only what differs is named."""
    new, old = change.after, change.before
    if change.step.kind is StepKind.START:
        return ", ".join(part for part in (new.words, new.brand) if part)
    pairs = [
        (new.dose_words, old.dose_words),
        (schedule.plan_words(new.plan), schedule.plan_words(old.plan)),
        (_amount(new.pieces), _amount(old.pieces)),
        (new.brand, old.brand),
    ]
    differ = [pair for pair in pairs if pair[0] != pair[1]]
    now, before = (
        (", ".join(part for part in side if part) for side in zip(*differ, strict=True)) if differ else ("", "")
    )
    said = _("{new}, before {old}").format(new=now, old=before) if now and before else now
    reason = reason_words(change.step)
    return _("{what} ({reason})").format(what=said, reason=reason) if said and reason else said or reason


def _amount(pieces: Decimal | None) -> str:
    if pieces is None:
        return ""
    count = int(pieces) if pieces == int(pieces) else 2
    return ngettext("{count} piece a dose", "{count} pieces a dose", count).format(count=wording.decimal_text(pieces))


def _kind_words(step: Step) -> str:
    if step.kind is StepKind.CYCLE_START:
        return _("Cycle {number} started").format(number=step.cycle) if step.cycle else _("A cycle started")
    return _(_NAMES.get(step.kind, N_("Started")))


def _undated(step: Step) -> Refusal | None:
    if step.on is None and step.kind not in _UNDATED:
        return Refusal(step, _("Since when? A month or a year is enough."))
    return None


def _too_early(steps: Sequence[Step], step: Step) -> Refusal | None:
    """A step that surely lies before the first start."""
    starts = [one.on for one in schedule.in_order(steps) if one.kind is StepKind.START]
    first = starts[0] if starts else None
    if step.on is None or first is None or step.on.latest >= first.earliest:
        return None
    if step.kind is StepKind.START:
        return Refusal(step, _("It began {day} already.").format(day=wording.partial(first)))
    if step.kind is StepKind.STOP:
        return Refusal(step, _("This ends before it starts."))
    return Refusal(step, _("This is before its start, {day}.").format(day=wording.partial(first)))


def _out_of_turn(steps: Sequence[Step], new: Sequence[Step], step: Step) -> Refusal | None:
    """A step that does not fit the ones before it, or makes a later one not fit."""
    if step.kind is StepKind.STOP and step.on is not None and _follows(steps, step):
        return Refusal(step, _("Something was recorded after this day. Remove that first, or choose a later day."))
    wrong_before = {one.id for one in _misfits(steps)}
    wrong = {one.id: one for one in _misfits([*steps, *new]) if one.id not in wrong_before}
    if step.id in wrong:
        return Refusal(step, _turn_words(steps, step))
    others = [one for one in wrong.values() if one.id not in {mine.id for mine in new}]
    if not others:
        return None
    if step.kind is StepKind.STOP and others[0].kind is StepKind.STOP:
        return Refusal(step, _("It was stopped already."))
    why = _("Then this no longer fits: {day}, {what}. Remove that first, or choose another day.")
    kind = _kind_words(others[0])
    return Refusal(step, why.format(day=step_day(others[0]), what=kind[:1].lower() + kind[1:]))


def _follows(steps: Sequence[Step], stop: Step) -> bool:
    """Whether a step of the same run surely lies after the stop."""
    if stop.on is None:
        return False
    later = [one for one in steps if one.on is not None and one.on.earliest > stop.on.latest]
    return bool(later) and schedule.in_order(later)[0].kind is not StepKind.START


def _misfits(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps that cannot come where they stand."""
    running: bool | None = None
    held = False
    for step in schedule.in_order(steps):
        if step.kind is StepKind.START:
            if running:
                yield step
            running, held = True, False
        elif running is False or (step.kind is StepKind.HOLD and held) or (step.kind is StepKind.RESUME and not held):
            yield step
        elif step.kind in (StepKind.HOLD, StepKind.RESUME):
            held = step.kind is StepKind.HOLD
        elif step.kind is StepKind.STOP:
            running, held = False, False


def _turn_words(steps: Sequence[Step], step: Step) -> str:
    """Why a step cannot come on its day."""
    day = schedule.acts_on(step)
    stopped = _("It was stopped then. Record a new start first.")
    if step.kind is StepKind.START:
        return _("It is running then. Record the day it stopped first.")
    if step.kind is StepKind.STOP:
        return _("It was stopped already.")
    if step.kind is StepKind.RESUME:
        return stopped if schedule.state(steps, day) is State.STOPPED else _("It was not on hold then.")
    held = [one.step.on for one in schedule.holds(steps) if one.covers(day) and one.step.on is not None]
    if step.kind is StepKind.HOLD and held:
        return _("It is on hold already since {day}.").format(day=wording.partial(held[-1]))
    return stopped

"""The treatments part: what is taken now, holds and changes of the period, doses as they were answered."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from mbc_journal import schedule, wording
from mbc_journal.records import Dose, DoseState, Snapshot, Span, Step, Therapy
from mbc_journal.report.changes import changes
from mbc_journal.report.content import Treatments
from mbc_journal.report.cycle import cycle_day
from mbc_journal.report.said import NOTHING, SHORT_NAME_ROOM, Said, filled, joined, sentence, typed
from mbc_journal.schedule import Dosage, State, is_wide
from mbc_journal.wording import _, ngettext

_NOW_ROOM = 110
_DOSES_ROOM = 200
_PLAN_ROOM = 60
_REASON_ROOM = 30
_MOST_REASONS = 2
_NOW = (State.RUNNING, State.ON_HOLD)
_FAR = dt.timedelta(days=400)
_TAKEN = (DoseState.TAKEN, DoseState.LATE)


def treatments(shot: Snapshot) -> Treatments:
    """All that is said of the therapies of a snapshot."""
    said, older = changes(shot)
    running = taken_now(shot)
    others = [therapy for therapy in shot.therapies if therapy not in running]
    doses = [_doses(shot, therapy) for therapy in (*running, *others)]
    return Treatments(tuple(_now(shot, one) for one in running), said, tuple(line for line in doses if line), older)


def taken_now(shot: Snapshot) -> tuple[Therapy, ...]:
    """The therapies that run or are on hold today: cancer treatments first, as needed last, else by start."""
    running = [one for one in shot.therapies if schedule.state(steps_of(shot, one), shot.today) in _NOW]
    return tuple(sorted(running, key=lambda one: _place(shot, one)))


def as_needed(shot: Snapshot, therapy: Therapy) -> bool:
    """Whether it is taken only as needed today; such a treatment has no bar."""
    return _kind(schedule.now(steps_of(shot, therapy), shot.today).dosage) == "as_needed"


def _kind(dosage: Dosage) -> str:
    return str(dosage.plan.get("kind")) if dosage.plan is not None else ""


def _place(shot: Snapshot, therapy: Therapy) -> tuple[bool, bool, dt.date, str, str]:
    starts = min((schedule.acts_on(step) for step in steps_of(shot, therapy)), default=dt.date.max)
    needed = as_needed(shot, therapy)
    return needed, not schedule.is_cancer_treatment(therapy), starts, therapy.name.casefold(), str(therapy.id)


def steps_of(shot: Snapshot, therapy: Therapy) -> list[Step]:
    """The steps of one therapy."""
    return [step for step in shot.steps if step.therapy_id == therapy.id]


def _now(shot: Snapshot, therapy: Therapy) -> Said:
    """As "Capecitabine 1500 mg, twice a day, days 1 to 14 of 21. Day 9 of 21, cycle 6."."""
    steps = steps_of(shot, therapy)
    today = schedule.now(steps, shot.today)
    sentences = [sentence(_what(therapy, today.dosage, schedule.told_plan(steps, shot.today)))]
    if today.state is State.ON_HOLD:
        since = schedule.holds(steps)[-1].since
        sentences.append(Said(_("On hold since {day}.").format(day=_day(since, shot.today))))
    else:
        sentences.append(sentence(Said(cycle_day(steps, shot.today))))
    sentences.append(_given(shot, therapy, today.dosage))
    return joined(sentences).within(_NOW_ROOM)


def _what(therapy: Therapy, dosage: Dosage, plan_words: str) -> Said:
    dose = Said(wording.amount(dosage.dose, typed(dosage.unit, 12).text))
    plan = typed(plan_words, _PLAN_ROOM)
    return joined([joined([typed(therapy.name), dose]), plan], ", ")


def _given(shot: Snapshot, therapy: Therapy, dosage: Dosage) -> Said:
    """When it was last given, or on how many days of the period, where that is worth a word."""
    taken = {day for dose in shot.doses if dose.therapy_id == therapy.id and (day := _taken_on(dose))}
    if _kind(dosage) == "as_needed":
        days = [day for day in taken if shot.span.since <= day <= shot.span.until]
        words = ngettext("Taken on {count} day.", "Taken on {count} days.", len(days))
        return Said(words.format(count=len(days))) if days else NOTHING
    if not is_wide(dosage.plan):
        return NOTHING
    known = taken if shot.span.until >= shot.today else ()  # later doses are not in the snapshot of an earlier period
    last = Said(_("Last: {day}.").format(day=_weekday(max(known), shot))) if known else NOTHING
    return joined([last, _next(shot, therapy)])


def _next(shot: Snapshot, therapy: Therapy) -> Said:
    """The next planned day that was not answered yet; nothing on hold or where no day can be told."""
    steps = steps_of(shot, therapy)
    answered = {dose.planned_day for dose in shot.doses if dose.therapy_id == therapy.id}
    coming = schedule.bar(therapy, steps, Span(shot.today, shot.today + _FAR)).ticks
    day = next((day for day in coming if day not in answered), None)
    return Said(_("Next: {day}.").format(day=_weekday(day, shot))) if day is not None else NOTHING


def _weekday(day: dt.date, shot: Snapshot) -> str:
    return wording.weekday_day_short(day) if day.year == shot.today.year else wording.weekday_day(day)


def _taken_on(dose: Dose) -> dt.date | None:
    if dose.state not in _TAKEN:
        return None
    return dose.at.day if dose.at is not None else dose.planned_day


def _day(day: dt.date, today: dt.date) -> str:
    return wording.day_short(day) if day.year == today.year else wording.day(day)


def _doses_of(shot: Snapshot, therapy: Therapy) -> list[Dose]:
    return [dose for dose in shot.doses if dose.therapy_id == therapy.id and _in_period(dose, shot.span)]


def _in_period(dose: Dose, span: Span) -> bool:
    """A planned dose counts on its planned day, one outside the plan on the day it was taken."""
    day = dose.planned_day or (dose.at.day if dose.at is not None else None)
    return day is not None and span.since <= day <= span.until


def _doses(shot: Snapshot, therapy: Therapy) -> Said:
    """As "Capecitabine doses: taken 14 of 17 (1 late), 2 missed, 1 skipped (felt unwell)."; nothing for none.

    What is taken as needed is said with the therapy, and so is an infusion that took place as planned.
    """
    doses = _doses_of(shot, therapy)
    plan = schedule.now(steps_of(shot, therapy), shot.today).dosage.plan
    as_planned = is_wide(plan) and all(dose.state is DoseState.TAKEN and dose.planned_day for dose in doses)
    if not doses or as_planned or as_needed(shot, therapy):
        return NOTHING
    planned = [dose for dose in doses if dose.planned_day is not None]
    count = Counter(dose.state for dose in planned)
    taken = count[DoseState.TAKEN] + count[DoseState.LATE]
    of = taken + count[DoseState.SKIPPED] + count[DoseState.MISSED]
    parts = []
    if of:
        late = _(" ({count} late)").format(count=count[DoseState.LATE]) if count[DoseState.LATE] else ""
        parts.append(Said(_("taken {taken} of {of}{late}").format(taken=taken, of=of, late=late)))
    parts += [
        _counted(_("{count} missed"), count[DoseState.MISSED], NOTHING),
        _counted(_("{count} skipped"), count[DoseState.SKIPPED], _reasons(planned, DoseState.SKIPPED)),
        _counted(_("{count} held"), count[DoseState.HELD], NOTHING),
        _counted(_("{count} outside the plan"), sum(dose.planned_day is None for dose in doses), NOTHING),
    ]
    return filled(
        _("{name} doses: {parts}."), name=typed(therapy.name, SHORT_NAME_ROOM), parts=joined(parts, ", ")
    ).within(_DOSES_ROOM)


def _counted(pattern: str, count: int, reasons: Said) -> Said:
    if not count:
        return NOTHING
    words = Said(pattern.format(count=count))
    return filled(_("{words} ({reasons})"), words=words, reasons=reasons) if reasons else words


def _reasons(doses: Sequence[Dose], state: DoseState) -> Said:
    """The different reasons given, in the order of the doses."""
    given = [dose for dose in doses if dose.state is state]
    words = [typed(dose.reason_words or schedule.reason_name(dose.reason), _REASON_ROOM) for dose in given]
    different = list(dict.fromkeys(words))
    more = [Said(_("other reasons"))] if len(different) > _MOST_REASONS else []
    return joined([*different[:_MOST_REASONS], *more], ", ")

"""Treatments as a person speaks of them: what she takes now, what came before, and the words for both."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mbc_journal import schedule, wording
from mbc_journal.catalogue import Catalogue
from mbc_journal.records import PartialDate, Step, StepKind, Therapy
from mbc_journal.schedule import Line, State
from mbc_journal.wording import N_, _

NOT_TOLD = N_("not told")
"""The answer of a person who heard nothing of how it went; it is kept, and not repeated in lists."""

RESPONSES = (N_("gone on scans"), N_("smaller"), N_("stable"), N_("grew"), NOT_TOLD)
"""Ways doctors put how it went, offered when something stops."""

_ENDED = (State.STOPPED, State.FINISHED)
_LINES = (
    N_("first line"), N_("second line"), N_("third line"), N_("fourth line"), N_("fifth line"), N_("sixth line"),
    N_("seventh line"), N_("eighth line"), N_("ninth line"), N_("tenth line"),
)  # fmt: skip
_SETS = (StepKind.START, StepKind.DOSE_CHANGE)


@dataclass(frozen=True)
class Course:
    """One therapy with its steps in order, as it stands on `today`."""

    therapy: Therapy
    steps: tuple[Step, ...]
    today: dt.date

    @property
    def state(self) -> State:
        """What it is doing today."""
        return schedule.state(self.steps, self.today)

    @property
    def is_over(self) -> bool:
        """Whether it belongs to what came before."""
        return self.state in _ENDED


@dataclass(frozen=True)
class Past:
    """One row of what came before: a line of treatment, or a therapy by itself."""

    line: Line
    courses: tuple[Course, ...]


def courses(therapies: Iterable[Therapy], steps: Iterable[Step], today: dt.date) -> tuple[Course, ...]:
    """Every therapy with its steps: cancer treatments first, then by start."""
    known = list(steps)
    made = (
        Course(one, tuple(schedule.in_order(step for step in known if step.therapy_id == one.id)), today)
        for one in therapies
    )
    return tuple(sorted(made, key=_place))


def taken_now(known: Sequence[Course]) -> tuple[Course, ...]:
    """What is planned, taken or on hold."""
    return tuple(one for one in known if not one.is_over)


def taken_before(known: Sequence[Course]) -> tuple[Past, ...]:
    """What is over, by line of treatment, newest first."""
    over = {one.therapy.id: one for one in known if one.is_over}
    steps = [step for one in over.values() for step in one.steps]
    today = known[0].today if known else dt.date.min
    lines = schedule.lines([one.therapy for one in over.values()], steps, today)
    return tuple(Past(line, tuple(over[therapy.id] for therapy in line.therapies)) for line in lines)


def kind_words(course: Course, catalogue: Catalogue) -> str:
    """What it is and how it is given, as "chemotherapy, by mouth"."""
    route = schedule.now(course.steps, course.today).dosage.route
    kind = wording.say(catalogue.category(course.therapy.kind))
    return ", ".join(part for part in (kind[:1].lower() + kind[1:], wording.say(catalogue.route(route))) if part)


def now_words(course: Course) -> str:
    """As "since about March 2024. 1500 mg, twice a day, days 1 to 14 of 21. Before 15 Nov: 1800 mg."."""
    now = schedule.now(course.steps, course.today)
    since = "" if now.since is None else _(_SINCE[now.state is State.PLANNED]).format(day=wording.partial(now.since))
    parts = [since, dosage_words(course), _before_words(course), _hold_words(course)]
    return sentences(parts) or _("No dates or doses yet.")


def dosage_words(course: Course) -> str:
    """Dose and plan in force; where no plan is counted, the plan as it was typed."""
    now = schedule.now(course.steps, course.today)
    plan = schedule.told_plan(course.steps, course.today) or schedule.plan_words(now.dosage.plan)
    brand = _("as {brand}").format(brand=now.dosage.brand) if now.dosage.brand else ""
    return ", ".join(part for part in (now.dosage.dose_words, plan, brand) if part)


def past_words(past: Past) -> str:
    """As 'first line, 2022 to February 2024. Stopped: it stopped working ("grew on the scan").'."""
    told = [words for words in past.line.responses if words not in (NOT_TOLD, _(NOT_TOLD))]
    went = _("As the doctor put it: {words}").format(words=", ".join(told)) if told else ""
    first = ", ".join(part for part in (line_words(past.line.number), period_words(past)) if part)
    return sentences([first, _end_words(past), went])


def line_words(number: int | None) -> str:
    """As "first line"; "" for a therapy of no line."""
    if number is None:
        return ""
    return _(_LINES[number - 1]) if 1 <= number <= len(_LINES) else _("line {number}").format(number=number)


def period_words(past: Past) -> str:
    """From and to as they were typed, as "2022 to February 2024"."""
    since, until = past.line.since, past.line.until or _finish(past)
    if since is None and until is None:
        return ""
    if until is None:
        return _("since {day}, until a day not known").format(day=_day(since))
    if since is None:
        return _("until {day}").format(day=_day(until))
    if since.exact and until.exact:
        return wording.period(since.exact, until.exact)
    return _("{first} to {last}").format(first=_day(since), last=_day(until))


def reason_words(step: Step) -> str:
    """As 'it stopped working ("grew on the scan")'."""
    words = step.reason_words.strip().rstrip(".")
    reason = schedule.reason_name(step.reason)
    if reason and words:
        return _('{reason} ("{words}")').format(reason=reason, words=words)
    return reason or (_('"{words}"').format(words=words) if words else "")


def sentences(parts: Iterable[str]) -> str:
    """Parts as sentences: each ends with a full stop, all but the first begin with a capital letter."""
    kept = [part.strip() for part in parts if part.strip()]
    said = [part if part[-1] in ".?!" else f"{part}." for part in kept]
    return " ".join([*said[:1], *(part[:1].upper() + part[1:] for part in said[1:])])


def breakable(text: str) -> str:
    """Text for the screen with places to break the line in words that are too long for any line."""
    return _TOO_LONG.sub("\\1\u200b", text)


_TOO_LONG = re.compile(r"(\S{24})(?=\S)")
_SINCE = {False: N_("since {day}"), True: N_("planned from {day}")}


def _place(course: Course) -> tuple[bool, dt.date, str, str]:
    begun = min((schedule.acts_on(step) for step in course.steps), default=dt.date.max)
    therapy = course.therapy
    return not schedule.is_cancer_treatment(therapy), begun, therapy.name.casefold(), str(therapy.id)


def _before_words(course: Course) -> str:
    """The dose, or the plan, before the last change of it."""
    change = schedule.now(course.steps, course.today).changed
    if change is None or change.step.on is None:
        return ""
    by_dose = change.before.dose_words != change.after.dose_words
    old = change.before.dose_words if by_dose else schedule.plan_words(change.before.plan)
    day = change.step.on
    same_year = day.exact is not None and day.exact.year == course.today.year
    said = wording.day_short(day.exact) if day.exact and same_year else wording.partial(day)
    return _("Before {day}: {old}").format(day=said, old=old) if old else ""


def _hold_words(course: Course) -> str:
    if course.state is not State.ON_HOLD:
        return ""
    held = schedule.holds(course.steps)[-1].step
    reason = reason_words(held)
    said = _("On hold since {day}").format(day=_day(held.on)) if held.on else _("On hold")
    return _("{what}: {reason}").format(what=said, reason=reason) if reason else said


def _end_words(past: Past) -> str:
    if not past.line.stops:
        return _("Finished")
    if all(step.reason == "finished" and not step.reason_words for step in past.line.stops):
        return _("Finished as planned")
    reasons = list(dict.fromkeys(words for step in past.line.stops if (words := reason_words(step))))
    return _("Stopped: {reasons}").format(reasons="; ".join(reasons)) if reasons else _("Stopped")


def _finish(past: Past) -> PartialDate | None:
    """The last day of what ended by itself."""
    ends = [end for one in past.courses if not past.line.stops and (end := schedule.finish(one.steps))]
    return PartialDate.of(max(ends)) if ends else None


def _day(date: PartialDate | None) -> str:
    return wording.partial(date) if date else ""

"""What changed in the treatments of a period: starts, doses, holds, stops."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mbc_journal import schedule, wording
from mbc_journal.records import PartialDate, Snapshot, Span, Step, StepKind, Therapy
from mbc_journal.report.said import SHORT_NAME_ROOM, Said, filled, joined, sentence, typed
from mbc_journal.schedule import DoseChange, Hold
from mbc_journal.wording import N_, _

MOST_CHANGES = 4
_ROOM = 120
_ENDS = {StepKind.START: N_("Started {day}"), StepKind.STOP: N_("Stopped {day}")}


@dataclass(frozen=True)
class _Event:
    """One change: the day it acts on, the therapy, what is said of it."""

    day: dt.date
    therapy: Therapy
    words: Said


def changes(shot: Snapshot) -> tuple[tuple[Said, ...], int]:
    """The newest changes of the period, those of one therapy in one line, and how many older ones there are."""
    events = [event for therapy in shot.therapies for event in _events(shot, therapy)]
    events.sort(key=_day_of)
    newest = events[-MOST_CHANGES:]
    by_therapy = sorted(newest, key=_therapy_of)
    lines = sorted((_line(list(of_one)) for _id, of_one in groupby(by_therapy, key=_therapy_of)), key=_first_day)
    return tuple(said for _day, said in lines), len(events) - len(newest)


def _events(shot: Snapshot, therapy: Therapy) -> Iterator[_Event]:
    steps = [step for step in shot.steps if step.therapy_id == therapy.id]
    for hold in schedule.holds_in(steps, shot.span):
        yield _Event(hold.since, therapy, typed(_held(hold, shot.span), _ROOM))
    for change in schedule.changes_in(steps, shot.span):
        yield _Event(schedule.acts_on(change.step), therapy, typed(_changed(change, shot.span), _ROOM))
    for step in _ends(steps, shot.span):
        words = _(_ENDS[step.kind]).format(day=_said(step.on, shot.span))
        yield _Event(schedule.acts_on(step), therapy, typed(_with_reason(words, step), _ROOM))


def _ends(steps: Sequence[Step], span: Span) -> Iterator[Step]:
    """Starts and stops that act in the period; those without a day are no news."""
    for step in steps:
        if step.kind in _ENDS and step.on is not None and span.since <= schedule.acts_on(step) <= span.until:
            yield step


def _held(hold: Hold, span: Span) -> str:
    """As 'held 8 to 14 Nov (side effects: "sore hands")' or "on hold since 8 Nov"."""
    if hold.last is not None and hold.step.on is not None and hold.step.on.exact is not None:
        period = wording.period(hold.since, hold.last, year=not _same_year(hold.since, span))
        return _with_reason(_("held {period}").format(period=period), hold.step)
    pattern = _("on hold since {day}") if hold.last is None else _("on hold from {day}")
    return _with_reason(pattern.format(day=_said(hold.step.on, span)), hold.step)


def _changed(change: DoseChange, span: Span) -> str:
    """As "From 15 Nov 1500 mg, before 1800 mg"; plan, brand and route are named where the dose is the same."""
    after, before = change.after, change.before
    by_dose = after.dose_words != before.dose_words
    new, old = (after.dose_words, before.dose_words) if by_dose else (after.words, before.words)
    if new == old:
        new, old = after.brand or after.route, before.brand or before.route
    said = _("From {day} {new}").format(day=_said(change.step.on, span), new=new)
    return _with_reason(_("{new}, before {old}").format(new=said, old=old) if old else said, change.step)


def _with_reason(words: str, step: Step) -> str:
    reason = schedule.reason_words(step)
    return _("{what} ({reason})").format(what=words, reason=reason) if reason else words


def _said(day: PartialDate | None, span: Span) -> str:
    """The day; its year only where the period does not make it plain."""
    if day is None:
        return ""
    short = day.exact is not None and _same_year(day.exact, span)
    return wording.day_short(day.earliest) if short else wording.partial(day)


def _same_year(day: dt.date, span: Span) -> bool:
    return day.year == span.since.year == span.until.year


def _line(events: list[_Event]) -> tuple[dt.date, Said]:
    parts = joined([sentence(_begun(event.words, first=number == 0)) for number, event in enumerate(events)])
    name = typed(events[0].therapy.name, SHORT_NAME_ROOM)
    return events[0].day, filled(_("{name}: {parts}"), name=name, parts=parts)


def _begun(words: Said, first: bool) -> Said:
    """The words behind the colon with a small letter, those after a full stop with a capital."""
    text = words.text
    start = text[:1].lower() if first else text[:1].upper()
    return Said(start + text[1:], words.shortened)


def _day_of(event: _Event) -> tuple[dt.date, str, str]:
    return event.day, str(event.therapy.id), event.words.text


def _therapy_of(event: _Event) -> str:
    return str(event.therapy.id)


def _first_day(line: tuple[dt.date, Said]) -> tuple[dt.date, str]:
    return line[0], line[1].text

"""What changed in the treatments of a period: starts, doses, holds, stops."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mbc_journal import schedule, wording
from mbc_journal.records import PartialDate, Snapshot, Span, Step, StepKind, Therapy
from mbc_journal.report.said import SHORT_NAME_ROOM, Said, filled, joined, sentence, typed
from mbc_journal.schedule import DoseChange
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
        yield _Event(hold.since, therapy, typed(schedule.hold_words(hold), _ROOM))
    for change in schedule.changes_in(steps, shot.span):
        yield _Event(schedule.acts_on(change.step), therapy, typed(_changed(change), _ROOM))
    for step in _ends(steps, shot.span):
        words = _(_ENDS[step.kind]).format(day=_said(step.on))
        reason = schedule.reason_words(step)
        said = _("{what} ({reason})").format(what=words, reason=reason) if reason else words
        yield _Event(schedule.acts_on(step), therapy, typed(said, _ROOM))


def _ends(steps: Sequence[Step], span: Span) -> Iterator[Step]:
    """Starts and stops that act in the period; those without a day are no news."""
    for step in steps:
        if step.kind in _ENDS and step.on is not None and span.since <= schedule.acts_on(step) <= span.until:
            yield step


def _changed(change: DoseChange) -> str:
    """As "From 15 Nov 1500 mg, before 1800 mg"; plan, brand and route are named where the dose is the same."""
    after, before = change.after, change.before
    by_dose = after.dose_words != before.dose_words
    new, old = (after.dose_words, before.dose_words) if by_dose else (after.words, before.words)
    if new == old:
        new, old = after.brand or after.route, before.brand or before.route
    said = _("From {day} {new}").format(day=_said(change.step.on), new=new)
    said = _("{new}, before {old}").format(new=said, old=old) if old else said
    reason = schedule.reason_words(change.step)
    return _("{what} ({reason})").format(what=said, reason=reason) if reason else said


def _said(day: PartialDate | None) -> str:
    if day is None:
        return ""
    return wording.day_short(day.exact) if day.exact is not None else wording.partial(day)


def _line(events: list[_Event]) -> tuple[dt.date, Said]:
    parts = joined([sentence(event.words) for event in events])
    name = typed(events[0].therapy.name, SHORT_NAME_ROOM)
    return events[0].day, filled(_("{name}: {parts}"), name=name, parts=parts)


def _day_of(event: _Event) -> tuple[dt.date, str, str]:
    return event.day, str(event.therapy.id), event.words.text


def _therapy_of(event: _Event) -> str:
    return str(event.therapy.id)


def _first_day(line: tuple[dt.date, Said]) -> tuple[dt.date, str]:
    return line[0], line[1].text

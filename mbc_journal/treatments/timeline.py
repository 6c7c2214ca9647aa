"""All treatments on one time axis: bars from the first known day to today, and the same in words and rows."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mbc_journal import schedule, wording
from mbc_journal.records import PartialDate, Span, Step, StepKind
from mbc_journal.schedule import Bar, State
from mbc_journal.treatments.courses import Course, dosage_words, line_words, reason_words
from mbc_journal.wording import N_, _

_SHORT = 550  # days up to which months are written under the axis
_STATES = {
    State.PLANNED: N_("planned"), State.RUNNING: N_("now"), State.ON_HOLD: N_("on hold"),
    State.STOPPED: N_("stopped"), State.FINISHED: N_("finished"),
}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """A day of the axis that has words under it."""

    day: dt.date
    words: str


@dataclass(frozen=True)
class Timeline:
    """What the bars show: a bar a therapy, over `span`."""

    bars: tuple[Bar, ...]
    span: Span


@dataclass(frozen=True)
class StoryRow:
    """One therapy as a row of a table; days as typed, beside what they are sorted by."""

    course: Course
    name: str
    line: str
    since: str
    until: str
    dose: str
    ended: str
    begins: dt.date | None
    ends: dt.date | None

    @property
    def words(self) -> str:
        """The row as a sentence, for those who do not see the bars."""
        since = _("from {day}").format(day=self.since) if self.since else ""
        until = _("to {day}").format(day=self.until) if self.ends else self.until
        parts = (self.name, self.line, since, until, self.dose)
        return _("{row}.").format(row=", ".join(part for part in parts if part))


def timeline(known: Sequence[Course], today: dt.date) -> Timeline:
    """Bars from the month in which the first treatment began, to today."""
    begun = [step.on.earliest for one in known for step in one.steps if step.on is not None]
    first = min((day for day in begun if day <= today), default=today)
    span = Span(first.replace(day=1), today)
    therapies = [one.therapy for one in known]
    return Timeline(schedule.bars(therapies, [step for one in known for step in one.steps], span), span)


def marks(span: Span, most: int) -> tuple[Mark, ...]:
    """At most `most` years, or months in a short span, at even steps."""
    found = list(_months(span)) if span.days <= _SHORT else list(_years(span))
    step = -(-len(found) // max(1, most))
    return tuple(found[::step]) if found else ()


def story_rows(known: Sequence[Course]) -> tuple[StoryRow, ...]:
    """Every therapy as a row, in the order given."""
    return tuple(_row(one) for one in known)


def _row(course: Course) -> StoryRow:
    now = schedule.now(course.steps, course.today)
    stop = next((step for step in reversed(course.steps) if step.kind is StepKind.STOP), None)
    end = _end(course, stop)
    return StoryRow(
        course=course,
        name=course.therapy.name,
        line=line_words(course.therapy.line),
        since=wording.partial(now.since) if now.since else "",
        until=wording.partial(end) if end else _(_STATES[course.state]),
        dose=dosage_words(course),
        ended=reason_words(stop) if stop and course.is_over else "",
        begins=now.since.earliest if now.since else None,
        ends=end.earliest if end else None,
    )


def _end(course: Course, stop: Step | None) -> PartialDate | None:
    if not course.is_over:
        return None
    if stop is not None:
        return stop.on
    last = schedule.finish(course.steps)
    return PartialDate.of(last) if last else None


def _years(span: Span) -> Iterator[Mark]:
    for year in range(span.since.year, span.until.year + 1):
        day = dt.date(year, 1, 1)
        if day >= span.since:
            yield Mark(day, str(year))


def _months(span: Span) -> Iterator[Mark]:
    day = span.since.replace(day=1)
    while day <= span.until:
        if day >= span.since:
            yield Mark(day, f"{wording.month_short(day.month)} {day.year}")
        day = dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)

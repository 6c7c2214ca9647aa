"""The day's check-in: what is asked on a day, what was answered, and what a touch would write. Decides; never draws."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from mbc_journal.records import (
    ME,
    Answer,
    Comparison,
    Day,
    Note,
    NoteKind,
    PartialDate,
    PlanRule,
    Profile,
    Reading,
    Recall,
)
from mbc_journal.scales import Entry, Kind, Scale, Scales

NIGHT_ENDS = dt.time(4)
"""Until four in the morning Today offers to write for the day before."""

FILL_IN_DAYS = 7
"""How many days back "Fill in a few days" walks."""


@dataclass(frozen=True)
class Sheet:
    """One civil day as it stands: the rows asked, today's answers, and those of the day (or week) before."""

    day: dt.date
    rows: tuple[Scale, ...]
    period: Recall
    answers: Mapping[str, Reading] = field(default_factory=dict)  # scale id -> its answer on this day
    before: Mapping[str, Reading] = field(default_factory=dict)  # answered ones of the day before, no older
    mark: Day | None = None
    note: Note | None = None

    @property
    def empty_rows(self) -> tuple[Scale, ...]:
        """Rows without an answer of any kind, in order."""
        return tuple(scale for scale in self.rows if scale.id not in self.answers)

    @property
    def repeatable(self) -> tuple[Scale, ...]:
        """Empty rows that "Same as yesterday" would fill."""
        return tuple(scale for scale in self.empty_rows if scale.id in self.before)

    @property
    def none_rows(self) -> tuple[Scale, ...]:
        """Empty level rows that "The other ... are None" would fill."""
        return tuple(scale for scale in self.empty_rows if scale.kind is Kind.LEVEL)


@dataclass(frozen=True)
class Pen:
    """Who writes, and the UTC offset where she is now ("+01:00")."""

    utc_offset: str
    written_by: str = ME


def rows(profile: Profile, scales: Scales) -> tuple[Scale, ...]:
    """Today's rows in the person's order; the starter rows until she chose her own."""
    chosen = tuple(scales.get(scale_id) for scale_id in profile.rows) or tuple(scales.starters())
    return tuple(scale for scale in chosen if scale.id not in profile.hidden)


def recall(profile: Profile) -> Recall:
    """Whether rows ask about the day or about the week."""
    return Recall.WEEK if profile.rhythm == "weekly" else Recall.TODAY


def step_back(period: Recall) -> dt.timedelta:
    """How far back "yesterday" lies: a day, or a week for weekly entries."""
    return dt.timedelta(days=7 if period is Recall.WEEK else 1)


def latest(readings: Sequence[Reading], period: Recall) -> dict[str, Reading]:
    """The last reading of each scale that speaks of `period`, by time, then by when it was written."""
    found = sorted(
        (reading for reading in readings if reading.period is period),
        key=lambda reading: (reading.time or dt.time.min, reading.written_at, reading.id),
    )
    return {reading.scale: reading for reading in found}


def answered(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Only those that hold an answer."""
    return {scale: reading for scale, reading in readings.items() if reading.state is Answer.ANSWERED}


def answer(sheet: Sheet, scale: Scale, entry: Entry, pen: Pen) -> Reading:
    """The reading that says `entry` on this day; what else was noted on the row stays."""
    return replace(
        _reading(sheet, scale, pen),
        level=entry.level,
        value=entry.value,
        unit=entry.unit,
        comparator=entry.comparator,
        value_as_entered=entry.value_as_entered,
        unit_as_entered=entry.unit_as_entered,
        state=Answer.ANSWERED,
    )


def without_answer(sheet: Sheet, scale: Scale, state: Answer, pen: Pen) -> Reading:
    """The reading that says why there is no answer: skipped, prefer not to say, does not apply."""
    return replace(_reading(sheet, scale, pen), level=None, value=None, comparator="", value_as_entered="", state=state)


def repeated(sheet: Sheet, scale: Scale, pen: Pen) -> Reading:
    """Yesterday's answer of this row, given for this day. Raises KeyError if there is none."""
    old = sheet.before[scale.id]
    entry = Entry(old.value, old.unit, old.comparator, old.level, old.value_as_entered, old.unit_as_entered)
    return answer(sheet, scale, entry, pen)


def hard_day(sheet: Sheet, level: int | None) -> Day:
    """The day, saying how hard it was; None takes the answer back."""
    return replace(sheet.mark or Day(day=sheet.day), how_hard=level)


def unwell_day(sheet: Sheet, too_unwell: bool) -> Day:
    """The day, saying whether she was too unwell to log."""
    return replace(sheet.mark or Day(day=sheet.day), too_unwell=too_unwell)


def says_nothing(day: Day) -> bool:
    """Whether a day row holds no answer at all, and may go."""
    return day.how_hard is None and not day.too_unwell


def day_note(sheet: Sheet, text: str, helped: bool, for_doctor: bool) -> Note:
    """The note of Today's one line, new or changed."""
    old = sheet.note or Note(day=PartialDate.of(sheet.day), text="")
    kind = NoteKind.HELPED if helped else NoteKind.JOURNAL
    return replace(old, text=text, kind=kind, for_doctor=for_doctor)


def note_of_the_day(notes: Sequence[Note]) -> Note | None:
    """The note that Today's line goes on with: the last plain one of the day that is not private."""
    plain = [note for note in notes if not (note.private or note.tags or note.strategy) and not note.import_batch]
    own = [note for note in plain if note.kind in (NoteKind.JOURNAL, NoteKind.HELPED)]
    return max(own, key=lambda note: (note.written_at, note.id), default=None)


def _reading(sheet: Sheet, scale: Scale, pen: Pen) -> Reading:
    old = sheet.answers.get(scale.id)
    if old is not None:
        return old
    return Reading(
        scale=scale.id, day=sheet.day, period=sheet.period, utc_offset=pen.utc_offset, written_by=pen.written_by
    )


def met_rules(sheet: Sheet, rules: Sequence[PlanRule]) -> list[tuple[PlanRule, Reading]]:
    """The team's own rules that an answer of this day meets and that were not settled on this day, with the answer."""
    found = []
    for rule in rules:
        reading = sheet.answers.get(rule.scale)
        scale = next((scale for scale in sheet.rows if scale.id == rule.scale), None)
        settled = any(text.startswith(sheet.day.isoformat()) for text in rule.met)
        if reading is not None and scale is not None and not settled and meets(rule, reading, scale):
            found.append((rule, reading))
    return found


def meets(rule: PlanRule, reading: Reading, scale: Scale) -> bool:
    """Whether an answered reading meets the team's limit, compared in the unit the limit was told in."""
    if reading.state is not Answer.ANSWERED:
        return False
    if reading.level is not None:
        number = Decimal(reading.level)
    elif reading.value is not None:
        number = scale.in_unit(reading.value, rule.unit)
    else:
        return False
    return {
        Comparison.AT_OR_ABOVE: number >= rule.value,
        Comparison.ABOVE: number > rule.value,
        Comparison.AT_OR_BELOW: number <= rule.value,
        Comparison.BELOW: number < rule.value,
    }[rule.comparison]


def settled(rule: PlanRule, day: dt.date, said: str) -> PlanRule:
    """The rule, remembering that it was met on `day` and what was `said` of calling."""
    return replace(rule, met=(*rule.met, f"{day.isoformat()} {said}"))

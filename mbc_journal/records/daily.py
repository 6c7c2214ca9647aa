"""What a person writes on a day: readings, the day itself, notes."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mbc_journal.records.row import Answer, PartialDate, Recall, Row


@dataclass(kw_only=True, eq=False)
class Reading(Row):
    """One value of one scale, as the person gave it.

    Level scales use `level` (0-4); all others `value`, in the scale's own unit, to 6 significant digits where it was
    converted. `value_as_entered` and `unit_as_entered` are what was typed or read. Unless `state` is answered, both
    are None.
    """

    scale: str
    day: dt.date  # the civil day as lived; no time zone moves it
    time: dt.time | None = None  # None: only the day is known
    utc_offset: str = ""  # "+HH:MM" at that moment, or at writing if there is no time; "": not known
    period: Recall = Recall.TODAY
    value: Decimal | None = None
    unit: str = ""  # UCUM code of `value`
    comparator: str = ""  # "<" or ">"
    level: int | None = None
    state: Answer = Answer.ANSWERED
    value_as_entered: str = ""
    unit_as_entered: str = ""
    range_low: Decimal | None = None  # the range printed on that result
    range_high: Decimal | None = None
    range_text: str = ""
    body_site: str = ""
    body_side: str = ""
    note: str = ""


@dataclass(kw_only=True, eq=False)
class Day(Row):
    """One civil day: how hard it was (0-4, None: not answered) and whether she was too unwell to log."""

    day: dt.date
    how_hard: int | None = None
    too_unwell: bool = False


class NoteKind(StrEnum):
    """What a note is about."""

    JOURNAL = "journal"
    HELPED = "helped"
    GOOD = "good"
    HARD = "hard"


@dataclass(kw_only=True, eq=False)
class Note(Row):
    """A note. `for_doctor` (the star) allows printing; `private` wins over it and over every export."""

    day: PartialDate | None = None
    time: dt.time | None = None
    kind: NoteKind = NoteKind.JOURNAL
    text: str
    tags: tuple[str, ...] = ()
    strategy: str = ""  # id of a coping idea
    helped: int | None = None  # did it help, 0-4
    linked_symptom: str = ""  # scale id
    for_doctor: bool = False
    private: bool = False

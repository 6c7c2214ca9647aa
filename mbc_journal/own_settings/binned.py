"""The bin of the last 30 days: what lies in it, and what comes back together."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar
from uuid import UUID

from mbc_journal import wording
from mbc_journal.records import (
    Attachment,
    AttachmentData,
    Biopsy,
    Contact,
    Day,
    Dose,
    Note,
    PlanRule,
    Question,
    Reading,
    Row,
    Scan,
    Step,
    Supply,
    Therapy,
    Visit,
)
from mbc_journal.scales import Scales
from mbc_journal.wording import N_, _

BIN_DAYS = 30
"""So long something waits in the bin."""

KINDS: dict[type[Row], str] = {
    Reading: N_("Entry"), Day: N_("How hard the day was"), Note: N_("Note"), Therapy: N_("Treatment"),
    Step: N_("Change of a treatment"), Dose: N_("Dose"), Supply: N_("Supply"), Visit: N_("Visit"),
    Question: N_("Question"), Contact: N_("Number"), Scan: N_("Scan"), Biopsy: N_("Biopsy"),
    PlanRule: N_("What my team told me"), Attachment: N_("Photo or file"),
}  # fmt: skip
"""What can lie in the bin, in words."""

_SAYING = ("text", "name", "told", "said", "who", "role", "words", "reason_words", "note")
_LETTERS = 70

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class BinLine:
    """One thing in the bin: what it is, of which day and since when there, and the rows that come back with it."""

    row: Row
    what: str
    since: str
    rows: tuple[Row, ...]


def bin_lines(rows: Sequence[Row], scales: Scales, now: dt.datetime) -> list[BinLine]:
    """What was put into the bin in the last 30 days, as given; what belongs to a line is not a line of its own."""
    first = now - dt.timedelta(days=BIN_DAYS)
    recent = [row for row in rows if row.binned_at is not None and row.binned_at >= first]
    by_id: dict[UUID | None, Row] = {row.id: row for row in recent}
    own = [row for row in recent if type(row) in KINDS and not _goes_along(row, by_id.get(_belongs_to(row)))]
    return [_line(row, recent, scales, now) for row in own]


def brought_back(line: BinLine) -> list[Row]:
    """The rows of a line as they were before they went into the bin."""
    return [_out_of_the_bin(row) for row in line.rows]


def _out_of_the_bin(row: R) -> R:
    return replace(row, binned_at=None)


def _belongs_to(row: Row) -> UUID | None:
    """The row that this one is a part of."""
    if isinstance(row, Step | Dose | Supply):
        return row.therapy_id
    if isinstance(row, Attachment):
        return row.of_id
    return None


def _goes_along(row: Row, whole: Row | None) -> bool:
    """Whether `row` went into the bin in the same act as the row it is a part of."""
    return whole is not None and whole is not row and whole.binned_at == row.binned_at


def _line(row: Row, recent: Iterable[Row], scales: Scales, now: dt.datetime) -> BinLine:
    others = [one for one in recent if _belongs_to(one) == row.id and _goes_along(one, row)]
    ids = {row.id, *(one.id for one in others)}
    data = [one for one in recent if isinstance(one, AttachmentData) and one.id in ids]
    day = row.binned_at.astimezone(now.tzinfo).date() if row.binned_at is not None else now.date()
    since = ", ".join(part for part in (_day(row), _("in the bin since {day}").format(day=wording.day(day))) if part)
    return BinLine(row, _what(row, scales), since, (row, *others, *data))


def _what(row: Row, scales: Scales) -> str:
    """As "Tiredness: Moderate" or "Note: Cold gloves helped"."""
    if isinstance(row, Reading):
        scale = scales.get(row.scale)
        name, said = wording.say(scale.label), scale.say(row)
    else:
        name, said = _(KINDS[type(row)]), _said(row)
    return wording.act(name, said)


def _said(row: Row) -> str:
    """The first words of hers that the row holds, on one line."""
    known = {one.name for one in fields(row)}
    said = next((str(getattr(row, name)) for name in _SAYING if name in known and getattr(row, name)), "")
    line = " ".join(said.split())
    return line if len(line) <= _LETTERS else f"{line[: _LETTERS - 1].rstrip()}\u2026"


def _day(row: Row) -> str:
    known = {one.name for one in fields(row)}
    name = next((name for name in ("day", "on", "planned_day") if name in known), "")
    day = getattr(row, name) if name else None
    if isinstance(day, dt.date):
        return wording.day(day)
    return wording.partial(day) if day is not None else ""

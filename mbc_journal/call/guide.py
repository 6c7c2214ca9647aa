"""The call signs of the reference, as they stand in its file, and their words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from mbc_journal import content, wording
from mbc_journal.content import Place
from mbc_journal.records import PartialDate
from mbc_journal.wording import _

FILE = "signs.json"
"""The file of resources/reference/<language> that all of this comes from."""


class Urgency(StrEnum):
    """Whom to call: the local emergency number, or the team's line, day or night."""

    EMERGENCY = "emergency"
    CALL_NOW = "call-now"


@dataclass(frozen=True)
class Limit:
    """A published limit of one scale, for reading beside one's own; never filled in."""

    scale: str
    celsius: Decimal
    fahrenheit: Decimal


@dataclass(frozen=True)
class Sign:
    """Something to call about; `always`: on the page that everyone has. Texts may hold {limit}."""

    key: str
    text: str
    urgency: Urgency
    always: bool
    limit: Limit | None
    source_ids: tuple[str, ...]
    checked: str  # the day we checked, "" for never
    unchecked: bool


@dataclass(frozen=True)
class Fact:
    """A statement beside the lists; `own`: a prompt in our own words, which needs no source."""

    text: str
    source_ids: tuple[str, ...]
    checked: str
    unchecked: bool
    own: bool


@dataclass(frozen=True)
class Line:
    """A crisis line of one country."""

    where: str
    number: str
    source_ids: tuple[str, ...]
    checked: str
    unchecked: bool


Statement = Sign | Fact | Line


@dataclass(frozen=True)
class Source:
    """Where a statement comes from; `date` is its own, "" if it names none, `checked` the day we read it."""

    id: str
    title: str
    publisher: str
    date: str
    address: str
    checked: str
    label: bool  # a medicine's label, which is renewed
    read: str


@dataclass(frozen=True)
class Guide:
    """All of signs.json, in the order of the page."""

    emergency_numbers: tuple[str, ...]
    signs: tuple[Sign, ...]
    to_say: tuple[Fact, ...]
    notes: tuple[Fact, ...]
    lines: tuple[Line, ...]
    sources: tuple[Source, ...]

    def always(self, urgency: Urgency) -> tuple[Sign, ...]:
        """The signs everyone sees, of one urgency."""
        return tuple(sign for sign in self.signs if sign.always and sign.urgency is urgency)

    def limit(self, scale_id: str) -> Limit | None:
        """The published limit of a scale, where the facts give one."""
        return next((sign.limit for sign in self.signs if sign.limit and sign.limit.scale == scale_id), None)

    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the file, those of single treatments too."""
        return (*self.signs, *self.to_say, *self.notes, *self.lines)

    def shown(self) -> tuple[Statement, ...]:
        """Every statement of the page, in its order."""
        return (*self.always(Urgency.EMERGENCY), *self.always(Urgency.CALL_NOW), *self.to_say, *self.notes, *self.lines)

    def numbered(self) -> Mapping[str, int]:
        """The number of each source the page names, from 1, in the order they are first named."""
        named = dict.fromkeys(name for said in self.shown() for name in said.source_ids)
        return {name: number for number, name in enumerate(named, start=1)}


def load(folder: Path) -> Guide:
    """The call signs of one language. Raises ResourceBroken, naming file and place, if they are damaged."""
    path = folder / FILE
    place = Place(path.name)
    guide = content.build(Guide, content.load(path), place)
    known = {source.id for source in guide.sources}
    for said in guide.statements():
        for name in said.source_ids:
            if name not in known:
                raise place.key("sources").broken(f"{name} is missing")
        _check_date(said.checked, place)
    for source in guide.sources:
        _check_date(source.date, place)
        _check_date(source.checked, place)
    return guide


def words(said: Statement) -> str:
    """A statement as a person reads it."""
    if isinstance(said, Line):
        return _("{where}: {number}").format(where=wording.say(said.where), number=said.number)
    text = wording.say(said.text)
    if isinstance(said, Sign) and said.limit is not None:
        return text.format(limit=limit_words(said.limit))
    return text


def limit_words(limit: Limit) -> str:
    """As "38.0 °C (100.4 °F)"."""
    celsius, fahrenheit = wording.amount(limit.celsius, "Cel"), wording.amount(limit.fahrenheit, "[degF]")
    return _("{amount} ({other})").format(amount=celsius, other=fahrenheit)


def checked_last(guide: Guide) -> dt.date | None:
    """The latest day on which one of the page's statements was checked."""
    days = [dt.date.fromisoformat(said.checked) for said in guide.shown() if said.checked]
    return max(days, default=None)


def _check_date(text: str, place: Place) -> None:
    try:
        if text:
            PartialDate(text)
    except ValueError as error:
        raise place.broken(str(error)) from error

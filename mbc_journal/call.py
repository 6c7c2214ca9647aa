"""Whom to call and when: the call signs of the reference, and what the page decides about numbers and the team's rules.

The lists are the same for everyone; nothing here looks at what was logged.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from mbc_journal import content, wording
from mbc_journal.content import Place
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Comparison, Contact, PartialDate, PlanRule
from mbc_journal.scales import Kind, Scale
from mbc_journal.wording import N_, _

FILE = "signs.json"
"""The file of resources/reference/<language> that all of this comes from."""

EMERGENCY_ROLE = "emergency number"
"""The role of the one contact that is the emergency number a person chose."""

COMPARISONS = {
    Comparison.AT_OR_ABOVE: N_("at or above"),
    Comparison.ABOVE: N_("above"),
    Comparison.AT_OR_BELOW: N_("at or below"),
    Comparison.BELOW: N_("below"),
}
"""Comparisons in words."""

_LABEL_AGES = dt.timedelta(days=2 * 365)
_NOT_READ = "not read"


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


def source_words(source: Source, number: int, today: dt.date) -> str:
    """As "[3] FDA / DailyMed, 29 Nov 2021: US prescribing information ... Checked 23 Nov 2026."; then its address."""
    dated = wording.partial(PartialDate(source.date)) if source.date else _("no date given")
    parts = [
        _("[{number}] {publisher}, {date}: {title}.").format(
            number=number, publisher=source.publisher, date=dated, title=source.title
        ),
        _checked_words(source.checked),
    ]
    if source.read == _NOT_READ:
        parts.append(_("Not yet read."))
    if source.label and _is_old(source.date, today):
        parts.append(_("This label is more than two years old; it may have changed."))
    if source.address:
        parts.append(source.address)
    return " ".join(parts)


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


def _checked_words(day: str) -> str:
    if not day:
        return _("Not yet checked.")
    return _("Checked {day}.").format(day=wording.day(dt.date.fromisoformat(day)))


def _is_old(date: str, today: dt.date) -> bool:
    return bool(date) and PartialDate(date).latest + _LABEL_AGES < today


# -- my numbers --------------------------------------------------------------------------------------------------


def numbers(contacts: Sequence[Contact]) -> list[Contact]:
    """The person's own numbers, the first first; the emergency number is not among them."""
    chosen = emergency(contacts)
    return [contact for contact in contacts if contact is not chosen]


def emergency(contacts: Sequence[Contact]) -> Contact | None:
    """The emergency number that was chosen; None until one was."""
    return next((contact for contact in contacts if contact.role == EMERGENCY_ROLE), None)


def chosen_emergency(old: Contact | None, number: str) -> Contact:
    """The contact that says which emergency number was chosen."""
    return replace(old or Contact(role=EMERGENCY_ROLE, emergency=True), phone=number)


def called_first(contacts: Sequence[Contact], first: Contact) -> list[Contact]:
    """The contacts that change when `first` is the one to call first; there is only one such."""
    wanted = ((contact, contact.id == first.id) for contact in numbers(contacts))
    return [replace(contact, call_first=flag) for contact, flag in wanted if contact.call_first is not flag]


def contact_name(contact: Contact) -> str:
    """What a number is called: its role, else its name, else the number itself."""
    return contact.role or contact.name or contact.phone


def contact_words(contact: Contact) -> str:
    """As "24-hour line, 555 0100"."""
    return ", ".join(dict.fromkeys(part for part in (contact_name(contact), contact.phone) if part))


# -- what my team told me ----------------------------------------------------------------------------------------


def limit_text(rule: PlanRule, scale: Scale) -> str:
    """The limit of a rule as it was told: "38.0 °C", "Severe", "4 times a day"."""
    if scale.kind is Kind.LEVEL and rule.value in range(len(scale.words)):
        return scale.say_level(int(rule.value))
    if scale.kind is Kind.NUMBER:
        return wording.amount(rule.value, rule.unit or scale.unit)
    return scale.say_value(rule.value)


def rule_title(rule: PlanRule, scale: Scale) -> str:
    """As "Temperature at or above 38.0 °C"."""
    return _("{scale} {comparison} {limit}").format(
        scale=wording.say(scale.label), comparison=_(COMPARISONS[rule.comparison]), limit=limit_text(rule, scale)
    )


def doubt(scale: Scale, text: str, unit: str) -> str:
    """What to ask once about a limit that may be a typing slip, as "Is 382 right?"; "" if nothing is odd."""
    try:
        return scale.check(text, unit).doubt
    except NotAllowed:
        return ""


def may_have_rule(scale: Scale) -> bool:
    """Whether a team can name a limit of this scale: levels, counts and numbers."""
    return scale.kind in (Kind.LEVEL, Kind.COUNT, Kind.NUMBER)

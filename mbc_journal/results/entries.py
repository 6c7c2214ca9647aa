"""From what is typed to the fields of a result: the test it belongs to, its number, its printed range, its day."""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from mbc_journal import wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import PartialDate
from mbc_journal.results.sections import one_of_her_own, section_of
from mbc_journal.scales import Entry, Kind, Scale, Scales, other_id, typed
from mbc_journal.wording import _

_RESERVED = frozenset(kind.value for kind in Kind)
_NUMBER = r"-?\d*[.,]?\d+"
_BETWEEN = re.compile(rf"({_NUMBER})\s*(?:-|\u2013|\u2014|to)\s*({_NUMBER})", re.ASCII)
_ONE_END = re.compile(rf"([<>\u2264\u2265]|<=|>=)\s*({_NUMBER})", re.ASCII)


def offers(text: str, scales: Scales, own: Iterable[str]) -> list[Scale]:
    """Tests that fit what is typed: those that ship, then her own."""
    found = [scale for scale in scales.find(text) if section_of(scale, scales) is not None]
    mine = {scale.label: scale for one in own if (scale := scales.get(one)).kind is Kind.NUMBER}
    words = text.casefold()
    return found + [scale for name, scale in mine.items() if words in name.casefold() and one_of_her_own(scale)]


def known_test(name: str, scales: Scales) -> Scale | None:
    """The test of the program that is called exactly so."""
    scale = scales.named(name)
    return scale if scale is not None and section_of(scale, scales) is not None else None


def placed(name: str, unit: str, scales: Scales, own: Iterable[str] = ()) -> Scale:
    """The scale a result of this name and unit belongs to; with a unit it does not know, one of its own.

    `own` are ids there are already: capitals do not make another test. Raises NotAllowed for no name.
    """
    name = " ".join(name.split())
    if not name:
        raise NotAllowed(why=_("Name the test first."))
    scale = known_test(name, scales)
    if scale is not None and unit in ("", *scale.units):
        return scale
    wanted = other_id(wording.say(scale.label) if scale is not None else name, free_unit(unit))
    return scales.get(next((one for one in own if one.casefold() == wanted.casefold()), wanted))


def free_unit(text: str) -> str:
    """A unit in her own words, so that it can stand in the id of a scale."""
    unit = " ".join(text.split()).replace(" [", "[")
    return unit.capitalize() if unit in _RESERVED else unit


def value_fields(scale: Scale, entry: Entry) -> dict[str, Any]:
    """The fields of a reading that say its number."""
    return {
        "scale": scale.id, "value": entry.value, "unit": entry.unit, "comparator": entry.comparator,
        "value_as_entered": entry.value_as_entered, "unit_as_entered": entry.unit_as_entered,
    }  # fmt: skip


def range_fields(text: str) -> dict[str, Any]:
    """The fields of a reading for a range as printed; words stay words, and no end is guessed."""
    low, high = _ends(text.strip())
    return {"range_text": text.strip(), "range_low": low, "range_high": high}


def checked_day(day: PartialDate | None, today: dt.date) -> dt.date:
    """The day of a result. Raises NotAllowed for none, and for one still to come."""
    exact = day.exact if day is not None else None
    if exact is None:
        raise NotAllowed(why=_("A result needs its day."))
    if exact > today:
        raise NotAllowed(why=_("That day is still to come."))
    return exact


def _ends(text: str) -> tuple[Decimal | None, Decimal | None]:
    between, one_end = _BETWEEN.fullmatch(text), _ONE_END.fullmatch(text)
    if between is not None:
        low, high = _end(between[1]), _end(between[2])
        return (low, high) if low is not None and high is not None and low <= high else (None, None)
    if one_end is None:
        return None, None
    end = _end(one_end[2])
    return (None, end) if one_end[1][0] in "<\u2264" else (end, None)


def _end(text: str) -> Decimal | None:
    """A number; None where a comma may mean thousands, or there are too many digits."""
    found = typed.number(text) if typed.digits(text) <= typed.LONGEST else None
    return None if found is None or found.thousands else found.value

"""Numbers as people type them: "38.2", "38,2", "<0.5"."""

import re
from dataclasses import dataclass
from decimal import Decimal

LONGEST = 30
"""Digits a number may have."""

_NUMBER = re.compile(r"([<>]?)\s*([+-]?)(\d*)(?:[.,](\d*))?", re.ASCII)
_THOUSANDS = re.compile(r"[<>]?\s*[1-9]\d{0,2},\d{3}", re.ASCII)
_SPACES = re.compile(r"[\u00a0\u2007\u202f]")


@dataclass(frozen=True)
class TypedNumber:
    """A number, the "<" or ">" before it, and whether a comma in it may have meant thousands."""

    value: Decimal
    comparator: str = ""
    thousands: bool = False


def plain(text: str) -> str:
    """`text` without spaces at its ends, with plain spaces and a plain minus."""
    return _SPACES.sub(" ", text).replace("\u2212", "-").strip()


def number(text: str) -> TypedNumber | None:
    """The number in `text`, with a decimal point or comma; None for anything else ("1,2,3", "1e3", "NaN", "").

    One comma is always a decimal comma: "1,200" is 1.200, and `thousands` says that it may have been meant otherwise.
    """
    found = _NUMBER.fullmatch(plain(text))
    if found is None or not (found[3] or found[4]):
        return None
    value = Decimal(f"{found[2]}{found[3] or '0'}.{found[4] or ''}".removesuffix("."))
    return TypedNumber(value, found[1], _THOUSANDS.fullmatch(plain(text)) is not None)


def digits(text: str) -> int:
    """How many digits stand in `text`."""
    return sum(letter.isdigit() for letter in text)

"""Reading the unit of a number: which of a scale's units a text or UCUM code means, and the value in the scale's own.

A unit the scale does not know is never converted and never guessed: the number then goes onto a scale of its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from mbc_journal.exchange.code_tables import UnitAlias
from mbc_journal.scales import Scale

_WIDTHLESS = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_MU = str.maketrans("\u03bc", "\u00b5")
_COUNTS = "10*9/L"
_SCORE = "{score}"


@dataclass(frozen=True)
class Measured:
    """A number in the own unit of its scale, and the UCUM code it was given in."""

    value: Decimal
    unit: str
    unit_as_entered: str


def cleaned(unit: str) -> str:
    """`unit` without spaces at its ends and zero-width letters, with the micro sign for a Greek mu; no NFKC."""
    return _WIDTHLESS.sub("", unit).strip().translate(_MU)


def ucum(aliases: Mapping[str, tuple[UnitAlias, ...]], written: str, scale: Scale) -> str:
    """The UCUM code `written` means on `scale`, one of the scale's units; "": none of them."""
    text = cleaned(written)
    for alias in aliases.get(text, ()):
        if _is_for(alias, scale) and alias.ucum in scale.units:
            return alias.ucum
    return text if text and text in scale.units and text not in aliases else ""


def measured(
    aliases: Mapping[str, tuple[UnitAlias, ...]], value: Decimal, units: tuple[str, ...], scale: Scale
) -> Measured | None:
    """`value` given in the first of `units` that `scale` knows (UCUM code first); None: none of them fits.

    A score needs no unit.
    """
    found = next((code for written in units if (code := ucum(aliases, written, scale))), "")
    if not found and scale.unit == _SCORE and not any(cleaned(written) for written in units):
        found = _SCORE
    if not found:
        return None
    if found == scale.unit:
        return Measured(value, found, found)
    other = next(other for other in scale.other_units if other.unit == found)
    return Measured(other.to_own(value), scale.unit, found)


def _is_for(alias: UnitAlias, scale: Scale) -> bool:
    return (
        "any" in alias.only_for or scale.id in alias.only_for or ("counts" in alias.only_for and scale.unit == _COUNTS)
    )

"""How numbers, units and lists are said."""

import re
from collections.abc import Sequence
from decimal import Decimal

from mbc_journal.wording.translation import N_, _

_UNITS = {
    "Cel": "°C", "[degF]": "°F", "[lb_av]": "lb", "[stone_av]": "st", "10*9/L": "\u00d7 10\u2079/L",
    "10*3/uL": "\u00d7 10\u00b3/µL", "/uL": "/µL", "mm[Hg]": "mmHg", "mL/min/{1.73_m2}": "mL/min/1.73 m²",
    "{score}": "", "[in_i]": "in", "m[IU]/L": "mIU/L", "ug/L": "µg/L", "umol/L": "µmol/L", "ukat/L": "µkat/L",
    "[IU]/L": "IU/L", "[IU]/mL": "IU/mL", "meq/L": "mEq/L", "u[IU]/mL": "µIU/mL", "k[IU]/L": "kIU/L",
}  # fmt: skip
_A_MINUTE, _A_MINUTE_WORDS = "/min", N_("a minute")
_MICRO = re.compile(r"(?<![A-Za-z])u(?=(?:g|mol|kat|L|l|m|U)(?![A-Za-z]))")
"""The u of micrograms, micromoles and so on."""


def decimal_text(value: Decimal) -> str:
    """`value` digit for digit, never with an exponent."""
    return format(value, "f")


def unit(code: str) -> str:
    """A UCUM code as people write it; other texts stay as they are."""
    if code == _A_MINUTE:
        return _(_A_MINUTE_WORDS)
    known = _UNITS.get(code)
    return _MICRO.sub("µ", code) if known is None else known


def amount(value: Decimal | None, code: str) -> str:
    """A number and its unit, as "1500 mg", "38.2 °C" or "12 %"; "" for no number."""
    return "" if value is None else f"{decimal_text(value)} {unit(code)}".strip()


def listed(words: Sequence[str]) -> str:
    """As "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("{most} and {last}").format(most=", ".join(words[:-1]), last=words[-1])

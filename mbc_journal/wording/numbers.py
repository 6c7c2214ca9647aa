"""How numbers, units and lists are said."""

from collections.abc import Sequence
from decimal import Decimal

from mbc_journal.wording.translation import _

_UNITS = {
    "Cel": "°C", "[degF]": "°F", "[lb_av]": "lb", "[stone_av]": "st", "10*9/L": "\u00d7 10\u2079/L",
    "10*3/uL": "\u00d7 10\u00b3/µL", "/uL": "/µL", "mm[Hg]": "mmHg", "mL/min/{1.73_m2}": "mL/min/1.73 m²",
    "{score}": "", "[in_i]": "in", "m[IU]/L": "mIU/L", "ug/L": "µg/L", "umol/L": "µmol/L", "ukat/L": "µkat/L",
    "[IU]/L": "IU/L", "[IU]/mL": "IU/mL", "meq/L": "mEq/L", "u[IU]/mL": "µIU/mL", "k[IU]/L": "kIU/L",
}  # fmt: skip


def decimal_text(value: Decimal) -> str:
    """`value` digit for digit, never with an exponent."""
    return format(value, "f")


def unit(code: str) -> str:
    """A UCUM code as people write it; other texts stay as they are."""
    return _UNITS.get(code, code)


def amount(value: Decimal | None, code: str) -> str:
    """A number and its unit, as "1500 mg", "38.2 °C" or "12 %"; "" for no number."""
    return "" if value is None else f"{decimal_text(value)} {unit(code)}".strip()


def listed(words: Sequence[str]) -> str:
    """As "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("{most} and {last}").format(most=", ".join(words[:-1]), last=words[-1])

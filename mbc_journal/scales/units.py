"""Units of one scale: how a value in another unit becomes one in the scale's own, and back."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_SIX_DIGITS = Context(prec=6, rounding=ROUND_HALF_UP)


def six_digits(value: Decimal) -> Decimal:
    """`value` to 6 significant digits, half up, never with an exponent above 0."""
    rounded = _SIX_DIGITS.plus(value)
    return rounded.quantize(Decimal(1), context=_EXACT) if int(rounded.as_tuple().exponent) > 0 else rounded


@dataclass(frozen=True)
class OtherUnit:
    """A unit a scale can convert: own = (x - minus) * times / divide + plus. Source: codes table, checked factors.

    `unit` is a UCUM code; `loinc` goes with values in this unit, "": none is written.
    """

    unit: str
    minus: Decimal
    times: Decimal
    divide: Decimal
    plus: Decimal
    loinc: str

    def to_own(self, value: Decimal) -> Decimal:
        """`value` of this unit in the scale's own, to 6 significant digits."""
        shifted = _EXACT.subtract(value, self.minus)
        scaled = _EXACT.divide(_EXACT.multiply(shifted, self.times), self.divide)
        return six_digits(_EXACT.add(scaled, self.plus))

    def from_own(self, value: Decimal) -> Decimal:
        """`value` of the scale's own unit in this one, to 6 significant digits."""
        shifted = _EXACT.multiply(_EXACT.subtract(value, self.plus), self.divide)
        return six_digits(_EXACT.add(_EXACT.divide(shifted, self.times), self.minus))

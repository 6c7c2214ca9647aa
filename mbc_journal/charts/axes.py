"""The vertical axis of each kind of scale: its ends and its ticks in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from mbc_journal import wording
from mbc_journal.records import Reading
from mbc_journal.scales import Scale
from mbc_journal.series import HOW_HARD, Series

LEVELS = 5
SEVERE = 3.0
_MARGIN = 0.4
_LONGEST_TICK = 8
_ROOM = 0.06  # of the reach of an axis, beyond its ends
_FEW_COUNTS = 5
_FIXED = {("temperature", "Cel"): (35, 41), ("temperature", "[degF]"): (95, 106), ("pain-0-10", "{score}"): (0, 10)}
_LEAST = {"kg": Decimal(10), "[lb_av]": Decimal(20)}


@dataclass(frozen=True)
class ValueAxis:
    """The vertical axis: its ends, its ticks in words, and the dashed line at Severe where there is one."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    severe: float | None = None


def value_axis(series: Series) -> ValueAxis:
    """The axis a series is drawn on. Levels never scale, flip or mix; measured values go outward to round numbers."""
    scale = series.scale
    if scale.kind == "level":
        ticks = tuple((float(level), scale.say_level(level)) for level in range(LEVELS))
        plain = scale.id != HOW_HARD and not scale.id.endswith("-impact")
        return ValueAxis(-_MARGIN, LEVELS - 1 + _MARGIN, ticks, SEVERE if plain else None)
    if scale.kind == "yes_no":
        return ValueAxis(-_MARGIN, 1 + _MARGIN, ((0.0, scale.say_level(0)), (1.0, scale.say_level(1))))
    numbers = [point.value for point in (*series.points, *series.weekly)]
    if scale.kind == "count":
        return _rounded(Decimal(0), max([Decimal(_FEW_COUNTS), *numbers]))
    return _measured(scale, series.unit, [*numbers, *_printed_ranges(series)])


def _measured(scale: Scale, unit: str, numbers: Sequence[Decimal]) -> ValueAxis:
    fixed = _FIXED.get((scale.id, unit))
    if fixed is not None:
        low = min([Decimal(fixed[0]), *numbers]).to_integral_value(ROUND_FLOOR)
        high = max([Decimal(fixed[1]), *numbers]).to_integral_value(ROUND_CEILING)
        return _ticked(low, high, _step(high - low))
    if not numbers:
        return _rounded(Decimal(0), Decimal(1))
    return _weight(min(numbers), max(numbers), unit) if scale.id == "weight" else _rounded(min(numbers), max(numbers))


def _weight(low: Decimal, high: Decimal, unit: str) -> ValueAxis:
    """Outward to whole numbers, and at least so wide that a usual day's difference looks small."""
    low, high = low.to_integral_value(ROUND_FLOOR), high.to_integral_value(ROUND_CEILING)
    spare = max(_LEAST.get(unit, Decimal(0)) - (high - low), Decimal(0))
    below = (spare / 2).to_integral_value(ROUND_FLOOR)
    low, high = low - below, high + spare - below
    return _ticked(low, high, _step(high - low)) if low < high else _rounded(low, high)


def _printed_ranges(series: Series) -> Iterator[Decimal]:
    for point in series.points:
        yield from (end for end in printed_range(point.reading, series.scale) if end is not None)


def printed_range(reading: Reading, scale: Scale) -> tuple[Decimal | None, Decimal | None]:
    """The range printed on a result, in the unit of its value; None where an end is not printed.

    It is printed in the unit the result was given in, and converted as the result was.
    """
    given = reading.unit_as_entered
    if given in ("", reading.unit) or reading.unit not in ("", scale.unit):
        return reading.range_low, reading.range_high
    factor = next((other for other in scale.other_units if other.unit == given), None)
    if factor is None:
        return None, None
    low, high = (None if end is None else factor.to_own(end) for end in (reading.range_low, reading.range_high))
    return low, high


def _rounded(low: Decimal, high: Decimal) -> ValueAxis:
    """From a round number at or below `low` to one at or above `high`, in steps of 1, 2 or 5 times a power of ten."""
    step = _step((high - low) or abs(high) or Decimal(1))
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return _ticked(first * step, max(last, first + 1) * step, step)


def _ticked(low: Decimal, high: Decimal, step: Decimal) -> ValueAxis:
    """An axis with these ends, and a little room so that no marker is cut, with a tick at every step."""
    first = int((low / step).to_integral_value(ROUND_CEILING))
    last = int((high / step).to_integral_value(ROUND_FLOOR))
    ticks = tuple((float(step * number), _tick_text(step * number)) for number in range(first, last + 1))
    room = float(high - low) * _ROOM
    return ValueAxis(float(low) - room, float(high) + room, ticks)


def _tick_text(value: Decimal) -> str:
    """A number digit for digit; one that no person has, shortened so that the plot keeps its room."""
    text = wording.decimal_text(value)
    return text if len(text) <= _LONGEST_TICK else f"{value:.1E}"


def _step(reach: Decimal) -> Decimal:
    """The smallest step of 1, 2 or 5 x 10^k that needs at most five of them."""
    exponent = reach.adjusted() - 1
    for power in range(exponent, exponent + 3):
        for digit in (1, 2, 5):
            step = Decimal(digit).scaleb(power)
            if step * 5 >= reach:
                return step.normalize() if step < 1 else Decimal(int(step))
    raise ValueError(f"no step for {reach}")

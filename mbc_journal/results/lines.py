"""A line a test and unit: its values in one unit, what was typed beside them, the range as printed."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal

from mbc_journal import series, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Reading, Span
from mbc_journal.results.sections import known_scale, one_of_her_own
from mbc_journal.scales import Group, Scale, Scales, typed
from mbc_journal.series import Series
from mbc_journal.wording import _


@dataclass(frozen=True)
class Line:
    """One test in one unit; `unit` is that of the stored values, `shown_in` the one they are said in."""

    scale: Scale
    unit: str
    shown_in: str
    newest: Reading

    @property
    def key(self) -> tuple[str, str]:
        """What tells a line from every other."""
        return self.scale.id, self.unit

    @property
    def name(self) -> str:
        """The test; its unit stands behind it where the scale does not know that unit."""
        label = wording.say(self.scale.label)
        if self.unit == self.scale.unit:
            return label
        return _("{name} ({unit})").format(name=label, unit=wording.unit(self.unit))

    @property
    def title(self) -> str:
        """The test, and on a line of its own the unit of its chart."""
        return f"{wording.say(self.scale.label)}\n{wording.unit(self.shown_in)}".strip()

    @property
    def spoken(self) -> str:
        """The test and its unit in one sentence."""
        return ", ".join(self.title.splitlines())


def in_lines(newest: Iterable[Reading], scales: Scales, units: Collection[str]) -> tuple[Line, ...]:
    """A line a test and unit, in the order of the scales, then those of one's own by name.

    `units` are the units she prefers: known factors lead to them.
    """
    found: dict[tuple[str, str], Line] = {}
    for reading in newest:
        scale = scales.get(reading.scale)
        unit = reading.unit or scale.unit
        shown_in = scale.preferred(units) if unit == scale.unit else unit
        line = Line(scale, unit, shown_in, reading)
        if line.key not in found or _when(found[line.key].newest) < _when(reading):
            found[line.key] = line
    places = {scale.id: place for place, scale in enumerate(scales)}
    return tuple(sorted(found.values(), key=lambda line: _place(line, scales, places)))


def of_line(readings: Iterable[Reading], line: Line) -> tuple[Reading, ...]:
    """The results of a line among the readings of its scale, newest first."""
    mine = [one for one in readings if one.value is not None and (one.unit or line.scale.unit) == line.unit]
    return tuple(sorted(mine, key=_when, reverse=True))


def shown(reading: Reading, line: Line) -> Reading:
    """A copy for eyes alone: value and printed range in the unit of the line; what was typed in it stays as typed.

    The range of a result is printed in the unit it was typed in; in another it is left out, never guessed.
    """
    scale, unit = line.scale, line.shown_in
    entered = _entered(reading, line)
    if reading.value is None or line.unit != scale.unit or entered == unit:
        return replace(reading, unit=unit, value=_as_typed(reading, reading.value))
    return replace(
        reading,
        value=scale.in_unit(reading.value, unit),
        unit=unit,
        value_as_entered="",
        unit_as_entered="",
        range_low=_converted(reading.range_low, scale, entered, unit),
        range_high=_converted(reading.range_high, scale, entered, unit),
    )


def value_words(reading: Reading, line: Line) -> str:
    """As "1.2 x 10^9/L", in the unit of the line."""
    return line.scale.say(shown(reading, line))


def typed_words(reading: Reading, line: Line) -> str:
    """What was typed, where that is another unit than the line's; else ""."""
    return line.scale.say(reading) if _entered(reading, line) != line.shown_in else ""


def printed_words(reading: Reading, line: Line) -> str:
    """The range as printed, with its unit where that is another than the line's."""
    ranged, entered = range_words(reading), _entered(reading, line)
    return f"{ranged} {wording.unit(entered)}" if ranged and entered != line.shown_in else ranged


def beside_words(reading: Reading, line: Line) -> str:
    """What was typed, where that is another unit, and the range printed with it."""
    amount, ranged = typed_words(reading, line), printed_words(reading, line)
    as_typed = _("typed as {amount}").format(amount=amount) if amount else ""
    printed = _("printed range {range}").format(range=ranged) if ranged else ""
    return ", ".join(part for part in (as_typed, printed) if part)


def range_words(reading: Reading) -> str:
    """The range as it was printed; "" if none was."""
    low, high = reading.range_low, reading.range_high
    if reading.range_text.strip() or (low is None and high is None):
        return reading.range_text.strip()
    if low is None or high is None:
        pattern, end = (_("up to {end}"), high) if low is None else (_("from {end}"), low)
        return pattern.format(end="" if end is None else wording.decimal_text(end))
    return f"{wording.decimal_text(low)}-{wording.decimal_text(high)}"


def chart(readings: Sequence[Reading], line: Line, today: dt.date) -> Series:
    """The series of a line, from its first result to today."""
    days = [reading.day for reading in readings]
    span = Span(min([*days, today]), max([*days, today]))
    return series.by_day([shown(one, line) for one in readings], (), line.scale, span, unit=line.shown_in)


def _place(line: Line, scales: Scales, places: Mapping[str, int]) -> tuple[int, bool, str, str]:
    known = known_scale(line.scale, scales)
    place = len(places) if known is None else places.get(known.id, len(places))
    return place, line.scale.group is Group.OTHER, line.scale.label.casefold(), line.unit


def _when(reading: Reading) -> tuple[dt.date, dt.time, dt.datetime, str]:
    return reading.day, reading.time or dt.time.min, reading.written_at, str(reading.id)


def _entered(reading: Reading, line: Line) -> str:
    """The unit a result was typed in; a free unit is always that of its line."""
    if line.unit != line.scale.unit or one_of_her_own(line.scale):
        return line.shown_in
    return reading.unit_as_entered or line.unit


def _as_typed(reading: Reading, value: Decimal | None) -> Decimal | None:
    found = typed.number(reading.value_as_entered)
    return value if found is None else found.value


def _converted(number: Decimal | None, scale: Scale, entered: str, unit: str) -> Decimal | None:
    if number is None or entered not in scale.units:
        return None
    with suppress(NotAllowed):
        own = scale.check(wording.decimal_text(number), entered).value
        return None if own is None else scale.in_unit(own, unit)
    return None

"""Measured values: temperature with one fever, weight, blood pressure, counts, and blood tests with printed ranges."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mbc_journal.demo.chance import Chance
from mbc_journal.demo.plot import Plot
from mbc_journal.records import Row

_MORNING = dt.time(8, 15)
_CLINIC = dt.time(11, 0)
FEVER_AT = dt.time(12, 40)
_TOP = Decimal("38.4")


@dataclass(frozen=True)
class Lab:
    """One blood test: printed range, where this person's values lie, and every how many visits it is done."""

    scale: str
    unit: str
    low: str
    high: str
    usual: tuple[float, float]  # on the first lines, on capecitabine
    spread: float
    decimals: int = 1
    visits: int = 1


LABS = (
    Lab("hemoglobin", "g/dL", "11.7", "15.7", (11.6, 11.1), 0.6),
    Lab("white-cells", "10*9/L", "4.0", "10.0", (3.1, 4.6), 0.7),
    Lab("neutrophils", "10*9/L", "1.8", "7.5", (1.4, 2.4), 0.5),
    Lab("platelets", "10*9/L", "150", "400", (182, 204), 35, 0),
    Lab("alt", "U/L", "0", "35", (31, 38), 9, 0),
    Lab("alp", "U/L", "30", "120", (104, 112), 16, 0),
    Lab("bilirubin", "mg/dL", "0.2", "1.2", (0.5, 0.9), 0.25),
    Lab("creatinine", "mg/dL", "0.50", "1.00", (0.82, 0.78), 0.09, 2),
    Lab("calcium", "mg/dL", "8.6", "10.2", (9.1, 9.0), 0.3),
    Lab("albumin", "g/dL", "3.5", "5.0", (4.0, 3.8), 0.2),
    Lab("ca-15-3", "U/mL", "0", "31", (0, 0), 4, 0, 2),
    Lab("cea", "ng/mL", "0", "5.0", (1.1, 0.6), 0.5, 1, 2),
)  # fmt: skip
_WITH_THE_SCAN = ("hemoglobin", "neutrophils", "calcium", "ca-15-3")


def rows(plot: Plot) -> Iterator[Row]:
    """All measured values of the journal, subject by subject."""
    yield from _temperatures(plot)
    yield from _weights(plot)
    yield from _at_visits(plot)
    yield from _counts(plot)
    for back, visit in enumerate(reversed(plot.course.visits)):
        yield from _blood_test(plot, _working_day_before(visit), [lab for lab in LABS if back % lab.visits == 0])
    yield from _blood_test(plot, plot.course.scan, [lab for lab in LABS if lab.scale in _WITH_THE_SCAN])


def _working_day_before(visit: dt.date) -> dt.date:
    """The day before a visit; the Friday before one on a Monday, for nobody draws blood on a Sunday."""
    return visit - dt.timedelta(days=3 if visit.weekday() == 0 else 1)


def rounded(value: float, decimals: int) -> Decimal:
    """`value` with exactly `decimals` decimal places."""
    return Decimal(round(value * 10**decimals)).scaleb(-decimals)


def _number(plot: Plot, scale: str, day: dt.date, value: Decimal, unit: str, at: dt.time | None = None) -> Row:
    text = format(value, "f")
    return plot.reading(scale, day, at, value=value, unit=unit, value_as_entered=text, unit_as_entered=unit)


def _yes(plot: Plot, scale: str, day: dt.date) -> Row:
    return plot.reading(scale, day, value=Decimal(1), value_as_entered="Yes")


def _logged(plot: Plot) -> Iterator[dt.date]:
    """Days with entries, but for today."""
    left_out = plot.course.silent | plot.course.unwell
    return (day for day in plot.course.days() if day not in left_out and day != plot.course.today)


def _temperatures(plot: Plot) -> Iterator[Row]:
    chance, fever = plot.chance("temperature"), plot.course.fever
    for day in _logged(plot):
        usual = rounded(36.6 + chance.wobble(0.4), 1)
        asked = chance.often(0.75)
        if day == fever:
            yield _number(plot, "temperature", day, Decimal("37.6"), "Cel", dt.time(9, 30))
            yield _number(plot, "temperature", day, _TOP, "Cel", FEVER_AT)
        elif day == fever + dt.timedelta(days=2):
            yield _number(plot, "temperature", day, Decimal("37.2"), "Cel", _MORNING)
        elif asked:
            yield _number(plot, "temperature", day, usual, "Cel", _MORNING)


def _weights(plot: Plot) -> Iterator[Row]:
    """Weight, about twice a week."""
    chance = plot.chance("weights")
    weight = 69.0 + chance.whole(0, 8) + chance.roll()
    total = (plot.course.today - plot.course.since).days
    for day in _logged(plot):
        lost = 4.0 * (day - plot.course.since).days / total
        if chance.often(0.28):
            yield _number(plot, "weight", day, rounded(weight - lost + chance.wobble(0.6), 1), "kg", _MORNING)


def _at_visits(plot: Plot) -> Iterator[Row]:
    """Blood pressure and pulse as measured at the clinic, while they were looked at."""
    chance = plot.chance("at visits")
    for visit in plot.course.visits:
        if visit < plot.course.lines[-1].since:
            upper = 124 + chance.wobble(14)
            yield _number(plot, "bp-systolic", visit, rounded(upper, 0), "mm[Hg]", _CLINIC)
            yield _number(plot, "bp-diastolic", visit, rounded(upper * 0.62 + chance.wobble(5), 0), "mm[Hg]", _CLINIC)
            yield _number(plot, "pulse", visit, rounded(74 + chance.wobble(10), 0), "/min", _CLINIC)


def _counts(plot: Plot) -> Iterator[Row]:
    """Numbers of the day: loose stools, hours of rest; on hormone tablets hot flashes, and now and then a nosebleed."""
    chance, last = plot.chance("counts"), plot.course.lines[-1]
    for day in _logged(plot):
        if chance.often(0.9):
            stools = max(0, round(0.6 + chance.wobble(1.6) + (1.2 if day >= last.since else 0.0)))
            yield _number(plot, "loose-stools", day, Decimal(stools), "times a day")
        if chance.often(0.9):
            hours = rounded(max(1, min(5, round(3.2 + chance.wobble(3.0)))) / 2, 1)
            yield _number(plot, "rest-hours", day, hours, "hours a day")
        if day < last.since and chance.often(0.85):
            flashes = max(0, round(4 + chance.wobble(4)))
            yield _number(plot, "hot-flash-times", day, Decimal(flashes), "times a day")
            if chance.often(0.03):
                yield _yes(plot, "nosebleed", day)


def _blood_test(plot: Plot, day: dt.date, labs: Sequence[Lab]) -> Iterator[Row]:
    """The results of the blood taken on `day`."""
    chance = plot.chance(f"blood {day}")
    if day >= plot.course.since:
        for lab in labs:
            yield _result(plot, lab, day, _value(plot, lab, day, chance))


def _value(plot: Plot, lab: Lab, day: dt.date, chance: Chance) -> float:
    if lab.scale == "ca-15-3":
        return _marker(plot, day) + chance.wobble(lab.spread)
    usual = lab.usual[1] if day >= plot.course.lines[-1].since else lab.usual[0]
    return max(usual * 0.3, usual + chance.wobble(lab.spread))


def _marker(plot: Plot, day: dt.date) -> float:
    """CA 15-3 falls after each start, stays, and rises in the last months before a stop."""
    line = plot.course.line_on(day)
    begun = (day - line.since).days
    left = (line.until - day).days if line.until else 400
    fall = max(0.0, 45.0 - begun * 0.4)
    return 34.0 + fall + max(0.0, (150 - left) * 0.3)


def _result(plot: Plot, lab: Lab, day: dt.date, value: float) -> Row:
    number = rounded(value, lab.decimals)
    below = lab.scale == "cea" and number < Decimal("0.5")
    shown = Decimal("0.5") if below else number
    return plot.reading(
        lab.scale,
        day,
        value=shown,
        unit=lab.unit,
        comparator="<" if below else "",
        value_as_entered=f"{'<' if below else ''}{shown:f}",
        unit_as_entered=lab.unit,
        range_low=Decimal(lab.low),
        range_high=Decimal(lab.high),
        range_text=f"{lab.low}-{lab.high}",
    )

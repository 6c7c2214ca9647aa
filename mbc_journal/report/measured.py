"""The measured part: temperature, weight, labs with the range printed on them, rules of the team, clinic days."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal

from mbc_journal import series, wording
from mbc_journal.records import Comparison, Moment, PlanRule, Reading, Span, Visit
from mbc_journal.report.diary import Diary
from mbc_journal.report.said import NOTHING, Said, filled, joined, typed
from mbc_journal.scales import Kind, Scale
from mbc_journal.series import Point, Series
from mbc_journal.wording import N_, _, ngettext

_ROOM = 160
_FIRST = ("temperature", "weight")
_LIMITS = {
    Comparison.AT_OR_ABOVE: N_("{value} or above"), Comparison.ABOVE: N_("above {value}"),
    Comparison.AT_OR_BELOW: N_("{value} or below"), Comparison.BELOW: N_("below {value}"),
}  # fmt: skip
_ANSWERS = {"called": N_("called"), "not called": N_("not called")}


def measured(diary: Diary) -> tuple[Said, ...]:
    """The lines of the part, temperature and weight first."""
    numbers = [scale for scale in diary.scales if scale.kind == Kind.NUMBER]
    numbers.sort(key=_temperature_and_weight_first)
    lines = [line for scale in numbers for line in _lines(diary, scale)]
    with_line = {scale.id for scale in numbers}
    for rule in diary.shot.plan_rules:
        scale = diary.options.scales.get(rule.scale)
        if rule.scale not in with_line and not diary.hidden(scale) and (met := _met(rule, diary.shot.span)):
            lines.append(filled("{name}: {met}", name=typed(wording.say(scale.label)), met=met).within(_ROOM))
    coming = diary.shot.visit.id if diary.shot.visit is not None else None
    past = tuple(visit for visit in diary.shot.visits if visit.id != coming)
    clinic = clinic_days(past, diary.shot.span)
    return tuple([*lines, clinic] if clinic else lines)


def clinic_days(visits: tuple[Visit, ...], span: Span) -> Said:
    """As "At a clinic on 3 of 21 days (9 hours)."; hours are said only as far as they are known."""
    days = {visit.day.exact for visit in visits if visit.day is not None and visit.day.exact is not None}
    inside = {day for day in days if span.since <= day <= span.until}
    if not inside:
        return NOTHING
    mine = [visit for visit in visits if visit.day is not None and visit.day.exact in inside]
    hours = [visit.hours_away for visit in mine if visit.hours_away is not None]
    pattern = ngettext("At a clinic on {count} of {days} day", "At a clinic on {count} of {days} days", span.days)
    words = pattern.format(count=len(inside), days=span.days)
    if not hours:
        return Said(_("{sentence}.").format(sentence=words))
    total = sum(hours, Decimal(0))
    pattern = ngettext("{count} hour", "{count} hours", 1 if total == 1 else 2)
    away = pattern.format(count=wording.decimal_text(_plain(total)))
    if len(hours) < len(mine):
        away = _("{hours} for {known} of {visits} visits").format(hours=away, known=len(hours), visits=len(mine))
    return Said(_("{sentence} ({hours}).").format(sentence=words, hours=away))


def _temperature_and_weight_first(scale: Scale) -> int:
    return _FIRST.index(scale.id) if scale.id in _FIRST else len(_FIRST)


def _lines(diary: Diary, scale: Scale) -> Iterator[Said]:
    rules = [rule for rule in diary.shot.plan_rules if rule.scale == scale.id]
    met = [_met(rule, diary.shot.span) for rule in rules]
    for one in diary.measured(scale):
        values = _extreme(one) if scale.day in ("max", "min") else _first_and_last(one)
        line = filled("{name}: {values}.", name=typed(series.name(one)), values=values)
        yield joined([line, *met]).within(_ROOM)
        met = []
    if any(met):
        yield filled("{name}: {met}", name=typed(wording.say(scale.label)), met=joined(met)).within(_ROOM)


def _extreme(one: Series) -> Said:
    """As "highest 38.4 °C on 14 Nov (6 readings)"."""
    count = sum(reading.state == "answered" and reading.period == "today" for reading in one.entries)
    readings = ngettext("{count} reading", "{count} readings", count).format(count=count)
    if one.worst is None:
        return filled(_("{value} ({readings})"), value=_on(one, one.points[-1]), readings=readings)
    pattern = _("lowest {value} ({readings})") if one.scale.day == "min" else _("highest {value} ({readings})")
    return filled(pattern, value=_on(one, one.worst), readings=readings)


def _first_and_last(one: Series) -> Said:
    """As "72.5 kg on 3 Nov, 69.8 kg on 21 Nov", with the range printed on the last result."""
    first, last = one.points[0], one.points[-1]
    values = [_on(one, last)] if first is last else [_on(one, first), _on(one, last)]
    ranged = _range(last.reading)
    return joined([joined(values, ", "), ranged])


def _on(one: Series, point: Point) -> Said:
    return filled(_("{value} on {day}"), value=typed(series.value(one, point)), day=_day(point.day, one.span))


def _day(day: dt.date, span: Span) -> str:
    return wording.day_short(day) if span.since.year == span.until.year else wording.day(day)


def _range(reading: Reading) -> Said:
    low, high = reading.range_low, reading.range_high
    if low is not None and high is not None:
        low_text, high_text = wording.decimal_text(low), wording.decimal_text(high)
        return Said(_("(lab's range {low} to {high})").format(low=low_text, high=high_text))
    if reading.range_text.strip():
        return filled(_("(lab's range {range})"), range=typed(reading.range_text, 24))
    if low is not None:
        return Said(_("(lab's range from {low})").format(low=wording.decimal_text(low)))
    return Said(_("(lab's range to {high})").format(high=wording.decimal_text(high))) if high is not None else NOTHING


def _met(rule: PlanRule, span: Span) -> Said:
    """As "Team's rule “38.0 or above: call”: met 14 Nov, called."; nothing if it was not met in the period."""
    found = sorted(_times(rule))
    inside = [_met_on(day, answer, span) for day, answer in found if span.since <= day <= span.until]
    if not inside:
        return NOTHING
    limit = _(_LIMITS[rule.comparison]).format(value=wording.decimal_text(rule.value))
    pattern = _("Team's rule “{limit}”: met {times}.")
    if rule.words.strip():
        pattern = _("Team's rule “{limit}: {words}”: met {times}.")
    return filled(pattern, limit=limit, words=typed(rule.words), times="; ".join(inside))


def _times(rule: PlanRule) -> Iterator[tuple[dt.date, str]]:
    """When the rule was met, and whether somebody was called; a text that is no moment is passed over."""
    for text in rule.met:
        moment, _space, answer = text.partition(" ")
        with suppress(ValueError):
            yield Moment.parse(moment).day, answer


def _met_on(day: dt.date, answer: str, span: Span) -> str:
    words = _(_ANSWERS.get(answer, ""))
    return ", ".join(part for part in (_day(day, span), words) if part)


def _plain(number: Decimal) -> Decimal:
    """The number without zeros behind its point."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()

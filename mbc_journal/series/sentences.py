"""The sentences of a series: one string is the words view, the alternative text and the accessible description."""

import datetime as dt

from mbc_journal import wording
from mbc_journal.series.blocks import Block, Drawn, Grain
from mbc_journal.series.diary import logged_on
from mbc_journal.series.facts import SEVERE, Missing, Point, Series, worst_week
from mbc_journal.wording import N_, _, ngettext

_STATES = {
    Missing.TOO_UNWELL: N_("too unwell to log"), Missing.PREFER_NOT: N_("prefer not to say"),
    Missing.NOT_APPLICABLE: N_("does not apply"), Missing.SKIPPED: N_("skipped"), Missing.NOT_ASKED: N_("no entry"),
}  # fmt: skip
_GRAINS = {Grain.DAY: "", Grain.WEEK: N_("by week"), Grain.MONTH: N_("by month")}


def state(missing: Missing) -> str:
    """Why a day has no value, in words."""
    return _(_STATES[missing])


def value(series: Series, point: Point) -> str:
    """The value of a point as people say it: "Severe", "38.2 °C", "below 0.5 ng/mL"."""
    return series.scale.say(point.reading)


def name(series: Series) -> str:
    """The name of what the series shows; the unit stands behind it where it is not the scale's own."""
    label = wording.say(series.scale.label)
    if series.unit == series.scale.unit:
        return label
    return _("{name} ({unit})").format(name=label, unit=wording.unit(series.unit))


def headline(drawn: Drawn) -> str:
    """The line under a panel's name: "worst Severe 9 Nov, latest Mild", and the grain where it is not days."""
    series = drawn.series
    if not series.points:
        return _weeks_short(series)
    parts = [_peak_short(series), _latest_short(series), _(_GRAINS[drawn.grain])]
    return ", ".join(part for part in parts if part)


def block(series: Series, one: Block) -> str:
    """As "worst this week: Severe (5 of 7 days)"; the count says how long a week cut by the period is."""
    said = value(series, one.worst) if one.worst else state(Missing.NOT_ASKED)
    return _("worst this week: {value} ({logged} of {days} days)").format(
        value=said, logged=one.logged, days=one.span.days
    )


def words(series: Series, before: Series | None = None, title: str = "") -> str:
    """All that is said of a series, and of the period before it where that is given; `title` replaces its name."""
    until = series.span.until
    sentences = [
        _("{name}, {period}.").format(name=title or name(series), period=wording.period(series.span.since, until)),
        *_values(series),
        _weekly(series),
        _logged(series),
        _before(before) if before is not None else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def day_of(series: Series, one: dt.date) -> str:
    """A day inside the period: the year is said only where the period has more than one."""
    same = series.span.since.year == series.span.until.year
    return wording.day_short(one) if same else wording.day(one)


def _values(series: Series) -> list[str]:
    latest = series.latest
    if latest is None:
        return []
    last = _("Latest: {value}, {day}.").format(value=value(series, latest), day=day_of(series, latest.day))
    share = {"level": _severe, "count": _any, "yes_no": _yes, "number": _nothing}[series.scale.kind](series)
    return [sentence for sentence in (_peak(series), _trough(series), last, share) if sentence]


def _peak(series: Series) -> str:
    found = series.worst
    if found is None or series.scale.kind == "yes_no":
        return ""
    pattern = {"level": N_("Worst: {value}, {day}."), "count": N_("Most: {value}, {day}.")}.get(
        series.scale.kind,
        N_("Lowest: {value}, {day}.") if series.scale.day == "min" else N_("Highest: {value}, {day}."),
    )
    return _(pattern).format(value=value(series, found), day=day_of(series, found.day))


def _trough(series: Series) -> str:
    """The lowest of what is measured, where one value a day does not already say it all."""
    found = series.lowest
    if found is None or series.scale.day not in ("last", "each") or series.scale.kind != "number":
        return ""
    return _("Lowest: {value}, {day}.").format(value=value(series, found), day=day_of(series, found.day))


def _severe(series: Series) -> str:
    return _("{word} or worse on {count} of {logged} logged days.").format(
        word=series.scale.say_level(SEVERE), count=series.severe, logged=series.logged
    )


def _any(series: Series) -> str:
    return _("Any on {count} of {logged} logged days.").format(count=series.affected, logged=series.logged)


def _yes(series: Series) -> str:
    return _("Yes on {count} of {logged} logged days.").format(count=series.affected, logged=series.logged)


def _nothing(_series: Series) -> str:
    return ""


def _weekly(series: Series) -> str:
    worst = worst_week(series)
    if worst is None:
        return ""
    return _("Answers about a whole week: {count}, worst {value}, the week to {day}.").format(
        count=len(series.weekly), value=value(series, worst), day=day_of(series, worst.day)
    )


def _logged(series: Series) -> str:
    if series.scale.day == "each" and series.points:
        count = len(series.points)
        return ngettext("{count} result.", "{count} results.", count).format(count=count)
    said = logged_on(series.logged, series.days)
    unwell = len(series.too_unwell)
    if unwell:
        more = ngettext("{count} more day too unwell", "{count} more days too unwell", unwell).format(count=unwell)
        said = _("{logged}; {more}").format(logged=said, more=more)
    return _("{sentence}.").format(sentence=said)


def _before(series: Series) -> str:
    if series.scale.kind == "number":
        return ""
    span = wording.period(series.span.since, series.span.until, year=False)
    if series.worst is None:
        return _("Before ({period}): not logged.").format(period=span)
    patterns = {
        "level": N_("Before ({period}): worst {value}, {affected} of {logged} days affected."),
        "count": N_("Before ({period}): most {value}, {affected} of {logged} days affected."),
        "yes_no": N_("Before ({period}): yes on {affected} of {logged} days."),
    }
    return _(patterns[series.scale.kind]).format(
        period=span, value=value(series, series.worst), affected=series.affected, logged=series.logged
    )


def _peak_short(series: Series) -> str:
    found = series.worst
    if found is None:
        return ""
    if series.scale.kind == "yes_no":
        return ngettext("yes on {count} day", "yes on {count} days", series.affected).format(count=series.affected)
    pattern = {"level": N_("worst {value} {day}"), "count": N_("most {value} {day}")}.get(
        series.scale.kind, N_("lowest {value} {day}") if series.scale.day == "min" else N_("highest {value} {day}")
    )
    return _(pattern).format(value=value(series, found), day=day_of(series, found.day))


def _weeks_short(series: Series) -> str:
    """What stands for a series without a day's value: its answers about whole weeks, if there are any."""
    worst = worst_week(series)
    if worst is None:
        return _("no entry")
    return _("whole weeks: worst {worst}, latest {latest}").format(
        worst=value(series, worst), latest=value(series, series.weekly[-1])
    )


def _latest_short(series: Series) -> str:
    latest = series.latest
    return _("latest {value}").format(value=value(series, latest)) if latest else ""

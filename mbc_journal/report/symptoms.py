"""The symptoms part: what is new, worse, better or gone, beside the same number of days before."""

from mbc_journal import series, wording
from mbc_journal.records import Snapshot
from mbc_journal.report.content import ChangeRow, Symptoms
from mbc_journal.report.diary import Diary
from mbc_journal.report.said import NOTHING, Said, filled, joined, typed
from mbc_journal.series import Compared, Outcome, Point, Series
from mbc_journal.wording import _, ngettext

_SYMPTOM_ROOM = 48
_SAME_ROOM = 300
_VALUE_ROOM = 30


def symptoms(diary: Diary) -> Symptoms:
    """The table of the changes and the sentence of what stayed about the same."""
    if not any(one.now.points or one.now.weekly for one in diary.beside):
        return Symptoms()
    listed = diary.compared
    rows = tuple(_row(one) for one in listed if one.outcome is not Outcome.SAME)
    same = _same([one for one in listed if one.outcome is Outcome.SAME])
    weeks = _weeks([one.now for one in diary.by_week])
    nothing = _("No symptom to list: logged as None, or on too few days to compare.")
    return Symptoms(
        heading=heading(diary.shot),
        compared=compared_with(diary.shot) if any(one.now.points for one in diary.beside) else "",
        rows=rows,
        same=same,
        weeks=weeks,
        nothing="" if rows or same or weeks else nothing,
    )


def heading(shot: Snapshot) -> str:
    """As "Since my last visit, 2 Nov 2026", "In the last 4 weeks" or the period."""
    last = shot.last_visit.day if shot.last_visit is not None else None
    if shot.span.until == shot.today and last is not None and (shot.span.since - last.latest).days == 1:
        return _("Since my last visit, {day}").format(day=wording.partial(last))
    if shot.span.until == shot.today and shot.span.days == 28:
        return _("In the last 4 weeks")
    return wording.period(shot.span.since, shot.span.until)


def compared_with(shot: Snapshot) -> str:
    """As "Compared with the 21 days before it (13 Oct to 2 Nov, logged on 15)."."""
    before = shot.span.before
    logged = series.logged(shot.readings, shot.days, before).logged
    period = wording.period(before.since, before.until, year=False)
    if logged:
        pattern = ngettext(
            "Compared with the day before it ({period}, logged on {logged}).",
            "Compared with the {days} days before it ({period}, logged on {logged}).",
            before.days,
        )
    else:
        pattern = ngettext(
            "Nothing was logged on the day before it ({period}).",
            "Nothing was logged in the {days} days before it ({period}).",
            before.days,
        )
    return pattern.format(days=before.days, period=period, logged=logged)


def symptom_name(one: Series) -> Said:
    """The name of a symptom as it stands in the table."""
    return typed(series.name(one), _SYMPTOM_ROOM)


def _row(one: Compared) -> ChangeRow:
    return ChangeRow(
        word=one.words,
        symptom=symptom_name(one.now),
        worst_now=_worst(one.now),
        worst_before=_worst(one.before),
        affected=_of(one.now),
        severe=str(one.now.severe) if one.now.scale.kind == "level" else "",
    )


def _worst(one: Series) -> Said:
    """The worst value in words; "not logged" where there was none, which is never None."""
    return typed(series.value(one, one.worst), _VALUE_ROOM) if one.worst else Said(_("not logged"))


def _of(one: Series) -> str:
    return _("{affected} of {logged}").format(affected=one.affected, logged=one.logged)


def _same(found: list[Compared]) -> Said:
    if not found:
        return NOTHING
    parts = [
        _same_part(one.now, _("{affected} of {logged} days") if number == 0 else _("{affected} of {logged}"))
        for number, one in enumerate(found)
    ]
    return filled(_("About the same: {parts}."), parts=joined(parts, ", ")).within(_SAME_ROOM)


def _weeks(found: list[Series]) -> Said:
    """As "About whole weeks: tiredness (3 answers, worst Severe)."; weeks without the symptom are not listed."""
    worst = [(one, series.worst_week(one)) for one in found]
    parts = [_week_part(one, point) for one, point in worst if point is not None and point.value >= 1]
    return filled(_("About whole weeks: {parts}."), parts=joined(parts, ", ")).within(_SAME_ROOM) if parts else NOTHING


def _week_part(one: Series, worst: Point) -> Said:
    count = len(one.weekly)
    pattern = ngettext("{symptom} ({count} answer, worst {value})", "{symptom} ({count} answers, worst {value})", count)
    value = typed(series.value(one, worst), _VALUE_ROOM)
    return filled(pattern, symptom=_inside_a_sentence(one), count=count, value=value)


def _same_part(one: Series, days: str) -> Said:
    return filled(
        _("{symptom} (worst {value}, {days})"),
        symptom=_inside_a_sentence(one),
        value=_worst(one),
        days=days.format(affected=one.affected, logged=one.logged),
    )


def _inside_a_sentence(one: Series) -> Said:
    """The name of a symptom; with a small letter unless a person chose it."""
    name = symptom_name(one)
    return name if one.scale.id.startswith("other:") else Said(_small(name.text), name.shortened)


def _small(name: str) -> str:
    """A name inside a sentence: its first letter small, unless the second is a capital too."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]

"""The rows of the Table view: every entry of a series, newest first."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mbc_journal.records import ME, Answer, Reading, Recall
from mbc_journal.scales import Scale
from mbc_journal.series.daily import WHY_MISSING
from mbc_journal.series.diary import added_later
from mbc_journal.series.facts import Missing, Series
from mbc_journal.series.sentences import state as state_words

_NO_PLACES: Mapping[dt.date, str] = {}


@dataclass(frozen=True)
class TableRow:
    """One entry, or a day too unwell to make one (`reading` None). `word` is its value or why there is none."""

    day: dt.date
    word: str
    in_the_way: str = ""  # how much it got in the way, in words
    about_week: bool = False
    state: Missing | None = None
    note: str = ""
    treatment_day: str = ""
    added_later: bool = False
    written_by: str = ""  # "" for the person herself
    reading: Reading | None = None


def table(
    series: Series,
    impacts: Iterable[Reading] = (),
    impact_scale: Scale | None = None,
    treatment_days: Mapping[dt.date, str] = _NO_PLACES,
) -> list[TableRow]:
    """The rows of a series; `impacts` are readings of its `impact_scale`, `treatment_days` what to say of a day."""
    in_the_way = {
        (one.day, one.period): impact_scale.say(one) for one in impacts if impact_scale and one.state is Answer.ANSWERED
    }
    rows = [_of_entry(series, one, in_the_way, treatment_days) for one in reversed(series.entries)]
    with_entry = {row.day for row in rows if not row.about_week}
    rows += [
        TableRow(day, state_words(why), state=why, treatment_day=treatment_days.get(day, ""))
        for day, why in series.missing.items()
        if why is Missing.TOO_UNWELL and day not in with_entry
    ]
    return sorted(rows, key=_day_of, reverse=True)


def _of_entry(
    series: Series,
    entry: Reading,
    in_the_way: Mapping[tuple[dt.date, Recall], str],
    treatment_days: Mapping[dt.date, str],
) -> TableRow:
    state = WHY_MISSING.get(entry.state)
    return TableRow(
        day=entry.day,
        word=state_words(state) if state else series.scale.say(entry),
        in_the_way=in_the_way.get((entry.day, entry.period), ""),
        about_week=entry.period is Recall.WEEK,
        state=state,
        note=entry.note,
        treatment_day=treatment_days.get(entry.day, ""),
        added_later=added_later(entry),
        written_by="" if entry.written_by == ME else entry.written_by,
        reading=entry,
    )


def _day_of(row: TableRow) -> dt.date:
    return row.day

"""How bad a symptom was when a therapy began; worked out when it is shown, never stored."""

import datetime as dt
from dataclasses import dataclass

from mbc_journal.records import Span
from mbc_journal.series.blocks import part
from mbc_journal.series.facts import FEW_DAYS, Point, Series
from mbc_journal.series.sentences import value
from mbc_journal.wording import _

_BEFORE, _FIRST_WEEK = 14, 7
_ONE = dt.timedelta(days=1)


@dataclass(frozen=True)
class StartLevel:
    """The worst of the days around a start; `point` None: too few were logged."""

    series: Series
    point: Point | None = None
    first_week: bool = False  # of the first week on it, for too little was logged before

    @property
    def words(self) -> str:
        """As "Mild", "Mild (first week)" or "no start level"."""
        if self.point is None:
            return _("no start level")
        said = value(self.series, self.point)
        return _("{value} (first week)").format(value=said) if self.first_week else said


def start_level(series: Series, start: dt.date) -> StartLevel:
    """The worst of the 14 days before `start` if 3 were logged, else of the first 7 days from it if 3 were.

    `series` must reach over these 21 days.
    """
    before = part(series, Span(start - _BEFORE * _ONE, start - _ONE))
    if before.logged >= FEW_DAYS:
        return StartLevel(series, before.worst)
    week = part(series, Span(start, start + (_FIRST_WEEK - 1) * _ONE))
    return StartLevel(series, week.worst, True) if week.logged >= FEW_DAYS else StartLevel(series)

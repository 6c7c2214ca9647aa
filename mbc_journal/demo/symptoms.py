"""Symptom levels and how hard each day was; gaps, skipped answers and days too unwell stay what they are."""

import datetime as dt
from collections.abc import Iterator, Mapping

from mbc_journal.demo.course import Course, Line
from mbc_journal.demo.plot import Plot
from mbc_journal.demo.shapes import IMPACTS, LATELY, LENGTHS, SHAPES, TWICE
from mbc_journal.records import ME, Answer, Day, Reading, Recall, Row

_MORNING = dt.time(8, 10)
_TODAY = dt.time(7, 10)
_ANSWERED_TODAY = ("fatigue", "nausea", "insomnia")
_NOT_ANSWERED = (Answer.SKIPPED, Answer.SKIPPED, Answer.SKIPPED, Answer.PREFER_NOT, Answer.NOT_APPLICABLE)


class SymptomDiary:
    """Writes the days of one course in order; each symptom drifts a little from day to day."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self._course = plot.course
        self._chance = plot.chance("symptoms")
        self._drift: dict[str, float] = {}

    def rows(self) -> Iterator[Row]:
        """Every reading and day, oldest first; today has only what was answered in the morning."""
        for day in self._course.days():
            if day in self._course.silent:
                yield from self._week_in_one(day)
            elif day in self._course.unwell:
                yield Day(**self._plot.stamp("day", day, day), day=day, too_unwell=True)
            elif day == self._course.today:
                yield from self._this_morning(day)
            else:
                yield from self._whole_day(day)

    def _whole_day(self, day: dt.date) -> Iterator[Row]:
        levels = self._levels(day)
        by = self._plot.person["helper"] if day == self._course.fever + dt.timedelta(days=2) else ME
        answered: list[int] = []
        for scale, level in levels.items():
            if self._chance.often(0.04) and level < 3:
                continue
            reading = self._reading(scale, day, level, by)
            yield reading
            if reading.level is None:
                continue
            answered.append(level)
            yield from self._more_about(scale, day, level)
        if self._chance.often(0.93):
            hard = _clamped(sum(sorted(answered)[-3:]) / 3.0 - 0.4 + self._chance.wobble(0.9))
            yield Day(**self._plot.stamp("day", day, day, by=by), day=day, how_hard=hard)

    def _levels(self, day: dt.date) -> dict[str, int]:
        line = self._course.line_on(day)
        number = (day - line.since).days
        length = LENGTHS[line.regimen]
        found = {}
        for scale, shape in SHAPES[line.regimen].items():
            drift = self._drift.get(scale, 0.0) * 0.82 + self._chance.wobble(0.6)
            self._drift[scale] = drift
            expected = shape.level(number % length + 1, number // length) + drift
            level = _clamped(expected + _of_the_time(self._course, line, scale, day))
            at_worst = scale == "hand-foot" and abs((day - self._course.hold).days) <= 1
            found[scale] = max(level, 3) if at_worst else level
        return found

    def _reading(self, scale: str, day: dt.date, level: int, by: str) -> Reading:
        if self._chance.often(0.012) and level < 3:
            return self._plot.reading(scale, day, state=self._chance.pick(_NOT_ANSWERED), by=by)
        texts = self._plot.words["reading_notes"].get(scale, ())
        note = self._chance.pick(texts) if texts and level >= 2 and self._chance.often(0.06) else ""
        site = ("lower back", "middle") if scale == "pain" and level >= 2 else ("", "")
        return self._plot.reading(scale, day, level=level, by=by, note=note, body_site=site[0], body_side=site[1])

    def _more_about(self, scale: str, day: dt.date, level: int) -> Iterator[Row]:
        """A second answer from the morning, and how much it got in the way."""
        if scale in TWICE and day not in self._course.later and self._chance.often(0.85):
            lower = level - (1 if level and self._chance.often(0.4) else 0)
            yield self._plot.reading(scale, day, _MORNING, level=lower)
        if scale in IMPACTS and level and self._chance.often(0.6):
            yield self._plot.reading(f"{scale}-impact", day, level=_clamped(level - 0.5 + self._chance.wobble(0.8)))

    def _this_morning(self, day: dt.date) -> Iterator[Row]:
        levels = self._levels(day)
        for scale in _ANSWERED_TODAY:
            yield self._plot.reading(scale, day, _TODAY, level=levels[scale])

    def _week_in_one(self, day: dt.date) -> Iterator[Row]:
        """After a week away: one answer for all of it."""
        week = {day - dt.timedelta(days=back) for back in range(6)}
        if week <= self._course.silent and day + dt.timedelta(days=1) not in self._course.silent:
            for scale, level in list(self._levels(day).items())[:3]:
                yield self._plot.reading(scale, day, level=level, period=Recall.WEEK)


def _of_the_time(course: Course, line: Line, scale: str, day: dt.date) -> float:
    """What the time adds: the weeks round the last visit, the hold, the fever, the weeks before a line was stopped."""
    more = _lately(course, LATELY, scale, day)
    if scale == "hand-foot" and day >= course.hold:
        more -= min(2.2, (day - course.hold).days * 0.22)
    if scale in ("fatigue", "appetite") and abs((day - course.fever).days) <= 2:
        more += 1.2
    if scale in ("pain", "fatigue", "anxiety") and line.until and (line.until - day).days < 45:
        more += 0.8
    return more


def _lately(course: Course, story: Mapping[str, tuple[float, float]], scale: str, day: dt.date) -> float:
    before, now = story.get(scale, (0.0, 0.0))
    if day > course.last_visit:
        return now
    span = course.today - course.last_visit
    return before if day > course.last_visit - span else 0.0


def _clamped(level: float) -> int:
    """The nearest of the five levels."""
    return max(0, min(4, int(level + 0.5))) if level > 0 else 0


def rows(plot: Plot) -> Iterator[Row]:
    """Readings of all symptoms, and the days."""
    return SymptomDiary(plot).rows()

"""The outline of a made-up illness: which treatment when, the visits, the hold, the fever, the days left out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from mbc_journal.demo.chance import Chance

CYCLE = 21  # days of a capecitabine cycle
_BEFORE = ("exemestane", "fulvestrant")  # what may stand between the first line and capecitabine, latest last


@dataclass(frozen=True)
class Line:
    """One line of treatment; `until` is the first day without it, None while it goes on."""

    number: int
    regimen: str
    since: dt.date
    until: dt.date | None


@dataclass(frozen=True)
class Course:
    """All days that the parts of the journal must agree on."""

    today: dt.date
    since: dt.date  # first day of the journal
    lines: tuple[Line, ...]  # oldest first
    hold: dt.date  # first day without tablets
    resume: dt.date  # first day with fewer of them: day 1 of the cycle that runs today
    visits: tuple[dt.date, ...]  # past ones with the oncologist, oldest first
    next_visit: dt.date
    scan: dt.date  # the newest one, without a result yet
    bones: tuple[dt.date, ...]  # past bone injections, oldest first
    fever: dt.date
    unwell: frozenset[dt.date]  # too unwell to log
    silent: frozenset[dt.date]  # nothing written
    later: frozenset[dt.date]  # written some days later

    @property
    def last_visit(self) -> dt.date:
        """The day of the newest past visit."""
        return self.visits[-1]

    def line_on(self, day: dt.date) -> Line:
        """The line that ran on `day`, or the one before it."""
        return [line for line in self.lines if line.since <= day or line is self.lines[0]][-1]

    def days(self) -> Iterator[dt.date]:
        """Every civil day of the journal, today too."""
        for number in range((self.today - self.since).days + 1):
            yield self.since + dt.timedelta(days=number)


def draw(chance: Chance, today: dt.date, years: int) -> Course:
    """A course of `years` that ends today in the second week of a capecitabine cycle."""
    since = today - dt.timedelta(days=365 * years + years // 4)
    resume = today - dt.timedelta(days=chance.whole(7, 11))
    hold = resume - dt.timedelta(days=CYCLE - 10)
    lines = _lines(chance, since, resume)
    last_visit = working_day(hold - dt.timedelta(days=2))
    fever = resume + dt.timedelta(days=2)
    scan = working_day(today - dt.timedelta(days=2))
    unwell, silent = _days_left_out(chance, since, last_visit)
    recent_unwell = {fever + dt.timedelta(days=1), hold + dt.timedelta(days=3)}
    free = [today - dt.timedelta(days=back) for back in range(2, (today - last_visit).days)]
    told = {fever, scan, *(hold + dt.timedelta(days=number) for number in (-1, 0, 1)), *recent_unwell}
    order = chance.shuffled([day for day in free if day not in told])
    return Course(
        today=today,
        since=since,
        lines=lines,
        hold=hold,
        resume=resume,
        visits=_visits(since, last_visit, lines),
        next_visit=working_day(resume + dt.timedelta(days=CYCLE - 2)),
        scan=scan,
        bones=_every(28, since, working_day(today - dt.timedelta(days=chance.whole(8, 20)))),
        fever=fever,
        unwell=frozenset(unwell | recent_unwell),
        silent=frozenset(silent | set(order[:2])),
        later=frozenset([*order[2:5], *(day for day in _walk(since, last_visit) if chance.often(0.04))]),
    )


def working_day(day: dt.date) -> dt.date:
    """`day`, or the Friday or Monday beside a weekend."""
    return day + dt.timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))


def _lines(chance: Chance, since: dt.date, resume: dt.date) -> tuple[Line, ...]:
    """From the newest backwards: each treatment lasts a while, the first one fills what is left."""
    starts = [("capecitabine", resume - dt.timedelta(days=CYCLE * chance.whole(5, 7)))]
    for regimen in reversed(_BEFORE):
        start = starts[0][1] - dt.timedelta(days=chance.whole(330, 470))
        if start - dt.timedelta(days=240) > since:
            starts.insert(0, (regimen, start))
    room = max(240, (starts[0][1] - since).days - 30)
    if (starts[0][1] - since).days < 500:
        room = chance.whole(560, 900)
    starts.insert(0, ("letrozole", starts[0][1] - dt.timedelta(days=room)))
    ends: list[dt.date | None] = [
        working_day(start - dt.timedelta(days=chance.whole(12, 16))) for _, start in starts[1:]
    ]
    return tuple(
        Line(number, regimen, start, until)
        for number, ((regimen, start), until) in enumerate(zip(starts, [*ends, None], strict=True), start=1)
    )


def _visits(since: dt.date, last: dt.date, lines: tuple[Line, ...]) -> tuple[dt.date, ...]:
    """Every three weeks on tablets that are checked each cycle, every four before; one on each day a line stopped."""
    stops = {line.until for line in lines if line.until and line.until >= since}
    three = _every(CYCLE, lines[-1].since, last)
    four = _every(28, since, three[0] - dt.timedelta(days=14))
    usual = {day for day in (*four, *three) if all(abs((day - stop).days) > 8 for stop in stops)}
    return tuple(sorted(usual | stops))


def _every(gap: int, since: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Days `gap` apart, back from `last` to `since`, oldest first; each moved off a weekend."""
    found = [last - dt.timedelta(days=gap * back) for back in range((last - since).days // gap + 1)]
    return tuple(sorted({working_day(day) for day in found}))


def _walk(since: dt.date, until: dt.date) -> Iterator[dt.date]:
    for number in range((until - since).days + 1):
        yield since + dt.timedelta(days=number)


def _days_left_out(chance: Chance, since: dt.date, until: dt.date) -> tuple[set[dt.date], set[dt.date]]:
    """Days too unwell, and days without a word: single ones, some in a row, and a week away now and then."""
    unwell: set[dt.date] = set()
    silent: set[dt.date] = set()
    left = 0
    for day in _walk(since, until):
        if left == 0 and chance.often(0.055):
            left = chance.pick((1, 1, 1, 2, 2, 3, 4))
        elif left == 0 and chance.often(0.004):
            left = chance.whole(6, 8)
        if left:
            left -= 1
            silent.add(day)
        elif chance.often(0.03):
            unwell.add(day)
    return unwell, silent

"""What the Symptoms page shows: one reading of the journal, from which chart, table and words are all made."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from mbc_journal import check_in, schedule, series
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import looking_back
from mbc_journal.periods import Known
from mbc_journal.records import Day, Profile, Reading, Span, Step, Therapy
from mbc_journal.scales import IMPACT, Group, Scale, Scales
from mbc_journal.schedule import Bar
from mbc_journal.series import Drawn, Logged, Series, TableRow


@dataclass(frozen=True)
class Background:
    """What does not depend on the period: the person, her treatments, what was ever logged."""

    profile: Profile
    therapies: tuple[Therapy, ...]
    steps: tuple[Step, ...]
    logged_scales: tuple[Scale, ...]  # as on Today, then whatever else was ever answered
    known: Known
    last_entry: dt.date | None


@dataclass(frozen=True)
class Shown:
    """One scale in the period: what is drawn, the rows of its table, its sentences."""

    series: Series
    drawn: Drawn
    rows: tuple[TableRow, ...]
    words: str


@dataclass(frozen=True)
class Findings:
    """Everything the page shows of one period."""

    span: Span
    shown: tuple[Shown, ...]
    bars: tuple[Bar, ...]
    visits: tuple[dt.date, ...]
    logged: Logged

    @property
    def empty(self) -> bool:
        """Whether nothing was logged in the period on any of the scales shown."""
        return not any(one.series.entries or one.series.missing for one in self.shown)


def background(journal: Journal, scales: Scales, today: dt.date) -> Background:
    """Read what the choices of the page rest on."""
    profile = journal.ask(questions.profile)
    first = journal.ask(questions.first_answered)
    therapies = tuple(journal.ask(questions.therapies))
    steps = tuple(journal.ask(questions.steps))
    last_visit = journal.ask(questions.last_visit, today)
    running = [line for line in schedule.lines(therapies, steps, today) if line.running and line.number is not None]
    days = [since.earliest for line in running if (since := line.since) is not None]
    known = Known(
        today=today,
        first_entry=journal.ask(looking_back.first_day),
        last_visit=last_visit.day.exact if last_visit is not None and last_visit.day is not None else None,
        line_since=max(days, default=None),
    )
    rows = check_in.rows(profile, scales)
    others = [scales.get(scale_id) for scale_id in first if not scale_id.endswith(IMPACT)]
    extra = [scale for scale in others if scale not in rows and _is_charted(scale) and scale.id not in profile.hidden]
    logged = tuple(scale for scale in rows if scale.id in first) + tuple(extra)
    return Background(profile, therapies, steps, logged, known, journal.ask(questions.last_day))


def find(journal: Journal, scales: Scales, back: Background, chosen: Sequence[Scale], span: Span) -> Findings:
    """Read a period of the journal: "how hard" first, then the scales chosen."""
    days = journal.ask(questions.days, span.since, span.until)
    how_hard = scales.get(series.HOW_HARD)
    rhythm = series.rhythm_days(back.profile.rhythm)
    shown = []
    for scale in (how_hard, *chosen):
        readings = [] if scale is how_hard else journal.ask(questions.readings, scale.id, span.since, span.until)
        shown += _shown(journal, scales, (readings, days), scale, (span, rhythm))
    visits = [visit.day.exact for visit in journal.ask(questions.visits) if visit.day is not None]
    return Findings(
        span=span,
        shown=tuple(shown),
        bars=schedule.bars(back.therapies, back.steps, span),
        visits=tuple(day for day in visits if day is not None and span.since <= day <= span.until),
        logged=series.logged(journal.ask(questions.readings_between, span.since, span.until), days, span),
    )


def _shown(
    journal: Journal,
    scales: Scales,
    entries: tuple[Sequence[Reading], Sequence[Day]],
    scale: Scale,
    period: tuple[Span, int],
) -> list[Shown]:
    (readings, days), (span, rhythm) = entries, period
    impact = scales.impact(scale.id)
    impacts = journal.ask(questions.readings, impact.id, span.since, span.until) if impact is not None else []
    made = []
    for one in series.all_units(readings, days, scale, span, rhythm):
        rows = tuple(series.table(one, impacts, impact))
        made.append(Shown(one, series.drawn(one), rows, series.words(one)))
    return made


def _is_charted(scale: Scale) -> bool:
    return scale.group in (Group.SYMPTOM, Group.VITAL, Group.SCORE, Group.OTHER) and scale.id != series.HOW_HARD

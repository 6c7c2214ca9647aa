"""The day-by-day panels and the treatment bars above them, as pictures."""

import re
from collections.abc import Sequence
from functools import cache

from mbc_journal import charts as drawing
from mbc_journal import schedule, series, wording
from mbc_journal.paths import resources
from mbc_journal.records import Snapshot
from mbc_journal.report.content import Charts, Panel, Picture
from mbc_journal.report.diary import Diary
from mbc_journal.report.plans import MOST_CHARTS
from mbc_journal.report.said import Said, typed
from mbc_journal.report.symptoms import symptom_name
from mbc_journal.report.treatments import as_needed, steps_of, taken_now
from mbc_journal.schedule import Bar
from mbc_journal.series import Compared, Drawn, Outcome

_TITLE_ROOM = 24
_BARS_ROOM = 600
_SIZE = re.compile(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def charts(diary: Diary) -> Charts:
    """The panels of the symptoms that are listed: those of the table first, then what stayed the same, then weeks."""
    listed = [one for one in diary.compared if one.outcome is not Outcome.SAME]
    same = [one for one in diary.compared if one.outcome is Outcome.SAME]
    weeks = [one for one in diary.by_week if not one.now.points]
    possible = [*(one for one in (*listed, *same) if one.now.points), *weeks]
    if not possible:
        return Charts()
    _fonts_ready()
    shown = [(one, series.drawn(one.now, diary.options.week_starts)) for one in possible[:MOST_CHARTS]]
    paper = drawing.Paper([drawn for _one, drawn in shown], diary.options.large)
    panels = tuple(_panel(paper, one, drawn) for one, drawn in shown)
    return Charts(panels, _bars(paper, diary.shot), len(possible))


@cache
def _fonts_ready() -> None:
    """The fonts of charts, loaded before the first one."""
    drawing.prepare(resources() / "fonts")


def _panel(paper: drawing.Paper, one: Compared, drawn: Drawn) -> Panel:
    alt = series.words(one.now, one.before, title=symptom_name(one.now).text)
    title = typed(wording.say(one.now.scale.short), _TITLE_ROOM)
    return Panel(title, Said(series.headline(drawn)), _picture(paper.panel(drawn), alt))


def _bars(paper: drawing.Paper, shot: Snapshot) -> Picture | None:
    """The bars of the first treatments of the list, numbered as they are there; none if nothing of them is known."""
    drawn = [one for one in taken_now(shot) if not as_needed(shot, one)]
    bars = [schedule.bar(one, steps_of(shot, one), shot.span) for one in drawn[: drawing.MOST_BARS]]
    if not any(bar.segments or bar.ticks for bar in bars):
        return None
    return _picture(paper.bars(bars, shot.span), _bar_words(bars))


def _bar_words(bars: Sequence[Bar]) -> str:
    said = (schedule.bar_words(bar) for bar in bars if bar.segments or bar.ticks)
    return typed(" ".join(said), _BARS_ROOM).text


def _picture(svg: bytes, alt: str) -> Picture:
    """An SVG of matplotlib's with its own size."""
    found = _SIZE.search(svg)
    width, height = (float(side) for side in found.groups()) if found else (0.0, 0.0)
    return Picture(svg.decode(), alt, width, height)

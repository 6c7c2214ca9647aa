"""Six panels of one year drawn anew, beside a bare matplotlib Figure with the same lines."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from bench.measured import Work
from mbc_journal import charts, series
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.paths import resources
from mbc_journal.records import Span
from mbc_journal.scales import Scales
from mbc_journal.series import Drawn

_PANELS, _WIDTH, _HEIGHT, _DPI = 6, 1000, 200, 96
_LOOK = replace(charts.paper_look(), dpi=_DPI, text_size=14, line=2, marker=7, grid=True, most_days=7)
"""As large as on screen at 100 %; the colours of paper, so that no theme is needed."""


@contextmanager
def redraws(path: Path, clock: Clock) -> Iterator[tuple[Work, Work, Work]]:
    """Our redraw, the bare one, and asking the journal for the six series and working them out, ready to be timed."""
    charts.prepare(resources() / "fonts")
    journal, scales = Journal(path, clock), Scales.load(resources() / "scales")
    try:
        until = journal.ask(questions.last_day) or clock.today()
        span = Span(until - dt.timedelta(days=364), until)
        lines = _lines(journal, scales, span)
        yield _ours(lines), _bare(lines), lambda: _lines(journal, scales, span)
    finally:
        journal.close()


def _lines(journal: Journal, scales: Scales, span: Span) -> list[Drawn]:
    days = journal.ask(questions.days, span.since, span.until)
    found = []
    for scale in [scales.get(series.HOW_HARD), *scales.starters()][:_PANELS]:
        readings = journal.ask(questions.readings, scale.id, span.since, span.until)
        found.append(series.drawn(series.by_day(readings, days, scale, span)))
    return found


def _ours(lines: list[Drawn]) -> Work:
    axes = [charts.value_axis(drawn.series) for drawn in lines]
    panels = [charts.Panel(_LOOK, charts.box(_LOOK, _WIDTH, _HEIGHT, axes)) for _ in lines]

    def redraw() -> None:
        for panel, drawn, axis in zip(panels, lines, axes, strict=True):
            panel.show(drawn, axis)
            panel.figure.canvas.draw()

    return redraw


def _bare(lines: list[Drawn]) -> Work:
    figure = Figure(figsize=(_WIDTH / _DPI, _PANELS * _HEIGHT / _DPI), dpi=_DPI)
    canvas: FigureCanvasBase = FigureCanvasAgg(figure)
    axes = figure.subplots(_PANELS, 1)
    drawn = []
    for place, line in zip(axes, lines, strict=True):
        xs = [mark.x for mark in line.marks]
        ys = [float(mark.point.value) for mark in line.marks]
        drawn.append((*place.plot(xs, ys, marker="o"), xs, ys))

    def redraw() -> None:
        for artist, xs, ys in drawn:
            artist.set_data(xs, ys)
        canvas.draw()

    return redraw

"""Panels under treatment bars, as the Symptoms page shows them."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal.records import Span
from mbc_journal.schedule import Bar
from mbc_journal.ui import jobs
from mbc_journal.ui.chart_view.drawing import PROBLEMS, Easel, charts_prepared, prepare_charts
from mbc_journal.ui.chart_view.panel_canvas import PanelCanvas, PanelFacts
from mbc_journal.ui.chart_view.rows import BarRows, Bars, PanelRow
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Rule
from mbc_journal.wording import _


class ChartView(QWidget):
    """Treatment bars and a panel a series, over one time axis; one panel is a Tab stop, Up and Down leave it."""

    day_wanted = Signal(object)  # dt.date
    page_wanted = Signal(str)  # the id of a scale whose page of the reference is asked for
    said = Signal(str)
    ready = Signal()  # charts can be drawn from now on
    failed = Signal(str)  # one line: why there is no chart; the page shows its table

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.is_ready = charts_prepared()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._easel: Easel | None = None
        self._bar_rows = BarRows(theme)
        self._bar_rows.failed.connect(self._on_canvas_failed, Qt.ConnectionType.QueuedConnection)
        self._rows: list[PanelRow] = []
        self._rules: list[Rule] = []
        self._panels: tuple[PanelFacts, ...] = ()
        self._bars: Bars | None = None
        self.column.addWidget(self._bar_rows)
        theme.changed.connect(self._on_theme_changed)
        if not self.is_ready:
            jobs.run(prepare_charts, self._on_prepared, self._on_import_failed)

    def show_panels(
        self, panels: Sequence[PanelFacts], bars: Sequence[Bar], span: Span, events: Sequence[dt.date] = ()
    ) -> None:
        """Show these series under these bars; `events` are days of visits and scans, thin lines through all."""
        days = sorted({day.toordinal() for day in events if span.since <= day <= span.until})
        self._panels, self._bars = tuple(panels), Bars(tuple(bars), span, tuple(days))
        if self.is_ready:
            self.fill()

    @property
    def easel(self) -> Easel:
        """What to draw on, in the look of now."""
        if self._easel is None:
            self._easel = Easel(self.theme)
        return self._easel

    @property
    def canvases(self) -> list[PanelCanvas]:
        """The panels shown, from the top."""
        return [row.canvas for row in self._rows[: len(self._panels)]]

    def fill(self) -> None:
        """Show what was last asked for, in the look of now; each panel is drawn when it comes into view."""
        if self._bars is None:
            return
        self._make_rows(bool(self._bars.bars))
        try:
            left = self.easel.left([facts.drawn for facts in self._panels])
        except PROBLEMS as problem:
            self._on_canvas_failed(type(problem).__name__)
            return
        self._bar_rows.show_bars(self._bars, self.easel, left)
        for row, facts in zip(self._rows, self._panels, strict=False):
            row.measure()
            row.show_facts(facts, self.easel, left, self._bars.events)
        self._set_tab_stop(next((canvas for canvas in self.canvases if canvas.hasFocus()), None))

    def _make_rows(self, below_bars: bool) -> None:
        """As many rows as panels, parted by hairlines; rows left over are hidden."""
        while len(self._rows) < len(self._panels):
            row, rule = PanelRow(self.theme), Rule()
            row.canvas.said.connect(self.said)
            row.canvas.day_wanted.connect(self.day_wanted)
            row.page_wanted.connect(self.page_wanted)
            row.canvas.neighbour_wanted.connect(self._on_neighbour_wanted)
            row.canvas.failed.connect(self._on_canvas_failed, Qt.ConnectionType.QueuedConnection)
            self.column.addWidget(rule)
            self.column.addWidget(row)
            self._rows.append(row)
            self._rules.append(rule)
        for number, (row, rule) in enumerate(zip(self._rows, self._rules, strict=True)):
            row.setVisible(number < len(self._panels))
            rule.setVisible(number < len(self._panels) and (number > 0 or below_bars))

    def _set_tab_stop(self, chosen: PanelCanvas | None) -> None:
        for number, canvas in enumerate(self.canvases):
            stop = canvas is chosen if chosen is not None else number == 0
            canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    @Slot(object, int)
    def _on_neighbour_wanted(self, canvas: PanelCanvas, step: int) -> None:
        """The panel above or below takes the focus and the day of the cursor."""
        shown = self.canvases
        place = shown.index(canvas) + step
        if not 0 <= place < len(shown):
            return
        self._set_tab_stop(shown[place])
        shown[place].setFocus(Qt.FocusReason.OtherFocusReason)
        if canvas.stop is not None:
            shown[place].go_to_day(canvas.stop.day)

    @Slot(object)
    def _on_prepared(self, _answer: object) -> None:
        self.is_ready = True
        self.fill()
        self.ready.emit()

    @Slot(object)
    def _on_import_failed(self, _problem: object) -> None:
        self.failed.emit(_("Charts cannot be drawn on this computer. The table shows the same."))

    @Slot(str)
    def _on_canvas_failed(self, _kind: str) -> None:
        self.failed.emit(_("This chart could not be drawn. The table shows the same."))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._easel = None
        if self.is_ready:
            self.fill()

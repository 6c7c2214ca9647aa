"""Everything there is of one test: its chart with the printed ranges, its results in a table, one of them to change."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import results, series, wording
from mbc_journal.records import ME, Reading
from mbc_journal.results import Line
from mbc_journal.ui.chart_view import ChartView, PanelFacts
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.results_page.result_panel import ResultPanel
from mbc_journal.ui.table import ROW_ROLE, Column, RowTable
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.widgets import Button, FlowRow, Hint, LinkButton, Problem
from mbc_journal.wording import N_, _

_FIRST = 12
"""So many results are shown before "Show all"."""


@dataclass(frozen=True)
class ResultRow:
    """One result in the table, in words."""

    reading: Reading
    value: str
    typed: str
    printed: str


def _day(row: ResultRow) -> str:
    return wording.day(row.reading.day)


def _when(row: ResultRow) -> object:
    return row.reading.day, row.reading.time or dt.time.min


def _value(row: ResultRow) -> str:
    return row.value


def _number(row: ResultRow) -> object:
    return row.reading.value


def _printed(row: ResultRow) -> str:
    return row.printed


def _more(row: ResultRow) -> str:
    one = row.reading
    parts = [_("typed as {amount}").format(amount=row.typed) if row.typed else ""]
    parts += [f"{one.time:%H:%M}" if one.time is not None else "", one.note]
    parts += [_("added later")] if series.added_later(one) else []
    parts += [_("written by {name}").format(name=one.written_by)] if one.written_by != ME else []
    return ", ".join(part for part in parts if part)


_COLUMNS: tuple[Column[ResultRow], ...] = (
    Column(N_("Day"), text=_day, key=_when),
    Column(N_("Result"), text=_value, key=_number),
    Column(N_("Printed range"), text=_printed),
    Column(N_("More"), text=_more, optional=True),
)


class LineDetails(QWidget):
    """Enter in the table opens a result, Delete puts it into the bin; so do the buttons. `emptied`: none is left."""

    emptied = Signal()

    def __init__(self, line: Line, keeper: ResultKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._all = False
        self._rows: list[ResultRow] = []
        self.panel: ResultPanel | None = None
        theme = keeper.desk.theme
        self.chart = ChartView(theme)
        self.boxes = Hint(_("A box is the range printed on that result."))
        self.problem = Problem()
        self.problem.hide()
        self.table: RowTable[ResultRow] = RowTable(_COLUMNS, _("Results: {test}").format(test=line.name), theme)
        self.table.setObjectName("results_table")
        self.change_button = Button(_("Change this result"), theme, icon="pencil")
        self.change_button.setObjectName("result_change")
        self.bin_button = LinkButton(_("Put it into the bin"), theme)
        self.bin_button.setObjectName("results_bin")
        self.all_button = LinkButton("", theme)
        self.all_button.setObjectName("results_all")
        buttons = FlowRow(theme)
        buttons.add(self.change_button, self.bin_button, self.all_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        for widget in (self.chart, self.boxes, self.problem, self.table, buttons):
            self._column.addWidget(widget)
        self.line = line
        self.show_line(line)
        self._wire()

    def show_line(self, line: Line) -> None:
        """Read and show every result; what is being changed stays open while it is there."""
        self.line = line
        found = self._keeper.history(line)
        chosen = self._chosen_reading()
        self._rows = [_row(one, line) for one in found]
        self.table.set_rows(self._rows if self._all else self._rows[:_FIRST])
        self._select(chosen)
        self._show_chart(found)
        self.all_button.setText(_("Show all {count} results").format(count=len(self._rows)))
        self.all_button.setVisible(not self._all and len(self._rows) > _FIRST)
        for button in (self.change_button, self.bin_button):
            button.setEnabled(bool(found) and not self._keeper.is_read_only)
        self._keep_panel(found)

    def change(self, reading: Reading) -> None:
        """Open the fields of a result under the table."""
        if self._keeper.is_read_only:
            return
        if self.panel is not None and not flush_all(self.panel):
            self.panel.form.show_problem()
            return
        self._drop_panel()
        self.panel = ResultPanel(reading, self._keeper)
        self.panel.closed.connect(self._on_panel_closed)
        self.panel.binned.connect(self._on_panel_binned)
        self._column.addWidget(self.panel)
        self.panel.show()
        self._select(reading)
        self.panel.first_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Delete puts the chosen result into the bin."""
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus() and self.bin_button.isEnabled():
            self._on_bin_clicked()
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        self.table.opened.connect(self._on_row_opened)
        self.change_button.clicked.connect(self._on_change_clicked)
        self.bin_button.clicked.connect(self._on_bin_clicked)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.chart.said.connect(self._keeper.desk.announcer.said)
        self.chart.failed.connect(self._on_chart_failed)
        self.chart.day_wanted.connect(self._on_day_wanted)

    def _show_chart(self, found: tuple[Reading, ...]) -> None:
        drawn = results.chart(found, self.line, self._keeper.desk.clock.today())
        facts = PanelFacts(series.drawn(drawn), series.words(drawn, title=self.line.spoken), self.line.title)
        self.chart.show_panels([facts], (), drawn.span)
        ranged = any(one.range_low is not None or one.range_high is not None for one in found)
        self.boxes.setVisible(ranged and not self.chart.isHidden())

    def _chosen_reading(self) -> Reading | None:
        row = self.table.chosen()
        return None if row is None else row.reading

    def _select(self, reading: Reading | None) -> None:
        """Choose the line of a result, else the first."""
        model = self.table.model()
        shown = [model.index(line, 0).data(ROW_ROLE) for line in range(model.rowCount())]
        ids = [row.reading.id for row in shown]
        if ids:
            self.table.selectRow(ids.index(reading.id) if reading is not None and reading.id in ids else 0)

    def _keep_panel(self, found: tuple[Reading, ...]) -> None:
        if self.panel is None or self.panel.record is None:
            return
        mine = self.panel.record.id
        now = next((one for one in found if one.id == mine), None)
        if now is not None:
            self.panel.take(now)
        else:
            self._drop_panel()

    def _drop_panel(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def _bin(self, reading: Reading) -> None:
        """Into the bin; the next result is chosen, and has the focus."""
        ids = [row.reading.id for row in self._rows]
        place = ids.index(reading.id) if reading.id in ids else 0
        scale = self.line.scale
        name = wording.act(wording.say(scale.label), scale.say(reading))
        if not self._keeper.writer.bin(reading, name=name):
            return
        if len(ids) <= 1:
            self.emptied.emit()
        elif self._rows:
            self._select(self._rows[min(place, len(self._rows) - 1)].reading)
            self.table.setFocus()

    @Slot(object)
    def _on_row_opened(self, row: ResultRow) -> None:
        self.change(row.reading)

    @Slot()
    def _on_change_clicked(self) -> None:
        reading = self._chosen_reading()
        if reading is not None:
            self.change(reading)

    @Slot()
    def _on_bin_clicked(self) -> None:
        reading = self._chosen_reading()
        if reading is not None:
            self._bin(reading)

    @Slot(object)
    def _on_panel_binned(self, reading: Reading) -> None:
        self._drop_panel()
        self._bin(reading)

    @Slot(object)
    def _on_panel_closed(self, _panel: ResultPanel) -> None:
        self._drop_panel()
        self.change_button.setFocus()

    @Slot()
    def _on_all_clicked(self) -> None:
        self._all = True
        self.show_line(self.line)
        self.table.setFocus()

    @Slot(object)
    def _on_day_wanted(self, day: dt.date) -> None:
        self._select(next((row.reading for row in self._rows if row.reading.day == day), None))
        self.table.setFocus()

    @Slot(str)
    def _on_chart_failed(self, why: str) -> None:
        self.chart.hide()
        self.problem.setText(why)
        self.problem.show()


def _row(reading: Reading, line: Line) -> ResultRow:
    value, as_typed = results.value_words(reading, line), results.typed_words(reading, line)
    return ResultRow(reading, value, as_typed, results.printed_words(reading, line))

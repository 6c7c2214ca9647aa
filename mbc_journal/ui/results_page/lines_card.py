"""The tests of a section, a line each; lines that stay keep what is open in them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from mbc_journal.results import Line
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.results_page.line_row import LineRow
from mbc_journal.ui.widgets import Card, Rule


class LinesCard(Card):
    """`emptied` says that nothing is left to go to."""

    emptied = Signal()

    def __init__(self, keeper: ResultKeeper) -> None:
        super().__init__(keeper.desk.theme)
        self._keeper = keeper
        self._look = keeper.desk.theme
        self.rows: dict[tuple[str, str], LineRow] = {}
        self._rules: list[Rule] = []
        self._gone_at = 0  # the place of the line that went last
        self._list = QVBoxLayout()
        self._list.setSpacing(self._look.px(1.5))
        self.column.addLayout(self._list)
        self._look.changed.connect(self._on_look_changed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, in their order."""
        same = list(self.rows) == [line.key for line in lines]
        kept = {line.key for line in lines}
        for place, key in enumerate(list(self.rows)):
            if key not in kept:
                self._gone_at = place
                self._take_away(self.rows.pop(key))
        rows = {}
        for line in lines:
            row = self.rows.get(line.key)
            if row is None:
                row = LineRow(line, self._keeper)
                row.emptied.connect(self._on_row_emptied)
            else:
                row.show_line(line)
            rows[line.key] = row
        self.rows = rows
        if not same:
            self._arrange()
        self.setVisible(bool(rows))

    def row_of(self, scale_id: str) -> LineRow | None:
        """The first line of a scale."""
        return next((row for row in self.rows.values() if row.line.scale.id == scale_id), None)

    def _arrange(self) -> None:
        for rule in self._rules:
            self._take_away(rule)
        self._rules = []
        for place, row in enumerate(self.rows.values()):
            if place:
                self._rules.append(Rule())
                self._list.addWidget(self._rules[-1])
            self._list.removeWidget(row)
            self._list.addWidget(row)
            row.show()

    def _take_away(self, widget: LineRow | Rule) -> None:
        widget.setObjectName("")
        widget.hide()
        self._list.removeWidget(widget)
        widget.deleteLater()

    @Slot(object)
    def _on_row_emptied(self, _row: LineRow) -> None:
        rows = list(self.rows.values())
        if rows:
            rows[min(self._gone_at, len(rows) - 1)].chart.setFocus()
        else:
            self.emptied.emit()

    @Slot()
    def _on_look_changed(self) -> None:
        self._list.setSpacing(self._look.px(1.5))

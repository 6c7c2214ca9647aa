"""The three ways of looking: chart, table, words. All are made from the same findings."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mbc_journal import series, wording
from mbc_journal.records import Recall
from mbc_journal.series import TableRow
from mbc_journal.ui.symptoms_page.findings import Findings, Shown
from mbc_journal.ui.table import Column, RowTable
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Card, FlowRow, Label, Rule, Strong
from mbc_journal.wording import N_, _

_FIRST = 100
"""So many lines of a table are shown before "Show all"."""


class View(Protocol):
    """A way of looking at findings."""

    def show_findings(self, findings: Findings) -> None:
        """Show these."""


def _day(row: TableRow) -> str:
    return wording.weekday_day(row.day)


def _when(row: TableRow) -> object:
    return row.day


def _word(row: TableRow) -> str:
    return row.word


def _in_the_way(row: TableRow) -> str:
    return row.in_the_way


def _about(row: TableRow) -> str:
    return _("this week") if row.about_week else ""


def _note(row: TableRow) -> str:
    return row.note


def _extra(row: TableRow) -> str:
    parts = [_("added later")] if row.added_later else []
    if row.written_by:
        parts.append(_("written by {name}").format(name=row.written_by))
    if row.reading is not None and row.reading.period is Recall.WEEK:
        parts.append(_("speaks of the week"))
    return ", ".join(parts)


_COLUMNS: tuple[Column[TableRow], ...] = (
    Column(N_("Day"), text=_day, key=_when),
    Column(N_("Answer"), text=_word, key=_word),
    Column(N_("In the way"), text=_in_the_way, optional=True),
    Column(N_("Note"), text=_note, optional=True),
    Column(N_("More"), text=_extra, optional=True),
)


class ScaleTable(Card):
    """The entries of one scale, newest first; Enter opens the day."""

    day_wanted = Signal(object)

    def __init__(self, shown: Shown, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: Sequence[TableRow] = shown.rows
        name = series.name(shown.series)
        self.table: RowTable[TableRow] = RowTable(_COLUMNS, name, theme)
        self.table.setObjectName(f"table_{shown.series.scale.id.replace('-', '_')}")
        self.table.set_rows(self._rows[:_FIRST])
        self.all_button = Button(_("Show all {count} entries").format(count=len(self._rows)), theme)
        buttons = FlowRow(theme)
        buttons.add(self.all_button)
        self.add(Strong(name), self.table, buttons)
        buttons.setVisible(len(self._rows) > _FIRST)
        self._buttons = buttons
        self.table.opened.connect(self._on_row_opened)
        self.all_button.clicked.connect(self._on_all_clicked)

    @Slot(object)
    def _on_row_opened(self, row: TableRow) -> None:
        self.day_wanted.emit(row.day)

    @Slot()
    def _on_all_clicked(self) -> None:
        self.table.set_rows(self._rows)
        self._buttons.hide()
        self.table.setFocus()


class TablesView(QWidget):
    """A table a scale."""

    day_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(3))

    def show_findings(self, findings: Findings) -> None:
        """Show a table of each scale with entries."""
        clear(self._column)
        for shown in findings.shown:
            if shown.rows:
                table = ScaleTable(shown, self._theme)
                table.day_wanted.connect(self.day_wanted)
                self._column.addWidget(table)


class WordsView(Card):
    """The sentences of each scale."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._lines: list[QWidget] = []

    def show_findings(self, findings: Findings) -> None:
        """Show what is said of each scale."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        for shown in findings.shown:
            words = Label(shown.words)
            words.setObjectName(f"words_{shown.series.scale.id.replace('-', '_')}")
            if self._lines:
                self._lines.append(Rule())
            self._lines += [Strong(series.name(shown.series)), words]
        self.add(*self._lines)


def clear(column: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def texts(parent: QWidget) -> list[str]:
    """The texts of all labels below `parent`, in order."""
    return [label.text() for label in parent.findChildren(QLabel)]

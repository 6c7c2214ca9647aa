"""One test in one unit: its newest value, with what was printed beside it; opened, everything there is of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from mbc_journal import results, wording
from mbc_journal.results import Line
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.results_page.line_details import LineDetails
from mbc_journal.ui.scale_input import name_of
from mbc_journal.ui.widgets import Button, Hint, Label, LinkButton, Strong
from mbc_journal.wording import _

_BESIDE_EM = 46


class LineRow(QGroupBox):
    """Chart opens and closes the line, Edit opens its newest result. `emptied` follows the bin of the last one."""

    emptied = Signal(object)

    def __init__(self, line: Line, keeper: ResultKeeper) -> None:
        super().__init__()
        self.line = line
        self._keeper = keeper
        self._theme = keeper.desk.theme
        self.details: LineDetails | None = None
        self.name, self.value, self.beside = Strong(), Label(), Hint()
        self.chart = Button(_("Chart"), self._theme, icon="chart-line")
        self.edit = LinkButton(_("Edit"), self._theme)
        self._lay_out()
        self.show_line(line)
        self.chart.clicked.connect(self._on_chart_clicked)
        self.edit.clicked.connect(self._on_edit_clicked)
        self._theme.changed.connect(self._on_theme_changed)

    @property
    def is_open(self) -> bool:
        """Whether all results are shown."""
        return self.details is not None

    def show_line(self, line: Line) -> None:
        """Show the newest value, and in an open line all of them."""
        self.line = line
        newest = line.newest
        self.name.setText(line.name)
        value, day = results.value_words(newest, line), wording.day(newest.day)
        self.value.setText(_("{value}, {day}").format(value=value, day=day))
        beside = results.beside_words(newest, line)
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        self.setAccessibleName(line.name)
        self.setObjectName(f"result_{name_of(line.scale.id)}")
        for button, verb in ((self.chart, "chart"), (self.edit, "edit")):
            button.setObjectName(f"{self.objectName()}_{verb}")
        self._say_buttons()
        self.edit.setEnabled(not self._keeper.is_read_only)
        if self.details is not None:
            self.details.show_line(line)

    def open(self) -> LineDetails:
        """Show every result of the line."""
        if self.details is None:
            self.details = LineDetails(self.line, self._keeper)
            self.details.emptied.connect(self._on_details_emptied)
            self._column.addWidget(self.details)
            self.details.show()
            self._say_buttons()
        return self.details

    def close_details(self) -> None:
        """Show the newest value alone, and go back to the button."""
        if self.details is not None:
            self.chart.setFocus()
            self.details.hide()
            self.details.deleteLater()
            self.details = None
            self._say_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes the line."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_details()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: name, value and buttons beside each other, or below."""
        super().resizeEvent(event)
        self._measure()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.value)
        words.addWidget(self.beside)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.chart)
        self._buttons.addWidget(self.edit)
        self._buttons.addStretch()
        head = QWidget()
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom, head)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self.name)
        self._head.addLayout(words, stretch=1)
        self._head.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(head)
        self._measure()

    def _measure(self) -> None:
        theme = self._theme
        wide = self.width() >= _BESIDE_EM * theme.em
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(right if wide else down)
        self._head.setSpacing(theme.px(2) if wide else theme.px(0.5))
        self._column.setSpacing(theme.px(2))
        self._buttons.setSpacing(theme.px(2))
        width = round(theme.sizes.label_em * theme.em)
        self.name.setMinimumWidth(width if wide else 0)
        self.name.setMaximumWidth(width if wide else self.maximumWidth())

    def _say_buttons(self) -> None:
        self.chart.setText(_("Close") if self.is_open else _("Chart"))
        for button in (self.chart, self.edit):
            button.setAccessibleName(_("{verb}: {name}").format(verb=button.text(), name=self.line.name))

    @Slot()
    def _on_chart_clicked(self) -> None:
        if self.is_open:
            self.close_details()
        else:
            self.open()

    @Slot()
    def _on_edit_clicked(self) -> None:
        self.open().change(self.line.newest)

    @Slot()
    def _on_details_emptied(self) -> None:
        self.emptied.emit(self)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()

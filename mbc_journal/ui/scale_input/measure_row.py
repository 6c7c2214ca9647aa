"""Rows that are answered with a number: counts, and measures with their unit."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from mbc_journal import wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Answer, Reading
from mbc_journal.scales import Entry, Scale
from mbc_journal.ui.forms import ChoiceInput
from mbc_journal.ui.scale_input.scale_row import NOT_ASKED, ScaleRow, name_of
from mbc_journal.ui.text_saver import TextSaver
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import ROW_STOP, FlowRow, Hint, Label, Problem, announce, go_to_row
from mbc_journal.wording import _

_FIELD_EM = 7
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _NumberField(QLineEdit):
    """Leaves to its row the keys that are the row's: "=" while it is empty, Enter, Up and Down."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ACROSS:
            go_to_row(self, _ACROSS[key])
        elif event.text() == "=" and not self.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Measure(QWidget):
    """The field, its words or unit beside it, and under them what is wrong or doubtful."""

    def __init__(self, theme: Theme, words: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.field = _NumberField()
        self.field.setProperty(ROW_STOP, True)
        self.problem, self.doubt = Problem(), Hint()
        self.line = FlowRow(theme)
        self.line.add(self.field, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.line, self.problem, self.doubt):
            column.addWidget(part)
        self.say("", "")
        self._measure()
        theme.changed.connect(self._on_theme_changed)

    def say(self, problem: str, doubt: str) -> None:
        """Words under the field: what is wrong, or what is asked once."""
        for label, text in ((self.problem, problem), (self.doubt, doubt)):
            label.setText(text)
            label.setVisible(bool(text))
        self.field.setAccessibleDescription(problem or doubt)
        announce(self.problem, problem or doubt)

    def _measure(self) -> None:
        self.field.setFixedWidth(_FIELD_EM * self._theme.em)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()


class _MeasureRow(ScaleRow):
    """What is typed stays as typed; what is wrong is said under it, and nothing is written until it is right."""

    def __init__(self, scale: Scale, theme: Theme, words: QWidget) -> None:
        self.measure = _Measure(theme, words)
        self.field = self.measure.field
        super().__init__(scale, theme, self.measure)
        self.field.setObjectName(f"{name_of(scale.id)}_value")
        self.setFocusProxy(self.field)
        self._saver = TextSaver(self.field, self._tell)

    def unit(self) -> str:
        """The unit the number is given in; "" for the scale's own."""
        return ""

    def show_unit(self, unit: str) -> None:
        """Choose `unit` where there is a choice."""

    def set_label(self, label: str) -> None:
        """Call the row `label`, on screen and for screen readers."""
        super().set_label(label)
        self.field.setAccessibleName(label)

    def entry(self) -> Entry | None:
        """The number typed, checked; None for an empty field, and for a wrong one, with the reason under it."""
        found, problem = None, ""
        if self.field.text().strip():
            try:
                found = self.scale.check(self.field.text(), self.unit())
            except NotAllowed as refused:
                problem = str(refused)
        self.measure.say(problem, found.doubt if found is not None else "")
        return found

    def show_reading(self, reading: Reading | None) -> None:
        """Show `reading`, or an empty row; a text that is being typed, or is wrong, is left alone."""
        if self._saver.unsaved or (reading is None and self.measure.problem.text()):
            return
        text = ""
        if reading is not None and reading.value is not None:
            text = reading.value_as_entered or wording.decimal_text(reading.value)
            self.show_unit(reading.unit_as_entered)
        if text != self.field.text():
            self.field.setText(text)
            self.measure.say("", "")
            self._show_state(NOT_ASKED if reading is None else reading.state)

    def _least_width(self) -> int:
        return self.measure.line.sizeHint().width()

    def _tell(self) -> bool:
        found = self.entry()
        if found is not None:
            self._show_state(Answer.ANSWERED)
            self.chosen.emit(self)
        elif not self.field.text().strip() and self.property("state") == Answer.ANSWERED:
            self._show_state(NOT_ASKED)
            self.cleared.emit(self)
        return True


class CountRow(_MeasureRow):
    """How many, with the words of the scale: "3 times a day"."""

    def __init__(self, scale: Scale, theme: Theme) -> None:
        super().__init__(scale, theme, Label(wording.say(scale.unit)))


class NumberRow(_MeasureRow):
    """A measured number and its unit, chosen where there are several."""

    def __init__(self, scale: Scale, theme: Theme) -> None:
        self.units = ChoiceInput({code: wording.unit(code) for code in scale.units})
        several = len(scale.units) > 1
        super().__init__(scale, theme, self.units if several else Label(wording.unit(scale.unit)))
        self.units.setObjectName(f"{name_of(scale.id)}_unit")
        self.units.setAccessibleName(_("Unit"))
        self.units.changed.connect(self._on_unit_changed)

    def unit(self) -> str:
        """The unit chosen."""
        return self.units.value()

    def show_unit(self, unit: str) -> None:
        """Choose `unit`, of the scale's own where it is ""."""
        self.units.set_value(unit or self.scale.unit)

    @Slot()
    def _on_unit_changed(self) -> None:
        if self.field.text().strip():
            self._tell()

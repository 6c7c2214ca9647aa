"""Fields for days and times, in the words people type; how a date was understood is said under it."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mbc_journal import wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import PartialDate
from mbc_journal.ui.forms.calendar import Calendar
from mbc_journal.ui.forms.text_inputs import LineInput, TextInput
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Hint
from mbc_journal.wording import _
from mbc_journal.wording.parse_days import NotADate, parse_partial, parse_time

_FIELD_EM = 14


class DateInput(QWidget):
    """A date as precise as it is known: "2021", "about March 2021", "14 March 2021", "yesterday"; empty is None.

    With `exact` a whole date is asked for. `today` is asked when the text is read.
    """

    changed = Signal()

    def __init__(self, theme: Theme, today: Callable[[], dt.date], exact: bool = False) -> None:
        super().__init__()
        self._theme, self._today, self._exact = theme, today, exact
        self.field = TextInput()
        self.understood = Hint()
        self.calendar_button = Button(_("Calendar"), theme, icon="calendar-days")
        self._calendar: Calendar | None = None
        self._line = QHBoxLayout()
        self._line.addWidget(self.field)
        self._line.addWidget(self.calendar_button)
        self._line.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._line)
        self._column.addWidget(self.understood)
        self.understood.hide()
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._measure()
        self.field.changed.connect(self._on_typed)
        self.field.objectNameChanged.connect(self._on_field_renamed)
        self.calendar_button.clicked.connect(self._on_calendar_clicked)
        theme.changed.connect(self._on_theme_changed)

    def setAccessibleName(self, name: str) -> None:
        """Call the field `name`; its button is told apart from those of other fields by it."""
        super().setAccessibleName(name)
        self.calendar_button.setAccessibleName(_("Calendar: {field}").format(field=name))

    def value(self) -> PartialDate | None:
        """The date typed. Raises NotAllowed for other text, and for less than a day where a day is needed."""
        if not self.field.text().strip():
            return None
        try:
            found = parse_partial(self.field.text(), self._today())
        except NotADate as refused:
            raise NotAllowed(why=str(refused)) from refused
        if self._exact and found.exact is None:
            raise NotAllowed(why=_("The whole date is needed here, like 14 March 2024."))
        return found

    def set_value(self, value: object) -> None:
        """Show a date, a PartialDate or nothing; a text that means the same stays as typed."""
        date = PartialDate.of(value) if isinstance(value, dt.date) else value
        if date != self._read():
            self.field.set_value(wording.partial(date) if isinstance(date, PartialDate) else "")
        self._say_understood()

    def _read(self) -> PartialDate | None:
        try:
            return self.value()
        except NotAllowed:
            return None

    def _say_understood(self) -> None:
        found = self._read()
        words = "" if found is None else wording.partial(found)
        if found is not None and found.exact is not None:
            words = wording.heading_day(found.exact)
        same = words.casefold() == self.field.text().strip().casefold()
        self.understood.setText("" if same else words)
        self.understood.setVisible(bool(words) and not same)
        self.field.setAccessibleDescription(words)

    def _measure(self) -> None:
        self._line.setSpacing(self._theme.px(2))
        self._column.setSpacing(self._theme.px(1))
        self.field.setMaximumWidth(_FIELD_EM * self._theme.em)

    @Slot(str)
    def _on_field_renamed(self, name: str) -> None:
        self.calendar_button.setObjectName(f"{name}_calendar")

    @Slot()
    def _on_typed(self) -> None:
        self._say_understood()
        self.changed.emit()

    @Slot()
    def _on_calendar_clicked(self) -> None:
        if self._calendar is None:
            self._calendar = Calendar(self._theme)
            self._calendar.chosen.connect(self._on_day_chosen)
            self._column.addWidget(self._calendar)
        else:
            self._calendar.setVisible(not self._calendar.isVisible())
        found = self._read()
        self._calendar.show_day(found.earliest if found is not None else self._today())

    @Slot(object)
    def _on_day_chosen(self, day: dt.date) -> None:
        self.set_value(day)
        if self._calendar is not None:
            self._calendar.hide()
        self.field.setFocus()
        self.changed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()


class TimeInput(LineInput):
    """A time of day: "8:05", "8.05", "0805", "8 am"; empty is None."""

    def __init__(self) -> None:
        super().__init__()
        self.keep_short()

    def value(self) -> dt.time | None:
        """The time typed. Raises NotAllowed for other text."""
        if not self.text().strip():
            return None
        try:
            return parse_time(self.text())
        except NotADate as refused:
            raise NotAllowed(why=str(refused)) from refused

    def set_value(self, value: object) -> None:
        """Show a time or nothing; a text that means the same stays as typed."""
        if not isinstance(value, dt.time):
            super().set_value(None)
        elif self._read() != value:
            super().set_value(f"{value:%H:%M}")

    def _read(self) -> dt.time | None:
        try:
            return self.value()
        except NotAllowed:
            return None

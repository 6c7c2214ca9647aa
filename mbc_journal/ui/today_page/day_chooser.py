"""Choosing another day: a calendar in the page, and the last seven days for filling in."""

import datetime as dt
from collections.abc import Collection

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from mbc_journal import check_in, wording
from mbc_journal.ui.forms.calendar import Calendar
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Card, Choice, FlowRow, Hint, Strong
from mbc_journal.wording import _


class DayCalendar(Card):
    """A month to choose a past day from. `day_chosen` carries a date."""

    day_chosen = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, today: dt.date) -> None:
        super().__init__(theme)
        self.setObjectName("day_calendar")
        self.calendar = Calendar(theme, today)
        self.calendar.setObjectName("calendar")
        close = Button(_("Close the calendar"), theme)
        close.setObjectName("calendar_close")
        self.add(Strong(_("Choose a day")), self.calendar, close)
        self.calendar.chosen.connect(self.day_chosen)
        close.clicked.connect(self._on_close_clicked)

    def show_day(self, day: dt.date, today: dt.date) -> None:
        """Mark `day`; days after `today` cannot be chosen."""
        self.calendar.setMaximumDate(QDate(today.year, today.month, today.day))
        self.calendar.show_day(day)
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes the calendar."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()


class FillInStrip(Card):
    """The last seven days in a row, to walk through; a day with an entry says so."""

    day_chosen = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, today: dt.date) -> None:
        super().__init__(theme)
        self.setObjectName("fill_in")
        back = range(check_in.FILL_IN_DAYS, -1, -1)
        self._days = [today - dt.timedelta(days=count) for count in back]
        words = {day.isoformat(): wording.weekday_day_short(day) for day in self._days}
        self.days = Choice(_("Day to fill in"), words, theme)
        self.days.setObjectName("fill_in_days")
        self.done = Button(_("Done filling in"), theme)
        self.done.setObjectName("fill_in_done")
        self._hint = Hint("")
        row = FlowRow(theme)
        row.add(self.done)
        self.add(Strong(_("Fill in a few days")), self._hint, self.days, row)
        self.days.chosen.connect(self._on_day_chosen)
        self.done.clicked.connect(self._on_done_clicked)

    def show_days(self, shown: dt.date, logged: Collection[dt.date]) -> None:
        """Mark the day shown, and say which of the seven have an entry."""
        if shown in self._days:
            self.days.set_value(shown.isoformat())
        with_entry = [wording.weekday_day_short(day) for day in self._days if day in logged]
        self._hint.setText(
            _("Choose a day, answer what you remember, go on to the next. Leave out what you like.")
            + (" " + _("With an entry: {days}.").format(days=wording.listed(with_entry)) if with_entry else "")
        )

    @Slot(object)
    def _on_day_chosen(self, choice: Choice) -> None:
        value = choice.value()
        if value is not None:
            self.day_chosen.emit(dt.date.fromisoformat(value))

    @Slot()
    def _on_done_clicked(self) -> None:
        self.closed.emit()

"""A month to choose a day from, with every one of its buttons named."""

import datetime as dt

from PySide6.QtCore import QDate, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from mbc_journal.ui.theme import Theme
from mbc_journal.wording import N_, _

_BUTTONS = (
    ("qt_calendar_prevmonth", N_("Earlier month")),
    ("qt_calendar_nextmonth", N_("Later month")),
    ("qt_calendar_monthbutton", N_("Month")),
    ("qt_calendar_yearbutton", N_("Year")),
)


class Calendar(QCalendarWidget):
    """`chosen` carries the day the person clicked, or took with Enter."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, latest: dt.date | None = None) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Calendar"))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        if latest is not None:
            self.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        for name, words in _BUTTONS:
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setAccessibleName(_(words))
        self._colour()
        self.clicked.connect(self._on_day)
        self.activated.connect(self._on_day)
        theme.changed.connect(self._on_theme_changed)

    def show_day(self, day: dt.date) -> None:
        """Mark `day`."""
        self.setSelectedDate(QDate(day.year, day.month, day.day))

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """Qt tells: paint a day; one that cannot be chosen is small and grey, one of another month grey."""
        theme, chosen = self._theme, date == self.selectedDate()
        open_day = self.minimumDate() <= date <= self.maximumDate()
        here = date.month() == self.monthShown()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.color("surface"))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), theme.sizes.radius, theme.sizes.radius)
        token = "on_accent" if chosen else "text" if open_day and here else "muted" if open_day else "disabled"
        painter.setFont(theme.font("body" if open_day else "small", chosen))
        painter.setPen(theme.color(token))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        painter.restore()

    def _colour(self) -> None:
        """No red Sundays; arrows that can be seen in every theme."""
        form = QTextCharFormat()
        form.setForeground(self._theme.color("text"))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, form)
        self.setHeaderTextFormat(form)
        size = self._theme.scaled(self._theme.sizes.icon)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(self._theme.icon(icon))
                button.setIconSize(QSize(size, size))
        rows = 8
        self.setMinimumHeight(rows * self._theme.target)
        self.setMaximumWidth(rows * self._theme.target + self._theme.px(10))

    @Slot(QDate)
    def _on_day(self, day: QDate) -> None:
        self.chosen.emit(dt.date(day.year(), day.month(), day.day()))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._colour()

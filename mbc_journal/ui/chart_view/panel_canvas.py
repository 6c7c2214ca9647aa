"""One panel: a picture that can be walked through by keyboard and pointer, with its points and gaps aloud."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)

from mbc_journal import series
from mbc_journal.series import Drawn, Stop
from mbc_journal.ui.chart_view.accessible import CHART
from mbc_journal.ui.chart_view.canvas import Canvas
from mbc_journal.ui.theme import Theme
from mbc_journal.wording import _

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PANELS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class PanelFacts:
    """What a panel shows, and what is said of it; `treatment_days` goes behind a day that is said aloud."""

    drawn: Drawn
    words: str  # the sentences of `series.words`
    title: str = ""  # "": the name of the scale
    treatment_days: Mapping[dt.date, str] = field(default_factory=dict)
    has_page: bool = False  # whether the reference explains it

    @property
    def name(self) -> str:
        """The title of the panel."""
        return self.title or series.name(self.drawn.series)


class PanelCanvas(Canvas):
    """A panel with a cursor: Left and Right walk, Home and End jump, Up and Down leave it.

    Enter asks for the day, R for the page of the reference.
    """

    said = Signal(str)
    day_wanted = Signal(object)  # dt.date
    neighbour_wanted = Signal(object, int)  # this canvas, -1 or 1
    page_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setProperty(CHART, True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stops: tuple[Stop, ...] = ()
        self._facts: PanelFacts | None = None
        self._at: int | None = None
        self._hovered: int | None = None

    def set_facts(self, facts: PanelFacts) -> None:
        """Name the panel and make its stops; the cursor goes away."""
        self._facts = facts
        self.stops = series.stops(facts.drawn)
        self._at = self._hovered = None
        self.setAccessibleName(facts.name)
        self.setAccessibleDescription(facts.words)

    @property
    def stop(self) -> Stop | None:
        """Where the cursor is; None before it was first moved."""
        return None if self._at is None or self._at >= len(self.stops) else self.stops[self._at]

    def go_to(self, number: int) -> None:
        """Put the cursor on a stop, counted from the first or, below 0, from the last, and say it aloud."""
        if not self.stops:
            return
        self._at = number % len(self.stops)
        stop = self.stops[self._at]
        treatment_day = self._facts.treatment_days.get(stop.day, "") if self._facts else ""
        text = _("{words}, {treatment_day}").format(words=stop.words, treatment_day=treatment_day)
        text = text if treatment_day else stop.words
        self.said.emit(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.update()

    def go_to_day(self, day: dt.date) -> None:
        """Put the cursor on the stop nearest to a day."""
        nearest = self._nearest(day.toordinal())
        if nearest is not None:
            self.go_to(nearest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk; keys that mean nothing here go on to the page."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.stops:
            self._walk(_STEPS[key])
        elif key in _PANELS:
            self.neighbour_wanted.emit(self, _PANELS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.stop is not None:
            self.day_wanted.emit(self.stop.day)
        elif key == Qt.Key.Key_R and not event.modifiers():
            self.page_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor; it is said only when it moves."""
        super().focusInEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on what is nearest to the pointer."""
        super().mousePressEvent(event)
        nearest = self._below(event)
        if nearest is not None:
            self.go_to(nearest)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the day below the pointer, as Enter does."""
        nearest = self._below(event)
        if nearest is not None:
            self.day_wanted.emit(self.stops[nearest].day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what is below the pointer, as the cursor would."""
        nearest = self._below(event)
        if nearest is not None and nearest != self._hovered:
            self._hovered = nearest
            self.setToolTip(self.stops[nearest].words)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone, and what it showed."""
        self._hovered = None
        self.setToolTip("")
        self.update()

    def paint_cursor(self, painter: QPainter) -> None:
        """The keyboard's stop while the panel has the focus, and the pointer's."""
        for number in {self._at if self.hasFocus() else None, self._hovered} - {None}:
            stop = self.stops[number] if number is not None and number < len(self.stops) else None
            if stop is not None:
                self.paint_mark(painter, _x(stop), float(stop.mark.point.value) if stop.mark else None)

    def _walk(self, step: int) -> None:
        last = len(self.stops) - 1
        if self._at is None:
            self.go_to(last)
        elif 0 <= self._at + step <= last:
            self.go_to(self._at + step)

    def _below(self, event: QMouseEvent) -> int | None:
        return None if self.picture is None else self._nearest(self.picture.day_at(event.position().x()))

    def _nearest(self, day: int) -> int | None:
        distances = [abs(_x(stop) - day) for stop in self.stops]
        return distances.index(min(distances)) if distances else None


def _x(stop: Stop) -> int:
    return stop.mark.x if stop.mark else stop.day.toordinal()

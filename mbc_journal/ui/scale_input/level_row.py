"""Rows that are answered with one of few words: the five levels, and yes or no."""

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent

from mbc_journal import wording
from mbc_journal.records import Answer, Reading
from mbc_journal.scales import Entry, Scale
from mbc_journal.ui.scale_input.scale_row import NOT_ASKED, ScaleRow, name_of
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Track


class _WordRow(ScaleRow):
    """A row whose control is a track; `level` is the place of the chosen word."""

    def __init__(self, scale: Scale, theme: Theme, coloured: bool) -> None:
        words = {str(place): wording.say(word) for place, word in enumerate(scale.words)}
        self.track = Track(words, theme, coloured)
        super().__init__(scale, theme, self.track)
        for place, segment in enumerate(self.track.segments):
            segment.setObjectName(f"{name_of(scale.id)}_{place}")
        self.setFocusProxy(self.track.focus_segment())
        self.track.picked.connect(self._on_picked)

    @property
    def level(self) -> int | None:
        """The place of the chosen word, None while nothing is chosen."""
        return self.track.index

    def show_reading(self, reading: Reading | None) -> None:
        """Show `reading`, or an empty row; nothing is signalled."""
        level = None if reading is None else self._level_of(reading)
        self.track.show_chosen(level)
        self.setFocusProxy(self.track.focus_segment())
        self._show_state(NOT_ASKED if reading is None else reading.state, level)

    def show_before(self, reading: Reading | None, text: str = "") -> None:
        """Dash the answer of the day before, and say it under the name."""
        super().show_before(reading, text)
        self.track.show_dashed(None if reading is None else self._level_of(reading))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: a digit chooses, whatever keyboard it comes from."""
        typed = event.text()
        if len(typed) == 1 and typed.isdecimal() and int(typed) < len(self.track.segments):
            self.track.pick(int(typed))
        else:
            super().keyPressEvent(event)

    def _level_of(self, reading: Reading) -> int | None:
        return reading.level

    def _least_width(self) -> int:
        return self.track.equal_width()

    @Slot(int)
    def _on_picked(self, level: int) -> None:
        self.setFocusProxy(self.track.focus_segment())
        self._show_state(Answer.ANSWERED, level)
        self.chosen.emit(self)


class LevelRow(_WordRow):
    """Five segments, None to Very severe; or the five words of another level scale."""

    def __init__(self, scale: Scale, theme: Theme) -> None:
        super().__init__(scale, theme, coloured=True)

    def entry(self) -> Entry | None:
        """The level chosen; None while nothing is."""
        return None if self.level is None else Entry(level=self.level)


class YesNoRow(_WordRow):
    """Two segments, No and Yes."""

    def __init__(self, scale: Scale, theme: Theme) -> None:
        super().__init__(scale, theme, coloured=False)

    def entry(self) -> Entry | None:
        """0 for no, 1 for yes; None while nothing is chosen."""
        return None if self.level is None else Entry(value=Decimal(self.level))

    def _level_of(self, reading: Reading) -> int | None:
        return None if reading.value is None else int(reading.value)

"""One of few: a track with a name, for Taken / Not taken, periods, and Chart / Table / Words."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QVBoxLayout

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets.track import Track


class Choice(QGroupBox):
    """`words` by value; `chosen` carries the choice itself after the person chose.

    Its segments are named after it: "dose_1" has "dose_1_taken" for the value "taken".
    """

    chosen = Signal(object)
    changed = Signal()

    def __init__(self, name: str, words: Mapping[str, str], theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.track = Track(words, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.track)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.track.focus_segment())
        self.objectNameChanged.connect(self._on_renamed)
        self.track.picked.connect(self._on_picked)

    def value(self) -> str | None:
        """The value chosen, None while nothing is."""
        return None if self.track.index is None else self.track.values[self.track.index]

    def set_value(self, value: object) -> None:
        """Show `value` as chosen, or nothing for None and for a value that is not offered; nothing is signalled."""
        values = self.track.values
        self.track.show_chosen(values.index(str(value)) if value is not None and str(value) in values else None)
        self.setFocusProxy(self.track.focus_segment())

    def minimumSizeHint(self) -> QSize:
        """Qt asks: a column of the widest."""
        return self.track.minimumSizeHint()

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        for value, segment in zip(self.track.values, self.track.segments, strict=True):
            segment.setObjectName(f"{name}_{value}")

    @Slot(int)
    def _on_picked(self, _index: int) -> None:
        self.setFocusProxy(self.track.focus_segment())
        self.chosen.emit(self)
        self.changed.emit()

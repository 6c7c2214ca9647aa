"""Words with their controls at the right, or under them where the line is short."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from mbc_journal.ui.forms import FormRow
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Label

_DOWN, _RIGHT = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class Beside(QWidget):
    """`first` takes the room that `then` leaves; from `least` em of width on they stand on one line.

    Labels, or rows of a form, may share the line instead: both are as wide then.
    """

    def __init__(self, first: QWidget, then: QWidget, theme: Theme, least: int) -> None:
        super().__init__()
        self._theme = theme
        self._least = least
        self._line = QBoxLayout(_DOWN, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(2))
        self._line.addWidget(first, stretch=1)
        if isinstance(then, Label | FormRow):
            self._line.addWidget(then, stretch=1)
        else:
            self._line.addWidget(then, alignment=Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: on one line, or one under the other."""
        super().resizeEvent(event)
        self._line.setDirection(_RIGHT if self.width() >= self._least * self._theme.em else _DOWN)

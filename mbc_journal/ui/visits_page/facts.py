"""A fact to read: its name, and beside it, or under it where the line is short, what there is to say."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Label, Strong

_BESIDE_EM = 30


class FactRow(QWidget):
    """One fact. The names of all rows of a card are equally wide."""

    def __init__(self, name: str, text: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.name, self.text = Strong(name), Label(text)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._beside.addWidget(self.name, alignment=Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self.text, stretch=1, alignment=Qt.AlignmentFlag(0))
        self._beside.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._measure()
        theme.changed.connect(self._on_theme_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: two columns, or one."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        theme = self._theme
        beside = self.width() >= _BESIDE_EM * theme.em
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(right if beside else down)
        self._beside.setContentsMargins(0, theme.px(1), 0, theme.px(1))
        self._beside.setSpacing(0)
        width = round(theme.sizes.label_em * theme.em)
        self.name.setMinimumWidth(width if beside else 0)
        self.name.setMaximumWidth(width if beside else self.maximumWidth())

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()

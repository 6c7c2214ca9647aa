"""A setting: its name in one column, what can be chosen in the other, and a word of help under it."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mbc_journal.ui.forms import put_label
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Hint, Label, Strong

_BESIDE_EM = 36


class SettingRow(QWidget):
    """The names of all settings of a card are equally wide; where the line is short they stand above."""

    def __init__(self, name: str, widget: QWidget, theme: Theme, hint: str = "") -> None:
        super().__init__()
        self._theme, self._widget = theme, widget
        self.name, self.hint = Strong(name), Hint(hint)
        if not hint:
            self.hint.hide()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self.name, alignment=Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        wide = isinstance(widget, Label)
        self._column.addWidget(widget, alignment=Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.hint)
        self._beside.addLayout(self._column, stretch=1)
        self._beside.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._measure()
        theme.changed.connect(self._on_theme_changed)

    def show_hint(self, text: str) -> None:
        """Small grey words under the choice."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: two columns, or one."""
        super().resizeEvent(event)
        self._measure()

    def minimumSizeHint(self) -> QSize:
        """Qt asks: one column is always possible."""
        width = max(self.name.minimumSizeHint().width(), self._widget.minimumSizeHint().width())
        return QSize(width, self._widget.minimumSizeHint().height())

    def _measure(self) -> None:
        beside = self.width() >= _BESIDE_EM * self._theme.em
        put_label(self, self.name, self._beside, self._column, beside, self._theme)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()

"""A card that offers something: a title, one verb, Not now."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets.buttons import Button, LinkButton
from mbc_journal.ui.widgets.flow import FlowRow
from mbc_journal.ui.widgets.labels import Label, Strong
from mbc_journal.wording import _


class Notice(QFrame):
    """At most one a page, never over anything. `taken` and `closed` say which button was pressed."""

    taken = Signal()
    closed = Signal()

    def __init__(self, title: str, verb: str, theme: Theme, text: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(title)
        self.title = Strong(title)
        self.text = Label(text)
        self.text.setVisible(bool(text))
        self.action = Button(verb, theme)
        self.close_button = LinkButton(_("Not now"), theme)
        self._buttons = FlowRow(theme)
        self._buttons.add(self.action, self.close_button)
        self._column = QVBoxLayout(self)
        for widget in (self.title, self.text, self._buttons):
            self._column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._measure()
        self.action.clicked.connect(self._on_action_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)
        self.objectNameChanged.connect(self._on_renamed)
        theme.changed.connect(self._on_theme_changed)

    def _measure(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(4), px(3), px(4), px(3))
        self._column.setSpacing(px(2))

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        self.action.setObjectName(f"{name}_action")
        self.close_button.setObjectName(f"{name}_close")

    @Slot()
    def _on_action_clicked(self) -> None:
        self.taken.emit()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()

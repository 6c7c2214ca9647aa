"""Buttons: plain, the one filled button of a page, and those that read as links. All are words, some with an icon."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets.labels import take_class_font
from mbc_journal.wording import _


class Button(QPushButton):
    """A bordered button. `icon` is a name in resources/icons and only goes with the words, before or after them."""

    TOKEN = "text"
    """The token its icon is drawn in."""

    def __init__(self, text: str, theme: Theme, icon: str = "", icon_last: bool = False) -> None:
        super().__init__(text)
        self._theme = theme
        self._icon = icon
        if icon_last:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        take_class_font(self)
        self._draw_icon()
        theme.changed.connect(self._on_theme_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Enter presses it as the space bar does, once however long it is held."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def sizeHint(self) -> QSize:
        """Qt asks: words, icon and padding; never under the least target."""
        least = self._theme.target
        return super().sizeHint().expandedTo(QSize(least, least))

    def minimumSizeHint(self) -> QSize:
        """Qt asks: never less."""
        return self.sizeHint()

    def _draw_icon(self) -> None:
        if self._icon:
            size, room = self._theme.scaled(self._theme.sizes.icon), self._theme.px(1.5)
            self.setIconSize(QSize(size + room, size))
            last = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.setIcon(self._theme.icon(self._icon, self.TOKEN, -room if last else room))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._draw_icon()
        self.updateGeometry()


class PrimaryButton(Button):
    """The main action of a page, filled; one a page."""

    TOKEN = "on_accent"


class LinkButton(Button):
    """An action that reads as a link."""

    TOKEN = "link"


class SmallLink(LinkButton):
    """A small link at the end of a row, as More."""


class FoldButton(SmallLink):
    """Opens and closes what stands under it: "More", then "Less"."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(_("More"), theme, icon="chevron-down", icon_last=True)

    def show_state(self, name: str, is_open: bool) -> None:
        """Say what a press does to the part called `name`."""
        self.setText(_("Less") if is_open else _("More"))
        self._icon = "chevron-up" if is_open else "chevron-down"
        self._draw_icon()
        self.setAccessibleName(_("{what}: {name}").format(what=self.text(), name=name))

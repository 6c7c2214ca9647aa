"""The frame of the window: side bar, page and info bar; a narrow window has a top bar in place of the side bar."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from mbc_journal.ui.info_bar import InfoBar
from mbc_journal.ui.side_bar import SideBar
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Label, go_on_reading
from mbc_journal.wording import _

_NARROW = 40  # em; below it the side bar folds away


class Frame(QWidget):
    """Lays the parts out; nothing moves when the side bar fills or a page arrives."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, info_bar: InfoBar) -> None:
        super().__init__()
        self._theme = theme
        self.side_bar = SideBar(theme)
        self.find_button = Button(_("Find"), theme, icon="search")
        self.find_button.setObjectName("find")
        self.find_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.find_on_top = Button(_("Find"), theme, icon="search")
        self.find_on_top.setObjectName("find_on_top")
        self.who_to_call = Button(_("Who to call"), theme, icon="phone")
        self.who_to_call.setObjectName("who_to_call")
        self.who_to_call.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.who_on_top = Button(_("Who to call"), theme, icon="phone")
        self.who_on_top.setObjectName("who_on_top")
        self.side = QFrame()
        self.side.setObjectName("side_panel")
        self.stack = QStackedWidget()
        self.info_bar = info_bar
        self.top_bar = QFrame()
        self.top_bar.setObjectName("top_bar")
        self.menu_button = Button(_("Men&u"), theme, icon="menu")
        self.menu_button.setObjectName("menu")
        self.top_line = Label()
        self.top_line.setObjectName("top_line")
        self._lay_out()
        self.menu_button.clicked.connect(self._on_menu_clicked)
        self.side_bar.chosen.connect(self._on_side_bar_chosen)
        self.find_button.clicked.connect(self._on_find_clicked)
        self.find_on_top.clicked.connect(self._on_find_clicked)
        self.who_to_call.clicked.connect(self._on_who_to_call_clicked)
        self.who_on_top.clicked.connect(self._on_who_to_call_clicked)
        theme.changed.connect(self._on_theme_changed)

    @property
    def narrow(self) -> bool:
        """Whether the side bar has no room of its own."""
        return self.width() < _NARROW * self._theme.em

    def next_area(self) -> None:
        """Bring the focus round: side bar, page, info bar."""
        areas: list[QWidget] = [self.side_bar, self.stack, self.info_bar]
        focus = QApplication.focusWidget()
        at = next((number for number, area in enumerate(areas) if focus and area.isAncestorOf(focus)), -1)
        if focus is self.side_bar:
            at = 0
        for step in range(1, len(areas) + 1):
            area = areas[(at + step) % len(areas)]
            if area.isVisible() and self._focus_into(area):
                return

    def _focus_into(self, area: QWidget) -> bool:
        if area is self.side_bar:
            area.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        inside = [w for w in area.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        inside = [w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if inside:
            inside[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(inside)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt tells: Tab goes on or back, over the window as it stands now."""
        return go_on_reading(self, forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the side bar with the width."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        self._top = QHBoxLayout(self.top_bar)
        self._top.addWidget(self.menu_button)
        self._top.addWidget(self.find_on_top)
        self._top.addWidget(self.who_on_top)
        self._top.addStretch()
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        self._above = QVBoxLayout()
        self._above.addWidget(self.find_button)
        side.addLayout(self._above)
        side.addWidget(self.side_bar, stretch=1)
        self._below = QVBoxLayout()
        self._below.addWidget(self.who_to_call)
        side.addLayout(self._below)
        middle.addWidget(self.side)
        middle.addWidget(self.stack, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.top_line)
        column.addLayout(middle, stretch=1)
        column.addWidget(self.info_bar)
        self.top_bar.hide()
        self.top_line.hide()
        self._measure()

    def _measure(self) -> None:
        px = self._theme.px
        self._top.setContentsMargins(px(2), px(1), px(2), px(1))
        self._top.setSpacing(px(2))
        self._above.setContentsMargins(px(3), px(3), px(3), px(1))
        self._below.setContentsMargins(px(3), px(2), px(3), px(3))
        self.top_line.setContentsMargins(px(8), px(2), px(8), px(2))

    def show_top_line(self, text: str) -> None:
        """A line over every page, while it is true: why the journal can only be read, what is damaged; "" for none."""
        self.top_line.setText(text)
        self.top_line.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes the list of pages that the menu button opened."""
        if event.key() == Qt.Key.Key_Escape and self.narrow and self.side_bar.isVisible():
            self._show_menu(False)
            self.menu_button.setFocus()
        else:
            super().keyPressEvent(event)

    def _fold(self) -> None:
        self.top_bar.setVisible(self.narrow)
        self._show_menu(not self.narrow)

    def _show_menu(self, on: bool) -> None:
        """Show the side bar or not; a narrow window has room for it only in place of the page."""
        width = max(self.side_bar.sizeHint().width(), self.side.sizeHint().width())
        self.side.setMinimumWidth(width)
        self.side.setMaximumWidth(self.maximumWidth() if self.narrow else width)
        self.side.setVisible(on)
        self.stack.setVisible(not (on and self.narrow))

    @Slot()
    def _on_menu_clicked(self) -> None:
        self._show_menu(not self.side_bar.isVisible())
        if self.side_bar.isVisible():
            self.side_bar.setFocus()

    @Slot(str)
    def _on_side_bar_chosen(self, name: str) -> None:
        if self.narrow:
            self._show_menu(False)
        self.page_wanted.emit(name)

    @Slot()
    def _on_find_clicked(self) -> None:
        self._on_side_bar_chosen("find")

    @Slot()
    def _on_who_to_call_clicked(self) -> None:
        self._on_side_bar_chosen("call")

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()
        self._fold()

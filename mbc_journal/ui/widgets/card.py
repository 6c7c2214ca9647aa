"""Cards, and the column of cards that every page is."""

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets.flow import FlowRow
from mbc_journal.ui.widgets.labels import Rule, Title


class Card(QFrame):
    """A surface with a hairline round it; `boxed` gives it the accent's border, as for "Call your team if"."""

    def __init__(self, theme: Theme, boxed: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("boxed", boxed)
        self.column = QVBoxLayout(self)
        self._lists: list[QVBoxLayout] = []
        self._measure()
        theme.changed.connect(self._on_theme_changed)

    def add(self, *widgets: QWidget) -> None:
        """Put `widgets` under the others, 8 pixels apart."""
        for widget in widgets:
            self.column.addWidget(widget)

    def add_row(self, widget: QWidget) -> None:
        """Put `widget` under the others, with a hairline between it and the row above."""
        last = self.column.itemAt(self.column.count() - 1)
        if last is not None and self._lists and last.layout() is self._lists[-1]:
            self._lists[-1].addWidget(Rule())
        else:
            self._lists.append(QVBoxLayout())
            self._lists[-1].setSpacing(self._theme.px(1.5))
            self.column.addLayout(self._lists[-1])
        self._lists[-1].addWidget(widget)

    def _measure(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(4), px(4), px(4), px(4))
        self.column.setSpacing(px(2))
        for rows in self._lists:
            rows.setSpacing(px(1.5))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()


class _PageBar(QScrollBar):
    """A scroll bar whose room is always kept, and which is empty while there is nothing to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


class PageBody(QWidget):
    """What a page scrolls."""


class PageColumn(QScrollArea):
    """A column of cards, 58 em at most, that only scrolls up and down.

    Pages put their widgets into `column`, or use `add` and `add_header`. The whole row of the focus is kept in view.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(_PageBar(Qt.Orientation.Vertical))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.body = PageBody()
        self.body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self.body)
        self._middle = QWidget()
        outer = QVBoxLayout(self._middle)
        outer.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout()
        outer.addLayout(self.column)
        outer.addStretch()
        self._row.addWidget(self._middle, stretch=1)
        self._row.addStretch()
        self.setWidget(self.body)
        self._measure()
        theme.changed.connect(self._on_look_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def add(self, *widgets: QWidget) -> None:
        """Put `widgets` under the others."""
        for widget in widgets:
            self.column.addWidget(widget)

    def add_header(self, title: str, *actions: QWidget) -> Title:
        """The page's title, with its actions at the right, or under it where the line is short; returns the title."""
        heading = Title(title)
        header = FlowRow(self._theme, apart=True)
        header.add(heading, *actions)
        header.setMinimumHeight(self._theme.target)
        self.column.addWidget(header)
        return heading

    def _measure(self) -> None:
        px = self._theme.px
        self._middle.setMaximumWidth(round(self._theme.sizes.page_em * self._theme.em))
        self._row.setContentsMargins(px(8), px(4), px(4), px(6))
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(3))

    @Slot()
    def _on_look_changed(self) -> None:
        self._measure()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.body.isAncestorOf(now):
            return
        row: QWidget | None = now.parentWidget()
        while row is not None and row is not self and not isinstance(row, QGroupBox):
            row = row.parentWidget()
        if isinstance(row, QGroupBox) and row.height() < self.viewport().height():
            self._bring_into_view(row, self._theme.px(4))
        else:
            self._bring_into_view(now, self._theme.px(4))
        self._bring_into_view(now, 0)

    def _bring_into_view(self, part: QWidget, room: int) -> None:
        """Scroll as little as needed for all of `part`, with `room` above and below it where there is any."""
        where = QRect(part.mapTo(self.body, QPoint(0, 0)), part.size())
        self.ensureVisible(where.x(), where.center().y(), 0, where.height() // 2 + 1 + room)

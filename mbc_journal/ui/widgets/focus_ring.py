"""The focus ring: outside the control that has the focus, over its neighbours, never cut off by its parent."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets.marks import inner
from mbc_journal.ui.widgets.segments import Segment

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
OWN_RING = "own_ring"
"""A widget with this property true paints the ring itself, as lists do on their current row."""


class FocusRing(QObject):
    """Shows the ring in every window of the program for as long as this object lives."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self._on_theme_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.leave()
        self._ring = None
        if now is not None and not now.property(OWN_RING) and not isinstance(now, QMenu) and not now.isWindow():
            self._ring = _Ring(now, self._theme)

    @Slot()
    def _on_theme_changed(self) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.follow()


class _Ring(QWidget):
    """A see-through widget round `target`, in the nearest ancestor with room for it."""

    def __init__(self, target: QWidget, theme: Theme) -> None:
        reach = theme.sizes.ring + (0 if isinstance(target, Segment) else theme.sizes.ring_gap)
        holder = _holder(target, reach)
        super().__init__(holder)
        self._target, self._theme, self._reach = target, theme, reach
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus_ring")
        step: QWidget | None = target
        self._watched: list[QWidget] = []
        while step is not None and step is not holder:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self.follow()
        return False

    def leave(self) -> None:
        """The focus is elsewhere: hear nothing more of the target, and go."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def follow(self) -> None:
        """Stand round the target where it is now."""
        holder = self.parentWidget()
        if holder is None or not holder.isAncestorOf(self._target) or not self._target.isVisibleTo(holder):
            self.hide()
            return
        where = QRect(self._target.mapTo(holder, QPoint(0, 0)), self._target.size())
        self.setGeometry(where.adjusted(-self._reach, -self._reach, self._reach, self._reach))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sizes = self._theme.sizes
        pen = QPen(self._theme.color("focus"), sizes.ring)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        where = inner(self.rect().toRectF(), sizes.ring)
        radius = 0 if isinstance(self._target, Segment) else sizes.radius + sizes.ring_gap
        painter.drawRoundedRect(where, radius, radius)


def _holder(target: QWidget, reach: int) -> QWidget | None:
    """The nearest ancestor in which a ring of `reach` pixels round `target` is not cut off."""
    holder = target.parentWidget()
    while holder is not None and not holder.isWindow():
        ring = QRect(target.mapTo(holder, QPoint(0, 0)), target.size()).adjusted(-reach, -reach, reach, reach)
        if holder.rect().contains(ring) or _is_scrolled(holder):
            break
        holder = holder.parentWidget()
    return holder


def _is_scrolled(widget: QWidget) -> bool:
    """Whether `widget` is what a scroll area moves."""
    viewport = widget.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is viewport

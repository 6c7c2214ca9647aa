"""One answer of a track: a radio button that is painted, so that nothing moves when it is chosen."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets.marks import TICK_LINE, inner, paint_tick

_DASHES = (2.5, 2.0)
_TICK_SHARE = 0.75  # of an icon


class Segment(QRadioButton):
    """One answer. `level` colours it once chosen; None is a choice without levels."""

    def __init__(self, word: str, theme: Theme, level: int | None) -> None:
        super().__init__(word.replace("&", "&&"))
        self.setAccessibleName(word)
        self.word = word
        self.level = level
        self.dashed = False
        self.in_click = False
        self._theme = theme
        self._natural = 0
        theme.changed.connect(self._on_theme_changed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def natural_width(self) -> int:
        """Room for tick and bold word, so that nothing moves when it is chosen."""
        if self._natural:
            return self._natural
        theme = self._theme
        room = self._tick() + theme.px(1.5) + self._bold_width() + 2 * theme.px(1.5)
        self._natural = max(theme.scaled(theme.sizes.segment_width), room)
        return self._natural

    def hitButton(self, pos: QPoint) -> bool:
        """Qt asks: the whole segment answers a click, not circle and word alone."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Qt asks: the size of the segment on its own."""
        return QSize(self.natural_width(), self._theme.target)

    def minimumSizeHint(self) -> QSize:
        """Qt asks: never less."""
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Qt tells: a click or a key chooses it; a screen reader chooses without one."""
        self.in_click = True
        super().nextCheckState()
        self.in_click = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: all keys but the space bar are the track's."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt tells: paint the word, with tick and fill once chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            self._paint_chosen(painter)
            return
        if self.underMouse() and self.isEnabled():
            self._paint_hover(painter)
        if self.dashed:
            self._paint_dashes(painter)
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.color("text" if self.isEnabled() else "disabled"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.word)

    def _paint_chosen(self, painter: QPainter) -> None:
        theme, fill = self._theme, self._theme.chosen(self.level)
        line, ink = theme.sizes.chosen_line, QColor(fill.ink)
        painter.setBrush(QColor(fill.fill))
        painter.setPen(QPen(theme.color("text" if self.isEnabled() else "disabled"), line))
        painter.drawRoundedRect(inner(self.rect().toRectF(), line), theme.sizes.radius, theme.sizes.radius)
        tick, gap = self._tick(), theme.px(1.5)
        left = (self.width() - tick - gap - self._bold_width()) / 2
        paint_tick(painter, QRectF(left, (self.height() - tick) / 2, tick, tick), ink, theme.scale * TICK_LINE)
        painter.setFont(theme.font("body", True))
        painter.setPen(ink)
        word = QRectF(left + tick + gap, 0, self.width() - left - tick - gap, self.height())
        painter.drawText(word, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.word)

    def _paint_hover(self, painter: QPainter) -> None:
        sizes = self._theme.sizes
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        inset = sizes.chosen_line
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), sizes.radius, sizes.radius)

    def _paint_dashes(self, painter: QPainter) -> None:
        sizes = self._theme.sizes
        pen = QPen(self._theme.color("muted"), sizes.chosen_line)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = sizes.dash_inset
        where = inner(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), sizes.chosen_line)
        painter.drawRoundedRect(where, sizes.radius - sizes.chosen_line, sizes.radius - sizes.chosen_line)

    def _tick(self) -> int:
        return self._theme.scaled(self._theme.sizes.icon * _TICK_SHARE)

    def _bold_width(self) -> int:
        return QFontMetrics(self._theme.font("body", True)).horizontalAdvance(self.word)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._natural = 0
        self.updateGeometry()

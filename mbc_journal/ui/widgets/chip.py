"""On or off: the chip with round ends, and the box with a tick. Both are check boxes, painted."""

from typing import Any

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets.marks import TICK_LINE, inner, paint_tick

_TICK_SHARE = 0.75  # of an icon


class _Painted(QCheckBox):
    """A check box whose whole face answers a click; `changed` follows the person's click alone."""

    changed = Signal()

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self._is_told = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self._on_toggled)
        theme.changed.connect(self._on_theme_changed)

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Show it on or off."""
        self.setChecked(bool(value))

    def setChecked(self, on: bool) -> None:
        """Show it on or off; nothing is signalled as the person's."""
        self._is_told = True
        super().setChecked(on)
        self._is_told = False

    def nextCheckState(self) -> None:
        """Qt tells: a click or a key changes it, and is told as such."""
        self._is_told = True
        super().nextCheckState()
        self._is_told = False

    def hitButton(self, pos: QPoint) -> bool:
        """Qt asks: all of it answers a click."""
        return self.rect().contains(pos)

    def minimumSizeHint(self) -> QSize:
        """Qt asks: never less."""
        return self.sizeHint()

    def _tick(self) -> int:
        return self._theme.scaled(self._theme.sizes.icon * _TICK_SHARE)

    def _words(self, bold: bool) -> int:
        size = QFontMetrics(self._theme.font("body", bold)).size(Qt.TextFlag.TextShowMnemonic, self.text())
        return size.width()

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        """A screen reader switches it without a click: that counts as one."""
        if not self._is_told:
            told: Any = self.clicked  # PySide tells by the brackets which of the two signals of this name is meant
            told[bool].emit(on)

    @Slot()
    def _on_clicked(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class Chip(_Painted):
    """One on/off choice with round ends; the room of tick and bold word is kept, nothing moves."""

    def sizeHint(self) -> QSize:
        """Qt asks: tick, bold word, round ends."""
        theme = self._theme
        return QSize(self._tick() + theme.px(1.5) + self._words(True) + 2 * theme.px(4), theme.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt tells: paint it on or off."""
        theme, on, off = self._theme, self.isChecked(), not self.isEnabled()
        fill = theme.chosen()
        line = theme.sizes.chosen_line if on else theme.sizes.line
        edge = "disabled" if off else "accent" if on else "border"
        ink = theme.color("disabled") if off else QColor(fill.ink) if on else theme.color("text")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(edge), line))
        painter.setBrush(QColor(fill.fill) if on else theme.color("surface"))
        end = self.height() / 2 - line
        painter.drawRoundedRect(inner(self.rect().toRectF(), line), end, end)
        painter.setFont(theme.font("body", on))
        tick, gap = (self._tick(), theme.px(1.5)) if on else (0, 0)
        left = (self.width() - tick - gap - self._words(on)) / 2
        if on:
            paint_tick(painter, QRectF(left, (self.height() - tick) / 2, tick, tick), ink, theme.scale * TICK_LINE)
        painter.setPen(ink)
        words = QRectF(left + tick + gap, 0, self.width(), self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextShowMnemonic), self.text())


class CheckBox(_Painted):
    """A box with a tick and words behind it, for lists of choices."""

    def sizeHint(self) -> QSize:
        """Qt asks: box and words."""
        theme = self._theme
        return QSize(self._box() + theme.px(3) + self._words(False) + theme.px(3), theme.target)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt tells: paint it on or off."""
        theme, on, box = self._theme, self.isChecked(), self._box()
        fill, line = theme.chosen(), theme.sizes.chosen_line if self.isChecked() else theme.sizes.line
        text = theme.color("text" if self.isEnabled() else "disabled")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(0, (self.height() - box) / 2, box, box)
        painter.setPen(QPen(text if on else theme.color("border"), line))
        painter.setBrush(QColor(fill.fill) if on else theme.color("surface"))
        painter.drawRoundedRect(inner(where, line), theme.sizes.radius / 2, theme.sizes.radius / 2)
        if on:
            tick = self._tick()
            middle = QRectF(where.center().x() - tick / 2, where.center().y() - tick / 2, tick, tick)
            paint_tick(painter, middle, QColor(fill.ink), theme.scale * TICK_LINE)
        painter.setFont(theme.font())
        painter.setPen(text)
        words = QRectF(box + theme.px(3), 0, self.width(), self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextShowMnemonic), self.text())

    def _box(self) -> int:
        return self._theme.scaled(self._theme.sizes.icon) + self._theme.sizes.chosen_line

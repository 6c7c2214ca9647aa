"""Treatments as bars over years: names left, hatched by kind, soft where a date is not exact."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy

from mbc_journal import treatments
from mbc_journal.schedule import Bar, Mode, Segment
from mbc_journal.treatments import Timeline
from mbc_journal.ui.theme import Theme

_BESIDE_EM = 30  # from this width on, names stand beside their bars
_NAME_SHARE = 0.24
_BAR_EM = 1.4
_MARK_EM = 6
_SPARE = 0.03  # of the axis stays free after today
_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_HATCHES = {"chemotherapy": (1,), "targeted": (-1,), "immunotherapy": (1, -1), "radiation": (0,)}
"""Slants of the lines inside a bar; a bone medicine has dots, hormone medicines and other kinds have nothing."""


@dataclass(frozen=True)
class _Row:
    """One bar and where it stands."""

    bar: Bar
    name: QRect
    band: QRectF


class BarsView(QFrame):
    """Shows a Timeline; `say` tells the same in words to those who do not see it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._timeline: Timeline | None = None
        self.setObjectName("bars_view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_timeline(self, timeline: Timeline, words: str) -> None:
        """Draw these bars; `words` say what they show."""
        self._timeline = timeline
        self.setAccessibleDescription(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: names wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Qt asks: as high as the bars and the years under them."""
        return QSize(self._theme.target * 4, self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt tells: paint names, bars and years."""
        if self._timeline is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = self._rows()
        painter.setFont(self._theme.font("small"))
        for row in rows:
            painter.setPen(self._theme.color("text"))
            painter.drawText(row.name, _FLAGS | int(Qt.AlignmentFlag.AlignVCenter), _name(row.bar))
        for row in rows:
            self._paint_bar(painter, row)
        self._paint_axis(painter, rows)

    def _paint_bar(self, painter: QPainter, row: _Row) -> None:
        for number, segment in enumerate(row.bar.segments):
            where = self._band(segment, row.band)
            if segment.mode is Mode.SOFT:
                self._paint_soft(painter, where, fades_out=number > 0)
            elif segment.mode is Mode.HELD:
                self._paint_held(painter, where)
            else:
                self._paint_on(painter, where, row.bar.therapy.kind)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent"))
        width = self._theme.sizes.ring
        for day in row.bar.ticks:
            painter.drawRect(QRectF(round(self._x(day)), round(row.band.y()), width, round(row.band.height())))

    def _paint_on(self, painter: QPainter, where: QRectF, kind: str) -> None:
        corner = self._theme.sizes.radius / 2
        path = QPainterPath()
        path.addRoundedRect(where, corner, corner)
        painter.fillPath(path, self._theme.color("accent_soft"))
        painter.save()
        painter.setClipPath(path)
        self._paint_hatch(painter, where, kind)
        painter.restore()
        painter.setPen(QPen(self._theme.color("accent"), self._theme.sizes.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _paint_hatch(self, painter: QPainter, where: QRectF, kind: str) -> None:
        step, height = self._theme.px(2.5), where.height()
        painter.setPen(QPen(self._theme.color("accent"), self._theme.sizes.line))
        for slant in _HATCHES.get(kind, ()):
            x = where.left() - height
            while x < where.right() + height:
                shift = slant * height
                painter.drawLine(QPointF(x, where.bottom()), QPointF(x + shift, where.top()))
                x += step
        if kind == "bone":
            self._paint_dots(painter, where, step)

    def _paint_dots(self, painter: QPainter, where: QRectF, step: int) -> None:
        painter.setBrush(self._theme.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        size = self._theme.sizes.chosen_line / 2
        for line in (0.3, 0.7):
            x = where.left() + step * line
            while x < where.right():
                painter.drawEllipse(QPointF(x, where.top() + where.height() * line), size, size)
                x += step

    def _paint_held(self, painter: QPainter, where: QRectF) -> None:
        pen = QPen(self._theme.color("accent"), self._theme.sizes.line)
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(where)

    def _paint_soft(self, painter: QPainter, where: QRectF, fades_out: bool) -> None:
        """The days a partial date can mean: the bar fades in, or out."""
        ends = (where.right(), where.left()) if fades_out else (where.left(), where.right())
        fill = QLinearGradient(ends[0], 0, ends[1], 0)
        edge = QLinearGradient(ends[0], 0, ends[1], 0)
        for gradient, token in ((fill, "accent_soft"), (edge, "accent")):
            colour, clear = self._theme.color(token), QColor(self._theme.color(token))
            clear.setAlpha(0)
            gradient.setColorAt(0, clear)
            gradient.setColorAt(1, colour)
        painter.fillRect(where, QBrush(fill))
        painter.setPen(QPen(QBrush(edge), self._theme.sizes.line))
        painter.drawLine(where.topLeft(), where.topRight())
        painter.drawLine(where.bottomLeft(), where.bottomRight())

    def _paint_axis(self, painter: QPainter, rows: list[_Row]) -> None:
        if self._timeline is None or not rows:
            return
        left, right = self._plot()
        y = round(rows[-1].band.bottom()) + self._theme.px(2) + self._theme.sizes.line / 2
        painter.setPen(QPen(self._theme.color("border"), self._theme.sizes.line))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(self._theme.color("muted"))
        most = max(1, int((right - left) // (_MARK_EM * self._theme.em)))
        metrics = QFontMetrics(self._theme.font("small"))
        for mark in treatments.marks(self._timeline.span, most):
            width = metrics.horizontalAdvance(mark.words)
            x = min(self._x(mark.day), right - width)
            painter.drawText(QPointF(x, y + metrics.ascent() + self._theme.px(0.5)), mark.words)

    def _band(self, segment: Segment, band: QRectF) -> QRectF:
        left, right = self._x(segment.since), self._x(segment.until + dt.timedelta(days=1))
        width = max(right - left - self._theme.sizes.line, self._theme.sizes.ring)
        edge = self._theme.sizes.line / 2  # a line stands on whole pixels
        return QRectF(round(left) + edge, round(band.y()) + edge, round(width), round(band.height()))

    def _plot(self) -> tuple[float, float]:
        """Where the axis begins and ends."""
        left = self.width() * _NAME_SHARE if self._beside() else 0
        return left, self.width() - self._theme.sizes.line

    def _x(self, day: dt.date) -> float:
        left, right = self._plot()
        span = self._timeline.span if self._timeline is not None else None
        if span is None:
            return left
        return left + (right - left) * (1 - _SPARE) * (day - span.since).days / max(1, span.days)

    def _beside(self) -> bool:
        return self.width() >= _BESIDE_EM * self._theme.em

    def _rows(self) -> list[_Row]:
        metrics, gap = QFontMetrics(self._theme.font("small")), self._theme.px(3)
        tall, top, rows = round(_BAR_EM * self._theme.em), 0, []
        beside = self._beside()
        room = round(self.width() * _NAME_SHARE) - gap if beside else self.width()
        left, right = self._plot()
        for bar in self._timeline.bars if self._timeline is not None else ():
            need = metrics.boundingRect(QRect(0, 0, max(1, room), 10_000), _FLAGS, _name(bar)).height()
            height = max(need, tall) if beside else need + tall
            name = QRect(0, top, room, height if beside else need)
            y = top + (height - tall) / 2 if beside else top + need
            rows.append(_Row(bar, name, QRectF(left, y, right - left, tall)))
            top += height + gap
        return rows

    def _height(self) -> int:
        rows = self._rows()
        if not rows:
            return 0
        line = QFontMetrics(self._theme.font("small")).height()
        return round(rows[-1].band.bottom()) + self._theme.px(3) + line

    def _fit(self) -> None:
        self.setFixedHeight(self._height())
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._fit()


def _name(bar: Bar) -> str:
    return treatments.breakable(bar.therapy.name)

"""Marks that no font has to have: the tick, painted."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

TICK_LINE = 1.6
"""Pixels of a tick's line at 100 %."""

_TICK = ((0.12, 0.54), (0.40, 0.80), (0.90, 0.22))


def paint_tick(painter: QPainter, where: QRectF, colour: QColor, width: float) -> None:
    """A tick in `where`, of lines `width` pixels wide."""
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [QPointF(where.x() + x * where.width(), where.y() + y * where.height()) for x, y in _TICK]
    painter.drawPolyline(QPolygonF(corners))


def inner(rect: QRectF, line: float) -> QRectF:
    """`rect` less half a line all round, so that a border of `line` pixels stays inside it."""
    return rect.adjusted(line / 2, line / 2, -line / 2, -line / 2)

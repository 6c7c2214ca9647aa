"""A widget that shows a picture: drawn once when it is seen, shown again and again; the cursor is painted over it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mbc_journal.ui.chart_view.accessible import install_chart_role
from mbc_journal.ui.chart_view.drawing import PROBLEMS, Picture, Room
from mbc_journal.ui.theme import Theme

_RESIZE_WAIT_MS = 50


class Canvas(QWidget):
    """Shows what `draw` makes of its size; never draws while it is hidden or scrolled out of view."""

    failed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        install_chart_role()
        self.theme = theme
        self.picture: Picture | None = None
        self.left = 0.0
        self._draw: Callable[[Room], Picture] | None = None
        self._image = QImage()
        self._stale = True
        self._height = 0
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_RESIZE_WAIT_MS)
        self._settling.timeout.connect(self._on_settled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_picture(self, draw: Callable[[Room], Picture], height: float, left: float) -> None:
        """Show what `draw` makes, `height` pixels high; it is called when the widget is next seen."""
        self._draw, self._height, self.left = draw, round(height), left
        self.setMinimumHeight(self._height)
        self.redraw()

    def redraw(self) -> None:
        """What is shown is no longer right."""
        self._stale = True
        self.update()

    def sizeHint(self) -> QSize:
        """Qt asks: as high as was said, as wide as there is room."""
        return QSize(round(self.theme.em * self.theme.sizes.paragraph_em), self._height)

    def minimumSizeHint(self) -> QSize:
        """Qt asks: the words at the left and as much plot again."""
        return QSize(round(2 * self.left), self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the size has stood still for a moment."""
        super().resizeEvent(event)
        if self._image.isNull():
            self.redraw()
        else:
            self._settling.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw if need be, then show; Qt asks at most once per turn, and only for what is in view."""
        if self._stale:
            self._stale = False
            self._make_image()
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("surface"))
        painter.drawImage(QPointF(0, 0), self._image)
        self.paint_cursor(painter)
        painter.end()

    def paint_cursor(self, painter: QPainter) -> None:
        """Paint what moves over the picture; here nothing."""

    def paint_mark(self, painter: QPainter, day: int, value: float | None) -> None:
        """A line at a day, and a ring round a value."""
        if self.picture is None:
            return
        sizes = self.theme.sizes
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("focus"), sizes.chosen_line))
        x, y = self.picture.spot(day, value)
        _x, bottom = self.picture.spot(day)
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
        if value is not None:
            painter.setPen(QPen(self.theme.color("focus"), sizes.ring))
            painter.drawEllipse(QPointF(x, y), sizes.radius, sizes.radius)

    def _make_image(self) -> None:
        if self._draw is None or self.width() <= 2 * self.left:
            return
        ratio = self.devicePixelRatioF()
        try:
            picture = self._draw(Room(self.width(), self.height(), ratio, self.left))
        except PROBLEMS as problem:
            self._image = QImage()
            self.failed.emit(type(problem).__name__)
            return
        stride = 4 * picture.width
        image = QImage(picture.data, picture.width, picture.height, stride, QImage.Format.Format_RGBA8888)
        self._image = image.copy()
        self._image.setDevicePixelRatio(ratio)
        self.picture = picture

    @Slot()
    def _on_settled(self) -> None:
        self.redraw()

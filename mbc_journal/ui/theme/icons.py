"""Line icons of resources/icons, drawn in any colour and kept by name, colour, size and pixel ratio."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_OWN_COLOUR = b'stroke="currentColor"'


class Icons:
    """The icons of `folder`. A name without a file is an empty icon: words carry the meaning."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, int, float], QPixmap] = {}

    def icon(self, name: str, colours: tuple[str, str], size: int, room: int = 0) -> QIcon:
        """The icon `name` in the first of `colours`, in the second on a control that is off.

        `room` pixels stay empty behind it, or before it if negative.
        """
        icon = QIcon()
        if self._source(name):
            icon.addPixmap(self.pixmap(name, colours[0], size, room))
            icon.addPixmap(self.pixmap(name, colours[1], size, room), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, colour: str, size: int, room: int = 0) -> QPixmap:
        """The picture of `name`, sharp on this screen."""
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        key = (name, colour, size, room, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(*key)
        return self._pixmaps[key]

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            self._sources[name] = path.read_bytes() if path.is_file() else b""
        return self._sources[name]

    def _drawn(self, name: str, colour: str, size: int, room: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(QSize(size + abs(room), size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        source = self._source(name).replace(_OWN_COLOUR, f'stroke="{colour}"'.encode())
        if source:
            painter = QPainter(pixmap)
            QSvgRenderer(QByteArray(source)).render(painter, QRectF(max(0, -room), 0, size, size))
            painter.end()
        return pixmap

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
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, colour: str, disabled: str, size: int) -> QIcon:
        """The icon `name`, `size` pixels square, in `colour`; in `disabled` on a control that is off."""
        icon = QIcon()
        if self._source(name):
            icon.addPixmap(self.pixmap(name, colour, size))
            icon.addPixmap(self.pixmap(name, disabled, size), QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, colour: str, size: int) -> QPixmap:
        """The picture of `name`, sharp on this screen."""
        app = QGuiApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(*key)
        return self._pixmaps[key]

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            path = self._folder / f"{name}.svg"
            self._sources[name] = path.read_bytes() if path.is_file() else b""
        return self._sources[name]

    def _drawn(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        source = self._source(name).replace(_OWN_COLOUR, f'stroke="{colour}"'.encode())
        if source:
            painter = QPainter(pixmap)
            QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size, size))
            painter.end()
        return pixmap

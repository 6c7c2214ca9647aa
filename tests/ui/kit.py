"""A theme of any step and colours for the tests of the kit, and the colours of grabbed pixels."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.ui.scale_input import ScaleRow
from mbc_journal.ui.theme import Theme

W = TypeVar("W", bound=QWidget)
THEMES = ("light", "dark", "contrast")
STEPS = (100, 115, 130, 150, 200)


@dataclass(frozen=True)
class Wish:
    """The part of the settings that a theme reads."""

    text_size: int = 100
    colours: str = "light"
    less_motion: bool = False


def application() -> QApplication:
    """The one application of the run."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def dressed(colours: str = "light", text_size: int = 100) -> Theme:
    """A theme of that look, on the whole application."""
    app = application()
    theme = Theme(Wish(text_size, colours), app.styleHints())
    theme.apply(app)
    return theme


def part(page: QWidget, kind: type[W], name: str = "") -> W:
    """The first `kind` below `page`, of that object name if one is given."""
    found = page.findChild(kind, name) if name else page.findChild(kind)
    assert isinstance(found, kind)
    return found


def colours_of(widget: QWidget) -> set[str]:
    """Every colour of the grabbed pixels of `widget`, as "#rrggbb"."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def colour_at(widget: QWidget, point: QPoint) -> QColor:
    """The colour of one grabbed pixel."""
    return widget.grab().toImage().pixelColor(point)


class Stage:
    """Puts widgets under each other into an active window that stays while the stage does."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._windows: list[QWidget] = []

    def show(self, *widgets: QWidget, width: int = 900, height: int = 0) -> QWidget:
        """The window, as high as its widgets need."""
        window = QWidget()
        self._windows.append(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch()
        self._qtbot.addWidget(window)
        window.resize(width, height or column.totalHeightForWidth(width) or column.sizeHint().height())
        with self._qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window


class Heard:
    """What rows told, in order."""

    def __init__(self, *rows: ScaleRow) -> None:
        self.told: list[tuple[str, str]] = []
        for row in rows:
            row.chosen.connect(self._on_chosen)
            row.cleared.connect(self._on_cleared)
            row.same_as_yesterday.connect(self._on_same)
            row.details_wanted.connect(self._on_details)

    def _on_chosen(self, row: ScaleRow) -> None:
        self.told.append(("chosen", row.scale.id))

    def _on_cleared(self, row: ScaleRow) -> None:
        self.told.append(("cleared", row.scale.id))

    def _on_same(self, row: ScaleRow) -> None:
        self.told.append(("same", row.scale.id))

    def _on_details(self, row: ScaleRow) -> None:
        self.told.append(("details", row.scale.id))


def press(row: QWidget, *keys: Qt.Key | str) -> None:
    """Press keys, or type words, where the focus of the row's window is."""
    for key in keys:
        target = row.window().focusWidget()
        assert target is not None
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def opened(qtbot: QtBot, widget: QWidget, width: int = 1150, height: int = 700) -> None:
    """Show `widget` as an active window of that size."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()

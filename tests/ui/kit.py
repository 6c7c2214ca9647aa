"""A theme of any step and colours for the tests of the kit, and the colours of grabbed pixels."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

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

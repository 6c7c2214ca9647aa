"""`Theme`: what every widget asks for its colours, fonts, lengths and icons; it says `changed` when they do."""

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPalette,
    QPixmap,
    QStyleHints,
)
from PySide6.QtWidgets import QApplication

from mbc_journal import paths
from mbc_journal.ui.theme import sheet
from mbc_journal.ui.theme.icons import Icons
from mbc_journal.ui.theme.look_file import Fill, LookFile, Sizes, Tokens

_POINTS_PER_INCH = 72
_CLASS_ROLES = (
    ("Title", "h1", True),
    ("Heading", "h2", True),
    ("Lead", "lead", False),
    ("LeadStrong", "lead", True),
    ("Strong", "body", True),
    ("Hint", "small", False),
    ("Problem", "small", False),
    ("_Header", "small", True),
    ("PrimaryButton", "body", True),
    ("SmallLink", "small", False),
    ("FoldButton", "small", False),
)
"""Widget classes with a font of their own: class name, role, bold."""


class ThemeSettings(Protocol):
    """What the theme reads of the settings."""

    @property
    def text_size(self) -> int:
        """Per cent: 100, 115, 130, 150 or 200."""

    @property
    def colours(self) -> str:
        """One of "system", "light", "dark", "contrast"."""

    @property
    def less_motion(self) -> bool:
        """Whether nothing may move."""


class Theme(QObject):
    """Colours, type and sizes for these settings on this desktop; `changed` follows every new look."""

    changed = Signal()

    name: str
    """The theme in use: "light", "dark" or "contrast"."""
    tokens: Tokens
    """The colours in use, as "#RRGGBB"."""
    sizes: Sizes
    """Lengths at 100 %; `px` and `scaled` make pixels of them."""
    em: int
    """The body size in pixels."""
    scale: float
    """How much larger the body text is than 16 pixels."""
    target: int
    """Height of every control: never under 44 pixels, and room around a line of text."""
    less_motion: bool
    """Whether nothing may move."""

    def __init__(self, settings: ThemeSettings, hints: QStyleHints, folder: Path | None = None) -> None:
        super().__init__()
        folder = folder or paths.resources()
        self._look = LookFile.load(folder / "theme.json")
        self._settings = settings
        self._hints = hints
        self._families = self._loaded_families(folder / "fonts")
        self._icons = Icons(folder / "icons")
        self._app: QApplication | None = None
        self.sizes = self._look.sizes
        self._measure()
        hints.colorSchemeChanged.connect(self._on_desktop_changed)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._on_desktop_changed)

    def px(self, units: float) -> int:
        """`units` of spacing in pixels: 4 each at 100 %, growing with the text to half as much again."""
        return round(units * self.sizes.unit * min(self.scale, self.sizes.unit_limit))

    def scaled(self, pixels: float) -> int:
        """A length of `sizes` that grows with the text without limit, as icons do."""
        return round(pixels * self.scale)

    def color(self, token: str) -> QColor:
        """The colour of `token`, for a painter."""
        return QColor(getattr(self.tokens, token))

    def level(self, level: int) -> Fill:
        """Fill and ink of level 0-4, as in the heat map."""
        return self._look.levels[self.name][level]

    def chosen(self, level: int | None = None) -> Fill:
        """Fill and ink of a chosen segment; of `level`, or of a choice that has none."""
        if self.name in self._look.chosen:
            return self._look.chosen[self.name]
        return Fill(self.tokens.accent_soft, self.tokens.text) if level is None else self.level(level)

    def font(self, role: str = "body", bold: bool | None = None) -> QFont:
        """The font of "small", "body", "lead", "h2" or "h1"; the headings are bold unless told otherwise."""
        font = QFont()
        font.setFamilies(list(self._families))
        font.setPixelSize(round(self.em * self._look.type.roles[role]))
        font.setBold(role in self._look.type.bold_roles if bold is None else bold)
        return font

    def icon(self, name: str, token: str = "text", room: int = 0) -> QIcon:
        """The icon `name` in the colour of `token`, 20 pixels at 100 %; `room` pixels stay empty behind it, or before.

        Before it if negative: so words keep their distance in a button.
        """
        size = self.scaled(self.sizes.icon)
        return self._icons.icon(name, (getattr(self.tokens, token), self.tokens.disabled), size, room)

    def pixmap(self, name: str, token: str = "text") -> QPixmap:
        """The picture of `icon`, for a painter or a label."""
        return self._icons.pixmap(name, getattr(self.tokens, token), self.scaled(self.sizes.icon))

    def palette(self) -> QPalette:
        """The tokens as a Qt palette, for whatever the style sheet does not reach."""
        return sheet.palette(self.tokens)

    def stylesheet(self) -> str:
        """Colours, borders and padding of Qt's controls; no font sizes."""
        lengths = {"target": self.target, "unit": self.px(1), "em": self.em}
        return sheet.style_sheet(self.tokens, self.sizes, lengths)

    def apply(self, app: QApplication) -> None:
        """Dress the whole program in this look, now and after every change."""
        self._app = app
        app.setStyle("Fusion")
        self._dress(app)

    def use(self, settings: ThemeSettings) -> None:
        """Take other settings; every window is repainted at once, focus and typed text stay."""
        self._settings = settings
        self._on_desktop_changed()

    @Slot()
    def _on_desktop_changed(self) -> None:
        self._measure()
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        """Take the old sheet off first: Qt puts a sheet on a bare program three times faster than over another."""
        app.setStyleSheet("")
        app.setPalette(self.palette())
        self._set_fonts(app)
        app.setStyleSheet(self.stylesheet())  # after the fonts: it passes them on to every widget
        self._set_fonts(app)  # but those of classes are forgotten with it

    def _set_fonts(self, app: QApplication) -> None:
        app.setFont(self.font())
        set_font: Any = app.setFont  # its stub asks for bytes where the call takes str
        for class_name, role, bold in _CLASS_ROLES:
            set_font(self.font(role, bold), class_name)

    def _measure(self) -> None:
        own = self._settings.colours
        self.name = own if own in self._look.themes else self._name_of_the_desktop()
        self.tokens = self._look.themes[self.name]
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
        dots = QGuiApplication.primaryScreen().logicalDotsPerInch()
        body = max(self._look.type.body_pt, system) * dots / _POINTS_PER_INCH
        self.em = round(body * self._settings.text_size / 100)
        self.scale = self.em / self.sizes.body
        line = QFontMetrics(self.font()).height()
        self.target = max(self.sizes.target, line + self.px(self.sizes.target_units))
        self.less_motion = self._settings.less_motion

    def _name_of_the_desktop(self) -> str:
        if hasattr(self._hints, "accessibility"):
            wish = self._hints.accessibility().contrastPreference()
            if wish == Qt.ContrastPreference.HighContrast:
                return "contrast"
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _loaded_families(self, folder: Path) -> tuple[str, ...]:
        for path in sorted(folder.glob("*.[ot]tf")):
            QFontDatabase.addApplicationFont(str(path))
        known = set(QFontDatabase.families())
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        return *(family for family in self._look.type.families if family in known), system

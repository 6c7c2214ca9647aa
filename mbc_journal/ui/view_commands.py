"""The View menu: text size, colours, motion, full screen; each takes effect at once and is remembered."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from mbc_journal.settings import TEXT_SIZES, Settings
from mbc_journal.ui.menus import Menus
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.theme import Theme


class ViewCommands(QObject):
    """Carries out the View menu of `window`."""

    def __init__(self, window: QMainWindow, menus: Menus, preferences: Preferences, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._menus = menus
        self._preferences = preferences
        self._theme = theme
        menus["bigger"].triggered.connect(self._on_bigger_triggered)
        menus["smaller"].triggered.connect(self._on_smaller_triggered)
        menus["usual_size"].triggered.connect(self._on_usual_size_triggered)
        menus["less_motion"].triggered.connect(self._on_less_motion_triggered)
        menus["full_screen"].triggered.connect(self._on_full_screen_triggered)
        menus.sizes.triggered.connect(self._on_size_triggered)
        menus.colours.triggered.connect(self._on_colours_triggered)
        preferences.changed.connect(self._on_preferences_changed)
        self._show(preferences.values)

    def _step(self, by: int) -> None:
        at = TEXT_SIZES.index(self._preferences.values.text_size) + by
        self._preferences.change(text_size=TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))])

    def _show(self, settings: Settings) -> None:
        self._menus.show_choices(settings.text_size, settings.colours, settings.less_motion)
        self._menus["bigger"].setEnabled(settings.text_size < TEXT_SIZES[-1])
        self._menus["smaller"].setEnabled(settings.text_size > TEXT_SIZES[0])
        self._menus["usual_size"].setEnabled(settings.text_size != TEXT_SIZES[0])

    @Slot()
    def _on_bigger_triggered(self) -> None:
        self._step(1)

    @Slot()
    def _on_smaller_triggered(self) -> None:
        self._step(-1)

    @Slot()
    def _on_usual_size_triggered(self) -> None:
        self._preferences.change(text_size=TEXT_SIZES[0])

    @Slot(QAction)
    def _on_size_triggered(self, action: QAction) -> None:
        self._preferences.change(text_size=int(action.data()))

    @Slot(QAction)
    def _on_colours_triggered(self, action: QAction) -> None:
        self._preferences.change(colours=str(action.data()))

    @Slot(bool)
    def _on_less_motion_triggered(self, on: bool) -> None:
        self._preferences.change(less_motion=on)

    @Slot(bool)
    def _on_full_screen_triggered(self, on: bool) -> None:
        if on:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    @Slot(object)
    def _on_preferences_changed(self, settings: Settings) -> None:
        before = (self._theme.name, self._theme.em, self._theme.less_motion)
        self._theme.use(settings)
        self._show(settings)
        if before != (self._theme.name, self._theme.em, self._theme.less_motion):
            self._window.update()

"""The main window: its frame paints first; the journal and its pages move in right after."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from mbc_journal.clock import Clock
from mbc_journal.paths import Paths
from mbc_journal.ui import jobs
from mbc_journal.ui.frame import Frame
from mbc_journal.ui.garbage import Garbage
from mbc_journal.ui.info_bar import InfoBar
from mbc_journal.ui.menus import Menus
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.signals import Announcer, Place
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.tools import Tools
from mbc_journal.ui.view_commands import ViewCommands
from mbc_journal.wording import _

_SMALLEST = (800, 560)
_FIRST = (1366, 768)


class Window(QMainWindow):
    """Care Journal. `painted`, then `usable` (Today can be answered), then `complete` are how a start goes."""

    painted = Signal()
    usable = Signal()
    complete = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences, clock: Clock, paths: Paths) -> None:
        super().__init__()
        self.setWindowTitle(_("Care Journal"))
        announcer = Announcer()
        self.tools = Tools(
            theme=theme,
            preferences=preferences,
            clock=clock,
            paths=paths,
            announcer=announcer,
            menus=Menus(self.menuBar()),
            frame=Frame(theme, InfoBar(theme, clock, announcer)),
        )
        self.setCentralWidget(self.tools.frame)
        self._view = ViewCommands(self, self.tools.menus, preferences, theme)
        self._garbage = Garbage(self)
        self.home: QObject | None = None
        self._path: Path | None = None
        self._begun = False
        self._restore_place()
        self.tools.menus["quit"].triggered.connect(self.close)
        self.tools.frame.installEventFilter(self)

    def begin(self, path: Path | None = None, quick: bool = False) -> None:
        """Show the frame; the journal at `path` (None: the one used last) opens after the first paint.

        `quick` opens the quick window too.
        """
        self._path = path
        self._garbage.start()
        if quick:
            self.usable.connect(self.tools.menus["quick"].trigger)
        if self.tools.preferences.values.maximized:
            self.showMaximized()
        else:
            self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to load once the frame has painted."""
        if event.type() == QEvent.Type.Paint and not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._on_first_painted)
        return False

    def page_names(self) -> list[str]:
        """The pages that can be shown, in order; none before the journal has moved in."""
        return self.tools.frame.side_bar.names()

    def show_page(self, name: str) -> None:
        """Bring the page of this name to the front."""
        self.tools.announcer.wanted.emit(Place(name))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        super().closeEvent(event)
        self._garbage.stop()
        self._keep_place()

    def _keep_place(self) -> None:
        box = self.normalGeometry()
        place = (box.x(), box.y(), box.width(), box.height())
        self.tools.preferences.change(window=place, maximized=self.isMaximized())

    def _restore_place(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST)
        box = self.tools.preferences.values.window
        if box is None:
            return
        place = QRect(*box)
        if any(screen.availableGeometry().intersects(place) for screen in QGuiApplication.screens()):
            self.setGeometry(place)

    @Slot()
    def _on_first_painted(self) -> None:
        self.painted.emit()
        jobs.run(_load_pages, self._on_pages_loaded, self._on_load_failed)

    @Slot(object)
    def _on_pages_loaded(self, _loaded: object) -> None:
        from mbc_journal.ui import pages  # after first paint: the thread has read it, this only names it

        self.home = pages.Home(self, self.tools, self._path)
        self.usable.emit()
        jobs.run(_load_the_rest, self._on_rest_loaded, self._on_load_failed)

    @Slot(object)
    def _on_rest_loaded(self, _loaded: object) -> None:
        from mbc_journal.ui import page_list, pages  # as above

        if isinstance(self.home, pages.Home):
            self.home.take_pages((*page_list.PAGES, *page_list.BESIDE), page_list.CallLists)
        self.complete.emit()

    @Slot(object)
    def _on_load_failed(self, problem: BaseException) -> None:
        self.failed.emit(problem)


def _load_pages() -> None:
    """Import the database and Today, beside the window; makes no widget."""
    from mbc_journal.ui import pages  # noqa: F401  importing is the work


def _load_the_rest() -> None:
    """Import the other pages and what draws charts, once Today can be used; makes no widget."""
    from mbc_journal.ui import page_list

    page_list.prepare()

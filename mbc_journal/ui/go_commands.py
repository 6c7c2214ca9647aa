"""The Go menu: pages by number, back and forward, the next area of the window."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from mbc_journal.ui.history import History
from mbc_journal.ui.page_names import PAGE_NAMES
from mbc_journal.ui.signals import Place
from mbc_journal.ui.tools import Tools


class GoCommands(QObject):
    """Says where the person wants to go; `again` where she has been before, which is no new visit."""

    wanted = Signal(object)
    again = Signal(object)
    quick_wanted = Signal()

    def __init__(self, parent: QObject, tools: Tools) -> None:
        super().__init__(parent)
        self._tools = tools
        self._history = History()
        menus = tools.menus
        menus.go.triggered.connect(self._on_go_triggered)
        menus["back"].triggered.connect(self._on_back_triggered)
        menus["forward"].triggered.connect(self._on_forward_triggered)
        menus["previous_page"].triggered.connect(self._on_previous_page_triggered)
        menus["next_page"].triggered.connect(self._on_next_page_triggered)
        menus["next_area"].triggered.connect(self._on_next_area_triggered)
        menus["call"].triggered.connect(self._on_call_triggered)
        menus["help"].triggered.connect(self._on_help_triggered)
        menus["find"].triggered.connect(self._on_find_triggered)
        menus["settings"].triggered.connect(self._on_settings_triggered)
        menus["today"].triggered.connect(self._on_today_triggered)
        menus["quick"].triggered.connect(self.quick_wanted)
        self._show_ways()
        tools.frame.page_wanted.connect(self._on_page_wanted)

    def visit(self, place: Place) -> None:
        """A new place is shown."""
        self._history.visit(place)
        self._show_ways()

    def forget(self) -> None:
        """Another journal: nothing lies behind."""
        self._history = History()
        self._show_ways()

    def _show_ways(self) -> None:
        """Back and Forward can be chosen where they lead somewhere."""
        self._tools.menus["back"].setEnabled(self._history.can_go_back)
        self._tools.menus["forward"].setEnabled(self._history.can_go_forward)

    def _step(self, by: int) -> None:
        """To the page before or after the one shown, round the ends."""
        names = [page.name for page in PAGE_NAMES]
        shown = self._tools.frame.stack.currentWidget()
        name = shown.objectName().removesuffix("_page") if shown is not None else ""
        here = names.index(name) if name in names else -1
        self.wanted.emit(Place(names[(here + by) % len(names)]))

    @Slot(QAction)
    def _on_go_triggered(self, action: QAction) -> None:
        if action.data():
            self.wanted.emit(Place(str(action.data())))

    @Slot(str)
    def _on_page_wanted(self, name: str) -> None:
        self.wanted.emit(Place(name))

    @Slot()
    def _on_back_triggered(self) -> None:
        place = self._history.back()
        self._show_ways()
        if place is not None:
            self.again.emit(place)

    @Slot()
    def _on_forward_triggered(self) -> None:
        place = self._history.forward()
        self._show_ways()
        if place is not None:
            self.again.emit(place)

    @Slot()
    def _on_previous_page_triggered(self) -> None:
        self._step(-1)

    @Slot()
    def _on_next_page_triggered(self) -> None:
        self._step(1)

    @Slot()
    def _on_next_area_triggered(self) -> None:
        self._tools.frame.next_area()

    @Slot()
    def _on_call_triggered(self) -> None:
        self.wanted.emit(Place("call"))

    @Slot()
    def _on_help_triggered(self) -> None:
        self.wanted.emit(Place("help"))

    @Slot()
    def _on_find_triggered(self) -> None:
        self.wanted.emit(Place("find"))

    @Slot()
    def _on_settings_triggered(self) -> None:
        self.wanted.emit(Place("settings"))

    @Slot()
    def _on_today_triggered(self) -> None:
        self.wanted.emit(Place("today", day=self._tools.clock.today()))

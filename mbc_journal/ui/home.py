"""What lives in the window once it stands: the journal, its pages, where the person goes, and the way out."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

from mbc_journal import paths
from mbc_journal.catalogue import Catalogue
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.problems import JournalOpenElsewhere, UserProblem
from mbc_journal.records import Change, CheckResult
from mbc_journal.reference.editions import Editions
from mbc_journal.scales import Scales
from mbc_journal.ui import come_forward, jobs
from mbc_journal.ui.checker import Checker, damage_words
from mbc_journal.ui.come_forward import Doorbell
from mbc_journal.ui.edit_commands import EditCommands
from mbc_journal.ui.file_commands import FileCommands
from mbc_journal.ui.go_commands import GoCommands
from mbc_journal.ui.look_around import LookAround
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.page_names import PAGE_NAMES
from mbc_journal.ui.quick_window import QuickWindow
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.today_page import TodayPage
from mbc_journal.ui.tools import Tools
from mbc_journal.ui.trouble_page import TroublePage
from mbc_journal.wording import _


class Home(QObject):
    """Opens the journal, makes each page when it is first shown, and brings the person from one to another."""

    def __init__(self, window: QMainWindow, tools: Tools, path: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._tools = tools
        self._kinds: dict[str, type[Page]] = {TodayPage.NAME: TodayPage}
        self._awaited: Place | None = None
        self._pages: dict[str, Page] = {}
        self._lists: Callable[[Theme, dt.date], QWidget] | None = None
        self._bell: Doorbell | None = None
        self._trouble: TroublePage | None = None
        self._quick: QuickWindow | None = None
        self._may_lose = False
        self.journal: Journal | None = None
        scales = Scales.load(paths.resources() / "scales")
        self._editions = Editions.of(tools.paths, scales)
        edition, damaged = self._editions.used()
        self.desk = Desk(
            theme=tools.theme,
            preferences=tools.preferences,
            clock=tools.clock,
            scales=scales,
            catalogue=Catalogue.load(edition.folder),
            announcer=tools.announcer,
            paths=tools.paths,
        )
        self._checker = Checker(self)
        self._checker.found.connect(self._on_damage_found)
        self._edit = EditCommands(self, tools)
        self._go = GoCommands(self, tools)
        self._files = FileCommands(self, tools)
        self._look_around = LookAround(self, tools)
        self._wire()
        self.open(path or self._look_around.own_path, may_create=path is None)
        if damaged:
            tools.announcer.said.emit(damaged)

    def open(self, path: Path, may_create: bool = False) -> None:
        """Open the journal at `path` in place of the one before; trouble becomes a page, never a dialog.

        Only the very first start creates a journal.
        """
        try:
            if may_create and not path.exists() and not self._tools.preferences.values.last_journal:
                self._tools.paths.made(path.parent)
                create(path, self._tools.clock)
            journal = Journal(path, self._tools.clock, told=self._tools.announcer.tell)
        except UserProblem as problem:
            if not self._is_answered_elsewhere(problem):
                self._show_trouble(problem, path)
            return
        self._leave()
        self.journal = journal
        if self._bell is None:
            self._bell = Doorbell(self._tools.paths.made(self._tools.paths.state))
            self._bell.rung.connect(self._on_bell_rung)
        self._look_around.use(path)
        self._edit.use(journal)
        self._files.use(journal)
        self._move_in(journal)

    def go(self, place: Place) -> None:
        """Show a page, and what `place` names there."""
        page = self._page(place.page)
        if page is None:
            self._awaited = place
            return
        self._awaited = None
        self._go.visit(place)
        self._show(page)
        page.go_to(place)

    def take_pages(self, kinds: Iterable[type[Page]], lists: Callable[[Theme, dt.date], QWidget]) -> None:
        """The other page classes have arrived; a page asked for too early is shown now.

        `lists` makes what Who to call says without a journal, for the page of trouble.
        """
        self._kinds.update((kind.NAME, kind) for kind in kinds)
        self._lists = lists
        self._show_lists()
        if self._awaited is not None:
            self.go(self._awaited)

    def _show_lists(self) -> None:
        if self._trouble is not None and self.journal is None and self._lists is not None:
            self._trouble.show_lists(self._lists(self._tools.theme, self._tools.clock.today()))

    def page(self, name: str) -> Page | None:
        """The page of this name, made if it was not shown yet; None while there is no journal or no such page."""
        return self._page(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing typed is lost by closing: what cannot be saved is said first, a second try closes."""
        if watched is self._window and event.type() == QEvent.Type.Close:
            if not flush_all(self._window) and not self._may_lose:
                self._may_lose = True
                event.ignore()
                return True
            self._leave()
        return False

    def _is_answered_elsewhere(self, problem: UserProblem) -> bool:
        """Whether this is a second start of the same journal here: the first window came forward, this one goes."""
        if self.journal is not None or not isinstance(problem, JournalOpenElsewhere):
            return False
        if not come_forward.ring(self._tools.paths.state):
            return False
        self._window.close()
        return True

    def _wire(self) -> None:
        self._tools.announcer.wanted.connect(self._on_wanted)
        self._tools.announcer.changed.connect(self._on_changed)
        self._tools.announcer.reference_changed.connect(self._on_reference_changed)
        self._go.wanted.connect(self._on_wanted)
        self._go.again.connect(self._on_again)
        self._go.quick_wanted.connect(self._on_quick_wanted)
        for chooser in (self._files, self._look_around):
            chooser.path_chosen.connect(self._on_file_chosen)
        self._window.installEventFilter(self)

    def _move_in(self, journal: Journal) -> None:
        frame, menus = self._tools.frame, self._tools.menus
        frame.side_bar.fill([(page.name, _(page.title), page.icon) for page in PAGE_NAMES])
        menus.drop_pages()
        for page in PAGE_NAMES:
            menus.add_page(page.name, _(page.title), page.number)
        profile = journal.ask(questions.profile)
        self._window.setWindowTitle(_("Care Journal - made-up data") if profile.made_up else _("Care Journal"))
        frame.info_bar.show_made_up(profile.made_up)
        frame.info_bar.show_writers(profile.helpers)
        frame.show_top_line(journal.read_only)
        self._checker.check(journal)
        self.go(Place("today"))

    def _leave(self) -> None:
        """Close the journal and take its pages down."""
        if self.journal is None:
            return
        flush_all(self._window)
        self._checker.stop()
        jobs.wait_for_all(self._window)
        self._drop_pages()
        self._go.forget()
        self._tools.frame.info_bar.forget()
        self.journal.close()
        self.journal = None

    def _drop_pages(self) -> None:
        if self._quick is not None:
            self._quick.close()
            self._quick.deleteLater()
            self._quick = None
        for page in self._pages.values():
            jobs.wait_for_all(page)
            self._tools.frame.stack.removeWidget(page)
            page.deleteLater()
        self._pages = {}

    def _show_trouble(self, problem: UserProblem, path: Path) -> None:
        if self.journal is not None:  # the journal before stays open
            self._tools.announcer.said.emit(str(problem))
            return
        self._trouble = TroublePage(problem, path, self._tools.theme)
        self._trouble.file_chosen.connect(self._on_file_chosen)
        self._trouble.new_wanted.connect(self._on_new_wanted)
        self._show(self._trouble)
        self._show_lists()

    def _show(self, page: QWidget) -> None:
        stack = self._tools.frame.stack
        before = stack.currentWidget()
        if before is not None and before is not page:
            flush_all(before)
        if stack.indexOf(page) < 0:
            stack.addWidget(page)
        stack.setCurrentWidget(page)
        if isinstance(page, Page):
            self._tools.frame.side_bar.show_chosen(page.NAME)
            page.first_focus()

    def _page(self, name: str) -> Page | None:
        if self.journal is None:
            return None
        if name not in self._pages:
            kind = self._kinds.get(name)
            if kind is None:
                return None
            self._pages[name] = kind(self.journal, self.desk)
        return self._pages[name]

    @Slot(object)
    def _on_wanted(self, place: Place) -> None:
        self.go(place)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self._may_lose = False
        if "profile" in change.kinds and self.journal is not None:
            self._tools.frame.info_bar.show_writers(self.journal.ask(questions.profile).helpers)

    @Slot()
    def _on_reference_changed(self) -> None:
        """Every page is made anew with the reference that is in use now; what was typed is saved first."""
        self.desk = replace(self.desk, catalogue=Catalogue.load(self._editions.used()[0].folder))
        flush_all(self._window)
        self._drop_pages()
        self.go(Place("settings", verb="reference"))

    @Slot()
    def _on_bell_rung(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()

    @Slot(object)
    def _on_damage_found(self, result: CheckResult) -> None:
        """What is not as it was written is left out everywhere, and named over every page."""
        read_only = self.journal.read_only if self.journal is not None else ""
        self._tools.frame.show_top_line(damage_words(result, self.desk.scales) or read_only)
        for page in self._pages.values():
            page.mark_stale()

    @Slot(object)
    def _on_again(self, place: Place) -> None:
        page = self._page(place.page)
        if page is not None:
            self._show(page)
            page.go_to(place)

    @Slot()
    def _on_quick_wanted(self) -> None:
        if self.journal is None:
            return
        if self._quick is None:
            self._quick = QuickWindow(self.journal, self.desk)
        self._quick.show()
        self._quick.raise_()
        self._quick.activateWindow()

    @Slot(object)
    def _on_file_chosen(self, path: Path) -> None:
        self.open(path)

    @Slot(object)
    def _on_new_wanted(self, path: Path) -> None:
        try:
            create(path, self._tools.clock)
        except UserProblem as problem:
            self._show_trouble(problem, path)
            return
        self.open(path)

"""Find: one box over notes, questions, visits, treatments, symptoms and the reference."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent

from mbc_journal import finding
from mbc_journal.db.journal import Journal
from mbc_journal.finding import Group, Kind, Result
from mbc_journal.ui.find_page.results_list import ResultsList
from mbc_journal.ui.find_page.searcher import Searcher
from mbc_journal.ui.forms import FormRow
from mbc_journal.ui.forms.text_inputs import LineInput
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Button, FlowRow, Muted, announce
from mbc_journal.wording import N_, _, ngettext

_PAUSE = 150  # milliseconds after the last key until the search
_QUIET = 400  # and until what was found is said aloud


class FindPage(Page):
    """Opens with Ctrl+F. What was typed and the row she was on stay until she comes back."""

    NAME, TITLE, ICON, NUMBER = "find", N_("Find"), "search", 0
    WATCHES = frozenset({"note", "question", "visit", "therapy", "reading", "profile"})

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        self.searcher = Searcher(journal, desk, self.writer)
        self._words = ""
        self._whole: frozenset[Kind] = frozenset()
        self.add_header(_(self.TITLE))
        self.field = LineInput()
        self.found = Muted()
        self.found.setObjectName("found")
        self.ask_button = Button(_("&Add to my questions"), desk.theme, icon="plus")
        self.ask_button.setObjectName("add_to_questions")
        self._asking = FlowRow(desk.theme)
        self._asking.add(self.ask_button)
        self.results = ResultsList(desk.theme)
        self.add(FormRow("find_everywhere", _("&Look for"), self.field, desk.theme), self.found)
        self.add(self._asking, self.results)
        self.search_pause, self._quiet = self._timer(_PAUSE), self._timer(_QUIET)
        self._wire()

    def refresh(self) -> None:
        """Read anew what is in the journal, and search."""
        self.searcher.forget()
        self._show_found()

    def first_focus(self) -> None:
        """The box is the main action; typing replaces what stands there."""
        self.field.setFocus()
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the box into the results, Esc clears it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self._search()
            return True
        if event.key() == Qt.Key.Key_Down:
            self._search_if_waiting()
            if self.results.isVisible():
                self.results.go_in()
            return True
        return False

    def ensureVisible(self, x: int, y: int, xmargin: int = 0, ymargin: int = 0) -> None:
        """Show a place; what is higher than the page is no place: the list is followed row by row."""
        if 2 * ymargin < self.viewport().height():
            super().ensureVisible(x, y, xmargin, ymargin)

    def _timer(self, pause: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        return timer

    def _wire(self) -> None:
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_field_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.search_pause.timeout.connect(self._on_search_pause_over)
        self._quiet.timeout.connect(self._on_quiet_over)
        self.results.opened.connect(self._on_result_opened)
        self.results.all_wanted.connect(self._on_all_wanted)
        self.results.left.connect(self._on_results_left)
        self.results.moved.connect(self._on_results_moved)
        self.ask_button.clicked.connect(self._on_ask_clicked)

    def _search(self) -> None:
        self.search_pause.stop()
        words = finding.asked(self.field.text())
        if words != self._words:
            self._words, self._whole = words, frozenset()
            self.results.setCurrentRow(-1)
            self._show_found()
            self._quiet.start()

    def _search_if_waiting(self) -> None:
        if self.search_pause.isActive():
            self._search()

    def _show_found(self) -> None:
        groups = self.searcher.find(self._words, self._whole)
        self.results.show_groups(groups)
        self.results.setVisible(bool(groups))
        self.found.setText(self._found_words(groups))
        nothing = bool(self._words) and not groups and not self.searcher.problem
        self._asking.setVisible(nothing and not self.journal.read_only)

    def _found_words(self, groups: tuple[Group, ...]) -> str:
        if not self._words:
            return _("Type a word from your notes, questions, visits, treatments, symptoms or the reference.")
        if self.searcher.problem and not groups:
            return self.searcher.problem
        if not groups:
            return _("Nothing found for {words}").format(words=finding.around(self._words, self._words).text)
        count = sum(len(group.results) for group in groups)
        shown = ngettext("{count} result", "{count} results", count).format(count=count)
        if any(group.more for group in groups):
            shown = _("{results}, and more").format(results=shown)
        return f"{shown}. {self.searcher.problem}".strip(" .") if self.searcher.problem else shown

    @Slot(str)
    def _on_field_changed(self, _text: str) -> None:
        self.search_pause.start()

    @Slot()
    def _on_search_pause_over(self) -> None:
        self._search()

    @Slot()
    def _on_quiet_over(self) -> None:
        if self.isVisible():
            announce(self.found, self.found.text())

    @Slot()
    def _on_return_pressed(self) -> None:
        self._search_if_waiting()
        self.results.open_chosen()

    @Slot(object)
    def _on_result_opened(self, result: Result) -> None:
        place = Place(result.page, scale=result.scale, row=result.row, verb=result.verb)
        self.desk.announcer.wanted.emit(place)

    @Slot(object)
    def _on_all_wanted(self, kind: Kind) -> None:
        row = self.results.currentRow()
        self._whole |= {kind}
        self._show_found()
        self.results.go_to_row(row)

    @Slot()
    def _on_results_left(self) -> None:
        self.field.setFocus()
        self.ensureVisible(0, 0)

    @Slot()
    def _on_results_moved(self) -> None:
        """The page follows the row."""
        where = self.results.current_rect()
        middle = self.results.viewport().mapTo(self.body, where.center())
        self.ensureVisible(0, middle.y(), 0, where.height() // 2 + self.desk.theme.px(4))

    @Slot()
    def _on_ask_clicked(self) -> None:
        if self.searcher.ask(" ".join(self.field.text().replace("\0", "").split())):
            self.field.setFocus()

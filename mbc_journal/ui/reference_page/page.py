"""Reference: a search, a list with her own treatments first, and beside it the page that was chosen."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mbc_journal import wording
from mbc_journal.catalogue import Drug
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.problems import ResourceBroken
from mbc_journal.reference import ways
from mbc_journal.reference.mine import Log
from mbc_journal.reference.search import LONGEST, Key
from mbc_journal.ui.forms import FormRow, TextInput
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.reference_page import listing
from mbc_journal.ui.reference_page.contents import Contents
from mbc_journal.ui.reference_page.door import OutlookDoor
from mbc_journal.ui.reference_page.entry import EntryView
from mbc_journal.ui.reference_page.gone import gone_card
from mbc_journal.ui.reference_page.keeper import Keeper
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Button, Card, FlowRow, Label, Muted, announce
from mbc_journal.wording import N_, _

_BESIDE_EM = 46
_LIST_EM = 15


class ReferencePage(Page):
    """Plain and sourced; the same for everyone but for the counts from her own log."""

    NAME, TITLE, ICON, NUMBER = "reference", N_("Reference"), "book-open", 5
    WATCHES = frozenset({"therapy", "step", "reading", "profile"})

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        self.keeper = Keeper(journal, desk, self.writer)
        self._current: tuple[Drug, ...] = ()
        self._log = Log()
        self._shown: Key | None = None
        self._entry: QWidget | None = None
        self._door_open = False
        self.add_header(_(self.TITLE))
        self.search = TextInput(longest=LONGEST)
        self.search.setPlaceholderText(_("Xeloda, numb fingers"))
        self.add(FormRow("search_reference", _("Sea&rch the reference"), self.search, desk.theme))
        self.contents = Contents(desk.theme, "contents", _("Pages of the reference"))
        self.back = Button(_("&Back to the list"), desk.theme, icon="chevron-left")
        self.back.setObjectName("back_to_list")
        self.ask_button = Button(_("Add it to my &questions"), desk.theme, icon="plus")
        self.ask_button.setObjectName("ask_what_was_typed")
        self._lay_out()
        self._wire()

    def refresh(self) -> None:
        """Read her treatments and her log anew."""
        self._current = self.keeper.current()
        self._log = self.keeper.log()
        self._show_lines()
        if self._entry is None:
            self._open(self._shown or self.contents.first)
        elif isinstance(self._entry, EntryView):
            self._entry.show_log(self._log)
        self._show_parts()

    def go_to(self, place: Place) -> None:
        """Open the page of a treatment of hers, of an id of the reference, or of what a scale logs."""
        key = self._key_of(place)
        if key is not None:
            self.search.clear()
            self._open(key)
            self.contents.show_chosen(key)
            self._show_parts(reading=True)

    def first_focus(self) -> None:
        """The search is the main action."""
        self.search.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: the page beside the list, or one of them where the line is short."""
        super().resizeEvent(event)
        self._show_parts()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt tells: the outlook door shuts when the page is left."""
        super().hideEvent(event)
        self._shut_door()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back_clicked()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._show_parts(reading=False)
            self.contents.go_in()
            return True
        return False

    def _lay_out(self) -> None:
        self._reading = False
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(self.desk.theme.px(2))
        asking = FlowRow(self.desk.theme)
        asking.add(self.ask_button)
        self._asking = asking
        side.addWidget(asking)
        side.addWidget(self.contents)
        side.addStretch()
        self._main = QWidget()
        self._place = QVBoxLayout(self._main)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._back_row = FlowRow(self.desk.theme)
        self._back_row.add(self.back)
        self._place.addWidget(self._back_row)
        self._place.addStretch()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(self.desk.theme.px(5))
        self._body.addWidget(self._side)
        self._body.addWidget(self._main, stretch=1)
        self.column.addLayout(self._body)
        asking.hide()

    def _wire(self) -> None:
        self.search.textChanged.connect(self._on_search_changed)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.search.installEventFilter(self)
        self.contents.wanted.connect(self._on_page_wanted)
        self.back.clicked.connect(self._on_back_clicked)
        self.ask_button.clicked.connect(self._on_ask_clicked)
        self.desk.theme.changed.connect(self._on_theme_changed)

    def _show_lines(self) -> None:
        typed = self.search.text().strip()
        try:
            if typed:
                result = self.keeper.index.find(typed)
                lines = listing.found(result)
                self._asking.setVisible(not result.groups and not self.journal.read_only)
            else:
                lines = listing.everything(
                    self.keeper.reference, (*self._current, *self.keeper.gone()), self.keeper.offers_outlook()
                )
                self._asking.hide()
        except ResourceBroken as broken:
            self._show_entry(self._broken(broken))
            return
        self.contents.show_lines(lines)
        self.contents.show_chosen(self._shown)

    def _show_parts(self, reading: bool | None = None) -> None:
        """Both where there is room; else the list, or the page that is being read."""
        if reading is not None:
            self._reading = reading
        theme = self.desk.theme
        beside = self.viewport().width() >= _BESIDE_EM * theme.em
        self._side.setVisible(beside or not self._reading)
        self._main.setVisible(beside or self._reading)
        self._back_row.setVisible(not beside)
        self._side.setMinimumWidth(_LIST_EM * theme.em if beside else 0)
        self._side.setMaximumWidth(_LIST_EM * theme.em if beside else self.maximumWidth())
        self.contents.setFixedHeight(max(4 * theme.target, self.viewport().height() - 4 * theme.target))

    def _open(self, key: Key | None) -> None:
        if key is None:
            return
        self._shown, self._door_open = key, False
        self._fill()

    def _fill(self) -> None:
        """Build the page that is shown."""
        try:
            made = self._made(self._shown) if self._shown is not None else None
        except ResourceBroken as broken:
            made = self._broken(broken)
        if made is not None:
            self._show_entry(made)

    def _made(self, key: Key) -> QWidget | None:
        reference = self.keeper.reference
        view = ways.view(reference, key, self.keeper.today, self._current, self._door_open)
        if view is None:
            return gone_card(key, self.keeper)
        entry = EntryView(view, self.keeper)
        entry.page_wanted.connect(self._on_page_wanted)
        entry.show_log(self._log)
        if ways.has_open_page(reference, key):
            entry.print_wanted.connect(self._on_print_wanted)
            entry.add_print(self._door_open)
        if ways.has_door(reference, key) and not self._door_open and self.keeper.offers_outlook():
            door = OutlookDoor(self.desk.theme, bool(self.journal.read_only))
            door.shut.connect(self._on_back_clicked)
            door.opened.connect(self._on_door_opened)
            door.refused.connect(self._on_door_refused)
            entry.add_door(door)
        return entry

    def _broken(self, problem: ResourceBroken) -> QWidget:
        card = Card(self.desk.theme)
        card.add(Label(_("This page cannot be shown. The others work.")), Muted(str(problem)))
        return card

    def _show_entry(self, entry: QWidget) -> None:
        if self._entry is not None:
            self._entry.hide()
            self._place.removeWidget(self._entry)
            self._entry.setParent(None)  # gone now for every search of the page, freed a little later
            self._entry.deleteLater()
        self._entry = entry
        self._place.insertWidget(1, entry)

    def _key_of(self, place: Place) -> Key | None:
        catalogue = self.desk.catalogue
        if place.row is not None:
            return ways.key_of_therapy(self.journal.ask(questions.therapies), place.row)
        if place.scale:
            return ways.key_of_scale(catalogue, place.scale)
        return ways.key_of_id(self.keeper.reference, place.verb)

    def _shut_door(self) -> None:
        if self._door_open:
            self._door_open = False
            self._fill()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._show_parts()

    @Slot(str)
    def _on_search_changed(self, _typed: str) -> None:
        self._show_lines()
        self._show_parts(reading=False)

    @Slot()
    def _on_return_pressed(self) -> None:
        if self.search.text().strip() and self.contents.first is not None:
            self._on_page_wanted(self.contents.first)

    @Slot(object)
    def _on_page_wanted(self, key: Key) -> None:
        self._open(key)
        self.contents.show_chosen(key)
        self._show_parts(reading=True)
        self.verticalScrollBar().setValue(0)
        if isinstance(self._entry, EntryView):
            announce(self, _("{page} is open.").format(page=self._entry.title))
        if self.back.isVisible():
            self.back.setFocus()

    @Slot()
    def _on_print_wanted(self) -> None:
        if self._shown is not None:
            entry = f"{self._shown.group}:{self._shown.id}"
            self.desk.announcer.wanted.emit(Place("print", verb="reference", entry=entry))

    @Slot()
    def _on_back_clicked(self) -> None:
        self._shut_door()
        self._show_parts(reading=False)
        self.contents.go_in()

    @Slot()
    def _on_ask_clicked(self) -> None:
        text = " ".join(self.search.text().split())
        if text:
            self.keeper.ask(wording.say(text))

    @Slot()
    def _on_door_opened(self) -> None:
        self._door_open = True
        self._fill()

    @Slot()
    def _on_door_refused(self) -> None:
        if self.keeper.never_offer_outlook():
            self._shown = None
            self._show_lines()
            self._open(self.contents.first)
            self._on_back_clicked()

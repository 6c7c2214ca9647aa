"""The quick window: a bad day in one tap."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mbc_journal import wording
from mbc_journal.db.journal import Journal
from mbc_journal.problems import NotSaved
from mbc_journal.records import Change
from mbc_journal.ui import act_words
from mbc_journal.ui.forms import ChoiceInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.scale_input import ScaleRow, make_input
from mbc_journal.ui.signals import Failure, Place
from mbc_journal.ui.today_page.day_keeper import DayKeeper
from mbc_journal.ui.today_page.how_hard_card import HowHardCard
from mbc_journal.ui.today_page.note_card import NoteCard
from mbc_journal.ui.widgets import Button, Card, FlowRow, Label, PageColumn, announce
from mbc_journal.wording import _

_WIDE, _HIGH = 46, 34  # em
_WATCHES = frozenset({"reading", "day", "note", "profile"})


class QuickWindow(QWidget):
    """Not modal, never more than this: how hard, too unwell, same as yesterday, only one thing, a note, Undo."""

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__()
        self._journal = journal
        self._desk = desk
        self._row: ScaleRow | None = None
        self.keeper = DayKeeper(journal, desk)
        self.setObjectName("quick_window")
        self.setWindowTitle(_("Care Journal - quick entry"))
        self.how_hard = HowHardCard(self.keeper, desk.scales, desk.theme)
        self.call = Button(_("Who to call"), desk.theme, icon="phone")
        self.call.setObjectName("who_to_call")
        self.how_hard.add_beside(self.call)
        self.same = Button("", desk.theme)
        self.same.setObjectName("same_as_yesterday")
        self.only = ChoiceInput({})
        self.only.setObjectName("only_one_thing")
        self.only.setAccessibleName(_("Only one thing"))
        self.note = NoteCard(self.keeper, desk.theme)
        self.saved_line = Label(_("Everything is saved"))
        self.saved_line.setObjectName("saved_line")
        self.undo = Button(_("Undo"), desk.theme, icon="undo-2")
        self.undo.setObjectName("undo")
        self._lay_out()
        self._wire()
        self.resize(_WIDE * desk.theme.em, _HIGH * desk.theme.em)

    def showEvent(self, event: QShowEvent) -> None:
        """Read today anew each time it opens."""
        super().showEvent(event)
        self._refresh()
        self.how_hard.row.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; a digit says how hard the day was."""
        if event.key() == Qt.Key.Key_Escape:
            self.note.flush()
            self.close()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        page, px = PageColumn(self._desk.theme), self._desk.theme.px
        self._only_card = Card(self._desk.theme)
        buttons = FlowRow(self._desk.theme)
        buttons.add(self.same, self.only)
        self._only_card.add(buttons)
        page.add(self.how_hard, self._only_card, self.note)
        bar = QFrame()
        bar.setObjectName("info_bar")
        bar.setMinimumHeight(self._desk.theme.target + px(2))
        below = QHBoxLayout(bar)
        below.setContentsMargins(px(8), px(1), px(4), px(1))
        below.addWidget(self.saved_line, stretch=1)
        below.addStretch()
        below.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page)
        column.addWidget(bar)
        self.undo.hide()

    def _wire(self) -> None:
        self.call.clicked.connect(self._on_call_clicked)
        self.same.clicked.connect(self._on_same_clicked)
        self.only.changed.connect(self._on_only_changed)
        self.undo.clicked.connect(self._on_undo_clicked)
        self._desk.announcer.changed.connect(self._on_changed)
        self._desk.announcer.not_saved.connect(self._on_not_saved)

    def _refresh(self) -> None:
        today = self._desk.clock.today()
        sheet = self.keeper.read(today)
        self.how_hard.show_day(today)
        count = len(sheet.repeatable)
        self.same.setText(_("Same as yesterday ({count})").format(count=count))
        self.same.setEnabled(count > 0)
        if self.only.count() != len(sheet.rows) + 1:
            self.only.clear()
            self.only.addItem(_("Only one thing..."), "")
            for scale in sheet.rows:
                self.only.addItem(wording.say(scale.short), scale.id)
        if self._row is not None:
            self._row.show_reading(sheet.answers.get(self._row.scale.id))
        self.note.show_note()

    @Slot()
    def _on_call_clicked(self) -> None:
        """The page stands in the large window: this one makes way."""
        self.note.flush()
        self._desk.announcer.wanted.emit(Place("call"))
        self.close()

    @Slot()
    def _on_same_clicked(self) -> None:
        self.keeper.same_as_before(*self.keeper.sheet.repeatable)

    @Slot()
    def _on_only_changed(self) -> None:
        chosen = self.only.value()
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
            self._row = None
        if not chosen:
            return
        self._row = make_input(self._desk.scales.get(str(chosen)), self._desk.theme)
        self._row.more.hide()
        self._row.show_reading(self.keeper.sheet.answers.get(str(chosen)))
        self._row.chosen.connect(self._on_row_chosen)
        self._row.cleared.connect(self._on_row_cleared)
        self._only_card.add(self._row)
        self._row.setFocus()

    @Slot(object)
    def _on_row_chosen(self, row: ScaleRow) -> None:
        entry = row.entry()
        if entry is not None:
            self.keeper.answer(row.scale, entry)

    @Slot(object)
    def _on_row_cleared(self, row: ScaleRow) -> None:
        self.keeper.clear(row.scale)

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.note.flush()
        try:
            self._journal.undo()
        except NotSaved as problem:
            self._desk.announcer.not_saved.emit(Failure(problem, self._on_undo_clicked))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self._say(act_words.done(change, self._desk.clock.now()))
        self.undo.setVisible(bool(change.undo))
        words = act_words.undo(change.undo)
        self.undo.setText(words.replace("&", "&&"))
        self.undo.setAccessibleName(words)
        if self.isVisible() and _WATCHES & change.kinds:
            self._refresh()

    @Slot(object)
    def _on_not_saved(self, failure: Failure) -> None:
        self._say(str(failure.problem))

    def _say(self, sentence: str) -> None:
        self.saved_line.setText(sentence)
        announce(self.saved_line, sentence)

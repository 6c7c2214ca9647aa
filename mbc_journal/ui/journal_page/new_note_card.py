"""A new note, on top of the list until it is closed."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot

from mbc_journal import journaling
from mbc_journal.db.questions import journal_page
from mbc_journal.ui.journal_page.keeper import NoteKeeper
from mbc_journal.ui.journal_page.note_panel import NotePanel
from mbc_journal.ui.widgets import Card
from mbc_journal.wording import _


class NewNoteCard(Card):
    """Hidden while no note is being written. `closed` follows when one was ended."""

    closed = Signal()

    def __init__(self, keeper: NoteKeeper) -> None:
        super().__init__(keeper.desk.theme)
        self._keeper = keeper
        self.panel: NotePanel | None = None
        self.setObjectName("new_note_card")
        self.setAccessibleName(_("New note"))
        self.hide()

    @property
    def note_id(self) -> UUID | None:
        """The id of the note being written, if one is."""
        return self.panel.note.id if self.panel is not None else None

    def begin(self) -> None:
        """Open an empty note, dated now; one that is being written goes on."""
        if self.panel is None:
            note = journaling.new_note(self._keeper.desk.clock.now())
            self.panel = NotePanel(note, self._keeper, stored=False)
            self.panel.closed.connect(self._on_panel_closed)
            self.panel.bin_wanted.connect(self._on_bin_wanted)
            self.add(self.panel)
            self.panel.show()
            self.show()
        self.panel.first_focus()

    def end(self) -> bool:
        """Close it; False while something typed cannot be saved. What says nothing is not kept."""
        if self.panel is None:
            return True
        if not self.panel.leave():
            return False
        panel = self._taken()
        if panel is not None and panel.stored and journaling.says_nothing(panel.note) and not panel.files.count:
            self._keeper.bin(panel.note)
        self.closed.emit()
        return True

    def show_stored(self) -> None:
        """Show the note as the journal has it; one that was undone closes, unless something is being typed."""
        if self.panel is None or not self.panel.stored:
            return
        note = self._keeper.journal.ask(journal_page.note, self.panel.note.id)
        if note is not None:
            self.panel.show_note(note)
        elif not self.panel.is_typing():
            self._taken()

    def _taken(self) -> NotePanel | None:
        panel, self.panel = self.panel, None
        if panel is not None:
            self.hide()
            self.column.removeWidget(panel)
            panel.deleteLater()
        return panel

    @Slot()
    def _on_panel_closed(self) -> None:
        self.end()

    @Slot()
    def _on_bin_wanted(self) -> None:
        panel = self._taken()
        if panel is not None:
            self._keeper.bin(panel.note)
        self.closed.emit()

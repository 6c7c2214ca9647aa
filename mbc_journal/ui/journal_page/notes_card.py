"""The list of notes, newest first: rows are kept while their notes are, one of them may be open."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from mbc_journal import journaling
from mbc_journal.records import Note
from mbc_journal.ui.journal_page.keeper import NoteKeeper
from mbc_journal.ui.journal_page.note_row import NoteRow
from mbc_journal.ui.widgets import Button, Card, FlowRow, Muted
from mbc_journal.wording import _


class NotesCard(Card):
    """`more_wanted` asks for older ones, `open_wanted` for a row to be opened.

    `closed` follows when one was closed, `emptied` when the last was taken out.
    """

    more_wanted = Signal()
    open_wanted = Signal(object)
    closed = Signal()
    emptied = Signal()

    def __init__(self, keeper: NoteKeeper) -> None:
        super().__init__(keeper.desk.theme)
        self._keeper = keeper
        self.rows: list[NoteRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(keeper.desk.theme.px(3))
        self.column.addLayout(self._list)
        self.empty = Muted()
        self.more = Button("", keeper.desk.theme)
        self.more.setObjectName("more_notes")
        self._more_row = FlowRow(keeper.desk.theme)
        self._more_row.add(self.more)
        self.add(self.empty, self._more_row)
        self.more.clicked.connect(self.more_wanted)

    @property
    def open_row(self) -> NoteRow | None:
        """The row that is open, if one is."""
        return next((row for row in self.rows if row.panel is not None), None)

    def show_notes(self, notes: Sequence[Note], files: Mapping[UUID, int], left: int) -> None:
        """Show `notes`; `left` older ones wait. Rows of notes that are still there stay, with all that is typed."""
        self.column.setEnabled(False)  # one layout for all rows, not one a row
        kept = {row.note.id: row for row in self.rows}
        wanted = [note.id for note in notes]
        for note_id in kept.keys() - set(wanted):
            self._drop(kept.pop(note_id))
        self.rows = [kept.get(note.id) or self._made(note) for note in notes]
        for place, (row, note) in enumerate(zip(self.rows, notes, strict=True)):
            row.show_note(note, place + 1, files.get(note.id, 0))
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
                row.show()
        self.column.setEnabled(True)
        self.column.invalidate()
        self._more_row.setVisible(left > 0)
        self.more.setText(_("Show more ({count} older)").format(count=left))

    def set_read_only(self, on: bool) -> None:
        """Notes can be read, but not changed."""
        for row in self.rows:
            row.set_read_only(on)

    def say_empty(self, words: str) -> None:
        """What stands here instead of notes; "" for nothing."""
        self.empty.setText(words)
        self.empty.setVisible(bool(words))

    def close_open(self) -> bool:
        """Close the open row; False while something typed in it cannot be saved."""
        row = self.open_row
        return row is None or self._close(row)

    def focus_row(self, place: int) -> None:
        """Put the focus on a row, the last one at most."""
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)].star.setFocus()
        else:
            self.emptied.emit()

    def _made(self, note: Note) -> NoteRow:
        row = NoteRow(note, self._keeper)
        row.open_wanted.connect(self.open_wanted)
        row.closed.connect(self._on_row_closed)
        row.bin_wanted.connect(self._on_bin_wanted)
        return row

    def _drop(self, row: NoteRow) -> None:
        row.hide()
        self._list.removeWidget(row)
        row.deleteLater()

    def _close(self, row: NoteRow) -> bool:
        if not row.close_panel():
            return False
        if journaling.says_nothing(row.note) and not row.files:
            self._keeper.bin(row.note)
        return True

    def _bin(self, row: NoteRow) -> None:
        place = self.rows.index(row)
        if row.panel is not None and not row.panel.leave():
            return
        if self._keeper.bin(row.note):
            self.focus_row(place)

    @Slot(object)
    def _on_row_closed(self, row: NoteRow) -> None:
        place = self.rows.index(row)
        if self._close(row):
            self.closed.emit()
            self.focus_row(place)

    @Slot(object)
    def _on_bin_wanted(self, row: NoteRow) -> None:
        self._bin(row)

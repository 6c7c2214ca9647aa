"""One note, open in place: its words, what they are about, star, Private, photos and files."""

import datetime as dt
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import journaling
from mbc_journal.records import Note
from mbc_journal.ui.journal_page.keeper import NoteKeeper
from mbc_journal.ui.journal_page.kept_files import KeptFiles
from mbc_journal.ui.journal_page.note_form import MORE, NoteForm
from mbc_journal.ui.text_saver import TextSaver, flush_all
from mbc_journal.ui.widgets import Button, Chip, FlowRow, Hint, LinkButton
from mbc_journal.wording import _


class NotePanel(QWidget):
    """Nothing is written while a new note says nothing; all else is saved as it is given.

    `closed` follows Close and Esc; `bin_wanted` the button that puts the note into the bin.
    """

    closed = Signal()
    bin_wanted = Signal()

    def __init__(self, note: Note, keeper: NoteKeeper, stored: bool) -> None:
        super().__init__()
        self.setObjectName("note_panel")
        self.note = note
        self.stored = stored
        self._keeper = keeper
        self._dated = (note.day, note.time)
        self._stays: dict[str, object] = {}
        theme = keeper.desk.theme
        self.form = NoteForm(keeper, self._save_field)
        self.star = Chip(_("For the &doctor"), theme)
        self.private = Chip(_("&Private"), theme)
        self.rule = Hint(_("Private wins: this note is not printed and leaves in no export."))
        self.files = KeptFiles(keeper)
        self.more = LinkButton(_("&More about this note"), theme)
        self.bin_button = LinkButton(_("Put into the &bin"), theme)
        self.close_button = Button(_("&Close"), theme)
        self._lay_out()
        self._wire()
        self.show_note(note)
        if any(getattr(note, name) for name in MORE if name != "day") or note.helped is not None:
            self._on_more_clicked()

    def show_note(self, note: Note) -> None:
        """Show the note as the journal has it; what is being typed stays."""
        self.note = note
        self.form.show_record(note)
        self.files.show_note(note)
        self.star.setChecked(note.for_doctor)
        self.private.setChecked(note.private)
        self.rule.setVisible(note.private and note.for_doctor)
        self.bin_button.setVisible(self.stored)

    def first_focus(self) -> None:
        """Begin behind the last of the words."""
        self.form.text.setFocus()
        self.form.text.moveCursor(QTextCursor.MoveOperation.End)

    def is_typing(self) -> bool:
        """Whether something typed is not saved yet."""
        return any(saver.unsaved for saver in self.findChildren(TextSaver))

    def leave(self) -> bool:
        """Save what is typed; whether all of it is safe. A field that cannot be saved says why, and has the focus."""
        if flush_all(self):
            return True
        self.form.show_problem()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        names = {"for_doctor": self.star, "private": self.private, "note_more": self.more}
        names |= {"note_bin": self.bin_button, "note_close": self.close_button}
        for name, button in names.items():
            button.setObjectName(name)
        theme = self._keeper.desk.theme
        chips, buttons = FlowRow(theme), FlowRow(theme)
        chips.add(self.star, self.private)
        buttons.add(self.close_button, self.more, self.bin_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        for widget in (self.form, chips, self.rule, self.files, buttons):
            column.addWidget(widget)

    def _wire(self) -> None:
        self.star.changed.connect(self._on_star_changed)
        self.private.changed.connect(self._on_private_changed)
        self.files.added.connect(self._on_file_added)
        self.more.clicked.connect(self._on_more_clicked)
        self.bin_button.clicked.connect(self.bin_wanted)
        self.close_button.clicked.connect(self._on_close_clicked)

    def _save_field(self, name: str, value: object) -> bool:
        if name == "day":
            return self._save(name, day=value, time=self._time_on(value))
        return self._save(name, **{name: value})

    def _save(self, subject: str, **values: Any) -> bool:
        self.note = replace(self.note, **values)
        if not self.stored and journaling.says_nothing(self.note):
            self.files.note = self.note
            return True
        if not self._keeper.save(self.note, self._stay(subject)):
            return False
        self.stored = True
        self.show_note(self.note)
        return True

    def _stay(self, subject: str) -> object:
        """One step of Undo for what is done to one field in one go."""
        if subject not in self._stays:
            self._stays = {subject: object()}
        return self._stays[subject]

    def _time_on(self, day: object) -> dt.time | None:
        """A note that is moved to another day was not written at this hour of it."""
        first_day, time = self._dated
        return time if day == first_day else None

    @Slot()
    def _on_star_changed(self) -> None:
        self._save("star", for_doctor=self.star.isChecked())

    @Slot()
    def _on_private_changed(self) -> None:
        self._save("private", private=self.private.isChecked())

    @Slot()
    def _on_file_added(self) -> None:
        self.stored = True
        self.bin_button.show()

    @Slot()
    def _on_more_clicked(self) -> None:
        self.form.show_more(True)
        self.more.hide()

    @Slot()
    def _on_close_clicked(self) -> None:
        if self.leave():
            self.closed.emit()

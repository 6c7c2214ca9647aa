"""What helped, or a note: one line of text a day, saved as it is typed."""

from PySide6.QtCore import Slot

from mbc_journal.records import NoteKind
from mbc_journal.ui.forms import LongText
from mbc_journal.ui.text_saver import TextSaver
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.today_page.day_keeper import DayKeeper
from mbc_journal.ui.widgets import Card, Chip, FlowRow, Strong
from mbc_journal.wording import _

_LONGEST = 100_000


class NoteCard(Card):
    """The note of the day with its two chips, which wait for words. Nothing is written while the line is empty."""

    def __init__(self, keeper: DayKeeper, theme: Theme) -> None:
        super().__init__(theme)
        self._keeper = keeper
        label = Strong(_("What helped, or a note"))
        self.note = LongText(longest=_LONGEST, lines=2)
        self.note.setObjectName("note")
        self.note.setAccessibleName(label.text())
        label.setBuddy(self.note)
        self.helped = Chip(_("This helped"), theme)
        self.helped.setObjectName("note_helped")
        self.for_doctor = Chip(_("For the doctor"), theme)
        self.for_doctor.setObjectName("note_for_doctor")
        chips = FlowRow(theme)
        chips.add(self.helped, self.for_doctor)
        self.add(label, self.note, chips)
        self._saver = TextSaver(self.note, self._save)
        self.note.textChanged.connect(self._on_text_changed)
        self._on_text_changed()
        self.helped.clicked.connect(self._on_chip_clicked)
        self.for_doctor.clicked.connect(self._on_chip_clicked)

    def show_note(self) -> None:
        """Show the note of the keeper's sheet, unless she is typing at it."""
        note = self._keeper.sheet.note
        if self._saver.unsaved:
            return
        text = note.text if note is not None else ""
        if self.note.toPlainText() != text:
            self.note.setPlainText(text)
        self.helped.setChecked(note is not None and note.kind is NoteKind.HELPED)
        self.for_doctor.setChecked(note is not None and note.for_doctor)
        self._saver.forget()

    def flush(self) -> None:
        """Save what is typed now."""
        self._saver.flush()

    def _save(self) -> bool:
        text = self.note.toPlainText()
        return self._keeper.note(text, self.helped.isChecked(), self.for_doctor.isChecked())

    @Slot()
    def _on_text_changed(self) -> None:
        for chip in (self.helped, self.for_doctor):
            chip.setEnabled(bool(self.note.toPlainText().strip()))

    @Slot()
    def _on_chip_clicked(self) -> None:
        self._save()

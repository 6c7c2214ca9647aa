"""The fields of one note; each is saved as it is chosen, or when the person pauses in typing."""

from collections.abc import Callable

from PySide6.QtCore import Slot

from mbc_journal import journaling
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Note, Row
from mbc_journal.ui.forms import DateInput
from mbc_journal.ui.journal_page.keeper import NoteKeeper
from mbc_journal.ui.journal_page.note_fields import HelpedInput, IdeaInput, KindInput, NoteText, SymptomInput, TagsInput
from mbc_journal.ui.treatments_page.kept_form import KeptForm
from mbc_journal.wording import _

MORE = ("day", "linked_symptom", "strategy", "helped", "tags")
"""Fields behind "More about this note"."""

_LINES = 5


class NoteForm(KeptForm):
    """Words and kind; day, symptom, coping idea, whether it helped and tags where they are asked for."""

    def __init__(self, keeper: NoteKeeper, save: Callable[[str, object], bool]) -> None:
        desk = keeper.desk
        super().__init__(Note, desk.theme, save)
        self.text = NoteText(journaling.LONGEST, _LINES)
        self.symptom, self.idea = SymptomInput(desk.scales), IdeaInput(keeper.ideas)
        self.date = DateInput(desk.theme, desk.clock.today)
        tags = TagsInput()
        self.keep("text", _("Note"), self.text, self.text)
        self.keep("kind", _("What it is about"), KindInput(desk.theme))
        self.keep("day", _("Day"), self.date, self.date.field)
        self.keep("linked_symptom", _("About this symptom"), self.symptom, self.symptom.field)
        row = self.keep("strategy", _("Coping idea"), self.idea, self.idea.field)
        row.show_hint(_("Type a word of it, as walk or music."))
        self.keep("helped", _("Did it help?"), HelpedInput(desk.theme))
        self.keep("tags", _("Tags"), tags, tags).show_hint(_("Words of your own, parted by commas."))
        self.show_more(False)

    def show_more(self, on: bool) -> None:
        """Show the fields that are seldom asked for, or hide them."""
        for name in MORE:
            self.rows[name].setVisible(on)

    def show_record(self, record: Row) -> None:
        """Show a note; what is being typed stays, and what the program shows needs no saving."""
        shown = [saver for saver in self._typed.values() if not saver.unsaved]
        super().show_record(record)
        for saver in shown:
            saver.forget()

    @Slot(str)
    def _on_field_changed(self, name: str) -> None:
        """Qt tells: a whole date and what is taken from a list are choices; half a word waits for a pause."""
        if (name == "day" and self._is_whole_date()) or name in self._picked():
            self.save_field(name)
        else:
            super()._on_field_changed(name)

    def _picked(self) -> list[str]:
        """Fields whose words were taken from the list under them."""
        picks = {"linked_symptom": self.symptom, "strategy": self.idea}
        return [name for name, pick in picks.items() if pick.suggestion is not None]

    def _is_whole_date(self) -> bool:
        try:
            found = self.date.value()
        except NotAllowed:
            return False
        return found is not None and found.exact is not None

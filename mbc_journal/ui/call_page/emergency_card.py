"""The emergency number of where she is: chosen by the person, never guessed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from mbc_journal import call, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Contact
from mbc_journal.ui.forms import FormRow, TextInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import TextSaver
from mbc_journal.ui.widgets import Card, Choice, Hint, Strong
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

_OTHER = "other"


class EmergencyCard(Card):
    """A few known numbers, or one's own. `chosen` carries the number after it was saved."""

    chosen = Signal(str)

    def __init__(self, offered: Sequence[str], writer: Writer, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._writer = writer
        self._contact: Contact | None = None
        self._stay = object()
        words = {number: number for number in offered} | {_OTHER: _("Other")}
        self.choice = Choice(_("Emergency number where I am"), words, desk.theme)
        self.choice.setObjectName("emergency_number")
        self.other = TextInput(longest=40)
        self.other_row = FormRow("emergency_other", _("Other number"), self.other, desk.theme)
        self.add(Strong(_("Emergency number where I am")))
        self.add(Hint(_("You choose it; the program does not guess where you are.")), self.choice, self.other_row)
        self._saver = TextSaver(self.other, self._save_other)
        self.choice.chosen.connect(self._on_choice_chosen)
        self.show_contact(None)

    def show_contact(self, contact: Contact | None) -> None:
        """Show what was chosen; None: nothing yet."""
        self._contact = contact
        number = contact.phone if contact is not None else None
        known = number in self.choice.track.values
        typing = self._saver.unsaved or (self.choice.value() == _OTHER and self.other_row.isVisible() and not known)
        if number is None and typing:
            return
        self.choice.set_value(number if known or number is None else _OTHER)
        self.other_row.setVisible(number is not None and not known)
        if not known and not self._saver.unsaved:
            self.other.set_value(number)

    def _save(self, number: str) -> bool:
        self._contact = call.chosen_emergency(self._contact, number)
        saved = self._writer.save(self._contact, name=wording.act(_("Emergency number"), number), stay=self._stay)
        if saved:
            self.chosen.emit(number)
        return saved

    def _save_other(self) -> bool:
        try:
            number = self.other.value()
        except NotAllowed as refused:
            self.other_row.show_problem(str(refused))
            return False
        self.other_row.show_problem("")
        return not number or self._save(number)

    @Slot(object)
    def _on_choice_chosen(self, choice: Choice) -> None:
        self._stay = object()
        number = choice.value()
        if number == _OTHER:
            self.other_row.show()
            self.other.clear()
            self.other.setFocus()
        elif number is not None:
            self._saver.forget()
            self.other_row.hide()
            self._save(number)

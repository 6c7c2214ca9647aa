"""My numbers: whom to call, the first one large; each is changed in place."""

from dataclasses import replace

from PySide6.QtCore import Slot

from mbc_journal import call, wording
from mbc_journal.records import Contact
from mbc_journal.ui.call_page.record_panel import RecordPanel
from mbc_journal.ui.call_page.record_row import Face, RecordRow
from mbc_journal.ui.call_page.rows_card import RowsCard
from mbc_journal.ui.forms import TextInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.widgets import Button, Label, Lead, LeadStrong, Muted, Strong, Title
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _


class ContactPanel(RecordPanel[Contact]):
    """Role, number, name and hours of one contact."""

    KIND = Contact

    def build(self) -> None:
        """Add the fields."""
        self.form.row("role", _("Who this is"), TextInput(), hint=_("For example: 24-hour line, nurse, pharmacy."))
        self.form.row("phone", _("Number"), TextInput())
        self.form.row("name", _("Name"), TextInput())
        self.form.row("hours", _("Hours"), TextInput(), hint=_("For example: day and night, weekdays 8 to 16."))

    def shown(self, record: Contact) -> dict[str, object]:
        """The values of the fields."""
        return {name: getattr(record, name) for name in self.form.rows}

    def made(self) -> Contact:
        """The contact as typed."""
        return replace(self.record or Contact(emergency=True), **self.form.values())

    def lacking(self) -> str:
        """A contact needs its number."""
        return "" if self.form.values()["phone"] else "phone"

    def missing(self) -> str:
        """What to say where the number is not there."""
        return _("Type the number first. What you typed is kept here.")

    def titles(self) -> tuple[str, str]:
        """The words over the fields."""
        return _("A new number"), _("Change this number")

    def act(self, record: Contact) -> str:
        """What Undo calls the contact."""
        return wording.act(call.contact_name(record), record.phone)


class NumbersCard(RowsCard[Contact]):
    """Every number but the emergency number."""

    def __init__(self, writer: Writer, desk: Desk) -> None:
        add = Button(_("&Add a number"), desk.theme, icon="plus")
        add.setObjectName("add_number")
        super().__init__(_("Add your team's 24-hour number."), add, writer, desk)

    def face(self, record: Contact) -> Face:
        """The first number large, the others plain."""
        first = record is self.records[0]
        name = call.contact_name(record)
        lines: list[tuple[type[Label], str]] = [(LeadStrong if first else Strong, name)]
        lines.append((Title if first else Lead, record.phone))
        more = ", ".join(part for part in (record.name, record.hours) if part and part != name)
        if more:
            lines.append((Muted, more))
        return Face(call.contact_words(record), tuple(lines), may_be_first=not first)

    def new_panel(self, record: Contact | None) -> ContactPanel:
        """The fields of a contact."""
        return ContactPanel(record, self.writer, self.desk)

    def act_name(self, record: Contact) -> str:
        """What Undo calls the contact."""
        return wording.act(call.contact_name(record), record.phone)

    @Slot(object)
    def on_row_put_first(self, row: RecordRow) -> None:
        """Make a number the first; it is the only one that is."""
        contact = self.records[self.rows.index(row)]
        changed = call.called_first(self.records, contact)
        if changed and self.writer.save(*changed, name=wording.act(call.contact_name(contact), _("call first"))):
            self._focus(0, "change")

"""Your team said: the team's own rule, in their words, when an answer of the day meets it."""

from PySide6.QtCore import Slot

from mbc_journal import check_in, wording
from mbc_journal.check_in import Sheet
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Contact, PlanRule
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Button, Card, FlowRow, Label, LinkButton, Strong
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

_CALLED, _NOT_SAID = "called", "not said"


class RuleCard(Card):
    """Shows one rule at a time, in plain colours, in place. Only a rule the person typed is ever shown."""

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._journal = journal
        self._writer = Writer(journal, desk.announcer)
        self._rule: PlanRule | None = None
        self._day = desk.clock.today()
        self.setObjectName("plan_card")
        self.words = Label()
        self.whom = Label()
        self._desk = desk
        self.call = Button(_("Who to call"), desk.theme, icon="phone")
        self.call.setObjectName("plan_call")
        self.called = Button(_("I have called"), desk.theme)
        self.called.setObjectName("plan_called")
        self.not_now = LinkButton(_("Not now"), desk.theme)
        self.not_now.setObjectName("plan_close")
        row = FlowRow(desk.theme)
        row.add(self.call, self.called, self.not_now)
        self.add(Strong(_("Your team said")), self.words, self.whom, row)
        self.hide()
        self.call.clicked.connect(self._on_call_clicked)
        self.called.clicked.connect(self._on_called_clicked)
        self.not_now.clicked.connect(self._on_not_now_clicked)

    def show_rules(self, sheet: Sheet) -> None:
        """Show the first rule that an answer of the sheet meets, or nothing."""
        met = check_in.met_rules(sheet, self._journal.ask(questions.plan_rules))
        self._day = sheet.day
        self._rule = met[0][0] if met else None
        self.setVisible(bool(met))
        if self._rule is not None:
            self.words.setText(f"\u201c{self._rule.words}\u201d")
            contact = self._contact(self._rule)
            self.whom.setText("" if contact is None else _whom(contact))
            self.whom.setVisible(contact is not None)

    def _contact(self, rule: PlanRule) -> Contact | None:
        contacts = self._journal.ask(questions.contacts)
        named = [contact for contact in contacts if contact.id == rule.contact_id]
        first = [contact for contact in contacts if contact.call_first]
        return next(iter(named or first), None)

    def _settle(self, said: str) -> None:
        if self._rule is not None:
            rule = check_in.settled(self._rule, self._day, said)
            self._writer.save(rule, name=wording.act(_("Your team's rule"), _("noted")))

    @Slot()
    def _on_call_clicked(self) -> None:
        self._desk.announcer.wanted.emit(Place("call"))

    @Slot()
    def _on_called_clicked(self) -> None:
        self._settle(_CALLED)

    @Slot()
    def _on_not_now_clicked(self) -> None:
        self._settle(_NOT_SAID)


def _whom(contact: Contact) -> str:
    parts = [part for part in (contact.role, contact.name, contact.phone, contact.hours) if part]
    return ", ".join(parts)

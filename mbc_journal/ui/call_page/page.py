"""Who to call: my numbers, what my team told me, and when to call whom. Nothing here follows from entries."""

from pathlib import Path

from PySide6.QtCore import Slot

from mbc_journal import call
from mbc_journal.call import Limit
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.ui.call_page.emergency_card import EmergencyCard
from mbc_journal.ui.call_page.lists import CallLists
from mbc_journal.ui.call_page.numbers_card import NumbersCard
from mbc_journal.ui.call_page.rules_card import RulesCard
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Button, FlowRow, Heading
from mbc_journal.wording import N_, _

_OFFERED = ("112", "911", "999", "000")
"""Emergency numbers to choose from, where the content that lists them is damaged."""


class CallPage(Page):
    """Opens with F2. `folder` holds the call signs; None: those of the reference in use."""

    NAME, TITLE, ICON, NUMBER = "call", N_("Who to call"), "phone", 0
    WATCHES = frozenset({"contact", "plan_rule"})

    def __init__(self, journal: Journal, desk: Desk, folder: Path | None = None) -> None:
        super().__init__(journal, desk)
        self.lists = CallLists(desk.theme, desk.clock.today(), folder or desk.catalogue.folder)
        guide = self.lists.guide
        self.numbers = NumbersCard(self.writer, desk)
        self.emergency = EmergencyCard(_OFFERED if guide is None else guide.emergency_numbers, self.writer, desk)
        self.rules = RulesCard(self._published, self.writer, desk)
        self.print_button = Button(_("&Print this page"), desk.theme, icon="printer")
        self.print_button.setObjectName("print_this_page")
        self.add_header(_(self.TITLE), self.print_button)
        for words, card in ((_("My numbers"), self.numbers), (_("What my team told me"), self.rules)):
            head = FlowRow(desk.theme, apart=True)
            head.add(Heading(words), card.add_button)
            self.add(head, card)
            if card is self.numbers:
                self.add(self.emergency)
        self.add(self.lists)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.emergency.chosen.connect(self._on_emergency_chosen)

    def refresh(self) -> None:
        """Read numbers and rules anew."""
        contacts = self.journal.ask(questions.contacts)
        chosen = call.emergency(contacts)
        self.rules.contacts = call.numbers(contacts)
        self.rules.units = tuple(self.journal.ask(questions.profile).units)
        self.numbers.show_records(call.numbers(contacts))
        self.rules.show_records(self.journal.ask(questions.plan_rules))
        self.emergency.show_contact(chosen)
        self.lists.show_emergency_number("" if chosen is None else chosen.phone)
        may_write = not self.journal.read_only
        for part in (self.numbers, self.numbers.add_button, self.rules, self.rules.add_button, self.emergency.choice):
            part.setEnabled(may_write)
        self.emergency.other.setEnabled(may_write)

    def go_to(self, place: Place) -> None:
        """Begin a new number, where that was asked for."""
        if place.verb == "add" and not self.journal.read_only:
            self.numbers.begin()

    def first_focus(self) -> None:
        """The first number, or the button to add one."""
        rows = self.numbers.rows
        (rows[0].change if rows else self.numbers.add_button).setFocus()

    def _published(self, scale_id: str) -> Limit | None:
        return self.lists.guide.limit(scale_id) if self.lists.guide is not None else None

    @Slot()
    def _on_print_clicked(self) -> None:
        self.desk.announcer.wanted.emit(Place("print", verb="who_to_call"))

    @Slot(str)
    def _on_emergency_chosen(self, number: str) -> None:
        self.lists.show_emergency_number(number)

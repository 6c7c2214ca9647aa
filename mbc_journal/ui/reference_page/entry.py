"""One page of the reference, built from its view."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal.reference.mine import Log
from mbc_journal.reference.notes import brackets, number_words
from mbc_journal.reference.pages import NOT_REVIEWED, View
from mbc_journal.ui.reference_page import listing
from mbc_journal.ui.reference_page.checks import check_rows
from mbc_journal.ui.reference_page.contents import Line, WholeContents
from mbc_journal.ui.reference_page.effects import EffectRow
from mbc_journal.ui.reference_page.foot import AskRow, SourcesFold
from mbc_journal.ui.reference_page.keeper import Keeper
from mbc_journal.ui.reference_page.statements import part_rows
from mbc_journal.ui.widgets import Button, Card, FlowRow, Heading, Hint, Label, LeadStrong, Muted, Rule, Strong
from mbc_journal.wording import _


class EntryView(QWidget):
    """`page_wanted` carries the key of a page that was chosen in it; `print_wanted` follows its last button."""

    page_wanted = Signal(object)
    print_wanted = Signal()

    def __init__(self, view: View, keeper: Keeper) -> None:
        super().__init__()
        self.setObjectName("entry")
        self._keeper = keeper
        self._view = view
        self._theme = keeper.desk.theme
        self.effects: list[EffectRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(self._theme.px(2))
        self._add_head()
        self._add_call()
        self._add_effects()
        for part in view.parts:
            self._add(*(check_rows(part, keeper) if part.checks else part_rows(part, self._theme)))
        self._end_of_parts = self.column.count()
        self._add_drugs()
        catalogue = keeper.desk.catalogue
        self._add_list("it_may_help_with", _("It may help with"), listing.effects(catalogue, view.eases))
        self._add_list("ideas_listed", _("The ideas"), listing.ideas(view.ideas))
        self._add_questions()
        self._add_foot()

    @property
    def title(self) -> str:
        """What the page is called."""
        return self._view.title

    def show_log(self, log: Log) -> None:
        """Say how often she logged each effect."""
        for row in self.effects:
            row.show_log(log)

    def add_door(self, door: QWidget) -> None:
        """Put the outlook door where the rest would begin."""
        self.column.insertWidget(self._end_of_parts, door)

    def add_print(self, door_open: bool) -> None:
        """Put the button that prints the page at its end; what is behind the door is not printed, which is said."""
        self.print_button = Button(_("&Print this page"), self._theme, icon="printer")
        self.print_button.setObjectName("print_this_page")
        self.print_button.clicked.connect(self.print_wanted)
        row = FlowRow(self._theme)
        row.add(self.print_button)
        self._add(row, *([Hint(_("Outlook figures are never printed."))] if door_open else []))

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.column.addWidget(widget)

    def _add_head(self) -> None:
        head = FlowRow(self._theme)
        head.add(Heading(self._view.title))
        if self._view.beside:
            head.add(Muted(self._view.beside))
        self._add(head)
        if self._view.status:
            card = Card(self._theme)
            card.setObjectName("status")
            named = brackets(self._view.status_numbers).replace(" ", "\u00a0")  # they stay on one line
            status = Strong(f"{self._view.status} {named}".strip())
            status.setAccessibleName(f"{self._view.status} {number_words(self._view.status_numbers)}".strip())
            card.add(status)
            self._add(card)
        self._add(*(Hint(badge) for badge in self._view.badges))
        for said in self._view.line:
            self._add(Label(said.text))
        badges = dict.fromkeys(said.badge for said in self._view.line if said.badge)
        numbers = {number for said in self._view.line for number in said.numbers}
        notes = ", ".join(part for part in (*badges, number_words(sorted(numbers))) if part)
        self._add(*([Hint(notes)] if notes else []))

    def _add_call(self) -> None:
        if not self._view.call:
            return
        card = Card(self._theme, boxed=True)
        card.setObjectName("call_if")
        for part in self._view.call:
            card.add(*part_rows(part, self._theme))
        self._add(card)

    def _add_effects(self) -> None:
        if not self._view.effects:
            return
        self._add(LeadStrong(_("What you may notice")))
        for place, (effect_id, unchecked) in enumerate(self._view.effects):
            row = EffectRow(self._keeper.desk.catalogue.effects[effect_id], unchecked, self._keeper)
            self.effects.append(row)
            self._add(*([Rule(), row] if place else [row]))
        self._add(Hint(_("Your own log of the last 4 weeks, counted on the days you wrote something.")))

    def _add_drugs(self) -> None:
        drugs = self._view.drugs
        if not drugs:
            return
        title = _("Treatments that list it") if self._view.effects else _("The treatments")
        catalogue = self._keeper.desk.catalogue
        lines = listing.plain(drugs) if self._view.effects else listing.by_class(catalogue, drugs)
        self._add_list("treatments_listed", title, lines)

    def _add_list(self, name: str, title: str, lines: Sequence[Line]) -> None:
        if lines:
            rows = WholeContents(self._theme, name, title)
            rows.show_lines(lines)
            rows.wanted.connect(self.page_wanted)
            self._add(LeadStrong(title), rows)

    def _add_questions(self) -> None:
        if not self._view.questions:
            return
        self._add(LeadStrong(_("Ask your team")))
        for place, text in enumerate(self._view.questions, start=1):
            self._add(AskRow(place, text, self._keeper))

    def _add_foot(self) -> None:
        if self._view.sources:
            self._add(SourcesFold(self._view.sources, self._theme))
        self._add(Hint(" ".join(part for part in (self._view.checked, _(NOT_REVIEWED)) if part)))

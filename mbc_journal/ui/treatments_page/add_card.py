"""Add a treatment, in place: only the name is needed; nothing is filled in but what kind it is."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from mbc_journal import treatments, wording
from mbc_journal.catalogue import Drug
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Step, StepKind, Therapy
from mbc_journal.treatments import NameOffer
from mbc_journal.ui.forms import Form, PickInput, Suggestion
from mbc_journal.ui.treatments_page.keeper import TreatmentKeeper
from mbc_journal.ui.treatments_page.more_forms import LONGEST_NAME, MoreForm, WayForm, line_number, line_problem
from mbc_journal.ui.treatments_page.step_fields import StartForm
from mbc_journal.ui.widgets import Button, Card, FlowRow, Heading, LinkButton
from mbc_journal.wording import N_, _

_NAME_HINT = N_("Generic or brand name, or any words of yours. Only this is needed.")


class AddCard(Card):
    """`added` carries the new Therapy once it is saved; `closed` follows Close and Esc, and what was typed stays."""

    added = Signal(object)
    closed = Signal()

    def __init__(self, keeper: TreatmentKeeper) -> None:
        super().__init__(keeper.desk.theme)
        self._keeper = keeper
        self._taken: Drug | None = None
        self._pending: Therapy | None = None
        self.setObjectName("add_panel")
        theme = keeper.desk.theme
        self.what = Form(Therapy, theme)
        self.name = PickInput(self._suggest, longest=LONGEST_NAME)
        self.what.row("name", _("Name"), self.name)
        self.start = StartForm(theme, keeper.desk.clock.today)
        self.way = WayForm(keeper.desk.catalogue, theme)
        self.more = MoreForm(keeper.desk.catalogue, theme)
        self.add_it = Button(_("Add &it"), theme, icon="check")
        self.more_button = LinkButton(_("More to say"), theme)
        self.close_button = LinkButton(_("Close"), theme)
        buttons = FlowRow(theme)
        names = {"add_it": self.add_it, "add_more": self.more_button, "add_close": self.close_button}
        for name, button in names.items():
            button.setObjectName(name)
            buttons.add(button)
        self.add(Heading(_("Add a treatment")), self.what, self.start, self.way, self.more, buttons)
        self._show_more(False)
        self._clear()
        self.name.picked.connect(self._on_name_picked)
        self.name.changed.connect(self._on_name_changed)
        self.add_it.clicked.connect(self._on_add_clicked)
        self.more_button.clicked.connect(self._on_more_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)

    def open(self) -> None:
        """Show the card, with what was typed before."""
        self.show()
        self.name.setFocus()

    def settle(self) -> None:
        """Empty the card once its treatment is in the file, also when that took another try."""
        if self._pending is not None and self._pending.id in {one.therapy.id for one in self._keeper.courses}:
            self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the card and keeps what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _suggest(self, typed: str) -> list[Suggestion]:
        found = treatments.names(self._keeper.desk.catalogue, typed)
        return [Suggestion(one.drug.id, wording.say(one.drug.title), one.detail) for one in found]

    def _meant(self) -> NameOffer | None:
        """The treatment of the reference that the name means; None for a free name."""
        return treatments.known(self._keeper.desk.catalogue, self.name.field.text())

    def _take(self, drug: Drug, brand: str) -> None:
        """Fill in what kind of treatment it is, and offer its usual plans; never a dose."""
        self._taken = drug
        self.more.kind.set_value(drug.kind)
        self.way.route.set_value(drug.route)
        self.way.brand.set_value(brand)
        self.start.plan.offer_for(drug)

    def _let_go(self) -> None:
        """The name means no treatment of the reference any more: what was filled in for one goes."""
        if self._taken is not None:
            self._taken = None
            self.more.kind.set_value("")
            self.way.fill({"route": "", "brand": ""})
            self.start.plan.offer_for(None)

    def _clear(self) -> None:
        self._taken = None
        self.what.fill({"name": ""})
        self.start.fill({"on": None, "dose": None, "schedule": ""})
        self.way.fill({"route": "", "brand": ""})
        self.more.fill(dict.fromkeys(self.more.rows, ""))
        self.start.plan.offer_for(None)
        self.what.rows["name"].show_hint(_(_NAME_HINT))

    def _show_more(self, on: bool) -> None:
        self.more.setVisible(on)
        self.way.setVisible(on)
        self.more_button.setText(_("Less") if on else _("More to say"))

    def _finish(self) -> None:
        therapy, self._pending = self._pending, None
        if therapy is not None:
            self._clear()
            self._show_more(False)
            self.added.emit(therapy)

    def _refuse(self) -> bool:
        """Say what cannot be kept, beside its field."""
        for form in (self.what, self.start, self.way, self.more):
            if form.show_problem():
                self._show_more(self.more.isVisible() or form in (self.way, self.more))
                form.show_problem()
                return True
        if not self.name.value():
            self.what.say("name", _("A name is needed here. Any words will do."))
            return True
        values = self.more.values()
        problem = line_problem(values["line"], values["intent"])
        if problem:
            self._show_more(True)
            self.more.say("line", problem)
        return bool(problem)

    def _made(self) -> tuple[Therapy, Step]:
        meant = self._meant()
        values = self.more.values()
        name = self.name.value()
        therapy = Therapy(
            name=wording.say(meant.drug.title) if meant and meant.brand else name,
            reference_id=meant.drug.id if meant else "",
            **{**values, "line": line_number(values["line"])},
        )
        on, dose = self.start.on.value(), self.start.dose.value()
        regime = self.start.plan.regime(on, goes_on=False)
        step = Step(
            therapy_id=therapy.id, kind=StepKind.START, on=on, dose=dose,
            unit=self.start.dose.unit() if dose is not None else "", schedule=regime.schedule, note=regime.note,
            **self.way.values(),
        )  # fmt: skip
        return therapy, step

    @Slot(object)
    def _on_name_picked(self, suggestion: Suggestion) -> None:
        """A treatment was chosen from the list; the brand is the one that was typed, if it was one."""
        drug = self._keeper.desk.catalogue.get(suggestion.id)
        if drug is not None:
            brand = suggestion.detail.partition(", ")[0]
            self._take(drug, brand if brand in drug.brands else "")

    @Slot()
    def _on_name_changed(self) -> None:
        meant, typed = self._meant(), self.name.field.text().strip()
        row = self.what.rows["name"]
        if meant is not None:
            if self.name.suggestion is None:
                self._take(meant.drug, meant.brand)
            row.show_hint(meant.detail)
            return
        self._let_go()
        if not typed:
            row.show_hint(_(_NAME_HINT))
        elif self.name.offers.isHidden():
            row.show_hint(_("No page for this drug. That is fine."))
        else:
            row.show_hint(_("Choose one, or keep your own words."))

    @Slot()
    def _on_add_clicked(self) -> None:
        if self._refuse():
            return
        therapy, step = self._made()
        self._pending = therapy
        try:
            saved = self._keeper.add(therapy, step)
        except NotAllowed as refused:
            self._pending = None
            self.what.say("name", str(refused))
            return
        if saved:
            self._finish()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._show_more(not self.more.isVisible())

    @Slot()
    def _on_close_clicked(self) -> None:
        self.closed.emit()

"""What can be chosen for one print: period, what goes in, paper, size, name."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from mbc_journal import report
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Profile, Span
from mbc_journal.ui.forms import DateInput, FormRow
from mbc_journal.ui.page import Desk
from mbc_journal.ui.widgets import Card, CheckBox, Choice, Strong
from mbc_journal.wording import N_, _

_WEEKS = {"four_weeks": 28, "eight_weeks": 56}
_PERIODS = {
    "last_visit": N_("Since last visit"),
    "four_weeks": N_("4 weeks"),
    "eight_weeks": N_("8 weeks"),
    "from_to": N_("From - to"),
}
_PARTS = {
    "include_questions": N_("My questions"),
    "include_symptoms": N_("Symptoms compared"),
    "include_charts": N_("Charts, day by day"),
    "include_treatments": N_("Treatments"),
    "include_measured": N_("Measured values"),
    "include_notes": N_("Notes I starred"),
    "include_matters": N_("What matters to me now"),
    "include_allergies": N_("Allergies"),
}


@dataclass(frozen=True)
class Wanted:
    """The choices made: the period (None: since the last visit), and the options of the page."""

    span: Span | None
    options: report.Options


class Choices(Card):
    """`changed` after each choice. Nothing here is stored but the paper, which is the person's own."""

    changed = Signal()
    paper_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        theme = desk.theme
        self.period = Choice(_("Period"), {name: _(words) for name, words in _PERIODS.items()}, theme)
        self.period.setObjectName("period")
        self.period.set_value("last_visit")
        self.since = FormRow("since", _("From"), DateInput(theme, desk.clock.today, exact=True), theme)
        self.until = FormRow("until", _("To"), DateInput(theme, desk.clock.today, exact=True), theme)
        self.paper = Choice(_("Paper"), {report.A4: "A4", report.LETTER: "Letter"}, theme)
        self.paper.setObjectName("paper")
        self.print_size = Choice(_("Size of print"), {"normal": _("Normal"), "large": _("Large")}, theme)
        self.print_size.setObjectName("print_size")
        self.print_size.set_value("normal")
        self.parts = {name: CheckBox(_(words), theme) for name, words in _PARTS.items()}
        self.name_on_page = CheckBox(_("My name on the page"), theme)
        self.name_on_page.setObjectName("name_on_page")
        self._lay_out()
        self._wire()

    def show_profile(self, profile: Profile) -> None:
        """Show the person's paper; without one the usual A4."""
        self.paper.set_value(profile.paper or report.A4)

    def wanted(self) -> Wanted | None:
        """What is chosen; None while a date is missing or wrong, which is said beside it."""
        ticked = {name: box.isChecked() for name, box in self.parts.items()}
        options = report.Options(
            scales=self._desk.scales,
            paper=self.paper.value() or "",
            large=self.print_size.value() == "large",
            name_on_page=self.name_on_page.isChecked(),
            include_matters=ticked["include_matters"],
            include_questions=ticked["include_questions"],
            include_symptoms=ticked["include_symptoms"],
            include_treatments=ticked["include_treatments"],
            include_charts=ticked["include_charts"],
            include_measured=ticked["include_measured"],
            include_notes=ticked["include_notes"],
            include_allergies=ticked["include_allergies"],
            week_starts=self._desk.preferences.values.week_starts - 1,
        )
        value = self.period.value()
        if value == "from_to":
            span = self._typed_span()
            return None if span is None else Wanted(span, options)
        if value in _WEEKS:
            today = self._desk.clock.today()
            return Wanted(Span(today - dt.timedelta(days=_WEEKS[value] - 1), today), options)
        return Wanted(None, options)

    def _typed_span(self) -> Span | None:
        ends = [self._day(self.since), self._day(self.until)]
        if ends[0] is None or ends[1] is None:
            return None
        if ends[1] < ends[0]:
            self.until.show_problem(_("This ends before it starts."))
            return None
        return Span(ends[0], ends[1])

    def _day(self, row: FormRow) -> dt.date | None:
        field = row.widget
        row.show_problem("")
        if not isinstance(field, DateInput):
            return None
        try:
            value = field.value()
        except NotAllowed as refused:
            row.show_problem(str(refused))
            return None
        return value.exact if value is not None else None

    def _lay_out(self) -> None:
        self.add(Strong(_("Period")), self.period, self.since, self.until)
        self.add_row(Strong(_("On the page")))
        for name, box in self.parts.items():
            box.setObjectName(name)
            box.setChecked(True)
            self.add(box)
        self.add(self.name_on_page)
        self.add_row(Strong(_("Paper")))
        self.add(self.paper, Strong(_("Size of print")), self.print_size)
        self.since.hide()
        self.until.hide()

    def _wire(self) -> None:
        self.period.chosen.connect(self._on_period_chosen)
        self.paper.chosen.connect(self._on_paper_chosen)
        self.print_size.chosen.connect(self._on_chosen)
        for row in (self.since, self.until):
            if isinstance(row.widget, DateInput):
                row.widget.changed.connect(self._on_changed)
        for box in (*self.parts.values(), self.name_on_page):
            box.clicked.connect(self._on_changed)

    @Slot(object)
    def _on_period_chosen(self, _choice: Choice) -> None:
        own = self.period.value() == "from_to"
        self.since.setVisible(own)
        self.until.setVisible(own)
        if own:
            self.since.target.setFocus()
        self.changed.emit()

    @Slot(object)
    def _on_paper_chosen(self, _choice: Choice) -> None:
        self.paper_chosen.emit(self.paper.value() or "")
        self.changed.emit()

    @Slot(object)
    def _on_chosen(self, _choice: Choice) -> None:
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

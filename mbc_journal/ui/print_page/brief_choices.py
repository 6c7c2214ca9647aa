"""What can be chosen for a Visit Brief: its period, what goes in, her name."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import report
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Span
from mbc_journal.ui.forms import DateInput, FormRow
from mbc_journal.ui.page import Desk
from mbc_journal.ui.widgets import CheckBox, Choice, Rule, Strong
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


class BriefChoices(QWidget):
    """`changed` after each choice."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.period = Choice(_("Period"), {name: _(words) for name, words in _PERIODS.items()}, theme)
        self.period.setObjectName("period")
        self.period.set_value("last_visit")
        self.since = FormRow("since", _("From"), DateInput(theme, desk.clock.today, exact=True), theme)
        self.until = FormRow("until", _("To"), DateInput(theme, desk.clock.today, exact=True), theme)
        self.parts = {name: CheckBox(_(words), theme) for name, words in _PARTS.items()}
        self.name_on_page = CheckBox(_("My name on the page"), theme)
        self.name_on_page.setObjectName("name_on_page")
        self._lay_out()
        self._wire()

    def options(self, options: report.Options) -> report.Options:
        """The options with what goes in."""
        ticked = {name: box.isChecked() for name, box in self.parts.items()}
        return replace(
            options,
            name_on_page=self.name_on_page.isChecked(),
            include_matters=ticked["include_matters"],
            include_questions=ticked["include_questions"],
            include_symptoms=ticked["include_symptoms"],
            include_treatments=ticked["include_treatments"],
            include_charts=ticked["include_charts"],
            include_measured=ticked["include_measured"],
            include_notes=ticked["include_notes"],
            include_allergies=ticked["include_allergies"],
        )

    def is_ready(self) -> bool:
        """Whether there is a period; a date that is missing or wrong is said beside it."""
        return self.period.value() != "from_to" or self._typed_span() is not None

    def span(self) -> Span | None:
        """The period; None: since the last visit."""
        value = self.period.value()
        if value == "from_to":
            return self._typed_span()
        if value not in _WEEKS:
            return None
        today = self._desk.clock.today()
        return Span(today - dt.timedelta(days=_WEEKS[value] - 1), today)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.theme.px(2))
        for name, box in self.parts.items():
            box.setObjectName(name)
            box.setChecked(True)
        above = (Strong(_("Period")), self.period, self.since, self.until, Rule(), Strong(_("On the page")))
        for widget in (*above, *self.parts.values(), self.name_on_page):
            column.addWidget(widget)
        self.since.hide()
        self.until.hide()

    def _wire(self) -> None:
        self.period.chosen.connect(self._on_period_chosen)
        for row in (self.since, self.until):
            if isinstance(row.widget, DateInput):
                row.widget.changed.connect(self.changed)
        for box in (*self.parts.values(), self.name_on_page):
            box.clicked.connect(self._on_box_clicked)

    @Slot(object)
    def _on_period_chosen(self, _choice: Choice) -> None:
        own = self.period.value() == "from_to"
        self.since.setVisible(own)
        self.until.setVisible(own)
        if own:
            self.since.target.setFocus()
        self.changed.emit()

    @Slot()
    def _on_box_clicked(self) -> None:
        self.changed.emit()

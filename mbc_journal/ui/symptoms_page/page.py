"""Symptoms: each one over time, under its treatment bars; as chart, as table, in words."""

import datetime as dt

from PySide6.QtCore import Slot

from mbc_journal import periods, series, wording
from mbc_journal.db.journal import Journal
from mbc_journal.periods import Period
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Span
from mbc_journal.ui.chart_view import ChartView, PanelFacts
from mbc_journal.ui.forms import DateInput, FormRow
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.read_about import has_page, read_about
from mbc_journal.ui.signals import Place
from mbc_journal.ui.symptoms_page import findings
from mbc_journal.ui.symptoms_page.chooser import Chooser
from mbc_journal.ui.symptoms_page.findings import Background, Findings, Shown
from mbc_journal.ui.symptoms_page.views import TablesView, WordsView
from mbc_journal.ui.widgets import Button, Card, Chip, Choice, FlowRow, Muted, Problem
from mbc_journal.wording import N_, _

_VIEWS = {"chart": N_("Chart"), "table": N_("Table"), "words": N_("Words")}


class SymptomsPage(Page):
    """Chart, table and words come from one reading of the journal, so they cannot disagree."""

    NAME, TITLE, ICON, NUMBER = "symptoms", N_("Symptoms"), "chart-line", 3
    WATCHES = frozenset({"reading", "day", "therapy", "step", "visit", "profile"})

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        theme = desk.theme
        self._period = Period.EIGHT_WEEKS
        self._own: Span | None = None
        self.periods: Choice | None = None
        self._periods_row = FlowRow(theme)
        self.views = Choice(_("Show as"), {name: _(words) for name, words in _VIEWS.items()}, theme)
        self.views.setObjectName("view")
        self.views.set_value("chart")
        self.highest_first = Chip(_("Highest first"), theme)
        self.highest_first.setObjectName("highest_first")
        self.add_header(_(self.TITLE), self.highest_first, self.views)
        self.since = FormRow("since", _("From"), DateInput(theme, desk.clock.today, exact=True), theme)
        self.until = FormRow("until", _("To"), DateInput(theme, desk.clock.today, exact=True), theme)
        self.chooser = Chooser(theme)
        self.chart = ChartView(theme)
        self._chart_card = Card(theme)
        self._chart_card.add(self.chart)
        self.tables = TablesView(theme)
        self.words = WordsView(theme)
        self.problem = Problem()
        self.footer = Muted()
        self.footer.setObjectName("logged")
        self._add_empty()
        for widget in (
            self._periods_row, self.since, self.until, self.chooser, self._empty, self.problem,
            self._chart_card, self.tables, self.words, self.footer,
        ):  # fmt: skip
            self.add(widget)
        for hidden in (self.since, self.until, self.problem):
            hidden.hide()
        self._wire()

    def refresh(self) -> None:
        """Read the period anew."""
        back = findings.background(self.journal, self.desk.scales, self.desk.clock.today())
        self.chooser.show_scales(back.logged_scales)
        self._show_periods(back)
        nothing = back.last_entry is None
        self._show_empty(_("What you log on Today appears here.") if nothing else "", _("&Go to Today"))
        for part in (self.chooser, self.highest_first, self.views, self._periods_row):
            part.setVisible(not nothing)
        if nothing:
            self._show_view(None)
            return
        span = periods.span_of(self._period, self._known(back))
        found = findings.find(self.journal, self.desk.scales, back, self.chooser.chosen, span)
        if self.highest_first.isChecked():
            found = _highest_first(found)
        if found.empty and back.last_entry is not None:
            last = wording.day(back.last_entry)
            self._show_empty(_("Nothing in this period. Last entry {day}.").format(day=last), _("&Show it"))
        self._show_view(found)

    def go_to(self, place: Place) -> None:
        """Show one symptom, where that was asked for."""
        if place.scale:
            self.chooser.choose(place.scale)
            self.mark_stale()

    def first_focus(self) -> None:
        """The periods are the main action."""
        if self.periods is not None:
            self.periods.setFocus()

    def _add_empty(self) -> None:
        self._empty = Card(self.desk.theme)
        self._empty_words = Muted()
        self.empty_button = Button("", self.desk.theme)
        self.empty_button.setObjectName("empty_action")
        row = FlowRow(self.desk.theme)
        row.add(self.empty_button)
        self._empty.add(self._empty_words, row)
        self._empty.hide()
        self._last_entry: dt.date | None = None

    def _wire(self) -> None:
        self.views.chosen.connect(self._on_view_chosen)
        self.chooser.changed.connect(self._on_choice_changed)
        self.highest_first.clicked.connect(self._on_choice_changed)
        self.chart.day_wanted.connect(self._on_day_wanted)
        self.chart.page_wanted.connect(self._on_page_wanted)
        self.chart.said.connect(self.desk.announcer.said)
        self.chart.failed.connect(self._on_chart_failed)
        self.tables.day_wanted.connect(self._on_day_wanted)
        self.empty_button.clicked.connect(self._on_empty_clicked)
        for row in (self.since, self.until):
            if isinstance(row.widget, DateInput):
                row.widget.changed.connect(self._on_dates_changed)

    def _known(self, back: Background) -> periods.Known:
        known = back.known
        return periods.Known(known.today, known.first_entry, known.last_visit, known.line_since, self._own)

    def _show_periods(self, back: Background) -> None:
        self._last_entry = back.last_entry
        words = {str(period): _(periods.WORDS[period]) for period in periods.offered(back.known)}
        if self.periods is not None and self.periods.track.values == tuple(words):
            return
        for widget in self._periods_row.take_all():
            widget.hide()
            widget.deleteLater()
        self.periods = Choice(_("Period"), words, self.desk.theme)
        self.periods.setObjectName("period")
        self.periods.set_value(str(self._period) if str(self._period) in words else str(Period.FOUR_WEEKS))
        self.periods.chosen.connect(self._on_period_chosen)
        self._periods_row.add(self.periods)

    def _show_empty(self, text: str, verb: str) -> None:
        self._empty.setVisible(bool(text))
        self._empty_words.setText(text)
        self.empty_button.setText(verb)

    def _show_view(self, found: Findings | None) -> None:
        view = self.views.value()
        shown = found is not None and not found.empty
        self._chart_card.setVisible(shown and view == "chart")
        self.tables.setVisible(shown and view == "table")
        self.words.setVisible(shown and view == "words")
        self.footer.setVisible(found is not None)
        if found is None:
            return
        self.footer.setText(f"{found.logged.words} {_('Gaps are days without an entry. Higher is worse.')}")
        if view == "table":
            self.tables.show_findings(found)
        elif view == "words":
            self.words.show_findings(found)
        else:
            facts = [self._facts(one) for one in found.shown]
            self.chart.show_panels(facts, found.bars, found.span, found.visits)

    def _facts(self, shown: Shown) -> PanelFacts:
        return PanelFacts(shown.drawn, shown.words, has_page=has_page(self.desk.catalogue, shown.series.scale.id))

    @Slot(str)
    def _on_page_wanted(self, scale_id: str) -> None:
        read_about(self.desk, scale_id)

    @Slot(object)
    def _on_view_chosen(self, _choice: Choice) -> None:
        self.mark_stale()

    @Slot()
    def _on_choice_changed(self) -> None:
        self.mark_stale()

    @Slot(object)
    def _on_period_chosen(self, choice: Choice) -> None:
        self._period = Period(choice.value() or Period.EIGHT_WEEKS)
        own = self._period is Period.FROM_TO
        self.since.setVisible(own)
        self.until.setVisible(own)
        if own:
            self.since.target.setFocus()
        self.mark_stale()

    @Slot()
    def _on_dates_changed(self) -> None:
        days = [_typed(row) for row in (self.since, self.until)]
        if days[0] is None or days[1] is None:
            return
        if days[1] < days[0]:
            self.until.show_problem(_("This ends before it starts."))
            return
        self._own = Span(days[0], days[1])
        self.mark_stale()

    @Slot(object)
    def _on_day_wanted(self, day: dt.date) -> None:
        self.desk.announcer.wanted.emit(Place("today", day=day))

    @Slot(str)
    def _on_chart_failed(self, why: str) -> None:
        self.problem.setText(why)
        self.problem.show()
        self.views.set_value("table")
        self.mark_stale()

    @Slot()
    def _on_empty_clicked(self) -> None:
        if self._last_entry is None:
            self.desk.announcer.wanted.emit(Place("today"))
        else:
            self._own = Span(self._last_entry - dt.timedelta(days=27), self._last_entry)
            self._period = Period.FROM_TO
            if self.periods is not None:
                self.periods.set_value(str(Period.FROM_TO))
            self.mark_stale()


def _typed(row: FormRow) -> dt.date | None:
    """The day typed in a row; None for nothing or a wrong one, which is said beside it."""
    if not isinstance(row.widget, DateInput):
        return None
    row.show_problem("")
    try:
        value = row.widget.value()
    except NotAllowed as refused:
        row.show_problem(str(refused))
        return None
    return value.exact if value is not None else None


def _highest_first(found: Findings) -> Findings:
    first, *others = found.shown
    order = series.highest_first([one.series for one in others])
    by_series = {id(one.series): one for one in others}
    shown = (first, *(by_series[id(one)] for one in order))
    return Findings(found.span, shown, found.bars, found.visits, found.logged)

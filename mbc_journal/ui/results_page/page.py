"""Results: labs, markers, vitals and scans, each as it was printed; nothing is judged, nothing is guessed."""

from PySide6.QtCore import Slot

from mbc_journal import results, wording
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Reading
from mbc_journal.results import Section
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.results_page.add_card import AddCard
from mbc_journal.ui.results_page.hidden_notes import HiddenNotes
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.results_page.lines_card import LinesCard
from mbc_journal.ui.results_page.scans_view import ScansView
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Button, Card, Choice, FlowRow, Muted, PrimaryButton
from mbc_journal.wording import N_, _

_EMPTY = {
    Section.LABS: N_("Copy a line from your lab sheet, or import a file."),
    Section.MARKERS: N_("Copy a line from your lab sheet, or import a file."),
    Section.VITALS: N_("Weight, temperature or blood pressure, as you log it on Today or add it here."),
}


class ResultsPage(Page):
    """One section at a time; what is being typed stays while another one is looked at."""

    NAME, TITLE, ICON, NUMBER = "results", N_("Results"), "flask-conical", 7
    WATCHES = frozenset({"reading", "profile", "scan", "biopsy"})

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        theme = desk.theme
        self.keeper = ResultKeeper(journal, desk)
        self.add_result = PrimaryButton(_("&Add a result"), theme, icon="plus")
        self.add_result.setObjectName("add_result")
        self.add_scan = PrimaryButton(_("Add a &scan"), theme, icon="plus")
        self.add_scan.setObjectName("add_scan")
        self.add_header(_(self.TITLE), self.add_result, self.add_scan)
        words = {section.value: _(name) for section, name in results.SECTIONS.items()}
        self.sections = Choice(_("Kind of results"), words, theme)
        self.sections.setObjectName("section")
        self.sections.set_value(Section.LABS.value)
        self.adding = AddCard(self.keeper)
        self.adding.hide()
        self.hidden = HiddenNotes(self.keeper)
        self.lines = LinesCard(self.keeper)
        self.scans = ScansView(self.add_scan, self.keeper)
        self._add_empty()
        for widget in (self.sections, self.adding, self._empty, self.lines, self.hidden, self.scans):
            self.add(widget)
        self._wire()

    @property
    def section(self) -> Section:
        """The section shown."""
        return Section(self.sections.value() or Section.LABS.value)

    def refresh(self) -> None:
        """Read the section anew."""
        self.keeper.read()
        scans = self.section is Section.SCANS
        self.scans.setVisible(scans)
        self.add_scan.setVisible(scans)
        self.add_result.setVisible(not scans and self.adding.isHidden())
        self.adding.setEnabled(not self.keeper.is_read_only)
        for button in (self.add_result, self.add_scan):
            button.setEnabled(not self.keeper.is_read_only)
        if scans:
            self.scans.show_all(self.journal.ask(questions.scans), self.journal.ask(questions.biopsies))
            self._show_lines_hidden()
        else:
            self._show_section()

    def go_to(self, place: Place) -> None:
        """Show a test, a scan or a sample, or begin a new result, where that was asked for."""
        scale = self.desk.scales.get(place.scale) if place.scale else None
        section = results.section_of(scale, self.desk.scales) if scale is not None else None
        if place.row is not None and section is None:
            section = Section.SCANS
        if section is not None:
            self._choose(section)
        if place.row is not None and section is Section.SCANS:
            self.scans.go_to(place.row)
        row = self.lines.row_of(place.scale)
        if place.verb == "add":
            self._begin(wording.say(scale.label) if scale is not None else "")
        elif row is not None:
            row.open()
            row.chart.setFocus()

    def first_focus(self) -> None:
        """Adding is the main action."""
        target = self.add_scan if self.section is Section.SCANS else self.add_result
        (self.adding.test if target.isHidden() else target).setFocus()

    def _add_empty(self) -> None:
        self._empty = Card(self.desk.theme)
        self._empty_words = Muted()
        self.import_button = Button(_("&Import a file"), self.desk.theme)
        self.import_button.setObjectName("import_file")
        row = FlowRow(self.desk.theme)
        row.add(self.import_button)
        self._empty.add(self._empty_words, row)

    def _wire(self) -> None:
        self.sections.chosen.connect(self._on_section_chosen)
        self.add_result.clicked.connect(self._on_add_clicked)
        self.adding.added.connect(self._on_added)
        self.adding.closed.connect(self._on_add_closed)
        self.lines.emptied.connect(self._on_lines_emptied)
        self.import_button.clicked.connect(self._on_import_clicked)

    def _show_section(self) -> None:
        """Lines that are shown, and what is hidden; the words for nothing stand where there is neither."""
        found = self.keeper.lines(self.section)
        topics = [topic for line in found if (topic := self.keeper.hidden_by(line.scale))]
        if self.section is Section.MARKERS and "markers" in self.keeper.profile.hidden:
            topics.append("markers")
        shown = [line for line in found if not self.keeper.hidden_by(line.scale)]
        self.lines.show_lines(shown)
        self.hidden.show_topics(list(dict.fromkeys(topics)))
        self._empty_words.setText(_(_EMPTY[self.section]))
        self._empty.setVisible(not shown and not topics)
        self.import_button.setVisible(self.section is not Section.VITALS)

    def _show_lines_hidden(self) -> None:
        self.lines.show_lines(())
        self.hidden.show_topics([])
        self._empty.hide()
        self.adding.hide()

    def _choose(self, section: Section) -> None:
        self.sections.set_value(section.value)
        self.mark_stale()

    def _begin(self, test: str = "") -> None:
        if self.keeper.is_read_only:
            return
        if self.section is Section.SCANS:
            self._choose(Section.LABS)
        self.adding.show()
        self.add_result.hide()
        self.adding.begin(test)
        self.adding.first_focus()

    @Slot(object)
    def _on_section_chosen(self, _choice: Choice) -> None:
        self.mark_stale()

    @Slot()
    def _on_add_clicked(self) -> None:
        self._begin()

    @Slot(object)
    def _on_added(self, reading: Reading) -> None:
        """The section of what was added comes to the front, so that she sees it stand there."""
        scale = self.desk.scales.get(reading.scale)
        section = results.section_of(scale, self.desk.scales)
        if section is not None and section is not self.section:
            self._choose(section)

    @Slot()
    def _on_add_closed(self) -> None:
        self.adding.hide()
        self.add_result.show()
        self.add_result.setFocus()

    @Slot()
    def _on_lines_emptied(self) -> None:
        self.first_focus()

    @Slot()
    def _on_import_clicked(self) -> None:
        self.desk.announcer.wanted.emit(Place("settings"))

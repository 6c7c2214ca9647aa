"""Making a page ready: choices at the left, the page itself at the right, Print and Save as PDF above."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout

from mbc_journal import report
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.problems import CannotWrite, ResourceBroken
from mbc_journal.records import Snapshot
from mbc_journal.report import Printout
from mbc_journal.ui import jobs, printing
from mbc_journal.ui.chart_view import prepare_charts
from mbc_journal.ui.page import Desk
from mbc_journal.ui.print_page.choices import Choices, Wanted
from mbc_journal.ui.print_page.paper_question import PaperQuestion
from mbc_journal.ui.print_page.part import PrintPart
from mbc_journal.ui.print_page.preview import Preview
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Button, FlowRow, Hint, PrimaryButton, Problem, Title
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

_PAUSE = 150  # milliseconds: several choices in a row are one compile
_BESIDE_EM = 48


@dataclass(frozen=True)
class Made:
    """A finished preview; `number` says for which request."""

    number: int
    printout: Printout
    pngs: list[bytes]


def prepare() -> None:
    """Load fonts and charts, so that the first page is quick; for a thread."""
    prepare_charts()


def _make(number: int, shot: Snapshot, wanted: Wanted, dots: float) -> Made:
    printout = report.render(wanted.page, shot, wanted.options, shot.today)
    return Made(number, printout, printout.pngs(dots))


class PrintDesk(PrintPart):
    """The preview is the page itself: preview, PDF and print are one compile."""

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__()
        self._journal = journal
        self._desk = desk
        self._writer = Writer(journal, desk.announcer)
        self._request = 0
        self._verb = ""
        self.coming = False  # whether a page is being made
        self.printout: Printout | None = None
        self.choices = Choices(desk)
        self.preview = Preview(desk.theme)
        self.problem = Problem()
        self.problem.hide()
        self.paper_question = PaperQuestion(desk.theme)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._on_pause_over)
        self._wire()
        self.choices.show_profile(journal.ask(questions.profile))

    def refresh(self) -> None:
        """Make the page anew, after the last choice of a row of choices."""
        self.coming = True
        self._pause.start()

    def begin(self, place: Place) -> None:
        """Make the page that is asked for; or print or save the one that is chosen as soon as it is made."""
        if place.verb in report.SECTIONS:
            self._choose(place.verb, place.entry)
            return
        self._verb = place.verb
        if self.printout is not None and not self._pause.isActive():
            self._do_what_was_asked()

    def _is_there(self, verb: str) -> bool:
        """Whether there is a page; if one is coming, `verb` is done as soon as it is there."""
        if self.printout is None and self.coming:
            self._verb = verb
        elif self.printout is None and not self.problem.text():
            self._say(_("There is no page yet: something is still to be chosen."))
        return self.printout is not None

    def _choose(self, page: str, entry: str = "") -> None:
        self._forget_page()
        try:
            self.choices.show_page(page, entry)
        except ResourceBroken as broken:
            self._say(str(broken))
        self.refresh()

    def _forget_page(self) -> None:
        """The page that was shown is not the one that is asked for now."""
        self._request += 1  # an answer that is under way is for the page before
        self._verb = ""
        self.printout = None
        self.preview.hide()
        self._say("")
        self.paper_question.hide()

    def first_focus(self) -> None:
        """Print; with no printer, Save as PDF."""
        (self.print_button if printing.has_printer() else self.save_button).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: two columns, or one."""
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_EM * self._desk.theme.em
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(right if wide else down)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        first = PrimaryButton if printing.has_printer() else Button
        self.print_button = first(_("&Print..."), theme, icon="printer")
        self.print_button.setObjectName("print_now")
        second = Button if printing.has_printer() else PrimaryButton
        self.save_button = second(_("&Save as PDF..."), theme, icon="download")
        self.save_button.setObjectName("save_pdf")
        header = FlowRow(theme, apart=True)
        buttons = [self.save_button, self.print_button]
        if not printing.has_printer():
            buttons.reverse()  # the main action stands last
        header.add(Title(_("Print")), *buttons)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(theme.px(6))
        self._columns.addWidget(self.choices, stretch=2, alignment=Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self.preview, stretch=3)
        room = self.preview.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # nothing moves while another page is made
        self.preview.setSizePolicy(room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        for widget in (
            header,
            Hint(_("Anyone who opens a saved file can read it.")),
            self.problem,
            self.paper_question,
        ):
            column.addWidget(widget)
        column.addLayout(self._columns)

    def _wire(self) -> None:
        self.choices.changed.connect(self._on_choices_changed)
        self.choices.page_chosen.connect(self._on_page_chosen)
        self.choices.entry_wanted.connect(self._on_entry_wanted)
        self.choices.paper_chosen.connect(self._on_paper_chosen)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.paper_question.make_it.connect(self._on_make_it)
        self.paper_question.print_anyway.connect(self._on_print_anyway)

    def save_to(self, path: Path) -> bool:
        """Save the page as PDF at `path`; whether it is there. What went wrong is said above the page."""
        if self.printout is None:
            return False
        try:
            printing.save_pdf(self.printout, path)
        except CannotWrite as problem:
            self._say(str(problem))
            return False
        self._say("")
        self._desk.announcer.said.emit(_("Saved as {name}. Anyone who opens it can read it.").format(name=path.name))
        return True

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _do_what_was_asked(self) -> None:
        verb, self._verb = self._verb, ""
        if verb == "print":
            self._on_print_clicked()
        elif verb == "save":
            self._on_save_clicked()

    @Slot()
    def _on_pause_over(self) -> None:
        try:
            wanted = self.choices.wanted()
        except ResourceBroken as broken:
            self._say(str(broken))
            wanted = None
        if wanted is None:
            self.coming = False
            return
        self._request += 1
        since, until = (wanted.span.since, wanted.span.until) if wanted.span else (None, None)
        shot: Snapshot = self._journal.ask(questions.snapshot, self._desk.clock.today(), since, until)
        dots = self.preview.dots_per_inch(max(self.preview.width(), 30 * self._desk.theme.em))
        jobs.run(partial(_make, self._request, shot, wanted, dots), self._on_made, self._on_failed)

    @Slot(object)
    def _on_made(self, made: Made) -> None:
        if made.number == self._request:
            self.coming = False
            self.printout = made.printout
            self.preview.show_printout(made.printout, made.pngs)
            self.preview.show()
            self._do_what_was_asked()

    @Slot(object)
    def _on_failed(self, problem: BaseException) -> None:
        self.coming, self._verb = False, ""
        self._say(_("This page could not be made ({why}). Your entries are safe.").format(why=type(problem).__name__))

    @Slot()
    def _on_choices_changed(self) -> None:
        self.refresh()

    @Slot()
    def _on_page_chosen(self) -> None:
        self._forget_page()
        self.refresh()

    @Slot()
    def _on_entry_wanted(self) -> None:
        self._desk.announcer.wanted.emit(Place("reference"))

    @Slot(str)
    def _on_paper_chosen(self, paper: str) -> None:
        profile = self._journal.ask(questions.profile)
        if profile.paper != paper and not self._journal.read_only:
            self._writer.save(replace(profile, paper=paper), name=_("Paper"))

    @Slot()
    def _on_save_clicked(self) -> None:
        if not self._is_there("save") or self.printout is None:
            return
        suggested = str(Path.home() / self.printout.name)
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save as PDF"), suggested, _("PDF files (*.pdf)"))
        if chosen:
            self.save_to(Path(chosen))

    @Slot()
    def _on_print_clicked(self) -> None:
        if not self._is_there("print") or self.printout is None:
            return
        too_long = printing.too_long_to_print(self.printout)
        if too_long or not printing.has_printer():
            self._say(too_long or _("There is no printer on this computer. Save the page as a PDF instead."))
            self.save_button.setFocus()
            return
        printer = printing.printer_for(self.printout)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(_("Print"))
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        other = printing.other_paper(self.printout, printer)
        if other is None:
            self._print(printer)
        else:
            self.paper_question.ask(other, printer)

    def _print(self, printer: QPrinter) -> None:
        if self.printout is None:
            return
        try:
            printing.print_pages(self.printout, printer)
        except printing.PrinterSilent as problem:
            self._say(str(problem))
            self.save_button.setFocus()
            return
        self._say("")
        self._desk.announcer.said.emit(_("Sent to the printer at {time}").format(time=f"{self._now():%H:%M}"))

    def _now(self) -> dt.datetime:
        return self._desk.clock.now()

    @Slot(str)
    def _on_make_it(self, paper: str) -> None:
        self.choices.paper.set_value(paper)
        self._on_paper_chosen(paper)
        self._verb = "print"  # the page as it will be, not as it is
        self.refresh()

    @Slot(object)
    def _on_print_anyway(self, printer: QPrinter) -> None:
        self._print(printer)

"""Visits: the next one, questions in order, and what was said."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mbc_journal import visits
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Visit
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.signals import Place
from mbc_journal.ui.visits_page.answer_row import AnswerRow
from mbc_journal.ui.visits_page.questions_card import QuestionsCard
from mbc_journal.ui.visits_page.visit_card import VisitCard
from mbc_journal.ui.visits_page.visit_panel import VisitPanel
from mbc_journal.ui.widgets import Button, Card, LeadStrong, Muted, PrimaryButton
from mbc_journal.wording import N_, _

_PAST_SHOWN = 10


class VisitsPage(Page):
    """A card that is being changed stays as it is while other things are saved."""

    NAME, TITLE, ICON, NUMBER = "visits", N_("Visits"), "calendar-days", 6
    WATCHES = frozenset({"visit", "question"})

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        self._open_visit: UUID | None = None
        self._panel: VisitPanel | None = None
        self._all_past = False
        self._unfolded: dict[UUID, bool] = {}
        self._late = False
        self.add_visit = Button(_("&Add a visit"), desk.theme, icon="plus")
        self.add_visit.setObjectName("add_visit")
        self.print_button = PrimaryButton(_("&Print for this visit"), desk.theme, icon="printer")
        self.print_button.setObjectName("print_for_visit")
        self.add_header(_(self.TITLE), self.add_visit, self.print_button)
        self._coming = self._column()
        self.add(LeadStrong(_("My questions")))
        self._hint = Muted(_("The first three are printed biggest, on top of the page you hand over."))
        self.questions = QuestionsCard(self.writer, desk)
        self.add(self._hint, self.questions)
        self._past_heading = LeadStrong(_("After a visit"))
        self.add(self._past_heading)
        self._past = self._column()
        self.more = Button(_("Show all past visits"), desk.theme)
        self.more.setObjectName("more_visits")
        self.add(self.more)
        self.add_visit.clicked.connect(self._on_add_visit_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_left)

    def refresh(self) -> None:
        """Read visits and questions anew."""
        everything = self.journal.ask(questions.all_questions)
        board = visits.board(self.journal.ask(questions.visits), everything, self.desk.clock.today())
        self.questions.show_board(board, everything)
        self._late = self._is_busy()
        if not self._late:
            self._show_visits(board)
        for part in (self.add_visit, self.questions):
            part.setEnabled(not self.journal.read_only)

    def go_to(self, place: Place) -> None:
        """Begin a new question, where that was asked for."""
        if place.row is not None:
            self._show_row(place.row)
        if place.verb == "add":
            self.questions.field.setFocus()
            self.ensureWidgetVisible(self.questions.field)

    def _show_row(self, row: UUID) -> None:
        """Bring a visit or a question into view, where Find leads to one."""
        cards = [card for card in self.findChildren(VisitCard) if card.visit.id == row]
        if not cards and not self._all_past:
            self._all_past = True
            self.mark_stale()
            cards = [card for card in self.findChildren(VisitCard) if card.visit.id == row]
        if cards:
            cards[0].change.setFocus()
            self.ensureWidgetVisible(cards[0])
        else:
            self.questions.show_question(row)

    def first_focus(self) -> None:
        """The field for a question is the main action."""
        self.questions.field.setFocus()

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.desk.theme.px(3))
        self.column.addLayout(column)
        return column

    def _is_busy(self) -> bool:
        """Whether someone is writing in a card: it must not be taken away from under her."""
        step: QWidget | None = self.window().focusWidget()
        while step is not None and not isinstance(step, AnswerRow | VisitPanel):
            step = step.parentWidget()
        return self._open_visit is not None or step is not None

    def _show_visits(self, board: visits.Board) -> None:
        for column in (self._coming, self._past):
            _empty(column)
        for visit in board.coming:
            self._add_card(self._coming, VisitCard(visit, board, self.writer, self.desk))
        if not board.coming:
            card = Card(self.desk.theme)
            card.add(Muted(_("No visit yet. Questions can wait here.")))
            self._coming.addWidget(card)
        past = board.past if self._all_past else board.past[:_PAST_SHOWN]
        for place, visit in enumerate(past):
            card = VisitCard(visit, board, self.writer, self.desk)
            card.unfold(self._unfolded.get(visit.id, place == 0 or _waits(board, visit)))
            self._add_card(self._past, card)
        loose = board.asked.get(None, ())
        if loose:
            card = Card(self.desk.theme)
            for question in loose:
                card.add_row(AnswerRow(question, self.writer, self.desk))
            self._past.addWidget(card)
        self._past_heading.setVisible(bool(past or loose))
        self.more.setVisible(len(past) < len(board.past))

    def _add_card(self, column: QVBoxLayout, card: VisitCard) -> None:
        card.opened.connect(self._on_card_opened)
        card.unfolded.connect(self._on_card_unfolded)
        column.addWidget(card)

    @Slot(object)
    def _on_card_opened(self, card: VisitCard | None) -> None:
        self._open_visit = card.visit.id if card is not None else None
        if card is None:
            self.mark_stale()

    @Slot(object, bool)
    def _on_card_unfolded(self, card: VisitCard, on: bool) -> None:
        self._unfolded[card.visit.id] = on

    @Slot(QWidget, QWidget)
    def _on_focus_left(self, _before: QWidget | None, _now: QWidget | None) -> None:
        """What was saved while someone was writing is shown when she is done."""
        if self._late and not self._is_busy():
            self.mark_stale()

    @Slot()
    def _on_add_visit_clicked(self) -> None:
        if self._panel is None:
            self._panel = VisitPanel(self.writer, self.desk)
            self._panel.closed.connect(self._on_panel_closed)
            self.column.insertWidget(1, self._panel)
        self._panel.first_focus()

    @Slot()
    def _on_panel_closed(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        self.add_visit.setFocus()
        self.mark_stale()

    @Slot()
    def _on_print_clicked(self) -> None:
        self.desk.announcer.wanted.emit(Place("print"))

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all_past = True
        self.mark_stale()


def _waits(board: visits.Board, visit: Visit) -> bool:
    """Whether a question of the visit waits for its answer."""
    return any(not question.answer for question in board.asked.get(visit.id, ()))


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

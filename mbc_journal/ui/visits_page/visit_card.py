"""One visit: when and where, its questions with their answers, and what was said."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import visits, wording
from mbc_journal.records import Question, Visit
from mbc_journal.ui.forms import FormRow, LongText
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import TextSaver
from mbc_journal.ui.visits_page.questions_card import LONGEST
from mbc_journal.ui.visits_page.visit_panel import VisitPanel
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, LeadStrong, LinkButton, Muted, Strong
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _


class AnswerRow(QWidget):
    """A question that was asked, and room for its answer."""

    def __init__(self, question: Question, writer: Writer, desk: Desk) -> None:
        super().__init__()
        self._question = question
        self._writer = writer
        self._stay = object()
        self.answer = LongText(longest=LONGEST, lines=2)
        row = FormRow("answer", question.text, self.answer, desk.theme)
        self.answer.setObjectName("answer")
        self.answer.set_value(question.answer)
        self.answer.setAccessibleName(_("Answer to: {question}").format(question=question.text))
        self.reopen = LinkButton(_("Not asked yet"), desk.theme)
        self.reopen.setAccessibleName(_("Not asked yet: {question}").format(question=question.text))
        buttons = FlowRow(desk.theme)
        buttons.add(self.reopen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        column.addWidget(buttons)
        self._saver = TextSaver(self.answer, self._save)
        self._saver.forget()
        self.reopen.clicked.connect(self._on_reopen_clicked)

    def _save(self) -> bool:
        self._question = replace(self._question, answer=self.answer.value())
        return self._writer.save(self._question, name=wording.act(_("Answer"), self._question.text), stay=self._stay)

    @Slot()
    def _on_reopen_clicked(self) -> None:
        question = visits.reopened(replace(self._question, answer=self.answer.value()))
        self._saver.forget()
        self._writer.save(question, name=wording.act(_("Question"), _("not asked yet")))


class VisitCard(Card):
    """A visit to read, and to change in place."""

    opened = Signal(object)

    def __init__(self, visit: Visit, board: visits.Board, writer: Writer, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.visit = visit
        self._writer = writer
        self._desk = desk
        self.panel: VisitPanel | None = None
        self.change = Button(_("Change"), desk.theme, icon="pencil")
        name = visits.title(visit, board.today)
        self.change.setAccessibleName(_("Change: {visit}").format(visit=name))
        self.change.setObjectName("visit_change")
        head = FlowRow(desk.theme, apart=True)
        head.add(LeadStrong(name), self.change)
        if board.coming and visit is board.coming[0]:
            self.add(Hint(_("Next visit")))
        self.add(head, Muted(visits.details(visit, board.today)))
        for label, text in ((_("What was said"), visit.said), (_("What changes"), visit.changes)):
            if text:
                self.add_row(Strong(label))
                self.add(Muted(text))
        if visit.hours_away is not None:
            hours = wording.decimal_text(visit.hours_away)
            self.add(Hint(_("{hours} hours away from home").format(hours=hours)))
        for question in board.asked.get(visit.id, ()):
            self.add_row(AnswerRow(question, writer, desk))
        self.change.clicked.connect(self._on_change_clicked)

    def open(self) -> None:
        """Show the fields of the visit."""
        if self.panel is None:
            self.panel = VisitPanel(self._writer, self._desk, self.visit)
            self.panel.closed.connect(self._on_panel_closed)
            self.add(self.panel)
        self.panel.first_focus()
        self.opened.emit(self)

    @Slot()
    def _on_change_clicked(self) -> None:
        if self.panel is None:
            self.open()
        else:
            self._on_panel_closed()

    @Slot()
    def _on_panel_closed(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self.change.setFocus()
            self.opened.emit(None)

"""A question that was asked, and its answer: to read, or to write."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import visits, wording
from mbc_journal.records import Question
from mbc_journal.ui.forms import FormRow, LongText
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import TextSaver
from mbc_journal.ui.visits_page.facts import FactRow
from mbc_journal.ui.visits_page.question_row import LONGEST
from mbc_journal.ui.widgets import FlowRow, LinkButton
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _


class AnswerRow(QWidget):
    """A question without an answer has room for one; an answer is read until she changes it."""

    def __init__(self, question: Question, writer: Writer, desk: Desk) -> None:
        super().__init__()
        self._question = question
        self._writer = writer
        self._stay = object()
        self.answer = LongText(longest=LONGEST, lines=2)
        self._read = FactRow(question.text, question.answer, desk.theme)
        self._write = FormRow("answer", question.text, self.answer, desk.theme)
        self.answer.set_value(question.answer)
        self.answer.setAccessibleName(_("Answer to: {question}").format(question=question.text))
        self.change = LinkButton(_("Change the answer"), desk.theme)
        self.reopen = LinkButton(_("Not asked yet"), desk.theme)
        for button, name in ((self.change, "answer_change"), (self.reopen, "answer_reopen")):
            button.setObjectName(name)
            button.setAccessibleName(f"{button.text()}: {question.text}")
        buttons = FlowRow(desk.theme)
        buttons.add(self.change, self.reopen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(2))
        for widget in (self._read, self._write, buttons):
            column.addWidget(widget)
        self._show_field(not question.answer)
        self._saver = TextSaver(self.answer, self._save)
        self._saver.forget()
        self.change.clicked.connect(self._on_change_clicked)
        self.reopen.clicked.connect(self._on_reopen_clicked)

    def _show_field(self, on: bool) -> None:
        self._read.setVisible(not on)
        self._write.setVisible(on)
        self.change.setVisible(not on)

    def _save(self) -> bool:
        self._question = replace(self._question, answer=self.answer.value())
        return self._writer.save(self._question, name=wording.act(_("Answer"), self._question.text), stay=self._stay)

    @Slot()
    def _on_change_clicked(self) -> None:
        self._show_field(True)
        self.answer.setFocus()

    @Slot()
    def _on_reopen_clicked(self) -> None:
        question = visits.reopened(replace(self._question, answer=self.answer.value()))
        self._saver.forget()
        self._writer.save(question, name=wording.act(_("Question"), _("not asked yet")))

"""Open questions in her order: written, moved, ticked off as asked."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mbc_journal import visits, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Question
from mbc_journal.ui.forms import TextInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.visits_page.question_row import LONGEST, QuestionRow
from mbc_journal.ui.widgets import Button, Card, Muted, Problem, Rule
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

_BESIDE_EM = 30


class QuestionsCard(Card):
    """The list, and the field for one more."""

    def __init__(self, writer: Writer, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._writer = writer
        self._desk = desk
        self._board = visits.Board(desk.clock.today())
        self._all: tuple[Question, ...] = ()
        self._rows: list[QuestionRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.theme.px(1.5))
        self.column.addLayout(self._list)
        self._empty = Muted(_("No questions yet. What would you like to ask?"))
        self.field = TextInput(longest=LONGEST)
        self.field.setObjectName("new_question")
        self.field.setAccessibleName(_("A new question"))
        self.field.setPlaceholderText(_("for example: can I fly?"))
        self.problem = Problem()
        self.problem.hide()
        self.add_button = Button(_("Add a &question"), desk.theme, icon="plus")
        self.add_button.setObjectName("add_question")
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(desk.theme.px(2))
        self._beside.addWidget(self.field, stretch=1)
        self._beside.addWidget(self.add_button)
        self.add(self._empty)
        self.column.addLayout(self._beside)
        self.add(self.problem)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.field.returnPressed.connect(self._on_add_clicked)
        for keys, slot in (("Up", self._on_up_pressed), ("Down", self._on_down_pressed)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: the button beside the field, or under it where the line is short."""
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_EM * self._desk.theme.em
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(right if wide else down)

    def show_board(self, board: visits.Board, questions: list[Question]) -> None:
        """Show the open questions."""
        self._board, self._all = board, tuple(questions)
        focus = self._focus_place()
        self._clear()
        for place, question in enumerate(board.open, start=1):
            row = QuestionRow(question, place, self._desk)
            row.show_ends(place == 1, place == len(board.open))
            row.moved.connect(self._on_row_moved)
            row.asked.connect(self._on_row_asked)
            row.binned.connect(self._on_row_binned)
            row.changed.connect(self._on_row_changed)
            self._list.addWidget(row)
            self._list.addWidget(Rule())
            self._rows.append(row)
        self._empty.setVisible(not self._rows)
        if focus is not None:
            self._focus(*focus)

    def show_question(self, question_id: UUID) -> None:
        """Put the focus on the row of a question, where it is still open."""
        for row in self._rows:
            if row.question.id == question_id:
                row.tick.setFocus()

    def _step(self, by: int) -> None:
        """From question to question, and to the field below them."""
        stops = [*(row.tick for row in self._rows), self.field]
        here = self._focus_place()
        there = (here[0] if here is not None else len(self._rows)) + by
        if 0 <= there < len(stops):
            stops[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []

    def _focus_place(self) -> tuple[int, str] | None:
        """Which row and which button the focus is on."""
        focus = self.window().focusWidget()
        for place, row in enumerate(self._rows):
            if focus is not None and row.isAncestorOf(focus):
                return place, focus.objectName().rpartition("_")[2]
        return None

    def _focus(self, place: int, name: str) -> None:
        if not self._rows:
            self.field.setFocus()
            return
        row = self._rows[min(place, len(self._rows) - 1)]
        wanted = row.findChild(QWidget, f"{row.objectName()}_{name}")
        (wanted if wanted is not None and wanted.isEnabled() else row.tick).setFocus()

    def _name(self, question: Question) -> str:
        return wording.act(_("Question"), question.text)

    @Slot()
    def _on_up_pressed(self) -> None:
        self._step(-1)

    @Slot()
    def _on_down_pressed(self) -> None:
        self._step(1)

    @Slot()
    def _on_add_clicked(self) -> None:
        try:
            question = visits.new_question(self._all, self.field.text())
        except NotAllowed as refused:
            self.problem.setText(str(refused))
            self.problem.show()
            self.field.setFocus()
            return
        self.problem.hide()
        if self._writer.save(question, name=self._name(question)):
            self.field.clear()
            self.field.setFocus()

    @Slot(object, int)
    def _on_row_moved(self, row: QuestionRow, by: int) -> None:
        at = self._rows.index(row)
        changed = visits.moved(self._board.open, at, by)
        if changed and self._writer.save(*changed, name=wording.act(_("Question"), _("moved"))):
            self._focus(at + by, "up" if by < 0 else "down")

    @Slot(object)
    def _on_row_asked(self, row: QuestionRow) -> None:
        self._writer.save(visits.ticked(row.question, self._board), name=wording.act(_("Question"), _("asked")))

    @Slot(object)
    def _on_row_binned(self, row: QuestionRow) -> None:
        self._writer.bin(row.question, name=self._name(row.question))

    @Slot(object, str)
    def _on_row_changed(self, row: QuestionRow, text: str) -> None:
        changed = replace(row.question, text=text)
        self._writer.save(changed, name=self._name(changed))

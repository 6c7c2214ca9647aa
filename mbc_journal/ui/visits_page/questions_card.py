"""Open questions in her order: written, moved, ticked off as asked."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from mbc_journal import visits, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Question
from mbc_journal.ui.forms import TextInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import TextSaver
from mbc_journal.ui.widgets import Button, Card, FlowRow, Label, LeadStrong, LinkButton, Muted, Problem
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

LONGEST = 10_000
"""Letters of one question."""
_BESIDE_EM = 44


class QuestionRow(QGroupBox):
    """One question. Alt+Up and Alt+Down move it, Delete puts it into the bin, Enter changes its words."""

    moved = Signal(object, int)
    asked = Signal(object)
    binned = Signal(object)
    changed = Signal(object, str)

    def __init__(self, question: Question, place: int, desk: Desk) -> None:
        super().__init__()
        self.question = question
        theme = self._theme = desk.theme
        self.setAccessibleName(_("Question {number}").format(number=place))
        self.setObjectName(f"question_{place}")
        number = LeadStrong(str(place))
        number.setFixedWidth(theme.px(8))
        self.words = Label(question.text)
        for part in (number, self.words):
            part.setMinimumHeight(theme.target)
        self.field = TextInput(longest=LONGEST)
        self.field.setObjectName(f"question_{place}_text")
        self.field.setAccessibleName(_("Question {number}").format(number=place))
        self.field.hide()
        self.up = Button(_("Up"), theme)
        self.down = Button(_("Down"), theme)
        self.tick = Button(_("Asked"), theme, icon="check")
        self.edit = LinkButton(_("Change"), theme)
        self.bin = LinkButton(_("Bin"), theme)
        buttons = FlowRow(theme)
        for button, name in zip(self._buttons(), ("up", "down", "asked", "change", "bin"), strict=True):
            button.setObjectName(f"question_{place}_{name}")
            button.setAccessibleName(_("{verb}: question {number}").format(verb=button.text(), number=place))
            buttons.add(button)
        words = QVBoxLayout()
        words.addWidget(self.words)
        words.addWidget(self.field)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.addLayout(words, stretch=1)
        self._beside.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(number, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._beside, stretch=1)
        self._saver = TextSaver(self.field, self._save)
        self._wire()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes the field; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape and self.field.isVisible():
            self._close_field()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: buttons beside the words, or under them where the line is short."""
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_EM * self._theme.em
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(right if wide else down)

    def show_ends(self, first: bool, last: bool) -> None:
        """The first cannot go up, the last not down."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _buttons(self) -> tuple[Button, ...]:
        return self.up, self.down, self.tick, self.edit, self.bin

    def _wire(self) -> None:
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.tick.clicked.connect(self._on_tick_clicked)
        self.edit.clicked.connect(self._on_edit_clicked)
        self.bin.clicked.connect(self._on_bin_clicked)
        self.field.returnPressed.connect(self._close_field)
        for keys, slot in (
            ("Alt+Up", self._on_up_clicked),
            ("Alt+Down", self._on_down_clicked),
            ("Delete", self._on_bin_clicked),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _save(self) -> bool:
        text = self.field.text()
        if text.strip() and text != self.question.text:
            self.changed.emit(self, text)
        return True

    @Slot()
    def _close_field(self) -> None:
        self._saver.flush()
        self.field.hide()
        self.words.show()
        self.edit.setFocus()

    @Slot()
    def _on_up_clicked(self) -> None:
        self.moved.emit(self, -1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.moved.emit(self, 1)

    @Slot()
    def _on_tick_clicked(self) -> None:
        self.asked.emit(self)

    @Slot()
    def _on_edit_clicked(self) -> None:
        self.words.hide()
        self.field.setText(self.question.text)
        self.field.show()
        self.field.setFocus()

    @Slot()
    def _on_bin_clicked(self) -> None:
        self.binned.emit(self)


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
        self._list.setSpacing(desk.theme.px(3))
        self.column.addLayout(self._list)
        self._empty = Muted(_("No questions yet. What would you like to ask?"))
        self.field = TextInput(longest=LONGEST)
        self.field.setObjectName("new_question")
        self.field.setAccessibleName(_("A new question"))
        self.field.setPlaceholderText(_("for example: can the dose change?"))
        self.problem = Problem()
        self.problem.hide()
        self.add_button = Button(_("Add a &question"), desk.theme, icon="plus")
        self.add_button.setObjectName("add_question")
        buttons = FlowRow(desk.theme)
        buttons.add(self.add_button)
        self.add(self._empty, self.field, self.problem, buttons)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.field.returnPressed.connect(self._on_add_clicked)

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
            self._rows.append(row)
        self._empty.setVisible(not self._rows)
        if focus is not None:
            self._focus(*focus)

    def _clear(self) -> None:
        for row in self._rows:
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
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

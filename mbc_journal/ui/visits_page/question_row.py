"""One open question: its place, its words, and what can be done with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QHBoxLayout, QVBoxLayout

from mbc_journal.records import Question
from mbc_journal.ui.forms import TextInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import TextSaver
from mbc_journal.ui.widgets import Button, FlowRow, Label, LeadStrong, LinkButton
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
        self._theme, self._place = desk.theme, place
        self.setAccessibleName(_("Question {number}").format(number=place))
        self.setObjectName(f"question_{place}")
        self.words = Label(question.text)
        self.field = TextInput(longest=LONGEST)
        self.field.setObjectName(f"question_{place}_text")
        self.field.setAccessibleName(_("Question {number}").format(number=place))
        self._read, self._write = FlowRow(desk.theme), FlowRow(desk.theme)
        self._add_buttons()
        self._lay_out()
        self._show_field(False)
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

    def _add_buttons(self) -> None:
        theme = self._theme
        self.up = Button(_("Up"), theme)
        self.down = Button(_("Down"), theme)
        self.tick = Button(_("Asked"), theme, icon="check")
        self.edit = LinkButton(_("Change"), theme)
        self.done = Button(_("Done"), theme)
        self.bin = LinkButton(_("Put into the bin"), theme)
        names = {"up": self.up, "down": self.down, "asked": self.tick, "change": self.edit}
        for name, button in (names | {"done": self.done, "bin": self.bin}).items():
            button.setObjectName(f"question_{self._place}_{name}")
            button.setAccessibleName(_("{verb}: question {number}").format(verb=button.text(), number=self._place))
            (self._read if name in names else self._write).add(button)

    def _lay_out(self) -> None:
        theme = self._theme
        number = LeadStrong(str(self._place))
        number.setFixedWidth(theme.px(8))
        for part in (number, self.words):
            part.setMinimumHeight(theme.target)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        for widget in (self.words, self.field, self._write):
            words.addWidget(widget)
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._beside.setSpacing(theme.px(2))
        self._beside.addLayout(words, stretch=1)
        self._beside.addWidget(self._read)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(number, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._beside, stretch=1)

    def _show_field(self, on: bool) -> None:
        for part in (self.words, self._read):
            part.setVisible(not on)
        for control in (self.field, self._write):
            control.setVisible(on)

    def _wire(self) -> None:
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.tick.clicked.connect(self._on_tick_clicked)
        self.edit.clicked.connect(self._on_edit_clicked)
        self.done.clicked.connect(self._close_field)
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
        self._show_field(False)
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
        self.field.setText(self.question.text)
        self._show_field(True)
        self.field.setFocus()

    @Slot()
    def _on_bin_clicked(self) -> None:
        self.binned.emit(self)

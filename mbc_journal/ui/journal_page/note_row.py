"""One note in the list: when, what about, its first words, star and Private; opened in place."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from mbc_journal import journaling
from mbc_journal.records import Note
from mbc_journal.ui.journal_page.beside import Beside
from mbc_journal.ui.journal_page.keeper import NoteKeeper
from mbc_journal.ui.journal_page.note_fields import HelpedInput
from mbc_journal.ui.journal_page.note_panel import NotePanel
from mbc_journal.ui.widgets import ROW_STOP, Chip, FlowRow, Hint, Label, Muted, Rule, SmallLink, Strong, go_to_row
from mbc_journal.wording import _

_BESIDE_EM = 30
_BUTTONS_EM = 42
_DAY_EM = 5.5
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Star(Chip):
    """The stop of a row: Space is its own, all other keys are the row's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Space stars, or takes the star away."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()


@dataclass(frozen=True)
class _Words:
    """The labels of a row."""

    day: Muted
    kind: Strong
    marks: Hint
    text: Label
    details: Hint


class NoteRow(QGroupBox):
    """Up and Down move from row to row, Space stars, Enter opens, Delete puts into the bin.

    `open_wanted`, `closed` and `bin_wanted` carry the row itself.
    """

    open_wanted = Signal(object)
    closed = Signal(object)
    bin_wanted = Signal(object)

    def __init__(self, note: Note, keeper: NoteKeeper) -> None:
        super().__init__()
        self.note = note
        self.files = 0
        self.panel: NotePanel | None = None
        self._keeper = keeper
        self._whole = False
        theme = self._theme = keeper.desk.theme
        self._words = _Words(Muted(), Strong(), Hint(), Label(), Hint())
        self.star = _Star(_("For the doctor"), theme)
        self.star.setProperty(ROW_STOP, True)
        self.private = Chip(_("Private"), theme)
        self.change = SmallLink(_("Change"), theme)
        self.all_of_it = SmallLink(_("Show all of it"), theme)
        for widget in (self.private, self.change):
            widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.rule = Rule()
        self.helped: HelpedInput | None = None
        self._lay_out()
        self._wire()

    def show_note(self, note: Note, place: int, files: int) -> None:
        """Show `note` as number `place` of the list, with so many photos and files."""
        self.note, self.files = note, files
        self.rule.setVisible(place > 1)
        when, title = journaling.when(note, self._keeper.desk.clock.today()), journaling.title(note)
        self.setAccessibleName(f"{when}, {title}")
        self._name_parts(place, title)
        self._words.day.setText(when)
        self._words.kind.setText(_(journaling.KINDS[note.kind]))
        _say(self._words.marks, journaling.marks(note, files))
        self._show_text()
        idea = self._keeper.idea_name(note.strategy)
        scale_name = self._keeper.scale_name
        _say(self._words.details, journaling.details(note, "" if idea == note.text else idea, scale_name))
        self.star.setChecked(note.for_doctor)
        self.private.setChecked(note.private)
        self._ask_whether_it_helped()
        if self.panel is not None:
            self.panel.show_note(note)

    def set_read_only(self, on: bool) -> None:
        """Words can still be read; nothing can be changed."""
        for widget in (self.star, self.private, self.change, self.helped):
            if widget is not None:
                widget.setEnabled(not on)

    def open(self) -> None:
        """Show the fields of the note in place of its words."""
        if self.panel is None:
            self.panel = NotePanel(self.note, self._keeper, stored=True)
            self.panel.closed.connect(self._on_panel_closed)
            self.panel.bin_wanted.connect(self._on_bin_wanted)
            self._column.addWidget(self.panel)
            self._closed_part.hide()
            self.panel.show()
        self.panel.first_focus()

    def close_panel(self) -> bool:
        """Show the words again; False while something typed cannot be saved."""
        if self.panel is None:
            return True
        if not self.panel.leave():
            return False
        self.panel.hide()
        self.panel.deleteLater()
        self.panel = None
        self._closed_part.show()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: the keys of a list, unless the row is open."""
        key = Qt.Key(event.key())
        if self.panel is not None:
            event.ignore()
        elif key in _STEPS:
            go_to_row(self.star, _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit(self)
        elif key == Qt.Key.Key_Delete:
            self.bin_wanted.emit(self)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: day, words and buttons beside each other, or one under the other where the line is short."""
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_EM * self._theme.em
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(right if wide else down)
        column = round(_DAY_EM * self._theme.em)
        self._words.day.setMinimumWidth(column if wide else 0)
        self._words.day.setMaximumWidth(column if wide else self.maximumWidth())

    def _lay_out(self) -> None:
        theme = self._theme
        head, buttons = FlowRow(theme), FlowRow(theme)
        head.add(self._words.kind, self._words.marks)
        buttons.add(self.star, self.private, self.change)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        self._asking = QVBoxLayout()
        self._question = Strong(_("Did it help?"))
        self._all = FlowRow(theme)
        self._all.add(self.all_of_it)
        for widget in (head, self._words.text, self._all, self._words.details):
            words.addWidget(widget)
        said = QWidget()
        said.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        self._closed_part = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._closed_part)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(theme.px(2))
        self._beside.addWidget(self._words.day, alignment=Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(theme.px(2))
        right.addWidget(Beside(said, buttons, theme, _BUTTONS_EM))
        right.addWidget(self._question)
        right.addLayout(self._asking)
        self._beside.addLayout(right, stretch=1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(3))
        self._column.addWidget(self.rule)
        self._column.addWidget(self._closed_part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _wire(self) -> None:
        self.star.changed.connect(self._on_star_changed)
        self.private.changed.connect(self._on_private_changed)
        self.change.clicked.connect(self._on_change_clicked)
        self.all_of_it.clicked.connect(self._on_all_clicked)

    def _name_parts(self, place: int, title: str) -> None:
        self.setObjectName(f"note_{place}")
        named = {"star": self.star, "private": self.private, "change": self.change, "all": self.all_of_it}
        for name, button in named.items():
            button.setObjectName(f"note_{place}_{name}")
            button.setAccessibleName(_("{verb}: {note}").format(verb=button.text(), note=title))

    def _show_text(self) -> None:
        short = journaling.excerpt(self.note.text)
        self._all.setVisible(short != self.note.text.strip() and not self._whole)
        self._words.text.setText(self.note.text.strip() if self._whole else short)
        self._words.text.setVisible(bool(short))

    def _ask_whether_it_helped(self) -> None:
        """A coping idea that was tried asks in its row, until there is an answer."""
        asks = bool(self.note.strategy) and self.note.helped is None
        self._question.setVisible(asks)
        if asks and self.helped is None:
            self.helped = HelpedInput(self._theme)
            self.helped.changed.connect(self._on_helped_changed)
            self._asking.addWidget(self.helped)
        elif not asks and self.helped is not None:
            self.helped.hide()
            self.helped.deleteLater()
            self.helped = None

    def _keep(self, note: Note) -> None:
        if self._keeper.save(note):
            self.note = note

    @Slot()
    def _on_star_changed(self) -> None:
        self._keep(replace(self.note, for_doctor=self.star.isChecked()))

    @Slot()
    def _on_private_changed(self) -> None:
        self._keep(replace(self.note, private=self.private.isChecked()))

    @Slot()
    def _on_helped_changed(self) -> None:
        if self.helped is not None:
            self.star.setFocus()
            self._keep(replace(self.note, helped=self.helped.value()))

    @Slot()
    def _on_change_clicked(self) -> None:
        self.open_wanted.emit(self)

    @Slot()
    def _on_all_clicked(self) -> None:
        self._whole = True
        self._show_text()
        self.star.setFocus()

    @Slot()
    def _on_panel_closed(self) -> None:
        self.closed.emit(self)

    @Slot()
    def _on_bin_wanted(self) -> None:
        self.bin_wanted.emit(self)


def _say(label: Label, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))

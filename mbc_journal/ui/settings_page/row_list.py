"""Lists of the Settings page: one thing a row, its verbs beside it; the focus stays where the person works."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGroupBox, QSizePolicy, QVBoxLayout, QWidget

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, FlowRow, Hint, Label, Rule
from mbc_journal.wording import _

_BESIDE_EM = 34


@dataclass(frozen=True)
class Line:
    """One row: what it stands for, its words, a line under them, and the verbs that cannot be done now."""

    key: str
    text: str
    detail: str = ""
    off: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Verb:
    """What can be done with a row: the words of its button, and the keys."""

    words: str
    keys: str = ""


class VerbButton(Button):
    """A button of a row; `wanted` carries its verb."""

    wanted = Signal(str)

    def __init__(self, verb: str, words: str, theme: Theme) -> None:
        super().__init__(words, theme)
        self._verb = verb
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self._verb)


class ListRow(QGroupBox):
    """One line with its buttons; `wanted` carries the line's key and the verb."""

    wanted = Signal(str, str)

    def __init__(self, name: str, line: Line, verbs: Mapping[str, Verb], theme: Theme) -> None:
        super().__init__()
        self.line, self._theme = line, theme
        self.setObjectName(name)
        self.setAccessibleName(line.text)
        self.buttons = {verb: self._button(name, verb, known) for verb, known in verbs.items()}
        words = QVBoxLayout()
        words.setSpacing(0)
        text = Label(line.text)
        text.setMinimumHeight(0 if line.detail else theme.target)
        words.addWidget(text)
        if line.detail:
            words.addWidget(Hint(line.detail))
        row = FlowRow(theme)
        row.add(*self.buttons.values())
        self._beside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(theme.px(2))
        self._beside.addLayout(words, stretch=1)
        self._beside.addStretch()
        self._beside.addWidget(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: buttons beside the words, or under them where the line is short."""
        super().resizeEvent(event)
        wide = self.width() >= _BESIDE_EM * self._theme.em
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(right if wide else down)

    def _button(self, name: str, verb: str, known: Verb) -> Button:
        button = VerbButton(verb, known.words, self._theme)
        button.setObjectName(f"{name}_{verb}")
        button.setAccessibleName(_("{verb}: {what}").format(verb=known.words, what=self.line.text))
        button.setEnabled(verb not in self.line.off)
        button.wanted.connect(self._on_wanted)
        if known.keys:
            shortcut = QShortcut(QKeySequence(known.keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        return button

    @Slot(str)
    def _on_wanted(self, verb: str) -> None:
        self.wanted.emit(self.line.key, verb)


class RowList(QWidget):
    """Rows named `name_1`, `name_2` ... `wanted` carries a row's key and a verb.

    When the rows change, the focus goes with its row; where that is gone, to the next one, then to `after`.
    """

    wanted = Signal(str, str)

    def __init__(self, name: str, verbs: Mapping[str, Verb], theme: Theme) -> None:
        super().__init__()
        self._name, self._verbs, self._theme = name, verbs, theme
        self.rows: list[ListRow] = []
        self.after: QWidget | None = None
        self._lines: tuple[Line, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(1.5))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these rows; the same ones stay as they are."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        focus = self._focus_place()
        self._clear()
        for place, line in enumerate(lines, start=1):
            if self.rows:
                self._column.addWidget(Rule())
            row = ListRow(f"{self._name}_{place}", line, self._verbs, self._theme)
            row.wanted.connect(self.wanted)
            self._column.addWidget(row)
            self.rows.append(row)
        self.setVisible(bool(self.rows))
        if focus is not None:
            self._focus(*focus)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []

    def _focus_place(self) -> tuple[int, str, str] | None:
        """Where the focus is: place and key of its row, and the verb."""
        focus = self.window().focusWidget()
        for place, row in enumerate(self.rows):
            verb = next((verb for verb, button in row.buttons.items() if button is focus), None)
            if verb is not None:
                return place, row.line.key, verb
        return None

    def _focus(self, place: int, key: str, verb: str) -> None:
        if not self.rows:
            if self.after is not None:
                self.after.setFocus()
            return
        row = next((row for row in self.rows if row.line.key == key), self.rows[min(place, len(self.rows) - 1)])
        able = [row.buttons[verb], *row.buttons.values()]
        next((button for button in able if button.isEnabled()), able[0]).setFocus()

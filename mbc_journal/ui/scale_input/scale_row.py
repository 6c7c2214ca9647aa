"""What every row of Today has: a name, yesterday's answer in grey, the control, More; its keys and its signals."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from mbc_journal import wording
from mbc_journal.records import Answer, Reading
from mbc_journal.scales import UNANSWERED, Entry, Scale
from mbc_journal.ui.scale_input.row_layout import Parts, RowLayout
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Hint, SmallLink, Strong
from mbc_journal.wording import _

NOT_ASKED = "not_asked"
"""The `state` of a row without a reading."""


def name_of(scale_id: str) -> str:
    """The object name of a scale's row: letters, digits and "_" only."""
    return re.sub(r"\W+", "_", scale_id).strip("_")


class ScaleRow(QGroupBox):
    """One scale on one day. A row knows nothing of the journal: it shows readings and tells what the person did.

    `chosen`, `cleared`, `same_as_yesterday`, `details_wanted` and `page_wanted` carry the row itself. After `chosen`
    and `same_as_yesterday`, `entry` is what to write. The properties `state` and `level` are for readers of the screen.
    """

    chosen = Signal(object)
    cleared = Signal(object)
    same_as_yesterday = Signal(object)
    details_wanted = Signal(object)
    page_wanted = Signal(object)

    def __init__(self, scale: Scale, theme: Theme, control: QWidget) -> None:
        super().__init__()
        self.scale = scale
        self.theme = theme
        self.control = control
        self.before: Reading | None = None
        self._before_text = ""
        self.name = Strong()
        self.hint = Hint()
        self.more = SmallLink(_("More"), theme)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        RowLayout(self, Parts(self.name, self.hint, self.control, self.more, self._least_width), theme)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_label(wording.say(scale.label))
        self.setObjectName(name_of(scale.id))
        self.more.setObjectName(f"{name_of(scale.id)}_more")
        self._show_state(NOT_ASKED)
        self.more.clicked.connect(self._on_more_clicked)

    def set_label(self, label: str) -> None:
        """Call the row `label`, on screen and for screen readers."""
        self.name.setText(label)
        self.setAccessibleName(label)
        self.more.setAccessibleName(_("More about {name}").format(name=label))

    def entry(self) -> Entry | None:
        """What the row says now; None while it says nothing, or nothing that can be kept."""
        raise NotImplementedError

    def show_reading(self, reading: Reading | None) -> None:
        """Show `reading`, or an empty row; nothing is signalled."""
        raise NotImplementedError

    def show_before(self, reading: Reading | None, text: str = "") -> None:
        """Show the answer of the day before in grey, or nothing.

        `text` is its sentence, with {answer}; "" for "yesterday: Moderate".
        """
        self.before = reading
        pattern = text or _("yesterday: {answer}")
        answer = "" if reading is None else self.scale.say(reading)
        self._before_text = "" if reading is None else pattern.format(answer=answer)
        self.show_hint(self._before_text)
        self._show_state(str(self.property("state")), self.property("level"))

    def take_before(self) -> bool:
        """Answer as on the day before, without a signal; whether there was such an answer and the row is empty."""
        if self.before is None or self.property("state") != NOT_ASKED:
            return False
        self.show_reading(self.before)
        return True

    def show_hint(self, text: str) -> None:
        """Small grey words under the name."""
        self.hint.setText(text)

    def _show_state(self, state: str, level: int | None = None) -> None:
        """Set the properties `state` and `level`, and the description a screen reader says."""
        self.setProperty("state", state)
        self.setProperty("level", level)
        said = _("Not answered.") if state == NOT_ASKED else ""
        if state in (Answer.SKIPPED, Answer.PREFER_NOT, Answer.NOT_APPLICABLE):
            said = f"{_(UNANSWERED[Answer(state)]).capitalize()}."
        before = f"{self._before_text[:1].upper()}{self._before_text[1:]}." if self._before_text else ""
        self.setAccessibleDescription(f"{said} {before}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: = takes yesterday's answer, Backspace clears, Enter opens the details, R the reference."""
        if event.text() == "=":
            if self.take_before():
                self.same_as_yesterday.emit(self)
        elif event.key() == Qt.Key.Key_Backspace:
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_wanted.emit(self)
        elif event.key() == Qt.Key.Key_R and not event.modifiers():
            self.page_wanted.emit(self)
        else:
            event.ignore()

    def clear(self) -> None:
        """Take the answer back as the person does."""
        if self.property("state") != NOT_ASKED:
            self.show_reading(None)
            self.cleared.emit(self)

    def _least_width(self) -> int:
        return self.control.sizeHint().width()

    @Slot()
    def _on_more_clicked(self) -> None:
        self.details_wanted.emit(self)

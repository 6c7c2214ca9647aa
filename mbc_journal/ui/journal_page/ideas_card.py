"""Coping ideas in place: a plain list by what they help with, the same for everyone."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from mbc_journal import wording
from mbc_journal.journaling import Effort, Idea
from mbc_journal.ui.journal_page.beside import Beside
from mbc_journal.ui.journal_page.keeper import NoteKeeper
from mbc_journal.ui.widgets import Button, Card, Choice, FlowRow, Hint, Label, LeadStrong, Muted, Rule, Strong
from mbc_journal.wording import N_, _

_EFFORTS = {
    Effort.LOW: N_("takes little"),
    Effort.MEDIUM: N_("takes some effort"),
    Effort.HIGH: N_("takes more effort"),
}

_BESIDE_EM = 30


class IdeasCard(Card):
    """`closed` follows Close and Esc."""

    closed = Signal()

    def __init__(self, keeper: NoteKeeper) -> None:
        super().__init__(keeper.desk.theme)
        self.setObjectName("ideas_panel")
        self._keeper = keeper
        theme = keeper.desk.theme
        words = {scale: keeper.scale_name(scale) for scale in keeper.ideas.helps_with}
        self.groups = Choice(_("Ideas that may help with"), words, theme)
        self.groups.setObjectName("ideas_for")
        self.groups.set_value(next(iter(words)))
        self.close_button = Button(_("Close the ideas"), theme)
        self.close_button.setObjectName("ideas_close")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(3))
        buttons = FlowRow(theme)
        buttons.add(self.close_button)
        same = _("The same list for everyone; nothing here comes from what you wrote. No clinician has reviewed it.")
        self.add(LeadStrong(_("Ideas that may help with")), self.groups, Muted(same))
        self.column.addLayout(self._list)
        self.add(buttons)
        self.groups.changed.connect(self._on_groups_changed)
        self.close_button.clicked.connect(self.closed)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for idea in self._keeper.ideas.helping(self.groups.value() or ""):
            self._list.addWidget(Rule())
            self._list.addWidget(IdeaRow(idea, self._keeper))

    @Slot()
    def _on_groups_changed(self) -> None:
        self._fill()


class IdeaRow(QGroupBox):
    """One idea: what to do, why, where that was read, and the button that notes a try."""

    def __init__(self, idea: Idea, keeper: NoteKeeper) -> None:
        super().__init__()
        self._idea = idea
        self._keeper = keeper
        theme = keeper.desk.theme
        title = wording.say(idea.title)
        self.setObjectName(f"idea_{idea.id.replace('-', '_')}")
        self.setAccessibleName(title)
        head = FlowRow(theme)
        head.add(Strong(title), Hint(_(_EFFORTS[idea.effort])))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        for part in (head, Label(wording.say(idea.how)), *self._lines(), *self._reasons()):
            column.addWidget(part)
        if idea.can_be_tried:
            self.try_it = Button(_("Try it"), theme)
            self.try_it.setObjectName(f"{self.objectName()}_try")
            self.try_it.setAccessibleName(_("Try it: {idea}").format(idea=title))
            self.try_it.setEnabled(not keeper.journal.read_only)
            self.try_it.clicked.connect(self._on_try_clicked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Beside(words, self.try_it, theme, _BESIDE_EM) if idea.can_be_tried else words)

    def _lines(self) -> list[QWidget]:
        return [
            Label(_("{where}: {number}").format(where=wording.say(line.where), number=line.number))
            for line in self._idea.lines
        ]

    def _reasons(self) -> list[QWidget]:
        why = wording.say(self._idea.why)
        if not self._idea.is_checked:
            return [Hint(_("Not yet checked: {why}").format(why=why))]
        named = [
            _("{title}, {publisher}").format(title=one.title, publisher=one.publisher)
            for one in self._keeper.ideas.sources(self._idea)
        ]
        checked = wording.checked_words([self._idea.checked], self._keeper.desk.clock.today())
        sources = _("Sources: {sources}. {checked}").format(sources="; ".join(named), checked=checked)
        return [Hint(why), Hint(sources)]

    @Slot()
    def _on_try_clicked(self) -> None:
        if self._keeper.try_idea(self._idea):
            said = _("Noted: {idea}. Your journal asks later whether it helped.")
            self._keeper.desk.announcer.said.emit(said.format(idea=wording.say(self._idea.title)))

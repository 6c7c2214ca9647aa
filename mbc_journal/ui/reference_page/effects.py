"""What one may notice: each side effect with her own count, the button that logs it, and ideas that may help."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from mbc_journal import wording
from mbc_journal.catalogue import SideEffect
from mbc_journal.journaling import Idea
from mbc_journal.reference.mine import Log
from mbc_journal.reference.pages import NOT_CHECKED
from mbc_journal.ui.reference_page.keeper import Keeper
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, Label, Muted, SmallLink, Strong
from mbc_journal.wording import _


class EffectRow(QGroupBox):
    """One side effect. L logs it while the focus is in the row."""

    def __init__(self, effect: SideEffect, unchecked: bool, keeper: Keeper) -> None:
        super().__init__()
        self._effect = effect
        self._keeper = keeper
        self._shown: Card | None = None
        theme = keeper.desk.theme
        name = wording.say(effect.label)
        self.setObjectName(f"effect_{effect.id.replace('-', '_')}")
        self.setAccessibleName(name)
        self.logged = Muted()
        self.log_button = Button(_("Log it"), theme)
        self.log_button.setObjectName(f"{self.objectName()}_log")
        self.log_button.setAccessibleName(_("Log it: {name}").format(name=name))
        self.log_button.setEnabled(not keeper.journal.read_only)
        self.log_button.clicked.connect(self._on_log_clicked)
        words = QWidget()
        names = QVBoxLayout(words)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(Strong(name))
        names.addWidget(self.logged)
        if unchecked:
            names.addWidget(Hint(_(NOT_CHECKED)))
        buttons = FlowRow(theme)
        buttons.add(self.log_button)
        self._ideas = self._found()
        if self._ideas:
            self.help_button = SmallLink(_("What can help"), theme)
            self.help_button.setObjectName(f"{self.objectName()}_help")
            self.help_button.setAccessibleName(_("What can help: {name}").format(name=name))
            self.help_button.clicked.connect(self._on_help_clicked)
            buttons.add(self.help_button)
        line = FlowRow(theme, apart=True)
        line.add(words, buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: L logs it."""
        if event.key() == Qt.Key.Key_L and self.log_button.isEnabled():
            self._on_log_clicked()
        else:
            super().keyPressEvent(event)

    def show_log(self, log: Log) -> None:
        """Say how often she logged it."""
        self.logged.setText(log.words(self._effect.log_ids))

    def _found(self) -> tuple[Idea, ...]:
        return self._keeper.ideas.helping(*self._effect.log_ids)

    @Slot()
    def _on_log_clicked(self) -> None:
        if self._effect.log_ids:
            self._keeper.log_it(self._effect.log_ids[0])

    @Slot()
    def _on_help_clicked(self) -> None:
        if self._shown is None:
            self._shown = _IdeasList(self._ideas, self._keeper)
            self._shown.setObjectName(f"{self.objectName()}_ideas")
            self._column.addWidget(self._shown)
            self._shown.show()
        else:
            self._shown.setVisible(self._shown.isHidden())


class _IdeasList(Card):
    """Ideas that may help: what to do, why, and where that was read."""

    def __init__(self, ideas: Sequence[Idea], keeper: Keeper) -> None:
        super().__init__(keeper.desk.theme)
        for idea in ideas:
            self.add(Strong(wording.say(idea.title)), Label(wording.say(idea.how)))
            self.add(*(Label(line.words) for line in idea.lines))
            self.add(Hint(keeper.ideas.why_words(idea, keeper.today)))

"""The bar under the page: what was saved last, Undo by name, and what could not be saved."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy

from mbc_journal.clock import Clock
from mbc_journal.ui import act_words
from mbc_journal.ui.signals import Announcer, Failure, Told
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, ChoiceInput, FlowRow, Label, Strong, announce
from mbc_journal.wording import _

_WORDS_EM = 16  # the least room for what is said, beside the buttons


class InfoBar(QFrame):
    """Never fades, covers nothing; in `danger_soft` while something is not saved.

    `announced` carries each sentence that a screen reader is given.
    """

    undo_wanted = Signal()
    copy_wanted = Signal()
    own_wanted = Signal()
    announced = Signal(str)

    def __init__(self, theme: Theme, clock: Clock, announcer: Announcer) -> None:
        super().__init__()
        self._theme = theme
        self._clock = clock
        self._announcer = announcer
        self._failure: Failure | None = None
        self._can_undo = self._is_made_up = self._is_away = False
        self.setObjectName("info_bar")
        self.setProperty("state", "quiet")
        self.icon = QLabel()
        self.icon.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.saved_line = Label(_("Everything is saved"))
        self.saved_line.setObjectName("saved_line")
        self.made_up = Strong(_("Made-up data"))
        self.made_up.setObjectName("made_up")
        self.writing_as = ChoiceInput({"": _("Writing as: Me")})
        self.writing_as.setObjectName("writing_as")
        self.writing_as.setAccessibleName(_("Writing as"))
        self.try_again = Button(_("&Try again"), self._theme)
        self.save_copy = Button(_("Save a cop&y..."), self._theme)
        self.undo = Button(_("Undo"), self._theme, icon="undo-2")
        self.own_journal = Button(_("Back to my &journal"), self._theme)
        for widget, name in (
            (self.try_again, "try_again"), (self.save_copy, "save_copy"), (self.undo, "undo"),
            (self.own_journal, "own_journal"),
        ):  # fmt: skip
            widget.setObjectName(name)
        self._lay_out()
        self._wire()
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells: buttons beside the words, or under them where the line is short."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(self._theme.px(2))
        words.addWidget(self.icon)
        words.addWidget(self.saved_line, stretch=1)
        words.addStretch()
        self._controls = FlowRow(self._theme)
        self._controls.add(self.made_up, self.own_journal, self.writing_as, self.try_again, self.save_copy, self.undo)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(words, stretch=1)
        self._row.addWidget(self._controls)
        self._measure()

    def _measure(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(5), px(1), px(4), px(1))
        self._row.setSpacing(px(2))
        target, line = self._theme.target, self._theme.sizes.line
        self.setMinimumHeight(target + 2 * px(1) + line)  # nothing moves when a button comes

    def _fold(self) -> None:
        """Beside each other while the words keep a readable line."""
        controls = self._controls.sizeHint().width()
        beside = self.width() - controls >= _WORDS_EM * self._theme.em
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(right if beside else down)
        across = QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._controls.setSizePolicy(policy)
        self._controls.setVisible(controls > 0)

    def _wire(self) -> None:
        self.undo.clicked.connect(self._on_undo_clicked)
        self.save_copy.clicked.connect(self._on_save_copy_clicked)
        self.own_journal.clicked.connect(self.own_wanted)
        self.try_again.clicked.connect(self._on_try_again_clicked)
        self.writing_as.changed.connect(self._on_writer_changed)
        self._announcer.changed.connect(self._on_changed)
        self._announcer.not_saved.connect(self._on_not_saved)
        self._announcer.said.connect(self._on_said)
        self._theme.changed.connect(self._on_theme_changed)

    def show_writers(self, helpers: tuple[str, ...]) -> None:
        """Offer "Writing as" once the settings name a helper."""
        if self._announcer.writing_as not in helpers:
            self._announcer.writing_as = ""
        self.writing_as.clear()
        self.writing_as.addItem(_("Writing as: Me"), "")
        for name in helpers:
            shown = act_words.short(name, 40)
            self.writing_as.addItem(_("Writing as: {name}").format(name=shown), name)
        self.writing_as.set_value(self._announcer.writing_as)
        self._show_state()

    def show_made_up(self, on: bool) -> None:
        """Say all the time that this journal is invented."""
        self._is_made_up = on
        self._show_state()

    def show_way_back(self, on: bool) -> None:
        """Offer the person's own journal while she looks around in a made-up one."""
        self._is_away = on
        self._show_state()

    def forget(self) -> None:
        """Another journal was opened: nothing of the one before stays here."""
        self._failure = None
        self._can_undo = False
        self._say(_("Everything is saved"), aloud=False)

    @Slot(object)
    def _on_changed(self, change: Told) -> None:
        self._failure = None
        self._can_undo = bool(change.undo)
        words = act_words.undo(change.undo)
        self.undo.setText(words.replace("&", "&&"))
        self.undo.setAccessibleName(words)
        self._say(act_words.done(change, self._clock.now()))

    @Slot(object)
    def _on_not_saved(self, failure: Failure) -> None:
        self._failure = failure
        self._say(str(failure.problem))

    @Slot(str)
    def _on_said(self, sentence: str) -> None:
        if self._failure is None:
            self._say(sentence)

    def _say(self, text: str, aloud: bool = True) -> None:
        self.saved_line.setText(text)
        self._show_state()
        if aloud:
            announce(self.saved_line, text)
            self.announced.emit(text)

    def _show_state(self) -> None:
        failed = self._failure is not None
        for part in (self.try_again, self.save_copy):
            part.setVisible(failed)
        self.made_up.setVisible(self._is_made_up and not failed)
        self.own_journal.setVisible(self._is_away and not failed)
        self.writing_as.setVisible(self.writing_as.count() > 1 and not failed)
        self.undo.setVisible(self._can_undo and not failed)
        self.setProperty("state", "failed" if failed else "quiet")
        self.style().unpolish(self)
        self.style().polish(self)
        name, token = ("circle-alert", "danger") if failed else ("check", "ok")
        self.icon.setPixmap(self._theme.pixmap(name, token))
        self._fold()

    @Slot()
    def _on_undo_clicked(self) -> None:
        self.undo_wanted.emit()

    @Slot()
    def _on_save_copy_clicked(self) -> None:
        self.copy_wanted.emit()

    @Slot()
    def _on_try_again_clicked(self) -> None:
        if self._failure is not None:
            self._failure.again()

    @Slot()
    def _on_writer_changed(self) -> None:
        self._announcer.writing_as = self.writing_as.value()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._measure()
        self._show_state()

"""The bar under the page: what was saved last, Undo by name, and what could not be saved."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from mbc_journal.clock import Clock
from mbc_journal.records import ME, Change
from mbc_journal.ui.forms import ChoiceInput
from mbc_journal.ui.signals import Announcer, Failure
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Label, Strong
from mbc_journal.wording import _, act_subject


class InfoBar(QFrame):
    """Never fades, covers nothing; in `danger_soft` while something is not saved.

    `announced` carries each sentence that a screen reader is given.
    """

    undo_wanted = Signal()
    copy_wanted = Signal()
    announced = Signal(str)

    def __init__(self, theme: Theme, clock: Clock, announcer: Announcer) -> None:
        super().__init__()
        self._theme = theme
        self._clock = clock
        self._announcer = announcer
        self._failure: Failure | None = None
        self.setObjectName("info_bar")
        self.setProperty("state", "quiet")
        self.icon = QLabel()
        self.saved_line = Label(_("Everything is saved"))
        self.saved_line.setObjectName("saved_line")
        self.made_up = Strong(_("Made-up data"))
        self.made_up.setObjectName("made_up")
        self.writing_as = ChoiceInput({ME: _("Writing as: Me")})
        self.writing_as.setObjectName("writing_as")
        self.writing_as.setAccessibleName(_("Writing as"))
        self.try_again = Button(_("&Try again"), self._theme)
        self.save_copy = Button(_("Save a &copy..."), self._theme)
        self.undo = Button(_("Undo"), self._theme, icon="undo-2")
        for widget, name in ((self.try_again, "try_again"), (self.save_copy, "save_copy"), (self.undo, "undo")):
            widget.setObjectName(name)
        self._lay_out(
            [self.icon, self.saved_line, self.made_up, self.writing_as, self.try_again, self.save_copy, self.undo]
        )
        self._wire()
        self._show_state()

    def _lay_out(self, widgets: list[QWidget]) -> None:
        row = QHBoxLayout(self)
        px = self._theme.px
        row.setContentsMargins(px(5), px(1), px(4), px(1))
        row.setSpacing(px(2))
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        for widget in widgets:
            said = widget is self.saved_line
            widget.setSizePolicy(wide if said else fixed, QSizePolicy.Policy.Preferred)
            row.addWidget(widget, stretch=3 * said)
            if said:
                row.addStretch(1)
        for widget in (self.made_up, self.writing_as, self.undo):
            widget.hide()

    def _wire(self) -> None:
        self.undo.clicked.connect(self._on_undo_clicked)
        self.save_copy.clicked.connect(self._on_save_copy_clicked)
        self.try_again.clicked.connect(self._on_try_again_clicked)
        self.writing_as.changed.connect(self._on_writer_changed)
        self._announcer.changed.connect(self._on_changed)
        self._announcer.not_saved.connect(self._on_not_saved)
        self._announcer.said.connect(self._on_said)
        self._theme.changed.connect(self._on_theme_changed)

    def show_writers(self, helpers: tuple[str, ...]) -> None:
        """Offer "Writing as" once the settings name a helper."""
        self.writing_as.clear()
        self.writing_as.addItem(_("Writing as: Me"), ME)
        for name in helpers:
            self.writing_as.addItem(_("Writing as: {name}").format(name=name), name)
        self.writing_as.set_value(self._announcer.writing_as)
        self.writing_as.setVisible(bool(helpers))

    def show_made_up(self, on: bool) -> None:
        """Say all the time that this journal is invented."""
        self.made_up.setVisible(on)

    def forget(self) -> None:
        """Another journal was opened: nothing of the one before stays here."""
        self._failure = None
        self.undo.hide()
        self._say(_("Everything is saved"), announce=False)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self._failure = None
        self.undo.setVisible(bool(change.undo))
        words = _("Undo {name}").format(name=act_subject(change.undo))
        self.undo.setText(words.replace("&", "&&"))
        self.undo.setAccessibleName(words)
        time = f"{self._clock.now():%H:%M}"
        text = _("Undone {time} - {name}") if change.undone else _("Saved {time} - {name}")
        self._say(text.format(time=time, name=change.name))

    @Slot(object)
    def _on_not_saved(self, failure: Failure) -> None:
        self._failure = failure
        self._say(str(failure.problem))

    @Slot(str)
    def _on_said(self, sentence: str) -> None:
        if self._failure is None:
            self._say(sentence)

    def _say(self, text: str, announce: bool = True) -> None:
        self.saved_line.setText(text)
        self._show_state()
        if announce:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.saved_line, text))
            self.announced.emit(text)

    def _show_state(self) -> None:
        failed = self._failure is not None
        self.try_again.setVisible(failed)
        self.save_copy.setVisible(failed)
        self.setProperty("state", "failed" if failed else "quiet")
        self.style().unpolish(self)
        self.style().polish(self)
        name, token = ("circle-alert", "danger") if failed else ("check", "ok")
        self.icon.setPixmap(self._theme.pixmap(name, token))

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
        self._show_state()

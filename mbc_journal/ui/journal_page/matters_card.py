"""What matters to me now: on top of the journal, in her words."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import journaling, wording
from mbc_journal.records import Profile
from mbc_journal.ui.journal_page.beside import Beside
from mbc_journal.ui.journal_page.keeper import NoteKeeper
from mbc_journal.ui.journal_page.note_fields import NoteText
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.treatments_page.kept_form import KeptForm
from mbc_journal.ui.widgets import Button, Card, FlowRow, Lead, Muted, SmallLink, Strong
from mbc_journal.wording import _

_LONGEST = 2_000
_LINES = 3
_BESIDE_EM = 30


class MattersCard(Card):
    """Her words to read; a click on Change opens the field, Esc or Close shuts it."""

    def __init__(self, keeper: NoteKeeper) -> None:
        super().__init__(keeper.desk.theme)
        theme = keeper.desk.theme
        self._keeper = keeper
        self._profile = Profile()
        self._stay = object()
        self.heading = Strong(_("What matters to me now"))
        self.words = Lead()
        self.change = SmallLink(_("Change"), theme)
        self.change.setObjectName("matters_change")
        read = QWidget()
        column = QVBoxLayout(read)
        column.setContentsMargins(0, 0, 0, 0)
        self.form = KeptForm(Profile, theme, self._save)
        self.field = NoteText(_LONGEST, _LINES)
        self.form.keep("matters", _("In my words"), self.field, self.field)
        self.close_button = Button(_("Close"), theme)
        self.close_button.setAccessibleName(_("Close: what matters to me now"))
        self.close_button.setObjectName("matters_close")
        self._buttons = FlowRow(theme)
        self._buttons.add(self.close_button)
        self.hint = Muted(_("A line for hard days and hard choices, in your own words."))
        for widget in (self.heading, self.words, self.hint):
            column.addWidget(widget)
        self.add(Beside(read, self.change, theme, _BESIDE_EM), self.form, self._buttons)
        self.form.hide()
        self._buttons.hide()
        self.change.clicked.connect(self._on_change_clicked)
        self.close_button.clicked.connect(self._on_close_clicked)

    def show_profile(self, profile: Profile) -> None:
        """Show what the profile holds; what is being typed stays."""
        self._profile = profile
        self.words.setText(profile.matters)
        self.form.show_record(profile)
        self._show_parts(self.form.isVisibleTo(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt tells: Esc closes the field; what was typed is kept."""
        if event.key() == Qt.Key.Key_Escape and self.form.isVisible():
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def _show_parts(self, editing: bool) -> None:
        self.form.setVisible(editing)
        self._buttons.setVisible(editing)
        self.change.setVisible(not editing)
        self.words.setVisible(not editing and bool(self._profile.matters))
        self.hint.setVisible(not editing and not self._profile.matters)
        self.change.setText(_("Change") if self._profile.matters else _("Write it down"))
        self.change.setAccessibleName(_("{verb}: what matters to me now").format(verb=self.change.text()))

    def _save(self, name: str, value: object) -> bool:
        profile = replace(self._profile, matters=str(value))
        act = wording.act(_("What matters"), journaling.excerpt(profile.matters))
        return self._keeper.writer.save(profile, name=act, stay=self._stay)

    @Slot()
    def _on_change_clicked(self) -> None:
        self._stay = object()
        self._show_parts(True)
        self.field.setFocus()

    @Slot()
    def _on_close_clicked(self) -> None:
        if flush_all(self):
            self._show_parts(False)
            self.change.setFocus()

"""Which notes are listed: kind or star, words, and who wrote them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbc_journal import journaling
from mbc_journal.journaling import Before, Wanted
from mbc_journal.records import ME
from mbc_journal.ui.forms import ChoiceInput, FormRow
from mbc_journal.ui.forms.text_inputs import LineInput
from mbc_journal.ui.journal_page.beside import Beside
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Choice, FlowRow, Strong
from mbc_journal.wording import _

_PAUSE = 150  # milliseconds after the last key
_BESIDE_EM = 40


class Finder(QWidget):
    """`changed` follows each choice, and the search a moment after the last key."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._only: frozenset[UUID] | None = None
        self.kinds = Choice(_("Show"), {name: _(words) for name, words in journaling.FILTERS.items()}, theme)
        self.kinds.setObjectName("note_filter")
        self.kinds.set_value("all")
        self.search = LineInput()
        self.writer = ChoiceInput({"": _("everyone")})
        self._writer_row = FormRow("note_writer", _("Written by"), self.writer, theme)
        self._about = Strong()
        self.everything = Button(_("Show all notes"), theme)
        self.everything.setObjectName("all_notes")
        self._about_row = FlowRow(theme)
        self._about_row.add(self._about, self.everything)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        self._search_row = FormRow("note_search", _("&Search my notes"), self.search, theme)
        for widget in (self.kinds, Beside(self._search_row, self._writer_row, theme, _BESIDE_EM), self._about_row):
            column.addWidget(widget)
        self._writer_row.hide()
        self._about_row.hide()
        self.kinds.changed.connect(self.changed)
        self.writer.changed.connect(self.changed)
        self.search.changed.connect(self._pause.start)
        self.search.returnPressed.connect(self._on_pause_over)
        self._pause.timeout.connect(self._on_pause_over)
        self.everything.clicked.connect(self._on_everything_clicked)

    @property
    def wanted(self) -> Wanted:
        """What is chosen and typed."""
        if self._only is not None:
            return Wanted(only=self._only)
        return journaling.wanted(self.kinds.value() or "all", self.search.text(), self.writer.value())

    def show_writers(self, helpers: Sequence[str]) -> None:
        """Offer those who write here, where there is more than one."""
        chosen = self.writer.value()
        self.writer.clear()
        offers = {"": _("everyone"), ME: _("me")} | {name: name for name in helpers}
        for value, words in offers.items():
            self.writer.addItem(words, value)
        self.writer.set_value(chosen if chosen in ("", ME, *helpers) else "")
        self._writer_row.setVisible(bool(helpers))

    def show_only(self, about: str, notes: Sequence[UUID]) -> None:
        """List some notes alone, under the words `about`; `Show all notes` leads back."""
        self._only = frozenset(notes)
        self._about.setText(about)
        self._show_parts()

    def show_before(self, before: Before) -> None:
        """List the notes about one thing that helped."""
        self.show_only(_("Notes about: {name}").format(name=before.name), before.notes)

    def show_all(self) -> None:
        """List everything: no kind, no words, no writer."""
        self._only = None
        self.kinds.set_value("all")
        self.search.clear()
        self.writer.set_value("")
        self._show_parts()

    def _show_parts(self) -> None:
        self._about_row.setVisible(self._only is not None)
        self.kinds.setEnabled(self._only is None)
        self.search.setEnabled(self._only is None)
        self.writer.setEnabled(self._only is None)

    @Slot()
    def _on_pause_over(self) -> None:
        self._pause.stop()
        self.changed.emit()

    @Slot()
    def _on_everything_clicked(self) -> None:
        self.show_all()
        self.kinds.setFocus()
        self.changed.emit()

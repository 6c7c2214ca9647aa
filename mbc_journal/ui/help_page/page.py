"""Help: one search box over short answers and keys; works offline and asks the journal nothing."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit

from mbc_journal import help_texts, paths
from mbc_journal.db.journal import Journal
from mbc_journal.help_texts import KeyRow, Part
from mbc_journal.problems import ResourceBroken
from mbc_journal.ui.forms.form import plain_words
from mbc_journal.ui.help_page.cards import KeysCard, PartCard
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.widgets import Hint, Label, announce
from mbc_journal.wording import N_, _, ngettext

_QUIET = 400  # milliseconds after the last key until what was found is said aloud


class HelpPage(Page):
    """Opens with F1. `file` holds the answers; None: our own."""

    NAME, TITLE, ICON, NUMBER = "help", N_("Help"), "circle-help", 0
    WATCHES = frozenset[str]()

    def __init__(self, journal: Journal, desk: Desk, file: Path | None = None) -> None:
        super().__init__(journal, desk)
        self._keys: tuple[KeyRow, ...] = help_texts.row_keys()
        self.add_header(_(self.TITLE))
        self.field = QLineEdit()
        self.field.setObjectName("find_help")
        self.field.setAccessibleName(_("Find in Help"))
        self.field.setPlaceholderText(_("for example: print, copy, undo"))
        self.field.setClearButtonEnabled(False)
        self.found = Hint(_("Everything here works without a connection."))
        self.add(self.field, self.found)
        self._parts: tuple[Part, ...] = ()
        try:
            self._parts = help_texts.load(file or paths.resources() / "help" / "en.json")
        except ResourceBroken as broken:
            self.add(Label(str(broken)))
        self.cards = [PartCard(part, desk.theme) for part in self._parts]
        self.keys = KeysCard(desk.theme)
        self.add(*self.cards, self.keys)
        self.keys.take(self._keys)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_QUIET)
        self._pause.timeout.connect(self._on_pause_over)
        self.field.textChanged.connect(self._on_field_changed)

    def refresh(self) -> None:
        """Show the keys of the window as they are."""
        self.show_keys(keys_of(self.window().findChildren(QAction)))

    def first_focus(self) -> None:
        """The search box is the main action."""
        self.field.setFocus()
        self.field.selectAll()

    def show_keys(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show the window's shortcuts, as (words, keys), before those of rows and lists."""
        menus = tuple(KeyRow(words, keys) for words, keys in pairs)
        self._keys = menus + help_texts.row_keys()
        self.keys.take(self._keys)
        self._on_field_changed(self.field.text())

    @Slot(str)
    def _on_field_changed(self, text: str) -> None:
        found = {part.id for part in help_texts.find(self._parts, text)}
        for card in self.cards:
            card.setVisible(card.part.id in found)
        rows = frozenset(help_texts.find_keys(self._keys, text))
        self.keys.show_rows(rows)
        self.keys.setVisible(bool(rows))
        self.found.setText(self._found_words(text, len(found) + len(rows)))
        self._pause.start()

    def _found_words(self, text: str, count: int) -> str:
        if not text.strip():
            return _("Everything here works without a connection.")
        if count == 0:
            return _("Nothing fits. Try another word, or fewer letters.")
        return ngettext("{count} answer fits", "{count} answers fit", count).format(count=count)

    @Slot()
    def _on_pause_over(self) -> None:
        if self.isVisible() and self.field.hasFocus():
            announce(self.found, self.found.text())


def keys_of(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Words and keys of the actions that have any, as `show_keys` takes them."""
    pairs = []
    for action in actions:
        keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
        if keys:
            words = plain_words(action.text()).removesuffix("...")
            pairs.append((words, _(" or ").join(keys)))
    return pairs

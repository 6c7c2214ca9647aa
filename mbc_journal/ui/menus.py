"""The menu bar: every action of the window with its words and keys, in one table."""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from mbc_journal.settings import COLOURS, TEXT_SIZES
from mbc_journal.ui import act_words
from mbc_journal.wording import N_, _


@dataclass(frozen=True)
class Entry:
    """One menu item; `verb` names its action (action_<verb>), "" is a line between two groups."""

    verb: str = ""
    words: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False


_LINE = Entry()
_MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        N_("&File"),
        (
            Entry("open", N_("&Open another journal..."), ("Ctrl+O",)),
            Entry("look_around", N_("&Look around in a made-up journal")),
            Entry("save_copy", N_("Save a &copy of this journal...")),
            _LINE,
            Entry("print", N_("&Print..."), ("Ctrl+P",)),
            Entry("save_pdf", N_("Save as P&DF..."), ("Ctrl+Shift+P",)),
            _LINE,
            Entry("quit", N_("&Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        N_("&Edit"),
        (
            Entry("undo", N_("&Undo"), ("Ctrl+Z",)),
            Entry("redo", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
            _LINE,
            Entry("find", N_("&Find..."), ("Ctrl+F",)),
            _LINE,
            Entry("new_note", N_("New &note"), ("Ctrl+N",)),
            Entry("new_question", N_("New &question"), ("Ctrl+Shift+N",)),
            _LINE,
            Entry("settings", N_("&Settings"), ("Ctrl+,",)),
        ),
    ),
    (
        N_("&Go"),
        (
            Entry("today", N_("To&day"), ("Ctrl+T",)),
            Entry("quick", N_("&Quick window"), ("Ctrl+B",)),
            Entry("call", N_("&Who to call"), ("F2",)),
            _LINE,
            Entry("back", N_("&Back"), ("Alt+Left",)),
            Entry("forward", N_("&Forward"), ("Alt+Right",)),
            Entry("previous_page", N_("&Previous page"), ("Ctrl+PgUp",)),
            Entry("next_page", N_("&Next page"), ("Ctrl+PgDown",)),
            Entry("next_area", N_("Next &area of the window"), ("F6",)),
            _LINE,
        ),
    ),
    (
        N_("&View"),
        (
            Entry("bigger", N_("&Bigger text"), ("Ctrl++", "Ctrl+=")),
            Entry("smaller", N_("&Smaller text"), ("Ctrl+-",)),
            Entry("usual_size", N_("&Usual text size"), ("Ctrl+0",)),
            _LINE,
            Entry("less_motion", N_("Less &motion"), checkable=True),
            Entry("full_screen", N_("&Full screen"), ("F11",), checkable=True),
        ),
    ),
    (
        N_("&Help"),
        (Entry("help", N_("&How to use it"), ("F1",)), Entry("about", N_("&About Care Journal"))),
    ),
)
_COLOUR_WORDS = {
    "system": N_("As the &computer has it"),
    "light": N_("&Light"),
    "dark": N_("&Dark"),
    "contrast": N_("&High contrast"),
}


class Menus(QObject):
    """Fills a menu bar and holds its actions by verb: `menus["undo"]`."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._actions: dict[str, QAction] = {}
        menus = [self._menu(bar, words, entries) for words, entries in _MENUS]
        self.go, view = menus[2], menus[3]
        self.sizes = self._choice(view, _("&Text size"), {str(step): f"{step} %" for step in TEXT_SIZES}, "size")
        words = {name: _(_COLOUR_WORDS[name]) for name in COLOURS}
        self.colours = self._choice(view, _("&Colours"), words, "colours")

    def __getitem__(self, verb: str) -> QAction:
        """The action of this verb."""
        return self._actions[verb]

    def add_page(self, name: str, words: str, number: int) -> QAction:
        """An item of the Go menu for one page, with Ctrl+number."""
        action = self._add(self.go, Entry(f"go_{name}", words, (f"Ctrl+{number}",)))
        action.setData(name)
        return action

    def drop_pages(self) -> None:
        """Take the items of all pages away again."""
        for verb in [verb for verb in self._actions if verb.startswith("go_")]:
            action = self._actions.pop(verb)
            self.go.removeAction(action)
            action.deleteLater()

    def show_choices(self, text_size: int, colours: str, less_motion: bool) -> None:
        """Tick what is in use."""
        self._actions[f"size_{text_size}"].setChecked(True)
        self._actions[f"colours_{colours}"].setChecked(True)
        self._actions["less_motion"].setChecked(less_motion)

    def show_undo(self, undo: str, redo: str) -> None:
        """Name what Undo and Redo would take back or bring back; "" switches them off."""
        for verb, name, words, bare in (
            ("undo", undo, _("&Undo {name}"), _("&Undo")),
            ("redo", redo, _("&Redo {name}"), _("&Redo")),
        ):
            action = self._actions[verb]
            action.setText(words.format(name=act_words.subject(name).replace("&", "&&")) if name else bare)
            action.setEnabled(bool(name))

    def _menu(self, bar: QMenuBar, words: str, entries: tuple[Entry, ...]) -> QMenu:
        menu = bar.addMenu(_(words))
        for entry in entries:
            if entry.verb:
                self._add(menu, entry)
            else:
                menu.addSeparator()
        return menu

    def _add(self, menu: QMenu, entry: Entry) -> QAction:
        action = QAction(_(entry.words), menu)
        action.setObjectName(f"action_{entry.verb}")
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setCheckable(entry.checkable)
        menu.addAction(action)
        self._actions[entry.verb] = action
        return action

    def _choice(self, menu: QMenu, words: str, choices: dict[str, str], prefix: str) -> QActionGroup:
        below = menu.addMenu(words)
        group = QActionGroup(below)
        for name, text in choices.items():
            action = self._add(below, Entry(f"{prefix}_{name}", text, checkable=True))
            action.setData(name)
            group.addAction(action)
        return group

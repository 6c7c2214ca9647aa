"""Looking around in a made-up journal: a file of its own, made when it is wanted, and the way back to one's own."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mbc_journal.clock import Clock
from mbc_journal.db.journal import create
from mbc_journal.problems import UserProblem
from mbc_journal.ui import jobs
from mbc_journal.ui.tools import Tools
from mbc_journal.wording import _

_SEED = 1


class LookAround(QObject):
    """One menu item and one button, which go there and back; `path_chosen` carries the journal to open.

    The made-up journal is kept in the cache, apart from the person's data, and never becomes the one of the next start.
    """

    path_chosen = Signal(object)

    def __init__(self, parent: QObject, tools: Tools) -> None:
        super().__init__(parent)
        self._tools = tools
        self._making = self._away = False
        self._action = tools.menus["look_around"]
        self._action.triggered.connect(self._on_wanted)
        tools.frame.info_bar.own_wanted.connect(self._on_wanted)

    @property
    def path(self) -> Path:
        """Where the made-up journal is."""
        return self._tools.paths.cache / "look-around.mbcj"

    @property
    def own_path(self) -> Path:
        """The person's journal: the one used last, or where the first one is made."""
        last = self._tools.preferences.values.last_journal
        return Path(last) if last else self._tools.paths.journal

    def use(self, path: Path) -> None:
        """Offer the way back while the made-up journal is open; any other is the person's, also at the next start."""
        self._away = path == self.path
        if not self._away:
            self._tools.preferences.change(last_journal=str(path))
        self._action.setText(_("Back to &my journal") if self._away else _("&Look around in a made-up journal"))
        self._tools.frame.info_bar.show_way_back(self._away)

    @Slot()
    def _on_wanted(self) -> None:
        if self._away:
            self.path_chosen.emit(self.own_path)
        elif not self._making:
            self._making = True
            self._tools.announcer.said.emit(_("A journal is being made up..."))
            folder = self._tools.paths.made(self.path.parent)
            jobs.run(partial(_make, folder / self.path.name, self._tools.clock), self._on_made, self._on_failed)

    @Slot(object)
    def _on_made(self, path: Path) -> None:
        self._making = False
        self.path_chosen.emit(path)

    @Slot(object)
    def _on_failed(self, problem: BaseException) -> None:
        self._making = False
        words = str(problem) if isinstance(problem, UserProblem) else _("The made-up journal could not be made.")
        self._tools.announcer.said.emit(words)


def _make(path: Path, clock: Clock) -> Path:
    """A journal of a made-up year that ends today, in place of the one she looked around in before."""
    from mbc_journal import demo  # on use: only who looks around needs it

    new = path.with_name("look-around-new.mbcj")
    new.unlink(missing_ok=True)
    create(new, clock, *demo.make(_SEED, clock.today()))
    os.replace(new, path)
    return path

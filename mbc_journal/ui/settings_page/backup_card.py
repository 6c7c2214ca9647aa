"""Backups: the last one and whether it was checked, one now, and a check of any that are there."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Slot

from mbc_journal import own_settings
from mbc_journal.db.backup import Backup
from mbc_journal.db.questions import settings_page
from mbc_journal.own_settings import KnownCopy
from mbc_journal.problems import UserProblem
from mbc_journal.ui import jobs
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.row_list import Line, RowList, Verb
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, Lead, PrimaryButton, Problem
from mbc_journal.wording import _, ngettext

_SHOWN = 5


@dataclass(frozen=True)
class Checked:
    """What the check of one backup found; `rows` None: it is not what was copied."""

    counter: int
    rows: int | None = None
    problem: str = ""


def check(copy: KnownCopy) -> Checked:
    """Read a whole backup; for a thread."""
    try:
        return Checked(copy.counter, settings_page.rows_of_whole_copy(copy.path, copy.sha256))
    except UserProblem as problem:
        return Checked(copy.counter, problem=str(problem))
    except OSError:
        return Checked(copy.counter, problem=_("This backup cannot be read now. The others are not touched."))


class BackupCard(Card):
    """Copying goes on where the journal is, on this thread; reading a copy goes on beside the window."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        self._copies: list[KnownCopy] = []
        self._found: dict[int, str] = {}
        self._busy = False
        self._all = False
        self.last = Lead()
        self.last.setObjectName("last_backup")
        self.where = Hint()
        self.problem = Problem()
        self.problem.setObjectName("backup_problem")
        self.problem.hide()
        self.button = PrimaryButton(_("&Back up now"), theme, icon="save")
        self.button.setObjectName("back_up_now")
        self.check_button = Button(_("&Check a backup"), theme)
        self.check_button.setObjectName("check_backup")
        buttons = FlowRow(theme)
        buttons.add(self.button, self.check_button)
        self.list = RowList("backup", {"check": Verb(_("Check"))}, theme)
        self.list.after = self.check_button
        self.more = Button(_("Show all backups"), theme)
        self.more.setObjectName("more_backups")
        self.add(self.last, self.where, self.problem, buttons, self.list, self.more)
        self._open = False
        self.button.clicked.connect(self._on_back_up_clicked)
        self.check_button.clicked.connect(self._on_check_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self.list.wanted.connect(self._on_row_wanted)

    def refresh(self) -> None:
        """Look which backups there are."""
        folder = self._keeper.backup_folder()
        self._copies = own_settings.known_copies(folder)
        if not self._busy:
            self.last.setText(own_settings.last_backup(self._copies, self._keeper.desk.clock.now()))
        self.where.setText(_("Backups are kept in {folder}").format(folder=folder))
        self.where.setVisible(bool(self._copies))
        self.check_button.setVisible(bool(self._copies))
        self._show_list()

    def back_up(self) -> Backup | None:
        """Make a backup now; None if there is none, which is said here."""
        try:
            made = self._keeper.back_up("asked")
        except UserProblem as problem:
            self._say(str(problem))
            return None
        self._say("")
        self._keeper.desk.announcer.said.emit(_("Backed up. The copy was opened again and is whole."))
        return made

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if problem:
            self._keeper.desk.announcer.said.emit(problem)

    def _show_list(self) -> None:
        shown = self._copies if self._all else self._copies[:_SHOWN]
        now = self._keeper.desk.clock.now()
        lines = [
            Line(
                str(copy.counter),
                own_settings.when(copy.made_at, now),
                self._found.get(copy.counter, own_settings.about_copy(copy)),
            )
            for copy in shown
        ]
        self.list.show_lines(lines if self._open else [])
        self.more.setVisible(self._open and len(shown) < len(self._copies))

    @Slot()
    def _on_back_up_clicked(self) -> None:
        if self._busy:
            return
        self._busy = True
        self.last.setText(_("Making a copy and checking it..."))
        QTimer.singleShot(0, self, self._on_time_to_copy)

    @Slot()
    def _on_time_to_copy(self) -> None:
        """The words are on the screen: now the copy, which the journal itself makes on this thread."""
        self.repaint()
        self.back_up()
        self._busy = False
        self.refresh()

    @Slot()
    def _on_check_clicked(self) -> None:
        self._open = not self._open
        self._show_list()
        if self._open and self.list.rows:
            self.list.rows[0].buttons["check"].setFocus()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        self._show_list()
        if len(self.list.rows) > _SHOWN:
            self.list.rows[_SHOWN].buttons["check"].setFocus()

    @Slot(str, str)
    def _on_row_wanted(self, counter: str, _verb: str) -> None:
        copy = next((copy for copy in self._copies if str(copy.counter) == counter), None)
        if copy is not None and self._found.get(copy.counter) != _checking():
            self._found[copy.counter] = _checking()
            self._show_list()
            jobs.run(partial(check, copy), self._on_checked)

    @Slot(object)
    def _on_checked(self, found: Checked) -> None:
        self._found[found.counter] = _said(found)
        self._show_list()
        self._keeper.desk.announcer.said.emit(self._found[found.counter])


def _checking() -> str:
    return _("Reading every row of it...")


def _said(found: Checked) -> str:
    if found.problem:
        return found.problem
    if found.rows is None:
        return _("This backup is damaged. Your journal and the other backups are not touched. Back up now.")
    text = ngettext(
        "Checked now: {count} record, as it was written.",
        "Checked now: {count} records, each as it was written.",
        found.rows,
    )
    return text.format(count=found.rows)

"""The whole journal into a file that other programs can read."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from mbc_journal import exchange, files
from mbc_journal.db import questions
from mbc_journal.problems import CannotWrite, UserProblem
from mbc_journal.records import Row
from mbc_journal.ui import jobs
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.widgets import Button, Card, CheckBox, FlowRow, Hint, Label, Problem
from mbc_journal.wording import _, ngettext

_FORMAT = "json"
_JOURNAL = ".mbcj"


@dataclass(frozen=True)
class Exported:
    """The file that was written, and how many private notes stayed behind."""

    path: Path
    private_notes: int


def write(path: Path, rows: list[Row], with_private_notes: bool) -> Exported:
    """Write `rows` as a whole file; for a thread. Raises CannotWrite."""
    kind = exchange.format_of(_FORMAT)
    if kind is None or kind.write is None:
        raise CannotWrite(path=path, why=_("this format cannot be written yet"))
    data, left_out = kind.write(rows, with_private_notes)
    files.write_whole(path, data)
    return Exported(path, left_out.get("private_notes", 0))


class ExportCard(Card):
    """Reads on the main thread, writes beside it."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        self._busy = False
        self.private = CheckBox(_("With private notes"), theme)
        self.private.setObjectName("with_private_notes")
        self.button = Button(_("E&xport..."), theme, icon="download")
        self.button.setObjectName("export")
        self.done, self.problem = Label(), Problem()
        self.done.setObjectName("exported")
        self.problem.setObjectName("export_problem")
        self.done.hide()
        self.problem.hide()
        buttons = FlowRow(theme)
        buttons.add(self.button)
        self.add(
            Label(_("Everything in this journal as one file, to keep or to take elsewhere.")),
            Hint(_("Anyone who opens this file can read it.")),
            self.private, buttons, self.done, self.problem,
        )  # fmt: skip
        self.button.clicked.connect(self._on_export_clicked)

    def export_to(self, path: Path) -> None:
        """Write the journal into a file at `path`; what came of it is said here."""
        if self._busy:
            return
        if self._is_a_journal(path):
            self._say(str(CannotWrite(path=path, why=_("this file is a journal"))))
            return
        self._busy = True
        self._say("", _("Writing {name}...").format(name=path.name))
        journal = self._keeper.journal
        while journal.check.step():  # what is not as it was written stays out of every file
            continue
        rows = journal.ask(questions.everything)
        jobs.run(partial(write, path, rows, self.private.value()), self._on_written, self._on_failed)

    def _is_a_journal(self, path: Path) -> bool:
        return path.suffix.casefold() == _JOURNAL or path.resolve() == self._keeper.journal.path.resolve()

    def _say(self, problem: str, done: str = "") -> None:
        for label, text in ((self.problem, problem), (self.done, done)):
            label.setText(text)
            label.setVisible(bool(text))
        if problem:
            self._keeper.desk.announcer.said.emit(problem)

    @Slot()
    def _on_export_clicked(self) -> None:
        name = f"journal-{self._keeper.desk.clock.today().isoformat()}.json"
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            _("Export - anyone who opens this file can read it"),
            str(Path.home() / name),
            _("JSON files (*.json)"),
        )
        if chosen:
            self.export_to(Path(chosen))

    @Slot(object)
    def _on_written(self, found: Exported) -> None:
        self._busy = False
        parts = [_("Exported as {name}. Anyone who opens it can read it.").format(name=found.path.name)]
        if found.private_notes:
            left = ngettext(
                "{count} private note stayed here.", "{count} private notes stayed here.", found.private_notes
            )
            parts.append(left.format(count=found.private_notes))
        damaged = len(self._keeper.journal.check.damaged)
        if damaged:
            left = ngettext(
                "{count} entry that is not as it was written was left out.",
                "{count} entries that are not as they were written were left out.",
                damaged,
            )
            parts.append(left.format(count=damaged))
        self._say("", " ".join(parts))
        self._keeper.desk.announcer.said.emit(parts[0])

    @Slot(object)
    def _on_failed(self, problem: BaseException) -> None:
        self._busy = False
        known = isinstance(problem, UserProblem)
        text = str(problem) if known else _("The file could not be written. Your journal is not touched.")
        self._say(text)

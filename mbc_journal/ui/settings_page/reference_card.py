"""Reference: which one is in use, a newer one put in by hand and checked beside the window, and the way back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from mbc_journal.problems import UserProblem
from mbc_journal.reference.editions import Edition, Editions
from mbc_journal.ui import jobs
from mbc_journal.ui.page import Desk
from mbc_journal.ui.widgets import Button, Card, FlowRow, Hint, Label, Muted, Problem
from mbc_journal.wording import _


class ReferenceCard(Card):
    """Belongs to the program, not to the journal: it works beside a journal that is only read, too."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme)
        self._desk = desk
        self._editions = Editions.of(desk.paths, desk.scales)
        self._name = ""
        self.used, self.said, self.problem = Label(), Label(), Problem()
        self.used.setObjectName("reference_used")
        self.said.setObjectName("reference_said")
        self.problem.setObjectName("reference_problem")
        self.said.hide()
        self.problem.hide()
        self.load = Button(_("Load newer reference..."), theme)
        self.load.setObjectName("load_reference")
        self.load_folder = Button(_("Load it from a folder..."), theme)
        self.load_folder.setObjectName("load_reference_folder")
        self.back = Button("", theme)
        self.back.setObjectName("reference_back")
        buttons = FlowRow(theme)
        buttons.add(self.load, self.load_folder, self.back)
        words = _("What is said of treatments, side effects and topics. No clinician has reviewed it yet.")
        self.add(
            self.used, Muted(words), self.problem, self.said, buttons,
            Hint(_("A newer one is a file that you were given; the program fetches none.")),
        )  # fmt: skip
        self.load.clicked.connect(self._on_load_clicked)
        self.load_folder.clicked.connect(self._on_load_folder_clicked)
        self.back.clicked.connect(self._on_back_clicked)

    def refresh(self) -> None:
        """Look which one is in use."""
        used, damaged = self._editions.used()
        self.used.setText(_in_use(used))
        before = self._editions.before()
        self.back.setText(
            _("Go back to the built-in reference")
            if before.built_in
            else _("Go back to {before}").format(before=before.words)
        )
        self.back.setVisible(bool(damaged) or not used.built_in)
        if damaged:
            self._say(problem=damaged)

    def read(self, path: Path) -> None:
        """Check the reference at `path` and use it; a refusal is said here."""
        if self._name:
            return
        self._name = path.name
        self._say(said=_("Checking {name}...").format(name=path.name))
        jobs.run(partial(self._editions.take, path), self._on_taken, self._on_failed)

    def _say(self, problem: str = "", said: str = "") -> None:
        for label, text in ((self.problem, problem), (self.said, said)):
            label.setText(text)
            label.setVisible(bool(text))

    def _use(self, edition: Edition) -> None:
        """Show that another one is in use, and tell the window, which makes its pages anew."""
        self._say()
        self.refresh()
        self._desk.announcer.reference_changed.emit()
        self._desk.announcer.said.emit(
            _("Every page uses this reference now: {edition}.").format(edition=edition.words)
        )

    def _refuse(self, problem: str) -> None:
        self._say(problem)
        self._desk.announcer.said.emit(problem)

    @Slot(object)
    def _on_taken(self, edition: Edition) -> None:
        self._name = ""
        self._use(edition)

    @Slot(object)
    def _on_failed(self, problem: BaseException) -> None:
        name, self._name = self._name, ""
        if isinstance(problem, UserProblem):
            self._refuse(str(problem))
        else:
            words = _("{name} could not be read, and the reference in use stays. Nothing was changed.")
            self._refuse(words.format(name=name))

    @Slot()
    def _on_load_clicked(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, _("Load newer reference"), "", _("Reference (*.json)") + ";;" + _("All files (*)")
        )
        if chosen:
            self.read(Path(chosen))

    @Slot()
    def _on_load_folder_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Load newer reference"))
        if chosen:
            self.read(Path(chosen))

    @Slot()
    def _on_back_clicked(self) -> None:
        try:
            self._use(self._editions.go_back())
        except UserProblem as problem:
            self._refuse(str(problem))


def _in_use(edition: Edition) -> str:
    if edition.built_in:
        return _("In use: {edition}, built in.").format(edition=edition.words)
    return _("In use: {edition}, loaded by you.").format(edition=edition.words)

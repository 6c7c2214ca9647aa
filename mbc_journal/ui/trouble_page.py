"""A page in place of the journal when it cannot be opened: what is the case, that nothing was deleted, what to do."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from mbc_journal.problems import JournalMissing, JournalOpenElsewhere, UserProblem
from mbc_journal.ui.file_commands import ask_for_journal
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, Card, FlowRow, Heading, Label, Lead, PageColumn, PrimaryButton
from mbc_journal.wording import _


class TroublePage(PageColumn):
    """Never shows an empty journal in place of a lost one; a new one is made only under a new name."""

    file_chosen = Signal(object)
    new_wanted = Signal(object)

    def __init__(self, problem: UserProblem, path: Path, theme: Theme) -> None:
        super().__init__(theme)
        self._path = path
        self.setObjectName("trouble_page")
        self.setAccessibleName(_("The journal could not be opened"))
        self.try_again = PrimaryButton(_("&Try again"), theme)
        self.choose_file = Button(_("&Choose the file..."), theme)
        self.start_new = Button(_("&Start a new one..."), theme)
        self.add_header(_("The journal could not be opened"))
        card = Card(theme)
        first, *rest = problem.sentences()
        card.add(Lead(first))
        for sentence in rest:
            card.add(Label(sentence))
        card.add(Label(_("Nothing was deleted. A new journal never takes the place of the old one.")))
        verbs = FlowRow(theme)
        verbs.add(self.try_again, self.choose_file, self.start_new)
        card.add(verbs)
        self.add(card)
        self.start_new.setVisible(not isinstance(problem, JournalOpenElsewhere))
        self.try_again.setVisible(isinstance(problem, JournalMissing | JournalOpenElsewhere))
        self.try_again.clicked.connect(self._on_try_again_clicked)
        self.choose_file.clicked.connect(self._on_choose_file_clicked)
        self.start_new.clicked.connect(self._on_start_new_clicked)

    def show_lists(self, lists: QWidget) -> None:
        """Show whom to call and when, which needs no journal, below what is the matter."""
        self.add(Heading(_("Who to call")), lists)

    @Slot()
    def _on_try_again_clicked(self) -> None:
        self.file_chosen.emit(self._path)

    @Slot()
    def _on_choose_file_clicked(self) -> None:
        path = ask_for_journal(self)
        if path is not None:
            self.file_chosen.emit(path)

    @Slot()
    def _on_start_new_clicked(self) -> None:
        suggested = str(self._path.with_name(_("new journal.mbcj")))
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Start a new journal"), suggested, _("Journals (*.mbcj)"), "",
            QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if chosen:
            self.new_wanted.emit(Path(chosen))

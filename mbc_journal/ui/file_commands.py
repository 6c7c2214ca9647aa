"""The File menu: another journal, a copy of this one, and the way to the printer."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from mbc_journal.db.journal import Journal
from mbc_journal.problems import UserProblem
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.tools import Tools
from mbc_journal.wording import _


class FileCommands(QObject):
    """Carries out the File menu; `path_chosen` carries the journal to open."""

    path_chosen = Signal(object)

    def __init__(self, parent: QObject, tools: Tools) -> None:
        super().__init__(parent)
        self._tools = tools
        self._journal: Journal | None = None
        menus = tools.menus
        menus["open"].triggered.connect(self._on_open_triggered)
        menus["save_copy"].triggered.connect(self._on_save_copy_wanted)
        menus["print"].triggered.connect(self._on_print_triggered)
        menus["save_pdf"].triggered.connect(self._on_save_pdf_triggered)
        menus["about"].triggered.connect(self._on_about_triggered)
        tools.frame.info_bar.copy_wanted.connect(self._on_save_copy_wanted)

    def use(self, journal: Journal) -> None:
        """Copy this journal from now on."""
        self._journal = journal

    def copy_to(self, path: Path) -> None:
        """Write a copy of the journal; what went wrong is said in the info bar."""
        if self._journal is None:
            return
        flush_all(self._tools.frame.window())
        try:
            self._journal.copy_to(path)
        except UserProblem as problem:
            self._tools.announcer.said.emit(str(problem))
            return
        self._tools.announcer.said.emit(_("A copy was saved as {name}").format(name=path.name))

    @Slot()
    def _on_open_triggered(self) -> None:
        path = ask_for_journal(self._tools.frame)
        if path is not None:
            self.path_chosen.emit(path)

    @Slot()
    def _on_save_copy_wanted(self) -> None:
        if self._journal is None:
            return
        suggested = str(self._journal.path.with_name(_("copy of {name}").format(name=self._journal.path.name)))
        chosen, _filter = QFileDialog.getSaveFileName(
            self._tools.frame, _("Save a copy of this journal"), suggested, _("Journals (*.mbcj)")
        )
        if chosen:
            self.copy_to(Path(chosen))

    @Slot()
    def _on_print_triggered(self) -> None:
        self._tools.announcer.wanted.emit(Place("print", verb="print"))

    @Slot()
    def _on_save_pdf_triggered(self) -> None:
        self._tools.announcer.wanted.emit(Place("print", verb="save"))

    @Slot()
    def _on_about_triggered(self) -> None:
        self._tools.announcer.wanted.emit(Place("about"))


def ask_for_journal(parent: QWidget) -> Path | None:
    """The journal a person chooses in the system's file dialog; None if she chose none."""
    chosen, _filter = QFileDialog.getOpenFileName(
        parent, _("Open a journal"), "", _("Journals (*.mbcj)") + ";;" + _("All files (*)")
    )
    return Path(chosen) if chosen else None

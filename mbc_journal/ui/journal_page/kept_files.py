"""Photos and files of a note: kept inside the journal, shown small, copied out, taken away with Undo."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from mbc_journal import files, journaling
from mbc_journal.db.questions import journal_page, photos
from mbc_journal.problems import NotAllowed, UserProblem
from mbc_journal.records import Attachment, Note
from mbc_journal.ui.journal_page.beside import Beside
from mbc_journal.ui.journal_page.keeper import NoteKeeper
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Button, FlowRow, Hint, Label, LinkButton, Problem, announce
from mbc_journal.wording import _

_BESIDE_EM = 36


class KeptFiles(QWidget):
    """The photos and files of one note, and the button that adds one. `added` follows a new one."""

    added = Signal()

    def __init__(self, keeper: NoteKeeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.note: Note | None = None
        self._shown: tuple[object, ...] = ()
        theme = keeper.desk.theme
        self.add_button = Button(_("&Add a photo or file..."), theme, icon="camera")
        self.add_button.setObjectName("add_file")
        self.problem = Problem()
        self.problem.hide()
        self._tiles = QVBoxLayout()
        buttons = FlowRow(theme)
        buttons.add(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(self._tiles)
        column.addWidget(buttons)
        column.addWidget(self.problem)
        self.add_button.clicked.connect(self._on_add_clicked)

    @property
    def theme(self) -> Theme:
        """The theme its parts are drawn in."""
        return self._keeper.desk.theme

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._shown)

    def show_note(self, note: Note) -> None:
        """Show what is kept with `note`."""
        self.note = note
        found = self._keeper.journal.ask(photos.thumbnails, note.id)
        shown = tuple(attachment.id for attachment, _small in found)
        if shown != self._shown:
            self._shown = shown
            for tile in self.findChildren(_Tile):
                tile.hide()
                self._tiles.removeWidget(tile)
                tile.deleteLater()
            for attachment, small in found:
                self._tiles.addWidget(_Tile(attachment, small, self))

    def add_file(self, path: Path) -> None:
        """Keep the file at `path`; why it cannot be kept is said beside the button."""
        if self.note is None:
            return
        try:
            kept = self._keeper.add_file(self.note, path)
        except NotAllowed as refused:
            self._say(str(refused))
            return
        self._say("")
        if kept:
            self.added.emit()
            self.show_note(self.note)

    def remove(self, attachment: Attachment) -> None:
        """Put one into the bin; the focus goes to the button that adds one."""
        self.add_button.setFocus()
        if self._keeper.bin_file(attachment) and self.note is not None:
            self.show_note(self.note)

    def copy_out(self, attachment: Attachment, path: Path) -> None:
        """Write a copy of one to `path`, and say that anyone can open it there."""
        data = self._keeper.journal.ask(journal_page.file_data, attachment)
        try:
            files.write_whole(path, data)
        except UserProblem as problem:
            self._say(str(problem))
            return
        said = _("A copy was saved as {name}. Anyone who opens this file can read it.").format(name=path.name)
        self._keeper.desk.announcer.said.emit(said)

    def make_tile_buttons(self, name: str) -> tuple[Button, Button]:
        """The two buttons under a file called `name`."""
        theme = self._keeper.desk.theme
        copy, remove = LinkButton(_("Save a copy..."), theme), LinkButton(_("Remove"), theme)
        copy.setAccessibleName(_("Save a copy... {name}").format(name=name))
        remove.setAccessibleName(_("Remove {name}").format(name=name))
        return copy, remove

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        announce(self.problem, problem)

    @Slot()
    def _on_add_clicked(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Add a photo or file"), "", _("All files (*)"))
        if chosen:
            self.add_file(Path(chosen))


class _Tile(QWidget):
    """One photo or file: its small picture, name and size, and what can be done with it."""

    def __init__(self, attachment: Attachment, small: bytes, files_row: KeptFiles) -> None:
        super().__init__()
        self._attachment = attachment
        self._files = files_row
        said = FlowRow(files_row.theme)
        if small:
            picture = QLabel()
            pixmap = QPixmap()
            pixmap.loadFromData(small)
            picture.setPixmap(pixmap)
            picture.setAccessibleName(attachment.name)
            said.add(picture)
        said.add(Label(attachment.name), Hint(journaling.size_words(attachment.bytes)))
        copy, remove = files_row.make_tile_buttons(attachment.name)
        buttons = FlowRow(files_row.theme)
        buttons.add(copy, remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Beside(said, buttons, files_row.theme, _BESIDE_EM))
        copy.clicked.connect(self._on_copy_clicked)
        remove.clicked.connect(self._on_remove_clicked)

    @Slot()
    def _on_copy_clicked(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save a copy"), self._attachment.name)
        if chosen:
            self._files.copy_out(self._attachment, Path(chosen))

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._files.remove(self._attachment)

"""Journal: notes and coping. A line is enough."""

from PySide6.QtCore import Slot

from mbc_journal import journaling, wording
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import journal_page
from mbc_journal.journaling import Before, Ideas
from mbc_journal.records import Note
from mbc_journal.ui.journal_page.finder import Finder
from mbc_journal.ui.journal_page.helped_card import HelpedCard
from mbc_journal.ui.journal_page.ideas_card import IdeasCard
from mbc_journal.ui.journal_page.keeper import NoteKeeper
from mbc_journal.ui.journal_page.matters_card import MattersCard
from mbc_journal.ui.journal_page.new_note_card import NewNoteCard
from mbc_journal.ui.journal_page.note_row import NoteRow
from mbc_journal.ui.journal_page.notes_card import NotesCard
from mbc_journal.ui.page import Desk, Page
from mbc_journal.ui.signals import Place
from mbc_journal.ui.widgets import Button, FlowRow, Heading, PrimaryButton
from mbc_journal.wording import N_, _

FIRST = 10
"""So many notes are listed at first, so that what helped stays in reach."""

PER_STEP = 50
"""So many more with each "Show more"."""


class JournalPage(Page):
    """At most one note is open: a new one on top, or one in the list. What is typed is never taken away."""

    NAME, TITLE, ICON, NUMBER = "journal", N_("Journal"), "notebook-pen", 4
    WATCHES = frozenset({"note", "attachment", "profile"})

    def __init__(self, journal: Journal, desk: Desk) -> None:
        super().__init__(journal, desk)
        ideas = Ideas.load(desk.catalogue.folder)
        self.keeper = NoteKeeper(journal, desk, self.writer, ideas)
        self._shown = FIRST
        self.new_button = PrimaryButton(_("&New note"), desk.theme, icon="plus")
        self.new_button.setObjectName("new_note")
        self.add_header(_(self.TITLE), self.new_button)
        self.matters = MattersCard(self.keeper)
        self.new_note = NewNoteCard(self.keeper)
        self.finder = Finder(desk.theme)
        self.notes = NotesCard(self.keeper)
        self.ideas_button = Button(_("&Ideas"), desk.theme)
        self.ideas_button.setObjectName("ideas")
        self.ideas_card: IdeasCard | None = None
        head = FlowRow(desk.theme, apart=True)
        head.add(Heading(_("What helped you before")), self.ideas_button)
        self.helped = HelpedCard(desk.theme)
        self.add(self.matters, self.new_note, self.finder, self.notes, head, self.helped)
        self._wire()

    def refresh(self) -> None:
        """Read the notes, what helped and what matters anew."""
        profile = self.journal.ask(questions.profile)
        self.matters.show_profile(profile)
        self.finder.show_writers(profile.helpers)
        self.new_note.show_stored()
        self._show_notes()
        titles = {idea: wording.say(title) for idea, title in self.keeper.ideas.titles.items()}
        told = self.journal.ask(journal_page.about_what_helped)
        self.helped.show_before(journaling.what_helped(told, titles))
        for part in (self.new_button, self.matters):
            part.setEnabled(not self.journal.read_only)
        self.notes.set_read_only(bool(self.journal.read_only))

    def go_to(self, place: Place) -> None:
        """Begin a new note, or show the one that was asked for."""
        if place.verb == "add":
            self._on_new_clicked()
        elif place.row is not None:
            self.finder.show_only(_("One note"), [place.row])
            self._shown = FIRST
            self.mark_stale()
            self.notes.focus_row(0)

    def first_focus(self) -> None:
        """A new note is the main action."""
        self.new_button.setFocus()

    def _wire(self) -> None:
        self.new_button.clicked.connect(self._on_new_clicked)
        self.new_note.closed.connect(self._on_new_closed)
        self.finder.changed.connect(self._on_finder_changed)
        self.notes.more_wanted.connect(self._on_more_wanted)
        self.notes.open_wanted.connect(self._on_open_wanted)
        self.notes.closed.connect(self._on_note_closed)
        self.notes.emptied.connect(self._on_notes_emptied)
        self.helped.notes_wanted.connect(self._on_notes_wanted)
        self.ideas_button.clicked.connect(self._on_ideas_clicked)

    def _show_notes(self) -> None:
        wanted = self.finder.wanted
        found = self.journal.ask(journal_page.notes, wanted, self._shown)
        total = self.journal.ask(journal_page.how_many, wanted)
        listed = self._with_the_open_one([note for note in found if note.id != self.new_note.note_id])
        files = self.journal.ask(journal_page.files_of, [note.id for note in listed])
        self.notes.show_notes(listed, files, total - len(found))
        nothing = _("A line is enough. It stays on this computer.")
        self.notes.say_empty("" if listed else nothing if wanted.everything else _("No note fits what you chose."))

    def _with_the_open_one(self, found: list[Note]) -> list[Note]:
        """A note that is open keeps its place, even if it no longer fits the filter."""
        row = self.notes.open_row
        if row is None or row.note.id in [note.id for note in found]:
            return found
        note = self.journal.ask(journal_page.note, row.note.id)
        place = self.notes.rows.index(row)
        return found if note is None else [*found[:place], note, *found[place:]]

    @Slot()
    def _on_new_clicked(self) -> None:
        if not self.journal.read_only and self.notes.close_open():
            self.new_note.begin()
            self.ensureWidgetVisible(self.new_note)

    @Slot()
    def _on_new_closed(self) -> None:
        self.mark_stale()
        self.new_button.setFocus()

    @Slot()
    def _on_finder_changed(self) -> None:
        self._shown = FIRST
        self.mark_stale()

    @Slot()
    def _on_more_wanted(self) -> None:
        first = len(self.notes.rows)
        self._shown += PER_STEP
        self.mark_stale()
        self.notes.focus_row(first)

    @Slot(object)
    def _on_open_wanted(self, row: NoteRow) -> None:
        if self.new_note.end() and self.notes.close_open() and row in self.notes.rows:
            row.open()

    @Slot()
    def _on_note_closed(self) -> None:
        self.mark_stale()

    @Slot()
    def _on_notes_emptied(self) -> None:
        self.new_button.setFocus()

    @Slot(object)
    def _on_notes_wanted(self, before: Before) -> None:
        self.finder.show_before(before)
        self._shown = FIRST
        self.mark_stale()
        self.finder.everything.setFocus()

    @Slot()
    def _on_ideas_clicked(self) -> None:
        if self.ideas_card is None:
            self.ideas_card = IdeasCard(self.keeper)
            self.ideas_card.closed.connect(self._on_ideas_closed)
            self.add(self.ideas_card)
            self.ideas_card.show()
        self.ideas_card.groups.setFocus()

    @Slot()
    def _on_ideas_closed(self) -> None:
        if self.ideas_card is not None:
            self.ideas_button.setFocus()
            self.ideas_card.hide()
            self.ideas_card.deleteLater()
            self.ideas_card = None

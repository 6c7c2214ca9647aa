"""Writes the notes of a journal; every part of the page shares it."""

from dataclasses import dataclass
from pathlib import Path

from mbc_journal import journaling, wording
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import journal_page, photos
from mbc_journal.journaling import Idea, Ideas
from mbc_journal.records import Attachment, Note
from mbc_journal.ui.journal_page.reading_files import read_file
from mbc_journal.ui.page import Desk
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _


@dataclass(frozen=True)
class NoteKeeper:
    """The acts of this page, each named for the info bar and Undo."""

    journal: Journal
    desk: Desk
    writer: Writer
    ideas: Ideas

    def save(self, note: Note, stay: object = None) -> bool:
        """Keep a note as it is now; whether it is in the file."""
        return self.writer.save(note, name=_name(note), stay=stay)

    def bin(self, note: Note) -> bool:
        """Put a note with its photos and files into the 30-day bin."""
        files = [attachment for attachment, _small in self.journal.ask(photos.thumbnails, note.id)]
        return self.writer.bin(note, *files, name=_name(note))

    def try_idea(self, idea: Idea) -> bool:
        """Write a note that an idea is being tried; the list asks later whether it helped."""
        return self.save(journaling.tried_note(self.desk.clock.now(), idea.id, wording.say(idea.title)))

    def add_file(self, note: Note, path: Path) -> bool:
        """Keep the file at `path` inside the journal, with `note`. Raises NotAllowed with a sentence."""
        attachment, data = read_file(path, note, self.journal.ask(journal_page.bytes_kept))
        return self.writer.save(note, attachment, data, name=wording.act(_("File"), attachment.name))

    def bin_file(self, attachment: Attachment) -> bool:
        """Put a photo or file into the bin."""
        return self.writer.bin(attachment, name=wording.act(_("File"), attachment.name))

    def scale_name(self, scale_id: str) -> str:
        """How the scale of an id is called."""
        return wording.say(self.desk.scales.get(scale_id).label)

    def idea_name(self, idea_id: str) -> str:
        """How the coping idea of an id is called; "" for none."""
        return wording.say(self.ideas.titles.get(idea_id, idea_id)) if idea_id else ""


def _name(note: Note) -> str:
    return wording.act(_("Note"), journaling.title(note))

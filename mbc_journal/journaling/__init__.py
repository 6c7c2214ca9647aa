"""The journal of notes: what a note says, what helped before, coping ideas, and files kept with a note."""

from mbc_journal.journaling.before import Before, what_helped
from mbc_journal.journaling.files import LARGEST, ROOM, checked_size, size_words
from mbc_journal.journaling.ideas import Effort, Idea, Ideas, Line, Source
from mbc_journal.journaling.notes import (
    EXCERPT,
    FILTERS,
    HELPED,
    KINDS,
    LONGEST,
    Wanted,
    added_later,
    details,
    excerpt,
    helped_words,
    marks,
    new_note,
    says_nothing,
    tags,
    title,
    tried_note,
    wanted,
    when,
)

__all__ = [
    "EXCERPT", "FILTERS", "HELPED", "KINDS", "LARGEST", "LONGEST", "ROOM", "Before", "Effort", "Idea", "Ideas", "Line",
    "Source", "Wanted", "added_later", "checked_size", "details", "excerpt", "helped_words", "marks", "new_note",
    "says_nothing", "size_words", "tags", "title", "tried_note", "wanted", "what_helped", "when",
]  # fmt: skip

"""Journal: the page of notes, what helped before, and coping ideas."""

from mbc_journal.ui.journal_page.page import JournalPage

__all__ = ["JournalPage"]

"""Help: short answers in our own words, and the keys."""

from mbc_journal.ui.help_page.page import HelpPage, keys_of

__all__ = ["HelpPage", "keys_of"]

"""The page that finds."""

from mbc_journal.ui.find_page.page import FindPage

__all__ = ["FindPage"]

"""What arrives right after the first paint: the database, and Today; the other pages stand in page_list."""

from mbc_journal.ui.home import Home

__all__ = ["Home"]

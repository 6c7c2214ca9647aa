"""Today: the page, and the parts it shares with the quick window."""

from mbc_journal.ui.today_page.page import TodayPage

__all__ = ["TodayPage"]

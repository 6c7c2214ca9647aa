"""PAGES: the page classes, in the order of the side bar."""

from mbc_journal.ui.page import Page
from mbc_journal.ui.today_page import TodayPage

PAGES: tuple[type[Page], ...] = (TodayPage,)

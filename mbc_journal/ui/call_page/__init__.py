"""Who to call: the page of numbers, the team's own words, and the lists that are the same for everyone."""

from mbc_journal.ui.call_page.lists import CallLists
from mbc_journal.ui.call_page.page import CallPage

__all__ = ["CallLists", "CallPage"]

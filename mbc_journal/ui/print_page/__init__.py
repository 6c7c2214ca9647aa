"""Print: paper for the visit."""

from mbc_journal.ui.print_page.page import PrintPage, prepare_print

__all__ = ["PrintPage", "prepare_print"]

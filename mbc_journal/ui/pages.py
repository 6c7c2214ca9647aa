"""The pages in order, and what else arrives after the first paint; the one module that imports them all."""

from mbc_journal.ui.chart_view import prepare_charts
from mbc_journal.ui.home import Home
from mbc_journal.ui.page_list import PAGES

__all__ = ["PAGES", "Home", "prepare_charts"]

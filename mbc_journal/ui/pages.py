"""The pages in order, and what else arrives after the first paint; the one module that imports them all."""

from mbc_journal import charts
from mbc_journal.ui.home import Home
from mbc_journal.ui.page_list import PAGES


def prepare_charts() -> None:
    charts.prepare()


__all__ = ["PAGES", "Home", "prepare_charts"]

"""Visits: the page of visits, questions and answers."""

from mbc_journal.ui.visits_page.page import VisitsPage

__all__ = ["VisitsPage"]

"""Results: labs, markers, vitals and scans, as they were printed."""

from mbc_journal.ui.results_page.page import ResultsPage

__all__ = ["ResultsPage"]

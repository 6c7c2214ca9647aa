"""What the side bar and the Go menu say of each page, before its class has arrived."""

from dataclasses import dataclass

from mbc_journal.wording import N_


@dataclass(frozen=True)
class PageName:
    """A page's object name without "_page", its words (marked with N_), its icon and its number for Ctrl."""

    name: str
    title: str
    icon: str
    number: int


PAGE_NAMES = (
    PageName("today", N_("Today"), "sun", 1),
    PageName("treatments", N_("Treatments"), "pill", 2),
    PageName("symptoms", N_("Symptoms"), "chart-line", 3),
    PageName("journal", N_("Journal"), "notebook-pen", 4),
    PageName("reference", N_("Reference"), "book-open", 5),
    PageName("visits", N_("Visits"), "calendar-days", 6),
    PageName("results", N_("Results"), "flask-conical", 7),
    PageName("print", N_("Print"), "printer", 8),
    PageName("settings", N_("Settings"), "settings", 9),
)
"""In the order of the side bar; the classes stand in page_list.PAGES, in the same order."""

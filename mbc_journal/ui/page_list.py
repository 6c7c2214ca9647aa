"""PAGES: the page classes, in the order of the side bar; all but Today arrive when Today can be used."""

from mbc_journal.ui.about_page import AboutPage
from mbc_journal.ui.call_page import CallLists, CallPage
from mbc_journal.ui.chart_view import prepare_charts
from mbc_journal.ui.find_page import FindPage
from mbc_journal.ui.help_page import HelpPage
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.page import Page
from mbc_journal.ui.print_page import PrintPage
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.results_page import ResultsPage
from mbc_journal.ui.settings_page import SettingsPage
from mbc_journal.ui.symptoms_page import SymptomsPage
from mbc_journal.ui.today_page import TodayPage
from mbc_journal.ui.treatments_page import TreatmentsPage
from mbc_journal.ui.visits_page import VisitsPage

PAGES: tuple[type[Page], ...] = (
    TodayPage,
    TreatmentsPage,
    SymptomsPage,
    JournalPage,
    ReferencePage,
    VisitsPage,
    ResultsPage,
    PrintPage,
    SettingsPage,
)
BESIDE: tuple[type[Page], ...] = (FindPage, CallPage, HelpPage, AboutPage)
"""Pages beside the list: Find above it, Who to call below it, Help and About from the menu."""

__all__ = ["BESIDE", "PAGES", "CallLists", "prepare"]


def prepare() -> None:
    """Make charts ready to be drawn; for a thread."""
    prepare_charts()

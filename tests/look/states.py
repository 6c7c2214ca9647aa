"""What can be open on a page: panels, fields, calendars, other views, the quick window, the trouble page."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from mbc_journal.problems import NotSaved
from mbc_journal.ui.quick_window import QuickWindow
from mbc_journal.ui.signals import Failure
from tests.look.stage import Stage


def press(stage: Stage, name: str) -> None:
    """Click the button of that object name on the page in front."""
    button = stage.page.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()
    stage.settle()


def type_in(stage: Stage, name: str, text: str) -> None:
    """Type into the field of that object name on the page in front."""
    field = stage.page.findChild(QLineEdit, name)
    assert field is not None, name
    field.clear()
    QTest.keyClicks(field, text)
    stage.settle()


def details(stage: Stage) -> QWidget:
    """A row of Today with its details, answered."""
    page = stage.show("today")
    press(stage, "fatigue_2")
    press(stage, "fatigue_more")
    return page


def measure(stage: Stage) -> QWidget:
    """A symptom searched for on Today."""
    page = stage.show("today")
    press(stage, "add_symptom")
    type_in(stage, "find_symptom", "temp")
    return page


def calendar(stage: Stage) -> QWidget:
    """The calendar of Today, on another day."""
    page = stage.show("today")
    press(stage, "earlier_day")
    press(stage, "choose_day")
    return page


def treatment_added(stage: Stage) -> QWidget:
    """The fields of a new treatment."""
    page = stage.show("treatments")
    press(stage, "add_treatment")
    return page


def about_cancer(stage: Stage) -> QWidget:
    """The fields about the illness."""
    page = stage.show("treatments")
    press(stage, "about_my_cancer")
    return page


def table(stage: Stage) -> QWidget:
    """Symptoms as tables."""
    page = stage.show("symptoms")
    press(stage, "view_table")
    return page


def words(stage: Stage) -> QWidget:
    """Symptoms in words, of days that were typed, one of them wrongly."""
    page = stage.show("symptoms")
    press(stage, "view_words")
    press(stage, "period_from_to")
    type_in(stage, "since", "the day before my birthday")
    return page


def visit_added(stage: Stage) -> QWidget:
    """The fields of a new visit, with a day that is refused."""
    page = stage.show("visits")
    press(stage, "add_visit")
    type_in(stage, "day", "31 February")
    press(stage, "visit_keep")
    return page


def question_changed(stage: Stage) -> QWidget:
    """A question whose words are being changed, and an empty one that was refused."""
    page = stage.show("visits")
    type_in(stage, "new_question", "Can I fly?")
    press(stage, "add_question")
    press(stage, "add_question")
    press(stage, "question_1_change")
    return page


def page_as_text(stage: Stage) -> QWidget:
    """The page to print as text, of days that were typed."""
    page = stage.show("print")
    press(stage, "read_as_text")
    press(stage, "period_from_to")
    return page


def not_saved(stage: Stage) -> QWidget:
    """The info bar while an answer is not in the file."""
    page = stage.show("today")
    press(stage, "pain_1")
    problem = NotSaved(why="no space left on the disk")
    stage.window.tools.announcer.not_saved.emit(Failure(problem, stage.settle))
    stage.settle()
    return page


STATES: tuple[Callable[[Stage], QWidget], ...] = (
    details, measure, calendar, treatment_added, about_cancer, table, words, visit_added, question_changed,
    page_as_text, not_saved,
)  # fmt: skip


def quick_window(stage: Stage) -> QWidget:
    """The quick window, with one thing open in it; it is gone with its page's window."""
    stage.window.tools.menus["quick"].trigger()
    stage.settle()
    quick = next(top for top in QApplication.topLevelWidgets() if isinstance(top, QuickWindow) and top.isVisible())
    quick.only.setCurrentIndex(1)
    quick.only.changed.emit()
    stage.settle()
    return quick

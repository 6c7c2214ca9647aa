"""Symptoms as words and tables: whole however often they are shown, and one symptom at a time."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.records import Reading
from mbc_journal.ui.symptoms_page import SymptomsPage
from mbc_journal.ui.symptoms_page.views import WordsView
from mbc_journal.ui.table import RowTable
from tests.ui.kit import part

Open = Callable[..., SymptomsPage]
TODAY = dt.date(2026, 3, 4)


def level(scale: str, number: int, days: int, note: str = "") -> Reading:
    return Reading(scale=scale, day=TODAY - dt.timedelta(days=days), level=number, note=note)


def some(days: int = 20) -> list[Reading]:
    return [level(scale, count % 5, count) for scale in ("fatigue", "pain") for count in range(days)]


def click(page: SymptomsPage, name: str) -> None:
    part(page, QAbstractButton, name).click()
    QApplication.processEvents()


def lines(view: WordsView) -> list[QLabel]:
    return [label for label in view.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def page(open_page: Open, qtbot: QtBot) -> SymptomsPage:
    opened = open_page(SymptomsPage, *some())
    qtbot.waitUntil(lambda: opened.chart.is_ready, timeout=30_000)
    return opened


def test_words_are_not_written_over_those_of_the_look_before(page: SymptomsPage) -> None:
    click(page, "view_words")
    before = [label.text() for label in lines(page.words)]
    for _time in range(3):
        page.mark_stale()
        QApplication.processEvents()
    shown = lines(page.words)
    assert [label.text() for label in shown] == before
    places = [label.geometry() for label in shown]
    assert all(not one.intersects(other) for place, one in enumerate(places) for other in places[place + 1 :])


def test_fewer_symptoms_leave_nothing_of_those_before(page: SymptomsPage) -> None:
    click(page, "view_words")
    click(page, "show_pain")
    assert [label.text() for label in lines(page.words) if label.text() == "Pain"] == []


def test_a_table_measured_twice_keeps_its_columns(page: SymptomsPage, qtbot: QtBot) -> None:
    page.resize(420, 600)
    click(page, "view_table")
    table = part(page, RowTable, "table_fatigue")
    hidden = [[table.isColumnHidden(column) for column in range(table.model().columnCount())]]
    for width in (421, 420, 421):
        page.resize(width, 600)
        QApplication.processEvents()
        hidden.append([table.isColumnHidden(column) for column in range(table.model().columnCount())])
    assert all(one == hidden[0] for one in hidden)
    assert table.horizontalScrollBar().maximum() == 0


def test_a_long_table_shows_its_newest_lines_and_the_rest_on_a_button(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(SymptomsPage, *some(160))
    qtbot.waitUntil(lambda: page.chart.is_ready, timeout=30_000)
    click(page, "period_all")
    click(page, "view_table")
    table = part(page, RowTable, "table_fatigue")
    assert table.model().rowCount() == 100
    button = next(one for one in page.tables.findChildren(QAbstractButton) if one.text() == "Show all 160 entries")
    button.click()
    assert table.model().rowCount() == 160
    assert not button.isVisible()


@pytest.mark.parametrize(
    ("typed", "says"), [("31 February 2026", "There is no such day"), ("soonish", "is not a date we know")]
)
def test_a_day_that_is_none_is_said_beside_its_field_and_the_view_stays(
    page: SymptomsPage, typed: str, says: str
) -> None:
    click(page, "period_from_to")
    click(page, "view_words")
    before = [label.text() for label in lines(page.words)]
    since = part(page, QLineEdit, "since")
    since.setText(typed)
    since.textEdited.emit(typed)
    part(page, QLineEdit, "until").textEdited.emit("")
    assert says in since.accessibleDescription()
    assert since.text() == typed
    assert [label.text() for label in lines(page.words)] == before


def test_a_note_full_of_markup_is_text_in_the_table(open_page: Open, qtbot: QtBot, journal: Journal) -> None:
    page = open_page(SymptomsPage, level("fatigue", 2, 1, "<b>worse</b> after & \u05e9\u05dc\u05d5\u05dd"))
    qtbot.waitUntil(lambda: page.chart.is_ready, timeout=30_000)
    click(page, "view_table")
    table = part(page, RowTable, "table_fatigue")
    texts = [str(table.model().index(0, column).data()) for column in range(table.model().columnCount())]
    assert "<b>worse</b> after & \u05e9\u05dc\u05d5\u05dd" in texts


def test_each_calendar_button_names_its_field(page: SymptomsPage) -> None:
    click(page, "period_from_to")
    names = [part(page, QAbstractButton, name).accessibleName() for name in ("since_calendar", "until_calendar")]
    assert names == ["Calendar: From", "Calendar: To"]

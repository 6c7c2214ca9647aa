"""Symptoms: chart, table and words say the same, and a gap stays a gap."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.records import Day, PartialDate, Reading, Row, Step, StepKind, Therapy, Visit
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.ui.symptoms_page import SymptomsPage
from mbc_journal.ui.table import RowTable

Open = Callable[..., SymptomsPage]
TODAY = dt.date(2026, 3, 4)


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def level(scale: str, number: int, days: int) -> Reading:
    return Reading(scale=scale, day=ago(days), level=number)


def some() -> list[Row]:
    therapy = Therapy(name="capecitabine", kind="chemotherapy", intent="cancer", line=2)
    start = Step(therapy_id=therapy.id, kind=StepKind.START, on=PartialDate.of(ago(40)))
    return [
        therapy,
        start,
        level("fatigue", 3, 9),
        level("fatigue", 1, 8),
        level("fatigue", 2, 2),
        level("pain", 1, 2),
        level("cough", 4, 3),
        Day(day=ago(5), too_unwell=True),
        Visit(day=PartialDate.of(ago(20))),
    ]


def click(page: QWidget, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if not label.isHidden()]


@pytest.fixture
def page(open_page: Open, qtbot: QtBot) -> SymptomsPage:
    opened = open_page(SymptomsPage, *some())
    qtbot.waitUntil(lambda: opened.chart.is_ready, timeout=30_000)
    return opened


def shown(page: SymptomsPage) -> list[str]:
    return [canvas.objectName() for canvas in page.chart.canvases]


def test_how_hard_comes_first_then_the_first_three_of_today(page: SymptomsPage) -> None:
    assert shown(page) == ["chart_how_hard", "chart_fatigue", "chart_pain", "chart_cough"]


def test_the_line_below_says_how_much_was_logged(page: SymptomsPage) -> None:
    words = "Logged on 4 of 56 days; 1 more day too unwell to log"
    assert page.footer.text().startswith(words)


def test_a_chip_hides_and_shows_its_panel(page: SymptomsPage) -> None:
    click(page, "show_pain")
    assert shown(page) == ["chart_how_hard", "chart_fatigue", "chart_cough"]
    click(page, "show_pain")
    assert shown(page) == ["chart_how_hard", "chart_fatigue", "chart_pain", "chart_cough"]


def test_highest_first_orders_by_what_was_worst(page: SymptomsPage) -> None:
    click(page, "highest_first")
    assert shown(page) == ["chart_how_hard", "chart_cough", "chart_fatigue", "chart_pain"]


def test_words_say_what_the_chart_shows(page: SymptomsPage) -> None:
    fatigue = page.chart.canvases[1].accessibleDescription()
    assert "Worst: Severe, 23 Feb." in fatigue
    assert "Logged on 3 of 56 days" in fatigue
    click(page, "view_words")
    words = page.findChild(QLabel, "words_fatigue")
    assert words is not None
    assert words.text() == fatigue


def test_the_table_lists_every_entry_newest_first(page: SymptomsPage) -> None:
    click(page, "view_table")
    table = page.findChild(RowTable, "table_fatigue")
    assert isinstance(table, RowTable)
    model = table.model()
    column = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert column == ["Moderate", "too unwell to log", "Mild", "Severe"]


def test_a_period_narrows_all_views(page: SymptomsPage) -> None:
    click(page, "period_since_visit")
    assert page.footer.text().startswith("Logged on 4 of 20 days")
    click(page, "period_four_weeks")
    assert page.footer.text().startswith("Logged on 4 of 28 days")


def test_a_period_of_her_own_ends_after_it_starts(page: SymptomsPage) -> None:
    click(page, "period_from_to")
    since, until = page.findChild(QLineEdit, "since"), page.findChild(QLineEdit, "until")
    assert since is not None
    assert until is not None
    QTest.keyClicks(since, "24 Feb 2026")
    QTest.keyClicks(until, "20 Feb 2026")
    assert until.accessibleDescription() == "This ends before it starts."
    until.selectAll()
    QTest.keyClicks(until, "4 Mar 2026")
    assert page.footer.text().startswith("Logged on 3 of 9 days")


def test_nothing_in_the_period_says_when_there_was_something(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(SymptomsPage, level("fatigue", 2, 200))
    assert "Nothing in this period. Last entry 16 Aug 2025." in texts(page)
    click(page, "empty_action")
    assert page.footer.text().startswith("Logged on 1 of 28 days")


def test_an_empty_journal_points_to_today(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    page = open_page(SymptomsPage)
    assert "What you log on Today appears here." in texts(page)
    with qtbot.waitSignal(desk.announcer.wanted) as wanted:
        click(page, "empty_action")
    assert wanted.args == [Place("today")]


def test_enter_on_a_point_opens_its_day(page: SymptomsPage, desk: Desk, qtbot: QtBot) -> None:
    canvas = page.chart.canvases[1]
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    with qtbot.waitSignal(desk.announcer.wanted) as wanted:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert wanted.args is not None
    assert wanted.args[0].page == "today"


def test_moving_through_points_is_said(page: SymptomsPage, desk: Desk, qtbot: QtBot) -> None:
    canvas = page.chart.canvases[1]
    canvas.setFocus()
    with qtbot.waitSignal(desk.announcer.said) as said:
        QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert said.args is not None
    assert said.args[0]


def test_a_new_entry_appears_while_the_page_is_shown(page: SymptomsPage, journal: Journal) -> None:
    journal.save(level("fatigue", 4, 0), name="Tiredness: Very severe")
    assert "Worst: Very severe, 4 Mar." in page.chart.canvases[1].accessibleDescription()


def test_one_symptom_can_be_asked_for(page: SymptomsPage) -> None:
    page.go_to(Place("symptoms", scale="cough"))
    assert shown(page) == ["chart_how_hard", "chart_cough"]

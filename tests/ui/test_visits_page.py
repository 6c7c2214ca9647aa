"""Visits: a question is never lost, its place is hers, and the answer stays with the visit."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import PartialDate, Question, Visit
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.visits_page import VisitsPage
from tests.ui.kit import press

Open = Callable[..., VisitsPage]
NASTY = "<b>Can</b> I \U0001f642 fly? \u05e9\u05dc\u05d5\u05dd $x$ #import \u202e " + "x" * 9_000


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def type_in(page: QWidget, name: str, text: str) -> None:
    field = page.findChild(QLineEdit, name)
    assert field is not None, name
    field.selectAll()
    QTest.keyClicks(field, text)


def texts(journal: Journal) -> list[str]:
    return [one.text for one in journal.ask(questions.all_questions) if not one.asked]


def open_panels(page: VisitsPage) -> int:
    return sum(panel.isVisible() for panel in page.findChildren(QWidget, "visit_panel"))


def three() -> list[Question]:
    return [Question(text=text, order=place) for place, text in enumerate(("first", "second", "third"), start=1)]


def test_a_question_is_added_with_enter(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage)
    QTest.keyClicks(page.questions.field, "Can I fly in January?")
    QTest.keyClick(page.questions.field, Qt.Key.Key_Return)
    assert texts(journal) == ["Can I fly in January?"]
    assert page.questions.field.text() == ""


def test_an_empty_question_is_asked_for_and_nothing_is_written(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage)
    click(page, "add_question")
    assert page.questions.problem.text() == "Write the question first. What you typed is kept here."
    assert texts(journal) == []


def test_odd_text_is_kept_and_shown_as_text(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage)
    page.questions.field.setText(NASTY)
    click(page, "add_question")
    assert texts(journal) == [NASTY]
    row = page.findChild(QWidget, "question_1")
    assert row is not None


def test_questions_move_by_button_and_by_key_and_keep_the_focus(
    open_page: Open, journal: Journal, qtbot: QtBot
) -> None:
    page = open_page(VisitsPage, *three())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    click(page, "question_3_up")
    assert texts(journal) == ["first", "third", "second"]
    focus = page.focusWidget()
    assert focus is not None
    assert focus.objectName() == "question_2_up"
    qtbot.waitUntil(focus.isVisible)
    QTest.keyClick(focus, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(journal) == ["third", "first", "second"]
    journal.undo()
    assert texts(journal) == ["first", "third", "second"]


def test_the_first_cannot_go_up_and_the_last_not_down(open_page: Open) -> None:
    page = open_page(VisitsPage, *three())
    states = {
        name: button(page, name).isEnabled()
        for name in ("question_1_up", "question_1_down", "question_3_up", "question_3_down")
    }
    assert states == {
        "question_1_up": False,
        "question_1_down": True,
        "question_3_up": True,
        "question_3_down": False,
    }


def test_delete_bins_a_question_and_the_focus_goes_to_the_next(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(VisitsPage, *three())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    asked = button(page, "question_2_asked")
    asked.setFocus()
    QTest.keyClick(asked, Qt.Key.Key_Delete)
    assert texts(journal) == ["first", "third"]
    focus = page.focusWidget()
    assert focus is not None
    assert focus.objectName() == "question_2_asked"
    journal.undo()
    assert texts(journal) == ["first", "second", "third"]


def test_the_words_of_a_question_can_be_changed(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage, *three())
    click(page, "question_2_change")
    type_in(page, "question_2_text", "second, asked better")
    field = page.findChild(QLineEdit, "question_2_text")
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert texts(journal) == ["first", "second, asked better", "third"]


def test_an_asked_question_stands_under_its_visit_with_room_for_the_answer(open_page: Open, journal: Journal) -> None:
    visit = Visit(day=PartialDate("2026-03-02"), kind="oncologist")
    page = open_page(VisitsPage, visit, *three())
    click(page, "question_1_asked")
    answer = page.findChild(QWidget, "answer")
    assert answer is not None
    QTest.keyClicks(answer, "yes, from Monday")
    flush_all(page)
    asked = next(one for one in journal.ask(questions.all_questions) if one.asked)
    assert (asked.text, asked.answer, asked.visit_id) == ("first", "yes, from Monday", visit.id)


def test_a_visit_is_added_with_a_date_in_words(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage)
    click(page, "add_visit")
    type_in(page, "day", "18 March 2026")
    type_in(page, "time", "10.30")
    type_in(page, "who", "Dr Rivera")
    click(page, "visit_keep")
    visit = journal.ask(questions.visits)[0]
    assert (visit.day, visit.time, visit.who) == (PartialDate("2026-03-18"), dt.time(10, 30), "Dr Rivera")
    assert "in 14 days, 10:30, Dr Rivera" in [
        label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")
    ]


@pytest.mark.parametrize("day", ["", "the day after the party", "31 February 2026"])
def test_a_wrong_date_is_said_beside_the_field_and_kept(open_page: Open, journal: Journal, day: str) -> None:
    page = open_page(VisitsPage)
    click(page, "add_visit")
    type_in(page, "day", day)
    click(page, "visit_keep")
    field = page.findChild(QLineEdit, "day")
    assert field is not None
    assert field.text() == day
    assert field.accessibleDescription()
    assert field.property("wrong")
    assert journal.ask(questions.visits) == []


def test_enter_in_a_line_of_a_new_visit_adds_it_once(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(VisitsPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    click(page, "add_visit")
    press(page, Qt.Key.Key_Return)
    assert journal.ask(questions.visits) == []
    press(page, "18 March 2026", Qt.Key.Key_Return)
    (visit,) = journal.ask(questions.visits)
    assert visit.day == PartialDate("2026-03-18")
    assert open_panels(page) == 0
    QApplication.processEvents()
    (change,) = (one for one in page.findChildren(QAbstractButton, "visit_change") if one.isVisible())
    change.click()
    QApplication.processEvents()
    press(page, Qt.Key.Key_Return)
    assert open_panels(page) == 1
    assert len(journal.ask(questions.visits)) == 1


def test_up_and_down_go_over_the_questions_and_the_field(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(VisitsPage, *three())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus()
    up, down = Qt.Key.Key_Up, Qt.Key.Key_Down
    for key, place in (
        (up, "question_3_asked"), (up, "question_2_asked"), (down, "question_3_asked"), (down, "new_question"),
        (down, "new_question"), (up, "question_3_asked"), (up, "question_2_asked"), (up, "question_1_asked"),
        (up, "question_1_asked"),
    ):  # fmt: skip
        press(page, key)
        focus = page.focusWidget()
        assert focus is not None
        assert focus.objectName() == place
    press(page, Qt.Key.Key_Space)
    assert texts(journal) == ["second", "third"]


def test_a_past_date_is_asked_about_once(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage)
    click(page, "add_visit")
    type_in(page, "day", "2 March 2026")
    click(page, "visit_keep")
    assert journal.ask(questions.visits) == []
    click(page, "visit_keep")
    assert [visit.day for visit in journal.ask(questions.visits)] == [PartialDate("2026-03-02")]


def test_what_was_said_is_saved_as_it_is_typed(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage, Visit(day=PartialDate("2026-03-02")))
    click(page, "visit_change")
    said = page.findChild(QWidget, "said")
    assert said is not None
    QTest.keyClicks(said, "dose stays")
    flush_all(page)
    assert journal.ask(questions.visits)[0].said == "dose stays"


def test_a_binned_visit_comes_back_with_undo(open_page: Open, journal: Journal) -> None:
    page = open_page(VisitsPage, Visit(day=PartialDate("2026-03-02")))
    click(page, "visit_change")
    click(page, "visit_bin")
    assert journal.ask(questions.visits) == []
    journal.undo()
    assert len(journal.ask(questions.visits)) == 1


def test_new_question_from_anywhere_puts_the_focus_into_the_field(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(VisitsPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.go_to(Place("visits", verb="add"))
    assert page.questions.field.hasFocus()


def test_without_a_visit_the_page_says_so(open_page: Open) -> None:
    page = open_page(VisitsPage)
    words = [label.text() for label in page.findChildren(QWidget) if hasattr(label, "text")]
    assert "No visit yet. Questions can wait here." in words


def test_find_leads_to_a_visit_and_to_a_question(open_page: Open, qtbot: QtBot) -> None:
    old = [Visit(day=PartialDate(f"2025-{month:02d}-02")) for month in range(1, 13)]
    page = open_page(VisitsPage, *old, *(rows := three()))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.go_to(Place("visits", row=rows[1].id))
    focus = page.window().focusWidget()
    assert focus is not None
    assert focus.objectName() == "question_2_asked"
    page.go_to(Place("visits", row=old[0].id))
    focus = page.window().focusWidget()
    assert focus is not None
    assert focus.objectName() == "visit_change"

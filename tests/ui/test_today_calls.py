"""Today and the quick window lead to Who to call, whatever was logged; and take odd input as it comes."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Comparison, PlanRule, Profile, Therapy
from mbc_journal.ui.page import Desk
from mbc_journal.ui.quick_window import QuickWindow
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.today_page import TodayPage
from mbc_journal.ui.widgets import Track
from tests.ui.kit import part
from tests.ui.today_hands import TODAY, YESTERDAY, click, level, readings, type_in

Open = Callable[..., TodayPage]
ODD = [
    "<b>bold</b> & <i>so on</i>",
    "\u05e9\u05dc\u05d5\u05dd \u202eright to left\u202c",
    "\U0001f642 \U0001f469\u200d\U0001f9b3 e\u0301",
    "$x^2$ #import \\n %s {name} {}",
    "'; drop table reading; --",
]


def test_under_the_temperature_the_same_words_and_the_way_to_call_stand_whatever_the_number(
    open_page: Open, desk: Desk, qtbot: QtBot
) -> None:
    page = open_page(TodayPage, Profile(rows=("temperature",)))
    for typed in ("", "36.5", "39.9"):
        if typed:
            type_in(page, "temperature_value", typed)
            flush_all(page)
        QApplication.processEvents()
        words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert words.count("Fever during treatment can be urgent.") == 1
    with qtbot.waitSignal(desk.announcer.wanted) as wanted:
        click(page, "fever_call")
    assert wanted.args == [Place("call")]


def test_the_teams_rule_leads_to_who_to_call(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    rule = PlanRule(
        scale="temperature", comparison=Comparison.AT_OR_ABOVE, value=Decimal("38.0"), unit="Cel", words="call at 38.0"
    )
    page = open_page(TodayPage, Profile(rows=("temperature",)), rule)
    type_in(page, "temperature_value", "38.0")
    flush_all(page)
    with qtbot.waitSignal(desk.announcer.wanted) as wanted:
        click(page, "plan_call")
    assert wanted.args == [Place("call")]
    assert page.rule.isVisible()


def test_from_the_quick_window_the_note_is_kept_and_the_large_window_takes_over(
    qtbot: QtBot, journal: Journal, desk: Desk
) -> None:
    window = QuickWindow(journal, desk)
    qtbot.addWidget(window)
    window.show()
    QTest.keyClicks(window.note.note, "dizzy since noon")
    with qtbot.waitSignal(desk.announcer.wanted) as wanted:
        click(window, "who_to_call")
    assert wanted.args == [Place("call")]
    assert not window.isVisible()
    assert [note.text for note in journal.ask(questions.notes_on, TODAY)] == ["dizzy since noon"]


def test_the_quick_window_shows_short_names_so_that_they_fit(qtbot: QtBot, journal: Journal, desk: Desk) -> None:
    journal.save(Profile(rows=("hand-foot", "numbness")), name="rows")
    window = QuickWindow(journal, desk)
    qtbot.addWidget(window)
    window.show()
    assert [window.only.itemText(row) for row in range(window.only.count())] == [
        "Only one thing...",
        "Sore palms or soles",
        "Numb hands or feet",
    ]


def test_the_quick_window_says_the_same_as_the_info_bar(qtbot: QtBot, journal: Journal, desk: Desk) -> None:
    window = QuickWindow(journal, desk)
    qtbot.addWidget(window)
    window.show()
    assert window.saved_line.text() == "Everything is saved"
    click(window, "how_hard_2")
    assert window.saved_line.text() == "Saved 09:30 - How hard: Hard"
    click(window, "undo")
    assert window.saved_line.text() == "Undone 09:30 - How hard: Hard"


@pytest.mark.parametrize("typed", ODD)
def test_a_row_of_her_own_keeps_her_words(open_page: Open, journal: Journal, typed: str) -> None:
    page = open_page(TodayPage)
    click(page, "add_symptom")
    part(page, QLineEdit, "find_symptom").setText(typed)
    found = part(page, QListWidget, "found_symptoms")
    last = found.item(found.count() - 1)
    assert " ".join(typed.split()) in last.text()
    found.itemActivated.emit(last)
    asked = journal.ask(questions.profile).rows[-1]
    row = page.rows.row_of(asked)
    assert row is not None
    assert row.name.textFormat() is Qt.TextFormat.PlainText
    assert isinstance(row.control, Track)
    row.control.pick(2)
    assert readings(journal)[asked].level == 2


@pytest.mark.parametrize("typed", ODD)
def test_a_note_of_a_row_keeps_her_words(open_page: Open, journal: Journal, typed: str) -> None:
    page = open_page(TodayPage)
    click(page, "pain_2")
    page.rows.open_details(page.desk.scales.get("pain"))
    note = part(page, QLineEdit, "pain_note")
    note.setText(typed)
    note.textEdited.emit(typed)
    flush_all(page)
    assert readings(journal)["pain"].note == typed


@pytest.mark.parametrize("time", ["25:00", "noonish", "8:99", "-1"])
def test_a_wrong_time_is_said_beside_the_field_and_kept(open_page: Open, journal: Journal, time: str) -> None:
    page = open_page(TodayPage)
    click(page, "pain_2")
    before = readings(journal)["pain"].time
    page.rows.open_details(page.desk.scales.get("pain"))
    type_in(page, "pain_time", time)
    assert not flush_all(page)
    field = part(page, QLineEdit, "pain_time")
    assert field.text() == time
    assert field.accessibleDescription()
    assert readings(journal)["pain"].time == before


def test_every_act_of_today_is_undone_by_its_name(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, Therapy(name="capecitabine"), level("fatigue", 2), level("pain", 1))
    acts = ["how_hard_2", "too_unwell", "fatigue_1", "same_as_yesterday", "rest_none"]
    for name in acts:
        click(page, name)
    undone = [journal.undo() for _act in acts]
    assert [change.name if change is not None else "" for change in undone] == [
        "The others: None: 3", "Pain: Mild", "Tiredness: Mild", "Too unwell to log: yes", "How hard: Hard",
    ]  # fmt: skip
    assert readings(journal) == {}
    assert journal.ask(questions.day, TODAY) is None


def test_a_read_only_day_is_shown_and_takes_no_answer(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, level("pain", 3, TODAY))
    journal.read_only = "This journal can only be read."
    page.mark_stale()
    row = page.rows.row_of("pain")
    assert row is not None
    assert row.property("level") == 3
    click(page, "pain_1")
    QTest.keyClick(page, Qt.Key.Key_2)
    assert readings(journal)["pain"].level == 3
    click(page, "earlier_day")
    assert page.shown == YESTERDAY


def test_the_chip_of_another_day_says_so_in_few_words(open_page: Open) -> None:
    page = open_page(TodayPage)
    page.show_day(YESTERDAY)
    assert page.how_hard.too_unwell.text() == "Too unwell to log that day"
    assert page.how_hard.row.accessibleName() == "How hard was Tuesday 3 March?"
    page.show_day(TODAY)
    assert page.how_hard.too_unwell.text() == "Too unwell to log today"


def test_details_keep_their_words_when_escape_closes_them(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(TodayPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    click(page, "pain_2")
    page.rows.open_details(page.desk.scales.get("pain"))
    note = part(page, QLineEdit, "pain_note")
    qtbot.waitUntil(note.isVisible)
    QTest.keyClicks(note, "left side")
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert page.rows.open_panel is None
    assert readings(journal)["pain"].note == "left side"
    row = page.rows.row_of("pain")
    focus: QWidget | None = page.focusWidget()
    assert row is not None
    assert focus is not None
    assert row.isAncestorOf(focus)

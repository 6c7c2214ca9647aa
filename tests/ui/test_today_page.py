"""Today: a touch is saved, named, and can be undone; nothing is written that was not said."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import (
    Note,
    NoteKind,
    PartialDate,
    Profile,
)
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.today_page import TodayPage
from tests.ui.today_hands import TODAY, YESTERDAY, click, level, readings, type_in

Open = Callable[..., TodayPage]


def test_a_click_on_a_level_is_saved_and_named(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "fatigue_2")
    assert readings(journal)["fatigue"].level == 2
    change = journal.undo()
    assert change is not None
    assert change.name == "Tiredness: Moderate"
    assert readings(journal) == {}


def test_the_page_opens_empty_and_an_untouched_page_writes_nothing(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, level("fatigue", 3))
    page.show_day(YESTERDAY)
    page.show_day(TODAY)
    page.close()
    assert readings(journal) == {}
    assert page.rows.row_of("fatigue") is not None
    assert [row.property("state") for row in page.rows.rows] == ["not_asked"] * 5


def test_one_touch_of_how_hard_is_a_whole_entry(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "how_hard_3")
    day = journal.ask(questions.day, TODAY)
    assert day is not None
    assert (day.how_hard, day.too_unwell) == (3, False)


def test_too_unwell_is_a_whole_entry_and_can_be_taken_back(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "too_unwell")
    day = journal.ask(questions.day, TODAY)
    assert day is not None
    assert day.too_unwell
    click(page, "too_unwell")
    assert journal.ask(questions.day, TODAY) is None


def test_a_usual_day_by_keyboard_takes_at_most_eleven_keys(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(TodayPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.how_hard.row.setFocus()
    keys = ["1", "Down", "2", "Down", "1", "Down", "0", "Down", "0", "Down", "1"]
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, getattr(Qt.Key, f"Key_{key}"))
    assert len(keys) <= 11
    found = readings(journal)
    assert [found[scale].level for scale in ("fatigue", "pain", "nausea", "insomnia", "numbness")] == [2, 1, 0, 0, 1]
    day = journal.ask(questions.day, TODAY)
    assert day is not None
    assert day.how_hard == 1


def test_changes_to_one_row_in_one_stay_are_one_undo(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    for name in ("pain_1", "pain_3", "pain_2"):
        click(page, name)
    assert readings(journal)["pain"].level == 2
    journal.undo()
    assert readings(journal) == {}


def test_same_as_yesterday_fills_empty_rows_of_the_day_before_only(open_page: Open, journal: Journal) -> None:
    older = level("nausea", 4, TODAY - dt.timedelta(days=2))
    page = open_page(TodayPage, level("fatigue", 2), level("pain", 1), older)
    click(page, "pain_3")
    button = page.findChild(QPushButton, "same_as_yesterday")
    assert button is not None
    assert button.text() == "&Same as yesterday (1)"
    click(page, "same_as_yesterday")
    found = readings(journal)
    assert (found["fatigue"].level, found["pain"].level, "nausea" in found) == (2, 3, False)


def test_the_equals_key_takes_yesterdays_answer_of_one_row(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, level("fatigue", 2), level("pain", 1))
    row = page.rows.row_of("pain")
    assert row is not None
    QTest.keyClicks(row, "=")
    assert {scale: one.level for scale, one in readings(journal).items()} == {"pain": 1}


def test_the_rest_is_none_in_one_act(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "pain_2")
    click(page, "rest_none")
    assert sorted(one.level or 0 for one in readings(journal).values()) == [0, 0, 0, 0, 2]
    journal.undo()
    assert list(readings(journal)) == ["pain"]


def test_backspace_takes_an_answer_back_into_not_answered(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "pain_0")
    row = page.rows.row_of("pain")
    assert row is not None
    QTest.keyClick(row, Qt.Key.Key_Backspace)
    assert readings(journal) == {}
    assert row.property("state") == "not_asked"


def test_a_note_is_saved_when_the_field_is_left(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    page.note.note.setPlainText("<b>ginger</b> tea & \U0001f642 \u05e9\u05dc\u05d5\u05dd $x^2$ #import")
    page.note.helped.click()
    page.note.flush()
    note = journal.ask(questions.notes_on, TODAY)[0]
    assert note.text == "<b>ginger</b> tea & \U0001f642 \u05e9\u05dc\u05d5\u05dd $x^2$ #import"
    assert (note.kind, note.for_doctor) == (NoteKind.HELPED, False)


def test_ten_thousand_letters_and_a_nul_are_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    page.note.note.setPlainText("a" * 10_000 + "\0end")
    page.note.flush()
    text = journal.ask(questions.notes_on, TODAY)[0].text
    assert text.startswith("a" * 10_000)
    assert text.endswith("end")
    assert "\0" not in text


def test_an_emptied_note_goes_to_the_bin_and_comes_back_with_undo(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, Note(text="slept badly", day=PartialDate.of(TODAY)))
    page.note.note.setPlainText("")
    page.note.flush()
    assert journal.ask(questions.notes_on, TODAY) == []
    journal.undo()
    assert page.note.note.toPlainText() == "slept badly"


def test_a_measure_is_checked_beside_the_field_and_what_was_typed_stays(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, Profile(rows=("temperature", "weight")))
    type_in(page, "temperature_value", "warm")
    flush_all(page)
    field = page.findChild(QLineEdit, "temperature_value")
    assert field is not None
    assert field.text() == "warm"
    assert "38.2" in field.accessibleDescription()
    assert readings(journal) == {}


def test_a_number_with_a_comma_is_a_number(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, Profile(rows=("temperature", "weight")))
    type_in(page, "temperature_value", "38,2")
    flush_all(page)
    found = readings(journal)["temperature"]
    assert (found.value, found.value_as_entered) == (Decimal("38.2"), "38,2")


def test_a_value_far_out_of_range_is_asked_about_and_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, Profile(rows=("temperature", "weight")))
    type_in(page, "temperature_value", "382")
    flush_all(page)
    field = page.findChild(QLineEdit, "temperature_value")
    assert field is not None
    assert field.accessibleDescription() == "Is 382 right?"
    assert readings(journal)["temperature"].value == Decimal(382)


def test_the_chips_of_the_note_wait_for_words(open_page: Open) -> None:
    page = open_page(TodayPage)
    chips = (page.note.helped, page.note.for_doctor)
    assert not any(chip.isEnabled() for chip in chips)
    page.note.note.setPlainText("A walk")
    assert all(chip.isEnabled() for chip in chips)
    page.note.note.setPlainText(" ")
    assert not any(chip.isEnabled() for chip in chips)

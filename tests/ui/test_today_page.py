"""Today: a touch is saved, named, and can be undone; nothing is written that was not said."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import (
    Answer,
    Comparison,
    Contact,
    Day,
    Note,
    NoteKind,
    PartialDate,
    PlanRule,
    Profile,
    Reading,
    Recall,
    Therapy,
)
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.today_page import TodayPage
from mbc_journal.ui.today_page.photos import LARGEST
from tests.conftest import FrozenClock

TODAY = dt.date(2026, 3, 4)
YESTERDAY = dt.date(2026, 3, 3)
Open = Callable[..., TodayPage]


def click(page: QWidget, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))


def type_in(page: QWidget, name: str, text: str) -> None:
    field = page.findChild(QLineEdit, name)
    assert field is not None, name
    field.selectAll()
    QTest.keyClicks(field, text)


def readings(journal: Journal, day: dt.date = TODAY) -> dict[str, Reading]:
    return {reading.scale: reading for reading in journal.ask(questions.readings_on, day)}


def level(scale: str, number: int, day: dt.date = YESTERDAY) -> Reading:
    return Reading(scale=scale, day=day, level=number)


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
    assert button.text() == "Same as yesterday (1)"
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


def test_details_say_how_much_it_got_in_the_way_where_and_when(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "pain_3")
    page.rows.open_details(page.desk.scales.get("pain"))
    details = page.rows.findChild(QWidget, "pain_details")
    assert details is not None
    click(page, "pain_impact_2")
    type_in(page, "pain_note", "left hip, at night")
    type_in(page, "pain_time", "23:15")
    page.rows.close_details()
    found = readings(journal)
    assert found["pain-impact"].level == 2
    assert (found["pain"].note, found["pain"].time, found["pain"].level) == ("left hip, at night", dt.time(23, 15), 3)


@pytest.mark.parametrize(
    ("button", "state"),
    [
        ("pain_skip", Answer.SKIPPED),
        ("pain_prefer_not", Answer.PREFER_NOT),
        ("pain_not_applicable", Answer.NOT_APPLICABLE),
    ],
)
def test_a_row_can_say_why_it_has_no_answer(open_page: Open, journal: Journal, button: str, state: Answer) -> None:
    page = open_page(TodayPage)
    page.rows.open_details(page.desk.scales.get("pain"))
    click(page, button)
    found = readings(journal)["pain"]
    assert (found.state, found.level) == (state, None)


def test_a_row_becomes_a_question_for_the_team(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    page.rows.open_details(page.desk.scales.get("numbness"))
    click(page, "numbness_ask")
    assert [question.topic for question in journal.ask(questions.all_questions)] == ["Numb hands or feet"]


def test_rows_are_added_moved_and_taken_off_by_the_person(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "add_symptom")
    type_in(page, "find_symptom", "cough")
    QTest.keyClick(page.add_panel.find_field, Qt.Key.Key_Return)
    assert journal.ask(questions.profile).rows[-1] == "cough"
    page.rows.open_details(page.desk.scales.get("cough"))
    click(page, "cough_up")
    assert journal.ask(questions.profile).rows[-2] == "cough"
    page.rows.open_details(page.desk.scales.get("cough"))
    click(page, "cough_remove")
    assert "cough" not in journal.ask(questions.profile).rows


def test_ones_own_words_become_a_row_when_nothing_fits(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "add_symptom")
    type_in(page, "find_symptom", "Itchy <scalp>")
    QTest.keyClick(page.add_panel.find_field, Qt.Key.Key_Return)
    assert journal.ask(questions.profile).rows[-1] == "other:Itchy <scalp> [level]"
    row = page.rows.row_of("other:Itchy <scalp> [level]")
    assert row is not None
    QTest.keyClicks(row, "2")
    assert readings(journal)["other:Itchy <scalp> [level]"].level == 2


def test_another_day_is_shown_and_answered_under_its_own_date(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "earlier_day")
    assert page.heading.text() == "Tuesday 3 March 2026"
    click(page, "pain_1")
    assert readings(journal, YESTERDAY)["pain"].level == 1
    click(page, "back_to_today")
    assert page.heading.text() == "Wednesday 4 March 2026"
    assert not page.later.isEnabled()


def test_future_days_take_no_answers(open_page: Open) -> None:
    page = open_page(TodayPage)
    page.show_day(TODAY + dt.timedelta(days=3))
    assert page.shown == TODAY


def test_after_midnight_today_offers_to_write_for_the_day_before(open_page: Open, clock: FrozenClock) -> None:
    clock.tick(hours=16)
    page = open_page(TodayPage, Therapy(name="capecitabine"))
    assert page.shown == dt.date(2026, 3, 5)
    click(page, "card_action")
    assert page.shown == TODAY


def test_the_day_shown_never_changes_by_itself(open_page: Open, clock: FrozenClock, journal: Journal) -> None:
    page = open_page(TodayPage)
    clock.tick(days=1)
    click(page, "pain_1")
    assert page.shown == TODAY
    assert readings(journal)["pain"].level == 1


def test_after_a_week_away_a_few_days_can_be_filled_in(open_page: Open, journal: Journal) -> None:
    old = Day(day=TODAY - dt.timedelta(days=9), how_hard=1)
    page = open_page(TodayPage, old, Therapy(name="capecitabine"))
    click(page, "card_action")
    assert page.shown == TODAY - dt.timedelta(days=7)
    click(page, "how_hard_1")
    click(page, f"fill_in_days_{(TODAY - dt.timedelta(days=6)).isoformat()}")
    click(page, "how_hard_2")
    click(page, "fill_in_done")
    found = journal.ask(questions.days, TODAY - dt.timedelta(days=8), TODAY)
    assert [day.how_hard for day in found] == [1, 2]
    assert page.shown == TODAY


def test_a_card_closed_once_stays_closed(open_page: Open, desk: Desk, journal: Journal) -> None:
    page = open_page(TodayPage)
    click(page, "card_close")
    assert journal.ask(questions.profile).hidden == ("add_treatments",)
    again = open_page(TodayPage)
    assert again.findChild(QWidget, "card") is None


def test_only_a_rule_the_team_told_answers_a_number(open_page: Open, journal: Journal) -> None:
    nurse = Contact(role="24-hour line", phone="555 0100", call_first=True)
    rule = PlanRule(
        scale="temperature", comparison=Comparison.AT_OR_ABOVE, value=Decimal("38.0"), unit="Cel", words="call at 38.0"
    )
    page = open_page(TodayPage, Profile(rows=("temperature", "pain")), nurse, rule)
    assert not page.rule.isVisible()
    type_in(page, "temperature_value", "38.4")
    flush_all(page)
    assert page.rule.isVisible()
    assert page.rule.whom.text() == "24-hour line, 555 0100"
    click(page, "plan_called")
    assert journal.ask(questions.plan_rules)[0].met == ("2026-03-04 called",)
    assert not page.rule.isVisible()


def test_a_weekly_rhythm_asks_for_the_week_and_keeps_it_apart(open_page: Open, journal: Journal) -> None:
    last_week = Reading(scale="pain", day=TODAY - dt.timedelta(days=7), level=2, period=Recall.WEEK)
    page = open_page(TodayPage, Profile(rhythm="weekly"), last_week)
    row = page.rows.row_of("pain")
    assert row is not None
    assert row.hint.text() == "last week: Moderate"
    click(page, "pain_3")
    assert readings(journal)["pain"].period is Recall.WEEK


def test_a_photo_is_kept_inside_the_journal(open_page: Open, journal: Journal, tmp_path: Path) -> None:
    picture = QImage(600, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor(200, 180, 160))
    picture.save(str(tmp_path / "hand.png"))
    page = open_page(TodayPage)
    click(page, "numbness_2")
    page.rows.open_details(page.desk.scales.get("numbness"))
    details = page.rows.open_panel
    assert details is not None
    details.photos.add_file(tmp_path / "hand.png")
    found = journal.ask(questions.attachments)
    assert [(one.name, one.media_type, one.of) for one in found] == [("hand.png", "image/png", "reading")]
    assert found[0].bytes == (tmp_path / "hand.png").stat().st_size


@pytest.mark.parametrize("wrong", ["text", "large", "gone"])
def test_a_photo_that_is_none_is_refused_with_a_sentence(
    open_page: Open, journal: Journal, tmp_path: Path, wrong: str
) -> None:
    path = tmp_path / "hand.png"
    if wrong != "gone":
        path.write_bytes(b"not a photo" if wrong == "text" else bytes(LARGEST + 1))
    page = open_page(TodayPage)
    click(page, "numbness_2")
    page.rows.open_details(page.desk.scales.get("numbness"))
    details = page.rows.open_panel
    assert details is not None
    details.photos.add_file(path)
    assert details.photos.problem.text()
    assert journal.ask(questions.attachments) == []


def test_a_place_brings_a_day_and_a_row(open_page: Open) -> None:
    page = open_page(TodayPage)
    page.go_to(Place("today", day=YESTERDAY, scale="nausea"))
    assert page.shown == YESTERDAY


def test_a_first_day_has_at_most_fifteen_tab_stops(open_page: Open) -> None:
    page = open_page(TodayPage)
    stops = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parent(), QRadioButton)
    ]  # fmt: skip
    assert len(stops) <= 15, [stop.objectName() for stop in stops]

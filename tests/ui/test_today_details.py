"""Today beyond the rows: details, rows of her own, other days, cards, rules and photos."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import (
    Answer,
    Comparison,
    Contact,
    Day,
    PlanRule,
    Profile,
    Reading,
    Recall,
    Therapy,
)
from mbc_journal.ui.page import Desk
from mbc_journal.ui.scale_input import NumberRow
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.today_page import TodayPage
from mbc_journal.ui.today_page.photos import LARGEST
from tests.conftest import FrozenClock
from tests.ui.today_hands import TODAY, YESTERDAY, click, readings, type_in

Open = Callable[..., TodayPage]


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


def test_a_first_day_has_at_most_fifteen_tab_stops(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(TodayPage)
    last = page.rows.row_of("numbness")
    assert last is not None
    qtbot.waitUntil(last.isVisible)
    stops = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parent(), QRadioButton)
    ]  # fmt: skip
    assert len(stops) <= 15, [stop.objectName() for stop in stops]


def test_a_measure_begins_in_the_unit_she_prefers(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, Profile(rows=("temperature", "weight"), units=("[degF]", "[lb_av]")))
    row = page.rows.row_of("temperature")
    assert isinstance(row, NumberRow)
    assert row.unit() == "[degF]"
    type_in(page, "temperature_value", "100.4")
    flush_all(page)
    found = readings(journal)["temperature"]
    assert (found.value, found.unit, found.unit_as_entered) == (Decimal("38.0000"), "Cel", "[degF]")
    journal.save(Profile(rows=("temperature", "weight")), name="units")
    weight = page.rows.row_of("weight")
    assert isinstance(weight, NumberRow)
    assert weight.unit() == "kg"

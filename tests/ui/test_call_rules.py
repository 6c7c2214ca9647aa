"""What my team told me: nothing is filled in, the limit is hers, and the published one stands beside it as text."""

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from mbc_journal import check_in
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Comparison, PlanRule, Profile, Reading
from mbc_journal.scales import Scales
from mbc_journal.ui.call_page import CallPage
from mbc_journal.ui.text_saver import flush_all
from tests.ui.call_hands import NASTY, button, choose, click, field, line, nurse, texts, type_in, write

PUBLISHED = "Published: 38.0 °C (100.4 °F). Your team's word comes first."
Open = Callable[..., CallPage]


def rules(journal: Journal) -> list[PlanRule]:
    return journal.ask(questions.plan_rules)


def combo(page: CallPage, name: str) -> QComboBox:
    found = page.findChild(QComboBox, name)
    assert found is not None
    return found


def fever(
    words: str = "Call us.", unit: str = "Cel", contact_id: UUID | None = None, met: tuple[str, ...] = ()
) -> PlanRule:
    return PlanRule(
        scale="temperature",
        comparison=Comparison.AT_OR_ABOVE,
        value=Decimal("38.0"),
        unit=unit,
        words=words,
        contact_id=contact_id,
        met=met,
    )


def begin(page: CallPage, scale: str) -> None:
    """Open the fields of a new rule about the scale of that name."""
    click(page, "add_rule")
    type_in(page, "scale", scale)
    QTest.keyClick(field(page, "scale"), Qt.Key.Key_Down)
    offers = page.rules.findChild(QListWidget)
    assert offers is not None
    QTest.keyClick(offers, Qt.Key.Key_Return)


def test_nothing_is_filled_in_for_the_person(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, line())
    begin(page, "temperature")
    assert field(page, "value").text() == ""
    assert combo(page, "comparison").currentText() == "choose"
    assert PUBLISHED in texts(page.rules)
    assert rules(journal) == []


def test_a_rule_is_saved_once_scale_comparison_and_limit_are_there(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, line())
    begin(page, "temperature")
    choose(page, "comparison", "at or above")
    assert rules(journal) == []
    type_in(page, "value", "37,8")
    write(page, "words", "Call the line, day or night.")
    choose(page, "contact_id", "24-hour line, 555 0100")
    click(page, "planrule_done")
    told = rules(journal)[0]
    assert (told.scale, told.comparison, told.value, told.unit) == (
        "temperature",
        Comparison.AT_OR_ABOVE,
        Decimal("37.8"),
        "Cel",
    )
    assert told.words == "Call the line, day or night."
    assert told.contact_id == page.numbers.records[0].id
    words = texts(page.rules)
    assert "Temperature at or above 37.8 °C" in words
    assert "\u201cCall the line, day or night.\u201d" in words
    assert "Call: 24-hour line, 555 0100" in words
    assert PUBLISHED in words


def test_a_limit_may_be_in_the_other_unit(open_page: Open, journal: Journal, scales: Scales) -> None:
    page = open_page(CallPage)
    begin(page, "temperature")
    choose(page, "comparison", "at or above")
    type_in(page, "value", "100.4")
    choose(page, "unit", "°F")
    click(page, "planrule_done")
    told = rules(journal)[0]
    assert (told.value, told.unit) == (Decimal("100.4"), "[degF]")
    assert "Temperature at or above 100.4 °F" in texts(page.rules)
    hot = Reading(scale="temperature", day=told.written_at.date(), value=Decimal("38.0"), unit="Cel")
    assert check_in.meets(told, hot, scales.get("temperature"))


def test_her_own_unit_is_offered_first_and_no_number_with_it(open_page: Open) -> None:
    page = open_page(CallPage, Profile(units=("[degF]",)))
    begin(page, "temperature")
    assert combo(page, "unit").currentText() == "°F"
    assert field(page, "value").text() == ""


def test_a_limit_that_may_be_a_slip_is_asked_about_and_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    begin(page, "temperature")
    choose(page, "comparison", "at or above")
    type_in(page, "value", "382")
    assert f"Is 382 right? {PUBLISHED}" in texts(page.rules)
    flush_all(page)
    assert rules(journal)[0].value == Decimal(382)
    type_in(page, "value", "38.2")
    assert f"Is 382 right? {PUBLISHED}" not in texts(page.rules)


def test_a_limit_of_a_level_is_one_of_its_words(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    begin(page, "nausea")
    assert not field(page, "value").isVisible()
    assert not combo(page, "unit").isVisible()
    choose(page, "comparison", "at or above")
    choose(page, "value_word", "Severe")
    click(page, "planrule_done")
    assert (rules(journal)[0].value, rules(journal)[0].unit) == (Decimal(3), "")
    assert any(text.endswith("at or above Severe") for text in texts(page.rules))
    assert PUBLISHED not in texts(page.rules)


def test_a_limit_of_a_count_says_what_is_counted(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    begin(page, "loose stools")
    assert "times a day" in texts(page.rules)
    choose(page, "comparison", "above")
    type_in(page, "value", "4")
    click(page, "planrule_done")
    assert (rules(journal)[0].scale, rules(journal)[0].value) == ("loose-stools", Decimal(4))


def test_another_scale_takes_the_limit_away(open_page: Open) -> None:
    page = open_page(CallPage)
    begin(page, "temperature")
    type_in(page, "value", "38")
    type_in(page, "scale", "Weight")
    assert field(page, "value").text() == ""
    assert PUBLISHED not in texts(page.rules)
    assert combo(page, "unit").currentText() == "kg"


@pytest.mark.parametrize("typed", ["hot", "38.0.1", "1e2", "<38", "\U0001f642", "9" * 60, "\u05e9\u05dc\u05d5\u05dd"])
def test_a_limit_that_is_no_number_is_said_and_kept(open_page: Open, journal: Journal, typed: str) -> None:
    page = open_page(CallPage)
    begin(page, "temperature")
    choose(page, "comparison", "at or above")
    field(page, "value").setText(typed)
    QTest.keyClicks(field(page, "value"), "!")
    click(page, "planrule_done")
    assert field(page, "value").text() == f"{typed}!"
    assert "is not a number we know. What you typed is kept here." in field(page, "value").accessibleDescription()
    assert rules(journal) == []


def test_words_that_name_no_scale_are_said_and_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    click(page, "add_rule")
    type_in(page, "scale", "the blue thing")
    click(page, "planrule_done")
    assert field(page, "scale").text() == "the blue thing"
    assert field(page, "scale").accessibleDescription().startswith("Type a few letters, then choose from the list.")
    assert rules(journal) == []


def test_yes_and_no_questions_are_not_offered(open_page: Open) -> None:
    page = open_page(CallPage)
    click(page, "add_rule")
    type_in(page, "scale", "chills")
    offers = page.rules.findChild(QListWidget)
    assert offers is not None
    assert not offers.isVisible()


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("scale", "Say first what this is about."),
        ("comparison", "Choose above or below."),
        ("value", "Type the limit your team named."),
    ],
)
def test_what_is_lacking_is_asked_for_beside_its_field(
    open_page: Open, journal: Journal, left_out: str, said: str
) -> None:
    page = open_page(CallPage)
    if left_out == "scale":
        click(page, "add_rule")
    else:
        begin(page, "temperature")
    if left_out != "comparison":
        choose(page, "comparison", "below")
    if left_out != "value":
        type_in(page, "value", "38")
    click(page, "planrule_done")
    target = combo(page, left_out) if left_out == "comparison" else field(page, left_out)
    assert target.accessibleDescription() == f"{said} What you typed is kept here."
    assert rules(journal) == []


def test_a_rule_is_changed_in_place_and_undo_takes_it_back(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, fever())
    click(page, "rule_1_change")
    assert field(page, "scale").text() == "Temperature"
    assert field(page, "value").text() == "38.0"
    assert combo(page, "unit").currentText() == "°C"
    type_in(page, "value", "37.5")
    flush_all(page)
    assert rules(journal)[0].value == Decimal("37.5")
    assert "Temperature at or above 37.5 °C" in texts(page.rules)
    journal.undo()
    assert rules(journal)[0].value == Decimal("38.0")
    assert field(page, "value").text() == "38.0"


def test_opening_a_rule_changes_nothing(open_page: Open, journal: Journal) -> None:
    told = fever(unit="", met=("2026-03-01 called",))
    page = open_page(CallPage, told)
    click(page, "rule_1_change")
    click(page, "planrule_done")
    kept = rules(journal)[0]
    assert (kept.value, kept.met, kept.written_at) == (told.value, told.met, told.written_at)


def test_what_was_noted_when_a_rule_was_met_stays_with_it(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, fever(met=("2026-03-01 called",)))
    click(page, "rule_1_change")
    write(page, "words", "And go in. ")
    click(page, "planrule_done")
    assert rules(journal)[0].met == ("2026-03-01 called",)


def test_a_number_that_is_binned_is_no_longer_named(open_page: Open, journal: Journal) -> None:
    who = nurse()
    page = open_page(CallPage, line(), who, fever(contact_id=who.id))
    assert "Call: nurse, 555 0123" in texts(page.rules)
    click(page, "number_2_bin")
    assert "Call: nurse, 555 0123" not in texts(page.rules)
    journal.undo()
    assert "Call: nurse, 555 0123" in texts(page.rules)


def test_a_binned_rule_comes_back_with_undo(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(CallPage, fever())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button(page, "rule_1_bin").setFocus()
    click(page, "rule_1_bin")
    assert rules(journal) == []
    focus = page.focusWidget()
    assert focus is not None
    assert focus.objectName() == "add_rule"
    journal.undo()
    assert len(rules(journal)) == 1


def test_odd_words_are_kept_and_shown_as_text(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, fever(words=NASTY))
    assert f"\u201c{NASTY}\u201d" in texts(page.rules)
    click(page, "rule_1_change")
    click(page, "planrule_done")
    assert rules(journal)[0].words == NASTY


def test_words_of_10_000_letters_are_refused_and_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, fever())
    click(page, "rule_1_change")
    assert page.rules.panel is not None
    words = page.rules.panel.findChild(QPlainTextEdit, "words")
    assert words is not None
    words.setPlainText("x" * 10_000)
    assert not flush_all(page)
    assert "too long" in words.accessibleDescription()
    assert rules(journal)[0].words == "Call us."

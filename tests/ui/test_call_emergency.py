"""The emergency number is chosen, never guessed, and can be any."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbc_journal import call
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Contact
from mbc_journal.ui.call_page import CallPage
from mbc_journal.ui.text_saver import flush_all
from tests.ui.call_hands import (
    active,
    click,
    field,
    focus_name,
    line,
    phones,
    type_in,
)

Open = Callable[..., CallPage]


def emergency(journal: Journal) -> str | None:
    found = call.emergency(journal.ask(questions.contacts))
    return found.phone if found is not None else None


def test_no_emergency_number_is_chosen_for_her(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, line())
    assert page.emergency.choice.value() is None
    assert emergency(journal) is None
    assert page.lists.emergency.text() == "Call your local emergency number."


@pytest.mark.parametrize("number", ["112", "911", "999", "000"])
def test_a_known_number_is_chosen_with_one_click(open_page: Open, journal: Journal, number: str) -> None:
    page = open_page(CallPage, line())
    click(page, f"emergency_number_{number}")
    assert emergency(journal) == number
    assert page.lists.emergency.text() == f"Call {number}."
    assert phones(journal) == ["555 0100"]


def test_another_choice_changes_the_same_number_and_undo_goes_back(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    click(page, "emergency_number_112")
    click(page, "emergency_number_999")
    found = [one for one in journal.ask(questions.contacts) if one.role == call.EMERGENCY_ROLE]
    assert [one.phone for one in found] == ["999"]
    journal.undo()
    assert emergency(journal) == "112"
    assert page.emergency.choice.value() == "112"
    journal.undo()
    assert emergency(journal) is None
    assert page.emergency.choice.value() is None


def test_another_number_is_typed_and_saved(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(CallPage)
    active(page, qtbot)
    click(page, "emergency_number_other")
    assert focus_name(page) == "emergency_other"
    assert emergency(journal) is None
    type_in(page, "emergency_other", "119")
    flush_all(page)
    assert emergency(journal) == "119"
    assert page.lists.emergency.text() == "Call 119."
    assert page.emergency.choice.value() == "other"
    click(page, "emergency_number_112")
    assert emergency(journal) == "112"
    assert not page.emergency.other_row.isVisible()


def test_an_own_emergency_number_is_there_when_the_page_opens(open_page: Open) -> None:
    page = open_page(CallPage, Contact(role=call.EMERGENCY_ROLE, phone="119", emergency=True))
    assert page.emergency.choice.value() == "other"
    assert field(page, "emergency_other").text() == "119"
    assert page.numbers.rows == []


def test_an_own_emergency_number_of_10_000_letters_is_refused_and_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    click(page, "emergency_number_other")
    field(page, "emergency_other").setText("1" * 10_000)
    QTest.keyClicks(field(page, "emergency_other"), "1")
    assert not flush_all(page)
    assert "too long" in field(page, "emergency_other").accessibleDescription()
    assert emergency(journal) is None

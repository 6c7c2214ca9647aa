"""Who to call: her numbers are changed in place, the emergency number is chosen, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.ui.call_page import CallPage
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.widgets import Title
from tests.ui.call_hands import (
    NASTY,
    active,
    button,
    click,
    field,
    focus_name,
    line,
    numbers,
    nurse,
    pharmacy,
    phones,
    texts,
    type_in,
)

Open = Callable[..., CallPage]


def test_an_empty_page_asks_for_the_line_of_the_team_and_shows_the_lists(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(CallPage)
    active(page, qtbot)
    page.first_focus()
    assert focus_name(page) == "add_number"
    words = texts(page.body)
    assert "Add your team's 24-hour number." in words
    assert "Call your local emergency number." in words
    assert "You have chest pain, or a feeling of pressure in the chest." in words


def test_the_first_number_is_large_and_the_others_are_not(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(CallPage, nurse(), line())
    active(page, qtbot)
    large = [title.text() for title in page.numbers.findChildren(Title)]
    assert large == ["555 0100"]
    assert [row.accessibleName() for row in page.numbers.rows] == ["24-hour line, 555 0100", "nurse, 555 0123"]
    page.first_focus()
    assert focus_name(page) == "number_1_change"


def test_a_number_is_saved_while_it_is_typed(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(CallPage)
    click(page, "add_number")
    type_in(page, "role", "24-hour line")
    assert numbers(journal) == []
    type_in(page, "phone", "555 0100")
    qtbot.waitUntil(lambda: phones(journal) == ["555 0100"])
    type_in(page, "hours", "day and night")
    click(page, "contact_done")
    kept = numbers(journal)[0]
    assert (kept.role, kept.phone, kept.hours, kept.emergency) == ("24-hour line", "555 0100", "day and night", True)
    assert page.numbers.panel is None
    assert "555 0100" in texts(page.numbers)


def test_one_stay_in_a_number_is_one_step_of_undo(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    click(page, "add_number")
    type_in(page, "phone", "555 0100")
    flush_all(page)
    type_in(page, "name", "Oncology line")
    click(page, "contact_done")
    journal.undo()
    assert numbers(journal) == []
    assert "Add your team's 24-hour number." in texts(page.numbers)


def test_a_number_is_changed_in_place_under_its_row(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(CallPage, line(), nurse())
    active(page, qtbot)
    click(page, "number_2_change")
    assert focus_name(page) == "role"
    assert field(page, "phone").text() == "555 0123"
    type_in(page, "phone", "555 9999")
    flush_all(page)
    assert phones(journal) == ["555 0100", "555 9999"]
    assert focus_name(page) == "role"
    assert field(page, "phone").text() == "555 9999"
    assert "555 9999" in texts(page.numbers.rows[1])
    click(page, "contact_done")
    assert focus_name(page) == "number_2_change"


def test_a_new_number_without_a_number_is_asked_for_and_its_words_stay(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    click(page, "add_number")
    type_in(page, "role", "nurse")
    click(page, "contact_done")
    phone = field(page, "phone")
    assert phone.accessibleDescription() == "Type the number first. What you typed is kept here."
    assert phone.property("wrong")
    assert field(page, "role").text() == "nurse"
    assert numbers(journal) == []


def test_taking_the_number_out_of_a_contact_is_not_saved(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, line())
    click(page, "number_1_change")
    field(page, "phone").selectAll()
    QTest.keyClick(field(page, "phone"), Qt.Key.Key_Delete)
    assert not flush_all(page)
    assert phones(journal) == ["555 0100"]
    assert field(page, "phone").accessibleDescription() == "Type the number first. What you typed is kept here."


def test_esc_closes_a_new_number_and_keeps_its_words(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(CallPage)
    active(page, qtbot)
    click(page, "add_number")
    type_in(page, "role", "nurse")
    QTest.keyClick(field(page, "role"), Qt.Key.Key_Escape)
    assert not field(page, "role").isVisible()
    assert focus_name(page) == "add_number"
    click(page, "add_number")
    assert field(page, "role").text() == "nurse"
    assert numbers(journal) == []


def test_an_untouched_new_number_just_closes(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    click(page, "add_number")
    click(page, "contact_done")
    assert page.numbers.panel is None
    assert numbers(journal) == []
    assert page.numbers.empty.isVisible()


@pytest.mark.parametrize("name", ["role", "phone", "name", "hours"])
def test_text_that_is_too_long_is_said_beside_its_field_and_kept(open_page: Open, journal: Journal, name: str) -> None:
    page = open_page(CallPage, line())
    click(page, "number_1_change")
    field(page, name).setText("x" * 10_000)
    QTest.keyClicks(field(page, name), "y")
    assert not flush_all(page)
    assert "too long" in field(page, name).accessibleDescription()
    assert len(field(page, name).text()) == 10_001
    assert phones(journal) == ["555 0100"]
    assert getattr(numbers(journal)[0], name) != field(page, name).text()


def test_odd_text_is_kept_and_shown_as_text(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    click(page, "add_number")
    field(page, "role").setText(NASTY)
    type_in(page, "phone", "+49 (0)30 / 555-0100 ext. 7")
    click(page, "contact_done")
    kept = numbers(journal)[0]
    assert kept.role == NASTY
    assert kept.phone == "+49 (0)30 / 555-0100 ext. 7"
    assert NASTY in texts(page.numbers)


def test_a_nul_is_left_out_and_the_rest_is_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    click(page, "add_number")
    field(page, "role").setText("nur\0se")
    type_in(page, "phone", "1")
    click(page, "contact_done")
    assert "\0" not in numbers(journal)[0].role


def test_call_first_moves_a_number_to_the_top_and_only_one_is_first(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, line(), nurse(), pharmacy())
    place = [row.record.id for row in page.numbers.rows].index(
        next(contact.id for contact in numbers(journal) if contact.role == "pharmacy")
    )
    click(page, f"number_{place + 1}_first")
    assert phones(journal)[0] == "555 0177"
    assert [contact.call_first for contact in numbers(journal)] == [True, False, False]
    assert not button(page, "number_1_first").isVisible()
    journal.undo()
    assert phones(journal)[0] == "555 0100"


def test_alt_up_puts_a_number_first_and_delete_bins_it(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(CallPage, line(), nurse())
    active(page, qtbot)
    button(page, "number_2_change").setFocus()
    QTest.keyClick(button(page, "number_2_change"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert phones(journal) == ["555 0123", "555 0100"]
    assert focus_name(page) == "number_1_change"
    QTest.keyClick(button(page, "number_1_change"), Qt.Key.Key_Delete)
    assert phones(journal) == ["555 0100"]
    assert focus_name(page) == "number_1_change"
    journal.undo()
    assert phones(journal) == ["555 0123", "555 0100"]


def test_the_last_number_binned_leaves_the_focus_on_add(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(CallPage, line())
    active(page, qtbot)
    button(page, "number_1_bin").setFocus()
    click(page, "number_1_bin")
    assert numbers(journal) == []
    assert focus_name(page) == "add_number"


def test_a_number_binned_from_its_fields_takes_them_away_and_undo_brings_it_back(
    open_page: Open, journal: Journal
) -> None:
    page = open_page(CallPage, line(), nurse())
    click(page, "number_1_change")
    click(page, "contact_bin")
    assert phones(journal) == ["555 0123"]
    assert page.numbers.panel is None
    journal.undo()
    assert phones(journal) == ["555 0100", "555 0123"]


def test_what_is_undone_shows_in_the_open_fields(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, line())
    click(page, "number_1_change")
    type_in(page, "name", "Ward 7")
    flush_all(page)
    journal.undo()
    assert field(page, "name").text() == ""
    assert numbers(journal)[0].name == ""


def test_delete_inside_a_field_is_a_letter_less_not_a_number_less(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, line())
    click(page, "number_1_change")
    QTest.keyClick(field(page, "phone"), Qt.Key.Key_Delete)
    assert phones(journal) == ["555 0100"]


def test_the_whole_page_goes_by_keyboard(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(CallPage)
    active(page, qtbot)
    page.first_focus()
    QTest.keyClick(button(page, "add_number"), Qt.Key.Key_Space)
    QTest.keyClicks(field(page, "role"), "nurse")
    QTest.keyClick(field(page, "role"), Qt.Key.Key_Tab)
    assert focus_name(page) == "phone"
    QTest.keyClicks(field(page, "phone"), "555")
    QTest.keyClick(field(page, "phone"), Qt.Key.Key_Escape)
    assert phones(journal) == ["555"]
    assert focus_name(page) == "number_1_change"


def test_the_page_can_be_asked_for_a_new_number(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(CallPage)
    active(page, qtbot)
    page.go_to(Place("call", verb="add"))
    assert focus_name(page) == "role"


def test_a_full_disk_keeps_the_typed_number_on_the_page(
    open_page: Open, journal: Journal, desk: Desk, qtbot: QtBot
) -> None:
    page = open_page(CallPage)
    click(page, "add_number")
    journal.read_only = "The disk is full."
    type_in(page, "phone", "555 0100")
    with qtbot.waitSignal(desk.announcer.not_saved) as failed:
        assert not flush_all(page)
    assert field(page, "phone").text() == "555 0100"
    journal.read_only = ""
    failed.args[0].again()
    assert phones(journal) == ["555 0100"]


def test_words_of_a_new_number_wait_while_another_is_changed(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, line())
    click(page, "add_number")
    type_in(page, "role", "pharmacy")
    click(page, "number_1_change")
    assert [one.text() for one in page.numbers.findChildren(QLineEdit, "role") if one.isVisible()] == ["24-hour line"]
    click(page, "contact_done")
    click(page, "add_number")
    assert field(page, "role").text() == "pharmacy"
    assert phones(journal) == ["555 0100"]


def test_a_change_that_cannot_be_kept_is_not_closed_by_opening_another(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage, line(), nurse())
    click(page, "number_1_change")
    field(page, "name").setText("x" * 300)
    QTest.keyClicks(field(page, "name"), "y")
    click(page, "number_2_change")
    assert len(field(page, "name").text()) == 301
    assert field(page, "phone").text() == "555 0100"

"""Find: one box, groups, words around the match; Enter leads there, and the place is kept until she comes back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbc_journal.catalogue import Catalogue
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.finding import LONGEST, SHOWN
from mbc_journal.paths import resources
from mbc_journal.ui.find_page import FindPage
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from tests.ui.find_hands import SMALL, everywhere, headings, note, press, search, shown
from tests.ui.journal_pages import click, come_forward, focus_name

Open = Callable[..., FindPage]


@pytest.fixture
def places(desk: Desk) -> list[Place]:
    """Where the person was led."""
    found: list[Place] = []
    desk.announcer.wanted.connect(found.append)
    return found


# -- searching --------------------------------------------------------------------------------------------------------


def test_with_nothing_typed_a_sentence_says_what_can_be_found(open_page: Open) -> None:
    page = open_page(FindPage, *everywhere())
    assert page.found.text() == "Type a word from your notes, questions, visits, treatments, symptoms or the reference."
    assert not page.results.isVisible()
    assert not page.ask_button.isVisible()


def test_one_word_is_found_everywhere_in_groups(open_page: Open) -> None:
    page = open_page(FindPage, *everywhere())
    search(page, "numb")
    assert headings(page) == ["Notes", "Questions", "Visits", "Treatments", "Symptoms and results", "Reference"]
    assert "4 Mar, private: stays here. My fingers are numb." in shown(page)
    assert "Will the numb feeling go? Not asked yet" in shown(page)
    assert page.found.text().endswith("results")


def test_results_follow_what_is_written_meanwhile_and_undo(open_page: Open, journal: Journal) -> None:
    page = open_page(FindPage)
    assert search(page, "crocus") == []
    journal.save(note("The crocuses are out."))
    assert shown(page) == ["Notes", "4 Mar. The crocuses are out."]
    journal.undo()
    assert shown(page) == []


def test_nothing_from_the_bin_is_found(open_page: Open, journal: Journal) -> None:
    kept = note("The crocuses are out.")
    page = open_page(FindPage, kept)
    journal.bin(kept)
    assert search(page, "crocus") == []


def test_a_group_shows_eight_and_then_all_with_the_person_on_the_ninth(open_page: Open) -> None:
    page = open_page(FindPage, *(note(f"crocus {day}", day) for day in range(1, 21)))
    assert search(page, "crocus")[-1] == "Show all: Notes"
    assert len(shown(page)) == SHOWN + 2
    assert page.found.text() == "8 results, and more"
    page.results.go_to_row(SHOWN + 1)
    press(page, Qt.Key.Key_Return)
    assert len(shown(page)) == 21
    assert page.results.currentRow() == SHOWN + 1
    assert shown(page)[SHOWN + 1] == "12 Mar. crocus 12"
    assert page.found.text() == "20 results"


def test_another_word_shows_eight_again(open_page: Open) -> None:
    page = open_page(FindPage, *(note(f"crocus rose {day}", day) for day in range(1, 21)))
    search(page, "crocus")
    page.results.go_to_row(SHOWN + 1)
    press(page, Qt.Key.Key_Return)
    assert len(search(page, "rose")) == SHOWN + 2


@pytest.mark.parametrize(
    "typed",
    ['"', "*", "(", "NOT", "<b>x</b>", "&amp;", "\u202e\u05d0", "\U0001f642", "a" * 5_000, "numb " * 1_000, "\0"],
)
def test_no_words_can_make_find_fail(open_page: Open, typed: str) -> None:
    page = open_page(FindPage, *everywhere())
    page.field.setText(typed)
    press(page, Qt.Key.Key_Down)
    page.grab()
    assert len(page.found.text()) <= LONGEST + 100


def test_markup_emoji_and_endless_words_are_shown_as_they_stand(open_page: Open) -> None:
    page = open_page(FindPage, note("<b>crocus</b> & \U0001f642"), note("\u202e\u05d0 crocus"), note("crocus" * 800))
    assert "4 Mar. <b>crocus</b> & \U0001f642" in search(page, "crocus")
    assert all(page.results.sizeHintForRow(row) < page.height() for row in range(page.results.count()))
    page.grab()


def test_a_damaged_reference_is_said_and_the_rest_is_found(
    open_page: Open, qtbot: QtBot, journal: Journal, desk: Desk, tmp_path: object
) -> None:
    broken = Desk(
        desk.theme, desk.preferences, desk.clock, desk.scales, Catalogue.load(resources()), desk.announcer, desk.paths
    )
    journal.save(*everywhere())
    page = FindPage(journal, broken)
    qtbot.addWidget(page)
    page.show()
    search(page, "numb")
    assert headings(page) == ["Notes", "Questions", "Visits", "Symptoms and results"]
    assert "The reference could not be searched." in page.found.text()


# -- where it leads ---------------------------------------------------------------------------------------------------


def test_each_result_leads_to_its_place(open_page: Open, places: list[Place]) -> None:
    rows = everywhere()
    page = open_page(FindPage, *rows)
    search(page, "numb")
    for row, line in enumerate(page.results.lines):
        if line.result is not None:
            page.results.go_to_row(row)
            press(page, Qt.Key.Key_Return)
    assert places[:5] == [
        Place("journal", row=rows[0].id),
        Place("visits", row=rows[1].id),
        Place("visits", row=rows[2].id),
        Place("treatments", row=rows[3].id),
        Place("symptoms", scale="numbness"),
    ]
    assert {place.page for place in places[5:]} == {"reference"}


def test_enter_in_the_box_opens_the_first_result_without_waiting(open_page: Open, places: list[Place]) -> None:
    page = open_page(FindPage)
    page.field.setFocus()
    QTest.keyClicks(page.field, "kadcyla")
    press(page, Qt.Key.Key_Return)
    assert places == [Place("reference", verb="trastuzumab-emtansine")]


def test_enter_on_nothing_leads_nowhere(open_page: Open, places: list[Place]) -> None:
    page = open_page(FindPage)
    press(page, Qt.Key.Key_Return)
    search(page, "zzzqqq")
    press(page, Qt.Key.Key_Return)
    assert places == []


def test_a_click_opens_a_row_and_a_heading_opens_nothing(open_page: Open, places: list[Place]) -> None:
    kept = note("crocus")
    page = open_page(FindPage, kept)
    search(page, "crocus")
    for row in (0, 1):
        where = page.results.visualItemRect(page.results.item(row)).center()
        QTest.mouseClick(page.results.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where.x(), where.y()))
    assert places == [Place("journal", row=kept.id)]


# -- keys and focus ---------------------------------------------------------------------------------------------------


def test_down_goes_into_the_results_and_up_back_to_the_box(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FindPage, note("crocus one"), note("crocus two", 1))
    come_forward(page, qtbot)
    search(page, "crocus")
    press(page, Qt.Key.Key_Down)
    assert (focus_name(page), page.results.currentRow()) == ("results", 1)
    press(page, Qt.Key.Key_Down)
    assert page.results.currentRow() == 2
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Up)
    assert focus_name(page) == "find_everywhere"


def test_escape_leads_to_the_box_and_then_clears_it(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FindPage, note("crocus"))
    come_forward(page, qtbot)
    search(page, "crocus")
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Escape)
    assert (focus_name(page), page.field.text()) == ("find_everywhere", "crocus")
    press(page, Qt.Key.Key_Escape)
    assert (page.field.text(), page.results.isVisible()) == ("", False)


def test_the_place_is_remembered_and_typing_begins_anew(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FindPage, note("crocus one"), note("crocus two", 1))
    come_forward(page, qtbot)
    search(page, "crocus")
    page.results.go_to_row(2)
    press(page, Qt.Key.Key_Return)
    page.hide()
    page.show()
    page.first_focus()
    assert (page.field.text(), page.field.selectedText(), page.results.currentRow()) == ("crocus", "crocus", 2)
    press(page, Qt.Key.Key_Down)
    assert (focus_name(page), page.results.currentRow()) == ("results", 2)


def test_the_page_follows_the_row(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(FindPage, *(note(f"crocus {day}", day) for day in range(1, 9)))
    page.resize(*SMALL[100])
    come_forward(page, qtbot)
    search(page, "crocus")
    press(page, Qt.Key.Key_Down)
    for _row in range(7):
        press(page, Qt.Key.Key_Down)
        row = page.results.visualItemRect(page.results.currentItem())
        bottom = page.results.viewport().mapTo(page.viewport(), row.bottomLeft()).y()
        assert 0 <= bottom - row.height() < bottom <= page.viewport().height()


# -- nothing found ----------------------------------------------------------------------------------------------------


def test_what_was_not_found_can_become_a_question_once(open_page: Open, journal: Journal, desk: Desk) -> None:
    told: list[str] = []
    desk.announcer.said.connect(told.append)
    page = open_page(FindPage)
    search(page, "zzzqqq  <b>?")
    assert page.found.text() == "Nothing found for zzzqqq <b>?"
    click(page, "add_to_questions")
    assert [one.text for one in journal.ask(questions.all_questions)] == ["zzzqqq <b>?"]
    assert "Questions" in headings(page)
    page.searcher.ask("zzzqqq <b>?")
    assert len(journal.ask(questions.all_questions)) == 1
    assert told == ["This question is among yours already."]
    journal.undo()
    assert journal.ask(questions.all_questions) == []


def test_a_read_only_journal_can_be_searched_and_offers_no_question(open_page: Open, journal: Journal) -> None:
    journal.save(note("crocus"))
    journal.read_only = "The disk is write-protected."
    page = open_page(FindPage)
    assert len(search(page, "crocus")) == 2
    search(page, "zzzqqq")
    assert not page.ask_button.isVisible()
    journal.read_only = ""

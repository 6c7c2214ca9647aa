"""The list of notes: newest first, narrowed and searched, starred and walked by keys; 2,000 notes stay quick."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Profile
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.journal_page.page import FIRST, PER_STEP
from tests.ui.journal_pages import (
    click,
    come_forward,
    field,
    focus_name,
    listed,
    note,
    only,
    said,
    saved,
    some_notes,
    words,
)

Open = Callable[..., JournalPage]


# -- the list ---------------------------------------------------------------------------------------------------------


def test_the_list_shows_the_newest_first_with_day_kind_and_words(open_page: Open) -> None:
    page = open_page(JournalPage, *some_notes())
    assert listed(page)[0] == "Cold gloves during the drip."
    assert listed(page)[-1] == "The crocuses are out."
    shown = said(page)
    for expected in ("4 Mar", "What helped", "private: stays here", "hands", "Hard thing"):
        assert expected in shown


@pytest.mark.parametrize(
    ("chosen", "first_words"),
    [
        ("helped", ["Cold"]),
        ("good", ["The"]),
        ("hard", ["Slept"]),
        ("doctor", ["Could"]),
        ("all", ["Cold", "Slept", "Could", "The"]),
    ],
)
def test_the_filter_narrows_the_list(open_page: Open, chosen: str, first_words: list[str]) -> None:
    page = open_page(JournalPage, *some_notes())
    click(page, f"note_filter_{chosen}")
    assert [text.split()[0] for text in listed(page)] == first_words


def test_the_filter_by_writer_is_there_once_someone_helps(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(JournalPage, *some_notes())
    assert not page.finder.writer.isVisible()
    page.journal.save(Profile(helpers=("my sister",)), note("She slept.", 5, written_by="my sister"), name="")
    assert page.finder.writer.isVisible()
    offered = [page.finder.writer.itemText(place) for place in range(page.finder.writer.count())]
    assert offered == ["everyone", "me", "my sister"]
    page.finder.writer.set_value("my sister")
    page.finder.writer.changed.emit()
    assert listed(page) == ["She slept."]


def test_the_search_finds_a_moment_after_the_last_key(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(JournalPage, *some_notes())
    QTest.keyClicks(field(page, "note_search"), "GLOV")
    qtbot.waitUntil(lambda: listed(page) == ["Cold gloves during the drip."])
    QTest.keyClicks(field(page, "note_search"), "x")
    QTest.keyClick(field(page, "note_search"), Qt.Key.Key_Return)
    assert listed(page) == []
    assert "No note fits what you chose." in said(page)


@pytest.mark.parametrize("text", ["", '"', "NEAR(", "z" * 5_000, "q " * 2_500, "\U0001f642", "-* ^", "\u202e"])
def test_whatever_is_searched_for_the_page_goes_on(open_page: Open, text: str) -> None:
    page = open_page(JournalPage, *some_notes())
    field(page, "note_search").setText(text)
    QTest.keyClick(field(page, "note_search"), Qt.Key.Key_Return)
    assert len(listed(page)) == (4 if not text else 0)


def test_two_thousand_notes_show_the_newest_few_and_more_on_demand(open_page: Open, journal: Journal) -> None:
    many = [note(f"note {number}", 1 + number % 4) for number in range(2_000)]
    page = open_page(JournalPage, *many)
    assert len(page.notes.rows) == FIRST
    few = len(page.findChildren(QWidget))
    assert f"Show more ({2_000 - FIRST} older)" == page.notes.more.text()
    page.mark_stale()
    assert len(page.findChildren(QWidget)) == few
    click(page, "more_notes")
    assert len(page.notes.rows) == FIRST + PER_STEP
    assert len(page.findChildren(QWidget)) < 60 * (FIRST + PER_STEP)
    assert focus_name(page) == f"note_{FIRST + 1}_star"


def test_a_long_note_shows_its_beginning_and_all_of_it_on_demand(open_page: Open) -> None:
    long = "word " * 400
    page = open_page(JournalPage, note(long))
    assert long.strip() not in said(page)
    click(page, "note_1_all")
    assert long.strip() in said(page)


def test_what_is_added_later_says_so(open_page: Open) -> None:
    page = open_page(JournalPage, note("late", 1), note("in time", 4))
    assert [("added later" in said(row)) for row in page.notes.rows] == [False, True]


# -- star and Private -------------------------------------------------------------------------------------------------


def test_star_and_private_are_saved_from_the_list_and_undone(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage, note("a", 4))
    click(page, "note_1_star")
    click(page, "note_1_private")
    assert (only(journal).for_doctor, only(journal).private) == (True, True)
    assert "private: stays here" in said(page)
    journal.undo()
    assert (only(journal).for_doctor, only(journal).private) == (True, False)
    assert not page.notes.rows[0].private.isChecked()


def test_private_wins_over_the_star(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage, note("a", for_doctor=True))
    click(page, "note_filter_doctor")
    assert listed(page) == ["a"]
    click(page, "note_1_change")
    click(page, "private")
    assert "Private wins: this note is not printed and leaves in no export." in said(page)
    click(page, "note_close")
    assert listed(page) == []
    assert journal.ask(questions.notes_for_doctor) == []


# -- keys -------------------------------------------------------------------------------------------------------------


def test_arrows_walk_the_list_space_stars_enter_opens_escape_closes(
    open_page: Open, journal: Journal, qtbot: QtBot
) -> None:
    page = open_page(JournalPage, *some_notes())
    come_forward(page, qtbot)
    page.notes.focus_row(0)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert focus_name(page) == "note_2_star"
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert [one.for_doctor for one in saved(journal)] == [False, True, True, False]
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert words(page).hasFocus()
    QTest.keyClick(words(page), Qt.Key.Key_Escape)
    assert focus_name(page) == "note_2_star"


def test_delete_bins_a_note_and_the_focus_goes_to_the_next(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(JournalPage, *some_notes())
    come_forward(page, qtbot)
    page.notes.focus_row(1)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Delete)
    assert [text.split()[0] for text in listed(page)] == ["Cold", "Could", "The"]
    assert focus_name(page) == "note_2_star"
    page.notes.focus_row(2)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Delete)
    assert focus_name(page) == "note_2_star"
    journal.undo()
    journal.undo()
    assert len(listed(page)) == 4


def test_after_the_last_note_the_focus_goes_to_new_note(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(JournalPage, note("a"))
    come_forward(page, qtbot)
    page.notes.focus_row(0)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Delete)
    assert focus_name(page) == "new_note"


def test_a_row_is_one_stop_of_the_tab_key(open_page: Open) -> None:
    page = open_page(JournalPage, *some_notes())
    for row in page.notes.rows:
        stops = [
            one
            for one in row.findChildren(QAbstractButton)
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert stops == [row.star]

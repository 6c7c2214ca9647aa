"""One note, open in place: every field is saved by itself, what is wrong is said beside it, nothing typed is lost."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.records import NoteKind, PartialDate
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.text_saver import flush_all
from tests.ui.journal_pages import (
    click,
    come_forward,
    field,
    focus_name,
    listed,
    note,
    only,
    opened,
    saved,
    type_in,
    words,
)

Open = Callable[..., JournalPage]


# -- words, kind ------------------------------------------------------------------------------------------------------


def test_the_words_are_changed_in_place(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("Cold gloves")))
    words(page).setPlainText("Cold gloves helped")
    flush_all(page)
    assert only(journal).text == "Cold gloves helped"
    journal.undo()
    assert words(page).toPlainText() == "Cold gloves"
    flush_all(page)
    assert only(journal).text == "Cold gloves"


def test_undo_twice_while_the_note_is_open_does_not_save_it_again(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("one")))
    words(page).setPlainText("two")
    flush_all(page)
    click(page, "kind_good")
    words(page).setPlainText("three")
    flush_all(page)
    for _step in range(3):
        journal.undo()
    flush_all(page)
    assert (only(journal).text, only(journal).kind) == ("one", NoteKind.JOURNAL)
    assert words(page).toPlainText() == "one"


@pytest.mark.parametrize("kind", ["helped", "good", "hard", "journal"])
def test_the_kind_is_one_click(open_page: Open, journal: Journal, kind: str) -> None:
    page = opened(open_page(JournalPage, note("a", kind=NoteKind.GOOD if kind != "good" else NoteKind.HARD)))
    click(page, f"kind_{kind}")
    assert only(journal).kind == kind


def test_a_note_keeps_its_place_while_it_is_open_even_if_it_no_longer_fits(open_page: Open) -> None:
    page = open_page(JournalPage, note("a", 3, kind=NoteKind.GOOD), note("b", 2, kind=NoteKind.GOOD))
    click(page, "note_filter_good")
    click(page, "note_2_change")
    click(page, "kind_hard")
    assert listed(page) == ["a", "b"]
    click(page, "note_close")
    assert listed(page) == ["a"]


def test_only_one_note_is_open_at_a_time(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("a", 3), note("b", 2)))
    QTest.keyClicks(words(page), "!")
    click(page, "note_2_change")
    assert words(page).toPlainText() == "b"
    assert sorted(one.text for one in saved(journal)) == ["a!", "b"]
    click(page, "new_note")
    assert words(page).toPlainText() == ""
    QTest.keyClicks(words(page), "c")
    click(page, "note_1_change")
    assert [one.panel is not None for one in page.notes.rows].count(True) == 1
    assert sorted(one.text for one in saved(journal)) == ["a!", "b", "c"]


def test_a_note_that_is_emptied_and_closed_goes_to_the_bin(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("a")))
    words(page).setPlainText("")
    click(page, "note_close")
    assert saved(journal) == []
    journal.undo()
    journal.undo()
    assert only(journal).text == "a"


def test_the_bin_button_leads_to_the_next_note(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = opened(open_page(JournalPage, note("a", 3), note("b", 2)))
    come_forward(page, qtbot)
    click(page, "note_bin")
    assert listed(page) == ["b"]
    assert focus_name(page) == "note_1_star"
    journal.undo()
    assert listed(page) == ["a", "b"]


def test_a_note_that_is_binned_elsewhere_leaves_the_list(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("a", 3), note("b", 2)))
    journal.bin(page.notes.rows[0].note)
    assert listed(page) == ["b"]


# -- the day ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1 March 2026", "2026-03-01"),
        ("about March 2021", "2021-03~"),
        ("2021", "2021"),
        ("yesterday", "2026-03-03"),
        ("", None),
    ],
)
def test_the_day_may_be_partial(open_page: Open, journal: Journal, typed: str, kept: str | None) -> None:
    page = opened(open_page(JournalPage, note("a", 4, time=dt.time(8))))
    line = field(page, "day")
    line.clear()
    line.textEdited.emit("")
    QTest.keyClicks(line, typed)
    flush_all(page)
    assert only(journal).day == (None if kept is None else PartialDate(kept))
    assert only(journal).time is None


def test_the_hour_stays_with_the_day_it_was_written_on(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("a", 4, time=dt.time(8))))
    for typed in ("3 March 2026", "4 March 2026"):
        type_in(page, "day", typed)
        flush_all(page)
    assert (only(journal).day, only(journal).time) == (PartialDate("2026-03-04"), dt.time(8))


@pytest.mark.parametrize("typed", ["the day after", "31 February 2026", "1,2,3", "<b>1</b>"])
def test_a_wrong_date_is_said_beside_the_field_and_stays_there(open_page: Open, journal: Journal, typed: str) -> None:
    page = opened(open_page(JournalPage, note("a", 4)))
    type_in(page, "day", typed)
    click(page, "note_close")
    assert only(journal).day == PartialDate("2026-03-04")
    line = field(page, "day")
    assert line.isVisible()
    assert line.text() == typed
    assert line.property("wrong")
    assert line.accessibleDescription()

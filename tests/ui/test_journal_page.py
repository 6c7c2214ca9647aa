"""Journal: a line is enough, dated now; what is typed is kept, what is found is hers, and nothing is scored."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Note, NoteKind, PartialDate, Profile
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from tests.ui.journal_pages import (
    TODAY,
    click,
    come_forward,
    field,
    focus_name,
    listed,
    only,
    said,
    saved,
    some_notes,
    words,
)

Open = Callable[..., JournalPage]


# -- empty, first focus -----------------------------------------------------------------------------------------------


def test_an_empty_journal_says_that_a_line_is_enough(open_page: Open) -> None:
    page = open_page(JournalPage)
    assert "A line is enough. It stays on this computer." in said(page)
    assert "What you mark with What helped is counted here." in said(page)


def test_the_focus_begins_on_new_note(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(JournalPage)
    come_forward(page, qtbot)
    page.first_focus()
    assert focus_name(page) == "new_note"


# -- a new note -------------------------------------------------------------------------------------------------------


def test_a_new_note_is_dated_now_and_saved_while_typing(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage)
    click(page, "new_note")
    QTest.keyClicks(words(page), "Cold gloves.")
    flush_all(page)
    made = only(journal)
    assert (made.text, made.day, made.kind) == ("Cold gloves.", PartialDate.of(TODAY), NoteKind.JOURNAL)
    assert made.time is not None
    assert made.time.isoformat("minutes") == "09:30"
    assert words(page).toPlainText() == "Cold gloves."


def test_typing_goes_on_after_a_save_in_the_middle_of_a_sentence(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage)
    click(page, "new_note")
    QTest.keyClicks(words(page), "Cold ")
    flush_all(page)
    page.mark_stale()
    QTest.keyClicks(words(page), "gloves")
    flush_all(page)
    assert only(journal).text == "Cold gloves"


def test_one_go_of_typing_is_one_step_of_undo_and_closes_the_new_note(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage)
    click(page, "new_note")
    for part in ("Cold ", "gloves ", "help"):
        QTest.keyClicks(words(page), part)
        flush_all(page)
    journal.undo()
    assert saved(journal) == []
    assert not page.new_note.isVisible()
    journal.redo()
    assert listed(page) == ["Cold gloves help"]


def test_a_new_note_that_says_nothing_is_never_written(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage)
    click(page, "new_note")
    click(page, "for_doctor")
    QTest.keyClicks(words(page), "   ")
    click(page, "note_close")
    assert saved(journal) == []
    assert journal.undo() is None


def test_a_star_set_before_the_first_word_is_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage)
    click(page, "new_note")
    click(page, "for_doctor")
    click(page, "kind_hard")
    QTest.keyClicks(words(page), "Coat")
    flush_all(page)
    assert (only(journal).for_doctor, only(journal).kind) == (True, NoteKind.HARD)


def test_escape_closes_the_new_note_keeps_its_words_and_lists_it(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(JournalPage)
    come_forward(page, qtbot)
    click(page, "new_note")
    QTest.keyClicks(words(page), "Ginger tea")
    QTest.keyClick(words(page), Qt.Key.Key_Escape)
    assert not page.new_note.isVisible()
    assert listed(page) == ["Ginger tea"]
    assert focus_name(page) == "new_note"


def test_new_note_from_anywhere_opens_one_and_a_second_time_goes_on_with_it(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(JournalPage)
    come_forward(page, qtbot)
    page.go_to(Place("journal", verb="add"))
    assert words(page).hasFocus()
    QTest.keyClicks(words(page), "a")
    page.go_to(Place("journal", verb="add"))
    QTest.keyClicks(words(page), "b")
    assert words(page).toPlainText() == "ab"


def test_a_note_is_signed_by_who_writes_now(open_page: Open, journal: Journal, desk: Desk) -> None:
    page = open_page(JournalPage, Profile(helpers=("my sister",)))
    desk.announcer.writing_as = "my sister"
    click(page, "new_note")
    QTest.keyClicks(words(page), "She slept.")
    flush_all(page)
    assert only(journal).written_by == "my sister"
    click(page, "note_close")
    assert "written by my sister" in said(page)


def test_odd_text_is_kept_as_typed_and_shown_as_text(open_page: Open, journal: Journal) -> None:
    nasty = "<b>Tea</b> &amp; \U0001f642 \u05e9\u05dc\u05d5\u05dd $x$ #import \u202e " + "x" * 10_000
    page = open_page(JournalPage)
    click(page, "new_note")
    words(page).setPlainText(f"{nasty}\0")
    click(page, "note_close")
    assert only(journal).text == nasty
    assert any(text.startswith("<b>Tea</b> &amp;") and text.endswith(" ...") for text in said(page))


def test_a_note_of_more_than_100_000_letters_is_refused_beside_the_field_and_kept(
    open_page: Open, journal: Journal
) -> None:
    page = open_page(JournalPage)
    click(page, "new_note")
    words(page).setPlainText("y" * 100_001)
    click(page, "note_close")
    assert saved(journal) == []
    assert "This is too long by 1 letters; 100000 fit here. What you typed is kept here." in said(page)
    assert len(words(page).toPlainText()) == 100_001
    words(page).setPlainText("y")
    click(page, "note_close")
    assert only(journal).text == "y"


# -- elsewhere --------------------------------------------------------------------------------------------------------


def test_one_note_can_be_asked_for_from_elsewhere(open_page: Open) -> None:
    notes = some_notes()
    page = open_page(JournalPage, *notes)
    page.go_to(Place("journal", row=notes[2].id))
    assert listed(page) == ["Could not button my coat."]
    assert not field(page, "note_search").isEnabled()
    click(page, "all_notes")
    assert len(listed(page)) == 4
    assert field(page, "note_search").isEnabled()


def test_what_is_written_elsewhere_appears(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage)
    journal.save(Note(text="from Today", day=PartialDate.of(TODAY)), name="")
    assert listed(page) == ["from Today"]


# -- what matters -----------------------------------------------------------------------------------------------------


def test_what_matters_stands_on_top_in_her_words_and_is_saved_as_typed(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage, Profile(matters="mornings in the garden"))
    assert "mornings in the garden" in said(page)
    click(page, "matters_change")
    page.matters.field.setPlainText("my own kitchen")
    QTest.keyClick(page.matters.field, Qt.Key.Key_Escape)
    assert journal.ask(questions.profile).matters == "my own kitchen"
    assert "my own kitchen" in said(page)
    journal.undo()
    assert "mornings in the garden" in said(page)


def test_too_many_words_about_what_matters_are_refused_and_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage)
    click(page, "matters_change")
    page.matters.field.setPlainText("y" * 2_001)
    click(page, "matters_close")
    assert journal.ask(questions.profile).matters == ""
    assert page.matters.field.isVisible()
    assert any("too long by 1 letters" in text for text in said(page))


def test_the_profile_keeps_all_else(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage, Profile(name="Ruth", helpers=("my sister",)))
    click(page, "matters_change")
    page.matters.field.setPlainText("to dance")
    click(page, "matters_close")
    profile = journal.ask(questions.profile)
    assert (profile.name, profile.helpers, profile.matters) == ("Ruth", ("my sister",), "to dance")

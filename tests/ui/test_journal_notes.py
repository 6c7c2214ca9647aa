"""One note, open in place: every field is saved by itself, what is wrong is said beside it, nothing typed is lost."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.records import Attachment, Note, NoteKind, PartialDate
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.journal_page.note_fields import HelpedInput, SymptomInput, TagsInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import flush_all
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
    type_in,
    words,
)

Open = Callable[..., JournalPage]


def opened(open_page: Open, *notes: Note) -> JournalPage:
    """A page whose first note is open, with all its fields."""
    page = open_page(JournalPage, *notes)
    click(page, "note_1_change")
    row = page.notes.open_row
    assert row is not None
    assert row.panel is not None
    if row.panel.more.isVisible():
        click(page, "note_more")
    return page


# -- words, kind -------------------------------------------------------------------------------------------------


def test_the_words_are_changed_in_place(open_page: Open, journal: Journal) -> None:
    page = opened(open_page, note("Cold gloves"))
    words(page).setPlainText("Cold gloves helped")
    flush_all(page)
    assert only(journal).text == "Cold gloves helped"
    journal.undo()
    assert words(page).toPlainText() == "Cold gloves"
    flush_all(page)
    assert only(journal).text == "Cold gloves"


def test_undo_twice_while_the_note_is_open_does_not_save_it_again(open_page: Open, journal: Journal) -> None:
    page = opened(open_page, note("one"))
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
    page = opened(open_page, note("a", kind=NoteKind.GOOD if kind != "good" else NoteKind.HARD))
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
    page = opened(open_page, note("a", 3), note("b", 2))
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
    page = opened(open_page, note("a"))
    words(page).setPlainText("")
    click(page, "note_close")
    assert saved(journal) == []
    journal.undo()
    journal.undo()
    assert only(journal).text == "a"


def test_the_bin_button_leads_to_the_next_note(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = opened(open_page, note("a", 3), note("b", 2))
    come_forward(page, qtbot)
    click(page, "note_bin")
    assert listed(page) == ["b"]
    assert focus_name(page) == "note_1_star"
    journal.undo()
    assert listed(page) == ["a", "b"]


def test_a_note_that_is_binned_elsewhere_leaves_the_list(open_page: Open, journal: Journal) -> None:
    page = opened(open_page, note("a", 3), note("b", 2))
    journal.bin(page.notes.rows[0].note)
    assert listed(page) == ["b"]


# -- the day -----------------------------------------------------------------------------------------------------


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
    page = opened(open_page, note("a", 4, time=dt.time(8)))
    line = field(page, "day")
    line.clear()
    line.textEdited.emit("")
    QTest.keyClicks(line, typed)
    flush_all(page)
    assert only(journal).day == (None if kept is None else PartialDate(kept))
    assert only(journal).time is None


def test_the_hour_stays_with_the_day_it_was_written_on(open_page: Open, journal: Journal) -> None:
    page = opened(open_page, note("a", 4, time=dt.time(8)))
    for typed in ("3 March 2026", "4 March 2026"):
        type_in(page, "day", typed)
        flush_all(page)
    assert (only(journal).day, only(journal).time) == (PartialDate("2026-03-04"), dt.time(8))


@pytest.mark.parametrize("typed", ["the day after", "31 February 2026", "1,2,3", "<b>1</b>"])
def test_a_wrong_date_is_said_beside_the_field_and_stays_there(open_page: Open, journal: Journal, typed: str) -> None:
    page = opened(open_page, note("a", 4))
    type_in(page, "day", typed)
    click(page, "note_close")
    assert only(journal).day == PartialDate("2026-03-04")
    line = field(page, "day")
    assert line.isVisible()
    assert line.text() == typed
    assert line.property("wrong")
    assert line.accessibleDescription()


# -- tags --------------------------------------------------------------------------------------------------------


def test_tags_are_kept_as_typed_and_found_by_the_search(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = opened(open_page, note("a"))
    type_in(page, "tags", "cold gloves, hands, Hands,")
    flush_all(page)
    assert only(journal).tags == ("cold gloves", "hands")
    click(page, "note_close")
    QTest.keyClicks(field(page, "note_search"), "glov")
    QTest.keyClick(field(page, "note_search"), Qt.Key.Key_Return)
    assert listed(page) == ["a"]


def test_a_tag_of_500_letters_is_refused_beside_the_field_and_kept_in_it(open_page: Open, journal: Journal) -> None:
    page = opened(open_page, note("a"))
    type_in(page, "tags", "t" * 500)
    click(page, "note_close")
    assert only(journal).tags == ()
    line = field(page, "tags")
    assert line.isVisible()
    assert line.text() == "t" * 500
    assert "This tag is too long by 440 letters; 60 fit here. What you typed is kept here." in said(page)
    type_in(page, "tags", "tea")
    click(page, "note_close")
    assert only(journal).tags == ("tea",)


def test_tags_that_mean_the_same_stay_as_typed(qtbot: QtBot) -> None:
    tags = TagsInput()
    qtbot.addWidget(tags)
    tags.setText("a,  b ,")
    tags.set_value(("a", "b"))
    assert tags.text() == "a,  b ,"
    tags.set_value(("a",))
    assert tags.text() == "a"
    tags.set_value(None)
    assert tags.text() == ""


# -- symptom, idea, did it help ----------------------------------------------------------------------------------


def test_a_symptom_is_taken_from_what_fits(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = opened(open_page, note("a"))
    come_forward(page, qtbot)
    line = field(page, "linked_symptom")
    QTest.keyClicks(line, "tired")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert only(journal).linked_symptom == "fatigue"
    click(page, "note_close")
    assert "Tiredness" in said(page)


def test_a_symptom_of_her_own_is_kept_in_her_words(open_page: Open, journal: Journal) -> None:
    page = opened(open_page, note("a"))
    type_in(page, "linked_symptom", "buzzing ears")
    flush_all(page)
    assert only(journal).linked_symptom == "other:buzzing ears [level]"
    click(page, "note_close")
    assert "buzzing ears" in said(page)


def test_a_symptom_can_be_taken_off_again(desk: Desk, qtbot: QtBot) -> None:
    symptom = SymptomInput(desk.scales)
    qtbot.addWidget(symptom)
    symptom.set_value("fatigue")
    assert (symptom.field.text(), symptom.value()) == ("Tiredness", "fatigue")
    symptom.set_value("")
    assert (symptom.field.text(), symptom.value()) == ("", "")
    symptom.field.setText("Tiredness")
    assert symptom.value() == "fatigue"


def test_did_it_help_is_answered_changed_and_cleared(open_page: Open, journal: Journal) -> None:
    page = opened(open_page, note("a"))
    click(page, "helped_0")
    assert only(journal).helped == 0
    click(page, "helped_3")
    assert only(journal).helped == 3
    click(page, "helped_clear")
    assert only(journal).helped is None


def test_not_answered_is_not_it_did_not(desk: Desk, qtbot: QtBot) -> None:
    helped = HelpedInput(desk.theme)
    qtbot.addWidget(helped)
    assert helped.value() is None
    helped.set_value(0)
    assert helped.value() == 0
    helped.set_value(None)
    assert helped.value() is None
    assert [segment.word for segment in helped.choice.track.segments] == [
        "It did not", "A bit", "Fairly well", "Well", "Very well",
    ]  # fmt: skip


def test_a_coping_idea_is_chosen_from_all_of_them(open_page: Open, journal: Journal) -> None:
    page = opened(open_page, note("a"))
    ideas = page.findChild(QComboBox, "strategy")
    assert ideas is not None
    assert ideas.count() == 29
    ideas.setCurrentIndex(ideas.findText("Music"))
    ideas.activated.emit(ideas.currentIndex())
    assert only(journal).strategy == "music"


def test_an_idea_that_is_not_in_the_reference_any_more_stays(open_page: Open, journal: Journal) -> None:
    page = opened(open_page, note("a", strategy="old-idea"))
    words(page).setPlainText("b")
    click(page, "note_close")
    assert only(journal).strategy == "old-idea"


def test_the_fields_seldom_asked_for_wait_behind_more_unless_they_hold_something(open_page: Open) -> None:
    page = open_page(JournalPage, note("plain", 3), note("with tags", 2, tags=("x",)))
    click(page, "note_1_change")
    assert not field(page, "tags").isVisible()
    click(page, "note_2_change")
    assert field(page, "tags").isVisible()


def test_what_is_not_saved_stays_and_another_try_saves_it(
    open_page: Open, journal: Journal, desk: Desk, qtbot: QtBot
) -> None:
    page = opened(open_page, note("a"))
    journal.read_only = "The disk is full."
    words(page).setPlainText("not lost")
    with qtbot.waitSignal(desk.announcer.not_saved) as failed:
        assert not flush_all(page)
    assert words(page).toPlainText() == "not lost"
    journal.read_only = ""
    failed.args[0].again()
    assert only(journal).text == "not lost"


def test_a_note_of_a_file_is_binned_with_its_files_and_comes_back_with_them(open_page: Open, journal: Journal) -> None:
    of = note("a")
    page = open_page(JournalPage, of, Attachment(of="note", of_id=of.id, name="scan.pdf", bytes=2_048))
    assert "1 photo or file" in " ".join(said(page))
    page.notes.focus_row(0)
    page.notes.rows[0].bin_wanted.emit(page.notes.rows[0])
    assert listed(page) == []
    journal.undo()
    assert "1 photo or file" in " ".join(said(page))

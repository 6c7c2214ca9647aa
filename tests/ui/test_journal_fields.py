"""What else a note says: tags, symptom, coping idea, whether it helped; a wrong one is said beside its field."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.records import Attachment
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.journal_page.note_fields import HelpedInput, SymptomInput, TagsInput
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import flush_all
from tests.ui.journal_pages import (
    click,
    come_forward,
    field,
    listed,
    note,
    only,
    opened,
    said,
    type_in,
    words,
)

Open = Callable[..., JournalPage]


# -- tags -------------------------------------------------------------------------------------------------------------


def test_tags_are_kept_as_typed_and_found_by_the_search(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = opened(open_page(JournalPage, note("a")))
    type_in(page, "tags", "cold gloves, hands, Hands,")
    flush_all(page)
    assert only(journal).tags == ("cold gloves", "hands")
    click(page, "note_close")
    QTest.keyClicks(field(page, "note_search"), "glov")
    QTest.keyClick(field(page, "note_search"), Qt.Key.Key_Return)
    assert listed(page) == ["a"]


def test_a_tag_of_500_letters_is_refused_beside_the_field_and_kept_in_it(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("a")))
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


# -- symptom, idea, did it help ---------------------------------------------------------------------------------------


def test_a_symptom_is_taken_from_what_fits(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = opened(open_page(JournalPage, note("a")))
    come_forward(page, qtbot)
    line = field(page, "linked_symptom")
    QTest.keyClicks(line, "tired")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert only(journal).linked_symptom == "fatigue"
    click(page, "note_close")
    assert "Tiredness" in said(page)


def test_a_symptom_of_her_own_is_kept_in_her_words(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("a")))
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
    page = opened(open_page(JournalPage, note("a")))
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


def test_a_coping_idea_is_found_by_a_word_of_it(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = opened(open_page(JournalPage, note("a")))
    come_forward(page, qtbot)
    QTest.keyClicks(field(page, "strategy"), "brea")
    QTest.keyClick(field(page, "strategy"), Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert only(journal).strategy == "caregiver-break"
    type_in(page, "strategy", "music")
    flush_all(page)
    assert only(journal).strategy == "music"
    type_in(page, "strategy", "x")
    QTest.keyClick(field(page, "strategy"), Qt.Key.Key_Backspace)
    flush_all(page)
    assert only(journal).strategy == ""


def test_an_idea_there_is_none_of_is_refused_beside_the_field_and_kept(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("a")))
    type_in(page, "strategy", "cold beer")
    click(page, "note_close")
    assert only(journal).strategy == ""
    assert field(page, "strategy").text() == "cold beer"
    assert any(text.startswith("Take one of the ideas that are offered") for text in said(page))


def test_an_idea_that_is_not_in_the_reference_any_more_stays(open_page: Open, journal: Journal) -> None:
    page = opened(open_page(JournalPage, note("a", strategy="old-idea")))
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
    page = opened(open_page(JournalPage, note("a")))
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

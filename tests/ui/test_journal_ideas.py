"""What helped before and coping ideas: her own counts, and a plain list that is the same for everyone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.records import Note, NoteKind, PartialDate, Profile
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.journal_page.ideas_card import IdeaRow
from mbc_journal.ui.page import Desk
from tests.conftest import FrozenClock
from tests.ui.journal_pages import TODAY, button, click, come_forward, field, focus_name, listed, note, only, said

Open = Callable[..., JournalPage]


def walks() -> list[Note]:
    """Three walks, one of which did not help, and one of music."""
    tries = ((1, 4), (2, 0), (3, 1))
    tried = [note(f"walk {level}", day, strategy="walk-10", helped=level) for day, level in tries]
    return [*tried, note("old records", 4, kind=NoteKind.HELPED, strategy="music")]


def ideas(page: JournalPage) -> list[str]:
    """The titles of the ideas that are shown."""
    QApplication.processEvents()
    return [row.accessibleName() for row in page.findChildren(IdeaRow) if row.isVisible()]


# -- what helped before ------------------------------------------------------------------------------------------


def test_what_helped_is_counted_by_her_own_notes(open_page: Open) -> None:
    page = open_page(JournalPage, *walks())
    shown = said(page.helped)
    assert shown == ["A ten-minute walk", "helped 2 of 3 times", "Music", "helped 1 time"]


def test_the_counts_follow_an_answer(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage, note("tea", strategy="music"))
    assert said(page.helped) == ["What you mark with What helped is counted here."]
    click(page, "helped_4")
    assert said(page.helped) == ["Music", "helped 1 time"]
    journal.undo()
    assert "Music" not in said(page.helped)


def test_see_the_notes_lists_those_that_were_counted_and_leads_back(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(JournalPage, *walks())
    come_forward(page, qtbot)
    click(page, "helped_1_notes")
    assert listed(page) == ["walk 1", "walk 0", "walk 4"]
    assert "Notes about: A ten-minute walk" in said(page)
    assert focus_name(page) == "all_notes"
    click(page, "all_notes")
    assert len(listed(page)) == 4


def test_her_words_are_counted_as_she_wrote_them_last_and_markup_stays_text(open_page: Open) -> None:
    before, last = note("<B>Tea</B>.", 2, kind=NoteKind.HELPED), note("<b>tea</b>", 3, kind=NoteKind.HELPED)
    page = open_page(JournalPage, before, last)
    assert said(page.helped) == ["<b>tea</b>", "helped 2 times"]


# -- ideas -------------------------------------------------------------------------------------------------------


def test_ideas_open_in_place_and_escape_closes_them(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(JournalPage)
    come_forward(page, qtbot)
    click(page, "ideas")
    assert page.ideas_card is not None
    assert page.ideas_card.groups.track.segments[0].hasFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.ideas_card is None
    assert focus_name(page) == "ideas"


def test_ideas_are_grouped_by_what_they_may_help_with(open_page: Open) -> None:
    page = open_page(JournalPage)
    click(page, "ideas")
    assert "Slow breathing" in ideas(page)
    click(page, "ideas_for_fatigue")
    assert ideas(page) == [
        "Gentle yoga",
        "Exercise with a trainer",
        "A ten-minute walk",
        "Share out your energy",
        "Let people help",
        "Ask for palliative care now",
    ]


@pytest.mark.parametrize("rows", [[], walks()])
def test_the_list_is_the_same_whatever_was_written(open_page: Open, rows: list[Note]) -> None:
    page = open_page(JournalPage, *rows)
    click(page, "ideas")
    assert len(ideas(page)) == 19
    assert ideas(page)[0] == "Name the feeling, then let it pass"
    assert any("nothing here comes from what you wrote" in text for text in said(page))


def test_a_reason_shows_its_sources_with_our_date_or_that_it_is_not_yet_checked(open_page: Open) -> None:
    page = open_page(JournalPage)
    click(page, "ideas")
    shown = said(page)
    assert "Not yet checked: A plan may make the waiting easier." in shown
    assert any(text.startswith("Sources: ") and text.endswith("Checked on 23 Nov 2026.") for text in shown)
    assert any("No clinician has reviewed it." in text for text in shown)


def test_a_reason_that_was_checked_long_ago_says_so(open_page: Open, clock: FrozenClock) -> None:
    clock.tick(days=700)
    page = open_page(JournalPage)
    click(page, "ideas")
    old = [text for text in said(page) if text.startswith("Sources: ")]
    assert old
    assert all(text.endswith("That is more than a year ago; it may have changed.") for text in old)


def test_crisis_lines_stand_there_and_cannot_be_tried(open_page: Open) -> None:
    page = open_page(JournalPage)
    click(page, "ideas")
    shown = said(page)
    assert {"United States: 988", "Spain: 024", "Canada: 988", "United Kingdom and Ireland: 116 123"} <= set(shown)
    assert page.findChild(IdeaRow, "idea_crisis_line") is not None
    assert page.findChild(IdeaRow, "idea_crisis_line_try") is None


def test_try_it_writes_a_plain_note_that_later_asks_whether_it_helped(
    open_page: Open, journal: Journal, desk: Desk, clock: FrozenClock
) -> None:
    heard: list[str] = []
    desk.announcer.said.connect(heard.append)
    page = open_page(JournalPage)
    click(page, "ideas")
    click(page, "idea_breathing_try")
    made = only(journal)
    assert (made.kind, made.strategy, made.text, made.helped) == (
        NoteKind.JOURNAL,
        "breathing",
        "Slow breathing",
        None,
    )
    assert made.day == PartialDate.of(TODAY)
    assert heard == ["Noted: Slow breathing. Your journal asks later whether it helped."]
    clock.tick(hours=3)
    click(page, "helped_3")
    assert only(journal).helped == 3
    assert "helped: well" in said(page)
    assert [one.helped is None for one in page.notes.rows]


def test_the_same_idea_can_be_tried_again_and_each_try_is_undone_by_itself(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage)
    click(page, "ideas")
    click(page, "idea_music_try")
    click(page, "idea_music_try")
    assert listed(page) == ["Music", "Music"]
    journal.undo()
    assert listed(page) == ["Music"]


# -- read-only ---------------------------------------------------------------------------------------------------


def test_a_journal_that_can_only_be_read_shows_all_and_takes_nothing(open_page: Open, journal: Journal) -> None:
    page = open_page(JournalPage, Profile(matters="to dance"), note("word " * 200, strategy="music"))
    journal.read_only = "It is open elsewhere."
    page.mark_stale()
    for name in ("new_note", "matters_change", "note_1_star", "note_1_private", "note_1_change", "helped_0"):
        assert not button(page, name).isEnabled(), name
    click(page, "note_1_all")
    assert ("word " * 200).strip() in said(page)
    QTest.keyClicks(field(page, "note_search"), "word")
    QTest.keyClick(field(page, "note_search"), Qt.Key.Key_Return)
    assert len(listed(page)) == 1
    click(page, "ideas")
    assert not button(page, "idea_music_try").isEnabled()
    journal.read_only = ""

"""Reference: her treatments first, the search, Log it, questions for the team, and the way back to the list."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Profile, Question, Reading
from mbc_journal.reference.search import Group, Key
from mbc_journal.ui.page import Desk
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.reference_page.contents import Contents, Line
from mbc_journal.ui.reference_page.effects import EffectRow
from mbc_journal.ui.reference_page.entry import EntryView
from mbc_journal.ui.signals import Place
from tests.conftest import FrozenClock
from tests.ui.reference_hands import CAPECITABINE, button, click, listed, searched, taking, title, told

Open = Callable[..., ReferencePage]
TODAY = dt.date(2026, 3, 4)


def wanted(desk: Desk) -> list[Place]:
    places: list[Place] = []
    desk.announcer.wanted.connect(places.append)
    return places


def test_her_own_treatments_come_first_and_the_first_is_open(open_page: Open) -> None:
    page = open_page(ReferencePage, *taking("denosumab"), *taking("capecitabine"))
    assert listed(page)[0] == "My treatments"
    assert set(listed(page)[1:3]) == {"Capecitabine", "Denosumab"}
    assert listed(page)[3:5] == ["All treatments", "Hormone therapy"]
    assert title(page) == listed(page)[1]


def test_without_treatments_the_list_begins_with_all(open_page: Open) -> None:
    page = open_page(ReferencePage)
    assert listed(page)[0] == "All treatments"
    assert title(page) == "Hormone therapy"


def test_a_treatment_that_is_added_elsewhere_is_there_at_once(open_page: Open, journal: Journal) -> None:
    page = open_page(ReferencePage)
    journal.save(*taking("letrozole"), name="")
    assert listed(page)[:2] == ["My treatments", "Letrozole"]


def test_a_treatment_in_her_own_words_is_not_listed(open_page: Open) -> None:
    page = open_page(ReferencePage, *taking("", "Tea of my aunt"))
    assert listed(page)[0] == "All treatments"


def test_an_entry_says_everything_in_its_order(open_page: Open) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    entry = page.findChild(EntryView)
    assert entry is not None
    said = [label.text() for label in entry.findChildren(QLabel)]
    order = ["Capecitabine", "Call the emergency number if", "Call your team if"]
    assert [said.index(words) for words in order] == sorted(said.index(words) for words in order)
    for words in (
        "What you may notice",
        "How it is given",
        "What your team will check",
        "Good to know",
        "Ask your team",
    ):
        assert words in said
    assert "Usual dose on the label; yours may differ: 1,000 or 1,250 mg/m2." in said
    assert any("Not reviewed by a clinician." in words for words in said)


def test_the_status_stands_on_top(open_page: Open) -> None:
    page = open_page(ReferencePage)
    for drug, begins in (("carboplatin", "Off-label."), ("atezolizumab", "Withdrawn."), ("camizestrant", "Still being"),
                         ("gedatolisib", "Not confirmed."), ("alternative-instead", "Not recommended.")):  # fmt: skip
        page.go_to(Place("reference", verb=drug))
        status = page.findChild(QWidget, "status")
        assert status is not None
        words = status.findChild(QLabel)
        assert words is not None
        assert words.text().startswith(begins)
    page.go_to(Place("reference", verb="letrozole"))
    assert page.findChild(QWidget, "status") is None


def test_log_it_adds_the_row_to_today_and_goes_there(open_page: Open, journal: Journal, desk: Desk) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    places = wanted(desk)
    click(page, "effect_hand_foot_log")
    assert "hand-foot" in journal.ask(questions.profile).rows
    assert places == [Place("today", scale="hand-foot")]
    journal.undo()
    assert "hand-foot" not in journal.ask(questions.profile).rows


def test_log_it_keeps_the_rows_she_has(open_page: Open, journal: Journal, desk: Desk) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"), Profile(rows=("pain",)))
    places = wanted(desk)
    click(page, "effect_hand_foot_log")
    assert journal.ask(questions.profile).rows == ("pain", "hand-foot")
    click(page, "effect_hand_foot_log")
    assert journal.ask(questions.profile).rows == ("pain", "hand-foot")
    assert len(places) == 2


def test_l_logs_the_effect_the_focus_is_on(open_page: Open, journal: Journal, desk: Desk, qtbot: QtBot) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    places = wanted(desk)
    row = page.findChild(EffectRow, "effect_diarrhea")
    assert row is not None
    row.log_button.setFocus()
    QTest.keyClick(row.log_button, Qt.Key.Key_L)
    assert places == [Place("today", scale="diarrhea")]


def test_her_own_log_is_counted_on_the_days_she_wrote(open_page: Open) -> None:
    days = [TODAY - dt.timedelta(days=back) for back in range(6)]
    readings = [Reading(scale="diarrhea", day=day, level=2 if place < 2 else 0) for place, day in enumerate(days)]
    old = Reading(scale="diarrhea", day=TODAY - dt.timedelta(days=40), level=4)
    page = open_page(ReferencePage, *taking("capecitabine"), *readings, old)
    row = page.findChild(EffectRow, "effect_diarrhea")
    other = page.findChild(EffectRow, "effect_vomiting")
    assert row is not None
    assert other is not None
    assert row.logged.text() == "you logged it on 2 of 6 days"
    assert other.logged.text() == "not logged"


def test_a_question_of_ours_becomes_hers_once_and_can_be_undone(open_page: Open, journal: Journal, desk: Desk) -> None:
    page = open_page(ReferencePage, Question(text="Mine", order=1), *taking("capecitabine"))
    said: list[str] = []
    desk.announcer.said.connect(said.append)
    click(page, "ask_1_add")
    click(page, "ask_1_add")
    texts = [one.text for one in journal.ask(questions.all_questions)]
    assert texts == ["Mine", "Capecitabine: what is the aim for me, and when will we know?"]
    assert said == ["This question is among yours already."]
    journal.undo()
    assert [one.text for one in journal.ask(questions.all_questions)] == ["Mine"]


def test_ideas_that_help_open_in_place(open_page: Open) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    click(page, "effect_fatigue_help")
    shown = page.findChild(QWidget, "effect_fatigue_ideas")
    assert shown is not None
    assert not shown.isHidden()
    click(page, "effect_fatigue_help")
    assert shown.isHidden()


def test_sources_are_text_to_copy(open_page: Open) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    click(page, "sources")
    shown = page.findChild(QWidget, "sources_shown")
    assert shown is not None
    lines = [label.text() for label in shown.findChildren(QLabel)]
    assert lines[0].startswith("[1] FDA / DailyMed, 28 Nov 2023: ")
    assert "Checked 23 Nov 2026." in lines[0]
    assert "may have changed" in lines[0] or "https://" in lines[0]
    click(page, "sources_copy")
    assert QGuiApplication.clipboard().text().startswith("[1] FDA / DailyMed")


def test_a_year_after_its_check_the_page_and_its_ideas_say_so(open_page: Open, clock: FrozenClock) -> None:
    clock.tick(days=700)
    page = open_page(ReferencePage, *taking("capecitabine"))
    words = "Checked on 23 Nov 2026. That is more than a year ago; it may have changed."
    assert f"{words} Not reviewed by a clinician." in told(page)
    click(page, "effect_fatigue_help")
    shown = page.findChild(QWidget, "effect_fatigue_ideas")
    assert shown is not None
    assert any(words in label.text() for label in shown.findChildren(QLabel))


def test_a_category_tells_how_its_medicines_work_and_leads_to_each(open_page: Open) -> None:
    page = open_page(ReferencePage)
    page.contents.wanted.emit(Key(Group.KIND, "chemotherapy"))
    assert "Taxanes: it stiffens the frame inside the cell, which then cannot divide." in told(page)
    rows = page.findChild(Contents, "treatments_listed")
    assert rows is not None
    assert rows.lines[rows.lines.index(Line("Taxanes")) + 1].words == "Paclitaxel"
    rows.show_chosen(Key(Group.TREATMENT, "docetaxel"))
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert title(page) == "Docetaxel"


def test_where_the_line_is_short_list_and_page_take_turns(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    page.resize(560, 600)
    qtbot.waitUntil(page.contents.isVisible)
    entry = page.findChild(EntryView)
    assert entry is not None
    qtbot.waitUntil(lambda: not entry.isVisible())
    page.contents.wanted.emit(CAPECITABINE)
    assert not page.contents.isVisible()
    click(page, "back_to_list")
    assert page.contents.isVisible()
    page.resize(1100, 720)
    qtbot.waitUntil(lambda: not button(page, "back_to_list").isVisible())


def test_a_journal_that_is_read_only_can_be_read(open_page: Open, journal: Journal) -> None:
    journal.read_only = "Someone else has it open."
    page = open_page(ReferencePage)
    page.go_to(Place("reference", verb="capecitabine"))
    assert not button(page, "effect_diarrhea_log").isEnabled()
    assert not button(page, "ask_1_add").isEnabled()
    assert button(page, "sources").isEnabled()
    searched(page, "zzzqq")
    assert not button(page, "ask_what_was_typed").isVisible()


def test_an_idea_is_reached_from_the_list_and_leads_to_what_it_may_help_with(open_page: Open) -> None:
    page = open_page(ReferencePage)
    page.contents.wanted.emit(Key(Group.IDEA, "all"))
    ideas = page.findChild(Contents, "ideas_listed")
    assert ideas is not None
    assert len(ideas.lines) == 28
    ideas.show_chosen(Key(Group.IDEA, "name-the-feeling"))
    QTest.keyClick(ideas, Qt.Key.Key_Return)
    assert title(page) == "Name the feeling, then let it pass"
    assert "Why it may help" in told(page)
    eased = page.findChild(Contents, "it_may_help_with")
    assert eased is not None
    eased.wanted.emit(eased.lines[0].key)
    assert title(page) == eased.lines[0].words

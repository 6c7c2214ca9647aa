"""The lists need no journal, show a badge where something is unchecked, and say it when they are damaged."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mbc_journal import call
from mbc_journal.call import Urgency
from mbc_journal.db.journal import Journal
from mbc_journal.paths import resources
from mbc_journal.records import Note, PartialDate, Reading
from mbc_journal.ui.call_page import CallLists, CallPage
from mbc_journal.ui.call_page.lists import StatementRow
from mbc_journal.ui.page import Desk
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Card, PageColumn
from tests.look import eyes
from tests.ui.call_hands import button, click, line, texts

TODAY = dt.date(2026, 11, 26)
FOLDER = resources() / "reference" / "en"
Open = Callable[..., CallPage]


@pytest.fixture
def lists(qtbot: QtBot, theme: Theme) -> CallLists:
    made = CallLists(theme, TODAY)
    qtbot.addWidget(made)
    made.resize(1000, 3000)
    made.show()
    return made


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    whole: dict[str, Any] = json.loads((FOLDER / call.FILE).read_text(encoding="utf-8"))
    del whole["signs"][0]["text"]
    (tmp_path / call.FILE).write_text(json.dumps(whole), encoding="utf-8")
    return tmp_path


def rows(lists: CallLists) -> list[str]:
    return [row.words.text() for row in lists.findChildren(StatementRow)]


def test_every_statement_of_the_page_is_shown_in_its_order(lists: CallLists) -> None:
    guide = call.load(FOLDER)
    assert rows(lists) == [call.words(said) for said in guide.shown()]


def test_emergency_comes_before_the_team_and_both_are_boxed(lists: CallLists) -> None:
    words = texts(lists)
    emergency, team = words.index("1  Emergency services if"), words.index("2  Your team's line now if")
    chest, fever = words.index(rows(lists)[0]), words.index(rows(lists)[12])
    assert emergency < chest < team < fever < words.index("Not sure? Call your team.")
    assert sum(bool(card.property("boxed")) for card in lists.findChildren(Card)) == 2


def test_the_page_says_that_no_clinician_has_reviewed_it(lists: CallLists) -> None:
    assert "No clinician has reviewed them yet." in texts(lists)
    assert "Both lists are the same for everyone. They never follow from what you log." in texts(lists)


def test_unchecked_statements_are_shown_with_a_badge_and_others_without(lists: CallLists) -> None:
    guide = call.load(FOLDER)
    badged = [
        row.words.text()
        for row in lists.findChildren(StatementRow)
        if "not yet checked" in [label.text() for label in row.findChildren(QLabel)]
    ]
    assert badged == [call.words(said) for said in guide.shown() if said.unchecked]
    assert badged


def test_a_statement_names_its_sources_by_number_also_aloud(lists: CallLists) -> None:
    row = lists.findChildren(StatementRow)[0]
    assert row.sources.text() == "[1, 2, 3]"
    assert row.sources.accessibleName() == "Sources 1, 2, 3"


def test_sources_open_in_place_and_close_again(lists: CallLists) -> None:
    assert button(lists, "sources").text() == "&Sources"
    assert "Checked on 23 Nov 2026" in texts(lists)
    click(lists, "sources")
    guide = call.load(FOLDER)
    lines = [text for text in texts(lists) if text.startswith("[") and "Checked 23 Nov 2026." in text]
    assert len(lines) == len(guide.numbered())
    assert lines[0].startswith("[1] FDA / DailyMed, 29 Nov 2021: US prescribing information: Soltamox (tamoxifen).")
    assert "it may have changed" in lines[0]
    click(lists, "sources")
    assert not any(text in texts(lists) for text in lines)
    click(lists, "sources")
    assert lines[0] in texts(lists)


def test_all_sources_can_be_copied_with_their_addresses(lists: CallLists) -> None:
    click(lists, "sources")
    click(lists, "sources_copy")
    copied = QGuiApplication.clipboard().text()
    assert copied.count("\n") == len(call.load(FOLDER).numbered()) - 1
    assert "https://cdc.gov/cancer/features/preventing-infections.html" in copied
    assert "Copied." in texts(lists)


def test_the_local_number_is_said_until_one_is_chosen(lists: CallLists) -> None:
    assert lists.emergency.text() == "Call your local emergency number."
    lists.show_emergency_number("112")
    assert lists.emergency.text() == "Call 112."
    lists.show_emergency_number("")
    assert lists.emergency.text() == "Call your local emergency number."


def test_no_entry_changes_a_word_of_the_lists(open_page: Open, journal: Journal) -> None:
    page = open_page(CallPage)
    before = texts(page.lists)
    day = dt.date(2026, 3, 4)
    journal.save(
        Reading(scale="pain", day=day, level=4),
        Note(day=PartialDate.of(day), text="I cannot breathe"),
        line(),
        name="",
    )
    page.mark_stale()
    assert texts(page.lists) == before


def test_damaged_lists_are_said_and_the_person_still_knows_whom_to_call(
    qtbot: QtBot, theme: Theme, damaged: Path
) -> None:
    lists = CallLists(theme, TODAY, damaged)
    qtbot.addWidget(lists)
    lists.show()
    words = texts(lists)
    assert lists.guide is None
    assert "The lists of signs are damaged and cannot be shown. Your own numbers are not part of them." in words
    assert "Call your local emergency number." in words
    assert "Not sure? Call your team." in words
    assert any("signs.json" in text for text in words)


def test_with_damaged_lists_numbers_and_rules_stay_usable(
    qtbot: QtBot, journal: Journal, desk: Desk, damaged: Path
) -> None:
    journal.save(line(), name="")
    page = CallPage(journal, desk, damaged)
    qtbot.addWidget(page)
    page.show()
    assert "555 0100" in texts(page.numbers)
    click(page, "emergency_number_112")
    assert "Call 112." in texts(page.lists)
    click(page, "add_rule")
    assert "Nothing yet. For example: at what temperature to call." not in texts(page.rules)


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
@pytest.mark.parametrize("step", [100, 115, 130, 150, 200])
def test_no_word_is_cut_in_any_look_without_a_journal(qtbot: QtBot, desk: Desk, colours: str, step: int) -> None:
    trouble = PageColumn(desk.theme)
    trouble.add(CallLists(desk.theme, TODAY))
    qtbot.addWidget(trouble)
    trouble.resize(772, 480)
    trouble.show()
    click(trouble, "sources")
    desk.preferences.change(colours=colours, text_size=step)
    desk.theme.use(desk.preferences.values)
    qtbot.wait(20)
    assert eyes.cut(trouble) == []
    assert eyes.too_small(trouble) == []


def test_urgencies_are_the_two_the_page_has_a_list_for() -> None:
    guide = call.load(FOLDER)
    assert {sign.urgency for sign in guide.signs} == set(Urgency)

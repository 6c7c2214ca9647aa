"""Finding a page of the reference: by any word, with keys alone, from elsewhere; and what is damaged."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbc_journal.catalogue import Catalogue
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.paths import resources
from mbc_journal.reference.search import Group, Key
from mbc_journal.ui.page import Desk
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.signals import Place
from tests.ui.reference_hands import button, click, listed, searched, taking, title, told

Open = Callable[..., ReferencePage]
TODAY = dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("xeloda", "Capecitabine"),
        ("xelda", "Capecitabine"),
        ("my feet burn", "Numb or tingling hands or feet"),
        ("aromatase", "Aromatase inhibitors"),
        ("forgot a pill", "Taking tablets safely"),
        ("can I fly", "Work, money, travel, legal matters"),
    ],
)
def test_any_word_finds_its_page(open_page: Open, typed: str, first: str) -> None:
    page = open_page(ReferencePage)
    assert searched(page, typed)[1] == first


def test_the_search_is_walked_with_keys_alone(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(ReferencePage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus()
    QTest.keyClicks(page.search, "enhertu")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.contents.hasFocus()
    assert page.contents.chosen == Key(Group.TREATMENT, "trastuzumab-deruxtecan")
    QTest.keyClick(page.contents, Qt.Key.Key_Return)
    assert title(page) == "Trastuzumab deruxtecan"
    button(page, "sources").setFocus()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.contents.hasFocus()


def test_enter_in_the_search_opens_the_first(open_page: Open) -> None:
    page = open_page(ReferencePage)
    searched(page, "letroz")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert title(page) == "Letrozole"


def test_nothing_found_offers_the_nearest_and_a_question(open_page: Open, journal: Journal) -> None:
    page = open_page(ReferencePage)
    assert searched(page, "zzzqq")[0].startswith("Nothing is called so.")
    click(page, "ask_what_was_typed")
    assert [one.text for one in journal.ask(questions.all_questions)] == ["zzzqq"]
    page.search.clear()
    assert not button(page, "ask_what_was_typed").isVisible()
    assert listed(page)[0] == "All treatments"


@pytest.mark.parametrize(
    "typed", ["\U0001f642", ".*[(", "<b>x</b>", "a" * 10_000, "\0", "\u05e9\u05dc\u05d5\u05dd", "   "]
)
def test_odd_words_are_searched_for_and_do_no_harm(open_page: Open, typed: str) -> None:
    page = open_page(ReferencePage)
    page.search.setText(typed)
    assert listed(page)
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.isVisible()


def test_another_page_can_send_her_to_a_treatment_of_hers_an_id_or_a_symptom(open_page: Open) -> None:
    therapy, step = taking("ribociclib")
    own, begun = taking("", "Tea of my aunt")
    page = open_page(ReferencePage, therapy, step, own, begun)
    page.go_to(Place("reference", verb="bone-health"))
    assert title(page) == "Cancer in the bones"
    page.go_to(Place("reference", row=therapy.id))
    assert title(page) == "Ribociclib"
    page.go_to(Place("reference", row=own.id))
    assert title(page) == "Ribociclib"
    page.go_to(Place("reference", scale="fatigue"))
    assert title(page) == "Tiredness"
    page.go_to(Place("reference", verb="no such page"))
    assert title(page) == "Tiredness"
    page.go_to(Place("reference"))
    assert title(page) == "Tiredness"


def test_a_treatment_of_hers_that_the_reference_no_longer_has_is_named_and_stays(
    open_page: Open, journal: Journal
) -> None:
    therapy, step = taking("no-such-drug", "Femara of mine")
    other, begun = taking("letrozole")
    page = open_page(ReferencePage, therapy, step, other, begun)
    assert listed(page)[:4] == ["My treatments", "Letrozole", "Femara of mine", "All treatments"]
    page.contents.wanted.emit(Key(Group.TREATMENT, "no-such-drug"))
    words = "The reference in use has no page for it any more. Your treatment and what you logged stay as they are."
    assert words in told(page)
    assert "Femara of mine" in told(page)
    assert page.contents.chosen == Key(Group.TREATMENT, "no-such-drug")
    page.contents.wanted.emit(Key(Group.TREATMENT, "letrozole"))
    assert words not in told(page)
    page.go_to(Place("reference", row=therapy.id))
    assert words in told(page)
    page.contents.wanted.emit(Key(Group.TREATMENT, "nobody-takes-this"))
    assert words in told(page)
    assert [one.name for one in journal.ask(questions.therapies)] == ["Femara of mine", "Letrozole"]


def test_a_damaged_page_is_said_and_the_others_work(desk: Desk, tmp_path: Path, journal: Journal, qtbot: QtBot) -> None:
    folder = Path(shutil.copytree(resources() / "reference" / "en", tmp_path / "en"))
    (folder / "texts-bone.json").write_text("{", encoding="utf-8")
    page = ReferencePage(journal, replace(desk, catalogue=Catalogue.load(folder)))
    qtbot.addWidget(page)
    page.show()
    page.go_to(Place("reference", verb="denosumab"))
    assert "This page cannot be shown. The others work." in told(page)
    assert "texts-bone.json" in told(page)
    page.go_to(Place("reference", verb="letrozole"))
    assert title(page) == "Letrozole"


def test_a_damaged_list_is_said_in_place_of_the_page(
    desk: Desk, tmp_path: Path, journal: Journal, qtbot: QtBot
) -> None:
    folder = Path(shutil.copytree(resources() / "reference" / "en", tmp_path / "en"))
    (folder / "topics.json").write_text("{", encoding="utf-8")
    page = ReferencePage(journal, replace(desk, catalogue=Catalogue.load(folder)))
    qtbot.addWidget(page)
    page.show()
    assert "This page cannot be shown. The others work." in told(page)
    QTest.keyClicks(page.search, "letro")
    assert "topics.json" in told(page)

"""Help: one box finds answers and keys; the keys are those the window really has."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.ui.help_page import HelpPage, keys_of
from mbc_journal.ui.menus import Menus
from mbc_journal.ui.page import Desk
from tests.look import eyes

Open = Callable[..., HelpPage]


def shown(page: HelpPage) -> list[str]:
    return [card.part.id for card in page.cards if not card.isHidden()]


def texts(below: QWidget) -> list[str]:
    return [label.text() for label in below.findChildren(QLabel) if label.isVisibleTo(below)]


@pytest.fixture
def bar(qtbot: QtBot) -> QMenuBar:
    made = QMenuBar()
    qtbot.addWidget(made)
    return made


def test_the_page_opens_with_the_box_and_every_answer(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(HelpPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus()
    assert page.field.hasFocus()
    assert shown(page)[:2] == ["log", "none"]
    assert "Everything here works without a connection." in texts(page)


def test_typing_leaves_the_answers_that_fit(open_page: Open) -> None:
    page = open_page(HelpPage)
    QTest.keyClicks(page.field, "paper")
    assert shown(page) == ["print", "privacy"]
    assert page.found.text() == "2 answers fit"
    page.field.clear()
    assert len(shown(page)) == len(page.cards)


def test_one_answer_is_said_as_one(open_page: Open) -> None:
    page = open_page(HelpPage)
    QTest.keyClicks(page.field, "usb")
    assert page.found.text() == "1 answer fits"


@pytest.mark.parametrize("text", ["zebra", "x" * 5_000, "\u05e9\u05dc\u05d5\u05dd"])
def test_a_search_that_finds_nothing_says_what_to_do(open_page: Open, text: str) -> None:
    page = open_page(HelpPage)
    page.field.setText(text)
    assert shown(page) == []
    assert not page.keys.isVisible()
    assert page.found.text() == "Nothing fits. Try another word, or fewer letters."


def test_markup_in_the_box_stays_text(open_page: Open) -> None:
    page = open_page(HelpPage)
    page.field.setText("<b>print</b>")
    assert page.field.text() == "<b>print</b>"
    assert shown(page)
    assert not any("<b>" in text for text in texts(page))


def test_keys_of_rows_stand_there_before_the_window_has_given_its_own(open_page: Open) -> None:
    page = open_page(HelpPage)
    assert "Answer a level row: None to Very severe" in texts(page.keys)
    assert "0 to 4" in texts(page.keys)


def test_the_keys_are_those_of_the_menus(open_page: Open, bar: QMenuBar) -> None:
    menus = Menus(bar)
    pairs = keys_of(bar.findChildren(QAction))
    page = open_page(HelpPage)
    page.show_keys(pairs)
    words = texts(page.keys)
    for verb in ("undo", "quick", "full_screen"):
        action = menus[verb]
        assert action.text().replace("&", "") in words
        assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) in words
    assert "Ctrl+Shift+Z or Ctrl+Y" in words
    assert "0 to 4" in words


def test_words_of_menus_come_without_mnemonic_and_dots(bar: QMenuBar) -> None:
    action = QAction("&Eat && drink...", bar)
    action.setShortcuts([QKeySequence("Ctrl+D"), QKeySequence("F8")])
    silent = QAction("No keys", bar)
    assert keys_of([action, silent]) == [("Eat & drink", "Ctrl+D or F8")]


def test_a_key_is_found_by_its_name_and_by_its_words(open_page: Open) -> None:
    page = open_page(HelpPage)
    page.show_keys([("Undo", "Ctrl+Z"), ("Full screen", "F11")])
    page.field.setText("ctrl+z")
    assert texts(page.keys) == ["Keys", "Ctrl+Z", "Undo"]
    page.field.setText("full screen")
    assert "F11" in texts(page.keys)
    assert "Ctrl+Z" not in texts(page.keys)


def test_keys_given_twice_replace_the_first(open_page: Open) -> None:
    page = open_page(HelpPage)
    page.show_keys([("Undo", "Ctrl+Z")])
    page.show_keys([("Undo", "Alt+Z")])
    assert "Ctrl+Z" not in texts(page.keys)
    assert "Alt+Z" in texts(page.keys)


def test_a_damaged_file_is_said_and_the_keys_stay(qtbot: QtBot, journal: Journal, desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "en.json"
    broken.write_text(json.dumps({"parts": [{"id": "log"}]}), encoding="utf-8")
    page = HelpPage(journal, desk, broken)
    qtbot.addWidget(page)
    page.show()
    assert page.cards == []
    assert any("A file of the program is damaged: en.json" in text for text in texts(page))
    assert "Alt+letter" in texts(page.keys)


def test_help_asks_the_journal_nothing_and_writes_nothing(open_page: Open, journal: Journal) -> None:
    page = open_page(HelpPage)
    before = journal.path.read_bytes()
    counts = journal.ask(questions.counts)
    QTest.keyClicks(page.field, "undo")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    page.refresh()
    assert journal.ask(questions.counts) == counts
    assert journal.path.read_bytes() == before


def test_the_box_has_a_name_and_room(open_page: Open) -> None:
    page = open_page(HelpPage)
    assert page.field.accessibleName() == "Find in Help"
    assert page.objectName() == "help_page"
    assert page.field.height() >= 44


@pytest.mark.parametrize("step", [100, 150, 200])
@pytest.mark.parametrize("size", [(1126, 700), (772, 480)])
def test_nothing_is_cut_at_any_size(
    open_page: Open, desk: Desk, qtbot: QtBot, step: int, size: tuple[int, int]
) -> None:
    page = open_page(HelpPage)
    page.show_keys([("Next area of the window", "F6"), ("Redo", "Ctrl+Shift+Z or Ctrl+Y")])
    desk.preferences.change(text_size=step)
    desk.theme.use(desk.preferences.values)
    page.resize(*size)
    qtbot.wait(50)
    assert eyes.cut(page) == []
    assert eyes.too_small(page) == []

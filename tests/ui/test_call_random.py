"""Whatever is pressed and typed in whatever order, the page shows what the journal holds, and raises nothing."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from mbc_journal import call
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.ui.call_page import CallPage
from mbc_journal.ui.page import Desk
from mbc_journal.ui.text_saver import flush_all
from tests.ui.call_hands import NASTY, line, numbers, nurse, pharmacy

Open = Callable[..., CallPage]
WORDS = ("", "nurse", "555 0100", "38,2", "hot", "temperature", "pain", NASTY, "x" * 300)
KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Space)


class Hand:
    """Does one act after another, each chosen by lot."""

    def __init__(self, page: CallPage, journal: Journal, lot: random.Random) -> None:
        self.page, self.journal, self.lot = page, journal, lot

    def press(self) -> None:
        """Click any button."""
        buttons = [one for one in self.page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        self.lot.choice(buttons).click()

    def type(self) -> None:
        """Type over any field."""
        fields = [one for one in self.page.findChildren(QLineEdit) if one.isVisible() and one.isEnabled()]
        if fields:
            chosen = self.lot.choice(fields)
            chosen.setFocus()
            chosen.selectAll()
            QTest.keyClick(chosen, Qt.Key.Key_Backspace)
            word = self.lot.choice(WORDS)
            if word:
                chosen.setText(word)
                QTest.keyClick(chosen, Qt.Key.Key_1)

    def key(self) -> None:
        """Press a key where the focus is; a list that would open over the page stays closed."""
        focus = self.page.focusWidget() or self.page
        if not isinstance(focus, QComboBox):
            QTest.keyClick(focus, self.lot.choice(KEYS))

    def undo(self) -> None:
        """Take something back."""
        flush_all(self.page)
        self.journal.undo()

    def redo(self) -> None:
        """Do it again."""
        flush_all(self.page)
        self.journal.redo()

    def act(self) -> None:
        """One of these, the likely ones more often."""
        self.lot.choice((self.press, self.press, self.type, self.type, self.key, self.undo, self.redo))()


@pytest.mark.parametrize("seed", range(6))
def test_after_any_acts_the_page_shows_what_the_journal_holds(open_page: Open, journal: Journal, seed: int) -> None:
    page = open_page(CallPage, line(), nurse(), pharmacy())
    page.first_focus()
    hand = Hand(page, journal, random.Random(seed))
    for _act in range(60):
        hand.act()
        shown = [row.accessibleName() for row in page.numbers.rows]
        assert shown == [call.contact_words(contact) for contact in numbers(journal)]
        assert len(page.rules.rows) == len(journal.ask(questions.plan_rules))
        assert sum(contact.call_first for contact in numbers(journal)) <= 1
        assert len([row for row in page.numbers.rows if row.isVisible()]) == len(shown)


@pytest.mark.parametrize("seed", range(3))
def test_in_a_journal_that_can_only_be_read_no_act_changes_a_thing(
    open_page: Open, journal: Journal, desk: Desk, seed: int
) -> None:
    journal.save(line(), nurse(), name="")
    journal.read_only = "The disk is write-protected."
    heard: list[object] = []
    desk.announcer.not_saved.connect(heard.append)
    page = open_page(CallPage)
    before = journal.path.read_bytes()
    hand = Hand(page, journal, random.Random(seed))
    for _act in range(40):
        hand.lot.choice((hand.press, hand.type, hand.key))()
    assert journal.path.read_bytes() == before
    assert heard == []
    assert [row.accessibleName() for row in page.numbers.rows] == ["24-hour line, 555 0100", "nurse, 555 0123"]

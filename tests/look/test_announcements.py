"""What is said without being looked at: each save, each undo, each error is announced, and stands in the window too."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mbc_journal.db import questions
from mbc_journal.ui.page import Page
from tests.look.conftest import Open
from tests.look.stage import TODAY, Stage
from tests.look.states import press, type_in
from tests.ui.kit import part

_ALMOST_NOTHING = 4096  # bytes


class Ears:
    """Hears what the window of a stage announces."""

    def __init__(self, stage: Stage) -> None:
        self.said: list[str] = []
        stage.window.tools.frame.info_bar.announced.connect(self._on_announced)

    def _on_announced(self, sentence: str) -> None:
        self.said.append(sentence)


@contextmanager
def a_full_disk() -> Iterator[None]:
    """No file of this process may grow past a few bytes meanwhile."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_ALMOST_NOTHING, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def texts_of_today(stage: Stage) -> list[str]:
    assert stage.home.journal is not None
    return [note.text for note in stage.home.journal.ask(questions.notes_on, TODAY)]


def note_of(stage: Stage) -> QPlainTextEdit:
    return part(stage.page, QPlainTextEdit, "note")


def test_each_save_and_each_undo_is_announced_once(stage: Open) -> None:
    opened = stage("empty", "English")
    ears = Ears(opened)
    press(opened, "fatigue_2")
    opened.window.tools.menus["undo"].trigger()
    opened.window.tools.menus["redo"].trigger()
    assert ears.said == [
        "Saved 09:30 - Tiredness: Moderate",
        "Undone 09:30 - Tiredness: Moderate",
        "Saved 09:30 - Tiredness: Moderate",
    ]


def test_announcements_follow_to_every_page(stage: Open) -> None:
    opened = stage("empty", "English")
    ears = Ears(opened)
    opened.show("visits")
    type_in(opened, "new_question", "Can I fly in January?")
    press(opened, "add_question")
    assert ears.said == ["Saved 09:30 - Question: Can I fly in January?"]
    assert opened.window.tools.frame.info_bar.saved_line.text() == ears.said[0]


def test_ten_thousand_letters_leave_the_bar_on_one_line(stage: Open) -> None:
    opened = stage("empty", "English")
    bar = opened.window.tools.frame.info_bar
    height = bar.height()
    opened.show("visits")
    part(opened.page, QLineEdit, "new_question").setText("<b>why</b> " * 900 + "\u05e9\u05dc\u05d5\u05dd")
    press(opened, "add_question")
    assert len(bar.saved_line.text()) < 120
    assert bar.saved_line.text().endswith("...")
    assert bar.height() == height


def test_on_a_full_disk_the_words_stay_and_try_again_saves_them(stage: Open) -> None:
    opened = stage("empty", "English")
    ears = Ears(opened)
    bar = opened.window.tools.frame.info_bar
    note = note_of(opened)
    note.setFocus()
    QTest.keyClicks(note, "ginger tea helped")
    with a_full_disk():
        opened.show("visits")
    assert texts_of_today(opened) == []
    assert bar.saved_line.text().startswith("Not saved: ")
    assert "Your answers are still on this page." in ears.said[-1]
    assert bar.property("state") == "failed"
    assert bar.try_again.isVisible()
    assert bar.save_copy.isVisible()
    assert not bar.undo.isVisible()
    opened.show("today")
    assert note.toPlainText() == "ginger tea helped"
    bar.try_again.click()
    opened.settle()
    assert texts_of_today(opened) == ["ginger tea helped"]
    assert bar.property("state") == "quiet"
    assert not bar.try_again.isVisible()


def test_a_choice_that_is_not_saved_is_announced_and_can_be_tried_again(stage: Open) -> None:
    opened = stage("empty", "English")
    ears = Ears(opened)
    assert opened.home.journal is not None
    with a_full_disk():
        press(opened, "pain_3")
    assert ears.said[0].startswith("Not saved: ")
    assert part(opened.page, QWidget, "pain").property("level") == 3
    opened.window.tools.frame.info_bar.try_again.click()
    assert ears.said[-1] == "Saved 09:30 - Pain: Severe"
    readings = opened.home.journal.ask(questions.readings_on, TODAY)
    assert [(reading.scale, reading.level) for reading in readings] == [("pain", 3)]


def test_a_wrong_field_is_described_to_whoever_cannot_see_the_words_under_it(stage: Open) -> None:
    opened = stage("empty", "English")
    opened.show("visits")
    press(opened, "add_visit")
    type_in(opened, "day", "31 February 2026")
    press(opened, "visit_keep")
    day = part(opened.page, QWidget, "day")
    assert day is QApplication.focusWidget()
    assert "There is no such day" in day.accessibleDescription()


def test_a_journal_that_can_only_be_read_says_so_on_top_and_takes_no_answer(stage: Open) -> None:
    opened = stage("full", "English")
    journal = opened.home.journal
    assert journal is not None
    journal.read_only = "This journal can only be read: another window writes in it."
    opened.window.tools.frame.show_top_line(journal.read_only)
    page = opened.show("visits")
    assert isinstance(page, Page)
    page.mark_stale()
    opened.settle()
    assert opened.window.tools.frame.top_line.isVisible()
    assert not part(page, QWidget, "new_question").isEnabled()
    opened.show("print")
    assert part(opened.page, QWidget, "save_pdf").isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_4])
def test_a_digit_on_a_row_of_a_read_only_journal_writes_nothing(stage: Open, key: Qt.Key) -> None:
    opened = stage("empty", "English")
    journal = opened.home.journal
    assert journal is not None
    journal.read_only = "This journal can only be read."
    assert isinstance(opened.page, Page)
    opened.page.mark_stale()
    opened.settle()
    focus = QApplication.focusWidget()
    if focus is not None:
        QTest.keyClick(focus, key)
    assert journal.ask(questions.readings_on, TODAY) == []
    assert part(opened.page, QWidget, "pain_0").isEnabled() is False

"""The bar under every page, the page of trouble, and the frame: what is said, offered and hidden, case by case."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.problems import (
    JournalDamaged,
    JournalEmpty,
    JournalLocked,
    JournalMissing,
    JournalOpenElsewhere,
    JournalTooNew,
    NotAJournal,
    NotSaved,
    UserProblem,
)
from mbc_journal.records import Change
from mbc_journal.ui.frame import Frame
from mbc_journal.ui.info_bar import InfoBar
from mbc_journal.ui.signals import Announcer, Failure
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.trouble_page import TroublePage
from tests.conftest import FrozenClock

FULL = NotSaved(why="the disk is full")


@pytest.fixture
def board(theme: Theme) -> Announcer:
    """The bulletin board the bar listens to."""
    return Announcer()


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, clock: FrozenClock, board: Announcer) -> InfoBar:
    """A bar by itself, shown."""
    made = InfoBar(theme, clock, board)
    qtbot.addWidget(made)
    made.resize(1100, 60)
    made.show()
    return made


@pytest.fixture
def trouble(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Callable[[UserProblem], TroublePage]:
    """A page for a problem with the journal of the test's folder."""

    def shown(problem: UserProblem) -> TroublePage:
        page = TroublePage(problem, tmp_path / "journal.mbcj", theme)
        qtbot.addWidget(page)
        page.show()
        return page

    return shown


def act(name: str, undo: str = "", undone: bool = False) -> Change:
    return Change(frozenset({"reading"}), name=name, undo=undo, undone=undone)


def nothing() -> None:
    """Try again, in vain."""


def test_a_fresh_bar_says_that_all_is_saved_and_offers_nothing(bar: InfoBar) -> None:
    assert bar.saved_line.text() == "Everything is saved"
    offered = (bar.undo, bar.try_again, bar.save_copy, bar.made_up, bar.writing_as)
    assert not [widget.objectName() for widget in offered if widget.isVisible()]
    assert bar.property("state") == "quiet"


def test_an_act_is_said_with_its_time_and_can_be_taken_back_by_name(bar: InfoBar, board: Announcer) -> None:
    board.tell(act("Tiredness: Moderate", undo="Tiredness: Moderate"))
    assert bar.saved_line.text() == "Saved 09:30 - Tiredness: Moderate"
    assert (bar.undo.text(), bar.undo.isVisible()) == ("Undo Tiredness", True)
    board.tell(act("Tiredness: Moderate", undone=True))
    assert bar.saved_line.text() == "Undone 09:30 - Tiredness: Moderate"
    assert not bar.undo.isVisible()


def test_an_ampersand_in_a_name_is_no_key(bar: InfoBar, board: Announcer) -> None:
    board.tell(act("Salt & pepper: Mild", undo="Salt & pepper: Mild"))
    assert bar.undo.text() == "Undo Salt && pepper"
    assert bar.undo.accessibleName() == "Undo Salt & pepper"


@pytest.mark.parametrize("name", ["<b>bold</b>: <img src=x>", "x" * 10_000, "a\nb", "\u05e9\u05dc\u05d5\u05dd"])
def test_what_was_typed_is_plain_text_on_one_line(bar: InfoBar, board: Announcer, name: str) -> None:
    board.tell(act(name, undo=name))
    assert bar.saved_line.textFormat() is Qt.TextFormat.PlainText
    assert "\n" not in bar.saved_line.text()
    assert len(bar.saved_line.text()) < 120
    assert bar.undo.sizeHint().width() < 900


def test_what_is_not_saved_stays_said_until_something_is(bar: InfoBar, board: Announcer) -> None:
    board.tell(act("Pain: Mild", undo="Pain: Mild"))
    board.not_saved.emit(Failure(FULL, nothing))
    assert bar.saved_line.text().startswith("Not saved: the disk is full.")
    assert (bar.try_again.isVisible(), bar.save_copy.isVisible(), bar.undo.isVisible()) == (True, True, False)
    assert bar.property("state") == "failed"
    board.said.emit("A copy was saved as copy.mbcj")
    assert bar.saved_line.text().startswith("Not saved:")
    board.tell(act("Pain: Mild", undo="Pain: Mild"))
    assert (bar.try_again.isVisible(), bar.property("state")) == (False, "quiet")


def test_try_again_tries_exactly_what_failed_and_the_latest_failure_counts(bar: InfoBar, board: Announcer) -> None:
    tried: list[str] = []

    def first() -> None:
        tried.append("first")

    def second() -> None:
        tried.append("second")

    board.not_saved.emit(Failure(FULL, first))
    bar.try_again.click()
    board.not_saved.emit(Failure(FULL, second))
    bar.try_again.click()
    bar.try_again.click()
    assert tried == ["first", "second", "second"]


def test_every_sentence_is_said_aloud_once_and_another_journal_quietly(bar: InfoBar, board: Announcer) -> None:
    heard: list[str] = []
    bar.announced.connect(heard.append)
    board.said.emit("Hello.")
    board.not_saved.emit(Failure(FULL, nothing))
    bar.forget()
    assert heard == ["Hello.", str(FULL)]
    assert bar.saved_line.text() == "Everything is saved"
    assert not bar.try_again.isVisible()


def test_made_up_data_says_so_while_nothing_worse_is_to_be_said(bar: InfoBar, board: Announcer) -> None:
    bar.show_made_up(True)
    board.tell(act("Pain: Mild", undo="Pain: Mild"))
    assert bar.made_up.isVisible()
    bar.show_made_up(False)
    assert not bar.made_up.isVisible()


def test_who_writes_is_asked_only_where_there_are_helpers(bar: InfoBar, board: Announcer) -> None:
    bar.show_writers(())
    assert not bar.writing_as.isVisible()
    bar.show_writers(("Ada", "x" * 500))
    assert bar.writing_as.isVisible()
    assert bar.writing_as.value() == ""
    bar.writing_as.set_value("Ada")
    bar.writing_as.changed.emit()
    assert board.writing_as == "Ada"
    bar.show_writers(("Ada", "Bo"))
    assert (board.writing_as, bar.writing_as.value()) == ("Ada", "Ada")
    bar.show_writers(("Bo",))
    assert (board.writing_as, bar.writing_as.value()) == ("", "")


@pytest.mark.parametrize(
    ("problem", "again", "new"),
    [
        (JournalMissing(path="/x"), True, True), (NotAJournal(path="/x"), False, True),
        (JournalEmpty(path="/x"), False, True), (JournalDamaged(path="/x"), False, True),
        (JournalTooNew(found=2, known=1), False, True), (JournalLocked(path="/x"), False, True),
        (JournalOpenElsewhere(computer="desk", since="09:12"), True, False),
    ],
)  # fmt: skip
def test_trouble_is_said_in_three_sentences_with_only_the_ways_out_that_lead_somewhere(
    trouble: Callable[[UserProblem], TroublePage], problem: UserProblem, again: bool, new: bool
) -> None:
    page = trouble(problem)
    said = [label.text() for label in page.findChildren(QLabel)]
    for sentence in problem.sentences():
        assert sentence in said
    assert "Nothing was deleted. A new journal never takes the place of the old one." in said
    assert (page.try_again.isVisible(), page.start_new.isVisible(), page.choose_file.isVisible()) == (again, new, True)


def test_the_ways_out_of_trouble_carry_a_path_and_make_nothing_themselves(
    trouble: Callable[[UserProblem], TroublePage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = trouble(JournalMissing(path="/x"))
    chosen: list[Path] = []
    wanted: list[Path] = []
    page.file_chosen.connect(chosen.append)
    page.new_wanted.connect(wanted.append)
    page.try_again.click()
    assert chosen == [tmp_path / "journal.mbcj"]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("/other.mbcj", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("/new.mbcj", ""))
    page.choose_file.click()
    page.start_new.click()
    assert chosen[1:] == [Path("/other.mbcj")]
    assert wanted == [Path("/new.mbcj")]
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args: ("", ""))
    page.choose_file.click()
    page.start_new.click()
    assert (len(chosen), len(wanted)) == (2, 1)
    assert list(tmp_path.iterdir()) == []


def test_whom_to_call_stands_on_the_page_of_trouble_too(trouble: Callable[[UserProblem], TroublePage]) -> None:
    page = trouble(JournalMissing(path="/x"))
    page.show_lists(QLabel("Dial 112"))
    assert "Dial 112" in [label.text() for label in page.findChildren(QLabel)]


@pytest.fixture
def frame(qtbot: QtBot, theme: Theme, bar: InfoBar) -> Frame:
    """A frame with two pages in its list."""
    made = Frame(theme, bar)
    qtbot.addWidget(made)
    made.side_bar.fill([("today", "Today", "sun"), ("visits", "Visits", "calendar")])
    made.stack.addWidget(QWidget())
    made.resize(1100, 700)
    made.show()
    return made


def test_a_click_on_a_page_and_who_to_call_say_where_to_go(frame: Frame) -> None:
    heard: list[str] = []
    frame.page_wanted.connect(heard.append)
    rect = frame.side_bar.visualItemRect(frame.side_bar.item(1))
    QTest.mouseClick(frame.side_bar.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    frame.who_to_call.click()
    assert heard == ["visits", "call"]
    assert frame.side_bar.names() == ["today", "visits"]


def test_the_line_over_every_page_is_there_only_while_it_is_true(frame: Frame) -> None:
    frame.show_top_line("This journal can only be read.")
    assert frame.top_line.isVisible()
    assert frame.top_line.textFormat() is Qt.TextFormat.PlainText
    frame.show_top_line("")
    assert not frame.top_line.isVisible()


def test_in_a_narrow_window_the_list_opens_by_the_menu_button_and_closes_by_escape(frame: Frame) -> None:
    frame.resize(500, 560)
    assert frame.narrow
    assert (frame.side.isVisible(), frame.stack.isVisible(), frame.who_on_top.isVisible()) == (False, True, True)
    frame.menu_button.click()
    assert (frame.side.isVisible(), frame.stack.isVisible()) == (True, False)
    QTest.keyClick(frame, Qt.Key.Key_Escape)
    assert (frame.side.isVisible(), frame.stack.isVisible()) == (False, True)
    frame.resize(1100, 700)
    assert (frame.side.isVisible(), frame.stack.isVisible(), frame.top_bar.isVisible()) == (True, True, False)

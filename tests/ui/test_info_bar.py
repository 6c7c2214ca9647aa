"""The info bar: one line a person can trust, however long what she typed, in a window of any width."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from mbc_journal.problems import NotSaved
from mbc_journal.records import Change
from mbc_journal.ui import act_words
from mbc_journal.ui.info_bar import InfoBar
from mbc_journal.ui.signals import Announcer, Failure
from mbc_journal.ui.theme import Theme
from tests.conftest import FrozenClock
from tests.ui.kit import opened

NOW = dt.datetime(2026, 3, 4, 10, 42, tzinfo=dt.UTC)


def change(name: str, undone: bool = False) -> Change:
    return Change(kinds=frozenset({"reading"}), rows=(), undone=undone, name=name, undo=name, redo="")


class Tries:
    """Counts how often a failed act is tried again."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


@pytest.fixture
def announcer() -> Announcer:
    return Announcer()


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, clock: FrozenClock, announcer: Announcer) -> InfoBar:
    made = InfoBar(theme, clock, announcer)
    opened(qtbot, made, 1200, 60)
    return made


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Tiredness: Moderate", "Saved 10:42 - Tiredness: Moderate"),
        ("Question: a\nb\t c", "Saved 10:42 - Question: a b c"),
        ("Card closed", "Saved 10:42 - Card closed"),
    ],
)
def test_an_act_is_said_with_its_time_on_one_line(name: str, says: str) -> None:
    assert act_words.done(change(name), NOW) == says


def test_what_was_undone_is_said_as_undone() -> None:
    assert act_words.done(change("Pain: Mild", undone=True), NOW) == "Undone 10:42 - Pain: Mild"


@pytest.mark.parametrize("words", ["word " * 2_000, "w" * 10_000, "\u05e9\u05dc\u05d5\u05dd " * 3_000])
def test_long_words_are_cut_and_marked(words: str) -> None:
    short = act_words.short(words, 40)
    assert len(short) <= 40
    assert short.endswith("...")
    assert words.startswith(short.removesuffix("..."))


def test_words_that_fit_are_left_alone() -> None:
    assert act_words.short("Sore, red or peeling palms or soles", 40) == "Sore, red or peeling palms or soles"


def test_undo_names_its_target_as_text_and_never_as_a_mnemonic(bar: InfoBar, announcer: Announcer) -> None:
    announcer.tell(change("Eat & drink: Mild"))
    assert bar.undo.text() == "Undo Eat && drink"
    assert bar.undo.accessibleName() == "Undo Eat & drink"


def test_a_symptom_of_many_words_leaves_the_button_its_size(bar: InfoBar, announcer: Announcer) -> None:
    announcer.tell(change("my own symptom " * 60 + ": Mild"))
    assert bar.undo.width() < bar.width() / 2
    assert bar.undo.geometry().right() <= bar.width()


def test_nothing_moves_when_undo_comes(bar: InfoBar, announcer: Announcer) -> None:
    before = bar.minimumHeight()
    announcer.tell(change("Pain: Mild"))
    assert bar.sizeHint().height() <= before


def test_while_something_is_not_saved_the_bar_holds_only_what_helps(bar: InfoBar, announcer: Announcer) -> None:
    again = Tries()
    bar.show_made_up(True)
    bar.show_writers(("my sister",))
    announcer.tell(change("Pain: Mild"))
    announcer.not_saved.emit(Failure(NotSaved(why="the disk is full"), again))
    shown = [part.isVisible() for part in (bar.try_again, bar.save_copy, bar.undo, bar.writing_as, bar.made_up)]
    assert shown == [True, True, False, False, False]
    assert bar.saved_line.text().startswith("Not saved: the disk is full. Your answers are still on this page.")
    bar.try_again.click()
    assert again.count == 1
    announcer.tell(change("Pain: Mild"))
    shown = [part.isVisible() for part in (bar.try_again, bar.save_copy, bar.undo, bar.writing_as, bar.made_up)]
    assert shown == [False, False, True, True, True]


def test_what_is_said_meanwhile_does_not_hide_that_something_is_not_saved(bar: InfoBar, announcer: Announcer) -> None:
    announcer.not_saved.emit(Failure(NotSaved(why="the disk is full"), Tries()))
    announcer.said.emit("A copy was saved as copy.mbcj")
    assert bar.saved_line.text().startswith("Not saved")


def test_in_a_narrow_window_the_buttons_stand_under_the_words(bar: InfoBar, announcer: Announcer, qtbot: QtBot) -> None:
    bar.show_writers(("my sister who lives with us",))
    announcer.tell(change("Sore, red or peeling palms or soles: Moderate"))
    bar.resize(480, 300)
    qtbot.waitUntil(lambda: bar.undo.mapTo(bar, bar.undo.rect().topLeft()).y() > bar.saved_line.geometry().top() + 20)
    for part in (bar.undo, bar.writing_as):
        assert bar.rect().contains(part.mapTo(bar, part.rect().topLeft()))
        assert bar.rect().contains(part.mapTo(bar, part.rect().bottomRight()))


def test_who_writes_is_offered_once_there_is_a_helper(bar: InfoBar, announcer: Announcer) -> None:
    assert not bar.writing_as.isVisible()
    bar.show_writers(("my sister",))
    assert bar.writing_as.isVisible()
    bar.writing_as.set_value("my sister")
    bar.writing_as.changed.emit()
    assert announcer.writing_as == "my sister"
    bar.show_writers(())
    assert not bar.writing_as.isVisible()
    assert (bar.writing_as.count(), announcer.writing_as) == (1, "")


def test_another_journal_begins_with_a_clean_bar(bar: InfoBar, announcer: Announcer) -> None:
    announcer.tell(change("Pain: Mild"))
    bar.forget()
    assert bar.saved_line.text() == "Everything is saved"
    assert not bar.undo.isVisible()

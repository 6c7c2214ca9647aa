"""Small parts of the window: what is logged of a crash, who signs, what is remembered, and how acts are named."""

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.paths import Paths
from mbc_journal.problems import NotAllowed, NotSaved
from mbc_journal.records import Change, Note, PartialDate, Reading
from mbc_journal.settings import Settings, SettingsFile
from mbc_journal.ui import act_words
from mbc_journal.ui.crash import CrashNet
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.signals import Announcer, Failure, Place
from mbc_journal.ui.text_saver import TextSaver, flush_all
from mbc_journal.ui.writer import Writer
from tests.conftest import FrozenClock

NOON = dt.datetime(2026, 3, 4, 12, 0, tzinfo=dt.UTC)
SECRET = "Dr Rivera said CANARY"


def raised(problem: BaseException) -> BaseException:
    """`problem` with the trace of having been raised."""
    try:
        raise problem
    except type(problem) as caught:
        return caught


def net(log: Path, told: list[BaseException]) -> CrashNet:
    return CrashNet(log, Clock(lambda: NOON), told.append)


def test_a_crash_is_logged_without_a_word_of_the_journal_and_said_once(tmp_path: Path) -> None:
    log, told = tmp_path / "state" / "log.txt", list[BaseException]()
    problem = raised(RuntimeError(SECRET))
    net(log, told).caught(type(problem), problem, problem.__traceback__)
    (line,) = log.read_text("utf-8").splitlines()
    assert line.startswith("2026-03-04T12:00:00+00:00 ERROR RuntimeError test_small_parts:")
    assert "CANARY" not in line
    assert str(tmp_path) not in line
    assert told == [problem]


def test_only_the_owner_can_read_the_log_and_its_folder(tmp_path: Path) -> None:
    log = tmp_path / "state" / "log.txt"
    problem = raised(ValueError(SECRET))
    net(log, []).caught(type(problem), problem, problem.__traceback__)
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700


def test_what_a_person_can_be_told_is_no_crash(tmp_path: Path) -> None:
    log, told = tmp_path / "log.txt", list[BaseException]()
    problem = raised(NotAllowed(why="A visit needs a date."))
    net(log, told).caught(type(problem), problem, problem.__traceback__)
    assert not log.exists()
    assert told == [problem]


def test_the_log_keeps_two_files_and_no_more(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    problem = raised(RuntimeError("a"))
    for size in (1_000_001, 1_000_002):
        log.write_bytes(b"x" * size)
        net(log, []).caught(type(problem), problem, problem.__traceback__)
        assert log.stat().st_size < 1_000
        assert (tmp_path / "log.txt.1").stat().st_size == size
    assert len(list(tmp_path.iterdir())) == 2


def test_a_log_that_cannot_be_written_does_not_hide_the_problem(tmp_path: Path) -> None:
    told = list[BaseException]()
    (tmp_path / "log.txt").mkdir()
    problem = raised(RuntimeError("a"))
    net(tmp_path / "log.txt", told).caught(type(problem), problem, problem.__traceback__)
    assert told == [problem]


def test_a_crash_without_a_trace_is_logged_too(tmp_path: Path) -> None:
    problem = RuntimeError("never raised")
    net(tmp_path / "log.txt", []).caught(RuntimeError, problem, None)
    assert "RuntimeError" in (tmp_path / "log.txt").read_text("utf-8")


def test_the_net_takes_the_place_of_the_systems_own(tmp_path: Path) -> None:
    made, before = net(tmp_path / "log.txt", []), sys.excepthook
    try:
        made.install()
        assert sys.excepthook == made.caught
    finally:
        sys.excepthook = before


@dataclass
class Ears:
    """Hears what the bulletin board says."""

    failures: list[Failure]

    @classmethod
    def of(cls, announcer: Announcer) -> "Ears":
        """Ears at an announcer."""
        made = cls([])
        announcer.not_saved.connect(made.failures.append)
        return made


def note(text: str) -> Note:
    return Note(day=PartialDate("2026-03-04"), text=text)


def test_new_rows_are_signed_by_who_writes_now_and_old_ones_keep_their_writer(
    qapp: QApplication, journal: Journal, clock: FrozenClock
) -> None:
    announcer = Announcer()
    writer, mine = Writer(journal, announcer), note("mine")
    assert writer.save(mine, name="Note")
    announcer.writing_as = "Ada"
    hers = note("hers")
    assert writer.save(mine, hers, name="Notes")
    assert {one.text: one.written_by for one in journal.ask(questions.notes)} == {"mine": "me", "hers": "Ada"}
    assert clock.now().year == 2026


def test_what_was_not_saved_is_offered_again_and_saved_once(qapp: QApplication, journal: Journal) -> None:
    announcer = Announcer()
    ears, writer = Ears.of(announcer), Writer(journal, announcer)
    journal.read_only = "the journal can only be read here"
    assert not writer.save(note("typed once"), name="Note")
    (failure,) = ears.failures
    assert isinstance(failure.problem, NotSaved)
    assert journal.ask(questions.notes) == []
    failure.again()
    assert len(ears.failures) == 2
    journal.read_only = ""
    failure.again()
    failure.again()
    assert [one.text for one in journal.ask(questions.notes)] == ["typed once"]


def test_binning_goes_the_same_way_and_has_a_name(qapp: QApplication, journal: Journal) -> None:
    announcer = Announcer()
    writer, row = Writer(journal, announcer), note("a")
    writer.save(row, name="Note")
    assert writer.bin(row, name="Note deleted")
    assert journal.ask(questions.notes) == []
    change = journal.undo()
    assert change is not None
    assert (change.name, change.undone) == ("Note deleted", True)


def test_what_no_row_may_hold_is_no_failure_of_the_disk(qapp: QApplication, journal: Journal) -> None:
    announcer = Announcer()
    ears = Ears.of(announcer)
    wrong = Reading(scale="fatigue", day=dt.date(2026, 3, 4), level=2**70)
    with pytest.raises(NotAllowed):
        Writer(journal, announcer).save(wrong, name="Tiredness")
    assert ears.failures == []


def test_a_change_of_settings_is_kept_told_once_and_read_by_the_next_start(qapp: QApplication, paths: Paths) -> None:
    preferences = Preferences(SettingsFile(paths.settings))
    heard: list[Settings] = []
    preferences.changed.connect(heard.append)
    preferences.change(text_size=150, colours="dark")
    preferences.change(text_size=150)
    assert [(one.text_size, one.colours) for one in heard] == [(150, "dark")]
    again = Preferences(SettingsFile(paths.settings))
    assert again.values == preferences.values == preferences.now()
    assert again.problem == ""


def test_settings_that_cannot_be_kept_count_all_the_same_and_say_so(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    preferences = Preferences(SettingsFile(tmp_path / "config" / "settings.json"))
    preferences.change(less_motion=True)
    assert preferences.values.less_motion
    assert preferences.problem


def test_a_setting_that_does_not_exist_is_a_mistake_of_ours(qapp: QApplication, paths: Paths) -> None:
    with pytest.raises(TypeError):
        Preferences(SettingsFile(paths.settings)).change(font="Comic")


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_text_is_unsaved_until_it_is_saved_and_flushing_twice_saves_once(
    qtbot: QtBot, kind: type[QLineEdit] | type[QPlainTextEdit] | type[QTextEdit]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field, saves = kind(page), list[bool]()

    def save() -> bool:
        saves.append(len(saves) > 0)
        return saves[-1]

    saver = TextSaver(field, save)
    assert flush_all(page)
    QTest.keyClicks(field, "tea")
    assert saver.unsaved
    assert not flush_all(page)
    assert flush_all(page)
    assert flush_all(page)
    assert saves == [False, True]
    QTest.keyClicks(field, "x")
    saver.forget()
    assert flush_all(page)
    assert len(saves) == 2


def change(name: str, undone: bool = False) -> Change:
    return Change(frozenset({"note"}), name=name, undone=undone)


def test_the_info_bar_says_what_was_done_and_when() -> None:
    assert act_words.done(change("Tiredness: Moderate"), NOON) == "Saved 12:00 - Tiredness: Moderate"
    assert act_words.done(change("Tiredness: Moderate", undone=True), NOON) == "Undone 12:00 - Tiredness: Moderate"
    assert act_words.undo("Tiredness: Moderate") == "Undo Tiredness"


@settings(max_examples=40, deadline=None)
@given(some.text(max_size=300), some.integers(8, 90))
def test_every_name_fits_on_one_line_of_its_length(name: str, letters: int) -> None:
    said = act_words.short(name, letters)
    assert len(said) <= letters
    assert "\n" not in said
    assert len(" ".join(name.split())) > letters or said == " ".join(name.split())


def test_a_place_is_no_more_than_was_said() -> None:
    assert Place("today") == Place("today", day=None, scale="", row=None, verb="")
    assert Place("today") != Place("today", verb="add")

"""A changed entry is named over every page and never shown as hers."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.records import CheckResult, Damage, Reading
from mbc_journal.scales import Scales
from mbc_journal.ui.checker import Checker, damage_words
from tests.conftest import FrozenClock

DAY = dt.date(2026, 5, 12)


def test_a_sound_journal_says_nothing(qtbot: QtBot, journal: Journal) -> None:
    parent = QObject()
    checker = Checker(parent)
    heard: list[object] = []
    checker.found.connect(heard.append)
    with qtbot.waitSignal(checker.ended, timeout=10_000):
        checker.check(journal)
    assert heard == []
    assert journal.check.done


def test_a_changed_level_is_found_and_left_out(qtbot: QtBot, tmp_path: Path, clock: FrozenClock) -> None:
    path = tmp_path / "changed.mbcj"
    create(path, clock, Reading(scale="nausea", day=DAY, level=3))
    data = bytearray(path.read_bytes())
    at = data.find(b"nausea")
    data[at : at + 6] = b"nauseA"
    path.write_bytes(bytes(data))
    journal = Journal(path, clock)
    parent = QObject()
    checker = Checker(parent)
    with qtbot.waitSignal(checker.found, timeout=10_000) as found:
        checker.check(journal)
    checker.stop()
    assert found.args is not None
    result = found.args[0]
    assert isinstance(result, CheckResult)
    assert not result.sound
    assert journal.ask(questions.readings_on, DAY) == []
    journal.close()


def test_damage_is_named_with_its_day(scales: Scales) -> None:
    result = CheckResult(False, 10, (Damage("Reading", "2026-05-12", "nausea"),))
    assert damage_words(result, scales).startswith(
        "1 entry is not as it was written: Feeling sick (nausea) of 12 May 2026."
    )


@pytest.mark.parametrize("day", ["", "not a day"])
def test_damage_without_a_day_is_named_all_the_same(scales: Scales, day: str) -> None:
    assert "Note" in damage_words(CheckResult(False, 1, (Damage("Note", day),)), scales)


def test_many_damages_are_counted_and_the_first_named(scales: Scales) -> None:
    damages = tuple(Damage("Reading", f"2026-05-{day:02d}", "pain") for day in range(1, 10))
    words = damage_words(CheckResult(False, 100, damages), scales)
    assert words.startswith("9 entries are not as they were written: Pain of 1 May 2026; ")
    assert words.count("Pain of") == 3


def test_a_damaged_file_says_what_to_do(scales: Scales) -> None:
    assert "Restore a backup" in damage_words(CheckResult(False, 0, (Damage("File", what="index"),)), scales)


def test_a_sound_result_has_no_words(scales: Scales) -> None:
    assert damage_words(CheckResult(True, 7), scales) == ""

"""What several tests of the file start from."""

import datetime as dt
from pathlib import Path

import pytest

from mbc_journal.clock import Clock
from mbc_journal.db.journal import create
from mbc_journal.records import Note, PartialDate, Reading
from tests.db.rows import MONDAY, one_of_each


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with one of each kind, some weeks of readings and some notes; to be copied, never to be opened."""
    path = tmp_path_factory.mktemp("original") / "mine.mbcj"
    readings = [
        Reading(scale=scale, day=MONDAY - dt.timedelta(days=back), level=back % 5, note="a word" * (back % 3))
        for back in range(60)
        for scale in ("fatigue", "nausea", "pain")
    ]
    notes = [
        Note(day=PartialDate("2026-02"), text=f"Note {number}, long enough to fill a line of its own. " * 9)
        for number in range(60)
    ]
    clock = Clock(lambda: dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC))
    create(path, clock, *one_of_each(), *readings, *notes)
    return path

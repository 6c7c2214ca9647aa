"""The bench compares like with like, and says plainly what was missed."""

import datetime as dt
from pathlib import Path

import pytest

from bench import drawing, saving
from bench.measured import Measured, by_turns, memory, table
from mbc_journal.clock import Clock
from mbc_journal.db.integrity import check_file
from mbc_journal.db.journal import create
from mbc_journal.records import Day, Reading
from tests.conftest import FrozenClock


@pytest.fixture
def small(tmp_path: Path, clock: FrozenClock) -> Path:
    """A journal of a hundred logged days."""
    path = tmp_path / "small.mbcj"
    days = [clock.today() - dt.timedelta(days=number) for number in range(100)]
    readings = [Reading(scale="fatigue", day=day, level=day.day % 5) for day in days]
    create(path, clock, *readings, *(Day(day=day, how_hard=day.day % 5) for day in days))
    return path


def test_a_ratio_above_its_limit_is_missed_and_one_at_it_is_met() -> None:
    assert Measured("save", 1, "ms", 5, 2, 2.5).is_met
    assert not Measured("save", 1, "ms", 5.1, 2, 2.5).is_met
    assert Measured("brief", 1, "ms", 150, limit=150).is_met
    assert Measured("file", 10, "MB", 20).is_met


def test_the_table_has_a_line_a_measure_and_says_met_or_missed() -> None:
    lines = table([Measured("one save", 1, "ms", 5, 1, 2.5), Measured("file", 1, "MB", 2.25)]).splitlines()
    assert lines[1].split() == ["one", "save", "1", "5.0", "ms", "1.0", "5.00", "x", "2.5", "x", "missed"]
    assert lines[2].split() == ["file", "1", "2.2", "MB"]


def test_works_take_turns() -> None:
    done: list[str] = []
    spent = by_turns(2, lambda: done.append("ours"), lambda: done.append("theirs"))
    assert done == ["ours", "theirs", "ours", "theirs"]
    assert len(spent) == 2
    assert memory() > 10


def test_the_lone_insert_writes_a_row_that_is_as_right_as_ours(small: Path, clock: Clock) -> None:
    before = small.read_bytes()
    with saving.save_and_insert(small, clock) as works:
        by_turns(3, *works)
    assert small.read_bytes() == before
    for copy in ("ours-small.mbcj", "raw-small.mbcj"):
        found = check_file(small.with_name(copy))
        assert (found.sound, found.rows - check_file(small).rows) == (True, 3)


def test_both_figures_are_drawn(small: Path, clock: Clock) -> None:
    with drawing.redraws(small, clock) as works:
        assert all(spent > 0 for spent in by_turns(1, *works))

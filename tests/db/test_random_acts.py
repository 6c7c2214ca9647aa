"""Any acts in any order: Undo goes back along each of them exactly, and Redo forward again."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from mbc_journal.db import integrity, questions
from mbc_journal.db.journal import Journal
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Day, Row
from tests.conftest import FrozenClock
from tests.db.damage import checked
from tests.db.rows import MONDAY, fatigue, one_of_each

ACTS = 40


def _save_some(journal: Journal, chance: random.Random) -> None:
    new: list[Row] = [fatigue(MONDAY, chance.randrange(5)) for _row in range(chance.randrange(1, 4))]
    journal.save(*new, *chance.sample(one_of_each(), 1 if chance.random() < 0.2 else 0))


def _change_some(journal: Journal, chance: random.Random) -> None:
    rows = journal.ask(questions.readings_on, MONDAY)
    if rows:
        journal.save(*(replace(row, note=str(chance.random())) for row in chance.sample(rows, 1)))


def _save_a_day(journal: Journal, chance: random.Random) -> None:
    journal.save(Day(day=MONDAY, how_hard=chance.randrange(5)))


def _bin_some(journal: Journal, chance: random.Random) -> None:
    rows = journal.ask(questions.everything)
    journal.bin(*chance.sample(rows, min(2, len(rows))))


_CHOICES: tuple[Callable[[Journal, random.Random], None], ...] = (_save_some, _change_some, _save_a_day, _bin_some)


@pytest.mark.parametrize("seed", range(5))
def test_random_acts_are_taken_back_and_done_again_one_by_one(journal: Journal, clock: FrozenClock, seed: int) -> None:
    chance = random.Random(seed)
    states = [journal.ask(integrity.fingerprint)]
    while len(states) < ACTS:
        clock.tick(seconds=7)
        try:
            chance.choice(_CHOICES)(journal, chance)
        except NotAllowed:  # a second row of the day, a row that belongs to nothing
            assert journal.ask(integrity.fingerprint) == states[-1]
        now = journal.ask(integrity.fingerprint)
        states += [now] if now != states[-1] else []
    for before in reversed(states[:-1]):
        assert journal.undo() is not None
        assert journal.ask(integrity.fingerprint) == before
    assert journal.undo() is None
    for after in states[1:]:
        assert journal.redo() is not None
        assert journal.ask(integrity.fingerprint) == after
    assert checked(journal).sound

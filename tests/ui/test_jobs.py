"""Work beside the window answers on the main thread, and only to bound methods."""

import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from mbc_journal.ui import jobs


class Asker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.problems: list[object] = []
        self.threads: set[int] = set()

    @Slot(object)
    def on_answer(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.add(threading.get_ident())

    @Slot(object)
    def on_failure(self, problem: object) -> None:
        self.problems.append(problem)


def test_every_answer_arrives_on_the_main_thread(qtbot: QtBot) -> None:
    asker = Asker()
    for number in range(100):
        jobs.run(partial(pow, number, 2), asker.on_answer)
    qtbot.waitUntil(lambda: len(asker.answers) == 100)
    assert sorted(map(int, map(str, asker.answers))) == [number * number for number in range(100)]
    assert asker.threads == {threading.get_ident()}


def test_a_failure_reaches_whoever_waits(qtbot: QtBot) -> None:
    asker = Asker()
    jobs.run(partial(int, "no number"), asker.on_answer, asker.on_failure)
    qtbot.waitUntil(lambda: len(asker.problems) == 1)
    assert isinstance(asker.problems[0], ValueError)
    assert asker.answers == []


def test_answers_to_plain_functions_are_refused() -> None:
    with pytest.raises(TypeError):
        jobs.run(partial(pow, 2, 2), print)


def test_whoever_waits_for_all_is_not_called_back(qtbot: QtBot) -> None:
    asker = Asker()
    jobs.run(partial(time.sleep, 0.05), asker.on_answer)
    jobs.wait_for_all(asker)
    qtbot.waitUntil(lambda: not any(thread.name == "job" for thread in threading.enumerate()))
    assert asker.answers == []


def test_one_is_busy_until_the_answer_has_come(qtbot: QtBot) -> None:
    asker = Asker()
    assert not jobs.is_busy(asker)
    jobs.run(partial(time.sleep, 0.05), asker.on_answer)
    assert jobs.is_busy(asker)
    qtbot.waitUntil(lambda: not jobs.is_busy(asker))
    assert asker.answers == [None]

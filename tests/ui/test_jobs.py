"""Work beside the window answers on the main thread, and only to bound methods."""

import gc
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


class Knot:
    """Holds itself, as pages and their parts do; tells which thread unties it."""

    def __init__(self, threads: set[int]) -> None:
        self.me, self.threads = self, threads

    def __del__(self) -> None:
        self.threads.add(threading.get_ident())


def many_lists() -> int:
    return len([[number] for number in range(300_000)])


def test_what_is_no_longer_needed_is_taken_away_on_the_main_thread(qtbot: QtBot) -> None:
    asker, threads = Asker(), set[int]()
    gc.collect()
    for _number in range(300):
        Knot(threads)
    for _number in range(3):
        jobs.run(many_lists, asker.on_answer)
    qtbot.waitUntil(lambda: len(asker.answers) == 3)
    qtbot.waitUntil(gc.isenabled)
    gc.collect()
    assert threads == {threading.get_ident()}


def test_waiting_for_all_lets_things_be_taken_away_again(qtbot: QtBot) -> None:
    asker = Asker()
    jobs.run(partial(time.sleep, 0.05), asker.on_answer)
    assert not gc.isenabled()
    jobs.wait_for_all(asker)
    assert gc.isenabled()


def test_what_another_had_switched_off_stays_off(qtbot: QtBot) -> None:
    asker = Asker()
    gc.disable()
    try:
        jobs.run(partial(pow, 2, 2), asker.on_answer)
        jobs.run(partial(pow, 2, 2), asker.on_answer)
        qtbot.waitUntil(lambda: len(asker.answers) == 2)
        jobs.wait_for_all(asker)
        assert not gc.isenabled()
    finally:
        gc.enable()

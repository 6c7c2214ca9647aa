"""What Python forgets is collected where widgets may die: on the main thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mbc_journal.ui.garbage import Garbage


class Remains:
    """Says on which thread it was collected."""

    def __init__(self, threads: list[int]) -> None:
        self.itself = self
        self.threads = threads

    def __del__(self) -> None:
        self.threads.append(threading.get_ident())


@pytest.fixture
def garbage() -> Iterator[Garbage]:
    parent = QObject()
    made = Garbage(parent)
    made.start()
    yield made
    made.stop()


def _litter(threads: list[int]) -> None:
    for _number in range(2_000):
        Remains(threads)


def test_a_busy_thread_collects_nothing_and_the_main_thread_does(garbage: Garbage, qtbot: QtBot) -> None:
    threads: list[int] = []
    busy = threading.Thread(target=_litter, args=(threads,))
    busy.start()
    busy.join()
    assert threads == []
    qtbot.waitUntil(lambda: len(threads) == 2_000, timeout=10_000)
    assert set(threads) == {threading.get_ident()}


@pytest.mark.parametrize("before", [True, False])
def test_when_the_window_is_gone_python_does_it_as_before(before: bool) -> None:
    parent = QObject()
    made = Garbage(parent)
    (gc.enable if before else gc.disable)()
    made.start()
    during = gc.isenabled()
    made.stop()
    after = gc.isenabled()
    gc.disable()
    assert (during, after) == (False, before)

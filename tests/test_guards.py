"""The guards of conftest.py catch what they are there for."""

import logging
import os
import socket
import threading
from pathlib import Path

import pytest

from tests import guards, surroundings
from tests.conftest import REACH, FrozenClock


def test_a_run_has_its_own_home_and_never_a_display() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert "DISPLAY" not in os.environ
    assert Path.home().name == "home"
    assert Path.home() != Path("~" + os.environ.get("USER", "root")).expanduser()


def test_surroundings_are_refused_once_qt_is_imported(tmp_path: Path) -> None:
    import PySide6.QtCore  # noqa: F401  the import is the point

    with pytest.raises(AssertionError, match="PySide6"):
        surroundings.settle(tmp_path)


def test_the_clock_stands_still_until_it_is_moved(clock: FrozenClock) -> None:
    assert clock.now().isoformat() == "2026-03-04T09:30:00+01:00"
    clock.tick(days=30)
    assert clock.now().isoformat() == "2026-04-03T09:30:00+02:00"


def test_an_unexpected_warning_is_a_fault_and_an_absent_one_too() -> None:
    watch = guards.Warnings()
    watch.handle(logging.LogRecord("a", logging.WARNING, "", 0, "the disk is slow", None, None))
    assert watch.faults() == ["log: a WARNING: the disk is slow"]
    watch.expected += ["slow"]
    assert watch.faults() == []
    watch.expected += ["full"]
    assert watch.faults() == ["no log says 'full'"]


def test_a_socket_is_refused_and_heard() -> None:
    with pytest.raises(PermissionError):
        socket.socket()
    assert REACH.found == ["socket: socket.__new__"]
    REACH.found.clear()


def test_a_file_written_elsewhere_is_heard_and_a_read_one_is_not(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("x")
    REACH.watch(tmp_path / "own")
    elsewhere.read_text()
    assert REACH.found == []
    elsewhere.write_text("y")
    assert REACH.faults() == [f"written outside the folders of the test: {elsewhere}"]
    REACH.watch(tmp_path)


def test_a_thread_that_does_not_end_is_named() -> None:
    stop = threading.Event()
    before = set(threading.enumerate())
    thread = threading.Thread(target=stop.wait, name="forgotten")
    thread.start()
    assert guards.left_threads(before, patience=0.1) == ["thread left: forgotten"]
    stop.set()
    thread.join()
    assert guards.left_threads(before) == []

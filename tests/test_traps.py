"""Traps of the libraries that a tested version must not spring."""

import sys

from PySide6 import __version__
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot


class Sender(QObject):
    """Something that says yes."""

    said = Signal(bool)


def test_saying_true_a_hundred_times_keeps_the_references_of_true(qtbot: QtBot) -> None:
    sender, heard = Sender(), list[bool]()
    sender.said.connect(heard.append)
    before = sys.getrefcount(True)
    for _ in range(100):
        sender.said.emit(True)
    assert before - sys.getrefcount(True) < 10
    heard.clear()
    assert before - sys.getrefcount(True) < 10, f"PySide6 {__version__} loses a reference an emit: it will abort"

"""A process with the real window: answers a level, says so on stdout once it stands as Saved, then waits to be killed.

`python -m tests.flow_actor FOLDER LEVEL`: the folders of the person are made below FOLDER.
"""

import datetime as dt
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from mbc_journal.app import build
from mbc_journal.clock import Clock
from mbc_journal.paths import Paths
from mbc_journal.ui.window import Window


def _now() -> dt.datetime:
    return dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))


class Finger(QObject):
    """Presses one level as soon as Today can be used, and tells what the info bar says."""

    def __init__(self, window: Window, level: str) -> None:
        super().__init__(window)
        self._window = window
        self._level = level
        window.usable.connect(self._on_usable)
        window.tools.frame.info_bar.announced.connect(self._on_announced)

    @Slot()
    def _on_usable(self) -> None:
        button = self._window.findChild(QAbstractButton, f"fatigue_{self._level}")
        if button is not None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @Slot(str)
    def _on_announced(self, text: str) -> None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


def main(folder: Path, level: str) -> int:
    """Start the window and never come back by itself."""
    home = Paths(data=folder / "data", config=folder / "config", state=folder / "state", cache=folder / "cache")
    program = build(home, Clock(_now))
    finger = Finger(program.window, level)
    finger.setObjectName("finger")
    program.window.begin()
    return program.app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))

"""Starts the bare window or ours in a process of its own, and says when it painted, was usable, and what it weighs.

The bare one is what any Qt program pays: Qt imported, Fusion, our fonts, one menu, the same size.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from bench.measured import memory
from mbc_journal.paths import Paths, resources

_SIZE = (1366, 768)
_PATIENCE = 120


def start(which: str, home: Path, journal: Path) -> dict[str, float]:
    """Milliseconds from the start of the process to each moment it tells, and its `memory` in MB."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "bench.windows", which, str(home), str(journal)],
        capture_output=True,
        text=True,
        check=True,
        timeout=_PATIENCE,
    )
    told: dict[str, float] = json.loads(done.stdout)
    return {name: moment if name == "memory" else (moment - begun) * 1000 for name, moment in told.items()}


def _bare() -> dict[str, float]:
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    told: dict[str, float] = {}

    class Bare(QMainWindow):
        def __init__(self) -> None:
            super().__init__()
            self.menuBar().addMenu("File").addAction("Quit")
            middle = QWidget()
            middle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            middle.installEventFilter(self)
            self.setCentralWidget(middle)
            self.resize(*_SIZE)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not told:
                told["painted"] = 0
                QTimer.singleShot(0, self._on_painted)
            return False

        @Slot()
        def _on_painted(self) -> None:
            told["painted"] = time.monotonic()
            told["memory"] = memory()
            self.close()

    app = QApplication([])
    app.setStyle("Fusion")
    for font in sorted((resources() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(font))
    window = Bare()
    window.show()
    app.exec()
    return told


def _ours(home: Path, journal: Path) -> dict[str, float]:
    import mbc_journal.__main__  # noqa: F401  what the command imports before it knows that no verb was given
    from mbc_journal import app

    told: dict[str, float] = {}
    program = app.build(Paths(home / "data", home / "config", home / "state", home / "cache"), app.system_clock())

    def complete() -> None:
        told["complete"] = time.monotonic()
        told["memory"] = memory()
        program.window.close()

    program.window.painted.connect(lambda: told.setdefault("painted", time.monotonic()))
    program.window.usable.connect(lambda: told.setdefault("usable", time.monotonic()))
    program.window.complete.connect(complete)
    program.window.failed.connect(lambda problem: sys.exit(f"the window did not open: {problem!r}"))
    program.window.begin(journal)
    program.app.exec()
    return told


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    which, home, journal = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    sys.stdout.write(json.dumps(_bare() if which == "bare" else _ours(home, journal)))

"""One window a journal: a second start asks the first to come forward, through a file in our own folder."""

import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

_NAME = "raise"
_PATIENCE = 2.0  # seconds the second start waits for an answer


class Doorbell(QObject):
    """Watches the folder of the first window; `rung` when a second start asked for it."""

    rung = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._file = folder / _NAME
        self._file.unlink(missing_ok=True)
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._on_directory_changed)

    @Slot(str)
    def _on_directory_changed(self, _folder: str) -> None:
        if self._file.exists():
            self._file.unlink(missing_ok=True)
            self.rung.emit()


def ring(folder: Path) -> bool:
    """Ask the first window to come forward; whether it answered within two seconds."""
    file = folder / _NAME
    try:
        file.touch(mode=0o600)
    except OSError:
        return False
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends:
        if not file.exists():
            return True
        time.sleep(0.05)
    file.unlink(missing_ok=True)
    return False

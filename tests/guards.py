"""What a test may not leave behind: warnings, sockets, files outside its folders, threads, timers, windows."""

import gc
import logging
import os
import sys
import threading
import time
from pathlib import Path

_PATIENCE = 3.0
_OURS_TO_WRITE = ("build", ".pytest_cache", ".hypothesis", ".coverage")
_PATH_EVENTS = {
    "open": 0,
    "os.mkdir": 0,
    "os.remove": 0,
    "os.rmdir": 0,
    "os.truncate": 0,
    "os.rename": 1,
    "os.link": 1,
    "os.symlink": 1,
}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC


class Warnings(logging.Handler):
    """Collects log records of WARNING and above, but those whose text holds one of `expected`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.expected: list[str] = []
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record as one line of text."""
        self.found.append(f"{record.name} {record.levelname}: {record.getMessage()}")

    def faults(self) -> list[str]:
        """Lines that no test asked for, and lines that were asked for and did not come."""
        extra = [f"log: {line}" for line in self.found if not any(text in line for text in self.expected)]
        absent = [f"no log says {text!r}" for text in self.expected if not any(text in line for line in self.found)]
        return extra + absent


class Reach:
    """Hears of every socket and every written path of this process while it watches.

    An audit hook cannot be taken back: make one for a run. A socket is refused as well as noted.
    """

    def __init__(self, root: Path) -> None:
        self.always = (*(root / name for name in _OURS_TO_WRITE), Path("/dev"), Path("/proc"))
        self.allowed: tuple[Path, ...] = ()
        self.watching = False
        self.found: list[str] = []
        sys.addaudithook(self._hear)

    def watch(self, *allowed: Path) -> None:
        """Begin anew; paths below `allowed` may be written."""
        self.allowed = (*self.always, *allowed)
        self.found = []
        self.watching = True

    def faults(self) -> list[str]:
        """Stop, and say what was heard."""
        self.watching = False
        return self.found

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.watching:
            return
        if event in ("socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo"):
            self.found.append(f"socket: {event}")
            raise PermissionError("no test may reach the network")
        if event in _PATH_EVENTS and (event != "open" or _writes(arguments)):
            self._note_path(arguments[_PATH_EVENTS[event]])

    def _note_path(self, given: object) -> None:
        if not isinstance(given, str | bytes | os.PathLike):
            return
        path = Path(os.path.abspath(os.fsdecode(given)))
        if "__pycache__" not in path.parts and not any(path.is_relative_to(folder) for folder in self.allowed):
            self.found.append(f"written outside the folders of the test: {path}")


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & _WRITES)


def left_threads(before: set[threading.Thread], patience: float = _PATIENCE) -> list[str]:
    """Names of threads begun since `before` that do not end within `patience` seconds; Qt's own pool is asked too."""
    until = time.monotonic() + patience
    left = _living(before)
    while left and time.monotonic() < until:
        left[0].join(0.05)
        left = _living(before)
    names = [f"thread left: {thread.name}" for thread in left]
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and not core.QThreadPool.globalInstance().waitForDone(int(patience * 1000)):
        names.append("thread left: in Qt's pool")
    return names


def _living(before: set[threading.Thread]) -> list[threading.Thread]:
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]


def left_on_screen() -> list[str]:
    """Visible windows and running timers of a Qt that was used; nothing if Qt was not."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    tops = widgets.QApplication.topLevelWidgets()
    shown = [f"window left: {type(top).__name__} {top.objectName()!r}" for top in tops if top.isVisible()]
    owners = [widgets.QApplication.instance(), *tops]
    timers = [timer for owner in owners for timer in owner.findChildren(core.QTimer) if timer.isActive()]
    return shown + [f"timer left: {timer.objectName()!r} of {type(timer.parent()).__name__}" for timer in timers]


def collect() -> None:
    """Take away what Python forgot, by its own thresholds, on this thread; nothing else may before the next test."""
    gc.disable()
    full = [
        number
        for number, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
        if count > most
    ]
    if full:
        gc.collect(full[-1])

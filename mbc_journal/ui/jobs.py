"""Work beside the window: a thread computes, its answer arrives on the main thread."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Job(QObject):
    """One running piece of work; a child of whoever waits for it, gone once it has answered."""

    answered = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, work: Callable[[], object], owner: QObject) -> None:
        super().__init__(owner)
        self.cancelled = False
        self._work = work
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)
        self.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin the work."""
        self._thread.start()

    def wait(self, seconds: float = 10) -> bool:
        """Wait on the main thread until the other is over; whether it is."""
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            answer = self._work()
        except Exception as problem:  # whatever went wrong is told to whoever waits
            self._emit(self.failed, problem)
        else:
            self._emit(self.answered, answer)
        self._emit(self.ended)

    def _emit(self, signal: Any, *values: object) -> None:
        if self.cancelled:
            return
        try:
            signal.emit(*values)
        except RuntimeError:  # the window that asked is gone; nobody waits any more
            self.cancelled = True

    @Slot()
    def _on_ended(self) -> None:
        self.wait()
        self.deleteLater()


def run(
    work: Callable[[], object], on_answer: Callable[[Any], None], on_failure: Callable[[Any], None] | None = None
) -> Job:
    """Run `work` in a thread; its result reaches `on_answer`, an exception `on_failure`, both on the main thread.

    `work` gets plain data, never the journal or a widget. Raises TypeError unless both are bound methods of a QObject:
    only these are called on the thread that owns them.
    """
    owner = _owner(on_answer)
    job = Job(work, owner)
    job.answered.connect(on_answer, Qt.ConnectionType.QueuedConnection)
    if on_failure is not None:
        _owner(on_failure)
        job.failed.connect(on_failure, Qt.ConnectionType.QueuedConnection)
    job.start()
    return job


def is_busy(owner: QObject) -> bool:
    """Whether a job below `owner` still runs, or has not been answered yet."""
    return bool(owner.findChildren(Job))


def wait_for_all(owner: QObject) -> None:
    """Wait for every job below `owner`, and let none of them call back."""
    for job in owner.findChildren(Job):
        job.cancelled = True
        job.wait()


def _owner(method: Callable[..., object]) -> QObject:
    owner = getattr(method, "__self__", None)
    if not isinstance(owner, QObject):
        raise TypeError("an answer from a thread reaches only a bound method of a QObject")
    return owner

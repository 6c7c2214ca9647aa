"""The last net: an exception nobody expected is logged without a word of the journal, and said in one line."""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from mbc_journal.clock import Clock
from mbc_journal.problems import UserProblem

_LONGEST_LOG = 1_000_000  # bytes; the one before is kept as log.txt.1


class CrashNet:
    """Takes the place of `sys.excepthook`: log, then tell. Nothing typed, no path and no message is written down."""

    def __init__(self, log: Path, clock: Clock, told: Callable[[BaseException], None]) -> None:
        self._log = log
        self._clock = clock
        self._told = told

    def install(self) -> None:
        """From now on, uncaught exceptions come here."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        """What `sys.excepthook` is called with."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, problem, trace)
            return
        if not isinstance(problem, UserProblem):
            self._write(kind, trace)
        self._told(problem)

    def _write(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        places = " < ".join(f"{Path(f.filename).stem}:{f.lineno}" for f in reversed(traceback.extract_tb(trace)[-6:]))
        line = f"{self._clock.now().isoformat()} ERROR {kind.__name__} {places}\n"
        try:
            self._log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > _LONGEST_LOG:
                self._log.replace(self._log.with_name(self._log.name + ".1"))
            with open(os.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as log:
                log.write(line)
        except OSError:  # a full disk must not hide the first problem
            return

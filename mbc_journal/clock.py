"""The clock that is handed to whatever needs the time; nothing else asks for it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Clock:
    """The wall clock where the person is. `read` returns an aware local datetime."""

    read: Callable[[], dt.datetime]

    def now(self) -> dt.datetime:
        """The aware local time, to the second."""
        return self.read().replace(microsecond=0)

    def today(self) -> dt.date:
        """The civil day of now."""
        return self.read().date()

    def utc(self) -> dt.datetime:
        """Now in UTC, to the second, as rows store it."""
        return self.now().astimezone(dt.UTC)

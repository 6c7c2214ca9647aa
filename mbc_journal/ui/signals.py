"""What the parts of the window tell each other: changes, failures, and where to go."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from mbc_journal.problems import UserProblem


@dataclass(frozen=True)
class Place:
    """Somewhere in the window: a page, and what to show there."""

    page: str  # object name without "_page", as "today"
    day: dt.date | None = None
    scale: str = ""
    row: UUID | None = None
    verb: str = ""  # what to begin there, as "add"
    entry: str = ""  # a page of the reference, as "topic:radiation"


class Told(Protocol):
    """What the frame reads of a `records.Change`; the records themselves arrive after the first paint."""

    @property
    def name(self) -> str:
        """What the act is called."""

    @property
    def undone(self) -> bool:
        """Whether it was taken back."""

    @property
    def undo(self) -> str:
        """The target of the next Undo, "": none."""

    @property
    def redo(self) -> str:
        """The target of the next Redo, "": none."""


@dataclass(frozen=True)
class Failure:
    """A save that did not reach the file, and how to try it again."""

    problem: UserProblem
    again: Callable[[], None]


class Announcer(QObject):
    """The one bulletin board of a window; handed to every page."""

    changed = Signal(object)  # Change: something was written
    not_saved = Signal(object)  # Failure
    wanted = Signal(object)  # Place: a page asks the window to go there
    reference_changed = Signal()  # another reference is in use: pages are to be made anew
    said = Signal(str)  # a sentence for the info bar and the screen reader

    def __init__(self) -> None:
        super().__init__()
        self.writing_as = ""  # the helper who writes now; "": the person herself

    def tell(self, change: Told) -> None:
        """Pass a journal's change on to everyone who watches."""
        self.changed.emit(change)

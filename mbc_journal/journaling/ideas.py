"""Coping ideas of the reference: a plain list for everyone. Nothing here looks at what anyone wrote."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Self

from mbc_journal import content, wording
from mbc_journal.content import Place
from mbc_journal.wording import _


class Effort(StrEnum):
    """How much it takes."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True)
class Source:
    """Where a reason was read. `date` is its own ("2024-06-26", "2021", "": not known), `checked` is ours."""

    id: str
    title: str
    publisher: str
    date: str
    checked: str


@dataclass(frozen=True)
class Line:
    """A crisis line: where it answers, and its number."""

    where: str
    number: str
    checked: bool

    @property
    def words(self) -> str:
        """As "Canada: 988"."""
        return _("{where}: {number}").format(where=wording.say(self.where), number=self.number)


@dataclass(frozen=True, kw_only=True)
class Idea:
    """One idea. `how` is our own step, `why` what its sources say; texts are msgids."""

    id: str
    title: str
    how: str
    why: str
    kind: str
    effort: Effort
    tags: tuple[str, ...]
    helps_with: tuple[str, ...]  # scale ids
    sources: tuple[str, ...]  # ids of Source
    checked: str  # ISO day of our check, "": not yet
    unchecked: tuple[str, ...]  # fields that no read source supports
    lines: tuple[Line, ...]

    @property
    def is_checked(self) -> bool:
        """Whether a read source supports the reason."""
        return "why" not in self.unchecked and bool(self.checked)

    @property
    def can_be_tried(self) -> bool:
        """Whether it is something to try and to write about; a crisis line is to be called."""
        return not self.lines


@dataclass(frozen=True)
class _File:
    sources: tuple[Source, ...]
    ideas: tuple[Idea, ...]


class Ideas:
    """The ideas of resources/reference/<language>/coping.json, read when first asked for.

    Any look-up raises ResourceBroken, naming the place in the file, if it is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "coping.json"

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The ideas of a folder; nothing is read yet."""
        return cls(folder)

    @property
    def all(self) -> tuple[Idea, ...]:
        """Every idea, in the order of lists."""
        return self._read.ideas

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each idea by its id."""
        return {idea.id: idea.title for idea in self.all}

    @cached_property
    def helps_with(self) -> tuple[str, ...]:
        """Scale ids some idea helps with, in the order of lists."""
        return tuple(dict.fromkeys(scale for idea in self.all for scale in idea.helps_with))

    def get(self, idea_id: str) -> Idea | None:
        """The idea of an id; None for an id that is not in this reference."""
        return next((idea for idea in self.all if idea.id == idea_id), None)

    def helping(self, *scales: str) -> tuple[Idea, ...]:
        """The ideas that help with a scale, or with any of several, each once."""
        return tuple(dict.fromkeys(idea for scale in scales for idea in self.all if scale in idea.helps_with))

    def sources(self, idea: Idea) -> tuple[Source, ...]:
        """Where the reason of `idea` was read."""
        return tuple(one for one in self._read.sources if one.id in idea.sources)

    def why_words(self, idea: Idea, today: dt.date) -> str:
        """The reason, where it was read and when we checked; or that nobody has checked it yet."""
        why = wording.say(idea.why)
        if not idea.is_checked:
            return _("Not yet checked: {why}").format(why=why)
        named = "; ".join(f"{one.title}, {one.publisher}" for one in self.sources(idea))
        checked = wording.checked_words([idea.checked], today)
        return _("{why} Sources: {sources}. {checked}").format(why=why, sources=named, checked=checked)

    @cached_property
    def _read(self) -> _File:
        read = content.build(_File, content.load(self._path), Place(self._path.name))
        known = {source.id for source in read.sources}
        for number, idea in enumerate(read.ideas):
            if not known.issuperset(idea.sources):
                raise Place(self._path.name).key("ideas").item(number).broken("no such source")
        return read

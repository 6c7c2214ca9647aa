"""The texts of the reference as they stand in resources/reference/<language>; all of them are msgids."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Statement:
    """One thing that is said, and where it was read."""

    text: str
    source_ids: tuple[str, ...]
    checked: str  # the day we checked, "" for never
    unchecked: bool  # no read source supports it: shown with a badge


@dataclass(frozen=True)
class CallSign:
    """A sign of signs.json that is told with a treatment."""

    key: str
    unchecked: bool


@dataclass(frozen=True)
class LabelRead:
    """How much of the US label was read, and its day; "": there is no label."""

    read: str
    date: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is said of one treatment. Side effects stand in the catalogue, the words of signs in signs.json."""

    id: str
    summary: bool  # only copies or news stand behind it
    label: LabelRead
    line: tuple[Statement, ...]
    signs: tuple[CallSign, ...]
    given: tuple[Statement, ...]
    checks: tuple[Statement, ...]
    boxed: tuple[Statement, ...]
    warnings: tuple[Statement, ...]
    with_others: tuple[Statement, ...]
    know: tuple[Statement, ...]
    ask: tuple[str, ...]  # our own questions

    def statements(self) -> Iterator[Statement]:
        """All that is said, in the order of the page."""
        for part in (
            self.line, self.given, self.checks, self.boxed, self.warnings, self.with_others, self.know
        ):  # fmt: skip
            yield from part


class BulletKind(StrEnum):
    """A fact of a source; or a prompt of our own: worth writing down, or worth asking."""

    FACT = "fact"
    LOG = "log"
    ASK = "ask"


@dataclass(frozen=True)
class Bullet:
    """One line of a topic. `opt_in`: outlook figures, closed until they are asked for."""

    id: str
    kind: BulletKind
    opt_in: bool
    text: str
    source_ids: tuple[str, ...]
    checked: str
    unchecked: bool

    @property
    def statement(self) -> Statement:
        """What it says."""
        return Statement(self.text, self.source_ids, self.checked, self.unchecked)


@dataclass(frozen=True)
class Topic:
    """A topic; `kind` is the category of treatments it introduces, "" for none. `opt_in`: all of it is closed."""

    id: str
    title: str
    kind: str
    opt_in: bool
    bullets: tuple[Bullet, ...]

    @property
    def open_bullets(self) -> tuple[Bullet, ...]:
        """What everyone sees."""
        return () if self.opt_in else tuple(bullet for bullet in self.bullets if not bullet.opt_in)

    @property
    def closed_bullets(self) -> tuple[Bullet, ...]:
        """What stands behind the door."""
        return tuple(bullet for bullet in self.bullets if self.opt_in or bullet.opt_in)


@dataclass(frozen=True)
class ClassText:
    """How a class of medicines works."""

    id: str
    how: tuple[Statement, ...]


@dataclass(frozen=True)
class PlainWords:
    """Words people use: by side effect, by topic, and for a word of our texts; `small` ones mean nothing alone."""

    effects: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    small: tuple[str, ...]

"""Help in our own words: short parts, searched without a network; and the keys that rows and lists answer to."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mbc_journal import content, wording
from mbc_journal.content import Place
from mbc_journal.wording import N_, _

LONGEST_SEARCH = 200
"""Letters of a search that count; the rest of a long text changes nothing."""

_ROW_KEYS = (
    (N_("Answer a level row: None to Very severe"), N_("0 to 4")),
    (N_("Choose the level beside it"), N_("Left, Right")),
    (N_("Go to the row above or below"), N_("Up, Down")),
    (N_("Same as yesterday, for this row"), "="),
    (N_("Take an answer back"), N_("Backspace")),
    (N_("Details of a row, or open a line of a list"), N_("Enter")),
    (N_("Read about a symptom or a treatment in the reference"), "R"),
    (N_("Put a line of a list into the bin"), N_("Delete")),
    (N_("Move a line of a list"), N_("Alt+Up, Alt+Down")),
    (N_("Today: an earlier day, a later day"), N_("Alt+Page Up, Alt+Page Down")),
    (N_("Today: back to today"), N_("Alt+Home")),
    (N_("Press a button with an underlined letter"), N_("Alt+letter")),
    (N_("Close what is open, and keep its words"), N_("Esc")),
)


@dataclass(frozen=True)
class Part:
    """One answer of the help: a title, a few sentences, and other words people look for."""

    id: str
    title: str
    sentences: tuple[str, ...]
    search_words: tuple[str, ...]


@dataclass(frozen=True)
class KeyRow:
    """What a key does, and how it is called."""

    words: str
    keys: str


@dataclass(frozen=True)
class _File:
    parts: tuple[Part, ...]


def load(path: Path) -> tuple[Part, ...]:
    """The parts of one language, in the order of the page. Raises ResourceBroken, naming the place, if damaged."""
    return content.build(_File, content.load(path), Place(path.name)).parts


def row_keys() -> tuple[KeyRow, ...]:
    """Keys of rows and lists, which no menu names."""
    return tuple(KeyRow(_(words), _(keys)) for words, keys in _ROW_KEYS)


def find(parts: Sequence[Part], wanted: str) -> list[Part]:
    """The parts that hold the most of the words `wanted`, as words or beginnings; all parts for no words at all.

    Those that hold them in the title come first, then those in the title and the other words people look for.
    """
    words = _words(wanted[:LONGEST_SEARCH])
    held = [_held(_text(part), words) for part in parts]
    most = max(held, default=0)
    if words and not most:
        return []
    found = [part for part, count in zip(parts, held, strict=True) if count == most]
    return sorted(found, key=lambda part: (-_held(wording.say(part.title), words), -_held(_heading(part), words)))


def find_keys(rows: Sequence[KeyRow], wanted: str) -> list[KeyRow]:
    """Keys whose words or names begin with each of the words `wanted`."""
    words = _words(wanted[:LONGEST_SEARCH])
    return [row for row in rows if _held(f"{row.words} {row.keys}", words) == len(words)]


def _text(part: Part) -> str:
    return " ".join([_heading(part), *(wording.say(text) for text in part.sentences)])


def _heading(part: Part) -> str:
    return " ".join(wording.say(text) for text in (part.title, *part.search_words))


def _words(text: str) -> list[str]:
    """The words of `text` in small letters without accents, each once."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = (letter if letter.isalnum() or letter in "=+" else " " for letter in letters if not _is_mark(letter))
    return list(dict.fromkeys("".join(plain).split()))


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0


def _held(text: str, wanted: Sequence[str]) -> int:
    """How many of the words `wanted` begin a word of `text`."""
    words = _words(text)
    return sum(any(word.startswith(one) for word in words) for one in wanted)

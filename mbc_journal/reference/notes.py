"""What stands in small beside statements: a badge, the numbers of sources; once below them where all share them."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mbc_journal.reference.pages import Said
from mbc_journal.wording import _

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True)
class Noted:
    """Statements with what only they say in small, and the note that all of them share."""

    lines: tuple[Said, ...]
    note: str = ""


def noted(lines: Sequence[Said]) -> Noted:
    """The same statements; badge and sources are taken off each and said once if all share them."""
    numbers = _shared(line.numbers for line in lines) or ()
    badge = _shared(line.badge for line in lines) or ""
    own = [replace(line, badge="" if badge else line.badge, numbers=() if numbers else line.numbers) for line in lines]
    return Noted(tuple(own), ", ".join(words for words in (badge, number_words(numbers)) if words))


def number_words(numbers: Sequence[int]) -> str:
    """As "Sources 1-4, 7"; "" for none."""
    if not numbers:
        return ""
    words = _("Source {numbers}") if len(numbers) == 1 else _("Sources {numbers}")
    return words.format(numbers=_listed(numbers))


def brackets(numbers: Sequence[int]) -> str:
    """As "[1-4, 7]"; "" for none."""
    return f"[{_listed(numbers)}]" if numbers else ""


def _shared(values: Iterable[T]) -> T | None:
    """The one value that all have."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _listed(numbers: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)

"""What helped before: the person's own counts, from her own notes. No scores, and nothing is concluded from them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from mbc_journal.records import Note, NoteKind
from mbc_journal.wording import _, ngettext

_SHORT = 40
"""A note of so few letters names what helped by itself, as "A hot bath."."""

_NOT_HERS = frozenset({"imported"})


@dataclass(frozen=True)
class Before:
    """One thing that helped: how often, of how many times she wrote about it, and in which notes."""

    name: str
    helped: int
    tried: int
    notes: tuple[UUID, ...]

    @property
    def words(self) -> str:
        """As "helped 6 of 7 times"; "helped 4 times" where it always did."""
        if self.helped < self.tried:
            return _("helped {helped} of {tried} times").format(helped=self.helped, tried=self.tried)
        return ngettext("helped {count} time", "helped {count} times", self.helped).format(count=self.helped)


def what_helped(notes: Sequence[Note], titles: Mapping[str, str], most: int = 8) -> list[Before]:
    """What helped at least once, most often first; `titles` names coping ideas by their ids.

    A note counts for the coping idea it is about; else for each of its tags; else, where it is short, for its words.
    """
    names: dict[str, str] = {}
    found: dict[str, dict[UUID, Note]] = {}
    for note in notes:
        if note.helped is not None or note.kind is NoteKind.HELPED:
            for name in _things(note, titles):
                names.setdefault(name.casefold(), name)
                found.setdefault(name.casefold(), {})[note.id] = note
    counted = [_before(names[key], tuple(about.values())) for key, about in found.items()]
    return sorted((one for one in counted if one.helped), key=_most_first)[:most]


def _before(name: str, notes: Sequence[Note]) -> Before:
    helped = sum(note.helped is None or note.helped > 0 for note in notes)
    return Before(name[:1].upper() + name[1:], helped, len(notes), tuple(note.id for note in notes))


def _things(note: Note, titles: Mapping[str, str]) -> Iterator[str]:
    if note.strategy:
        yield titles.get(note.strategy, note.strategy)
        return
    named = [tag for tag in note.tags if tag.casefold() not in _NOT_HERS]
    words = note.text.strip()
    if named:
        yield from named
    elif words and len(words) <= _SHORT and "\n" not in words:
        yield words.rstrip(".! ") or words


def _most_first(one: Before) -> tuple[int, str]:
    return -one.helped, one.name.casefold()

"""Finding a page of the reference by any word a person may have: names, classes, side effects, topics, ideas.

What stands behind the outlook door is not in here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mbc_journal.catalogue import search
from mbc_journal.reference.library import Reference

LONGEST = 200
"""So many letters of what was typed are looked at."""

_LIMIT = 8
_PART = 1.0  # what a name is worth that holds only some of the words
_SURE = 5  # letters of one word that may be misspelt


class Group(StrEnum):
    """What kind of page was found."""

    TREATMENT = "treatment"
    KIND = "kind"
    EFFECT = "effect"
    TOPIC = "topic"
    IDEA = "idea"
    TEXT = "text"  # a page whose text holds the words


@dataclass(frozen=True)
class Key:
    """Which page: a treatment, a category, a side effect, a topic or an idea, by its id."""

    group: Group
    id: str


@dataclass(frozen=True)
class Hit:
    """A page that was found, and what to call it (a msgid)."""

    key: Key
    title: str


@dataclass(frozen=True)
class Found:
    """Hits by group, the best group first. `near`: nothing fits, but these are spelled alike."""

    groups: tuple[tuple[Group, tuple[Hit, ...]], ...] = ()
    near: tuple[Hit, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Every hit, in the order shown."""
        return tuple(hit for _group, hits in self.groups for hit in hits)


class Index:
    """All names of all pages; made on the first search."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    def find(self, typed: str) -> Found:
        """The pages for `typed`: by name, else by most of the words, else misspelt, else by their text."""
        wanted = self._wanted(typed)
        if not wanted:
            return Found()
        scores = self._by_name(wanted) or self._by_spelling(wanted) or self._by_some_words(wanted)
        if scores:
            return Found(self._grouped(scores))
        told = self._by_text(wanted)
        if told:
            return Found(((Group.TEXT, told),))
        return Found(near=self._near(wanted))

    def _wanted(self, typed: str) -> str:
        words, plain = search.plain(typed[:LONGEST]).split(), self._reference.plain_words
        meant = [word for word in words if word not in plain.small] or words
        return " ".join(plain.words.get(word, word) for word in meant)

    def _by_name(self, wanted: str) -> dict[Hit, float]:
        scores: dict[Hit, float] = {}
        for name, hit in self._names:
            score = search.begun(wanted, name)
            if score:
                scores[hit] = max(scores.get(hit, 0.0), score)
        return scores

    def _by_some_words(self, wanted: str) -> dict[Hit, float]:
        words = wanted.split()
        scores: dict[Hit, float] = {}
        for name, hit in self._names:
            held = sum(f" {word}" in f" {name}" for word in words if len(word) > 2)
            if held:
                scores[hit] = max(scores.get(hit, 0.0), _PART * held / len(words))
        best = max(scores.values(), default=0.0)
        return {hit: score for hit, score in scores.items() if score == best}

    def _by_spelling(self, wanted: str) -> dict[Hit, float]:
        names = [name for name, _hit in self._names]
        scores: dict[Hit, float] = {}
        for part in dict.fromkeys([wanted, *(word for word in wanted.split() if len(word) >= _SURE)]):
            for place, score in search.misspelt(part, names).items():
                hit = self._names[place][1]
                scores[hit] = max(scores.get(hit, 0.0), score * len(part) / len(wanted))
        return scores

    def _by_text(self, wanted: str) -> tuple[Hit, ...]:
        words = wanted.split()
        held = (hit for text, hit in self._texts if all(f" {word}" in text for word in words))
        return tuple(hit for hit, _number in zip(held, range(_LIMIT), strict=False))

    def _near(self, wanted: str) -> tuple[Hit, ...]:
        places = search.nearest(wanted, [name for name, _hit in self._names], _LIMIT)
        return tuple(dict.fromkeys(self._names[place][1] for place in places))[:3]

    def _grouped(self, scores: dict[Hit, float]) -> tuple[tuple[Group, tuple[Hit, ...]], ...]:
        ordered = sorted(scores, key=lambda hit: -scores[hit])
        groups = dict.fromkeys(hit.key.group for hit in ordered)
        return tuple((group, _of(group, ordered)) for group in groups)

    @cached_property
    def _names(self) -> tuple[tuple[str, Hit], ...]:
        return tuple((plain, hit) for name, hit in self._all_names() if (plain := search.plain(name)))

    def _all_names(self) -> Iterator[tuple[str, Hit]]:
        catalogue, plain = self._reference.catalogue, self._reference.plain_words
        for drug in catalogue.drugs:
            hit = Hit(Key(Group.TREATMENT, drug.id), drug.title)
            yield from ((name, hit) for name in drug.names)
        for group in catalogue.groups.classes:
            yield group.name, Hit(Key(Group.KIND, group.kind), group.name)
        for kind in catalogue.groups.kinds:
            if self._reference.topic_of(kind.id) is None:
                yield kind.name, Hit(Key(Group.KIND, kind.id), kind.name)
        for effect in catalogue.effects.values():
            hit = Hit(Key(Group.EFFECT, effect.id), effect.label)
            yield from ((name, hit) for name in (effect.label, *plain.effects.get(effect.id, ())))
        for topic in self._reference.topics:
            if not topic.opt_in:
                hit = Hit(Key(Group.TOPIC, topic.id), topic.title)
                yield from ((name, hit) for name in (topic.title, *plain.topics.get(topic.id, ())))
        for idea in self._reference.ideas.all:
            hit = Hit(Key(Group.IDEA, idea.id), idea.title)
            yield from ((name, hit) for name in (idea.title, *idea.tags))

    @cached_property
    def _texts(self) -> tuple[tuple[str, Hit], ...]:
        found = [(_blob(bullet.text for bullet in topic.open_bullets), Group.TOPIC, topic.id, topic.title)
                 for topic in self._reference.topics]  # fmt: skip
        for entry in self._reference.entries():
            drug = self._reference.catalogue.get(entry.id)
            if drug is not None:
                said = _blob(said.text for said in entry.statements())
                found.append((said, Group.TREATMENT, drug.id, drug.title))
        for idea in self._reference.ideas.all:
            found.append((_blob((idea.how, idea.why)), Group.IDEA, idea.id, idea.title))
        return tuple((text, Hit(Key(group, page), title)) for text, group, page, title in found)


def _of(group: Group, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits if hit.key.group is group)[:_LIMIT]


def _blob(texts: Iterable[str]) -> str:
    return f" {search.plain(' '.join(texts))}"

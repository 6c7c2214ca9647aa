"""The texts of the reference, read from disk when they are first asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mbc_journal import call, content
from mbc_journal.call import Sign, Source
from mbc_journal.catalogue import Catalogue
from mbc_journal.content import Place
from mbc_journal.journaling import Ideas
from mbc_journal.reference.texts import ClassText, Entry, PlainWords, Statement, Topic


@dataclass(frozen=True)
class _Entries:
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class _Topics:
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class _Classes:
    how_it_works: tuple[ClassText, ...]


@dataclass(frozen=True)
class _Sources:
    sources: tuple[Source, ...]


class Reference:
    """All texts of one language, beside the catalogue of the same folder; a file is read when it is needed.

    Any look-up raises ResourceBroken, naming file and place, if a file is damaged.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._folder: Path = catalogue.folder
        self._read: dict[str, Mapping[str, Entry]] = {}

    def entry(self, drug_id: str) -> Entry | None:
        """What is said of a treatment; None for an id that is not in this reference."""
        drug = self.catalogue.get(drug_id)
        if drug is None:
            return None
        if drug.kind not in self._read:
            self._read[drug.kind] = self._entries(f"texts-{drug.kind}.json")
        return self._read[drug.kind].get(drug_id)

    def entries(self) -> Iterator[Entry]:
        """Every entry, in the order of the catalogue."""
        for drug in self.catalogue.drugs:
            entry = self.entry(drug.id)
            if entry is not None:
                yield entry

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Every topic, those behind the door too, in the order of lists."""
        path = self._folder / "topics.json"
        read = content.build(_Topics, content.load(path), Place(path.name)).topics
        for topic in read:
            for bullet in topic.bullets:
                self._check(bullet.statement, Place(path.name, bullet.id))
        return read

    def topic(self, topic_id: str) -> Topic | None:
        """The topic of an id; None for an id that is not in this reference."""
        return next((topic for topic in self.topics if topic.id == topic_id), None)

    def topic_of(self, kind: str) -> Topic | None:
        """The topic that introduces a category of treatments; None for one that no topic introduces, and for ""."""
        return next((topic for topic in self.topics if kind and topic.kind == kind), None)

    def how_it_works(self, class_id: str) -> tuple[Statement, ...]:
        """How a class of medicines works; () where we do not say."""
        return self._classes[class_id].how if class_id in self._classes else ()

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Where statements were read, by id."""
        path = self._folder / "sources.json"
        return {one.id: one for one in content.build(_Sources, content.load(path), Place(path.name)).sources}

    @cached_property
    def signs(self) -> Mapping[str, Sign]:
        """The signs to call about, by key: the same words everywhere."""
        return {sign.key: sign for sign in call.load(self._folder).signs}

    @cached_property
    def ideas(self) -> Ideas:
        """Ideas that may help."""
        return Ideas.load(self._folder)

    @cached_property
    def plain_words(self) -> PlainWords:
        """The words people use."""
        path = self._folder / "plain_words.json"
        return content.build(PlainWords, content.load(path), Place(path.name))

    @cached_property
    def _classes(self) -> Mapping[str, ClassText]:
        path = self._folder / "classes.json"
        read = content.build(_Classes, content.load(path), Place(path.name)).how_it_works
        for one in read:
            for said in one.how:
                self._check(said, Place(path.name, one.id))
        return {one.id: one for one in read}

    def _entries(self, name: str) -> Mapping[str, Entry]:
        read = content.build(_Entries, content.load(self._folder / name), Place(name)).entries
        for entry in read:
            place = Place(name, entry.id)
            for said in entry.statements():
                self._check(said, place)
            for sign in entry.signs:
                if sign.key not in self.signs:
                    raise place.broken(f"no such sign: {sign.key}")
        return {entry.id: entry for entry in read}

    def _check(self, said: Statement, place: Place) -> None:
        for name in said.source_ids:
            if name not in self.sources:
                raise place.broken(f"no such source: {name}")

"""The reference: treatments with their groups, read from disk when they are first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Self

from mbc_journal import content
from mbc_journal.catalogue import search
from mbc_journal.catalogue.drug import Drug, DrugClass, Kind, Route, SideEffect
from mbc_journal.content import Place

_KEYS = (
    "id", "name", "other_names", "brands", "class_id", "kind", "route", "several", "atc", "approval", "usual", "plans",
    "effects", "unchecked", "unchecked_effects", "checked",
)  # fmt: skip


@dataclass(frozen=True)
class Groups:
    """What treatments are grouped by (groups.json), in the order of lists."""

    kinds: tuple[Kind, ...]
    routes: tuple[Route, ...]
    classes: tuple[DrugClass, ...]


@dataclass(frozen=True)
class _Effects:
    effects: tuple[SideEffect, ...]


class Catalogue:
    """The treatments of resources/reference/<language>. Reading waits for the first look-up.

    Any look-up raises ResourceBroken, naming file and place, if a file is damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The catalogue of a folder; nothing is read yet."""
        return cls(folder)

    @property
    def folder(self) -> Path:
        """Where the files of this language lie."""
        return self._folder

    @cached_property
    def groups(self) -> Groups:
        """Kinds, routes and classes."""
        path = self._folder / "groups.json"
        return content.build(Groups, content.load(path), Place(path.name))

    @cached_property
    def effects(self) -> Mapping[str, SideEffect]:
        """Side effects by id."""
        path = self._folder / "side_effects.json"
        return {one.id: one for one in content.build(_Effects, content.load(path), Place(path.name)).effects}

    @cached_property
    def drugs(self) -> tuple[Drug, ...]:
        """Every treatment, by kind, then as its file lists them."""
        found: list[Drug] = []
        for kind in self.groups.kinds:
            path = self._folder / f"therapies-{kind.id}.json"
            found.extend(self._read(path, kind.id))
        return tuple(found)

    @property
    def categories(self) -> tuple[tuple[str, str], ...]:
        """Id and name of every kind of treatment, in the order of lists."""
        return tuple((kind.id, kind.name) for kind in self.groups.kinds)

    def category(self, kind: str) -> str:
        """The name of a kind of treatment; one we do not know is its own name."""
        return dict(self.categories).get(kind, kind)

    def route(self, route: str) -> str:
        """How a route is said ("by mouth"); one we do not know is its own name."""
        return next((one.name for one in self.groups.routes if one.id == route), route)

    def get(self, drug_id: str) -> Drug | None:
        """The treatment of an id; None for an id that is not in this reference."""
        return self._by_id.get(drug_id)

    def find(self, words: str, limit: int = 8) -> list[Drug]:
        """Treatments by generic or brand name, begun, whole or misspelt, or by the name of their class; best first."""
        wanted = search.plain(words)
        if not wanted:
            return []
        names = [name for name, _drug in self._search_names]
        scores = (
            {place: score for place, name in enumerate(names) if (score := search.begun(wanted, name))}
            or search.misspelt(wanted, names)
            or {place: 1.0 for place, (_name, drug) in enumerate(self._search_names) if self._of_class(drug, wanted)}
        )
        best_first = sorted(scores, key=lambda place: -scores[place])
        found = dict.fromkeys(self._search_names[place][1].id for place in best_first)
        return [self._by_id[drug_id] for drug_id in list(found)[:limit]]

    @cached_property
    def medicine_names(self) -> Mapping[str, str]:
        """Generic and brand names that mean one single medicine, in small letters, each with the id it stands for.

        Names of entries that speak of several substances, of procedures and of care are left out.
        """
        medicines = {route.id for route in self.groups.routes if route.medicine}
        return {
            name.casefold(): drug.id
            for drug in self.drugs
            if drug.route in medicines and not drug.several
            for name in drug.names
        }

    @cached_property
    def _by_id(self) -> Mapping[str, Drug]:
        return {drug.id: drug for drug in self.drugs}

    @cached_property
    def _search_names(self) -> tuple[tuple[str, Drug], ...]:
        return tuple((search.plain(name), drug) for drug in self.drugs for name in drug.names)

    def _of_class(self, drug: Drug, wanted: str) -> bool:
        names = (search.plain(one.name) for one in self.groups.classes if one.id == drug.class_id)
        return any(search.begun(wanted, name) for name in names)

    def _read(self, path: Path, kind: str) -> list[Drug]:
        place = Place(path.name)
        entries = content.load(path)
        if (
            not isinstance(entries, dict)
            or list(entries) != ["therapies"]
            or not isinstance(entries["therapies"], list)
        ):
            raise place.broken('{"therapies": [...]} is expected')
        read: list[Drug] = []
        for number, entry in enumerate(entries["therapies"]):
            where = place.key("therapies").item(number)
            read.append(self._resolved(content.build(Drug, entry, where, _KEYS), kind, where))
        return read

    def _resolved(self, drug: Drug, kind: str, place: Place) -> Drug:
        group = next((one for one in self.groups.classes if one.id == drug.class_id), None)
        unknown = [effect for effect in drug.effects if effect not in self.effects]
        if group is None or unknown or drug.kind != kind:
            raise place.broken(f"{drug.id}: no such class, kind or side effect")
        shown = [] if not drug.is_checked("side_effects") else [
            effect for effect in drug.effects if effect not in drug.unchecked_effects
        ]  # fmt: skip
        logged = dict.fromkeys(scale for effect in shown for scale in self.effects[effect].log_ids)
        return replace(drug, offer_first=group.offer_first, measures=group.measures, side_effects=tuple(logged))

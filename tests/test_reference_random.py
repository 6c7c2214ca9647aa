"""References changed at random: each is refused whole, or every page of it can be shown."""

import copy
import datetime as dt
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import treatments
from mbc_journal.catalogue import Catalogue
from mbc_journal.journaling import Ideas
from mbc_journal.paths import Paths
from mbc_journal.problems import ReferenceRefused
from mbc_journal.reference import Reference, ways
from mbc_journal.reference.editions import Editions
from mbc_journal.reference.search import Group, Index, Key
from mbc_journal.scales import Scales
from tests.newer_references import as_one_file, newer_folder

LATER = dt.date(2028, 1, 1)
Way = tuple[str | int, ...]


def ways_into(value: Any, way: Way = ()) -> Iterator[Way]:
    """The way to every part of a value."""
    keys: Any = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield (*way, key)
        yield from ways_into(value[key], (*way, key))


def at(value: Any, way: Way) -> Any:
    for key in way:
        value = value[key]
    return value


def spoiled(files: Any, chance: random.Random) -> Any:
    """The same with one part dropped, doubled, emptied, or in another's place."""
    found = copy.deepcopy(files)
    all_ways = [way for way in ways_into(files) if len(way) > 1]
    way, other = chance.choice(all_ways), chance.choice(all_ways)
    parent, key = at(found, way[:-1]), way[-1]
    act = chance.choice(("drop", "double", "empty", "swap"))
    if act == "drop":
        del parent[key]
    elif act == "double" and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[int(key)]))
    elif act == "swap":
        near = [one for one in all_ways if one[0] == way[0] and type(at(files, one)) is type(at(files, way))]
        parent[key] = copy.deepcopy(at(files, chance.choice([*near, other])))
    else:
        parent[key] = type(parent[key])() if parent[key] is not None else 0
    return found


def show_everything(folder: Path, scales: Scales) -> None:
    """Build every page as the window does, the door shut and open, and search."""
    catalogue = Catalogue.load(folder)
    reference = Reference(catalogue)
    keys = [Key(Group.TREATMENT, drug.id) for drug in catalogue.drugs]
    keys += [Key(Group.KIND, kind) for kind, _name in catalogue.categories]
    keys += [Key(Group.EFFECT, effect) for effect in catalogue.effects]
    keys += [Key(Group.TOPIC, topic.id) for topic in reference.topics]
    for key in keys:
        for door_open in (False, True):
            assert ways.view(reference, key, LATER, catalogue.drugs, door_open) is not None
    index = Index(reference)
    for typed in ("letrozole", "tired", "zzzqq", "estrogen bone"):
        assert all(ways.view(reference, hit.key, LATER, ()) is not None for hit in index.find(typed).hits)
    assert {scales.get(scale).id for effect in catalogue.effects.values() for scale in effect.log_ids}
    for drug in catalogue.drugs:
        treatments.side_effects(drug, scales)
        treatments.names(catalogue, drug.name)
    assert all(idea.title for idea in Ideas.load(folder).all)


@pytest.mark.parametrize("seed", range(24))
def test_what_is_taken_can_be_shown_whole(paths: Paths, scales: Scales, tmp_path: Path, seed: int) -> None:
    path = as_one_file(newer_folder(tmp_path))
    files = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(spoiled(files, random.Random(seed))), encoding="utf-8")
    editions = Editions.of(paths, scales)
    try:
        taken = editions.take(path)
    except ReferenceRefused:
        assert editions.used() == (editions.built_in, "")
    else:
        show_everything(taken.folder, scales)


def test_the_whole_one_can_be_shown(paths: Paths, scales: Scales, tmp_path: Path) -> None:
    show_everything(Editions.of(paths, scales).take(newer_folder(tmp_path)).folder, scales)

"""What one file of a reference says of another resolves, and nothing stands twice; else it is refused by name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mbc_journal.paths import Paths
from mbc_journal.reference.editions import Editions
from mbc_journal.scales import Scales
from tests.newer_references import changed, newer_folder
from tests.test_reference_refused import first, line, refused


@pytest.fixture
def editions(paths: Paths, scales: Scales) -> Editions:
    """The references of a new person: none but the one built in."""
    return Editions.of(paths, scales)


def plan(**numbers: Any) -> Callable[[Any], None]:
    """Give the first treatment a usual plan of days in a cycle."""
    days = {"kind": "cycle_days", "per_day": 1, **numbers}
    return lambda value: value["therapies"][0].update(plans=[{"words": "x", "plan": days, "checked": True}])


def without(source_id: str) -> Callable[[Any], None]:
    """Leave one source out, that only a sign names."""
    return lambda value: value.update(sources=[one for one in value["sources"] if one["id"] != source_id])


def again(key: str) -> Callable[[Any], None]:
    """Put the first entry of a list behind the last."""
    return lambda value: value[key].append(value[key][0])


@pytest.mark.parametrize(
    ("file", "change", "why"),
    [
        ("texts-hormone", line(source_ids=["nobody"]), "nobody"),
        ("texts-hormone", first("entries", signs=[{"key": "NOSUCH", "unchecked": False}]), "NOSUCH"),
        ("texts-hormone", first("entries", id="no-such-drug"), "no-such-drug"),
        ("texts-hormone", again("entries"), "twice"),
        ("therapies-hormone", first("therapies", class_id="no-such-class"), "no such class"),
        ("therapies-hormone", first("therapies", kind="surgery"), "no such class, kind"),
        ("therapies-hormone", first("therapies", effects=["no-such-effect"]), "side effect"),
        ("therapies-hormone", first("therapies", route="no-such-way"), "no-such-way"),
        ("therapies-hormone", again("therapies"), "twice"),
        ("therapies-hormone", plan(length=21, days=[1, 22]), "letrozole: no such plan"),
        ("therapies-hormone", plan(length=21, days=[8, 1]), "letrozole: no such plan"),
        ("therapies-hormone", plan(length=21, days=[1, 1]), "letrozole: no such plan"),
        ("groups", first("classes", kind="no-such-kind"), "no-such-kind"),
        ("groups", first("classes", offer_first=["no-such-scale"]), "no-such-scale"),
        ("groups", first("classes", measures=["no-such-number"]), "no-such-number"),
        ("groups", again("kinds"), "twice"),
        ("side_effects", first("effects", log_ids=["no-such-scale"]), "no-such-scale"),
        ("side_effects", again("effects"), "twice"),
        ("topics", first("topics", kind="no-such-kind"), "no-such-kind"),
        ("topics", again("topics"), "twice"),
        ("topics", lambda value: value["topics"][0]["bullets"][0].update(source_ids=["nobody"]), "nobody"),
        ("topics", lambda value: value["topics"][0]["bullets"].append(value["topics"][0]["bullets"][0]), "twice"),
        ("classes", first("how_it_works", id="no-such-class"), "no-such-class"),
        ("plain_words", lambda value: value["topics"].update(nowhere=["word"]), "nowhere"),
        ("plain_words", lambda value: value["effects"].update(nothing=["word"]), "nothing"),
        ("coping", first("ideas", helps_with=["no-such-scale"]), "no-such-scale"),
        ("coping", first("ideas", sources=["nobody"]), "no such source"),
        ("signs", first("signs", source_ids=["nobody"]), "nobody is missing"),
        ("signs", again("signs"), "twice"),
        ("sources", again("sources"), "twice"),
        ("sources", without("fda-ixempra"), "fda-ixempra"),
    ],
)
def test_what_does_not_resolve_or_stands_twice_is_refused_by_name(
    editions: Editions, tmp_path: Path, file: str, change: Callable[[Any], None], why: str
) -> None:
    folder = newer_folder(tmp_path)
    changed(folder, file, change)
    said = refused(editions, folder)
    assert " does not fit at " in said
    assert why in said
    assert list(editions.own.iterdir()) == []

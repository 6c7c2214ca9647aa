"""Whether a reference can be taken: its shape by the schema, then everything that one file says of another."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mbc_journal import content
from mbc_journal.catalogue import Catalogue
from mbc_journal.content import Place
from mbc_journal.journaling import Ideas
from mbc_journal.reference.library import Reference
from mbc_journal.wording import N_, _

FORMAT, SCHEMA_VERSION = "mbc-journal-reference", 1
"""What about.json says of a reference that this program can read."""

_BROKEN_RULES = {  # keyword of the schema -> what is wrong there
    "additionalProperties": N_("there is more than belongs there"),
    "required": N_("something is missing"),
    "not": N_("there are signs that no text may have"),
    "maxLength": N_("it is too long"),
    "maxItems": N_("there is too much of it"),
}


def odd_shape(files: Mapping[str, Any], schema: Path) -> str:
    """Where the files, by name without suffix, are not as the schema says, and why; "" if they are."""
    from jsonschema import Draft202012Validator

    about = files.get("about")
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        return _("it is not a reference of this program")
    if about.get("schema_version") != SCHEMA_VERSION:
        return _("it was made for another version of this program")
    judge = Draft202012Validator(content.load(schema), format_checker=Draft202012Validator.FORMAT_CHECKER)
    found = next(judge.iter_errors(files), None)
    if found is None:
        return ""
    why = _(_BROKEN_RULES.get(found.validator, N_("it is not as it should be")))
    return _("at {where} {why}").format(where=found.json_path.removeprefix("$").lstrip(".") or FORMAT, why=why)


def check_folder(folder: Path, scale_ids: Collection[str]) -> None:
    """Read every file of a folder as the pages do. Raises ResourceBroken for what is missing, doubled or unknown."""
    catalogue, ideas = Catalogue.load(folder), Ideas.load(folder)
    reference = Reference(catalogue)
    groups, effects = catalogue.groups, catalogue.effects.values()
    kinds, topics = {one.id for one in groups.kinds}, {one.id for one in reference.topics}
    for kind in kinds:
        _check_entries(folder, catalogue, kind)
    list(reference.entries())
    reference.how_it_works("")
    _known("sources.json", reference.sources, (name for one in reference.signs.values() for name in one.source_ids))
    plain, file = reference.plain_words, "groups.json"
    _known(file, kinds, (one.kind for one in groups.classes))
    _known("therapies", {one.id for one in groups.routes}, (one.route for one in catalogue.drugs))
    _known("topics.json", kinds | {""}, (one.kind for one in reference.topics))
    _known("classes.json", {one.id for one in groups.classes}, _ids(content.load(folder / "classes.json")))
    _known("plain_words.json", {one.id for one in effects} | topics, (*plain.effects, *plain.topics))
    _known(file, scale_ids, (scale for one in groups.classes for scale in (*one.offer_first, *one.measures)))
    _known("side_effects.json", scale_ids, (scale for one in effects for scale in (*one.log_ids, *one.measure_ids)))
    _known("coping.json", scale_ids, ideas.helps_with)
    for drug in catalogue.drugs:
        for usual in drug.plans:
            _check_plan(drug.id, usual.plan)
    for path in sorted(folder.glob("*.json")):
        _check_once(path.name, content.load(path))
    _once("therapies", (one.id for one in catalogue.drugs))


def _check_entries(folder: Path, catalogue: Catalogue, kind: str) -> None:
    """The texts of a kind are those of its treatments."""
    path = folder / f"texts-{kind}.json"
    known = {one.id for one in catalogue.drugs if one.kind == kind}
    _known(path.name, known, _ids(content.load(path)))


def _check_plan(drug_id: str, plan: Mapping[str, Any]) -> None:
    """Days come one after the other, and none after the end of the cycle."""
    for days in (plan.get("days", []), plan.get("loading", [])):
        if days != sorted(set(days)) or (days and days[-1] > plan.get("length", days[-1])):
            raise Place("therapies").broken(f"{drug_id}: no such plan")


def _ids(value: Any) -> Iterator[str]:
    """The id of each entry in the one list of a file."""
    for entries in value.values():
        yield from (entry["id"] for entry in entries)


def _known(file: str, known: Collection[str], named: Iterable[str]) -> None:
    for name in named:
        if name not in known:
            raise Place(file).broken(f"no such id: {name}")


def _check_once(file: str, value: Any) -> None:
    """No list in a file names two of its entries alike."""
    if isinstance(value, dict):
        for part in value.values():
            _check_once(file, part)
    elif isinstance(value, list):
        _once(file, (part.get("id") or part.get("key") or str(place) for place, part in _objects(value)))
        for _place, part in _objects(value):
            _check_once(file, part)


def _objects(value: list[Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    return ((place, part) for place, part in enumerate(value) if isinstance(part, dict))


def _once(file: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise Place(file).broken(f"twice: {name}")
        seen.add(name)

"""References that were put in by hand: copies of the shipped one under a higher version, changed as a test needs."""

import json
from collections.abc import Callable, Container
from functools import cache
from pathlib import Path
from typing import Any

from mbc_journal.paths import resources

BUILT_IN = resources() / "reference" / "en"
Change = Callable[[Any], None]


def changed(folder: Path, name: str, change: Change) -> None:
    """Change the value of one file of a folder."""
    path = folder / f"{name}.json"
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value), encoding="utf-8")


def newer_folder(place: Path, version: int = 2, day: str = "2027-03-03", whole: bool = False) -> Path:
    """A folder with everything that ships, or with two hormone treatments alone, as a newer version."""
    folder = place / f"reference-{version}"
    folder.mkdir(parents=True)
    for name, text in (_files() if whole else _few_files()).items():
        (folder / name).write_text(text, encoding="utf-8")
    changed(folder, "about", lambda about: about.update(version=version, date=day))
    return folder


def _files() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(BUILT_IN.glob("*.json"))}


@cache
def _few_files() -> dict[str, str]:
    """Letrozole, anastrozole and what they need: checked in no time."""
    files = {name: json.loads(text) for name, text in _files().items() if "s-" not in name or "-hormone" in name}
    drugs = _only(files["therapies-hormone.json"], "therapies", ("letrozole", "anastrozole"))
    entries = _only(files["texts-hormone.json"], "entries", ("letrozole", "anastrozole"))
    _only(files["groups.json"], "kinds", ("hormone",))
    _only(files["groups.json"], "classes", ("aromatase-inhibitor",))
    _only(files["classes.json"], "how_it_works", ("aromatase-inhibitor",))
    _only(files["side_effects.json"], "effects", {effect for drug in drugs for effect in drug["effects"]})
    _only(files["signs.json"], "signs", {sign["key"] for entry in entries for sign in entry["signs"]} | {"ALLERGY"})
    _only(files["topics.json"], "topics", ("hormone-therapy", "prognosis"))
    files["plain_words.json"].update(topics={"prognosis": []}, effects={"fatigue": ["tired"]})
    files["coping.json"]["ideas"] = files["coping.json"]["ideas"][:3]
    named = json.dumps([files[name] for name in files if name not in ("sources.json", "coping.json")])
    _only(files["sources.json"], "sources", named)
    return {name: json.dumps(value) for name, value in files.items()}


def _only(value: Any, key: str, ids: Container[str]) -> list[dict[str, Any]]:
    """Leave only these entries of a list."""
    value[key] = [one for one in value[key] if one.get("id", one.get("key")) in ids]
    found: list[dict[str, Any]] = value[key]
    return found


def as_one_file(folder: Path) -> Path:
    """The same in one file beside the folder."""
    files = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}
    made = folder.with_suffix(".json")
    made.write_text(json.dumps(files), encoding="utf-8")
    return made


def without_letrozole(folder: Path) -> Path:
    """The same folder without one treatment and its text."""
    changed(folder, "therapies-hormone", lambda value: _drop(value["therapies"], "letrozole"))
    changed(folder, "texts-hormone", lambda value: _drop(value["entries"], "letrozole"))
    return folder


def _drop(entries: list[dict[str, Any]], entry_id: str) -> None:
    entries.remove(next(entry for entry in entries if entry["id"] == entry_id))

"""References that were put in by hand: copies of the shipped one under a higher version, changed as a test needs."""

import json
import shutil
from collections.abc import Callable, Container
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
    """A folder with everything that ships, or with a few hormone treatments alone, as a newer version."""
    folder = Path(shutil.copytree(BUILT_IN, place / f"reference-{version}"))
    changed(folder, "about", lambda about: about.update(version=version, date=day))
    if not whole:
        _cut(folder)
    return folder


def _cut(folder: Path) -> None:
    """Leave letrozole, anastrozole and what they need; so it is checked in no time."""
    for path in (*folder.glob("texts-*.json"), *folder.glob("therapies-*.json")):
        if not path.stem.endswith("-hormone"):
            path.unlink()
    changed(folder, "groups", _only_hormones)
    few = ("letrozole", "anastrozole")
    changed(folder, "therapies-hormone", lambda value: _keep(value, "therapies", few))
    changed(folder, "texts-hormone", lambda value: _keep(value, "entries", few))
    changed(folder, "classes", lambda value: _keep(value, "how_it_works", ("aromatase-inhibitor",)))
    changed(folder, "topics", lambda value: _keep(value, "topics", ("hormone-therapy", "prognosis")))
    named = "".join(path.read_text(encoding="utf-8") for path in folder.glob("t*.json"))
    named += _text(folder, "classes") + _text(folder, "signs")
    changed(folder, "sources", lambda value: _keep(value, "sources", named))
    changed(folder, "plain_words", lambda value: value.update(topics={"prognosis": []}))
    changed(folder, "coping", lambda value: value.update(ideas=value["ideas"][:3]))


def _text(folder: Path, name: str) -> str:
    return (folder / f"{name}.json").read_text(encoding="utf-8")


def _only_hormones(groups: Any) -> None:
    groups["kinds"] = [one for one in groups["kinds"] if one["id"] == "hormone"]
    groups["classes"] = [one for one in groups["classes"] if one["kind"] == "hormone"]


def _keep(value: Any, key: str, ids: Container[str]) -> None:
    value[key] = [one for one in value[key] if one["id"] in ids]


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

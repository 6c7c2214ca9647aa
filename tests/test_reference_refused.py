"""A reference that someone chose and that has anything wrong: refused whole with a sentence, and nothing is left."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbc_journal.paths import Paths, resources
from mbc_journal.problems import ReferenceRefused
from mbc_journal.reference.editions import Editions
from mbc_journal.scales import Scales
from tests.newer_references import as_one_file, changed, newer_folder

STAYS = "The reference in use stays, and "
Spoil = Callable[[Path], Path]


@pytest.fixture
def editions(paths: Paths, scales: Scales) -> Editions:
    """The references of a new person: none but the one built in."""
    return Editions.of(paths, scales)


def refused(editions: Editions, path: Path) -> str:
    """Why it is refused; the one in use stays, and nothing lies anywhere."""
    with pytest.raises(ReferenceRefused) as problem:
        editions.take(path)
    assert editions.used() == (editions.built_in, "")
    assert [one for one in editions.own.rglob("*") if one.is_file()] == []
    happened, kept, do_next = problem.value.sentences()
    assert (kept, do_next) == ("Nothing was changed.", "Choose another file, or ask whoever made it.")
    assert happened.startswith(STAYS)
    name, _was, why = happened.removeprefix(STAYS).partition(" was not taken: ")
    assert name
    assert len(happened) < 400
    return why.removesuffix(".")


# -- no reference at all -----------------------------------------------------------------------------------------


def archive(place: Path) -> Path:
    with zipfile.ZipFile(place / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("about.json", " " * 30_000_000)
    return place / "a.zip"


def large(place: Path) -> Path:
    with open(place / "large.json", "wb") as file:
        file.truncate(50_000_000)
    return place / "large.json"


def large_in_parts(place: Path) -> Path:
    folder = newer_folder(place)
    for number in range(6):
        (folder / f"part-{number}.json").write_bytes(b" " * 2_000_000)
    return folder


def many(place: Path) -> Path:
    for number in range(201):
        (place / f"part-{number}.json").write_text("{}")
    return place


def link(place: Path) -> Path:
    (place / "link.json").symlink_to(as_one_file(newer_folder(place)))
    return place / "link.json"


def link_to_folder(place: Path) -> Path:
    (place / "link").symlink_to(newer_folder(place), target_is_directory=True)
    return place / "link"


def link_inside(place: Path) -> Path:
    folder = newer_folder(place)
    (folder / "topics.json").rename(place / "topics.json")
    (folder / "topics.json").symlink_to(place / "topics.json")
    return folder


def pipe(place: Path) -> Path:
    os.mkfifo(place / "pipe.json")
    return place / "pipe.json"


def folder_as_file(place: Path) -> Path:
    folder = newer_folder(place)
    (folder / "more.json").mkdir()
    return folder


def holding(data: bytes) -> Spoil:
    def made(place: Path) -> Path:
        (place / "in.json").write_bytes(data)
        return place / "in.json"

    return made


NOT_OURS = "it is not a reference of this program"
DAMAGED = "it is damaged, or not a reference of this program"


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (archive, "it is not a file of plain text"),
        (large, "it is larger than any reference can be"),
        (large_in_parts, "it is larger than any reference can be"),
        (many, "it is larger than any reference can be"),
        (link, "it is only a link to another place"),
        (link_to_folder, "it is only a link to another place"),
        (link_inside, "it is only a link to another place"),
        (pipe, "it is not a file"),
        (folder_as_file, "it is not a file"),
        (lambda place: place, "there is no reference in this folder"),
        (lambda place: place / "nowhere.json", "it cannot be read"),
        (holding(b""), DAMAGED),
        (holding(b"\xff\xfe{\0}\0"), "it is not a file of plain text"),
        (holding('{"a": "é"}'.encode("latin-1")), "it is not a file of plain text"),
        (holding(b'\xef\xbb\xbf{"about": {}}'), DAMAGED),
        (holding(b"{"), DAMAGED),
        (holding(b'{"about": {}, "about": {}}'), DAMAGED),
        (holding(b'{"about": 1.5}'), DAMAGED),
        (holding(b'{"about": NaN}'), DAMAGED),
        (holding(b"[" * 100_000), DAMAGED),
        (holding(b'{"about": ' + b"9" * 10_000 + b"}"), DAMAGED),
        (holding(b"<html><script>alert(1)</script></html>"), DAMAGED),
        (holding(b"[]"), NOT_OURS),
        (holding(b'"about"'), NOT_OURS),
        (holding(b"{}"), NOT_OURS),
        (holding(b'{"about": []}'), NOT_OURS),
        (holding(b'{"about": {"format": "mbc-journal"}}'), NOT_OURS),
        (holding(b'{"format": "mbc-journal", "schema_version": 1}'), NOT_OURS),
    ],
)
def test_what_is_no_reference_is_refused(editions: Editions, tmp_path: Path, spoil: Spoil, why: str) -> None:
    place = tmp_path / "chosen"
    place.mkdir()
    assert refused(editions, spoil(place)) == why


# -- of a wrong shape --------------------------------------------------------------------------------------------


def first(key: str, **fields: Any) -> Callable[[Any], None]:
    """Change fields of the first entry of a list."""
    return lambda value: value[key][0].update(fields)


SIGNS = "there are signs that no text may have"
ODD = "it is not as it should be"
ENTRY, DRUG = "at ['texts-hormone'].entries[0]", "at ['therapies-hormone'].therapies[0]"
LINE = f"{ENTRY}.line[0].text "
MORE = " there is more than belongs there"
NEVER = [{"words": "x", "plan": {"kind": "daily", "per_day": 0}, "checked": True}]


def line(**fields: Any) -> Callable[[Any], None]:
    return lambda value: value["entries"][0]["line"][0].update(fields)


@pytest.mark.parametrize(
    ("file", "change", "why"),
    [
        ("about", lambda about: about.update(schema_version=2), "it was made for another version of this program"),
        ("about", lambda about: about.update(version="3"), f"at about.version {ODD}"),
        ("about", lambda about: about.update(version=0), f"at about.version {ODD}"),
        ("about", lambda about: about.update(version=True), f"at about.version {ODD}"),
        ("about", lambda about: about.update(date="2027-02-30"), f"at about.date {ODD}"),
        ("about", lambda about: about.update(date="20270303"), f"at about.date {ODD}"),
        ("about", lambda about: about.update(language="xx"), f"at about.language {ODD}"),
        ("about", lambda about: about.update(script="x"), "at about" + MORE),
        ("about", lambda about: about.pop("date"), "at about something is missing"),
        ("texts-hormone", line(text="<script>alert(1)</script>"), LINE + SIGNS),
        ("texts-hormone", line(text="Words <b>in bold</b>."), LINE + SIGNS),
        ("texts-hormone", line(text="{0.__class__}"), LINE + SIGNS),
        ("texts-hormone", line(text="two\nlines"), LINE + SIGNS),
        ("texts-hormone", line(text="ends with a line\n"), LINE + SIGNS),
        ("texts-hormone", line(text="a \u202eturned"), LINE + SIGNS),
        ("texts-hormone", line(text="half a letter \ud800"), LINE + SIGNS),
        ("texts-hormone", line(text="nul \0"), LINE + SIGNS),
        ("texts-hormone", line(text="x" * 1001), LINE + "it is too long"),
        ("texts-hormone", line(text=""), LINE + ODD),
        ("texts-hormone", first("entries", more=1), ENTRY + MORE),
        ("texts-hormone", first("entries", label={"read": "half", "date": ""}), f"{ENTRY}.label.read {ODD}"),
        ("texts-hormone", line(source_ids=[]), f"{ENTRY}.line[0].source_ids {ODD}"),
        ("texts-hormone", line(checked="9999-99-99"), f"{ENTRY}.line[0].checked {ODD}"),
        ("therapies-hormone", first("therapies", id="Letrozole"), f"{DRUG}.id {ODD}"),
        ("therapies-hormone", first("therapies", dose="2.5 mg"), DRUG + MORE),
        ("therapies-hormone", first("therapies", plans=NEVER), f"{DRUG}.plans[0].plan {ODD}"),
        ("groups", first("kinds", id="../../etc"), f"at groups.kinds[0].id {ODD}"),
        ("signs", first("signs", text="Call at {limit.__class__}."), f"at signs.signs[0].text {SIGNS}"),
        ("signs", first("signs", urgency="later"), f"at signs.signs[0].urgency {ODD}"),
        ("sources", first("sources", address="javascript:alert(1)"), f"at sources.sources[0].address {ODD}"),
        ("sources", first("sources", address="file:///etc/passwd"), f"at sources.sources[0].address {ODD}"),
        ("sources", first("sources", date="9999"), f"at sources.sources[0].date {ODD}"),
        ("sources", first("sources", date="2025-02-31"), f"at sources.sources[0].date {ODD}"),
        ("topics", lambda value: value["topics"][1].update(opt_in=False), f"at topics.topics[1].opt_in {ODD}"),
    ],
)  # fmt: skip
def test_what_is_not_as_the_schema_says_is_refused_with_its_place(
    editions: Editions, tmp_path: Path, file: str, change: Callable[[Any], None], why: str
) -> None:
    folder = newer_folder(tmp_path)
    changed(folder, file, change)
    assert refused(editions, folder) == why


@pytest.mark.parametrize("name", ["groups", "about", "texts-hormone", "therapies-hormone", "signs", "topics", "coping"])
def test_a_file_too_few_is_refused(editions: Editions, tmp_path: Path, name: str) -> None:
    folder = newer_folder(tmp_path)
    (folder / f"{name}.json").unlink()
    assert refused(editions, folder)


@pytest.mark.parametrize("name", ["more", "texts-../../x", "texts-hormone\n", "../about", "CON", "therapies-X"])
def test_a_part_of_an_unknown_name_is_refused(editions: Editions, tmp_path: Path, name: str) -> None:
    path = as_one_file(newer_folder(tmp_path))
    files = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(files | {name: files["texts-hormone"]}), encoding="utf-8")
    assert refused(editions, path)
    assert not list(tmp_path.rglob("x.json"))


@given(st.binary(max_size=300))
def test_random_bytes_are_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    place = tmp_path_factory.mktemp("random")
    path = holding(data)(place)
    with pytest.raises(ReferenceRefused):
        Editions(place / "own", resources()).take(path)
    assert [one.name for one in place.iterdir()] == ["in.json"]

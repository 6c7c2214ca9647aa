"""Which reference is used: the built-in one, a newer one put in by hand, the one before, never a damaged one."""

import datetime as dt
import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import content
from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import Paths
from mbc_journal.problems import CannotWrite, ReferenceRefused
from mbc_journal.records import PartialDate, Step, StepKind, Therapy
from mbc_journal.reference import Reference, checking, mine
from mbc_journal.reference.editions import Edition, Editions
from mbc_journal.scales import Scales
from tests.exchange.judges import schema_judge
from tests.newer_references import BUILT_IN, as_one_file, changed, newer_folder, without_letrozole

SCHEMA = BUILT_IN.parents[1] / "schemas" / "reference-1.schema.json"
TODAY = dt.date(2026, 11, 26)


@pytest.fixture
def editions(paths: Paths, scales: Scales) -> Editions:
    """The references of a new person: none but the one built in."""
    return Editions.of(paths, scales)


@pytest.fixture
def two(editions: Editions, tmp_path: Path) -> Editions:
    """Version 2 is in use."""
    editions.take(newer_folder(tmp_path))
    return editions


def line_of(edition: Edition, drug_id: str) -> str:
    entry = Reference(Catalogue.load(edition.folder)).entry(drug_id)
    assert entry is not None
    return entry.line[0].text


# -- what ships --------------------------------------------------------------------------------------------------


def test_what_ships_says_which_version_it_is_and_of_which_day(editions: Editions) -> None:
    used, said = editions.used()
    assert (used, said) == (editions.built_in, "")
    assert (used.folder, used.version, used.date, used.built_in) == (BUILT_IN, 1, "2026-11-23", True)
    assert used.words == "version 1 of 23 Nov 2026"
    assert editions.before() == used
    assert not editions.own.exists()


def test_its_day_is_the_newest_on_which_anything_of_it_was_checked() -> None:
    days: set[str] = set()
    for path in BUILT_IN.glob("*.json"):
        days |= days_in(content.load(path))
    assert max(days) == Editions(Path("nowhere"), BUILT_IN.parents[1]).built_in.date


def days_in(value: Any) -> set[str]:
    """Every day of a check in a value."""
    if isinstance(value, list):
        return set().union(*map(days_in, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    own = {value["checked"]} if isinstance(value.get("checked"), str) else set()
    return own.union(*map(days_in, value.values()))


@pytest.fixture(scope="module")
def judge() -> Any:
    """A judge of single files: the schema of all of them together, of which none must be there."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return schema_judge({name: value for name, value in schema.items() if name != "required"})


@pytest.mark.parametrize("path", sorted(BUILT_IN.glob("*.json")), ids=lambda path: str(path.stem))
def test_every_file_that_ships_is_as_the_schema_says(judge: Any, path: Path) -> None:
    assert [error.json_path for error in judge.iter_errors({path.stem: content.load(path)})] == []


def test_what_ships_would_be_taken(scales: Scales) -> None:
    files = {path.stem: content.load(path) for path in BUILT_IN.glob("*.json")}
    assert checking.odd_shape(files, SCHEMA) == ""
    checking.check_folder(BUILT_IN, {scale.id for scale in scales})


# -- a newer one -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", ["folder", "file"])
def test_a_newer_one_is_used_from_then_on(editions: Editions, tmp_path: Path, shape: str) -> None:
    folder = newer_folder(tmp_path)
    changed(folder, "texts-hormone", lambda value: value["entries"][0]["line"][0].update(text="New words."))
    taken = editions.take(folder if shape == "folder" else as_one_file(folder))
    assert (taken.version, taken.date, taken.built_in) == (2, "2027-03-03", False)
    assert editions.used() == (taken, "")
    assert taken.folder.parent == editions.own
    assert line_of(taken, "letrozole") == "New words."
    assert line_of(editions.built_in, "letrozole") != "New words."
    assert editions.before() == editions.built_in


def test_both_shapes_are_put_in_alike(paths: Paths, scales: Scales, tmp_path: Path) -> None:
    folder = newer_folder(tmp_path, whole=True)
    first, second = (Editions(tmp_path / name, BUILT_IN.parents[1], scales) for name in ("a", "b"))
    one, other = first.take(folder), second.take(as_one_file(folder))
    assert one.folder.name == other.folder.name
    for path in one.folder.iterdir():
        assert path.read_bytes() == (other.folder / path.name).read_bytes()


def test_letters_of_every_language_are_kept(editions: Editions, tmp_path: Path) -> None:
    folder = newer_folder(tmp_path)
    words = "Señora, 早く, שלום."
    changed(folder, "texts-hormone", lambda value: value["entries"][0]["line"][0].update(text=words))
    assert line_of(editions.take(folder), "letrozole") == words


def test_only_her_own_account_can_read_it(two: Editions) -> None:
    folder = two.used()[0].folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_other_files_in_the_folder_are_left_out(editions: Editions, tmp_path: Path) -> None:
    folder = newer_folder(tmp_path)
    (folder / "README.txt").write_bytes(b"\xff\xfe")
    (folder / "pictures").mkdir()
    taken = editions.take(folder)
    assert {path.name for path in taken.folder.iterdir()} == {path.name for path in folder.glob("*.json")}


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (2, "it is version 2, and version 2 of 3 Mar 2027 is in use, which is not older"),
        (1, "it is version 1, and version 2 of 3 Mar 2027 is in use, which is not older"),
    ],
)
def test_only_a_newer_version_is_taken(two: Editions, tmp_path: Path, version: int, said: str) -> None:
    again = newer_folder(tmp_path / "again", version)
    with pytest.raises(ReferenceRefused) as refused:
        two.take(again)
    assert str(refused.value).startswith(f"The reference in use stays, and reference-{version} was not taken: {said}.")
    assert two.used()[0].version == 2


# -- the way back ------------------------------------------------------------------------------------------------


def test_the_way_back_leads_to_the_one_before_and_then_to_the_built_in(two: Editions, tmp_path: Path) -> None:
    second = two.used()[0]
    two.take(newer_folder(tmp_path, 5))
    assert two.before() == second
    assert two.go_back() == second
    assert two.used() == (second, "")
    assert two.go_back() == two.built_in
    assert two.used() == (two.built_in, "")
    assert [path.name for path in two.own.iterdir()] == ["used.json"]
    assert two.go_back() == two.built_in


def test_after_the_way_back_it_can_be_put_in_again(two: Editions, tmp_path: Path) -> None:
    two.go_back()
    assert two.take(tmp_path / "reference-2").version == 2


def test_only_a_few_are_kept(editions: Editions, tmp_path: Path) -> None:
    for version in range(2, 7):
        editions.take(newer_folder(tmp_path, version))
    assert sorted(path.name.partition("-")[0] for path in editions.own.iterdir() if path.is_dir()) == ["4", "5", "6"]
    assert [editions.go_back().version for _step in range(3)] == [5, 4, 1]


# -- damage ------------------------------------------------------------------------------------------------------

DAMAGED = "The reference that was loaded is damaged. The built-in one is used; load the newer one again."


def a_letter(folder: Path) -> None:
    path = folder / "texts-hormone.json"
    path.write_bytes(path.read_bytes().replace(b"bone", b"bine", 1))


def one_file_less(folder: Path) -> None:
    (folder / "sources.json").unlink()


def one_file_more(folder: Path) -> None:
    (folder / "zzz.json").write_text("{}")


def all_gone(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def an_odd_list(folder: Path) -> None:
    (folder.parent / "used.json").write_text('{"put": [1')


def a_list_of_elsewhere(folder: Path) -> None:
    put = {"name": "../../etc", "sha256": "0", "checked_by": "1"}
    (folder.parent / "used.json").write_text(json.dumps({"put": [put]}))


@pytest.mark.parametrize("damage", [a_letter, one_file_less, one_file_more, all_gone, an_odd_list, a_list_of_elsewhere])
def test_of_a_damaged_one_the_built_in_steps_in_and_says_so(two: Editions, tmp_path: Path, damage: Any) -> None:
    damage(two.used()[0].folder)
    assert two.used() == (two.built_in, DAMAGED)
    assert two.before() == two.built_in
    assert two.take(tmp_path / "reference-2").version == 2
    assert two.used()[1] == ""
    damage(two.used()[0].folder)
    assert two.go_back() == two.built_in
    assert two.used()[1] == ""


def test_a_program_that_ships_a_newer_one_uses_its_own(two: Editions, tmp_path: Path) -> None:
    newer = newer_folder(tmp_path / "program" / "reference", 3)
    newer.rename(newer.with_name("en"))
    updated = Editions(two.own, tmp_path / "program", two.scales)
    assert updated.used() == (updated.built_in, "")
    assert updated.used()[0].version == 3


def test_one_that_another_version_of_the_program_checked_is_looked_at_anew(two: Editions, scales: Scales) -> None:
    path = two.own / "used.json"
    path.write_text(path.read_text().replace('"checked_by": "', '"checked_by": "0.'))
    assert two.used()[0].version == 2
    few = Scales(tuple(scale for scale in scales if scale.id != "joint-pain"), scales.vocabulary)
    assert replace(two, scales=few).used() == (two.built_in, DAMAGED)


def test_where_nothing_can_be_written_it_says_so_and_nothing_changes(editions: Editions, tmp_path: Path) -> None:
    editions.own.parent.mkdir()
    editions.own.write_text("a file where the folder should be")
    with pytest.raises(CannotWrite):
        editions.take(newer_folder(tmp_path))
    assert editions.own.is_file()
    editions.own.unlink()
    assert editions.used() == (editions.built_in, "")


def test_what_a_kill_left_behind_is_in_no_use_and_goes_with_the_next_one(editions: Editions, tmp_path: Path) -> None:
    left = editions.own / "2-0123456789ab"
    left.mkdir(parents=True)
    (left / "about.json").write_text("{")
    assert editions.used() == (editions.built_in, "")
    editions.take(newer_folder(tmp_path))
    assert not left.exists()


# -- her own -----------------------------------------------------------------------------------------------------


def test_a_treatment_whose_entry_went_is_hers_under_her_name(editions: Editions, tmp_path: Path) -> None:
    taken = Catalogue.load(editions.take(without_letrozole(newer_folder(tmp_path))).folder)
    own, other = Therapy(reference_id="letrozole", name="Femara"), Therapy(name="Tea")
    begun = [Step(therapy_id=one.id, kind=StepKind.START, on=PartialDate("2026-01")) for one in (own, other)]
    assert taken.get("letrozole") is None
    assert mine.current([own, other], begun, taken, TODAY) == ()
    assert [one.name for one in mine.gone([own, other], begun, taken, TODAY)] == ["Femara"]
    assert mine.gone([own, other], begun, Catalogue.load(BUILT_IN), TODAY) == ()

"""The checkout beside the code: one place for settings, no addresses, no unkind words, resources as they are here."""

import tomllib
from pathlib import Path

import pytest

from mbc_journal import paths
from tests.house import tree
from tests.surroundings import ROOT


def test_the_top_holds_what_the_house_knows() -> None:
    assert tree.unknown_at_the_top([path.name for path in ROOT.iterdir()]) == []
    assert tree.unknown_at_the_top(["notes.md", ".venv", ".mypy_cache"]) == ["notes.md"]


def test_resources_hold_what_the_house_knows() -> None:
    assert {path.name for path in (ROOT / "resources").iterdir()} <= tree.RESOURCES


def test_pyproject_is_the_only_configuration() -> None:
    assert tree.other_settings([path.as_posix() for path in tree.files()]) == []
    assert tree.other_settings(["tests/pytest.ini", "setup.cfg", "ruff.toml"]) == [
        "tests/pytest.ini",
        "setup.cfg",
        "ruff.toml",
    ]


def test_every_package_says_so() -> None:
    folders = {path.parent for path in tree.files() if path.suffix == ".py"}
    assert [folder.as_posix() for folder in folders if not (ROOT / folder / "__init__.py").is_file()] == []


def test_no_address_of_a_registry_and_no_folder_of_a_machine_is_named() -> None:
    assert [line for path, text in tree.texts() for line in tree.addresses(path, text)] == []
    for bad in ("see /home/anna/x", "pip install --index-url x", "numpy @ file:///x", "x --hash=sha256:0"):
        assert tree.addresses("x", bad)


def test_what_is_shipped_as_data_says_no_unkind_word() -> None:
    shipped = [(path, text) for path, text in tree.texts() if path.startswith(("resources/", "README", "CHANGELOG"))]
    assert [line for path, text in shipped for line in tree.unkind(path, text)] == []
    assert tree.unkind("x.json", '{"a": ["your battle"], "title": "Fighting"}') == ["x.json: battle"]


def test_no_printed_page_fetches_a_package() -> None:
    assert [line for path, text in tree.texts() for line in tree.loads_packages(path, text)] == []
    assert tree.loads_packages("a.typ", '#import "@preview/x:1.0"')


def test_the_resources_of_this_checkout_are_in_use() -> None:
    assert paths.resources() == ROOT / "resources"


def test_the_documents_name_files_that_are_there() -> None:
    for document in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for name in ("LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md"):
            assert name not in text or (ROOT / name).stat().st_size > 200
        pictures = [part.split(")")[0] for part in text.split("](")[1:]]
        assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []


def test_every_dependency_is_pinned_as_it_was_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {line.split("==")[0] for line in (ROOT / "constraints.txt").read_text().splitlines()}
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {_name(one) for one in wanted}
    assert names - pinned == set()


def _name(requirement: str) -> str:
    return requirement.split(">")[0].split("=")[0].split("<")[0].strip().lower()


def test_the_readme_gives_the_commands_that_ci_runs() -> None:
    runs = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "exec make -k test check" in runs
    assert "make test check" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("door", ["run", "demo", "test", "check", "bench"])
def test_every_door_stands_in_the_makefile(door: str) -> None:
    assert f"\n{door}:" in Path(ROOT / "Makefile").read_text(encoding="utf-8")

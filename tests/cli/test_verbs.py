"""The verbs when all is well: exactly the keys that were promised, and the same bytes again."""

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import __version__
from tests.cli.command import TODAY, Command, bundle, names, process, several

ENTRY = {"file", "bytes", "sha256"}


def assert_is_on_disk(entry: dict[str, Any]) -> None:
    """A reported file is there, as reported."""
    assert set(entry) == ENTRY
    data = Path(entry["file"]).read_bytes()
    assert (len(data), hashlib.sha256(data).hexdigest()) == (entry["bytes"], entry["sha256"])


def test_the_same_seed_and_day_give_the_same_bytes_in_every_time_zone(tmp_path: Path) -> None:
    found = set()
    for number, zone in enumerate(("Pacific/Auckland", "America/Los_Angeles")):
        journal, out = tmp_path / f"{number}.mbcj", tmp_path / f"{number}.json"
        make = ("demo", journal, "--seed", 9, "--today", TODAY)
        done = several(make, ("export", journal, out, "--format", "json", "--with-private-notes"), TZ=zone)
        assert done.code == 0, done.err
        found.add(out.read_bytes())
    assert len(found) == 1


def test_export_says_what_it_wrote_and_what_stayed_behind(command: Command, made_up: Path, tmp_path: Path) -> None:
    done = command("export", made_up, tmp_path / "out.json", "--format", "json")
    assert done.code == 0
    assert set(done.result) == {"format", *ENTRY, "records", "left_out"}
    assert_is_on_disk({key: done.result[key] for key in ENTRY})
    assert "Anyone who opens this file can read it." in done.err
    written = json.loads((tmp_path / "out.json").read_bytes())["records"]
    assert done.result["records"] == {kind: len(rows) for kind, rows in written.items() if rows}
    assert done.result["left_out"]["private_notes"] > 0
    assert not [note for note in written["Note"] if note["private"]]


def test_private_notes_leave_only_when_asked_for(command: Command, made_up: Path, tmp_path: Path) -> None:
    done = command("export", made_up, tmp_path / "out.json", "--format", "json", "--with-private-notes")
    assert done.result["left_out"] == {"private_notes": 0}
    written = json.loads((tmp_path / "out.json").read_bytes())["records"]
    assert [note for note in written["Note"] if note["private"]]


def test_out_and_in_and_out_again_is_byte_for_byte_the_same(command: Command, made_up: Path, tmp_path: Path) -> None:
    first, second, new = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "new.mbcj"
    assert command("export", made_up, first, "--format", "json", "--with-private-notes").code == 0
    brought = command("import", new, first)
    assert brought.code == 0
    assert brought.result["restored"] is True
    assert brought.result["batch"] is None
    assert brought.result["same"] == brought.result["conflict"] == {}
    assert brought.result["items"] == sum(brought.result["new"].values()) == sum(brought.result["records"].values())
    assert command("export", new, second, "--format", "json", "--with-private-notes").code == 0
    assert first.read_bytes() == second.read_bytes()
    again = command("import", new, first)
    assert (again.code, again.result["new"], again.result["records"]) == (0, {}, {})
    assert names(tmp_path) == {"1.json", "2.json", "new.mbcj"}


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_report_prints_one_page(command: Command, made_up: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "brief.pdf"
    done = command("report", made_up, out, "--today", TODAY, "--paper", paper)
    assert done.code == 0
    assert set(done.result) == {"files", "pages", "plan"}
    assert done.result["pages"] == 1
    assert done.result["plan"] in range(12)
    assert_is_on_disk(done.result["files"][0])
    assert out.read_bytes().startswith(b"%PDF-")


def test_report_keeps_to_the_days_it_is_told(command: Command, made_up: Path, tmp_path: Path) -> None:
    pages = []
    for since, until in (("2026-09-01", "2026-09-30"), ("2026-09-01", "2026-10-31")):
        out = tmp_path / f"{until}.pdf"
        done = command("report", made_up, out, "--since", since, "--until", until, "--today", TODAY, "--kind", "brief")
        assert done.code == 0
        pages.append(out.read_bytes())
    assert pages[0] != pages[1]


def test_backup_is_a_whole_journal_with_its_manifest(command: Command, made_up: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    done = command("backup", made_up, folder)
    assert done.code == 0
    assert set(done.result) == {"files"}
    for entry in done.result["files"]:
        assert_is_on_disk(entry)
    copy, manifest = (Path(entry["file"]) for entry in done.result["files"])
    assert json.loads(manifest.read_bytes())["sha256"] == done.result["files"][0]["sha256"]
    assert command("check", copy).result["sound"] is True
    for source, out in ((made_up, "a.json"), (copy, "b.json")):
        assert command("export", source, tmp_path / out, "--format", "json").code == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_check_of_a_sound_journal(command: Command, made_up: Path) -> None:
    before = made_up.read_bytes()
    done = command("check", made_up)
    assert done.code == 0
    assert set(done.result) == {"sound", "rows", "damaged"}
    assert (done.result["sound"], done.result["damaged"]) == (True, [])
    assert done.result["rows"] > 700
    assert made_up.read_bytes() == before
    assert names(made_up.parent) == {"demo.mbcj"}


def test_import_of_a_foreign_file_makes_the_journal_and_the_second_time_brings_nothing(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "in.json").write_text(json.dumps(bundle("ann")))
    seen = command("import", tmp_path / "new.mbcj", tmp_path / "in.json", "--dry-run")
    assert names(tmp_path) == {"in.json"}
    done = command("import", tmp_path / "new.mbcj", tmp_path / "in.json")
    assert done.code == 0
    assert set(done.result) == {
        "format", "items", "new", "same", "conflict", "skipped", "records", "warnings", "batch", "restored",
    }  # fmt: skip
    assert done.result["format"] == "fhir"
    assert done.result["records"] == {"Reading": 1}
    assert done.result["restored"] is False
    assert done.result["batch"]
    assert seen.result == done.result | {"batch": None}
    again = command("import", tmp_path / "new.mbcj", tmp_path / "in.json", "--format", "fhir")
    assert (again.code, again.result["new"], again.result["batch"]) == (0, {}, None)


def test_import_into_a_journal_with_entries_makes_a_backup_first(
    command: Command, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "in.json").write_text(json.dumps(bundle("ann")))
    done = command("import", own, tmp_path / "in.json", "--patient", "ann")
    assert done.code == 0, done.err
    (copy,) = (tmp_path / "data").rglob("*.mbcj")
    assert copy.name.endswith("-import.mbcj")
    assert command("check", copy).result["rows"] < command("check", own).result["rows"]


@pytest.mark.parametrize("name", ["fhir/breast/Maryam.json", "fhir/breast/TrialMatching_Patient01.json"])
def test_import_of_an_outside_file_holds_what_is_expected(
    command: Command, tmp_path: Path, outside: Path, name: str
) -> None:
    expected = json.loads((outside / "EXPECTED.json").read_bytes())[name]["import"]
    done = command("import", tmp_path / "new.mbcj", outside / name)
    assert done.code == 0
    skipped: Counter[str] = Counter()
    for skip in done.result["skipped"]:
        skipped[skip["reason"]] += skip["count"]
    assert {key: done.result[key] for key in expected if key != "skipped"} | {"skipped": skipped} == expected
    again = command("import", tmp_path / "new.mbcj", outside / name)
    assert (again.code, again.result["new"], again.result["records"]) == (0, {}, {})


def test_a_folder_gets_the_journal_the_brief_and_a_picture_of_each_page(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MPLCONFIGDIR", raising=False)  # as a person has it: the font lists go into the folder's home
    done = process("demo", tmp_path / "all", "--today", TODAY)
    assert done.code == 0, done.err
    found = [Path(entry["file"]) for entry in done.result["files"]]
    for entry in done.result["files"]:
        assert_is_on_disk(entry)
    assert found[0].name == "demo.mbcj"
    assert [path.suffix for path in found[1:3]] == [".pdf", ".png"]
    assert "today.png" in {path.name for path in found}
    assert {str(path) for path in found} <= set(done.err.splitlines())
    again = command("demo", tmp_path / "all", "--today", TODAY)
    assert (again.code, again.out) == (5, "")


def test_no_verb_but_the_demo_folder_needs_qt(own: Path, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(json.dumps(bundle("ann")))
    (tmp_path / "backups").mkdir()
    without = "sys.modules |= dict.fromkeys(['PySide6', 'shiboken6'])"
    done = several(
        ("report", own, tmp_path / "a.pdf"),
        ("export", own, tmp_path / "a.json", "--format", "json"),
        ("import", tmp_path / "b.mbcj", tmp_path / "in.json"),
        ("backup", own, tmp_path / "backups"),
        ("check", own),
        before=without,
    )
    assert done.code == 0, done.err
    done = several(("demo", tmp_path / "folder", "--today", TODAY), before=without)
    assert done.code == 5
    assert "cannot be drawn here" in done.err


def test_help_and_version_are_told(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    for words, expected in ((["--version"], __version__), (["--help"], "VERB"), (["import", "--help"], "--dry-run")):
        with pytest.raises(SystemExit) as ended:
            command(*words)
        assert ended.value.code == 0
        assert expected in capsys.readouterr().out

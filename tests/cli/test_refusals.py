"""The verbs when something is wrong: the exit code that was promised, a sentence, and not a byte changed."""

import json
import os
import random
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mbc_journal.clock import Clock
from mbc_journal.db.journal import Journal
from tests.cli.command import TODAY, Command, assert_said, bundle, names, several
from tests.conftest import RUN, FrozenClock
from tests.surroundings import ROOT

FLIPS = int(os.environ.get("JOURNAL_FLIPS", "30"))
PNG = b"\x89PNG\r\n\x1a\n" + zlib.compress(b"picture") * 40
GOOD = json.dumps(bundle("ann"))


def lines_for(journal: Path, folder: Path) -> list[tuple[object, ...]]:
    """Each verb that needs a journal which is there."""
    return [
        ("report", journal, folder / "out.pdf"),
        ("export", journal, folder / "out.json", "--format", "json"),
        ("backup", journal, folder),
        ("check", journal),
    ]


@contextmanager
def left_alone(*paths: Path) -> Iterator[None]:
    """Neither a byte nor the time of `paths` changes, and nothing is made beside them."""
    before = [(path.read_bytes(), path.stat().st_mtime_ns, names(path.parent)) for path in paths]
    yield
    assert [(path.read_bytes(), path.stat().st_mtime_ns, names(path.parent)) for path in paths] == before


def test_a_missing_journal_is_never_made(command: Command, tmp_path: Path) -> None:
    for line in lines_for(tmp_path / "gone.mbcj", tmp_path):
        assert_said(command(*line), 5, "There is no journal at")
    assert names(tmp_path) == set()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (PNG, "is not a journal"),
        (b"SQLite format 3\x00" + b"x" * 4096, "is not a journal"),
        (b"{}", "is not a journal"),
    ],
)
def test_a_file_that_is_not_ours_is_named_and_left_alone(
    command: Command, tmp_path: Path, damage: bytes, words: str
) -> None:
    other, folder = tmp_path / "other.mbcj", tmp_path / "out"
    other.write_bytes(damage)
    folder.mkdir()
    with left_alone(other):
        for line in lines_for(other, folder):
            assert_said(command(*line), 5, words)
    assert names(folder) == set()


def test_a_folder_is_not_a_journal(command: Command, tmp_path: Path) -> None:
    assert_said(command("check", tmp_path), 5, "is not a journal")


def test_an_empty_file_is_damage_and_never_a_new_journal(command: Command, tmp_path: Path) -> None:
    empty, folder = tmp_path / "empty.mbcj", tmp_path / "out"
    empty.write_bytes(b"")
    folder.mkdir()
    with left_alone(empty):
        done = command("check", empty)
        assert (done.code, done.result["sound"], done.result["damaged"][0]["record"]) == (5, False, "File")
        for line in lines_for(empty, folder)[:3]:
            assert_said(command(*line), 5, "is empty")
        (tmp_path / "in.json").write_text(GOOD)
        assert command("import", empty, tmp_path / "in.json").code == 5
        (tmp_path / "in.json").unlink()


def test_a_newer_journal_is_refused_before_anything_is_written(command: Command, own: Path, tmp_path: Path) -> None:
    data = bytearray(own.read_bytes())
    data[60:64] = (99).to_bytes(4)
    own.write_bytes(data)
    with left_alone(own):
        for line in lines_for(own, tmp_path):
            assert_said(command(*line), 5, "newer version of the program (99")


def test_a_journal_that_is_open_elsewhere_is_left_to_its_program(
    command: Command, own: Path, tmp_path: Path, clock: FrozenClock
) -> None:
    (tmp_path / "in.json").write_text(GOOD)
    journal = Journal(own, clock)
    try:
        for line in (*lines_for(own, tmp_path), ("import", own, tmp_path / "in.json"), ("demo", own, "--force")):
            assert_said(command(*line), 5, "This journal is open on")
    finally:
        journal.close()
    assert names(tmp_path) == {"own.mbcj", "in.json"}


def test_each_flipped_bit_is_reported_or_changes_nothing_that_leaves_the_journal(
    command: Command, own: Path, tmp_path: Path
) -> None:
    whole, chance = own.read_bytes(), random.Random(20261123)
    export = ("export", own, tmp_path / "out.json", "--format", "json", "--with-private-notes", "--force")
    assert command(*export).code == 0
    expected = (tmp_path / "out.json").read_bytes()
    reported = 0
    for _turn in range(FLIPS):
        place = chance.randrange(len(whole))
        own.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :])
        found = command("check", own)
        if found.code:
            reported += 1
            assert found.code == 5
            continue
        assert command(*export).code == 0
        assert (tmp_path / "out.json").read_bytes() == expected
    assert reported > 5


def test_a_changed_entry_is_named_with_its_day_and_left_out(command: Command, own: Path, tmp_path: Path) -> None:
    words = "Blood taken, home by supper"
    data = own.read_bytes()
    assert data.count(words.encode()) >= 1
    own.write_bytes(data.replace(words.encode(), b"Blood taken, home by summer"))
    done = command("check", own)
    assert done.code == 5
    days = [damage["day"] for damage in done.result["damaged"] if damage["record"] == "Note"]
    assert len(days) == 1
    assert "2026 (Note) is not as it was written." in done.err
    exported = command("export", own, tmp_path / "out.json", "--format", "json")
    if exported.code == 0:
        assert b"home by sum" not in (tmp_path / "out.json").read_bytes()
        assert exported.result["left_out"]["damaged"] == 1
        assert "left out" in exported.err or "damaged" in exported.err


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "unknown"), (PNG, "unknown"), (b"hello", "unknown"), (b"PK\x03\x04" + b"x" * 90, "zip"),
        (b'{"resourceType": "Patient", ', "broken"), (b'{"format": "mbc-journal", "schema_version": 99}', "newer"),
        (b'{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"MedicationOrder"}}]}', "fhir-version"),
        (b'<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"/>', "fhir-xml"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "unsafe"), (b"date,mood\n1,2\n", "not-yet"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_brought_in_is_refused_and_nothing_is_written(
    command: Command, own: Path, tmp_path: Path, content: bytes, word: str
) -> None:
    source = tmp_path / "in"
    source.write_bytes(content)
    for journal in (own, tmp_path / "new.mbcj"):
        with left_alone(own, source):
            done = command("import", journal, source)
        assert done.code == 4, done.err
        assert set(done.result) == {"format", "refused", "say", "choices"}
        assert (done.result["refused"], done.result["choices"]) == (word, [])
        assert "Nothing was changed." in done.result["say"]
        assert done.err.strip() == done.result["say"]


def test_a_source_that_is_not_there_or_is_a_folder_is_refused(command: Command, tmp_path: Path) -> None:
    for source in (tmp_path / "gone.json", tmp_path):
        done = command("import", tmp_path / "new.mbcj", source)
        assert (done.code, done.result["refused"]) == (4, "unreadable")
    assert names(tmp_path) == set()


def test_a_file_about_two_people_asks_which_of_them(command: Command, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(json.dumps(bundle("ann", "eve")))
    done = command("import", tmp_path / "new.mbcj", tmp_path / "in.json")
    assert done.code == 3
    assert set(done.result) == {"format", "refused", "say", "choices"}
    assert (done.result["format"], done.result["refused"], done.result["choices"]) == (
        "fhir",
        "patient",
        ["ann", "eve"],
    )
    assert names(tmp_path) == {"in.json"}
    assert command("import", tmp_path / "new.mbcj", tmp_path / "in.json", "--patient", "eve").code == 0


def test_what_is_there_is_written_over_only_with_force(command: Command, made_up: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"mine")
    for line in (("report", made_up, out), ("export", made_up, out, "--format", "json")):
        assert_said(command(*line), 5, "could not be written")
        assert out.read_bytes() == b"mine"
    assert command("export", made_up, out, "--format", "json", "--force").code == 0
    assert out.read_bytes().startswith(b'{"format"')


def test_no_verb_writes_over_a_journal(command: Command, made_up: Path, own: Path) -> None:
    with left_alone(own, made_up):
        for journal in (own, made_up):
            for line in (("report", journal, own), ("export", journal, own, "--format", "json")):
                assert_said(command(*line, "--force"), 5, "no verb writes over one")


def test_demo_writes_over_made_up_journals_and_strangers_files_but_never_over_a_persons(
    command: Command, tmp_path: Path, clock: Clock
) -> None:
    persons, stranger = tmp_path / "persons.mbcj", tmp_path / "stranger.mbcj"
    (tmp_path / "in.json").write_text(GOOD)
    assert command("import", persons, tmp_path / "in.json").code == 0
    stranger.write_bytes(PNG)
    with left_alone(persons):
        assert_said(command("demo", persons, "--today", TODAY), 5, "is there already")
        assert_said(command("demo", persons, "--today", TODAY, "--force"), 5, "a person's own journal is there")
    assert_said(command("demo", stranger, "--today", TODAY), 5, "is there already")
    for _turn in range(2):
        done = command("demo", stranger, "--today", TODAY, "--force")
        assert (done.code, set(done.result)) == (0, {"files"})
    assert command("check", stranger).code == 0
    assert names(tmp_path) == {"persons.mbcj", "stranger.mbcj", "in.json"}


def test_a_folder_that_is_not_there_is_named(command: Command, made_up: Path, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(GOOD)
    gone = tmp_path / "gone"
    for line in (
        *lines_for(made_up, gone)[:3], ("demo", gone / "a.mbcj"), ("import", gone / "a.mbcj", tmp_path / "in.json"),
    ):  # fmt: skip
        assert_said(command(*line), 5, "the folder is not there")
    assert names(tmp_path) == {"in.json"}


def test_a_full_disk_is_said_and_leaves_nothing_half_written(own: Path, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(GOOD)
    folder = tmp_path / "out"
    folder.mkdir()
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    with left_alone(own):
        done = several(
            *lines_for(own, folder)[1:3],
            ("demo", folder / "new.mbcj"),
            ("import", folder / "new.mbcj", tmp_path / "in.json"),
            before=full,
        )
    assert (done.code, done.out) == (5, ""), done.err
    assert done.err.count("could not be written") == 4, done.err
    assert names(folder) == set()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can become another user")
def test_a_folder_that_can_only_be_read_is_said_and_a_journal_in_it_still_leaves(command: Command, own: Path) -> None:
    if not all(folder.stat().st_mode & 0o001 for folder in ROOT.parents):
        pytest.skip("this checkout can be read by root alone")
    place = Path(tempfile.mkdtemp(dir=RUN))
    closed, free = place / "closed", place / "free"
    closed.mkdir()
    free.mkdir()
    journal = Path(shutil.move(own, closed / "own.mbcj"))
    os.chmod(free, 0o777)
    for path in (RUN, place, closed, journal):
        os.chmod(path, 0o755)
    (free / "in.json").write_text(GOOD)
    lines = (
        ("export", journal, closed / "out.json", "--format", "json"),
        ("export", journal, free / "out.json", "--format", "json"),
        ("import", journal, free / "in.json", "--patient", "ann"),
    )
    assert command("export", journal, free / "as-root.json", "--format", "json").code == 0
    assert command(*lines[2], "--dry-run").code == 0
    with left_alone(journal):
        os.seteuid(65534)
        try:
            into, beside, brought = (command(*line) for line in lines)
        finally:
            os.seteuid(0)
    assert_said(into, 5, "this folder can only be read")
    assert beside.code == 0
    assert_said(brought, 5, "can only be read")

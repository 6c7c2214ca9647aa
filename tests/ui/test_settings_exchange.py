"""Settings, files in and out: nothing leaves unasked, nothing comes in unseen, and no journal is written over."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from mbc_journal import exchange
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.questions import imports
from mbc_journal.paths import Paths
from mbc_journal.records import Day, Note, NoteKind, PartialDate, Profile, Reading, Row
from mbc_journal.ui.page import Desk
from mbc_journal.ui.settings_page import SettingsPage
from tests.exchange.fhir_files import PATIENT, bundle, loinc, observation, quantity
from tests.ui.today_hands import TODAY, click, level, readings

Open = Callable[..., SettingsPage]


@pytest.fixture
def data_home(paths: Paths) -> Path:
    """The data folder of the window: backups are kept there."""
    return paths.data


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """Everything the info bar was told."""
    heard: list[str] = []
    desk.announcer.said.connect(heard.append)
    return heard


def copies(data_home: Path) -> list[Path]:
    return sorted(data_home.rglob("*.mbcj"))


def private() -> tuple[Row, ...]:
    day = PartialDate.of(TODAY)
    return (
        Note(text="for all to read", day=day, kind=NoteKind.GOOD),
        Note(text="mine alone", day=day, private=True),
        level("fatigue", 2),
    )


def exported(page: SettingsPage, qtbot: QtBot, path: Path) -> str:
    page.exporting.export_to(path)
    qtbot.waitUntil(lambda: not page.exporting.done.text().startswith("Writing"))
    return path.read_text("utf-8") if path.is_file() else ""


def test_an_export_leaves_private_notes_here_unless_asked(open_page: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(SettingsPage, *private())
    text = exported(page, qtbot, tmp_path / "out.json")
    assert "for all to read" in text
    assert "mine alone" not in text
    assert page.exporting.done.text() == (
        "Exported as out.json. Anyone who opens it can read it. 1 private note stayed here."
    )
    click(page, "with_private_notes")
    assert "mine alone" in exported(page, qtbot, tmp_path / "all.json")
    assert (tmp_path / "all.json").stat().st_mode & 0o777 == 0o600


def test_an_export_is_what_the_command_line_writes(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page(SettingsPage, *private())
    kind = exchange.format_of("json")
    assert kind is not None
    assert kind.write is not None
    data, _left_out = kind.write(journal.ask(questions.everything), False)
    assert exported(page, qtbot, tmp_path / "out.json").encode() == data


@pytest.mark.parametrize("name", ["no/such/folder/out.json", "folder"])
def test_a_file_that_cannot_be_written_is_said(
    open_page: Open, qtbot: QtBot, tmp_path: Path, name: str, said: list[str]
) -> None:
    (tmp_path / "folder").mkdir()
    page = open_page(SettingsPage, *private())
    page.exporting.export_to(tmp_path / name)
    qtbot.waitUntil(lambda: bool(page.exporting.problem.text()))
    assert "could not be written" in page.exporting.problem.text()
    assert said == [page.exporting.problem.text()]


def test_no_export_writes_over_a_journal(open_page: Open, journal: Journal, tmp_path: Path, clock: Clock) -> None:
    other = tmp_path / "other.mbcj"
    create(other, clock)
    before = other.read_bytes()
    page = open_page(SettingsPage, *private())
    link = tmp_path / "link.json"
    link.symlink_to(journal.path)
    for path in (journal.path, other, link):
        page.exporting.export_to(path)
        assert "this file is a journal" in page.exporting.problem.text()
    assert other.read_bytes() == before
    assert len(journal.ask(questions.notes)) == 2


def test_the_export_button_asks_the_system_where_to(
    open_page: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def chosen(_parent: object, title: str, suggested: str, *_rest: str) -> tuple[str, str]:
        asked.extend((title, Path(suggested).name))
        return str(tmp_path / "chosen.json"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    page = open_page(SettingsPage, *private())
    click(page, "export")
    qtbot.waitUntil((tmp_path / "chosen.json").is_file)
    qtbot.waitUntil(lambda: page.exporting.done.text().startswith("Exported"))
    assert asked == ["Export - anyone who opens this file can read it", "journal-2026-03-04.json"]


def native(tmp_path: Path, *rows: Row) -> Path:
    kind = exchange.format_of("json")
    assert kind is not None
    assert kind.write is not None
    path = tmp_path / "brought.json"
    path.write_bytes(kind.write(rows, True)[0])
    return path


def read(page: SettingsPage, qtbot: QtBot, path: Path) -> None:
    page.importing.read(path)
    assert page.importing.said.text() == f"Reading {path.name}..."
    qtbot.waitUntil(lambda: not page.importing.said.text().startswith("Reading"))


def written(tmp_path: Path, clock: Clock, *rows: Row) -> Path:
    """The export of another journal with these rows."""
    path = tmp_path / "another.mbcj"
    create(path, clock, *rows)
    other = Journal(path, clock)
    found = other.ask(questions.everything)
    other.close()
    return native(tmp_path, *found)


def test_a_file_is_shown_first_and_nothing_is_written(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    with qtbot.waitActive(page):
        page.activateWindow()
    before = journal.ask(questions.identity)
    read(page, qtbot, written(tmp_path, clock, Reading(scale="fatigue", day=TODAY, level=3), Note(text="hers")))
    panel = page.importing.panel
    assert panel is not None
    assert panel.summary.text() == "2 new entries. What is yours stays as it is."
    assert journal.ask(questions.identity) == before
    qtbot.waitUntil(panel.bring_in.isVisible)
    assert page.window().focusWidget() is panel.bring_in


def test_bringing_in_makes_a_backup_first_and_undo_takes_it_out(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path, clock: Clock, data_home: Path
) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    before = journal.ask(questions.counts)
    read(page, qtbot, written(tmp_path, clock, Reading(scale="fatigue", day=TODAY, level=3)))
    click(page, "bring_in")
    assert readings(journal)["fatigue"].level == 3
    assert page.importing.panel is None
    assert page.importing.said.text().startswith("brought.json is in your journal now.")
    (copy,) = copies(data_home)
    assert copy.name.endswith("-import.mbcj")
    assert page.backup.last.text() == "Last backup: today 09:30, checked."
    change = journal.undo()
    assert change is not None
    assert change.name == "Import: brought.json"
    assert journal.ask(questions.counts) == before


def test_a_second_import_of_the_same_file_brings_nothing(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    path = written(tmp_path, clock, Reading(scale="fatigue", day=TODAY, level=3))
    read(page, qtbot, path)
    click(page, "bring_in")
    read(page, qtbot, path)
    panel = page.importing.panel
    assert panel is not None
    assert panel.summary.text().startswith("Nothing in this file is new.")
    assert not panel.bring_in.isVisible()
    assert panel.stop.text() == "Close"


def test_not_now_leaves_everything_as_it_was(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path, clock: Clock, data_home: Path
) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    read(page, qtbot, written(tmp_path, clock, Reading(scale="fatigue", day=TODAY, level=3)))
    click(page, "bring_in_stop")
    assert page.importing.said.text() == "Nothing was brought in."
    assert readings(journal) == {}
    assert copies(data_home) == []


def test_what_was_written_while_the_preview_stood_is_compared_anew(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    path = written(tmp_path, clock, Day(day=TODAY, how_hard=3), Note(text="hers"))
    read(page, qtbot, path)
    journal.save(Day(day=TODAY, how_hard=1), name="Day")
    qtbot.waitUntil(lambda: page.importing.panel is not None and bool(page.importing.panel.seen.conflict))
    click(page, "bring_in")
    found = journal.ask(questions.day, TODAY)
    assert found is not None
    assert found.how_hard == 1
    assert [note.text for note in journal.ask(questions.notes)] == ["hers"]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", "This is not a file the journal can read."),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "This is not a file the journal can read."),
        (b"PK\x03\x04" + b"\0" * 50, "This is a zip."),
        (b'{"resourceType": "Bundle", "entry": [', "The file is damaged at line 1."),
        (b'<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"/>', "This is a FHIR file as XML."),
        (b'{"format": "mbc-journal", "schema_version": 99, "left_out": {}, "records": {}}', "newer version"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_its_own_sentence(
    open_page: Open, qtbot: QtBot, tmp_path: Path, data: bytes, refusal: str
) -> None:
    path = tmp_path / "odd.json"
    path.write_bytes(data)
    page = open_page(SettingsPage)
    read(page, qtbot, path)
    assert refusal in page.importing.problem.text()
    assert page.importing.problem.text().endswith("Nothing was changed.")
    assert page.importing.panel is None


def test_a_file_about_somebody_born_in_another_year_is_asked_about(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path
) -> None:
    body_weight = observation(loinc("29463-7"), valueQuantity=quantity(61, "kg", "kg"))
    path = tmp_path / "other.json"
    path.write_text(json.dumps(bundle(PATIENT | {"birthDate": "1959-05-01"}, body_weight)))
    page = open_page(SettingsPage, Profile(birth_year=1953))
    read(page, qtbot, path)
    assert "born in 1959" in page.importing.problem.text()
    assert page.importing.panel is None
    go_on = page.findChild(QAbstractButton, "import_go_on")
    assert go_on is not None
    assert go_on.isVisible()
    click(page, "import_go_on")
    qtbot.waitUntil(lambda: page.importing.panel is not None)
    assert not go_on.isVisible()
    click(page, "bring_in")
    assert journal.ask(questions.counts)["Reading"] == 1


def test_a_lost_backup_folder_stops_the_import_before_it_writes(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path, clock: Clock, data_home: Path
) -> None:
    data_home.write_text("a file where the folder should be")
    page = open_page(SettingsPage, level("pain", 1))
    read(page, qtbot, written(tmp_path, clock, Reading(scale="fatigue", day=TODAY, level=3)))
    click(page, "bring_in")
    assert "could not be written" in page.importing.problem.text()
    assert readings(journal) == {}
    assert page.importing.panel is not None


def test_what_the_preview_says_is_what_the_command_line_would_bring(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path, clock: Clock
) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    path = written(tmp_path, clock, Reading(scale="fatigue", day=TODAY, level=3), Note(text="hers"))
    read(page, qtbot, path)
    seen = journal.ask(imports.preview, exchange.read(path), clock.utc())
    panel = page.importing.panel
    assert panel is not None
    assert (panel.seen.new, panel.seen.same, panel.seen.conflict) == (seen.new, seen.same, seen.conflict)

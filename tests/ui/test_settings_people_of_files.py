"""Settings, a file that speaks of several people: she says who she is, and only that person comes in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Profile, Reading
from mbc_journal.ui import jobs
from mbc_journal.ui.settings_page import SettingsPage
from tests.exchange.fhir_files import PATIENT, bundle, loinc, observation, quantity
from tests.ui.today_hands import TODAY, click, level, readings

Open = Callable[..., SettingsPage]


@pytest.fixture(autouse=True)
def data_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A data folder of the test's own: backups are kept there."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


def weight(of: str, kilograms: int) -> dict[str, Any]:
    subject = {"reference": f"Patient/{of}"}
    return observation(loinc("29463-7"), valueQuantity=quantity(kilograms, "kg", "kg"), subject=subject)


@pytest.fixture
def family(tmp_path: Path) -> Path:
    """A file about two people, each with a weight."""
    path = tmp_path / "family.json"
    people = (PATIENT, PATIENT | {"id": "p2", "birthDate": "1990-01-01"})
    path.write_text(json.dumps(bundle(*people, weight("p1", 61), weight("p2", 88))))
    return path


def weights(journal: Journal) -> list[str]:
    found = journal.ask(questions.everything)
    return [str(row.value) for row in found if isinstance(row, Reading) and row.scale == "weight"]


def read(page: SettingsPage, qtbot: QtBot, path: Path) -> None:
    page.importing.read(path)
    qtbot.waitUntil(lambda: not page.importing.said.text().startswith("Reading"))


def test_the_people_are_offered_and_the_chosen_one_comes_in(
    open_page: Open, journal: Journal, qtbot: QtBot, family: Path
) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    read(page, qtbot, family)
    assert page.importing.problem.text().startswith("The file speaks of several people.")
    people = page.findChild(QComboBox, "import_patient")
    assert people is not None
    assert [people.itemText(place) for place in range(people.count())] == ["p1", "p2"]
    people.setCurrentIndex(1)
    click(page, "import_go_on")
    qtbot.waitUntil(lambda: page.importing.panel is not None)
    assert page.importing.go_on.isHidden()
    click(page, "bring_in")
    assert weights(journal) == ["88"]


def test_another_file_takes_the_question_away(
    open_page: Open, journal: Journal, qtbot: QtBot, family: Path, tmp_path: Path
) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    read(page, qtbot, family)
    assert page.importing.patient is not None
    alone = tmp_path / "alone.json"
    alone.write_text(json.dumps(bundle(PATIENT, weight("p1", 61))))
    read(page, qtbot, alone)
    assert page.importing.patient is None
    assert page.importing.problem.isHidden()
    assert page.importing.go_on.isHidden()
    assert page.importing.panel is not None


def test_the_person_of_the_journal_needs_no_question(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.json"
    alone.write_text(json.dumps(bundle(PATIENT, weight("p1", 61))))
    page = open_page(SettingsPage, Profile(birth_year=1961))
    read(page, qtbot, alone)
    assert page.importing.panel is not None
    assert page.importing.patient is None


def test_a_second_file_waits_until_the_first_is_read(open_page: Open, qtbot: QtBot, family: Path) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    page.importing.read(family)
    page.importing.read(family.with_name("other.json"))
    assert page.importing.said.text() == "Reading family.json..."
    qtbot.waitUntil(lambda: page.importing.patient is not None)


def test_a_page_that_goes_while_it_reads_leaves_no_thread(open_page: Open, family: Path, journal: Journal) -> None:
    page = open_page(SettingsPage, level("pain", 1))
    page.importing.read(family)
    page.exporting.export_to(family.with_name("out.json"))
    jobs.wait_for_all(page)
    page.close()
    assert journal.ask(questions.identity)[1] == 1


def test_a_journal_that_went_away_keeps_the_preview_and_says_not_saved(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.json"
    alone.write_text(json.dumps(bundle(PATIENT, weight("p1", 61))))
    page = open_page(SettingsPage, level("pain", 1))
    failures: list[object] = []
    page.desk.announcer.not_saved.connect(failures.append)
    read(page, qtbot, alone)
    journal.read_only = "this journal can only be read"
    click(page, "bring_in")
    assert len(failures) == 1
    assert page.importing.panel is not None
    assert weights(journal) == []
    journal.read_only = ""
    click(page, "bring_in")
    assert weights(journal) == ["61"]
    assert readings(journal, TODAY) == {}

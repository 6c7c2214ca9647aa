"""Settings, files: a backup counts when it was checked, the bin gives back, and nothing leaves or comes in unseen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.paths import Paths
from mbc_journal.records import Day, Note, PartialDate, Profile, Step, StepKind, Therapy
from mbc_journal.ui.page import Desk
from mbc_journal.ui.settings_page import SettingsPage
from tests.conftest import FrozenClock
from tests.ui.today_hands import TODAY, click, level

Open = Callable[..., SettingsPage]
NASTY = "<b>x</b> \U0001f642 שלום " + "y" * 9_000


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


def back_up(page: SettingsPage, qtbot: QtBot) -> None:
    click(page, "back_up_now")
    assert page.backup.last.text() == "Making a copy and checking it..."
    qtbot.waitUntil(lambda: page.backup.last.text() != "Making a copy and checking it...")


def test_without_a_backup_it_says_so_and_offers_one(open_page: Open) -> None:
    page = open_page(SettingsPage)
    assert page.backup.last.text() == "Your journal is only on this computer."
    assert not page.backup.check_button.isVisible()


def test_a_backup_is_made_checked_and_said(
    open_page: Open, journal: Journal, qtbot: QtBot, data_home: Path, said: list[str], clock: FrozenClock
) -> None:
    page = open_page(SettingsPage, level("fatigue", 2))
    back_up(page, qtbot)
    assert page.backup.last.text() == "Last backup: today 09:30, checked."
    assert said == ["Backed up. The copy was opened again and is whole."]
    (copy,) = copies(data_home)
    assert copy.parent.name == journal.ask(questions.identity)[0]
    assert copy.name == "000001-20260304-093000-asked.mbcj"
    opened = Journal(copy, clock)
    assert [reading.scale for reading in opened.ask(questions.readings_on, TODAY.replace(day=3))] == ["fatigue"]
    opened.close()


def test_where_no_folder_can_be_made_it_says_so_and_the_journal_goes_on(
    open_page: Open, journal: Journal, qtbot: QtBot, data_home: Path, said: list[str]
) -> None:
    data_home.write_text("a file where the folder should be")
    page = open_page(SettingsPage, level("fatigue", 2))
    back_up(page, qtbot)
    assert "could not be written" in page.backup.problem.text()
    assert said == [page.backup.problem.text()]
    assert page.backup.last.text() == "Your journal is only on this computer."
    click(page, "paper_letter")
    assert journal.ask(questions.profile).paper == "letter"
    data_home.unlink()
    back_up(page, qtbot)
    assert page.backup.problem.isHidden()


def test_a_full_disk_is_said_and_nothing_half_made_stays(
    open_page: Open, journal: Journal, qtbot: QtBot, data_home: Path
) -> None:
    resource = pytest.importorskip("resource", reason="this system sets no limit to the size of files")
    signal = pytest.importorskip("signal")
    page = open_page(SettingsPage, *(Note(text="x" * 9_000, day=PartialDate.of(TODAY)) for _number in range(40)))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        back_up(page, qtbot)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert "could not be written" in page.backup.problem.text()
    assert [path.name for path in data_home.rglob("*") if path.is_file()] == []
    assert len(journal.ask(questions.notes)) == 40


def test_a_backup_is_checked_again_from_the_list(open_page: Open, qtbot: QtBot, said: list[str]) -> None:
    page = open_page(SettingsPage, level("fatigue", 2), Profile(paper="a4"))
    back_up(page, qtbot)
    click(page, "check_backup")
    row = page.backup.list.rows[0]
    assert row.line.text == "today 09:30"
    assert row.line.detail.startswith("2 records, ")
    click(page, "backup_1_check")
    qtbot.waitUntil(lambda: said[-1].startswith("Checked now: 2 records"))
    assert page.backup.list.rows[0].line.detail == "Checked now: 2 records, each as it was written."


@pytest.mark.parametrize("harm", ["bit", "cut", "empty"])
def test_a_damaged_backup_is_called_damaged(
    open_page: Open, qtbot: QtBot, data_home: Path, said: list[str], harm: str
) -> None:
    page = open_page(SettingsPage, level("fatigue", 2))
    back_up(page, qtbot)
    (copy,) = copies(data_home)
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes({"bit": bytes(data), "cut": bytes(data[:5_000]), "empty": b""}[harm])
    click(page, "check_backup")
    click(page, "backup_1_check")
    qtbot.waitUntil(lambda: said[-1].startswith("This backup is damaged."))


def test_a_backup_that_went_away_is_said_not_raised(
    open_page: Open, qtbot: QtBot, data_home: Path, said: list[str]
) -> None:
    page = open_page(SettingsPage)
    back_up(page, qtbot)
    click(page, "check_backup")
    copies(data_home)[0].unlink()
    click(page, "backup_1_check")
    qtbot.waitUntil(lambda: said[-1].startswith("This backup cannot be read now."))


def test_five_backups_are_listed_and_the_others_on_a_click(open_page: Open, qtbot: QtBot, clock: FrozenClock) -> None:
    page = open_page(SettingsPage)
    for _number in range(6):
        clock.tick(minutes=1)
        page.backup.back_up()
    page.refresh()
    click(page, "check_backup")
    assert len(page.backup.list.rows) == 5
    click(page, "more_backups")
    assert [row.line.text for row in page.backup.list.rows][::5] == ["today 09:36", "today 09:31"]
    click(page, "check_backup")
    assert not page.backup.list.isVisible()


def test_where_the_journal_is_can_be_copied(open_page: Open, journal: Journal, said: list[str]) -> None:
    page = open_page(SettingsPage, level("fatigue", 2), Note(text="x", day=PartialDate("2026-03")))
    assert page.file.holds.text().startswith("2 entries, the last of 3 Mar 2026, ")
    click(page, "copy_path")
    assert QGuiApplication.clipboard().text() == str(journal.path)
    assert said == ["The path was copied."]


def test_an_empty_bin_says_what_it_is_for(open_page: Open) -> None:
    page = open_page(SettingsPage)
    assert page.bin.empty.isVisible()
    assert not page.bin.list.isVisible()


def test_what_was_deleted_comes_back_and_undo_takes_it_again(open_page: Open, journal: Journal) -> None:
    page = open_page(SettingsPage, level("fatigue", 2), Note(text=NASTY, day=PartialDate.of(TODAY)))
    journal.bin(*journal.ask(questions.notes), name="Note")
    (row,) = page.bin.list.rows
    assert row.line.text.startswith("Note: <b>x</b> \U0001f642")
    click(page, "binned_1_bring_back")
    assert [note.text for note in journal.ask(questions.notes)] == [NASTY]
    assert page.bin.empty.isVisible()
    change = journal.undo()
    assert change is not None
    assert change.name == "Note: brought back"
    assert journal.ask(questions.notes) == []
    assert len(page.bin.list.rows) == 1


def test_a_treatment_comes_back_whole(open_page: Open, journal: Journal) -> None:
    therapy = Therapy(name="Capecitabine")
    step = Step(therapy_id=therapy.id, kind=StepKind.START, on=PartialDate("2026-01"))
    page = open_page(SettingsPage, therapy, step)
    journal.bin(therapy, step, name="Capecitabine")
    assert [row.line.text for row in page.bin.list.rows] == ["Treatment: Capecitabine"]
    click(page, "binned_1_bring_back")
    assert len(journal.ask(questions.therapies)) == len(journal.ask(questions.steps)) == 1


def test_what_has_another_in_its_place_stays_in_the_bin_and_that_is_said(open_page: Open, journal: Journal) -> None:
    day = Day(day=TODAY, how_hard=1)
    page = open_page(SettingsPage, day)
    journal.bin(day, name="Day")
    journal.save(Day(day=TODAY, how_hard=3), name="Day")
    click(page, "binned_1_bring_back")
    assert page.bin.problem.text().startswith("Another entry stands in its place now.")
    found = journal.ask(questions.day, TODAY)
    assert found is not None
    assert found.how_hard == 3


def test_ten_things_of_the_bin_are_shown_and_the_others_on_a_click(open_page: Open, journal: Journal) -> None:
    notes = [Note(text=f"note {number}", day=PartialDate.of(TODAY)) for number in range(12)]
    page = open_page(SettingsPage, *notes)
    journal.bin(*notes, name="Notes")
    assert len(page.bin.list.rows) == 10
    click(page, "more_binned")
    assert len(page.bin.list.rows) == 12

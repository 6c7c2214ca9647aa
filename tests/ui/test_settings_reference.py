"""Settings, reference: a newer one is put in by hand and used at once, or refused with a sentence; one button back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.paths import Paths
from mbc_journal.reference.editions import Edition, Editions
from mbc_journal.scales import Scales
from mbc_journal.ui.page import Desk
from mbc_journal.ui.settings_page import SettingsPage
from mbc_journal.ui.settings_page.reference_card import ReferenceCard
from mbc_journal.ui.signals import Place
from tests.newer_references import as_one_file, changed, newer_folder
from tests.ui.today_hands import click

Open = Callable[..., SettingsPage]
BUILT_IN = "In use: version 1 of 23 Nov 2026, built in."
LOADED = "In use: version 2 of 3 Mar 2027, loaded by you."


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """Everything the info bar was told."""
    heard: list[str] = []
    desk.announcer.said.connect(heard.append)
    return heard


@pytest.fixture
def editions(paths: Paths, scales: Scales) -> Editions:
    """What the page puts in place, looked at from outside."""
    return Editions.of(paths, scales)


def load(page: SettingsPage, path: Path, qtbot: QtBot) -> ReferenceCard:
    """Choose a reference, and wait until it is checked."""
    card = page.reference
    card.read(path)
    assert card.said.text() == f"Checking {path.name}..."
    qtbot.waitUntil(lambda: card.said.isHidden(), timeout=20_000)
    return card


def used(editions: Editions) -> Edition:
    return editions.used()[0]


def test_it_says_which_one_is_in_use_and_offers_no_way_back(open_page: Open) -> None:
    page = open_page(SettingsPage)
    card = page.reference
    assert card.used.text() == BUILT_IN
    assert not card.back.isVisible()
    assert not card.problem.isVisible()


def test_a_newer_one_is_used_at_once_and_said(
    open_page: Open, desk: Desk, qtbot: QtBot, tmp_path: Path, said: list[str], editions: Editions
) -> None:
    page = open_page(SettingsPage)
    changes: list[bool] = []
    desk.announcer.reference_changed.connect(lambda: changes.append(True))
    card = load(page, newer_folder(tmp_path), qtbot)
    assert card.used.text() == LOADED
    assert said == ["Every page uses this reference now: version 2 of 3 Mar 2027."]
    assert changes == [True]
    assert used(editions).version == 2
    assert card.back.text() == "Go back to the built-in reference"


def test_a_file_and_a_folder_are_chosen_in_the_dialogs_of_the_system(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot, editions: Editions
) -> None:
    file, folder = as_one_file(newer_folder(tmp_path)), newer_folder(tmp_path, 3)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    page = open_page(SettingsPage)
    click(page, "load_reference")
    qtbot.waitUntil(lambda: used(editions).version == 2, timeout=20_000)
    qtbot.waitUntil(lambda: page.reference.used.text() == LOADED)
    click(page, "load_reference_folder")
    qtbot.waitUntil(lambda: page.reference.back.text() == "Go back to version 2 of 3 Mar 2027", timeout=20_000)


def test_a_dialog_that_is_left_changes_nothing(open_page: Open, monkeypatch: pytest.MonkeyPatch, paths: Paths) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: "")
    page = open_page(SettingsPage)
    click(page, "load_reference")
    click(page, "load_reference_folder")
    assert page.reference.used.text() == BUILT_IN
    assert not page.reference.said.isVisible()
    assert not paths.reference.exists()


def test_a_wrong_one_is_refused_with_a_sentence_and_the_one_in_use_stays(
    open_page: Open, qtbot: QtBot, tmp_path: Path, said: list[str], editions: Editions
) -> None:
    folder = newer_folder(tmp_path)
    changed(folder, "topics", lambda value: value["topics"][0].update(title="<b>Bold</b>"))
    page = open_page(SettingsPage)
    card = load(page, folder, qtbot)
    assert card.problem.text() == (
        "The reference in use stays, and reference-2 was not taken: at topics.topics[0].title "
        "there are signs that no text may have. Nothing was changed. Choose another file, or ask whoever made it."
    )
    assert said == [card.problem.text()]
    assert card.used.text() == BUILT_IN
    assert used(editions).built_in
    changed(folder, "topics", lambda value: value["topics"][0].update(title="Plain"))
    load(page, folder, qtbot)
    assert used(editions).version == 2
    assert card.problem.isHidden()


def test_the_way_back_is_one_button(
    open_page: Open, qtbot: QtBot, tmp_path: Path, said: list[str], editions: Editions
) -> None:
    page = open_page(SettingsPage)
    load(page, newer_folder(tmp_path), qtbot)
    load(page, newer_folder(tmp_path, 4, "2027-06-01"), qtbot)
    click(page, "reference_back")
    assert page.reference.used.text() == LOADED
    assert said[-1] == "Every page uses this reference now: version 2 of 3 Mar 2027."
    click(page, "reference_back")
    assert page.reference.used.text() == BUILT_IN
    assert not page.reference.back.isVisible()
    assert used(editions).built_in


def test_a_damaged_one_is_said_and_can_be_put_away(
    open_page: Open, tmp_path: Path, editions: Editions, qtbot: QtBot
) -> None:
    folder = editions.take(newer_folder(tmp_path)).folder
    (folder / "topics.json").write_text("{")
    page = open_page(SettingsPage)
    assert page.reference.used.text() == BUILT_IN
    assert page.reference.problem.text().startswith("The reference that was loaded is damaged.")
    click(page, "reference_back")
    assert page.reference.problem.isHidden()
    assert not page.reference.back.isVisible()
    assert editions.used() == (editions.built_in, "")


def test_where_it_cannot_be_written_it_says_so(open_page: Open, qtbot: QtBot, tmp_path: Path, paths: Paths) -> None:
    paths.data.mkdir()
    paths.reference.write_text("a file where the folder should be")
    page = open_page(SettingsPage)
    card = load(page, newer_folder(tmp_path), qtbot)
    assert "could not be written" in card.problem.text()
    assert card.used.text() == BUILT_IN


def test_it_belongs_to_the_program_and_needs_no_journal_that_can_be_written(
    open_page: Open, journal: Journal, qtbot: QtBot, tmp_path: Path
) -> None:
    journal.read_only = "Someone else has it open."
    page = open_page(SettingsPage)
    assert page.reference.load.isEnabled()
    assert load(page, newer_folder(tmp_path), qtbot).used.text() == LOADED


def test_while_one_is_checked_another_is_not_begun(open_page: Open, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(SettingsPage)
    first, second = newer_folder(tmp_path), newer_folder(tmp_path, 3)
    page.reference.read(first)
    page.reference.read(second)
    qtbot.waitUntil(lambda: page.reference.said.isHidden(), timeout=20_000)
    assert page.reference.used.text() == LOADED


def test_another_page_can_send_her_to_it(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(SettingsPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.go_to(Place("settings", verb="reference"))
    focus = page.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus is page.reference.load

"""Another reference in the whole window: every page uses it at once, and all that is hers stays."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.paths import Paths
from mbc_journal.records import Note, Question, Reading
from mbc_journal.reference.editions import Editions
from mbc_journal.reference.search import Group, Key
from mbc_journal.scales import Scales
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.settings_page import SettingsPage
from mbc_journal.ui.signals import Place
from mbc_journal.ui.treatments_page import TreatmentsPage
from mbc_journal.ui.window import Window
from tests.newer_references import changed, newer_folder, without_letrozole
from tests.ui.reference_hands import listed, taking, title, told
from tests.ui.windows import Starter, click, home, journal_of, shown


@pytest.fixture
def editions(paths: Paths, scales: Scales) -> Editions:
    """What the window puts in place, looked at from outside."""
    return Editions.of(paths, scales)


def settings(window: Window) -> SettingsPage:
    window.show_page("settings")
    page = shown(window)
    assert isinstance(page, SettingsPage)
    return page


def reference(window: Window, verb: str = "") -> ReferencePage:
    window.tools.announcer.wanted.emit(Place("reference", verb=verb))
    page = shown(window)
    assert isinstance(page, ReferencePage)
    return page


def load(window: Window, path: Path, qtbot: QtBot) -> None:
    """Load a newer reference in Settings, and wait until its pages stand."""
    with qtbot.waitSignal(window.tools.announcer.reference_changed, timeout=20_000):
        settings(window).reference.read(path)


def test_every_page_uses_the_newer_one_without_a_new_start(
    start: Starter, qtbot: QtBot, tmp_path: Path, editions: Editions
) -> None:
    window = start()
    before = reference(window, "letrozole")
    assert title(before) == "Letrozole"
    folder = newer_folder(tmp_path)
    changed(folder, "texts-hormone", lambda value: value["entries"][0]["line"][0].update(text="Words of version 2."))
    changed(folder, "coping", lambda value: value["ideas"][0].update(title="A new idea"))
    load(window, folder, qtbot)
    after = reference(window, "letrozole")
    assert after is not before
    assert "Words of version 2." in told(after)
    window.show_page("journal")
    page = shown(window)
    assert isinstance(page, JournalPage)
    assert page.keeper.ideas.all[0].title == "A new idea"
    window.show_page("treatments")
    assert isinstance(shown(window), TreatmentsPage)
    assert home(window).desk.catalogue.get("capecitabine") is None
    click(settings(window), "reference_back")
    assert "Words of version 2." not in told(reference(window, "letrozole"))
    assert home(window).desk.catalogue.get("capecitabine") is not None


def test_after_it_she_is_in_settings_on_the_same_place(start: Starter, qtbot: QtBot, tmp_path: Path) -> None:
    window = start()
    window.activateWindow()
    before = settings(window)
    load(window, newer_folder(tmp_path), qtbot)
    page = shown(window)
    assert isinstance(page, SettingsPage)
    assert page is not before
    assert page.reference.used.text() == "In use: version 2 of 3 Mar 2027, loaded by you."
    assert page.window().focusWidget() is page.reference.load


def test_what_is_hers_stays_also_when_an_entry_is_gone(start: Starter, qtbot: QtBot, tmp_path: Path) -> None:
    window = start()
    journal = journal_of(window)
    therapy, step = taking("letrozole", "Femara of mine")
    today = home(window).desk.clock.today()
    mine = (therapy, step, Reading(scale="joint-pain", day=today, level=2), Note(text="hers"), Question(text="Why?"))
    journal.save(*mine, name="")
    load(window, without_letrozole(newer_folder(tmp_path)), qtbot)
    assert journal_of(window) is journal
    assert [one.name for one in journal.ask(questions.therapies)] == ["Femara of mine"]
    assert [one.text for one in journal.ask(questions.all_questions)] == ["Why?"]
    assert [one.level for one in journal.ask(questions.readings_on, today)] == [2]
    page = reference(window)
    assert listed(page)[:3] == ["My treatments", "Femara of mine", "All treatments"]
    page.contents.wanted.emit(Key(Group.TREATMENT, "letrozole"))
    words = "The reference in use has no page for it any more. Your treatment and what you logged stay as they are."
    assert words in told(page)
    assert "Femara of mine" in told(page)
    page.go_to(Place("reference", verb="anastrozole"))
    assert words not in told(page)
    page.go_to(Place("reference", row=therapy.id))
    assert words in told(page)
    window.show_page("treatments")
    assert "Femara of mine" in told(shown(window))


def test_undo_still_takes_back_what_was_written_before(start: Starter, qtbot: QtBot, tmp_path: Path) -> None:
    window = start()
    journal = journal_of(window)
    journal.save(Note(text="hers"), name="Note")
    load(window, newer_folder(tmp_path), qtbot)
    window.tools.menus["undo"].trigger()
    assert home(window).journal is journal
    assert journal.undo() is None


def test_a_start_uses_the_one_that_was_loaded(start: Starter, editions: Editions, tmp_path: Path) -> None:
    taken = editions.take(newer_folder(tmp_path))
    window = start()
    assert home(window).desk.catalogue.folder == taken.folder


def test_at_a_start_a_damaged_one_is_said_and_the_built_in_one_is_used(
    start: Starter, editions: Editions, tmp_path: Path
) -> None:
    folder = editions.take(newer_folder(tmp_path)).folder
    (folder / "groups.json").write_text("{")
    window = start.build()
    heard: list[str] = []
    window.tools.announcer.said.connect(heard.append)
    with start.qtbot.waitSignal(window.complete, timeout=30_000):
        window.begin()
    assert home(window).desk.catalogue.folder == editions.built_in.folder
    assert heard[0].startswith("The reference that was loaded is damaged. The built-in one is used")
    assert title(reference(window, "capecitabine")) == "Capecitabine"

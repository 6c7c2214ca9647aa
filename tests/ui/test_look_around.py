"""Looking around in a made-up journal: badged, kept apart, and one step back to one's own."""

import os
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.paths import Paths
from mbc_journal.ui.window import Window
from tests.ui.windows import Starter, click, journal_of, shown


def look_around(window: Window, qtbot: QtBot) -> Path:
    """Go there by the menu; where the made-up journal is."""
    window.tools.menus["look_around"].trigger()
    qtbot.waitUntil(lambda: "made-up" in window.windowTitle(), timeout=20_000)
    return journal_of(window).path


def test_it_is_badged_kept_apart_and_never_opened_by_the_next_start(start: Starter, qtbot: QtBot, paths: Paths) -> None:
    window = start()
    own = journal_of(window).path
    before = own.read_bytes()
    path = look_around(window, qtbot)
    assert path.parent == paths.cache
    assert own.parent == paths.data
    assert window.tools.frame.info_bar.made_up.isVisible()
    assert len(journal_of(window).ask(questions.therapies)) > 1
    click(shown(window), "pain_1")
    assert own.read_bytes() == before
    assert window.tools.preferences.values.last_journal == str(own)
    window.close()
    assert journal_of(start()).path == own


@pytest.mark.parametrize("way", ["menu", "button"])
def test_one_step_leads_back(start: Starter, qtbot: QtBot, way: str) -> None:
    window = start()
    own = journal_of(window).path
    action = window.tools.menus["look_around"]
    assert (action.text(), window.tools.frame.info_bar.own_journal.isVisible()) == (
        "&Look around in a made-up journal", False,
    )  # fmt: skip
    look_around(window, qtbot)
    assert action.text() == "Back to &my journal"
    click(shown(window), "too_unwell")
    acts = journal_of(window).ask(questions.identity)
    if way == "menu":
        action.trigger()
    else:
        click(window, "own_journal")
    assert journal_of(window).path == own
    assert window.windowTitle() == "Care Journal"
    assert not window.tools.frame.info_bar.own_journal.isVisible()
    if way == "menu":  # it is made anew each time
        path = look_around(window, qtbot)
        assert journal_of(window).ask(questions.identity) != acts
        assert [one.name for one in path.parent.glob("*.mbcj")] == ["look-around.mbcj"]


@pytest.mark.skipif(os.name == "nt", reason="a folder in place of a file is refused in other words there")
def test_what_goes_wrong_is_said_and_her_journal_stays(start: Starter, qtbot: QtBot, paths: Paths) -> None:
    window = start()
    own = journal_of(window).path
    (paths.cache / "look-around-new.mbcj").mkdir(parents=True)
    window.tools.menus["look_around"].trigger()
    line = window.tools.frame.info_bar.saved_line
    qtbot.waitUntil(lambda: line.text() == "The made-up journal could not be made.", timeout=20_000)
    QTest.qWait(0)
    assert journal_of(window).path == own

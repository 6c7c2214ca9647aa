"""The reference in the whole window: from an entry to Today and back, with mouse and with keys alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.paths import Paths
from mbc_journal.records import Reading
from mbc_journal.ui import page_list
from mbc_journal.ui.chart_view.panel_canvas import PanelCanvas
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.reference_page.effects import EffectRow
from mbc_journal.ui.signals import Place
from tests.conftest import FrozenClock
from tests.look.stage import Stage, open_stage
from tests.ui.reference_hands import click, taking, title


@pytest.fixture
def stage(qtbot: QtBot, paths: Paths, clock: FrozenClock) -> Iterator[Stage]:
    """The window on a new journal, with the reference among its pages."""
    opened = open_stage(qtbot, paths, clock)
    try:
        opened.home.take_pages([ReferencePage], page_list.CallLists)
        yield opened
    finally:
        opened.close()


def go(stage: Stage, place: Place) -> QWidget:
    """Ask to be sent somewhere, as a page does."""
    stage.window.tools.announcer.wanted.emit(place)
    stage.settle()
    return stage.page


def reference(stage: Stage, verb: str) -> ReferencePage:
    page = go(stage, Place("reference", verb=verb))
    assert isinstance(page, ReferencePage)
    return page


def answers(stage: Stage) -> list[Reading]:
    journal = stage.home.journal
    assert journal is not None
    return journal.ask(questions.readings_on, stage.home.desk.clock.today())


def test_log_it_lands_on_today_and_one_key_answers(stage: Stage) -> None:
    page = reference(stage, "capecitabine")
    click(page, "effect_hand_foot_log")
    stage.settle()
    assert stage.page.objectName() == "today_page"
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_2)
    assert [(one.scale, one.level) for one in answers(stage)] == [("hand-foot", 2)]
    charts = go(stage, Place("symptoms", scale="hand-foot"))
    stage.qtbot.waitUntil(lambda: charts.findChild(PanelCanvas, "chart_hand_foot") is not None, timeout=20_000)
    canvas = charts.findChild(PanelCanvas, "chart_hand_foot")
    assert canvas is not None
    assert canvas.stops[-1].words == "4 Mar, Sore, red or peeling palms or soles: Moderate"


def test_what_was_logged_is_counted_when_she_comes_back(stage: Stage) -> None:
    page = reference(stage, "capecitabine")
    click(page, "effect_diarrhea_log")
    stage.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_3)
    back = go(stage, Place("reference"))
    assert isinstance(back, ReferencePage)
    assert title(back) == "Capecitabine"
    row = back.findChild(EffectRow, "effect_diarrhea")
    assert row is not None
    assert row.logged.text() == "you logged it on 1 of 1 day"


def test_back_leads_from_today_to_the_same_entry(stage: Stage) -> None:
    page = reference(stage, "letrozole")
    click(page, "effect_joint_pain_log")
    stage.settle()
    assert stage.page.objectName() == "today_page"
    stage.window.tools.menus["back"].trigger()
    stage.settle()
    assert stage.page is page
    assert title(page) == "Letrozole"


def test_a_question_can_be_undone_from_the_info_bar(stage: Stage) -> None:
    page = reference(stage, "letrozole")
    journal = stage.home.journal
    assert journal is not None
    click(page, "ask_1_add")
    assert len(journal.ask(questions.all_questions)) == 1
    stage.window.tools.menus["undo"].trigger()
    stage.settle()
    assert journal.ask(questions.all_questions) == []
    assert stage.page is page


def test_her_treatments_arrive_while_the_page_is_hidden(stage: Stage) -> None:
    page = reference(stage, "letrozole")
    stage.show("today")
    journal = stage.home.journal
    assert journal is not None
    journal.save(*taking("denosumab"), name="")
    assert go(stage, Place("reference")) is page
    assert [line.words for line in page.contents.lines[:2]] == ["My treatments", "Denosumab"]
    assert title(page) == "Letrozole"


def test_the_door_is_shut_again_after_a_look_at_another_page(stage: Stage) -> None:
    page = reference(stage, "prognosis")
    click(page, "outlook_show_me")
    stage.settle()
    assert page.findChild(QWidget, "outlook_door") is None
    stage.show("today")
    go(stage, Place("reference"))
    assert page.findChild(QWidget, "outlook_door") is not None


def test_from_the_search_to_a_logged_row_with_keys_alone(stage: Stage) -> None:
    page = go(stage, Place("reference"))
    assert isinstance(page, ReferencePage)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "xelda")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    QTest.keyClick(page.contents, Qt.Key.Key_Return)
    assert title(page) == "Capecitabine"
    for _stop in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() == "effect_hand_foot_log":
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        stage.settle(1)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "effect_hand_foot_log"
    QTest.keyClick(focus, Qt.Key.Key_L)
    stage.settle()
    assert stage.page.objectName() == "today_page"

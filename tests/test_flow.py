"""From a click to the paper: one value goes the whole way, in the real window, the real file and the real PDF."""

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.paths import Paths
from mbc_journal.records import PartialDate, Profile, Question, Reading, Visit
from mbc_journal.ui.print_page import PrintPage
from mbc_journal.ui.print_page.print_desk import PrintDesk
from mbc_journal.ui.symptoms_page import SymptomsPage
from mbc_journal.ui.window import Window
from tests.conftest import FrozenClock
from tests.ui.windows import Starter, click, journal_of, shown

TODAY = dt.date(2026, 3, 4)
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def window(qtbot: QtBot, paths: Paths, clock: FrozenClock) -> Iterator[Window]:
    paths.made(paths.data)
    visits = (Visit(day=PartialDate("2026-02-18")), Visit(day=PartialDate("2026-03-11")))
    before = [Reading(scale="fatigue", day=TODAY - dt.timedelta(days=n), level=1) for n in range(1, 9)]
    create(paths.journal, clock, *visits, *before, Question(text="Why am I so tired?", order=1))
    starter = Starter(qtbot, paths, clock)
    yield starter(paths.journal)
    starter.close()


def page(window: Window, name: str) -> QWidget:
    window.show_page(name)
    found = shown(window)
    assert found.objectName() == f"{name}_page"
    return found


def pdf_text(path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not here")
    return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout


def print_desk(window: Window, qtbot: QtBot) -> PrintDesk:
    printing = page(window, "print")
    assert isinstance(printing, PrintPage)
    qtbot.waitUntil(lambda: isinstance(printing.part, PrintDesk) and printing.part.printout is not None, timeout=30_000)
    assert isinstance(printing.part, PrintDesk)
    return printing.part


def test_a_click_on_a_level_ends_on_the_chart_and_as_text_in_the_pdf(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    click(page(window, "today"), "fatigue_4")
    symptoms = page(window, "symptoms")
    assert isinstance(symptoms, SymptomsPage)
    qtbot.waitUntil(lambda: len(symptoms.chart.canvases) > 1)
    assert "Worst: Very severe, 4 Mar." in symptoms.chart.canvases[1].accessibleDescription()
    desk = print_desk(window, qtbot)
    assert desk.save_to(tmp_path / "brief.pdf")
    text = pdf_text(tmp_path / "brief.pdf")
    assert "Tiredness" in text
    assert "Very severe" in text
    assert text.index("Why am I so tired?") < text.index("Tiredness")


def test_an_undone_click_is_on_no_paper(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    click(page(window, "today"), "nausea_3")
    click(window, "undo")
    desk = print_desk(window, qtbot)
    assert desk.save_to(tmp_path / "brief.pdf")
    assert "nausea" not in pdf_text(tmp_path / "brief.pdf").casefold()


def test_a_bad_day_is_one_click(window: Window) -> None:
    click(page(window, "today"), "too_unwell")
    day = journal_of(window).ask(questions.day, TODAY)
    assert day is not None
    assert day.too_unwell


def test_a_usual_day_takes_at_most_eleven_keys(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page(window, "today")
    row = window.findChild(QWidget, "how_hard")
    assert row is not None
    row.setFocus()
    keys = ["1", "Down", "2", "Down", "1", "Down", "0", "Down", "0", "Down", "1"]
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, getattr(Qt.Key, f"Key_{key}"))
    assert len(keys) <= 11
    found = {one.scale: one.level for one in journal_of(window).ask(questions.readings_on, TODAY)}
    assert found == {"fatigue": 2, "pain": 1, "nausea": 0, "insomnia": 0, "numbness": 1}
    day = journal_of(window).ask(questions.day, TODAY)
    assert day is not None
    assert day.how_hard == 1


def test_a_name_is_on_the_paper_only_after_it_was_ticked(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    journal_of(window).save(Profile(name="Ada Example"), name="name")
    desk = print_desk(window, qtbot)
    desk.save_to(tmp_path / "without.pdf")
    assert "Ada Example" not in pdf_text(tmp_path / "without.pdf")
    before = desk.printout
    click(desk, "name_on_page")
    qtbot.waitUntil(lambda: desk.printout is not before, timeout=20_000)
    desk.save_to(tmp_path / "with.pdf")
    assert "Ada Example" in pdf_text(tmp_path / "with.pdf")


@pytest.mark.parametrize("level", ["0", "3"])
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of Unix")
def test_a_kill_after_saved_loses_nothing(tmp_path: Path, clock: FrozenClock, level: str) -> None:
    command = [sys.executable, "-m", "tests.flow_actor", str(tmp_path), level]
    actor = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
    assert actor.stdout is not None
    said = actor.stdout.readline().strip()
    actor.send_signal(signal.SIGKILL)
    actor.stdout.close()
    actor.wait()
    assert said.startswith("Saved 09:30 - Tiredness: ")
    journal = Journal(tmp_path / "data" / "journal.mbcj", clock)
    assert [one.level for one in journal.ask(questions.readings_on, TODAY)] == [int(level)]
    while journal.check.step():
        continue
    assert journal.check.sound
    journal.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the two starts are processes of Unix")
def test_a_second_start_brings_the_first_window_forward_and_goes(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.flow_actor", str(tmp_path), "2"]
    first = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
    assert first.stdout is not None
    assert first.stdout.readline().startswith("Saved")
    second = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, env=dict(os.environ))
    assert second.returncode == 0
    assert second.stdout == ""
    assert first.poll() is None
    first.kill()
    first.stdout.close()
    first.wait()

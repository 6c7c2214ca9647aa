"""Print: the preview, the PDF and the paper are one compile, and what is chosen is what is on it."""

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Note, PartialDate, Profile, Question, Reading, Visit
from mbc_journal.ui.print_page import PrintPage
from mbc_journal.ui.print_page.print_desk import PrintDesk
from mbc_journal.ui.printing import OtherPaper

Open = Callable[..., PrintPage]
TODAY = dt.date(2026, 3, 4)
ROWS = (
    Visit(day=PartialDate("2026-02-10"), kind="oncologist"),
    Visit(day=PartialDate("2026-03-11"), kind="oncologist"),
)


def rows() -> list[Visit | Question | Reading | Note | Profile]:
    readings = [Reading(scale="fatigue", day=TODAY - dt.timedelta(days=n), level=n % 4) for n in range(10)]
    return [
        *(Visit(day=visit.day, kind=visit.kind) for visit in ROWS),
        Question(text="Can I fly in January?", order=1),
        Note(text="a starred line", day=PartialDate.of(TODAY), for_doctor=True),
        Note(text="not for paper", day=PartialDate.of(TODAY)),
        Profile(name="Ada Example", allergies=("penicillin (rash)",)),
        *readings,
    ]


@pytest.fixture
def printing(open_page: Open, qtbot: QtBot) -> Iterator[PrintDesk]:
    page = open_page(PrintPage, *rows())
    qtbot.waitUntil(lambda: isinstance(page.part, PrintDesk) and page.part.printout is not None, timeout=30_000)
    assert isinstance(page.part, PrintDesk)
    yield page.part
    page.close()


def click(page: QWidget, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for_anew(printing: PrintDesk, qtbot: QtBot, act: Callable[[], object]) -> str:
    before = printing.printout
    act()
    qtbot.waitUntil(lambda: printing.printout is not before, timeout=20_000)
    assert printing.printout is not None
    return printing.printout.text


def test_the_preview_shows_the_page_and_can_be_read_aloud(printing: PrintDesk) -> None:
    assert printing.preview.caption.text() == "Page 1 of 1, A4, black ink"
    assert printing.printout is not None
    assert "Can I fly in January?" in printing.printout.text
    pages = [child for child in printing.preview.children() if getattr(child, "accessibleName", None)]
    names = [page.accessibleName() for page in pages if isinstance(page, QWidget)]
    assert "Preview, page 1 of 1" in names


def test_unstarred_notes_and_the_name_are_not_printed_unless_asked(printing: PrintDesk, qtbot: QtBot) -> None:
    assert printing.printout is not None
    text = printing.printout.text
    assert "a starred line" in text
    assert "not for paper" not in text
    assert "Ada Example" not in text
    named = wait_for_anew(printing, qtbot, lambda: click(printing, "name_on_page"))
    assert "Ada Example" in named


def test_a_part_that_is_not_ticked_is_not_printed(printing: PrintDesk, qtbot: QtBot) -> None:
    text = wait_for_anew(printing, qtbot, lambda: click(printing, "include_notes"))
    assert "a starred line" not in text


def test_the_paper_is_the_persons_own_and_can_be_undone(printing: PrintDesk, qtbot: QtBot, journal: Journal) -> None:
    wait_for_anew(printing, qtbot, lambda: click(printing, "paper_letter"))
    assert journal.ask(questions.profile).paper == "letter"
    assert printing.preview.caption.text() == "Page 1 of 1, Letter, black ink"
    journal.undo()
    assert journal.ask(questions.profile).paper == ""


def test_a_period_of_her_own_is_typed_and_checked(printing: PrintDesk, qtbot: QtBot) -> None:
    click(printing, "period_from_to")
    since = printing.findChild(QLineEdit, "since")
    until = printing.findChild(QLineEdit, "until")
    assert since is not None
    assert until is not None
    QTest.keyClicks(since, "4 March 2026")
    QTest.keyClicks(until, "1 February 2026")
    qtbot.waitUntil(lambda: until.accessibleDescription() == "This ends before it starts.")
    until.selectAll()
    text = wait_for_anew(printing, qtbot, lambda: QTest.keyClicks(until, "4 March 2026"))
    assert "4 Mar 2026" in text


def test_the_pdf_is_saved_whole_and_says_what_the_preview_says(printing: PrintDesk, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    assert printing.save_to(path)
    assert printing.printout is not None
    assert path.read_bytes() == printing.printout.pdf
    assert path.stat().st_mode & 0o777 == 0o600
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not here")
    found = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    assert found.index("Can I fly in January?") < found.index("Tiredness")


def test_a_folder_that_is_gone_is_said_and_nothing_is_lost(printing: PrintDesk, tmp_path: Path) -> None:
    assert not printing.save_to(tmp_path / "gone" / "brief.pdf")
    assert "could not be written" in printing.problem.text()
    assert printing.printout is not None


def test_what_changes_in_the_journal_changes_the_page(printing: PrintDesk, qtbot: QtBot, journal: Journal) -> None:
    question = Question(text="What about the dose?", order=2)
    text = wait_for_anew(printing, qtbot, lambda: journal.save(question, name="question"))
    assert "What about the dose?" in text


def test_another_paper_in_the_printer_is_asked_about_in_the_page(printing: PrintDesk, qtbot: QtBot) -> None:
    other = OtherPaper("Your printer holds Letter.", "Make it Letter", "letter")
    printing.paper_question.ask(other, QPrinter())
    assert printing.paper_question.isVisible()
    assert not printing.paper_question.isModal()
    text = wait_for_anew(printing, qtbot, lambda: click(printing, "make_it"))
    assert text
    assert printing.printout is not None
    assert printing.printout.paper == "letter"


def test_the_page_can_be_read_as_text(printing: PrintDesk) -> None:
    click(printing, "read_as_text")
    assert printing.preview.text.isVisible()
    assert "Can I fly in January?" in printing.preview.text.toPlainText()


def test_an_empty_journal_prints_a_page_too(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(PrintPage)
    qtbot.waitUntil(lambda: isinstance(page.part, PrintDesk) and page.part.printout is not None, timeout=30_000)
    assert isinstance(page.part, PrintDesk)
    assert page.part.printout is not None
    assert page.part.printout.pages == 1

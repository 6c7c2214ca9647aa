"""Print: which page it is - the brief, Who to call, a page of the reference - and how the other pages ask for it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mbc_journal.catalogue import Catalogue
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.paths import Paths, resources
from mbc_journal.records import Contact, Question
from mbc_journal.ui import page_list, printing
from mbc_journal.ui.call_page import CallPage
from mbc_journal.ui.page import Desk
from mbc_journal.ui.print_page import PrintPage
from mbc_journal.ui.print_page.print_desk import PrintDesk
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.signals import Place
from tests.conftest import FrozenClock
from tests.look.stage import Stage, open_stage
from tests.report_pdf import needs_poppler, raw_text
from tests.ui.reference_hands import button, click, told

Open = Callable[..., PrintPage]
MINE = Contact(role="24-hour line", phone="555 0100")
WANTED = Place("print", verb="reference", entry="treatment:capecitabine")


def part_of(page: PrintPage, qtbot: QtBot) -> PrintDesk:
    qtbot.waitUntil(lambda: isinstance(page.part, PrintDesk), timeout=30_000)
    assert isinstance(page.part, PrintDesk)
    return page.part


def made(printing_desk: PrintDesk, qtbot: QtBot, title: str) -> str:
    """The text of the page once it is the one that begins with this."""

    def is_made() -> bool:
        return printing_desk.printout is not None and printing_desk.printout.text.startswith(title)

    qtbot.waitUntil(is_made, timeout=30_000)
    assert printing_desk.printout is not None
    return printing_desk.printout.text


@pytest.fixture
def page(open_page: Open) -> Iterator[PrintPage]:
    opened = open_page(PrintPage, replace(MINE), Question(text="Can I fly in January?", order=1))
    yield opened
    opened.close()


@pytest.fixture
def desk_of(page: PrintPage, qtbot: QtBot) -> PrintDesk:
    found = part_of(page, qtbot)
    made(found, qtbot, "For my visit")
    return found


def test_who_to_call_is_chosen_like_the_brief_and_needs_no_period(desk_of: PrintDesk, qtbot: QtBot) -> None:
    click(desk_of, "page_who_to_call")
    assert desk_of.printout is None
    text = made(desk_of, qtbot, "Who to call")
    assert "24-hour line: 555\u00a00100" in text
    assert not desk_of.choices.brief.isVisible()
    assert desk_of.preview.isVisible()
    assert desk_of.preview.caption.text() == "Page 1 of 1, A4, black ink"
    click(desk_of, "page_brief")
    assert "Can I fly in January?" in made(desk_of, qtbot, "For my visit")
    assert desk_of.choices.brief.isVisible()


def test_a_page_of_the_reference_is_made_for_whoever_asks(page: PrintPage, desk_of: PrintDesk, qtbot: QtBot) -> None:
    page.go_to(WANTED)
    text = made(desk_of, qtbot, "Capecitabine")
    assert "Can I fly in January?" not in text
    assert desk_of.choices.page.value() == "reference"
    assert desk_of.choices.entry.text() == "Capecitabine"
    assert desk_of.printout is not None
    assert desk_of.printout.name == "reference-page-2026-03-04.pdf"
    page.go_to(replace(WANTED, entry="effect:fatigue"))
    assert "What can help" in made(desk_of, qtbot, "Tiredness")


def test_it_is_made_too_where_the_print_page_was_not_open_yet(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(PrintPage)
    page.go_to(WANTED)
    made(part_of(page, qtbot), qtbot, "Capecitabine")
    page.close()


def test_paper_and_size_hold_for_every_page(page: PrintPage, desk_of: PrintDesk, qtbot: QtBot) -> None:
    page.go_to(WANTED)
    made(desk_of, qtbot, "Capecitabine")
    click(desk_of, "paper_letter")
    qtbot.waitUntil(lambda: desk_of.printout is not None and desk_of.printout.paper == "letter", timeout=30_000)
    pages = desk_of.printout.pages if desk_of.printout is not None else 0
    click(desk_of, "print_size_large")
    qtbot.waitUntil(lambda: desk_of.printout is not None and desk_of.printout.pages > pages, timeout=30_000)
    click(desk_of, "page_who_to_call")
    made(desk_of, qtbot, "Who to call")
    assert "Letter" in desk_of.preview.caption.text()


def test_where_no_page_of_the_reference_is_chosen_she_is_led_there(
    desk_of: PrintDesk, qtbot: QtBot, desk: Desk
) -> None:
    click(desk_of, "page_reference")
    assert desk_of.choices.entry.text() == "No page of the reference is chosen yet."
    qtbot.waitUntil(lambda: not desk_of.coming)
    click(desk_of, "save_pdf")
    assert desk_of.problem.text() == "There is no page yet: something is still to be chosen."
    assert not desk_of.preview.isVisible()
    with qtbot.waitSignal(desk.announcer.wanted) as asked:
        click(desk_of, "choose_entry")
    assert asked.args == [Place("reference")]
    click(desk_of, "page_brief")
    made(desk_of, qtbot, "For my visit")
    assert desk_of.problem.text() == ""


@pytest.mark.parametrize("entry", ["topic:prognosis", "treatment:gone", "nonsense"])
def test_a_page_that_cannot_be_printed_is_not_chosen(
    page: PrintPage, desk_of: PrintDesk, qtbot: QtBot, entry: str
) -> None:
    page.go_to(replace(WANTED, entry=entry))
    qtbot.waitUntil(lambda: not desk_of.coming, timeout=30_000)
    assert desk_of.printout is None
    assert not desk_of.preview.isVisible()
    assert desk_of.choices.entry.text() == "No page of the reference is chosen yet."
    click(desk_of, "page_who_to_call")
    made(desk_of, qtbot, "Who to call")


def test_save_is_done_as_soon_as_the_page_is_there(
    page: PrintPage, desk_of: PrintDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested: list[str] = []

    def chosen(*asked: object) -> tuple[str, str]:
        suggested.append(str(asked[2]))
        return str(tmp_path / "page.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    page.go_to(WANTED)
    click(desk_of, "save_pdf")
    assert suggested == []
    qtbot.waitUntil((tmp_path / "page.pdf").exists, timeout=30_000)
    assert [Path(one).name for one in suggested] == ["reference-page-2026-03-04.pdf"]
    assert desk_of.printout is not None
    assert (tmp_path / "page.pdf").read_bytes() == desk_of.printout.pdf


@pytest.mark.parametrize("asked", [WANTED, Place("print", verb="who_to_call")])
def test_a_folder_that_is_gone_and_a_missing_printer_are_said(
    page: PrintPage, desk_of: PrintDesk, qtbot: QtBot, tmp_path: Path, asked: Place
) -> None:
    page.go_to(asked)
    qtbot.waitUntil(lambda: desk_of.printout is not None, timeout=30_000)
    assert not desk_of.save_to(tmp_path / "gone" / "page.pdf")
    assert "could not be written" in desk_of.problem.text()
    if not printing.has_printer():
        click(desk_of, "print_now")
        assert desk_of.problem.text() == "There is no printer on this computer. Save the page as a PDF instead."


def test_a_read_only_journal_prints_on_any_paper_and_stays_as_it_is(
    desk_of: PrintDesk, qtbot: QtBot, journal: Journal, desk: Desk
) -> None:
    journal.read_only = "The disk is write-protected."
    with qtbot.assertNotEmitted(desk.announcer.not_saved):
        click(desk_of, "paper_letter")
        qtbot.waitUntil(lambda: desk_of.printout is not None and desk_of.printout.paper == "letter", timeout=30_000)
    assert journal.ask(questions.profile).paper == ""
    journal.read_only = ""


def test_a_new_number_is_on_the_page_at_once(desk_of: PrintDesk, qtbot: QtBot, journal: Journal) -> None:
    click(desk_of, "page_who_to_call")
    made(desk_of, qtbot, "Who to call")
    journal.save(Contact(role="night nurse", phone="555 0199"), name="number")
    qtbot.waitUntil(lambda: desk_of.printout is not None and "night nurse" in desk_of.printout.text, timeout=30_000)


def test_a_damaged_file_of_the_reference_is_said_and_the_brief_still_prints(
    journal: Journal, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(resources() / "reference" / "en", tmp_path / "en"))
    (folder / "signs.json").write_text("{", "utf-8")
    page = PrintPage(journal, replace(desk, catalogue=Catalogue.load(folder)))
    qtbot.addWidget(page)
    page.show()
    found = part_of(page, qtbot)
    for asked in (WANTED, Place("print", verb="who_to_call")):
        page.go_to(asked)
        qtbot.waitUntil(lambda: "signs.json" in found.problem.text(), timeout=30_000)
        assert found.printout is None
    click(found, "page_brief")
    made(found, qtbot, "For my visit")
    assert found.problem.text() == ""
    page.close()


# -- from the other pages ----------------------------------------------------------------------------------------


@pytest.fixture
def stage(qtbot: QtBot, paths: Paths, clock: FrozenClock) -> Iterator[Stage]:
    """The window on a new journal, with the pages that print."""
    opened = open_stage(qtbot, paths, clock)
    try:
        opened.home.take_pages([ReferencePage, CallPage, PrintPage], page_list.CallLists)
        yield opened
    finally:
        opened.close()


def go(stage: Stage, place: Place) -> None:
    stage.window.tools.announcer.wanted.emit(place)
    stage.settle()


@needs_poppler
def test_print_this_page_leads_from_the_reference_to_paper_with_keys_alone(stage: Stage, tmp_path: Path) -> None:
    go(stage, Place("reference", verb="letrozole"))
    button(stage.page, "print_this_page").setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "print_this_page"
    QTest.keyClick(focus, Qt.Key.Key_Space)
    stage.settle()
    assert isinstance(stage.page, PrintPage)
    found = part_of(stage.page, stage.qtbot)
    made(found, stage.qtbot, "Letrozole")
    assert found.save_to(tmp_path / "page.pdf")
    assert "Call your team if" in raw_text((tmp_path / "page.pdf").read_bytes(), tmp_path)
    stage.settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() in ("save_pdf", "print_now")


def test_with_the_door_open_the_figures_stay_off_the_paper(stage: Stage) -> None:
    go(stage, Place("reference", verb="surgery"))
    open_texts = told(stage.page)
    click(stage.page, "outlook_show_me")
    stage.settle()
    figures = set(told(stage.page).splitlines()) - set(open_texts.splitlines())
    assert "Outlook figures are never printed." in figures
    click(stage.page, "print_this_page")
    stage.settle()
    assert isinstance(stage.page, PrintPage)
    text = made(part_of(stage.page, stage.qtbot), stage.qtbot, "Surgery")
    assert not [line for line in figures if len(line) > 20 and line in text]


def test_the_outlook_page_has_no_button_that_prints(stage: Stage) -> None:
    go(stage, Place("reference", verb="prognosis"))
    assert "print_this_page" not in {
        one.objectName() for one in stage.page.findChildren(type(button(stage.page, "outlook_show_me")))
    }
    click(stage.page, "outlook_show_me")
    stage.settle()
    assert "Print this page" not in told(stage.page)


def test_who_to_call_is_printed_from_its_own_page(stage: Stage) -> None:
    go(stage, Place("call"))
    click(stage.page, "print_this_page")
    stage.settle()
    assert isinstance(stage.page, PrintPage)
    text = made(part_of(stage.page, stage.qtbot), stage.qtbot, "Who to call")
    assert "My team's line, day and night" in text

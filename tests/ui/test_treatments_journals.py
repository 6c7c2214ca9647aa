"""Whole journals on the Treatments page: made-up ones, and records that other programs wrote."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from mbc_journal import demo, exchange, treatments
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions.imports import preview
from mbc_journal.records import Row, Step, Therapy
from mbc_journal.ui.treatments_page import TreatmentsPage
from mbc_journal.ui.treatments_page.change_panel import ChangePanel
from mbc_journal.ui.treatments_page.details_panel import DetailsPanel, StepLine
from mbc_journal.ui.treatments_page.side_effects_panel import SideEffectsPanel
from tests.ui.treatment_pages import button, change, click, part, running, said, write

Open = Callable[..., TreatmentsPage]
PATIENTS = ("Maryam.json", "TrialMatching_Patient01.json")


def made_up(seed: int, today: dt.date) -> list[Row]:
    return [row for row in demo.make(seed, today) if isinstance(row, Therapy | Step)]


def check(page: TreatmentsPage, journal: Journal) -> None:
    """Each therapy stands in one card, one row of the table, and in the words of the bars."""
    therapies = journal.ask(questions.therapies)
    shown = [therapy_id for card in page.cards() for therapy_id in card.blocks]
    assert sorted(shown) == sorted(one.id for one in therapies)
    assert page.timeline.table.model().rowCount() == len(therapies)
    words = page.timeline.bars.accessibleDescription()
    assert all(one.name in words for one in therapies)
    for card in page.cards():
        card.open()
        assert card.words.text()
        for block in card.blocks.values():
            block.details.click()
            steps = [one for one in journal.ask(questions.steps) if one.therapy_id == block.course.therapy.id]
            assert len(part(block, DetailsPanel).findChildren(StepLine)) == len(steps)
            block.details.click()


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_made_up_journal_is_shown_whole(open_page: Open, journal: Journal, clock: Clock, seed: int) -> None:
    page = open_page(TreatmentsPage, *made_up(seed, clock.today()))
    check(page, journal)
    assert any(not course.is_over for course in page.keeper.courses)


@pytest.mark.parametrize("name", PATIENTS)
def test_a_record_that_another_program_wrote_is_shown_whole(
    open_page: Open, journal: Journal, clock: Clock, outside: Path, name: str
) -> None:
    seen = journal.ask(preview, exchange.read(outside / "fhir" / "breast" / name), clock.utc())
    journal.save(*seen.rows, name="import")
    page = open_page(TreatmentsPage)
    check(page, journal)
    page.grab()
    assert page.keeper.courses


@pytest.mark.parametrize("name", PATIENTS)
def test_changes_can_be_recorded_of_what_came_from_outside(
    open_page: Open, journal: Journal, clock: Clock, outside: Path, name: str
) -> None:
    seen = journal.ask(preview, exchange.read(outside / "fhir" / "breast" / name), clock.utc())
    journal.save(*seen.rows, name="import")
    page = open_page(TreatmentsPage)
    card = page.cards()[0]
    card.open()
    block = next(iter(card.blocks.values()))
    kinds = treatments.choices(block.course)
    block.change.click()
    kind = part(block, ChangePanel).kind
    assert kind is not None
    assert [one.objectName() for one in kind.track.segments] == [f"change_kind_{one.value}" for one in kinds]


def everything(journal: Journal) -> list[dict[str, object]]:
    """Every row with all its fields but the time of the last change."""
    rows = journal.ask(questions.everything)
    return [
        {name: value for name, value in vars(row).items() if name[0] != "_" and name != "changed_at"} for row in rows
    ]


def acts(page: TreatmentsPage) -> list[Callable[[], None]]:
    """Every kind of act on the page, in an order that works."""

    def add() -> None:
        click(page, "add_treatment")
        write(page, "name", "Denosumab")
        click(page, "add_it")

    def dose() -> None:
        change(page, "dose_change")
        write(page, "dose", "1250 mg")
        click(page, "change_record")

    def hold() -> None:
        change(page, "hold")
        click(page, "change_record")

    def stop() -> None:
        change(page, "stop")
        write(page, "on", "9 March 2026")
        click(page, "change_record")

    def row() -> None:
        page.cards()[0].open()
        page.cards()[0].blocks[page.keeper.courses[0].therapy.id].offer_side_effects()
        chip = part(page.cards()[0], SideEffectsPanel).rows.findChildren(QWidget)[0]
        click(page, chip.objectName())

    def site() -> None:
        click(page, "about_my_cancer")
        click(page, "sites_liver")
        click(page, "about_close")

    return [add, dose, hold, stop, row, site]


def test_every_act_can_be_undone_and_done_again_exactly(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage, *running())
    seen = [(everything(journal), said(page.cards()[0]))]
    for act in acts(page):
        act()
        seen.append((everything(journal), page.cards()[0].words.text()))
        assert seen[-1][0] != seen[-2][0], act.__name__
    for before, _words in reversed(seen[:-1]):
        assert journal.undo() is not None
        assert everything(journal) == before
    for after, words in seen[1:]:
        assert journal.redo() is not None
        assert everything(journal) == after
        assert page.cards()[0].words.text() == words


def test_an_undo_that_takes_the_treatment_away_closes_its_panels(open_page: Open, journal: Journal) -> None:
    page = open_page(TreatmentsPage)
    click(page, "add_treatment")
    write(page, "name", "Capecitabine")
    click(page, "add_it")
    click(page, "therapy_1_change")
    journal.undo()
    assert page.cards() == []
    assert "No treatments yet." in said(page)
    journal.redo()
    assert button(page, "therapy_1_more").isVisible()
    assert not [one for one in page.findChildren(ChangePanel) if one.isVisible()]

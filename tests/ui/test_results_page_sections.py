"""Sections of Results: what stands where, what is hidden by choice, and what other pages can ask for."""

import datetime as dt
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import results_page
from mbc_journal.records import Answer, Profile, Reading
from mbc_journal.scales import Scales
from mbc_journal.ui.page import Desk
from mbc_journal.ui.results_page import ResultsPage
from mbc_journal.ui.signals import Place
from tests.conftest import FrozenClock
from tests.look import eyes
from tests.ui.results_hands import EARLIER, TODAY, add, click, field, result, settle, texts

Open = Callable[..., ResultsPage]


def test_sections_hold_their_own(open_page: Open, scales: Scales) -> None:
    rows = [result(scales, one, "20") for one in ("alt", "cea", "pulse", "qtc", "pain-0-10")]
    page = open_page(ResultsPage, *rows, Reading(scale="fatigue", day=TODAY, level=2))
    shown = []
    for section in ("labs", "markers", "vitals", "scans"):
        click(page, f"section_{section}")
        shown.append([row.line.scale.id for row in page.lines.rows.values()])
    assert shown == [["qtc", "alt"], ["cea"], ["pulse", "pain-0-10"], []]


def test_hidden_markers_show_when_she_asks_and_undo_hides_them(
    open_page: Open, journal: Journal, scales: Scales
) -> None:
    page = open_page(ResultsPage, result(scales, "cea", "1.2"), Profile(hidden=("markers", "weight")))
    click(page, "section_markers")
    assert "Tumour markers: hidden, as you chose." in texts(page)
    assert page.lines.rows == {}
    click(page, "show_markers")
    assert [row.name.text() for row in page.lines.rows.values()] == ["CEA"]
    assert journal.ask(questions.profile).hidden == ("weight",)
    journal.undo()
    assert page.lines.rows == {}


def test_weight_shows_by_choice_beside_what_is_not_hidden(open_page: Open, scales: Scales) -> None:
    rows = [result(scales, one, "70") for one in ("weight", "pulse")]
    page = open_page(ResultsPage, *rows, Profile(hidden=("weight",)))
    click(page, "section_vitals")
    assert [row.name.text() for row in page.lines.rows.values()] == ["Pulse"]
    click(page, "show_weight")
    assert [row.name.text() for row in page.lines.rows.values()] == ["Weight", "Pulse"]
    assert page.hidden.isHidden()


def test_a_read_only_journal_shows_results_and_takes_none(
    open_page: Open, journal: Journal, scales: Scales, desk: Desk, qtbot: QtBot
) -> None:
    journal.save(result(scales, "alt", "30"), name="")
    journal.read_only = "This journal can only be read."
    page = open_page(ResultsPage)
    assert not page.add_result.isEnabled()
    row = page.lines.row_of("alt")
    assert row is not None
    assert row.chart.isEnabled()
    assert not row.edit.isEnabled()
    details = row.open()
    assert not details.change_button.isEnabled()
    page.go_to(Place("results", verb="add"))
    assert page.adding.isHidden()


def test_other_pages_can_ask_for_a_test_or_begin_one(open_page: Open, scales: Scales) -> None:
    page = open_page(ResultsPage, result(scales, "cea", "1.2"), result(scales, "alt", "30"))
    page.go_to(Place("results", scale="cea"))
    row = page.lines.row_of("cea")
    assert row is not None
    assert row.is_open
    page.go_to(Place("results", scale="alt", verb="add"))
    assert (page.section, field(page, "scale").text()) == ("labs", "ALT")
    page.go_to(Place("results", scale="nausea"))
    assert page.section == "labs"


def test_the_newest_result_of_each_unit_is_read(journal: Journal, scales: Scales, clock: FrozenClock) -> None:
    old, new = result(scales, "alt", "30", day=EARLIER), result(scales, "alt", "31")
    late = result(scales, "alt", "32", time=dt.time(8, 0))
    odd = result(scales, "alt", "1", day=EARLIER)
    odd.unit = "furlong"
    skipped = Reading(scale="alt", day=dt.date(2026, 3, 5), state=Answer.SKIPPED)
    binned = result(scales, "alt", "33", day=dt.date(2026, 3, 5))
    journal.save(new, late, old, odd, skipped, binned, result(scales, "cea", "2"), name="")
    journal.bin(binned, name="")
    found = journal.ask(results_page.newest_results, ("alt", "ggt"))
    assert [one.id for one in found] == [late.id, odd.id]
    assert journal.ask(results_page.newest_results, ()) == []


@pytest.mark.parametrize("size", [(1100, 720), (780, 520)])
def test_everything_is_large_whole_and_named(open_page: Open, scales: Scales, size: tuple[int, int]) -> None:
    page = open_page(ResultsPage, result(scales, "neutrophils", "1200", "/uL", "1500-7500"))
    page.resize(*size)
    click(page, "add_result")
    add(page, scale="Hb", value="382")
    page.lines.rows["neutrophils", "10*9/L"].open()
    settle()
    assert eyes.cut(page) + eyes.too_small(page) + eyes.too_near(page) == []
    names = [one.accessibleName() or getattr(one, "text", str)() for one in eyes.reachable(page)]
    assert all(names)

"""Scans and biopsies: kept while they are typed; a sample becomes hers only when she says so."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Biopsy, PartialDate, Profile, Row, Scan, ScanState
from mbc_journal.ui.forms import PickInput
from mbc_journal.ui.results_page import ResultsPage
from mbc_journal.ui.signals import Place
from mbc_journal.ui.text_saver import flush_all
from tests.look import eyes
from tests.ui.results_hands import NASTY, button, choose, click, field, settle, texts, type_in, write

Open = Callable[..., ResultsPage]


def scans_page(open_page: Open, *rows: Row) -> ResultsPage:
    page = open_page(ResultsPage, *rows)
    click(page, "section_scans")
    return page


def ct() -> Scan:
    return Scan(kind="CT", day=PartialDate("2026-03-14"), worry=6)


def sample() -> Biopsy:
    return Biopsy(day=PartialDate("2024-03~"), site="liver", er="positive", her2="low", biomarkers=("ESR1", "PIK3CA"))


def test_an_empty_list_says_what_is_enough(open_page: Open) -> None:
    page = scans_page(open_page)
    assert "No scan yet. The kind and about when are enough; what you were told can follow." in texts(page)
    assert "No biopsy yet. Copy the receptors from the report." in texts(page)
    assert not page.add_result.isVisibleTo(page)


def test_a_scan_is_kept_while_it_is_typed(open_page: Open, journal: Journal) -> None:
    page = scans_page(open_page)
    click(page, "add_scan")
    type_in(page, "kind", "Bone scan")
    type_in(page, "day", "about March 2026")
    choose(page, "state", "Result")
    choose(page, "worry", "7")
    write(page, "told", "Bones as before.")
    assert flush_all(page)
    [scan] = journal.ask(questions.scans)
    assert (scan.kind, scan.state, scan.worry) == ("Bone scan", ScanState.RESULT, 7)
    assert (scan.day, scan.told) == (PartialDate("2026-03~"), "Bones as before.")
    click(page, "scan_done")
    assert texts(page.scans.scans) == [
        "Bone scan, about March 2026", "Result", "Bones as before.", "Worry while waiting: 7 of 10",
    ]  # fmt: skip


def test_a_usual_kind_is_offered_and_taken_with_the_keyboard(open_page: Open, journal: Journal) -> None:
    page = scans_page(open_page)
    click(page, "add_scan")
    QTest.keyClicks(field(page, "kind"), "pet")
    QTest.keyClick(field(page, "kind"), Qt.Key.Key_Down)
    panel = page.scans.scans.panel
    assert panel is not None
    kind = panel.form.rows["kind"].widget
    assert isinstance(kind, PickInput)
    QTest.keyClick(kind.offers, Qt.Key.Key_Return)
    assert [one.kind for one in journal.ask(questions.scans)] == ["PET-CT"]


def test_a_scan_waits_and_its_worry_need_not_be_said(open_page: Open, journal: Journal) -> None:
    page = scans_page(open_page)
    click(page, "add_scan")
    type_in(page, "kind", "MRI")
    click(page, "scan_done")
    [scan] = journal.ask(questions.scans)
    assert (scan.state, scan.worry, scan.day) == (ScanState.WAITING, None, None)
    assert texts(page.scans.scans) == ["MRI", "Waiting for the result"]


def test_a_scan_without_a_kind_is_asked_for_and_nothing_typed_is_lost(open_page: Open, journal: Journal) -> None:
    page = scans_page(open_page)
    click(page, "add_scan")
    told = page.findChild(QPlainTextEdit, "told")
    assert told is not None
    told.setPlainText(NASTY)
    click(page, "scan_done")
    assert "Say what kind of scan it is. What you typed is kept here." in texts(page)
    assert journal.ask(questions.scans) == []
    type_in(page, "kind", "CT")
    click(page, "scan_done")
    assert [one.told for one in journal.ask(questions.scans)] == [NASTY]


@pytest.mark.parametrize("day", ["31 February", "soon", "x" * 10_000])
def test_a_wrong_day_is_said_beside_it(open_page: Open, journal: Journal, day: str) -> None:
    page = scans_page(open_page)
    click(page, "add_scan")
    type_in(page, "kind", "CT")
    field(page, "day").setText(day)
    click(page, "scan_done")
    panel = page.scans.scans.panel
    assert panel is not None
    assert panel.form.rows["day"].problem.isVisibleTo(page)
    assert field(page, "day").text() == day
    field(page, "day").setText("March 2026")
    click(page, "scan_done")
    assert [one.day for one in journal.ask(questions.scans)] == [PartialDate("2026-03")]


def test_one_stay_in_a_scan_is_one_step_of_undo(open_page: Open, journal: Journal) -> None:
    page = scans_page(open_page, ct())
    click(page, "scan_1_change")
    choose(page, "state", "Result")
    write(page, "told", "Smaller.")
    assert flush_all(page)
    journal.undo()
    [scan] = journal.ask(questions.scans)
    assert (scan.state, scan.told) == (ScanState.WAITING, "")


def test_a_scan_goes_into_the_bin_and_comes_back(open_page: Open, journal: Journal) -> None:
    page = scans_page(open_page, ct(), Scan(kind="MRI", day=PartialDate("2025")))
    assert [row.face.name for row in page.scans.scans.rows] == ["CT, 14 Mar 2026", "MRI, 2025"]
    click(page, "scan_1_bin")
    assert [one.kind for one in journal.ask(questions.scans)] == ["MRI"]
    journal.undo()
    assert [row.face.name for row in page.scans.scans.rows] == ["CT, 14 Mar 2026", "MRI, 2025"]


def test_a_sample_is_kept_with_its_receptors(open_page: Open, journal: Journal) -> None:
    page = scans_page(open_page)
    click(page, "add_biopsy")
    for name, text in (("site", "liver"), ("er", "positive"), ("pr", "10 % weak"), ("her2", "Ultralow")):
        type_in(page, name, text)
    type_in(page, "day", "March 2024")
    write(page, "biomarkers", "ESR1\nPIK3CA\nESR1")
    assert flush_all(page)
    [one] = journal.ask(questions.biopsies)
    assert (one.er, one.pr, one.her2, one.biomarkers) == ("positive", "10 % weak", "ultralow", ("ESR1", "PIK3CA"))
    click(page, "biopsy_done")
    assert texts(page.scans.biopsies) == [
        "Biopsy, liver, March 2024",
        "Estrogen (ER): Positive, Progesterone (PR): 10 % weak, HER2: Ultralow",
        "ESR1, PIK3CA",
    ]


def test_an_empty_sample_is_not_kept(open_page: Open, journal: Journal) -> None:
    page = scans_page(open_page)
    click(page, "add_biopsy")
    click(page, "biopsy_done")
    assert journal.ask(questions.biopsies) == []
    assert page.scans.biopsies.panel is None


def test_a_sample_is_hers_only_after_a_click_and_undo_takes_it_back(open_page: Open, journal: Journal) -> None:
    page = scans_page(open_page, sample(), Profile(er="negative", pr="negative"))
    assert journal.ask(questions.profile).er == "negative"
    click(page, "use_as_mine")
    mine = journal.ask(questions.profile)
    assert (mine.er, mine.pr, mine.her2, mine.biomarkers) == ("positive", "negative", "low", ("ESR1", "PIK3CA"))
    assert not button(page, "use_as_mine").isVisibleTo(page)
    journal.undo()
    assert journal.ask(questions.profile).er == "negative"
    assert button(page, "use_as_mine").isVisibleTo(page)


def test_nothing_is_offered_where_the_newest_sample_says_nothing_new(open_page: Open) -> None:
    older = Biopsy(day=PartialDate("2020"), er="negative")
    newest = Biopsy(day=PartialDate("2025"), note="too little to tell")
    page = scans_page(open_page, older, newest)
    assert not button(page, "use_as_mine").isVisibleTo(page)


def test_other_pages_can_lead_to_a_scan(open_page: Open) -> None:
    scan = ct()
    page = open_page(ResultsPage, scan)
    page.go_to(Place("results", row=scan.id))
    assert page.section == "scans"
    assert page.scans.scans.rows[0].record.id == scan.id


def test_what_helped_before_is_offered_while_a_result_is_waited_for(
    open_page: Open, journal: Journal, qtbot: QtBot
) -> None:
    page = scans_page(open_page, ct())
    with qtbot.waitSignal(page.desk.announcer.wanted) as heard:
        click(page, "what_helped")
    assert heard.args == [Place("journal")]
    click(page, "scan_1_change")
    choose(page, "state", "Result")
    assert not button(page, "what_helped").isVisibleTo(page)


def test_many_scans_show_ten_and_all_on_a_click(open_page: Open) -> None:
    many = [Scan(kind="CT", day=PartialDate(f"{year}")) for year in range(2005, 2026)]
    page = scans_page(open_page, *many)
    assert [row.face.name for row in page.scans.scans.rows][:2] == ["CT, 2025", "CT, 2024"]
    assert len(page.scans.scans.rows) == 10
    click(page, "all_scans")
    assert len(page.scans.scans.rows) == 21
    assert not button(page, "all_scans").isVisibleTo(page)


def test_an_old_scan_is_found_where_another_page_leads_to_it(open_page: Open) -> None:
    many = [Scan(kind="CT", day=PartialDate(f"{year}")) for year in range(2005, 2026)]
    page = open_page(ResultsPage, *many)
    page.go_to(Place("results", row=many[0].id))
    assert [row.face.name for row in page.scans.scans.rows][-1] == "CT, 2005"


def test_a_read_only_journal_shows_scans_and_changes_none(open_page: Open, journal: Journal) -> None:
    journal.save(ct(), sample(), name="")
    journal.read_only = "This journal can only be read."
    page = scans_page(open_page)
    for name in ("add_scan", "add_biopsy", "scan_1_change", "scan_1_bin", "use_as_mine"):
        assert not button(page, name).isEnabled(), name
    assert "CT, 14 Mar 2026" in texts(page)


@pytest.mark.parametrize("size", [(1100, 720), (780, 520)])
def test_scans_and_their_fields_are_large_whole_and_named(open_page: Open, size: tuple[int, int]) -> None:
    page = scans_page(open_page, ct(), sample())
    page.resize(*size)
    click(page, "scan_1_change")
    click(page, "biopsy_1_change")
    settle()
    assert eyes.cut(page) + eyes.too_small(page) + eyes.too_near(page) == []
    unnamed = [one for one in eyes.reachable(page) if not _name(one)]
    assert unnamed == []


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or str(widget.property("text") or "")

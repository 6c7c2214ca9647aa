"""What the team will check becomes a visit: in place, by one button, with Undo; it lands in Visits."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGroupBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import PartialDate, Visit
from mbc_journal.reference.search import Group, Key
from mbc_journal.ui.page import Desk
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.reference_page.checks import CheckRow
from mbc_journal.ui.signals import Place, Told
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.visits_page import VisitsPage
from tests.look import eyes
from tests.ui.reference_hands import button, click, taking, told
from tests.ui.test_reference_look import SIZES, enlarge, settle

Open = Callable[..., ReferencePage]
OpenVisits = Callable[..., VisitsPage]
BLOOD = "Blood counts before each dose."
RIBOCICLIB = Key(Group.TREATMENT, "ribociclib")


def rows(page: QWidget) -> list[CheckRow]:
    return [row for row in page.findChildren(CheckRow) if not row.isHidden()]


def row_of(page: QWidget, words: str) -> CheckRow:
    return next(row for row in rows(page) if row.accessibleName() == words)


def opened(page: ReferencePage, words: str) -> CheckRow:
    """The row with its fields open."""
    row = row_of(page, words)
    click(page, f"{row.objectName()}_plan")
    assert row.panel is not None
    return row


def type_day(row: QWidget, text: str) -> None:
    field = row.findChild(QLineEdit, "day")
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, text)


def planned(journal: Journal) -> list[Visit]:
    return journal.ask(questions.visits)


def test_each_line_of_what_the_team_will_check_has_one_button(open_page: Open) -> None:
    page = open_page(ReferencePage)
    for key in (Key(Group.TREATMENT, "capecitabine"), RIBOCICLIB, Key(Group.TREATMENT, "denosumab")):
        page.contents.wanted.emit(key)
        entry = page.keeper.reference.entry(key.id)
        assert entry is not None
        assert [row.accessibleName() for row in rows(page)] == [said.text for said in entry.checks]
        names = [row.plan.accessibleName() for row in rows(page)]
        assert names == [f"Plan a visit: {said.text}" for said in entry.checks]
        assert len({row.plan.objectName() for row in rows(page)}) == len(entry.checks)


def test_a_check_becomes_a_visit_of_its_kind_with_its_words_and_undo_takes_it_back(
    open_page: Open, journal: Journal, desk: Desk
) -> None:
    page = open_page(ReferencePage, *taking("eribulin"))
    heard: list[Told] = []
    desk.announcer.changed.connect(heard.append)
    row = opened(page, BLOOD)
    type_day(row, "18 March 2026")
    click(row, "visit_keep")
    (visit,) = planned(journal)
    assert (visit.kind, visit.said) == ("blood_test", f"Planned: {BLOOD}")
    assert visit.day == PartialDate("2026-03-18")
    assert visit.utc_offset == "+01:00"
    assert row.panel is None
    assert [change.undo for change in heard] == ["Visit: Wednesday 18 March, blood test"]
    journal.undo()
    assert planned(journal) == []
    assert heard[-1].undone
    journal.redo()
    assert len(planned(journal)) == 1


def test_the_day_is_asked_for_and_about_is_fine(open_page: Open, journal: Journal) -> None:
    page = open_page(ReferencePage, *taking("eribulin"))
    row = opened(page, BLOOD)
    click(row, "visit_keep")
    assert planned(journal) == []
    assert "A visit needs a date. About is fine: March 2026." in told(row)
    type_day(row, "about April 2026")
    click(row, "visit_keep")
    assert [one.day for one in planned(journal)] == [PartialDate("2026-04~")]


def test_a_past_day_is_asked_about_and_odd_words_are_refused_beside_the_field(
    open_page: Open, journal: Journal
) -> None:
    page = open_page(ReferencePage, *taking("eribulin"))
    row = opened(page, BLOOD)
    type_day(row, "the day after the storm")
    click(row, "visit_keep")
    assert planned(journal) == []
    type_day(row, "2 March 2026")
    click(row, "visit_keep")
    assert planned(journal) == []
    assert "That date is past. Keep as a past visit?" in told(row)
    click(row, "visit_keep")
    assert len(planned(journal)) == 1


def test_kind_and_words_can_be_changed_before_it_is_kept(open_page: Open, journal: Journal) -> None:
    page = open_page(ReferencePage, *taking("eribulin"))
    row = opened(page, BLOOD)
    words = row.findChild(QPlainTextEdit, "said")
    assert words is not None
    assert words.toPlainText() == f"Planned: {BLOOD}"
    words.setPlainText("Blood before cycle 3")
    type_day(row, "tomorrow")
    click(row, "visit_keep")
    assert [one.said for one in planned(journal)] == ["Blood before cycle 3"]


def test_it_can_be_done_with_keys_alone_and_the_focus_comes_back(
    open_page: Open, journal: Journal, qtbot: QtBot
) -> None:
    page = open_page(ReferencePage, *taking("eribulin"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    row = row_of(page, BLOOD)
    row.plan.setFocus()
    QTest.keyClick(row.plan, Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "day"
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert row.panel is None
    assert QApplication.focusWidget() is row.plan
    assert planned(journal) == []


def test_a_second_press_closes_the_fields_and_nothing_is_written(open_page: Open, journal: Journal) -> None:
    page = open_page(ReferencePage, *taking("eribulin"))
    row = opened(page, BLOOD)
    click(page, row.plan.objectName())
    assert row.panel is None
    assert planned(journal) == []


def test_in_a_journal_that_is_only_read_no_visit_can_be_planned(open_page: Open, journal: Journal) -> None:
    journal.read_only = "Someone else has it open."
    page = open_page(ReferencePage)
    page.go_to(Place("reference", verb="eribulin"))
    assert rows(page)
    assert not any(row.plan.isEnabled() for row in rows(page))


def test_other_parts_of_a_page_have_no_such_button(open_page: Open) -> None:
    page = open_page(ReferencePage)
    page.go_to(Place("reference", verb="practical"))
    assert rows(page) == []
    page.go_to(Place("reference", verb="eribulin"))
    assert all(isinstance(row, QGroupBox) for row in rows(page))
    assert len(rows(page)) < told(page).count("\n")


def test_in_visits_it_says_what_it_is_for_until_it_is_past(open_page: OpenVisits, desk: Desk, journal: Journal) -> None:
    said = f"Planned: {BLOOD}"
    coming = Visit(day=PartialDate("2026-03-18"), kind="blood_test", said=said)
    past = Visit(day=PartialDate("2026-03-02"), kind="oncologist", said="All well.")
    page = open_page(VisitsPage, coming, past)
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert shown[shown.index("What it is for") + 1] == said
    assert shown[shown.index("What was said") + 1] == "All well."
    button(page, "visit_change").click()
    field = page.findChild(QPlainTextEdit, "said")
    assert field is not None
    assert (field.toPlainText(), field.accessibleName()) == (said, "What it is for")
    field.setPlainText("Blood and a talk")
    flush_all(page)
    assert {one.said for one in planned(journal)} == {"Blood and a talk", "All well."}


@pytest.mark.parametrize("step", [100, 200])
def test_nothing_is_cut_small_or_crowded_while_a_visit_is_planned(open_page: Open, desk: Desk, step: int) -> None:
    enlarge(desk, step)
    page = open_page(ReferencePage, *taking("eribulin"))
    opened(page, BLOOD)
    for size in SIZES:
        page.resize(*size)
        settle()
        assert eyes.cut(page) + eyes.too_small(page) + eyes.too_near(page) == [], size

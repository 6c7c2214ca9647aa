"""Results: a line of a lab sheet is copied as it stands, doubts are asked once, nothing typed is lost."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.scales import Scales
from mbc_journal.ui.results_page import ResultsPage
from mbc_journal.ui.signals import Place
from tests.conftest import FrozenClock
from tests.ui.results_hands import (
    EARLIER,
    NASTY,
    TODAY,
    add,
    button,
    choose,
    click,
    field,
    result,
    said,
    stored,
    texts,
    type_in,
    write,
)

Open = Callable[..., ResultsPage]


def begun(open_page: Open) -> ResultsPage:
    """The page with the fields of a new result open."""
    page = open_page(ResultsPage)
    click(page, "add_result")
    return page


def test_an_empty_page_says_where_to_begin_and_leads_to_the_import(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(ResultsPage)
    assert "Copy a line from your lab sheet, or import a file." in texts(page)
    with qtbot.waitSignal(page.desk.announcer.wanted) as heard:
        click(page, "import_file")
    assert heard.args == [Place("settings")]


def test_only_test_and_number_are_needed(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    add(page, scale="Hb", value="11,8")
    [reading] = stored(journal)
    assert (reading.scale, reading.value, reading.unit, reading.day) == ("hemoglobin", Decimal("11.8"), "g/dL", TODAY)
    assert (reading.value_as_entered, reading.utc_offset, reading.time) == ("11,8", "+01:00", None)
    assert "11,8 g/dL, 4 Mar 2026" in texts(page.lines)


def test_a_whole_line_is_copied_and_said_converted(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    type_in(page, "scale", "Neutrophils")
    write(page, "note", "before the drip")
    add(page, value="<1200", unit="/µL", range_text="1500-7500", day="8 Feb 2026", time="8:05")
    [reading] = stored(journal)
    assert (reading.scale, reading.value, reading.unit) == ("neutrophils", Decimal("1.200"), "10*9/L")
    assert (reading.comparator, reading.value_as_entered, reading.unit_as_entered) == ("<", "<1200", "/uL")
    assert reading.range_text == "1500-7500"
    assert (reading.range_low, reading.range_high) == (Decimal(1500), Decimal(7500))
    assert (reading.day, reading.time, reading.note) == (EARLIER, dt.time(8, 5), "before the drip")
    shown = texts(page.lines)
    assert shown[:2] == ["Neutrophils (ANC)", "below 1.2 \u00d7 10\u2079/L, 8 Feb 2026"]
    assert shown[2] == "typed as below 1200 /µL, printed range 1500-7500 /µL"


def test_the_day_stays_for_the_next_line_of_the_sheet(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = begun(open_page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    add(page, scale="ALT", value="30", day="8 Feb 2026", time="8:05", range_text="0-35")
    assert [field(page, name).text() for name in ("scale", "value", "range_text")] == ["", "", ""]
    assert page.focusWidget() is field(page, "scale")
    add(page, scale="AST", value="28")
    sheet = {(one.scale, one.day, one.time, one.range_text) for one in stored(journal)}
    assert sheet == {("alt", EARLIER, dt.time(8, 5), "0-35"), ("ast", EARLIER, dt.time(8, 5), "")}


def test_a_test_is_found_by_a_few_letters_with_the_keyboard_alone(
    open_page: Open, journal: Journal, qtbot: QtBot
) -> None:
    page = open_page(ResultsPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus()
    QTest.keyClick(page.add_result, Qt.Key.Key_Space)
    QTest.keyClicks(field(page, "scale"), "neut")
    QTest.keyClick(field(page, "scale"), Qt.Key.Key_Down)
    QTest.keyClick(page.adding.test.offers, Qt.Key.Key_Return)
    QTest.keyClick(field(page, "scale"), Qt.Key.Key_Tab)
    QTest.keyClicks(page.focusWidget(), "1.2")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert said(journal) == [("neutrophils", "1.2", "10*9/L")]


@pytest.mark.parametrize("text", ["1,2,3", "ten", "1e3", "\u0661\u0662", "<", "9" * 31, NASTY[:60]])
def test_what_is_no_number_is_said_beside_it_and_kept(open_page: Open, journal: Journal, text: str) -> None:
    page = begun(open_page)
    type_in(page, "scale", "ALT")
    field(page, "value").setText(text)
    click(page, "result_keep")
    assert stored(journal) == []
    row = page.adding.form.rows["value"]
    assert row.problem.isVisibleTo(page)
    assert row.problem.text().endswith("What you typed is kept here.")
    assert field(page, "value").text() == text


def test_the_words_for_a_wrong_number_are_those_of_the_design(open_page: Open) -> None:
    page = begun(open_page)
    add(page, scale="ALT", value="1,2,3")
    assert page.adding.form.rows["value"].problem.text().startswith("1,2,3 is not a number we know.")


def test_an_unusual_number_is_asked_about_once_and_kept(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    add(page, scale="Hb", value="382")
    assert page.adding.form.rows["value"].problem.text() == "Is 382 right?"
    assert button(page, "result_keep").text() == "Yes, keep it"
    assert stored(journal) == []
    click(page, "result_keep")
    assert said(journal) == [("hemoglobin", "382", "g/dL")]
    assert button(page, "result_keep").text() == "Keep this result"


def test_another_number_or_unit_is_asked_about_anew(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    add(page, scale="Hb", value="382")
    add(page, value="383")
    assert page.adding.form.rows["value"].problem.text() == "Is 383 right?"
    choose(page, "unit_choice", "mmol/L")
    click(page, "result_keep")
    assert stored(journal) == []


def test_the_unit_of_the_last_sheet_is_offered_first(open_page: Open, journal: Journal, scales: Scales) -> None:
    page = open_page(ResultsPage, result(scales, "hemoglobin", "118", "g/L", day=EARLIER))
    click(page, "add_result")
    add(page, scale="Hb", value="120")
    assert said(journal) == [("hemoglobin", "118", "g/L"), ("hemoglobin", "120", "g/L")]


def test_a_unit_as_it_is_written_is_read_as_the_unit_it_means(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    type_in(page, "scale", "Platelets")
    choose(page, "unit_choice", "Another unit")
    type_in(page, "unit", "K/uL")
    add(page, value="220")
    assert said(journal) == [("platelets", "220", "10*3/uL")]


def test_another_unit_is_asked_for_and_never_guessed(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    add(page, scale="ALT", value="30", unit="Another unit")
    problems = {name: row.problem.text() for name, row in page.adding.form.rows.items() if row.problem.text()}
    assert problems == {"unit": "Type the unit, or choose one. What you typed is kept here."}
    assert stored(journal) == []


def test_any_other_unit_is_a_line_of_its_own_and_never_converted(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    add(page, scale="ALT", value="30")
    type_in(page, "scale", "ALT")
    choose(page, "unit_choice", "Another unit")
    type_in(page, "unit", "furlong")
    add(page, value="0,5")
    assert said(journal) == [("alt", "30", "U/L"), ("other:ALT [furlong]", "0,5", "furlong")]
    assert [row.value.text() for row in page.lines.rows.values()] == ["30 U/L, 4 Mar 2026", "0,5 furlong, 4 Mar 2026"]


def test_a_test_of_her_own_keeps_its_name_and_unit(open_page: Open, journal: Journal, clock: FrozenClock) -> None:
    page = begun(open_page)
    type_in(page, "scale", "Zinc")
    assert "Not in the list: kept under this name." in texts(page.adding)
    type_in(page, "unit", "umol/L")
    add(page, value="12")
    clock.tick(seconds=20)
    add(page, scale="zinc", value="13")
    assert [one.scale for one in stored(journal)] == ["other:Zinc [umol/L]"] * 2
    assert [row.value.text() for row in page.lines.rows.values()] == ["13 µmol/L, 4 Mar 2026"]


def test_odd_names_units_and_ranges_are_kept_as_text(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    field(page, "scale").setText(NASTY + "\0")
    page.adding.test.field.changed.emit()
    field(page, "range_text").setText(NASTY)
    add(page, value="7")
    [reading] = stored(journal)
    assert reading.scale == f"other:{NASTY} []"
    assert reading.range_text == NASTY
    assert NASTY in texts(page.lines)


@pytest.mark.parametrize("name", ["scale", "range_text", "value"])
def test_ten_thousand_letters_are_refused_and_kept(open_page: Open, journal: Journal, name: str) -> None:
    page = begun(open_page)
    type_in(page, "scale", "ALT")
    type_in(page, "value", "30")
    field(page, name).setText("x" * 10_000)
    if name == "scale":
        page.adding.test.field.changed.emit()
    click(page, "result_keep")
    assert stored(journal) == []
    assert page.adding.form.rows[name].problem.isVisibleTo(page)
    assert len(field(page, name).text()) == 10_000


@pytest.mark.parametrize("day", ["", "31 February 2026", "March 2026", "soon", "5 Mar 2026", "about 2 Mar 2026"])
def test_a_day_that_is_none_or_to_come_is_said_beside_it(open_page: Open, journal: Journal, day: str) -> None:
    page = begun(open_page)
    field(page, "day").setText(day)
    add(page, scale="ALT", value="30")
    assert stored(journal) == []
    assert page.adding.form.rows["day"].problem.isVisibleTo(page)
    type_in(page, "day", "yesterday")
    click(page, "result_keep")
    assert [one.day for one in stored(journal)] == [dt.date(2026, 3, 3)]


def test_a_wrong_time_and_a_missing_name_or_number_are_said(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    click(page, "result_keep")
    assert page.adding.form.rows["scale"].problem.text().startswith("Name the test first.")
    type_in(page, "scale", "ALT")
    click(page, "result_keep")
    assert page.adding.form.rows["value"].problem.text().startswith("Type the number.")
    add(page, value="30", time="25:00")
    assert page.adding.form.rows["time"].problem.isVisibleTo(page)
    assert stored(journal) == []


def test_esc_closes_the_fields_and_keeps_what_was_typed(open_page: Open, qtbot: QtBot) -> None:
    page = begun(open_page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    type_in(page, "range_text", "0-35")
    QTest.keyClick(field(page, "range_text"), Qt.Key.Key_Escape)
    assert page.adding.isHidden()
    assert page.focusWidget() is page.add_result
    click(page, "add_result")
    assert field(page, "range_text").text() == "0-35"


def test_undo_takes_a_result_back(open_page: Open, journal: Journal) -> None:
    page = begun(open_page)
    add(page, scale="ALT", value="30")
    change = journal.undo()
    assert change is not None
    assert (change.name, stored(journal)) == ("ALT: 30 U/L", [])
    assert page.lines.rows == {}
    journal.redo()
    assert len(page.lines.rows) == 1


def test_what_is_added_comes_to_the_front(open_page: Open) -> None:
    page = begun(open_page)
    add(page, scale="CEA", value="1.2")
    assert page.section == "markers"
    assert [row.name.text() for row in page.lines.rows.values()] == ["CEA"]
    assert page.adding.isVisibleTo(page)

"""An opened line: chart with printed ranges, every result, change in place, bin with Undo."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.records import Reading
from mbc_journal.scales import Scales
from mbc_journal.ui.results_page import ResultsPage
from mbc_journal.ui.results_page.line_details import LineDetails
from mbc_journal.ui.results_page.line_row import LineRow
from mbc_journal.ui.text_saver import flush_all
from tests.ui.results_hands import EARLIER, TODAY, choose, click, field, result, said, stored, texts, type_in, write

Open = Callable[..., ResultsPage]


def rows(scales: Scales) -> list[Reading]:
    """Three results of one test, in two units."""
    return [
        result(scales, "neutrophils", "1.8", "", "1.5-7.5", day=dt.date(2026, 1, 18)),
        result(scales, "neutrophils", "<1200", "/uL", "1500-7500", day=EARLIER, note="first drip"),
        result(scales, "neutrophils", "1,4", day=TODAY, time=dt.time(8, 5)),
    ]


def opened(page: ResultsPage, qtbot: QtBot, scale: str = "neutrophils") -> LineDetails:
    """The opened line of a test, in a window that is in front."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    click(page, f"result_{scale}_chart")
    row = page.lines.row_of(scale)
    assert row is not None
    assert row.details is not None
    return row.details


def cells(details: LineDetails) -> list[list[str]]:
    """The texts of the table."""
    model = details.table.model()
    return [[model.index(y, x).data() for x in range(model.columnCount())] for y in range(model.rowCount())]


def row_of(page: ResultsPage, scale: str) -> LineRow:
    found = page.lines.row_of(scale)
    assert found is not None
    return found


def test_an_opened_line_shows_every_result_in_one_unit(open_page: Open, scales: Scales, qtbot: QtBot) -> None:
    page = open_page(ResultsPage, *rows(scales))
    details = opened(page, qtbot)
    unit = " \u00d7 10\u2079/L"
    assert cells(details) == [
        ["4 Mar 2026", f"1,4{unit}", "", "08:05"],
        ["8 Feb 2026", f"below 1.2{unit}", "1500-7500 /µL", "typed as below 1200 /µL, first drip, added later"],
        ["18 Jan 2026", f"1.8{unit}", "1.5-7.5", "added later"],
    ]


def test_the_chart_has_one_panel_with_its_unit_and_ranges_in_that_unit(
    open_page: Open, scales: Scales, qtbot: QtBot
) -> None:
    page = open_page(ResultsPage, *rows(scales))
    details = opened(page, qtbot)
    qtbot.waitUntil(lambda: bool(details.chart.canvases), timeout=10_000)
    [canvas] = details.chart.canvases
    assert canvas.accessibleName() == "Neutrophils (ANC)\n\u00d7 10\u2079/L"
    words = canvas.accessibleDescription()
    assert words.startswith("Neutrophils (ANC), \u00d7 10\u2079/L, 18 Jan to 4 Mar 2026.")
    assert "/µL" not in words
    assert "A box is the range printed on that result." in texts(details)
    for word in ("normal", "abnormal", "too low", "too high"):
        assert word not in words.casefold()


def test_a_line_without_printed_ranges_speaks_of_no_boxes(open_page: Open, scales: Scales, qtbot: QtBot) -> None:
    page = open_page(ResultsPage, result(scales, "alt", "30"))
    details = opened(page, qtbot, "alt")
    assert not details.boxes.isVisibleTo(details)


def test_a_result_is_changed_in_place_and_undo_brings_it_back(
    open_page: Open, journal: Journal, scales: Scales, qtbot: QtBot
) -> None:
    page = open_page(ResultsPage, *rows(scales))
    click(page, "result_neutrophils_edit")
    assert field(page, "value").text() == "1,4"
    type_in(page, "value", "1,5")
    assert flush_all(page)
    assert stored(journal)[-1].value == Decimal("1.5")
    assert row_of(page, "neutrophils").value.text() == "1,5 \u00d7 10\u2079/L, 4 Mar 2026"
    write(page, "note", "after the drip")
    type_in(page, "range_text", "1.5-7.5")
    assert flush_all(page)
    assert (stored(journal)[-1].note, stored(journal)[-1].range_low) == ("after the drip", Decimal("1.5"))
    journal.undo()
    assert (stored(journal)[-1].value, stored(journal)[-1].note) == (Decimal("1.4"), "")
    assert field(page, "value").text() == "1,4"


def test_what_is_not_touched_stays_digit_for_digit(open_page: Open, journal: Journal, scales: Scales) -> None:
    imported = result(scales, "creatinine", "100", "umol/L")
    imported.value, imported.range_low, imported.range_high = Decimal("1.13"), Decimal(45), Decimal(84)
    page = open_page(ResultsPage, imported)
    click(page, "result_creatinine_edit")
    assert field(page, "range_text").text() == "45-84"
    write(page, "note", "fasting")
    assert flush_all(page)
    [now] = stored(journal)
    assert (now.value, now.range_text, now.range_low, now.note) == (Decimal("1.13"), "", Decimal(45), "fasting")


def test_another_unit_moves_a_result_to_its_line(open_page: Open, journal: Journal, scales: Scales) -> None:
    page = open_page(ResultsPage, result(scales, "hemoglobin", "118", "g/dL"))
    click(page, "result_hemoglobin_edit")
    choose(page, "unit_choice", "g/L")
    [now] = stored(journal)
    assert (now.value, now.unit, now.unit_as_entered) == (Decimal("11.8"), "g/dL", "g/L")
    choose(page, "unit_choice", "Another unit")
    type_in(page, "unit", "mg/kg")
    assert flush_all(page)
    assert said(journal) == [("other:Hemoglobin [mg/kg]", "118", "mg/kg")]


def test_a_result_of_her_own_test_is_changed_with_its_unit(open_page: Open, journal: Journal, scales: Scales) -> None:
    page = open_page(ResultsPage, result(scales, "other:Zinc [umol/L]", "12"))
    click(page, "result_other_Zinc_umol_L_edit")
    assert (field(page, "value").text(), field(page, "unit").text()) == ("12", "umol/L")
    type_in(page, "value", "13")
    assert flush_all(page)
    assert said(journal) == [("other:Zinc [umol/L]", "13", "umol/L")]


@pytest.mark.parametrize("text", ["", "1,2,3", "x" * 10_000])
def test_a_wrong_number_is_said_and_the_old_one_stays(
    open_page: Open, journal: Journal, scales: Scales, text: str
) -> None:
    page = open_page(ResultsPage, result(scales, "alt", "30"))
    click(page, "result_alt_edit")
    field(page, "value").setText(text)
    field(page, "value").textEdited.emit(text)
    assert not flush_all(page) or not text
    assert said(journal) == [("alt", "30", "U/L")]
    panel = page.findChild(QWidget, "reading_panel")
    assert panel is not None
    click(panel, "reading_done")
    assert any("What you typed is kept here." in one for one in texts(panel))
    assert said(journal) == [("alt", "30", "U/L")]
    field(page, "value").setText("30")


def test_a_doubtful_number_is_asked_under_the_field_and_kept(open_page: Open, journal: Journal, scales: Scales) -> None:
    page = open_page(ResultsPage, result(scales, "hemoglobin", "11.8"))
    click(page, "result_hemoglobin_edit")
    type_in(page, "value", "382")
    assert "Is 382 right?" in texts(page)
    assert flush_all(page)
    assert said(journal) == [("hemoglobin", "382", "g/dL")]


def test_enter_in_the_table_opens_a_result_and_esc_closes_it(
    open_page: Open, journal: Journal, scales: Scales, qtbot: QtBot
) -> None:
    page = open_page(ResultsPage, *rows(scales))
    details = opened(page, qtbot)
    details.table.setFocus()
    details.table.selectRow(1)
    QTest.keyClick(details.table, Qt.Key.Key_Return)
    assert details.panel is not None
    assert field(details, "value").text() == "<1200"
    type_in(details, "range_text", "1400-7500")
    QTest.keyClick(field(details, "range_text"), Qt.Key.Key_Escape)
    assert details.panel is None
    assert stored(journal)[1].range_text == "1400-7500"


def test_delete_bins_the_chosen_result_and_the_next_is_chosen(
    open_page: Open, journal: Journal, scales: Scales, qtbot: QtBot
) -> None:
    page = open_page(ResultsPage, *rows(scales))
    details = opened(page, qtbot)
    details.table.setFocus()
    details.table.selectRow(0)
    QTest.keyClick(details.table, Qt.Key.Key_Delete)
    assert [one.value_as_entered for one in stored(journal)] == ["1.8", "<1200"]
    chosen = details.table.chosen()
    assert chosen is not None
    assert chosen.reading.value_as_entered == "<1200"
    assert page.focusWidget() is details.table
    assert row_of(page, "neutrophils").value.text() == "below 1.2 \u00d7 10\u2079/L, 8 Feb 2026"
    journal.undo()
    assert len(stored(journal)) == 3


def test_the_bin_of_the_last_result_takes_the_line_and_undo_brings_it(
    open_page: Open, journal: Journal, scales: Scales, qtbot: QtBot
) -> None:
    page = open_page(ResultsPage, result(scales, "alt", "30"), result(scales, "ast", "28"))
    details = opened(page, qtbot, "ast")
    click(details, "results_bin")
    assert [row.line.scale.id for row in page.lines.rows.values()] == ["alt"]
    assert page.focusWidget() is row_of(page, "alt").chart
    click(page, "result_alt_edit")
    click(page, "reading_bin")
    assert page.lines.rows == {}
    assert page.focusWidget() is page.add_result
    journal.undo()
    journal.undo()
    assert [row.line.scale.id for row in page.lines.rows.values()] == ["alt", "ast"]


def test_after_the_bin_of_a_line_the_focus_goes_to_the_next(open_page: Open, scales: Scales, qtbot: QtBot) -> None:
    page = open_page(ResultsPage, *(result(scales, one, "30") for one in ("alt", "ast", "alp", "ggt")))
    details = opened(page, qtbot, "ast")
    click(details, "results_bin")
    assert page.focusWidget() is row_of(page, "alp").chart


def test_an_open_line_stays_open_while_others_come(
    open_page: Open, journal: Journal, scales: Scales, qtbot: QtBot
) -> None:
    page = open_page(ResultsPage, result(scales, "alt", "30"))
    details = opened(page, qtbot, "alt")
    click(page, "result_alt_edit")
    field(page, "value").setText("1,2,3")
    journal.save(result(scales, "hemoglobin", "12"), result(scales, "alt", "31", time=dt.time(9, 0)), name="")
    assert row_of(page, "alt").details is details
    assert len(cells(details)) == 2
    assert field(page, "value").text() in ("1,2,3", "30")
    click(page, "result_alt_chart")
    assert not row_of(page, "alt").is_open
    assert page.focusWidget() is row_of(page, "alt").chart


def test_long_tables_show_all_on_a_click(open_page: Open, scales: Scales, qtbot: QtBot) -> None:
    many = [result(scales, "alt", str(number), day=EARLIER + dt.timedelta(days=number)) for number in range(20)]
    page = open_page(ResultsPage, *many)
    details = opened(page, qtbot, "alt")
    assert len(cells(details)) == 12
    click(details, "results_all")
    assert len(cells(details)) == 20
    assert not details.all_button.isVisibleTo(details)


def test_a_chart_that_fails_leaves_the_table_and_one_line_why(open_page: Open, scales: Scales, qtbot: QtBot) -> None:
    page = open_page(ResultsPage, result(scales, "alt", "30", "", "0-35"))
    details = opened(page, qtbot, "alt")
    details.chart.failed.emit("This chart could not be drawn. The table shows the same.")
    assert details.chart.isHidden()
    assert "This chart could not be drawn. The table shows the same." in texts(details)
    assert len(cells(details)) == 1


def test_a_day_of_the_chart_leads_to_its_line_of_the_table(open_page: Open, scales: Scales, qtbot: QtBot) -> None:
    page = open_page(ResultsPage, *rows(scales))
    details = opened(page, qtbot)
    details.chart.day_wanted.emit(EARLIER)
    chosen = details.table.chosen()
    assert chosen is not None
    assert chosen.reading.day == EARLIER

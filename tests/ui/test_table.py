"""Tables of records: sorted as what they are, None last, whole lines, reached and left by keys."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mbc_journal import wording
from mbc_journal.ui.table import ROW_ROLE, Column, RowModel, RowTable
from tests.ui.kit import STEPS, dressed


@dataclass(frozen=True)
class Weight:
    """What the tables here show."""

    day: dt.date
    kilos: Decimal | None
    where: str = "at home"


MARCH = Weight(dt.date(2026, 3, 9), Decimal("71.5"))
NOVEMBER = Weight(dt.date(2025, 11, 10), Decimal("100.25"), "at the clinic, on their scale, with shoes")
UNKNOWN = Weight(dt.date(2026, 1, 2), None)
WEIGHTS = [MARCH, NOVEMBER, UNKNOWN]

COLUMNS = (
    Column[Weight]("Day", text=lambda row: wording.day(row.day), key=lambda row: row.day),
    Column[Weight]("Weight", text=lambda row: wording.amount(row.kilos, "kg"), key=lambda row: row.kilos),
    Column[Weight]("Where", text=lambda row: row.where, optional=True),
)


def shown(model: RowModel[Weight]) -> list[Weight | None]:
    return [model.row(line) for line in range(model.rowCount())]


@pytest.fixture
def model(qtbot: QtBot) -> RowModel[Weight]:
    model = RowModel(COLUMNS)
    model.set_rows(WEIGHTS)
    return model


def test_the_model_keeps_qts_rules(model: RowModel[Weight], qtmodeltester: ModelTester) -> None:
    check: Any = qtmodeltester.check
    check(model)
    model.sort(1)
    check(model)
    model.set_rows([])
    check(model)


def test_a_cell_has_no_lines_below_it(model: RowModel[Weight]) -> None:
    cell = model.index(0, 0)
    assert (model.rowCount(cell), model.columnCount(cell)) == (0, 0)
    assert (model.rowCount(), model.columnCount()) == (3, 3)


def test_numbers_and_dates_are_sorted_as_such_with_none_last(model: RowModel[Weight]) -> None:
    model.sort(1)
    assert shown(model) == [MARCH, NOVEMBER, UNKNOWN]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(model) == [NOVEMBER, MARCH, UNKNOWN]
    model.sort(0)
    assert shown(model) == [NOVEMBER, UNKNOWN, MARCH]


def test_a_column_without_a_key_is_sorted_by_its_text(model: RowModel[Weight]) -> None:
    model.sort(2)
    assert shown(model) == [MARCH, UNKNOWN, NOVEMBER]


def test_sorting_by_no_column_changes_nothing(model: RowModel[Weight]) -> None:
    model.sort(-1)
    assert shown(model) == WEIGHTS


def test_a_selected_record_stays_selected_when_sorted(model: RowModel[Weight]) -> None:
    held = QPersistentModelIndex(model.index(0, 1))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.row(held.row()) is MARCH


def test_a_cell_gives_its_text_and_its_record(model: RowModel[Weight]) -> None:
    cell = model.index(1, 1)
    assert cell.data() == "100.25 kg"
    assert cell.data(ROW_ROLE) is NOVEMBER
    assert model.index(2, 1).data() == ""
    assert model.data(QModelIndex()) is None
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(3)] == ["Day", "Weight", "Where"]


def test_what_a_person_typed_is_shown_as_typed(model: RowModel[Weight]) -> None:
    model.set_rows([Weight(MARCH.day, None, "<b>bold</b> &amp;")])
    assert model.index(0, 2).data() == "<b>bold</b> &amp;"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    theme = dressed()
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in (QLineEdit(), RowTable(COLUMNS, "Weights", theme), QLineEdit()):
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(700, 400)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def table_in(window: QWidget) -> "RowTable[Weight]":
    table = window.findChild(RowTable)
    assert isinstance(table, RowTable)
    table.set_rows(WEIGHTS)
    return table


def test_tab_goes_into_a_table_and_out_again(window: QWidget) -> None:
    table = table_in(window)
    first, last = window.findChildren(QLineEdit)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert last.hasFocus()


def test_enter_opens_the_record_of_the_line(window: QWidget, qtbot: QtBot) -> None:
    table = table_in(window)
    table.setFocus()
    table.selectRow(1)
    with qtbot.waitSignal(table.opened) as heard:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [NOVEMBER]


def test_a_table_shows_every_line_whole_and_never_scrolls(window: QWidget) -> None:
    table = table_in(window)
    lines = [table.rowHeight(line) for line in range(3)]
    assert min(lines) >= 44
    assert table.height() >= sum(lines) + table.horizontalHeader().height()
    assert sum(table.columnWidth(place) for place in range(3)) <= table.viewport().width()


def test_optional_columns_go_where_there_is_no_room(window: QWidget) -> None:
    table = table_in(window)
    assert not table.isColumnHidden(2)
    window.resize(230, 400)
    assert table.isColumnHidden(2)
    assert not table.isColumnHidden(0)
    window.resize(900, 400)
    assert not table.isColumnHidden(2)


def test_new_rows_keep_the_order_and_the_selected_record(window: QWidget) -> None:
    table = table_in(window)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table.selectRow(0)
    assert table.chosen() is NOVEMBER
    heavier = Weight(dt.date(2026, 3, 10), Decimal(200))
    table.set_rows([*WEIGHTS, heavier])
    assert table.model().index(0, 0).data(ROW_ROLE) is heavier
    assert table.chosen() is NOVEMBER


def test_screen_readers_hear_a_named_table(window: QWidget) -> None:
    heard = QAccessible.queryAccessibleInterface(table_in(window))
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.Table, "Weights")


@pytest.mark.parametrize("step", STEPS)
def test_words_wrap_and_nothing_is_cut_at_any_text_size(qtbot: QtBot, step: int) -> None:
    table = RowTable(COLUMNS, "Weights", dressed(text_size=step))
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    table.set_rows(WEIGHTS)
    for line in range(3):
        for place in range(3):
            if not table.isColumnHidden(place):
                assert table.rowHeight(line) >= table.fontMetrics().height()
    assert table.horizontalHeader().length() <= table.viewport().width()


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("width", [420, 640, 900])
def test_no_word_is_ever_cut_off(qtbot: QtBot, step: int, width: int) -> None:
    theme = dressed(text_size=step)
    table = RowTable(COLUMNS, "Weights", theme)
    qtbot.addWidget(table)
    table.resize(width, 400)
    table.show()
    table.set_rows(WEIGHTS)
    metrics = QFontMetrics(theme.font())
    for place in range(3):
        words = " ".join(str(table.model().index(line, place).data()) for line in range(3)).split()
        longest = max(metrics.horizontalAdvance(word) for word in words)
        assert table.isColumnHidden(place) or table.columnWidth(place) > longest
    header = table.horizontalHeader()
    for place in range(3):
        assert table.isColumnHidden(place) or header.sectionSizeHint(place) <= table.columnWidth(place)

"""Lists and rows of Settings: the focus stays where the person works, and nothing is cut where the line is short."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.ui.settings_page.row_list import Line, ListRow, RowList, Verb
from mbc_journal.ui.settings_page.setting_row import SettingRow
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Choice, Hint, Label

VERBS = {"up": Verb("Up", "Alt+Up"), "remove": Verb("Take off", "Delete")}
NASTY = "<b>x</b> \U0001f642 שלום \u202e & $x$ " + "y" * 300


class Table(QWidget):
    """A list with a field under it, and what was asked of the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = RowList("row", VERBS, theme)
        self.field = QLineEdit()
        self.list.after = self.field
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(self.field)
        self.asked: list[tuple[str, str]] = []
        self.list.wanted.connect(self._on_wanted)

    def _on_wanted(self, key: str, verb: str) -> None:
        self.asked.append((key, verb))


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Iterator[Table]:
    made = Table(theme)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def lines(*keys: str) -> list[Line]:
    return [Line(key, f"row of {key}") for key in keys]


def focus_on(table: Table, place: int, verb: str) -> None:
    table.list.rows[place].buttons[verb].setFocus()


def focus(table: Table) -> str:
    found = table.focusWidget()
    return found.objectName() if found is not None and found is not table.field else "field"


def test_an_empty_list_takes_no_room(table: Table) -> None:
    assert not table.list.isVisible()
    table.list.show_lines(lines("a"))
    assert table.list.isVisible()
    table.list.show_lines([])
    assert not table.list.isVisible()


def test_a_verb_carries_the_key_of_its_row(table: Table) -> None:
    table.list.show_lines(lines("a", "b"))
    QTest.mouseClick(table.list.rows[1].buttons["remove"], Qt.MouseButton.LeftButton)
    focus_on(table, 0, "remove")
    QTest.keyClick(table.list.rows[0].buttons["remove"], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert table.asked == [("b", "remove"), ("a", "up")]


def test_a_verb_that_cannot_be_done_is_off_by_key_too(table: Table) -> None:
    table.list.show_lines([Line("a", "first", off=frozenset({"up"}))])
    assert not table.list.rows[0].buttons["up"].isEnabled()
    focus_on(table, 0, "remove")
    QTest.keyClick(table.list.rows[0].buttons["remove"], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert table.asked == []


def test_the_same_rows_are_not_made_anew(table: Table) -> None:
    table.list.show_lines(lines("a", "b"))
    before = list(table.list.rows)
    table.list.show_lines(lines("a", "b"))
    assert table.list.rows == before


def test_the_focus_goes_with_its_row(table: Table) -> None:
    table.list.show_lines(lines("a", "b", "c"))
    focus_on(table, 2, "up")
    table.list.show_lines(lines("a", "c", "b"))
    assert focus(table) == "row_2_up"


def test_the_focus_takes_another_button_where_its_own_is_off(table: Table) -> None:
    table.list.show_lines(lines("a", "b"))
    focus_on(table, 1, "up")
    table.list.show_lines([Line("b", "row of b", off=frozenset({"up"})), Line("a", "row of a")])
    assert focus(table) == "row_1_remove"


def test_where_a_row_is_gone_the_focus_goes_to_the_next_then_to_what_follows(table: Table) -> None:
    table.list.show_lines(lines("a", "b", "c"))
    focus_on(table, 1, "remove")
    table.list.show_lines(lines("a", "c"))
    assert focus(table) == "row_2_remove"
    table.list.show_lines(lines("a"))
    assert focus(table) == "row_1_remove"
    table.list.show_lines([])
    assert focus(table) == "field"


def test_a_focus_elsewhere_stays(table: Table) -> None:
    table.list.show_lines(lines("a"))
    table.field.setFocus()
    table.list.show_lines(lines("b", "a"))
    assert focus(table) == "field"


def test_words_are_shown_as_typed_and_said_by_each_button(table: Table) -> None:
    table.list.show_lines([Line("a", NASTY, "under it")])
    row = table.list.rows[0]
    texts = [label.text() for label in row.findChildren(Label)]
    assert texts == [NASTY, "under it"]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in row.findChildren(Label))
    assert row.accessibleName() == NASTY
    assert row.buttons["remove"].accessibleName() == f"Take off: {NASTY}"


@pytest.mark.parametrize("width", [900, 480, 320])
def test_words_and_buttons_of_a_row_are_whole_at_any_width(table: Table, qtbot: QtBot, width: int) -> None:
    table.list.show_lines([Line("a", "Sore, red or peeling palms or soles, and a few more words", "a line under it")])
    table.resize(width, 500)

    def whole() -> bool:
        row = table.list.rows[0]
        parts = [*row.findChildren(Label), *row.findChildren(Hint), *row.buttons.values()]
        fits = all(part.height() >= part.heightForWidth(part.width()) for part in row.findChildren(Label))
        inside = all(row.rect().contains(part.mapTo(row, part.rect().bottomRight())) for part in parts)
        return fits and inside and all(button.height() >= 44 for button in row.buttons.values())

    qtbot.waitUntil(whole)


def test_buttons_stand_beside_the_words_or_under_them(table: Table, qtbot: QtBot) -> None:
    table.list.show_lines(lines("a"))

    def top() -> tuple[int, int]:
        row: ListRow = table.list.rows[0]
        label = row.findChildren(Label)[0]
        button = row.buttons["up"]
        return label.mapTo(row, label.rect().bottomLeft()).y(), button.mapTo(row, button.rect().topLeft()).y()

    table.resize(900, 300)
    qtbot.waitUntil(lambda: top()[1] < top()[0])
    table.resize(360, 300)
    qtbot.waitUntil(lambda: top()[1] > top()[0])


def test_names_of_settings_are_equally_wide_and_stand_above_where_the_line_is_short(qtbot: QtBot, theme: Theme) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    rows = [
        SettingRow("Paper", Choice("Paper", {"a4": "A4", "letter": "Letter"}, theme), theme, "The paper it holds."),
        SettingRow("A longer name", Label("some words"), theme),
    ]
    for row in rows:
        column.addWidget(row)
    column.addStretch()
    around.resize(900, 400)
    around.show()
    qtbot.waitExposed(around)
    qtbot.waitUntil(lambda: len({row.name.width() for row in rows}) == 1)
    around.resize(400, 400)
    qtbot.waitUntil(lambda: rows[0].findChildren(Choice)[0].y() > rows[0].name.y())


def test_a_hint_can_be_said_later_and_taken_back(qtbot: QtBot, theme: Theme) -> None:
    row = SettingRow("Paper", Label("A4"), theme)
    qtbot.addWidget(row)
    row.show()
    assert not row.hint.isVisible()
    row.show_hint("The paper your printer holds.")
    assert row.hint.isVisible()
    row.show_hint("")
    assert not row.hint.isVisible()

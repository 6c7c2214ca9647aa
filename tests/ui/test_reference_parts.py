"""The parts of the reference page: statements with their notes, lists with headings, sources, the door."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.reference.notes import number_words
from mbc_journal.reference.pages import Part, Said
from mbc_journal.reference.search import Found, Group, Hit, Key
from mbc_journal.ui.reference_page import listing
from mbc_journal.ui.reference_page.contents import Contents, Line, WholeContents
from mbc_journal.ui.reference_page.door import OutlookDoor
from mbc_journal.ui.reference_page.foot import SourcesFold
from mbc_journal.ui.reference_page.statements import StatementRow, part_rows
from mbc_journal.ui.theme import Theme

ONE, TWO = Key(Group.TREATMENT, "one"), Key(Group.TOPIC, "two")
LINES = (Line("First"), Line("One", ONE), Line("Second"), Line("Two", TWO))


def words(widgets: list[QWidget]) -> list[str]:
    """What is read, row by row."""
    return [label.text() for widget in widgets for label in ([widget] if isinstance(widget, QLabel) else [])]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((), ""),
        ((4,), "Source 4"),
        ((1, 2), "Sources 1, 2"),
        ((1, 2, 3), "Sources 1-3"),
        ((7, 1, 3, 2), "Sources 1-3, 7"),
        ((1, 3, 5), "Sources 1, 3, 5"),
    ],
)
def test_sources_are_said_shortly(numbers: tuple[int, ...], said: str) -> None:
    assert number_words(numbers) == said


def test_what_all_statements_share_is_said_once(qtbot: QtBot, theme: Theme) -> None:
    part = Part("Warnings", (Said("a", "not yet checked", (1, 2)), Said("b", "not yet checked", (1, 2))), "They say:")
    rows = part_rows(part, theme)
    for row in rows:
        qtbot.addWidget(row)
    assert words(rows) == ["Warnings", "They say:", "not yet checked, Sources 1, 2"]
    shown = [row for row in rows if isinstance(row, StatementRow)]
    assert [[label.text() for label in row.findChildren(QLabel)][1:] for row in shown] == [["a"], ["b"]]


def test_what_differs_stands_with_each_statement(qtbot: QtBot, theme: Theme) -> None:
    rows = part_rows(Part("", (Said("a", "", (1,)), Said("b", "not yet checked"))), theme)
    for row in rows:
        qtbot.addWidget(row)
    assert words(rows) == []
    first, second = [[label.text() for label in row.findChildren(QLabel)] for row in rows]
    assert first[1:] == ["a", "[1]"]
    assert second[1:] == ["b", "not yet checked"]
    spoken = [label.accessibleName() for label in rows[0].findChildren(QLabel)]
    assert "Source 1" in spoken


def test_a_statement_is_never_taken_for_markup(qtbot: QtBot, theme: Theme) -> None:
    row = StatementRow(Said("<b>bold</b> & more"), theme)
    qtbot.addWidget(row)
    assert row.words.text() == "<b>bold</b> & more"
    assert row.words.textFormat() is Qt.TextFormat.PlainText


@pytest.fixture
def contents(qtbot: QtBot, theme: Theme) -> Contents:
    made = Contents(theme, "contents", "Pages")
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show_lines(LINES)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_headings_are_no_stop_of_the_list(contents: Contents) -> None:
    contents.go_in()
    assert contents.chosen == ONE
    QTest.keyClick(contents, Qt.Key.Key_Down)
    assert contents.chosen == TWO
    QTest.keyClick(contents, Qt.Key.Key_Up)
    assert contents.chosen == ONE
    assert not contents.item(0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_a_click_or_enter_asks_for_the_page(contents: Contents, qtbot: QtBot) -> None:
    wanted: list[Key] = []
    contents.wanted.connect(wanted.append)
    where = contents.visualItemRect(contents.item(3)).center()
    QTest.mouseClick(contents.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert set(wanted) == {TWO}
    QTest.mouseClick(
        contents.viewport(), Qt.MouseButton.LeftButton, pos=contents.visualItemRect(contents.item(0)).center()
    )
    assert set(wanted) == {TWO}
    contents.show_chosen(ONE)
    QTest.keyClick(contents, Qt.Key.Key_Return)
    assert wanted[-1] == ONE


def test_the_chosen_row_stays_when_the_list_changes(contents: Contents) -> None:
    contents.show_chosen(TWO)
    contents.show_lines((Line("New", Key(Group.TREATMENT, "new")), *LINES))
    assert contents.chosen == TWO
    contents.show_lines((Line("One", ONE),))
    assert contents.chosen is None
    assert contents.first == ONE
    contents.show_lines(())
    assert contents.first is None
    contents.go_in()
    assert contents.chosen is None


def test_a_whole_list_is_as_high_as_its_rows(qtbot: QtBot, theme: Theme) -> None:
    made = WholeContents(theme, "drugs", "Treatments")
    qtbot.addWidget(made)
    made.show_lines(
        [Line(f"Row {number} of a rather long list", Key(Group.TREATMENT, str(number))) for number in range(9)]
    )
    made.resize(500, 100)
    made.show()
    wide = made.height()
    assert wide >= 9 * theme.target
    assert made.verticalScrollBar().maximum() == 0
    made.resize(130, wide)
    assert made.height() > wide


def test_found_pages_stand_under_the_name_of_their_group() -> None:
    hits = Found(((Group.EFFECT, (Hit(TWO, "Tiredness"),)), (Group.TREATMENT, (Hit(ONE, "Letrozole"),))))
    assert [line.words for line in listing.found(hits)] == [
        "What you may notice",
        "Tiredness",
        "Treatments",
        "Letrozole",
    ]
    near = listing.found(Found(near=(Hit(ONE, "Letrozole"),)))
    assert [line.words for line in near] == ["Nothing is called so. Nearest:", "Letrozole"]
    assert [line.words for line in listing.found(Found())] == ["Nothing is called so."]


def test_sources_stay_closed_until_they_are_wanted(qtbot: QtBot, theme: Theme) -> None:
    fold = SourcesFold(("[1] One.", "[2] Two."), theme)
    qtbot.addWidget(fold)
    fold.show()
    assert fold.findChild(QWidget, "sources_shown") is None
    fold.toggle.click()
    shown = fold.findChild(QWidget, "sources_shown")
    assert shown is not None
    assert [label.text() for label in shown.findChildren(QLabel)][:2] == ["[1] One.", "[2] Two."]
    fold.copy.click()
    assert not fold.copied.isHidden()
    fold.toggle.click()
    assert shown.isHidden()


def test_the_door_has_three_answers(qtbot: QtBot, theme: Theme) -> None:
    door = OutlookDoor(theme, read_only=False)
    qtbot.addWidget(door)
    for button, heard in ((door.not_now, door.shut), (door.show_me, door.opened), (door.never, door.refused)):
        with qtbot.waitSignal(heard):
            button.click()


def test_a_journal_that_is_read_only_can_not_keep_a_refusal(qtbot: QtBot, theme: Theme) -> None:
    door = OutlookDoor(theme, read_only=True)
    qtbot.addWidget(door)
    with qtbot.assertNotEmitted(door.refused):
        door.never.click()
    assert door.not_now.isEnabled()
    assert door.show_me.isEnabled()

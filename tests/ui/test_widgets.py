"""Buttons, cards, notices, rows that wrap, and the page they stand on."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import (
    Button,
    Card,
    Choice,
    FlowLayout,
    FlowRow,
    Label,
    LinkButton,
    Notice,
    PageColumn,
    PrimaryButton,
    Rule,
    SmallLink,
    Strong,
)
from tests.ui.kit import STEPS, Stage, Wish, colours_of, dressed

PERIODS = {"visit": "Since visit", "4w": "4 weeks", "8w": "8 weeks", "6m": "6 months", "all": "All"}
DOSE = {"taken": "Taken", "skipped": "Not taken", "held": "On hold"}


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return Stage(qtbot).show


@pytest.mark.parametrize("kind", [Button, PrimaryButton, LinkButton, SmallLink])
@pytest.mark.parametrize("step", STEPS)
def test_a_button_has_room_for_its_words_at_any_text_size(show: Show, kind: type[Button], step: int) -> None:
    theme = dressed(text_size=step)
    short, long = kind("Up", theme), kind("Add to my questions", theme)
    row = FlowRow(theme)
    row.add(short, long)
    show(row, width=900)
    for button in (short, long):
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert button.width() >= words + 8
        assert button.height() >= theme.target
        assert button.width() >= 44


def test_the_main_button_is_filled_and_bold_and_links_are_bare(show: Show, look: Theme) -> None:
    main, link = PrimaryButton("Print", look), LinkButton("Read about it", look)
    show(main, link)
    assert main.font().bold()
    assert look.tokens.accent.lower() in colours_of(main)
    assert look.tokens.border.lower() not in colours_of(link)
    assert look.tokens.link.lower() in colours_of(link)


def test_an_icon_goes_with_the_words_and_takes_the_new_colours(show: Show, look: Theme) -> None:
    button = Button("Choose a day", look, icon="calendar-days")
    show(button)
    before = button.icon().cacheKey()
    assert button.text() == "Choose a day"
    look.use(Wish(150, "dark"))
    assert button.icon().cacheKey() != before
    assert button.iconSize().height() == 30
    assert look.tokens.text.lower() in colours_of(button)


def test_an_icon_can_stand_behind_the_words(show: Show, look: Theme) -> None:
    first, last = Button("Go", look, icon="chevron-right"), Button("Go", look, icon="chevron-right", icon_last=True)
    row = FlowRow(look)
    row.add(first, last)
    show(row)
    assert first.grab().toImage() != last.grab().toImage()
    assert first.sizeHint() == last.sizeHint()


def test_enter_in_a_field_presses_no_button(show: Show, look: Theme) -> None:
    button, field = Button("Erase", look), QLineEdit()
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    show(button, field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pressed == []


@pytest.mark.parametrize("kind", [Button, PrimaryButton, LinkButton])
def test_enter_presses_the_button_with_the_focus_once_however_long_it_is_held(
    show: Show, look: Theme, kind: type[Button]
) -> None:
    button, pressed = kind("Print", look), list[bool]()
    button.clicked.connect(lambda: pressed.append(True))
    show(button)
    button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(button, key)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(button, held)
    assert len(pressed) == 2
    button.setEnabled(False)
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert len(pressed) == 2


def test_rows_of_a_card_are_parted_by_hairlines_and_other_parts_are_not(show: Show, look: Theme) -> None:
    card = Card(look)
    card.add(Strong("Name"))
    for words in ("one", "two", "three"):
        card.add_row(Label(words))
    card.add(Label("end"))
    card.add_row(Label("alone"))
    show(card)
    rules = card.findChildren(Rule)
    assert len(rules) == 2
    assert {rule.height() for rule in rules} == {look.sizes.line}
    assert look.tokens.hairline.lower() in colours_of(rules[0])


def test_rows_of_a_level_card_are_56_pixels_apart_or_a_pixel_more(show: Show, look: Theme) -> None:
    card = Card(look)
    rows = [Choice(str(number), DOSE, look) for number in range(3)]
    for row in rows:
        card.add_row(row)
    show(card)
    tops = [row.mapTo(card, QPoint(0, 0)).y() for row in rows]
    assert {below - above for above, below in pairwise(tops)} <= {56, 57}


def test_a_boxed_card_has_the_border_of_the_accent(show: Show, look: Theme) -> None:
    plain, boxed = Card(look), Card(look, boxed=True)
    for card in (plain, boxed):
        card.add(Label("Call your team if"))
    show(plain, boxed)
    assert look.tokens.accent.lower() in colours_of(boxed)
    assert look.tokens.accent.lower() not in colours_of(plain)


def test_a_notice_says_its_title_and_offers_one_verb_and_not_now(qtbot: QtBot, show: Show, look: Theme) -> None:
    notice = Notice("Add your treatments", "Add a treatment", look, text="2 minutes, later is fine.")
    notice.setObjectName("card")
    show(notice)
    names = (notice.action.objectName(), notice.close_button.objectName())
    assert names == ("card_action", "card_close")
    assert (notice.accessibleName(), notice.close_button.text()) == ("Add your treatments", "Not now")
    with qtbot.waitSignal(notice.taken):
        notice.action.click()
    with qtbot.waitSignal(notice.closed):
        notice.close_button.click()
    assert notice.isVisible()


def test_a_notice_without_more_words_keeps_no_room_for_them(show: Show, look: Theme) -> None:
    short, long = Notice("Title", "Do", look), Notice("Title", "Do", look, text="Words.")
    show(short, long)
    assert short.height() < long.height()


class Box(QWidget):
    """A widget of one size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size


@given(st.lists(st.integers(20, 160), min_size=1, max_size=9), st.integers(160, 600), st.booleans())
def test_a_row_that_wraps_keeps_order_distance_and_width(widths: list[int], width: int, apart: bool) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, 8, apart)
    boxes = [Box(each, 44) for each in widths]
    for box in boxes:
        flow.addWidget(box)
    flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
    places = [box.geometry() for box in boxes]
    assert all(place.left() >= 0 and place.right() < width for place in places)
    for one, other in pairwise(places):
        same_line = one.top() == other.top()
        assert other.left() - one.right() > 8 if same_line else other.top() - one.bottom() > 8
    assert places[-1].bottom() < flow.heightForWidth(width)


def test_a_hidden_control_leaves_no_gap(show: Show, look: Theme) -> None:
    row = FlowRow(look)
    buttons = [Button(words, look) for words in ("One", "Two", "Three")]
    row.add(*buttons)
    window = show(row)
    buttons[1].hide()
    window.resize(701, 400)
    assert buttons[2].x() == buttons[0].geometry().right() + 1 + look.px(2)


def test_a_row_can_be_emptied_and_filled_again(look: Theme) -> None:
    row = FlowRow(look)
    buttons = [Button("One", look), Button("Two", look)]
    row.add(*buttons)
    assert row.take_all() == buttons
    assert row.take_all() == []
    row.add(*buttons)
    assert row.sizeHint().height() == 44


def test_a_page_is_one_column_at_the_left_and_starts_at_the_top(qtbot: QtBot, look: Theme) -> None:
    page = PageColumn(look)
    title = page.add_header("Visits", Button("Add a visit", look), PrimaryButton("Print for this visit", look))
    cards = [Card(look), Card(look)]
    for card in cards:
        card.add(Label("words"))
    page.add(*cards)
    qtbot.addWidget(page)
    page.resize(1150, 700)
    page.show()
    assert title.text() == "Visits"
    assert {card.mapTo(page, QPoint(0, 0)).x() for card in cards} == {look.px(8)}
    assert cards[1].mapTo(page, QPoint(0, 0)).y() - cards[0].geometry().height() < 200
    assert cards[0].height() < 100


def test_a_page_is_no_stop_of_the_tab_key_itself(look: Theme) -> None:
    assert PageColumn(look).focusPolicy() == Qt.FocusPolicy.NoFocus


def test_plain_qt_labels_are_still_readable(show: Show) -> None:
    theme = dressed("dark")
    label = QLabel("HHHHHH")
    show(label)
    assert theme.tokens.text.lower() in colours_of(label)

"""The widgets of the kit one by one: choices, chips, buttons, cards, notices, rows that wrap, labels, the page."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import (
    OWN_RING,
    Button,
    Card,
    CheckBox,
    Chip,
    Choice,
    FlowLayout,
    FlowRow,
    FocusRing,
    Heading,
    Hint,
    Label,
    Lead,
    LeadStrong,
    LinkButton,
    Muted,
    Notice,
    PageColumn,
    PrimaryButton,
    Problem,
    Rule,
    SmallLink,
    Strong,
    Title,
    Track,
)
from mbc_journal.ui.widgets.lines import lay_out, size_of
from mbc_journal.ui.widgets.reflow import equal
from tests.ui.kit import STEPS, THEMES, Wish, application, colours_of, dressed

PERIODS = {"visit": "Since visit", "4w": "4 weeks", "8w": "8 weeks", "6m": "6 months", "all": "All"}
DOSE = {"taken": "Taken", "skipped": "Not taken", "held": "On hold"}
Show = Callable[..., QWidget]


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Puts widgets under each other into an active window that stays until the test ends."""
    windows: list[QWidget] = []

    def shown(*widgets: QWidget, width: int = 700, height: int = 400) -> QWidget:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch()
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return shown


def focus_in(window: QWidget) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


# one of few


def test_a_choice_begins_with_nothing_chosen(look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    assert choice.value() is None
    assert choice.track.index is None


def test_the_person_chooses_and_is_heard_once(qtbot: QtBot, show: Show, look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    show(choice)
    heard: list[object] = []
    choice.chosen.connect(heard.append)
    QTest.mouseClick(choice.track.segments[1], Qt.MouseButton.LeftButton)
    assert (choice.value(), heard) == ("skipped", [choice])


def test_the_first_of_few_counts_as_well_as_the_others(show: Show, look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    window = show(choice)
    choice.setFocus()
    QTest.keyClick(focus_in(window), Qt.Key.Key_Space)
    assert (choice.value(), choice.track.index) == ("taken", 0)


def test_setting_a_value_is_not_heard(look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    heard: list[object] = []
    choice.chosen.connect(heard.append)
    for value in ("held", None, "taken", "taken", None, None):
        choice.set_value(value)
        assert choice.value() == value
    assert heard == []


def test_a_value_that_is_not_offered_is_shown_as_nothing_chosen(look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    choice.set_value("taken")
    choice.set_value("late")
    assert choice.value() is None


def test_segments_are_named_after_their_choice(look: Theme) -> None:
    choice = Choice("Capecitabine 1500 mg, morning", DOSE, look)
    choice.setObjectName("dose_1")
    assert [segment.objectName() for segment in choice.track.segments] == [
        "dose_1_taken",
        "dose_1_skipped",
        "dose_1_held",
    ]


def test_a_choice_is_a_named_group_of_radio_buttons(look: Theme) -> None:
    choice = Choice("Capecitabine", DOSE, look)
    heard = QAccessible.queryAccessibleInterface(choice)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Capecitabine")
    roles = {QAccessible.queryAccessibleInterface(one).role() for one in choice.track.segments}
    assert roles == {QAccessible.Role.RadioButton}


def test_a_choice_is_one_stop_and_the_stop_is_what_was_chosen(show: Show, look: Theme) -> None:
    before, after = QLineEdit(), QLineEdit()
    choice = Choice("Period", PERIODS, look)
    window = show(before, choice, after)
    choice.set_value("8w")
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert focus_in(window) is choice.track.segments[2]
    QTest.keyClick(focus_in(window), Qt.Key.Key_Tab)
    assert focus_in(window) is after


def test_arrows_go_no_further_than_the_ends(show: Show, look: Theme) -> None:
    choice = Choice("Period", PERIODS, look)
    window = show(choice)
    choice.set_value("visit")
    choice.setFocus()
    QTest.keyClick(focus_in(window), Qt.Key.Key_Left)
    assert choice.value() == "visit"
    for _press in range(8):
        QTest.keyClick(focus_in(window), Qt.Key.Key_Right)
    assert choice.value() == "all"


@pytest.mark.parametrize("width", [160, 300, 420, 640])
@pytest.mark.parametrize("step", [100, 200])
def test_a_choice_wraps_into_lines_and_then_into_a_column(show: Show, width: int, step: int) -> None:
    choice = Choice("Period", PERIODS, dressed(text_size=step))
    least = choice.minimumSizeHint().width()
    show(choice, width=max(width, least), height=900)
    places = [segment.geometry() for segment in choice.track.segments]
    assert all(choice.track.rect().contains(place) for place in places)
    assert choice.height() == choice.heightForWidth(choice.width())
    for one, other in pairwise(places):
        assert not one.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1))


def test_segments_of_a_line_touch_and_fill_it(show: Show, look: Theme) -> None:
    choice = Choice("Dose", DOSE, look)
    show(choice, width=501)
    places = [segment.geometry() for segment in choice.track.segments]
    assert places[0].left() == 0
    assert places[-1].right() == choice.track.width() - 1
    assert all(one.right() >= other.left() - 1 for one, other in pairwise(places))


def test_a_choice_that_is_off_takes_no_answer(show: Show, look: Theme) -> None:
    choice = Choice("Dose", DOSE, look)
    show(choice)
    choice.setEnabled(False)
    QTest.mouseClick(choice.track.segments[0], Qt.MouseButton.LeftButton)
    assert choice.value() is None


def test_words_with_an_ampersand_are_shown_and_said_whole(look: Theme) -> None:
    track = Track({"a": "Eat & drink"}, look)
    heard = QAccessible.queryAccessibleInterface(track.segments[0])
    assert heard.text(QAccessible.Text.Name) == "Eat & drink"
    assert track.segments[0].shortcut().isEmpty()


@pytest.mark.parametrize("colours", THEMES)
def test_a_dashed_segment_is_neither_filled_nor_chosen(show: Show, colours: str) -> None:
    theme = dressed(colours)
    track = Track(PERIODS, theme, levels=True)
    show(track)
    track.show_dashed(3)
    assert track.index is None
    seen = colours_of(track.segments[3])
    assert theme.tokens.muted.lower() in seen
    assert theme.chosen(3).fill.lower() not in seen or theme.chosen(3).fill.lower() == theme.tokens.muted.lower()


@given(st.integers(0, 5000), st.integers(1, 9))
def test_equal_parts_differ_by_a_pixel_at_most_and_leave_none_over(width: int, count: int) -> None:
    parts = equal(width, count)
    assert sum(parts) == width
    assert max(parts) - min(parts) <= 1


# on or off


@pytest.mark.parametrize("kind", [Chip, CheckBox])
def test_a_chip_or_box_is_a_check_box_to_click_anywhere(
    qtbot: QtBot, show: Show, look: Theme, kind: type[Chip | CheckBox]
) -> None:
    chip = kind("Too unwell to log today", look)
    show(chip)
    heard = QAccessible.queryAccessibleInterface(chip)
    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.CheckBox, "Too unwell to log today")
    with qtbot.waitSignal(chip.changed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 2, chip.height() // 2))
    assert chip.value()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.value()


@pytest.mark.parametrize("kind", [Chip, CheckBox])
def test_setting_a_chip_is_not_the_persons_act(qtbot: QtBot, look: Theme, kind: type[Chip | CheckBox]) -> None:
    chip = kind("Private", look)
    with qtbot.assertNotEmitted(chip.changed):
        chip.set_value(True)
        chip.set_value(None)
    assert chip.value() is False


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("kind", [Chip, CheckBox])
def test_on_and_off_differ_by_more_than_colour(show: Show, colours: str, kind: type[Chip | CheckBox]) -> None:
    theme = dressed(colours)
    chip = kind("Pain", theme)
    show(chip)
    off = chip.grab().toImage()
    chip.setChecked(True)
    on = chip.grab().toImage()
    assert theme.chosen().ink.lower() in colours_of(chip)
    assert on != off
    assert on.size() == off.size()


def test_a_chip_that_is_off_reads_as_off(show: Show, look: Theme) -> None:
    chip = Chip("Pain", look)
    show(chip)
    chip.setEnabled(False)
    assert look.tokens.disabled.lower() in colours_of(chip)
    assert look.tokens.text.lower() not in colours_of(chip)


# buttons


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


# labels


@pytest.mark.parametrize(
    ("kind", "pixels", "bold"),
    [
        (Title, 28, True),
        (Heading, 22, True),
        (Lead, 18, False),
        (LeadStrong, 18, True),
        (Label, 16, False),
        (Strong, 16, True),
        (Muted, 16, False),
        (Hint, 14, False),
        (Problem, 14, False),
    ],
)
def test_each_label_has_the_font_of_its_role_from_the_start(
    qtbot: QtBot, show: Show, look: Theme, kind: type[Label], pixels: int, bold: bool
) -> None:
    label = kind("Words")
    assert (label.font().pixelSize(), label.font().bold()) == (pixels, bold)
    show(label)
    look.use(Wish(200))
    assert (label.font().pixelSize(), label.font().bold()) == (2 * pixels, bold)


@pytest.mark.parametrize(("kind", "token"), [(Muted, "muted"), (Hint, "muted"), (Problem, "warn"), (Strong, "text")])
@pytest.mark.parametrize("colours", THEMES)
def test_labels_are_painted_in_their_token(show: Show, kind: type[Label], token: str, colours: str) -> None:
    theme = dressed(colours)
    label = kind("HHHHHHHH")
    show(label)
    assert getattr(theme.tokens, token).lower() in colours_of(label)


def test_a_label_asks_for_one_line_where_there_is_room_and_for_more_where_not(show: Show, look: Theme) -> None:
    label = Muted("since about March 2024, 1500 mg morning and evening")
    one = label.fontMetrics().height()
    assert label.heightForWidth(600) <= one + 1
    assert label.heightForWidth(200) > 2 * one
    assert label.sizeHint().width() > 300


def test_changing_a_text_changes_the_height_it_asks_for(look: Theme) -> None:
    label = Label("short")
    low = label.heightForWidth(200)
    label.setText("a much longer text that does not fit into a line of two hundred pixels")
    assert label.heightForWidth(200) > low
    label.setText("short")
    assert label.heightForWidth(200) == low


@given(st.text(max_size=200), st.integers(40, 700))
def test_no_line_of_any_text_is_wider_than_its_room(text: str, width: int) -> None:
    font = QFont("Atkinson Hyperlegible")
    font.setPixelSize(16)
    layout = lay_out(text, font, width)
    assert size_of(layout).width() <= width + 1
    tops = [layout.lineAt(number).y() for number in range(layout.lineCount())]
    assert all(below - above >= 22.3 for above, below in pairwise(tops))


# cards, notices, rows that wrap


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


# the page


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


def test_the_ring_is_left_to_widgets_that_paint_their_own(qtbot: QtBot, show: Show, look: Theme) -> None:
    ring = FocusRing(application(), look)
    own, other = QLineEdit(), QLineEdit()
    own.setProperty(OWN_RING, True)
    window = show(own, other)
    other.setFocus()
    assert [child.isVisible() for child in window.findChildren(QWidget, "focus_ring")] == [True]
    own.setFocus()
    assert not any(child.isVisible() for child in window.findChildren(QWidget, "focus_ring"))
    ring.deleteLater()


def test_the_ring_survives_the_end_of_its_control(qtbot: QtBot, show: Show, look: Theme) -> None:
    ring = FocusRing(application(), look)
    group = QGroupBox()
    inside = QHBoxLayout(group)
    gone, stays = Button("Gone", look), Button("Stays", look)
    inside.addWidget(gone)
    window = show(group, stays)
    gone.setFocus()
    group.setParent(None)
    group.deleteLater()
    stays.setFocus()
    drawn = [child for child in window.findChildren(QWidget, "focus_ring") if child.isVisible()]
    assert len(drawn) == 1
    ring.deleteLater()


def test_the_ring_lets_every_click_through(qtbot: QtBot, show: Show, look: Theme) -> None:
    ring = FocusRing(application(), look)
    chip = Chip("Pain", look)
    window = show(chip)
    chip.setFocus()
    drawn = window.findChild(QWidget, "focus_ring")
    assert isinstance(drawn, QWidget)
    assert drawn.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert window.childAt(chip.geometry().center()) in (chip, drawn)
    ring.deleteLater()


def test_plain_qt_labels_are_still_readable(show: Show) -> None:
    theme = dressed("dark")
    label = QLabel("HHHHHH")
    show(label)
    assert theme.tokens.text.lower() in colours_of(label)

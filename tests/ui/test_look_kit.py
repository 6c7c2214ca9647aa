"""The look of the kit: targets, distances, roles and names, focus that can be seen, nothing cut; pictures on demand."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.paths import resources
from mbc_journal.scales import Scales
from mbc_journal.ui.scale_input import LevelRow
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import (
    Button,
    Card,
    Chip,
    Choice,
    FlowRow,
    FocusRing,
    Label,
    PageColumn,
    PrimaryButton,
    Segment,
    SmallLink,
    Title,
    Track,
)
from tests.surroundings import ROOT
from tests.ui.gallery import gallery
from tests.ui.kit import STEPS, THEMES, Wish, application, colours_of, dressed, opened, part

LOOKS = [(colours, step) for colours in THEMES for step in (100, 200)]
WIDTHS = (1150, 808)  # what windows of 1366 and 1024 pixels leave to a page
REAL_ROLES = {
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.Button,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.Table,
    QAccessible.Role.List,
}


def focusable(page: QWidget) -> list[QWidget]:
    """Everything below `page` that the person can reach."""
    own = [child for child in page.findChildren(QWidget) if child.isVisible() and child.isEnabled()]
    return [child for child in own if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.focusProxy() is None]


def where(widget: QWidget, page: PageColumn) -> QRect:
    return QRect(widget.mapTo(page.body, QPoint(0, 0)), widget.size())


@pytest.fixture
def ring(qtbot: QtBot) -> Iterator[FocusRing]:
    ring = FocusRing(application(), dressed())
    yield ring
    ring.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, ring: FocusRing, scales: Scales) -> PageColumn:
    page = gallery(dressed(), scales)
    opened(qtbot, page)
    return page


@pytest.mark.parametrize("step", STEPS)
def test_everything_one_can_press_is_44_pixels_square_or_more(qtbot: QtBot, scales: Scales, step: int) -> None:
    page = gallery(dressed(text_size=step), scales)
    opened(qtbot, page)
    small = [child for child in focusable(page) if child.width() < 44 or child.height() < 44]
    links = [link for link in page.findChildren(SmallLink) if link.width() < 44 or link.height() < 44]
    assert [type(child).__name__ for child in small + links] == []


def test_controls_keep_eight_pixels_between_them(page: PageColumn) -> None:
    near = []
    for one, other in combinations(focusable(page), 2):
        same_row = isinstance(one, Segment) and one.parentWidget() is other.parentWidget()
        inside = one.isAncestorOf(other) or other.isAncestorOf(one)
        if not same_row and not inside:
            first, second = where(one, page), where(other, page)
            if first.adjusted(-7, -7, 7, 7).intersects(second):
                near.append((one.objectName() or type(one).__name__, other.objectName() or type(other).__name__))
    assert near == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_cut_and_nothing_scrolls_sideways(qtbot: QtBot, scales: Scales, step: int, width: int) -> None:
    page = gallery(dressed(text_size=step), scales)
    opened(qtbot, page, width)
    assert page.body.width() <= page.viewport().width()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            assert label.width() >= label.minimumSizeHint().width(), label.text()
    for button in page.findChildren(QAbstractButton):
        if button.isVisible() and not isinstance(button.parentWidget(), QAbstractItemView):
            hint = button.minimumSizeHint()
            assert (button.width() >= hint.width(), button.height() >= hint.height()) == (True, True), button.text()
    for child in page.findChildren(QWidget):
        parent = child.parentWidget()
        if child.isVisible() and isinstance(parent, Card | FlowRow | Track):
            assert parent.rect().contains(child.geometry()), (type(child).__name__, child.geometry(), parent.rect())


def test_a_page_is_58_em_wide_at_most(qtbot: QtBot, scales: Scales) -> None:
    page = gallery(dressed(), scales)
    opened(qtbot, page, 2000)
    assert {card.width() for card in page.findChildren(Card)} == {58 * 16}


def test_a_paragraph_is_38_em_wide_at_most(qtbot: QtBot) -> None:
    theme = dressed()
    label = Label("word " * 100)
    page = PageColumn(theme)
    page.add(label)
    opened(qtbot, page, 1400)
    assert label.width() == 38 * 16
    assert label.height() == label.heightForWidth(label.width())


def test_the_room_of_the_scroll_bar_is_kept_whether_it_is_needed_or_not(qtbot: QtBot) -> None:
    page = PageColumn(dressed())
    opened(qtbot, page)
    short = page.viewport().width()
    for number in range(40):
        page.add(Title(str(number)))
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    assert page.viewport().width() == short


def test_every_control_has_a_role_and_a_name_that_begins_with_its_words(page: PageColumn) -> None:
    for child in focusable(page):
        heard = QAccessible.queryAccessibleInterface(child)
        name = heard.text(QAccessible.Text.Name)
        assert heard.role() in REAL_ROLES, type(child).__name__
        assert name, f"{type(child).__name__} {child.objectName()} has no name"
        if isinstance(child, QAbstractButton):
            assert name.startswith(child.text().replace("&", ""))


def test_names_are_unique_in_their_group(page: PageColumn) -> None:
    for track in page.findChildren(Track):
        names = [QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in track.segments]
        assert len(set(names)) == len(names)


def test_tab_goes_round_without_a_trap_and_what_has_the_focus_is_wholly_seen(page: PageColumn) -> None:
    seen: list[QWidget] = []
    page.focusNextChild()
    first = QApplication.focusWidget()
    while len(seen) < 100:
        focus = QApplication.focusWidget()
        assert focus is not None
        shown = QRect(focus.mapTo(page, QPoint(0, 0)), focus.size())
        assert page.rect().contains(shown), (type(focus).__name__, shown)
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert QApplication.focusWidget() is first
    rows = {focus.parentWidget() for focus in seen if isinstance(focus, Segment)}
    assert len(rows) == sum(isinstance(focus, Segment) for focus in seen)


def test_the_whole_row_of_the_focus_is_kept_in_view(page: PageColumn) -> None:
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    segment = part(page, Segment, "pain_0")
    segment.setFocus(Qt.FocusReason.TabFocusReason)
    row = part(page, LevelRow, "pain")
    assert page.rect().contains(QRect(row.mapTo(page, QPoint(0, 0)), row.size()))


@pytest.mark.parametrize("colours", THEMES)
def test_grabbed_pixels_are_the_tokens(qtbot: QtBot, colours: str) -> None:
    theme = dressed(colours)
    page = PageColumn(theme)
    main, chip = PrimaryButton("Print", theme), Chip("Pain", theme)
    chip.setChecked(True)
    card = Card(theme)
    card.add(main, chip)
    page.add(card)
    opened(qtbot, page, 500, 300)
    tokens = theme.tokens
    assert {tokens.accent.lower(), tokens.on_accent.lower()} <= colours_of(main)
    assert {theme.chosen().fill.lower(), tokens.accent.lower()} <= colours_of(chip)
    assert {tokens.surface.lower(), tokens.hairline.lower()} <= colours_of(card)
    assert tokens.window.lower() in colours_of(page)


@pytest.mark.parametrize("colours", THEMES)
def test_nothing_pink_is_painted(qtbot: QtBot, scales: Scales, colours: str) -> None:
    page = gallery(dressed(colours), scales)
    opened(qtbot, page, 900, 1400)
    image = page.grab().toImage().scaled(300, 460)
    pixels = [image.pixelColor(x, y) for x in range(0, 300, 2) for y in range(0, 460, 2)]
    pink = [
        pixel.name()
        for pixel in pixels
        if (pixel.hslHue() >= 290 or 0 <= pixel.hslHue() <= 8)
        and pixel.lightnessF() > 0.5
        and pixel.hslSaturationF() > 0.25
    ]
    assert pink == []


def test_choosing_a_chip_moves_no_other(qtbot: QtBot) -> None:
    theme = dressed()
    row = FlowRow(theme)
    chips = [Chip(words, theme) for words in ("Pain", "Trouble sleeping", "Nausea")]
    row.add(*chips)
    opened(qtbot, row, 700, 60)
    before = [chip.geometry() for chip in chips]
    QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    assert chips[0].value()
    assert [chip.geometry() for chip in chips] == before


def test_a_title_keeps_its_line_when_its_buttons_need_the_next(qtbot: QtBot) -> None:
    theme = dressed()
    header = FlowRow(theme, apart=True)
    title, buttons = Title("Treatments"), [Button(words, theme) for words in ("About my cancer", "My story", "Add")]
    header.add(title, *buttons)
    opened(qtbot, header, 900, 60)
    assert buttons[-1].geometry().right() == header.width() - 1
    assert {button.y() for button in buttons} == {buttons[0].y()}
    header.resize(420, 120)
    assert min(button.y() for button in buttons) > title.geometry().bottom()
    assert buttons[0].x() == 0


def test_words_a_person_typed_are_never_markup(qtbot: QtBot) -> None:
    label = Label("<b>bold</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() > Label("bold").sizeHint().width()


def test_every_icon_named_in_the_kit_is_there() -> None:
    names = {"plus", "calendar-days", "chevron-left", "chevron-right"}
    assert {name for name in names if not (resources() / "icons" / f"{name}.svg").is_file()} == set()


def test_a_change_of_look_keeps_focus_and_answers_on_an_open_page(qtbot: QtBot, scales: Scales) -> None:
    theme: Theme = dressed()
    page = gallery(theme, scales)
    opened(qtbot, page)
    segment = part(page, Segment, "pain_1")
    segment.setFocus()
    theme.use(Wish(200, "contrast"))
    assert segment.hasFocus()
    assert part(page, Choice, "dose_1").value() == "taken"
    qtbot.waitUntil(lambda: page.body.width() <= page.viewport().width())


@pytest.mark.shots
@pytest.mark.parametrize(("colours", "step"), LOOKS)
@pytest.mark.parametrize("width", WIDTHS)
def test_pictures_of_the_kit(qtbot: QtBot, scales: Scales, colours: str, step: int, width: int) -> None:
    folder = ROOT / "build" / "shots"
    folder.mkdir(parents=True, exist_ok=True)
    page = gallery(dressed(colours, step), scales)
    ring = FocusRing(application(), dressed(colours, step))
    opened(qtbot, page, width, 1000)
    part(page, Segment, "insomnia_1").setFocus()
    page.resize(width, page.body.heightForWidth(page.viewport().width()))
    QApplication.processEvents()
    assert page.grab().save(str(folder / f"kit-{colours}-{step}-{width}.png"))
    ring.deleteLater()

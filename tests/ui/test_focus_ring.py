"""The focus can be seen round every control, stands outside it, follows it, and goes with it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QGroupBox, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.scales import Scales
from mbc_journal.ui.scale_input import LevelRow
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import (
    OWN_RING,
    Button,
    Card,
    Chip,
    Choice,
    FlowRow,
    FocusRing,
    PageColumn,
    PrimaryButton,
    Segment,
)
from tests.ui.gallery import gallery
from tests.ui.kit import THEMES, Stage, application, dressed, opened, part


def where(widget: QWidget, page: PageColumn) -> QRect:
    return QRect(widget.mapTo(page.body, QPoint(0, 0)), widget.size())


@pytest.fixture
def ring(qtbot: QtBot) -> Iterator[FocusRing]:
    ring = FocusRing(application(), dressed())
    yield ring
    ring.deleteLater()


def changed_pixels(before: QImage, after: QImage) -> list[QPoint]:
    return [
        QPoint(x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]


@pytest.mark.parametrize("colours", THEMES)
def test_the_focus_is_seen_round_every_kind_of_control(qtbot: QtBot, colours: str) -> None:
    theme = dressed(colours)
    ring = FocusRing(application(), theme)
    page = PageColumn(theme)
    card = Card(theme)
    controls = [Button("Later", theme), PrimaryButton("Print", theme), Chip("Pain", theme), QLineEdit()]
    choice = Choice("Period", {"4w": "4 weeks", "8w": "8 weeks"}, theme)
    row = FlowRow(theme)
    row.add(*controls)
    card.add(choice, row)
    page.add(card)
    opened(qtbot, page, 800, 300)
    focus = theme.tokens.focus.lower()
    for control in (*controls, choice.track.segments[1]):
        nowhere = QApplication.focusWidget()
        if nowhere is not None:
            nowhere.clearFocus()
        QApplication.processEvents()
        near = QRect(control.mapTo(page, QPoint(0, 0)), control.size()).adjusted(-8, -8, 8, 8)
        before = page.grab(near).toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        after = page.grab(near).toImage()
        changed = changed_pixels(before, after)
        around = 2 * 2 * (control.width() + control.height())
        drawn = [pixel for pixel in changed if after.pixelColor(pixel).name() == focus]
        assert len(drawn) >= around, type(control).__name__
    ring.deleteLater()


def test_the_ring_stands_outside_its_control_and_over_the_neighbours_of_a_segment(
    qtbot: QtBot, ring: FocusRing, scales: Scales
) -> None:
    page = gallery(dressed(), scales)
    opened(qtbot, page)
    segment, button = part(page, Segment, "pain_1"), part(page, Button)
    for control, reach in ((segment, 3), (button, 5)):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        drawn = [child for child in page.findChildren(QWidget, "focus_ring") if child.isVisible()]
        assert len(drawn) == 1
        around = where(control, page).adjusted(-reach, -reach, reach, reach)
        assert where(drawn[0], page) == around
        holder = drawn[0].parentWidget()
        assert holder is not None
        assert holder.rect().contains(drawn[0].geometry())


def test_the_ring_follows_when_its_control_moves_and_goes_with_it(
    qtbot: QtBot, ring: FocusRing, scales: Scales
) -> None:
    page = gallery(dressed(), scales)
    opened(qtbot, page)
    segment = part(page, Segment, "insomnia_0")
    segment.setFocus(Qt.FocusReason.TabFocusReason)
    part(page, Segment, "fatigue_0").setFocus(Qt.FocusReason.TabFocusReason)
    segment.setFocus(Qt.FocusReason.TabFocusReason)
    page.resize(700, 700)
    qtbot.waitUntil(lambda: page.body.width() < 700)
    [drawn] = [child for child in page.findChildren(QWidget, "focus_ring") if child.isVisible()]
    assert where(drawn, page) == where(segment, page).adjusted(-3, -3, 3, 3)
    part(page, LevelRow, "insomnia").hide()
    assert not drawn.isVisible()


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return Stage(qtbot).show


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


def test_a_control_that_is_taken_elsewhere_takes_its_ring_off_the_page(qtbot: QtBot, show: Show, look: Theme) -> None:
    ring = FocusRing(application(), look)
    card, button = Card(look), Button("Moves", look)
    card.add(button)
    stays = Button("Stays", look)
    window = show(card, stays)
    button.setFocus()
    button.setParent(None)
    stays.setFocus()
    drawn = [child for child in window.findChildren(QWidget, "focus_ring") if child.isVisible()]
    assert [child.parentWidget() for child in drawn] == [window]
    button.deleteLater()
    ring.deleteLater()

"""Everything goes by keyboard: Tab goes round, the focus is seen, no key means two things."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QMenuBar, QWidget

from mbc_journal.ui.chart_view.panel_canvas import PanelCanvas
from mbc_journal.ui.journal_page.note_row import NoteRow
from mbc_journal.ui.scale_input import ScaleRow
from mbc_journal.ui.widgets import Segment
from tests.look import eyes
from tests.look.conftest import Open
from tests.look.stage import NAMES, SIZES, SWEEP, Stage
from tests.look.states import STATES

_MOST_STOPS = 250
_MENUS = set("FEGVH")


@pytest.mark.parametrize(
    ("journal", "step", "size"),
    [("full", 200, SIZES[-1]), ("full", 100, SIZES[0]), ("empty", 100, SIZES[0])][: 3 if SWEEP else 1],
)
def test_tab_goes_round_every_page_and_the_focus_is_wholly_seen(
    stage: Open, journal: str, step: int, size: tuple[int, int]
) -> None:
    opened = stage(journal, "English")
    opened.look("light", step)
    opened.resize(size)
    faults = []
    for name in NAMES:
        opened.show(name)
        faults += [f"{name}: {fault}" for fault in _round(opened)]
    assert not faults, "\n".join(faults)


def _round(stage: Stage) -> Iterator[str]:
    """Go round with Tab, then back; what is hidden, missing or a trap is said."""
    forth = list(_stops(stage, Qt.Key.Key_Tab))
    back = list(_stops(stage, Qt.Key.Key_Backtab))
    for stops, way in ((forth, "Tab"), (back, "Shift+Tab")):
        if len(stops) >= _MOST_STOPS:
            yield f"{way} does not come round from {eyes.named(stops[-1])}"
    if {id(stop) for stop in forth} != {id(stop) for stop in back}:
        yield f"{len(forth)} stops forth, {len(back)} back"
    missing = [
        control
        for control in eyes.reachable(stage.page)
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control not in forth
    ]
    yield from (f"Tab never comes to {eyes.named(control)}" for control in missing)


def _stops(stage: Stage, key: Qt.Key) -> Iterator[QWidget]:
    stage.window.tools.frame.side_bar.setFocus()
    if not stage.window.tools.frame.side_bar.isVisible():
        stage.window.tools.frame.menu_button.setFocus()
    first = QApplication.focusWidget()
    seen: list[QWidget] = []
    for _stop in range(_MOST_STOPS):
        focus = QApplication.focusWidget()
        assert focus is not None
        if seen and focus is first:
            return
        _assert_in_view(stage, focus)
        seen.append(focus)
        yield focus
        QTest.keyClick(focus, key)
        stage.settle(1)


def _assert_in_view(stage: Stage, focus: QWidget) -> None:
    if not stage.page.isAncestorOf(focus) or focus.height() > stage.page.height():
        return
    place = QRect(focus.mapTo(stage.page, QPoint(0, 0)), focus.size())
    assert stage.page.rect().contains(place), f"{eyes.named(focus)} at {place.getRect()} of {stage.page.size()}"


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
def test_the_focus_changes_at_least_two_pixels_all_round(stage: Open, colours: str) -> None:
    opened = stage("full", "English")
    opened.look(colours, 100)
    faults = []
    for name in ("today", "visits"):
        page = opened.show(name)
        for control in [one for one in eyes.reachable(page) if one.focusPolicy() & Qt.FocusPolicy.TabFocus][:12]:
            opened.window.tools.frame.side_bar.setFocus()
            control.setFocus(Qt.FocusReason.TabFocusReason)
            opened.settle(1)
            focused = opened.window.grab().toImage()
            place = QRect(control.mapTo(opened.window, QPoint(0, 0)), control.size())
            opened.window.tools.frame.side_bar.setFocus()
            opened.settle(1)
            changed = _changed(focused, opened.window.grab().toImage(), place.adjusted(-8, -8, 8, 8))
            if changed < 2 * 2 * (place.width() + place.height()):
                faults.append(f"{eyes.named(control)}: {changed} pixels")
    assert not faults, "\n".join(faults)


def _changed(one: QImage, other: QImage, within: QRect) -> int:
    """How many pixels differ."""
    place = within.intersected(one.rect())
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(place.left(), place.right() + 1)
        for y in range(place.top(), place.bottom() + 1)
    )


@pytest.mark.parametrize("language", ["English", "pseudo"])
def test_no_key_means_two_things(stage: Open, language: str) -> None:
    opened = stage("full", language)
    faults = []
    for name in NAMES:
        opened.show(name)
        faults += [f"{name}: {fault}" for fault in _doubles(opened)]
    for state in STATES if language == "English" else ():
        state(opened)
        faults += [f"{state.__name__}: {fault}" for fault in _doubles(opened)]
    assert not faults, "\n".join(faults)


def _doubles(stage: Stage) -> Iterator[str]:
    window = stage.window
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    shown = [widget for widget in eyes.seen(window) if isinstance(widget, QAbstractButton | QLabel)]
    letters = [letter for widget in shown if (letter := _mnemonic(widget))]
    own = [button.shortcut().toString() for button in shown if isinstance(button, QAbstractButton)]
    own = [key for key in own if key and not re.fullmatch(r"Alt\+.", key)]
    everywhere = [
        shortcut.key().toString()
        for shortcut in window.findChildren(QShortcut)
        if shortcut.context() is Qt.ShortcutContext.WindowShortcut
    ]
    for what, count in Counter([*keys, *own, *everywhere]).items():
        if count > 1:
            yield f"{what} means {count} things"
    for letter, count in Counter(letters).items():
        if count > 1:
            yield f"Alt+{letter} means {count} things"
        if letter in _MENUS:
            yield f"Alt+{letter} is a menu's"


def _mnemonic(widget: QAbstractButton | QLabel) -> str:
    if isinstance(widget, QLabel) and widget.buddy() is None:
        return ""
    return QKeySequence.mnemonic(widget.text()).toString().removeprefix("Alt+")


@pytest.mark.parametrize("language", ["English", "pseudo"])
def test_each_item_of_a_menu_has_a_letter_of_its_own(stage: Open, language: str) -> None:
    opened = stage("empty", language)
    faults = []
    for menu in opened.window.menuBar().findChildren(QMenu):
        letters = Counter(QKeySequence.mnemonic(action.text()).toString() for action in menu.actions())
        faults += [f"{menu.title()}: {letter}" for letter, count in letters.items() if letter and count > 1]
    assert not faults


def test_every_action_stands_in_a_menu(stage: Open) -> None:
    opened = stage("empty", "English")
    bar = opened.window.menuBar()
    assert isinstance(bar, QMenuBar)
    listed = {action for menu in bar.findChildren(QMenu) for action in menu.actions()}
    ours = [action for action in opened.window.findChildren(QAction) if action.objectName().startswith("action_")]
    assert [action.objectName() for action in ours if action not in listed] == []


def test_every_button_can_be_reached_by_key(stage: Open) -> None:
    """Those without a Tab stop have another key: Enter on their row, or the arrows."""
    opened = stage("full", "English")
    faults = []
    for name in NAMES:
        page = opened.show(name)
        for control in eyes.reachable(page):
            by_tab = control.focusPolicy() & Qt.FocusPolicy.TabFocus
            if not by_tab and not _has_keys_of_its_own(control):
                faults.append(f"{name}: {eyes.named(control)}")
    assert not faults, "\n".join(faults)


def _has_keys_of_its_own(control: QWidget) -> bool:
    """Whether arrows or Enter reach it: a part of a track or chart, or of a row that is one Tab stop."""
    around: QWidget | None = control
    while around is not None and not isinstance(around, ScaleRow | NoteRow):
        around = around.parentWidget()
    return around is not None or isinstance(control, Segment | PanelCanvas)

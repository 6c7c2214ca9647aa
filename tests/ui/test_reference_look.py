"""The look of the reference: nothing is cut, small or crowded, in any size; every control has a role and a name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.reference.search import Group, Key
from mbc_journal.ui.page import Desk
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.reference_page.contents import Contents
from tests.look import eyes
from tests.ui.reference_hands import CAPECITABINE, taking

Open = Callable[..., ReferencePage]
PAGES = {
    "treatment": CAPECITABINE,
    "off-label": Key(Group.TREATMENT, "triptorelin"),
    "unchecked": Key(Group.TREATMENT, "whole-brain-radiation"),
    "category": Key(Group.KIND, "targeted"),
    "effect": Key(Group.EFFECT, "fatigue"),
    "topic": Key(Group.TOPIC, "when-to-call"),
    "door": Key(Group.TOPIC, "prognosis"),
}
SIZES = ((1100, 720), (560, 500), (800, 700))


def enlarge(desk: Desk, step: int) -> None:
    """Take another text size, as the View menu does."""
    desk.preferences.change(text_size=step)
    desk.theme.use(desk.preferences.values)


def settle() -> None:
    for _round in range(5):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("step", [100, 200])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_small_or_crowded(open_page: Open, desk: Desk, name: str, step: int) -> None:
    enlarge(desk, step)
    page = open_page(ReferencePage, *taking("capecitabine"))
    for size in SIZES:
        page.resize(*size)
        page.contents.wanted.emit(PAGES[name])
        settle()
        faults = eyes.cut(page) + eyes.too_small(page) + eyes.too_near(page)
        assert faults == [], size


@pytest.mark.parametrize("typed", ["", "numb", "zzzqq"])
@pytest.mark.parametrize("step", [100, 200])
def test_the_list_is_whole_in_the_smallest_window(open_page: Open, desk: Desk, typed: str, step: int) -> None:
    enlarge(desk, step)
    page = open_page(ReferencePage, *taking("capecitabine"))
    page.resize(560, 500)
    page.search.setText(typed)
    settle()
    assert page.findChild(Contents, "contents") is page.contents
    assert page.contents.isVisible()
    assert eyes.cut(page) + eyes.too_small(page) + eyes.too_near(page) == []
    rows = [page.contents.visualItemRect(page.contents.item(row)).height() for row in range(page.contents.count())]
    assert min(rows) >= 44


def test_the_text_size_may_change_while_it_is_read(open_page: Open, desk: Desk) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    for step in (115, 200):
        enlarge(desk, step)
        page.contents.wanted.emit(CAPECITABINE)
        settle()
        assert eyes.cut(page) == [], step


def test_every_control_has_a_role_and_a_name_of_its_own(open_page: Open) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    settle()
    names = []
    for widget in eyes.reachable(page):
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken is not None
        assert spoken.text(QAccessible.Text.Name), eyes.named(widget)
        assert spoken.role() != QAccessible.Role.NoRole
        if isinstance(widget, QAbstractButton):
            names.append(spoken.text(QAccessible.Text.Name))
    assert len(names) == len(set(names))


def test_every_button_can_be_reached_with_tab(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle()
    page.first_focus()
    met = {page.focusWidget()}
    for _press in range(200):
        focus = page.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        met.add(page.focusWidget())
    missed = [
        one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled() and one not in met
    ]
    assert [one.objectName() for one in missed if not one.objectName().startswith("qt_")] == []


def test_call_your_team_is_on_the_first_screen(open_page: Open) -> None:
    page = open_page(ReferencePage, *taking("capecitabine"))
    for drug in ("trastuzumab-deruxtecan", "letrozole", "pembrolizumab", "denosumab", "atezolizumab"):
        page.contents.wanted.emit(Key(Group.TREATMENT, drug))
        settle()
        box = page.findChild(QWidget, "call_if")
        assert box is not None
        assert box.mapTo(page.viewport(), box.rect().topLeft()).y() < page.viewport().height() // 2

"""From a symptom, a treatment or a chart one key opens the page that explains it, and Back leads to the same place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import create
from mbc_journal.records import Reading
from mbc_journal.ui.chart_view.panel_canvas import PanelCanvas
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.reference_page.entry import EntryView
from mbc_journal.ui.window import Window
from tests.ui.reference_hands import taking
from tests.ui.windows import Starter, click, shown

Way = Callable[[Window], None]


@pytest.fixture
def window(start: Starter, tmp_path: Path, qtbot: QtBot) -> Window:
    """A journal with two logged symptoms, one of them in her own words, and two treatments, one of them likewise."""
    path = tmp_path / "read.mbcj"
    today = start.clock.today()
    readings = [Reading(scale=name, day=today, level=2) for name in ("fatigue", "other-level:cold ears")]
    create(path, start.clock, *readings, *taking("capecitabine"), *taking("", "Mistletoe"))
    opened = start(path)
    with qtbot.waitActive(opened):
        opened.activateWindow()
    return opened


def part(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def press(page: QWidget, name: str, key: Qt.Key = Qt.Key.Key_R) -> None:
    """Press a key in the widget of that object name."""
    QTest.keyClick(part(page, QWidget, name), key)


def by_row(window: Window) -> None:
    press(shown(window), "fatigue_2")


def by_details(window: Window) -> None:
    click(shown(window), "fatigue_more")
    click(shown(window), "fatigue_read")


def by_card(window: Window) -> None:
    window.show_page("treatments")
    press(shown(window), more_of(shown(window), "Capecitabine").objectName())


def by_treatment(window: Window) -> None:
    window.show_page("treatments")
    page = shown(window)
    read = next(
        one for one in page.findChildren(QAbstractButton) if one.accessibleName() == "Read about it: Capecitabine"
    )
    if not read.isVisible():
        more_of(page, "Capecitabine").click()
    read.click()


def by_panel(window: Window) -> None:
    window.show_page("symptoms")
    part(shown(window), PanelCanvas, "chart_fatigue")
    press(shown(window), "chart_fatigue")


def by_link(window: Window) -> None:
    window.show_page("symptoms")
    links = [one for one in shown(window).findChildren(QAbstractButton) if one.isVisible()]
    next(one for one in links if one.accessibleName() == "Read about it: Tiredness").click()


def more_of(page: QWidget, name: str) -> QAbstractButton:
    buttons = page.findChildren(QAbstractButton)
    return next(one for one in buttons if one.accessibleName() in (f"More: {name}", f"Less: {name}"))


@pytest.mark.parametrize(
    ("way", "title"),
    [
        (by_row, "Tiredness"), (by_details, "Tiredness"), (by_panel, "Tiredness"), (by_link, "Tiredness"),
        (by_card, "Capecitabine"), (by_treatment, "Capecitabine"),
    ],
    ids=lambda one: one.__name__ if callable(one) else str(one),
)  # fmt: skip
def test_it_opens_the_page_and_back_returns(window: Window, way: Way, title: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown(window).objectName() == "today_page")
    way(window)
    assert isinstance(shown(window), ReferencePage)
    entry = shown(window).findChild(EntryView)
    assert entry is not None
    assert entry.title == title
    window.tools.menus["back"].trigger()
    assert shown(window).objectName() == {
        "by_card": "treatments_page", "by_treatment": "treatments_page", "by_panel": "symptoms_page",
        "by_link": "symptoms_page",
    }.get(way.__name__, "today_page")  # fmt: skip


def test_what_the_reference_does_not_know_has_no_button_and_the_key_says_so(window: Window) -> None:
    line = window.tools.frame.info_bar.saved_line
    window.show_page("treatments")
    press(shown(window), more_of(shown(window), "Mistletoe").objectName())
    assert line.text() == "The reference has no page about this."
    assert shown(window).objectName() == "treatments_page"
    names = [one.accessibleName() for one in shown(window).findChildren(QAbstractButton) if not one.isHidden()]
    assert "Read about it: Mistletoe" not in names
    window.show_page("symptoms")
    first = shown(window).findChild(PanelCanvas)  # how hard the day was
    assert first is not None
    QTest.keyClick(first, Qt.Key.Key_R)
    assert line.text() == "The reference has no page about this."
    assert shown(window).objectName() == "symptoms_page"

"""Every button of every page, on an empty and a full journal: each does or says something."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.ui.page_list import BESIDE, PAGES
from mbc_journal.ui.window import Window
from tests.ui.windows import Starter, click, journal_of, shown

GROUPS = (("today", "treatments", "symptoms"), ("journal", "visits", "results"), ("print",),
          ("reference", "settings", "find", "call", "help", "about"))  # fmt: skip
EVERY = bool(os.environ.get("JOURNAL_SWEEP"))
"""Whether each button of many rows alike is pressed; else one of each kind."""
CASES = [
    (fullness, names)
    for fullness, groups in (("empty", GROUPS), ("full", GROUPS if EVERY else GROUPS[1:2]))
    for names in groups
]
"""The pages of records have other buttons once there are some; in the long run all are pressed again."""
MOST = 400
"""Presses on one page, after which a page that grows with every press is left."""
PATIENCE = 800
"""Milliseconds a press may take to show its effect: some answers come from a job beside the window."""


class Hearing:
    """Counts what is said, asked and opened, and answers each dialog of the system with Cancel."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.heard: list[str] = []
        self._closer = QTimer()
        self._closer.timeout.connect(self._on_closer_timeout)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", self._no_file)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._no_file)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", self._no_folder)
        monkeypatch.setattr(QPrintDialog, "exec", self._no_printer)

    def listen(self, window: Window) -> None:
        """Hear what this window's pages say and where they want to go."""
        announcer = window.tools.announcer
        announcer.said.connect(self.heard.append)
        announcer.wanted.connect(self._on_wanted)
        self._closer.start(20)

    def stop(self) -> None:
        """Leave what opens alone again."""
        self._closer.stop()

    def _on_closer_timeout(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self.heard.append("a menu")
            popup.close()

    def _on_wanted(self, place: object) -> None:
        self.heard.append(str(place))

    def _no_folder(self, *_asked: object) -> str:
        return self._no_file()[0]

    def _no_file(self, *_asked: object) -> tuple[str, str]:
        self.heard.append("a file dialog")
        return "", ""

    def _no_printer(self, *_asked: object) -> QPrintDialog.DialogCode:
        self.heard.append("a print dialog")
        return QPrintDialog.DialogCode.Rejected


@pytest.fixture
def hearing(monkeypatch: pytest.MonkeyPatch) -> Hearing:
    """What is said and asked in this test."""
    return Hearing(monkeypatch)


@pytest.fixture
def window(start: Starter, tmp_path: Path, hearing: Hearing, made_up_year: Path, fullness: str) -> Iterator[Window]:
    """The window on a new journal, or on one of a year."""
    opened = start(Path(shutil.copy(made_up_year, tmp_path)) if fullness == "full" else None)
    hearing.listen(opened)
    yield opened
    hearing.stop()
    for other in QApplication.topLevelWidgets():
        if other.isVisible() and other is not opened:
            other.close()


def pressable(parent: QWidget) -> list[QAbstractButton]:
    """Every button that a person could press now; one choice of several that is made already is its own answer."""
    return [
        button
        for button in parent.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and not (button.isChecked() and exclusive(button))
    ]


def exclusive(button: QAbstractButton) -> bool:
    group = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


def called(button: QAbstractButton) -> str:
    """The button's place by the names above it, as a failure names it."""
    names, one = [], button
    ancestor: QObject | None = one
    while ancestor is not None:
        if ancestor.objectName() and not ancestor.objectName().startswith("qt_"):
            names.append(ancestor.objectName())
        ancestor = ancestor.parent()
    return f"{'/'.join(reversed(names))} [{type(button).__name__} {button.text() or button.accessibleName()!r}]"


def kind_of(button: QAbstractButton) -> str:
    """What rows of one list have in common: the class of the button and its words without numbers."""
    words = "".join(letter for letter in button.text() if not letter.isdigit())
    return f"{type(button.parentWidget()).__name__} {type(button).__name__} {words}"


def words_of(widget: QWidget) -> object:
    """The part of a widget's state that a person can tell."""
    match widget:
        case QAbstractButton():
            return widget.text(), widget.isChecked()
        case QLabel() | QLineEdit():
            return widget.text()
        case QPlainTextEdit() | QTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentText()
        case QScrollBar() | QAbstractSlider():
            return widget.value(), widget.maximum()
        case QListView():
            return widget.currentIndex().row(), 0 if widget.model() is None else widget.model().rowCount()
    return None


def state(window: Window, hearing: Hearing) -> list[object]:
    """Everything a press could change: what is written, said, asked, shown, and where the focus is."""
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    seen = [
        (id(widget), widget.isEnabled(), words_of(widget))
        for top in tops
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
    ]
    return [
        journal_of(window).ask(questions.identity),
        len(hearing.heard),
        window.tools.preferences.values,
        window.windowState(),
        [id(top) for top in tops],
        QGuiApplication.clipboard().text(),
        id(QApplication.focusWidget()),
        seen,
    ]


def does_something(qtbot: QtBot, window: Window, hearing: Hearing, press: Callable[[], None]) -> bool:
    """Whether anything changed after the press."""
    before = state(window, hearing)
    press()
    QApplication.processEvents()
    waited = 0
    while state(window, hearing) == before and waited < PATIENCE:
        qtbot.wait(50)
        waited += 50
    return waited < PATIENCE


def come_back(window: Window, name: str) -> QWidget:
    """The page in front of a window where nothing else is open."""
    for popup in QApplication.topLevelWidgets():
        if popup.isVisible() and popup is not window:
            popup.close()
    if not window.isActiveWindow():
        window.activateWindow()
        QApplication.processEvents()
    if shown(window).objectName() != f"{name}_page":
        window.show_page(name)
        QApplication.processEvents()
    return shown(window)


def next_button(page: QWidget, pressed: set[str], kinds: set[str]) -> QAbstractButton | None:
    """A button that has not been pressed; of a kind that has not been pressed, where there is one."""
    waiting = [button for button in pressable(page) if called(button) not in pressed]
    fresh = [button for button in waiting if kind_of(button) not in kinds]
    return next(iter(fresh or waiting if EVERY else fresh), None)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("fullness", "names"), CASES, ids=lambda one: one if isinstance(one, str) else str(one[0]))
def test_every_button_of_a_page_does_something(
    qtbot: QtBot, window: Window, hearing: Hearing, names: tuple[str, ...]
) -> None:
    dead = [label for name in names for label in dead_buttons(qtbot, window, hearing, name)]
    assert dead == []


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("fullness", ["empty", "full"][: 2 if EVERY else 1])
def test_every_menu_item_does_something(qtbot: QtBot, window: Window, hearing: Hearing, fullness: str) -> None:
    dead = []
    for action in actions(window):
        come_back(window, "visits" if action.text() != "Visits" else "today")
        named = f"{fullness}: {action.text()}"
        if action.isEnabled() and not (action.isChecked() and in_group(action)):
            dead += [] if does_something(qtbot, window, hearing, action.trigger) else [named]
    assert dead == [], "\n".join(dead)


def actions(window: Window) -> list[QAction]:
    """Every item of every menu, but Quit and what opens another journal: these end this window's journal."""
    apart = {window.tools.menus[verb] for verb in ("quit", "look_around")}
    waiting = [action.menu() for action in window.menuBar().actions()]
    found: list[QAction] = []
    while waiting:
        menu = waiting.pop()
        if isinstance(menu, QMenu):
            waiting += [action.menu() for action in menu.actions()]
            found += [one for one in menu.actions() if one.menu() is None and not one.isSeparator()]
    return [one for one in found if one not in apart]


def in_group(action: QAction) -> bool:
    group = action.actionGroup()
    return group is not None and group.isExclusive()


def test_no_page_is_left_out() -> None:
    assert sorted(name for names in GROUPS for name in names) == sorted(kind.NAME for kind in (*PAGES, *BESIDE))


def dead_buttons(qtbot: QtBot, window: Window, hearing: Hearing, name: str) -> Iterator[str]:
    """Press the buttons of a page, those too that other presses bring; the ones that do nothing."""
    pressed: set[str] = set()
    kinds: set[str] = set()
    while len(pressed) < MOST:
        button = next_button(come_back(window, name), pressed, kinds)
        if button is None:
            break
        label = called(button)
        pressed.add(label)
        kinds.add(kind_of(button))
        if not does_something(qtbot, window, hearing, button.click):
            yield label


def test_the_first_row_of_today_says_that_it_cannot_move_up(start: Starter, hearing: Hearing) -> None:
    window = start()
    hearing.listen(window)
    click(shown(window), "fatigue_more")
    click(shown(window), "fatigue_up")
    hearing.stop()
    assert hearing.heard == ["This row is the first already."]

"""What a screen reader says: a real role and a name that begins with the visible words, each name once in its group."""

from collections import Counter

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
    QWidget,
)

from mbc_journal.db import questions
from mbc_journal.ui.chart_view.panel_canvas import PanelCanvas
from mbc_journal.ui.widgets import PageColumn
from tests.look import eyes
from tests.look.conftest import Open
from tests.look.stage import SWEEP, TODAY, pages
from tests.look.states import STATES, quick_window
from tests.ui.kit import part

_NO_ROLE = {
    QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.LayeredPane,
    QAccessible.Role.Window, QAccessible.Role.Whitespace, QAccessible.Role.Border,
}  # fmt: skip

_TRUE = {
    QRadioButton: QAccessible.Role.RadioButton, QCheckBox: QAccessible.Role.CheckBox,
    QPushButton: QAccessible.Role.Button, QComboBox: QAccessible.Role.ComboBox,
    QLineEdit: QAccessible.Role.EditableText, QPlainTextEdit: QAccessible.Role.EditableText,
    QListView: QAccessible.Role.List, QTableView: QAccessible.Role.Table, QSpinBox: QAccessible.Role.SpinBox,
    PanelCanvas: QAccessible.Role.Chart,
}  # fmt: skip


@pytest.mark.parametrize(
    ("journal", "language"),
    [("full", "pseudo"), ("empty", "English"), ("full", "English"), ("empty", "pseudo")][: 4 if SWEEP else 2],
)
def test_every_control_has_a_role_and_its_words_as_name(stage: Open, journal: str, language: str) -> None:
    opened = stage(journal, language)
    faults = []
    for page in pages(opened):
        faults += [f"{page.NAME}: {fault}" for fault in mute(opened.window)]
    assert not faults, "\n".join(faults)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_what_opens_on_a_page_has_roles_and_names(stage: Open) -> None:
    opened = stage("full", "English")
    faults = []
    for state in STATES:
        state(opened)
        faults += [f"{state.__name__}: {fault}" for fault in mute(opened.window)]
    faults += [f"quick window: {fault}" for fault in mute(quick_window(opened))]
    assert not faults, "\n".join(faults)


def test_what_is_pressed_over_a_screen_reader_is_written(stage: Open) -> None:
    opened = stage("empty", "English")
    page = opened.show("today")
    for name in ("fatigue_2", "pain_0", "too_unwell"):
        pressed = part(page, QAbstractButton, name)
        action = QAccessible.queryAccessibleInterface(pressed).actionInterface()
        action.doAction(action.actionNames()[0])
    journal = opened.home.journal
    assert journal is not None
    assert {one.scale: one.level for one in journal.ask(questions.readings_on, TODAY)} == {"fatigue": 2, "pain": 0}
    day = journal.ask(questions.day, TODAY)
    assert day is not None
    assert day.too_unwell
    for taken_back in ("Too unwell to log", "Pain", "Tiredness"):
        assert opened.window.tools.menus["undo"].text() == f"&Undo {taken_back}"
        opened.window.tools.menus["undo"].trigger()


def mute(below: QWidget) -> list[str]:
    """Controls without a role, without a name, with another name than their words, or with another's name."""
    controls = eyes.reachable(below)
    faults = [f"{eyes.named(control)}: {fault}" for control in controls for fault in _faults(control)]
    said = Counter((_group(control), _role(control), _name(control)) for control in controls)
    twice = [
        f"{role} {name!r} is said {count} times in {group}" for (group, role, name), count in said.items() if count > 1
    ]
    return faults + twice


def _faults(control: QWidget) -> list[str]:
    heard = QAccessible.queryAccessibleInterface(control)
    if heard is None or heard.role() in _NO_ROLE:
        return [f"the role is {heard.role().name if heard is not None else None}"]
    true = next((role for kind, role in _TRUE.items() if isinstance(control, kind)), None)
    if heard.role() != true:
        return [f"the role is {heard.role().name}, which is not true of a {type(control).__name__}"]
    name = _name(control)
    if not name:
        return ["no name"]
    if isinstance(control, QAbstractButton):
        words = control.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        if not name.startswith(words):
            return [f"it is called {name!r}"]
    return []


def _name(control: QWidget) -> str:
    heard = QAccessible.queryAccessibleInterface(control)
    return heard.text(QAccessible.Text.Name) if heard is not None else ""


def _role(control: QWidget) -> str:
    heard = QAccessible.queryAccessibleInterface(control)
    return heard.role().name if heard is not None else ""


def _group(control: QWidget) -> str:
    """The names of the groups it stands in: what a screen reader says before it."""
    around: list[str] = []
    step = control.parentWidget()
    while step is not None:
        if isinstance(step, QGroupBox | QComboBox | PageColumn) and step.accessibleName():
            around.append(step.accessibleName())
        step = step.parentWidget()
    return " < ".join(around)

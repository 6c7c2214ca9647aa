"""Typed text is saved after a pause, on leaving, and never twice."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.ui.text_saver import TextSaver, flush_all


class Notebook:
    """Keeps what is saved; refuses while `closed`."""

    def __init__(self, field: QPlainTextEdit) -> None:
        self.field = field
        self.saved: list[str] = []
        self.closed = False

    def save(self) -> bool:
        if not self.closed:
            self.saved.append(self.field.toPlainText())
        return not self.closed


def sheet(qtbot: QtBot) -> tuple[QWidget, QPlainTextEdit, QLineEdit, Notebook]:
    page = QWidget()
    qtbot.addWidget(page)
    field, other = QPlainTextEdit(), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(other)
    notebook = Notebook(field)
    TextSaver(field, notebook.save)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, field, other, notebook


def test_a_pause_of_0_8_seconds_saves(qtbot: QtBot) -> None:
    _page, field, _other, notebook = sheet(qtbot)
    QTest.keyClicks(field, "ginger")
    assert notebook.saved == []
    qtbot.waitUntil(lambda: notebook.saved == ["ginger"], timeout=3000)


def test_leaving_the_field_saves_at_once_and_only_once(qtbot: QtBot) -> None:
    _page, field, other, notebook = sheet(qtbot)
    field.setFocus()
    QTest.keyClicks(field, "walk")
    other.setFocus()
    field.setFocus()
    other.setFocus()
    assert notebook.saved == ["walk"]


def test_hiding_the_page_saves(qtbot: QtBot) -> None:
    page, field, _other, notebook = sheet(qtbot)
    QTest.keyClicks(field, "music")
    page.hide()
    assert notebook.saved == ["music"]


def test_text_that_could_not_be_saved_stays_unsaved_until_it_can(qtbot: QtBot) -> None:
    page, field, _other, notebook = sheet(qtbot)
    notebook.closed = True
    QTest.keyClicks(field, "rest")
    assert not flush_all(page)
    notebook.closed = False
    assert flush_all(page)
    assert notebook.saved == ["rest"]

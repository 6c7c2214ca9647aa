"""Treatments pages in tests: what to press, where to write, what can be read."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Row, Step, Therapy
from mbc_journal.ui.treatments_page import TreatmentsPage
from mbc_journal.ui.treatments_page.change_panel import ChangePanel
from tests.treatment_steps import on_off, step, therapy

P = TypeVar("P", bound=QWidget)


def button(page: QWidget, name: str) -> QAbstractButton:
    found = [one for one in page.findChildren(QAbstractButton, name) if one.isVisibleTo(page)]
    assert found, name
    return found[0]


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def field(page: QWidget, name: str) -> QLineEdit:
    found = [one for one in page.findChildren(QLineEdit, name) if one.isVisibleTo(page)]
    assert found, name
    return found[0]


def write(page: QWidget, name: str, text: str) -> None:
    into = field(page, name)
    into.selectAll()
    QTest.keyClicks(into, text)


def part(page: QWidget, kind: type[P]) -> P:
    """The one part of that kind."""
    found = page.findChild(kind)
    assert found is not None, kind
    return found


def said(page: QWidget) -> str:
    """Every word that can be seen."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def drugs(journal: Journal) -> list[str]:
    return [one.name for one in journal.ask(questions.therapies)]


def steps_of(journal: Journal) -> list[Step]:
    return journal.ask(questions.steps)


def capecitabine(**fields: object) -> Therapy:
    known: dict[str, object] = {"reference_id": "capecitabine", "kind": "chemotherapy", "intent": "cancer", "line": 2}
    return therapy("Capecitabine", **{**known, **fields})


def running() -> tuple[Row, ...]:
    """One treatment that goes on."""
    drug = capecitabine()
    return drug, step(drug, "start", "2025-11-03", "1800 mg", schedule=on_off(14, 7, 2), route="mouth")


def added(page: TreatmentsPage, name: str, **more: str) -> None:
    """Add a treatment by typing."""
    click(page, "add_treatment")
    write(page, "name", name)
    for where, text in more.items():
        write(page, where, text)
    click(page, "add_it")


def change(page: TreatmentsPage, kind: str) -> ChangePanel:
    """Open Record a change of the first treatment, and choose a kind."""
    if not any(panel.isVisible() for panel in page.findChildren(ChangePanel)):
        click(page, "therapy_1_change")
    panel = next(panel for panel in page.findChildren(ChangePanel) if panel.isVisible())
    click(panel, f"change_kind_{kind}")
    return panel

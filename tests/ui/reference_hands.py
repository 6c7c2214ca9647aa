"""Hands and eyes for tests of the reference page."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from mbc_journal.records import PartialDate, Step, StepKind, Therapy
from mbc_journal.reference.search import Group, Key
from mbc_journal.ui.reference_page import ReferencePage
from mbc_journal.ui.reference_page.entry import EntryView

CAPECITABINE = Key(Group.TREATMENT, "capecitabine")


def taking(drug_id: str, name: str = "") -> tuple[Therapy, Step]:
    """A treatment she takes now."""
    therapy = Therapy(reference_id=drug_id, name=name or drug_id.capitalize())
    return therapy, Step(therapy_id=therapy.id, kind=StepKind.START, on=PartialDate("2026-01-10"))


def button(page: QWidget, name: str) -> QAbstractButton:
    """The button of an object name."""
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def click(page: QWidget, name: str) -> None:
    """Press the button of an object name."""
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def told(page: QWidget) -> str:
    """Every word that can be seen or heard on the page."""
    texts: list[str] = []
    for label in page.findChildren(QLabel):
        if not label.isHidden():
            texts += [label.text(), label.accessibleName(), label.toolTip()]
    for one in page.findChildren(QAbstractButton):
        texts += [one.text(), one.accessibleName(), one.toolTip()]
    return "\n".join(texts)


def listed(page: ReferencePage) -> list[str]:
    """The words of the list, headings too."""
    return [line.words for line in page.contents.lines]


def searched(page: ReferencePage, typed: str) -> list[str]:
    """What the list holds after typing this."""
    page.search.clear()
    QTest.keyClicks(page.search, typed)
    return listed(page)


def title(page: ReferencePage) -> str:
    """The title of the page that is open."""
    entry = page.findChild(EntryView)
    assert entry is not None
    return entry.title

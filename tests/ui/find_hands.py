"""Hands and eyes for tests of Find: rows to be found, typing, and what is shown then."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mbc_journal.records import Note, PartialDate, Question, Reading, Row, Therapy, Visit
from mbc_journal.ui.find_page import FindPage
from tests.ui.journal_pages import focus_name
from tests.ui.today_hands import TODAY

SMALL = {100: (570, 500), 200: (786, 440)}
"""What the smallest window leaves to a page."""


def note(text: str, day: int = 4, **more: object) -> Note:
    made = Note(text=text, day=PartialDate(f"2026-03-{day:02}"))
    for name, value in more.items():
        setattr(made, name, value)
    return made


def everywhere() -> list[Row]:
    """One of each kind that holds "numb"."""
    return [
        note("My fingers are numb.", private=True),
        Question(text="Will the numb feeling go?"),
        Visit(day=PartialDate("2026-02-09"), said="Numb toes are known."),
        Therapy(name="Numbing cream"),
        Reading(scale="numbness", day=TODAY, level=2),
    ]


def search(page: FindPage, text: str) -> list[str]:
    """Type over what the box holds, as fast as she likes; what is shown then."""
    page.field.setFocus()
    page.field.selectAll()
    QTest.keyClicks(page.field, text)
    if not text:
        QTest.keyClick(page.field, Qt.Key.Key_Delete)
    settle(page)
    return shown(page)


def settle(page: FindPage) -> None:
    """Wait until what was typed was looked for, and is laid out."""
    while page.search_pause.isActive():
        QTest.qWait(20)
    QTest.qWait(20)


def shown(page: FindPage) -> list[str]:
    return [line.spoken for line in page.results.lines]


def headings(page: FindPage) -> list[str]:
    return [line.spoken for line in page.results.lines if line.is_heading]


def press(page: FindPage, key: Qt.Key) -> None:
    """A key where the focus is."""
    target = page.results if focus_name(page) == "results" else page.field
    QTest.keyClick(target, key)

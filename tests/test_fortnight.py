"""Two weeks in the real window, with the mouse alone and with the keyboard alone: both write the same journal."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.exchange import native
from mbc_journal.paths import Paths
from mbc_journal.ui.print_page import PrintPage
from mbc_journal.ui.print_page.print_desk import PrintDesk
from mbc_journal.ui.window import Window
from tests.conftest import WEDNESDAY, FrozenClock
from tests.fortnight_hands import ANSWER, ASKED, FOR_DOCTOR, HELPED, USUAL, ByKeys, ByMouse
from tests.test_flow import pdf_text
from tests.ui.windows import Starter, home

Person = ByMouse | ByKeys
STAMPS = {"id", "written_at", "changed_at", "visit_id"}
COUNTED = {"Reading": 53, "Day": 14, "Note": 2, "Visit": 1, "Question": 3}
ON_PAPER = (
    "For my visit: oncologist, Tue 17 Mar 2026",
    *(f"{number}. {question}" for number, question in enumerate(ASKED, start=1)),
    "1 more day I was too unwell to log; 1 day added later.",
    "Tiredness Severe",
    "worst Severe 9 Mar, latest Moderate",
    "Hemoglobin: 11.2 g/dL on 11 Mar (lab's range 12.0 to 15.5).",
    "White blood cells: 3.4",
    "Neutrophils (ANC): 1.6",
    "Platelets: 182",
    "ALT: 41 U/L",
    "Creatinine: 0.8 mg/dL",
    "Calcium: 2.31 mmol/L on 11 Mar (lab's range 2.15 to 2.55).",
    "CA 15-3: below 30 U/mL",
    FOR_DOCTOR,
)


@dataclass
class Fortnight:
    """The days, one after the other; each begins on the window as it was left, once the program is started anew."""

    start: Starter
    qtbot: QtBot
    clock: FrozenClock
    paper: Path

    def live(self, hands: type[Person]) -> Person:
        """Two weeks from Wednesday 4 March to Tuesday 17 March."""
        person = hands(self._open())
        person.day(*USUAL)
        person.what_helped(HELPED)
        self._next_morning(person)
        person.same(1)
        self._next_morning(person)
        person.bad_day(4)
        self._next_morning(person)
        person.too_unwell()
        self._next_morning(person)
        person.day(2, (3, 1, 1, 0, 1))
        self.clock.tick(days=1)  # a day without the program
        self._next_morning(person)
        person.fill_in(3, (3,))
        person.day(2, (2, 1, 0, 1, 2))
        self._start_anew(person)
        person.same(1)
        person.lab_report()
        self._next_morning(person)
        person.same(2)
        person.note_for_doctor(FOR_DOCTOR)
        self._next_morning(person)
        person.same(1)
        person.visit("17 March 2026", "Dr Example")
        self._next_morning(person)
        person.bad_day(3)
        self._next_morning(person)
        person.day(2, (2, 1))
        self._next_morning(person)
        person.same(1)
        self._print(person)
        self._next_morning(person)
        person.day(*USUAL)
        person.answer(ANSWER)
        person.rest()
        return person

    def _open(self) -> Window:
        window = self.start()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        return window

    def _next_morning(self, person: Person) -> None:
        self.clock.tick(days=1)
        person.morning()

    def _start_anew(self, person: Person) -> None:
        person.window.close()
        self.clock.tick(days=1)
        person.window = self._open()
        person.rest()

    def _print(self, person: Person) -> None:
        person.go_to_print()
        page = home(person.window).page("print")
        assert isinstance(page, PrintPage)
        self.qtbot.waitUntil(
            lambda: isinstance(page.part, PrintDesk) and page.part.printout is not None, timeout=30_000
        )
        person.rest()
        person.save_pdf()
        assert self.paper.exists()


Live = Callable[[type[Person], str], tuple[Person, Path]]


def records(path: Path, clock: FrozenClock) -> Counter[str]:
    """What an export of the journal says, without ids and stamps; that a question has a visit is said."""
    journal = Journal(path, clock)
    written, _left_out = native.write(journal.ask(questions.everything), True)
    journal.close()
    found: dict[str, list[dict[str, Any]]] = json.loads(written)["records"]
    return Counter(
        f"{kind}: {json.dumps({name: value for name, value in row.items() if name not in STAMPS}, sort_keys=True)}"
        + (" at a visit" if row.get("visit_id") else "")
        for kind, rows in found.items()
        for row in rows
    )


@pytest.fixture
def live(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    """Lives the fortnight in folders of its own; gives the hands and the journal."""
    starters = []

    def lived(hands: type[Person], name: str) -> tuple[Person, Path]:
        folder = tmp_path / name
        paths = Paths(data=folder / "data", config=folder / "config", state=folder / "state", cache=folder / "cache")
        paper, moments = folder / "brief.pdf", [WEDNESDAY]
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(paper), ""))
        clock = FrozenClock(read=lambda: moments[-1], moments=moments)
        starters.append(Starter(qtbot, paths, clock))
        person = Fortnight(starters[-1], qtbot, clock, paper).live(hands)
        starters[-1].close()
        return person, paths.journal

    yield lived
    for starter in starters:
        starter.close()


CLICKS, TURNS = 115, 8
"""At most so many clicks, and notches of the wheel, for the whole fortnight."""

KEYS = 143
"""At most so many keys, without the letters of what is typed."""


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_a_fortnight_by_mouse_and_one_by_keyboard_are_the_same_journal(live: Live, clock: FrozenClock) -> None:
    mouse, first = live(ByMouse, "mouse")
    keys, second = live(ByKeys, "keys")
    assert isinstance(mouse, ByMouse)
    print(f"\na fortnight by mouse: {mouse.acts} clicks, {mouse.turns} notches of the wheel, {mouse.letters} letters")
    print(f"a fortnight by keyboard: {keys.acts} keys, {keys.letters} letters")
    found = records(first, clock)
    assert records(second, clock) == found
    assert Counter(line.split(":")[0] for line in found.elements()) == COUNTED
    assert [ANSWER in line for line in found if line.endswith(" at a visit")] == [True]
    for paper in (first.parent.parent / "brief.pdf", second.parent.parent / "brief.pdf"):
        text = " ".join(pdf_text(paper).split())
        assert [words for words in ON_PAPER if words not in text] == []
        assert HELPED not in text
    assert mouse.letters == keys.letters
    assert (mouse.acts <= CLICKS, mouse.turns <= TURNS, keys.acts <= KEYS) == (True, True, True)

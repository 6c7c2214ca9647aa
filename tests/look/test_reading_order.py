"""Tab follows the eye: what stands first is come to first, also where it was made last."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tests.look import eyes
from tests.look.conftest import Open
from tests.look.stage import NAMES, Stage
from tests.look.states import press, type_in
from tests.ui.kit import part

_MOST_STOPS = 200
_FIRST = ["find", "side_bar", "who_to_call"]
_TWO_COLUMNS = ("print",)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def stops(stage: Stage, key: Qt.Key = Qt.Key.Key_Tab) -> Iterator[QWidget]:
    """Every stop of one round that begins on Find."""
    stage.settle()
    start = stage.window.tools.frame.find_button
    start.setFocus()
    for _stop in range(_MOST_STOPS):
        yield focus()
        QTest.keyClick(focus(), key)
        if focus() is start:
            return
    raise AssertionError(f"no way back to Find from {eyes.named(focus())}")


def names(stage: Stage, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    return [stop.objectName() for stop in stops(stage, key)]


def test_tab_goes_over_today_as_it_is_read_and_back_the_same_way(stage: Open) -> None:
    opened = stage("empty", "English")
    part(opened.show("today"), QPlainTextEdit, "note").setPlainText("A nap helped.")
    forth = names(opened)
    assert forth == [
        *_FIRST, "earlier_day", "choose_day", "card_action", "card_close", "how_hard_0", "too_unwell", "fatigue_0",
        "pain_0", "nausea_0", "insomnia_0", "numbness_0", "rest_none", "add_symptom", "note", "note_helped",
        "note_for_doctor", "undo",
    ]  # fmt: skip
    assert names(opened, Qt.Key.Key_Backtab) == [forth[0], *reversed(forth[1:])]


def test_what_opens_is_come_to_where_it_stands(stage: Open) -> None:
    opened = stage("empty", "English")
    opened.show("today")
    press(opened, "pain_more")
    today = names(opened)
    details = [name for name in today if name.startswith("pain_")]
    assert len(details) > 5
    assert today[today.index("fatigue_0") + 1 :][: len(details)] == details
    opened.show("visits")
    press(opened, "add_visit")
    for number in (1, 2):
        type_in(opened, "new_question", f"Question {number}")
        press(opened, "add_question")
    visits = names(opened)
    assert visits[len(_FIRST) :][:5] == ["add_visit", "print_for_visit", "kind", "day", "day_calendar"]
    first, second, new = (visits.index(name) for name in ("question_1_asked", "question_2_asked", "new_question"))
    assert visits.index("visit_close") < first < second < new


def test_the_next_stop_of_a_page_never_stands_above_the_one_before(stage: Open) -> None:
    opened = stage("empty", "English")
    faults = []
    for name in NAMES:
        if name in _TWO_COLUMNS:
            continue
        page = opened.show(name)
        inside = [stop for stop in stops(opened) if page.isAncestorOf(stop)]
        faults += [
            f"{name}: {eyes.named(after)} after {eyes.named(before)}"
            for before, after in pairwise(inside)
            if _edges(after)[1] <= _edges(before)[0]
        ]
    assert not faults, "\n".join(faults)


def _edges(widget: QWidget) -> tuple[int, int]:
    """Top and bottom, wherever the page is scrolled to."""
    top = widget.mapTo(widget.window(), QPoint(0, 0)).y()
    return top, top + widget.height()

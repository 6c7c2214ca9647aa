"""Today and the days behind it: where the focus begins, and how the page turns over at midnight."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.records import Day, Reading
from mbc_journal.ui.signals import Place
from mbc_journal.ui.today_page import TodayPage
from tests.conftest import FrozenClock
from tests.ui.kit import part, press
from tests.ui.today_hands import TODAY, YESTERDAY, click, level, readings

Open = Callable[..., TodayPage]
ROWS = ("fatigue", "pain", "nausea", "insomnia", "numbness")


def focus_of(page: TodayPage) -> str:
    page.first_focus()
    focus = page.window().focusWidget()
    assert focus is not None
    return focus.objectName()


def whole_day() -> list[Reading | Day]:
    return [Day(day=TODAY, how_hard=1), *(level(scale, 1, TODAY) for scale in ROWS)]


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ([], "how_hard_0"),
        ([level("fatigue", 1, TODAY)], "how_hard_0"),
        ([Day(day=TODAY, how_hard=3)], "fatigue_0"),
        ([Day(day=TODAY, too_unwell=True)], "fatigue_0"),
        ([Day(day=TODAY, how_hard=3), level("fatigue", 1, TODAY)], "pain_0"),
        (whole_day(), "how_hard_1"),
    ],
)
def test_the_focus_begins_on_the_first_question_without_an_answer(
    open_page: Open, said: list[Reading | Day], begins: str
) -> None:
    assert focus_of(open_page(TodayPage, *said)) == begins


def heading(page: TodayPage) -> str:
    return part(page, QLabel, "shown_day").text()


def minute_passes(page: TodayPage, qtbot: QtBot) -> None:
    """Let the page look at the clock now, and not in a minute."""
    (timer,) = [one for one in page.findChildren(QTimer) if one.parent() is page and one.interval() == 60_000]
    with qtbot.waitSignal(timer.timeout):
        timer.setInterval(0)
    timer.setInterval(60_000)


def test_the_day_stays_at_midnight_and_is_called_by_its_name(
    open_page: Open, journal: Journal, clock: FrozenClock, qtbot: QtBot
) -> None:
    page = open_page(TodayPage)
    clock.tick(hours=16)
    minute_passes(page, qtbot)
    assert heading(page) == "Wednesday 4 March 2026"
    assert part(page, QWidget, "how_hard").accessibleName() == "How hard was Wednesday 4 March?"
    for name in ("later_day", "back_to_today"):
        button = part(page, QAbstractButton, name)
        assert button.isVisible()
        assert button.isEnabled()
    click(page, "pain_2")
    assert list(readings(journal, TODAY)) == ["pain"]


def test_a_page_left_open_overnight_turns_over_when_today_is_asked_for(
    open_page: Open, journal: Journal, clock: FrozenClock
) -> None:
    page = open_page(TodayPage, *whole_day())
    clock.tick(days=1)
    page.go_to(Place("today"))
    assert heading(page) == "Thursday 5 March 2026"
    assert part(page, QWidget, "how_hard").accessibleName() == "How hard was today?"
    press(page, "4")
    assert len(readings(journal, TODAY)) == len(ROWS)
    assert [row.property("state") for row in page.rows.rows] == ["not_asked"] * len(ROWS)


def test_a_past_day_that_was_chosen_stays_until_she_goes_back(open_page: Open, clock: FrozenClock) -> None:
    page = open_page(TodayPage)
    page.show_day(YESTERDAY)
    clock.tick(days=1)
    page.go_to(Place("today"))
    assert heading(page) == "Tuesday 3 March 2026"
    page.go_to(Place("today", day=clock.today()))
    assert heading(page) == "Thursday 5 March 2026"


def test_many_rows_are_answered_by_the_letter_of_their_button(open_page: Open, journal: Journal) -> None:
    page = open_page(TodayPage, level("fatigue", 3), level("pain", 1))
    same, none = page.rows.same_as_yesterday, page.rows.rest_none
    assert (same.text(), same.shortcut().toString()) == ("&Same as yesterday (2)", "Alt+S")
    assert (none.text(), none.shortcut().toString()) == ("All are &None", "Alt+N")
    same.click()
    assert (none.text(), none.shortcut().toString()) == ("The other 3 are &None", "Alt+N")
    none.click()
    assert {scale: one.level for scale, one in readings(journal).items()} == dict(
        zip(ROWS, (3, 1, 0, 0, 0), strict=True)
    )

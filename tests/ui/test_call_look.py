"""Who to call by eye and ear: whole, large, apart, named; and of use in a journal that can only be read."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QGroupBox
from pytestqt.qtbot import QtBot

from mbc_journal.db.journal import Journal
from mbc_journal.ui.call_page import CallPage
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from tests.look import eyes
from tests.look.test_speech import mute
from tests.ui.call_hands import (
    button,
    click,
    line,
    nurse,
    texts,
)

Open = Callable[..., CallPage]


def test_a_journal_that_can_only_be_read_still_shows_every_number(open_page: Open, journal: Journal) -> None:
    journal.save(line(), name="")
    journal.read_only = "The disk is write-protected."
    page = open_page(CallPage)
    assert "555 0100" in texts(page.numbers)
    off = ("add_number", "add_rule", "number_1_change", "number_1_bin", "emergency_number_112")
    assert [name for name in off if button(page, name).isEnabled()] == []
    assert button(page, "sources").isEnabled()
    page.go_to(Place("call", verb="add"))
    assert page.numbers.panel is None


@pytest.mark.parametrize("step", [100, 200])
@pytest.mark.parametrize("size", [(1126, 700), (772, 480)])
def test_all_is_whole_large_and_apart_with_everything_open(
    open_page: Open, desk: Desk, qtbot: QtBot, step: int, size: tuple[int, int]
) -> None:
    page = open_page(CallPage, line(), nurse())
    click(page, "number_2_change")
    click(page, "add_rule")
    click(page, "emergency_number_other")
    click(page, "sources")
    desk.preferences.change(text_size=step)
    desk.theme.use(desk.preferences.values)
    page.resize(*size)
    qtbot.wait(50)
    assert eyes.cut(page) == []
    assert eyes.too_small(page) == []
    assert eyes.too_near(page) == []
    assert mute(page) == []


def test_mnemonics_are_used_once_and_leave_the_menus_theirs(open_page: Open) -> None:
    page = open_page(CallPage, line(), nurse())
    letters = [one.text()[one.text().index("&") + 1].lower() for one in _marked(page)]
    assert len(letters) == len(set(letters))
    assert not set(letters) & set("fegvh")


def _marked(page: CallPage) -> list[QAbstractButton]:
    return [one for one in page.findChildren(QAbstractButton) if "&" in one.text()]


def test_rows_are_groups_with_a_name(open_page: Open) -> None:
    page = open_page(CallPage, line())
    assert all(isinstance(row, QGroupBox) and row.accessibleName() for row in page.numbers.rows)
    assert page.objectName() == "call_page"
    assert page.accessibleName() == "Who to call"

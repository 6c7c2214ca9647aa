"""Ways through the window: every page by name, number, key and menu, and back again."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.ui.page_list import PAGES
from mbc_journal.ui.page_names import PAGE_NAMES
from mbc_journal.ui.trouble_page import TroublePage
from tests.ui.windows import Starter, click, shown


def test_every_page_opens_by_name_and_by_number(start: Starter, qtbot: QtBot) -> None:
    window = start()
    for kind in PAGES:
        window.show_page(kind.NAME)
        assert shown(window).objectName() == f"{kind.NAME}_page"
        action = window.tools.menus[f"go_{kind.NAME}"]
        assert action.shortcuts() == [QKeySequence(f"Ctrl+{kind.NUMBER}")]


def test_back_and_forward_go_where_the_person_was(start: Starter) -> None:
    window = start()
    for kind in PAGES:
        window.show_page(kind.NAME)
    for kind in reversed(PAGES[:-1]):
        window.tools.menus["back"].trigger()
        assert shown(window).objectName() == f"{kind.NAME}_page"


def test_no_shortcut_means_two_things(start: Starter) -> None:
    window = start()
    for kind in PAGES:
        window.show_page(kind.NAME)
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_next_area_goes_round_side_bar_page_and_info_bar(start: Starter, qtbot: QtBot) -> None:
    window = start()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    click(shown(window), "pain_1")
    areas = []
    for _step in range(3):
        window.tools.menus["next_area"].trigger()
        focus = QApplication.focusWidget()
        frame = window.tools.frame
        areas.append(
            next(
                name
                for name, area in (("bar", frame.side_bar), ("page", frame.stack), ("info", frame.info_bar))
                if focus is not None and (focus is area or area.isAncestorOf(focus))
            )
        )
    assert sorted(areas) == ["bar", "info", "page"]


def test_the_names_of_the_side_bar_are_those_of_the_pages() -> None:
    said = [(page.name, page.title, page.icon, page.number) for page in PAGE_NAMES]
    assert said == [(kind.NAME, kind.TITLE, kind.ICON, kind.NUMBER) for kind in PAGES]


def test_a_page_asked_for_before_it_has_arrived_is_shown_when_it_has(start: Starter, qtbot: QtBot) -> None:
    window = start.build()
    with qtbot.waitSignal(window.usable, timeout=20_000):
        window.begin()
    with qtbot.waitSignal(window.complete, timeout=20_000):
        window.show_page("visits")
    assert shown(window).objectName() == "visits_page"


def test_about_is_reached_from_the_menu(start: Starter) -> None:
    window = start()
    window.tools.menus["about"].trigger()
    assert shown(window).objectName() == "about_page"
    window.tools.menus["next_page"].trigger()
    assert shown(window).objectName() == "today_page"


@pytest.mark.parametrize(
    ("verb", "page"),
    [("call", "call_page"), ("help", "help_page"), ("find", "find_page"), ("settings", "settings_page")],
)
def test_who_to_call_and_help_are_one_key_away(start: Starter, verb: str, page: str) -> None:
    window = start()
    window.tools.menus[verb].trigger()
    assert shown(window).objectName() == page


def test_who_to_call_stands_below_the_pages_and_on_the_page_of_trouble(start: Starter, tmp_path: Path) -> None:
    window = start()
    click(window, "who_to_call")
    assert shown(window).objectName() == "call_page"
    window.close()
    again = start(tmp_path / "gone.mbcj")
    assert isinstance(shown(again), TroublePage)
    assert shown(again).findChild(QWidget, "call_lists") is not None


def test_back_forward_and_the_usual_size_can_be_chosen_only_where_they_lead_somewhere(start: Starter) -> None:
    window = start()
    menus = window.tools.menus
    verbs = ("back", "forward", "usual_size")

    def able() -> list[bool]:
        return [menus[verb].isEnabled() for verb in verbs]

    assert able() == [False, False, False]
    window.show_page("visits")
    window.tools.preferences.change(text_size=130)
    assert able() == [True, False, True]
    menus["back"].trigger()
    menus["usual_size"].trigger()
    assert able() == [False, True, False]

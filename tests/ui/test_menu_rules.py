"""What each menu item does: its words, its keys, where it leads, and what it leaves alone."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMenuBar

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.records import Profile, Reading
from mbc_journal.settings import COLOURS, TEXT_SIZES
from mbc_journal.ui.menus import Menus
from mbc_journal.ui.page_names import PAGE_NAMES
from mbc_journal.ui.signals import Place
from mbc_journal.ui.trouble_page import TroublePage
from tests.ui.windows import Starter, journal_of, shown

KEYS = {
    "open": "Ctrl+O", "print": "Ctrl+P", "save_pdf": "Ctrl+Shift+P", "quit": "Ctrl+Q", "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z", "new_note": "Ctrl+N", "new_question": "Ctrl+Shift+N", "settings": "Ctrl+,",
    "today": "Ctrl+T", "quick": "Ctrl+B", "call": "F2", "back": "Alt+Left", "forward": "Alt+Right",
    "previous_page": "Ctrl+PgUp", "next_page": "Ctrl+PgDown", "next_area": "F6", "bigger": "Ctrl++",
    "smaller": "Ctrl+-", "usual_size": "Ctrl+0", "full_screen": "F11", "help": "F1",
}  # fmt: skip


@pytest.fixture
def bar(qapp: QApplication) -> Iterator[QMenuBar]:
    """A menu bar outside of any window."""
    made = QMenuBar()
    yield made
    made.deleteLater()


def entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def every_action(bar: QMenuBar) -> list[QAction]:
    """Every item that does something, below any menu."""
    found = []
    waiting = [action.menu() for action in bar.actions()]
    while waiting:
        menu = waiting.pop()
        if isinstance(menu, QMenu):
            waiting += [action.menu() for action in entries(menu)]
            found += [action for action in entries(menu) if action.menu() is None]
    return found


def mnemonic(action: QAction) -> str:
    _before, mark, after = action.text().replace("&&", "").partition("&")
    return after[:1].casefold() if mark else ""


@pytest.mark.parametrize("verb", KEYS)
def test_each_item_has_the_keys_of_the_design(bar: QMenuBar, verb: str) -> None:
    menus = Menus(bar)
    assert menus[verb].shortcuts()[0] == QKeySequence(KEYS[verb])
    assert menus[verb].objectName() == f"action_{verb}"


def test_no_two_items_share_a_key_and_none_has_no_words(bar: QMenuBar) -> None:
    menus = Menus(bar)
    for page in PAGE_NAMES:
        menus.add_page(page.name, page.title, page.number)
    keys = Counter(keys.toString() for action in every_action(bar) for keys in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(action.text().replace("&", "").strip() for action in every_action(bar))


def test_each_menu_opens_by_a_letter_of_its_own_and_so_does_each_item(bar: QMenuBar) -> None:
    Menus(bar)
    assert [mnemonic(action) for action in bar.actions()] == ["f", "e", "g", "v", "h"]
    for action in bar.actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        letters = [letter for one in entries(menu) if (letter := mnemonic(one))]
        assert [letter for letter, count in Counter(letters).items() if count > 1] == [], action.text()


def test_pages_are_reached_by_their_number_and_go_with_the_journal(bar: QMenuBar) -> None:
    menus = Menus(bar)
    before = len(every_action(bar))
    for page in PAGE_NAMES:
        action = menus.add_page(page.name, page.title, page.number)
        assert action.shortcut() == QKeySequence(f"Ctrl+{page.number}")
        assert action.data() == page.name
    assert len({page.number for page in PAGE_NAMES}) == len(PAGE_NAMES)
    menus.drop_pages()
    assert len(every_action(bar)) == before


def test_one_size_and_one_colour_are_ticked(bar: QMenuBar) -> None:
    menus = Menus(bar)
    for size, colours in zip(TEXT_SIZES, (*COLOURS, COLOURS[0]), strict=True):
        menus.show_choices(size, colours, less_motion=True)
        assert [action.data() for action in menus.sizes.actions() if action.isChecked()] == [str(size)]
        assert [action.data() for action in menus.colours.actions() if action.isChecked()] == [colours]
        assert menus["less_motion"].isChecked()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Tiredness: Moderate", "&Undo Tiredness"), ("Salt & pepper: Mild", "&Undo Salt && pepper"),
        ("Note: a\nb\nc", "&Undo Note"), ("Change", "&Undo Change"),
    ],
)  # fmt: skip
def test_undo_says_what_it_takes_back(bar: QMenuBar, name: str, words: str) -> None:
    menus = Menus(bar)
    menus.show_undo(name, "")
    assert (menus["undo"].text(), menus["undo"].isEnabled()) == (words, True)
    assert (menus["redo"].text(), menus["redo"].isEnabled()) == ("&Redo", False)
    menus.show_undo("", name)
    assert (menus["undo"].isEnabled(), menus["redo"].text()) == (False, words.replace("Undo", "Redo"))


def test_a_very_long_name_stays_one_short_line(bar: QMenuBar) -> None:
    menus = Menus(bar)
    menus.show_undo("word " * 2_000, "x" * 10_000)
    assert len(menus["undo"].text()) < 60
    assert len(menus["redo"].text()) < 60


def test_items_lead_to_their_places(start: Starter) -> None:
    window = start()
    heard: list[Place] = []
    window.tools.announcer.wanted.connect(heard.append)
    for verb, place in (("new_question", Place("visits", verb="add")), ("about", Place("about"))):
        window.tools.menus[verb].trigger()
        assert heard[-1] == place
    for verb in ("call", "help", "today"):
        window.tools.menus[verb].trigger()
        assert shown(window).objectName() == f"{verb}_page"


def test_next_and_previous_page_go_round_the_ends_and_back_returns(start: Starter) -> None:
    window = start()
    menus = window.tools.menus
    seen = []
    for _page in PAGE_NAMES:
        menus["next_page"].trigger()
        seen.append(shown(window).objectName().removesuffix("_page"))
    assert sorted(seen) == sorted(page.name for page in PAGE_NAMES)
    assert seen[-1] == "today"
    menus["previous_page"].trigger()
    assert shown(window).objectName() == f"{PAGE_NAMES[-1].name}_page"
    menus["back"].trigger()
    assert shown(window).objectName() == "today_page"
    menus["forward"].trigger()
    assert shown(window).objectName() == f"{PAGE_NAMES[-1].name}_page"


def test_undo_walks_back_through_acts_by_name_and_redo_forward(start: Starter) -> None:
    window = start()
    journal, menus = journal_of(window), window.tools.menus
    today = start.clock.today()
    for scale in ("fatigue", "pain"):
        journal.save(Reading(scale=scale, day=today, level=2), name=f"{scale}: Moderate")
    assert menus["undo"].text() == "&Undo pain"
    menus["undo"].trigger()
    assert (menus["undo"].text(), menus["redo"].text()) == ("&Undo fatigue", "&Redo pain")
    menus["undo"].trigger()
    assert journal.ask(questions.readings_on, today) == []
    assert not menus["undo"].isEnabled()
    menus["redo"].trigger()
    menus["redo"].trigger()
    assert {one.scale for one in journal.ask(questions.readings_on, today)} == {"fatigue", "pain"}


def test_a_copy_is_a_whole_journal_and_an_old_file_is_never_written_over(
    start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    journal_of(window).save(Profile(name="Ada"), name="name")
    copy, bar = tmp_path / "copy.mbcj", window.tools.frame.info_bar
    heard: list[str] = []
    bar.announced.connect(heard.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(copy), ""))
    window.tools.menus["save_copy"].trigger()
    opened = Journal(copy, start.clock)
    assert opened.ask(questions.profile).name == "Ada"
    opened.close()
    before = copy.read_bytes()
    window.tools.menus["save_copy"].trigger()
    assert copy.read_bytes() == before
    assert len(heard) == 2
    assert "copy.mbcj" in heard[0]
    assert "--" not in heard[1]


def test_a_copy_onto_the_open_journal_itself_changes_nothing(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    window = start()
    path = journal_of(window).path
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    before = path.stat().st_size
    window.tools.menus["save_copy"].trigger()
    journal_of(window).save(Profile(name="still here"), name="name")
    assert path.stat().st_size >= before
    assert journal_of(window).ask(questions.profile).name == "still here"


def test_another_journal_takes_the_place_of_this_one_and_trouble_leaves_it_open(
    start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    first, other, strange = journal_of(window).path, tmp_path / "other.mbcj", tmp_path / "strange.mbcj"
    create(other, start.clock, Profile(name="Bo"))
    strange.write_bytes(b"hello")
    for chosen, expected in ((str(strange), first), ("", first), (str(other), other), (str(other), other)):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, found=chosen: (found, ""))
        window.tools.menus["open"].trigger()
        assert journal_of(window).path == expected
        assert not isinstance(shown(window), TroublePage)
    assert window.tools.preferences.values.last_journal == str(other)
    assert strange.read_bytes() == b"hello"
    assert not window.tools.menus["undo"].isEnabled()

"""Find by eye and ear: nothing cut, everything large enough, every control and row named as it reads."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from mbc_journal.ui.find_page import FindPage
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.theme import Theme
from tests.look import eyes
from tests.ui.find_hands import SMALL, everywhere, note, search, settle

Open = Callable[..., FindPage]


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("words", ["", "numb", "W" * 300])
def test_nothing_is_cut_small_or_crowded_in_the_smallest_window(
    open_page: Open, theme: Theme, preferences: Preferences, text_size: int, words: str
) -> None:
    preferences.change(text_size=text_size)
    theme.use(preferences.values)
    page = open_page(FindPage, *everywhere())
    page.resize(*SMALL[text_size])
    page.field.setText(words)
    settle(page)
    assert eyes.cut(page) == []
    assert eyes.too_small(page) == []
    assert eyes.too_near(page) == []


def test_rows_grow_with_the_text(open_page: Open, theme: Theme, preferences: Preferences) -> None:
    page = open_page(FindPage, note("crocus"))
    search(page, "crocus")
    before = page.results.height()
    preferences.change(text_size=200)
    theme.use(preferences.values)
    assert page.results.height() > before
    assert page.results.sizeHintForRow(1) >= theme.target


def test_box_list_and_rows_have_names_and_roles(open_page: Open) -> None:
    page = open_page(FindPage, note("crocus"))
    search(page, "crocus")
    box = QAccessible.queryAccessibleInterface(page.field)
    rows = QAccessible.queryAccessibleInterface(page.results)
    assert (box.role(), box.text(QAccessible.Text.Name)) == (QAccessible.Role.EditableText, "Look for")
    assert (rows.role(), rows.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "What was found")
    assert rows.child(1).text(QAccessible.Text.Name) == "4 Mar. crocus"


def test_every_button_has_words(open_page: Open) -> None:
    page = open_page(FindPage)
    search(page, "zzzqqq")
    assert [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()] == ["&Add to my questions"]

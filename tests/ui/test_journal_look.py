"""The Journal page by eye, ear and finger: nothing cut, everything large enough, every control named as it reads."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from mbc_journal.records import NoteKind, Profile
from mbc_journal.ui.journal_page import JournalPage
from mbc_journal.ui.preferences import Preferences
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import PrimaryButton
from tests.look import eyes
from tests.ui.journal_pages import click, note, opened, some_notes

Open = Callable[..., JournalPage]
SMALL = {100: (570, 500), 200: (786, 440)}
"""What the smallest window leaves to a page: beside the side bar, and under the top bar of large text."""


def filled(open_page: Open) -> JournalPage:
    """A page with four notes, a try that waits for its answer, and a long word."""
    return open_page(
        JournalPage,
        Profile(matters="mornings in the garden, and my own kitchen", helpers=("my sister",)),
        *some_notes(),
        note("Slow breathing", 1, strategy="breathing", written_by="my sister"),
        note("W" * 300, 1, kind=NoteKind.HELPED, strategy="music", helped=4, tags=("x" * 60,)),
    )


def everything_open(page: JournalPage, tmp_path: Path) -> None:
    """Open the first note with a file, what matters and the ideas."""
    opened(page)
    letter = tmp_path / "a letter from the clinic.pdf"
    letter.write_bytes(b"%PDF-1.4")
    row = page.notes.open_row
    assert row is not None
    assert row.panel is not None
    row.panel.files.add_file(letter)
    click(page, "matters_change")
    click(page, "ideas")
    click(page, "ideas_for_pain")


@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_is_cut_small_or_crowded_in_the_smallest_window(
    open_page: Open, theme: Theme, preferences: Preferences, qapp: QApplication, tmp_path: Path, text_size: int
) -> None:
    preferences.change(text_size=text_size)
    theme.use(preferences.values)
    page = filled(open_page)
    page.resize(*SMALL[text_size])
    everything_open(page, tmp_path)
    for _turn in range(3):
        qapp.processEvents()
    assert eyes.cut(page) == []
    assert eyes.too_small(page) == []
    assert eyes.too_near(page) == []


def test_every_control_has_a_true_role_and_a_name_that_begins_with_its_words(open_page: Open, tmp_path: Path) -> None:
    page = filled(open_page)
    everything_open(page, tmp_path)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            heard = QAccessible.queryAccessibleInterface(widget)
            assert heard.role() != QAccessible.Role.Client, widget.objectName()
            name = heard.text(QAccessible.Text.Name)
            assert name, widget.objectName()
            if isinstance(widget, QAbstractButton):
                assert name.startswith(widget.text().replace("&", "")), (name, widget.text())


def test_no_two_controls_of_the_list_have_the_same_name(open_page: Open) -> None:
    page = filled(open_page)
    names = Counter(one.accessibleName() for row in page.notes.rows for one in row.findChildren(QAbstractButton))
    assert [name for name, count in names.items() if name and count > 1 and ":" in name] == []


def test_one_button_is_filled(open_page: Open, tmp_path: Path) -> None:
    page = filled(open_page)
    everything_open(page, tmp_path)
    assert [one.objectName() for one in page.findChildren(PrimaryButton) if one.isVisible()] == ["new_note"]


def test_no_letter_opens_two_things_and_none_is_a_menu_s(open_page: Open, tmp_path: Path) -> None:
    page = filled(open_page)
    everything_open(page, tmp_path)
    marked = [one.text() for one in page.findChildren(QAbstractButton) if one.isVisible()]
    marked += [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.buddy() is not None]
    letters = Counter(keys for text in marked if (keys := QKeySequence.mnemonic(text).toString()))
    assert [keys for keys, count in letters.items() if count > 1] == []
    assert not {f"Alt+{letter}" for letter in "FEGVH"} & set(letters)

"""Labels: the font and colour of their role, calm lines, and any text shown as it is."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Heading, Hint, Label, Lead, LeadStrong, Muted, PageColumn, Problem, Strong, Title
from mbc_journal.ui.widgets.lines import lay_out, size_of, without_mnemonic
from tests.ui.kit import THEMES, Stage, Wish, colours_of, dressed, opened

PERIODS = {"visit": "Since visit", "4w": "4 weeks", "8w": "8 weeks", "6m": "6 months", "all": "All"}
DOSE = {"taken": "Taken", "skipped": "Not taken", "held": "On hold"}


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return Stage(qtbot).show


@pytest.mark.parametrize(
    ("kind", "pixels", "bold"),
    [
        (Title, 28, True),
        (Heading, 22, True),
        (Lead, 18, False),
        (LeadStrong, 18, True),
        (Label, 16, False),
        (Strong, 16, True),
        (Muted, 16, False),
        (Hint, 14, False),
        (Problem, 14, False),
    ],
)
def test_each_label_has_the_font_of_its_role_from_the_start(
    qtbot: QtBot, show: Show, look: Theme, kind: type[Label], pixels: int, bold: bool
) -> None:
    label = kind("Words")
    assert (label.font().pixelSize(), label.font().bold()) == (pixels, bold)
    show(label)
    look.use(Wish(200))
    assert (label.font().pixelSize(), label.font().bold()) == (2 * pixels, bold)


@pytest.mark.parametrize(("kind", "token"), [(Muted, "muted"), (Hint, "muted"), (Problem, "warn"), (Strong, "text")])
@pytest.mark.parametrize("colours", THEMES)
def test_labels_are_painted_in_their_token(show: Show, kind: type[Label], token: str, colours: str) -> None:
    theme = dressed(colours)
    label = kind("HHHHHHHH")
    show(label)
    assert getattr(theme.tokens, token).lower() in colours_of(label)


def test_a_label_asks_for_one_line_where_there_is_room_and_for_more_where_not(show: Show, look: Theme) -> None:
    label = Muted("since about March 2024, 1500 mg morning and evening")
    one = label.fontMetrics().height()
    assert label.heightForWidth(600) <= one + 1
    assert label.heightForWidth(200) > 2 * one
    assert label.sizeHint().width() > 300


def test_changing_a_text_changes_the_height_it_asks_for(look: Theme) -> None:
    label = Label("short")
    low = label.heightForWidth(200)
    label.setText("a much longer text that does not fit into a line of two hundred pixels")
    assert label.heightForWidth(200) > low
    label.setText("short")
    assert label.heightForWidth(200) == low


@given(st.text(max_size=200), st.integers(40, 700))
def test_no_line_of_any_text_is_wider_than_its_room(text: str, width: int) -> None:
    font = QFont("Atkinson Hyperlegible")
    font.setPixelSize(16)
    layout = lay_out(text, font, width)
    assert size_of(layout).width() <= width + 1
    tops = [layout.lineAt(number).y() for number in range(layout.lineCount())]
    assert all(below - above >= 22.3 for above, below in pairwise(tops))


def test_lines_of_a_paragraph_keep_1_4_times_the_size_of_its_letters(qtbot: QtBot) -> None:
    dressed()
    label = Label("word " * 60)
    one, three = Label("word").heightForWidth(300), label.heightForWidth(300)
    lines = round((three - one) / (1.4 * 16)) + 1
    assert lines > 3
    assert abs(three - one - (lines - 1) * 1.4 * 16) <= 1


def test_an_endless_word_is_broken_and_never_widens_a_page(qtbot: QtBot) -> None:
    theme = dressed()
    page = PageColumn(theme)
    label = Label("x" * 10_000)
    page.add(label)
    opened(qtbot, page, 700)
    assert page.body.width() <= page.viewport().width()
    assert label.height() > 10 * theme.em


@pytest.mark.parametrize(
    "text", ["\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd", "one\ntwo\n\nfour", "\U0001f642", ""]
)
def test_any_text_can_be_shown(qtbot: QtBot, text: str) -> None:
    dressed()
    label = Label(text)
    opened(qtbot, label, 300, 120)
    assert label.heightForWidth(300) >= label.fontMetrics().height()
    assert label.text() == text


def test_a_mnemonic_is_underlined_only_where_it_leads_somewhere(qtbot: QtBot) -> None:
    assert without_mnemonic("&Who you saw") == ("Who you saw", 0)
    assert without_mnemonic("Eat && drink") == ("Eat & drink", -1)
    dressed()
    typed = Label("Fish & chips")
    assert typed.sizeHint().width() > Label("Fish  chips").sizeHint().width()

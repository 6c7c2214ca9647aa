"""How rows fit: the first arrangement that has room, the same for the same words, at every text size."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.records import Reading
from mbc_journal.scales import Scales
from mbc_journal.ui.scale_input import LevelRow, make_input
from mbc_journal.ui.widgets import reflow
from tests.ui.kit import STEPS, Stage, Wish, dressed

MONDAY = dt.date(2026, 3, 9)
WIDE = 900


def level(scale: str, value: int) -> Reading:
    return Reading(scale=scale, day=MONDAY, level=value)


def number(scale: str, value: str) -> Reading:
    return Reading(scale=scale, day=MONDAY, value=Decimal(value), value_as_entered=value)


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    return Stage(qtbot).show


@given(st.lists(st.integers(80, 300), min_size=2, max_size=8), st.integers(300, 2000))
def test_segments_fill_the_width_and_are_never_under_their_words(naturals: list[int], width: int) -> None:
    lines = reflow.rows(width, naturals)
    assert sum(len(line) for line in lines) == len(naturals)
    placed = [given_width for line in lines for given_width in line]
    assert all(given_width >= natural for given_width, natural in zip(placed, naturals, strict=True))
    assert all(sum(line) <= width for line in lines)


def test_the_first_arrangement_that_fits_is_taken() -> None:
    words = [90, 80, 130, 110, 150]
    assert [len(line) for line in reflow.rows(750, words)] == [5]
    assert reflow.rows(750, words) == ((150,) * 5,)
    natural = reflow.rows(749, words)
    assert len(natural) == 1
    assert natural[0][1] < natural[0][4]
    assert [len(line) for line in reflow.rows(559, words)] == [3, 2]
    assert [len(line) for line in reflow.rows(449, words)] == [1] * 5


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("width", [260, 420, 620, 760, 900])
def test_a_row_fits_any_width_and_rows_with_the_same_words_are_alike(
    show: Show, scales: Scales, step: int, width: int
) -> None:
    theme = dressed(text_size=step)
    rows = [make_input(scales.get(scale), theme) for scale in ("fatigue", "pain", "nausea", "numbness")]
    for row in rows:
        row.show_before(level(row.scale.id, 3))
    least = max(row.minimumSizeHint().width() for row in rows)
    show(*rows, width=max(width, least))
    arrangements = set()
    for row in rows:
        assert isinstance(row, LevelRow)
        assert row.height() == row.heightForWidth(row.width())
        assert row.rect().contains(row.control.geometry())
        for segment in row.track.segments:
            assert row.track.rect().contains(segment.geometry())
            assert segment.height() >= 44
            assert segment.width() >= segment.natural_width()
        arrangements.add((row.control.x(), tuple(segment.pos().toTuple() for segment in row.track.segments)))
    assert len({positions for _left, positions in arrangements}) == 1


def test_label_and_five_equal_segments_stand_side_by_side_in_a_window_of_1366(show: Show, scales: Scales) -> None:
    theme = dressed()
    rows = [make_input(scales.get(scale), theme) for scale in ("how-hard", "fatigue")]
    show(*rows, width=round(58 * theme.em) - 34)
    for row in rows:
        assert row.height() == 44
        assert row.control.x() > row.name.geometry().right()


def test_a_changed_text_size_rearranges_an_open_row(qtbot: QtBot, show: Show, scales: Scales) -> None:
    theme = dressed()
    row = make_input(scales.get("fatigue"), theme)
    window = show(row, width=894)
    row.show_reading(level("fatigue", 1))
    low = row.height()
    theme.use(Wish(200))
    qtbot.waitUntil(lambda: row.height() > low)
    assert row.property("level") == 1
    assert window.rect().contains(row.geometry())

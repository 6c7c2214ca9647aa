"""Print: what is chosen is told to the page, wrong days are said beside their field, and no dialog asks."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from mbc_journal import report
from mbc_journal.records import Profile, Span
from mbc_journal.ui.page import Desk
from mbc_journal.ui.print_page.choices import Choices
from mbc_journal.ui.print_page.preview import Preview
from tests.ui.kit import opened, part

TODAY = dt.date(2026, 3, 4)
PARTS = ("questions", "symptoms", "charts", "treatments", "measured", "notes", "matters", "allergies")


@pytest.fixture
def choices(qtbot: QtBot, desk: Desk) -> Iterator[Choices]:
    made = Choices(desk)
    opened(qtbot, made, 420, 900)
    made.show_profile(Profile())
    yield made
    made.close()


def click(choices: Choices, name: str) -> None:
    part(choices, QAbstractButton, name).click()


def typed(choices: Choices, name: str, text: str) -> QLineEdit:
    field = part(choices, QLineEdit, name)
    field.setText(text)
    field.textEdited.emit(text)  # as the keyboard does; QTest knows no letters beyond Latin-1
    return field


def test_everything_but_the_name_is_on_the_page_unless_she_says_otherwise(choices: Choices) -> None:
    wanted = choices.wanted()
    assert wanted is not None
    assert wanted.span is None
    assert all(getattr(wanted.options, f"include_{name}") for name in PARTS)
    assert not wanted.options.name_on_page
    assert (wanted.options.paper, wanted.options.large) == (report.A4, False)


@pytest.mark.parametrize("name", PARTS)
def test_each_box_takes_its_own_part_off_the_page(choices: Choices, name: str) -> None:
    click(choices, f"include_{name}")
    wanted = choices.wanted()
    assert wanted is not None
    assert [part for part in PARTS if not getattr(wanted.options, f"include_{part}")] == [name]


@pytest.mark.parametrize(("name", "days"), [("four_weeks", 28), ("eight_weeks", 56)])
def test_weeks_end_today(choices: Choices, name: str, days: int) -> None:
    click(choices, f"period_{name}")
    wanted = choices.wanted()
    assert wanted is not None
    assert wanted.span == Span(TODAY - dt.timedelta(days=days - 1), TODAY)


def test_days_of_her_own_are_both_needed(choices: Choices) -> None:
    click(choices, "period_from_to")
    assert choices.wanted() is None
    typed(choices, "since", "1 February 2026")
    assert choices.wanted() is None
    typed(choices, "until", "today")
    wanted = choices.wanted()
    assert wanted is not None
    assert wanted.span == Span(dt.date(2026, 2, 1), TODAY)


@pytest.mark.parametrize("text", ["31 February 2026", "<b>soon</b>", "\u05e9\u05dc\u05d5\u05dd", "1" * 200])
def test_a_day_that_is_none_is_said_beside_its_field_and_kept(choices: Choices, text: str) -> None:
    click(choices, "period_from_to")
    typed(choices, "until", "4 March 2026")
    field = typed(choices, "since", text)
    assert choices.wanted() is None
    assert field.text() == text
    assert field.accessibleDescription()
    assert field.property("wrong")


def test_a_period_that_ends_before_it_starts_is_said_at_its_end(choices: Choices) -> None:
    click(choices, "period_from_to")
    typed(choices, "since", "4 March 2026")
    field = typed(choices, "until", "3 March 2026")
    assert choices.wanted() is None
    assert field.accessibleDescription() == "This ends before it starts."


def test_the_paper_is_the_one_of_the_profile(choices: Choices) -> None:
    choices.show_profile(Profile(paper=report.LETTER))
    wanted = choices.wanted()
    assert wanted is not None
    assert wanted.options.paper == report.LETTER


def test_a_choice_of_paper_is_told_apart_from_other_choices(choices: Choices, qtbot: QtBot) -> None:
    with qtbot.waitSignals([choices.paper_chosen, choices.changed]):
        click(choices, "paper_letter")
    with qtbot.assertNotEmitted(choices.paper_chosen), qtbot.waitSignal(choices.changed):
        click(choices, "print_size_large")
    wanted = choices.wanted()
    assert wanted is not None
    assert wanted.options.large


def test_the_words_of_the_page_stand_in_a_field_of_twenty_lines(qtbot: QtBot, desk: Desk) -> None:
    preview = Preview(desk.theme)
    opened(qtbot, preview, 600, 900)
    part(preview, QAbstractButton, "read_as_text").click()
    assert preview.text.isVisible()
    assert preview.text.height() >= 20 * preview.text.fontMetrics().lineSpacing()
    assert preview.as_text.text() == "Sh&ow the page"
    caption = part(preview, QLabel, "preview_caption")
    assert caption.y() < preview.text.y()


@pytest.mark.parametrize(("width", "least", "most"), [(100, 72, 72), (600, 72, 90), (5000, 220, 220)])
def test_a_preview_is_sharp_but_never_larger_than_it_can_be_seen(
    qtbot: QtBot, desk: Desk, width: int, least: int, most: int
) -> None:
    preview = Preview(desk.theme)
    qtbot.addWidget(preview)
    assert least <= preview.dots_per_inch(width) <= most

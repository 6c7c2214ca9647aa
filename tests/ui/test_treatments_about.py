"""About my cancer: what the person says of herself is kept as typed, each with its Undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Profile
from mbc_journal.ui.text_saver import flush_all
from mbc_journal.ui.treatments_page import TreatmentsPage
from tests.ui.treatment_pages import button, click, field, said, write

Open = Callable[..., TreatmentsPage]


def about(open_page: Open, profile: Profile | None = None) -> TreatmentsPage:
    """The page with About my cancer open."""
    page = open_page(TreatmentsPage, *((profile,) if profile else ()))
    click(page, "about_my_cancer")
    return page


def lines(page: TreatmentsPage, name: str, text: str) -> None:
    found = page.findChild(QPlainTextEdit, name)
    assert found is not None, name
    found.setPlainText(text)
    flush_all(page)


def kept(journal: Journal) -> Profile:
    return journal.ask(questions.profile)


def test_a_usual_answer_is_kept_at_once(open_page: Open, journal: Journal) -> None:
    page = about(open_page)
    assert button(page, "her2_offer_2").text() == "Low"
    click(page, "her2_offer_2")
    assert kept(journal).her2 == "low"
    journal.undo()
    assert kept(journal).her2 == ""
    assert field(page, "her2").text() == ""


@pytest.mark.parametrize(("typed", "value"), [("positive", "positive"), ("Positive, 95 %", "Positive, 95 %")])
def test_the_words_as_told_are_kept(open_page: Open, journal: Journal, typed: str, value: str) -> None:
    page = about(open_page)
    write(page, "er", typed)
    flush_all(page)
    assert kept(journal).er == value


def test_biomarkers_and_allergies_are_one_a_line(open_page: Open, journal: Journal) -> None:
    page = about(open_page)
    lines(page, "biomarkers", "PIK3CA, found\nESR1")
    lines(page, "allergies", "penicillin")
    assert (kept(journal).biomarkers, kept(journal).allergies) == (("PIK3CA, found", "ESR1"), ("penicillin",))


def test_places_are_chips_and_own_words(open_page: Open, journal: Journal) -> None:
    page = about(open_page, Profile(sites=("bone", "left hip")))
    assert button(page, "sites_bone").isChecked()
    click(page, "sites_liver")
    assert kept(journal).sites == ("bone", "liver", "left hip")
    lines(page, "sites_own", "left hip\nLung")
    assert kept(journal).sites == ("bone", "liver", "left hip", "lung")
    page.refresh()
    assert button(page, "sites_lung").isChecked()


def test_leaving_a_field_saves_it(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = about(open_page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field(page, "port").setFocus()
    write(page, "port", "left side, since 2024")
    page.about.form.rows["matters"].target.setFocus()
    assert kept(journal).port == "left side, since 2024"


def test_escape_saves_and_closes(open_page: Open, journal: Journal) -> None:
    page = about(open_page)
    write(page, "port", "left")
    QTest.keyClick(field(page, "port"), Qt.Key.Key_Escape)
    assert kept(journal).port == "left"
    assert not page.about.isVisible()
    assert page.focusWidget() is page.about_button


def test_what_is_too_long_is_said_and_stays(open_page: Open, journal: Journal) -> None:
    page = about(open_page)
    field(page, "port").setFocus()
    field(page, "port").setText("x" * 10_000)
    QTest.keyClick(field(page, "port"), Qt.Key.Key_End)
    QTest.keyClicks(field(page, "port"), "y")
    flush_all(page)
    assert "too long by 9801 letters" in said(page)
    assert len(field(page, "port").text()) == 10_001
    assert kept(journal).port == ""


def test_nothing_else_of_the_person_is_touched(open_page: Open, journal: Journal) -> None:
    page = about(open_page, Profile(rows=("fatigue",), units=("[degF]",), name="Ana"))
    write(page, "pr", "negative")
    flush_all(page)
    after = kept(journal)
    assert (after.rows, after.units, after.name, after.pr) == (("fatigue",), ("[degF]",), "Ana", "negative")

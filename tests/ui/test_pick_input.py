"""A field that offers what fits: by keys and by clicks, and free words count."""

import datetime as dt
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mbc_journal.ui.forms import PickInput, Suggestion
from mbc_journal.ui.theme import Theme
from tests.ui.kit import dressed

TODAY = dt.date(2026, 3, 4)


def today() -> dt.date:
    return TODAY


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


DRUGS = (Suggestion("capecitabine", "Capecitabine", "Xeloda"), Suggestion("carboplatin", "Carboplatin"))


def fitting(text: str) -> Sequence[Suggestion]:
    return [drug for drug in DRUGS if text.casefold() in f"{drug.text} {drug.detail}".casefold()]


@pytest.fixture
def pick(qtbot: QtBot, look: Theme) -> PickInput:
    pick = PickInput(fitting)
    qtbot.addWidget(pick)
    pick.resize(500, 400)
    with qtbot.waitActive(pick):
        pick.show()
        pick.activateWindow()
    pick.setFocus()
    return pick


def test_what_fits_is_offered_while_one_types(pick: PickInput) -> None:
    QTest.keyClicks(pick.field, "ca")
    assert [pick.offers.item(row).text() for row in range(pick.offers.count())] == [
        "Capecitabine, Xeloda",
        "Carboplatin",
    ]
    assert pick.offers.isVisible()
    assert pick.field.accessibleDescription() == "2 fit, Down goes to them"
    QTest.keyClicks(pick.field, "zzz")
    assert not pick.offers.isVisible()


def test_an_offer_is_taken_by_keys_alone(pick: PickInput, qtbot: QtBot) -> None:
    QTest.keyClicks(pick.field, "ca")
    QTest.keyClick(pick.field, Qt.Key.Key_Down)
    QTest.keyClick(pick.offers, Qt.Key.Key_Down)
    with qtbot.waitSignal(pick.picked) as heard:
        QTest.keyClick(pick.offers, Qt.Key.Key_Return)
    assert heard.args == [DRUGS[1]]
    assert (pick.value(), pick.suggestion, pick.field.hasFocus()) == ("Carboplatin", DRUGS[1], True)
    assert not pick.offers.isVisible()


def test_an_offer_is_taken_by_a_click(pick: PickInput, qtbot: QtBot) -> None:
    QTest.keyClicks(pick.field, "xel")
    where = pick.offers.visualItemRect(pick.offers.item(0)).center()
    with qtbot.waitSignal(pick.picked):
        QTest.mouseClick(pick.offers.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert pick.value() == "Capecitabine"


def test_free_words_count_as_well_as_offers(pick: PickInput) -> None:
    QTest.keyClicks(pick.field, "A tea of my aunt")
    assert (pick.value(), pick.suggestion) == ("A tea of my aunt", None)


def test_changed_words_are_no_longer_the_offer(pick: PickInput) -> None:
    QTest.keyClicks(pick.field, "xel")
    QTest.keyClick(pick.field, Qt.Key.Key_Down)
    QTest.keyClick(pick.offers, Qt.Key.Key_Return)
    QTest.keyClicks(pick.field, " generic")
    assert (pick.value(), pick.suggestion) == ("Capecitabine generic", None)


def test_escape_closes_the_offers_and_keeps_the_words(pick: PickInput) -> None:
    QTest.keyClicks(pick.field, "ca")
    QTest.keyClick(pick.field, Qt.Key.Key_Down)
    QTest.keyClick(pick.offers, Qt.Key.Key_Up)
    assert pick.field.hasFocus()
    QTest.keyClick(pick.field, Qt.Key.Key_Escape)
    assert (pick.offers.isVisible(), pick.value()) == (False, "ca")


def test_tab_passes_the_offers_by(pick: PickInput, qtbot: QtBot) -> None:
    after = QLineEdit(pick)
    after.show()
    QTest.keyClicks(pick.field, "ca")
    assert pick.offers.isVisible()
    QTest.keyClick(pick.field, Qt.Key.Key_Tab)
    qtbot.waitUntil(after.hasFocus)
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert pick.field.hasFocus()
    QTest.keyClick(pick.field, Qt.Key.Key_Down)
    assert pick.offers.hasFocus()

"""How the Treatments page looks and is reached: sizes, names, roles, nothing cut, all of it by keyboard."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Row, StepKind
from mbc_journal.ui.forms.form import plain_words
from mbc_journal.ui.page import Desk
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.treatments_page import TreatmentsPage
from tests.treatment_steps import every, step, therapy
from tests.ui.kit import STEPS, THEMES, Wish
from tests.ui.treatment_pages import button, change, click, field, running

Open = Callable[..., TreatmentsPage]
WIDTHS = (1150, 808)
PANELS = ("none", "add", "about", "change", "log", "details", "table")
_MENUS = set("fegvh")


def many() -> tuple[Row, ...]:
    """Treatments of all sorts: running, planned in words, over, in a line, with long names."""
    bones, gone, long = (
        therapy("Denosumab", reference_id="denosumab", kind="bone"),
        therapy("Palbociclib", line=1, intent="cancer", kind="targeted"),
        therapy("Verylongtreatmentname" * 5, kind="immunotherapy"),
    )
    return (
        *running(), bones, step(bones, "start", "2025-01-06", "120 mg", schedule=every(28)),
        gone, step(gone, "start", "2022"),
        step(gone, "stop", "2024-02", reason="stopped_working", reason_words="it grew on the scan " * 9),
        long, step(long, "start", "2025-02~", note="whenever the clinic calls " * 9), step(long, "hold", "2025-09-01"),
    )  # fmt: skip


@pytest.fixture
def look(theme: Theme, qapp: QApplication) -> Iterator[Callable[[str, int], None]]:
    """Dresses the program; afterwards it looks as before."""

    def dress(colours: str, size: int) -> None:
        theme.use(Wish(size, colours))

    yield dress
    theme.use(Wish())


def show(page: TreatmentsPage, panel: str, qtbot: QtBot) -> None:
    """Open one panel of the page, and every card."""
    for card in page.cards():
        card.open()
    presses = {"add": ("add_treatment", "add_more"), "about": ("about_my_cancer",), "table": ("timeline_view_table",)}
    for name in presses.get(panel, () if panel in ("none", "change") else (f"therapy_1_{panel}",)):
        click(page, name)
    if panel == "change":
        change(page, "stop")
    qtbot.wait(1)


def reached(page: TreatmentsPage) -> list[QWidget]:
    """All that the focus can reach."""
    seen = [one for one in page.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
    return [one for one in seen if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.focusProxy() is None]


@pytest.mark.parametrize("panel", PANELS)
def test_what_can_be_reached_is_large_enough_and_has_a_role_and_a_name(
    open_page: Open, qtbot: QtBot, panel: str
) -> None:
    page = open_page(TreatmentsPage, *many())
    show(page, panel, qtbot)
    for one in reached(page):
        what = one.objectName() or type(one).__name__
        assert (one.width() >= 44, one.height() >= 44) == (True, True), what
        face = QAccessible.queryAccessibleInterface(one)
        name = face.text(QAccessible.Text.Name)
        assert name, what
        assert face.role() != QAccessible.Role.Client, what
        if isinstance(one, QAbstractButton):
            assert name.startswith(plain_words(one.text())), what


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("size", [STEPS[0], STEPS[-1]])
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    open_page: Open, look: Callable[[str, int], None], qtbot: QtBot, panel: str, width: int, size: int
) -> None:
    look("light", size)
    page = open_page(TreatmentsPage, *many())
    page.resize(width, 700)
    show(page, panel, qtbot)
    assert page.body.width() <= page.viewport().width()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for one in page.findChildren(QAbstractButton):
        if one.isVisible() and one.text():
            assert one.width() >= one.minimumSizeHint().width(), one.text()
            assert one.height() >= one.minimumSizeHint().height(), one.text()


@pytest.mark.parametrize("colours", THEMES)
def test_a_new_look_keeps_what_is_open_and_typed(
    open_page: Open, look: Callable[[str, int], None], colours: str
) -> None:
    page = open_page(TreatmentsPage, *many())
    change(page, "hold")
    field(page, "reason_words").setText("half a sen")
    look(colours, 130)
    assert field(page, "reason_words").text() == "half a sen"
    assert button(page, "change_kind_hold").isChecked()


def test_letters_of_buttons_are_used_once_and_never_those_of_the_menus(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(TreatmentsPage, *many())
    show(page, "add", qtbot)
    texts = [one.text().replace("&&", "") for one in page.findChildren(QAbstractButton)]
    letters = [found[1].lower() for text in texts if (found := re.search(r"&(\w)", text))]
    assert sorted(letters) == sorted(set(letters))
    assert not set(letters) & _MENUS


def test_tab_goes_round_the_whole_page(open_page: Open, qtbot: QtBot) -> None:
    page = open_page(TreatmentsPage, *many())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus()
    assert page.focusWidget() is page.add_button
    seen: list[QWidget | None] = []
    for _step in range(200):
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        if page.focusWidget() is page.add_button:
            break
        seen.append(page.focusWidget())
    assert page.focusWidget() is page.add_button
    assert button(page, "therapy_1_more") in seen
    assert button(page, "therapy_1_change") in seen


def test_a_treatment_is_added_with_the_keyboard_alone(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(TreatmentsPage)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.first_focus()
    QTest.keyClick(page.add_button, Qt.Key.Key_Space)
    for text in ("Letrozole", "2022"):
        QTest.keyClicks(page.focusWidget(), text)
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        while page.focusWidget() is not page.add_card.start.on.field and text == "Letrozole":
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    page.add_card.add_it.setFocus()
    QTest.keyClick(page.add_card.add_it, Qt.Key.Key_Space)
    (start,) = journal.ask(questions.steps)
    assert start.on is not None
    assert start.on.text == "2022"


def test_a_change_is_recorded_with_the_keyboard_alone(open_page: Open, journal: Journal, qtbot: QtBot) -> None:
    page = open_page(TreatmentsPage, *running())
    button(page, "therapy_1_change").setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    qtbot.wait(1)
    for _step in range(3):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert button(page, "change_kind_stop").isChecked()
    button(page, "change_record").setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert journal.ask(questions.steps)[-1].kind is StepKind.STOP


def test_every_part_has_the_name_of_its_field(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    page = open_page(TreatmentsPage, *many())
    show(page, "change", qtbot)
    assert page.objectName() == "treatments_page"
    assert field(page, "on").accessibleName() == "From this day on"
    assert field(page, "best_response").accessibleName() == "How it went, as the doctor put it"
    assert button(page, "reason_cost").accessibleName() == "cost or insurance"
    assert button(page, "therapy_2_more").accessibleName() == "Less: Capecitabine"

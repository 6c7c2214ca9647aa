"""Parts of the Treatments page: bars, chips that wrap, a dose with its unit, words with offers."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mbc_journal import treatments
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Step, Therapy
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.treatments_page.bars_view import BarsView
from mbc_journal.ui.treatments_page.chips import Chips, ValueChip
from mbc_journal.ui.treatments_page.inputs import DoseInput, Lines, OfferedText
from tests.treatment_steps import day, every, step, therapy
from tests.ui.kit import THEMES, Wish, colours_of

TODAY = day("2026-03-04")
KINDS = ("hormone", "chemotherapy", "targeted", "immunotherapy", "bone", "radiation")
Drawn = Callable[..., BarsView]


@pytest.fixture
def drawn(theme: Theme, qtbot: QtBot) -> Iterator[Drawn]:
    """Shows bars of therapies with their steps, 900 pixels wide."""

    def show(therapies: Sequence[Therapy], steps: Sequence[Step], width: int = 900) -> BarsView:
        view = BarsView(theme)
        qtbot.addWidget(view)
        known = treatments.courses(therapies, steps, TODAY)
        view.resize(width, 100)
        view.show_timeline(treatments.timeline(known, TODAY), "words")
        view.show()
        qtbot.waitExposed(view)
        return view

    yield show
    theme.use(Wish())


def share(view: BarsView, token: str, left: float, right: float) -> float:
    """How much of the columns between two shares of the width is of one colour."""
    image, colour = view.grab().toImage(), view._theme.color(token)
    across = range(int(left * image.width()), int(right * image.width()))
    points = [(x, y) for x in across for y in range(image.height())]
    return sum(image.pixelColor(x, y) == colour for x, y in points) / len(points)


def test_a_bar_begins_where_the_treatment_does(drawn: Drawn) -> None:
    one, other = therapy("Letrozole", kind="hormone"), therapy("Capecitabine", kind="hormone")
    view = drawn([one, other], [step(one, "start", "2024-03-01"), step(other, "start", "2025-09-01")])
    early = drawn([one], [step(one, "start", "2024-03-01")])
    assert share(early, "accent_soft", 0.3, 0.9) > 0.2
    assert share(view, "accent_soft", 0.3, 0.6) < share(view, "accent_soft", 0.85, 0.95)


def test_kinds_differ_in_more_than_colour(drawn: Drawn) -> None:
    pictures = set()
    for kind in KINDS:
        one = therapy("Same name", kind=kind)
        image = drawn([one], [step(one, "start", "2024-03-01")]).grab().toImage()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(KINDS)


def test_doses_weeks_apart_are_ticks(drawn: Drawn) -> None:
    one = therapy("Denosumab", kind="bone")
    view = drawn([one], [step(one, "start", "2025-03-01", schedule=every(28))])
    assert share(view, "accent_soft", 0.3, 0.95) == 0
    assert 0 < share(view, "accent", 0.3, 0.95) < 0.1


def test_a_hold_is_an_empty_outline(drawn: Drawn) -> None:
    one = therapy("Letrozole", kind="hormone")
    steps = [step(one, "start", "2024-03-01"), step(one, "hold", "2025-03-01"), step(one, "resume", "2026-02-01")]
    view = drawn([one], steps)
    assert share(view, "accent_soft", 0.3, 0.5) > 0.2
    assert share(view, "accent_soft", 0.7, 0.85) == 0
    assert share(view, "accent", 0.7, 0.85) > 0


def test_a_partial_date_fades_in_and_is_never_a_hard_edge(drawn: Drawn) -> None:
    one = therapy("Letrozole", kind="hormone")
    view = drawn([one], [step(one, "start", "2024")])
    image, left = view.grab().toImage(), int(view.width() * 0.24)
    middle = next(y for y in range(image.height()) if image.pixelColor(view.width() - 60, y) == soft(view)) + 3
    along = [image.pixelColor(x, middle).lightness() for x in range(left + 5, int(view.width() * 0.5), 20)]
    assert along == sorted(along, reverse=True)
    assert along[0] > along[-1]


def soft(view: BarsView) -> QColor:
    return view._theme.color("accent_soft")


@pytest.mark.parametrize("colours", THEMES)
def test_bars_are_painted_in_the_colours_of_every_theme(drawn: Drawn, theme: Theme, colours: str) -> None:
    one = therapy("Letrozole", kind="targeted")
    view = drawn([one], [step(one, "start", "2024-03-01")])
    theme.use(Wish(colours=colours))
    assert theme.tokens.accent.lower() in colours_of(view)


def test_names_stand_above_where_the_page_is_narrow_and_always_wrap(drawn: Drawn) -> None:
    one = therapy("Verylongname" * 15)
    steps = [step(one, "start", "2024-03-01")]
    assert drawn([one], steps, 300).height() > drawn([therapy("Short")], []).height()
    assert drawn([one], steps, 300).height() >= 4 * drawn([one], steps)._theme.em


def test_without_bars_nothing_is_drawn(drawn: Drawn) -> None:
    view = drawn([], [])
    assert view.height() == 0


def test_a_history_of_a_century_is_drawn(drawn: Drawn) -> None:
    one = therapy("Old")
    view = drawn([one], [step(one, "start", "1900")])
    assert view.grab().width() == 900


def chips(theme: Theme, qtbot: QtBot) -> Chips:
    made = Chips(theme, {"a": "One", "b": "Two & three"})
    qtbot.addWidget(made)
    made.setObjectName("pick")
    made.show()
    return made


def press(group: QWidget, name: str) -> None:
    chip = group.findChild(ValueChip, name)
    assert chip is not None, name
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_one_of_few_chips_is_taken_and_a_second_click_takes_it_back(theme: Theme, qtbot: QtBot) -> None:
    made = chips(theme, qtbot)
    press(made, "pick_a")
    press(made, "pick_b")
    assert made.value() == "b"
    press(made, "pick_b")
    assert made.value() == ""


def test_other_offers_keep_what_is_still_offered(theme: Theme, qtbot: QtBot) -> None:
    made = chips(theme, qtbot)
    press(made, "pick_b")
    made.set_words({"b": "Two & three", "c": "Four"})
    assert made.value() == "b"
    made.set_words({"c": "Four"})
    assert made.value() == ""


def test_a_chip_says_an_ampersand_as_one(theme: Theme, qtbot: QtBot) -> None:
    made = chips(theme, qtbot)
    chip = made.findChild(ValueChip, "pick_b")
    assert chip is not None
    assert (chip.text(), chip.accessibleName()) == ("Two && three", "Two & three")


@pytest.mark.parametrize("on", [True, False])
def test_a_chip_wraps_its_words_where_a_line_is_too_short(theme: Theme, qtbot: QtBot, on: bool) -> None:
    chip = ValueChip("x", "Twice a day for 14 days, then 7 days off", theme)
    qtbot.addWidget(chip)
    chip.setChecked(on)
    width = chip.sizeHint().width() // 2
    assert chip.minimumSizeHint().width() <= width
    assert chip.heightForWidth(width) > chip.sizeHint().height() == chip.heightForWidth(chip.sizeHint().width())
    chip.resize(width, chip.heightForWidth(width))
    chip.show()
    assert theme.tokens.text.lower() in colours_of(chip)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(3, chip.height() // 2))
    assert chip.isChecked() is not on


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("1500", "1500", ""),
        ("1500 mg", "1500", "mg"),
        ("2,5mg", "2.5", "mg"),
        ("1 500 mg/m\u00b2", "1500", "mg/m\u00b2"),
    ],
)
def test_a_dose_is_parted_from_its_unit(theme: Theme, qtbot: QtBot, typed: str, value: str, unit: str) -> None:
    field = DoseInput(theme)
    qtbot.addWidget(field)
    QTest.keyClicks(field.number, typed)
    assert (field.value(), field.unit()) == (Decimal(value), unit)


@pytest.mark.parametrize("typed", ["mg", "1-2 tablets", "<5 mg", "-3", "\u0661", "1" * 10_000])
def test_what_is_no_dose_is_refused_and_stays(theme: Theme, qtbot: QtBot, typed: str) -> None:
    field = DoseInput(theme)
    qtbot.addWidget(field)
    field.number.setText(typed)
    with pytest.raises(NotAllowed):
        field.value()


def test_a_unit_that_was_given_stays_beside_a_number_with_words(theme: Theme, qtbot: QtBot) -> None:
    field = DoseInput(theme)
    qtbot.addWidget(field)
    field.unit_field.set_value("g")
    QTest.keyClicks(field.number, "2 mg")
    with pytest.raises(NotAllowed):
        field.value()


def test_an_empty_dose_is_none_and_clears_its_unit(theme: Theme, qtbot: QtBot) -> None:
    field = DoseInput(theme)
    qtbot.addWidget(field)
    assert field.value() is None
    field.unit_field.set_value("mg")
    field.set_value(None)
    assert field.unit() == ""


def test_typing_lets_go_of_an_offer(theme: Theme, qtbot: QtBot) -> None:
    field = OfferedText(theme)
    qtbot.addWidget(field)
    field.field.setObjectName("went")
    field.show_offers(["stable", "grew"])
    field.show()
    press(field, "went_offer_1")
    assert (field.value(), field.taken) == ("grew", 1)
    QTest.keyClicks(field.field, " a bit")
    assert (field.value(), field.taken) == ("grew a bit", None)


def test_lines_keep_what_was_typed_while_it_means_the_same(theme: Theme, qtbot: QtBot) -> None:
    field = Lines()
    qtbot.addWidget(field)
    field.field.setPlainText("one\n\n two ")
    field.set_value(("one", "two"))
    assert field.field.toPlainText() == "one\n\n two "
    field.set_value(())
    assert field.value() == ()


def test_days_far_apart_still_have_places(drawn: Drawn) -> None:
    one = therapy("Letrozole")
    view = drawn([one], [step(one, "start", "1999-12-31")])
    assert view._x(dt.date(1999, 12, 31)) < view._x(TODAY) <= view.width()

"""Forms: bound once, wrong values said beside the field, nothing typed is lost."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.problems import NotAllowed
from mbc_journal.records import VISIT_KINDS, PartialDate, Visit
from mbc_journal.ui.forms import (
    Calendar,
    ChoiceInput,
    DateInput,
    Form,
    LongText,
    NumberInput,
    PickInput,
    Suggestion,
    TextInput,
    TimeInput,
)
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import Choice, LinkButton
from tests.ui.kit import STEPS, dressed

TODAY = dt.date(2026, 3, 4)


def today() -> dt.date:
    return TODAY


@pytest.fixture
def look(qtbot: QtBot) -> Theme:
    return dressed()


def visit_form(theme: Theme) -> Form:
    form = Form(Visit, theme)
    form.row("day", "&When", DateInput(theme, today), hint="A month is enough.")
    form.row("time", "At", TimeInput())
    form.row("kind", "Kind", ChoiceInput({kind: kind.replace("_", " ") for kind in VISIT_KINDS}))
    form.row("who", "Who you saw", TextInput(longest=20))
    form.row("hours_away", "Hours away from home", NumberInput(least="0", most="24", step="0.5"))
    form.row("said", "What was said", LongText())
    return form


@pytest.fixture
def form(qtbot: QtBot, look: Theme) -> Form:
    form = visit_form(look)
    qtbot.addWidget(form)
    form.resize(760, 700)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def field(form: Form, name: str) -> QWidget:
    found = form.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def type_into(form: Form, name: str, text: str) -> None:
    target = field(form, name)
    target.setFocus()
    QTest.keyClicks(target, text)


def test_what_was_typed_becomes_a_record(form: Form) -> None:
    type_into(form, "day", "about march 2024")
    type_into(form, "time", "8.05")
    type_into(form, "who", "Dr Ngo")
    type_into(form, "hours_away", "2,5")
    type_into(form, "said", "Dose stays.")
    visit = Visit(**form.values())
    assert (visit.day, visit.time) == (PartialDate("2024-03~"), dt.time(8, 5))
    assert (visit.kind, visit.who, visit.hours_away) == ("oncologist", "Dr Ngo", Decimal("2.5"))
    assert visit.said == "Dose stays."


def test_an_empty_form_says_nothing(form: Form) -> None:
    assert not form.show_problem()
    values = form.values()
    assert (values["day"], values["time"], values["hours_away"], values["who"]) == (None, None, None, "")


def test_a_field_that_the_record_does_not_have_is_refused(look: Theme) -> None:
    with pytest.raises(KeyError, match="wo"):
        Form(Visit, look).row("wo", "Who", TextInput())


def test_words_stand_beside_the_first_wrong_field_and_the_focus_goes_there(form: Form) -> None:
    type_into(form, "hours_away", "25")
    type_into(form, "who", "x" * 30)
    assert form.show_problem()
    row = form.rows["who"]
    assert row.problem.text() == "This is too long by 10 letters; 20 fit here. What you typed is kept here."
    assert row.problem.isVisible()
    assert field(form, "who").hasFocus()
    assert not form.rows["hours_away"].problem.isVisible()
    entered = field(form, "who")
    assert isinstance(entered, QLineEdit)
    assert entered.text() == "x" * 30


def test_the_words_go_when_the_field_is_changed(form: Form) -> None:
    type_into(form, "hours_away", "25")
    assert form.show_problem()
    type_into(form, "hours_away", "\b")
    assert not form.rows["hours_away"].problem.isVisible()


def test_a_page_can_say_what_two_fields_do_not_agree_on(form: Form) -> None:
    form.say("time", "This ends before it starts.")
    assert form.rows["time"].problem.text() == "This ends before it starts."
    assert field(form, "time").hasFocus()


def test_a_record_is_shown_and_comes_back_the_same(form: Form) -> None:
    visit = Visit(
        day=PartialDate("2026-03-18"), time=dt.time(10, 30), kind="scan", who="Dr Ngo", hours_away=Decimal("3.0")
    )
    form.fill(visit)
    shown = form.values()
    assert {name: getattr(visit, name) for name in shown} == shown
    form.fill(Visit())
    assert form.values()["day"] is None


def test_filling_with_the_same_meaning_leaves_the_typed_words(form: Form) -> None:
    type_into(form, "day", "18.3.2026")
    type_into(form, "hours_away", "2,50")
    form.fill(Visit(**form.values()))
    texts = [field(form, name) for name in ("day", "hours_away")]
    assert [entered.text() for entered in texts if isinstance(entered, QLineEdit)] == ["18.3.2026", "2,50"]


def test_only_the_persons_own_changes_are_told(form: Form, qtbot: QtBot) -> None:
    told: list[str] = []
    form.changed.connect(told.append)
    form.fill(Visit(who="Dr Ngo", said="Rest.", day=PartialDate("2026")))
    assert told == []
    type_into(form, "who", "!")
    type_into(form, "said", "!")
    assert told == ["who", "said"]


def test_fields_have_their_names_and_labels_for_screen_readers(form: Form) -> None:
    for name, label in (("day", "When"), ("who", "Who you saw"), ("said", "What was said")):
        heard = QAccessible.queryAccessibleInterface(field(form, name))
        assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.EditableText, label)


def test_a_closed_list_is_named_by_the_label_beside_it(form: Form) -> None:
    heard = QAccessible.queryAccessibleInterface(field(form, "kind"))
    related: list[Any] = heard.relations()
    labels = [other.text(QAccessible.Text.Name) for other, _relation in related]
    assert (heard.role(), labels) == (QAccessible.Role.ComboBox, ["Kind"])


def test_a_mnemonic_reaches_its_field(form: Form) -> None:
    field(form, "who").setFocus()
    QTest.keyClick(form, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert field(form, "day").hasFocus()


def test_tab_leaves_every_field(form: Form) -> None:
    field(form, "day").setFocus()
    seen = set()
    for _stop in range(10):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {"day", "time", "kind", "who", "hours_away", "said"} <= seen


def test_labels_stand_beside_fields_where_there_is_room_and_above_them_where_not(form: Form) -> None:
    row = form.rows["who"]
    assert row.widget.x() > row.label.geometry().right()
    form.resize(420, 900)
    assert row.widget.y() > row.label.geometry().bottom()


@pytest.mark.parametrize("step", STEPS)
def test_fields_are_44_pixels_high_or_more(qtbot: QtBot, step: int) -> None:
    theme = dressed(text_size=step)
    form = visit_form(theme)
    qtbot.addWidget(form)
    form.resize(1000, 1400)
    form.show()
    for name in form.rows:
        assert field(form, name).height() >= theme.target, name


# one field each


@pytest.mark.parametrize("text", ["<b>x</b>", "\u05e9\u05dc\u05d5\u05dd", "\U0001f642 ok", "#import x", "'; DROP"])
def test_any_letters_are_kept_as_typed(qtbot: QtBot, text: str) -> None:
    line, lines = TextInput(), LongText()
    line.setText(text)
    lines.setPlainText(text)
    assert (line.value(), lines.value()) == (text, text)


def test_nul_never_gets_into_a_record(qtbot: QtBot) -> None:
    line = TextInput()
    line.setText("a\0b ")
    assert line.value() == "ab"


def test_ten_thousand_letters_are_refused_with_their_number_and_stay(qtbot: QtBot) -> None:
    line = TextInput(longest=200)
    line.setText("x" * 10_000)
    with pytest.raises(NotAllowed, match="too long by 9800 letters"):
        line.value()
    assert len(line.text()) == 10_000


@pytest.mark.parametrize(("typed", "meant"), [("38.2", "38.2"), ("38,2", "38.2"), (" 7 ", "7"), ("", None)])
def test_a_number_has_a_comma_or_a_point(qtbot: QtBot, typed: str, meant: str | None) -> None:
    line = NumberInput()
    line.setText(typed)
    assert line.value() == (None if meant is None else Decimal(meant))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1,2,3", "1,2,3 is not a number we know"),
        ("<5", "<5 is not a number we know"),
        ("-1", "0 or more is expected"),
        ("24.5", "24 at most is expected"),
        ("2.3", "goes in steps of 0.5"),
        ("9" * 400, "is not a number we know"),
    ],
)
def test_what_is_no_number_here_is_refused_with_a_sentence(qtbot: QtBot, typed: str, why: str) -> None:
    line = NumberInput(least="0", most="24", step="0.5")
    line.setText(typed)
    with pytest.raises(NotAllowed, match=why):
        line.value()


def test_the_wheel_changes_a_choice_only_where_the_focus_is(qtbot: QtBot, look: Theme) -> None:
    window = QWidget()
    other, choice = TextInput(), ChoiceInput({"a": "A", "b": "B"})
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(choice)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    other.setFocus()
    nowhere, down = QPointF(5, 5), QPoint(0, -120)
    buttons, keys, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(nowhere, nowhere, down, down, buttons, keys, phase, False)
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == "a"
    choice.setFocus()
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == "b"


def test_a_stored_value_that_is_not_in_the_list_is_not_lost(qtbot: QtBot) -> None:
    choice = ChoiceInput({"": "Not said", "scan": "Scan"})
    choice.set_value("herbalist")
    assert choice.value() == "herbalist"
    choice.set_value(None)
    assert choice.value() == ""


def test_a_form_takes_one_of_few_as_well(qtbot: QtBot, look: Theme) -> None:
    form = Form(Visit, look)
    kinds = Choice("Kind", {"scan": "Scan", "nurse": "Nurse"}, look)
    form.row("kind", "Kind", kinds)
    assert form.values() == {"kind": None}
    form.fill({"kind": "nurse"})
    assert form.values() == {"kind": "nurse"}


def test_a_date_says_how_it_was_understood(qtbot: QtBot, look: Theme) -> None:
    date = DateInput(look, today)
    qtbot.addWidget(date)
    date.show()
    QTest.keyClicks(date.field, "yesterday")
    assert (date.understood.text(), date.value()) == ("Tuesday 3 March 2026", PartialDate("2026-03-03"))
    date.field.clear()
    QTest.keyClicks(date.field, "ca. 3/2024")
    assert date.understood.text() == "about March 2024"
    date.field.clear()
    QTest.keyClicks(date.field, "March 2024")
    assert not date.understood.isVisible()


def test_a_partial_date_is_refused_only_where_a_whole_day_is_needed(qtbot: QtBot, look: Theme) -> None:
    partial, exact = DateInput(look, today), DateInput(look, today, exact=True)
    for date in (partial, exact):
        date.field.setText("March 2024")
    assert partial.value() == PartialDate("2024-03")
    with pytest.raises(NotAllowed, match="The whole date is needed here"):
        exact.value()


def test_a_date_of_no_kind_is_refused_and_kept(qtbot: QtBot, look: Theme) -> None:
    date = DateInput(look, today)
    date.field.setText("soon")
    with pytest.raises(NotAllowed, match="soon is not a date we know"):
        date.value()
    assert date.field.text() == "soon"


def test_a_day_can_be_taken_from_a_calendar(qtbot: QtBot, look: Theme) -> None:
    date = DateInput(look, today)
    qtbot.addWidget(date)
    date.show()
    date.calendar_button.click()
    calendar = date.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    with qtbot.waitSignal(date.changed):
        calendar.chosen.emit(dt.date(2026, 3, 18))
    assert date.value() == PartialDate("2026-03-18")
    assert not calendar.isVisible()


def test_every_button_of_the_calendar_has_a_name(qtbot: QtBot, look: Theme) -> None:
    calendar = Calendar(look)
    qtbot.addWidget(calendar)
    names = {button.accessibleName() for button in calendar.findChildren(QToolButton)}
    assert names == {"Earlier month", "Later month", "Month", "Year"}


def test_a_time_of_no_kind_is_refused(qtbot: QtBot) -> None:
    time = TimeInput()
    time.setText("25:00")
    with pytest.raises(NotAllowed, match="25:00 is not a time we know"):
        time.value()


# a field that offers what fits

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


def test_link_buttons_of_a_form_are_no_inputs(qtbot: QtBot, look: Theme) -> None:
    assert not hasattr(LinkButton("Read about it", look), "value")

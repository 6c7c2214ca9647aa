"""Forms: bound once, wrong values said beside the field, nothing typed is lost."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mbc_journal.records import VISIT_KINDS, PartialDate, Visit
from mbc_journal.ui.forms import ChoiceInput, DateInput, Form, LongText, NumberInput, TextInput, TimeInput
from mbc_journal.ui.theme import Theme
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

"""Every widget of the kit on one page, for the checks of the look and for pictures of it."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from mbc_journal import wording
from mbc_journal.records import Reading, Visit
from mbc_journal.scales import Scales
from mbc_journal.ui.forms import ChoiceInput, DateInput, Form, LongText, NumberInput, PickInput, Suggestion, TextInput
from mbc_journal.ui.scale_input import make_input
from mbc_journal.ui.table import Column, RowTable
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Chip,
    Choice,
    FlowRow,
    Heading,
    LeadStrong,
    LinkButton,
    Muted,
    Notice,
    PageColumn,
    PrimaryButton,
)

DAY = dt.date(2026, 3, 9)
ANSWERS = (("fatigue", 2, 2), ("pain", None, 1), ("nausea", 0, 0), ("insomnia", None, None), ("numbness", 4, 3))


@dataclass(frozen=True)
class Line:
    """A line of the sample table."""

    day: dt.date
    words: str
    value: Decimal | None


LINES = (
    Line(DAY, "Neutrophils", Decimal("1.2")),
    Line(DAY - dt.timedelta(days=1), "A longer name that has to wrap somewhere", None),
)
COLUMNS = (
    Column[Line]("Day", text=lambda line: wording.day(line.day), key=lambda line: line.day),
    Column[Line]("What", text=lambda line: line.words),
    Column[Line]("Result", text=lambda line: wording.amount(line.value, "10*9/L"), key=lambda line: line.value),
)


def gallery(theme: Theme, scales: Scales) -> PageColumn:
    """The page; its widgets hold the answers of a usual day."""
    page = PageColumn(theme)
    later = Button("Later", theme, icon="chevron-right", icon_last=True)
    later.setEnabled(False)
    earlier = Button("Earlier", theme, icon="chevron-left")
    page.add_header("Monday 9 March", earlier, later, PrimaryButton("Add a treatment", theme, icon="plus"))
    page.add(_notice(theme), _rows(theme, scales), _choices(theme), Heading("Now"), _treatment(theme))
    page.add(Heading("Next visit"), _form(theme), _table(theme))
    return page


def _notice(theme: Theme) -> Notice:
    notice = Notice("Add your treatments (2 minutes, later is fine)", "Add treatments", theme)
    notice.setObjectName("card")
    return notice


def _rows(theme: Theme, scales: Scales) -> Card:
    card = Card(theme)
    for scale, answer, before in ANSWERS:
        row = make_input(scales.get(scale), theme)
        row.show_before(None if before is None else Reading(scale=scale, day=DAY, level=before))
        row.show_reading(None if answer is None else Reading(scale=scale, day=DAY, level=answer))
        card.add_row(row)
    for scale in ("loose-stools", "temperature"):
        card.add_row(make_input(scales.get(scale), theme))
    buttons = FlowRow(theme)
    buttons.add(Button("Same as yesterday (1)", theme), Button("The other 2 are None", theme))
    buttons.add(LinkButton("Add a symptom", theme, icon="plus"))
    card.add(buttons)
    return card


def _choices(theme: Theme) -> Card:
    card = Card(theme)
    dose = Choice("Capecitabine", {"taken": "Taken", "skipped": "Not taken", "held": "On hold"}, theme)
    dose.setObjectName("dose_1")
    dose.set_value("taken")
    periods = Choice("Period", {"4w": "4 weeks", "8w": "8 weeks", "6m": "6 months", "all": "All"}, theme)
    chips, boxes = FlowRow(theme), FlowRow(theme)
    for number, words in enumerate(("Numb hands", "Tiredness", "Nausea", "Pain", "Trouble sleeping")):
        chip = Chip(words, theme)
        chip.setChecked(number < 3)
        chips.add(chip)
    for number, words in enumerate(("My questions", "Notes I starred", "My name on the page")):
        box = CheckBox(words, theme)
        box.setChecked(number < 2)
        boxes.add(box)
    for widget in (dose, periods, chips, boxes):
        card.add_row(widget)
    return card


def _treatment(theme: Theme) -> Card:
    card = Card(theme)
    words = "since about March 2024. 1500 mg morning and evening, days 1 to 14 of 21. Before 15 Nov: 1800 mg."
    buttons = FlowRow(theme)
    buttons.add(Button("Record a change", theme), Button("Start a cycle", theme), LinkButton("Read about it", theme))
    card.add(LeadStrong("Capecitabine"), Muted(words), buttons)
    return card


def _form(theme: Theme) -> Card:
    card, form = Card(theme, boxed=True), Form(Visit, theme)
    date = DateInput(theme, today=lambda: DAY)
    form.row("day", "When", date, hint="A month is enough.")
    form.row("kind", "Kind", ChoiceInput({"oncologist": "Oncologist", "scan": "Scan"}))
    form.row("who", "Who you saw", PickInput(lambda text: [Suggestion("1", "Dr Ngo", "oncologist")]))
    form.row("hours_away", "Hours away from home", NumberInput(least="0"))
    form.row("where", "Where", TextInput())
    form.row("said", "What was said", LongText())
    date.set_value(DAY)
    form.say("hours_away", "0 or more is expected here.")
    card.add(form)
    return card


def _table(theme: Theme) -> Card:
    card = Card(theme)
    table = RowTable(COLUMNS, "Results", theme)
    table.set_rows(LINES)
    card.add(table)
    return card

"""Forms and their fields: bound once to a record, wrong values said beside the field, nothing typed is lost."""

from mbc_journal.ui.forms.calendar import Calendar
from mbc_journal.ui.forms.date_input import DateInput, TimeInput
from mbc_journal.ui.forms.form import Form, FormRow, Input, put_label
from mbc_journal.ui.forms.number_input import NumberInput
from mbc_journal.ui.forms.pick_input import PickInput, Suggestion
from mbc_journal.ui.forms.text_inputs import LongText, TextInput
from mbc_journal.ui.widgets import ChoiceInput

__all__ = [
    "Calendar", "ChoiceInput", "DateInput", "Form", "FormRow", "Input", "LongText", "NumberInput", "PickInput",
    "Suggestion", "TextInput", "TimeInput", "put_label",
]  # fmt: skip

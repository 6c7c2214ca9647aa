"""A form without a button: every field is saved as it is chosen, or when the person pauses in typing."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mbc_journal.problems import NotAllowed
from mbc_journal.records import Row
from mbc_journal.ui.forms import Form, FormRow
from mbc_journal.ui.text_saver import TextSaver
from mbc_journal.ui.theme import Theme


class KeptForm(Form):
    """Fields of `record`; `save` gets a field's name and its value, and says whether it is safe."""

    def __init__(self, record: type[Row], theme: Theme, save: Callable[[str, object], bool]) -> None:
        super().__init__(record, theme)
        self._save = save
        self._typed: dict[str, TextSaver] = {}
        self._shown: Row | None = None
        self.changed.connect(self._on_field_changed)

    def keep(self, name: str, label: str, widget: Any, typed: QWidget | None = None) -> FormRow:
        """Bind a field; `typed` is the text field in it, whose words are saved after a pause."""
        made = self.row(name, label, widget)
        if typed is not None:
            self._typed[name] = TextSaver(typed, partial(self.save_field, name))
        return made

    def show_record(self, record: Row) -> None:
        """Show a record; fields with words that are not saved yet are left as they are."""
        self._shown = record
        for name, row in self.rows.items():
            saver = self._typed.get(name)
            if saver is None or not saver.unsaved:
                self._inputs[name].set_value(getattr(record, name))
                row.show_problem("")

    def save_field(self, name: str) -> bool:
        """Save one field now; a value that cannot be kept is said beside it, and stays as typed."""
        try:
            value = self._inputs[name].value()
        except NotAllowed as refused:
            self.rows[name].show_problem(str(refused))
            return False
        if self._shown is not None and getattr(self._shown, name) == value:
            return True
        try:
            return self._save(name, value)
        except NotAllowed as refused:
            self.rows[name].show_problem(str(refused))
            return False

    @Slot(str)
    def _on_field_changed(self, name: str) -> None:
        if name not in self._typed:
            self.save_field(name)

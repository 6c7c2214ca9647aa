"""One result, open to be changed in place."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot

from mbc_journal import results, wording
from mbc_journal.records import Reading
from mbc_journal.ui.call_page.record_panel import RecordPanel
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.results_page.result_fields import ResultFields
from mbc_journal.wording import _

_OF_NUMBER = ("scale", "value", "unit", "comparator", "value_as_entered", "unit_as_entered")
_OF_RANGE = ("range_text", "range_low", "range_high")


class ResultPanel(RecordPanel[Reading]):
    """Saved while it is typed. What is not touched stays exactly as it came, digits and range too."""

    KIND = Reading

    def __init__(self, reading: Reading, keeper: ResultKeeper) -> None:
        self._keeper = keeper
        super().__init__(reading, keeper.writer, keeper.desk)

    def build(self) -> None:
        """Add the fields."""
        self.fields = ResultFields(self.form, self._keeper)
        self.fields.unit.picked.connect(self._on_unit_picked)
        self.form.changed.connect(self._on_changed)

    def shown(self, record: Reading) -> dict[str, object]:
        """The values of the fields; the test comes first, its unit follows it."""
        scale = self.desk.scales.get(record.scale)
        self.fields.show_test(wording.say(scale.label), record.unit_as_entered or record.unit)
        return self.fields.shown(record)

    def made(self) -> Reading:
        """The result as typed."""
        values = self.fields.values()
        if self.record is None:
            return Reading(**values)
        return replace(self.record, **values | self._untouched(self.record))

    def lacking(self) -> str:
        """A result needs its number and its day."""
        values = self.form.values()
        return next((name for name in ("value", "day") if values[name] in ("", None)), "")

    def missing(self) -> str:
        """What to say where one of these is not there."""
        if self.lacking() == "value":
            return _("A result needs its number. What you typed is kept here.")
        return _("A result needs its day. What you typed is kept here.")

    def titles(self) -> tuple[str, str]:
        """The words over the fields."""
        scale = self.desk.scales.get(self.record.scale) if self.record is not None else None
        label = wording.say(scale.label) if scale is not None else ""
        return _("A new result"), _("Change this result: {test}").format(test=label)

    def act(self, record: Reading) -> str:
        """What Undo calls the result."""
        scale = self.desk.scales.get(record.scale)
        return wording.act(wording.say(scale.label), scale.say(record))

    def _untouched(self, record: Reading) -> dict[str, Any]:
        """The stored fields whose words stand as they were shown."""
        was, now = self.fields.shown(record), self.form.values()
        kept = [*_OF_NUMBER] if (was["value"], was["unit"]) == (now["value"], now["unit"]) else []
        kept += [*_OF_RANGE] if now["range_text"] == results.range_words(record) else []
        return {name: getattr(record, name) for name in kept}

    @Slot()
    def _on_unit_picked(self) -> None:
        if not self.fields.unit.is_waiting:
            self.save()

    @Slot(str)
    def _on_changed(self, name: str) -> None:
        if name in ("value", "unit"):
            self.fields.show_hint()

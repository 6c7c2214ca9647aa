"""The fields of one result, bound to a form: used for a new result, and for one that is changed."""

from typing import Any

from mbc_journal import results
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Reading
from mbc_journal.scales import Entry, Scale
from mbc_journal.ui.forms import Form, LongText, TextInput, TimeInput
from mbc_journal.ui.results_page.keeper import ResultKeeper
from mbc_journal.ui.results_page.result_inputs import NumberInput, ResultDayInput, UnitInput
from mbc_journal.wording import _

_LONGEST_NOTE = 2_000


class ResultFields:
    """`test` is the name typed, `scale` the test of the program it names; None for one of her own."""

    def __init__(self, form: Form, keeper: ResultKeeper) -> None:
        self._form = form
        self._keeper = keeper
        self.test = ""
        self.scale: Scale | None = None
        self.number, self.unit = NumberInput(self.entry), UnitInput()
        desk = keeper.desk
        self.day = ResultDayInput(desk.theme, desk.clock.today)
        self._hint = _("With < or > where the sheet has it.")
        form.row("value", _("Number"), self.number, hint=self._hint)
        form.row("unit", _("Unit"), self.unit)
        form.row(
            "range_text", _("Range as printed"), TextInput(200), hint=_("As 1.5-7.5, or in the words of the sheet.")
        )
        form.row("day", _("Day"), self.day)
        form.row("time", _("Time"), TimeInput(), hint=_("As 8:05, or leave it empty."))
        form.row("note", _("Note"), LongText(longest=_LONGEST_NOTE, lines=2))

    def show_test(self, name: str, unit: str = "") -> None:
        """Ask for a result of this test; `unit` is the one to begin with."""
        scale = results.known_test(name, self._keeper.desk.scales)
        changes = scale is not self.scale
        self.test, self.scale = name, scale
        usual = unit or self._keeper.usual_unit(name, scale)
        if changes or unit:
            self.unit.show_scale(scale, usual)
        if scale is None and usual:
            self.unit.set_value(usual)

    def entry(self, text: str) -> Entry:
        """The number in `text`, on the scale it belongs to. Raises NotAllowed."""
        return self._place()[0].check(text, self._place()[1])

    def doubt(self) -> str:
        """What to ask once about the number typed; "" for nothing."""
        try:
            text = self.number.value()
            return self.entry(text).doubt if text else ""
        except NotAllowed:
            return ""

    def show_hint(self) -> None:
        """Under the number: what is doubtful, else how it may be typed."""
        self._form.rows["value"].show_hint(self.doubt() or self._hint)

    def values(self) -> dict[str, Any]:
        """The fields of a reading. Raises NotAllowed while the form would show a problem."""
        typed = self._form.values()
        return {
            **results.value_fields(self._place()[0], self.entry(typed["value"])),
            **results.range_fields(typed["range_text"]),
            "day": results.checked_day(typed["day"], self._keeper.desk.clock.today()),
            "time": typed["time"],
            "note": typed["note"],
        }

    def shown(self, reading: Reading) -> dict[str, object]:
        """The values of the fields for a result that is kept."""
        return {
            "value": reading.value_as_entered or _number(reading),
            "unit": reading.unit_as_entered or reading.unit,
            "range_text": results.range_words(reading),
            "day": reading.day,
            "time": reading.time,
            "note": reading.note,
        }

    def _place(self) -> tuple[Scale, str]:
        """The scale of the test in the unit typed, and that unit as the scale knows it."""
        unit = self._unit()
        if self.scale is not None:
            unit = self._keeper.unit_code(self.scale, unit) if unit else ""
        place = results.placed(self.test, unit, self._keeper.desk.scales, self._keeper.logged)
        return place, unit if unit in place.units else place.unit

    def _unit(self) -> str:
        """The unit typed; "" while there is none, which is said beside that field alone."""
        try:
            return self.unit.value()
        except NotAllowed:
            return ""


def _number(reading: Reading) -> str:
    return "" if reading.value is None else f"{reading.comparator}{reading.value:f}"

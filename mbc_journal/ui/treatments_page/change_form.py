"""The fields of a change: those of its kind are shown, and what they hold becomes dated steps."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from mbc_journal import schedule, treatments
from mbc_journal.problems import NotAllowed
from mbc_journal.records import HOLD_REASONS, STOP_REASONS, Step, StepKind
from mbc_journal.ui.forms import DateInput, Form, FormRow, NumberInput, TextInput
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.treatments_page.chips import Chips
from mbc_journal.ui.treatments_page.inputs import DoseInput, OfferedText
from mbc_journal.ui.treatments_page.step_fields import PlanInput
from mbc_journal.wording import _

_FIELDS: Mapping[StepKind, tuple[str, ...]] = {
    StepKind.START: ("on", "dose", "schedule", "brand", "note"),
    StepKind.DOSE_CHANGE: ("on", "dose", "pieces", "schedule", "brand", "reason_words", "note"),
    StepKind.HOLD: ("on", "reason", "reason_words", "note"),
    StepKind.RESUME: ("on", "note"),
    StepKind.STOP: ("on", "reason", "reason_words", "best_response", "note"),
}
_TAKEN = (StepKind.START, StepKind.DOSE_CHANGE)
_REASONS = {StepKind.HOLD: HOLD_REASONS, StepKind.STOP: STOP_REASONS}
_LONGEST = 500


class ChangeForm(Form):
    """All fields a change can have; `show_kind` shows those of one kind, what is typed in others stays."""

    def __init__(self, theme: Theme, today: Callable[[], dt.date]) -> None:
        super().__init__(Step, theme)
        self.kind: StepKind | None = None
        self.on, self.until = DateInput(theme, today), DateInput(theme, today)
        self.dose, self.plan, self.reason = DoseInput(theme), PlanInput(theme), Chips(theme, {})
        self.response = OfferedText(theme, _LONGEST)
        self.response.show_offers([_(words) for words in treatments.RESPONSES])
        self.row("on", _("From this day on"), self.on, hint=_("2022, about March 2024 or 14 March 2024 are all fine."))
        self.resumed = FormRow("resumed", _("Taken up again"), self.until, theme)
        self.resumed.show_hint(_("The first day with it again. Leave it empty while it lasts."))
        self.until.changed.connect(self.resumed.on_input_changed)
        self._layout.addWidget(self.resumed)
        self.row("dose", _("Dose"), self.dose)
        pieces = NumberInput(least="0.25", most="999", step="0.25")
        self.row("pieces", _("Tablets a dose"), pieces)
        self.row("schedule", _("How often"), self.plan, hint=_("Leave empty what stays as it was."))
        self.row("brand", _("Brand"), TextInput(100))
        self.row("reason", _("Why"), self.reason)
        self.row("reason_words", _("Why, in your words"), TextInput(_LONGEST))
        self.row("best_response", _("How it went, as the doctor put it"), self.response)
        self.row("note", _("Note"), TextInput(_LONGEST))

    def show_kind(self, kind: StepKind | None) -> None:
        """Show the fields of a kind of change; None shows none."""
        self.kind = kind
        shown = _FIELDS[kind] if kind is not None else ()
        for name, row in self.rows.items():
            row.setVisible(name in shown)
        self.resumed.setVisible(kind is StepKind.HOLD)
        if kind in _REASONS:
            self.reason.set_words({one: schedule.reason_name(one) for one in _REASONS[kind]})
        self.rows["schedule"].hint.setVisible(kind is StepKind.DOSE_CHANGE)
        self.setVisible(kind is not None)

    def show_problem(self) -> bool:
        """Say beside the first wrong field that is shown what is wrong; whether there was one."""
        for name, row in self._shown():
            row.show_problem("")
            try:
                self._value(name)
            except NotAllowed as refused:
                row.show_problem(str(refused))
                row.target.setFocus()
                return True
        return False

    def say_of(self, row: FormRow, problem: str) -> None:
        """Say `problem` beside a field and put the focus there."""
        row.show_problem(problem)
        row.target.setFocus()

    def steps(self, therapy_id: UUID) -> tuple[Step, ...]:
        """The steps that the fields shown make. Raises NotAllowed while `show_problem` would show one."""
        if self.kind is None:
            return ()
        values = {name: self._value(name) for name, _row in self._shown() if name not in ("schedule", "resumed")}
        step = Step(therapy_id=therapy_id, kind=self.kind, **values)
        if self.kind in _TAKEN:
            regime = self.plan.regime(step.on, goes_on=self.kind is StepKind.DOSE_CHANGE)
            step.schedule = regime.schedule
            step.note = ". ".join(part for part in (regime.note, step.note) if part)
            step.unit = self.dose.unit() if step.dose is not None else ""
        resumed = self.until.value() if self.kind is StepKind.HOLD else None
        if resumed is None:
            return (step,)
        return step, Step(therapy_id=therapy_id, kind=StepKind.RESUME, on=resumed)

    def clear(self) -> None:
        """Empty every field."""
        self.fill({**dict.fromkeys(self.rows, ""), "on": None, "dose": None, "pieces": None})
        self.until.set_value(None)
        self.resumed.show_problem("")

    def _shown(self) -> list[tuple[str, FormRow]]:
        names = _FIELDS[self.kind] if self.kind is not None else ()
        shown = [(name, self.rows[name]) for name in names]
        return [*shown, ("resumed", self.resumed)] if self.kind is StepKind.HOLD else shown

    def _value(self, name: str) -> Any:
        return self.until.value() if name == "resumed" else self._inputs[name].value()

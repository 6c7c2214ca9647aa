"""The fields of a scan and of a tissue sample, saved while she types."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot

from mbc_journal import results, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Biopsy, Scan, ScanState
from mbc_journal.treatments import entries, receptor_answers
from mbc_journal.ui.call_page.record_panel import RecordPanel
from mbc_journal.ui.forms import ChoiceInput, DateInput, LongText, PickInput, Suggestion, TextInput
from mbc_journal.wording import N_, _

_KINDS = (
    N_("CT"), N_("PET-CT"), N_("MRI"), N_("Bone scan"), N_("X-ray"), N_("Ultrasound"), N_("Mammogram"),
    N_("Heart ultrasound"),
)  # fmt: skip
RECEPTORS = {"er": N_("Estrogen (ER)"), "pr": N_("Progesterone (PR)"), "her2": N_("HER2")}
_ANSWER_HINTS = {
    "er": N_("Positive, negative, or the words of the report."),
    "her2": N_("Also low or ultralow."),
}
_WORST = 10
_LONGEST, _LONGEST_TEXT = 200, 10_000


class KindInput(PickInput):
    """A kind of scan; the usual ones are offered."""

    def __init__(self) -> None:
        super().__init__(self._fitting, _LONGEST)

    def _fitting(self, text: str) -> Sequence[Suggestion]:
        words = [_(kind) for kind in _KINDS]
        return [Suggestion(word, word) for word in words if text.casefold() in word.casefold() and text != word]


class ReceptorInput(PickInput):
    """The answer of a receptor: a usual one, or the words of the report."""

    def __init__(self, field: str) -> None:
        self._answers = receptor_answers(field)
        super().__init__(self._fitting, _LONGEST)

    def value(self) -> str:
        """The value of a usual answer, else the words. Raises NotAllowed if they are too long."""
        words = super().value()
        return next((value for value, word in self._answers.items() if word.casefold() == words.casefold()), words)

    def set_value(self, value: object) -> None:
        """Show an answer."""
        super().set_value(self._answers.get(str(value or ""), value))

    def _fitting(self, text: str) -> Sequence[Suggestion]:
        words = self._answers.values()
        return [
            Suggestion(word, word) for word in words if word.casefold().startswith(text.casefold()) and word != text
        ]


class EntriesInput(LongText):
    """Several entries, one a line."""

    def __init__(self) -> None:
        super().__init__(longest=2_000, lines=2)

    def entries(self) -> tuple[str, ...]:
        """The entries. Raises NotAllowed if the text is too long."""
        return entries(self.value())

    def set_value(self, value: object) -> None:
        """Show entries; a text that means the same stays as typed."""
        kept = tuple(value) if isinstance(value, tuple) else ()
        if kept != entries(self.toPlainText()):
            super().set_value("\n".join(kept))


class ScanPanel(RecordPanel[Scan]):
    """Kind, day, waiting or result, what I was told, worry while waiting."""

    KIND = Scan

    def build(self) -> None:
        """Add the fields."""
        kind = KindInput()
        kind.picked.connect(self._on_picked)
        states = {state.value: _(words) for state, words in results.SCAN_STATES.items()}
        worries = {"": _("not said")} | {str(number): str(number) for number in range(_WORST + 1)}
        self.form.row("kind", _("Kind of scan"), kind, hint=_("As CT, bone scan or MRI."))
        self.form.row("day", _("Day"), DateInput(self.desk.theme, self.desk.clock.today), hint=_("About is fine."))
        self.form.row("state", _("Where it stands"), ChoiceInput(states))
        self.form.row("told", _("What I was told"), LongText(longest=_LONGEST_TEXT, lines=3))
        self.form.row("worry", _("Worry while waiting"), ChoiceInput(worries), hint=_("0 is none, 10 is the worst."))

    def shown(self, record: Scan) -> dict[str, object]:
        """The values of the fields."""
        values = {name: getattr(record, name) for name in self.form.rows}
        return values | {"worry": "" if record.worry is None else str(record.worry)}

    def made(self) -> Scan:
        """The scan as typed."""
        values: dict[str, Any] = self.form.values()
        values["state"] = ScanState(values["state"])
        values["worry"] = int(values["worry"]) if values["worry"] else None
        return Scan(**values) if self.record is None else replace(self.record, **values)

    def lacking(self) -> str:
        """A scan needs its kind."""
        return "" if self.form.values()["kind"] else "kind"

    def missing(self) -> str:
        """What to say where it is not there."""
        return _("Say what kind of scan it is. What you typed is kept here.")

    def has_words(self) -> bool:
        """Whether anything was typed; where it stands is always said."""
        try:
            values = self.form.values()
        except NotAllowed:
            return True
        return any(value not in ("", None) for name, value in values.items() if name != "state")

    def titles(self) -> tuple[str, str]:
        """The words over the fields."""
        return _("A new scan"), _("Change this scan")

    def act(self, record: Scan) -> str:
        """What Undo calls the scan."""
        return wording.act(_("Scan"), results.scan_title(record))

    @Slot(object)
    def _on_picked(self, _suggestion: Suggestion) -> None:
        self.save()


class BiopsyPanel(RecordPanel[Biopsy]):
    """When and where, and what the report says of receptors and biomarkers."""

    KIND = Biopsy

    def build(self) -> None:
        """Add the fields."""
        self.form.row("day", _("Taken on"), DateInput(self.desk.theme, self.desk.clock.today), hint=_("About is fine."))
        self.form.row("site", _("Taken from"), TextInput(_LONGEST), hint=_("As liver, breast or bone."))
        for name, label in RECEPTORS.items():
            field = ReceptorInput(name)
            field.picked.connect(self._on_picked)
            self.form.row(name, _(label), field, hint=_hint(name))
        self._biomarkers = EntriesInput()
        self.form.row("biomarkers", _("Biomarkers"), self._biomarkers, hint=_("One a line: PIK3CA, ESR1, PD-L1."))
        self.form.row("note", _("Note"), LongText(longest=_LONGEST_TEXT, lines=2))

    def shown(self, record: Biopsy) -> dict[str, object]:
        """The values of the fields."""
        return {name: getattr(record, name) for name in self.form.rows}

    def made(self) -> Biopsy:
        """The sample as typed."""
        values: dict[str, Any] = self.form.values() | {"biomarkers": self._biomarkers.entries()}
        return Biopsy(**values) if self.record is None else replace(self.record, **values)

    def lacking(self) -> str:
        """A sample needs something that tells it from others."""
        return "" if self.has_words() else "day"

    def missing(self) -> str:
        """What to say where nothing is there."""
        return _("Say when it was, or what it showed. What you typed is kept here.")

    def titles(self) -> tuple[str, str]:
        """The words over the fields."""
        return _("A new biopsy"), _("Change this biopsy")

    def act(self, record: Biopsy) -> str:
        """What Undo calls the sample."""
        return wording.act(_("Biopsy"), results.biopsy_title(record))

    @Slot(object)
    def _on_picked(self, _suggestion: Suggestion) -> None:
        self.save()


def _hint(receptor: str) -> str:
    return _(_ANSWER_HINTS[receptor]) if receptor in _ANSWER_HINTS else ""

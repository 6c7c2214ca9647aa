"""When a thing brought in says what the journal says already."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from mbc_journal.records import Dose, Note, Reading, Row, Step, StepKind, Therapy, Visit

_NOT_CONTENT = frozenset({"written_at", "changed_at", "import_batch"})


def same_fields(one: Row, other: Row) -> bool:
    """Whether two rows of one kind hold the same, but for when they were written and which file they came from."""
    names = (field.name for field in fields(one) if field.name not in _NOT_CONTENT)
    return all(getattr(one, name) == getattr(other, name) for name in names)


def likeness(row: Row) -> str | None:
    """A text that is equal for rows that say the same; None for kinds that are not compared so.

    Reading: scale, day, time, value, unit, comparator, note. Others: text and date.
    """
    if isinstance(row, Reading):
        value = "" if row.value is None else f"{row.value.normalize():f}"
        return _joined(row.scale, row.day, row.time, value, row.unit, row.comparator, row.note)
    if isinstance(row, Note):
        return _joined("note", row.text, row.day.text if row.day else "")
    if isinstance(row, Visit):
        return _joined("visit", row.day.text if row.day else "", row.time, row.who, row.where, row.said)
    return None


def _joined(*parts: object) -> str:
    return "\x1f".join("" if part is None else str(part) for part in parts)


@dataclass(frozen=True)
class Course:
    """A therapy with everything that says when and how much."""

    therapy: Therapy
    steps: Sequence[Step]
    doses: Sequence[Dose]

    def overlaps(self, other: "Course") -> bool:
        """Whether it is the same medicine in a time that touches the other's; what is not known touches everything."""
        first, last = self.span
        others_first, others_last = other.span
        return _same_medicine(self.therapy, other.therapy) and first <= others_last and others_first <= last

    def is_like(self, other: "Course") -> bool:
        """Whether name, dates, dosage and doses are the same."""
        same = self.therapy.name.casefold() == other.therapy.name.casefold()
        return same and self._content == other._content

    @property
    def span(self) -> tuple[dt.date, dt.date]:
        """The first day it can have begun and the last it can have gone on."""
        begun = [step.on.earliest if step.on else dt.date.min for step in self.steps if step.kind is StepKind.START]
        given = [dose.at.day for dose in self.doses if dose.at]
        known = [step for step in self.steps if step.kind in (StepKind.START, StepKind.STOP)]
        last = max(known, key=lambda step: (step.on.text if step.on else "", step.kind is StepKind.STOP), default=None)
        ended = last.on.latest if last and last.on and last.kind is StepKind.STOP and _known(known) else dt.date.max
        return min([*begun, *given], default=dt.date.min), ended

    @property
    def _content(self) -> tuple[frozenset[str], frozenset[str]]:
        steps = (
            _joined(
                step.kind, step.on.text if step.on else "", step.dose, step.unit, step.pieces, step.route, step.note
            )
            for step in self.steps
        )
        doses = (_joined(dose.at.text if dose.at else "", dose.dose, dose.unit, dose.pieces) for dose in self.doses)
        return frozenset(steps), frozenset(doses)


def _known(steps: Iterable[Step]) -> bool:
    """Whether the day of every stop is known."""
    return all(step.on for step in steps if step.kind is StepKind.STOP)


def _same_medicine(one: Therapy, other: Therapy) -> bool:
    if one.reference_id and other.reference_id:
        return one.reference_id == other.reference_id
    return one.name.casefold() == other.name.casefold()

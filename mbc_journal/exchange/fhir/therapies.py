"""From many items to one therapy a medicine: start, changes of dosage, stop, and the doses given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mbc_journal.exchange.fhir.dosages import Dosage
from mbc_journal.exchange.fhir.medicines import MedicineItem
from mbc_journal.exchange.fhir.record import Found
from mbc_journal.exchange.medicine_names import spoken
from mbc_journal.records import Dose, Moment, Row, Step, StepKind, Therapy

_LAST = "9999"


@dataclass
class _Course:
    """One therapy as it grows along the items."""

    therapy: Therapy
    items: list[MedicineItem]
    dosage: Dosage
    steps: list[Step] = field(default_factory=list)
    ended: bool = False


def settled(items: Sequence[MedicineItem]) -> list[tuple[MedicineItem, Found]]:
    """Each item with all rows of the therapy it belongs to, its own dose first; in the order given."""
    groups: dict[tuple[str, ...], list[MedicineItem]] = {}
    for item in items:
        groups.setdefault(_medicine(item), []).append(item)
    courses = [course for group in groups.values() for course in _courses(group)]
    found = {id(item): _found(item, course) for course in courses for item in course.items}
    return [(item, found[id(item)]) for item in items]


def _medicine(item: MedicineItem) -> tuple[str, ...]:
    """What all items of one medicine share: the person, and the medicine of the reference or the same words."""
    if item.reference_id:
        return item.record.patient, item.reference_id
    return item.record.patient, "", *sorted(spoken(item.name)), item.name.casefold()


def _courses(group: Sequence[MedicineItem]) -> Iterator[_Course]:
    """The therapies of one medicine; after an end the next item begins a new one."""
    course: _Course | None = None
    for item in sorted(group, key=_order):
        if course is None or course.ended:
            if course is not None:
                yield _closed(course)
            course = _begun(item)
        else:
            _add(course, item)
        _end(course, item)
    if course is not None:
        yield _closed(course)


def _order(item: MedicineItem) -> tuple[str, str]:
    """By start; an item without any date comes last, so that the first date of a medicine is its start."""
    first = item.start.day or item.end.day
    return (first.text if first else _LAST, item.end.day.text if item.end.day else _LAST)


def _begun(item: MedicineItem) -> _Course:
    drug = item.record.knowledge.drugs.get(item.reference_id)
    therapy = Therapy(reference_id=item.reference_id, name=item.name, kind=drug.kind if drug else "", note=item.note)
    course = _Course(therapy, [item], item.dosage)
    course.steps.append(_step(course, StepKind.START, item))
    return course


def _add(course: _Course, item: MedicineItem) -> None:
    """One more item of a running therapy; another dosage from a known day on is a change."""
    course.items.append(item)
    if item.dosage in (Dosage(), course.dosage):
        return
    start = course.steps[0]
    if course.dosage == Dosage() and item.start.day in (None, start.on):
        _fill(start, item)
    elif item.start.day:
        course.steps.append(_step(course, StepKind.DOSE_CHANGE, item))
    course.dosage = item.dosage


def _step(course: _Course, kind: StepKind, item: MedicineItem) -> Step:
    step = Step(therapy_id=course.therapy.id, kind=kind, on=item.start.day)
    _fill(step, item)
    return step


def _fill(step: Step, item: MedicineItem) -> None:
    dosage = item.dosage
    step.dose, step.unit, step.pieces = dosage.dose, dosage.unit, dosage.pieces
    step.brand, step.route, step.note = item.brand, dosage.route, dosage.words


def _end(course: _Course, item: MedicineItem) -> None:
    if item.end.day:
        course.ended = True
        course.steps.append(_stop(course, item))


def _stop(course: _Course, item: MedicineItem) -> Step:
    reason = item.reason or ("finished" if item.status == "completed" and item.end.day else "")
    return Step(
        therapy_id=course.therapy.id, kind=StepKind.STOP, on=item.end.day, reason=reason,
        reason_words=item.reason_words,
    )  # fmt: skip


def _closed(course: _Course) -> _Course:
    """A therapy that no item says goes on is stopped on a day not known, so it is never shown as current."""
    if not course.ended and not any(item.goes_on for item in course.items):
        course.steps.append(_stop(course, course.items[-1]))
    return course


def _found(item: MedicineItem, course: _Course) -> Found:
    rows: tuple[Row, ...] = (course.therapy, *course.steps)
    day = item.start.exact
    if item.one_time and day:
        moment = Moment(day, item.start.time, item.start.utc_offset if item.start.time else "")
        dose = Dose(
            therapy_id=course.therapy.id, at=moment, dose=item.dosage.dose, unit=item.dosage.unit,
            pieces=item.dosage.pieces, note=item.dosage.words,
        )  # fmt: skip
        rows = (dose, *rows)
    return Found("medicine", item.content, rows, codes=item.codes)

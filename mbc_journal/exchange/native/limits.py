"""What records of a native file must hold beyond their types, so that a journal can take them."""

from collections.abc import Mapping, Sequence

from mbc_journal.records import (
    HOLD_REASONS,
    INTENTS,
    PROFILE_ID,
    STOP_REASONS,
    VISIT_KINDS,
    Answer,
    Contact,
    Day,
    Dose,
    DoseState,
    Profile,
    Reading,
    Row,
    Therapy,
    Visit,
)

_BETWEEN: Mapping[str, tuple[int, int]] = {
    "Profile.birth_year": (1850, 2200), "Therapy.line": (1, 20), "Step.cycle": (1, 999),
    "Dose.planned_slot": (1, 99), "Reading.level": (0, 4), "Day.how_hard": (0, 4), "Note.helped": (0, 4),
    "Scan.worry": (0, 10), "Attachment.bytes": (0, 10 * 1024 * 1024),
}  # fmt: skip

_ONE_OF: Mapping[str, tuple[str, ...]] = {
    "Therapy.intent": ("", *INTENTS), "Step.reason": ("", *STOP_REASONS, *HOLD_REASONS),
    "Dose.reason": ("", *HOLD_REASONS), "Reading.comparator": ("", "<", ">"), "Visit.kind": VISIT_KINDS,
    "Attachment.of": ("reading", "note", "visit", "scan"),
}  # fmt: skip

_PARENTS: Mapping[str, type[Row]] = {"therapy_id": Therapy, "visit_id": Visit, "contact_id": Contact}


def problem(rows: Sequence[Row]) -> Row | None:
    """The first row that no journal can hold: a value out of bounds, an id twice, a parent that is not there."""
    known = {(type(row), row.id) for row in rows}
    seen: set[object] = set()
    for row in rows:
        once = _once(row)
        if seen & once or not _in_bounds(row):
            return row
        seen |= once
        for field, kind in _PARENTS.items():
            parent = getattr(row, field, None)
            if parent is not None and (kind, parent) not in known:
                return row
    return None


def _once(row: Row) -> set[object]:
    """What only one row may have: kind and id, and for a Day out of the bin its day."""
    found: set[object] = {(type(row), row.id)}
    return found | {row.day} if isinstance(row, Day) and row.binned_at is None else found


def _in_bounds(row: Row) -> bool:
    name = type(row).__name__
    numbers = all(
        value is None or least <= value <= most
        for field, (least, most) in _BETWEEN.items()
        if field.startswith(f"{name}.")
        for value in [getattr(row, field.partition(".")[2])]
    )
    words = all(
        getattr(row, field.partition(".")[2]) in choices
        for field, choices in _ONE_OF.items()
        if field.startswith(f"{name}.")
    )
    return numbers and words and _whole(row)


def _whole(row: Row) -> bool:
    """Whether the fields of `row` fit each other."""
    if isinstance(row, Profile):
        return row.id == PROFILE_ID
    if isinstance(row, Reading) and row.state is not Answer.ANSWERED:
        return row.level is None and row.value is None
    if isinstance(row, Dose) and row.state in (DoseState.TAKEN, DoseState.LATE):
        return row.at is not None
    return True

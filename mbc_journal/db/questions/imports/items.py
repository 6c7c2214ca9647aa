"""A file of another program against the journal."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from mbc_journal.db import tables
from mbc_journal.db.questions import treatments
from mbc_journal.db.questions.imports.batches import batch_of, previewed, refuse_another_person
from mbc_journal.db.questions.imports.likeness import Course, likeness
from mbc_journal.db.questions.imports.profiles import ProfileFilling, Verdict
from mbc_journal.records import (
    Dose,
    ImportSource,
    Incoming,
    Item,
    Note,
    Preview,
    Reading,
    Row,
    Step,
    Therapy,
    Visit,
)

Place = tuple[str, UUID | None]
"""A row by its kind and id; ("", None): none of its own."""

_NOWHERE: Place = ("", None)


def items_preview(session: Session, incoming: Incoming, at: dt.datetime, patient: str) -> Preview:
    """The verdict on each item, and the rows of the new ones with the batch they come in."""
    mine = treatments.profile(session)
    refuse_another_person(mine, (item.profile.get("birth_year") for item in incoming.items), incoming, patient)
    sorting = _Sorting(_known(session, incoming), ProfileFilling(mine), _courses(incoming.items))
    verdicts = [sorting.sort(item) for item in incoming.items]
    counts = {verdict.value: _counted(incoming.items, verdicts, verdict) for verdict in Verdict}
    if not counts["new"]:
        return previewed(incoming, counts)
    batch = batch_of(incoming, at, counts, sorting.filling.before())
    rows = [*sorting.rows.values(), batch, *sorting.sources]
    for row in rows:
        row.import_batch = batch.id
    if batch.before:
        rows.append(sorting.filling.filled(batch.id))
    return previewed(incoming, counts, rows, batch)


def _counted(items: Iterable[Item], verdicts: Iterable[Verdict], wanted: Verdict) -> dict[str, int]:
    return dict(Counter(item.kind for item, verdict in zip(items, verdicts, strict=True) if verdict is wanted))


@dataclass(frozen=True)
class _Known:
    """What the journal knows: the content of each source key, what became of each content, and what rows say."""

    keys: dict[str, str]
    contents: dict[tuple[str, str], Place]
    alike: dict[str, Place]
    courses: tuple[Course, ...]


def _known(session: Session, incoming: Incoming) -> _Known:
    sources = list(session.scalars(select(ImportSource)))
    alike = [(said, row) for row in _rows(session, incoming) if (said := likeness(row)) is not None]
    return _Known(
        keys={source.key: source.content for source in sources},
        contents={(source.item, source.content): (source.of, source.of_id) for source in sources},
        alike={said: _place(row) for said, row in alike},
        courses=tuple(_journal_courses(session)),
    )


def _rows(session: Session, incoming: Incoming) -> Iterable[Row]:
    """The rows that could say the same as one of the file's; nothing from the bin."""
    days = [row.day for item in incoming.items for row in item.rows if isinstance(row, Reading)]
    reading, note, visit = tables.reading.c, tables.note.c, tables.visit.c
    if days:
        wanted = select(Reading).where(reading.binned_at.is_(None), reading.day.between(min(days), max(days)))
        yield from session.scalars(wanted)
    yield from session.scalars(select(Note).where(note.binned_at.is_(None)))
    yield from session.scalars(select(Visit).where(visit.binned_at.is_(None)))


def _journal_courses(session: Session) -> Iterable[Course]:
    steps, doses = treatments.steps(session), list(session.scalars(select(Dose)))
    for therapy in treatments.therapies(session):
        yield Course(
            therapy,
            [step for step in steps if step.therapy_id == therapy.id],
            [dose for dose in doses if dose.therapy_id == therapy.id and dose.binned_at is None],
        )


def _courses(items: Iterable[Item]) -> dict[UUID, Course]:
    """The therapies of a file with all their rows, whichever item brings them."""
    rows = {row.id: row for item in items for row in item.rows}.values()
    return {
        therapy.id: Course(
            therapy,
            [row for row in rows if isinstance(row, Step) and row.therapy_id == therapy.id],
            [row for row in rows if isinstance(row, Dose) and row.therapy_id == therapy.id],
        )
        for therapy in rows
        if isinstance(therapy, Therapy)
    }


def _place(row: Row) -> Place:
    return type(row).__name__, row.id


class _Sorting:
    """Sorts the items of one file, one after the other: what came before in the file is known too."""

    def __init__(self, known: _Known, filling: ProfileFilling, courses: Mapping[UUID, Course]) -> None:
        self._known = known
        self._courses = courses
        self._of_course: dict[UUID, tuple[Verdict, Place]] = {}
        self.filling = filling
        self.rows: dict[tuple[type[Row], UUID], Row] = {}
        self.sources: list[ImportSource] = []

    def sort(self, item: Item) -> Verdict:
        """The verdict on `item`; the rows of a new one are kept, and where it came from."""
        known = self._known.keys.get(item.key)
        if known is not None:
            return Verdict.SAME if known == item.content else Verdict.CONFLICT
        verdict, place = self._unknown(item)
        if verdict is Verdict.CONFLICT:
            return verdict
        if verdict is Verdict.NEW:
            self.rows |= {(type(row), row.id): row for row in item.rows}
        self._known.keys[item.key] = item.content
        self._known.contents.setdefault((item.kind, item.content), place)
        of, of_id = place
        self.sources.append(
            ImportSource(item=item.kind, key=item.key, content=item.content, of=of, of_id=of_id, codes=item.codes)
        )
        return verdict

    def _unknown(self, item: Item) -> tuple[Verdict, Place]:
        """The verdict on an item whose key was never seen, and the row it is or becomes."""
        again = self._known.contents.get((item.kind, item.content))
        if again is not None:
            return Verdict.SAME, again
        if item.profile:
            return self.filling.take(item.profile), _NOWHERE
        therapy = next((row for row in item.rows if isinstance(row, Therapy)), None)
        if therapy is not None:
            verdict, mine = self._course(self._courses[therapy.id])
            return verdict, mine if verdict is Verdict.SAME else _place(item.rows[0])
        said = [likeness(row) for row in item.rows]
        places = [self._known.alike.get(text) for text in said if text is not None]
        if places and len(places) == len(item.rows) and all(places):
            return Verdict.SAME, places[0] or _NOWHERE
        return Verdict.NEW, _place(item.rows[0]) if item.rows else _NOWHERE

    def _course(self, course: Course) -> tuple[Verdict, Place]:
        """A therapy against the journal's: like one of them, overlapping one, or new."""
        if course.therapy.id not in self._of_course:
            touched = [mine for mine in self._known.courses if mine.overlaps(course)]
            like = next((mine for mine in touched if mine.is_like(course)), None)
            verdict = Verdict.SAME if like else Verdict.CONFLICT if touched else Verdict.NEW
            self._of_course[course.therapy.id] = (verdict, _place(like.therapy) if like else _NOWHERE)
        return self._of_course[course.therapy.id]

"""What was written on days: readings, days, notes."""

import datetime as dt
from operator import attrgetter
from typing import Any

from sqlalchemy import CTE, func, select
from sqlalchemy.orm import Session, aliased

from mbc_journal.db import tables
from mbc_journal.records import Answer, Day, Note, PartialDate, Reading

_reading = tables.reading.c
_day = tables.day.c
_note = tables.note.c
_READING_ORDER = (_reading.day, _reading.time.nulls_first(), _reading.written_at, _reading.id)


def readings(session: Session, scale: str, since: dt.date, until: dt.date) -> list[Reading]:
    """Readings of `scale`, `since` and `until` included, oldest first; nothing from the bin."""
    wanted = select(Reading).where(
        _reading.scale == scale, _reading.day.between(since, until), _reading.binned_at.is_(None)
    )
    return list(session.scalars(wanted.order_by(*_READING_ORDER)))


def readings_between(session: Session, since: dt.date, until: dt.date) -> list[Reading]:
    """Readings of every scale, `since` and `until` included, oldest first."""
    wanted = select(Reading).where(_reading.day.between(since, until), _reading.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(*_READING_ORDER)))


def readings_on(session: Session, day: dt.date) -> list[Reading]:
    """Readings of one day, in the order of the clock."""
    return readings_between(session, day, day)


def day(session: Session, day: dt.date) -> Day | None:
    """The row of one civil day, if there is one."""
    return session.scalars(select(Day).where(_day.day == day, _day.binned_at.is_(None))).first()


def days(session: Session, since: dt.date, until: dt.date) -> list[Day]:
    """Rows of civil days, `since` and `until` included, oldest first."""
    wanted = select(Day).where(_day.day.between(since, until), _day.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(_day.day)))


def notes(session: Session) -> list[Note]:
    """Every note, oldest first; those without a day come before all others."""
    wanted = select(Note).where(_note.binned_at.is_(None))
    return list(
        session.scalars(wanted.order_by(_note.day.nulls_first(), _note.time.nulls_first(), _note.written_at, _note.id))
    )


def notes_for_doctor(session: Session) -> list[Note]:
    """Notes she starred, but for private ones, oldest first."""
    wanted = select(Note).where(_note.for_doctor.is_(True), _note.private.is_(False), _note.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(_note.day.nulls_first(), _note.time.nulls_first(), _note.id)))


def notes_on(session: Session, day: dt.date) -> list[Note]:
    """Notes of exactly this day, in the order of the clock."""
    wanted = select(Note).where(_note.day == PartialDate.of(day), _note.binned_at.is_(None))
    return list(session.scalars(wanted.order_by(_note.time.nulls_first(), _note.written_at, _note.id)))


def first_answered(session: Session) -> dict[str, dt.date]:
    """The first day on which each scale was answered, over the whole journal."""
    known, one = _known_scales(), aliased(Reading)
    first = select(func.min(_of(one).day)).where(
        _of(one).scale == known.c.scale, _of(one).state == Answer.ANSWERED, _of(one).binned_at.is_(None)
    )
    found = session.execute(select(known.c.scale, first.scalar_subquery()).where(known.c.scale.is_not(None)))
    return {scale: day for scale, day in found if day is not None}


def latest_numbers(session: Session, until: dt.date) -> list[Reading]:
    """The newest answer of each scale, not later than `until`, where it is a number; by scale."""
    known, one = _known_scales(), aliased(Reading)
    newest = (
        select(_of(one).id)
        .where(_of(one).scale == known.c.scale, _of(one).day <= until, _of(one).state == Answer.ANSWERED)
        .where(_of(one).binned_at.is_(None))
        .order_by(_of(one).day.desc(), _of(one).time.desc(), _of(one).written_at.desc())
        .limit(1)
    )
    ids = [found for found in session.scalars(select(newest.scalar_subquery()).select_from(known)) if found]
    wanted = select(Reading).where(_reading.id.in_(ids), _reading.value.is_not(None))
    return sorted(session.scalars(wanted), key=attrgetter("scale"))


def _of(alias: type[Reading]) -> Any:
    """The columns of an alias, as SQL sees them."""
    return alias


def _known_scales() -> CTE:
    """Every scale with a reading, found by jumping along the index: as quick for ten years as for one."""
    known = select(func.min(_reading.scale).label("scale")).cte("known", recursive=True)
    following = select(func.min(_reading.scale)).where(_reading.scale > known.c.scale).scalar_subquery()
    return known.union_all(select(following).where(known.c.scale.is_not(None)))


def last_day(session: Session) -> dt.date | None:
    """The newest day with a reading or a day's answer; None in an empty journal."""
    newest = select(Reading).where(_reading.binned_at.is_(None)).order_by(_reading.day.desc()).limit(1)
    last = select(Day).where(_day.binned_at.is_(None)).order_by(_day.day.desc()).limit(1)
    found = (session.scalars(newest).first(), session.scalars(last).first())
    return max((row.day for row in found if row is not None), default=None)

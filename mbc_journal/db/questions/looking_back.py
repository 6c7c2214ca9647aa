"""How far back the journal reaches."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from mbc_journal.db import tables
from mbc_journal.records import Day, Reading


def first_day(session: Session) -> dt.date | None:
    """The oldest day with a reading or a day's answer; None in an empty journal."""
    reading, day = tables.reading.c, tables.day.c
    oldest = session.scalars(select(Reading).where(reading.binned_at.is_(None)).order_by(reading.day).limit(1)).first()
    first = session.scalars(select(Day).where(day.binned_at.is_(None)).order_by(day.day).limit(1)).first()
    return min((one.day for one in (oldest, first) if one is not None), default=None)

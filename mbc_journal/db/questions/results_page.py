"""What the Results page reads: the newest result of every test in each of its units."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mbc_journal.db import tables
from mbc_journal.records import Answer, Reading

_reading = tables.reading.c


def newest_results(session: Session, scales: Collection[str]) -> list[Reading]:
    """The newest number of each of these scales, one for every unit it was stored in; by scale and unit."""
    newest_first = (_reading.day.desc(), _reading.time.desc(), _reading.written_at.desc(), _reading.id.desc())
    place = func.row_number().over(partition_by=(_reading.scale, _reading.unit), order_by=newest_first)
    ranked = (
        select(_reading.id, place.label("place"))
        .where(_reading.scale.in_(scales), _reading.state == Answer.ANSWERED)
        .where(_reading.value.is_not(None), _reading.binned_at.is_(None))
        .subquery()
    )
    wanted = select(Reading).where(_reading.id.in_(select(ranked.c.id).where(ranked.c.place == 1)))
    return list(session.scalars(wanted.order_by(_reading.scale, _reading.unit)))

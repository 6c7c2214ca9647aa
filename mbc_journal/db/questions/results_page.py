"""What the Results page reads: the newest result of every test in each of its units."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import column, select, table
from sqlalchemy.orm import Session, aliased

from mbc_journal.db import tables
from mbc_journal.records import Answer, Reading

_reading = tables.reading.c
_stored = table("reading", column("scale"), column("unit"), schema="main")
"""The rows as they stand, without a look at their sums: quick, and only to know which units there are."""


def newest_results(session: Session, scales: Collection[str]) -> list[Reading]:
    """The newest number of each of these scales, one for every unit it was stored in; by scale and unit."""
    kinds = select(_stored.c.scale, _stored.c.unit).where(_stored.c.scale.in_(scales)).distinct().cte("kinds")
    one: Any = aliased(Reading)
    newest = (
        select(one.id)
        .where(one.scale == kinds.c.scale, one.unit == kinds.c.unit, one.state == Answer.ANSWERED)
        .where(one.value.is_not(None), one.binned_at.is_(None))
        .order_by(one.day.desc(), one.time.desc(), one.written_at.desc(), one.id.desc())
        .limit(1)
    )
    ids = [found for found in session.scalars(select(newest.scalar_subquery()).select_from(kinds)) if found]
    wanted = select(Reading).where(_reading.id.in_(ids))
    return list(session.scalars(wanted.order_by(_reading.scale, _reading.unit)))

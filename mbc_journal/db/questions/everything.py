"""The whole journal at once: for exports, counts and the bin."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mbc_journal.db.tables import TABLES
from mbc_journal.records import Row


def everything(session: Session) -> list[Row]:
    """Every stored row, the bin included, kind after kind in the order of STORED, each by id."""
    found: list[Row] = []
    for record, table in TABLES.items():
        found.extend(session.scalars(select(record).order_by(table.c.id)))
    return found


def counts(session: Session) -> dict[str, int]:
    """Rows of each record that has any, the bin included, as {"Therapy": 3}."""
    counted = {record.__name__: session.scalar(select(func.count()).select_from(record)) or 0 for record in TABLES}
    return {name: count for name, count in counted.items() if count}


def binned(session: Session) -> list[Row]:
    """Everything in the bin, last thrown away first."""
    found: list[Row] = []
    for record, table in TABLES.items():
        found.extend(session.scalars(select(record).where(table.c.binned_at.is_not(None))))
    return sorted(found, key=lambda row: (row.binned_at, str(row.id)), reverse=True)


def identity(session: Session) -> tuple[str, int]:
    """Which journal this is, and how many acts were ever done in it."""
    journal_id, act_seq = session.connection().exec_driver_sql("SELECT journal_id, act_seq FROM meta").one()
    return journal_id, act_seq

"""What is asked every day costs as much after ten years as after one: it goes along an index."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import settings_page
from mbc_journal.db.sums import row_sum
from mbc_journal.records import Span, Therapy
from tests.db.damage import checked
from tests.db.rows import MONDAY, TUESDAY, fatigue, one_of_each

Asked = Callable[[Session], object]
SPAN = Span(MONDAY - dt.timedelta(days=365), TUESDAY)
DAILY: dict[str, Asked] = {
    "readings": lambda session: questions.readings(session, "fatigue", SPAN.since, SPAN.until),
    "readings_between": lambda session: questions.readings_between(session, SPAN.since, SPAN.until),
    "readings_on": lambda session: questions.readings_on(session, MONDAY),
    "day": lambda session: questions.day(session, MONDAY),
    "days": lambda session: questions.days(session, SPAN.since, SPAN.until),
    "notes_on": lambda session: questions.notes_on(session, MONDAY),
    "first_answered": questions.first_answered,
    "latest_numbers": lambda session: questions.latest_numbers(session, TUESDAY),
    "last_day": questions.last_day,
    "doses_for": lambda session: questions.doses_for(session, [Therapy(name="A")], SPAN),
}


@pytest.mark.parametrize("trusted", [False, True], ids=["before the check", "after it"])
@pytest.mark.parametrize("name", DAILY)
def test_a_daily_question_reads_only_what_it_asks_for(journal: Journal, name: str, trusted: bool) -> None:
    journal.save(*one_of_each())
    if trusted:
        assert checked(journal).sound
    plan = journal.ask(_plan, DAILY[name])
    assert plan
    harmless = ("INDEX", "known", "CONSTANT ROW")  # the last: a sum of one row at hand
    assert [line for line in plan if line.startswith("SCAN") and not any(one in line for one in harmless)] == []


def test_rows_that_a_question_does_not_want_are_never_summed(journal: Journal) -> None:
    kept = [fatigue(MONDAY - dt.timedelta(days=number), 2) for number in range(200)]
    journal.save(*kept)
    journal.bin(kept[0])
    summed: list[int] = []

    def counting(*values: Any) -> int:
        summed.append(1)
        return row_sum(*values)

    def asked(session: Session) -> int:
        raw: Any = session.connection().connection.driver_connection
        raw.create_function("row_sum", -1, counting, deterministic=True)
        return len(settings_page.binned_since(session, dt.datetime(2000, 1, 1, tzinfo=dt.UTC)))

    assert journal.ask(asked) == 1
    assert len(summed) < 20


def _plan(session: Session, asked: Asked) -> list[str]:
    """How SQLite goes about each query of a question; scans of the few scales found before are left out."""
    raw: Any = session.connection().connection.driver_connection
    heard: list[str] = []
    raw.set_trace_callback(heard.append)
    asked(session)
    raw.set_trace_callback(None)
    queries = [sql for sql in heard if sql.lstrip().startswith(("SELECT", "WITH"))]
    return [row[3] for sql in queries for row in raw.execute(f"EXPLAIN QUERY PLAN {sql}")]


def test_a_new_file_is_small(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    assert (tmp_path / "journal.mbcj").stat().st_size < 300_000

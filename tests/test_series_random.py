"""Any journal: panels, table, words and plain SQL agree; a skipped row changes nothing; lines break only at gaps."""

import datetime as dt
import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from mbc_journal import series
from mbc_journal.records import Answer, Day, Reading, Recall
from mbc_journal.series import Missing
from tests.diary_pages import FATIGUE, SINCE, on, span

DAYS = 40
PERIOD = span(DAYS)
WORDS = FATIGUE.words
STATES = st.sampled_from([Answer.SKIPPED, Answer.PREFER_NOT, Answer.NOT_APPLICABLE])
TIMES = st.none() | st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@st.composite
def entries(draw: st.DrawFn) -> Reading:
    """One row on any day of the period or beside it, answered or not, of a day or of a week."""
    day = on(draw(st.integers(-5, DAYS + 5)))
    period = draw(st.sampled_from([Recall.TODAY, Recall.TODAY, Recall.TODAY, Recall.WEEK]))
    level = draw(st.none() | st.integers(0, 4))
    state = Answer.ANSWERED if level is not None else draw(STATES)
    scale = draw(st.sampled_from([FATIGUE.id, FATIGUE.id, "nausea"]))
    return Reading(scale=scale, day=day, time=draw(TIMES), level=level, state=state, period=period)


JOURNALS = st.lists(entries(), max_size=60)
UNWELL = st.sets(st.integers(0, DAYS - 1), max_size=8).map(
    lambda numbers: [Day(day=on(number), too_unwell=True) for number in sorted(numbers)]
)


def plain_sql(rows: list[Reading]) -> dict[dt.date, int]:
    """The value of each day, asked of a table of rows and nothing else."""
    database = dbapi2.connect(":memory:")
    database.execute("CREATE TABLE reading (scale TEXT, day TEXT, level INTEGER, state TEXT, period TEXT)")
    database.executemany(
        "INSERT INTO reading VALUES (?, ?, ?, ?, ?)",
        [(row.scale, row.day.isoformat(), row.level, row.state.value, row.period.value) for row in rows],
    )
    found = database.execute(
        "SELECT day, max(level) FROM reading WHERE scale = ? AND state = 'answered' AND period = 'today'"
        " AND day BETWEEN ? AND ? GROUP BY day",
        (FATIGUE.id, PERIOD.since.isoformat(), PERIOD.until.isoformat()),
    ).fetchall()
    database.close()
    return {dt.date.fromisoformat(day): level for day, level in found}


@given(rows=JOURNALS, unwell=UNWELL)
def test_panels_table_words_and_plain_sql_say_the_same(rows: list[Reading], unwell: list[Day]) -> None:
    wanted = plain_sql(rows)
    found = series.by_day(rows, unwell, FATIGUE, PERIOD)
    picture = series.drawn(found)
    assert {dt.date.fromordinal(mark.x): int(mark.point.value) for mark in picture.marks} == wanted
    table: dict[dt.date, int] = {}
    for row in series.table(found):
        if row.state is None and not row.about_week:
            table[row.day] = max(table.get(row.day, 0), WORDS.index(row.word))
    assert table == wanted
    said = re.search(r"Logged on (\d+) of (\d+) days(?:; (\d+) more)?", series.words(found))
    assert said is not None
    unwell_days = {day.day for day in unwell} - set(wanted)
    assert (int(said[1]), int(said[2]), int(said[3] or 0)) == (len(wanted), DAYS, len(unwell_days))
    assert {dt.date.fromordinal(x) for x in picture.too_unwell} == unwell_days
    if wanted:
        severe = sum(level >= 3 for level in wanted.values())
        assert f"Severe or worse on {severe} of {len(wanted)} logged days." in series.words(found)
        worst = max(wanted.values())
        day = max(one for one, level in wanted.items() if level == worst)
        assert series.headline(picture).startswith(f"worst {WORDS[worst]} {day.day} ")


@given(rows=JOURNALS, unwell=UNWELL, number=st.integers(0, DAYS - 1), at=TIMES)
def test_a_skipped_row_more_changes_nothing_that_is_said_or_drawn(
    rows: list[Reading], unwell: list[Day], number: int, at: dt.time | None
) -> None:
    skipped = Reading(scale=FATIGUE.id, day=on(number), time=at, state=Answer.SKIPPED)
    before = series.drawn(series.by_day(rows, unwell, FATIGUE, PERIOD))
    after = series.drawn(series.by_day([*rows, skipped], unwell, FATIGUE, PERIOD))
    assert (after.runs, after.too_unwell, after.weekly) == (before.runs, before.too_unwell, before.weekly)
    assert series.words(after.series) == series.words(before.series)
    assert series.logged([*rows, skipped], unwell, PERIOD) == series.logged(rows, unwell, PERIOD)


@given(rows=JOURNALS, rhythm=st.sampled_from([1, 3, 7]))
def test_a_line_breaks_exactly_where_two_days_are_further_apart_than_the_rhythm_allows(
    rows: list[Reading], rhythm: int
) -> None:
    picture = series.drawn(series.by_day(rows, [], FATIGUE, PERIOD, rhythm))
    allowed = (3 * rhythm) // 2
    for run in picture.runs:
        assert all(later.x - earlier.x <= allowed for earlier, later in pairwise(run))
    for earlier, later in pairwise(picture.runs):
        assert later[0].x - earlier[-1].x > allowed


@given(rows=JOURNALS, unwell=UNWELL)
def test_every_day_has_one_state_and_the_walk_passes_every_point_and_every_gap(
    rows: list[Reading], unwell: list[Day]
) -> None:
    picture = series.drawn(series.by_day(rows, unwell, FATIGUE, PERIOD))
    states = [picture.series.why_missing(on(number)) for number in range(DAYS)]
    assert states.count(None) == picture.series.logged
    walk = series.stops(picture)
    assert tuple(stop.mark for stop in walk if stop.mark) == picture.marks
    gaps = [stop for stop in walk if stop.mark is None]
    assert all(picture.series.why_missing(stop.day) is not None for stop in gaps)
    assert all(
        stop.words.startswith(series.state(picture.series.why_missing(stop.day) or Missing.NOT_ASKED)) for stop in gaps
    )
    assert [stop.day for stop in walk] == sorted(stop.day for stop in walk)


@given(rows=JOURNALS, unwell=UNWELL, starts=st.integers(0, 6))
def test_weeks_and_months_hold_every_day_once(rows: list[Reading], unwell: list[Day], starts: int) -> None:
    found = series.by_day(rows, unwell, FATIGUE, PERIOD)
    for blocks in (series.weeks(found, starts), series.months(found)):
        assert sum(block.span.days for block in blocks) == DAYS
        assert sum(block.logged for block in blocks) == found.logged
        worst = [int(block.worst.value) for block in blocks if block.worst]
        assert max(worst, default=None) == (int(found.worst.value) if found.worst else None)


@given(rows=JOURNALS)
def test_the_order_of_the_rows_does_not_matter(rows: list[Reading]) -> None:
    one, other = (series.by_day(some, [], FATIGUE, PERIOD) for some in (rows, rows[::-1]))
    assert series.words(one) == series.words(other)
    assert [entry.id for entry in one.entries] == [entry.id for entry in other.entries]


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "UTC"])
def test_another_time_zone_changes_nothing(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Reading(scale=FATIGUE.id, day=SINCE, time=dt.time(23, 59), level=3, utc_offset="+01:00")]
    wanted = series.words(series.by_day(rows, [], FATIGUE, PERIOD))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert series.words(series.by_day(rows, [], FATIGUE, PERIOD)) == wanted
    monkeypatch.undo()
    time.tzset()

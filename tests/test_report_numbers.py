"""Every number on the Visit Brief is asked again of the file, in plain SQL, and must be the same."""

import datetime as dt
import os
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from mbc_journal import demo, report, wording
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal, create
from mbc_journal.records import (
    Snapshot,
)
from tests.report_journals import SCALES
from tests.report_random import CLOCK, SYMPTOMS, TODAY, random_journal

LEVELS = ("None", "Mild", "Moderate", "Severe", "Very severe")
SWEEP = bool(os.environ.get("JOURNAL_SWEEP"))  # all 200 random journals and 20 made-up ones: some minutes
OUTCOMES = ("New", "Worse", "No comparison", "Better", "Gone", "Same")


@dataclass(frozen=True)
class Judge:
    """The same file, read without a line of ours."""

    file: Any
    since: dt.date
    until: dt.date

    @property
    def before(self) -> "Judge":
        days = dt.timedelta(days=(self.until - self.since).days + 1)
        return Judge(self.file, self.since - days, self.until - days)

    def one(self, sql: str, *values: object) -> Any:
        found = self.file.execute(sql, values).fetchone()
        return found[0] if found else None

    def all(self, sql: str, *values: object) -> list[Any]:
        return list(self.file.execute(sql, values).fetchall())

    @property
    def span(self) -> tuple[str, str]:
        return self.since.isoformat(), self.until.isoformat()

    @property
    def logged_days(self) -> set[str]:
        rows = self.all(
            "SELECT day FROM reading WHERE state = 'answered' AND binned_at IS NULL AND day BETWEEN ? AND ? UNION"
            " SELECT day FROM day WHERE how_hard IS NOT NULL AND binned_at IS NULL AND day BETWEEN ? AND ?",
            *self.span, *self.span,
        )  # fmt: skip
        return {row[0] for row in rows}

    @property
    def answered_today(self) -> int:
        """Answers about the day itself of a symptom."""
        return int(
            self.one(
                "SELECT count(*) FROM reading WHERE state = 'answered' AND period = 'today' AND level IS NOT NULL"
                " AND binned_at IS NULL AND day BETWEEN ? AND ?",
                *self.span,
            )
        )

    @property
    def unwell_days(self) -> int:
        rows = self.all(
            "SELECT day FROM day WHERE too_unwell = 1 AND binned_at IS NULL AND day BETWEEN ? AND ?", *self.span
        )
        return len({row[0] for row in rows} - self.logged_days)

    def of(self, scale: str) -> tuple[int, int | None, int, int]:
        """Days logged, worst level, days affected, days severe."""
        worst_of_days = (
            "SELECT max(level) AS worst FROM reading WHERE scale = ? AND state = 'answered' AND period = 'today'"
            " AND binned_at IS NULL AND day BETWEEN ? AND ? GROUP BY day"
        )
        sums = f"SELECT count(*), max(worst), sum(worst >= 1), sum(worst >= 3) FROM ({worst_of_days})"
        count, worst, affected, severe = self.all(sums, scale, *self.span)[0]
        return count, worst, affected or 0, severe or 0

    def first_answer(self, scale: str) -> str | None:
        found = self.one(
            "SELECT min(day) FROM reading WHERE scale = ? AND state = 'answered' AND binned_at IS NULL", scale
        )
        return str(found) if found else None


def outcome(judge: Judge, scale: str) -> str:
    """The first row of the table of comparisons that fits; "" for what is not listed."""
    (days_a, worst_a, hit_a, _sa), (days_b, worst_b, hit_b, _sb) = judge.before.of(scale), judge.of(scale)
    if days_b == 0 or worst_b is None:
        return ""
    first = judge.first_answer(scale)
    if first is not None and first >= judge.since.isoformat():
        return "New" if worst_b >= 1 else ""
    if days_a < 3 or days_b < 3 or worst_a is None or (judge.until - judge.since).days + 1 < 7:
        return "No comparison" if worst_b >= 2 else ""
    if worst_a == 0 or worst_b == 0:
        return "" if worst_a == worst_b else "New" if worst_a == 0 else "Gone"
    if worst_a != worst_b:
        return "Worse" if worst_b > worst_a else "Better"
    more = 4 * (hit_b * days_a - hit_a * days_b)
    return "Worse" if more >= days_a * days_b else "Better" if more <= -days_a * days_b else "Same"


def printed(path: Path, today: dt.date) -> tuple[Snapshot, list[str]]:
    journal = Journal(path, CLOCK)
    try:
        shot = journal.ask(questions.snapshot, today)
    finally:
        journal.close()
    options = report.Options(scales=SCALES, large=True)
    return shot, report.render("brief", shot, options, today).text.splitlines()


def made(folder: Path, seed: int) -> Path:
    path = folder / "random.mbcj"
    rows, binned = random_journal(seed)
    create(path, CLOCK, *rows)
    journal = Journal(path, CLOCK)
    journal.bin(*binned)
    journal.close()
    return path


def judged(path: Path, shot: Snapshot) -> Judge:
    return Judge(sqlcipher3.connect(str(path)), shot.span.since, shot.span.until)


def name(scale: str) -> str:
    return SCALES.get(scale).label


@pytest.mark.parametrize("seed", range(200 if SWEEP else 12))
def test_all_numbers_of_a_random_journal_are_those_of_the_file(seed: int, tmp_path: Path) -> None:
    path = made(tmp_path, seed)
    shot, lines = printed(path, TODAY)
    judge = judged(path, shot)
    expect_period(judge, lines)
    expect_symptoms(judge, lines)
    expect_weeks(judge, lines)
    expect_doses(judge, lines)
    expect_measured(judge, lines)
    expect_clinic(judge, lines, str(shot.visit.id) if shot.visit else "")
    judge.file.close()


def expect_period(judge: Judge, lines: list[str]) -> None:
    days = (judge.until - judge.since).days + 1
    logged = f"Logged on {len(judge.logged_days)} of {_days(days)}"
    unwell = judge.unwell_days
    more = f"; {unwell} more day{'s' * (unwell != 1)} I was too unwell to log" if unwell else ""
    assert f"{wording.period(judge.since, judge.until)}. {logged}{more}." in lines
    before = judge.before
    earlier = wording.period(before.since, before.until, year=False)
    logged_before = len(before.logged_days)
    if not judge.answered_today:
        return
    many = f"the {days} days" if days > 1 else "the day"
    nothing = f"Nothing was logged {'in' if days > 1 else 'on'} {many} before it ({earlier})."
    compared = f"Compared with {many} before it ({earlier}, logged on {logged_before})."
    assert (compared if logged_before else nothing) in lines


def _days(count: int) -> str:
    return f"{count} day{'s' * (count != 1)}"


def expect_symptoms(judge: Judge, lines: list[str]) -> None:
    rows = [line for line in lines if line.startswith("Change: ")]
    found = {scale: outcome(judge, scale) for scale in SYMPTOMS}
    expected = [_row(judge, scale, word) for scale, word in found.items() if word not in ("", "Same")]
    assert sorted(rows) == sorted(expected)
    words = [row.removeprefix("Change: ").split(" (first")[0].split(";")[0] for row in rows]
    assert words == sorted(words, key=OUTCOMES.index)
    same = [line for line in lines if line.startswith("About the same: ")]
    for scale in (scale for scale, word in found.items() if word == "Same"):
        days, worst, affected, _severe = judge.of(scale)
        label = name(scale) if scale.startswith("other:") else name(scale).lower()
        assert f"{label} (worst {LEVELS[worst or 0]}, {affected} of {days}" in same[0] or same[0].endswith("…")


def expect_weeks(judge: Judge, lines: list[str]) -> None:
    found = judge.all(
        "SELECT scale, count(DISTINCT day), max(level) FROM reading WHERE state = 'answered' AND period = 'week'"
        " AND binned_at IS NULL AND day BETWEEN ? AND ? GROUP BY scale HAVING max(level) >= 1",
        *judge.span,
    )
    said = next((line for line in lines if line.startswith("About whole weeks: ")), "")
    assert bool(said) == bool(found)
    for scale, count, worst in found:
        label = name(scale) if scale.startswith("other:") else name(scale)[0].lower() + name(scale)[1:]
        answers = f"{count} answer{'s' * (count != 1)}"
        assert f"{label} ({answers}, worst {LEVELS[worst]})" in said or said.endswith("…")


def _row(judge: Judge, scale: str, word: str) -> str:
    (days_a, worst_a, _hit, _s), (days, worst, affected, severe) = judge.before.of(scale), judge.of(scale)
    first = judge.first_answer(scale)
    new = " (first logged)" if word == "New" and first and first >= judge.since.isoformat() else ""
    before = LEVELS[worst_a] if days_a and worst_a is not None else "not logged"
    return (
        f"Change: {word}{new}; Symptom: {name(scale)}; Worst now: {LEVELS[worst or 0]}; Worst before: {before};"
        f" Days affected: {affected} of {days}; Days severe: {severe}"
    )


def expect_doses(judge: Judge, lines: list[str]) -> None:
    sql = "SELECT state, count(*) FROM dose WHERE binned_at IS NULL AND planned_day BETWEEN ? AND ? GROUP BY state"
    count = dict(judge.all(sql, *judge.span))
    outside = judge.one(
        "SELECT count(*) FROM dose WHERE binned_at IS NULL AND planned_day IS NULL"
        " AND substr(at, 1, 10) BETWEEN ? AND ?",
        *judge.span,
    )
    taken = count.get("taken", 0) + count.get("late", 0)
    of = taken + count.get("skipped", 0) + count.get("missed", 0)
    late = f" ({count['late']} late)" if count.get("late") else ""
    parts = [f"taken {taken} of {of}{late}"] if of else []
    parts += [f"{count[state]} {state}" for state in ("missed", "skipped", "held") if count.get(state)]
    parts += [f"{outside} outside the plan"] if outside else []
    found = [line for line in lines if line.startswith("Capecitabine doses: ")]
    assert found == ([f"Capecitabine doses: {', '.join(parts)}."] if parts else [])


def expect_measured(judge: Judge, lines: list[str]) -> None:
    where = "FROM reading WHERE scale = ? AND state = 'answered' AND binned_at IS NULL AND day BETWEEN ? AND ?"
    values = judge.all(f"SELECT value_as_entered, day {where}", "temperature", *judge.span)
    if values:
        value, on = max(values, key=lambda row: (Decimal(row[0]), row[1]))
        readings = f"{len(values)} reading{'s' * (len(values) != 1)}"
        assert f"Temperature: highest {value} °C on {_short(on, judge)} ({readings})." in lines
    weights = judge.all(f"SELECT value_as_entered, day {where} ORDER BY day", "weight", *judge.span)
    said = [f"{value} kg on {_short(on, judge)}" for value, on in weights]
    if said:
        assert f"Weight: {', '.join(dict.fromkeys((said[0], said[-1])))}." in lines


def expect_clinic(judge: Judge, lines: list[str], coming: str) -> None:
    visits = judge.all(
        "SELECT day, hours_away FROM visit WHERE binned_at IS NULL AND day BETWEEN ? AND ? AND id <> ?",
        *judge.span,
        coming,
    )
    found = [line for line in lines if line.startswith("At a clinic on ")]
    days = (judge.until - judge.since).days + 1
    if not visits:
        assert found == []
        return
    hours = [Decimal(row[1]) for row in visits if row[1] is not None]
    total = f"{sum(hours, Decimal(0)).normalize():f}"
    said = f"At a clinic on {len({row[0] for row in visits})} of {_days(days)}"
    known = "" if len(hours) == len(visits) else f" for {len(hours)} of {len(visits)} visits"
    assert found == [f"{said} ({total} hours{known})." if hours else f"{said}."]


def _short(on: str, judge: Judge) -> str:
    one = dt.date.fromisoformat(on)
    return wording.day_short(one) if judge.since.year == judge.until.year else wording.day(one)


@pytest.mark.parametrize("seed", range(1, 21) if SWEEP else (1, 2, 3))
def test_the_brief_of_a_demo_journal_is_one_page_and_its_numbers_are_those_of_the_file(
    seed: int, tmp_path: Path
) -> None:
    path = tmp_path / "demo.mbcj"
    create(path, CLOCK, *demo.make(seed, TODAY))
    shot, lines = printed(path, TODAY)
    judge = judged(path, shot)
    rows = [line for line in lines if line.startswith("Change: ")]
    assert rows
    for row in rows:
        cells = dict(cell.split(": ", 1) for cell in row.split("; "))
        scale = next(scale for scale in SCALES if scale.label == cells["Symptom"])
        if scale.kind == "level":
            assert row == _row(judge, scale.id, cells["Change"].removesuffix(" (first logged)"))
    for paper in ("a4", "letter"):
        options = report.Options(scales=SCALES, paper=paper, include_charts=SWEEP or seed == 1)
        page = report.render("brief", shot, options, TODAY)
        assert (page.pages, page.remark) == (1, "")
    judge.file.close()

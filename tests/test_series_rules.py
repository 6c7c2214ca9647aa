"""Sentences of the chart design that no other test states: shares, weeks, gaps, comparators and what is said aloud."""

import datetime as dt
from decimal import Decimal

import pytest

from mbc_journal import series
from mbc_journal.records import Answer, Day, Reading, Span
from mbc_journal.scales import other_id
from mbc_journal.series import Grain, Missing, Outcome, Series, Side
from tests.diary_pages import (
    FATIGUE,
    SCALES,
    SINCE,
    about_week,
    level,
    measured,
    on,
    span,
    unanswered,
    unwell,
    written,
)

STOOLS, FEVER, CEA = SCALES.get("loose-stools"), SCALES.get("fever"), SCALES.get("cea")


def diary(text: str, days: int | None = None, *, rhythm: int = 1) -> Series:
    return series.by_day(written(text), [], FATIGUE, span(days or len(text)), rhythm)


def counted(*values: int) -> Series:
    rows = [Reading(scale=STOOLS.id, day=on(at), value=Decimal(one), unit=STOOLS.unit) for at, one in enumerate(values)]
    return series.by_day(rows, [], STOOLS, span(len(values)))


@pytest.mark.parametrize(
    ("text", "logged", "affected", "moderate", "severe"),
    [("0000000", 7, 0, 0, 0), ("01234", 5, 4, 3, 2), ("4", 1, 1, 1, 1), ("s-p-n", 0, 0, 0, 0), ("1s1", 2, 2, 0, 0)],
)
def test_shares_are_of_logged_days_and_never_of_the_period(
    text: str, logged: int, affected: int, moderate: int, severe: int
) -> None:
    found = diary(text, 28)
    assert (found.logged, found.affected, found.moderate, found.severe) == (logged, affected, moderate, severe)
    assert found.days == 28


def test_a_count_affects_a_day_from_one_on_and_has_no_levels() -> None:
    found = counted(0, 1, 5, 0)
    assert (found.logged, found.affected, found.moderate, found.severe) == (4, 2, 0, 0)


def test_yes_affects_a_day_and_no_is_an_answer_too() -> None:
    rows = [Reading(scale=FEVER.id, day=on(at), value=Decimal(one)) for at, one in enumerate((0, 1, 0))]
    found = series.by_day(rows, [], FEVER, span(7))
    assert (found.logged, found.affected) == (3, 1)


@pytest.mark.parametrize(
    ("states", "why"),
    [
        ((Answer.SKIPPED, Answer.PREFER_NOT), Missing.PREFER_NOT),
        ((Answer.SKIPPED, Answer.NOT_APPLICABLE), Missing.NOT_APPLICABLE),
        ((Answer.NOT_APPLICABLE, Answer.PREFER_NOT), Missing.PREFER_NOT), ((Answer.SKIPPED,), Missing.SKIPPED),
        ((), Missing.NOT_ASKED),
    ],
)  # fmt: skip
def test_the_stronger_reason_of_a_day_without_value_wins(states: tuple[Answer, ...], why: Missing) -> None:
    rows = [unanswered(SINCE, state) for state in states]
    assert series.by_day(rows, [], FATIGUE, span(1)).why_missing(SINCE) is why
    assert series.by_day(list(reversed(rows)), [], FATIGUE, span(1)).why_missing(SINCE) is why


def test_too_unwell_wins_over_every_reason_and_counts_as_no_logged_day() -> None:
    found = series.by_day([unanswered(SINCE, Answer.PREFER_NOT)], unwell(0), FATIGUE, span(3))
    assert found.why_missing(SINCE) is Missing.TOO_UNWELL
    assert (found.logged, found.too_unwell) == (0, (SINCE,))


@pytest.mark.parametrize(
    ("scale", "values", "day_value"),
    [("temperature", ("37.0", "38.4", "37.9"), "38.4"), ("oxygen", ("97", "91", "95"), "91"),
     ("pulse", ("70", "95", "80"), "95"), ("weight", ("61.0", "60.2", "60.8"), "60.8")],
)  # fmt: skip
def test_the_value_of_a_day_is_what_its_scale_says(scale: str, values: tuple[str, ...], day_value: str) -> None:
    known = SCALES.get(scale)
    rows = [measured(SINCE, value, known) for value in values]
    for hour, row in enumerate(rows):
        row.time = dt.time(8 + hour)
    found = series.by_day(rows, [], known, span(1))
    assert [str(point.value) for point in found.points] == [day_value]


def test_blood_pressure_and_markers_show_every_result_of_a_day() -> None:
    for scale in ("bp-systolic", "bp-diastolic", "ca-15-3", "hemoglobin"):
        known = SCALES.get(scale)
        rows = [measured(SINCE, value, known) for value in ("90", "80")]
        assert len(series.by_day(rows, [], known, span(1)).points) == 2, scale


def test_a_day_outside_the_period_another_scale_and_another_recall_are_left_out() -> None:
    rows = [
        level(on(-1), 4),
        level(on(7), 4),
        level(on(1), 4, SCALES.get("nausea")),
        about_week(on(2), 4),
        level(on(3), 1),
    ]
    found = series.by_day(rows, [], FATIGUE, span(7))
    assert [int(point.value) for point in found.points] == [1]
    assert [int(point.value) for point in found.weekly] == [4]


def test_an_answer_of_the_week_is_in_no_worst_share_or_logged_day() -> None:
    found = series.by_day([about_week(on(6), 4), level(on(6), 1)], [], FATIGUE, span(7))
    assert found.worst is not None
    assert (int(found.worst.value), found.logged, found.severe) == (1, 1, 0)
    worst_week = series.worst_week(found)
    assert worst_week is not None
    assert int(worst_week.value) == 4


@pytest.mark.parametrize(("rhythm", "joins", "breaks"), [(1, 1, 2), (3, 4, 5), (7, 10, 11), (84, 126, 127)])
def test_two_days_are_joined_up_to_half_as_far_again_as_the_rhythm(rhythm: int, joins: int, breaks: int) -> None:
    assert series.joined(100, 100 + joins, rhythm)
    assert not series.joined(100, 100 + breaks, rhythm)


@pytest.mark.parametrize(("rhythm", "days"), [("", 1), ("daily", 1), ("some_days", 3), ("weekly", 7), ("odd", 1)])
def test_each_rhythm_of_a_person_is_so_many_days(rhythm: str, days: int) -> None:
    assert series.rhythm_days(rhythm) == days


def test_no_line_is_drawn_over_days_that_nobody_answered() -> None:
    drawn = series.drawn(diary("1-3"))
    assert [len(run) for run in drawn.runs] == [1, 1]
    assert [mark.x - SINCE.toordinal() for mark in drawn.marks] == [0, 2]


def test_a_slower_rhythm_of_the_person_joins_what_a_daily_one_breaks() -> None:
    assert [len(run) for run in series.drawn(diary("1--3")).runs] == [1, 1]
    assert [len(run) for run in series.drawn(diary("1--3", rhythm=3)).runs] == [2]


def test_a_result_with_a_limit_is_latest_but_never_lowest_or_highest() -> None:
    rows = [
        measured(on(0), "3.1", CEA),
        measured(on(1), "0.5", CEA, comparator="<"),
        measured(on(2), "9", CEA, comparator=">"),
    ]
    found = series.by_day(rows, [], CEA, span(7))
    assert (found.highest, found.lowest) == (found.points[0], found.points[0])
    assert found.latest == found.points[2]
    assert len(found.points) == 3


def test_only_limits_have_no_worst() -> None:
    found = series.by_day([measured(on(0), "0.5", CEA, comparator="<")], [], CEA, span(7))
    assert (found.worst, found.lowest) == (None, None)
    assert "below 0.5" in series.words(found)


def test_worst_is_its_last_day_and_latest_its_newest() -> None:
    found = diary("3-3-1")
    assert found.worst is not None
    assert found.latest is not None
    assert (found.worst.day, found.latest.day) == (on(2), on(4))


def test_the_sentence_of_the_design_word_for_word() -> None:
    text = "1112132s0223121021-2-"
    found = series.by_day(written(text), [], FATIGUE, span(21))
    said = series.words(found)
    assert said.startswith("Tiredness, 3 to 23 Nov 2026. Worst: Severe, ")
    assert f"Logged on {found.logged} of 21 days." in said
    assert f"Severe or worse on {found.severe} of {found.logged} logged days." in said


def test_days_too_unwell_are_said_apart() -> None:
    found = series.by_day(written("11-1"), unwell(2, 5), FATIGUE, span(7))
    assert "Logged on 3 of 7 days; 2 more days too unwell." in series.words(found)


def test_the_period_before_is_said_with_its_worst_and_its_days() -> None:
    before = series.by_day(written("0110", since=on(-7)), [], FATIGUE, span(7).before)
    assert "Before (27 Oct to 2 Nov): worst Mild, 2 of 4 days affected." in series.words(diary("1111111"), before)
    nothing = series.by_day([], [], FATIGUE, span(7).before)
    assert "Before (27 Oct to 2 Nov): not logged." in series.words(diary("1"), nothing)


@pytest.mark.parametrize(
    ("days", "grain"),
    [(1, Grain.DAY), (120, Grain.DAY), (121, Grain.WEEK), (1098, Grain.WEEK), (1099, Grain.MONTH)],
)
def test_long_ranges_change_what_a_point_stands_for(days: int, grain: Grain) -> None:
    assert series.grain(span(days)) is grain


def test_a_week_of_few_days_says_of_how_many_and_its_marker_is_hollow() -> None:
    (week,) = series.weeks(diary("1-3----"), week_starts=SINCE.weekday())
    assert week.thin
    assert series.block_words(diary("1-3----"), week) == "worst this week: Severe (2 of 7 days)"
    (more,) = series.weeks(diary("123----"), week_starts=SINCE.weekday())
    assert not more.thin


def test_a_cut_week_says_its_own_length() -> None:
    found = diary("1234")
    first, *_rest = series.weeks(found, week_starts=(SINCE.weekday() + 4) % 7)
    assert first.span.days == 4
    assert series.block_words(found, first).endswith("(4 of 4 days)")


def test_a_part_of_a_series_is_a_series_of_those_days() -> None:
    whole = diary("01234", 14)
    inside = series.part(whole, Span(on(1), on(2)))
    assert (inside.days, inside.logged, [int(point.value) for point in inside.points]) == (2, 2, [1, 2])


def test_a_value_of_ones_own_in_another_unit_is_a_line_of_its_own() -> None:
    zinc = SCALES.get(other_id("Zinc", "umol/L"))
    rows = [measured(on(0), "12", zinc), measured(on(1), "80", zinc, "ug/dL")]
    assert series.units(rows, zinc) == ("umol/L", "ug/dL")
    assert [len(one.points) for one in series.all_units(rows, [], zinc, span(7))] == [1, 1]


def test_how_hard_a_day_was_has_a_word_and_a_day_too_unwell_none() -> None:
    hard = SCALES.get(series.HOW_HARD)
    days = [Day(day=on(0), how_hard=3), Day(day=on(1), too_unwell=True), Day(day=on(2))]
    found = series.by_day([], days, hard, span(3))
    assert [series.value(found, point) for point in found.points] == [hard.words[3]]
    assert found.too_unwell == (on(1),)
    assert found.why_missing(on(2)) is Missing.NOT_ASKED


def side(logged: int, worst: int | None, affected: int) -> Side:
    return Side(logged, None if worst is None else Decimal(worst), affected)


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ((20, 2, 6), (20, 2, 11), Outcome.WORSE), ((20, 2, 11), (20, 2, 6), Outcome.BETTER),
        ((10, 2, 5), (20, 2, 10), Outcome.SAME), ((3, 1, 1), (3, 1, 2), Outcome.WORSE),
        ((3, 1, 3), (3, 1, 3), Outcome.SAME), ((3, 0, 0), (3, 1, 1), Outcome.NEW), ((3, 4, 3), (3, 0, 0), Outcome.GONE),
        ((2, 4, 2), (20, 1, 20), Outcome.NOT_LISTED), ((20, 1, 20), (2, 2, 2), Outcome.NO_COMPARISON),
        ((20, 4, 20), (0, None, 0), Outcome.NOT_LOGGED),
    ],
)  # fmt: skip
def test_more_worked_comparisons(
    before: tuple[int, int | None, int], now: tuple[int, int | None, int], found: Outcome
) -> None:
    assert series.outcome(side(*before), side(*now), days=21) is found


def test_swapping_two_periods_swaps_worse_and_better() -> None:
    for worst, other in ((1, 3), (2, 2), (4, 2)):
        there = series.outcome(side(20, worst, 4), side(20, other, 16), days=21)
        back = series.outcome(side(20, other, 16), side(20, worst, 4), days=21)
        swapped = {Outcome.WORSE: Outcome.BETTER, Outcome.BETTER: Outcome.WORSE, Outcome.SAME: Outcome.SAME}
        assert back is swapped[there]


def test_a_walk_along_a_line_says_each_point_and_each_gap_once() -> None:
    said = [stop.words for stop in series.stops(series.drawn(diary("12--3")))]
    assert len(said) == 4
    assert said[0] == "3 Nov, Tiredness: Mild"
    assert said[2] == "no entry 5 to 6 Nov"


def test_the_answer_of_the_week_stands_over_its_seven_days_inside_the_period() -> None:
    drawn = series.drawn(series.by_day([about_week(on(2), 3)], [], FATIGUE, span(7)))
    (bar,) = drawn.weekly
    assert (bar.x, bar.until) == (SINCE.toordinal(), on(2).toordinal())
    assert drawn.runs == ()

"""What a day asks and what a touch writes, which days a period means, and how visits and questions are kept."""

import datetime as dt
import itertools
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from mbc_journal import check_in, visits
from mbc_journal.check_in import Pen, Sheet
from mbc_journal.periods import Known, Period, offered, span_of
from mbc_journal.problems import NotAllowed
from mbc_journal.records import (
    Answer,
    Comparison,
    Day,
    Note,
    NoteKind,
    PartialDate,
    PlanRule,
    Profile,
    Question,
    Reading,
    Recall,
    Span,
    Visit,
)
from mbc_journal.scales import Entry, Kind, Scales, other_id

TODAY = dt.date(2026, 3, 4)
PEN = Pen("+01:00")
NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)


def sheet(scales: Scales, *answers: Reading, period: Recall = Recall.TODAY, **more: Any) -> Sheet:
    return Sheet(TODAY, scales.starters(), period, check_in.latest(answers, period), **more)


def said(scale: str, level: int | None = None, **more: Any) -> Reading:
    return Reading(scale=scale, day=TODAY, level=level, **more)


def test_the_starter_rows_are_asked_until_she_chooses_her_own(scales: Scales) -> None:
    starters = [one.id for one in scales.starters()]
    assert [one.id for one in check_in.rows(Profile(), scales)] == starters
    assert [one.id for one in check_in.rows(Profile(rows=("weight",)), scales)] == ["weight"]
    assert starters[0] not in [one.id for one in check_in.rows(Profile(hidden=(starters[0],)), scales)]


def test_a_row_of_a_scale_that_is_no_longer_known_is_still_asked(scales: Scales) -> None:
    (row,) = check_in.rows(Profile(rows=("a-scale-of-a-newer-version",)), scales)
    assert row.label == "a-scale-of-a-newer-version"


@pytest.mark.parametrize(
    ("rhythm", "period", "back"),
    [("", Recall.TODAY, 1), ("daily", Recall.TODAY, 1), ("some_days", Recall.TODAY, 1), ("weekly", Recall.WEEK, 7)],
)
def test_who_answers_by_the_week_is_asked_of_the_week(rhythm: str, period: Recall, back: int) -> None:
    assert check_in.recall(Profile(rhythm=rhythm)) is period
    assert check_in.step_back(period).days == back


def test_all_four_states_of_an_answer_leave_the_row_no_longer_empty(scales: Scales) -> None:
    for state in Answer:
        row = said("fatigue", 1 if state is Answer.ANSWERED else None, state=state)
        assert "fatigue" not in [one.id for one in sheet(scales, row).empty_rows]


def test_the_rest_is_none_fills_only_empty_levels_of_today(scales: Scales) -> None:
    asked = replace(
        sheet(scales, said("fatigue", 2)), rows=tuple(map(scales.get, ("fatigue", "pain", "weight", "fever")))
    )
    assert [one.id for one in asked.none_rows] == ["pain"]
    assert all(one.kind is Kind.LEVEL for one in asked.none_rows)


def test_same_as_yesterday_repeats_text_unit_and_sign_as_they_were_typed(scales: Scales) -> None:
    cea = scales.get("cea")
    entry = cea.check("< 0,5")
    old = check_in.answer(sheet(scales), cea, entry, PEN)
    again = check_in.repeated(sheet(scales, before={"cea": old}), cea, Pen("-03:00", "Ada"))
    assert (again.value, again.unit, again.comparator, again.value_as_entered) == (
        Decimal("0.5"), cea.unit, "<", "< 0,5",
    )  # fmt: skip
    assert (again.id != old.id, again.utc_offset, again.written_by) == (True, "-03:00", "Ada")


def test_there_is_nothing_to_repeat_where_yesterday_was_not_answered(scales: Scales) -> None:
    with pytest.raises(KeyError):
        check_in.repeated(sheet(scales), scales.get("fatigue"), PEN)
    assert sheet(scales).repeatable == ()


def test_an_answer_can_follow_every_state_and_keeps_its_row(scales: Scales) -> None:
    fatigue = scales.get("fatigue")
    for before, after in itertools.permutations(Answer, 2):
        first = said("fatigue", 1 if before is Answer.ANSWERED else None, state=before, note="kept")
        found = sheet(scales, first)
        if after is Answer.ANSWERED:
            changed = check_in.answer(found, fatigue, Entry(level=4), PEN)
        else:
            changed = check_in.without_answer(found, fatigue, after, PEN)
        assert (changed.id, changed.state, changed.note) == (first.id, after, "kept")
        assert (changed.level is None) is (after is not Answer.ANSWERED)


def test_a_day_without_any_answer_may_go(scales: Scales) -> None:
    day = check_in.hard_day(sheet(scales), 3)
    assert (day.how_hard, check_in.says_nothing(day)) == (3, False)
    again = sheet(scales, mark=day)
    assert check_in.says_nothing(check_in.hard_day(again, None))
    assert check_in.unwell_day(again, True).how_hard == 3
    assert not check_in.says_nothing(Day(day=TODAY, how_hard=0))


def test_todays_line_never_touches_a_note_that_is_more_than_a_line() -> None:
    plain = Note(text="plain", written_at=NOON)
    for other in (
        Note(text="x", private=True), Note(text="x", tags=("a",)), Note(text="x", strategy="walk"),
        Note(text="x", kind=NoteKind.GOOD), Note(text="x", kind=NoteKind.HARD),
    ):  # fmt: skip
        later = replace(other, written_at=NOON + dt.timedelta(hours=1))
        assert check_in.note_of_the_day([plain, later]) is plain
        assert check_in.note_of_the_day([later]) is None


def test_a_note_says_whether_it_helped_and_whether_it_is_for_the_doctor(scales: Scales) -> None:
    note = check_in.day_note(sheet(scales), "ginger tea", helped=True, for_doctor=True)
    assert (note.kind, note.for_doctor, note.day) == (NoteKind.HELPED, True, PartialDate.of(TODAY))
    changed = check_in.day_note(sheet(scales, note=note), "tea", helped=False, for_doctor=False)
    assert (changed.id, changed.kind, changed.for_doctor) == (note.id, NoteKind.JOURNAL, False)


@pytest.mark.parametrize(
    ("comparison", "limit", "typed", "unit", "meets"),
    [
        (Comparison.AT_OR_ABOVE, "38.0", "38", "", True), (Comparison.AT_OR_ABOVE, "38.0", "37.9", "", False),
        (Comparison.ABOVE, "38.0", "38.0", "", False), (Comparison.ABOVE, "38.0", "38.1", "", True),
        (Comparison.AT_OR_BELOW, "35.0", "35", "", True), (Comparison.BELOW, "35.0", "35", "", False),
        (Comparison.BELOW, "35.0", "34.9", "", True), (Comparison.AT_OR_ABOVE, "38.0", "100.4", "[degF]", True),
        (Comparison.AT_OR_ABOVE, "38.0", "100.3", "[degF]", False),
    ],
)  # fmt: skip
def test_the_teams_own_limit_is_compared_as_it_was_told(
    scales: Scales, comparison: Comparison, limit: str, typed: str, unit: str, meets: bool
) -> None:
    scale = scales.get("temperature")
    rule = PlanRule(scale="temperature", comparison=comparison, value=Decimal(limit), unit="Cel")
    reading = check_in.answer(sheet(scales), scale, scale.check(typed, unit), PEN)
    assert check_in.meets(rule, reading, scale) is meets


def test_a_limit_told_in_another_unit_is_compared_in_that_unit(scales: Scales) -> None:
    scale = scales.get("temperature")
    rule = PlanRule(scale="temperature", comparison=Comparison.AT_OR_ABOVE, value=Decimal("100.4"), unit="[degF]")
    assert check_in.meets(rule, check_in.answer(sheet(scales), scale, scale.check("38,0"), PEN), scale)


def test_an_unanswered_row_meets_no_limit(scales: Scales) -> None:
    rule = PlanRule(scale="fatigue", comparison=Comparison.AT_OR_ABOVE, value=Decimal(0))
    assert not check_in.meets(rule, said("fatigue", state=Answer.SKIPPED), scales.get("fatigue"))
    assert check_in.meets(rule, said("fatigue", 0), scales.get("fatigue"))


def test_a_limit_that_was_settled_is_not_said_again_that_day(scales: Scales) -> None:
    rule = PlanRule(scale="fatigue", comparison=Comparison.AT_OR_ABOVE, value=Decimal(3))
    asked = replace(sheet(scales, said("fatigue", 4)), rows=(scales.get("fatigue"),))
    assert [one.id for one, _reading in check_in.met_rules(asked, [rule])] == [rule.id]
    assert check_in.met_rules(asked, [check_in.settled(rule, TODAY, "called")]) == []
    yesterday = check_in.settled(rule, TODAY - dt.timedelta(days=1), "not called")
    assert len(check_in.met_rules(asked, [yesterday])) == 1


KNOWN = Known(TODAY, dt.date(2020, 1, 1), dt.date(2026, 3, 3), dt.date(2026, 1, 1))


@pytest.mark.parametrize("period", [one for one in Period if one is not Period.FROM_TO])
def test_a_period_ends_today_and_has_at_least_a_day(period: Period) -> None:
    span = span_of(period, KNOWN)
    assert span.until == TODAY
    assert span.days >= 1


def test_the_period_since_a_visit_begins_the_day_after_it() -> None:
    assert span_of(Period.SINCE_VISIT, KNOWN) == Span(TODAY, TODAY)


def test_a_first_entry_to_come_still_leaves_today() -> None:
    future = replace(KNOWN, first_entry=dt.date(2027, 1, 1), line_since=dt.date(2027, 1, 1))
    assert span_of(Period.ALL, future) == Span(TODAY, TODAY)
    assert Period.THIS_LINE not in offered(future)


def test_own_dates_stay_as_they_were_typed() -> None:
    own = Span(dt.date(2025, 1, 1), dt.date(2025, 1, 1))
    assert span_of(Period.FROM_TO, replace(KNOWN, own=own)) == own


def asked(count: int) -> list[Question]:
    return [Question(text=f"q{number}", order=number) for number in range(1, count + 1)]


@pytest.mark.parametrize(("at", "by"), [(0, 1), (0, 4), (4, -1), (4, -4), (2, -1), (2, 2)])
def test_a_moved_question_stands_where_it_was_put_and_none_is_lost(at: int, by: int) -> None:
    rows = asked(5)
    wanted = [one.text for one in rows]
    wanted.insert(at + by, wanted.pop(at))
    changed = {one.id: one for one in visits.moved(rows, at, by)}
    after = sorted((changed.get(one.id, one) for one in rows), key=lambda one: one.order)
    assert [one.text for one in after] == wanted


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_question_is_not_kept(text: str) -> None:
    with pytest.raises(NotAllowed, match="Write the question first"):
        visits.new_question(asked(2), text)


@pytest.mark.parametrize("text", ["<b>Why?</b>", "$x$", "x" * 10_000, "\u05dc\u05de\u05d4?", "=1+1", "\U0001f600"])
def test_a_question_is_kept_as_it_was_typed(text: str) -> None:
    found = visits.new_question(asked(3), text)
    assert (found.text, found.order, found.asked) == (text, 4, False)


def test_a_reopened_question_keeps_its_answer() -> None:
    question = Question(text="q", order=1, asked=True, answer="so")
    assert (visits.reopened(question).asked, visits.reopened(question).answer) == (False, "so")


@pytest.mark.parametrize(
    ("days", "belongs"),
    [(("2026-02-18",), True), (("2026-02-17",), False), (("2026-03",), True), (("2026-03-05", "2026-02-18"), True)],
)
def test_a_ticked_question_goes_to_a_visit_of_the_last_two_weeks(days: tuple[str, ...], belongs: bool) -> None:
    rows = [Visit(day=PartialDate(one)) for one in days]
    ticked = visits.ticked(Question(text="q", order=1), visits.board(rows, [], TODAY))
    assert (ticked.visit_id == rows[-1].id) is belongs


def test_a_visit_of_a_kind_of_ones_own_is_named_by_its_words(scales: Scales) -> None:
    assert visits.title(Visit(day=PartialDate("2026-03-05"), kind="acupuncture"), TODAY).endswith(", acupuncture")
    assert visits.title(Visit(kind="nurse"), TODAY) == "nurse"
    assert scales.get(other_id("x")).label == "x"

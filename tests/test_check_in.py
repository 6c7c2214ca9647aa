"""The day's check-in decides what is asked and what a touch writes."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from mbc_journal import check_in
from mbc_journal.check_in import Pen, Sheet
from mbc_journal.records import Answer, Day, Note, NoteKind, PartialDate, Profile, Reading, Recall
from mbc_journal.scales import Entry, Scales

DAY = dt.date(2026, 3, 4)
PEN = Pen("+01:00", "me")


def sheet_of(scales: Scales, *answers: Reading, before: tuple[Reading, ...] = ()) -> Sheet:
    return Sheet(
        day=DAY,
        rows=scales.starters(),
        period=Recall.TODAY,
        answers=check_in.latest(answers, Recall.TODAY),
        before=check_in.answered(check_in.latest(before, Recall.TODAY)),
    )


def said(scale: str, level: int | None, day: dt.date = DAY, **more: Any) -> Reading:
    return replace(Reading(scale=scale, day=day, level=level), **more)


def test_a_first_day_asks_the_five_starter_rows(scales: Scales) -> None:
    assert [row.id for row in check_in.rows(Profile(), scales)] == ["fatigue", "pain", "nausea", "insomnia", "numbness"]


def test_rows_are_the_persons_own_in_her_order_without_what_she_hides(scales: Scales) -> None:
    profile = Profile(rows=("weight", "cough", "pain", "other:Twitching [level]"), hidden=("cough",))
    assert [row.id for row in check_in.rows(profile, scales)] == ["weight", "pain", "other:Twitching [level]"]


def test_an_empty_row_is_not_none_until_it_is_said(scales: Scales) -> None:
    sheet = sheet_of(scales, said("pain", 0))
    assert [row.id for row in sheet.empty_rows] == ["fatigue", "nausea", "insomnia", "numbness"]
    assert sheet.answers["pain"].level == 0


def test_an_answer_makes_one_reading_and_changes_it_after(scales: Scales) -> None:
    fatigue = scales.get("fatigue")
    first = check_in.answer(sheet_of(scales), fatigue, Entry(level=2), PEN)
    second = check_in.answer(sheet_of(scales, first), fatigue, Entry(level=3), PEN)
    assert (first.level, second.level, second.id == first.id) == (2, 3, True)
    assert (first.scale, first.day, first.utc_offset, first.time) == ("fatigue", DAY, "+01:00", None)


def test_changing_a_level_keeps_what_else_was_noted_on_the_row(scales: Scales) -> None:
    noted = said("pain", 1, note="left hip", body_site="hip")
    changed = check_in.answer(sheet_of(scales, noted), scales.get("pain"), Entry(level=3), PEN)
    assert (changed.note, changed.body_site, changed.level) == ("left hip", "hip", 3)


def test_a_measured_value_keeps_text_and_unit_as_typed(scales: Scales) -> None:
    temperature = scales.get("temperature")
    entry = temperature.check("100,4", "[degF]")
    reading = check_in.answer(sheet_of(scales), temperature, entry, PEN)
    assert (reading.value, reading.unit, reading.level) == (Decimal("38.0000"), "Cel", None)
    assert (reading.value_as_entered, reading.unit_as_entered) == ("100,4", "[degF]")


def test_a_reason_takes_the_answer_away_but_not_the_note(scales: Scales) -> None:
    noted = said("pain", 4, note="after the scan")
    silent = check_in.without_answer(sheet_of(scales, noted), scales.get("pain"), Answer.PREFER_NOT, PEN)
    assert (silent.state, silent.level, silent.note, silent.id) == (Answer.PREFER_NOT, None, "after the scan", noted.id)


def test_same_as_yesterday_takes_only_answers_of_the_day_before(scales: Scales) -> None:
    yesterday = (
        said("fatigue", 2, DAY - dt.timedelta(1)),
        said("pain", None, DAY - dt.timedelta(1), state=Answer.SKIPPED),
    )
    sheet = sheet_of(scales, before=yesterday)
    assert [row.id for row in sheet.repeatable] == ["fatigue"]
    reading = check_in.repeated(sheet, scales.get("fatigue"), PEN)
    assert (reading.level, reading.day, reading.id == yesterday[0].id) == (2, DAY, False)
    with pytest.raises(KeyError):
        check_in.repeated(sheet, scales.get("pain"), PEN)


def test_the_rest_is_none_only_for_level_rows(scales: Scales) -> None:
    rows = (scales.get("fatigue"), scales.get("loose-stools"), scales.get("fever"), scales.get("temperature"))
    assert [row.id for row in replace(sheet_of(scales), rows=rows).none_rows] == ["fatigue"]


def test_weekly_entries_and_daily_entries_never_share_a_row() -> None:
    both = (said("pain", 1), said("pain", 3, period=Recall.WEEK))
    assert check_in.latest(both, Recall.TODAY)["pain"].level == 1
    assert check_in.latest(both, Recall.WEEK)["pain"].level == 3
    assert check_in.recall(Profile(rhythm="weekly")) is Recall.WEEK
    assert check_in.step_back(Recall.WEEK) == dt.timedelta(days=7)


def test_the_last_reading_by_time_is_the_one_shown() -> None:
    evening = said("pain", 3, time=dt.time(20))
    morning = said("pain", 1, time=dt.time(8))
    assert check_in.latest((evening, morning), Recall.TODAY)["pain"] is evening


def test_one_day_row_holds_both_how_hard_and_too_unwell(scales: Scales) -> None:
    hard = check_in.hard_day(sheet_of(scales), 0)
    both = check_in.unwell_day(replace(sheet_of(scales), mark=hard), too_unwell=True)
    assert (both.id, both.how_hard, both.too_unwell) == (hard.id, 0, True)
    assert not check_in.says_nothing(both)
    assert check_in.says_nothing(Day(day=DAY))


def test_the_note_line_goes_on_with_the_note_it_began(scales: Scales) -> None:
    first = check_in.day_note(sheet_of(scales), "ginger tea", helped=True, for_doctor=False)
    second = check_in.day_note(replace(sheet_of(scales), note=first), "ginger tea, warm", helped=True, for_doctor=True)
    assert (first.kind, second.id, second.for_doctor) == (NoteKind.HELPED, first.id, True)


@pytest.mark.parametrize(
    "other",
    [
        Note(text="secret", private=True, day=PartialDate.of(DAY)),
        Note(text="imported", tags=("imported",), day=PartialDate.of(DAY)),
        Note(text="cold gloves", strategy="cold-gloves", day=PartialDate.of(DAY)),
        Note(text="a good walk", kind=NoteKind.GOOD, day=PartialDate.of(DAY)),
    ],
    ids=["private", "tagged", "coping", "good thing"],
)
def test_the_note_line_leaves_other_notes_alone(other: Note) -> None:
    plain = Note(text="slept badly", day=PartialDate.of(DAY))
    assert check_in.note_of_the_day([other]) is None
    assert check_in.note_of_the_day([other, plain]) is plain

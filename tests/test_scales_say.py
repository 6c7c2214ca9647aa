"""Answers are said as they were given, unanswered ones by why."""

import datetime as dt
from decimal import Decimal

import pytest

from mbc_journal.paths import resources
from mbc_journal.records import Answer, Reading
from mbc_journal.scales import DayRule, Group, Scale, Scales

DAY = dt.date(2026, 3, 9)
SHIPPED = Scales.load(resources() / "scales")


def scale(scale_id: str) -> Scale:
    return SHIPPED.get(scale_id)


def entered(scale_id: str, text: str, unit: str = "") -> Reading:
    entry = scale(scale_id).check(text, unit)
    return Reading(
        scale=scale_id,
        day=DAY,
        value=entry.value,
        level=entry.level,
        unit=entry.unit,
        comparator=entry.comparator,
        value_as_entered=entry.value_as_entered,
        unit_as_entered=entry.unit_as_entered,
    )


@pytest.mark.parametrize(
    ("scale_id", "text", "unit", "said"),
    [
        ("fatigue", "2", "", "Moderate"),
        ("fatigue-impact", "1", "", "A few things"),
        ("fever", "yes", "", "Yes"),
        ("temperature", "38.2", "", "38.2 °C"),
        ("temperature", "100.8", "[degF]", "100.8 °F"),
        ("cea", "<0.5", "", "below 0.5 ng/mL"),
        ("ca-15-3", "> 4000", "kU/L", "above 4000 kU/L"),
        ("loose-stools", "3", "", "3 times a day"),
        ("loose-stools", "1", "", "1 time a day"),
        ("days-no-bowel", "2", "", "2 days"),
        ("rest-hours", "0.5", "", "0.5 hours a day"),
        ("pain-0-10", "7", "", "7"),
        ("neutrophils", "1.20", "", "1.20 \u00d7 10\u2079/L"),
    ],
)
def test_an_answer_is_said_as_it_was_given(scale_id: str, text: str, unit: str, said: str) -> None:
    assert scale(scale_id).say(entered(scale_id, text, unit)) == said


def test_a_reading_that_keeps_only_its_number_is_said_with_it() -> None:
    reading = Reading(scale="cea", day=DAY, value=Decimal("0.5"), unit="ng/mL", comparator="<")
    assert scale("cea").say(reading) == "below 0.5 ng/mL"


def test_a_result_in_words_stays_words() -> None:
    assert scale("cea").say(Reading(scale="cea", day=DAY, value_as_entered="not measured")) == "not measured"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Answer.SKIPPED, "skipped"),
        (Answer.PREFER_NOT, "prefer not to say"),
        (Answer.NOT_APPLICABLE, "does not apply"),
    ],
)
def test_an_unanswered_reading_says_why_and_never_none(state: Answer, said: str) -> None:
    assert scale("fatigue").say(Reading(scale="fatigue", day=DAY, state=state)) == said


def test_a_level_that_is_not_there_says_nothing() -> None:
    assert scale("fatigue").say(Reading(scale="fatigue", day=DAY)) == ""
    assert scale("fatigue").say_level(None) == ""


def test_a_value_can_be_said_in_the_unit_a_person_prefers() -> None:
    assert scale("temperature").say_value(Decimal(38), "[degF]") == "100.4 °F"
    assert scale("temperature").say_value(Decimal("38.0")) == "38.0 °C"
    assert scale("ca-15-3").say_value(Decimal(4000), comparator=">") == "above 4000 U/mL"


@pytest.mark.parametrize(
    ("scale_id", "unit"), [("temperature", "[degF]"), ("weight", "[lb_av]"), ("cea", "ng/mL"), ("fatigue", "")]
)
def test_a_person_sees_the_units_she_prefers_where_a_scale_has_them(scale_id: str, unit: str) -> None:
    assert scale(scale_id).preferred(("[degF]", "[lb_av]")) == unit


def test_days_know_which_answer_speaks_for_them() -> None:
    assert scale("oxygen").day is DayRule.MIN
    assert scale("weight").day is DayRule.LAST
    assert scale("temperature").day is DayRule.MAX
    assert {one.day for one in SHIPPED if one.group in (Group.BLOOD, Group.MARKER, Group.HEART)} == {DayRule.EACH}
    assert {one.day for one in SHIPPED if one.group is Group.SYMPTOM} == {DayRule.MAX}
    assert scale("bp-systolic").day is scale("bp-diastolic").day is DayRule.EACH

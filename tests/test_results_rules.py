"""Results of blood tests: what is typed, in which unit it is kept and said, the printed range, and its line."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mbc_journal import results
from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed
from mbc_journal.records import PartialDate, Reading
from mbc_journal.results import entries, lines
from mbc_journal.scales import Kind, Scale, Scales, other_id

SCALES = Scales.load(resources() / "scales")
TODAY = dt.date(2026, 3, 4)
HEMOGLOBIN = SCALES.get("hemoglobin")


def result(scale: Scale, text: str, unit: str = "", day: dt.date = TODAY, **more: Any) -> Reading:
    """A result as the page keeps it."""
    return Reading(day=day, **entries.value_fields(scale, scale.check(text, unit)), **more)


def line_of(reading: Reading, *units: str) -> lines.Line:
    """The one line a result makes for a person who prefers these units."""
    (found,) = lines.in_lines([reading], SCALES, units)
    return found


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("11.7-15.7", "11.7", "15.7"),
        ("11,7 - 15,7", "11.7", "15.7"),
        ("0 to 35", "0", "35"),
        ("4.0 \u2013 10.0", "4.0", "10.0"),
        ("<35", None, "35"),
        ("< 35", None, "35"),
        ("\u2264 35", None, "35"),
        ("<=35", None, "35"),
        (">1.8", "1.8", None),
        (">= 1.8", "1.8", None),
        ("\u22651.8", "1.8", None),
        ("-1-1", "-1", "1"),
        (" 3-5 ", "3", "5"),
        (".5-1", "0.5", "1"),
    ],
)
def test_a_printed_range_is_read_as_far_as_it_is_clear(printed: str, low: str | None, high: str | None) -> None:
    found = entries.range_fields(printed)
    assert found["range_text"] == printed.strip()
    assert (found["range_low"], found["range_high"]) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    "printed",
    ["", "  ", "negative", "5", "15.7-11.7", "1,200-1,800", "11.7-15.7 g/dL", "up to 35", "1-2-3", "<<5",
     "9" * 40 + "-1", "\u0661-\u0662", "<b>1-2</b>", "1 000-2 000"],
)  # fmt: skip
def test_a_range_that_is_not_clear_stays_words_and_no_end_is_guessed(printed: str) -> None:
    found = entries.range_fields(printed)
    assert (found["range_low"], found["range_high"]) == (None, None)
    assert found["range_text"] == printed.strip()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"range_low": Decimal("11.7"), "range_high": Decimal("15.7")}, "11.7-15.7"),
        ({"range_low": Decimal(4)}, "from 4"),
        ({"range_high": Decimal(35)}, "up to 35"),
        ({"range_text": "12 or more", "range_low": Decimal(12)}, "12 or more"),
        ({}, ""), ({"range_text": "  "}, ""),
    ],
)  # fmt: skip
def test_a_range_is_said_as_it_was_printed(fields: dict[str, Any], said: str) -> None:
    assert lines.range_words(result(HEMOGLOBIN, "12", **fields)) == said


def test_two_units_of_one_test_stand_on_one_line_in_the_unit_she_prefers() -> None:
    litre, decilitre = result(HEMOGLOBIN, "120", "g/L"), result(HEMOGLOBIN, "11.5", day=dt.date(2026, 3, 1))
    (found,) = lines.in_lines([decilitre, litre], SCALES, ())
    assert (found.key, found.newest) == (("hemoglobin", HEMOGLOBIN.unit), litre)
    assert [lines.value_words(one, found) for one in lines.of_line([decilitre, litre], found)] == [
        "12 g/dL", "11.5 g/dL",
    ]  # fmt: skip
    preferring = line_of(litre, "g/L")
    assert (preferring.shown_in, lines.value_words(litre, preferring)) == ("g/L", "120 g/L")
    assert preferring.title == "Hemoglobin\ng/L"


def test_what_was_typed_is_said_beside_where_it_is_another_unit() -> None:
    litre = result(HEMOGLOBIN, "120", "g/L", range_low=Decimal(117), range_high=Decimal(157))
    found = line_of(litre)
    assert lines.beside_words(litre, found) == "typed as 120 g/L, printed range 117-157 g/L"
    shown = lines.shown(litre, found)
    assert (shown.range_low, shown.range_high) == (Decimal("11.7000"), Decimal("15.7000"))
    assert lines.typed_words(result(HEMOGLOBIN, "12"), found) == ""


def test_a_sign_stays_through_every_unit() -> None:
    found = result(HEMOGLOBIN, "<120", "g/L")
    assert lines.value_words(found, line_of(found)) == "below 12 g/dL"
    assert found.value_as_entered == "<120"


def test_an_unknown_unit_is_a_line_of_its_own_under_the_same_name() -> None:
    own = entries.placed("Hemoglobin", "furlong", SCALES)
    assert own.id == "other:Hemoglobin [furlong]"
    one = result(own, "3")
    assert {line.key for line in lines.in_lines([one, result(HEMOGLOBIN, "12")], SCALES, ())} == {
        (own.id, "furlong"), ("hemoglobin", HEMOGLOBIN.unit),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["hemoglobin", "Hemoglobin", "  HEMOGLOBIN  "])
def test_a_test_is_known_whatever_its_capitals(name: str) -> None:
    assert entries.placed(name, "", SCALES) is HEMOGLOBIN
    assert entries.placed(name, "g/L", SCALES) is HEMOGLOBIN


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_a_result_without_a_name_is_asked_for_it(name: str) -> None:
    with pytest.raises(NotAllowed, match="Name the test first"):
        entries.placed(name, "mg", SCALES)


@pytest.mark.parametrize("name", ["Zinc", "<b>$x$</b>", "\u05d0\u05d1\u05d2", "a [b] c", "x" * 300])
def test_a_test_of_ones_own_is_a_number_of_that_name(name: str) -> None:
    own = entries.placed(name, "umol/L", SCALES)
    assert (own.label, own.kind, own.unit) == (name, Kind.NUMBER, "umol/L")
    assert entries.placed(name.upper(), "umol/L", SCALES, [own.id]).id == own.id


@settings(max_examples=60, deadline=None)
@given(some.text(max_size=20))
def test_no_unit_turns_a_number_into_a_symptom(unit: str) -> None:
    own = SCALES.get(other_id("Zinc", entries.free_unit(unit)))
    assert own.kind is Kind.NUMBER


@pytest.mark.parametrize(
    ("day", "said"),
    [(None, "A result needs its day."), ("2026-03", "A result needs its day."),
     ("2026-03-04~", "A result needs its day."),
     ("2026-03-05", "That day is still to come.")],
)  # fmt: skip
def test_a_result_has_one_day_that_has_come(day: str | None, said: str) -> None:
    with pytest.raises(NotAllowed) as problem:
        entries.checked_day(PartialDate(day) if day else None, TODAY)
    assert problem.value.facts["why"] == said
    assert entries.checked_day(PartialDate("2026-03-04"), TODAY) == TODAY


def test_the_newest_of_a_line_is_by_day_then_time_then_when_it_was_written() -> None:
    early = result(HEMOGLOBIN, "11", time=dt.time(8))
    late = result(HEMOGLOBIN, "12", time=dt.time(15))
    untimed = result(HEMOGLOBIN, "13")
    for order in ([early, late, untimed], [untimed, late, early]):
        (found,) = lines.in_lines(order, SCALES, ())
        assert found.newest is late
        assert [one.value_as_entered for one in lines.of_line(order, found)] == ["12", "11", "13"]


def test_the_chart_reaches_from_the_first_result_to_today_and_holds_each_result() -> None:
    rows = [
        result(HEMOGLOBIN, "11", day=dt.date(2025, 6, 1)),
        result(HEMOGLOBIN, "120", "g/L", day=dt.date(2026, 1, 5)),
    ]
    found = results.chart(rows, line_of(rows[1]), TODAY)
    assert (found.span.since, found.span.until) == (dt.date(2025, 6, 1), TODAY)
    assert [str(point.value) for point in found.points] == ["11", "12"]


def test_words_without_a_number_are_on_no_line() -> None:
    words = Reading(scale="hemoglobin", day=TODAY, value_as_entered="haemolysed")
    found = line_of(result(HEMOGLOBIN, "12"))
    assert lines.of_line([words], found) == ()
    assert HEMOGLOBIN.say(words) == "haemolysed"


def test_only_tests_are_offered_and_never_a_symptom() -> None:
    offered = entries.offers("h", SCALES, [other_id("Hair zinc", "mg/kg"), other_id("Hiccups", "level")])
    assert offered
    assert {one.kind for one in offered} == {Kind.NUMBER}
    assert offered[-1].label == "Hair zinc"
    assert entries.known_test("nausea", SCALES) is None

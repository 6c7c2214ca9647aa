"""Results: values in one unit with what was typed beside them, ranges as printed, nothing guessed, nothing judged."""

import datetime as dt
from decimal import Decimal

import pytest

from mbc_journal import results
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Biopsy, PartialDate, Profile, Reading, Scan
from mbc_journal.results import Line, Section
from mbc_journal.scales import Scales, other_id

TODAY = dt.date(2026, 3, 4)
EARLIER = dt.date(2026, 2, 8)


def result(
    scales: Scales, scale_id: str, text: str, unit: str = "", printed: str = "", day: dt.date = TODAY
) -> Reading:
    """A result as the page makes it."""
    scale = scales.get(scale_id)
    fields = results.value_fields(scale, scale.check(text, unit)) | results.range_fields(printed)
    return Reading(**fields, day=day)


def line_of(reading: Reading, scales: Scales, *units: str) -> Line:
    return results.in_lines([reading], scales, units)[0]


def test_a_result_typed_in_the_own_unit_stands_as_typed(scales: Scales) -> None:
    reading = result(scales, "neutrophils", "1,20", "10*9/L", "1.5-7.5")
    line = line_of(reading, scales)
    assert results.value_words(reading, line) == "1,20 \u00d7 10\u2079/L"
    assert results.beside_words(reading, line) == "printed range 1.5-7.5"


def test_a_unit_with_a_known_factor_is_converted_with_what_was_typed_beside_it(scales: Scales) -> None:
    reading = result(scales, "neutrophils", "1200", "/uL", "1500-7500")
    line = line_of(reading, scales)
    assert results.value_words(reading, line) == "1.2 \u00d7 10\u2079/L"
    assert results.beside_words(reading, line) == "typed as 1200 /µL, printed range 1500-7500 /µL"


def test_a_comparator_stays_through_every_unit(scales: Scales) -> None:
    reading = result(scales, "cea", "<0,5", "ug/L")
    assert results.value_words(reading, line_of(reading, scales)) == "below 0.5 ng/mL"


def test_the_unit_she_prefers_is_the_one_of_the_line_and_its_chart(scales: Scales) -> None:
    typed = result(scales, "temperature", "101.3", "[degF]")
    converted = result(scales, "temperature", "37.0", "Cel", day=EARLIER)
    line = line_of(typed, scales, "[degF]", "[lb_av]")
    assert results.value_words(typed, line) == "101.3 °F"
    assert results.value_words(converted, line) == "98.60 °F"
    assert results.typed_words(converted, line) == "37.0 °C"
    chart = results.chart([typed, converted], line, TODAY)
    assert {str(point.value) for point in chart.points} == {"101.3", "98.60"}
    assert line.title == "Temperature\n°F"
    assert line.spoken == "Temperature, °F"


def test_the_range_is_drawn_in_the_unit_of_the_line(scales: Scales) -> None:
    reading = result(scales, "hemoglobin", "118", "g/L", "120-160")
    shown = results.shown(reading, line_of(reading, scales))
    assert (shown.value, shown.range_low, shown.range_high) == (Decimal("11.8"), Decimal(12), Decimal(16))
    assert (reading.range_low, reading.range_high) == (Decimal(120), Decimal(160))


def test_a_range_in_a_unit_nobody_knows_is_not_drawn(scales: Scales) -> None:
    reading = result(scales, "hemoglobin", "11.8", "g/dL", "120-160")
    reading.unit_as_entered = "as on the sheet"
    shown = results.shown(reading, line_of(reading, scales))
    assert (shown.range_low, shown.range_high) == (None, None)
    assert results.range_words(reading) == "120-160"


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("1.5-7.5", "1.5", "7.5"),
        ("1,5 \u2013 7,5", "1.5", "7.5"),
        ("0 to 35", "0", "35"),
        ("-2--1", "-2", "-1"),
        ("<5", None, "5"),
        ("<= 5", None, "5"),
        ("\u226560", "60", None),
        ("> 60", "60", None),
    ],
)
def test_a_printed_range_is_understood(printed: str, low: str | None, high: str | None) -> None:
    fields = results.range_fields(printed)
    assert fields["range_text"] == printed
    assert fields["range_low"] == (None if low is None else Decimal(low))
    assert fields["range_high"] == (None if high is None else Decimal(high))


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "negative",
        "7.5-1.5",
        "1,500-7,500",
        "about 5",
        "1-2-3",
        "5",
        "1..2-3",
        "9" * 40 + "-1",
        "<b>1-2</b>",
        "\U0001f642",
    ],
)
def test_what_is_no_clear_range_stays_words(printed: str) -> None:
    assert results.range_fields(printed) == {"range_text": printed, "range_low": None, "range_high": None}


def test_a_range_without_its_words_is_said_by_its_ends() -> None:
    def words(low: str | None, high: str | None) -> str:
        ends = [None if end is None else Decimal(end) for end in (low, high)]
        return results.range_words(Reading(scale="cea", day=TODAY, range_low=ends[0], range_high=ends[1]))

    assert [words("0.5", "1.2"), words("60", None), words(None, "5"), words(None, None)] == [
        "0.5-1.2", "from 60", "up to 5", "",
    ]  # fmt: skip


def test_an_unknown_unit_makes_a_line_of_its_own(scales: Scales) -> None:
    own = results.placed("neutrophils", "cells per field", scales)
    assert own.id == other_id("Neutrophils (ANC)", "cells per field")
    readings = [result(scales, "neutrophils", "1.2"), result(scales, own.id, "40", "", "20-60")]
    found = results.in_lines(readings, scales, ())
    assert [line.key for line in found] == [("neutrophils", "10*9/L"), (own.id, "cells per field")]
    assert results.value_words(readings[1], found[1]) == "40 cells per field"
    assert results.section_of(own, scales) is Section.LABS


def test_two_units_stored_on_one_scale_are_never_one_line(scales: Scales) -> None:
    plain, odd = result(scales, "alt", "30"), result(scales, "alt", "0.5")
    odd.unit = odd.unit_as_entered = "furlong"
    first, second = results.in_lines([odd, plain], scales, ())
    assert (first.name, second.name) == ("ALT", "ALT (furlong)")
    assert results.of_line([plain, odd], second) == (odd,)
    assert [point.reading.id for point in results.chart([odd], second, TODAY).points] == [odd.id]


def test_lines_stand_in_the_order_of_the_scales_and_own_tests_after_them(scales: Scales) -> None:
    ids = [other_id("Zinc", "umol/L"), "platelets", other_id("Amylase", "U/L"), "hemoglobin"]
    found = results.in_lines([result(scales, one, "20") for one in ids], scales, ())
    assert [line.name for line in found] == ["Hemoglobin", "Platelets", "Amylase", "Zinc"]


def test_the_newest_of_a_line_is_by_day_and_time(scales: Scales) -> None:
    old, late = result(scales, "alt", "30", day=EARLIER), result(scales, "alt", "31")
    later = result(scales, "alt", "32")
    later.time = dt.time(18, 0)
    assert results.in_lines([later, old, late], scales, ())[0].newest is later
    line = line_of(old, scales)
    assert results.of_line([old, later, late], line) == (later, late, old)


@pytest.mark.parametrize(
    ("scale_id", "section"),
    [
        ("hemoglobin", Section.LABS),
        ("qtc", Section.LABS),
        ("ca-15-3", Section.MARKERS),
        ("weight", Section.VITALS),
        ("pain-0-10", Section.VITALS),
        ("other:Zinc [umol/L]", Section.LABS),
        ("other:CA 15-3 [arb]", Section.MARKERS),
        ("other:Fatigue [points]", Section.LABS),
        ("other:Itch [level]", None),
        ("fatigue", None),
        ("loose-stools", None),
        ("nosebleed", None),
    ],
)
def test_every_number_has_its_section_and_nothing_else_has(
    scales: Scales, scale_id: str, section: Section | None
) -> None:
    assert results.section_of(scales.get(scale_id), scales) is section


def test_ids_are_parted_by_section(scales: Scales) -> None:
    ids = ["fatigue", "cea", "other:Zinc [umol/L]", "alt", "pulse"]
    assert results.ids_of(Section.LABS, ids, scales) == ("other:Zinc [umol/L]", "alt")
    assert results.ids_of(Section.MARKERS, ids, scales) == ("cea",)


def test_markers_and_weight_are_hidden_by_topic_under_any_unit(scales: Scales) -> None:
    profile = Profile(hidden=("markers", "weight", "pulse"))
    hidden = {
        one: results.hidden_by(scales.get(one), profile, scales)
        for one in ("cea", "other:CA 15-3 [arb]", "weight", "other:Weight [bag]", "pulse", "alt")
    }
    assert list(hidden.values()) == ["markers", "markers", "weight", "weight", "pulse", ""]
    assert results.shown_again(profile, "markers").hidden == ("weight", "pulse")
    words = [results.topic_words(topic, scales) for topic in profile.hidden]
    assert words == ["Tumour markers", "Weight", "Pulse"]


@pytest.mark.parametrize("name", ["Hb", "hemoglobin", "  HEMOGLOBIN "])
def test_a_test_is_known_by_each_of_its_names(scales: Scales, name: str) -> None:
    assert results.placed(name, "g/L", scales).id == "hemoglobin"


def test_a_symptom_is_no_test(scales: Scales) -> None:
    assert results.known_test("Tiredness", scales) is None
    assert results.placed("Tiredness", "points", scales).id == "other:Tiredness [points]"


def test_a_test_without_a_name_is_asked_for(scales: Scales) -> None:
    with pytest.raises(NotAllowed, match="Name the test first"):
        results.placed("  ", "g/L", scales)


def test_capitals_do_not_make_another_test(scales: Scales) -> None:
    own = "other:Zinc [umol/L]"
    assert results.placed("zinc", "umol/L", scales, (own,)).id == own
    assert results.placed("zinc", "mg/L", scales, (own,)).id == "other:zinc [mg/L]"


@pytest.mark.parametrize("unit", ["level", "count", "yes_no", "a [b", "[IU]/L", "", "x" * 40, "\U0001f642", "a]b"])
def test_any_unit_keeps_a_number_a_number_of_its_name(scales: Scales, unit: str) -> None:
    scale = results.placed("Zinc [red]", unit, scales)
    assert (scale.kind, scale.label, scale.unit) == ("number", "Zinc [red]", results.free_unit(unit))
    assert results.section_of(scale, scales) is Section.LABS


def test_offers_are_tests_alone_and_her_own_too(scales: Scales) -> None:
    own = ("other:Nail zinc [umol/L]", "other:Nails [level]", "nail-changes")
    offered = [scale.id for scale in results.offers("na", scales, own)]
    assert "sodium" in offered
    assert offered[-1] == "other:Nail zinc [umol/L]"
    assert "nausea" not in offered
    assert "other:Nails [level]" not in offered


def test_a_result_has_a_whole_day_that_has_come() -> None:
    assert results.checked_day(PartialDate.of(TODAY), TODAY) == TODAY
    for day in (None, PartialDate("2026-02"), PartialDate("2026-03-01~"), PartialDate("2026-03-05")):
        with pytest.raises(NotAllowed):
            results.checked_day(day, TODAY)


def test_the_chart_reaches_from_the_first_result_to_today(scales: Scales) -> None:
    first, last = result(scales, "cea", "<0.5", day=EARLIER), result(scales, "cea", "0.7", printed="0-5")
    one = results.chart([last, first], line_of(last, scales), TODAY)
    assert (one.span.since, one.span.until) == (EARLIER, TODAY)
    assert [point.comparator for point in one.points] == ["<", ""]
    assert results.chart([first], line_of(first, scales), EARLIER).span.days == 1


def test_scans_and_samples_are_named_by_what_is_known() -> None:
    assert results.scan_title(Scan(kind="CT", day=PartialDate("2026-03~"))) == "CT, about March 2026"
    assert results.scan_title(Scan()) == "Scan"
    assert results.biopsy_title(Biopsy(site="liver", day=PartialDate("2024"))) == "Biopsy, liver, 2024"


def test_the_newest_sample_fills_the_profile_with_what_it_says() -> None:
    profile = Profile(er="positive", pr="negative", her2="negative", biomarkers=("PIK3CA",))
    samples = [Biopsy(er="negative"), Biopsy(er="positive", her2="low")]
    mine = results.as_mine(profile, samples)
    assert mine is not None
    assert (mine.er, mine.pr, mine.her2, mine.biomarkers) == ("positive", "negative", "low", ("PIK3CA",))
    assert results.as_mine(mine, samples) is None
    assert results.as_mine(profile, []) is None
    assert results.as_mine(profile, [Biopsy(note="too little")]) is None

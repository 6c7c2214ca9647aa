"""Scales: loading strictly, checking what people type, converting, saying."""

import datetime as dt
import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed, ResourceBroken
from mbc_journal.records import Answer, Reading
from mbc_journal.scales import DayRule, Entry, Group, Kind, Scale, Scales, other_id, six_digits

DAY = dt.date(2026, 3, 9)
SHIPPED = Scales.load(resources() / "scales")
NUMBERS = [scale for scale in SHIPPED if scale.kind is Kind.NUMBER]
LEVELS = [scale for scale in SHIPPED if scale.kind is Kind.LEVEL]
ITCHY_SCALP = {
    "id": "itchy-scalp",
    "kind": "level",
    "group": "symptom",
    "section": "skin",
    "label": "Itchy scalp",
    "short": "Itchy scalp",
    "aliases": ["Scalp itch"],
    "search_words": ["head"],
    "day": "max",
    "rhythm_days": 1,
    "private": False,
    "core": False,
    "starter": None,
    "ask_today": "How itchy was your scalp today?",
    "ask_week": "How itchy did your scalp get this week?",
    "ask_impact": "",
    "ask_impact_week": "",
    "words": "severity",
    "site": False,
    "side": False,
    "snomed": "",
    "snomed_display": "",
    "snomed_write": False,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped scales that a test may change."""
    return Path(shutil.copytree(resources() / "scales", tmp_path / "scales"))


def write(folder: Path, *entries: dict[str, Any], file: str = "mine.json") -> None:
    (folder / file).write_text(json.dumps({"scales": entries}), encoding="utf-8")


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


def refusal(scale_id: str, text: str, unit: str = "") -> str:
    with pytest.raises(NotAllowed) as problem:
        scale(scale_id).check(text, unit)
    return str(problem.value)


# -- loading -----------------------------------------------------------------------------------------------------


def test_one_entry_in_a_file_is_all_a_new_symptom_needs(folder: Path) -> None:
    write(folder, ITCHY_SCALP)
    found = Scales.load(folder)
    new = found.get("itchy-scalp")
    assert new.check("Severe") == Entry(level=3, value_as_entered="Severe")
    assert new.say(Reading(scale="itchy-scalp", day=DAY, level=2)) == "Moderate"
    assert new in found.find("scalp")
    assert len(found) == len(SHIPPED) + 1


def test_a_new_lab_value_with_its_units_is_one_entry_too(folder: Path) -> None:
    zinc = {key: ITCHY_SCALP[key] for key in list(ITCHY_SCALP)[:13]} | {
        "id": "zinc", "kind": "number", "group": "blood", "section": "", "label": "Zinc", "short": "Zinc",
        "aliases": [], "day": "each", "rhythm_days": 84, "unit": "ug/dL", "loinc": "", "loinc_read": [],
        "other_units": [{"unit": "umol/L", "minus": "0", "times": "6.54", "divide": "1", "plus": "0", "loinc": ""}],
        "decimals": 0, "typo_low": "1", "typo_high": "1000", "reads_like": "", "example": None,
    }  # fmt: skip
    write(folder, zinc)
    assert Scales.load(folder).get("zinc").check("10", "umol/L").value == Decimal("65.4")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"surprise": 1}, "scales[0].surprise (unknown key)"),
        ({"kind": "feeling"}, "scales[0].kind (no such kind)"),
        ({"words": "shouting"}, "scales[0].words (no such words)"),
        ({"section": "moon"}, "scales[0].section (no such section)"),
        ({"group": "moods"}, "scales[0].group ('moods' is not known here)"),
        ({"core": "yes"}, "scales[0].core (bool is expected)"),
        ({"rhythm_days": True}, "scales[0].rhythm_days (int is expected)"),
        ({"aliases": ["a", 1]}, "scales[0].aliases[1] (str is expected)"),
        ({"id": "fatigue"}, "scales[0] (fatigue is there already)"),
    ],
)
def test_a_wrong_entry_names_the_file_and_the_place(folder: Path, change: dict[str, Any], where: str) -> None:
    write(folder, ITCHY_SCALP | change)
    with pytest.raises(ResourceBroken) as problem:
        Scales.load(folder)
    assert problem.value.facts == {"file": "mine.json", "where": where}


@pytest.mark.parametrize("missing", sorted(set(ITCHY_SCALP) - {"kind", "words"}))
def test_no_key_may_be_missing(folder: Path, missing: str) -> None:
    write(folder, {key: value for key, value in ITCHY_SCALP.items() if key != missing})
    with pytest.raises(ResourceBroken, match=rf"scales\[0\]\.{missing} \(missing key\)"):
        Scales.load(folder)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", '{"scales": 1}', "[]", '{"scales": [], "scales": []}', '{"scales": [NaN]}', '{"scales": [1.5]}',
        '{"scales": ["fatigue"]}', '{"scales": [{}]}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_a_problem_a_person_can_be_told(folder: Path, text: str) -> None:
    (folder / "mine.json").write_text(text, encoding="utf-8")
    with pytest.raises(ResourceBroken, match=r"A file of the program is damaged: mine\.json"):
        Scales.load(folder)


def test_a_file_that_is_no_text_is_a_damaged_file(folder: Path) -> None:
    (folder / "mine.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ResourceBroken, match=r"mine\.json"):
        Scales.load(folder)


def test_a_folder_without_scales_is_a_damaged_program(tmp_path: Path) -> None:
    with pytest.raises(ResourceBroken, match=r"words\.json"):
        Scales.load(tmp_path)


# -- looking up --------------------------------------------------------------------------------------------------


def test_the_first_day_has_five_rows_in_their_order() -> None:
    assert [row.id for row in SHIPPED.starters()] == ["fatigue", "pain", "nausea", "insomnia", "numbness"]


def test_lists_go_by_group_and_section() -> None:
    order = [(list(Group).index(one.group), one.section) for one in SHIPPED]
    sections = [section.id for section in SHIPPED.vocabulary.sections]
    assert order == sorted(order, key=lambda place: (place[0], sections.index(place[1]) if place[1] else -1))


def test_how_much_a_symptom_got_in_the_way_has_words_of_its_own() -> None:
    impact = scale("fatigue-impact")
    assert impact.words == ("Nothing", "A few things", "Many things", "Most things", "Everything")
    assert impact.ask_today == "What did tiredness keep you from doing today?"
    assert impact.label == "Tiredness: how much it got in the way"
    assert SHIPPED.impact("fatigue") == impact


@pytest.mark.parametrize("without", ["loose-stools", "fever", "weight", "how-hard", "nothing-known"])
def test_only_symptoms_that_ask_it_have_an_impact(without: str) -> None:
    assert SHIPPED.impact(without) is None


def test_how_hard_has_its_own_five_words() -> None:
    assert scale("how-hard").words == ("Not hard", "A bit hard", "Hard", "Very hard", "The hardest")


@pytest.mark.parametrize(
    ("scale_id", "kind", "label", "unit"),
    [
        (other_id("Itchy scalp", "level"), Kind.LEVEL, "Itchy scalp", ""),
        (other_id("Steps", "count"), Kind.COUNT, "Steps", ""),
        (other_id("Took a nap", "yes_no"), Kind.YES_NO, "Took a nap", ""),
        (other_id("Zinc [serum]", "umol/L"), Kind.NUMBER, "Zinc [serum]", "umol/L"),
        ("other:Zinc", Kind.NUMBER, "Zinc", ""),
        ("other:", Kind.NUMBER, "other:", ""),
        ("from-a-newer-version", Kind.NUMBER, "from-a-newer-version", ""),
        ("nothing-impact", Kind.NUMBER, "nothing-impact", ""),
        ("", Kind.NUMBER, "", ""),
    ],
)
def test_any_id_has_a_scale(scale_id: str, kind: Kind, label: str, unit: str) -> None:
    found = scale(scale_id)
    assert (found.id, found.kind, found.label, found.unit) == (scale_id, kind, label, unit)
    assert len(found.short) <= 24


def test_a_scale_of_ones_own_checks_and_says_like_any_other() -> None:
    assert scale(other_id("Itchy scalp", "level")).check("4").level == 4
    zinc = scale(other_id("Zinc", "umol/L"))
    assert zinc.say_value(zinc.check("<12").value or Decimal(0), comparator="<") == "below 12 µmol/L"
    assert scale(other_id("Took a nap", "yes_no")).check("yes").value == 1


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("numb", "numbness"),
        ("numb fingers", "numbness"),
        ("TIRED", "fatigue"),
        ("sleep", "insomnia"),
        ("throwing up", "vomiting"),
        ("pain", "pain"),
        ("hgb", "hemoglobin"),
        ("ca 15", "ca-15-3"),
        ("fever", "fever"),
        ("diarrhoea", "diarrhea"),
        ("weight", "weight"),
    ],
)
def test_searching_finds_what_a_person_means(words: str, first: str) -> None:
    assert SHIPPED.find(words)[0].id == first


@pytest.mark.parametrize("words", ["", "   ", "qqqq", "numb qqqq"])
def test_searching_for_nothing_finds_nothing(words: str) -> None:
    assert SHIPPED.find(words) == []


def test_the_day_itself_is_not_among_the_symptoms_found() -> None:
    assert "how-hard" not in [one.id for one in SHIPPED.find("how hard")]


@pytest.mark.parametrize(
    ("name", "scale_id"),
    [
        ("Fatigue", "fatigue"),
        (" hot   flushes ", "hot-flashes"),
        ("NEUROPATHY", "numbness"),
        ("WBC", "white-cells"),
        ("ca-27-29", "ca-27-29"),
    ],
)
def test_a_name_or_alias_is_known_exactly(name: str, scale_id: str) -> None:
    found = SHIPPED.named(name)
    assert found is not None
    assert found.id == scale_id


@pytest.mark.parametrize("name", ["", "sleep", "Tiredness today", "back"])
def test_a_search_word_is_not_a_name(name: str) -> None:
    assert SHIPPED.named(name) is None


@pytest.mark.parametrize(
    ("code", "scale_id"),
    [("718-7", "hemoglobin"), ("59260-0", "hemoglobin"), ("804-5", "white-cells"), ("8331-1", "temperature")],
)
def test_a_loinc_code_leads_to_its_test(code: str, scale_id: str) -> None:
    found = SHIPPED.by_loinc(code)
    assert found is not None
    assert found.id == scale_id


def test_codes_we_do_not_know_lead_nowhere() -> None:
    assert SHIPPED.by_loinc("") is None
    assert SHIPPED.by_loinc("1-1") is None
    assert SHIPPED.by_snomed("") is None
    assert SHIPPED.by_snomed("35489007") is None


def test_a_code_that_means_more_than_our_symptom_is_read_but_not_written() -> None:
    flushes = SHIPPED.by_snomed("198436008")
    assert flushes is not None
    assert (flushes.id, flushes.snomed_write) == ("hot-flashes", False)
    assert scale("fatigue").snomed_write


@pytest.mark.parametrize(
    ("scale_id", "unit", "code"),
    [
        ("hemoglobin", "", "718-7"),
        ("hemoglobin", "g/L", "718-7"),
        ("hemoglobin", "mmol/L", "59260-0"),
        ("vitamin-d", "nmol/L", ""),
        ("fatigue", "", ""),
    ],
)
def test_the_loinc_code_goes_with_the_unit(scale_id: str, unit: str, code: str) -> None:
    assert scale(scale_id).loinc_for(unit) == code


# -- checking ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", LEVELS, ids=lambda one: str(one.id))
def test_every_level_is_taken_as_a_digit_or_a_word(one: Scale) -> None:
    assert len(one.words) == 5
    for level, word in enumerate(one.words):
        assert one.check(str(level)).level == level
        assert one.check(f" {word.upper()} ").level == level


def test_yes_and_no_are_one_and_nought() -> None:
    assert scale("fever").check("Yes").value == 1
    assert scale("fever").check("0").value == 0
    assert scale("fever").check("no").level is None


@pytest.mark.parametrize("text", ["", "5", "-1", "1.0", "worst ever"])
def test_a_level_that_is_none_is_refused_with_the_words_there_are(text: str) -> None:
    assert "None, Mild, Moderate, Severe, Very severe" in refusal("fatigue", text)


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("38.2", "38.2", ""),
        ("38,2", "38.2", ""),
        (" 38.2 ", "38.2", ""),
        ("\u00a038\u202f", "38", ""),
        ("38.", "38", ""),
        (".5", "0.5", ""),
        ("<0.5", "0.5", "<"),
        ("< 0,5", "0.5", "<"),
        (">4000", "4000", ">"),
        ("0.10", "0.10", ""),
        ("\u22121", "-1", ""),
        ("9" * 30, "9" * 30, ""),
    ],
)
def test_a_number_has_a_point_or_a_comma_and_perhaps_a_sign_before_it(text: str, value: str, comparator: str) -> None:
    entry = scale("ca-15-3").check(text)
    assert (str(entry.value), entry.comparator) == (value, comparator)
    assert entry.value_as_entered == text.strip()
    assert (entry.unit, entry.unit_as_entered) == ("U/mL", "U/mL")


@pytest.mark.parametrize(
    "text",
    [
        "1,2,3", "1.2.3", "1 200", "1e3", "NaN", "Infinity", "-inf", "0x10", "abc", "<", ".", "--1", "<>1", "1<", "½",
        "٣", "12 g/dL", "<b>1</b>", "=1+1",
    ],
)  # fmt: skip
def test_what_is_no_number_is_said_back_as_it_was_typed(text: str) -> None:
    assert refusal("ca-15-3", text) == f"{text} is not a number we know. What you typed is kept here."


def test_nothing_and_too_much_have_sentences_of_their_own() -> None:
    assert refusal("weight", " ") == "There is no number yet. What you typed is kept here."
    assert refusal("weight", "1" * 31) == ("This number is too long: 30 digits at most. What you typed is kept here.")
    assert refusal("weight", "x" * 900) == ("x" * 39 + "\u2026 is not a number we know. What you typed is kept here.")


def test_a_temperature_says_what_it_reads_like_in_the_unit_of_the_person() -> None:
    assert refusal("temperature", "hot") == "A temperature reads like 38.2. What you typed is kept here."
    assert refusal("temperature", "hot", "[degF]") == "A temperature reads like 100.8. What you typed is kept here."


@pytest.mark.parametrize(
    ("scale_id", "text", "unit"), [("temperature", "382", ""), ("temperature", "98.6", "Cel"), ("weight", "700", "")]
)
def test_an_unusual_number_is_asked_about_and_never_refused(scale_id: str, text: str, unit: str) -> None:
    entry = scale(scale_id).check(text, unit)
    assert entry.doubt == f"Is {text} right?"
    assert entry.value == Decimal(text)


@pytest.mark.parametrize("one", NUMBERS, ids=lambda one: str(one.id))
def test_typing_limits_doubt_only_beyond_themselves(one: Scale) -> None:
    assert one.typo_low is not None
    assert one.typo_high is not None
    for value in (one.typo_low, one.typo_high):
        assert one.check(str(value)).doubt == ""
    assert one.check(str(one.typo_high + 1)).doubt
    assert one.check(str(one.typo_low - 1)).doubt


def test_a_comma_that_may_have_meant_thousands_is_asked_about() -> None:
    entry = scale("platelets").check("250,000")
    assert entry.value == Decimal("250.000")
    assert entry.doubt == "250,000 is read as 250.000. Leave the comma out if you mean thousands."
    assert scale("platelets").check("250,5").doubt == ""
    assert scale("potassium").check("0,125").doubt == "Is 0,125 right?"


@pytest.mark.parametrize(
    ("scale_id", "text", "unit", "own"),
    [
        ("temperature", "100.4", "[degF]", "38"),
        ("temperature", "101", "[degF]", "38.3333"),
        ("weight", "154", "[lb_av]", "69.8532"),
        ("hemoglobin", "120", "g/L", "12"),
        ("hemoglobin", "7.4", "mmol/L", "11.9244"),
        ("neutrophils", "1500", "/uL", "1.5"),
        ("neutrophils", "1.5", "10*3/uL", "1.5"),
        ("hba1c", "48", "mmol/mol", "6.54304"),
        ("creatinine", "88.4", "umol/L", "1"),
        ("ca-15-3", "31", "kU/L", "31"),
        ("qtc", "0.45", "s", "450"),
        ("ca-15-3", "1234567", "kU/L", "1234570"),
    ],
)
def test_a_known_unit_is_converted_to_six_digits(scale_id: str, text: str, unit: str, own: str) -> None:
    entry = scale(scale_id).check(text, unit)
    assert entry.value == Decimal(own)
    assert (entry.value_as_entered, entry.unit_as_entered) == (text, unit)
    assert entry.unit == scale(scale_id).unit
    assert "E" not in str(entry.value)


def test_an_unknown_unit_is_refused_not_guessed() -> None:
    assert refusal("hemoglobin", "12", "mg") == "Hemoglobin is not kept in mg. What you typed is kept here."
    assert refusal("loose-stools", "12", "kg").startswith("Loose stools is not kept in kg.")


@given(
    one=some.sampled_from([scale for scale in NUMBERS if scale.other_units]),
    value=some.decimals(min_value="0.1", max_value="9999", places=1),
)
def test_there_and_back_is_the_same_to_five_digits(one: Scale, value: Decimal) -> None:
    for unit in one.units[1:]:
        own = one.check(str(value), unit).value
        assert own is not None
        assert abs(one.in_unit(own, unit) - value) <= abs(value) * Decimal("0.00002") + Decimal("0.0002")


@given(some.text(max_size=50), some.sampled_from(list(SHIPPED)))
def test_any_text_gives_an_answer_or_a_sentence(text: str, one: Scale) -> None:
    try:
        entry = one.check(text)
    except NotAllowed as problem:
        said = str(problem)
    else:
        said = "" if entry.value is None or entry.value.is_finite() else str(entry.value)
    assert said == "" or said.endswith("What you typed is kept here.")


def test_counts_are_whole_from_nought_and_asked_again_above_their_most() -> None:
    assert scale("loose-stools").check("0").value == 0
    assert scale("loose-stools").check("50").doubt == ""
    assert scale("loose-stools").check("80") == Entry(
        Decimal(80), "times a day", "", None, "80", "times a day", "Is 80 right?"
    )
    assert refusal("loose-stools", "2.5").startswith("This goes in steps of 1, like 3.")
    assert refusal("loose-stools", "-1").startswith("0 or more is expected here.")
    assert refusal("loose-stools", "<3").startswith("<3 is not a number we know.")
    assert scale("rest-hours").check("2,5").value == Decimal("2.5")
    assert refusal("rest-hours", "2.2").startswith("This goes in steps of 0.5, like 1.5.")


def test_six_digits_are_half_up_and_plain() -> None:
    assert str(six_digits(Decimal("1.2345650"))) == "1.23457"
    assert str(six_digits(Decimal("123456789"))) == "123457000"
    assert str(six_digits(Decimal("0.000012"))) == "0.000012"


# -- saying ------------------------------------------------------------------------------------------------------


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


def test_days_know_which_answer_speaks_for_them() -> None:
    assert scale("oxygen").day is DayRule.MIN
    assert scale("weight").day is DayRule.LAST
    assert scale("temperature").day is DayRule.MAX
    assert {one.day for one in SHIPPED if one.group in (Group.BLOOD, Group.MARKER, Group.HEART)} == {DayRule.EACH}
    assert {one.day for one in SHIPPED if one.group is Group.SYMPTOM} == {DayRule.MAX}
    assert scale("bp-systolic").day is scale("bp-diastolic").day is DayRule.EACH

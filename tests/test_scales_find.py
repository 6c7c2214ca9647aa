"""Scales are found by id, name, search words or code; any id has a scale."""

from decimal import Decimal

import pytest

from mbc_journal.paths import resources
from mbc_journal.scales import Group, Kind, Scale, Scales, other_id

SHIPPED = Scales.load(resources() / "scales")


def scale(scale_id: str) -> Scale:
    return SHIPPED.get(scale_id)


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

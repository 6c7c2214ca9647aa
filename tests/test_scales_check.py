"""What a person types becomes an answer, an answer with a doubt, or a sentence beside the field."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed
from mbc_journal.scales import Entry, Kind, Scale, Scales, six_digits

SHIPPED = Scales.load(resources() / "scales")
NUMBERS = [scale for scale in SHIPPED if scale.kind is Kind.NUMBER]
LEVELS = [scale for scale in SHIPPED if scale.kind is Kind.LEVEL]


def scale(scale_id: str) -> Scale:
    return SHIPPED.get(scale_id)


def refusal(scale_id: str, text: str, unit: str = "") -> str:
    with pytest.raises(NotAllowed) as problem:
        scale(scale_id).check(text, unit)
    return str(problem.value)


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

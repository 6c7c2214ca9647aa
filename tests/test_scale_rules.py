"""What holds for every scale that ships: words, units, questions, and how an answer goes and returns."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from decimal import Decimal

import pytest

from mbc_journal import wording
from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Answer, Reading
from mbc_journal.scales import IMPACT, UNANSWERED, Entry, Group, Kind, Scale, Scales, other_id, six_digits

ALL = Scales.load(resources() / "scales")
DAY = dt.date(2026, 3, 4)
LEVELS = [one for one in ALL if one.kind is Kind.LEVEL]
COUNTS = [one for one in ALL if one.kind is Kind.COUNT]
NUMBERS = [one for one in ALL if one.kind is Kind.NUMBER]
YES_NO = [one for one in ALL if one.kind is Kind.YES_NO]
SYMPTOMS = [one for one in ALL if one.group is Group.SYMPTOM]
IMPACTS = [found for one in ALL if (found := ALL.impact(one.id)) is not None]
ASKING = [*SYMPTOMS, *IMPACTS]


def bad(scales: Iterable[Scale], is_right: Callable[[Scale], object]) -> list[str]:
    """The ids of the scales for which a rule does not hold."""
    return [one.id for one in scales if not is_right(one)]


def questions(scale: Scale) -> list[str]:
    return [text for text in (scale.ask_today, scale.ask_week, scale.ask_impact, scale.ask_impact_week) if text]


def read_back(scale: Scale, entry: Entry) -> Reading:
    return Reading(
        scale=scale.id, day=DAY, level=entry.level, value=entry.value, unit=entry.unit, comparator=entry.comparator,
        value_as_entered=entry.value_as_entered, unit_as_entered=entry.unit_as_entered,
    )  # fmt: skip


def refused(scale: Scale, text: str, unit: str = "") -> bool:
    try:
        scale.check(text, unit)
    except NotAllowed as problem:
        return bool(problem.sentences()[0].strip())
    return False


def test_all_that_can_be_logged_is_there() -> None:
    assert len(list(ALL)) == len({one.id for one in ALL}) == len(ALL)
    assert len(ALL) >= 118
    assert len(LEVELS) + len(COUNTS) + len(NUMBERS) + len(YES_NO) == len(ALL)


def test_an_id_is_short_plain_and_has_no_room_for_mistakes() -> None:
    assert bad(ALL, lambda one: re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.id)) == []
    assert bad(ALL, lambda one: not one.id.endswith(IMPACT)) == []
    assert bad(ALL, lambda one: ALL.get(one.id) is one) == []


def test_labels_are_words_people_use_without_stray_spaces() -> None:
    assert bad(ALL, lambda one: one.label and " ".join(one.label.split()) == one.label) == []
    assert bad(ALL, lambda one: any(letter.isupper() or letter.isdigit() for letter in one.label[:2])) == []
    assert bad(ALL, lambda one: not one.label.endswith((".", "?", ":"))) == []


def test_short_labels_fit_over_a_panel() -> None:
    assert bad(ALL, lambda one: 0 < len(wording.say(one.short)) <= 24) == []


def test_no_two_scales_are_called_the_same() -> None:
    labels = [one.label.casefold() for one in ALL]
    assert [label for label in labels if labels.count(label) > 1] == []


def test_every_question_is_a_question_and_says_of_which_time_it_speaks() -> None:
    for one in ALL:
        for text in questions(one):
            assert text.endswith("?"), one.id
            assert text[0].isupper(), one.id
    assert bad(SYMPTOMS, lambda one: one.ask_today) == []


def test_a_question_about_the_week_says_so() -> None:
    assert (
        bad([one for one in ALL if one.ask_week], lambda one: "7 days" in one.ask_week or "week" in one.ask_week) == []
    )


def test_no_question_pushes_or_frightens() -> None:
    hard = re.compile(r"\b(must|should|warning|danger\w*|urgent\w*|grade|score|normal|abnormal|battle|fight)\b", re.I)
    for one in ALL:
        for text in (one.label, one.short, *questions(one)):
            assert hard.search(text) is None, text


def test_levels_have_five_words_none_twice() -> None:
    assert bad(LEVELS, lambda one: len(one.words) == len(set(one.words)) == 5) == []
    assert bad(IMPACTS, lambda one: len(one.words) == len(set(one.words)) == 5) == []
    assert bad(YES_NO, lambda one: one.words == ("No", "Yes")) == []
    assert bad([*COUNTS, *NUMBERS], lambda one: not one.words) == []


def test_an_answered_level_is_said_with_its_own_word() -> None:
    for one in [*LEVELS, *IMPACTS]:
        for level, word in enumerate(one.words):
            assert one.say(read_back(one, one.check(word))) == wording.say(word)
            assert one.check(str(level)).level == level
            assert one.check(word).value is None


def test_yes_and_no_go_and_return() -> None:
    for one in YES_NO:
        assert [one.say(read_back(one, one.check(text))) for text in ("yes", "NO", "1", "0")] == [
            "Yes", "No", "Yes", "No",
        ]  # fmt: skip
        assert refused(one, "2")


def test_no_level_takes_a_number_beyond_its_words() -> None:
    for one in [*LEVELS, *IMPACTS, *YES_NO]:
        for text in ("-1", "5", "1.5", "", "  ", "severe!", "None of these", "\u0663"):
            assert refused(one, text), (one.id, text)


def test_why_there_is_no_answer_is_said_the_same_way_for_all() -> None:
    for one in [*ALL, *IMPACTS]:
        for state, words in UNANSWERED.items():
            assert one.say(Reading(scale=one.id, day=DAY, state=state)) == words
    assert set(UNANSWERED) == set(Answer) - {Answer.ANSWERED}


def test_a_count_goes_and_returns_with_one_and_many() -> None:
    for one in COUNTS:
        step = one.step or Decimal(1)
        for number in (Decimal(0), step, 2 * step):
            entry = one.check(str(number))
            assert (entry.value, entry.doubt, entry.level) == (number, "", None), one.id
            assert one.say(read_back(one, entry)).startswith(f"{number} "), one.id
        assert one.unit, one.id


def test_a_count_is_never_below_nothing_and_above_its_most_it_is_asked() -> None:
    for one in COUNTS:
        assert one.least == 0
        assert refused(one, "-1")
        assert refused(one, "<3")
        assert one.most is not None
        assert one.most > 0
        assert one.check(str(one.most)).doubt == ""
        doubt = one.check(str(one.most + (one.step or 1))).doubt
        assert doubt.startswith("Is "), one.id
        assert doubt.endswith(" right?"), one.id


def test_a_count_of_whole_things_takes_no_parts() -> None:
    for one in COUNTS:
        step = one.step or Decimal(1)
        assert refused(one, str(step + step / 4)) or one.step is None, one.id


def test_typing_limits_leave_room_and_are_the_right_way_round() -> None:
    for one in NUMBERS:
        if one.typo_low is not None and one.typo_high is not None:
            assert one.typo_low < one.typo_high, one.id
            assert one.check(str(one.typo_low)).doubt == "", one.id
            assert one.check(str(one.typo_high)).doubt == "", one.id
            assert one.check(str(one.typo_high * 10)).doubt.endswith("right?"), one.id


def test_what_is_doubted_is_kept_all_the_same() -> None:
    for one in NUMBERS:
        if one.typo_high is not None:
            wild = one.typo_high * 10
            assert one.check(str(wild)).value == wild


@pytest.mark.parametrize("text", ["abc", "", "1,2,3", "1e3", "NaN", "inf", "--1", "1 2", "9" * 31, "$5", "\x00"])
def test_no_measure_takes_what_is_no_number(text: str) -> None:
    assert bad(NUMBERS, lambda one: refused(one, text)) == []


@pytest.mark.parametrize("text", ["<7.5", "> 7,5", "<7", ">0.50"])
def test_results_beyond_a_limit_keep_their_sign(text: str) -> None:
    for one in NUMBERS:
        entry = one.check(text)
        assert entry.comparator == text[0]
        assert one.say(read_back(one, entry)).startswith(("below ", "above "))


def test_every_unit_goes_to_the_scales_own_and_back_within_six_digits() -> None:
    values = [Decimal(text) for text in ("0.5", "1", "12.3", "37", "70", "140")]
    for one in NUMBERS:
        for other in one.other_units:
            for value in values:
                back = one.in_unit(other.to_own(value), other.unit)
                assert abs(back - value) <= abs(value) * Decimal("0.0001"), (one.id, other.unit, value)


def test_a_value_in_another_unit_keeps_the_text_and_the_unit_of_the_person() -> None:
    for one in NUMBERS:
        for unit in one.units:
            entry = one.check(" 36,5 ", unit)
            assert (entry.value_as_entered, entry.unit_as_entered, entry.unit) == ("36,5", unit or one.unit, one.unit)
            assert "36,5" in one.say(read_back(one, entry)), one.id


def test_a_unit_that_is_not_known_is_refused_and_named() -> None:
    for one in NUMBERS:
        with pytest.raises(NotAllowed) as problem:
            one.check("36", "furlong")
        assert "furlong" in str(problem.value)


def test_no_unit_stands_twice_and_factors_never_divide_by_nothing() -> None:
    assert bad(NUMBERS, lambda one: len(one.units) == len(set(one.units))) == []
    for one in NUMBERS:
        assert all(other.divide and other.times for other in one.other_units), one.id


def test_a_converted_number_has_six_digits_at_most() -> None:
    for one in NUMBERS:
        for other in one.other_units:
            digits = other.to_own(Decimal("123.456789")).as_tuple().digits
            assert len("".join(map(str, digits)).lstrip("0")) <= 6 or one.id == "", (one.id, digits)


@pytest.mark.parametrize(
    ("value", "six"),
    [("1234567", "1234570"), ("0.12345678", "0.123457"), ("99999.95", "100000"), ("1.0", "1.0"), ("0", "0"),
     ("-273.15", "-273.15"), ("1234565", "1234570")],
)  # fmt: skip
def test_six_digits_round_half_up_and_add_none(value: str, six: str) -> None:
    assert str(six_digits(Decimal(value))) == six


def test_all_loinc_codes_are_shaped_like_one_and_lead_to_one_scale() -> None:
    seen: dict[str, str] = {}
    for one in ALL:
        for code in {one.loinc, *one.loinc_read, *(other.loinc for other in one.other_units)} - {""}:
            assert re.fullmatch(r"\d{1,5}-\d", code), code
            assert seen.setdefault(code, one.id) == one.id


def test_private_scales_wait_until_they_are_asked_for() -> None:
    private = [one for one in ALL if one.private]
    assert private
    assert [one.id for one in private if one.core or one.starter is not None] == []


def test_where_it_is_is_asked_only_of_symptoms() -> None:
    assert bad([one for one in ALL if one.site or one.side], lambda one: one.group is Group.SYMPTOM) == []


def test_every_symptom_stands_in_a_section_and_nothing_else_does() -> None:
    sections = {section.id for section in ALL.vocabulary.sections}
    assert bad(ALL, lambda one: (one.section in sections) is (one.group is Group.SYMPTOM)) == []


def test_in_the_way_has_its_own_words_and_never_asks_of_itself() -> None:
    assert IMPACTS
    for one in IMPACTS:
        assert one.words[0] != "None"
        assert (one.core, one.starter, one.site, one.side, one.ask_impact) == (False, None, False, False, "")
        assert ALL.impact(one.id) is None
        assert ALL.get(one.id) == one


@pytest.mark.parametrize(
    ("name", "of", "text", "said"),
    [
        ("Itchy scalp", "level", "severe", "Severe"), ("Hiccups", "count", "4", "4"), ("Rash", "yes_no", "yes", "Yes"),
        ("Zinc", "umol/L", "12,5", "12,5 µmol/L"), ("Steps", "", "4000", "4000"),
        ("<b>$x$ [a]", "level", "1", "Mild"),
    ],
)  # fmt: skip
def test_a_symptom_of_ones_own_is_asked_checked_and_said_like_any_other(
    name: str, of: str, text: str, said: str
) -> None:
    own = ALL.get(other_id(name, of))
    assert (own.label, own.group) == (name, Group.OTHER)
    assert own.say(read_back(own, own.check(text))) == said


def test_a_long_name_of_ones_own_is_cut_for_a_panel_only() -> None:
    own = ALL.get(other_id("A very long name that a tired person typed", "level"))
    assert len(own.short) <= 24
    assert own.label == "A very long name that a tired person typed"

"""Whom to call, pages of the reference, helpers: what holds for every entry of the lists and every odd word typed."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mbc_journal import call, help_texts, own_settings
from mbc_journal.call import Urgency
from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Comparison, Contact, PlanRule, Profile
from mbc_journal.reference import Reference
from mbc_journal.reference.pages import NOT_CHECKED, category, side_effect, topic, treatment
from mbc_journal.reference.search import LONGEST, Index
from mbc_journal.scales import Kind, Scales, other_id

FOLDER = resources() / "reference" / "en"
GUIDE = call.load(FOLDER)
CATALOGUE = Catalogue.load(FOLDER)
REFERENCE = Reference(CATALOGUE)
INDEX = Index(REFERENCE)
SCALES = Scales.load(resources() / "scales")
TODAY = dt.date(2026, 11, 26)


def test_every_sign_that_is_always_shown_has_one_urgency_and_a_source() -> None:
    always = [*GUIDE.always(Urgency.EMERGENCY), *GUIDE.always(Urgency.CALL_NOW)]
    assert len({sign.key for sign in always}) == len(always)
    assert all(sign.source_ids for sign in always)
    assert all(call.words(said) and "{" not in call.words(said) for said in GUIDE.statements())


def test_published_limits_say_the_same_in_both_units() -> None:
    limits = [sign.limit for sign in GUIDE.signs if sign.limit is not None]
    assert limits
    for limit in limits:
        assert limit.fahrenheit == limit.celsius * 9 / 5 + 32
        assert SCALES.get(limit.scale).id == limit.scale
        assert call.limit_words(limit) == f"{limit.celsius} °C ({limit.fahrenheit} °F)"


def test_sources_have_numbers_without_gaps_and_a_line_each() -> None:
    numbers = GUIDE.numbered()
    assert list(numbers.values()) == list(range(1, len(numbers) + 1))
    known = {source.id: source for source in GUIDE.sources}
    for name, number in numbers.items():
        said = call.source_words(known[name], number, TODAY)
        assert said.startswith(f"[{number}] ")
        assert "{" not in said


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"role": "nurse line", "phone": "555 0100"}, "nurse line, 555 0100"), ({"phone": "555 0102"}, "555 0102"),
        ({"name": "Dr Okafor", "phone": "555 0101"}, "Dr Okafor, 555 0101"), ({"role": "nurse line"}, "nurse line"),
        ({}, ""), ({"role": "<b>", "phone": "+49 (30) / 1"}, "<b>, +49 (30) / 1"),
    ],
)  # fmt: skip
def test_a_number_is_said_with_what_is_known_of_it(fields: dict[str, Any], words: str) -> None:
    assert call.contact_words(Contact(**fields)) == words


def test_only_one_number_is_called_first_and_the_emergency_number_is_never_that_one() -> None:
    emergency = call.chosen_emergency(None, "112")
    first, other = Contact(phone="1", call_first=True), Contact(phone="2")
    assert (emergency.role, emergency.emergency) == (call.EMERGENCY_ROLE, True)
    assert call.emergency([first, emergency]) is emergency
    changed = call.called_first([first, emergency, other], other)
    assert [(one.phone, one.call_first) for one in changed] == [("1", False), ("2", True)]
    assert call.called_first([first, emergency, other], first) == []
    assert call.chosen_emergency(emergency, "911").id == emergency.id


@pytest.mark.parametrize(
    ("scale", "comparison", "value", "unit", "title"),
    [
        ("temperature", Comparison.AT_OR_ABOVE, "38.0", "Cel", "Temperature at or above 38.0 °C"),
        ("temperature", Comparison.ABOVE, "100.4", "[degF]", "Temperature above 100.4 °F"),
        ("fatigue", Comparison.AT_OR_ABOVE, "3", "", "Tiredness at or above Severe"),
        ("weight", Comparison.BELOW, "50", "", "Weight below 50 kg"),
    ],
)  # fmt: skip
def test_a_rule_of_the_team_is_titled_as_it_was_told(
    scale: str, comparison: Comparison, value: str, unit: str, title: str
) -> None:
    rule = PlanRule(scale=scale, comparison=comparison, value=Decimal(value), unit=unit)
    assert call.rule_title(rule, SCALES.get(scale)) == title


def test_every_scale_but_yes_and_no_may_have_a_rule_and_can_say_it() -> None:
    for scale in SCALES:
        assert call.may_have_rule(scale) is (scale.kind is not Kind.YES_NO)
        if call.may_have_rule(scale):
            rule = PlanRule(scale=scale.id, comparison=Comparison.BELOW, value=Decimal(2), unit=scale.unit)
            assert " below " in call.rule_title(rule, scale), scale.id
    assert call.may_have_rule(SCALES.get(other_id("Zinc", "mg")))


@pytest.mark.parametrize(
    ("text", "asked"), [("38", ""), ("382", "Is 382 right?"), ("abc", ""), ("", ""), ("3,8", "Is 3,8 right?")]
)
def test_a_limit_that_may_be_a_slip_is_asked_about_once(text: str, asked: str) -> None:
    assert call.doubt(SCALES.get("temperature"), text, "Cel") == asked


def test_every_treatment_has_a_page_whose_parts_and_sources_agree() -> None:
    for drug in CATALOGUE.drugs:
        view = treatment(REFERENCE, drug, TODAY)
        numbers = {number for part in (*view.parts, *view.call) for said in part.lines for number in said.numbers}
        numbers |= {number for said in view.line for number in said.numbers}
        assert all(part.lines for part in view.parts), drug.id
        assert numbers == set(range(1, len(numbers) + 1)), drug.id
        assert len(view.sources) >= len(numbers), drug.id
        assert all(text.endswith("?") for text in view.questions), drug.id


def test_what_no_source_supports_wears_its_badge_on_every_page() -> None:
    for drug in CATALOGUE.drugs:
        entry = REFERENCE.entry(drug.id)
        unchecked = {said.text for said in entry.statements() if said.unchecked} if entry else set()
        for said in (line for part in treatment(REFERENCE, drug, TODAY).parts for line in part.lines):
            assert said.text not in unchecked or said.badge == NOT_CHECKED, (drug.id, said.text)


def test_every_topic_category_and_side_effect_has_a_page_with_something_on_it() -> None:
    for one in REFERENCE.topics:
        closed, opened = topic(REFERENCE, one, TODAY), topic(REFERENCE, one, TODAY, door_open=True)
        assert closed.title
        assert sum(len(part.lines) for part in opened.parts) >= sum(len(part.lines) for part in closed.parts)
    for kind, _name in CATALOGUE.categories:
        assert category(REFERENCE, kind, TODAY).drugs, kind
    assert all(side_effect(REFERENCE, effect, ()).title for effect in CATALOGUE.effects.values())


@pytest.mark.parametrize("typed", ["", "   ", "\x00", "?!", "\u202e", "the of", "x" * 10_000, "\U0001f600", "<b>$x$"])
def test_no_search_of_the_reference_fails(typed: str) -> None:
    found = INDEX.find(typed)
    assert len(found.near) <= 3
    assert all(hit.title for hit in (*found.hits, *found.near))


@settings(max_examples=25, deadline=None)
@given(some.text(max_size=30))
def test_any_search_is_the_same_twice_and_keeps_outlook_behind_its_door(typed: str) -> None:
    found = INDEX.find(typed)
    assert found == INDEX.find(typed)
    closed = {one.id for one in REFERENCE.topics if one.opt_in}
    assert not [hit for hit in found.hits if hit.key.id in closed]


def test_letters_beyond_the_longest_change_nothing() -> None:
    words = "letrozole ".ljust(LONGEST)
    assert INDEX.find(words + "zzz") == INDEX.find(words)


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "Write the name first."), ("  \n", "Write the name first."), ("me", "This name stands for you already"),
     ("ADA", "This name is there already."), ("x" * 62, "This is too long by 2 letters; 60 fit here.")],
)  # fmt: skip
def test_a_helper_needs_a_name_of_her_own(name: str, said: str) -> None:
    with pytest.raises(NotAllowed, match=re.escape(said)):
        own_settings.with_helper(Profile(helpers=("Ada",)), name)


def test_helpers_keep_their_order_when_one_is_renamed_or_goes() -> None:
    profile = Profile(helpers=("Ada", "Bo", "Cy"))
    assert own_settings.with_helper_renamed(profile, "Bo", " Bob  B ").helpers == ("Ada", "Bob B", "Cy")
    assert own_settings.with_helper_renamed(profile, "Bo", "bo").helpers == ("Ada", "bo", "Cy")
    assert own_settings.without_helper(profile, "Ada").helpers == ("Bo", "Cy")
    assert own_settings.without_helper(profile, "nobody").helpers == profile.helpers


def test_every_key_of_help_is_listed_and_nothing_finds_nothing() -> None:
    rows = help_texts.row_keys()
    assert rows
    assert help_texts.find_keys(rows, "") == list(rows)
    assert help_texts.find_keys(rows, "zzzzzz") == []

"""What the page decides about numbers and the team's rules: one is called first, a rule is said as it was told."""

from decimal import Decimal

import pytest

from mbc_journal import call
from mbc_journal.records import Comparison, Contact, PlanRule
from mbc_journal.scales import Kind, Scales

# -- my numbers --------------------------------------------------------------------------------------------------


def contacts() -> list[Contact]:
    return [
        Contact(role="24-hour line", phone="555 0100", call_first=True),
        Contact(role="nurse", name="Bea", phone="555 0123"),
        Contact(role=call.EMERGENCY_ROLE, phone="112"),
    ]


def test_the_emergency_number_is_not_among_her_own() -> None:
    assert [one.role for one in call.numbers(contacts())] == ["24-hour line", "nurse"]
    chosen = call.emergency(contacts())
    assert chosen is not None
    assert chosen.phone == "112"
    assert call.emergency(contacts()[:2]) is None


def test_a_chosen_emergency_number_changes_the_one_there_is() -> None:
    first = call.chosen_emergency(None, "112")
    assert (first.role, first.phone, first.emergency) == (call.EMERGENCY_ROLE, "112", True)
    second = call.chosen_emergency(first, "999")
    assert (second.id, second.phone) == (first.id, "999")


def test_one_number_alone_is_called_first() -> None:
    line, nurse, emergency = contacts()
    changed = call.called_first([line, nurse, emergency], nurse)
    assert {one.id: one.call_first for one in changed} == {line.id: False, nurse.id: True}
    assert call.called_first([line, nurse, emergency], line) == []


def test_a_second_emergency_number_from_elsewhere_is_not_lost() -> None:
    twice = [*contacts(), Contact(role=call.EMERGENCY_ROLE, phone="999")]
    assert [one.phone for one in call.numbers(twice)] == ["555 0100", "555 0123", "999"]


@pytest.mark.parametrize(
    ("text", "unit", "asked"),
    [
        ("382", "Cel", "Is 382 right?"),
        ("38,2", "Cel", ""),
        ("100.4", "[degF]", ""),
        ("", "Cel", ""),
        ("hot", "Cel", ""),
    ],
)
def test_only_a_likely_slip_is_asked_about(text: str, unit: str, asked: str, scales: Scales) -> None:
    assert call.doubt(scales.get("temperature"), text, unit) == asked


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (Contact(role="nurse", name="Bea", phone="1"), "nurse, 1"),
        (Contact(name="Bea", phone="1"), "Bea, 1"),
        (Contact(phone="1"), "1"),
        (Contact(role="nurse"), "nurse"),
    ],
)
def test_a_number_is_called_by_what_there_is(contact: Contact, words: str) -> None:
    assert call.contact_words(contact) == words


# -- what my team told me ----------------------------------------------------------------------------------------


def rule(scale: str, value: str, unit: str = "", comparison: Comparison = Comparison.AT_OR_ABOVE) -> PlanRule:
    return PlanRule(scale=scale, comparison=comparison, value=Decimal(value), unit=unit)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (rule("temperature", "38.0", "Cel"), "Temperature at or above 38.0 °C"),
        (rule("temperature", "100.4", "[degF]"), "Temperature at or above 100.4 °F"),
        (rule("temperature", "37.5"), "Temperature at or above 37.5 °C"),
        (rule("pain", "3"), "Pain at or above Severe"),
        (rule("weight", "50", "kg", Comparison.BELOW), "Weight below 50 kg"),
    ],
)
def test_a_rule_is_said_as_it_was_told(told: PlanRule, words: str, scales: Scales) -> None:
    assert call.rule_title(told, scales.get(told.scale)) == words


def test_a_level_that_does_not_exist_is_said_as_the_number_it_is(scales: Scales) -> None:
    assert call.limit_text(rule("pain", "7"), scales.get("pain")) == "7"
    assert call.limit_text(rule("pain", "2.5"), scales.get("pain")) == "2.5"


def test_a_count_is_said_with_what_is_counted(scales: Scales) -> None:
    told = rule("loose-stools", "4")
    assert call.rule_title(told, scales.get("loose-stools")).endswith("at or above 4 times a day")


def test_a_team_names_no_limit_of_yes_and_no(scales: Scales) -> None:
    assert not any(call.may_have_rule(scale) for scale in scales if scale.kind is Kind.YES_NO)
    assert call.may_have_rule(scales.get("temperature"))
    assert call.may_have_rule(scales.get("pain"))

"""Who to call: whole pages of signs, numbers in any order, dates of sources, limits at the edge of sense."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from mbc_journal import call
from mbc_journal.call import Fact, Guide, Limit, Line, Sign, Source, Urgency
from mbc_journal.paths import resources
from mbc_journal.records import Comparison, Contact, PlanRule
from mbc_journal.scales import Scales

GUIDE = call.load(resources() / "reference" / "en")
SCALES = Scales.load(resources() / "scales")
TODAY = dt.date(2026, 3, 4)
LIMIT = Limit("temperature", Decimal("38.0"), Decimal("100.4"))
EMPTY = Guide((), (), (), (), (), ())
LABEL = Source("s1", "US prescribing information", "FDA", "2024-03-04", "https://example.org/a", "2026-03-01", True, "")


def sign(key: str, urgency: Urgency = Urgency.CALL_NOW, **more: Any) -> Sign:
    base = Sign(key, f"You have {key}.", urgency, True, None, (), "", False)
    return replace(base, **more)


def rule(scale: str, value: str, unit: str = "", comparison: Comparison = Comparison.AT_OR_ABOVE) -> PlanRule:
    return PlanRule(scale=scale, comparison=comparison, value=Decimal(value), unit=unit)


# -- the lists --------------------------------------------------------------------------------------------------------


def test_an_empty_guide_shows_nothing_and_was_never_checked() -> None:
    assert EMPTY.shown() == ()
    assert EMPTY.statements() == ()
    assert EMPTY.numbered() == {}
    assert call.checked_last(EMPTY) is None
    assert EMPTY.limit("temperature") is None


def test_what_stands_with_a_treatment_alone_is_a_statement_but_not_on_the_page() -> None:
    guide = replace(EMPTY, signs=(sign("fever"), sign("rash", always=False, source_ids=("s9",), checked="2026-03-02")))
    assert [one.key for one in guide.always(Urgency.CALL_NOW)] == ["fever"]
    assert len(guide.statements()) == 2
    assert len(guide.shown()) == 1
    assert guide.numbered() == {}
    assert call.checked_last(guide) is None


def test_emergencies_stand_first_whatever_the_order_of_the_file() -> None:
    guide = replace(EMPTY, signs=(sign("fever"), sign("collapse", Urgency.EMERGENCY)), lines=(_line(),))
    assert [one.key for one in guide.shown() if isinstance(one, Sign)] == ["collapse", "fever"]
    assert guide.shown()[-1] == _line()


def _line() -> Line:
    return Line("Everywhere", "116 123", ("s1",), "2026-01-05", False)


def test_a_source_that_is_named_twice_has_one_number() -> None:
    facts = tuple(Fact(str(n), ids, "", False, False) for n, ids in enumerate([("b", "a"), ("a",), ("c", "b")]))
    assert replace(EMPTY, to_say=facts[:1], notes=facts[1:]).numbered() == {"b": 1, "a": 2, "c": 3}


def test_the_last_check_is_the_latest_day_not_the_last_line() -> None:
    facts = tuple(Fact("said", (), day, False, False) for day in ("2026-02-01", "2026-02-27", "", "2025-12-31"))
    assert call.checked_last(replace(EMPTY, notes=facts)) == dt.date(2026, 2, 27)


def test_a_limit_is_that_of_its_scale_alone() -> None:
    guide = replace(EMPTY, signs=(sign("rash"), sign("fever", limit=LIMIT)))
    assert guide.limit("temperature") == LIMIT
    assert guide.limit("fever") is None
    assert guide.limit("") is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (sign("x", text="A fever of {limit} or more.", limit=LIMIT), "A fever of 38.0 °C (100.4 °F) or more."),
        (sign("x", text="A {curly} word."), "A {curly} word."),
        (Fact("Say your {name}.", (), "", False, True), "Say your {name}."),
        (Line("Österreich", "142", (), "", True), "Österreich: 142"),
        (Line("{number}", "1", (), "", True), "{number}: 1"),
    ],
)
def test_only_a_sign_with_a_limit_has_one_in_its_words(said: call.Statement, words: str) -> None:
    assert call.words(said) == words


def test_no_shown_sign_leaves_a_brace_behind() -> None:
    assert not [said for said in GUIDE.statements() if "{" in call.words(said) or not call.words(said).strip()]


# -- sources ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "end"),
    [
        ({}, "Checked 1 Mar 2026. https://example.org/a"),
        ({"date": "2024-03-03"}, "This label is more than two years old; it may have changed. https://example.org/a"),
        ({"date": "2024-03"}, "Checked 1 Mar 2026. https://example.org/a"),
        ({"date": "2023"}, "This label is more than two years old; it may have changed. https://example.org/a"),
        ({"date": ""}, "Checked 1 Mar 2026. https://example.org/a"),
        ({"date": "2020", "label": False, "address": ""}, "Checked 1 Mar 2026."),
        ({"checked": "", "address": ""}, "Not yet checked."),
        ({"read": "not read", "address": ""}, "Checked 1 Mar 2026. Not yet read."),
    ],
)
def test_a_source_says_how_old_and_how_well_read_it_is(more: dict[str, Any], end: str) -> None:
    said = call.source_words(replace(LABEL, **more), 7, TODAY)
    assert said.startswith("[7] FDA, ")
    assert said.endswith(end)
    old = "more than two years old" in end
    assert ("more than two years old" in said) is old


@pytest.mark.parametrize(
    ("date", "said"),
    [("2021", "2021"), ("2021-11", "November 2021"), ("2021-11-29", "29 Nov 2021"), ("", "no date given")],
)
def test_the_date_of_a_source_is_as_precise_as_it_names_it(date: str, said: str) -> None:
    assert call.source_words(replace(LABEL, date=date), 1, TODAY).startswith(f"[1] FDA, {said}: US prescribing")


# -- numbers ----------------------------------------------------------------------------------------------------------


def test_without_numbers_there_is_nobody_and_no_emergency_number() -> None:
    assert call.numbers([]) == []
    assert call.emergency([]) is None


def test_a_line_of_the_team_marked_as_an_emergency_line_is_still_a_number_of_hers() -> None:
    line = Contact(role="24-hour line", phone="555 0100", emergency=True)
    assert call.emergency([line]) is None
    assert call.numbers([line]) == [line]


def test_changing_the_emergency_number_touches_neither_the_old_contact_nor_its_words() -> None:
    old = Contact(role=call.EMERGENCY_ROLE, phone="112", hours="always", name="Ambulance")
    new = call.chosen_emergency(old, "  +49 112 ")
    assert (old.phone, new.phone, new.hours, new.name) == ("112", "  +49 112 ", "always", "Ambulance")


def test_calling_one_first_changes_only_what_must_change() -> None:
    first, second, third = (Contact(role=str(n), call_first=n == 0) for n in range(3))
    assert call.called_first([first, second, third], first) == []
    assert [one.id for one in call.called_first([first, second, third], third)] == [first.id, third.id]
    chosen = Contact(role=call.EMERGENCY_ROLE, phone="112", call_first=True)
    assert [one.id for one in call.called_first([chosen, second], second)] == [second.id]


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (Contact(), ""),
        (Contact(phone="555"), "555"),
        (Contact(name="Bea", phone="555"), "Bea, 555"),
        (Contact(role="nurse", name="Bea"), "nurse"),
        (Contact(role="<b>line</b>", phone="\u202e555"), "<b>line</b>, \u202e555"),
        (Contact(role="555", phone="555"), "555"),
    ],
)
def test_a_number_is_said_once_however_little_is_known(contact: Contact, words: str) -> None:
    assert call.contact_words(contact) == words


# -- what my team told me ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "title"),
    [
        (rule("temperature", "38.0"), "Temperature at or above 38.0 °C"),
        (rule("temperature", "100.4", "[degF]"), "Temperature at or above 100.4 °F"),
        (rule("temperature", "35", comparison=Comparison.BELOW), "Temperature below 35 °C"),
        (rule("pain", "3", comparison=Comparison.AT_OR_ABOVE), "Pain at or above Severe"),
        (rule("pain", "0", comparison=Comparison.ABOVE), "Pain above None"),
        (rule("pain", "7", comparison=Comparison.AT_OR_BELOW), "Pain at or below 7"),
        (rule("other:Metal taste [level]", "2"), "Metal taste at or above Moderate"),
    ],
)
def test_a_rule_is_titled_as_it_was_told(told: PlanRule, title: str) -> None:
    assert call.rule_title(told, SCALES.get(told.scale)) == title


@pytest.mark.parametrize(
    ("text", "unit", "asks"),
    [("38", "Cel", False), ("382", "Cel", True), ("100.4", "[degF]", False), ("", "Cel", False), ("hot", "", False),
     ("9" * 10_000, "Cel", False), ("38", "no-such-unit", False)],
)  # fmt: skip
def test_a_limit_is_doubted_only_where_it_is_a_number_that_may_be_a_slip(text: str, unit: str, asks: bool) -> None:
    assert bool(call.doubt(SCALES.get("temperature"), text, unit)) is asks

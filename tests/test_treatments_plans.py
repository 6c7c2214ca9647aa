"""Plans and names that a form offers, and what is kept of them."""

from decimal import Decimal
from typing import Any

import pytest

from mbc_journal import check_in, schedule, treatments
from mbc_journal.catalogue import Catalogue
from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed, ResourceBroken
from mbc_journal.records import PartialDate, Profile
from mbc_journal.scales import Scales

_BLOCKS = {"kind": "on_off", "on": 14, "off": 7}


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        ("twice a day, days 1 to 14 of 21", {**_BLOCKS, "per_day": 2}),
        ("Morning and evening, days 1-14 of 21", {**_BLOCKS, "per_day": 2}),
        ("Twice a day for 14 days, then 7 days off", {**_BLOCKS, "per_day": 2}),
        ("two weeks on, one week off", {**_BLOCKS, "per_day": 1}),
        ("every 3 weeks", {"kind": "every", "n": 21}),
        ("every other day", {"kind": "every", "n": 2}),
        ("Once a week", {"kind": "every", "n": 7}),
        ("weekly", {"kind": "every", "n": 7}),
        ("On days 1 and 8 of every 21 days", {"kind": "cycle_days", "length": 21, "days": [1, 8]}),
        ("days 1, 8 and 15 of 28", {"kind": "cycle_days", "length": 28, "days": [1, 8, 15]}),
        ("day 1 of 21", {"kind": "cycle_days", "length": 21, "days": [1]}),
        ("three times a day", {"kind": "daily", "per_day": 3}),
        ("every 8 hours", {"kind": "daily", "per_day": 3}),
        ("once daily", {"kind": "daily", "per_day": 1}),
        ("1 tablet at bedtime", {"kind": "daily", "per_day": 1}),
        ("when I need it", {"kind": "as_needed"}),
        ("as needed for pain", {"kind": "as_needed"}),
    ],
)
def test_words_that_people_use_are_read_as_a_plan(words: str, plan: dict[str, Any]) -> None:
    found = treatments.counted_as(words)
    assert found is not None
    assert {key: found.plan[key] for key in plan} == plan
    assert found.words == words


@pytest.mark.parametrize(
    "words",
    ["", "whatever", "as the doctor said", "days 5 to 1 of 2", "days 0 of 5", "days 30 of 21", "every 0 days",
     "every 999 weeks", "days 1 to 900 of 999", "1" * 10_000, "days " + "1," * 5_000, "\0\u202e<b>", "\U0001f600" * 99],
)  # fmt: skip
def test_other_words_are_no_plan_and_are_never_guessed(words: str) -> None:
    assert treatments.counted_as(words) is None


def test_every_usual_plan_of_the_reference_can_be_kept_and_said(catalogue: Catalogue) -> None:
    for drug in catalogue.drugs:
        for offer in treatments.offers(drug):
            plan = treatments.kept_plan(offer, PartialDate("2026-01-05"))
            assert schedule.plan_words(plan) == offer.words
            assert "dose" not in plan
            assert treatments.pattern_words(offer)


def test_a_confirmed_plan_has_every_key_of_its_kind_and_no_others(catalogue: Catalogue) -> None:
    drug = catalogue.get("capecitabine")
    kept = treatments.kept_plan(treatments.offers(drug)[0], PartialDate("2026-01-05"))
    assert kept == {
        "kind": "on_off", "words": "Twice a day for 14 days, then 7 days off", "log_from": None, "per_day": 2,
        "times": [], "on": 14, "off": 7, "first_slot": 1, "first": None, "number": 1,
    }  # fmt: skip


@pytest.mark.parametrize(("on", "goes_on"), [(None, False), ("2024-03~", False), ("2026-01-05", True)])
def test_a_cycle_is_not_numbered_where_its_first_day_is_not_known(on: str | None, goes_on: bool) -> None:
    offer = treatments.counted_as("days 1 to 21 of 28")
    assert offer is not None
    kept = treatments.kept_plan(offer, PartialDate(on) if on else None, goes_on)
    assert kept["number"] is None


def test_without_a_known_treatment_common_plans_are_offered() -> None:
    assert [offer.words for offer in treatments.offers(None)][:2] == ["Once a day", "Twice a day"]


@pytest.mark.parametrize("value", ["0", "-1", "10000000", "0.00001"])
def test_a_dose_that_no_record_can_hold_is_refused(value: str) -> None:
    with pytest.raises(NotAllowed):
        treatments.checked_dose(Decimal(value))


@pytest.mark.parametrize("value", ["0.0001", "9999999", "1500", "2.50"])
def test_any_other_dose_is_kept_digit_for_digit(value: str) -> None:
    assert str(treatments.checked_dose(Decimal(value))) == value
    assert treatments.checked_dose(None) is None


@pytest.mark.parametrize("typed", ["capecitabine", "Xeloda", "xelo", "capecitabin", "capecitibine"])
def test_a_treatment_is_found_by_generic_brand_beginning_or_misspelt(catalogue: Catalogue, typed: str) -> None:
    assert "capecitabine" in [offer.drug.id for offer in treatments.names(catalogue, typed)]


def test_a_brand_that_was_typed_is_known_as_the_brand_meant(catalogue: Catalogue) -> None:
    offer = treatments.names(catalogue, "xelo")[0]
    assert (offer.brand, offer.detail) == ("Xeloda", "Xeloda, chemotherapy")
    known = treatments.known(catalogue, "  XELODA ")
    assert known is not None
    assert (known.drug.id, known.brand) == ("capecitabine", "Xeloda")


def test_warnings_are_never_offered_as_a_treatment(catalogue: Catalogue) -> None:
    for drug in catalogue.drugs:
        if not drug.is_option:
            assert treatments.known(catalogue, drug.name) is None
            assert drug.id not in [offer.drug.id for offer in treatments.names(catalogue, drug.name)]


@pytest.mark.parametrize("typed", ["", "my own tea", "x" * 10_000, "\0", "<b>capecitabine</b>"])
def test_other_names_mean_no_page(catalogue: Catalogue, typed: str) -> None:
    assert treatments.known(catalogue, typed) is None


def test_side_effects_to_ask_first_stand_in_front_and_private_ones_wait(catalogue: Catalogue, scales: Scales) -> None:
    drug = catalogue.get("letrozole")
    assert drug is not None
    shown = [scale.id for scale in treatments.side_effects(drug, scales)]
    private = [scale.id for scale in treatments.side_effects(drug, scales, private=True)]
    assert shown[0] == "joint-pain"
    assert len(set(shown)) == len(shown)
    assert "vaginal-dryness" in private
    assert not set(shown) & set(private)


def test_a_row_more_keeps_the_rows_asked_until_then(scales: Scales) -> None:
    starters = tuple(scale.id for scale in check_in.rows(Profile(), scales))
    more = treatments.with_row(Profile(), scales, "hand-foot")
    assert more.rows == (*starters, "hand-foot")
    assert treatments.with_row(more, scales, "hand-foot").rows == more.rows
    assert treatments.without_row(more, scales, "hand-foot").rows == starters


def test_a_hidden_row_is_shown_again_when_it_is_chosen(scales: Scales) -> None:
    profile = Profile(rows=("fatigue", "pain"), hidden=("pain", "weight"))
    assert treatments.with_row(profile, scales, "pain").hidden == ("weight",)


def test_places_of_spread_are_known_by_name_and_own_words_are_kept() -> None:
    known = treatments.sites(resources() / "codes")
    assert known["liver"] == "Liver"
    assert treatments.places(["bone"], ["liver", "left hip"], known) == ("bone", "liver", "left hip")


def test_a_damaged_table_of_places_is_said_by_name(tmp_path: Any) -> None:
    (tmp_path / "sites.csv").write_text("id\nbone\n", encoding="utf-8")
    with pytest.raises(ResourceBroken):
        treatments.sites(tmp_path)
    with pytest.raises(ResourceBroken):
        treatments.sites(tmp_path / "nowhere")


def test_only_her2_can_be_low() -> None:
    assert list(treatments.receptor_answers("her2")) == ["positive", "negative", "low", "ultralow"]
    assert list(treatments.receptor_answers("er")) == ["positive", "negative"]


def test_entries_are_one_a_line_and_each_once() -> None:
    assert treatments.entries(" PIK3CA  found \n\nESR1\nESR1\n") == ("PIK3CA found", "ESR1")


def test_once_a_day_is_said_where_a_pattern_is_to_be_confirmed() -> None:
    offer = treatments.counted_as("days 1 to 7 of 14")
    assert offer is not None
    assert treatments.pattern_words(offer) == "once a day, days 1 to 7 of 14"


@pytest.mark.parametrize("words", ["30 times a day", "0 times a day", "13x daily", "99x daily, days 1 to 14 of 21"])
def test_more_or_fewer_times_than_a_day_can_hold_count_as_nothing(words: str) -> None:
    assert treatments.counted_as(words) is None


def test_twelve_times_a_day_is_the_most_that_counts() -> None:
    offer = treatments.counted_as("12 times a day")
    assert offer is not None
    assert offer.plan["per_day"] == 12

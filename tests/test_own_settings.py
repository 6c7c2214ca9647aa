"""Settings that are the person's own: what a choice changes, what it leaves alone, and what is refused."""

import datetime as dt

import pytest

from mbc_journal import own_settings, treatments
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Profile
from mbc_journal.scales import Scales

TODAY = dt.date(2026, 3, 4)


def test_a_row_moves_past_the_next_one(scales: Scales) -> None:
    profile = Profile(rows=("fatigue", "pain", "nausea"))
    assert own_settings.moved_row(profile, scales, "pain", -1).rows == ("pain", "fatigue", "nausea")
    assert own_settings.moved_row(profile, scales, "pain", 1).rows == ("fatigue", "nausea", "pain")


def test_a_row_moves_past_hidden_ones_which_stand_still(scales: Scales) -> None:
    profile = Profile(rows=("fatigue", "weight", "nausea"), hidden=("weight",))
    assert own_settings.moved_row(profile, scales, "nausea", -1).rows == ("nausea", "fatigue", "weight")
    assert own_settings.moved_row(profile, scales, "fatigue", 1).rows == ("weight", "nausea", "fatigue")


def test_the_first_row_cannot_go_up_and_the_last_not_down(scales: Scales) -> None:
    profile = Profile(rows=("fatigue", "pain"))
    assert own_settings.moved_row(profile, scales, "fatigue", -1) is profile
    assert own_settings.moved_row(profile, scales, "pain", 1) is profile


def test_moving_a_starter_row_makes_the_starter_rows_her_own(scales: Scales) -> None:
    starters = treatments.row_ids(Profile(), scales)
    moved = own_settings.moved_row(Profile(), scales, starters[0], 1)
    assert moved.rows == (starters[1], starters[0], *starters[2:])


def test_a_unit_takes_the_place_of_the_other_one_of_its_kind() -> None:
    profile = Profile(units=("[degF]", "kg"))
    changed = own_settings.with_unit(profile, own_settings.WEIGHTS, "[stone_av]")
    assert set(changed.units) == {"[degF]", "[stone_av]"}
    assert own_settings.unit_of(changed, own_settings.WEIGHTS) == "[stone_av]"
    assert own_settings.unit_of(changed, own_settings.TEMPERATURES) == "[degF]"


def test_without_a_choice_the_usual_unit_is_shown() -> None:
    assert own_settings.unit_of(Profile(), own_settings.TEMPERATURES) == "Cel"
    assert own_settings.unit_of(Profile(), own_settings.WEIGHTS) == "kg"


@pytest.mark.parametrize("unit", [*own_settings.TEMPERATURES, *own_settings.WEIGHTS])
def test_every_unit_offered_is_one_its_scale_can_show(scales: Scales, unit: str) -> None:
    scale = scales.get("temperature" if unit in own_settings.TEMPERATURES else "weight")
    assert scale.preferred((unit,)) == unit


def test_a_pause_lasts_to_the_end_of_its_day() -> None:
    profile = own_settings.paused(Profile(), TODAY, TODAY)
    assert own_settings.is_paused(profile, TODAY)
    assert not own_settings.is_paused(profile, TODAY + dt.timedelta(days=1))
    assert not own_settings.is_paused(own_settings.paused(profile, None, TODAY), TODAY)


def test_a_pause_until_a_past_day_is_refused() -> None:
    with pytest.raises(NotAllowed, match="That day is past"):
        own_settings.paused(Profile(), TODAY - dt.timedelta(days=1), TODAY)


def test_hiding_adds_one_and_showing_again_takes_only_that_one(scales: Scales) -> None:
    profile = Profile(hidden=("add_treatments", "nausea"))
    hidden = own_settings.with_hidden(profile, "markers", True)
    assert hidden.hidden == ("add_treatments", "nausea", "markers")
    assert own_settings.with_hidden(hidden, "markers", True).hidden == hidden.hidden
    assert own_settings.with_hidden(hidden, "nausea", False).hidden == ("add_treatments", "markers")


def test_what_is_hidden_is_told_apart_topics_symptoms_and_closed_cards(scales: Scales) -> None:
    profile = Profile(hidden=("markers", "add_treatments", "nausea", "other:Itchy scalp [level]", "weight"))
    names = [scale.id for scale in own_settings.hidden_scales(profile, scales)]
    assert names == ["nausea", "other:Itchy scalp [level]"]
    assert own_settings.closed_cards(profile, scales) == ("add_treatments",)
    shown = own_settings.with_cards_shown(profile, scales)
    assert shown.hidden == ("markers", "nausea", "other:Itchy scalp [level]", "weight")


def test_a_birth_year_is_between_1900_and_this_year() -> None:
    assert own_settings.birth_years(TODAY) == (1900, 2026)


def test_a_helper_is_added_without_odd_spaces() -> None:
    profile = own_settings.with_helper(Profile(helpers=("Jo",)), "  my \0 sister ")
    assert profile.helpers == ("Jo", "my sister")


def test_a_helper_keeps_her_place_under_another_name() -> None:
    profile = Profile(helpers=("my sister", "Jo"))
    assert own_settings.with_helper_renamed(profile, "my sister", "Ines").helpers == ("Ines", "Jo")
    assert own_settings.with_helper_renamed(profile, "Jo", "JO").helpers == ("my sister", "JO")
    assert own_settings.without_helper(profile, "my sister").helpers == ("Jo",)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Write the name first"),
        (" \0\n ", "Write the name first"),
        ("me", "stands for you"),
        ("ME", "stands for you"),
        ("JO", "there already"),
        ("x" * 10_000, "too long by 9940 letters"),
    ],
)
def test_a_name_that_cannot_stand_beside_an_entry_is_refused(name: str, said: str) -> None:
    profile = Profile(helpers=("Jo", "Ines"))
    with pytest.raises(NotAllowed, match=said):
        own_settings.with_helper(profile, name)
    with pytest.raises(NotAllowed, match=said):
        own_settings.with_helper_renamed(profile, "Ines", name)


@pytest.mark.parametrize("name", ["<b>Jo</b>", "Zoë \U0001f642", "שלום", "$x$ {name}"])
def test_odd_names_are_kept_as_typed(name: str) -> None:
    assert own_settings.with_helper(Profile(), name).helpers == (name,)

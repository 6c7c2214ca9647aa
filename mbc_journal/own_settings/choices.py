"""What the person chose for her journal: Today's rows, rhythm, pause, units, paper, what is not shown."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mbc_journal import treatments
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Profile
from mbc_journal.scales import Scale, Scales
from mbc_journal.scales.own import PREFIX
from mbc_journal.wording import N_, _

RHYTHMS: Mapping[str, str] = {"daily": N_("Every day"), "some_days": N_("Some days"), "weekly": N_("Once a week")}
"""How often she writes; Profile.rhythm "" is daily."""

TEMPERATURES = ("Cel", "[degF]")
"""UCUM units a temperature can be shown in, the usual one first."""

WEIGHTS = ("kg", "[lb_av]", "[stone_av]")
"""UCUM units a weight can be shown in, the usual one first."""

PAPERS: Mapping[str, str] = {"a4": "A4", "letter": "Letter"}
"""Paper in words; both are names, the same in every language."""

TOPICS: Mapping[str, str] = {"markers": N_("Tumour markers"), "weight": N_("Weight")}
"""What many people do not want to see, beside single symptoms."""

_EARLIEST_BIRTH = 1900


def moved_row(profile: Profile, scales: Scales, scale_id: str, by: int) -> Profile:
    """The profile with one of Today's rows moved up (-1) or down (1) past the next one shown; hidden ones stand still.

    At the ends nothing changes.
    """
    ids = list(treatments.row_ids(profile, scales))
    shown = [one for one in ids if one not in profile.hidden]
    at = shown.index(scale_id)
    there = at + by
    if not 0 <= there < len(shown):
        return profile
    here, beside = ids.index(scale_id), ids.index(shown[there])
    ids.insert(beside, ids.pop(here))
    return replace(profile, rows=tuple(ids))


def unit_of(profile: Profile, units: Sequence[str]) -> str:
    """The one of `units` she prefers; else the usual one."""
    return next((unit for unit in units if unit in profile.units), units[0])


def with_unit(profile: Profile, units: Sequence[str], chosen: str) -> Profile:
    """The profile preferring `chosen` among `units`; what she prefers of other units stays."""
    return replace(profile, units=(*(unit for unit in profile.units if unit not in units), chosen))


def paused(profile: Profile, until: dt.date | None, today: dt.date) -> Profile:
    """The profile, paused to the end of that day; None: not paused. Raises NotAllowed for a day that is past."""
    if until is not None and until < today:
        raise NotAllowed(why=_("That day is past. Choose one that is still to come."))
    return replace(profile, paused_until=until)


def is_paused(profile: Profile, today: dt.date) -> bool:
    """Whether the pause still lasts."""
    return profile.paused_until is not None and profile.paused_until >= today


def with_hidden(profile: Profile, what: str, hide: bool) -> Profile:
    """The profile hiding a topic or a scale, or showing it again."""
    others = tuple(one for one in profile.hidden if one != what)
    return replace(profile, hidden=(*others, what) if hide else others)


def hidden_scales(profile: Profile, scales: Scales) -> tuple[Scale, ...]:
    """The single symptoms and measures she hides, in the order she hid them."""
    known = {scale.id for scale in scales}
    ids = [one for one in profile.hidden if one not in TOPICS]
    return tuple(scales.get(one) for one in ids if one in known or one.startswith(PREFIX))


def closed_cards(profile: Profile, scales: Scales) -> tuple[str, ...]:
    """What else is hidden: cards of Today that were closed for good."""
    of_scales = {scale.id for scale in hidden_scales(profile, scales)}
    return tuple(one for one in profile.hidden if one not in TOPICS and one not in of_scales)


def with_cards_shown(profile: Profile, scales: Scales) -> Profile:
    """The profile with the closed cards offered again."""
    closed = closed_cards(profile, scales)
    return replace(profile, hidden=tuple(one for one in profile.hidden if one not in closed))


def birth_years(today: dt.date) -> tuple[int, int]:
    """The first and the last year somebody who writes here can be born in."""
    return _EARLIEST_BIRTH, today.year

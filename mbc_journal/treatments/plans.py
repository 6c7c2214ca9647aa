"""Plans for a form: the usual ones of a treatment, common ones, and how a confirmed one is kept with a step."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mbc_journal import schedule, wording
from mbc_journal.catalogue import Drug
from mbc_journal.problems import NotAllowed
from mbc_journal.records import PartialDate
from mbc_journal.treatments.plan_words import read_plan
from mbc_journal.wording import N_, _

LONGEST_WORDS = 500
"""Letters of a prescription as given."""

UNITS = (
    "mg", "g", "\u00b5g", "mg/m\u00b2", "mg/kg", "mL", "tablet", "tablets", "capsules", "drops", "units", "Gy",
)  # fmt: skip
"""Units offered for a dose; any other words may be typed."""

_TIMES: Mapping[str, Any] = {"per_day": 1, "times": []}
_CYCLES: Mapping[str, Any] = {"first": None, "number": 1}
_KEYS: Mapping[str, Mapping[str, Any]] = {
    "daily": _TIMES,
    "on_off": {**_TIMES, "on": 1, "off": 0, "first_slot": 1, **_CYCLES},
    "cycle_days": {**_TIMES, "length": 1, "days": [], **_CYCLES},
    "every": {**_TIMES, "n": 1, "unit": "day", "loading": [], **_CYCLES},
    "as_needed": {},
}
"""The keys of each kind of plan that a form can set, in their order, as they are when nothing was said."""

_COMMON: tuple[tuple[str, Mapping[str, Any]], ...] = (
    (N_("Once a day"), {"kind": "daily", "per_day": 1}),
    (N_("Twice a day"), {"kind": "daily", "per_day": 2}),
    (N_("Once a week"), {"kind": "every", "n": 7}),
    (N_("Every 3 weeks"), {"kind": "every", "n": 21}),
    (N_("Every 4 weeks"), {"kind": "every", "n": 28}),
    (N_("When needed"), {"kind": "as_needed"}),
)


@dataclass(frozen=True)
class PlanOffer:
    """A pattern in words that a person may confirm; there is never a dose in it."""

    words: str  # translated
    plan: Mapping[str, Any]


def offers(drug: Drug | None) -> tuple[PlanOffer, ...]:
    """The usual plans of a treatment; common ones where none is known."""
    usual = drug.usual_plans if drug is not None else ()
    if usual:
        return tuple(PlanOffer(wording.say(one.words), one.plan) for one in usual)
    return tuple(PlanOffer(_(words), plan) for words, plan in _COMMON)


def counted_as(words: str) -> PlanOffer | None:
    """What typed words would count as; None if they are no pattern that is known. The words stay as typed."""
    plan = read_plan(words)
    return None if plan is None else PlanOffer(words.strip(), plan)


def pattern_words(offer: PlanOffer) -> str:
    """The pattern of an offer in our words, as "twice a day, days 1 to 14 of 21"; once a day is said too."""
    plan = {**kept_plan(offer, None), "words": ""}
    words = schedule.plan_words(plan)
    once = plan["kind"] == "on_off" and plan["per_day"] == 1
    return _("once a day, {pattern}").format(pattern=words) if once else words


def kept_plan(offer: PlanOffer, on: PartialDate | None, goes_on: bool = False) -> dict[str, Any]:
    """A confirmed plan as a step keeps it, with every key of its kind; doses are not asked for yet.

    Cycles are numbered from 1 where the day of the first is known; a plan that `goes_on` counts on.
    """
    kind = str(offer.plan["kind"])
    own = {"kind": kind, "words": offer.words, "log_from": None}
    rest = {key: offer.plan.get(key, usual) for key, usual in _KEYS[kind].items()}
    if "number" in rest and (goes_on or on is None or on.exact is None):
        rest["number"] = None
    return {**own, **{key: list(value) if isinstance(value, tuple) else value for key, value in rest.items()}}


def checked_dose(value: Decimal | None) -> Decimal | None:
    """A dose as it can be kept. Raises NotAllowed: more than zero, seven digits, four behind the point."""
    if value is None:
        return None
    if value <= 0:
        raise NotAllowed(why=_("A dose is more than zero. For days without it, record a hold or a stop."))
    if value >= 10**7 or value != round(value, 4):
        raise NotAllowed(why=_("A dose has at most seven digits, and four behind the point."))
    return value

"""Two periods of one scale side by side: what is new, worse, better, gone or the same."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mbc_journal.scales import Scale
from mbc_journal.series.facts import FEW_DAYS, MODERATE, Series
from mbc_journal.wording import N_, _

_SHORTEST = 7


class Outcome(StrEnum):
    """What two periods say of a scale, in the order they are listed; the last two are not."""

    NEW = "new"
    WORSE = "worse"
    NO_COMPARISON = "no_comparison"
    BETTER = "better"
    GONE = "gone"
    SAME = "same"
    NOT_LOGGED = "not_logged"
    NOT_LISTED = "not_listed"


LISTED = tuple(Outcome)[:6]
_WORDS = {
    Outcome.NEW: N_("New"), Outcome.WORSE: N_("Worse"), Outcome.NO_COMPARISON: N_("No comparison"),
    Outcome.BETTER: N_("Better"), Outcome.GONE: N_("Gone"), Outcome.SAME: N_("Same"),
    Outcome.NOT_LOGGED: N_("not logged"), Outcome.NOT_LISTED: "",
}  # fmt: skip


@dataclass(frozen=True)
class Side:
    """One period of a scale: logged days, worst value (None: none), days affected."""

    logged: int
    worst: Decimal | None
    affected: int

    @classmethod
    def of(cls, series: Series) -> "Side":
        """The side a series makes."""
        return cls(series.logged, series.worst.value if series.worst else None, series.affected)


@dataclass(frozen=True)
class Compared:
    """A scale over two periods and what that says; both sides are always shown beside it."""

    outcome: Outcome
    before: Series
    now: Series
    first_logged: bool = False  # never answered before this period

    @property
    def word(self) -> str:
        """The word of the first column, translated."""
        return _(_WORDS[self.outcome])

    @property
    def words(self) -> str:
        """The word, with "first logged" where that is the reason."""
        first = self.outcome is Outcome.NEW and self.first_logged
        return _("New (first logged)") if first else self.word


def outcome(before: Side, now: Side, days: int, first_logged: bool = False) -> Outcome:
    """What two sides say, by the first rule that fits; `days` is the length of the period now."""
    worst_before, worst_now = before.worst or Decimal(0), now.worst or Decimal(0)
    if now.logged == 0:
        return Outcome.NOT_LOGGED
    if first_logged:
        return Outcome.NEW if worst_now >= 1 else Outcome.NOT_LISTED
    if min(before.logged, now.logged) < FEW_DAYS or days < _SHORTEST:
        return Outcome.NO_COMPARISON if worst_now >= MODERATE else Outcome.NOT_LISTED
    if worst_before == 0 or worst_now == 0:
        return _from_or_to_none(worst_before, worst_now)
    if worst_now != worst_before:
        return Outcome.WORSE if worst_now > worst_before else Outcome.BETTER
    return _by_days(before, now)


def _from_or_to_none(worst_before: Decimal, worst_now: Decimal) -> Outcome:
    if worst_before == worst_now:
        return Outcome.NOT_LISTED
    return Outcome.NEW if worst_before == 0 else Outcome.GONE


def _by_days(before: Side, now: Side) -> Outcome:
    """Whether a quarter of the logged days more, or fewer, were affected."""
    more = 4 * (now.affected * before.logged - before.affected * now.logged)
    quarter = before.logged * now.logged
    if more >= quarter:
        return Outcome.WORSE
    return Outcome.BETTER if more <= -quarter else Outcome.SAME


def compare(before: Series, now: Series, first_answered: dt.date | None = None) -> Compared:
    """The period `now` beside the one `before`; `first_answered` is the scale's first answer in the whole journal."""
    first = not before.logged and (first_answered is None or first_answered >= now.span.since)
    found = outcome(Side.of(before), Side.of(now), now.days, first)
    return Compared(found, before, now, first)


def in_order(compared: Iterable[Compared]) -> list[Compared]:
    """What is listed, in the order of the outcomes, then the heaviest first, then as given (Today's order)."""
    return sorted((one for one in compared if one.outcome in LISTED), key=_listing_key)


def _listing_key(one: Compared) -> tuple[int, Decimal, int, int]:
    worst, severe, affected = heaviness(one.now)
    return LISTED.index(one.outcome), -worst, -severe, -affected


def heaviness(series: Series) -> tuple[Decimal, int, int]:
    """The key of "highest first": worst value, severe days, days affected."""
    return series.worst.value if series.worst else Decimal(-1), series.severe, series.affected


def highest_first(series: Iterable[Series]) -> list[Series]:
    """Series with the highest worst value first; equals stay in the order given (Today's)."""
    return sorted(series, key=heaviness, reverse=True)


def comparable(scale: Scale) -> bool:
    """Whether two periods of a scale are compared: symptoms are, measurements and "in the way" answers are not."""
    return scale.kind in ("level", "count", "yes_no") and not scale.id.endswith("-impact")

"""Which one card Today shows beside the day: midnight, first start, after a gap, or nothing. Decides; never draws."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from mbc_journal import check_in, wording
from mbc_journal.wording import _

AWAY_DAYS = 7
"""After so many days without an entry Today says "Good to see you"."""


class CardKind(StrEnum):
    """The cards, most pressing first."""

    WRITE_FOR_YESTERDAY = "write_for_yesterday"
    GOOD_TO_SEE_YOU = "good_to_see_you"
    ADD_TREATMENTS = "add_treatments"


@dataclass(frozen=True)
class CardText:
    """What a card says: its title and its verb; Not now stands beside."""

    kind: CardKind
    title: str
    verb: str


@dataclass(frozen=True)
class Situation:
    """What the choice of a card rests on."""

    now: dt.datetime
    shown: dt.date
    last_day: dt.date | None  # the last day with an entry
    treatments: bool
    closed: frozenset[str] = frozenset()  # kinds closed with Not now


def card(situation: Situation) -> CardText | None:
    """The one card to show, or none."""
    made = (_midnight(situation), _gap(situation), _treatments(situation))
    return next((text for text in made if text is not None and text.kind not in situation.closed), None)


def _midnight(situation: Situation) -> CardText | None:
    today = situation.now.date()
    if situation.now.time() >= check_in.NIGHT_ENDS or situation.shown != today:
        return None
    yesterday = wording.heading_day_short(today - dt.timedelta(days=1))
    return CardText(
        CardKind.WRITE_FOR_YESTERDAY,
        _("It is past midnight. A new day has begun on this page."),
        _("Write this for {day}").format(day=yesterday),
    )


def _gap(situation: Situation) -> CardText | None:
    today = situation.now.date()
    if situation.last_day is None or situation.shown != today:
        return None
    if (today - situation.last_day).days < AWAY_DAYS:
        return None
    return CardText(CardKind.GOOD_TO_SEE_YOU, _("Good to see you."), _("Fill in a few days"))


def _treatments(situation: Situation) -> CardText | None:
    if situation.treatments:
        return None
    return CardText(CardKind.ADD_TREATMENTS, _("Add your treatments (2 minutes, later is fine)"), _("Add a treatment"))

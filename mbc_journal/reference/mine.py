"""What a page of the reference takes from the person's own journal, and what it puts there. Decides; never draws."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from mbc_journal.catalogue import Catalogue, Drug
from mbc_journal.records import Answer, Profile, Reading, Step, Therapy
from mbc_journal.treatments import courses, taken_now
from mbc_journal.wording import _, ngettext

OUTLOOK = "outlook"
"""Stands in Profile.hidden once the outlook figures are not to be offered again."""

DAYS = 28
"""So many days back her own log is counted."""


@dataclass(frozen=True)
class Log:
    """Readings of the last days, and on which of those days anything was logged."""

    readings: tuple[Reading, ...] = ()
    days: frozenset[dt.date] = frozenset()

    def words(self, scales: Collection[str]) -> str:
        """As "you logged it on 6 of 21 days", for any of these scales."""
        on = {one.day for one in self.readings if one.scale in scales and _was_there(one)}
        if not on:
            return _("not logged")
        told = ngettext(
            "you logged it on {times} of {count} day", "you logged it on {times} of {count} days", len(self.days)
        )
        return told.format(times=len(on), count=len(self.days))


def log(readings: Iterable[Reading]) -> Log:
    """The log of readings of any scale."""
    answered = tuple(one for one in readings if one.state is Answer.ANSWERED)
    return Log(answered, frozenset(one.day for one in answered))


def current(
    therapies: Sequence[Therapy], steps: Sequence[Step], catalogue: Catalogue, today: dt.date
) -> tuple[Drug, ...]:
    """Her treatments of now that this reference knows, each once, in the order of Treatments."""
    now = taken_now(courses(therapies, steps, today))
    known = (catalogue.get(one.therapy.reference_id) for one in now)
    return tuple({drug.id: drug for drug in known if drug is not None}.values())


def gone(
    therapies: Sequence[Therapy], steps: Sequence[Step], catalogue: Catalogue, today: dt.date
) -> tuple[Therapy, ...]:
    """Her treatments of now that an earlier reference knew and this one does not, each once; their names are hers."""
    now = (one.therapy for one in taken_now(courses(therapies, steps, today)))
    lost = (one for one in now if one.reference_id and catalogue.get(one.reference_id) is None)
    return tuple({one.reference_id: one for one in lost}.values())


def without_outlook(profile: Profile) -> Profile:
    """The profile that is never offered the outlook figures again."""
    return replace(profile, hidden=(*profile.hidden, OUTLOOK))


def _was_there(reading: Reading) -> bool:
    """Whether it says that the symptom was there: None and No do not."""
    return bool(reading.level) or bool(reading.value)

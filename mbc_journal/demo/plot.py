"""What every part of the made-up journal is written with: the course, the person, the words, ids and stamps."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any, TypedDict

from mbc_journal.demo.chance import Chance
from mbc_journal.demo.course import Course
from mbc_journal.demo.words import Words
from mbc_journal.records import ME, Moment, Reading

OFFSET = "+00:00"
"""Where the made-up person lives, so that the same seed gives the same journal in every time zone."""
EVENING = dt.time(17, 40)
_MORNING = dt.time(7, 20)
_NAMES = uuid.UUID("0f0c7d5e-7d0b-5c6f-9a53-6d62632d6a6f")


class Stamp(TypedDict):
    """The fields every row has."""

    id: uuid.UUID
    written_at: dt.datetime
    changed_at: dt.datetime
    written_by: str


@dataclass(frozen=True)
class Plot:
    """One made-up life; everything about it follows from `seed` and the day of `course`."""

    seed: int
    course: Course
    person: Words
    words: Words

    def chance(self, subject: str) -> Chance:
        """Chance for one part, so that a change in one part leaves the others alone."""
        return Chance(self.seed, self.course.today, subject)

    def text(self, text: str) -> str:
        """`text` with the names of this person's people in it."""
        names = {name: self.person[name] for name in ("doctor", "nurse", "sister")}
        return text.format(**names)

    def stamp(self, kind: str, key: object, day: dt.date, at: dt.time | None = None, by: str = ME) -> Stamp:
        """Id and time of writing of one row: in the evening of `day`, or later on days that were added later."""
        moment = dt.datetime.combine(day, at or EVENING, tzinfo=dt.UTC)
        if day in self.course.later:
            moment = dt.datetime.combine(day + dt.timedelta(days=2), dt.time(10, 15), tzinfo=dt.UTC)
        this_morning = (at if day == self.course.today else None) or _MORNING
        written = min(moment, dt.datetime.combine(self.course.today, this_morning, tzinfo=dt.UTC))
        name = f"{self.seed}/{self.course.today}/{self.course.since}/{kind}/{key}"
        return Stamp(id=uuid.uuid5(_NAMES, name), written_at=written, changed_at=written, written_by=by)

    def reading(self, scale: str, day: dt.date, at: dt.time | None = None, **said: Any) -> Reading:
        """One reading of `scale`; with `at` it was taken and written then."""
        by = said.pop("by", ME)
        stamp = self.stamp("reading", f"{scale}/{day}/{at}", day, at, by)
        return Reading(**stamp, scale=scale, day=day, time=at, utc_offset=OFFSET, **said)


def moment(day: dt.date, at: dt.time) -> Moment:
    """`day` and wall time `at` where the person lives."""
    return Moment(day, at, OFFSET)

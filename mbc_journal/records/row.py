"""What every stored record has, and the small values records are made of."""

import calendar
import datetime as dt
import re
import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

NEVER = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
"""The `written_at` and `changed_at` of a record that was never saved."""

ME = "me"
"""The `written_by` of the person the journal is about; a helper's name otherwise."""


@dataclass(kw_only=True, eq=False)
class Row:
    """One stored row. The journal sets the four time fields; a form never does.

    `written_at` and `changed_at` are UTC, to the second; `written_at` never changes after the first save.
    """

    id: uuid.UUID = field(default_factory=uuid.uuid4)
    written_at: dt.datetime = NEVER
    changed_at: dt.datetime = NEVER
    written_by: str = ME
    binned_at: dt.datetime | None = None
    import_batch: uuid.UUID | None = None


class Answer(StrEnum):
    """State of a reading; "not asked" is the absence of a row."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    PREFER_NOT = "prefer_not"
    NOT_APPLICABLE = "not_applicable"


class Recall(StrEnum):
    """What a reading speaks of: the day, or the seven days ending on it."""

    TODAY = "today"
    WEEK = "week"


_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as precise as it was given: "2021", "2021-03", "2021-03-14", with "~" behind it for "about".

    `text` is that form, and how it is stored and exported. Order is the order of the texts.
    """

    text: str

    def __post_init__(self) -> None:
        found = _PARTIAL.fullmatch(self.text)
        if found is None or not _exists(int(found[1]), int(found[2] or 1), int(found[3] or 1)):
            raise ValueError(f"not a partial date: {self.text!r}")

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """The partial date that is exactly `day`."""
        return cls(day.isoformat())

    @property
    def about(self) -> bool:
        """Whether the person said "about"."""
        return self.text.endswith("~")

    @property
    def exact(self) -> dt.date | None:
        """The day, if a day was given and not "about"; else None."""
        return dt.date.fromisoformat(self.text) if len(self.text) == 10 else None

    @property
    def parts(self) -> tuple[int, int | None, int | None]:
        """Year, month or None, day or None."""
        numbers = [int(part) for part in self.text.removesuffix("~").split("-")]
        return numbers[0], numbers[1] if len(numbers) > 1 else None, numbers[2] if len(numbers) > 2 else None

    @property
    def earliest(self) -> dt.date:
        """The first day this can mean; "about" a day means its month."""
        year, month, day = self.parts
        return dt.date(year, month or 1, day if day and not self.about else 1)

    @property
    def latest(self) -> dt.date:
        """The last day this can mean; "about" a day means its month."""
        year, month, day = self.parts
        if day and not self.about:
            return dt.date(year, month or 1, day)
        last_month = month or 12
        return dt.date(year, last_month, calendar.monthrange(year, last_month)[1])


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})([+-]\d{2}:\d{2})?)?", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """A day as lived, with the wall time and its UTC offset where they are known: "2026-03-14T08:05+01:00"."""

    day: dt.date
    time: dt.time | None = None
    utc_offset: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """The moment written as "2026-03-14", "2026-03-14T08:05" or "2026-03-14T08:05+01:00"; else ValueError."""
        found = _MOMENT.fullmatch(text)
        if found is None:
            raise ValueError(f"not a moment: {text!r}")
        time = dt.time.fromisoformat(found[2]) if found[2] else None
        return cls(dt.date.fromisoformat(found[1]), time, found[3] or "")

    @property
    def text(self) -> str:
        """The form it is stored and exported in."""
        if self.time is None:
            return self.day.isoformat()
        return f"{self.day.isoformat()}T{self.time:%H:%M}{self.utc_offset}"


def offset_text(moment: dt.datetime) -> str:
    """The UTC offset of an aware datetime as "+HH:MM"; "" if it has none."""
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"

"""How much of a period was logged at all, and what was only added later."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mbc_journal.records import ME, NEVER, Answer, Day, Reading, Span
from mbc_journal.wording import _, ngettext

_NIGHT_ENDS = dt.timedelta(days=1, hours=4)
_LAST_ZONE = dt.timedelta(hours=-12)


@dataclass(frozen=True)
class Logged:
    """What was logged in a period of `days` civil days, over all scales.

    `added_later` counts the logged days nothing of which was written in time; `by_others` the entries helpers wrote.
    """

    days: int
    logged: int
    too_unwell: int
    added_later: int
    by_others: Mapping[str, int] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """As "Logged on 17 of 21 days; 2 more days too unwell to log; 3 days added later."."""
        return self._said(
            ngettext("{count} more day too unwell to log", "{count} more days too unwell to log", self.too_unwell)
        )

    @property
    def words_on_paper(self) -> str:
        """The same sentence, said by the person."""
        return self._said(
            ngettext(
                "{count} more day I was too unwell to log", "{count} more days I was too unwell to log", self.too_unwell
            )
        )

    def _said(self, unwell: str) -> str:
        parts = [logged_on(self.logged, self.days)]
        if self.too_unwell:
            parts.append(unwell.format(count=self.too_unwell))
        if self.added_later:
            later = ngettext("{count} day added later", "{count} days added later", self.added_later)
            parts.append(later.format(count=self.added_later))
        return _("{sentence}.").format(sentence="; ".join(parts))


def logged(readings: Iterable[Reading], days: Iterable[Day], span: Span) -> Logged:
    """What was logged in `span`: days with any answered reading or an answer to how hard the day was."""
    kept_readings = [one for one in readings if span.since <= one.day <= span.until and one.state is Answer.ANSWERED]
    kept_days = [one for one in days if span.since <= one.day <= span.until]
    offsets = {one.day: one.utc_offset for one in kept_readings if one.utc_offset}
    late: defaultdict[dt.date, list[bool]] = defaultdict(list)
    for reading in kept_readings:
        late[reading.day].append(added_later(reading))
    for day in kept_days:
        if day.how_hard is not None:
            late[day.day].append(added_later(day, offsets.get(day.day, "")))
    writers = Counter(one.written_by for one in kept_readings)
    writers.update(one.written_by for one in kept_days if one.how_hard is not None or one.too_unwell)
    return Logged(
        days=span.days,
        logged=len(late),
        too_unwell=sum(one.too_unwell and one.day not in late for one in kept_days),
        added_later=sum(map(all, late.values())),
        by_others={name: count for name, count in sorted(writers.items()) if name != ME},
    )


def logged_on(logged: int, days: int) -> str:
    """As "Logged on 17 of 21 days"."""
    words = ngettext("Logged on {logged} of {days} day", "Logged on {logged} of {days} days", days)
    return words.format(logged=logged, days=days)


def added_later(entry: Reading | Day, utc_offset: str = "") -> bool:
    """Whether an entry was first written after 04:00 of the day after the one it speaks of.

    What came from a file or was never saved is not. Where the offset is not known, it must be so in every time zone.
    """
    if entry.import_batch is not None or entry.written_at == NEVER:
        return False
    offset = _offset((entry.utc_offset if isinstance(entry, Reading) else "") or utc_offset)
    written = (entry.written_at + offset).replace(tzinfo=None)
    return written > dt.datetime.combine(entry.day, dt.time()) + _NIGHT_ENDS


def _offset(text: str) -> dt.timedelta:
    """The offset written as "+HH:MM"; the last zone on Earth to see a day begin where it is not known."""
    if not text:
        return _LAST_ZONE
    hours, minutes = text[1:].split(":")
    size = dt.timedelta(hours=int(hours), minutes=int(minutes))
    return -size if text[0] == "-" else size

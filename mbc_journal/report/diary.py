"""The readings of a snapshot as series: now and before, in Today's order, without what is hidden."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from mbc_journal import series
from mbc_journal.records import Reading, Snapshot, Span
from mbc_journal.report.options import Options
from mbc_journal.scales import IMPACT, Group, Scale
from mbc_journal.series import Compared, Series

MARKERS = "markers"
"""In the profile's `hidden`: all tumour markers."""


@dataclass(frozen=True)
class Diary:
    """A snapshot's readings by scale; every series on the page comes from here."""

    shot: Snapshot
    options: Options

    @cached_property
    def scales(self) -> tuple[Scale, ...]:
        """The scales with readings that may be printed: Today's rows first, then in the order of lists."""
        rows = self.shot.profile.rows or tuple(scale.id for scale in self.options.scales.starters())
        places = {scale_id: place for place, scale_id in enumerate(rows)}
        listed = {scale.id: place for place, scale in enumerate(self.options.scales, start=len(places))}
        last = len(places) + len(listed)
        kept = [scale_id for scale_id in self._readings if not self.hidden(self.options.scales.get(scale_id))]
        kept.sort(key=lambda scale_id: (places.get(scale_id, listed.get(scale_id, last)), scale_id))
        return tuple(self.options.scales.get(scale_id) for scale_id in kept)

    def hidden(self, scale: Scale) -> bool:
        """Whether the person hides this on screen and did not tick it for this print."""
        hidden = set(self.shot.profile.hidden) - self.options.show_hidden
        names = {scale.id, scale.id.removesuffix(IMPACT)} | ({MARKERS} if scale.group == Group.MARKER else set())
        return bool(hidden & names)

    def readings(self, scale: Scale) -> list[Reading]:
        """The readings of a scale, now and before, oldest first."""
        return self._readings.get(scale.id, [])

    @cached_property
    def beside(self) -> tuple[Compared, ...]:
        """Each symptom beside the period before, in Today's order."""
        symptoms = [scale for scale in self.scales if series.comparable(scale) and scale.id != series.HOW_HARD]
        return tuple(map(self._compare, symptoms))

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        """The symptoms that are listed, in the order of the page."""
        return tuple(series.in_order(self.beside))

    @cached_property
    def by_week(self) -> tuple[Compared, ...]:
        """The symptoms with answers about whole weeks, the worst first."""
        return tuple(sorted((one for one in self.beside if one.now.weekly), key=_worst_week, reverse=True))

    def measured(self, scale: Scale) -> Iterator[Series]:
        """The series of a measured scale in the period, one for each unit."""
        known = [reading for reading in self.readings(scale) if reading.level is None]
        for one in series.all_units(known, (), scale, self.shot.span):
            if one.points:
                yield one

    @cached_property
    def _readings(self) -> dict[str, list[Reading]]:
        found: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in self.shot.readings:
            found[reading.scale].append(reading)
        return dict(found)

    def _compare(self, scale: Scale) -> Compared:
        first = self.shot.first_answered.get(scale.id)
        return series.compare(self._of(scale, self.shot.span.before), self._of(scale, self.shot.span), first)

    def _of(self, scale: Scale, span: Span) -> Series:
        rhythm = series.rhythm_days(self.shot.profile.rhythm)
        return series.by_day(self.readings(scale), self.shot.days, scale, span, rhythm)


def _worst_week(one: Compared) -> Decimal:
    worst = series.worst_week(one.now)
    return worst.value if worst is not None else Decimal(-1)

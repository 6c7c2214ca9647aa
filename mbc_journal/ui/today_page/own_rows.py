"""Which rows Today asks, in the person's own order: added, moved and taken off by her alone."""

from dataclasses import dataclass, replace

from mbc_journal import wording
from mbc_journal.scales import Scale
from mbc_journal.ui.today_page.day_keeper import DayKeeper
from mbc_journal.wording import _


@dataclass(frozen=True)
class OwnRows:
    """The rows of the keeper's profile; hidden ones keep their place."""

    keeper: DayKeeper

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids asked now; the starter rows until she chose her own."""
        return self.keeper.profile.rows or tuple(scale.id for scale in self.keeper.sheet.rows)

    def add(self, scale: Scale) -> bool:
        """Ask `scale` too, behind all others."""
        return self._keep((*self.ids, scale.id), scale, _("added to Today"))

    def remove(self, scale: Scale) -> bool:
        """Ask `scale` no more; what was answered stays."""
        return self._keep(tuple(one for one in self.ids if one != scale.id), scale, _("taken off Today"))

    def move(self, scale: Scale, by: int) -> bool:
        """Move the row of `scale` up (-1) or down (1); at either end it stays, and that is said."""
        ids = list(self.ids)
        here = ids.index(scale.id)
        there = max(0, min(here + by, len(ids) - 1))
        if there == here:
            stays = _("This row is the first already.") if by < 0 else _("This row is the last already.")
            self.keeper.writer.announcer.said.emit(stays)
            return True
        ids.insert(there, ids.pop(here))
        return self._keep(tuple(ids), scale, _("moved"))

    def _keep(self, ids: tuple[str, ...], scale: Scale, done: str) -> bool:
        name = wording.act(wording.say(scale.label), done)
        return self.keeper.writer.save(replace(self.keeper.profile, rows=ids), name=name)

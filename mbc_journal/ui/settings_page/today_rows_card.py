"""The rows of Today: which are asked, and in what order."""

from functools import partial

from PySide6.QtCore import Slot

from mbc_journal import own_settings, treatments, wording
from mbc_journal.ui.forms import FormRow, Suggestion
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.row_list import Line, RowList, Verb
from mbc_journal.ui.settings_page.scale_pick import ScalePick
from mbc_journal.ui.widgets import Card, Muted
from mbc_journal.wording import _


class TodayRowsCard(Card):
    """Alt+Up and Alt+Down move a row, Delete takes it off; what was answered stays."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        verbs = {
            "up": Verb(_("Up"), "Alt+Up"),
            "down": Verb(_("Down"), "Alt+Down"),
            "remove": Verb(_("Take off"), "Delete"),
        }
        self._empty = Muted(_("Today asks how hard the day was, and nothing else."))
        self.list = RowList("today_row", verbs, theme)
        self.pick = ScalePick(keeper.desk, self._taken, own_words=True)
        self.finder = FormRow("find_row", _("Add a row"), self.pick, theme)
        self.finder.show_hint(_("Type what you want to log. A new row is empty until you answer it."))
        self.list.after = self.finder.target
        self.add(self._empty, self.list, self.finder)
        self.list.wanted.connect(self._on_row_wanted)
        self.pick.picked.connect(self._on_picked)

    def refresh(self) -> None:
        """Show the rows as they are asked now."""
        shown = self._shown()
        scales = self._keeper.desk.scales
        lines = [
            Line(scale_id, wording.say(scales.get(scale_id).label), off=self._off(place, len(shown)))
            for place, scale_id in enumerate(shown)
        ]
        self.list.show_lines(lines)
        self._empty.setVisible(not lines)
        self.finder.setEnabled(self._keeper.can_write)

    def _taken(self) -> tuple[str, ...]:
        return tuple(self._shown())

    def _shown(self) -> list[str]:
        profile = self._keeper.profile
        ids = treatments.row_ids(profile, self._keeper.desk.scales)
        return [scale_id for scale_id in ids if scale_id not in profile.hidden]

    def _off(self, place: int, count: int) -> frozenset[str]:
        """The first cannot go up, the last not down."""
        if not self._keeper.can_write:
            return frozenset({"up", "down", "remove"})
        return frozenset({"up"} if place == 0 else ()) | frozenset({"down"} if place == count - 1 else ())

    @Slot(str, str)
    def _on_row_wanted(self, scale_id: str, verb: str) -> None:
        scales = self._keeper.desk.scales
        label = wording.say(scales.get(scale_id).label)
        if verb == "remove":
            make = partial(treatments.without_row, scales=scales, scale_id=scale_id)
            self._keeper.change(make, label, _("taken off Today"))
        else:
            by = -1 if verb == "up" else 1
            make = partial(own_settings.moved_row, scales=scales, scale_id=scale_id, by=by)
            self._keeper.change(make, label, _("moved"))

    @Slot(object)
    def _on_picked(self, suggestion: Suggestion) -> None:
        scales = self._keeper.desk.scales
        label = wording.say(scales.get(suggestion.id).label)
        make = partial(treatments.with_row, scales=scales, scale_id=suggestion.id)
        if self._keeper.change(make, label, _("added to Today")):
            self.pick.set_value("")

"""Units of what is measured, and the paper that pages are made for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from mbc_journal import own_settings, wording
from mbc_journal.records import Profile
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.setting_row import SettingRow
from mbc_journal.ui.widgets import Card, Choice
from mbc_journal.wording import _


class UnitChoice(Choice):
    """One of a few units, by UCUM code; its segments are named by number, for codes are no names."""

    def __init__(self, name: str, label: str, units: Sequence[str], keeper: Keeper) -> None:
        super().__init__(label, {unit: wording.unit(unit) for unit in units}, keeper.desk.theme)
        self._label, self._units, self._keeper = label, units, keeper
        self.setObjectName(name)
        for place, segment in enumerate(self.track.segments):
            segment.setObjectName(f"{name}_{place}")
        self.chosen.connect(self._on_chosen)

    def refresh(self) -> None:
        """Show the unit she prefers."""
        self.set_value(own_settings.unit_of(self._keeper.profile, self._units))

    @Slot(object)
    def _on_chosen(self, _choice: Choice) -> None:
        chosen = self.value() or self._units[0]
        make = partial(own_settings.with_unit, units=self._units, chosen=chosen)
        self._keeper.change(make, self._label, _("in {unit}").format(unit=wording.unit(chosen)))


class UnitsCard(Card):
    """Numbers already written keep the unit they were typed in."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        self.temperature = UnitChoice("temperature_unit", _("Temperature"), own_settings.TEMPERATURES, keeper)
        self.weight = UnitChoice("weight_unit", _("Weight"), own_settings.WEIGHTS, keeper)
        self.paper = Choice(_("Paper"), dict(own_settings.PAPERS), theme)
        self.paper.setObjectName("paper")
        self.add(SettingRow(_("Temperature"), self.temperature, theme))
        kept = _("Numbers you wrote keep the unit they were typed in.")
        self.add(SettingRow(_("Weight"), self.weight, theme, kept))
        self.add(SettingRow(_("Paper"), self.paper, theme, _("The paper your printer holds.")))
        self.paper.chosen.connect(self._on_paper_chosen)

    def refresh(self) -> None:
        """Show what is chosen."""
        self.temperature.refresh()
        self.weight.refresh()
        self.paper.set_value(self._keeper.profile.paper or next(iter(own_settings.PAPERS)))
        self.setEnabled(self._keeper.can_write)

    def _with_paper(self, profile: Profile) -> Profile:
        return replace(profile, paper=self.paper.value() or "")

    @Slot(object)
    def _on_paper_chosen(self, _choice: Choice) -> None:
        self._keeper.change(self._with_paper, _("Paper"), own_settings.PAPERS[self.paper.value() or ""])

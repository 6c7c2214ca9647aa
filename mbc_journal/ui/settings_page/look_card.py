"""Look: text size, colours, motion and the first day of the week; settings of the program, taken over at once."""

import datetime as dt
from dataclasses import fields

from PySide6.QtCore import Slot

from mbc_journal import wording
from mbc_journal.settings import COLOURS, TEXT_SIZES, Settings
from mbc_journal.ui.page import Desk
from mbc_journal.ui.settings_page.setting_row import SettingRow
from mbc_journal.ui.widgets import Card, CheckBox, Choice, ChoiceInput, Problem
from mbc_journal.wording import N_, _

_COLOURS = {
    "system": N_("As your computer"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
_A_MONDAY = dt.date(2024, 1, 1)


class LookCard(Card):
    """Shows the settings in use, whoever changed them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._preferences = desk.preferences
        theme, label = desk.theme, {one.name: _(one.metadata["label"]) for one in fields(Settings)}
        self.text_size = Choice(label["text_size"], {str(size): f"{size} %" for size in TEXT_SIZES}, theme)
        self.colours = Choice(label["colours"], {name: _(_COLOURS[name]) for name in COLOURS}, theme)
        self.less_motion = CheckBox(label["less_motion"], theme)
        days = {str(n): wording.weekday(_A_MONDAY + dt.timedelta(days=n - 1)) for n in range(1, 8)}
        self.week_starts = ChoiceInput(days)
        self.week_starts.setAccessibleName(label["week_starts"])
        named = {**label, "less_motion": _("Motion")}
        for name in ("text_size", "colours", "less_motion", "week_starts"):
            widget = getattr(self, name)
            widget.setObjectName(name)
            hint = _("Nothing slides or fades.") if name == "less_motion" else ""
            self.add(SettingRow(named[name], widget, theme, hint))
        self.less_motion.setAccessibleName(label["less_motion"])
        self.problem = Problem()
        self.add(self.problem)
        self._wire()
        self._show(desk.preferences.values)

    def _wire(self) -> None:
        self.text_size.chosen.connect(self._on_text_size_chosen)
        self.colours.chosen.connect(self._on_colours_chosen)
        self.less_motion.changed.connect(self._on_less_motion_changed)
        self.week_starts.changed.connect(self._on_week_starts_changed)
        self._preferences.changed.connect(self._on_preferences_changed)

    def _show(self, settings: Settings) -> None:
        self.text_size.set_value(settings.text_size)
        self.colours.set_value(settings.colours)
        self.less_motion.set_value(settings.less_motion)
        self.week_starts.set_value(settings.week_starts)
        self.problem.setText(self._preferences.problem)
        self.problem.setVisible(bool(self._preferences.problem))

    @Slot(object)
    def _on_text_size_chosen(self, _choice: Choice) -> None:
        self._preferences.change(text_size=int(self.text_size.value() or TEXT_SIZES[0]))

    @Slot(object)
    def _on_colours_chosen(self, _choice: Choice) -> None:
        self._preferences.change(colours=self.colours.value() or COLOURS[0])

    @Slot()
    def _on_less_motion_changed(self) -> None:
        self._preferences.change(less_motion=self.less_motion.value())

    @Slot()
    def _on_week_starts_changed(self) -> None:
        self._preferences.change(week_starts=int(self.week_starts.value()))

    @Slot(object)
    def _on_preferences_changed(self, settings: Settings) -> None:
        self._show(settings)

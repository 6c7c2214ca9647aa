"""How often the person writes, and how long she pauses."""

from dataclasses import replace

from PySide6.QtCore import Slot

from mbc_journal import own_settings, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import PartialDate, Profile
from mbc_journal.ui.forms import DateInput, FormRow
from mbc_journal.ui.settings_page.field_saver import FieldSaver
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.settings_page.setting_row import SettingRow
from mbc_journal.ui.widgets import Card, Choice
from mbc_journal.wording import _

_DAILY = "daily"


class RhythmCard(Card):
    """A choice is saved at once, a day 0.8 s after the last key."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        words = {name: _(text) for name, text in own_settings.RHYTHMS.items()}
        self.rhythm = Choice(_("How often you write"), words, theme)
        self.rhythm.setObjectName("rhythm")
        self.until = DateInput(theme, keeper.desk.clock.today, exact=True)
        self.pause = FormRow("paused_until", _("Pause until"), self.until, theme)
        self.add(
            SettingRow(
                _("How often you write"), self.rhythm, theme, _("Once a week, Today asks for the worst of that week.")
            )
        )
        self.add(self.pause)
        self.saver = FieldSaver(self.until.field, self._save)
        self.rhythm.chosen.connect(self._on_rhythm_chosen)
        self.until.changed.connect(self._on_until_changed)

    def refresh(self) -> None:
        """Show what is chosen; a day that is being typed stays."""
        profile = self._keeper.profile
        self.rhythm.set_value(profile.rhythm or _DAILY)
        if not self.saver.unsaved:
            self.until.set_value(profile.paused_until)
            self.pause.show_problem("")
        self.pause.show_hint(_hint(own_settings.is_paused(profile, self._keeper.desk.clock.today())))
        self.setEnabled(self._keeper.can_write)

    def _day(self) -> PartialDate | None:
        return self.until.value()

    def _with_rhythm(self, profile: Profile) -> Profile:
        return replace(profile, rhythm=self.rhythm.value() or _DAILY)

    def _made(self, profile: Profile) -> Profile:
        day = self._day()
        until = day.exact if day is not None else None
        if until == profile.paused_until:
            return profile
        return own_settings.paused(profile, until, self._keeper.desk.clock.today())

    def _save(self) -> bool:
        try:
            day = self._day()
            said = _("until {day}").format(day=wording.partial(day)) if day is not None else _("ended")
            saved = self._keeper.change(self._made, _("Pause"), said, self.saver.stay)
        except NotAllowed as refused:
            self.pause.show_problem(str(refused))
            return False
        self.pause.show_problem("")
        return saved

    @Slot(object)
    def _on_rhythm_chosen(self, _choice: Choice) -> None:
        words = _(own_settings.RHYTHMS[self.rhythm.value() or _DAILY])
        self._keeper.change(self._with_rhythm, _("How often you write"), words)

    @Slot()
    def _on_until_changed(self) -> None:
        if not self.until.field.isModified():  # a day of the calendar, not typed
            self._save()


def _hint(pausing: bool) -> str:
    if pausing:
        return _("Paused. You can write on any day all the same. An empty field ends the pause.")
    return _("No entries are expected until then. You can write on any day all the same.")

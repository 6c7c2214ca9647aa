"""The person herself: her name and the year she was born, both as she likes."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from mbc_journal import own_settings, wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Profile
from mbc_journal.ui.forms import FormRow, NumberInput, TextInput
from mbc_journal.ui.settings_page.field_saver import FieldSaver
from mbc_journal.ui.settings_page.keeper import Keeper
from mbc_journal.ui.widgets import Card
from mbc_journal.wording import _

_LONGEST_NAME = 100


class MeCard(Card):
    """What is typed is saved after a pause; what cannot be kept stays as typed, with a sentence beside it."""

    def __init__(self, keeper: Keeper) -> None:
        theme = keeper.desk.theme
        super().__init__(theme)
        self._keeper = keeper
        first, last = own_settings.birth_years(keeper.desk.clock.today())
        self.name = TextInput(longest=_LONGEST_NAME)
        self.year = NumberInput(least=str(first), most=str(last), step="1")
        self.name_row = FormRow("name", _("My name"), self.name, theme)
        self.name_row.show_hint(_("Only printed where you tick it."))
        self.year_row = FormRow("birth_year", _("Year I was born"), self.year, theme)
        self.year_row.show_hint(_("Helps to tell whether a file to bring in is about you. Both can stay empty."))
        self.add(self.name_row, self.year_row)
        self.name_saver = FieldSaver(self.name, self._save_name)
        self.year_saver = FieldSaver(self.year, self._save_year)
        self.name.changed.connect(self.name_row.on_input_changed)
        self.year.changed.connect(self.year_row.on_input_changed)

    def refresh(self) -> None:
        """Show what is stored; what is being typed stays."""
        profile = self._keeper.profile
        if not self.name_saver.unsaved:
            self.name.set_value(profile.name)
        if not self.year_saver.unsaved:
            year = profile.birth_year
            self.year.set_value(None if year is None else Decimal(year))
        self.setEnabled(self._keeper.can_write)

    def _save_name(self) -> bool:
        try:
            name = self.name.value()
        except NotAllowed as refused:
            self.name_row.show_problem(str(refused))
            return False
        return self._keeper.change(partial(_named, name=name), _("My name"), name, self.name_saver.stay)

    def _save_year(self) -> bool:
        try:
            value = self.year.value()
        except NotAllowed as refused:
            self.year_row.show_problem(str(refused))
            return False
        year = None if value is None else int(value)
        said = "" if value is None else wording.decimal_text(value)
        return self._keeper.change(partial(_born, year=year), _("Year I was born"), said, self.year_saver.stay)


def _named(profile: Profile, name: str) -> Profile:
    return replace(profile, name=name)


def _born(profile: Profile, year: int | None) -> Profile:
    return replace(profile, birth_year=year)

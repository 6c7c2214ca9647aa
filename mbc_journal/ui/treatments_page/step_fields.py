"""The fields of a dated step: from which day, how much, how often; what they hold becomes Steps."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Slot

from mbc_journal import treatments
from mbc_journal.catalogue import Drug
from mbc_journal.records import PartialDate, Step
from mbc_journal.treatments import PlanOffer
from mbc_journal.ui.forms import DateInput, Form
from mbc_journal.ui.theme import Theme
from mbc_journal.ui.treatments_page.inputs import DoseInput, OfferedText
from mbc_journal.wording import _


@dataclass(frozen=True)
class Regime:
    """How a treatment is taken as a form holds it; `note` is a plan in words that nothing is counted by."""

    schedule: dict[str, Any] | None
    note: str


class PlanInput(OfferedText):
    """A plan in words. A pattern is only kept when the person takes it: a usual one, or what the words count as."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, longest=treatments.LONGEST_WORDS)
        self._usual: tuple[PlanOffer, ...] = ()
        self._offers: tuple[PlanOffer, ...] = ()
        self._own: PlanOffer | None = None
        self.field.changed.connect(self._on_words_changed)
        self.offer_for(None)

    def offer_for(self, drug: Drug | None) -> None:
        """Offer the usual plans of a treatment; what is typed stays."""
        self._usual = treatments.offers(drug)
        self._show()

    def set_value(self, value: object) -> None:
        """Show words; nothing is taken."""
        super().set_value(value)
        self._own = None
        self._show()

    def regime(self, on: PartialDate | None, goes_on: bool) -> Regime:
        """The plan as a step from `on` keeps it. Raises NotAllowed if the words are too long."""
        words = self.value()
        if not words or self.taken is None:
            return Regime(None, words)
        return Regime(treatments.kept_plan(PlanOffer(words, self._offers[self.taken].plan), on, goes_on), "")

    def _show(self) -> None:
        own = (self._own,) if self._own is not None else ()
        self._offers = own or self._usual
        said = [_("Counts as: {pattern}").format(pattern=treatments.pattern_words(one)) for one in own]
        self.show_offers(said or [one.words for one in self._usual])

    def words_of(self, place: int) -> str:
        """The words of an offer; those typed stay when they are what is counted."""
        return self._offers[place].words

    @Slot()
    def _on_words_changed(self) -> None:
        words = self.field.text().strip()
        usual = {one.words.casefold() for one in self._usual}
        self._own = None if words.casefold() in usual else treatments.counted_as(words)
        self._show()


class StartForm(Form):
    """When a treatment started, how much, and how often; all of it may be left empty."""

    def __init__(self, theme: Theme, today: Callable[[], dt.date]) -> None:
        super().__init__(Step, theme)
        self.on, self.dose, self.plan = DateInput(theme, today), DoseInput(theme), PlanInput(theme)
        self.row("on", _("Since"), self.on, hint=_("As well as you know it: 2022, about March 2024, 14 March 2024."))
        self.row("dose", _("Dose"), self.dose)
        self.row("schedule", _("How often"), self.plan, hint=_("In your words. Choose a pattern only if it is yours."))

"""What a page of the reference may do with the journal: read her treatments and log, add a row, a question."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from mbc_journal import treatments, visits, wording
from mbc_journal.catalogue import Drug
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.journaling import Ideas
from mbc_journal.records import Therapy
from mbc_journal.reference import Reference, mine
from mbc_journal.reference.mine import Log
from mbc_journal.reference.search import Index
from mbc_journal.ui.page import Desk
from mbc_journal.ui.signals import Place
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _


@dataclass
class Keeper:
    """The reference beside one journal; texts are read when they are first needed."""

    journal: Journal
    desk: Desk
    writer: Writer

    @cached_property
    def reference(self) -> Reference:
        """The texts."""
        return Reference(self.desk.catalogue)

    @cached_property
    def index(self) -> Index:
        """The search over them."""
        return Index(self.reference)

    @cached_property
    def ideas(self) -> Ideas:
        """Coping ideas."""
        return self.reference.ideas

    @property
    def today(self) -> dt.date:
        """Today."""
        return self.desk.clock.today()

    def current(self) -> tuple[Drug, ...]:
        """Her treatments of now that the reference knows."""
        steps = self.journal.ask(questions.steps)
        return mine.current(self.journal.ask(questions.therapies), steps, self.desk.catalogue, self.today)

    def gone(self) -> tuple[Therapy, ...]:
        """Her treatments of now that the reference no longer has."""
        steps = self.journal.ask(questions.steps)
        return mine.gone(self.journal.ask(questions.therapies), steps, self.desk.catalogue, self.today)

    def name_of(self, drug_id: str) -> str:
        """What she calls a treatment of an id; "" where she has none."""
        return next((one.name for one in self.journal.ask(questions.therapies) if one.reference_id == drug_id), "")

    def log(self) -> Log:
        """What she logged in the last four weeks."""
        since = self.today - dt.timedelta(days=mine.DAYS - 1)
        return mine.log(self.journal.ask(questions.readings_between, since, self.today))

    def offers_outlook(self) -> bool:
        """Whether she may be asked about outlook figures."""
        return mine.OUTLOOK not in self.journal.ask(questions.profile).hidden

    def log_it(self, scale_id: str) -> None:
        """Ask the row on Today, if it is not asked there, and go to it."""
        profile = self.journal.ask(questions.profile)
        label = wording.say(self.desk.scales.get(scale_id).label)
        changed = treatments.with_row(profile, self.desk.scales, scale_id)
        is_asked = scale_id in treatments.row_ids(profile, self.desk.scales) and scale_id not in profile.hidden
        if is_asked or self.writer.save(changed, name=wording.act(label, _("added to Today"))):
            self.desk.announcer.wanted.emit(Place("today", scale=scale_id))

    def ask(self, text: str) -> None:
        """Put a question behind her own; one that waits there already is not put twice."""
        known = self.journal.ask(questions.all_questions)
        if any(one.text == text and not one.asked for one in known):
            self.desk.announcer.said.emit(_("This question is among yours already."))
            return
        self.writer.save(visits.new_question(known, text), name=wording.act(_("Question"), text))

    def never_offer_outlook(self) -> bool:
        """Never ask about outlook figures again; Undo takes it back."""
        profile = mine.without_outlook(self.journal.ask(questions.profile))
        return self.writer.save(profile, name=wording.act(_("Outlook figures"), _("not offered again")))

"""Find's way to what it searches: the journal, the scales, the reference."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from mbc_journal import finding, journaling, visits, wording
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import find_page, journal_page
from mbc_journal.finding import Group, Kind, Result
from mbc_journal.problems import ResourceBroken
from mbc_journal.records import Profile, Therapy
from mbc_journal.reference import Reference
from mbc_journal.reference.search import Index
from mbc_journal.ui.page import Desk
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

_ALL = 100_000


@dataclass(frozen=True)
class _Kept:
    """What is small, and the same for every word."""

    profile: Profile
    therapies: list[Therapy]
    since: dict[str, dt.date]  # the first day of each scale


@dataclass
class Searcher:
    """One search over one journal; `problem` says which part could not be searched, "" after a whole search."""

    journal: Journal
    desk: Desk
    writer: Writer
    problem: str = ""
    _kept: _Kept | None = None

    def find(self, words: str, whole: frozenset[Kind]) -> tuple[Group, ...]:
        """What holds `words`, in groups; those of `whole` with all there is."""
        self.problem = ""
        if not words:
            return ()
        found = {kind: self._written(kind, words, _ALL if kind in whole else finding.SHOWN + 1) for kind in Kind}
        try:
            found |= self._known(words)
        except ResourceBroken as broken:
            self.problem = _("The reference could not be searched. {why}").format(why=broken)
        return finding.grouped(found, whole)

    def forget(self) -> None:
        """Something was written: what is kept between two searches is read anew."""
        self._kept = None

    def ask(self, text: str) -> bool:
        """Put a question behind her own; one that waits there already is not put twice. Whether it is there now."""
        known = self.journal.ask(questions.all_questions)
        if any(one.text == text and not one.asked for one in known):
            self.desk.announcer.said.emit(_("This question is among yours already."))
            return True
        return self.writer.save(visits.new_question(known, text), name=wording.act(_("Question"), text))

    def _written(self, kind: Kind, words: str, most: int) -> list[Result]:
        today = self.desk.clock.today()
        if kind is Kind.NOTE:
            notes = self.journal.ask(journal_page.notes, journaling.wanted("all", words), most)
            return [finding.note(one, words, today) for one in notes]
        if kind is Kind.QUESTION:
            return [finding.question(one, words) for one in self.journal.ask(find_page.questions, words, most)]
        if kind is Kind.VISIT:
            return [finding.visit(one, words, today) for one in self.journal.ask(find_page.visits, words, most)]
        if kind is Kind.SYMPTOM:
            kept = self._small()
            return finding.symptoms(kept.since, self.desk.scales, kept.profile, words)
        return []

    def _known(self, words: str) -> dict[Kind, list[Result]]:
        """What the reference helps to find."""
        hits = self._index.find(words).hits
        return {
            Kind.TREATMENT: finding.treatments(self._small().therapies, self.desk.catalogue, words),
            Kind.REFERENCE: finding.reference(self._reference, hits, words),
        }

    def _small(self) -> _Kept:
        if self._kept is None:
            ask = self.journal.ask
            self._kept = _Kept(ask(questions.profile), ask(questions.therapies), ask(questions.first_answered))
        return self._kept

    @cached_property
    def _reference(self) -> Reference:
        return Reference(self.desk.catalogue)

    @cached_property
    def _index(self) -> Index:
        return Index(self._reference)

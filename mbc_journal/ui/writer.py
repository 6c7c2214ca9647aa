"""Writing for the pages: a save that fails keeps its rows and can be tried again from the info bar."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from mbc_journal.db.journal import Journal
from mbc_journal.problems import NotSaved
from mbc_journal.records import ME, NEVER, Row
from mbc_journal.ui.signals import Announcer, Failure


@dataclass(frozen=True)
class Writer:
    """Saves and bins for one page; every act carries the name that Undo will show."""

    journal: Journal
    announcer: Announcer

    def save(self, *records: Row, name: str, stay: object = None) -> bool:
        """Save `records`; whether they are in the file now. New ones are signed by whoever writes now."""
        for record in records:
            if record.written_at == NEVER:
                record.written_by = self.announcer.writing_as or ME
        return self.attempt(partial(self.journal.save, *records, stay=stay, name=name))

    def bin(self, *records: Row, name: str) -> bool:
        """Put `records` into the 30-day bin; whether that is in the file now."""
        return self.attempt(partial(self.journal.bin, *records, name=name))

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do an act of the journal; when it is not saved the info bar offers the very same act again."""
        try:
            act()
        except NotSaved as problem:
            self.announcer.not_saved.emit(Failure(problem, partial(self._again, act)))
            return False
        return True

    def _again(self, act: Callable[[], object]) -> None:
        self.attempt(act)

"""Opening a journal for a verb, and what must never be written over."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mbc_journal.clock import Clock
from mbc_journal.db import opening
from mbc_journal.db.journal import Journal
from mbc_journal.problems import CannotWrite, JournalEmpty, JournalMissing, NotAJournal, UserProblem
from mbc_journal.wording import N_, _, ngettext

_A_JOURNAL = N_("this file is a journal, and no verb writes over one")


@contextmanager
def opened(path: Path, clock: Clock) -> Iterator[Journal]:
    """The journal at `path`, checked whole, so that nothing that was changed outside leaves it. Closed at the end."""
    journal = Journal(path, clock)
    try:
        while journal.check.step():
            continue
        yield journal
    finally:
        journal.close()


def left_behind(journal: Journal) -> str:
    """A sentence about entries that are not as they were written; "" if there are none."""
    count = len(journal.check.damaged)
    if journal.check.broken:
        return _("This journal is damaged: say mbc-journal check FILE. What can still be read was used.")
    if not count:
        return ""
    words = ngettext(
        "{count} entry is not as it was written and was left out: say mbc-journal check FILE.",
        "{count} entries are not as they were written and were left out: say mbc-journal check FILE.",
        count,
    )
    return words.format(count=count)


def refuse_a_journal(out: Path) -> None:
    """Raise CannotWrite if a journal stands at `out`, in whatever state: --force is for files that can be made anew."""
    try:
        opening.look(out)
    except (JournalMissing, NotAJournal, JournalEmpty):
        return
    except UserProblem:  # a journal that cannot be opened is one all the same
        pass
    raise CannotWrite(path=out, why=_(_A_JOURNAL))

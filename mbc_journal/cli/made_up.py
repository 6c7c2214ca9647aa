"""The verb that makes a made-up journal."""

import argparse
import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path

from mbc_journal import demo as invented
from mbc_journal import files
from mbc_journal.cli.arguments import SUFFIX
from mbc_journal.cli.journals import opened
from mbc_journal.cli.outcome import Outcome, WrongCommand, files_of
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import create
from mbc_journal.files import Written
from mbc_journal.paths import Paths
from mbc_journal.problems import CannotWrite, JournalEmpty, JournalExists, NotAJournal
from mbc_journal.records import Row
from mbc_journal.wording import _


def demo(asked: argparse.Namespace, clock: Clock) -> Outcome:
    """Make a made-up journal: a file alone, or a folder with a print and a picture of every page."""
    today = asked.today or clock.today()
    if not invented.FIRST_DAY <= today <= invented.LAST_DAY:
        raise WrongCommand(why=_("a made-up journal cannot end on that day"), prog="mbc-journal demo")
    rows = invented.make(asked.seed, today, asked.years)
    if asked.out.suffix.casefold() == SUFFIX and not asked.out.is_dir():
        written = [made(asked.out, clock, rows, asked.force)]
    else:
        Paths.below(asked.out / "home").keep_font_lists_here()
        from mbc_journal.cli import showcase

        folder = showcase.Showcase(asked.out, Clock(lambda: _morning(today)), asked.force)
        written = list(folder.filled(lambda path: made(path, clock, rows, asked.force)))
    return Outcome(files_of(*written), said=tuple(str(one.path) for one in written))


def _morning(today: dt.date) -> dt.datetime:
    """When the pages of a made-up day are looked at."""
    return dt.datetime.combine(today, dt.time(9, 30)).astimezone()


def made(path: Path, clock: Clock, rows: Sequence[Row], force: bool) -> Written:
    """A journal of `rows` at `path`; with `force` in place of what is there, unless someone wrote it."""
    if not os.path.lexists(path):
        create(path, clock, *rows)
    elif not force:
        raise JournalExists(path=path)
    else:
        _refuse_a_persons(path, clock)
        new = path.with_name(f".{path.name}.new")
        new.unlink(missing_ok=True)
        create(new, clock, *rows)
        os.replace(new, path)
        files.sync_folder(path.absolute().parent)
    return files.as_written(path)


def _refuse_a_persons(path: Path, clock: Clock) -> None:
    """Raise CannotWrite if the journal at `path` is not a made-up one, and whatever says that it cannot be opened."""
    try:
        with opened(path, clock) as journal:
            persons = journal.ask(questions.counts) and not journal.ask(questions.profile).made_up
    except (NotAJournal, JournalEmpty):
        persons = path.is_dir()
    if persons:
        raise CannotWrite(path=path, why=_("a person's own journal is there"))

"""The verb that makes a made-up journal, alone or with its printed page and a picture of every page."""

import argparse
import datetime as dt
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from mbc_journal import demo as invented
from mbc_journal import files, report
from mbc_journal.cli.arguments import SUFFIX
from mbc_journal.cli.journals import opened
from mbc_journal.cli.outcome import Outcome, QtMissing, WrongCommand, files_of
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.db.journal import create
from mbc_journal.files import Written
from mbc_journal.paths import resources
from mbc_journal.problems import CannotWrite, JournalEmpty, JournalExists, NotAJournal
from mbc_journal.records import Row
from mbc_journal.scales import Scales
from mbc_journal.wording import _

_JOURNAL = "demo.mbcj"
_HOME = "home"
_OF_A_HOME = frozenset({"data", "config", "state", "cache"})
_DPI = 110  # of the picture of the printed page
_MORNING = dt.time(9, 30)


def demo(asked: argparse.Namespace, clock: Clock) -> Outcome:
    """Make a made-up journal: a file alone, or a folder with a print and a picture of every page."""
    today = asked.today or clock.today()
    if not invented.FIRST_DAY <= today <= invented.LAST_DAY:
        raise WrongCommand(why=_("a made-up journal cannot end on that day"), prog="mbc-journal demo")
    rows = invented.make(asked.seed, today, asked.years)
    if asked.out.suffix.casefold() == SUFFIX and not asked.out.is_dir():
        written = [_journal(asked.out, clock, rows, asked.force)]
    else:
        written = list(_whole_folder(asked.out, clock, rows, today, asked.force))
    return Outcome(files_of(*written), said=tuple(str(one.path) for one in written))


def _journal(path: Path, clock: Clock, rows: Sequence[Row], force: bool) -> Written:
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


def _whole_folder(folder: Path, clock: Clock, rows: Sequence[Row], today: dt.date, force: bool) -> Iterator[Written]:
    """Everything there is to see, one file after the other."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear_home(folder / _HOME, force)
    except OSError as error:
        raise CannotWrite(path=folder, why=files.why(error)) from error
    journal = folder / _JOURNAL
    yield _journal(journal, clock, rows, force)
    yield from _brief(folder, journal, clock, today, force)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from mbc_journal import app
    except ImportError as error:
        raise QtMissing(why=error) from error
    morning = dt.datetime.combine(today, _MORNING).astimezone()
    for picture in app.demo_pictures(folder, journal, Clock(lambda: morning)):
        yield files.as_written(picture)


def _clear_home(home: Path, force: bool) -> None:
    """Take away the folders a demo before this one left for its program; anything else there stops it."""
    if not home.exists():
        return
    if not force or not {entry.name for entry in home.iterdir()} <= _OF_A_HOME:
        raise CannotWrite(path=home, why=_("something is there already"))
    shutil.rmtree(home)


def _brief(folder: Path, journal: Path, clock: Clock, today: dt.date, force: bool) -> Iterator[Written]:
    """The Visit Brief as a PDF, and as a picture a page."""
    with opened(journal, clock) as open_journal:
        shot = open_journal.ask(questions.snapshot, today)
    printed = report.render("brief", shot, report.Options(scales=Scales.load(resources() / "scales")), today)
    path = folder / printed.name
    yield files.write_whole(path, printed.pdf, force)
    for number, picture in enumerate(printed.pngs(_DPI), start=1):
        page = "" if printed.pages == 1 else f"-{number}"
        yield files.write_whole(path.with_name(f"{path.stem}{page}.png"), picture, force)

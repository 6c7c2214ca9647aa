"""A folder with everything there is to see: a journal, its printed page, and a picture of every page."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mbc_journal import files, report
from mbc_journal.cli.journals import opened
from mbc_journal.cli.outcome import QtMissing
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.files import Written
from mbc_journal.paths import resources
from mbc_journal.problems import CannotWrite
from mbc_journal.scales import Scales
from mbc_journal.wording import _

_JOURNAL = "demo.mbcj"
_HOME = "home"
_OF_A_HOME = frozenset({"data", "config", "state", "cache"})
_DPI = 110  # of the picture of the printed page


@dataclass(frozen=True)
class Showcase:
    """The folder, the clock that its pages show, and whether to write over what is there."""

    folder: Path
    clock: Clock
    force: bool

    def filled(self, make: Callable[[Path], Written]) -> Iterator[Written]:
        """Fill the folder, one file after the other; `make` makes the journal at a path. Raises CannotWrite."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._clear_home()
        except OSError as error:
            raise CannotWrite(path=self.folder, why=files.why(error)) from error
        yield make(self.folder / _JOURNAL)
        yield from self._brief()
        yield from self._pictures()

    def _clear_home(self) -> None:
        """Take away the folders a demo before this one left for its program; anything else there stops it."""
        home = self.folder / _HOME
        there = {entry.name for entry in home.iterdir()} if home.exists() else set()
        if there <= {"cache"}:  # matplotlib keeps its list of fonts there as soon as it is imported
            return
        if not self.force or not there <= _OF_A_HOME:
            raise CannotWrite(path=home, why=_("something is there already"))
        shutil.rmtree(home)

    def _brief(self) -> Iterator[Written]:
        """The Visit Brief as a PDF, and as a picture a page."""
        today = self.clock.today()
        with opened(self.folder / _JOURNAL, self.clock) as journal:
            shot = journal.ask(questions.snapshot, today)
        printed = report.render("brief", shot, report.Options(scales=Scales.load(resources() / "scales")), today)
        path = self.folder / printed.name
        yield files.write_whole(path, printed.pdf, self.force)
        for number, picture in enumerate(printed.pngs(_DPI), start=1):
            page = "" if printed.pages == 1 else f"-{number}"
            yield files.write_whole(path.with_name(f"{path.stem}{page}.png"), picture, self.force)

    def _pictures(self) -> Iterator[Written]:
        """A picture of each page of the window, drawn without a screen."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        try:
            from mbc_journal import app
        except ImportError as error:
            raise QtMissing(why=error) from error
        for picture in app.demo_pictures(self.folder, self.folder / _JOURNAL, self.clock):
            yield files.as_written(picture)

"""The verb that prints a page of a journal."""

import argparse
import datetime as dt

from mbc_journal import files, report
from mbc_journal.cli.journals import left_behind, opened, refuse_a_journal
from mbc_journal.cli.outcome import Outcome, WrongCommand, files_of
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.paths import resources
from mbc_journal.scales import Scales
from mbc_journal.wording import _


def report_page(asked: argparse.Namespace, clock: Clock) -> Outcome:
    """Print one page into a PDF."""
    today = asked.today or clock.today()
    _check_period(asked.since, asked.until or today)
    refuse_a_journal(asked.out)
    with opened(asked.file, clock) as journal:
        shot = journal.ask(questions.snapshot, today, asked.since, asked.until)
        said = left_behind(journal)
    options = report.Options(scales=Scales.load(resources() / "scales"), paper=asked.paper or "")
    printed = report.render(asked.kind, shot, options, today)
    written = files.write_whole(asked.out, printed.pdf, asked.force)
    return Outcome({**files_of(written), "pages": printed.pages, "plan": printed.plan}, said=(said, printed.remark))


def _check_period(since: dt.date | None, until: dt.date) -> None:
    if since is not None and since > until:
        raise WrongCommand(why=_("the first day comes after the last one"), prog="mbc-journal report")

"""The verb that prints a page of a journal."""

import argparse
import datetime as dt
from dataclasses import replace
from pathlib import Path

from mbc_journal import call, files, report
from mbc_journal.catalogue import Catalogue
from mbc_journal.cli.journals import left_behind, opened, refuse_a_journal
from mbc_journal.cli.outcome import Outcome, WrongCommand, files_of
from mbc_journal.clock import Clock
from mbc_journal.db import questions
from mbc_journal.paths import Paths, resources
from mbc_journal.reference import Reference, ways
from mbc_journal.reference.editions import Editions
from mbc_journal.scales import Scales
from mbc_journal.wording import _


def report_page(asked: argparse.Namespace, clock: Clock) -> Outcome:
    """Print one page into a PDF."""
    today = asked.today or clock.today()
    _check_period(asked.since, asked.until or today)
    refuse_a_journal(asked.out)
    edition, damaged = Editions.of(Paths.of_this_system()).used()
    options = _options(asked, edition.folder)
    with opened(asked.file, clock) as journal:
        shot = journal.ask(questions.snapshot, today, asked.since, asked.until)
        said = left_behind(journal)
    printed = report.render(asked.kind, shot, options, today)
    written = files.write_whole(asked.out, printed.pdf, asked.force)
    result = {**files_of(written), "pages": printed.pages, "plan": printed.plan}
    return Outcome(result, said=(damaged, said, printed.remark))


def _options(asked: argparse.Namespace, folder: Path) -> report.Options:
    """What is printed, with the reference in `folder`. Raises WrongCommand for an entry that is not printed."""
    options = report.Options(scales=Scales.load(resources() / "scales"), paper=asked.paper or "")
    if (asked.kind == "reference") != (asked.entry is not None):
        raise _wrong(_("--entry names a page, and belongs to --kind reference"))
    if asked.kind == "who_to_call":
        return replace(options, guide=call.load(resources() / "reference" / "en"))
    if asked.kind != "reference":
        return options
    reference = Reference(Catalogue.load(folder))
    key = ways.key_of_entry(reference, asked.entry)
    if key is None:
        raise _wrong(_("the reference has no page {entry}").format(entry=asked.entry))
    if not ways.has_open_page(reference, key):
        raise _wrong(_("{entry} holds outlook figures alone, which are never printed").format(entry=asked.entry))
    return replace(options, reference=reference, entry=key)


def _wrong(why: str) -> WrongCommand:
    return WrongCommand(why=why, prog="mbc-journal report")


def _check_period(since: dt.date | None, until: dt.date) -> None:
    if since is not None and since > until:
        raise _wrong(_("the first day comes after the last one"))

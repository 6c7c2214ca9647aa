"""Printed pages: a snapshot becomes a PDF, its preview and its text, all from one compile of one template."""

import datetime as dt
from collections.abc import Mapping

from mbc_journal.records import Snapshot
from mbc_journal.report import brief, entry, who_to_call
from mbc_journal.report.options import A4, LETTER, Options
from mbc_journal.report.printout import Printout
from mbc_journal.wording import N_

SECTIONS: Mapping[str, str] = {
    "brief": N_("Visit Brief"), "who_to_call": N_("Who to call"), "reference": N_("Page of the reference"),
}  # fmt: skip
"""The pages that can be printed, by the name of their template, with what they are called."""


def render(page: str, shot: Snapshot, options: Options, today: dt.date) -> Printout:
    """The page of a snapshot; one of the reference says nothing of it and takes its paper alone.

    Raises KeyError for a page that is not in SECTIONS, and where `options` lack what is printed.
    """
    printers = {"brief": brief.printed, "who_to_call": who_to_call.printed, "reference": entry.printed}
    return printers[page](shot, options, today)


__all__ = ["A4", "LETTER", "SECTIONS", "Options", "Printout", "render"]

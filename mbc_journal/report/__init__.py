"""Printed pages: a snapshot becomes a PDF, its preview and its text, all from one compile of one template."""

import datetime as dt
from collections.abc import Mapping

from mbc_journal.records import Snapshot
from mbc_journal.report import brief
from mbc_journal.report.frame import day_in_names
from mbc_journal.report.options import A4, LETTER, Options
from mbc_journal.report.printout import Printout, printout
from mbc_journal.wording import N_

SECTIONS: Mapping[str, str] = {"brief": N_("Visit Brief")}
"""The pages that can be printed, by the name of their template, with what they are called."""


def render(page: str, shot: Snapshot, options: Options, today: dt.date) -> Printout:
    """The page of a snapshot. Raises KeyError for a page that is not in SECTIONS."""
    builders = {"brief": (brief.content, brief.page_data)}
    content, page_data = builders[page]
    day = day_in_names(shot)
    says = content(shot, options, today)
    return printout(page, page_data(says, options, paper_of(shot, options), day), day)


def paper_of(shot: Snapshot, options: Options) -> str:
    """The paper this is printed on: as chosen for this print, else as in the profile, else A4."""
    return LETTER if (options.paper or shot.profile.paper or A4) == LETTER else A4


__all__ = ["A4", "LETTER", "SECTIONS", "Options", "Printout", "paper_of", "render"]

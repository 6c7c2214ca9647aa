"""What a printed page says of a snapshot, line by line."""

from dataclasses import replace
from typing import Any

from mbc_journal import report
from mbc_journal.records import (
    Profile,
    Reading,
    Snapshot,
)
from tests.report_journals import SCALES, SPAN, TODAY


def said(shot: Snapshot, large: bool = True, **choices: Any) -> list[str]:
    """The lines of the page; in large print nothing is left out."""
    options = replace(report.Options(scales=SCALES, large=large, include_charts=False), **choices)
    return report.render("brief", shot, options, TODAY).text.splitlines()


def logged(*readings: Reading, **more: Any) -> Snapshot:
    return replace(Snapshot(profile=Profile(), span=SPAN, today=TODAY, readings=readings), **more)

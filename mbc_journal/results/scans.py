"""Scans and tissue samples in words, and the newest sample as the person's own receptors."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from mbc_journal import wording
from mbc_journal.records import Biopsy, Profile, Scan, ScanState
from mbc_journal.wording import N_, _

SCAN_STATES = {ScanState.WAITING: N_("Waiting for the result"), ScanState.RESULT: N_("Result")}
_MINE = ("er", "pr", "her2", "biomarkers")


def scan_title(scan: Scan) -> str:
    """As "CT, 14 Mar 2026"."""
    parts = [scan.kind or _("Scan"), wording.partial(scan.day) if scan.day is not None else ""]
    return ", ".join(part for part in parts if part)


def biopsy_title(biopsy: Biopsy) -> str:
    """As "Biopsy, liver, about March 2024"."""
    parts = [_("Biopsy"), biopsy.site, wording.partial(biopsy.day) if biopsy.day is not None else ""]
    return ", ".join(part for part in parts if part)


def as_mine(profile: Profile, biopsies: Sequence[Biopsy]) -> Profile | None:
    """The profile with what the newest sample says; None if it says nothing new. `biopsies` are oldest first."""
    if not biopsies:
        return None
    said: Mapping[str, Any] = {name: value for name in _MINE if (value := getattr(biopsies[-1], name))}
    if all(getattr(profile, name) == value for name, value in said.items()):
        return None
    return replace(profile, **said)

"""Scales: everything a person can log, its words or unit, limits, check() and say(); loaded from resources/scales."""

from mbc_journal.scales.library import IMPACT, Scales, Section, Vocabulary
from mbc_journal.scales.own import PREFIX, other_id
from mbc_journal.scales.scale import UNANSWERED, DayRule, Entry, Group, Kind, Scale
from mbc_journal.scales.units import OtherUnit, six_digits

__all__ = [
    "IMPACT", "PREFIX", "UNANSWERED", "DayRule", "Entry", "Group", "Kind", "OtherUnit", "Scale", "Scales", "Section",
    "Vocabulary", "other_id", "six_digits",
]  # fmt: skip

"""What the Settings page says and changes: her choices, helpers, the bin, backups, files to bring in. Never draws."""

from mbc_journal.own_settings.binned import BIN_DAYS, KINDS, BinLine, bin_lines, brought_back
from mbc_journal.own_settings.choices import (
    PAPERS,
    RHYTHMS,
    TEMPERATURES,
    TOPICS,
    WEIGHTS,
    birth_years,
    closed_cards,
    hidden_scales,
    is_paused,
    moved_row,
    paused,
    unit_of,
    with_cards_shown,
    with_hidden,
    with_unit,
)
from mbc_journal.own_settings.copies import KnownCopy, about_copy, known_copies, last_backup, size, when
from mbc_journal.own_settings.incoming import kind_lines, skipped_lines, summary
from mbc_journal.own_settings.people import LONGEST_NAME, with_helper, with_helper_renamed, without_helper

__all__ = [
    "BIN_DAYS", "KINDS", "LONGEST_NAME", "PAPERS", "RHYTHMS", "TEMPERATURES", "TOPICS", "WEIGHTS", "BinLine",
    "KnownCopy", "about_copy", "bin_lines", "birth_years", "brought_back", "closed_cards", "hidden_scales",
    "is_paused", "kind_lines", "known_copies", "last_backup", "moved_row", "paused", "size", "skipped_lines",
    "summary", "unit_of", "when", "with_cards_shown", "with_helper", "with_helper_renamed", "with_hidden",
    "with_unit", "without_helper",
]  # fmt: skip

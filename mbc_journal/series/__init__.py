"""From readings to what every chart, table, sentence and printed page says: frozen facts, no clock, no locale."""

from mbc_journal.series.blocks import Block, Drawn, Grain, Mark, drawn, grain, months, part, weeks
from mbc_journal.series.comparison import (
    Compared,
    Outcome,
    Side,
    comparable,
    compare,
    heaviness,
    highest_first,
    in_order,
    outcome,
)
from mbc_journal.series.daily import HOW_HARD, all_units, by_day, rhythm_days, units
from mbc_journal.series.diary import Logged, added_later, logged
from mbc_journal.series.facts import Missing, Point, Series, joined, number, worst_week
from mbc_journal.series.rows import TableRow, table
from mbc_journal.series.sentences import block as block_words
from mbc_journal.series.sentences import headline, name, state, value, words
from mbc_journal.series.start import StartLevel, start_level
from mbc_journal.series.walk import Stop, stops

__all__ = [
    "HOW_HARD", "Block", "Compared", "Drawn", "Grain", "Logged", "Mark", "Missing", "Outcome", "Point", "Series",
    "Side", "StartLevel", "Stop", "TableRow", "added_later", "all_units", "block_words", "by_day", "comparable",
    "compare", "drawn", "grain", "headline", "heaviness", "highest_first", "in_order", "joined", "logged", "months",
    "name", "number", "outcome", "part", "rhythm_days", "start_level", "state", "stops", "table", "units", "value",
    "weeks", "words", "worst_week",
]  # fmt: skip

"""The made-up journal: an invented life with invented entries, the same ones for the same seed and day."""

import datetime as dt

from mbc_journal.demo import clinic, measured, notes, symptoms, treatments, words
from mbc_journal.demo.chance import Chance
from mbc_journal.demo.course import draw
from mbc_journal.demo.plot import Plot
from mbc_journal.paths import resources
from mbc_journal.records import STORED, Row

MOST_YEARS = 30
"""The longest journal that can be made up."""
FIRST_DAY, LAST_DAY = dt.date(1960, 1, 1), dt.date(2190, 12, 31)
"""The days a made-up journal can end on."""


def make(seed: int, today: dt.date, years: int = 1) -> list[Row]:
    """All rows of a made-up journal of `years` (1 to 30) that ends `today`, parents before children.

    About 7,300 readings a year. Nothing in it comes from a real person, a clock or the place where it is made.
    """
    course = draw(Chance(seed, today, years), today, years)
    sentences = words.load(resources() / "demo")
    people = sentences["people"]
    plot = Plot(seed, course, people[seed % len(people)], sentences)
    made = [
        *clinic.rows(plot),
        *treatments.rows(plot),
        *symptoms.rows(plot),
        *measured.rows(plot),
        *notes.rows(plot),
    ]
    return sorted(made, key=_place)


def _place(row: Row) -> int:
    return STORED.index(type(row))

"""Reads what the page shows and writes what is typed on it; every part of the page shares it."""

import datetime as dt
from functools import cached_property

from mbc_journal import results, wording
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import results_page
from mbc_journal.exchange import units
from mbc_journal.exchange.code_tables import CodeTables
from mbc_journal.paths import resources
from mbc_journal.records import Profile, Reading
from mbc_journal.results import Line, Section
from mbc_journal.scales import PREFIX, Scale
from mbc_journal.ui.page import Desk
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _


class ResultKeeper:
    """`read` is called before anything is shown."""

    def __init__(self, journal: Journal, desk: Desk) -> None:
        self._journal = journal
        self.desk = desk
        self.writer = Writer(journal, desk.announcer)
        self.profile = Profile()
        self.logged: tuple[str, ...] = ()  # ids of every scale with an answer

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return bool(self._journal.read_only)

    def read(self) -> None:
        """Read the person, and which scales have an answer."""
        self.profile = self._journal.ask(questions.profile)
        self.logged = tuple(self._journal.ask(questions.first_answered))

    def lines(self, section: Section) -> tuple[Line, ...]:
        """The lines of a section, hidden ones too."""
        scales = self.desk.scales
        ids = results.ids_of(section, self.logged, scales)
        newest = self._journal.ask(results_page.newest_results, ids)
        return results.in_lines(newest, scales, self.profile.units)

    def history(self, line: Line) -> tuple[Reading, ...]:
        """Every result of a line, newest first."""
        found = self._journal.ask(questions.readings, line.scale.id, dt.date.min, dt.date.max)
        return results.of_line(found, line)

    def usual_unit(self, name: str, scale: Scale | None) -> str:
        """The unit the last result of a test was typed in; else the one she prefers. `scale` None: one of her own."""
        if scale is None:
            mine = (self.desk.scales.get(one) for one in self.logged if one.startswith(PREFIX))
            return next((one.unit for one in mine if one.label.casefold() == name.casefold()), "")
        newest = self._journal.ask(results_page.newest_results, (scale.id,))
        used = [one.unit_as_entered for one in newest if one.unit_as_entered in scale.units]
        return used[0] if used else scale.preferred(self.profile.units)

    def hidden_by(self, scale: Scale) -> str:
        """What hides a scale; "" for one that is shown."""
        return results.hidden_by(scale, self.profile, self.desk.scales)

    def show_again(self, topic: str) -> bool:
        """Hide a topic no more."""
        name = wording.act(results.topic_words(topic, self.desk.scales), _("shown"))
        return self.writer.save(results.shown_again(self.profile, topic), name=name)

    def unit_code(self, scale: Scale, written: str) -> str:
        """The unit of `scale` that these words mean; the words themselves where they mean none of them."""
        return units.ucum(self._tables.units, written, scale) or written

    @cached_property
    def _tables(self) -> CodeTables:
        return CodeTables.load(resources() / "codes")

"""Reads the treatments of a journal and writes what is said of them; every part of the page shares it."""

from dataclasses import replace
from typing import Any

from mbc_journal import treatments, wording
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import Profile, Row, Step, Therapy
from mbc_journal.scales import Scale
from mbc_journal.treatments import Course
from mbc_journal.ui.page import Desk
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _


class TreatmentKeeper:
    """All therapies with their steps, and the person; `read` is called before anything is shown."""

    def __init__(self, journal: Journal, desk: Desk) -> None:
        self._journal = journal
        self._writer = Writer(journal, desk.announcer)
        self.desk = desk
        self.courses: tuple[Course, ...] = ()
        self.profile = Profile()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return bool(self._journal.read_only)

    def read(self) -> None:
        """Read everything anew."""
        therapies, steps = self._journal.ask(questions.therapies), self._journal.ask(questions.steps)
        self.courses = treatments.courses(therapies, steps, self.desk.clock.today())
        self.profile = self._journal.ask(questions.profile)

    def add(self, therapy: Therapy, step: Step) -> bool:
        """Write a new treatment and its start, in one act."""
        return self._writer.save(therapy, step, name=wording.act(therapy.name, _("added")))

    def record(self, course: Course, *steps: Step) -> bool:
        """Write what changed, in one act."""
        return self._writer.save(*steps, name=wording.act(course.therapy.name, treatments.act_words(course, steps[0])))

    def edit(self, course: Course, stay: object, **fields: Any) -> bool:
        """Correct what is said of a treatment as a whole; changes of one stay in a field are one step of Undo."""
        changed = replace(course.therapy, **fields)
        return self._writer.save(changed, name=wording.act(changed.name, _("details")), stay=stay)

    def remove_step(self, course: Course, step: Step) -> bool:
        """Put a wrong change into the bin, with what belongs to it."""
        gone = treatments.belonging(course.steps, step)
        return self._writer.bin(*gone, name=wording.act(course.therapy.name, _("change removed")))

    def remove(self, course: Course) -> bool:
        """Put a treatment into the bin, with all that was said of it."""
        doses = self._journal.ask(questions.doses, course.therapy.id)
        rows: list[Row] = [course.therapy, *course.steps, *doses]
        return self._writer.bin(*rows, name=wording.act(course.therapy.name, _("removed")))

    def asks(self, scale_id: str) -> bool:
        """Whether Today asks this scale."""
        return scale_id in treatments.row_ids(self.profile, self.desk.scales) and scale_id not in self.profile.hidden

    def ask_on_today(self, scale: Scale, on: bool) -> bool:
        """Ask a scale on Today from now on, or no more."""
        change = treatments.with_row if on else treatments.without_row
        said = _("added to Today") if on else _("taken off Today")
        profile = change(self.profile, self.desk.scales, scale.id)
        return self._writer.save(profile, name=wording.act(wording.say(scale.label), said))

    def keep_about(self, stay: object, label: str, **fields: Any) -> bool:
        """Keep what the person said of herself."""
        profile = replace(self.profile, **fields)
        return self._writer.save(profile, name=wording.act(label, _("saved")), stay=stay)

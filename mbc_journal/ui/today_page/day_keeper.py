"""Reads one day's check-in from the journal and writes its answers; Today and the quick window share it."""

import datetime as dt
from dataclasses import replace
from typing import Any

from mbc_journal import check_in, wording
from mbc_journal.check_in import Pen, Sheet
from mbc_journal.db import questions
from mbc_journal.db.journal import Journal
from mbc_journal.records import ME, Answer, Day, Profile, Reading, offset_text
from mbc_journal.scales import Entry, Scale
from mbc_journal.ui.page import Desk
from mbc_journal.ui.writer import Writer
from mbc_journal.wording import _

HOW_HARD = "how-hard"
"""The scale whose words the day itself is answered in."""


class DayKeeper:
    """The sheet of one day, and the acts that change it.

    Acts on one subject in one stay of the focus are one step of Undo; `leave` ends the stay.
    """

    def __init__(self, journal: Journal, desk: Desk) -> None:
        self.journal = journal
        self._desk = desk
        self.writer = Writer(journal, desk.announcer)
        self.profile = Profile()
        self.sheet = Sheet(day=desk.clock.today(), rows=(), period=check_in.recall(self.profile))
        self._stays: dict[str, object] = {}

    def read(self, day: dt.date) -> Sheet:
        """The sheet of `day`, read anew."""
        self.profile = self.journal.ask(questions.profile)
        period = check_in.recall(self.profile)
        back = check_in.step_back(period)
        before = self.journal.ask(questions.readings_between, day - back, day - dt.timedelta(days=1))
        self.sheet = Sheet(
            day=day,
            rows=check_in.rows(self.profile, self._desk.scales),
            period=period,
            answers=check_in.latest(self.journal.ask(questions.readings_on, day), period),
            before=check_in.answered(check_in.latest(before, period)),
            mark=self.journal.ask(questions.day, day),
            note=check_in.note_of_the_day(self.journal.ask(questions.notes_on, day)),
        )
        return self.sheet

    def leave(self) -> None:
        """The focus went elsewhere: what follows is another step of Undo."""
        self._stays = {}

    def answer(self, scale: Scale, entry: Entry) -> bool:
        """Say `entry` on the row of `scale`."""
        return self._save(scale, check_in.answer(self.sheet, scale, entry, self._pen()))

    def without_answer(self, scale: Scale, state: Answer) -> bool:
        """Say why the row of `scale` has no answer."""
        return self._save(scale, check_in.without_answer(self.sheet, scale, state, self._pen()))

    def noted(self, scale: Scale, **fields: Any) -> bool:
        """Change what else stands on the row: note, body_site, body_side, time. The row must have been answered."""
        reading = self.sheet.answers[scale.id]
        changed = replace(reading, **fields)
        name = wording.act(wording.say(scale.label), _("details"))
        return self.writer.save(changed, name=name, stay=self._stay(scale.id))

    def clear(self, scale: Scale) -> bool:
        """Take the row's answer back; it is not answered then, which is not None."""
        reading = self.sheet.answers.get(scale.id)
        if reading is None:
            return True
        return self.writer.bin(reading, name=wording.act(wording.say(scale.label), _("cleared")))

    def same_as_before(self, *scales: Scale) -> bool:
        """Give yesterday's answers again for `scales`, in one act."""
        readings = [check_in.repeated(self.sheet, scale, self._pen()) for scale in scales]
        if len(readings) == 1:
            return self._save(scales[0], readings[0])
        return self.writer.save(*readings, name=wording.act(_("Same as yesterday"), str(len(readings))))

    def rest_none(self) -> bool:
        """Say None on every empty level row, in one act."""
        readings = [check_in.answer(self.sheet, scale, Entry(level=0), self._pen()) for scale in self.sheet.none_rows]
        return self.writer.save(*readings, name=wording.act(_("The others: None"), str(len(readings))))

    def how_hard(self, level: int | None) -> bool:
        """Say how hard the day was (0-4); None takes it back."""
        day = check_in.hard_day(self.sheet, level)
        said = _("cleared") if level is None else self._desk.scales.get(HOW_HARD).say_level(level)
        return self._mark(day, wording.act(_("How hard"), said), self._stay(HOW_HARD))

    def too_unwell(self, on: bool) -> bool:
        """Say that she was too unwell to log, or take it back."""
        name = wording.act(_("Too unwell to log"), _("yes") if on else _("taken back"))
        return self._mark(check_in.unwell_day(self.sheet, on), name)

    def note(self, text: str, helped: bool, for_doctor: bool) -> bool:
        """Keep the day's one line; an emptied one goes to the bin."""
        if not text.strip():
            return self.sheet.note is None or self.writer.bin(self.sheet.note, name=wording.act(_("Note"), _("binned")))
        note = check_in.day_note(self.sheet, text, helped, for_doctor)
        return self.writer.save(note, name=wording.act(_("Note"), _("saved")), stay=self._stay("note"))

    def _mark(self, day: Day, name: str, stay: object = None) -> bool:
        """Keep the row of the day; one that says nothing any more goes to the bin."""
        if check_in.says_nothing(day):
            return self.sheet.mark is None or self.writer.bin(self.sheet.mark, name=name)
        return self.writer.save(day, name=name, stay=stay)

    def _save(self, scale: Scale, reading: Reading) -> bool:
        name = wording.act(wording.say(scale.label), scale.say(reading))
        return self.writer.save(reading, name=name, stay=self._stay(scale.id))

    def _stay(self, subject: str) -> object:
        """What tells the journal that an act goes on with the one before: one object a subject and stay."""
        return self._stays.setdefault(subject, object())

    def _pen(self) -> Pen:
        return Pen(offset_text(self._desk.clock.now()), self._desk.announcer.writing_as or ME)

"""Notes in the person's own voice: plain days, good and hard things, what helped; some starred, some private."""

import datetime as dt
from collections.abc import Iterator, Sequence

from mbc_journal.demo.chance import Chance
from mbc_journal.demo.plot import Plot
from mbc_journal.records import ME, Note, NoteKind, PartialDate, Row

_KINDS = (
    ("journal", NoteKind.JOURNAL, 0.12), ("good", NoteKind.GOOD, 0.07), ("hard", NoteKind.HARD, 0.05),
    ("private", NoteKind.HARD, 0.015),
)  # fmt: skip


class Sentences:
    """Sentences of one kind in changing order; all are used before one comes again."""

    def __init__(self, chance: Chance, texts: Sequence[str]) -> None:
        self._chance = chance
        self._texts = texts
        self._waiting: list[str] = []

    def next(self) -> str:
        """The next sentence."""
        if not self._waiting:
            self._waiting = self._chance.shuffled(self._texts)
        return self._waiting.pop()


def rows(plot: Plot) -> Iterator[Row]:
    """All notes of the journal."""
    yield from _daily(plot)
    yield from _what_helped(plot)
    yield from _for_the_doctor(plot)
    yield from _single_ones(plot)


def _logged(plot: Plot) -> list[dt.date]:
    left_out = plot.course.silent | plot.course.unwell
    return [day for day in plot.course.days() if day not in left_out and day < plot.course.today]


def _note(plot: Plot, kind: NoteKind, day: dt.date, text: str, by: str = ME) -> Note:
    stamp = plot.stamp("note", f"{kind}/{day}/{text[:40]}/{by}", day, by=by)
    return Note(**stamp, day=PartialDate.of(day), kind=kind, text=plot.text(text))


def _daily(plot: Plot) -> Iterator[Note]:
    chance, words = plot.chance("notes"), plot.words["notes"]
    sentences = {name: Sentences(chance, words[name]) for name, _kind, _share in _KINDS}
    for day in _logged(plot):
        for name, kind, share in _KINDS:
            if chance.often(share):
                note = _note(plot, kind, day, sentences[name].next())
                note.private = name == "private"
                yield note


def _what_helped(plot: Plot) -> Iterator[Note]:
    chance, ideas = plot.chance("coping"), plot.words["coping"]
    for day in _logged(plot):
        if chance.often(0.09):
            idea = chance.pick(ideas)
            note = _note(plot, NoteKind.HELPED, day, idea["text"])
            note.strategy, note.linked_symptom = idea["strategy"], idea["symptom"]
            note.helped = chance.pick((1, 2, 2, 3, 3, 4))
            yield note


def _for_the_doctor(plot: Plot) -> Iterator[Note]:
    """A starred line every few weeks on capecitabine, two of them since the last visit."""
    chance, course = plot.chance("starred"), plot.course
    sentences = Sentences(chance, plot.words["notes"]["starred"])
    recent = [day for day in _logged(plot) if day > course.last_visit]
    older = [day for day in _logged(plot) if course.lines[-1].since <= day <= course.last_visit]
    chosen = [day for day in older if chance.often(0.05)]
    for day in sorted([*chosen, recent[len(recent) // 3], recent[2 * len(recent) // 3]]):
        note = _note(plot, NoteKind.HARD, day, sentences.next())
        note.for_doctor = True
        note.tags = ("hands",) if "coat" in note.text or "cup" in note.text else ()
        yield note


def _single_ones(plot: Plot) -> Iterator[Note]:
    """The fever, the scan, lines the helper wrote, a private note, and one in the bin."""
    course, words, chance = plot.course, plot.words["notes"], plot.chance("single notes")
    fever = _note(plot, NoteKind.HARD, course.fever, words["fever"])
    fever.for_doctor = True
    yield fever
    yield _note(plot, NoteKind.JOURNAL, course.scan, chance.pick(words["scan"]))
    for number, text in enumerate(words["helper"]):
        day = course.fever + dt.timedelta(days=2) if number == 0 else course.last_visit - dt.timedelta(days=30 * number)
        yield _note(plot, NoteKind.JOURNAL, day, text, by=plot.person["helper"])
    secret = _note(plot, NoteKind.HARD, course.last_visit - dt.timedelta(days=9), words["private"][0])
    secret.private = True
    yield secret
    twice = _note(plot, NoteKind.JOURNAL, course.last_visit, words["journal"][0])
    twice.binned_at = twice.written_at + dt.timedelta(minutes=4)
    twice.changed_at = twice.binned_at
    yield twice

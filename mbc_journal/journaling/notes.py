"""One note: its words for the list, what may be kept, and which notes a filter means. Decides; never draws."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from mbc_journal import wording
from mbc_journal.problems import NotAllowed
from mbc_journal.records import ME, NEVER, Note, NoteKind, PartialDate
from mbc_journal.wording import N_, _, ngettext

KINDS = {
    NoteKind.JOURNAL: N_("A note"),
    NoteKind.HELPED: N_("What helped"),
    NoteKind.GOOD: N_("Good thing"),
    NoteKind.HARD: N_("Hard thing"),
}
"""What a note is about, in words."""

FILTERS = {
    "all": N_("All"),
    "helped": N_("What helped"),
    "good": N_("Good things"),
    "hard": N_("Hard things"),
    "doctor": N_("For the doctor"),
}
"""What the list can be narrowed to."""

HELPED = (N_("It did not"), N_("A bit"), N_("Fairly well"), N_("Well"), N_("Very well"))
"""Did it help? The five answers, 0-4, in our own words."""

LONGEST = 100_000
"""Letters of one note at most."""

EXCERPT = 280
"""Letters of a note that the list shows."""

_LINES = 4
_TITLE = 40
_LONGEST_TAG = 60
_MOST_TAGS = 20
_LATE = dt.timedelta(days=1, hours=4)
"""What was written so long after a day began is added later."""


@dataclass(frozen=True)
class Wanted:
    """Which notes to list."""

    kind: NoteKind | None = None
    for_doctor: bool = False  # starred ones, but for private ones
    words: str = ""  # as typed
    writer: str = ""  # "": everyone
    only: frozenset[UUID] | None = None  # None: all

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


def wanted(chosen: str, words: str = "", writer: str = "") -> Wanted:
    """What the filter `chosen` (a key of FILTERS), the search field and the writer stand for."""
    kind = NoteKind(chosen) if chosen in set(NoteKind) else None
    return Wanted(kind=kind, for_doctor=chosen == "doctor", words=words.strip(), writer=writer)


def new_note(now: dt.datetime) -> Note:
    """An empty note, dated now."""
    return Note(day=PartialDate.of(now.date()), time=now.time().replace(second=0, microsecond=0), text="")


def tried_note(now: dt.datetime, strategy: str, words: str) -> Note:
    """A note that says that a coping idea is being tried; whether it helped is asked later."""
    note = new_note(now)
    note.strategy, note.text = strategy, words
    return note


def says_nothing(note: Note) -> bool:
    """Whether nothing was written, chosen or marked on it yet."""
    said = (note.text.strip(), note.tags, note.strategy, note.linked_symptom)
    return not any(said) and note.helped is None


def tags(text: str) -> tuple[str, ...]:
    """The tags in a text, parted by commas, each once. Raises NotAllowed with the sentence to show beside the field."""
    found: dict[str, str] = {}
    for part in text.replace("\0", "").replace("\n", ",").split(","):
        tag = " ".join(part.split())
        if len(tag) > _LONGEST_TAG:
            why = _("This tag is too long by {more} letters; {longest} fit here.")
            raise NotAllowed(why=why.format(more=len(tag) - _LONGEST_TAG, longest=_LONGEST_TAG))
        if tag:
            found.setdefault(tag.casefold(), tag)
    if len(found) > _MOST_TAGS:
        raise NotAllowed(why=_("A note can have {most} tags.").format(most=_MOST_TAGS))
    return tuple(found.values())


def title(note: Note) -> str:
    """A few words that tell the note from others: its first ones, else what it is about."""
    first = " ".join(note.text.split())
    return _cut(first, _TITLE) if first else _(KINDS[note.kind])


def excerpt(text: str) -> str:
    """The beginning of a text, as much as the list shows; it ends with "..." where more follows."""
    lines = text.strip().splitlines()
    shown = "\n".join(lines[:_LINES])
    if len(shown) > EXCERPT:
        return _cut(shown, EXCERPT)
    return f"{shown} ..." if len(lines) > _LINES else shown


def when(note: Note, today: dt.date) -> str:
    """The day of a note: "9 Mar", "9 Mar 2025", "March 2021"; "no date" where none is known."""
    if note.day is None:
        return _("no date")
    exact = note.day.exact
    if exact is not None and exact.year == today.year:
        return wording.day_short(exact)
    return wording.partial(note.day)


def marks(note: Note, files: int) -> str:
    """What stands small behind the kind: "private: stays here, written by my sister, added later, 1 file"."""
    parts = []
    if note.private:
        parts.append(_("private: stays here"))
    if note.written_by != ME:
        parts.append(_("written by {name}").format(name=note.written_by))
    if added_later(note):
        parts.append(_("added later"))
    if files:
        parts.append(ngettext("{count} photo or file", "{count} photos or files", files).format(count=files))
    return ", ".join(parts)


def details(note: Note, idea: str, scale_name: Callable[[str], str]) -> str:
    """What stands small under the text: coping idea, linked symptom, whether it helped, tags."""
    parts = [idea, scale_name(note.linked_symptom) if note.linked_symptom else "", helped_words(note), *note.tags]
    return ", ".join(part for part in parts if part)


def helped_words(note: Note) -> str:
    """As "helped fairly well"; "" while nothing was said."""
    if note.helped is None:
        return ""
    if note.helped == 0:
        return _("did not help")
    return _("helped: {how}").format(how=_(HELPED[note.helped]).lower())


def added_later(note: Note) -> bool:
    """Whether it was written after 04:00 of the day after the one it speaks of, wherever that was.

    What came from a file, was never saved, or has no whole date is not.
    """
    exact = note.day.exact if note.day is not None else None
    if exact is None or note.written_at == NEVER or note.import_batch is not None:
        return False
    last_zone = dt.timedelta(hours=12)
    return (note.written_at - last_zone).replace(tzinfo=None) > dt.datetime.combine(exact, dt.time()) + _LATE


def _cut(text: str, most: int) -> str:
    """`text` in `most` letters or so, cut between words where there are any."""
    if len(text) <= most:
        return text
    between = text.rfind(" ", most // 2, most + 1)
    return f"{text[: between if between >= 0 else most].rstrip()} ..."

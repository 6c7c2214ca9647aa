"""Finding: what every page holds on some words, in groups, each with the words around the match. Never draws."""

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from mbc_journal import journaling, results, visits, wording
from mbc_journal.catalogue import Catalogue, Drug, search
from mbc_journal.records import Note, NoteKind, Profile, Question, Therapy, Visit
from mbc_journal.reference import Reference, ways
from mbc_journal.reference import search as pages
from mbc_journal.scales import IMPACT, Scales
from mbc_journal.wording import N_, _

LONGEST = 200
"""So many letters of what was typed are looked for."""

SHOWN = 8
"""So many results of a group are shown until all are asked for."""

_BEFORE, _ROOM = 40, 160  # letters before a match, and of an excerpt
_WORD = re.compile(r"[^\W_]+")
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


class Kind(StrEnum):
    """What was found, in the order of the groups."""

    NOTE = "note"
    QUESTION = "question"
    VISIT = "visit"
    TREATMENT = "treatment"
    SYMPTOM = "symptom"
    REFERENCE = "reference"


KINDS = {
    Kind.NOTE: N_("Notes"),
    Kind.QUESTION: N_("Questions"),
    Kind.VISIT: N_("Visits"),
    Kind.TREATMENT: N_("Treatments"),
    Kind.SYMPTOM: N_("Symptoms and results"),
    Kind.REFERENCE: N_("Reference"),
}
"""The groups in words."""

_PAGES = {
    pages.Group.KIND: N_("Kind of treatment"),
    pages.Group.EFFECT: N_("Side effect"),
    pages.Group.TOPIC: N_("Topic"),
}


@dataclass(frozen=True)
class Excerpt:
    """A line of text; `marks` are the places (from, to) of the words looked for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Result:
    """Something that was found, and where in the window it stands."""

    title: Excerpt
    detail: Excerpt
    page: str
    row: UUID | None = None
    scale: str = ""
    verb: str = ""


@dataclass(frozen=True)
class Group:
    """The results of one kind, best first; `more`: there are others."""

    kind: Kind
    results: tuple[Result, ...]
    more: bool = False


def asked(typed: str) -> str:
    """What is looked for: the words as typed, parted by one space; "" for nothing."""
    return " ".join(_NO_TEXT.sub(" ", typed).split())[:LONGEST].strip()


def grouped(found: Mapping[Kind, Sequence[Result]], whole: frozenset[Kind] = frozenset()) -> tuple[Group, ...]:
    """Groups in their order, empty ones left out; those of `whole` with all their results."""
    made = []
    for kind in Kind:
        these = tuple(found.get(kind, ()))
        most = len(these) if kind in whole else SHOWN
        if these:
            made.append(Group(kind, these[:most], len(these) > most))
    return tuple(made)


def around(text: str, words: str) -> Excerpt:
    """The part of a text where the first of `words` stands, on one line; its beginning where none does."""
    line, sought = " ".join(text.replace("\0", " ").split()), _pattern(words)
    first = sought.search(_folded(line))
    shown = _cut(line, first.start() if first is not None else 0)
    return Excerpt(shown, tuple(place.span() for place in sought.finditer(_folded(shown))))


def note(one: Note, words: str, today: dt.date) -> Result:
    """A note: its day and marks, and the words around the match."""
    kind = "" if one.kind is NoteKind.JOURNAL else _(journaling.KINDS[one.kind])
    head = (journaling.when(one, today), kind, journaling.marks(one, 0))
    told = f"{one.text} ({', '.join(one.tags)})" if one.tags else one.text
    return Result(Excerpt(_listed(head)), around(told, words), "journal", row=one.id)


def question(one: Question, words: str) -> Result:
    """A question: its text, and its answer or whether it still waits."""
    state = _("Asked") if one.asked else _("Not asked yet")
    detail = around(one.answer, words) if one.answer.strip() else Excerpt(state)
    return Result(around(one.text, words), detail, "visits", row=one.id)


def visit(one: Visit, words: str, today: dt.date) -> Result:
    """A visit: its day and kind, and what was written of it around the match."""
    told = _listed((one.who, one.where, one.said, one.changes))
    return Result(Excerpt(visits.title(one, today)), around(told, words), "visits", row=one.id)


def treatments(therapies: Iterable[Therapy], catalogue: Catalogue, words: str) -> list[Result]:
    """Her treatments by name, brand or her own words, misspelt too; those whose name begins so first."""
    known = {drug.id for drug in catalogue.find(words)}
    found = []
    for one in therapies:
        own = (one.name, one.regimen, one.why, one.note)
        if one.reference_id in known or _holds(words, own):
            told = _listed(
                (wording.say(catalogue.category(one.kind)), *_brands(catalogue.get(one.reference_id)), *own[1:])
            )
            found.append(Result(around(one.name, words), around(told, words), "treatments", row=one.id))
    return sorted(found, key=lambda result: not result.title.marks)


def symptoms(since: Mapping[str, dt.date], scales: Scales, profile: Profile, words: str) -> list[Result]:
    """What she logged (`since`: its first day by scale), by any name; what she hid is left out."""
    named = [scale.id for scale in scales.find(words)]
    own = [one for one in since if one not in named and _holds(words, (wording.say(scales.get(one).label),))]
    found = []
    for scale in map(scales.get, (*named, *own)):
        if scale.id in since and not scale.id.endswith(IMPACT) and not results.hidden_by(scale, profile, scales):
            page = "symptoms" if results.section_of(scale, scales) is None else "results"
            detail = Excerpt(_("logged since {day}").format(day=wording.day(since[scale.id])))
            found.append(Result(around(wording.say(scale.label), words), detail, page, scale=scale.id))
    return found


def reference(known: Reference, hits: Iterable[pages.Hit], words: str) -> list[Result]:
    """Pages of the reference that can be opened; what stands behind the outlook door is never among them."""
    return list(_pages(known, hits, words))


def _pages(known: Reference, hits: Iterable[pages.Hit], words: str) -> Iterator[Result]:
    for hit in hits:
        way = None if _is_behind_the_door(known, hit.key) else _way(known, hit.key)
        if way is not None:
            scale, verb = way
            title = around(wording.say(hit.title), words)
            yield Result(title, around(_about(known, hit.key), words), "reference", scale=scale, verb=verb)


def _is_behind_the_door(known: Reference, key: pages.Key) -> bool:
    topic = ways.topic_of(known, key)
    return topic is not None and topic.opt_in


def _way(known: Reference, key: pages.Key) -> tuple[str, str] | None:
    """How the page of a key is asked for: by one of its scales, or by its id; None: there is no way."""
    if ways.key_of_id(known, key.id) == key:
        return "", key.id
    effect = known.catalogue.effects.get(key.id) if key.group is pages.Group.EFFECT else None
    scales = (*effect.log_ids, *effect.measure_ids) if effect is not None else ()
    scale = next((one for one in scales if ways.key_of_scale(known.catalogue, one) == key), None)
    return (scale, "") if scale is not None else None


def _about(known: Reference, key: pages.Key) -> str:
    drug = known.catalogue.get(key.id) if key.group is pages.Group.TREATMENT else None
    if drug is None:
        return _(_PAGES.get(key.group, ""))
    return _listed((wording.say(known.catalogue.category(drug.kind)), *_brands(drug)))


def _brands(drug: Drug | None) -> tuple[str, ...]:
    return drug.brands if drug is not None and drug.is_checked("brands") else ()


def _listed(parts: Iterable[str]) -> str:
    """The parts that say something, with a comma where no sentence ends."""
    told = ""
    for part in map(str.strip, parts):
        between = " " if told.endswith((".", "!", "?")) else ", "
        told += f"{between if told and part else ''}{part}"
    return told


def _holds(words: str, texts: Iterable[str]) -> bool:
    """Whether every word begins a word of the texts."""
    wanted, told = search.plain(words).split(), f" {search.plain(' '.join(texts))}"
    return bool(wanted) and all(f" {one}" in told for one in wanted)


def _pattern(words: str) -> re.Pattern[str]:
    """Finds words that begin with one of `words`; signs that are no words as they stand."""
    folded = _folded(words)
    begun = "|".join(sorted(set(_WORD.findall(folded)), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{begun})" if begun else re.escape(folded))


def _folded(text: str) -> str:
    """`text` in small letters without accents, letter for letter, so that places stay the same."""
    return "".join(map(_letter, text))


@functools.cache
def _letter(letter: str) -> str:
    return unicodedata.normalize("NFKD", letter)[0].casefold()[0]


def _cut(line: str, at: int) -> str:
    """The room round `at`, cut between words where there are any."""
    begin = max(0, min(at - _BEFORE, len(line) - _ROOM))
    if begin:
        begin = max(line.find(" ", begin, at) + 1, begin)
    end = min(len(line), begin + _ROOM)
    if end < len(line):
        between = line.rfind(" ", begin + _ROOM // 2, end)
        end = between if between > at else end
    return f"{'... ' * bool(begin)}{line[begin:end].strip()}{' ...' * (end < len(line))}"

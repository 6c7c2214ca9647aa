"""All scales: loaded once from resources/scales, then looked up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from mbc_journal import content, wording
from mbc_journal.content import Place
from mbc_journal.scales.own import PREFIX, other_scale
from mbc_journal.scales.scale import Group, Kind, Scale
from mbc_journal.wording import _

IMPACT = "-impact"
"""Behind a level scale's id: how much that symptom got in the way."""

_COMMON = (
    "id", "kind", "group", "section", "label", "short", "aliases", "search_words", "day", "rhythm_days", "private",
    "core", "starter",
)  # fmt: skip
_KEYS = {
    Kind.LEVEL: (
        *_COMMON, "ask_today", "ask_week", "ask_impact", "ask_impact_week", "words", "site", "side", "snomed",
        "snomed_display", "snomed_write",
    ),
    Kind.COUNT: (*_COMMON, "ask_today", "unit", "unit_one", "least", "most", "step", "personal_usual"),
    Kind.YES_NO: (*_COMMON, "ask_today", "site", "words"),
    Kind.NUMBER: (
        *_COMMON, "unit", "other_units", "loinc", "loinc_read", "decimals", "typo_low", "typo_high", "reads_like",
        "example",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Section:
    """A part of the list of symptoms."""

    id: str
    label: str


@dataclass(frozen=True)
class Vocabulary:
    """Words that many scales share (words.json)."""

    word_lists: Mapping[str, tuple[str, ...]]
    sections: tuple[Section, ...]
    body_sites: tuple[str, ...]
    body_sides: tuple[str, ...]


class Scales:
    """Every scale that ships, in the order of lists; `get` also knows impact scales and scales of one's own."""

    def __init__(self, scales: tuple[Scale, ...], vocabulary: Vocabulary) -> None:
        places = [section.id for section in vocabulary.sections]
        groups = list(Group)
        self._scales = tuple(
            sorted(scales, key=lambda one: (groups.index(one.group), places.index(one.section) if one.section else -1))
        )
        self._by_id = {scale.id: scale for scale in self._scales}
        self.vocabulary = vocabulary

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The scales of every JSON file in `folder`; words.json holds the words they share.

        Raises ResourceBroken, naming the file and the place in it.
        """
        words_file = folder / "words.json"
        vocabulary = content.build(Vocabulary, content.load(words_file), Place(words_file.name))
        scales: list[Scale] = []
        for path in sorted(folder.glob("*.json")):
            if path != words_file:
                scales.extend(_scales_of(path, vocabulary, {scale.id for scale in scales}))
        return cls(tuple(scales), vocabulary)

    def __iter__(self) -> Iterator[Scale]:
        return iter(self._scales)

    def __len__(self) -> int:
        return len(self._scales)

    def get(self, scale_id: str) -> Scale:
        """The scale of an id. An unknown id is a plain scale of one's own, never an error."""
        known = self._by_id.get(scale_id)
        if known is None and scale_id.endswith(IMPACT) and not scale_id.startswith(PREFIX):
            known = self.impact(scale_id.removesuffix(IMPACT))
        if known is not None:
            return known
        return other_scale(scale_id, self.vocabulary.word_lists["severity"], self.vocabulary.word_lists["yes-no"])

    def impact(self, scale_id: str) -> Scale | None:
        """The scale "<id>-impact" of a symptom: how much it got in the way; None where that is not asked."""
        of = self._by_id.get(scale_id)
        if of is None or not of.ask_impact:
            return None
        return replace(
            of,
            id=of.id + IMPACT,
            label=_("{symptom}: how much it got in the way").format(symptom=wording.say(of.label)),
            words=self.vocabulary.word_lists["impact"],
            ask_today=of.ask_impact,
            ask_week=of.ask_impact_week,
            ask_impact="",
            ask_impact_week="",
            aliases=(),
            search_words=(),
            starter=None,
            core=False,
            site=False,
            side=False,
            snomed="",
            snomed_display="",
            snomed_write=False,
        )

    def starters(self) -> tuple[Scale, ...]:
        """The rows of the first day, in order."""
        rows = [(scale.starter, scale) for scale in self._scales if scale.starter is not None]
        return tuple(scale for _place, scale in sorted(rows, key=lambda row: row[0]))

    def named(self, name: str) -> Scale | None:
        """The scale that is called exactly so (id, label, short label or alias; capitals do not count)."""
        return self._by_name.get(" ".join(name.split()).casefold())

    @cached_property
    def _by_name(self) -> Mapping[str, Scale]:
        return {name: scale for scale in reversed(self._scales) for name in _names(scale)}

    def find(self, words: str) -> list[Scale]:
        """Scales whose names or search words begin with every one of `words`, best first."""
        wanted = words.casefold().split()
        if not wanted:
            return []
        ranked = [(_rank(scale, wanted), place, scale) for place, scale in enumerate(self._scales)]
        found = sorted((row for row in ranked if row[0] is not None), key=lambda row: (row[0], row[1]))
        return [scale for _rank_of_it, _place, scale in found if scale.group is not Group.OTHER]

    def by_loinc(self, code: str) -> Scale | None:
        """The scale a LOINC code is read as; None for codes we do not know."""
        return next((scale for scale in self._scales if code and code in _loincs(scale)), None)

    def by_snomed(self, code: str) -> Scale | None:
        """The scale a SNOMED CT code is read as; None for codes we do not know."""
        return next((scale for scale in self._scales if code and code == scale.snomed), None)


def _scales_of(path: Path, vocabulary: Vocabulary, known: set[str]) -> Iterator[Scale]:
    place = Place(path.name)
    entries = content.load(path)
    if not isinstance(entries, dict) or list(entries) != ["scales"] or not isinstance(entries["scales"], list):
        raise place.broken('{"scales": [...]} is expected')
    for number, entry in enumerate(entries["scales"]):
        scale = _scale(entry, place.key("scales").item(number), vocabulary)
        if scale.id in known:
            raise place.key("scales").item(number).broken(f"{scale.id} is there already")
        known.add(scale.id)
        yield scale


def _scale(entry: Any, place: Place, vocabulary: Vocabulary) -> Scale:
    if not isinstance(entry, dict) or entry.get("kind") not in list(Kind):
        raise place.key("kind").broken("no such kind")
    if "words" in entry:
        words = vocabulary.word_lists.get(entry["words"]) if isinstance(entry["words"], str) else None
        if words is None:
            raise place.key("words").broken("no such words")
        entry = entry | {"words": list(words)}
    scale = content.build(Scale, entry, place, _KEYS[Kind(entry["kind"])])
    if scale.section not in ("", *(section.id for section in vocabulary.sections)):
        raise place.key("section").broken("no such section")
    return scale


def _names(scale: Scale) -> set[str]:
    names = (scale.id, scale.label, scale.short, *scale.aliases)
    return {name.casefold() for name in (*names, *map(wording.say, names))}


def _loincs(scale: Scale) -> tuple[str, ...]:
    return (scale.loinc, *scale.loinc_read, *(other.loinc for other in scale.other_units))


def _rank(scale: Scale, wanted: list[str]) -> tuple[bool, bool, bool] | None:
    label = f"{wording.say(scale.label)} {scale.label}".casefold()
    names = label.replace("(", " ").replace(",", " ").split()
    others = " ".join((*scale.aliases, *scale.search_words, scale.id)).casefold().split()
    if not all(any(word.startswith(one) for word in (*names, *others)) for one in wanted):
        return None
    in_name = all(any(word.startswith(one) for word in names) for one in wanted)
    return not in_name, not scale.core, not label.startswith(" ".join(wanted))

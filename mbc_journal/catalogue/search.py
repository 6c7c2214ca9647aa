"""How well a name fits what a person typed: the whole name, its beginning, words of it, or misspelt."""

import re
import unicodedata
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_ALIKE_ENOUGH = 0.7
_NOT_TOO_FAR = 40  # of 100
_LONG_ENOUGH = 5  # letters that say enough to compare beginnings
_BEGINNING = 0.95  # a beginning is worth a little less than a whole name
_WHOLE, _BEGINS, _WORDS_BEGIN = 4.0, 3.0, 2.0


def plain(text: str) -> str:
    """`text` in small letters without accents, its words parted by one space."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_WORD.findall("".join(letter for letter in letters if not unicodedata.combining(letter))))


def begun(wanted: str, name: str) -> float:
    """4 if `wanted` is the plain `name`, above 3 if the name begins so, above 2 if its words do, else 0."""
    padded = f" {name}"
    if f" {wanted.partition(' ')[0]}" not in padded:
        return 0.0
    if wanted == name:
        return _WHOLE
    share = len(wanted) / (len(wanted) + len(name))  # of two names that begin so, the shorter is meant
    if name.startswith(wanted):
        return _BEGINS + share
    return _WORDS_BEGIN + share if all(f" {one}" in padded for one in wanted.split()) else 0.0


def misspelt(wanted: str, names: Sequence[str]) -> dict[int, float]:
    """Which of the plain `names` are alike to `wanted`, or begin alike: place in `names` to 0.7 (hardly) ... 1.

    A letter too many, too few, wrong, or two swapped count one each.
    """
    found = _alike(wanted, names)
    if len(wanted) >= _LONG_ENOUGH:
        for place, score in _alike(wanted, [name[: len(wanted)] for name in names]).items():
            found[place] = max(found.get(place, 0.0), score * _BEGINNING)
    return found


def nearest(wanted: str, names: Sequence[str], limit: int) -> list[int]:
    """Places in `names` of those spelled least unlike `wanted`, best first."""
    from rapidfuzz import fuzz, process

    found = process.extract(wanted, names, scorer=fuzz.ratio, limit=limit, score_cutoff=_NOT_TOO_FAR)
    return [place for _name, _score, place in found]


def _alike(wanted: str, names: Sequence[str]) -> dict[int, float]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    scored = process.extract(wanted, names, scorer=OSA.normalized_similarity, limit=None, score_cutoff=_ALIKE_ENOUGH)
    return {place: score for _name, score, place in scored}

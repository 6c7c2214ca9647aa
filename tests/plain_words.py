"""How hard a text is to read: words a sentence, and the Flesch-Kincaid grade, with syllables counted roughly."""

import re
from collections.abc import Iterable

_ENDS = re.compile(r"[.!?]+(?:\s|$)")
_WORD = re.compile(r"[A-Za-z']+")
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(texts: Iterable[str]) -> list[list[str]]:
    """Each sentence as its words; sentences of no word are left out."""
    found = [_WORD.findall(part) for text in texts for part in _ENDS.split(text)]
    return [words for words in found if words]


def words_a_sentence(texts: Iterable[str]) -> float:
    """How long sentences are, on average."""
    found = sentences(texts)
    return sum(len(words) for words in found) / len(found)


def grade(texts: Iterable[str]) -> float:
    """Years of school it takes to read this."""
    found = sentences(texts)
    words = [word for sentence in found for word in sentence]
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """About how many syllables `word` has: groups of vowels, less a silent e."""
    small = word.lower().replace("'", "")
    count = len(_VOWELS.findall(small))
    silent = small.endswith("e") and not small.endswith(("le", "ee")) and count > 1
    return max(1, count - silent)

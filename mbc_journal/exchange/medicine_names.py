"""Which medicine of the reference a text names: whole words only, the longest name first, and never a guess."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

_SALTS = frozenset({
    "acetate", "besylate", "camsylate", "citrate", "dihydrochloride", "dimaleate", "disodium", "fumarate", "hcl",
    "hydrobromide", "hydrochloride", "malate", "maleate", "mesilate", "mesylate", "monohydrate", "phosphate", "sodium",
    "succinate", "sulfate", "sulphate", "tartrate", "tosilate", "tosylate", "trihydrate",
})  # fmt: skip
_SAYS_NOTHING = frozenset({"ado", "and", "fam", "pegylated"})
_SAME = {"liposome": "liposomal", "albumin": "protein"}
_ANOTHER = re.compile(r".*(tecan|tansine|dotin|duocarmazine|ozogamicin|tesirine|hyaluronidase|liposomal|micell\w*)")
"""What makes another medicine of the one named beside it: trastuzumab duocarmazine is not trastuzumab."""
_BESIDE = re.compile(r"\s[/+&]\s|(?<=[^\W\d_]{5})[/+](?=[^\W\d_]{5})")
_FIRST = re.compile(r"\W*([^\W\d_]{5,})")
_FORMS = frozenset({
    "capsule", "capsules", "daily", "film", "infusion", "injectable", "injection", "intravenous", "oral", "powder",
    "solution", "suspension", "syringe", "tablet", "tablets", "weekly",
})  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")
_SUFFIX = re.compile(r"(?<=[a-z]{5})-[a-z]{4}(?![a-z0-9-])")


@dataclass(frozen=True)
class Medicine:
    """A medicine of the reference, by its names."""

    id: str
    names: tuple[str, ...]  # its own first, then other generic names and brands


@dataclass(frozen=True)
class Match:
    """The medicine found, "": none; `doubt`: what is named and what is coded do not agree."""

    id: str = ""
    doubt: bool = False


Words = frozenset[str]


def spoken(text: str) -> Words:
    """The words of `text` that tell medicines apart: no case, accents, salts or four-letter suffixes like -nxki."""
    parts = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    words = _WORD.findall(_SUFFIX.sub(" ", plain))
    return frozenset(_SAME.get(word, word) for word in words if word not in _SALTS and word not in _SAYS_NOTHING)


class MedicineNames:
    """The names and brands of the reference, ready to be found in texts."""

    def __init__(self, medicines: Sequence[Medicine], codes: Mapping[str, frozenset[str]]) -> None:
        self._codes = codes
        self._of: dict[Words, str] = {}
        own = [(medicine, medicine.names[:1]) for medicine in medicines]
        more = [(medicine, medicine.names[1:]) for medicine in medicines]
        for medicine, names in own + more:
            for words in map(spoken, names):
                if words:
                    self._of.setdefault(words, medicine.id)
        self._with_word: dict[str, list[Words]] = {}
        for name in sorted(self._of, key=lambda name: (-len(name), sorted(name))):
            for word in name:
                self._with_word.setdefault(word, []).append(name)

    def match(self, texts: Collection[str], codes: Collection[str]) -> Match:
        """The medicine that `texts` name, else the one of `codes` ("system|code").

        Two different medicines, or a name and a code that disagree: none.
        """
        named = {found for text in texts for found in self._found(text)}
        coded = [self._codes[code] for code in codes if code in self._codes]
        if len(named) > 1:
            return Match()
        if named:
            doubt = any(not named <= ids for ids in coded)
            return Match("" if doubt else named.pop(), doubt)
        meant = frozenset.intersection(*coded) if coded else frozenset()
        return Match(next(iter(meant))) if len(meant) == 1 else Match()

    def _found(self, text: str) -> Iterator[str]:
        """The medicines named; a word that a longer name has used is not looked at again.

        None if something beside them makes another medicine of them.
        """
        words = spoken(text)
        left, found = set(words), []
        names = {name for word in words for name in self._with_word.get(word, ()) if name <= words}
        for name in sorted(names, key=lambda name: (-len(name), sorted(name))):
            if name <= left:
                left -= name
                found.append(self._of[name])
        if not any(map(_ANOTHER.fullmatch, left)) and not left & _substances(text):
            yield from found


def _substances(text: str) -> Words:
    """The first words of the parts of "X 5 MG / Y 10 MG", where they can name a substance."""
    parts = _BESIDE.split(text)
    first = [found[1] for part in parts if (found := _FIRST.match(part))] if len(parts) > 1 else []
    return frozenset().union(*map(spoken, first)) - _FORMS

"""What a person typed, made fit for paper and pictures; the journal itself keeps it as typed."""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from mbc_journal.paths import resources
from mbc_journal.wording.translation import _

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_LIKE = frozenset("\t\x85\u2028\u2029")
_SELECTORS = frozenset((*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
_SKIN_TONES = frozenset(range(0x1F3FB, 0x1F400))
_DROPPED = frozenset(("Cc", "Cf", "Co", "Cs"))
_DRAWN = {
    **dict.fromkeys("→➔➙➜➝➞➡⇒⟶⟹➤➥", "->"),
    **dict.fromkeys("←⬅⇐⟵⟸", "<-"),
    **dict.fromkeys("✓✔☑✅🗸🗹", "[x]"),
    **dict.fromkeys("☐□▢◻◽⬜❏❐🔲", "[ ]"),
    **dict.fromkeys("★☆⭐✩✪✫✬✭✮✯✰🌟⋆", "*"),
}
_UNBREAKABLE = re.compile(r"(?:[^\w]|_){6,}")
_UNKNOWN_LETTER = "\ufffd"


def printable(text: str, limit: int, one_line: bool) -> str:
    """`text` as it may stand on paper: at most `limit` characters, "…" where it was cut, never empty."""
    return cut(cleaned(text, one_line), limit)


def cleaned(text: str, one_line: bool) -> str:
    """`text` as it may stand on paper, uncut; "(no text)" if nothing of it can be printed."""
    text = "".join(_kept(unicodedata.normalize("NFC", _without_odd_ends(text))))
    text = "".join(_drawn(_one_mark_a_letter(unicodedata.normalize("NFC", text))))
    text = _spaced(text, one_line)
    return _UNBREAKABLE.sub(_breakable, text) or _("(no text)")


def cut(text: str, limit: int) -> str:
    """`text` with at most `limit` characters; the last is "…" if some were cut off."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rstrip(" \n\u200b") + "…"


def has_unknown_letters(text: str) -> bool:
    """Whether a letter of `text` is in none of our fonts; the system's fonts may have it."""
    return not covered().issuperset(map(ord, text.replace("\n", "")))


def without_unknown_letters(text: str) -> str:
    """`text` with U+FFFD for each letter that none of our fonts has; their marks go with them."""
    known = covered()
    return "".join(
        letter if letter == "\n" or ord(letter) in known else _UNKNOWN_LETTER
        for letter in text
        if ord(letter) in known or unicodedata.category(letter)[0] != "M"
    )


@cache
def covered() -> frozenset[int]:
    """The characters that our fonts have, in regular and in bold."""
    found = json.loads((resources() / "fonts" / "coverage.json").read_text("utf-8"))
    return frozenset(point for first, last in found["ranges"] for point in range(int(first, 16), int(last, 16) + 1))


def _without_odd_ends(text: str) -> str:
    """LF as the only line end, and no lone surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else "".join(letter for letter in text if not 0xD800 <= ord(letter) <= 0xDFFF)


def _kept(text: str) -> Iterator[str]:
    """Odd spaces as spaces, controls that turn the writing direction as words, other invisible things not at all."""
    for letter in text:
        point = ord(letter)
        category = unicodedata.category(letter)
        if letter == "\n" or " " <= letter <= "~":
            yield letter
        elif letter in _LINE_LIKE or category == "Zs":
            yield " "
        elif letter in _BIDI:
            yield f"[U+{point:04X}]"
        elif not (category in _DROPPED or point in _SELECTORS or point in _SKIN_TONES or _is_no_character(point)):
            yield letter


def _is_no_character(point: int) -> bool:
    """Whether Unicode keeps this number free of characters for ever."""
    return 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE


def _one_mark_a_letter(text: str) -> Iterator[str]:
    """A letter keeps its first mark; a mark without a letter before it goes."""
    free = False
    for letter in text:
        if unicodedata.category(letter)[0] != "M":
            free = letter.isalpha()
            yield letter
        elif free:
            free = False
            yield letter


def _drawn(letters: Iterator[str]) -> Iterator[str]:
    """Signs that our fonts lack as others that they have, or by name; letters stay."""
    known = covered()
    for letter in letters:
        if letter == "\n" or ord(letter) in known:
            yield letter
        elif letter in _DRAWN:
            yield _DRAWN[letter]
        elif unicodedata.category(letter)[0] in "LM":
            yield letter
        else:
            yield f"[{unicodedata.name(letter, '').lower() or f'U+{ord(letter):04X}'}]"


def _spaced(text: str, one_line: bool) -> str:
    """One space between words, one empty line at most between lines, none at the ends."""
    if one_line:
        return " ".join(text.split())
    lines = "\n".join(" ".join(line.split(" ")) for line in text.split("\n"))
    lines = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", lines))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _breakable(run: re.Match[str]) -> str:
    """A run of signs with a place to break the line after each space."""
    return run[0].replace(" ", " \u200b")

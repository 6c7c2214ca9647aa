"""Texts on their way to paper: cleaned, cut to their room, and whether something of them was cut off."""

from dataclasses import dataclass

from mbc_journal.wording.printable import cleaned, cut

NAME_ROOM = 48
"""Letters for a name that a person typed, where it is first said."""

SHORT_NAME_ROOM = 32
"""Letters for a name that was said before."""


@dataclass(frozen=True)
class Said:
    """A text as it may be printed; `shortened` where some of what was typed is missing."""

    text: str = ""
    shortened: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)

    def within(self, room: int) -> "Said":
        """The same text in at most `room` letters."""
        shorter = cut(self.text, room)
        return Said(shorter, self.shortened or shorter != self.text)


NOTHING = Said()


def typed(text: str, room: int = NAME_ROOM) -> Said:
    """What a person typed, on one line of at most `room` letters; nothing for nothing."""
    return Said(cleaned(text, one_line=True)).within(room) if text.strip() else NOTHING


def filled(pattern: str, **parts: "Said | str | int") -> Said:
    """A translated pattern with its places filled; shortened if one of the parts is."""
    words = {name: part.text if isinstance(part, Said) else part for name, part in parts.items()}
    return Said(pattern.format(**words), any(part.shortened for part in parts.values() if isinstance(part, Said)))


def sentence(text: Said) -> Said:
    """The text with a full stop, unless it ends in one or was cut there."""
    return text if text.text.endswith((".", "…", "!", "?")) or not text else Said(f"{text.text}.", text.shortened)


def joined(parts: "list[Said]", between: str = " ") -> Said:
    """Texts behind each other; the empty ones are left out."""
    kept = [part for part in parts if part]
    return Said(between.join(part.text for part in kept), any(part.shortened for part in kept))

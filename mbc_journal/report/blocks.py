"""What pages of our own texts are made of: blocks with a heading, what leads in, and lines with their notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mbc_journal.reference.notes import brackets, noted
from mbc_journal.reference.pages import Said


@dataclass(frozen=True)
class Line:
    """One text, and what stands behind it in small: its badge, the numbers of its sources."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Block:
    """One part of a page; `kind` says how the template sets it, `note` is said of all its lines."""

    kind: str
    title: str = ""
    lead: str = ""
    lines: tuple[Line, ...] = ()
    note: str = ""


def statements(kind: str, title: str, said: Sequence[Said], lead: str = "") -> Block:
    """Statements as a block; badge and sources stand once above them if several lines share them."""
    found = noted(said) if len(said) > 1 else None
    lines = said if found is None else found.lines
    return Block(kind, title, lead, tuple(map(_line, lines)), "" if found is None else found.note)


def spoken_blocks(data: dict[str, Any]) -> str:
    """All that such a page says, a line a text, in its order."""
    return "\n".join(line for line in _spoken(data) if line)


def _spoken(data: dict[str, Any]) -> Iterator[str]:
    yield from (data["heading"], data["beside"], data["made_up"])
    for block in data["blocks"]:
        yield from (block["title"], block["note"], block["lead"])
        numbered = block["kind"] == "numbered"
        for number, line in enumerate(block["lines"], start=1):
            text = f"{line['text']} {line['note']}".strip()
            yield f"{number}. {text}" if numbered else text
    yield from (*data["remarks"], data["footer"])


def _line(said: Said) -> Line:
    badge = f"({said.badge})" if said.badge else ""
    return Line(said.text, " ".join(part for part in (badge, brackets(said.numbers)) if part))

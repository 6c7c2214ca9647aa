"""A language that is 40 % longer than English, in letters with accents: it shows what a translation would break."""

import ast
import json
import math
import re
import struct
from collections.abc import Iterator
from pathlib import Path

from mbc_journal.wording import DOMAIN
from tests.surroundings import ROOT

LANGUAGE = "eo"
"""The language whose place the invented one takes; gettext knows it, the program does not."""
LONGER = 1.4
_MARKS = {"_": 1, "N_": 1, "ngettext": 2}
_ACCENTS = str.maketrans("aeiouycnsz", "áéíóúýçñšž")
_KEPT = re.compile(r"(\{[^{}]*\}|&.|\*\.\w+|%[sd])")
_NO_WORDS = {"id", "kind", "group", "section", "aliases", "search_words", "snomed_display", "loinc", "unit_code"}


def msgids() -> dict[str, str]:
    """Every text for people: the code's own with their plural ("" for none), and those of resources/scales."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "mbc_journal").rglob("*.py")):
        for one, many in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            found[one] = many or found.get(one, "")
    for path in sorted((ROOT / "resources" / "scales").glob("*.json")):
        for text in _said(json.loads(path.read_text(encoding="utf-8"))):
            found.setdefault(text, "")
    return found


def longer(text: str) -> str:
    """`text` in the invented language: placeholders, mnemonics and line ends as they were."""
    return "".join(part if _KEPT.fullmatch(part) else _stretched(part) for part in _KEPT.split(text))


def write(folder: Path) -> None:
    """Put a .mo of every text into `folder`, as gettext looks for it."""
    texts = {}
    for one, many in msgids().items():
        if many:
            texts[f"{one}\0{many}"] = f"{longer(one)}\0{longer(many)}"
        else:
            texts[one] = longer(one)
    place = folder / LANGUAGE / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / f"{DOMAIN}.mo").write_bytes(compiled(texts))


def compiled(texts: dict[str, str]) -> bytes:
    """The bytes of a .mo file with these texts, as GNU gettext writes it."""
    texts = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"} | texts
    keys = sorted(text.encode() for text in texts)
    values = [texts[key.decode()].encode() for key in keys]
    offsets, data, start = [], b"", 28 + 16 * len(keys)
    for block in (keys, values):
        for text in block:
            offsets.append((len(text), start + len(data)))
            data += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0)
    return head + b"".join(struct.pack("<2I", *pair) for pair in offsets) + data


def _marked(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            given = [arg.value for arg in node.args[: _MARKS.get(name, 0)] if isinstance(arg, ast.Constant)]
            texts = [text for text in given if isinstance(text, str) and text]
            if texts and len(texts) == _MARKS.get(name, 0):
                yield texts[0], texts[1] if len(texts) > 1 else ""


def _said(data: object, key: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _said(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from _said(value, key)
    elif isinstance(data, str) and data.strip() and key not in _NO_WORDS:
        yield data


def _stretched(words: str) -> str:
    return re.sub(r"[^\W\d_]+", _longer_word, words)


def _longer_word(found: re.Match[str]) -> str:
    word = found.group()
    more = math.ceil(len(word) * (LONGER - 1))
    return (word + word[-1].lower() * more).translate(_ACCENTS) if len(word) > 1 else word.translate(_ACCENTS)

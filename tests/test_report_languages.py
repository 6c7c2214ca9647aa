"""The Visit Brief in a language whose words are 40 % longer: nothing is cut, nothing runs over."""

import ast
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

import mbc_journal
from mbc_journal import report, wording
from mbc_journal.paths import resources
from tests.report_journals import SCALES, TODAY, busy, example
from tests.report_pdf import MM, info, needs_poppler, pictures

LONGER = {letter: letter * 2 for letter in "aeiou"}


def pseudo(text: str) -> str:
    """A text 40 % longer or so, with its places kept."""
    found, inside = "", False
    for letter in text:
        inside = letter == "{" or (inside and letter != "}")
        found += letter if inside else LONGER.get(letter, letter)
    return found


def msgids() -> Iterator[str]:
    """Every text of the program that goes through gettext."""
    for path in Path(mbc_journal.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_"):
                yield from (
                    one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )
    for scale in SCALES:
        yield from (scale.label, scale.short, *scale.words)


def write_mo(path: Path, texts: dict[str, str]) -> None:
    """A gettext .mo file: magic, version, count, two tables of lengths and offsets, the texts."""
    items = sorted((key.encode(), value.encode()) for key, value in texts.items())
    start = 28 + 16 * len(items)
    keys = b"".join(key + b"\0" for key, _value in items)
    tables, data = [b"", b""], [keys, b"".join(value + b"\0" for _key, value in items)]
    for side, offset in ((0, start), (1, start + len(keys))):
        for item in items:
            tables[side] += struct.pack("<II", len(item[side]), offset)
            offset += len(item[side]) + 1
    head = struct.pack("<IIIIIII", 0x950412DE, 0, len(items), 28, 28 + 8 * len(items), 0, 0)
    path.parent.mkdir(parents=True)
    path.write_bytes(head + tables[0] + tables[1] + data[0] + data[1])


@pytest.fixture
def longer_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    texts = {text: pseudo(text) for text in msgids() if text}
    texts[""] = "Content-Type: text/plain; charset=UTF-8\n"
    write_mo(tmp_path / "locale" / "xx" / "LC_MESSAGES" / f"{wording.DOMAIN}.mo", texts)
    monkeypatch.setenv("LANGUAGE", "xx")
    wording.use_translations(tmp_path / "locale")
    yield
    wording.use_translations(resources() / "locale")


@needs_poppler
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("large", [False, True])
def test_longer_words_stay_on_the_page(longer_words: None, paper: str, large: bool, tmp_path: Path) -> None:
    for shot in (example(), busy()):
        options = report.Options(scales=SCALES, paper=paper, large=large)
        printed = report.render("brief", shot, options, TODAY)
        assert "Foor my viisiit" in printed.text
        assert large or info(printed.pdf, tmp_path)["Pages"] == "1"
        side = int((15 if paper == "a4" else 17.9) * MM) - 1
        for picture in pictures(printed.pdf, tmp_path, 72):
            assert picture.is_white(0, side)
            assert picture.is_white(picture.width - side, picture.width)

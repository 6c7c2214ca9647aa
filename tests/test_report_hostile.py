"""Whatever was typed: the page stays one page, every letter stays on it, nothing of it is run."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from mbc_journal import report
from mbc_journal.records import Note, Profile, Question, Snapshot
from tests.report_journals import SCALES, SPAN, TODAY, day, filled
from tests.report_pdf import MM, info, needs_poppler, pictures, raw_text, root

SWEEP = bool(os.environ.get("JOURNAL_SWEEP"))  # all 400 hostile journals: some minutes
HOSTILE = {
    "typst markup": '#set page(width: 1cm) \\ *bold* _it_ $x^2$ `raw` = heading <label> @ref #panic("no")',
    "an import": '#import "@preview/cetz:0.3.0": * #read("/etc/passwd") #include "sheet.typ"',
    "html": "<script>alert(1)</script><b>&amp;&lt;</b><img src=x onerror=alert(1)>",
    "ten thousand letters": "x" * 10_000,
    "ten thousand w": "W" * 10_000,
    "many long words": "Donaudampfschifffahrtsgesellschaft" * 3 + " " + "verylong" * 60,
    "emoji": "\U0001f600\U0001f469\U0001f3fd\u200d\U0001f52c ★ → ✓ ☐ \u2764\ufe0f 1\ufe0f\u20e3",
    "right to left": "שלום עולם مرحبا بالعالم " * 10,
    "direction controls": "a\u202eb\u2066c\u2069d\u200f",
    "far eastern": "乳がんの治療 유방암 " * 8,
    "nul and controls": "a\x00b\x01c\x1bd\x7fe\x85f\x0bg\x0ch",
    "lone surrogates": "a\ud800b\udfffc",
    "stacked marks": "Z" + "\u0310\u0322\u0353" * 200 + "algo",
    "five thousand newlines": "top" + "\n" * 5000 + "end",
    "no-break run": "no\u00a0break\u00a0" * 60,
    "signs": "? ! ? ! ? ! " * 30,
    "braces": "{name} {0} %s %(x)s {{}}",
    "not a character": "\uffff\ufdd0\ue000\U000f0000",
    "odd letters": "\u1e9e\ufb01\u0149\u2126\u212b\U0001d400\u0378",
    "quotes": "\"'“”„«»` \\\\ \\u0000 \\n",
    "only spaces": " \t\u2003 ",
}


def of(text: str) -> Snapshot:
    return filled(random.Random(7), lambda _length: text)


def brief(shot: Snapshot, paper: str = "a4", large: bool = False, charts: bool = True) -> report.Printout:
    options = report.Options(scales=SCALES, paper=paper, large=large, name_on_page=True, include_charts=charts)
    return report.render("brief", shot, options, TODAY)


@needs_poppler
@pytest.mark.parametrize(
    ("kind", "paper"), [(kind, "letter" if number % 2 else "a4") for number, kind in enumerate(HOSTILE)]
)
def test_a_text_in_every_field_stays_on_one_page_inside_its_margins(kind: str, paper: str, tmp_path: Path) -> None:
    printed = brief(of(HOSTILE[kind]), paper)
    assert info(printed.pdf, tmp_path)["Pages"] == "1"
    assert root(printed.pdf)["ua"] == "1"
    picture = pictures(printed.pdf, tmp_path, 72)[0]
    side = int((15 if paper == "a4" else 17.9) * MM) - 1
    assert picture.is_white(0, side)
    assert picture.is_white(picture.width - side, picture.width)


@pytest.mark.parametrize("kind", HOSTILE)
def test_large_print_takes_every_text_too(kind: str) -> None:
    printed = brief(of(HOSTILE[kind]), large=True, charts=False)
    assert printed.pages >= 1
    assert root(printed.pdf)["ua"] == "1"


@needs_poppler
def test_markup_is_printed_as_typed(tmp_path: Path) -> None:
    typed = HOSTILE["typst markup"]
    shot = Snapshot(profile=Profile(), span=SPAN, today=TODAY, questions=(Question(text=typed),))
    text = raw_text(brief(shot).pdf, tmp_path)
    assert " ".join(typed.split()) in " ".join(text.replace("\u200b", "").split())


@needs_poppler
def test_letters_of_no_font_are_said_to_be_missing(tmp_path: Path) -> None:
    shot = Snapshot(profile=Profile(), span=SPAN, today=TODAY, questions=(Question(text="\U0001e900\U0001e901"),))
    printed = brief(shot)
    assert "Some letters could not be printed here." in printed.text
    assert "Some letters could not be printed here." in raw_text(printed.pdf, tmp_path)


def words_of(chance: random.Random) -> Callable[[int], str]:
    pool = [*HOSTILE.values(), "tired ", "numb hands "]

    def words_for(length: int) -> str:
        text = ""
        while len(text) < length:
            text += chance.choice(pool)[: chance.randint(1, 90)]
        return text

    return words_for


@pytest.mark.parametrize("seed", range(400 if SWEEP else 40))
def test_a_full_journal_of_hostile_texts_is_one_page(seed: int) -> None:
    chance = random.Random(seed)
    shot = filled(chance, words_of(chance))
    printed = brief(shot, paper=chance.choice(("a4", "letter")), charts=seed % 10 == 0)
    assert printed.pages == 1
    assert printed.remark == ""


def test_private_unstarred_and_binned_words_are_on_no_page() -> None:
    canary = "zzcanaryzz"
    shot = Snapshot(
        profile=Profile(name=canary, port=canary, helpers=(canary,), sites=(canary,), biomarkers=(canary,)),
        span=SPAN,
        today=TODAY,
        notes=(
            Note(day=day("2026-11-10"), text=canary),
            Note(day=day("2026-11-11"), text=canary, for_doctor=True, private=True),
        ),
    )
    options = report.Options(scales=SCALES)
    printed = report.render("brief", shot, options, TODAY)
    assert canary not in printed.text
    assert canary.encode() not in printed.pdf
    assert canary not in str(root(printed.pdf))

"""Hostile text made fit for paper. `python -m tests.test_printable` writes resources/fonts/coverage.json anew."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.ft2font import FT2Font

from mbc_journal.paths import resources
from mbc_journal.wording.printable import (
    cleaned,
    covered,
    cut,
    has_unknown_letters,
    printable,
    without_unknown_letters,
)

FONTS = resources() / "fonts"


def line(text: str, limit: int = 1000) -> str:
    return printable(text, limit, one_line=True)


def block(text: str, limit: int = 1000) -> str:
    return printable(text, limit, one_line=False)


def points_of(style: str) -> set[int]:
    return {point for font in FONTS.glob(f"*-{style}.ttf") for point in FT2Font(str(font)).get_charmap()}


def coverage_of_the_fonts() -> dict[str, object]:
    points = sorted(point for point in points_of("Regular") & points_of("Bold") if point >= 0x20)
    ranges: list[list[int]] = []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return {
        "made_by": "python -m tests.test_printable",
        "ranges": [[f"{first:04X}", f"{last:04X}"] for first, last in ranges],
    }


def write_coverage(path: Path) -> None:
    path.write_text(json.dumps(coverage_of_the_fonts(), indent=1) + "\n", "utf-8")


def test_coverage_is_what_the_fonts_hold_in_regular_and_bold() -> None:
    assert json.loads((FONTS / "coverage.json").read_text("utf-8")) == coverage_of_the_fonts()


def test_plain_words_stay_as_typed() -> None:
    assert line("Numb hands are worse: can the dose change?") == "Numb hands are worse: can the dose change?"


def test_every_kind_of_line_end_becomes_one_line_end() -> None:
    assert block("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_on_one_line_line_ends_become_spaces() -> None:
    assert line("a\r\nb\n\n\nc") == "a b c"


def test_lone_surrogates_are_dropped() -> None:
    assert line("a\ud800b\udfffc") == "abc"


def test_letters_are_composed() -> None:
    assert line("e\u0301") == "\u00e9"


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u202f", "\u3000", "\t", "\x85", "\u2028", "\u2029"])
def test_odd_spaces_become_a_space(space: str) -> None:
    assert block(f"a{space}{space}b") == "a b"


@pytest.mark.parametrize(
    "dropped",
    [
        "\x00",
        "\x1b",
        "\x7f",
        "\u00ad",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\ue000",
        "\U0010ffff",
        "\ufdd0",
        "\ufe0f",
        "\U0001f3fd",
    ],
)
def test_invisible_things_are_dropped(dropped: str) -> None:
    assert line(f"a{dropped}b") == "ab"


@pytest.mark.parametrize("control", ["\u202e", "\u2066", "\u200f", "\u061c"])
def test_controls_of_the_writing_direction_are_shown(control: str) -> None:
    assert line(f"a{control}b") == f"a[U+{ord(control):04X}]b"


def test_a_letter_keeps_one_mark() -> None:
    assert line("x" + "\u0301" * 500 + "y") == "x\u0301y"


def test_a_mark_without_a_letter_goes() -> None:
    assert line("\u0301a 1\u20e3") == "a 1"


def test_many_spaces_become_one_and_many_newlines_two() -> None:
    assert block("a     b" + "\n" * 5000 + "c") == "a b\n\nc"


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("→", "->"), ("←", "<-"), ("✓", "[x]"), ("☐", "[ ]"), ("★", "*"), ("😀", "[grinning face]"),
        ("①", "[circled digit one]"), ("\u0378", "[U+0378]"),
    ],
)  # fmt: skip
def test_signs_that_the_fonts_lack_are_said(sign: str, said: str) -> None:
    assert line(f"a {sign} b") == f"a {said} b"


def test_signs_that_the_fonts_have_stay() -> None:
    assert line("38 °C ≥ 5 \u00d7 10⁹/L \u2013 “yes” …") == "38 °C ≥ 5 \u00d7 10⁹/L \u2013 “yes” …"


def test_letters_that_the_fonts_lack_stay_until_printing() -> None:
    assert line("שלום 乳 λ") == "שלום 乳 λ"
    assert has_unknown_letters("שלום")
    assert not has_unknown_letters("λ and\nж")
    assert without_unknown_letters("乳 λ\n") == "\ufffd λ\n"


def test_marks_of_an_unknown_letter_go_with_it() -> None:
    assert without_unknown_letters("\u05e9\u05c1a") == "\ufffda"


def test_long_runs_of_signs_can_break_after_each_space() -> None:
    assert line("? ? ? ?") == "? \u200b? \u200b? \u200b?"
    assert line("a - b") == "a - b"


def test_a_cut_text_ends_with_dots_within_the_limit() -> None:
    assert line("x" * 161, 160) == "x" * 159 + "…"
    assert line("x" * 160, 160) == "x" * 160
    assert cut("one two", 5) == "one…"


@pytest.mark.parametrize("nothing", ["", "   ", "\n\n", "\x00", "\ud800", "\u200b"])
def test_where_nothing_is_left_it_says_so(nothing: str) -> None:
    assert line(nothing) == "(no text)"
    assert block(nothing) == "(no text)"


@given(st.text(st.characters(exclude_categories=()), max_size=80), st.booleans())
def test_whatever_was_typed_comes_out_clean(text: str, one_line: bool) -> None:
    clean = cleaned(text, one_line)
    clean.encode("utf-8")
    assert cleaned(clean, one_line) == clean
    assert not one_line or "\n" not in clean
    for char in clean.replace("\n", "").replace("\u200b", ""):
        assert ord(char) in covered() or unicodedata.category(char)[0] in "LM"
        assert unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co"}


def test_ten_thousand_letters_are_cut_quickly_and_whole() -> None:
    assert len(line("verylongword" * 900, 160)) == 160


if __name__ == "__main__":
    write_coverage(FONTS / "coverage.json")

"""What a person typed, on paper: emoji, scripts, direction marks, stacks of marks, cuts at every length."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbc_journal.wording.printable import (
    cleaned,
    cut,
    has_unknown_letters,
    printable,
    without_unknown_letters,
)

ANY = some.text(max_size=120)


def line(text: str) -> str:
    return cleaned(text, one_line=True)


def block(text: str) -> str:
    return cleaned(text, one_line=False)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("\U0001f469\u200d\U0001f469\u200d\U0001f467", "[woman][woman][girl]"),
        ("\U0001f44d\U0001f3fd", "[thumbs up sign]"),
        ("\u2764\ufe0f", "[heavy black heart]"),
        ("1\ufe0f\u20e3 cup", "1 cup"),
        ("\u2611 done \u2610 not", "[x] done [ ] not"),
        ("\u2192a\u2794b\u21d2c \u2190", "->a->b->c <-"),
        ("\u2605\u2b50\U0001f31f", "***"),
        ("\u2460", "[circled digit one]"),
    ],
)
def test_signs_are_drawn_or_named(typed: str, said: str) -> None:
    assert line(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a\u0301\u0302\u0303b", "\u00e1\u0302b"),
        ("1\u0301", "1"),
        ("\u0301a", "a"),
        ("Z\u0351\u036b\u0343 end", "Z\u0351 end"),
        ("A\u030a", "\u00c5"),
        ("a\u00adb\u200bc\u2060d", "abcd"),
        ("\ufefftext\uffff\ufdd0\ue000", "text"),
        ("\x07bell\x1b[31m", "bell[31m"),
        ("x\U000e0041y", "xy"),
        ("a\ud800b\udfffc", "abc"),
        ("no\u00a0break\u2003wide\u3000odd", "no break wide odd"),
    ],
)
def test_what_cannot_be_seen_goes_and_a_letter_keeps_one_mark(typed: str, said: str) -> None:
    assert block(typed) == said


@pytest.mark.parametrize(
    "typed",
    ["#set text(red)", "$x$ and *bold* _it_", "<b>&amp;</b>", "@ref `code` // no", "\\n {x} %s [a](b)", "= Title"],
)
def test_markup_is_words_like_others(typed: str) -> None:
    assert line(typed) == typed


@pytest.mark.parametrize("control", "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_no_mark_can_turn_the_line_and_each_is_seen(control: str) -> None:
    assert line(f"dose {control}5 mg") == f"dose [U+{ord(control):04X}]5 mg"


@pytest.mark.parametrize(
    ("typed", "in_block", "in_line"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd", "a b c d"),
        ("a\n\n\n\n\nb", "a\n\nb", "a b"),
        ("  a \n  b  ", "a\nb", "a b"),
        ("a\n \t \n\u00a0\nb", "a\n\nb", "a b"),
        ("a\u2028b\u2029c\x85d", "a b c d", "a b c d"),
        ("\r\r\n", "(no text)", "(no text)"),
        ("", "(no text)", "(no text)"),
        ("\u200b\ufe0f", "(no text)", "(no text)"),
    ],
)
def test_lines_end_in_one_way_and_one_line_has_no_ends(typed: str, in_block: str, in_line: str) -> None:
    assert block(typed) == in_block
    assert line(typed) == in_line


@pytest.mark.parametrize(
    ("typed", "breaks"),
    [("- - -", 0), ("- - - -", 3), ("......", 0), (". . . . a . . .", 7), ("1 2 3 4 5 6", 0), ("_ _ _ _", 3)],
)
def test_a_long_run_of_signs_may_break_at_its_spaces_and_a_short_one_may_not(typed: str, breaks: int) -> None:
    assert line(typed).count("\u200b") == breaks
    assert line(typed).replace("\u200b", "") == typed


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (1, "\u2026"),
        (2, "a\u2026"),
        (4, "abc\u2026"),
        (5, "abc\u2026"),
        (6, "abc d\u2026"),
        (7, "abc def"),
        (99, "abc def"),
    ],
)
def test_a_cut_never_ends_with_a_space_before_its_dots(limit: int, said: str) -> None:
    assert cut("abc def", limit) == said


@given(text=ANY, limit=some.integers(1, 60), one_line=some.booleans())
def test_a_cut_is_the_beginning_of_the_whole(text: str, limit: int, one_line: bool) -> None:
    whole, short = cleaned(text, one_line), printable(text, limit, one_line)
    assert 0 < len(short) <= limit
    assert short == whole or (short.endswith("\u2026") and whole.startswith(short[:-1]))


@given(ANY)
def test_nothing_is_left_that_paper_could_not_hold(text: str) -> None:
    said = block(text)
    assert not [letter for letter in said if unicodedata.category(letter) in ("Cc", "Co", "Cs") and letter != "\n"]
    assert not [letter for letter in said if unicodedata.category(letter) == "Cf" and letter != "\u200b"]
    assert "\n\n\n" not in said
    assert "  " not in said
    assert line(text) == line(said.replace("\u200b", ""))


@given(ANY)
def test_without_unknown_letters_the_fonts_hold_all_but_their_sign(text: str) -> None:
    said = without_unknown_letters(block(text))
    assert not has_unknown_letters(said.replace("\ufffd", ""))
    assert len(said) <= len(block(text))


@pytest.mark.parametrize("typed", ["\u6f22\u5b57", "\u0627\u0644", "\U0001d4b3"])
def test_letters_of_other_scripts_are_left_for_the_fonts_of_the_system(typed: str) -> None:
    assert line(typed) == typed
    assert has_unknown_letters(typed)
    assert without_unknown_letters(typed) == "\ufffd" * len(typed)

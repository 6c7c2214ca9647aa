"""The search of the help: which part comes first, what begins a word, and words in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbc_journal import help_texts
from mbc_journal.help_texts import KeyRow, Part
from mbc_journal.paths import resources

SHIPPED = help_texts.load(resources() / "help" / "en.json")
PARTS = (
    Part("paper", "Take it with you", ("Print a page for the visit.", "Choose A4 or Letter."), ("pdf",)),
    Part("bin", "Undo, and the bin", ("Ctrl+Z takes the last act back.", "Print nothing."), ("mistake", "deleted")),
    Part("print", "How to print", ("Press Ctrl+P.",), ("paper",)),
    Part("caf\u00e9", "Caf\u00e9 \u05e9\u05dc\u05d5\u05dd", ("A pause \u2615.",), ("stra\u00dfe",)),
)
ROWS = (KeyRow("Undo the last act", "Ctrl+Z"), KeyRow("Same as yesterday", "="), KeyRow("Bigger text", "Ctrl++"),
        KeyRow("Zur\u00fcck", "Alt+Home"))  # fmt: skip


def ids(wanted: str) -> list[str]:
    return [part.id for part in help_texts.find(PARTS, wanted)]


def keys(wanted: str) -> list[str]:
    return [row.keys for row in help_texts.find_keys(ROWS, wanted)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("print", ["print", "paper", "bin"]),
        ("paper", ["print"]),
        ("pdf print", ["paper"]),
        ("print visit", ["paper"]),
        ("mistake", ["bin"]),
        ("undo mistake", ["bin"]),
        ("ctrl+p", ["print"]),
        ("CTRL+Z", ["bin"]),
        ("cafe", ["caf\u00e9"]),
        ("STRASSE", ["caf\u00e9"]),
        ("\u05e9\u05dc", ["caf\u00e9"]),
        ("rint", []),
        ("\u2615", ["paper", "bin", "print", "caf\u00e9"]),
        ("<b>bin</b>", ["bin"]),
        ("print print print", ["print", "paper", "bin"]),
        ("zebra print", ["print", "paper", "bin"]),
    ],
)
def test_parts_with_most_of_the_words_come_and_those_that_name_them_in_the_title_first(
    wanted: str, found: list[str]
) -> None:
    assert ids(wanted) == found


def test_of_parts_that_fit_alike_the_order_of_the_page_stays() -> None:
    parts = tuple(Part(str(n), f"Part {n}", ("The same words.",), ()) for n in range(6))
    assert [part.id for part in help_texts.find(parts, "same")] == list("012345")
    assert [part.id for part in help_texts.find(parts, "part 4")] == ["4"]


def test_without_parts_nothing_is_found() -> None:
    assert help_texts.find((), "print") == help_texts.find((), "") == []
    assert help_texts.find_keys((), "print") == []


def test_letters_beyond_the_longest_search_change_nothing() -> None:
    room = "print" + " " * (help_texts.LONGEST_SEARCH - len("print"))
    assert ids(room + "visit") == ids("print")
    assert ids("print visit") != ids("print")
    assert ids(" " * help_texts.LONGEST_SEARCH + "print") == ids("")


@given(some.text(max_size=60))
def test_a_search_only_ever_leaves_parts_out(wanted: str) -> None:
    found = help_texts.find(SHIPPED, wanted)
    assert len({part.id for part in found}) == len(found)
    assert set(found) <= set(SHIPPED)
    assert help_texts.find(SHIPPED, wanted.upper().lower()) == help_texts.find(SHIPPED, wanted.upper())


@pytest.mark.parametrize("part", SHIPPED, ids=lambda part: part.id)
def test_each_part_is_found_first_by_its_whole_title_and_by_its_other_words(part: Part) -> None:
    assert help_texts.find(SHIPPED, part.title)[0] == part
    for words in part.search_words:
        assert part in help_texts.find(SHIPPED, words), words


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("ctrl", ["Ctrl+Z", "Ctrl++"]), ("ctrl+z", ["Ctrl+Z"]), ("ctrl++", ["Ctrl++"]), ("=", ["="]),
        ("same", ["="]), ("act undo", ["Ctrl+Z"]), ("undo zebra", []), ("z", ["Alt+Home"]), ("zuruck", ["Alt+Home"]),
        ("home", []), ("alt+home", ["Alt+Home"]), ("", [row.keys for row in ROWS]), ("\0", [row.keys for row in ROWS]),
    ],
)  # fmt: skip
def test_a_key_is_found_only_if_every_word_fits(wanted: str, found: list[str]) -> None:
    assert keys(wanted) == found


def test_every_key_of_rows_and_lists_is_found_by_the_words_of_what_it_does() -> None:
    rows = help_texts.row_keys()
    for row in rows:
        assert row in help_texts.find_keys(rows, row.words)
        assert row in help_texts.find_keys(rows, row.keys)

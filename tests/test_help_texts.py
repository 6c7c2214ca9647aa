"""Help: short, plain, found by the words people have."""

import json
import re
from pathlib import Path

import pytest

from mbc_journal import content, help_texts
from mbc_journal.help_texts import KeyRow
from mbc_journal.paths import resources
from mbc_journal.problems import ResourceBroken
from tests import plain_words
from tests.house.words import BANNED

FILE = resources() / "help" / "en.json"
PARTS = help_texts.load(FILE)


def ids(wanted: str) -> list[str]:
    return [part.id for part in help_texts.find(PARTS, wanted)]


def test_the_questions_people_have_are_answered() -> None:
    assert {"log", "stored", "print", "backups", "privacy", "undo"} <= {part.id for part in PARTS}
    assert len({part.id for part in PARTS}) == len({part.title for part in PARTS}) == len(PARTS)


def test_the_words_are_plain_and_few() -> None:
    texts = [text for part in PARTS for text in part.sentences]
    assert plain_words.words_a_sentence(texts) <= 15
    assert plain_words.grade(texts) <= 8
    assert max(len(part.sentences) for part in PARTS) <= 3


def test_texts_are_clean_and_kind() -> None:
    for part in PARTS:
        for text in (part.title, *part.sentences, *part.search_words):
            assert text == " ".join(text.split())
            assert text.isascii()
            assert not BANNED.search(text), text
            assert not re.search(r"<|https?:", text), text


def test_each_answer_is_whole_sentences() -> None:
    for part in PARTS:
        assert not part.title.endswith(".")
        assert all(text[0].isupper() and text.endswith(".") for text in part.sentences), part.id


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("print", "print"),
        ("PDF", "print"),
        ("back up", "backups"),
        ("usb", "backups"),
        ("where is my file", "stored"),
        ("password", "privacy"),
        ("zoom", "look"),
        ("mistake", "undo"),
        ("how to log", "log"),
        ("medicine", "treatments"),
    ],
)
def test_an_answer_is_found_by_the_words_people_have(wanted: str, first: str) -> None:
    assert ids(wanted)[0] == first


def test_an_answer_whose_title_fits_comes_first() -> None:
    assert ids("privacy")[0] == "privacy"
    assert ids("undo")[0] == "undo"


def test_the_beginning_of_a_word_is_enough() -> None:
    assert "print" in ids("pri pap")


def test_words_nobody_wrote_do_not_hide_the_answer() -> None:
    assert ids("how do I print, please")[0] == "print"
    assert ids("elephant") == []


def test_a_search_for_nothing_shows_all_in_their_order() -> None:
    for nothing in ("", "   ", "\n\t", "...", "\0"):
        assert ids(nothing) == [part.id for part in PARTS]


def test_odd_searches_do_no_harm() -> None:
    for odd in ("x" * 5_000, "\U0001f642", "\u05e9\u05dc\u05d5\u05dd", "<b>zebra</b>", "%s zebra", "*zebra("):
        assert set(ids(odd)) <= {part.id for part in PARTS}
    assert ids("x" * 5_000) == ids("zebra(") == []


def test_accents_and_capitals_do_not_count() -> None:
    assert ids("PRIV\u00c1CY") == ids("privacy")


def test_keys_are_found_by_what_they_do_and_by_their_name() -> None:
    rows = (KeyRow("Undo", "Ctrl+Z"), KeyRow("Bigger text", "Ctrl++ or Ctrl+="), KeyRow("Help", "F1"))
    assert [row.words for row in help_texts.find_keys(rows, "ctrl+z")] == ["Undo"]
    assert [row.words for row in help_texts.find_keys(rows, "bigger")] == ["Bigger text"]
    assert [row.words for row in help_texts.find_keys(rows, "f1")] == ["Help"]
    assert help_texts.find_keys(rows, "") == list(rows)


def test_keys_of_rows_and_lists_are_named_once() -> None:
    rows = help_texts.row_keys()
    assert len({row.words for row in rows}) == len({row.keys for row in rows}) == len(rows)
    assert {"0 to 4", "=", "Backspace", "Delete", "Alt+letter", "Esc"} <= {row.keys for row in rows}


def test_a_damaged_file_is_refused_by_name(tmp_path: Path) -> None:
    whole = content.load(FILE)
    del whole["parts"][3]["title"]
    broken = tmp_path / "en.json"
    broken.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(ResourceBroken) as refused:
        help_texts.load(broken)
    assert "parts[3].title" in str(refused.value)
    with pytest.raises(ResourceBroken):
        help_texts.load(tmp_path / "nothing.json")

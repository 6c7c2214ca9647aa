"""Every text for people: kind words, letters that our fonts have, and placeholders that a translation keeps."""

import string

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from mbc_journal.paths import resources
from tests.house.words import BANNED
from tests.look import pseudo


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [text for pair in pseudo.msgids().items() for text in pair if text]


def test_there_are_texts_to_look_at(texts: list[str]) -> None:
    assert {"Tiredness", "Very severe", "Everything is saved", "{count} days ago", "Monday"} <= set(texts)


def test_no_text_speaks_of_war_or_keeps_a_score(texts: list[str]) -> None:
    assert [text for text in texts if BANNED.search(text)] == []


def test_our_fonts_have_every_letter_of_every_text(qapp: QApplication, texts: list[str]) -> None:
    fonts = [QRawFont(str(path), 16) for path in sorted((resources() / "fonts").glob("*.[ot]tf"))]
    assert fonts
    letters = {letter for text in [*texts, *map(pseudo.longer, texts)] for letter in text if letter not in "\n\t"}
    missing = {letter for letter in letters if not any(font.supportsCharacter(ord(letter)) for font in fonts)}
    assert missing == set()


def test_the_invented_language_is_longer_and_keeps_what_is_not_words(texts: list[str]) -> None:
    for text in texts:
        other = pseudo.longer(text)
        assert len(other) >= len(text), text
        assert _fields(other) == _fields(text)
        assert other.count("&") == text.count("&")


def _fields(text: str) -> list[str]:
    return sorted(name for _words, name, _form, _more in string.Formatter().parse(text) if name is not None)

"""Notes at their edges: tags, titles and excerpts in any script, what helped before, room for files, ideas."""

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mbc_journal import journaling
from mbc_journal.journaling import Ideas, Wanted, files
from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed, ResourceBroken
from mbc_journal.records import Note, NoteKind, PartialDate

FOLDER = resources() / "reference" / "en"
IDEAS = Ideas.load(FOLDER)
NOW = dt.datetime(2026, 3, 4, 9, 30, 59, 999, tzinfo=dt.timezone(dt.timedelta(hours=1)))
MB = 1024 * 1024


def note(text: str = "", **more: Any) -> Note:
    return Note(text=text, **more)


def helped(*notes: Note, **titles: str) -> list[tuple[str, str]]:
    return [(one.name, one.words) for one in journaling.what_helped(notes, titles)]


# -- tags -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ()), (" , ,, ", ()), ("Hands", ("Hands",)), ("Hands, hands, HANDS", ("Hands",)),
        ("chemo   day,\nbad\tnight", ("chemo day", "bad night")), ("a\0b", ("ab",)), ("#pain; 3", ("#pain; 3",)),
        ("\u05e9\u05dc\u05d5\u05dd, \U0001f9e3", ("\u05e9\u05dc\u05d5\u05dd", "\U0001f9e3")),
        ("<b>x</b>", ("<b>x</b>",)), ("Stra\u00dfe, STRASSE", ("Stra\u00dfe",)),
    ],
)  # fmt: skip
def test_tags_stand_once_in_the_order_and_letters_they_were_typed_in(text: str, kept: tuple[str, ...]) -> None:
    assert journaling.tags(text) == kept


@pytest.mark.parametrize(("letters", "more"), [(60, 0), (61, 1), (10_000, 9_940)])
def test_a_tag_has_sixty_letters_and_no_more(letters: int, more: int) -> None:
    tag = "x" * letters
    if not more:
        assert journaling.tags(tag) == (tag,)
        return
    with pytest.raises(NotAllowed, match=f"too long by {more} letters; 60 fit here"):
        journaling.tags(f"ok, {tag}")


def test_twenty_tags_fit_and_the_same_one_again_takes_no_room() -> None:
    twenty = ", ".join(f"tag {number}" for number in range(20))
    assert len(journaling.tags(f"{twenty}, TAG 3")) == 20
    with pytest.raises(NotAllowed, match="A note can have 20 tags"):
        journaling.tags(f"{twenty}, one more")


@given(some.text(alphabet="ab, \n\t", max_size=30))
def test_reading_tags_again_changes_nothing(text: str) -> None:
    once = journaling.tags(text)
    assert journaling.tags(", ".join(once)) == once


# -- titles and excerpts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "title"),
    [
        (note(), "A note"), (note(" \n "), "A note"), (note(kind=NoteKind.GOOD), "Good thing"),
        (note("x" * 40), "x" * 40), (note("x" * 41), "x" * 40 + " ..."),
        (note("one\ntwo\tthree"), "one two three"), (note("\u202e\u05d0 <b>"), "\u202e\u05d0 <b>"),
        (note("Cold gloves helped a lot this time, and so did soup"), "Cold gloves helped a lot this time, and ..."),
    ],
)  # fmt: skip
def test_a_note_is_named_on_one_short_line(one: Note, title: str) -> None:
    assert journaling.title(one) == title


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""), ("\n\n", ""), ("a\nb\nc\nd", "a\nb\nc\nd"), ("a\nb\nc\nd\ne", "a\nb\nc\nd ..."),
        ("x" * 280, "x" * 280), ("x" * 10_000, "x" * 280 + " ..."), ("  a  ", "a"),
        ("word " * 100, "word " * 55 + "word ..."),
    ],
)  # fmt: skip
def test_the_list_shows_four_lines_and_280_letters_at_most(text: str, shown: str) -> None:
    assert journaling.excerpt(text) == shown


@pytest.mark.parametrize(
    ("more", "files_there", "marks"),
    [
        ({}, 0, ""),
        ({}, 2, "2 photos or files"),
        ({"private": True, "for_doctor": True}, 1, "private: stays here, 1 photo or file"),
        ({"written_by": "Anna"}, 0, "written by Anna"),
        ({"written_by": "Ben", "private": True}, 0, "private: stays here, written by Ben"),
    ],
)
def test_the_small_line_says_who_wrote_and_what_stays(more: dict[str, Any], files_there: int, marks: str) -> None:
    assert journaling.marks(note("x", **more), files_there) == marks


def test_details_leave_out_what_was_not_said() -> None:
    one = note("x", linked_symptom="fatigue", helped=4, tags=("a", "b"))
    assert journaling.details(one, "", lambda scale: scale.upper()) == "FATIGUE, helped: very well, a, b"
    assert journaling.details(note("x"), "", str.upper) == ""
    assert journaling.details(note("x"), "Cold gloves", str.upper) == "Cold gloves"


def test_a_new_note_is_of_this_minute_and_trying_an_idea_says_something() -> None:
    new = journaling.new_note(NOW)
    assert (new.day, new.time) == (PartialDate("2026-03-04"), dt.time(9, 30))
    assert journaling.says_nothing(new)
    tried = journaling.tried_note(NOW, "cold-gloves", "")
    assert not journaling.says_nothing(tried)
    assert tried.helped is None


@pytest.mark.parametrize("more", [{"for_doctor": True}, {"private": True}, {"kind": NoteKind.HARD}, {"text": " \n"}])
def test_a_star_or_a_lock_alone_says_nothing_yet(more: dict[str, Any]) -> None:
    assert journaling.says_nothing(Note(**{"text": "", **more}))


def test_only_a_filter_for_all_without_words_and_writer_leaves_nothing_out() -> None:
    assert journaling.wanted("all", "  ").everything
    assert not journaling.wanted("all", " x ").everything
    assert not journaling.wanted("all", writer="me").everything
    assert journaling.wanted("all", " x ") == Wanted(words="x")
    assert not [name for name in journaling.FILTERS if name != "all" and journaling.wanted(name).everything]


# -- what helped before -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ([], []),
        ([note("A hot bath.", kind=NoteKind.HELPED)], [("A hot bath", "helped 1 time")]),
        ([note("a hot bath", kind=NoteKind.HELPED), note("A HOT BATH!", helped=3)], [("A hot bath", "helped 2 times")]),
        ([note("bath", helped=4), note("bath", helped=0)], [("Bath", "helped 1 of 2 times")]),
        ([note("bath", helped=0)], []),
        ([note("x" * 41, helped=4)], []),
        ([note("two\nlines", helped=4)], []),
        ([note("long " * 20, helped=4, tags=("Gloves", "gloves", "imported"))], [("Gloves", "helped 1 time")]),
        ([note("soup", helped=4, tags=("imported",))], [("Soup", "helped 1 time")]),
        ([note("soup", helped=2, strategy="gone-idea", tags=("tea",))], [("Gone-idea", "helped 1 time")]),
        ([note("...", kind=NoteKind.HELPED)], [("...", "helped 1 time")]),
        ([note("soup"), note("soup", kind=NoteKind.GOOD)], []),
        (
            [note("soup", helped=1, private=True), note("soup", helped=1, written_by="Ben")],
            [("Soup", "helped 2 times")],
        ),
    ],
)
def test_only_what_was_said_to_help_is_counted_once_a_note(notes: list[Note], said: list[tuple[str, str]]) -> None:
    assert helped(*notes) == said


def test_an_idea_is_counted_under_its_title_whatever_the_note_says() -> None:
    notes = [note(f"words {number}", helped=1, strategy="gloves") for number in range(3)]
    assert helped(*notes, gloves="Cold gloves") == [("Cold gloves", "helped 3 times")]


def test_what_helped_most_often_comes_first_then_by_name_and_eight_in_all() -> None:
    notes = [note(name, helped=1) for name in "jihgfedcba"] + [note("f", helped=1), note("j", helped=0)]
    found = [one.name for one in journaling.what_helped(notes, {})]
    assert found == ["F", "A", "B", "C", "D", "E", "G", "H"]
    assert len(journaling.what_helped(notes, {}, most=3)) == 3


def test_the_notes_behind_a_count_can_be_opened() -> None:
    notes = [note("bath", helped=4), note("tea", helped=4), note("Bath", helped=0)]
    (bath, _tea) = journaling.what_helped(notes, {})
    assert bath.notes == (notes[0].id, notes[2].id)


# -- files and ideas --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "kept", "why"),
    [
        (1, 0, ""), (10 * MB, 0, ""), (10 * MB, 190 * MB, ""), (0, 0, "This file is empty."),
        (10 * MB + 1, 0, "This file is larger than 10 MB. A smaller copy can be added."),
        (10 * MB, 190 * MB + 1, "All files together may have 200 MB; 10 MB are left."),
        (1, 200 * MB, "All files together may have 200 MB; 0 kB are left."),
        (1, 300 * MB, "All files together may have 200 MB; 0 kB are left."),
    ],
)  # fmt: skip
def test_a_file_fits_to_the_byte_or_the_reason_is_said(size: int, kept: int, why: str) -> None:
    if not why:
        assert files.checked_size(size, kept) == size
        return
    with pytest.raises(NotAllowed) as refused:
        files.checked_size(size, kept)
    assert why in str(refused.value)


@given(some.integers(1, 300 * MB))
def test_a_size_is_never_said_to_be_nothing_or_smaller_than_it_is(size: int) -> None:
    number, unit = files.size_words(size).split()
    assert float(number) * (1024 if unit == "kB" else MB) >= size - 1


def test_what_an_idea_helps_with_leads_back_to_the_idea() -> None:
    for idea in IDEAS.all:
        assert all(idea in IDEAS.helping(scale) for scale in idea.helps_with)
        assert {source.id for source in IDEAS.sources(idea)} == set(idea.sources)
        assert IDEAS.get(idea.id) is idea
    assert IDEAS.helping("no-such-scale") == ()
    assert IDEAS.get("") is None


def test_a_reason_without_a_known_source_is_a_damaged_file(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "en"))
    whole = json.loads((folder / "coping.json").read_text("utf-8"))
    whole["ideas"][2]["sources"] = ["nobody"]
    (folder / "coping.json").write_text(json.dumps(whole), "utf-8")
    with pytest.raises(ResourceBroken) as refused:
        Ideas.load(folder).get("x")
    assert "ideas[2]" in str(refused.value)

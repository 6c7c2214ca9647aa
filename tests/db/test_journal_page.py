"""What the Journal page reads: newest first, narrowed by kind, star, writer and words; no search ever fails."""

import datetime as dt
import uuid

import pytest

from mbc_journal.db.journal import Journal
from mbc_journal.db.questions import journal_page
from mbc_journal.journaling import Wanted, wanted
from mbc_journal.records import Attachment, AttachmentData, Note, NoteKind, PartialDate

MANY = 1_000


def note(text: str, day: str | None = "2026-03-02", **more: object) -> Note:
    made = Note(text=text, day=None if day is None else PartialDate(day))
    for name, value in more.items():
        setattr(made, name, value)
    return made


def texts(journal: Journal, asked: Wanted, most: int = MANY) -> list[str]:
    found = journal.ask(journal_page.notes, asked, most)
    assert journal.ask(journal_page.how_many, asked) == len(found) or len(found) == most
    return [one.text for one in found]


def found(journal: Journal, words: str) -> list[str]:
    return texts(journal, wanted("all", words))


def test_notes_come_newest_first_and_those_without_a_day_last(journal: Journal) -> None:
    journal.save(
        note("year", "2025"),
        note("undated", None),
        note("morning", time=dt.time(8)),
        note("evening", time=dt.time(20)),
        note("no time"),
        note("old", "2021-03-04"),
    )
    assert texts(journal, Wanted()) == ["evening", "morning", "no time", "year", "old", "undated"]
    assert texts(journal, Wanted(), most=2) == ["evening", "morning"]
    assert journal.ask(journal_page.how_many, Wanted()) == 6


def test_filters_narrow_by_kind_star_and_writer(journal: Journal) -> None:
    journal.save(
        note("a", kind=NoteKind.HELPED),
        note("b", kind=NoteKind.HARD, for_doctor=True),
        note("c", for_doctor=True, private=True),
        note("d", written_by="my sister"),
    )
    assert texts(journal, wanted("helped")) == ["a"]
    assert texts(journal, wanted("hard")) == ["b"]
    assert texts(journal, wanted("good")) == []
    assert texts(journal, wanted("doctor")) == ["b"]
    assert texts(journal, wanted("all", writer="my sister")) == ["d"]
    assert texts(journal, wanted("hard", words="b", writer="me")) == ["b"]


def test_nothing_comes_from_the_bin(journal: Journal) -> None:
    binned, kept = note("gloves"), note("gloves too")
    journal.save(binned, kept)
    journal.bin(binned)
    assert texts(journal, Wanted()) == found(journal, "gloves") == ["gloves too"]
    assert journal.ask(journal_page.note, binned.id) is None
    again = journal.ask(journal_page.note, kept.id)
    assert again is not None
    assert again.text == "gloves too"


@pytest.mark.parametrize(
    "words", ["cold gloves", "GLOVES", "glo", "gloves cold", "drip", '"gloves"', "glovés", "hands", "glov* (cold"]
)
def test_words_are_found_begun_in_any_order_case_and_accent_and_in_tags(journal: Journal, words: str) -> None:
    journal.save(note("Cold gloves during the drip.", tags=("hands",)), note("Ginger tea."))
    assert found(journal, words) == ["Cold gloves during the drip."]


def test_all_words_must_be_there(journal: Journal) -> None:
    journal.save(note("cold gloves"))
    assert found(journal, "cold tea") == []


@pytest.mark.parametrize("words", ["", " ", "\n\t", "\0", "\ud800"])
def test_a_search_for_nothing_is_everything(journal: Journal, words: str) -> None:
    journal.save(note("a"), note("b"))
    assert sorted(found(journal, words)) == ["a", "b"]


@pytest.mark.parametrize(
    "words",
    [
        '"', "'", "*", "(", ")", "NEAR(", "AND", "NOT a", "a OR", "text:", "-x", "^x", "{a b}:", '""""', "a\0b", "%",
        "_", "?", ":words", "a" * 5_000, "a " * 2_500, '" ' * 2_500, "\u202e\u05e9", "\U0001f642", "\u0301", "x\ud800",
    ],
)  # fmt: skip
def test_no_search_ever_fails(journal: Journal, words: str) -> None:
    journal.save(note("Tea.", tags=("hands", "feet")))
    assert found(journal, words) == []


def test_signs_and_scripts_are_found_as_they_stand(journal: Journal) -> None:
    journal.save(
        note("sun \U0001f31e out"),
        note("\u05e9\u05dc\u05d5\u05dd"),
        note("100% * \u0928\u092e\u0938\u094d\u0924\u0947"),
    )
    assert found(journal, "\U0001f31e") == ["sun \U0001f31e out"]
    assert found(journal, "\u05e9\u05dc\u05d5\u05dd") == ["\u05e9\u05dc\u05d5\u05dd"]
    assert len(found(journal, "*")) == len(found(journal, "\u0928\u092e\u0938\u094d\u0924\u0947")) == 1


def test_what_helped_is_read_with_its_answers(journal: Journal) -> None:
    journal.save(note("a", kind=NoteKind.HELPED), note("b", helped=0), note("c"), note("d", strategy="music"))
    assert sorted(one.text for one in journal.ask(journal_page.about_what_helped)) == ["a", "b"]


def test_only_some_notes_can_be_asked_for(journal: Journal) -> None:
    one, other = note("a"), note("b")
    journal.save(one, other)
    assert texts(journal, Wanted(only=frozenset({one.id}))) == ["a"]
    assert texts(journal, Wanted(only=frozenset())) == []


def test_files_are_counted_by_note_and_summed_with_the_bin(journal: Journal) -> None:
    of = note("with files")
    files = [Attachment(of="note", of_id=of.id, bytes=size) for size in (3, 4)]
    data = [AttachmentData(id=file.id, data=b"x" * file.bytes) for file in files]
    journal.save(of, *files, *data)
    assert journal.ask(journal_page.files_of, [of.id, uuid.uuid4()]) == {of.id: 2}
    journal.bin(files[0])
    assert journal.ask(journal_page.files_of, [of.id]) == {of.id: 1}
    assert journal.ask(journal_page.bytes_kept) == 7
    assert journal.ask(journal_page.file_data, files[1]) == b"xxxx"
    assert journal.ask(journal_page.file_data, Attachment(of="note", of_id=of.id)) == b""
    assert journal.ask(journal_page.bytes_kept) == 7

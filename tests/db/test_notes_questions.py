"""What the Journal page and Find read: filters together, private notes, two helpers, partial days, odd words."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import replace

import pytest

from mbc_journal import journaling
from mbc_journal.clock import Clock
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.questions import find_page, journal_page
from mbc_journal.journaling import Wanted
from mbc_journal.records import Attachment, AttachmentData, Note, NoteKind, PartialDate, Question, Visit
from tests.conftest import FrozenClock

MANY = 1_000
LONG = "word " * 2_000 + "xyzzy"
NOTES = (
    Note(text="Cold gloves helped", kind=NoteKind.HELPED, day=PartialDate("2026-03-02"), tags=("hands", "chemo day")),
    Note(text="Red hands", kind=NoteKind.HARD, day=PartialDate("2026-03-01"), for_doctor=True, written_by="Anna"),
    Note(text="Dark hours", kind=NoteKind.HARD, day=PartialDate("2026-03-03"), for_doctor=True, private=True),
    Note(text="Soup from Ben", kind=NoteKind.GOOD, day=PartialDate("2026-03"), written_by="Ben"),
    Note(text="Ben drove me", kind=NoteKind.GOOD, day=PartialDate("2025"), written_by="Anna", for_doctor=True),
    Note(text="<b>bold</b> & 100% \u05e9\u05dc\u05d5\u05dd \U0001f9e3", tags=("a_b",)),
    Note(text=LONG, day=PartialDate("2024-01-05")),
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal with these notes; nothing writes in it."""
    path = tmp_path_factory.mktemp("notes") / "mine.mbcj"
    clock = Clock(lambda: dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC))
    create(path, clock, *map(replace, NOTES))
    opened = Journal(path, clock)
    yield opened
    opened.close()


def texts(journal: Journal, wanted: Wanted, most: int = MANY) -> list[str]:
    return [one.text[:12] for one in journal.ask(journal_page.notes, wanted, most)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (journaling.wanted("doctor"), ["Red hands", "Ben drove me"]),
        (journaling.wanted("doctor", writer="Anna"), ["Red hands", "Ben drove me"]),
        (journaling.wanted("doctor", writer="me"), []),
        (journaling.wanted("hard"), ["Dark hours", "Red hands"]),
        (journaling.wanted("hard", writer="me"), ["Dark hours"]),
        (journaling.wanted("good", "ben"), ["Soup from Be", "Ben drove me"]),
        (journaling.wanted("good", "ben", "Ben"), ["Soup from Be"]),
        (journaling.wanted("all", writer="anna"), []),
        (journaling.wanted("helped", "red"), []),
        (journaling.wanted("all", "hands"), ["Cold gloves ", "Red hands"]),
        (journaling.wanted("no such filter", "hands red"), ["Red hands"]),
    ],
)
def test_filter_words_and_writer_all_hold_together(shelf: Journal, wanted: Wanted, found: list[str]) -> None:
    assert texts(shelf, wanted) == found
    assert shelf.ask(journal_page.how_many, wanted) == len(found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("chemo day", "Cold gloves "), ("chemo gloves", "Cold gloves "), ("a_b", "<b>bold</b> "),
        ("<b>bold", "<b>bold</b> "), ("100%", "<b>bold</b> "), ("\u05e9\u05dc\u05d5\u05dd", "<b>bold</b> "),
        ("\U0001f9e3", "<b>bold</b> "), ("xyzzy", LONG[:12]), ("xyz word", LONG[:12]),
        ("DARK\u00a0hours", "Dark hours"),
    ],
)  # fmt: skip
def test_words_are_found_at_any_place_of_any_note(shelf: Journal, words: str, found: str) -> None:
    assert texts(shelf, Wanted(words=words)) == [found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("%", ["<b>bold</b> "]), ("_", ["<b>bold</b> "]), ("&", ["<b>bold</b> "]),
        ("[", []), ('"', []), ("\\", []), ("%_", []),
    ],
)  # fmt: skip
def test_a_sign_stands_for_itself_never_for_everything(shelf: Journal, words: str, found: list[str]) -> None:
    assert texts(shelf, Wanted(words=words)) == found


def test_a_partial_day_stands_below_the_days_it_may_mean(shelf: Journal) -> None:
    assert texts(shelf, Wanted()) == [
        "Dark hours", "Cold gloves ", "Red hands", "Soup from Be", "Ben drove me", LONG[:12], "<b>bold</b> ",
    ]  # fmt: skip


@pytest.mark.parametrize("most", [0, 1, 3])
def test_the_list_is_as_long_as_asked_and_the_count_is_of_all(shelf: Journal, most: int) -> None:
    assert len(texts(shelf, Wanted(), most)) == most
    assert shelf.ask(journal_page.how_many, Wanted()) == len(NOTES)


def test_only_no_notes_at_all_is_not_the_same_as_all_notes(shelf: Journal) -> None:
    assert texts(shelf, Wanted(only=frozenset())) == []
    assert texts(shelf, Wanted(only=None, words="hands red")) == ["Red hands"]
    assert texts(shelf, Wanted(only=frozenset({uuid.uuid4()}))) == []


def test_ten_thousand_letters_can_be_looked_for(shelf: Journal) -> None:
    assert texts(shelf, Wanted(words=LONG)) == [LONG[:12]]
    assert texts(shelf, Wanted(words="nothing " * 1_500)) == []


def test_many_different_words_are_looked_for_by_the_first_ones(shelf: Journal) -> None:
    words = "red " * 24 + "never written anywhere"
    assert texts(shelf, Wanted(words=words)) == ["Red hands"]


def test_one_note_is_read_by_its_id_until_it_is_thrown_away(journal: Journal) -> None:
    note = Note(text="a\0b \ud800")
    journal.save(note)
    found = journal.ask(journal_page.note, note.id)
    assert found is not None
    assert found.text == "a\ufffdb \ufffd"
    journal.bin(note)
    assert journal.ask(journal_page.note, note.id) is None
    assert journal.ask(journal_page.note, uuid.uuid4()) is None


def test_an_answer_given_later_makes_a_note_one_of_those_about_what_helped(journal: Journal) -> None:
    note, other = Note(text="Gloves", strategy="gloves"), Note(text="Soup")
    journal.save(note, other)
    assert journal.ask(journal_page.about_what_helped) == []
    note.helped = 0
    journal.save(note)
    assert [one.helped for one in journal.ask(journal_page.about_what_helped)] == [0]


def test_the_bytes_of_a_file_come_back_whole_and_are_empty_where_they_are_gone(journal: Journal) -> None:
    note, data = Note(text="letter"), bytes(range(256)) * 40
    kept = Attachment(of="note", of_id=note.id, name="\u202ecod.exe", bytes=len(data))
    journal.save(note, kept, AttachmentData(id=kept.id, data=data))
    assert journal.ask(journal_page.file_data, kept) == data
    assert journal.ask(journal_page.file_data, Attachment(of="note", of_id=note.id)) == b""
    journal.forget(kept)
    assert journal.ask(journal_page.files_of, [note.id]) == {}
    assert journal.ask(journal_page.bytes_kept) == 0


def test_no_notes_have_no_files(journal: Journal) -> None:
    assert journal.ask(journal_page.files_of, []) == {}
    assert journal.ask(journal_page.bytes_kept) == 0


# -- questions and visits ---------------------------------------------------------------------------------------------


def test_of_two_open_questions_the_newer_comes_first(journal: Journal, clock: FrozenClock) -> None:
    journal.save(Question(text="old pain question", order=1))
    clock.tick(days=1)
    journal.save(Question(text="new pain question", order=9))
    found = journal.ask(find_page.questions, "pain", MANY)
    assert [one.text for one in found] == ["new pain question", "old pain question"]


def test_a_visit_of_some_month_stands_below_its_days_and_the_later_of_a_day_first(journal: Journal) -> None:
    journal.save(
        Visit(said="scan year", day=PartialDate("2026")),
        Visit(said="scan early", day=PartialDate("2026-02-01"), time=dt.time(8)),
        Visit(said="scan late", day=PartialDate("2026-02-01"), time=dt.time(15)),
        Visit(said="scan untimed", day=PartialDate("2026-02-01")),
        Visit(said="scan month", day=PartialDate("2026-02")),
    )
    found = [one.said for one in journal.ask(find_page.visits, "scan", MANY)]
    assert found == ["scan late", "scan early", "scan untimed", "scan month", "scan year"]


@pytest.mark.parametrize("words", ["nurse", "2026", "oncologist", "true"])
def test_a_visit_is_found_by_her_words_never_by_its_kind_or_day(journal: Journal, words: str) -> None:
    journal.save(Visit(said="all well", kind="nurse", day=PartialDate("2026-02-01")), Visit(kind="oncologist"))
    assert journal.ask(find_page.visits, words, MANY) == []


@pytest.mark.parametrize("words", ["", " ", "\0", "\ud800"])
def test_no_words_leave_nothing_out(journal: Journal, words: str) -> None:
    journal.save(Question(text="Why?"))
    assert [one.text for one in journal.ask(find_page.questions, words, MANY)] == ["Why?"]

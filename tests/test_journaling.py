"""Notes in words: what may be kept, what the list shows, what helped before, and files beside them."""

import datetime as dt
import uuid

import pytest

from mbc_journal import journaling
from mbc_journal.problems import NotAllowed
from mbc_journal.records import Note, NoteKind, PartialDate
from tests.conftest import WEDNESDAY, FrozenClock

TODAY = WEDNESDAY.date()
TITLES = {"walk-10": "A ten-minute walk", "music": "Music"}


def helped(text: str = "", **more: object) -> Note:
    note = Note(text=text, kind=NoteKind.HELPED)
    for name, value in more.items():
        setattr(note, name, value)
    return note


# -- one note ----------------------------------------------------------------------------------------------------


def test_a_new_note_is_dated_now_and_says_nothing(clock: FrozenClock) -> None:
    note = journaling.new_note(clock.now())
    assert (note.day, note.time, note.kind) == (PartialDate("2026-03-04"), dt.time(9, 30), NoteKind.JOURNAL)
    assert journaling.says_nothing(note)


@pytest.mark.parametrize(
    ("field", "value"), [("text", "x"), ("tags", ("x",)), ("strategy", "music"), ("helped", 0), ("linked_symptom", "x")]
)
def test_a_note_says_something_as_soon_as_one_thing_is_said(clock: FrozenClock, field: str, value: object) -> None:
    note = journaling.new_note(clock.now())
    setattr(note, field, value)
    assert not journaling.says_nothing(note)


def test_trying_an_idea_is_a_plain_note_about_it_without_an_answer(clock: FrozenClock) -> None:
    note = journaling.tried_note(clock.now(), "music", "Music")
    assert (note.kind, note.strategy, note.text, note.helped) == (NoteKind.JOURNAL, "music", "Music", None)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ()),
        (" , ,, ", ()),
        ("hands", ("hands",)),
        ("hands,  cold   gloves ,Hands", ("hands", "cold gloves")),
        ("\u05e9\u05dc\u05d5\u05dd, \U0001f642, <b>", ("\u05e9\u05dc\u05d5\u05dd", "\U0001f642", "<b>")),
        ("one\ntwo\0", ("one", "two")),
        ("x" * 60, ("x" * 60,)),
    ],
)
def test_tags_are_parted_by_commas_and_stand_once(text: str, kept: tuple[str, ...]) -> None:
    assert journaling.tags(text) == kept


def test_a_tag_of_500_letters_is_refused_with_a_sentence() -> None:
    with pytest.raises(NotAllowed, match="too long by 440 letters; 60 fit here"):
        journaling.tags("hands, " + "x" * 500)


def test_so_many_tags_that_nobody_could_read_them_are_refused() -> None:
    with pytest.raises(NotAllowed, match="A note can have 20 tags"):
        journaling.tags(",".join(f"tag{number}" for number in range(21)))


def test_a_note_is_named_by_its_first_words_else_by_what_it_is_about() -> None:
    assert journaling.title(Note(text="  Cold\ngloves  during the drip. ")) == "Cold gloves during the drip."
    assert journaling.title(Note(text=" \n", kind=NoteKind.GOOD)) == "Good thing"
    assert journaling.title(Note(text="word " * 50)) == "word word word word word word word word ..."
    assert journaling.title(Note(text="x" * 10_000)) == "x" * 40 + " ..."


def test_the_list_shows_the_beginning_of_a_long_note() -> None:
    assert journaling.excerpt("short\nand whole") == "short\nand whole"
    assert journaling.excerpt("1\n2\n3\n4\n5\n6") == "1\n2\n3\n4 ..."
    assert len(journaling.excerpt("long " * 2_000)) <= journaling.EXCERPT + 4
    assert journaling.excerpt("\0" * 3) == "\0" * 3


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, "no date"),
        (PartialDate("2026-03-02"), "2 Mar"),
        (PartialDate("2025-12-30"), "30 Dec 2025"),
        (PartialDate("2021-03"), "March 2021"),
        (PartialDate("2021~"), "about 2021"),
        (PartialDate("2026-03-02~"), "about 2 Mar 2026"),
    ],
)
def test_the_day_is_said_as_precisely_as_it_is_known(day: PartialDate | None, said: str) -> None:
    assert journaling.when(Note(text="", day=day), TODAY) == said


def written(day: str, hour: int, minute: int = 0) -> Note:
    """A note of 1 March that was written so many UTC hours after midnight of that day."""
    moment = dt.datetime(2026, 3, 1, tzinfo=dt.UTC) + dt.timedelta(hours=hour, minutes=minute)
    return Note(text="x", day=PartialDate(day), written_at=moment)


def test_added_later_is_only_what_was_late_in_every_time_zone() -> None:
    assert not journaling.added_later(written("2026-03-01", 28 + 12))
    assert journaling.added_later(written("2026-03-01", 28 + 12, 1))
    assert not journaling.added_later(written("2026-03", 24 * 90))
    assert not journaling.added_later(Note(text="never saved", day=PartialDate("2020-01-01")))
    brought_in = written("2026-03-01", 24 * 30)
    brought_in.import_batch = uuid.uuid4()
    assert not journaling.added_later(brought_in)


def test_marks_say_private_who_wrote_late_and_files() -> None:
    note = written("2026-03-01", 24 * 5)
    note.private, note.written_by = True, "my sister"
    assert journaling.marks(note, 2) == "private: stays here, written by my sister, added later, 2 photos or files"
    assert journaling.marks(Note(text="x"), 0) == ""
    assert journaling.marks(Note(text="x"), 1) == "1 photo or file"


def test_details_say_idea_symptom_answer_and_tags() -> None:
    note = Note(text="x", linked_symptom="insomnia", helped=2, tags=("night",))
    said = journaling.details(note, "Slow breathing", lambda scale: f"<{scale}>")
    assert said == "Slow breathing, <insomnia>, helped: fairly well, night"
    assert journaling.details(Note(text="x"), "", str) == ""


def test_it_did_not_help_is_an_answer_and_no_answer_is_none() -> None:
    assert journaling.helped_words(Note(text="", helped=0)) == "did not help"
    assert journaling.helped_words(Note(text="")) == ""


def test_the_words_of_did_it_help_are_our_own() -> None:
    assert len(set(journaling.HELPED)) == 5
    assert not {"Not at all", "A little bit", "Somewhat", "Quite a bit", "Very much"} & set(journaling.HELPED)


@pytest.mark.parametrize(
    ("chosen", "kind", "starred"),
    [
        ("all", None, False),
        ("helped", NoteKind.HELPED, False),
        ("good", NoteKind.GOOD, False),
        ("hard", NoteKind.HARD, False),
        ("doctor", None, True),
    ],
)
def test_each_filter_stands_for_a_kind_or_the_star(chosen: str, kind: NoteKind | None, starred: bool) -> None:
    wanted = journaling.wanted(chosen, "  ")
    assert (wanted.kind, wanted.for_doctor, wanted.words) == (kind, starred, "")
    assert wanted.everything == (chosen == "all")


# -- what helped before ------------------------------------------------------------------------------------------


def test_what_helped_is_counted_as_she_wrote_it_and_what_did_not_help_counts_as_tried() -> None:
    notes = [helped(strategy="walk-10", helped=level) for level in (4, 1, 0)] + [helped(strategy="music")]
    found = journaling.what_helped(notes, TITLES)
    assert [(one.name, one.words) for one in found] == [
        ("A ten-minute walk", "helped 2 of 3 times"),
        ("Music", "helped 1 time"),
    ]
    assert found[0].notes == tuple(note.id for note in notes[:3])


def test_a_tag_or_a_short_note_names_what_helped() -> None:
    notes = [helped("long words " * 20, tags=("walk",)), helped("Walk."), helped("walk"), helped("too long " * 20)]
    assert [(one.name, one.helped) for one in journaling.what_helped(notes, TITLES)] == [("Walk", 3)]


def test_notes_that_do_not_speak_of_helping_are_not_counted() -> None:
    notes = [
        Note(text="music", kind=NoteKind.GOOD),
        Note(text="music", strategy="music"),
        helped("", tags=("imported",)),
    ]
    assert journaling.what_helped(notes, TITLES) == []


def test_an_idea_that_is_no_longer_in_the_reference_keeps_its_name() -> None:
    assert journaling.what_helped([helped(strategy="old-idea")], TITLES)[0].name == "Old-idea"


def test_what_never_helped_is_not_listed_and_the_list_is_short() -> None:
    notes = [helped(strategy="music", helped=0)] + [helped(f"thing {number}") for number in range(20)]
    found = journaling.what_helped(notes, TITLES)
    assert len(found) == 8
    assert "Music" not in [one.name for one in found]


# -- files -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "kept", "said"),
    [
        (0, 0, "This file is empty."),
        (journaling.LARGEST + 1, 0, "larger than 10 MB"),
        (2_000, journaling.ROOM - 1_999, "All files together may have 200 MB; 2 kB are left."),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_a_sentence(size: int, kept: int, said: str) -> None:
    with pytest.raises(NotAllowed, match=said):
        journaling.checked_size(size, kept)


def test_a_file_of_exactly_the_room_fits() -> None:
    assert journaling.checked_size(journaling.LARGEST, journaling.ROOM - journaling.LARGEST) == journaling.LARGEST


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 kB"), (1_025, "2 kB"), (1_048_576, "1 MB"), (1_258_292, "1.3 MB"), (10_485_760, "10 MB")],
)
def test_sizes_are_said_in_kb_and_mb(size: int, said: str) -> None:
    assert journaling.size_words(size) == said

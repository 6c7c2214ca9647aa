"""What the Results page, the looking back and the photos read: the newest number, the first day, files in order."""

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from mbc_journal.clock import Clock
from mbc_journal.db.journal import Journal, create
from mbc_journal.db.questions import looking_back, photos, results_page
from mbc_journal.records import Answer, Attachment, AttachmentData, Day, Note, PartialDate, Reading, Visit
from tests.conftest import FrozenClock
from tests.db.rows import MONDAY, TUESDAY, WEDNESDAY

SUNDAY = MONDAY - dt.timedelta(days=1)
MARKER = "ca15-3"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal nobody has written in."""
    path = tmp_path_factory.mktemp("empty") / "mine.mbcj"
    clock = Clock(lambda: dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.UTC))
    create(path, clock)
    opened = Journal(path, clock)
    yield opened
    opened.close()


def result(day: dt.date, value: str | None, unit: str = "U/mL", scale: str = MARKER, **more: Any) -> Reading:
    return Reading(scale=scale, day=day, value=None if value is None else Decimal(value), unit=unit, **more)


def newest(journal: Journal, *scales: str) -> list[tuple[str, str, str]]:
    found = journal.ask(results_page.newest_results, scales or (MARKER,))
    return [(one.scale, one.unit, str(one.value)) for one in found]


# -- the newest result of each test -----------------------------------------------------------------------------------


def test_no_scale_and_no_result_bring_nothing(empty: Journal) -> None:
    assert empty.ask(results_page.newest_results, ()) == []
    assert newest(empty, MARKER, "no-such-test", "other:Iron [µg/dL]") == []


def test_of_one_test_the_last_day_counts_not_the_last_entry(journal: Journal, clock: FrozenClock) -> None:
    journal.save(result(TUESDAY, "28"))
    clock.tick(days=1)
    journal.save(result(SUNDAY, "99"))
    assert newest(journal) == [(MARKER, "U/mL", "28")]


def test_in_a_day_the_later_time_counts_and_one_without_a_time_comes_first(journal: Journal) -> None:
    journal.save(
        result(MONDAY, "1"), result(MONDAY, "2", time=dt.time(8)), result(MONDAY, "3", time=dt.time(7, 59))
    )  # fmt: skip
    assert newest(journal) == [(MARKER, "U/mL", "2")]


def test_of_two_at_one_moment_the_one_written_later_counts(journal: Journal, clock: FrozenClock) -> None:
    journal.save(result(MONDAY, "1"))
    clock.tick(minutes=1)
    journal.save(result(MONDAY, "2"))
    assert newest(journal) == [(MARKER, "U/mL", "2")]


def test_each_unit_of_a_test_has_its_own_newest_and_they_come_by_scale_and_unit(journal: Journal) -> None:
    journal.save(
        result(MONDAY, "13", "g/dL", "hemoglobin"),
        result(SUNDAY, "8.1", "mmol/L", "hemoglobin"),
        result(SUNDAY, "12", "g/dL", "hemoglobin"),
        result(SUNDAY, "30"),
    )
    assert newest(journal, "hemoglobin", MARKER) == [
        (MARKER, "U/mL", "30"), ("hemoglobin", "g/dL", "13"), ("hemoglobin", "mmol/L", "8.1"),
    ]  # fmt: skip
    assert newest(journal, "hemoglobin")[0][0] == "hemoglobin"


@pytest.mark.parametrize("state", [Answer.SKIPPED, Answer.PREFER_NOT, Answer.NOT_APPLICABLE])
def test_what_was_not_answered_is_no_result_however_new(journal: Journal, state: Answer) -> None:
    journal.save(result(SUNDAY, "28"), result(WEDNESDAY, None, state=state))
    assert newest(journal) == [(MARKER, "U/mL", "28")]


def test_words_without_a_number_are_no_newest_number(journal: Journal) -> None:
    journal.save(result(SUNDAY, "28"), result(WEDNESDAY, None, note="lab closed"))
    assert newest(journal) == [(MARKER, "U/mL", "28")]


def test_a_binned_result_gives_way_to_the_one_before_it_and_comes_back(journal: Journal) -> None:
    wrong = result(TUESDAY, "280")
    journal.save(result(SUNDAY, "28"))
    journal.save(wrong)
    journal.bin(wrong)
    assert newest(journal) == [(MARKER, "U/mL", "28")]
    journal.undo()
    assert newest(journal) == [(MARKER, "U/mL", "280")]


def test_a_unit_with_nothing_but_binned_results_has_no_line(journal: Journal) -> None:
    wrong = result(TUESDAY, "28", "kU/L")
    journal.save(wrong, result(SUNDAY, "27"))
    journal.bin(wrong)
    assert newest(journal) == [(MARKER, "U/mL", "27")]


@pytest.mark.parametrize("unit", ["%", "10*3/uL", "µg/dL", "'; DROP TABLE reading; --", "مل", "a" * 500])
def test_any_unit_in_her_own_words_is_one_of_its_own(journal: Journal, unit: str) -> None:
    scale = "other:Iron ✨"
    journal.save(result(SUNDAY, "0.10", unit, scale), result(MONDAY, "5", "", scale))
    assert set(newest(journal, scale)) == {(scale, "", "5"), (scale, unit, "0.10")}


def test_digits_and_sign_come_as_they_were_written(journal: Journal) -> None:
    journal.save(result(MONDAY, "0.50", comparator="<", value_as_entered="<0,50", range_text="up to 31"))
    (found,) = journal.ask(results_page.newest_results, [MARKER])
    assert (str(found.value), found.comparator, found.value_as_entered) == ("0.50", "<", "<0,50")
    assert found.range_text == "up to 31"


# -- how far back the journal reaches ---------------------------------------------------------------------------------


def test_an_empty_journal_has_no_first_day(empty: Journal) -> None:
    assert empty.ask(looking_back.first_day) is None


def test_the_first_day_is_that_of_a_reading_or_of_a_whole_day(journal: Journal) -> None:
    journal.save(Reading(scale="fatigue", day=TUESDAY, level=0))
    assert journal.ask(looking_back.first_day) == TUESDAY
    journal.save(Day(day=MONDAY, too_unwell=True))
    assert journal.ask(looking_back.first_day) == MONDAY
    journal.save(Reading(scale="pain", day=SUNDAY, state=Answer.PREFER_NOT))
    assert journal.ask(looking_back.first_day) == SUNDAY


def test_notes_and_visits_begin_no_looking_back(journal: Journal) -> None:
    long_ago = PartialDate("2019-01-01")
    journal.save(Note(day=long_ago, text="diagnosed"), Visit(day=long_ago))
    assert journal.ask(looking_back.first_day) is None


def test_what_lies_in_the_bin_begins_nothing(journal: Journal) -> None:
    first, day = Reading(scale="pain", day=SUNDAY, level=1), Day(day=SUNDAY, how_hard=2)
    journal.save(first, day, Reading(scale="pain", day=TUESDAY, level=1))
    journal.bin(first)
    assert journal.ask(looking_back.first_day) == SUNDAY
    journal.bin(day)
    assert journal.ask(looking_back.first_day) == TUESDAY


# -- photos and files -------------------------------------------------------------------------------------------------


def photo(of_id: uuid.UUID, name: str, small: bytes = b"") -> tuple[Attachment, AttachmentData]:
    one = Attachment(of="reading", of_id=of_id, name=name, media_type="image/png", bytes=3)
    return one, AttachmentData(id=one.id, data=b"png", thumbnail=small)


def names(journal: Journal, of_id: uuid.UUID) -> list[tuple[str, bytes]]:
    return [(one.name, small) for one, small in journal.ask(photos.thumbnails, of_id)]


def test_photos_come_in_the_order_they_were_added_whatever_their_names(journal: Journal, clock: FrozenClock) -> None:
    reading = Reading(scale="rash", day=MONDAY, level=2)
    journal.save(reading, *photo(reading.id, "z.png", b"first"))
    clock.tick(minutes=2)
    journal.save(*photo(reading.id, "a.png", b"second"))
    assert names(journal, reading.id) == [("z.png", b"first"), ("a.png", b"second")]


def test_a_file_without_a_small_picture_or_without_its_bytes_still_stands_in_the_list(journal: Journal) -> None:
    reading = Reading(scale="rash", day=MONDAY, level=2)
    whole, _gone = photo(reading.id, "letter.pdf")
    journal.save(reading, whole)
    assert names(journal, reading.id) == [("letter.pdf", b"")]


def test_photos_of_another_row_and_binned_ones_are_not_shown(journal: Journal) -> None:
    reading, other = Reading(scale="rash", day=MONDAY, level=2), Reading(scale="rash", day=TUESDAY, level=1)
    mine, data = photo(reading.id, "mine \u202e.png", b"small")
    journal.save(reading, other, mine, data, *photo(other.id, "other.png", b"other"))
    assert names(journal, other.id) == [("other.png", b"other")]
    journal.bin(mine)
    assert names(journal, reading.id) == []
    assert names(journal, uuid.uuid4()) == []

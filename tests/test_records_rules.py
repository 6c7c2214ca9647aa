"""Records as they are given: dates as precise as they were told, days as lived, and rows that know who wrote them."""

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from mbc_journal.records import (
    HOLD_REASONS,
    INTENTS,
    ME,
    NEVER,
    STOP_REASONS,
    STORED,
    VISIT_KINDS,
    Answer,
    DoseState,
    Moment,
    Note,
    PartialDate,
    Profile,
    Question,
    Reading,
    Recall,
    Scan,
    ScanState,
    Span,
    Step,
    StepKind,
    Therapy,
    Visit,
    offset_text,
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "exact"),
    [
        ("2024", "2024-01-01", "2024-12-31", None),
        ("2024-02", "2024-02-01", "2024-02-29", None),
        ("2100-02", "2100-02-01", "2100-02-28", None),
        ("2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("2026-03-14~", "2026-03-01", "2026-03-31", None),
        ("2026-03~", "2026-03-01", "2026-03-31", None),
        ("2026~", "2026-01-01", "2026-12-31", None),
        ("2026-12-31~", "2026-12-01", "2026-12-31", None),
        ("0001", "0001-01-01", "0001-12-31", None),
        ("9999-12", "9999-12-01", "9999-12-31", None),
    ],
)
def test_a_partial_date_never_means_more_or_fewer_days_than_it_says(
    text: str, earliest: str, latest: str, exact: str | None
) -> None:
    date = PartialDate(text)
    assert (date.earliest.isoformat(), date.latest.isoformat()) == (earliest, latest)
    assert (date.exact.isoformat() if date.exact else None) == exact
    assert date.about is text.endswith("~")


@pytest.mark.parametrize(
    "text",
    ["", "~", "26", "2026-3", "2026-13", "2026-00", "2026-02-30", "2025-02-29", "2026-03-14T08:00", "2026-03-14 ",
     " 2026", "2026~~", "0000", "2026/03", "2026-03-1", "-2026", "2026-W10", "2026-03-14\n", "20260314",
     "\uff12\uff10\uff12\uff16"],
)  # fmt: skip
def test_what_is_no_partial_date_is_never_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError, match="not a partial date"):
        PartialDate(text)


def test_a_partial_date_keeps_its_text_for_the_file_and_every_export() -> None:
    for text in ("2021", "2021-03", "2021-03~", "2021-03-14", "2021-03-14~"):
        assert PartialDate(text).text == text
    assert PartialDate.of(dt.date(2021, 3, 4)).text == "2021-03-04"


def test_partial_dates_sort_by_what_they_say_and_equal_ones_are_one() -> None:
    texts = ["2021", "2021-03", "2021-03-14", "2020-12-31", "2021-03~"]
    assert [date.text for date in sorted(map(PartialDate, texts))] == sorted(texts)
    assert len({PartialDate("2021-03"), PartialDate("2021-03"), PartialDate("2021-03~")}) == 2


@pytest.mark.parametrize(
    ("text", "parts"),
    [("2021", (2021, None, None)), ("2021~", (2021, None, None)), ("2021-03~", (2021, 3, None)),
     ("2021-03-14~", (2021, 3, 14))],
)  # fmt: skip
def test_the_parts_of_a_partial_date_are_those_that_were_given(
    text: str, parts: tuple[int, int | None, int | None]
) -> None:
    assert PartialDate(text).parts == parts


@pytest.mark.parametrize(
    "text",
    ["2026-03-14", "2026-03-14T08:05", "2026-03-14T08:05+01:00", "2026-03-14T23:59-09:30", "2026-10-25T02:30+05:45",
     "2024-02-29T00:00+14:00"],
)  # fmt: skip
def test_a_moment_is_written_exactly_as_it_was_read(text: str) -> None:
    assert Moment.parse(text).text == text


def test_the_day_of_a_moment_is_the_day_as_lived_whatever_the_offset() -> None:
    for offset in ("+14:00", "-12:00", "+00:00"):
        late = Moment.parse(f"2026-03-14T23:59{offset}")
        assert (late.day, late.time, late.utc_offset) == (dt.date(2026, 3, 14), dt.time(23, 59), offset)


@pytest.mark.parametrize(
    "text",
    ["", "2026-03", "2026-03-14T", "2026-03-14T8:05", "2026-03-14T24:00", "2026-03-14T08:60", "2026-02-30",
     "2026-03-14T08:05Z", "2026-03-14T08:05:00", "2026-03-14 08:05", "2026-03-14T08:05+1:00", "14.03.2026",
     "2026-03-14T0\uff18:05"],
)  # fmt: skip
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Moment.parse(text)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "+00:00"), (60, "+01:00"), (-210, "-03:30"), (345, "+05:45"), (630, "+10:30"), (840, "+14:00"),
     (-720, "-12:00"), (-30, "-00:30")],
)  # fmt: skip
def test_an_offset_is_said_with_sign_hours_and_minutes(minutes: int, said: str) -> None:
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    assert offset_text(dt.datetime(2026, 3, 4, 12, tzinfo=zone)) == said


def test_a_time_without_a_zone_has_no_offset() -> None:
    assert offset_text(dt.datetime.combine(dt.date(2026, 3, 4), dt.time(12))) == ""


def test_a_period_counts_both_its_ends_and_the_one_before_ends_the_day_before_it_starts() -> None:
    span = Span(dt.date(2026, 3, 1), dt.date(2026, 3, 28))
    assert span.days == 28
    assert span.before == Span(dt.date(2026, 2, 1), dt.date(2026, 2, 28))
    assert span.before.days == span.days
    day = Span(dt.date(2024, 3, 1), dt.date(2024, 3, 1))
    assert (day.days, day.before) == (1, Span(dt.date(2024, 2, 29), dt.date(2024, 2, 29)))


def test_the_period_before_a_period_over_a_leap_day_is_as_long_as_it() -> None:
    span = Span(dt.date(2024, 2, 20), dt.date(2024, 3, 10))
    assert (span.days, span.before) == (20, Span(dt.date(2024, 1, 31), dt.date(2024, 2, 19)))


def test_a_row_that_was_never_saved_says_so_and_has_an_id_of_its_own() -> None:
    one, other = Reading(scale="fatigue", day=dt.date(2026, 3, 4)), Reading(scale="fatigue", day=dt.date(2026, 3, 4))
    assert one.written_at == one.changed_at == NEVER
    assert (one.written_by, one.binned_at, one.import_batch) == (ME, None, None)
    assert one.id != other.id
    assert one.id.version == 4


def test_two_rows_are_never_the_same_because_they_say_the_same() -> None:
    note = Note(text="a")
    again = dataclasses.replace(note)
    assert note.id == again.id
    assert note != again


def test_every_stored_record_has_the_six_fields_of_a_row_first() -> None:
    for kind in STORED:
        names = [field.name for field in dataclasses.fields(kind)]
        assert names[:6] == ["id", "written_at", "changed_at", "written_by", "binned_at", "import_batch"], kind


def test_parents_stand_before_what_belongs_to_them() -> None:
    places = {kind.__name__: place for place, kind in enumerate(STORED)}
    for parent, child in (("Therapy", "Step"), ("Therapy", "Dose"), ("Therapy", "Supply"), ("Visit", "Question"),
                          ("Contact", "PlanRule"), ("ImportBatch", "ImportSource")):  # fmt: skip
        assert places[parent] < places[child]


def test_a_fresh_record_invents_nothing() -> None:
    reading = Reading(scale="temperature", day=dt.date(2026, 3, 4))
    assert (reading.value, reading.level, reading.time, reading.range_low, reading.range_high) == (None,) * 5
    assert (reading.period, reading.state) == (Recall.TODAY, Answer.ANSWERED)
    therapy, step = Therapy(name="Letrozole"), Step(therapy_id=Therapy(name="x").id, kind=StepKind.START)
    assert (therapy.line, therapy.intent, therapy.kind, therapy.regimen) == (None, "", "", "")
    assert (step.on, step.dose, step.pieces, step.schedule, step.cycle) == (None,) * 5
    assert (Scan().day, Scan().state, Scan().worry) == (None, ScanState.WAITING, None)
    assert (Visit().day, Visit().time, Visit().hours_away) == (None, None, None)
    assert (Question(text="?").asked, Question(text="?").visit_id, Question(text="?").answer) == (False, None, "")


def test_a_fresh_note_is_neither_printed_nor_hidden() -> None:
    note = Note(text="a quiet day")
    assert (note.for_doctor, note.private, note.helped, note.tags) == (False, False, None, ())


def test_a_fresh_profile_says_nothing_of_the_person() -> None:
    profile = Profile()
    assert (profile.name, profile.birth_year, profile.er, profile.pr, profile.her2) == ("", None, "", "", "")
    assert (profile.sites, profile.allergies, profile.rows, profile.hidden, profile.helpers) == ((),) * 5
    assert profile.made_up is False


def test_the_words_of_the_file_are_those_of_the_design() -> None:
    assert [state.value for state in Answer] == ["answered", "skipped", "prefer_not", "not_applicable"]
    assert [state.value for state in DoseState] == ["taken", "late", "skipped", "missed", "held"]
    assert [kind.value for kind in StepKind] == ["start", "dose_change", "hold", "resume", "stop", "cycle_start"]
    assert INTENTS == ("cancer", "maintenance", "bones", "symptom", "support", "other")
    assert STOP_REASONS == (
        "finished", "stopped_working", "side_effects", "other_illness", "my_choice", "cost", "not_available",
        "trial_ended", "other",
    )  # fmt: skip
    assert HOLD_REASONS == (
        "blood_counts", "side_effects", "infection", "procedure", "felt_unwell", "not_at_hand", "away", "my_choice",
        "other",
    )  # fmt: skip
    assert len(set(VISIT_KINDS)) == len(VISIT_KINDS)


def test_a_decimal_keeps_the_digits_that_were_given() -> None:
    reading = Reading(scale="ca-15-3", day=dt.date(2026, 3, 4), value=Decimal("0.10"))
    assert str(reading.value) == "0.10"

"""Two helpers and the bin: whose name stands where, what belongs together, what is said of a thing thrown away."""

import datetime as dt
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from mbc_journal import own_settings
from mbc_journal.own_settings import people
from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed
from mbc_journal.records import (
    ME,
    Attachment,
    AttachmentData,
    Biopsy,
    Contact,
    Day,
    Dose,
    Moment,
    Note,
    PartialDate,
    Profile,
    Reading,
    Row,
    Scan,
    Step,
    StepKind,
    Supply,
    SupplyKind,
    Therapy,
    Visit,
)
from mbc_journal.scales import Scales

SCALES = Scales.load(resources() / "scales")
NOW = dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
BINNED = NOW - dt.timedelta(days=2)
TWO = Profile(helpers=("Anna", "Ben"))


def lines(*rows: Row) -> list[own_settings.BinLine]:
    return own_settings.bin_lines(rows, SCALES, NOW)


def binned(row: Row, when: dt.datetime = BINNED) -> Row:
    row.binned_at = when
    return row


# -- helpers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["anna", " ANNA ", "An\0na", "Anna\n"])
def test_a_helper_stands_once_whatever_her_capitals(name: str) -> None:
    with pytest.raises(NotAllowed, match="This name is there already"):
        people.with_helper(TWO, name)


@pytest.mark.parametrize("name", [ME, "ME", "Me", " me "])
def test_no_helper_can_write_as_the_person_herself(name: str) -> None:
    with pytest.raises(NotAllowed, match="stands for you already"):
        people.with_helper(TWO, name)
    with pytest.raises(NotAllowed, match="stands for you already"):
        people.with_helper_renamed(TWO, "Ben", name)


@pytest.mark.parametrize("name", ["", " ", "\0", "\n\t", "\u00a0"])
def test_a_helper_has_a_name(name: str) -> None:
    with pytest.raises(NotAllowed, match="Write the name first"):
        people.with_helper(TWO, name)


@pytest.mark.parametrize(("letters", "more"), [(60, 0), (61, 1), (10_000, 9_940)])
def test_a_name_fits_beside_an_entry_or_says_by_how_much_it_does_not(letters: int, more: int) -> None:
    name = "x" * letters
    if not more:
        assert people.with_helper(TWO, name).helpers[-1] == name
        return
    with pytest.raises(NotAllowed, match=f"too long by {more} letters; 60 fit here"):
        people.with_helper(TWO, name)


@pytest.mark.parametrize(
    ("old", "new", "helpers"),
    [
        ("Anna", "ANNA", ("ANNA", "Ben")), ("Anna", "my  sister", ("my sister", "Ben")),
        ("Ben", "Ben", ("Anna", "Ben")),
        ("Nobody", "Cleo", ("Anna", "Ben")), ("Ben", "<b>\u05d1\u05df</b>", ("Anna", "<b>\u05d1\u05df</b>")),
    ],
)  # fmt: skip
def test_renaming_one_helper_leaves_the_other(old: str, new: str, helpers: tuple[str, ...]) -> None:
    assert people.with_helper_renamed(TWO, old, new).helpers == helpers
    assert TWO.helpers == ("Anna", "Ben")


def test_one_helper_cannot_take_the_name_of_the_other() -> None:
    with pytest.raises(NotAllowed, match="This name is there already"):
        people.with_helper_renamed(TWO, "Ben", "anna")


def test_a_helper_who_goes_leaves_the_other_and_one_who_was_never_there_changes_nothing() -> None:
    assert people.without_helper(TWO, "Anna").helpers == ("Ben",)
    assert people.without_helper(TWO, "anna").helpers == ("Anna", "Ben")
    assert people.without_helper(Profile(), "Anna").helpers == ()


# -- the bin ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "what", "day"),
    [
        (Reading(scale="fatigue", day=dt.date(2026, 3, 1), level=2), "Tiredness: Moderate", "1 Mar 2026, "),
        (Reading(scale="other:Iron [\u00b5g/dL]", day=dt.date(2026, 3, 1), value=Decimal("5.0"), unit="\u00b5g/dL"),
         "Iron: 5.0 \u00b5g/dL", "1 Mar 2026, "),
        (Note(text="  Cold\n\ngloves ", day=PartialDate("2026-03")), "Note: Cold gloves", "March 2026, "),
        (Note(text="Secret", private=True, written_by="Anna"), "Note: Secret", ""),
        (Visit(day=PartialDate("2025~"), who="Dr Rivera"), "Visit: Dr Rivera", "about 2025, "),
        (Contact(role="nurse", name="Bea", phone="555"), "Number: Bea", ""),
        (Scan(kind="CT", told="smaller"), "Scan: smaller", ""),
        (Biopsy(site="liver", note="second"), "Biopsy: second", ""),
        (Day(day=dt.date(2026, 3, 1), how_hard=3), "How hard the day was", "1 Mar 2026, "),
    ],
)  # fmt: skip
def test_a_thing_in_the_bin_is_named_by_its_kind_words_and_day(row: Row, what: str, day: str) -> None:
    (line,) = lines(binned(row))
    assert line.what == what
    assert line.since == f"{day}in the bin since 2 Mar 2026"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * 70, "x" * 70), ("x" * 71, "x" * 69 + "\u2026"), ("a " * 5_000, "a " * 34 + "a\u2026"),
        ("<b>\u202e\U0001f9e3</b>", "<b>\u202e\U0001f9e3</b>"),
    ],
)  # fmt: skip
def test_a_long_text_in_the_bin_is_seventy_letters_at_most(text: str, said: str) -> None:
    (line,) = lines(binned(Note(text=text)))
    assert line.what == f"Note: {said}"


def parts_of(therapy: Therapy) -> list[Row]:
    return [
        Step(therapy_id=therapy.id, kind=StepKind.START, on=PartialDate("2026")),
        Dose(therapy_id=therapy.id, planned_day=dt.date(2026, 3, 1)),
        Supply(therapy_id=therapy.id, kind=SupplyKind.COUNTED, at=Moment(dt.date(2026, 3, 1)), pieces=Decimal(3)),
    ]


def test_what_went_with_its_treatment_comes_back_with_it_and_what_went_before_stays() -> None:
    therapy = Therapy(name="Cape", kind="chemotherapy")
    step, dose, supply = parts_of(therapy)
    earlier = binned(dose, BINNED - dt.timedelta(hours=1))
    own, other = lines(binned(therapy), binned(step), earlier, binned(supply))
    assert [row.id for row in own.rows] == [therapy.id, step.id, supply.id]
    assert (other.what, other.rows) == ("Dose", (dose,))
    assert all(row.binned_at is None for row in own_settings.brought_back(own))
    assert therapy.binned_at == BINNED


def test_a_part_whose_whole_was_never_thrown_away_is_a_line_of_its_own() -> None:
    found = lines(*(binned(row) for row in parts_of(Therapy(name="Cape", kind="chemotherapy"))))
    assert [line.what.partition(":")[0] for line in found] == ["Change of a treatment", "Dose", "Supply"]


def test_a_photo_brings_its_bytes_and_goes_with_its_note() -> None:
    note = Note(text="Rash")
    photo = Attachment(of="note", of_id=note.id, name="rash.png")
    data = AttachmentData(id=photo.id, data=b"png")
    (whole,) = lines(binned(note), binned(photo), binned(data))
    assert {type(row) for row in whole.rows} == {Note, Attachment, AttachmentData}
    (alone,) = lines(binned(photo), binned(data))
    assert (alone.what, len(alone.rows)) == ("Photo or file: rash.png", 2)


@pytest.mark.parametrize(
    ("age", "there"), [({"days": 30}, True), ({"days": 30, "seconds": 1}, False), ({"seconds": 0}, True)]
)
def test_thirty_days_are_counted_to_the_second(age: dict[str, Any], there: bool) -> None:
    assert bool(lines(binned(Note(text="x"), NOW - dt.timedelta(**age)))) is there


def test_what_is_not_in_the_bin_and_what_has_no_name_there_is_no_line() -> None:
    assert lines() == []
    assert lines(Note(text="kept"), binned(Profile()), binned(AttachmentData(id=uuid4(), data=b""))) == []

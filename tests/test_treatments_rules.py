"""Treatments in words and plans in numbers: what the form reads, keeps, refuses and says, example by example."""

import itertools
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mbc_journal import schedule, treatments
from mbc_journal.catalogue import Catalogue
from mbc_journal.exchange.native import plans
from mbc_journal.paths import resources
from mbc_journal.problems import NotAllowed
from mbc_journal.records import PartialDate, Span, Step, StepKind, Therapy
from mbc_journal.treatments import Course
from tests.treatment_steps import day, every, on_off, step, therapy

CATALOGUE = Catalogue.load(resources() / "reference" / "en")
TODAY = day("2026-11-23")
CAPE = therapy("Capecitabine", kind="chemotherapy", intent="cancer", line=3)


def course(*steps: Step, of: Therapy = CAPE) -> Course:
    (made,) = treatments.courses([of], steps, TODAY)
    return made


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        ("Take 1 tablet twice daily", {"kind": "daily", "per_day": 2}),
        ("4 times a day", {"kind": "daily", "per_day": 4}),
        ("every 12 hours", {"kind": "daily", "per_day": 2}),
        ("every 6 hours", {"kind": "daily", "per_day": 4}),
        ("in the morning", {"kind": "daily", "per_day": 1}),
        ("every day", {"kind": "daily", "per_day": 1}),
        ("every 28 days", {"kind": "every", "n": 28}),
        ("once every 12 weeks", {"kind": "every", "n": 84}),
        ("every second week", {"kind": "every", "n": 14}),
        ("21 days on, 7 days off", {"kind": "on_off", "on": 21, "off": 7}),
        ("once a day, days 1 to 21 of 28", {"kind": "on_off", "on": 21, "off": 7, "per_day": 1}),
        ("4 days on and 3 days off, twice a day", {"kind": "on_off", "on": 4, "off": 3, "per_day": 2}),
        ("DAYS 1, 8 AND 15 OF 28", {"kind": "cycle_days", "days": [1, 8, 15], "length": 28}),
        ("day 1 of every 21", {"kind": "cycle_days", "days": [1], "length": 21}),
        ("PRN", {"kind": "as_needed"}),
        ("day 1 and day 8 of 21", {"kind": "cycle_days", "days": [1, 8], "length": 21}),
        ("day 1, day 8 and day 15 of 28", {"kind": "cycle_days", "days": [1, 8, 15], "length": 28}),
        ("every 24 hours", {"kind": "daily", "per_day": 1}),
        ("once weekly", {"kind": "every", "n": 7}),
        ("every three weeks on day 1", {"kind": "every", "n": 21}),
        ("if I need it, up to 3 times a day", {"kind": "as_needed"}),
    ],
)
def test_more_words_that_are_read_as_a_plan(words: str, plan: dict[str, Any]) -> None:
    found = treatments.counted_as(words)
    assert found is not None
    assert {key: found.plan[key] for key in plan} == plan


@pytest.mark.parametrize(
    "words",
    ["as before", "see the leaflet", "days 1 to 22 of 21", "day 0 of 21", "days 1 and 30 of 28", "every 0 weeks",
     "every 1000 days", "\u05db\u05dc \u05d9\u05d5\u05dd", "1500 mg", "{}", "every", "days 1 to 14",
     "every 72 hours", "every 48 hours", "every 5 hours", "every 0 hours", "every 100 hours", "every 1 hours",
     "weekly for 3 weeks, 1 week off", "twice weekly", "twice a week", "daily except Sunday", "on weekdays",
     "Mondays and Thursdays",
     "twice daily for 14 days every 21 days", "every 28 days on day 1 and 15", "every 28 days on days 1 and 15"],
)  # fmt: skip
def test_what_is_no_plan_stays_words(words: str) -> None:
    assert treatments.counted_as(words) is None


@settings(max_examples=60, deadline=None)
@given(some.integers(1, 60), some.integers(0, 30), some.integers(1, 12))
def test_a_pattern_of_days_on_and_off_is_said_and_read_back(on: int, off: int, per_day: int) -> None:
    said = schedule.plan_words(on_off(on, off, per_day=per_day))
    found = treatments.counted_as(said)
    assert found is not None
    assert (found.plan["on"], found.plan["off"], found.plan["per_day"]) == (on, off, per_day)


def test_every_plan_the_form_can_keep_is_one_that_can_be_counted_and_brought_in() -> None:
    drugs = [None, *CATALOGUE.drugs]
    offers = [offer for drug in drugs for offer in treatments.offers(drug)]
    for offer, on, goes_on in itertools.product(offers, (None, "2026-03", "2026-03-04"), (False, True)):
        plan = treatments.kept_plan(offer, PartialDate(on) if on else None, goes_on)
        assert plans.wrong_key(plan) == "", (offer.words, plans.wrong_key(plan))
        assert plan["words"] == offer.words
        assert plan["log_from"] is None


def test_no_offer_ever_holds_a_dose() -> None:
    for drug in CATALOGUE.drugs:
        for offer in treatments.offers(drug):
            assert not {"dose", "pieces"} & set(offer.plan)
            assert offer.plan.get("unit", "day") in ("day", "week")
            assert " mg" not in offer.words


@pytest.mark.parametrize("dose", ["0", "-1", "10000000", "0.00001", "12345678"])
def test_a_dose_no_one_takes_is_refused(dose: str) -> None:
    with pytest.raises(NotAllowed):
        treatments.checked_dose(Decimal(dose))


@pytest.mark.parametrize("dose", ["0.0001", "1", "9999999", "2.50", "1500"])
def test_a_dose_is_kept_digit_for_digit(dose: str) -> None:
    assert str(treatments.checked_dose(Decimal(dose))) == dose
    assert treatments.checked_dose(None) is None


STARTED = step(CAPE, "start", "2026-02-02", "1800 mg", schedule=on_off(14, 7, per_day=2))


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([STARTED], "since 2 Feb 2026. 1800 mg, twice a day, days 1 to 14 of 21."),
        ([STARTED, step(CAPE, "dose_change", "2026-11-15", "1500 mg")],
         "since 2 Feb 2026. 1500 mg, twice a day, days 1 to 14 of 21. Before 15 Nov: 1800 mg."),
        ([STARTED, step(CAPE, "hold", "2026-11-08", reason="side_effects")],
         "since 2 Feb 2026. 1800 mg, twice a day, days 1 to 14 of 21. On hold since 8 Nov 2026: side effects."),
        ([step(CAPE, "start", "2024-03~")], "since about March 2024."), ([], "No dates or doses yet."),
        ([step(CAPE, "start", None)], "No dates or doses yet."),
        ([step(CAPE, "start", "2027-01-05")], "planned from 5 Jan 2027."),
        ([step(CAPE, "start", "2026-02-02", brand="Xeloda")], "since 2 Feb 2026. As Xeloda."),
    ],
)  # fmt: skip
def test_what_is_taken_now_is_said_in_short_sentences(steps: list[Step], said: str) -> None:
    assert treatments.now_words(course(*steps)) == said


@pytest.mark.parametrize(
    ("stop", "said"),
    [
        (step(CAPE, "stop", "2026-06-01", reason="stopped_working", reason_words="grew on the scan"),
         'third line, 2 Feb to 1 Jun 2026. Stopped: it stopped working ("grew on the scan").'),
        (step(CAPE, "stop", "2026-06", reason="finished"), "third line, 2 Feb 2026 to June 2026. Finished as planned."),
        (step(CAPE, "stop", None), "third line, since 2 Feb 2026, until a day not known. Stopped."),
        (step(CAPE, "stop", "2026-06-01", best_response="smaller"),
         "third line, 2 Feb to 1 Jun 2026. Stopped. As the doctor put it: smaller."),
        (step(CAPE, "stop", "2026-06-01", best_response="not told"), "third line, 2 Feb to 1 Jun 2026. Stopped."),
    ],
)  # fmt: skip
def test_what_came_before_is_said_with_its_days_as_typed_and_why_it_ended(stop: Step, said: str) -> None:
    (past,) = treatments.taken_before([course(STARTED, stop)])
    assert treatments.past_words(past) == said


@pytest.mark.parametrize(
    ("number", "words"), [(None, ""), (1, "first line"), (10, "tenth line"), (11, "line 11"), (20, "line 20")]
)
def test_a_line_of_treatment_has_a_name(number: int | None, words: str) -> None:
    assert treatments.line_words(number) == words


def test_what_is_over_and_what_is_taken_are_never_the_same() -> None:
    deno = therapy("Denosumab", intent="bones")
    steps = [STARTED, step(CAPE, "stop", "2026-06-01"), step(deno, "start", "2026-01-12", "120 mg", schedule=every(28))]
    known = treatments.courses([deno, CAPE], steps, TODAY)
    assert [one.therapy.name for one in treatments.taken_now(known)] == ["Denosumab"]
    assert [one.line.name for one in treatments.taken_before(known)] == ["Capecitabine"]
    assert [one.therapy.name for one in known] == ["Capecitabine", "Denosumab"]


@pytest.mark.parametrize(
    ("since", "most", "words"),
    [
        ("2026-01-01", 12, "Jan 2026"),
        ("2026-01-01", 3, "Jan 2026"),
        ("2020-01-01", 7, "2020"),
        ("2020-02-01", 7, "2021"),
    ],
)
def test_the_words_under_the_bars_are_months_or_years_and_never_too_many(since: str, most: int, words: str) -> None:
    found = treatments.marks(Span(day(since), TODAY), most)
    assert 0 < len(found) <= most
    assert found[0].words == words
    assert [mark.day for mark in found] == sorted({mark.day for mark in found})


def test_a_row_of_the_story_is_a_sentence() -> None:
    (row,) = treatments.story_rows([course(STARTED, step(CAPE, "stop", "2026-06-01", reason="cost"))])
    assert row.words == (
        "Capecitabine, third line, from 2 Feb 2026, to 1 Jun 2026, 1800 mg, twice a day, days 1 to 14 of 21."
    )
    assert (row.ended, row.begins, row.ends) == ("cost or insurance", day("2026-02-02"), day("2026-06-01"))


@pytest.mark.parametrize("typed", ["ibrance", "IBRANCE", "palbociclib", "palboc", "pablociclib", "Ibranse"])
def test_a_medicine_is_offered_for_its_name_brand_beginning_and_slips(typed: str) -> None:
    offers = treatments.names(CATALOGUE, typed)
    assert offers[0].drug.id == "palbociclib"
    assert len(offers) <= 8


@pytest.mark.parametrize("typed", ["", " ", "zzzzzz", "\x00", "<b>", "\U0001f600", "x" * 5_000])
def test_for_anything_else_nothing_is_offered_and_the_words_can_be_kept(typed: str) -> None:
    assert treatments.known(CATALOGUE, typed) is None


def test_only_an_exact_name_means_a_medicine() -> None:
    found = treatments.known(CATALOGUE, "  xeloda ")
    assert found is not None
    assert (found.drug.id, found.brand) == ("capecitabine", "Xeloda")
    assert treatments.known(CATALOGUE, "xelod") is None


def test_places_and_entries_keep_her_words_once() -> None:
    known = {"bone": "Bone", "liver": "Liver"}
    assert treatments.places(["bone"], ["LIVER", "left knee", "left knee"], known) == ("bone", "liver", "left knee")
    assert treatments.entries(" latex \n\nlatex\npenicillin  (rash)") == ("latex", "penicillin (rash)")


def test_a_hold_takes_its_end_along_and_other_steps_go_alone() -> None:
    hold, resume = step(CAPE, "hold", "2026-03-01"), step(CAPE, "resume", "2026-03-15")
    assert treatments.belonging([STARTED, hold, resume], hold) == (hold, resume)
    assert treatments.belonging([STARTED, hold, resume], resume) == (resume,)
    assert list(treatments.choices(course(STARTED, hold))) == [
        StepKind.DOSE_CHANGE, StepKind.HOLD, StepKind.RESUME, StepKind.STOP,
    ]  # fmt: skip

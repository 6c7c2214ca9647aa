"""Each kind of line of the Visit Brief, said from small journals; no page is set for it."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from mbc_journal.records import (
    Answer,
    Comparison,
    Day,
    Dose,
    DoseState,
    Moment,
    Note,
    PartialDate,
    PlanRule,
    Profile,
    Question,
    Reading,
    Recall,
    Row,
    Snapshot,
    StepKind,
    Therapy,
    Visit,
)
from mbc_journal.report import brief
from mbc_journal.report.content import Content
from mbc_journal.report.cycle import cycle_day
from mbc_journal.report.measured import clinic_days
from mbc_journal.report.options import Options
from mbc_journal.report.said import NOTHING, Said, filled, joined, sentence, typed
from mbc_journal.schedule import in_order
from tests.report_journals import SCALES, SPAN, TODAY, dose, levels, on_off, step

NOVEMBER_3 = SPAN.since
CAPE = Therapy(name="Capecitabine", kind="chemotherapy", intent="cancer")


def shot(*readings: Reading, **more: Any) -> Snapshot:
    return replace(Snapshot(profile=Profile(), span=SPAN, today=TODAY, readings=readings), **more)


def content(snapshot: Snapshot, **choices: Any) -> Content:
    options = replace(Options(scales=SCALES, include_charts=False), **choices)
    return brief.content(snapshot, options, TODAY)


def texts(said: tuple[Said, ...]) -> list[str]:
    return [one.text for one in said]


def number(scale: str, day: int, value: str, unit: str = "", **more: Any) -> Reading:
    known = SCALES.get(scale)
    return Reading(
        scale=scale, day=dt.date(2026, 11, day), value=Decimal(value), unit=known.unit, value_as_entered=value,
        unit_as_entered=unit or known.unit, **more,
    )  # fmt: skip


def binned(row: Row) -> Any:
    return replace(row, binned_at=dt.datetime(2026, 11, 20, tzinfo=dt.UTC))


def test_an_empty_journal_says_what_it_has_not_and_invents_nothing() -> None:
    says = content(shot())
    assert says.period == "3 to 23 Nov 2026. Nothing was logged in these 21 days."
    assert says.heading.text == "For my visit"
    assert (says.questions, says.measured, says.notes, says.allergies, says.damaged) == ((), (), (), NOTHING, 0)
    assert (says.symptoms.heading, says.treatments.now, says.treatments.doses) == ("", (), ())
    assert (says.name, says.born) == ("", "")


def test_levels_are_beside_the_same_number_of_days_before() -> None:
    before = levels("nausea", SPAN.before.since, "1" * 15)
    says = content(shot(*before, *levels("nausea", NOVEMBER_3, "3" * 17)))
    (row,) = says.symptoms.rows
    assert (row.word, row.symptom.text, row.affected, row.severe) == (
        "Worse",
        "Feeling sick (nausea)",
        "17 of 17",
        "17",
    )
    assert (row.worst_now.text, row.worst_before.text) == ("Severe", "Mild")
    assert says.symptoms.compared == "Compared with the 21 days before it (13 Oct to 2 Nov, logged on 15)."


def test_nothing_before_is_said_and_never_called_none() -> None:
    says = content(shot(*levels("nausea", NOVEMBER_3, "222"), first_answered={"nausea": NOVEMBER_3}))
    (row,) = says.symptoms.rows
    assert (row.word, row.worst_before.text) == ("New (first logged)", "not logged")
    assert says.symptoms.compared == "Nothing was logged in the 21 days before it (13 Oct to 2 Nov)."


def test_what_stayed_the_same_is_one_sentence_in_todays_order() -> None:
    found = []
    for scale in ("nausea", "fatigue"):
        found += levels(scale, SPAN.before.since, "1" * 10) + levels(scale, NOVEMBER_3, "1" * 10)
    says = content(shot(*found, profile=Profile(rows=("fatigue", "nausea"))))
    assert says.symptoms.rows == ()
    assert says.symptoms.same.text == (
        "About the same: tiredness (worst Mild, 10 of 10 days), feeling sick (nausea) (worst Mild, 10 of 10)."
    )


def test_only_none_is_listed_nowhere_and_that_is_said() -> None:
    says = content(shot(*levels("nausea", NOVEMBER_3, "0" * 17)))
    assert says.symptoms.rows == ()
    assert says.symptoms.nothing == "No symptom to list: logged as None, or on too few days to compare."


def test_a_name_of_ones_own_keeps_its_letters_inside_a_sentence() -> None:
    own = "other:Jaw Pain [level]"
    rows = [*levels(own, SPAN.before.since, "1" * 9), *levels(own, NOVEMBER_3, "1" * 9)]
    assert "Jaw Pain (worst Mild" in content(shot(*rows)).symptoms.same.text


def test_weeks_are_a_sentence_of_their_own_and_compared_with_nothing() -> None:
    weeks = [Reading(scale="fatigue", day=dt.date(2026, 11, on), level=3, period=Recall.WEEK) for on in (9, 16)]
    says = content(shot(*weeks))
    assert says.symptoms.weeks.text == "About whole weeks: tiredness (2 answers, worst Severe)."
    assert (says.symptoms.rows, says.symptoms.compared) == ((), "")


def test_days_logged_too_unwell_and_later_are_counted_apart() -> None:
    late = [Reading(scale="pain", day=NOVEMBER_3, level=1, utc_offset="+00:00",
                    written_at=dt.datetime(2026, 11, 6, tzinfo=dt.UTC))]  # fmt: skip
    says = content(shot(*late, *levels("pain", dt.date(2026, 11, 4), "1"), days=(
        Day(day=dt.date(2026, 11, 6), too_unwell=True), Day(day=dt.date(2026, 11, 7), too_unwell=True))))  # fmt: skip
    assert says.period == (
        "3 to 23 Nov 2026. Logged on 2 of 21 days; 2 more days I was too unwell to log; 1 day added later."
    )


@pytest.mark.parametrize(
    ("texts_given", "printed"),
    [
        (["Why?", "  ", "When?"], ["Why?", "When?"]), (["<b>$x$</b>"], ["<b>$x$</b>"]),
        (["a\nb\tc"], ["a b c"]), (["x" * 400], ["x" * 159 + "…"]),
    ],
)  # fmt: skip
def test_questions_stand_in_her_order_on_one_line_each(texts_given: list[str], printed: list[str]) -> None:
    asked = tuple(Question(text=text, order=at) for at, text in enumerate(texts_given))
    assert texts(content(shot(questions=asked)).questions) == printed


def test_asked_and_binned_questions_are_not_printed() -> None:
    rows = (Question(text="done", asked=True), binned(Question(text="thrown away")), Question(text="open"))
    assert texts(content(shot(questions=rows)).questions) == ["open"]


def test_only_starred_notes_that_are_not_private_are_printed_newest_first() -> None:
    def note(text: str, day: str | None, **more: Any) -> Note:
        return Note(text=text, day=PartialDate(day) if day else None, **{"for_doctor": True, **more})

    rows = (note("old", "2026-11-04"), note("new", "2026-11-17"), note("about", "2026-11"), note("whenever", None),
            note("hidden", "2026-11-18", private=True), note("plain", "2026-11-18", for_doctor=False),
            binned(note("gone", "2026-11-18")))  # fmt: skip
    assert texts(content(shot(notes=rows)).notes) == [
        "“new” (17 Nov)", "“old” (4 Nov)", "“about” (November 2026)", "“whenever”",
    ]  # fmt: skip


def test_the_name_is_printed_only_for_whom_it_was_ticked() -> None:
    profile = Profile(name="Ana Test", birth_year=1961)
    assert (content(shot(profile=profile)).name, content(shot(profile=profile)).born) == ("", "")
    ticked = content(shot(profile=profile), name_on_page=True)
    assert (ticked.name, ticked.born) == ("Ana Test", "1961")
    assert content(shot(), name_on_page=True).born == ""


def test_allergies_stand_on_one_line_as_they_were_typed() -> None:
    profile = Profile(allergies=("penicillin (rash)", "latex"))
    assert content(shot(profile=profile)).allergies.text == "penicillin (rash), latex"


@pytest.mark.parametrize(
    ("visit", "heading"),
    [
        (Visit(day=PartialDate("2026-11-25")), "For my visit: oncologist, Wed 25 Nov 2026"),
        (Visit(day=PartialDate("2026-12~"), kind="nurse"), "For my visit: nurse, about December 2026"),
        (Visit(kind="scan"), "For my visit: scan"), (Visit(kind="other", who="Dr Okafor"), "For my visit: Dr Okafor"),
        (Visit(kind="other"), "For my visit"),
    ],
)  # fmt: skip
def test_the_title_says_no_more_of_the_visit_than_is_known(visit: Visit, heading: str) -> None:
    assert content(shot(visit=visit)).heading.text == heading


@pytest.mark.parametrize(
    ("readings", "line"),
    [
        ([number("temperature", 5, "37.1"), number("temperature", 14, "38.4")],
         "Temperature: highest 38.4 °C on 14 Nov (2 readings)."),
        ([number("weight", 3, "72.5")], "Weight: 72.5 kg on 3 Nov."),
        ([number("weight", 3, "72.5"), number("weight", 21, "69.8")], "Weight: 72.5 kg on 3 Nov, 69.8 kg on 21 Nov."),
        ([number("cea", 5, "0.5", comparator="<")],
         "CEA: below 0.5 ng/mL on 5 Nov."),
        ([number("hemoglobin", 5, "11.2", range_low=Decimal("11.7"), range_high=Decimal("15.7"))],
         "Hemoglobin: 11.2 g/dL on 5 Nov (lab's range 11.7 to 15.7)."),
        ([number("hemoglobin", 5, "11.2", range_text="12 or more")],
         "Hemoglobin: 11.2 g/dL on 5 Nov (lab's range 12 or more)."),
    ],
)  # fmt: skip
def test_what_was_measured_is_said_with_its_days(readings: list[Reading], line: str) -> None:
    assert texts(content(shot(*readings)).measured) == [line]


def test_a_measure_outside_of_the_period_or_not_answered_is_not_said() -> None:
    rows = [replace(number("weight", 3, "72.5"), day=dt.date(2026, 10, 20)),
            Reading(scale="weight", day=NOVEMBER_3, state=Answer.SKIPPED)]  # fmt: skip
    assert content(shot(*rows)).measured == ()


@pytest.mark.parametrize(
    ("comparison", "said"),
    [(Comparison.AT_OR_ABOVE, "38.0 or above"), (Comparison.ABOVE, "above 38.0"),
     (Comparison.AT_OR_BELOW, "38.0 or below"), (Comparison.BELOW, "below 38.0")],
)  # fmt: skip
def test_a_rule_of_the_team_is_said_in_its_words_when_it_was_met(comparison: Comparison, said: str) -> None:
    rule = PlanRule(scale="temperature", comparison=comparison, value=Decimal("38.0"), unit="Cel", words="call",
                    met=("2026-11-14T08:05+01:00 called", "2026-01-01 called", "nonsense"))  # fmt: skip
    assert texts(content(shot(plan_rules=(rule,))).measured) == [
        f"Temperature: Team's rule “{said}: call”: met 14 Nov, called."
    ]


@pytest.mark.parametrize(
    ("visits", "said"),
    [
        ([], ""), ([("2026-11-03", "4")], "At a clinic on 1 of 21 days (4 hours)."),
        ([("2026-11-03", "1")], "At a clinic on 1 of 21 days (1 hour)."),
        ([("2026-11-03", None)], "At a clinic on 1 of 21 days."),
        ([("2026-11-03", "4"), ("2026-11-03", "1.5")], "At a clinic on 1 of 21 days (5.5 hours)."),
        ([("2026-11-03", "4"), ("2026-11-04", None)], "At a clinic on 2 of 21 days (4 hours for 1 of 2 visits)."),
        ([("2026-10-01", "4"), ("2026-11", "4")], ""),
    ],
)  # fmt: skip
def test_days_at_the_clinic_are_civil_days(visits: list[tuple[str, str | None]], said: str) -> None:
    rows = tuple(Visit(day=PartialDate(on), hours_away=Decimal(hours) if hours else None) for on, hours in visits)
    assert clinic_days(rows, SPAN).text == said


def test_doses_are_counted_as_they_were_answered_and_what_was_not_logged_is_not_missed() -> None:
    steps = (step(CAPE, StepKind.START, "2026-10-20", "1500", on_off(14, 7)),)
    doses = (
        *(dose(CAPE, at, state) for at, state in enumerate("ttltm", start=3)),
        replace(dose(CAPE, 9, "s"), reason="felt_unwell"),
        replace(dose(CAPE, 10, "t"), state=DoseState.HELD),
    )
    says = content(shot(therapies=(CAPE,), steps=steps, doses=doses))
    assert texts(says.treatments.doses) == [
        "Capecitabine doses: taken 4 of 6 (1 late), 1 missed, 1 skipped (felt unwell), 1 held."
    ]
    assert content(shot(therapies=(CAPE,), steps=steps)).treatments.doses == ()


def test_a_dose_outside_the_plan_stands_apart() -> None:
    steps = (step(CAPE, StepKind.START, "2026-10-20", "1500", on_off(14, 7)),)
    extra = Dose(therapy_id=CAPE.id, at=Moment(dt.date(2026, 11, 4)))
    says = content(shot(therapies=(CAPE,), steps=steps, doses=(dose(CAPE, 3, "t"), extra)))
    assert texts(says.treatments.doses) == ["Capecitabine doses: taken 1 of 1, 1 outside the plan."]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-11-03", "Day 1 of 21, cycle 1"), ("2026-11-16", "Day 14 of 21, cycle 1"),
        ("2026-11-17", "Day 15 of 21, cycle 1, week off"), ("2026-11-23", "Day 21 of 21, cycle 1, week off"),
        ("2026-11-24", "Day 1 of 21, cycle 2"), ("2026-11-02", ""),
    ],
)  # fmt: skip
def test_the_day_of_a_cycle_is_counted_from_its_first(today: str, words: str) -> None:
    steps = in_order([step(CAPE, StepKind.START, "2026-11-03", "1500", on_off(14, 7))])
    assert cycle_day(steps, dt.date.fromisoformat(today)) == words


def test_texts_on_their_way_to_paper_remember_that_they_were_cut() -> None:
    long = typed("word " * 40, 20)
    assert long.shortened
    assert len(long.text) <= 20
    assert filled("{a} and {b}", a=long, b="c").shortened
    assert joined([Said("a"), NOTHING, Said("b")], ", ") == Said("a, b")
    assert [sentence(Said(text)).text for text in ("a", "a.", "a?", "a…", "")] == ["a.", "a.", "a?", "a…", ""]
    assert typed("   ") == NOTHING

"""What the Visit Brief says: its parts, its sentences, and what it keeps to itself."""

import datetime as dt
from dataclasses import replace

import pytest

from mbc_journal import report
from mbc_journal.records import (
    Day,
    Note,
    Profile,
    Question,
    Recall,
    Snapshot,
    Span,
    Visit,
)
from tests.report_journals import SCALES, SPAN, TODAY, WRITTEN, day, empty, example, levels, number
from tests.report_said import logged, said

BANNED = ("high,", "low,", "normal", "improved", "stable", "progression", "failed", "compliance", "score", "grade", "%")


def test_the_example_of_the_design_is_said_word_for_word() -> None:
    lines = said(example())
    assert lines[:4] == [
        "For my visit: oncologist, Wed 25 Nov 2026",
        "Made-up data",
        "3 to 23 Nov 2026. Logged on 18 of 21 days; 2 more days I was too unwell to log.",
        "What matters to me now: to dance at the wedding in May",
    ]
    for line in (
        "My questions: please look at these first",
        "Since my last visit, 2 Nov 2026",
        "Compared with the 21 days before it (13 Oct to 2 Nov, logged on 14).",
        "About the same: tiredness (worst Moderate, 13 of 16 days), pain (worst Mild, 8 of 16).",
        "2. Denosumab 120 mg, every 28 days. Last: Tue 3 Nov. Next: Tue 1 Dec.",
        "3. Ondansetron 8 mg, as needed. Taken on 5 days.",
        "Capecitabine doses: taken 14 of 17 (1 late), 2 missed, 1 skipped (felt unwell).",
        "Temperature: highest 38.4 °C on 14 Nov (2 readings). Team's rule “38.0 or above: call”: met 14 Nov, called.",
        "Weight: 72.5 kg on 3 Nov, 69.8 kg on 21 Nov.",
        "CA 15-3: 48 U/mL on 18 Nov (lab's range 0 to 31).",
        "At a clinic on 3 of 21 days (9 hours).",
        "“Could not button my coat on three mornings.” (17 Nov)",
        "Allergies: penicillin (rash)",
    ):
        assert line in lines


def test_the_changes_stand_in_the_order_of_the_design() -> None:
    rows = [line for line in said(example()) if line.startswith("Change: ")]
    assert rows[0] == (
        "Change: New; Symptom: Sore mouth or throat; Worst now: Moderate; Worst before: None;"
        " Days affected: 4 of 16; Days severe: 0"
    )
    assert [row.split(";")[0] for row in rows] == [
        f"Change: {word}" for word in ("New", "Worse", "Worse", "Better", "Gone")
    ]


def test_words_of_judgement_are_never_ours() -> None:
    text = "\n".join(said(example())).casefold()
    assert [word for word in BANNED if word in text] == []


def test_nothing_logged_is_said_and_empty_parts_have_no_heading() -> None:
    lines = said(empty())
    assert lines[:3] == [
        "For my visit",
        "3 to 23 Nov 2026. Nothing was logged in these 21 days.",
        "My questions: please look at these first",
    ]
    assert len(lines) == 4
    assert lines[3].startswith("Written by the person named above")


def test_days_only_too_unwell_are_not_logged_days() -> None:
    days = tuple(Day(day=SPAN.since + dt.timedelta(days=n), too_unwell=True) for n in range(3))
    assert "3 to 23 Nov 2026. Logged on 0 of 21 days; 3 more days I was too unwell to log." in said(logged(days=days))


def test_an_entry_written_later_is_counted() -> None:
    late = levels("pain", SPAN.since, "1")
    late[0].written_at = WRITTEN
    assert "3 to 23 Nov 2026. Logged on 1 of 21 days; 1 day added later." in said(logged(*late))


def test_not_answered_is_never_none() -> None:
    lines = said(logged(*levels("pain", SPAN.since, "2222222.------"), first_answered={"pain": dt.date(2025, 1, 1)}))
    row = next(line for line in lines if "Symptom: Pain" in line)
    assert "Change: No comparison" in row
    assert "Worst before: not logged" in row
    assert "Days affected: 7 of 7" in row


def test_a_first_answer_is_new_and_says_so() -> None:
    lines = said(logged(*levels("pain", SPAN.since, "1232")))
    assert any(line.startswith("Change: New (first logged); Symptom: Pain") for line in lines)


def test_answers_about_a_week_are_not_compared() -> None:
    readings = levels("pain", SPAN.since, "4")
    readings[0].period = Recall.WEEK
    assert not [line for line in said(logged(*readings)) if "Pain" in line]


def test_where_nothing_can_be_listed_the_page_says_why() -> None:
    lines = said(logged(*levels("pain", SPAN.since, "0000")))
    assert "No symptom to list: logged as None, or on too few days to compare." in lines


def test_counts_have_no_severe_days() -> None:
    readings = [number("loose-stools", SPAN.since + dt.timedelta(days=n), "4", "times a day") for n in range(8)]
    row = next(line for line in said(logged(*readings)) if "Loose stools" in line)
    assert "Worst now: 4 times a day" in row
    assert "Days severe" not in row


@pytest.mark.parametrize(
    ("visit", "title"),
    [
        (None, "For my visit"),
        (Visit(day=day("2026-12"), kind="blood_test"), "For my visit: blood test, December 2026"),
        (Visit(day=None, kind="family_doctor"), "For my visit: family doctor"),
        (Visit(day=day("2026-11-25"), kind="other", who="Dr Rivera"), "For my visit: Dr Rivera, Wed 25 Nov 2026"),
        (Visit(day=None, kind="other"), "For my visit"),
    ],
)
def test_the_title_names_the_visit_as_far_as_it_is_known(visit: Visit | None, title: str) -> None:
    assert said(logged(visit=visit))[0] == title


@pytest.mark.parametrize(
    ("span", "heading"),
    [
        (Span(TODAY - dt.timedelta(days=27), TODAY), "In the last 4 weeks"),
        (Span(dt.date(2026, 9, 1), dt.date(2026, 9, 30)), "1 to 30 Sep 2026"),
    ],
)
def test_a_period_without_a_visit_is_named(span: Span, heading: str) -> None:
    readings = tuple(levels("pain", span.since, "123"))
    assert heading in said(Snapshot(profile=Profile(), span=span, today=TODAY, readings=readings))


def test_questions_already_asked_are_left_out() -> None:
    questions = (Question(text="Old?", asked=True), Question(text="New?"), Question(text="  "))
    lines = said(logged(questions=questions))
    assert "1. New?" in lines
    assert not [line for line in lines if "Old?" in line]


def test_name_and_birth_year_only_if_ticked() -> None:
    shot = logged(profile=Profile(name="Ana Test", birth_year=1961))
    assert not [line for line in said(shot) if "Ana" in line or "1961" in line]
    lines = said(shot, name_on_page=True)
    assert "Name Ana Test" in lines
    assert "Born 1961" in lines


def test_what_is_hidden_on_screen_is_printed_only_if_ticked() -> None:
    shot = replace(example(), profile=Profile(hidden=("markers", "weight", "pain")))
    lines = said(shot)
    assert not [line for line in lines if "CA 15-3" in line or "Weight" in line or "pain" in line.casefold()]
    lines = said(shot, show_hidden=frozenset({"markers", "weight", "pain"}))
    assert [line for line in lines if line.startswith("CA 15-3")]
    assert [line for line in lines if line.startswith("Weight")]
    assert [line for line in lines if "pain (worst Mild" in line]


def test_unstarred_private_and_other_notes_stay_in_the_journal() -> None:
    notes = (
        Note(day=day("2026-11-10"), text="canary one"),
        Note(day=day("2026-11-10"), text="canary two", for_doctor=True, private=True),
        Note(day=day("2026-11-11"), text="for the doctor", for_doctor=True),
    )
    lines = said(logged(notes=notes))
    assert "“for the doctor” (11 Nov)" in lines
    assert "canary" not in " ".join(lines)


@pytest.mark.parametrize("tick", ["matters", "questions", "symptoms", "treatments", "measured", "notes", "allergies"])
def test_each_part_can_be_left_out(tick: str) -> None:
    first_words = {
        "matters": "What matters", "questions": "My questions", "symptoms": "Since my last", "measured": "Measured",
        "treatments": "Treatments now", "notes": "Notes I starred", "allergies": "Allergies",
    }[tick]  # fmt: skip
    assert [line for line in said(example()) if line.startswith(first_words)]
    assert not [line for line in said(example(), **{f"include_{tick}": False}) if line.startswith(first_words)]


def test_damaged_entries_that_are_left_out_are_counted() -> None:
    assert "1 entry is left out because it is damaged in the file." in said(logged(damaged=1))


def test_helpers_are_named_in_the_footer() -> None:
    readings = levels("pain", SPAN.since, "123")
    readings[0].written_by = "my sister"
    assert "from their own entries (1 written by my sister)." in said(logged(*readings))[-1]
    readings[1].written_by = "Tom"
    assert "from their own entries (2 written by 2 helpers)." in said(logged(*readings))[-1]


def test_the_last_line_names_what_one_page_leaves_out() -> None:
    questions = tuple(Question(order=n, text=f"Question {n}?") for n in range(9))
    notes = tuple(Note(day=day("2026-11-10"), text="x" * 300, for_doctor=True) for _n in range(4))
    lines = said(logged(questions=questions, notes=notes), large=False)
    left_out = "To stay on one page this leaves out: questions (3), notes (2)."
    assert f"{left_out} 2 texts were shortened. All of it is in my journal." in lines


def test_the_paper_is_the_chosen_one_else_the_profiles() -> None:
    letter = logged(profile=Profile(paper="letter"))
    assert report.render("brief", letter, report.Options(scales=SCALES), TODAY).paper == "letter"
    assert report.render("brief", letter, report.Options(scales=SCALES, paper="a4"), TODAY).paper == "a4"
    assert report.render("brief", logged(), report.Options(scales=SCALES), TODAY).paper == "a4"


def test_answers_about_whole_weeks_are_said_and_drawn_where_no_day_is_logged() -> None:
    weeks = [
        reading
        for scale, values in (("nausea", "1......2"), ("fatigue", "3......1......0"), ("cough", "0......0"))
        for reading in levels(scale, SPAN.since, values)
    ]
    for reading in weeks:
        reading.period = Recall.WEEK
    lines = said(logged(*weeks), include_charts=True)
    assert (
        "About whole weeks: tiredness (3 answers, worst Severe), feeling sick (nausea) (2 answers, worst Moderate)."
        in (lines)
    )
    assert not any(line.startswith(("Change: ", "About the same", "No symptom", "Compared with")) for line in lines)
    pictures = [line for line in lines if "Answers about a whole week: 3, worst Severe, the week to 3 Nov." in line]
    assert len(pictures) == 1


def test_what_was_never_answered_has_no_heading_of_its_own() -> None:
    lines = said(logged(*levels("fatigue", SPAN.since, "---")))
    assert not any(line.startswith(("No symptom", "In the last", "3 to 23 Nov 2026")) for line in lines[3:])


def test_a_period_of_one_day_is_said_as_one_day() -> None:
    one = Span(TODAY, TODAY)
    lines = said(logged(*levels("fatigue", TODAY - dt.timedelta(days=1), "22"), span=one))
    assert "23 Nov 2026. Logged on 1 of 1 day." in lines
    assert "Compared with the day before it (22 Nov, logged on 1)." in lines
    assert "23 Nov 2026. Nothing was logged on this day." in said(logged(span=one))


def test_an_earlier_period_does_not_say_when_a_treatment_was_last_given() -> None:
    earlier = replace(example(), span=Span(dt.date(2026, 10, 1), dt.date(2026, 10, 20)))
    assert "2. Denosumab 120 mg, every 28 days. Next: Tue 1 Dec." in said(earlier)


def test_a_long_name_never_cuts_the_day_of_the_visit() -> None:
    visit = Visit(day=day("2026-11-25"), kind="other", who="Dr " + "Longname " * 9)
    assert said(logged(visit=visit))[0].endswith("…, Wed 25 Nov 2026")

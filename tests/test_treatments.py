"""What is said of treatments: now, before, over time."""

import datetime as dt
from decimal import Decimal

import pytest

from mbc_journal import treatments
from mbc_journal.catalogue import Catalogue
from mbc_journal.records import Span, Step, Therapy
from mbc_journal.schedule import State
from mbc_journal.treatments import Course, Past
from tests.treatment_steps import day, every, on_off, step, therapy

TODAY = day("2026-11-26")
FOURTEEN_OF_21 = on_off(14, 7, per_day=2)


def course(of: Therapy, *steps: Step, today: dt.date = TODAY) -> Course:
    """The one course of a therapy."""
    return treatments.courses([of], steps, today)[0]


def past(*pairs: tuple[Therapy, list[Step]]) -> list[Past]:
    """What is over, of therapies with their steps."""
    known = treatments.courses([of for of, _steps in pairs], [one for _of, steps in pairs for one in steps], TODAY)
    return list(treatments.taken_before(known))


def test_now_says_since_when_how_much_how_often_and_what_it_was_before() -> None:
    drug = therapy("Capecitabine")
    start = step(drug, "start", "2024-03~", "1800 mg", schedule={**FOURTEEN_OF_21, "words": "morning and evening"})
    lower = step(drug, "dose_change", "2026-11-15", "1500 mg")
    said = treatments.now_words(course(drug, start, lower))
    assert said == "since about March 2024. 1500 mg, morning and evening. Before 15 Nov: 1800 mg."


def test_a_change_in_another_year_is_said_with_its_year() -> None:
    drug = therapy("Letrozole")
    start, lower = step(drug, "start", "2022", "5 mg"), step(drug, "dose_change", "2025-11", "2.5 mg")
    assert "Before November 2025: 5 mg." in treatments.now_words(course(drug, start, lower))


def test_a_change_of_the_plan_alone_names_the_plan_before() -> None:
    drug = therapy("Denosumab")
    start = step(drug, "start", "2025-01-06", "120 mg", schedule=every(28))
    rarer = step(drug, "dose_change", "2026-06-01", schedule=every(84))
    said = treatments.now_words(course(drug, start, rarer))
    assert said == "since 6 Jan 2025. 120 mg, every 84 days. Before 1 Jun: every 28 days."


def test_a_plan_nobody_counts_is_said_as_it_was_typed() -> None:
    drug = therapy("Herbal drops")
    start = step(drug, "start", None, note="ten drops after meals")
    assert treatments.now_words(course(drug, start)) == "ten drops after meals."


def test_a_hold_is_said_with_its_reason() -> None:
    drug = therapy("Palbociclib")
    steps = [
        step(drug, "start", "2026-01-05", "125 mg"),
        step(drug, "hold", "2026-11-08", reason="blood_counts", reason_words="too low."),
    ]
    held = course(drug, *steps)
    assert held.state is State.ON_HOLD
    assert treatments.now_words(held).endswith('On hold since 8 Nov 2026: blood counts ("too low").')


def test_a_treatment_without_any_step_is_taken_now_and_nothing_is_made_up() -> None:
    bare = course(therapy("Something"))
    assert treatments.taken_now([bare]) == (bare,)
    assert treatments.now_words(bare) == "No dates or doses yet."


def test_a_planned_start_is_said_as_planned() -> None:
    drug = therapy("Fulvestrant")
    assert treatments.now_words(course(drug, step(drug, "start", "2027-01-05"))) == "planned from 5 Jan 2027."


def test_kind_and_route_are_said_in_words(catalogue: Catalogue) -> None:
    drug = therapy("Denosumab", kind="bone")
    known = course(drug, step(drug, "start", "2026-01-05", route="under-skin"))
    assert treatments.kind_words(known, catalogue) == "bone-strengthening, under the skin"
    assert treatments.kind_words(course(therapy("Drops")), catalogue) == ""


def test_a_brand_is_said_behind_dose_and_plan() -> None:
    drug = therapy("Capecitabine")
    known = course(drug, step(drug, "start", "2026-01-05", "1500 mg", brand="Xeloda"))
    assert treatments.dosage_words(known) == "1500 mg, as Xeloda"


def test_a_line_that_is_over_is_one_row_with_its_days_as_typed_and_why_it_ended() -> None:
    first, second = therapy("Palbociclib", line=1), therapy("Letrozole", line=1)
    ended = {"reason": "stopped_working", "reason_words": "grew on the scan"}
    rows = past(
        (first, [step(first, "start", "2022"), step(first, "stop", "2024-02", **ended)]),
        (second, [step(second, "start", "2022"), step(second, "stop", "2024-02", **ended)]),
    )
    assert [row.line.name for row in rows] == ["Letrozole + Palbociclib"]
    assert treatments.past_words(rows[0]) == (
        'first line, 2022 to February 2024. Stopped: it stopped working ("grew on the scan").'
    )


def test_what_is_stopped_stands_under_before_while_the_line_goes_on() -> None:
    gone, kept = therapy("Docetaxel", line=1), therapy("Trastuzumab", line=1)
    rows = past(
        (gone, [step(gone, "start", "2026-01"), step(gone, "stop", "2026-06")]),
        (kept, [step(kept, "start", "2026-01")]),
    )
    assert [row.line.name for row in rows] == ["Docetaxel"]


def test_the_doctors_words_are_repeated_unless_nothing_was_told() -> None:
    drug = therapy("Paclitaxel")
    told = step(drug, "stop", "2026-03-01", best_response="smaller")
    start = step(drug, "start", "2026-01-01")
    assert treatments.past_words(past((drug, [start, told]))[0]).endswith("As the doctor put it: smaller.")
    silent = step(drug, "stop", "2026-03-01", best_response="not told")
    assert treatments.past_words(past((drug, [start, silent]))[0]) == "1 Jan to 1 Mar 2026. Stopped."


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2022", None, "since 2022, until a day not known. Stopped."),
        (None, "2024-02", "until February 2024. Stopped."),
        (None, None, "Stopped."),
        ("2024-02~", "2024-05-03", "about February 2024 to 3 May 2024. Stopped."),
    ],
)
def test_days_not_known_are_never_made_up(since: str | None, until: str | None, said: str) -> None:
    drug = therapy("Epirubicin")
    assert treatments.past_words(past((drug, [step(drug, "start", since), step(drug, "stop", until)]))[0]) == said


def test_a_course_that_came_to_its_end_is_finished() -> None:
    drug = therapy("Radiation", kind="radiation")
    plan = {"kind": "treatments", "words": "", "log_from": None, "first": None, "times": [], "count": 3,
            "weekdays": [1, 2, 3, 4, 5], "skip": []}  # fmt: skip
    rows = past((drug, [step(drug, "start", "2026-11-02", schedule=plan)]))
    assert treatments.past_words(rows[0]) == "2 to 4 Nov 2026. Finished."


def test_finished_as_planned_is_no_reason_to_call_it_stopped() -> None:
    drug = therapy("Antibiotic")
    steps = [step(drug, "start", "2026-11-02"), step(drug, "stop", "2026-11-07", reason="finished")]
    assert treatments.past_words(past((drug, steps))[0]) == "2 to 7 Nov 2026. Finished as planned."


def test_cancer_treatments_come_first_then_by_start() -> None:
    calcium, letrozole, capecitabine = (
        therapy("Calcium", intent="support"),
        therapy("Letrozole", kind="hormone"),
        therapy("Capecitabine", intent="cancer"),
    )
    steps = [step(calcium, "start", "2020"), step(letrozole, "start", "2023"), step(capecitabine, "start", "2022")]
    known = treatments.courses([calcium, letrozole, capecitabine], steps, TODAY)
    assert [one.therapy.name for one in known] == ["Capecitabine", "Letrozole", "Calcium"]


def test_lines_are_said_in_words_and_numbers_beyond_ten() -> None:
    assert [treatments.line_words(number) for number in (None, 1, 10, 11)] == [
        "",
        "first line",
        "tenth line",
        "line 11",
    ]


def test_the_time_axis_begins_in_the_month_of_the_first_treatment() -> None:
    drug = therapy("Letrozole")
    line = treatments.timeline([course(drug, step(drug, "start", "2024-03~"))], TODAY)
    assert line.span == Span(day("2024-03-01"), TODAY)
    assert [bar.therapy.name for bar in line.bars] == ["Letrozole"]


def test_a_journal_without_dates_still_has_an_axis() -> None:
    assert treatments.timeline([], TODAY).span == Span(day("2026-11-01"), TODAY)


@pytest.mark.parametrize(
    ("since", "most", "said"),
    [
        ("2022-01-01", 9, ["2022", "2023", "2024", "2025", "2026"]),
        ("2022-03-01", 2, ["2023", "2025"]),
        ("2026-09-01", 9, ["Sep 2026", "Oct 2026", "Nov 2026"]),
        ("2026-09-01", 0, ["Sep 2026"]),
    ],
)
def test_years_or_months_stand_under_the_axis_as_many_as_fit(since: str, most: int, said: list[str]) -> None:
    assert [mark.words for mark in treatments.marks(Span(day(since), TODAY), most)] == said


def test_the_story_row_says_in_words_what_the_bars_show() -> None:
    drug = therapy("Letrozole", line=1)
    steps = [step(drug, "start", "2022", "2.5 mg"), step(drug, "stop", "2024-02", reason="side_effects")]
    row = treatments.story_rows([course(drug, *steps)])[0]
    assert row.words == "Letrozole, first line, from 2022, to February 2024, 2.5 mg."
    assert (row.ended, row.begins, row.ends) == ("side effects", day("2022-01-01"), day("2024-02-01"))


def test_a_therapy_still_taken_has_no_end_to_sort_by() -> None:
    drug = therapy("Letrozole")
    row = treatments.story_rows([course(drug, step(drug, "start", "2022"))])[0]
    assert (row.until, row.ends, row.ended) == ("now", None, "")


def test_hostile_names_and_words_are_said_as_typed() -> None:
    hostile = "<b>\u202e#[x]\u0000 \U0001f600" + "x" * 200
    drug = therapy(hostile)
    known = course(drug, step(drug, "start", "2022", note=hostile, pieces=Decimal("0.5")))
    assert hostile in treatments.now_words(known)
    assert hostile in treatments.story_rows([known])[0].words

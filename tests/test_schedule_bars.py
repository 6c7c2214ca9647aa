"""Bars on the time axis, and lines of treatment."""

from collections.abc import Iterable

from mbc_journal import schedule
from mbc_journal.records import Span, Step, Therapy
from mbc_journal.schedule import Mode
from tests.treatment_steps import cycle_days, day, every, on_off, step, therapy

CAPE = therapy("Capecitabine", kind="chemotherapy", intent="cancer")
DENO = therapy("Denosumab", kind="bone", intent="bones")
YEAR = Span(day("2026-01-01"), day("2026-12-31"))


def stretches(of: Therapy, steps: Iterable[Step], span: Span = YEAR) -> list[tuple[str, str, Mode, str]]:
    return [
        (f"{one.since:%d %b %y}", f"{one.until:%d %b %y}", one.mode, one.dose)
        for one in schedule.bar(of, list(steps), span).segments
    ]


def test_a_bar_has_a_stretch_for_each_dose_and_an_empty_one_for_a_hold() -> None:
    steps = [
        step(CAPE, "start", "2026-10-18", "1800 mg"), step(CAPE, "hold", "2026-11-08"),
        step(CAPE, "dose_change", "2026-11-15", "1500 mg"), step(CAPE, "resume", "2026-11-15"),
    ]  # fmt: skip
    assert stretches(CAPE, steps) == [
        ("18 Oct 26", "07 Nov 26", Mode.ON, "1800 mg"),
        ("08 Nov 26", "14 Nov 26", Mode.HELD, ""),
        ("15 Nov 26", "31 Dec 26", Mode.ON, "1500 mg"),
    ]
    span = Span(day("2026-10-13"), day("2026-11-23"))
    assert schedule.bar_words(schedule.bar(CAPE, steps, span)) == (
        "Capecitabine: 18 Oct to 7 Nov; held 8 to 14 Nov; from 15 Nov."
    )


def test_partial_edges_are_soft_from_the_first_to_the_last_day_they_can_mean() -> None:
    steps = [step(CAPE, "start", "2021-03", "2.5 mg"), step(CAPE, "stop", "2024-02")]
    assert stretches(CAPE, steps, Span(day("2020-01-01"), day("2026-01-01"))) == [
        ("01 Mar 21", "31 Mar 21", Mode.SOFT, ""),
        ("01 Apr 21", "31 Jan 24", Mode.ON, "2.5 mg"),
        ("01 Feb 24", "29 Feb 24", Mode.SOFT, ""),
    ]


def test_a_dose_is_not_known_while_the_day_of_its_change_is_not() -> None:
    steps = [step(CAPE, "start", "2026-01-05", "150 mg"), step(CAPE, "dose_change", "2026-03", "100 mg")]
    assert stretches(CAPE, steps)[:3] == [
        ("05 Jan 26", "28 Feb 26", Mode.ON, "150 mg"),
        ("01 Mar 26", "31 Mar 26", Mode.SOFT, ""),
        ("01 Apr 26", "31 Dec 26", Mode.ON, "100 mg"),
    ]


def test_a_start_without_a_day_is_soft_until_something_is_known() -> None:
    assert stretches(CAPE, [step(CAPE, "start", None)]) == [("01 Jan 26", "31 Dec 26", Mode.SOFT, "")]
    steps = [step(CAPE, "start", None), step(CAPE, "stop", "2026-03-01")]
    assert stretches(CAPE, steps) == [("01 Jan 26", "28 Feb 26", Mode.SOFT, "")]
    assert stretches(CAPE, [step(CAPE, "start", None), step(CAPE, "stop", None)]) == []


def test_start_and_stop_in_the_same_unknown_month_invent_no_firm_day() -> None:
    steps = [step(CAPE, "start", "2026-03"), step(CAPE, "stop", "2026-03")]
    assert {mode for _since, _until, mode, _dose in stretches(CAPE, steps)} == {Mode.SOFT}


def test_days_off_are_left_empty_where_days_can_be_seen_and_the_treatment_is_said_as_one() -> None:
    steps = [step(CAPE, "start", "2026-01-12", schedule=on_off(14, 7, per_day=2))]
    bar = schedule.bar(CAPE, steps, Span(day("2026-01-12"), day("2026-03-06")))
    (segment,) = bar.segments
    assert segment.parts is not None
    assert [(f"{part.since:%d %b}", f"{part.until:%d %b}") for part in segment.parts] == [
        ("12 Jan", "25 Jan"), ("02 Feb", "15 Feb"), ("23 Feb", "06 Mar"),
    ]  # fmt: skip
    assert schedule.bar_words(bar) == "Capecitabine: from 12 Jan."
    (whole,) = schedule.bar(CAPE, steps, YEAR).segments
    assert whole.parts is None


def test_a_period_inside_a_week_off_draws_nothing_of_the_stretch() -> None:
    steps = [step(CAPE, "start", "2026-01-12", schedule=on_off(14, 7))]
    (segment,) = schedule.bar(CAPE, steps, Span(day("2026-01-27"), day("2026-01-30"))).segments
    assert segment.parts == ()


def test_bars_over_more_than_a_year_say_it_and_many_doses_are_counted() -> None:
    span = Span(day("2025-01-01"), day("2026-12-31"))
    going = schedule.bar(CAPE, [step(CAPE, "start", "2025-03-01")], span)
    doses = schedule.bar(DENO, [step(DENO, "start", "2025-01-12", schedule=every(84))], span)
    assert schedule.bar_words(going) == "Capecitabine: from 1 Mar 2025."
    assert schedule.bar_words(doses) == "Denosumab: 9 times, 12 Jan 2025 to 15 Nov 2026."
    few = schedule.bar(DENO, [step(DENO, "start", "2026-11-02", schedule=every(28))], YEAR)
    assert schedule.bar_words(few) == "Denosumab: 2 Nov and 30 Nov and 28 Dec.".replace(" and ", ", ", 1)


def test_what_is_given_on_single_days_is_ticks() -> None:
    steps = [step(DENO, "start", "2026-01-12", "120 mg", schedule=every(28)),
             step(DENO, "dose_change", "2026-03-20", schedule=every(12, "week", first="2026-06-01"))]  # fmt: skip
    bar = schedule.bar(DENO, steps, YEAR)
    assert bar.segments == ()
    assert [f"{one:%d %b}" for one in bar.ticks] == ["12 Jan", "09 Feb", "09 Mar", "01 Jun", "24 Aug", "16 Nov"]


def test_infusions_of_a_cycle_are_ticks_and_stop_with_a_hold() -> None:
    steps = [step(CAPE, "start", "2026-05-04", schedule=cycle_days([1, 8], 21)), step(CAPE, "hold", "2026-05-26"),
             step(CAPE, "resume", "2026-06-15"), step(CAPE, "stop", "2026-06-30")]  # fmt: skip
    bar = schedule.bar(CAPE, steps, YEAR)
    assert [f"{one:%d %b}" for one in bar.ticks] == ["04 May", "11 May", "25 May", "15 Jun", "22 Jun"]
    assert [one.mode for one in bar.segments] == [Mode.HELD]


def test_an_operation_is_one_tick() -> None:
    surgery = therapy("Mastectomy", kind="surgery", intent="cancer")
    bar = schedule.bar(surgery, [step(surgery, "start", "2026-03-03")], YEAR)
    assert (bar.segments, bar.ticks) == ((), (day("2026-03-03"),))


def test_a_plan_whose_first_day_is_not_known_is_drawn_as_a_bar() -> None:
    steps = [step(DENO, "start", "2026-01", schedule=every(28))]
    assert [mode for _since, _until, mode, _dose in stretches(DENO, steps)] == [Mode.SOFT, Mode.ON]


def test_cancer_treatments_come_first_then_the_earlier_start() -> None:
    letro, early = therapy("Letrozole", kind="hormone"), therapy("Palbociclib", kind="targeted", intent="cancer")
    steps = [step(DENO, "start", "2022-01-12"), step(CAPE, "start", "2024-03-01"), step(letro, "start", "2023-01-01"),
             step(early, "start", "2022-06-01")]  # fmt: skip
    found = schedule.bars([DENO, CAPE, letro, early], steps, YEAR)
    assert [bar.therapy.name for bar in found] == ["Palbociclib", "Letrozole", "Capecitabine", "Denosumab"]


def test_a_therapy_not_seen_in_the_period_has_no_bar() -> None:
    steps = [step(CAPE, "start", "2024-01-01"), step(CAPE, "stop", "2025-01-01")]
    assert schedule.bars([CAPE, DENO], steps, YEAR) == ()


def test_a_line_is_named_by_its_regimen_or_by_its_therapies_in_order_of_start() -> None:
    palbo, letro = (therapy(name, line=1, intent="cancer") for name in ("palbociclib", "letrozole"))
    steps = [
        step(palbo, "start", "2022-02"), step(letro, "start", "2022-01"), step(CAPE, "start", "2024-03~"),
        step(palbo, "stop", "2024-02", reason="stopped_working", best_response="grew on the scan"),
        step(letro, "stop", "2024-02", reason="stopped_working", best_response="grew on the scan"),
    ]  # fmt: skip
    now, before = schedule.lines([palbo, letro, CAPE], steps, day("2026-11-23"))
    assert (now.name, now.running) == ("Capecitabine", True)
    assert (before.name, before.running, before.number) == ("letrozole + palbociclib", False, 1)
    assert before.since is not None
    assert before.until is not None
    assert (before.since.text, before.until.text) == ("2022-01", "2024-02")
    assert (before.reasons, before.responses) == (("it stopped working",), ("grew on the scan",))
    palbo.regimen = letro.regimen = "Palbociclib and friend"
    assert schedule.lines([palbo, letro], steps, day("2026-11-23"))[0].name == "Palbociclib and friend"


def test_holds_and_changes_of_a_period_are_those_that_touch_it() -> None:
    steps = [
        step(CAPE, "start", "2026-02-02", "1800 mg"), step(CAPE, "hold", "2026-11-01"),
        step(CAPE, "resume", "2026-11-04"), step(CAPE, "dose_change", "2026-11-04", "1500 mg"),
        step(CAPE, "hold", "2026-12-20"),
    ]  # fmt: skip
    span = Span(day("2026-11-03"), day("2026-11-23"))
    assert [f"{one.since:%d %b}" for one in schedule.holds_in(steps, span)] == ["01 Nov"]
    assert [one.after.dose_words for one in schedule.changes_in(steps, span)] == ["1500 mg"]

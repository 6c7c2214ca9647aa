"""Who to call on paper: one page, whatever was typed; her own rows, or lines to write on; the lists of everyone."""

import os
import random
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from mbc_journal import call, report
from mbc_journal.records import Comparison, Contact, PlanRule, Profile, Snapshot
from mbc_journal.report import who_to_call
from mbc_journal.report.who_to_call import PLANS, Plan, own
from tests.report_journals import SCALES, SPAN, TODAY
from tests.report_pdf import MM, info, needs_poppler, pictures, raw_text, root, tags, words
from tests.report_reference import FOLDER
from tests.test_report_hostile import HOSTILE, words_of

GUIDE = call.load(FOLDER)
LINE = Contact(role="24-hour line", phone="555 0100", hours="day and night", call_first=True)
NURSE = Contact(role="nurse", name="Bea", phone="555 0123")
FEVER = PlanRule(
    scale="temperature", comparison=Comparison.AT_OR_ABOVE, value=Decimal("38.0"), unit="Cel", words="come at once",
    contact_id=LINE.id,
)  # fmt: skip
SWEEP = bool(os.environ.get("JOURNAL_SWEEP"))  # all hostile texts on both papers: half a minute
KINDS = [
    (kind, paper)
    for number, kind in enumerate(HOSTILE)
    for place, paper in enumerate(("a4", "letter"))
    if SWEEP or (number % 2 == 0 and number // 2 % 2 == place)
]
every_paper = pytest.mark.parametrize("paper", ["a4", "letter"])


def shot(*rows: Contact | PlanRule, **profile: Any) -> Snapshot:
    return Snapshot(
        profile=Profile(**profile), span=SPAN, today=TODAY,
        contacts=tuple(row for row in rows if isinstance(row, Contact)),
        plan_rules=tuple(row for row in rows if isinstance(row, PlanRule)),
    )  # fmt: skip


def printed(snapshot: Snapshot, paper: str = "a4", large: bool = False) -> report.Printout:
    return report.render(
        "who_to_call", snapshot, report.Options(scales=SCALES, guide=GUIDE, paper=paper, large=large), TODAY
    )


def hers(paper: str = "a4", large: bool = False) -> report.Printout:
    return printed(shot(LINE, NURSE, FEVER, Contact(role=call.EMERGENCY_ROLE, phone="112")), paper, large)


def typed_everywhere(text: str, rows: int = 30) -> Snapshot:
    """Numbers and rules of which every field holds the same text."""
    contacts = [Contact(role=text, name=text[::-1], phone=text, hours=text) for _row in range(rows)]
    rule = PlanRule(scale=f"other:{text} [level]", comparison=Comparison.ABOVE, value=Decimal(2), words=text)
    rules = [replace(rule, contact_id=contacts[0].id) for _row in range(rows)]
    return shot(*contacts, Contact(role=call.EMERGENCY_ROLE, phone=text), *rules, name=text)


# -- what is on it -----------------------------------------------------------------------------------------------


@needs_poppler
@every_paper
def test_it_is_one_tagged_page_with_every_list_in_order(paper: str, tmp_path: Path) -> None:
    page = hers(paper)
    known = info(page.pdf, tmp_path)
    assert (known["Pages"], known["Tagged"], page.remark) == ("1", "yes", "")
    assert root(page.pdf)["ua"] == "1"
    text = " ".join(raw_text(page.pdf, tmp_path).replace("\u200b", "").replace("\u00a0", " ").split())
    parts = [
        "Who to call", "My numbers", "24-hour line: 555 0100 day and night", "nurse: 555 0123 Bea",
        "What my team told me", "Temperature at or above 38.0 °C: “come at once”. Call: 24-hour line, 555 0100",
        "1 Emergency services if", "Call 112.", "2 Your team's line now if", "Not sure? Call your team.",
        "What to say when you call", "Good to know", "If thoughts turn dark", "Sources", "Not reviewed by a clinician.",
    ]  # fmt: skip
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_every_sign_note_and_crisis_line_is_on_it_with_badge_and_sources() -> None:
    lines = hers().text.replace("\u00a0", " ").splitlines()
    numbered = GUIDE.numbered()
    for said in GUIDE.shown():
        (line,) = {line for line in lines if line.startswith(call.words(said))}
        assert ("(not yet checked)" in line) is said.unchecked
        assert bool(said.source_ids) is line.endswith("]")
        assert said.source_ids or said.unchecked or said in GUIDE.to_say
    sources = lines[lines.index("Sources") + 1 :]
    assert sources[0].startswith("Checked on 23 Nov 2026.")
    for number in numbered.values():
        assert [line for line in sources if f"[{number}]" in line]


def test_where_nothing_was_typed_there_are_lines_to_write_on() -> None:
    page = printed(shot())
    lines = page.text.splitlines()
    assert page.pages == 1
    assert lines[1:5] == ["My numbers", "My team's line, day and night", "My clinic", "Someone near me"]
    assert "Call at a temperature of" in lines
    assert "Call your local emergency number." in lines
    assert "38.0" not in page.text.split("Emergency services if")[0]


def test_lines_to_write_on_go_once_there_is_a_number_or_a_rule() -> None:
    numbered, ruled = printed(shot(NURSE)).text, printed(shot(FEVER)).text
    assert "My clinic" not in numbered
    assert "Also call if" in numbered
    assert "My clinic" in ruled
    assert "Also call if" not in ruled


def test_the_lists_are_the_same_whatever_was_typed() -> None:
    def rest(page: report.Printout) -> str:
        return page.text.split("2  Your team's line now if")[1]

    assert rest(hers()) == rest(printed(shot()))


def test_a_made_up_journal_says_so() -> None:
    page = printed(shot(LINE, made_up=True))
    assert root(page.pdf)["title"] == "Who to call, 23 Nov 2026. Made-up data"
    assert "Made-up data" in page.text
    assert "Made-up" not in hers().text


def test_file_and_title_give_nothing_away() -> None:
    page = hers()
    assert page.name == "who-to-call-2026-11-23.pdf"
    assert root(page.pdf)["title"] == "Who to call, 23 Nov 2026"
    assert "555" not in str(root(page.pdf))


def test_without_the_lists_nothing_is_printed() -> None:
    with pytest.raises(KeyError):
        report.render("who_to_call", shot(), report.Options(scales=SCALES), TODAY)


def test_a_screen_reader_finds_headings_and_lists() -> None:
    found = [tag for tag, _more in tags(hers().pdf)]
    assert found.count("H1") == 1
    assert found.count("H2") == 8
    assert found.count("LI") >= len(GUIDE.shown())


@needs_poppler
@every_paper
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_no_word_is_outside_on_another_or_too_small(paper: str, large: bool, tmp_path: Path) -> None:
    width = 595.28 if paper == "a4" else 612.0
    side = (15 if paper == "a4" else 17.9) * MM
    for sheet in words(hers(paper, large).pdf, tmp_path):
        for number, word in enumerate(sheet):
            assert side - 0.5 <= word.left <= word.right <= width - side + 0.5, word
            assert not [other for other in sheet[number + 1 :] if word.overlaps(other)], word
        assert min(word.bottom - word.top for word in sheet if word.text.isalpha()) >= (14 if large else 8.5) * 0.95


def test_large_print_runs_on_and_holds_every_number_and_rule() -> None:
    rows = [Contact(role=f"line {number}", phone=f"555 {number}") for number in range(20)]
    rules = [replace(FEVER, id=row.id, words=f"rule {number}") for number, row in enumerate(rows)]
    page = printed(shot(*rows, *rules), large=True)
    text = page.text.replace("\u00a0", " ")
    assert page.pages > 2
    assert all(f"line {number}: 555 {number}" in text and f"“rule {number}”" in text for number in range(20))
    assert "leaves out" not in text


# -- hostile and long texts --------------------------------------------------------------------------------------


@needs_poppler
@pytest.mark.parametrize(("kind", "paper"), KINDS)
def test_any_text_in_every_field_stays_on_one_page_inside_its_margins(kind: str, paper: str, tmp_path: Path) -> None:
    page = printed(typed_everywhere(HOSTILE[kind]), paper)
    assert page.pages == 1
    assert root(page.pdf)["ua"] == "1"
    picture = pictures(page.pdf, tmp_path, 72)[0]
    side = int((15 if paper == "a4" else 17.9) * MM) - 1
    assert picture.is_white(0, side)
    assert picture.is_white(picture.width - side, picture.width)


@every_paper
@pytest.mark.parametrize("seed", range(8 if SWEEP else 2))
def test_mixed_texts_of_any_length_are_one_page(seed: int, paper: str) -> None:
    chance = random.Random(seed)
    some = words_of(chance)
    contacts = [Contact(role=some(60), name=some(60), phone=some(60), hours=some(60)) for _row in range(12)]
    rules = [replace(FEVER, id=contact.id, words=some(2_000), contact_id=contact.id) for contact in contacts]
    page = printed(shot(*contacts, *rules), paper)
    assert (page.pages, page.remark) == (1, "")


@every_paper
def test_the_widest_letters_everywhere_are_one_page_too(paper: str) -> None:
    assert printed(typed_everywhere("W" * 500), paper).pages == 1


@needs_poppler
def test_markup_is_printed_as_typed(tmp_path: Path) -> None:
    markup = "*b* #panic() $x$ @ref <l>"
    page = printed(shot(Contact(role=markup, phone="555 0100"), replace(FEVER, words=markup)))
    text = " ".join(raw_text(page.pdf, tmp_path).replace("\u200b", "").split())
    assert text.count(markup) == 2


def test_what_one_page_does_not_hold_is_counted() -> None:
    assert "leaves out" not in hers().text
    page = printed(typed_everywhere("a long text that goes on and on, " * 40))
    left_out = page.text.splitlines()[-2]
    plan = PLANS[page.plan]
    counted = f"numbers ({30 - plan.numbers}), rules ({30 - plan.rules})"
    assert left_out.startswith(f"To stay on one page this leaves out: {counted}. ")
    assert left_out.endswith(" texts were shortened. All of it is in my journal.")


# -- her own words, before they are set --------------------------------------------------------------------------


def own_words(*rows: Contact | PlanRule, plan: Plan = PLANS[0]) -> who_to_call.Own:
    return own(shot(*rows), SCALES, plan)


@pytest.mark.parametrize(
    ("contact", "words_of_it", "beside"),
    [
        (LINE, "24-hour line: 555\u00a00100", "day and night"),
        (NURSE, "nurse: 555\u00a00123", "Bea"),
        (Contact(name="Bea", phone="555", hours="8 to 16"), "Bea: 555", "8 to 16"),
        (Contact(phone="+49 30 1234"), "+49\u00a030\u00a01234", ""),
        (Contact(role="  ", phone="1" * 60), "", ""),
    ],
)
def test_a_number_is_said_with_whose_it_is_and_when(contact: Contact, words_of_it: str, beside: str) -> None:
    ((said, more),) = own_words(contact).numbers
    assert more.text == beside
    assert said.text == words_of_it or (not words_of_it and said.shortened)


@pytest.mark.parametrize("change", [{"words": ""}, {"contact_id": None}, {"words": "  ", "contact_id": None}])
def test_a_rule_says_only_what_was_typed(change: dict[str, Any]) -> None:
    (said,) = own_words(LINE, replace(FEVER, **change)).rules
    assert said.text.startswith("Temperature at or above 38.0 °C")
    assert ("“" in said.text) is bool(change.get("words", "x").strip())
    assert ("Call: " in said.text) is ("contact_id" not in change)


@pytest.mark.parametrize(("words_of_it", "between"), [("come", ". "), ("Come.", " "), ("now!", " ")])
def test_a_rule_has_one_full_stop_before_whom_to_call(words_of_it: str, between: str) -> None:
    (said,) = own_words(LINE, replace(FEVER, words=words_of_it)).rules
    assert said.text.endswith(f"“{words_of_it}”{between}Call: 24-hour line, 555 0100")


def test_a_plan_takes_the_first_rows_and_counts_the_others() -> None:
    some = [Contact(role=f"line {number}", phone="1") for number in range(5)]
    found = own_words(*some, FEVER, FEVER, plan=Plan(3, numbers=2, rules=1, room=8))
    assert [said.text for said, _more in found.numbers] == ["line 0: 1", "line 1: 1"]
    assert found.left_out == (3, 1)
    assert found.rules[0].text == "Temperature at or above 38.0 °C: “come at…”"
    assert found.shortened == 1


def test_plans_only_ever_hold_less() -> None:
    held = [(-plan.size, plan.numbers, plan.rules, plan.room) for plan in PLANS]
    assert all(all(b <= a for a, b in zip(one, two, strict=True)) for one, two in pairwise(held))

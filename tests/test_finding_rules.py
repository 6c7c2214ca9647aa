"""Find: places that marks stand on, excerpts in every script, what is hidden, private or behind the door."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbc_journal import finding
from mbc_journal.catalogue import Catalogue
from mbc_journal.finding import Excerpt, Kind, Result
from mbc_journal.paths import resources
from mbc_journal.records import ME, Note, NoteKind, PartialDate, Profile, Question, Therapy, Visit
from mbc_journal.reference import Reference
from mbc_journal.reference.search import Index
from mbc_journal.scales import Scales

TODAY = dt.date(2026, 3, 4)
CATALOGUE = Catalogue.load(resources() / "reference" / "en")
REFERENCE = Reference(CATALOGUE)
INDEX = Index(REFERENCE)
SCALES = Scales.load(resources() / "scales")
LETTERS = st.text(st.characters(codec="utf-8"), max_size=400)


def marked(found: Excerpt) -> list[str]:
    return [found.text[begin:end] for begin, end in found.marks]


def note(text: str, day: str | None = "2026-03-02", **more: Any) -> Result:
    fields: dict[str, Any] = {"text": text, "day": PartialDate(day) if day else None, **more}
    return finding.note(Note(**fields), "hands", TODAY)


# -- the words around the match ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Straße zur Klinik", "strasse", []),
        ("Cafe\u0301 and café", "cafe", ["Cafe", "café"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("שלום hands שלום", "שלום", ["שלום", "שלום"]),
        ("Ωμέγα", "ωμεγα", ["Ωμέγα"]),
        ("one two two-one", "two one", ["one", "two", "two", "one"]),
        ("pain painful unpainful", "pain", ["pain", "pain"]),
        ("a_b and ab", "b", ["b"]),
        ("38.2 °C on day 38", "38", ["38", "38"]),
        ("100% sure", "%", ["%"]),
        ("<b>hands</b>", "<b>", ["b", "b"]),
        ("gloves 🧤🧤", "🧤", ["🧤", "🧤"]),
        ("what (a) day?", "?", ["?"]),
    ],
)
def test_marks_stand_on_the_words_as_she_wrote_them(text: str, words: str, found: list[str]) -> None:
    assert marked(finding.around(text, words)) == found


@given(text=LETTERS, words=st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
def test_an_excerpt_is_one_short_line_whose_marks_lie_in_it_in_order(text: str, words: str) -> None:
    shown = finding.around(text, words)
    assert not {"\n", "\0"} & set(shown.text)
    assert len(shown.text) <= 160 + len("... ") + len(" ...")
    ends = [0, *(place for mark in shown.marks for place in mark)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(shown.text)


@pytest.mark.parametrize("before", [0, 39, 40, 41, 160, 5_000])
def test_wherever_the_match_stands_it_is_in_the_excerpt(before: int) -> None:
    text = ("x" * 9 + " ") * (before // 10) + "y" * (before % 10) + " gloves " + "z " * 300
    assert marked(finding.around(text, "gloves")) == ["gloves"]


def test_ten_thousand_letters_without_a_space_are_cut_round_the_match() -> None:
    shown = finding.around("a" * 5_000 + "-hands-" + "b" * 5_000, "hands")
    assert marked(shown) == ["hands"]
    assert shown.text.startswith("... a")
    assert shown.text.endswith("b ...")


@given(typed=st.text(max_size=600))
def test_what_is_asked_is_never_longer_than_two_hundred_letters_and_asking_again_changes_nothing(typed: str) -> None:
    asked = finding.asked(typed)
    assert len(asked) <= finding.LONGEST
    assert finding.asked(asked) == asked
    assert asked == asked.strip()
    assert "\0" not in asked


# -- groups -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "shown", "more"), [(1, 1, False), (8, 8, False), (9, 8, True), (200, 8, True)])
def test_a_group_says_that_there_are_more_only_where_there_are(count: int, shown: int, more: bool) -> None:
    found = {Kind.NOTE: [Result(Excerpt(str(n)), Excerpt(""), "journal") for n in range(count)]}
    (group,) = finding.grouped(found)
    assert (len(group.results), group.more) == (shown, more)
    (whole,) = finding.grouped(found, frozenset({Kind.NOTE}))
    assert (len(whole.results), whole.more) == (count, False)


def test_all_of_one_group_leaves_the_others_short() -> None:
    results = [Result(Excerpt(str(n)), Excerpt(""), "journal") for n in range(20)]
    groups = finding.grouped({Kind.REFERENCE: results, Kind.NOTE: results}, frozenset({Kind.REFERENCE}))
    assert [(group.kind, len(group.results)) for group in groups] == [(Kind.NOTE, 8), (Kind.REFERENCE, 20)]


def test_every_kind_has_its_words() -> None:
    assert set(finding.KINDS) == set(Kind)
    assert len(set(finding.KINDS.values())) == len(Kind)


# -- notes, questions, visits -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "more", "title"),
    [
        ("2026-03-02", {}, "2 Mar"),
        ("2025-03-02", {}, "2 Mar 2025"),
        ("2021-03~", {}, "about March 2021"),
        (None, {}, "no date"),
        ("2026-03-02", {"kind": NoteKind.HARD}, "2 Mar, Hard thing"),
        ("2026-03-02", {"written_by": "Ben"}, "2 Mar, written by Ben"),
        ("2026-03-02", {"private": True, "for_doctor": True}, "2 Mar, private: stays here"),
        ("2026-03-02", {"private": True, "written_by": "Anna"}, "2 Mar, private: stays here, written by Anna"),
        ("2026-03-02", {"written_by": ME}, "2 Mar"),
    ],
)
def test_a_note_is_titled_by_day_kind_and_marks(day: str | None, more: dict[str, Any], title: str) -> None:
    found = note("my hands", day, **more)
    assert found.title == Excerpt(title)
    assert (found.page, marked(found.detail)) == ("journal", ["hands"])


def test_a_match_in_a_tag_is_shown_with_the_tags() -> None:
    found = note("Cold gloves", tags=("hands", "chemo"))
    assert (found.detail.text, marked(found.detail)) == ("Cold gloves (hands, chemo)", ["hands"])


@pytest.mark.parametrize(
    ("answer", "asked", "detail"),
    [("", False, "Not asked yet"), ("  \n", True, "Asked"), ("Yes.\nOn Monday", True, "Yes. On Monday")],
)
def test_a_question_shows_its_answer_else_whether_it_was_asked(answer: str, asked: bool, detail: str) -> None:
    found = finding.question(Question(text="Can I swim?", answer=answer, asked=asked), "swim")
    assert (found.detail.text, found.page, marked(found.title)) == (detail, "visits", ["swim"])


@pytest.mark.parametrize(
    ("fields", "title", "detail"),
    [
        ({}, "Oncologist", ""),
        ({"kind": "reiki", "who": "Ida", "said": "Rest."}, "reiki", "Ida, Rest."),
        ({"said": "All well!", "changes": "none"}, "Oncologist", "All well! none"),
        ({"who": " ", "where": "Room 5"}, "Oncologist", "Room 5"),
    ],
)
def test_a_visit_tells_only_what_was_written_of_it(fields: dict[str, Any], title: str, detail: str) -> None:
    found = finding.visit(Visit(**fields), "rest", TODAY)
    assert (found.title.text.casefold(), found.detail.text) == (title.casefold(), detail)


# -- treatments, symptoms, reference ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("xeloda", ["Cape"]), ("capecitabin", ["Cape"]), ("capecitabene", ["Cape"]), ("green tea", ["Green tea"]),
        ("tea green", ["Green tea"]), ("sister said", ["Green tea"]), ("ea", []), ("", []), ("%", []), ("🍵", []),
    ],
)  # fmt: skip
def test_her_treatments_are_found_by_any_name_or_word_of_hers(words: str, found: list[str]) -> None:
    mine = [
        Therapy(reference_id="capecitabine", name="Cape", kind="chemotherapy"),
        Therapy(name="Green tea", kind="complementary", why="my sister said so"),
    ]
    assert [one.title.text for one in finding.treatments(mine, CATALOGUE, words)] == found


def test_a_treatment_of_an_id_that_is_no_longer_known_is_found_by_its_name_alone() -> None:
    mine = [Therapy(reference_id="gone-from-here", name="Oldmab", kind="no-such-kind")]
    (found,) = finding.treatments(mine, CATALOGUE, "oldm")
    assert (found.title.text, found.detail.text, found.page) == ("Oldmab", "no-such-kind", "treatments")
    assert found.row == mine[0].id


@pytest.mark.parametrize(
    ("scale", "words", "hidden", "page"),
    [
        ("fatigue", "tired", (), "symptoms"), ("weight", "weight", (), "results"), ("ca-15-3", "ca 15", (), "results"),
        ("fatigue", "tired", ("fatigue",), ""), ("weight", "weight", ("weight",), ""),
        ("ca-15-3", "ca 15", ("markers",), ""), ("ca-15-3", "ca 15", ("weight",), "results"),
        ("other:Metal taste [level]", "metal", (), "symptoms"),
        ("other:Metal taste [level]", "metal", ("other:Metal taste [level]",), ""),
        ("fatigue-impact", "tired", (), ""), ("fatigue", "zzzz", (), ""),
    ],
)  # fmt: skip
def test_what_was_logged_is_found_on_its_page_but_never_what_she_hid(
    scale: str, words: str, hidden: tuple[str, ...], page: str
) -> None:
    found = finding.symptoms({scale: dt.date(2026, 1, 5)}, SCALES, Profile(hidden=hidden), words)
    assert [one.page for one in found] == ([page] if page else [])
    assert all((one.scale, one.detail.text) == (scale, "logged since 5 Jan 2026") for one in found)


def test_nothing_logged_finds_no_symptom() -> None:
    assert finding.symptoms({}, SCALES, Profile(), "tired") == []


@pytest.mark.parametrize("words", ["survival", "how long do I have", "outlook", "median", "die"])
def test_no_words_lead_to_what_stands_behind_the_door(words: str) -> None:
    closed = {topic.title for topic in REFERENCE.topics if topic.opt_in}
    found = finding.reference(REFERENCE, INDEX.find(words).hits, words)
    assert closed
    assert not closed & {one.title.text for one in found}


def test_a_reference_result_names_what_kind_of_page_it_is() -> None:
    found = finding.reference(REFERENCE, INDEX.find("xeloda").hits, "xeloda")
    assert (found[0].title.text, found[0].detail.text) == ("Capecitabine", "Chemotherapy, Xeloda")
    assert (marked(found[0].detail), found[0].page) == (["Xeloda"], "reference")
    assert all(one.row is None for one in found)

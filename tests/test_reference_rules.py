"""The reference: words people type in any script, pages for every id, and what the person's own log adds."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mbc_journal.catalogue import Catalogue, search
from mbc_journal.paths import resources
from mbc_journal.records import Answer, PartialDate, Profile, Reading, Step, StepKind, Therapy
from mbc_journal.reference import Reference, mine, pages, ways
from mbc_journal.reference.search import LONGEST, Found, Group, Index, Key
from mbc_journal.scales import Scales

CATALOGUE = Catalogue.load(resources() / "reference" / "en")
REFERENCE = Reference(CATALOGUE)
INDEX = Index(REFERENCE)
SCALES = Scales.load(resources() / "scales")
TODAY = dt.date(2026, 11, 26)
PLAIN = some.text(some.characters(codec="utf-8"), max_size=40)


def first(typed: str) -> str:
    hits = INDEX.find(typed).hits
    return hits[0].key.id if hits else ""


def reading(scale: str, day: int, **more: Any) -> Reading:
    return Reading(scale=scale, day=TODAY - dt.timedelta(days=day), **more)


# -- how well a name fits ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""), ("  Nab-Paclitaxel ", "nab paclitaxel"), ("CDK4/6", "cdk4 6"),
        ("\uff38\uff45\uff4c\uff4f\uff44\uff41", "xeloda"),
        ("Caf\u00e9", "cafe"), ("Stra\u00dfe", "strasse"), ("a_b", "a b"), ("\u202eXeloda\u202c", "xeloda"),
        ("<b>x</b>", "b x b"), ("\U0001f9e3\U0001f9e3", ""), ("x\0y", "x y"), ("\ufb01ngers", "fingers"),
    ],
)  # fmt: skip
def test_a_text_becomes_small_plain_words(text: str, plain: str) -> None:
    assert search.plain(text) == plain


@given(PLAIN)
def test_making_plain_twice_changes_nothing(text: str) -> None:
    once = search.plain(text)
    assert search.plain(once) == once == " ".join(once.split())


@pytest.mark.parametrize(
    ("better", "worse", "wanted"),
    [
        ("taxol", "taxol co pack", "taxol"), ("taxol co", "taxol co pack", "taxol"), ("pain", "bone pain", "pain"),
        ("bone pain", "back pain", "bone"), ("dry mouth", "mouth sores dry", "dry m"), ("pack two", "two", "pack"),
    ],
)  # fmt: skip
def test_a_whole_name_beats_its_beginning_and_that_beats_words_of_it(better: str, worse: str, wanted: str) -> None:
    assert search.begun(wanted, better) > search.begun(wanted, worse) >= 0


@pytest.mark.parametrize(("wanted", "name"), [("pain", "spain"), ("mouth dry x", "dry mouth"), ("ain", "pain")])
def test_the_inside_of_a_word_is_no_beginning(wanted: str, name: str) -> None:
    assert search.begun(wanted, name) == 0


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [("letrozole", True), ("letrozol", True), ("lertozole", True), ("letrosole", True), ("leetrozole", True),
     ("zzzzz", False), ("l", False), ("", False)],
)  # fmt: skip
def test_one_slip_is_forgiven_and_another_word_is_not(wanted: str, fits: bool) -> None:
    assert (0 in search.misspelt(wanted, ["letrozole"])) is fits


def test_without_names_nothing_is_near() -> None:
    assert search.misspelt("letrozole", []) == {}
    assert search.nearest("letrozole", [], 5) == []


# -- looking up treatments --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("XELODA", "capecitabine"), ("xelod", "capecitabine"), ("\uff58\uff45\uff4c\uff4f\uff44\uff41", "capecitabine"),
        ("letro zole", "letrozole"),
        ("palbocyclib", "palbociclib"), ("taxol", "paclitaxel"), ("vitamin d", "calcium-vitamin-d"),
        ("hyaluronidase trastuzumab", "trastuzumab-hyaluronidase"), ("\u202exeloda", "capecitabine"),
    ],
)  # fmt: skip
def test_a_treatment_is_found_however_it_is_typed(words: str, found: str) -> None:
    assert CATALOGUE.find(words)[0].id == found


@pytest.mark.parametrize("words", ["\U0001f9e3", "\0", "<>", "%", "\u05e9\u05dc\u05d5\u05dd", "zz" * 5_000])
def test_what_names_no_treatment_finds_none(words: str) -> None:
    assert CATALOGUE.find(words) == []


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_no_more_treatments_than_wanted_and_each_once(limit: int) -> None:
    found = CATALOGUE.find("t", limit)
    assert len(found) == len({drug.id for drug in found}) == limit


def test_ids_that_are_not_there_are_said_as_they_are() -> None:
    assert CATALOGUE.get("") is None
    assert CATALOGUE.get("Capecitabine") is None
    assert (CATALOGUE.category("reiki"), CATALOGUE.route("by smoke")) == ("reiki", "by smoke")


def test_every_offered_plan_is_checked_and_no_warning_is_an_option() -> None:
    assert all(plan.checked for drug in CATALOGUE.drugs for plan in drug.usual_plans)
    warned = [drug for drug in CATALOGUE.drugs if not drug.is_option]
    assert warned
    assert not [drug.id for drug in warned if drug.usual_plans]


def test_each_row_a_treatment_offers_is_a_scale_of_the_program() -> None:
    known = {scale.id for scale in SCALES}
    offered = {one for drug in CATALOGUE.drugs for one in (*drug.offer_first, *drug.measures, *drug.side_effects)}
    assert offered <= known


def test_a_field_is_unchecked_where_the_entry_or_all_of_it_is() -> None:
    drug = next(one for one in CATALOGUE.drugs if "side_effects" in one.unchecked)
    assert not drug.is_checked("side_effects")
    assert drug.side_effects == ()
    assert drug.is_checked("no such field")


# -- looking up pages -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("feet burn", "numbness"), ("my hands peel", "hand-foot"), ("stage 4", "what-is-mbc"),
        ("xelodaa", "capecitabine"),
        ("letrozol 2.5 mg", "letrozole"), ("Ibrance palbociclib", "palbociclib"), ("\uff38eloda", "capecitabine"),
        ("CDK4/6", "targeted-therapy"), ("FEVER!!!", "fever"), ("  \nnausea\t", "nausea"), ("na\u0301usea", "nausea"),
        ("zzzzqqq", ""), ("\U0001f600", ""), ("\u202e\u05d0", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_page_is_found_by_the_words_of_a_tired_person(typed: str, found: str) -> None:
    assert first(typed) == found


@settings(max_examples=6)
@given(PLAIN)
def test_whatever_is_typed_hits_are_pages_that_open_and_none_stands_twice(typed: str) -> None:
    found = INDEX.find(typed)
    for hit in (*found.hits, *found.near):
        assert ways.view(REFERENCE, hit.key, TODAY, ()) is not None
    assert len(found.hits) == len(set(found.hits))
    assert not (found.hits and found.near)
    assert all(len(hits) <= 8 for _group, hits in found.groups)


def test_ten_thousand_letters_are_read_to_the_two_hundredth() -> None:
    assert INDEX.find(" " * LONGEST + "xeloda") == Found()
    assert first("xeloda" + " " * 10_000 + "zzzz") == "capecitabine"


def test_no_topic_behind_the_door_is_among_the_names_or_the_texts() -> None:
    closed = {topic.id for topic in REFERENCE.topics if topic.opt_in}
    assert closed
    typed = [topic.title for topic in REFERENCE.topics if topic.opt_in]
    typed += [bullet.text for topic in REFERENCE.topics for bullet in topic.closed_bullets]
    assert not [words for words in typed for hit in INDEX.find(words).hits if hit.key.id in closed]


# -- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("topic", REFERENCE.topics, ids=lambda topic: topic.id)
def test_a_closed_door_shows_nothing_of_what_stands_behind_it(topic: Any) -> None:
    key = Key(Group.TOPIC, topic.id)
    shut, opened = (ways.view(REFERENCE, key, TODAY, (), door_open=door) for door in (False, True))
    assert shut is not None
    assert opened is not None
    told = {said.text for part in shut.parts for said in part.lines} | set(shut.questions)
    assert not told & {bullet.text for bullet in topic.closed_bullets}
    assert ways.has_door(REFERENCE, key) is bool(topic.closed_bullets)
    assert (opened == shut) is not bool(topic.closed_bullets)


def test_on_every_page_the_numbers_of_sources_run_from_one_without_a_hole() -> None:
    for drug in CATALOGUE.drugs:
        view = pages.treatment(REFERENCE, drug, TODAY)
        said = [*view.line, *(one for part in (*view.call, *view.parts) for one in part.lines)]
        every = (*view.status_numbers, *(number for one in said for number in one.numbers))
        seen = list(dict.fromkeys(every))
        assert seen == list(range(1, len(seen) + 1)), drug.id
        assert all(line.startswith(f"[{place}] ") for place, line in enumerate(view.sources[: len(seen)], start=1))


def test_on_every_page_of_a_treatment_the_parts_have_words_and_stand_once() -> None:
    for drug in CATALOGUE.drugs:
        view = pages.treatment(REFERENCE, drug, TODAY)
        titles = [part.title for part in (*view.call, *view.parts)]
        assert len(titles) == len(set(titles)), drug.id
        assert all(part.lines for part in (*view.call, *view.parts)), drug.id


def test_a_side_effect_lists_each_treatment_once_her_own_first() -> None:
    effect = CATALOGUE.effects["fatigue"]
    hers = tuple(drug for drug in map(CATALOGUE.get, ("capecitabine", "letrozole")) if drug is not None)
    listed = pages.side_effect(REFERENCE, effect, hers).drugs
    assert [drug.id for drug in listed[:2]] == [drug.id for drug in hers if drug in listed]
    assert len(listed) == len({drug.id for drug in listed})
    others = [CATALOGUE.drugs.index(drug) for drug in listed[2:]]
    assert all(one < other for one, other in pairwise(others))


@pytest.mark.parametrize("group", list(Group))
@pytest.mark.parametrize("page", ["", "no-such-page", "Fatigue", "\0", "../topics", "x" * 10_000])
def test_an_unknown_id_has_no_page_in_any_group(group: Group, page: str) -> None:
    assert ways.view(REFERENCE, Key(group, page), TODAY, ()) is None
    assert not ways.has_door(REFERENCE, Key(group, page))
    assert ways.key_of_id(REFERENCE, page) is None


def test_a_treatment_in_her_own_words_has_no_page_and_one_that_went_is_still_hers() -> None:
    known = Therapy(reference_id="capecitabine", name="Cape", kind="chemotherapy")
    own, lost = Therapy(name="Green tea", kind="complementary"), Therapy(reference_id="gone", name="X", kind="trial")
    keys = [ways.key_of_therapy((known, own, lost), one.id) for one in (known, own, lost)]
    assert keys == [Key(Group.TREATMENT, "capecitabine"), None, Key(Group.TREATMENT, "gone")]
    assert ways.key_of_therapy((), uuid4()) is None


@pytest.mark.parametrize(
    ("scale", "effect"),
    [("fatigue", "fatigue"), ("vomit-times", "vomiting"), ("temperature", "fever"), ("hemoglobin", None), ("", None),
     ("other:Metal taste", None)],
)  # fmt: skip
def test_a_scale_leads_to_the_side_effect_that_names_it(scale: str, effect: str | None) -> None:
    assert ways.key_of_scale(CATALOGUE, scale) == (Key(Group.EFFECT, effect) if effect else None)


# -- her own log ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("readings", "words"),
    [
        ([], "not logged"),
        ([reading("nausea", 1, level=0), reading("nausea", 2, level=0)], "not logged"),
        ([reading("nausea", 1, level=1)], "you logged it on 1 of 1 day"),
        ([reading("nausea", 1, level=2), reading("nausea", 1, level=3)], "you logged it on 1 of 1 day"),
        ([reading("nausea", 1, level=4), reading("pain", 2, level=1)], "you logged it on 1 of 2 days"),
        ([reading("vomit-times", 1, value=Decimal(0)), reading("nausea", 2, level=1)], "you logged it on 1 of 2 days"),
        ([reading("vomit-times", 1, value=Decimal(2)), reading("nausea", 2, level=1)], "you logged it on 2 of 2 days"),
        ([reading("nausea", 1, state=Answer.PREFER_NOT), reading("pain", 2, level=1)], "not logged"),
    ],
)
def test_days_are_counted_on_which_it_was_there_of_those_with_an_answer(readings: list[Reading], words: str) -> None:
    assert mine.log(readings).words(("nausea", "vomit-times")) == words


def test_a_treatment_counts_as_hers_until_it_is_stopped() -> None:
    therapy = Therapy(reference_id="capecitabine", name="Cape", kind="chemotherapy")
    start = Step(therapy_id=therapy.id, kind=StepKind.START, on=PartialDate("2026-03"))
    stop = Step(therapy_id=therapy.id, kind=StepKind.STOP, on=PartialDate("2026-11-20"))
    assert [drug.id for drug in mine.current([therapy], [start], CATALOGUE, TODAY)] == ["capecitabine"]
    assert mine.current([therapy], [start, stop], CATALOGUE, TODAY) == ()
    assert mine.current([], [], CATALOGUE, TODAY) == ()


def test_outlook_is_hidden_beside_what_was_hidden_before() -> None:
    profile = Profile(hidden=("weight",))
    assert mine.without_outlook(profile).hidden == ("weight", mine.OUTLOOK)
    assert profile.hidden == ("weight",)

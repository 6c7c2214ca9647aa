"""What a page of the reference shows: order, badges, numbers of sources, and what comes from her own journal."""

import datetime as dt
import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from mbc_journal.catalogue import Catalogue, Drug
from mbc_journal.paths import resources
from mbc_journal.problems import ResourceBroken
from mbc_journal.records import Answer, PartialDate, Profile, Reading, Step, StepKind, Therapy
from mbc_journal.reference import Reference, mine, pages, ways
from mbc_journal.reference.pages import View
from mbc_journal.reference.search import Group, Key

FOLDER = resources() / "reference" / "en"
REFERENCE = Reference(Catalogue.load(FOLDER))
TODAY = dt.date(2026, 11, 26)


def drug(drug_id: str) -> Drug:
    found = REFERENCE.catalogue.get(drug_id)
    assert found is not None
    return found


def page(drug_id: str) -> View:
    return pages.treatment(REFERENCE, drug(drug_id), TODAY)


def topic(topic_id: str, door_open: bool = False) -> View:
    found = REFERENCE.topic(topic_id)
    assert found is not None
    return pages.topic(REFERENCE, found, TODAY, door_open)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped reference that a test may change."""
    return Path(shutil.copytree(FOLDER, tmp_path / "en"))


def change(path: Path, key: str, at: int, **values: Any) -> None:
    read = json.loads(path.read_text(encoding="utf-8"))
    read[key][at] |= values
    path.write_text(json.dumps(read), encoding="utf-8")


# -- a treatment -------------------------------------------------------------------------------------------------


def test_the_parts_of_a_treatment_stand_in_their_order() -> None:
    assert [part.title for part in page("capecitabine").parts] == [
        "How it is given",
        "What your team will check",
        "Boxed warning",
        "Other warnings",
        "A list to show your team",
        "Good to know",
    ]
    assert [part.title for part in page("letrozole").parts if "arning" in part.title] == ["Warnings"]


def test_emergencies_come_before_the_team_and_each_list_has_its_heading() -> None:
    assert [part.title for part in page("capecitabine").call] == ["Call the emergency number if", "Call your team if"]
    assert [part.title for part in page("trastuzumab-deruxtecan").call] == ["Call your team if"]


def test_signs_have_the_words_that_they_have_everywhere() -> None:
    said = [line.text for part in page("capecitabine").call for line in part.lines]
    assert "Your temperature is 38.0 °C (100.4 °F) or higher, or you have shaking chills." in said


def test_sources_are_numbered_in_the_order_they_are_named() -> None:
    view = page("capecitabine")
    numbers = [number for said in view.line for number in said.numbers]
    numbers += [number for part in (*view.call, *view.parts) for line in part.lines for number in line.numbers]
    assert list(dict.fromkeys(numbers)) == list(range(1, max(numbers) + 1))
    named = [line for line in view.sources if line.startswith("[")]
    assert len(named) == max(numbers)
    assert named[0].startswith("[1] FDA / DailyMed, 28 Nov 2023")


def test_an_old_label_says_so_and_how_much_of_it_was_read() -> None:
    sources = page("capecitabine").sources
    assert sources[-1] == "The US label of 28 Nov 2023 was read in full."
    assert "it may have changed" in sources[0]
    assert page("vepdegestrant").sources[-1] == "The US label is not yet read."
    assert page("denosumab").sources[-1] == "Parts of the US label were read."


def test_what_is_unchecked_wears_its_badge() -> None:
    warnings = next(part for part in page("vepdegestrant").parts if part.title == "Warnings")
    assert {line.badge for line in warnings.lines} == {"not yet checked"}
    assert {line.numbers for line in warnings.lines} == {()}
    assert dict(page("capecitabine").effects) | {"dry-skin": True} == dict(page("capecitabine").effects)
    assert dict(page("capecitabine").effects)["diarrhea"] is False


def test_of_what_is_unchecked_altogether_no_effect_is_shown() -> None:
    view = page("whole-brain-radiation")
    assert view.effects == ()
    assert [part.title for part in view.parts] == ["Warnings", "Good to know"]
    assert view.checked == "Not yet checked."


def test_a_summary_says_that_it_is_one() -> None:
    assert page("pegfilgrastim").badges == ("from a summary",)
    assert page("letrozole").badges == ()


@pytest.mark.parametrize(
    ("drug_id", "begins"),
    [
        ("vinorelbine", "Off-label. "),
        ("atezolizumab", "Withdrawn. "),
        ("giredestrant", "Still being studied. "),
        ("gedatolisib", "Not confirmed. "),
        ("high-dose-chemo-transplant", "Not recommended. "),
        ("herbs-supplements", "Take care. "),
        ("letrozole", ""),
    ],
)
def test_what_must_be_known_first_stands_first(drug_id: str, begins: str) -> None:
    status = page(drug_id).status
    assert status.startswith(begins)
    assert bool(status) is bool(begins)


def test_an_approval_that_is_unchecked_says_so() -> None:
    assert page("gedatolisib").status.endswith("(not yet checked)")


def test_how_it_is_approved_is_said_once() -> None:
    for one in REFERENCE.catalogue.drugs:
        view = page(one.id)
        said = [line.text for part in view.parts for line in part.lines]
        assert (one.approval.text in view.status) is not (one.approval.text in said), one.id


def test_beside_the_name_stand_brands_kind_and_way() -> None:
    assert page("capecitabine").beside == "Xeloda, chemotherapy, by mouth"
    assert page("yoga").beside == "complementary"


def test_a_treatment_without_a_text_still_has_its_name(folder: Path) -> None:
    (folder / "texts-bone.json").write_text('{"entries": []}', encoding="utf-8")
    reference = Reference(Catalogue.load(folder))
    view = pages.treatment(reference, drug("denosumab"), TODAY)
    assert (view.title, view.parts, view.sources) == ("Denosumab", (), ())


# -- topics, categories, side effects ----------------------------------------------------------------------------


def test_a_topic_parts_facts_from_what_to_write_down_and_what_to_ask() -> None:
    view = topic("biomarker-tests")
    assert [part.title for part in view.parts] == ["", "Worth writing down"]
    assert topic("questions-to-ask").parts == ()
    assert len(topic("questions-to-ask").questions) == 9


def test_the_door_adds_what_is_behind_it_and_nothing_else() -> None:
    shut, opened = topic("surgery"), topic("surgery", door_open=True)
    more = {line.text for part in opened.parts for line in part.lines} - {
        line.text for part in shut.parts for line in part.lines
    }
    assert len(more) == 1
    assert topic("prognosis").parts == ()
    assert topic("prognosis").checked == ""
    assert len(topic("prognosis", door_open=True).parts[0].lines) == 12


def test_a_category_is_its_topic_how_its_classes_work_and_its_treatments() -> None:
    view = pages.category(REFERENCE, "chemotherapy", TODAY)
    works = next(part for part in view.parts if part.title == "How they work")
    assert works.lines[0].text.startswith("Antimetabolites: it poses")
    assert all(line.numbers for line in works.lines)
    assert {one.kind for one in view.drugs} == {"chemotherapy"}
    assert len(pages.category(REFERENCE, "supportive", TODAY).drugs) == 20


def test_a_side_effect_lists_her_own_treatments_first() -> None:
    effect = REFERENCE.catalogue.effects["fatigue"]
    view = pages.side_effect(REFERENCE, effect, (drug("denosumab"), drug("yoga")))
    assert view.drugs[0].id == "denosumab"
    assert len({one.id for one in view.drugs}) == len(view.drugs)
    assert "yoga" not in {one.id for one in view.drugs}
    assert view.checked == "The page of each treatment names its sources."


# -- keys and places ---------------------------------------------------------------------------------------------


def test_unknown_ids_lead_nowhere() -> None:
    for group in Group:
        assert ways.view(REFERENCE, Key(group, "no-such-page"), TODAY, ()) is None
    assert ways.key_of_id(REFERENCE, "") is None
    assert ways.key_of_scale(REFERENCE.catalogue, "no-such-scale") is None
    assert ways.key_of_therapy([], uuid4()) is None


def test_a_scale_leads_to_the_side_effect_it_logs() -> None:
    assert ways.key_of_scale(REFERENCE.catalogue, "loose-stools") == Key(Group.EFFECT, "diarrhea")
    assert ways.key_of_scale(REFERENCE.catalogue, "temperature") == Key(Group.EFFECT, "fever")


def test_only_pages_with_something_closed_have_a_door() -> None:
    assert ways.has_door(REFERENCE, Key(Group.TOPIC, "prognosis"))
    assert ways.has_door(REFERENCE, Key(Group.KIND, "surgery"))
    assert not ways.has_door(REFERENCE, Key(Group.TOPIC, "practical"))
    assert not ways.has_door(REFERENCE, Key(Group.TREATMENT, "letrozole"))


# -- her own -----------------------------------------------------------------------------------------------------


def reading(scale: str, back: int, **fields: Any) -> Reading:
    return Reading(scale=scale, day=TODAY - dt.timedelta(days=back), **fields)


def test_only_days_on_which_it_was_there_are_counted() -> None:
    log = mine.log(
        [
            reading("diarrhea", 0, level=2),
            reading("loose-stools", 0, value=Decimal(3)),
            reading("diarrhea", 1, level=0),
            reading("pain", 2, level=1),
            reading("diarrhea", 3, state=Answer.SKIPPED),
        ]
    )
    assert log.words(("diarrhea", "loose-stools")) == "you logged it on 1 of 3 days"
    assert log.words(("vomiting",)) == "not logged"
    assert mine.Log().words(("pain",)) == "not logged"
    assert mine.log([reading("pain", 0, level=1)]).words(("pain",)) == "you logged it on 1 of 1 day"


def test_her_treatments_are_those_of_now_each_once() -> None:
    now, again, over, own = (Therapy(reference_id=one, name="x") for one in ("denosumab", "denosumab", "letrozole", ""))
    steps = [Step(therapy_id=one.id, kind=StepKind.START, on=PartialDate("2026-01")) for one in (now, again, over, own)]
    steps.append(Step(therapy_id=over.id, kind=StepKind.STOP, on=PartialDate("2026-02-01"), reason="finished"))
    found = mine.current([now, again, over, own], steps, REFERENCE.catalogue, TODAY)
    assert [one.id for one in found] == ["denosumab"]


def test_not_offering_outlook_again_keeps_what_else_is_hidden() -> None:
    assert mine.without_outlook(Profile(hidden=("weight",))).hidden == ("weight", "outlook")


# -- damaged files -----------------------------------------------------------------------------------------------


def test_a_statement_of_no_known_source_is_named(folder: Path) -> None:
    said = {"text": "x", "source_ids": ["no-such"], "checked": "2026-11-23", "unchecked": False}
    change(folder / "texts-bone.json", "entries", 0, line=[said])
    with pytest.raises(ResourceBroken, match=r"texts-bone\.json"):
        Reference(Catalogue.load(folder)).entry("denosumab")


def test_a_sign_that_is_not_known_is_named(folder: Path) -> None:
    change(folder / "texts-bone.json", "entries", 0, signs=[{"key": "NOSUCH", "unchecked": False}])
    with pytest.raises(ResourceBroken, match="NOSUCH"):
        Reference(Catalogue.load(folder)).entry("denosumab")


@pytest.mark.parametrize("name", ["topics.json", "sources.json", "classes.json", "plain_words.json"])
@pytest.mark.parametrize("text", ["", "{}", "[]", '{"a": 1', "\0"])
def test_a_damaged_file_is_named(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    reference = Reference(Catalogue.load(folder))
    with pytest.raises(ResourceBroken, match=name.replace(".", r"\.")):
        _ = (reference.sources, reference.topics, reference.how_it_works("taxane"), reference.plain_words)


def test_one_damaged_category_leaves_the_others(folder: Path) -> None:
    (folder / "texts-bone.json").write_text("", encoding="utf-8")
    reference = Reference(Catalogue.load(folder))
    with pytest.raises(ResourceBroken):
        reference.entry("denosumab")
    assert reference.entry("letrozole") is not None


def test_nothing_is_read_before_it_is_needed(tmp_path: Path) -> None:
    Reference(Catalogue.load(tmp_path / "not there"))
